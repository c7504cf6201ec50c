"""Tables of a terminal: aligned by columns, and as wide as there is room."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable, Sequence

from planmodel.cli.wording import width, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

__all__ = ["UNSEEN", "columns", "room", "shortened", "visible"]

_LONGEST = 200
"""The widest cell where nothing bounds the table (into a file, through a pipe)."""
_LEAST = 16
"""The narrowest title."""
_NARROWEST = 8
_GAP = 2
_LEAST_ROOM = 40
# Overrides of the direction of writing, and what a terminal takes for commands.
UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """*text* with signs that would change how a terminal shows the rest written out."""
    return UNSEEN.sub(lambda it: f"<U+{ord(it[0]):04X}>", text)


def room(options: argparse.Namespace) -> int | None:
    """How many columns there are: of the terminal, or of ``COLUMNS``; nothing where no end is.

    Into a file or a pipe a table is as wide as it needs to be.
    """
    if getattr(options, "output", None) not in (None, "-"):
        return None
    if not (os.environ.get("COLUMNS") or sys.stdout.isatty()):
        return None
    from shutil import get_terminal_size

    return max(get_terminal_size().columns, _LEAST_ROOM)


def shortened(text: str, most: int) -> str:
    """*text* in at most *most* columns of a terminal, its end replaced by … where it is longer."""
    if width(text) <= most:
        return text
    taken = 0
    for at, sign in enumerate(text):
        taken += width(sign)
        if taken >= most:
            return f"{text[:at].rstrip()}…"
    return text


def columns(
    rows: Iterable[Sequence[str]],
    head: Sequence[str] = (),
    *,
    layout: str = "",
    space: int | None = None,
) -> str:
    """*rows* as aligned columns under *head*.

    Where *space* columns of the terminal are too few, the title is cut first. If that is not
    enough, a table with key columns is set as several, each beginning with these; in any other
    the cells break into lines.

    Args:
        rows: the cells.
        head: what stands above them.
        layout: a letter a column: ``r`` set to the right, ``t`` the title, ``k`` another key.
        space: the room there is; ``None`` is no bound.
    """
    cells = [[shortened(visible(it.replace("\n", " ")), _LONGEST) for it in row] for row in rows]
    if not cells and not head:
        return ""
    names = list(head)
    widths = _widths(cells, names, space)
    title = layout.find("t")
    if space is not None:
        _give_way(widths, title, space)
        if "k" in layout and _total(widths) > space:
            return "\n\n".join(
                columns(
                    [[row[at] for at in part] for row in cells],
                    [names[at] for at in part],
                    layout="".join(layout[at : at + 1] or " " for at in part).replace("k", " "),
                    space=space,
                )
                for part in _parts(widths, layout, space)
            )
        _squeeze(widths, cells, names, title, space)
    if title >= 0:
        for row in cells:
            row[title] = shortened(row[title], widths[title])
    lines = [line for row in cells for line in _lines(row, widths, layout)]
    if head:
        lines[:0] = [*_lines(names, widths, layout), (" " * _GAP).join("-" * it for it in widths)]
    return "\n".join(lines)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _longest_word(text: str) -> int:
    """How narrow *text* can be: words stay whole, a wide character may stand alone."""
    return max((width(it) for it in re.split(r"[\s\u3000-\uffef]+", text)), default=0)


def _widths(cells: list[list[str]], names: list[str], space: int | None) -> list[int]:
    """As wide as the widest cell; a heading breaks into lines before anything else gives way."""
    every = [names, *cells] if names else cells
    natural = [max(map(width, column)) for column in zip(*every, strict=True)]
    if space is None or _total(natural) <= space or not names:
        return natural
    return [
        max(_longest_word(name), min(width(name), _NARROWEST), *(width(row[at]) for row in cells))
        for at, name in enumerate(names)
    ]


def _give_way(widths: list[int], title: int, space: int) -> None:
    excess = _total(widths) - space
    if title >= 0 and excess > 0:
        widths[title] = max(widths[title] - excess, min(widths[title], _LEAST))


def _squeeze(
    widths: list[int], cells: list[list[str]], names: list[str], title: int, space: int
) -> None:
    """Narrow the widest columns, whose cells then break into lines, until the table fits."""
    every = [names, *cells] if names else cells
    least = [
        max(_NARROWEST, *map(_longest_word, column)) if at != title else widths[at]
        for at, column in enumerate(zip(*every, strict=True))
    ]
    while _total(widths) > space:
        loose = [at for at, it in enumerate(widths) if it > least[at]]
        if not loose:
            return
        widths[max(loose, key=widths.__getitem__)] -= 1


def _broken(text: str, most: int) -> list[str]:
    """*text* in lines of *most* columns, where closing signs do not hang over."""
    if width(text) <= most:
        return [text]
    lines = [text]
    for narrower in range(most, 0, -1):
        lines = wrapped(text, narrower)
        if max(map(width, lines)) <= most:
            break
    return lines


def _lines(row: Sequence[str], widths: Sequence[int], layout: str) -> list[str]:
    """One row of the table, on as many lines as its tallest cell."""
    broken = [_broken(it, most) for it, most in zip(row, widths, strict=True)]
    lines: list[str] = []
    for level in range(max(map(len, broken), default=0)):
        parts: list[str] = []
        for at, pieces in enumerate(broken):
            cell = pieces[level] if level < len(pieces) else ""
            pad = " " * (widths[at] - width(cell))
            parts.append(pad + cell if layout[at : at + 1] == "r" else cell + pad)
        lines.append((" " * _GAP).join(parts).rstrip())
    return lines


def _parts(widths: Sequence[int], layout: str, space: int) -> list[list[int]]:
    """The columns of several tables below each other, each with the key columns."""
    keys = [at for at, it in enumerate(layout) if it in "kt"]
    parts: list[list[int]] = [[]]
    for at in range(len(widths)):
        if at in keys:
            continue
        if parts[-1] and _total([widths[it] for it in (*keys, *parts[-1], at)]) > space:
            parts.append([])
        parts[-1].append(at)
    return [[*keys, *part] for part in parts]
