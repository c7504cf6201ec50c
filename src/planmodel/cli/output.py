"""What a command prints: text, tables and JSON, on the terminal or into a file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal

from planmodel.cli.wording import width
from planmodel.text import Text, say

__all__ = ["columns", "emit", "emit_json", "shortened", "to_a_path", "width", "written"]


def emit(options: argparse.Namespace, text: str) -> None:
    """*text* on the terminal, or in the file that the command names (``-``: the terminal)."""
    if not text.endswith("\n"):
        text += "\n"
    path = getattr(options, "output", None)
    if path in (None, "-"):
        sys.stdout.write(text)
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
    emit(options, json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def shortened(text: str, most: int) -> str:
    """*text* in at most *most* columns of a terminal, its end replaced by … where it is longer."""
    if width(text) <= most:
        return text
    while width(text) >= most:
        text = text[:-1]
    return f"{text.rstrip()}…"


def columns(rows: Iterable[Sequence[str]], head: Sequence[str] = (), *, right: str = "") -> str:
    """*rows* as aligned columns; a column whose place in *right* is ``r`` is set to the right."""
    table = [[cell.replace("\n", " ") for cell in row] for row in rows]
    if head:
        table.insert(0, list(head))
    if not table:
        return ""
    widths = [max(width(row[at]) for row in table) for at in range(len(table[0]))]
    lines: list[str] = []
    for row in table:
        cells = [
            " " * (widths[at] - width(cell)) + cell
            if right[at : at + 1] == "r"
            else cell + " " * (widths[at] - width(cell))
            for at, cell in enumerate(row)
        ]
        lines.append("  ".join(cells).rstrip())
    if head:
        lines.insert(1, "  ".join("-" * it for it in widths))
    return "\n".join(lines)
