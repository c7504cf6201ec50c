"""The language of the command line, and argparse's own words in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from planmodel.text import Language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

__all__ = ["choose_language", "translate_complaint", "width", "wrapped"]


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


def width(text: str) -> int:
    """How many columns of a terminal *text* takes: wide characters take two."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(it) else 2 if east_asian_width(it) in {"W", "F"} else 1 for it in text
    )


_WORD = re.compile(r"[!-~]+|\s+|[^\s!-~]")
_NOT_FIRST: Final = "、。，．・：；？！）］｝」』〉》"


def wrapped(text: str, columns: int) -> list[str]:
    """*text* in lines of at most *columns*: words stay whole, Japanese breaks anywhere."""
    lines = [""]
    for piece in _WORD.findall(text):
        if piece.isspace():
            piece = " "  # noqa: PLW2901 - a line break in the source is a space
        keeps = piece in _NOT_FIRST
        if lines[-1] and not keeps and width(lines[-1]) + width(piece.rstrip()) > columns:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        if lines[-1] or not piece.isspace():
            lines[-1] += piece
    return [line.rstrip() for line in lines if line.strip()]
