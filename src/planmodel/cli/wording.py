"""The language of the command line, and argparse's own words in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from planmodel.text import Language

__all__ = ["choose_language", "translate_complaint"]


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """``--lang`` where it is given, else the locale of the environment, else English."""
    for position, word in enumerate(arguments):
        value = ""
        if word == "--lang" and position + 1 < len(arguments):
            value = arguments[position + 1]
        elif word.startswith("--lang="):
            value = word.removeprefix("--lang=")
        if value in ("ja", "en"):
            return "ja" if value == "ja" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = environment.get(name, "")
        if locale:
            return "ja" if locale.lower().startswith("ja") else "en"
    return "en"


_COMPLAINTS: Final = (
    (r"the following arguments are required: (.+)", r"必須の引数がない: \1"),
    (r"unrecognized arguments: (.+)", r"不明な引数: \1"),
    (r"argument (.+?): expected one argument", r"引数 \1: 値が要る"),
    (r"argument (.+?): expected at least one argument", r"引数 \1: 値が一つ以上要る"),
    (
        r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)",
        r"引数 \1: \2 は選べない（\3 のいずれか）",
    ),
    (r"argument (.+?): not allowed with argument (.+)", r"引数 \1 は \2 と同時に使えない"),
    (r"argument (.+?): (.+)", r"引数 \1: \2"),
)


def translate_complaint(message: str, language: Language) -> str:
    """What argparse complains of, in *language*."""
    if language == "en":
        return message
    for pattern, japanese in _COMPLAINTS:
        if re.fullmatch(pattern, message, re.DOTALL):
            return re.sub(pattern, japanese, message, flags=re.DOTALL)
    return message
