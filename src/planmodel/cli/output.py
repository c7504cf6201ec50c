"""What a command prints: text and JSON, on the terminal or into a file."""

from __future__ import annotations

import argparse
import json
import sys
from decimal import Decimal

from planmodel.cli.tables import UNSEEN, visible
from planmodel.text import Language, Text, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from planmodel.model.plan import Plan

__all__ = ["data_language", "emit", "emit_json", "to_a_path", "written"]


def emit(options: argparse.Namespace, text: str, *, verbatim: bool = False) -> None:
    """*text* on the terminal, or in the file that the command names (``-``: the terminal).

    On the terminal, signs that would turn what follows around are written out, unless *verbatim*.
    """
    if not text.endswith("\n"):
        text += "\n"
    path = getattr(options, "output", None)
    if path in (None, "-"):
        sys.stdout.write(text if verbatim else visible(text))
        return
    from planmodel.files import write_text

    written(options, str(write_text(path, text)))


def written(options: argparse.Namespace, path: str) -> None:
    """Say on the error stream what was written."""
    done = say("wrote {path}", "{path} を書き出した", path=path)
    sys.stderr.write(done.in_language(options.lang) + "\n")


def to_a_path(options: argparse.Namespace) -> str:
    """Where the command writes what no terminal can show.

    Raises:
        UsageError: ``-``, the terminal, is asked for.
    """
    if options.output == "-":
        from planmodel.errors import Problem, UsageError

        what = say("this cannot go to the terminal", "画面には書き出せない")
        expected = say("a file or folder", "ファイルかフォルダー")
        raise UsageError(Problem(what, "--output -", expected))
    return str(options.output)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Text):
        return {"en": value.in_language("en"), "ja": value.in_language("ja")}
    return str(value)


def emit_json(options: argparse.Namespace, value: object) -> None:
    """*value* as JSON; exact numbers are strings, sentences carry both languages."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
    emit(options, UNSEEN.sub(lambda it: f"\\u{ord(it[0]):04x}", text), verbatim=True)


def data_language(options: argparse.Namespace, plan: Plan[Any]) -> Language:
    """The language of titles in JSON: ``--lang`` where it is given, else the plan's own.

    The locale of the machine changes nothing in what machines read.
    """
    from planmodel.reports.speaking import language_of

    return language_of(plan, options.asked_lang)
