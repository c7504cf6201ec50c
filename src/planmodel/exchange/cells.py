"""One cell of a table: read strictly, with the mended value as a hint; written so it reads back."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import TypeAlias

from planmodel.errors import ParseError, PlanmodelError, Problem, did_you_mean
from planmodel.periods import Period
from planmodel.text import Text, say

__all__ = [
    "Reader",
    "guarded",
    "read_day",
    "read_flag",
    "read_needed",
    "read_number",
    "read_period",
    "read_text",
    "unguarded",
    "unsafe_problem",
    "word_reader",
    "write_cell",
]

Reader: TypeAlias = Callable[[str], object]
"""Reads one cell; raises `ParseError`."""

_RISKY = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠", "'")
_NUMBER = re.compile(r"-?[0-9]{1,400}(?:\.[0-9]{1,400})?", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_WHICH_YEAR = re.compile(r"\s*[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{1,4}\s*", re.ASCII)
_BREAK = re.compile("[\n\r\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_ABOUT = re.compile(r"\s*(約|およそ|おおよそ|おおむね|概ね|ほぼ|≒)")
_FLAGS = {"": False, "true": True, "false": False}
_SHOWN = 40


def shown(cell: str) -> str:
    """*cell* short enough for a message."""
    return cell if len(cell) <= _SHOWN else cell[:_SHOWN] + "…"


def _refuse(what: Text, expected: Text | str = "", hint: Text | str = "") -> ParseError:
    return ParseError(Problem(what, expected=expected, hint=hint))


def unsafe_problem(cell: str) -> Problem | None:
    """What makes *cell* unfit for a table whatever its column: line breaks, control characters."""
    if _BREAK.search(cell):
        return Problem(
            say("a line break stands inside the value", "値の中に改行がある"),
            hint=say("write the value on one line", "値は1行で書く"),
        )
    found = _CONTROL.search(cell)
    if found:
        return Problem(
            say(
                "the value holds the control character U+{code}",
                "値に制御文字 U+{code} が含まれている",
                code=f"{ord(found[0]):04X}",
            ),
            hint=say("take it out", "取り除く"),
        )
    return None


def guarded(text: str) -> str:
    """*text* with an apostrophe in front where a spreadsheet might take it for a formula."""
    return f"'{text}" if text.startswith(_RISKY) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` made *cell* of."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_RISKY) else cell


def read_text(cell: str) -> str:
    """Words, as they are; the apostrophe that guards against formulas is taken away."""
    return unguarded(cell)


def read_needed(cell: str) -> str:
    """Words that must be there.

    Raises:
        ParseError: the cell is empty.
    """
    if not cell.strip():
        raise _refuse(say("the cell is empty", "空欄である"), say("a value", "値"))
    return unguarded(cell)


def read_number(cell: str) -> Decimal | None:
    """A plain number such as ``1200`` or ``-3.2``; nothing for an empty cell.

    Raises:
        ParseError: anything else (``1,200人``, full-width digits); the hint is the mended value.
    """
    if not cell:
        return None
    if _NUMBER.fullmatch(cell):
        return Decimal(cell)
    raise _refuse(
        say("'{cell}' is no plain number", "「{cell}」は数だけの値ではない", cell=shown(cell)),
        say("digits only, such as 1200 or -3.2", "1200や-3.2のような半角数字だけの値"),
        _mended_number(cell),
    )


def _mended_number(cell: str) -> Text | str:
    from planmodel.units import read_quantity

    try:
        number = read_quantity(cell).number
    except PlanmodelError:
        number = None
    if number is None:
        return ""
    about = _ABOUT.match(unicodedata.normalize("NFKC", cell))
    if about is not None:
        return say(
            "write {number}, put {word} into note, and estimated into state",
            "{number}と書き、「{word}」は備考（note）に、stateはestimatedとする",
            number=number,
            word=about[1],
        )
    return say("write {number}", "{number}と書く", number=number)


def read_day(cell: str) -> dt.date | None:
    """A day as it is stored or as spreadsheets print it; nothing for an empty cell.

    ``2021-10-14``, ``2021/10/14``, ``2021年10月14日``, ``令和3年10月14日``, ``R3.10.14``.

    Raises:
        ParseError: it is no day, or not surely one; the hint is the mended day.
    """
    if not cell:
        return None
    day, is_sure = _printed_day(cell)
    if day is not None and is_sure:
        return day
    what = say("'{cell}' is no day", "「{cell}」は日付ではない", cell=shown(cell))
    hint: Text | str = ""
    if day is not None:
        what = say(
            "'{cell}' is a day that its era never had",
            "「{cell}」はその元号にない日付である",
            cell=shown(cell),
        )
        hint = say("if that is meant, write {day}", "その日なら{day}と書く", day=day.isoformat())
    elif _WHICH_YEAR.fullmatch(unicodedata.normalize("NFKC", cell)):
        hint = say(
            "it is uncertain which number is the year: write it first, with four digits or its era",
            "どの数が年か定まらない。年を先頭に、4桁の西暦か元号付きで書く",
        )
    expected = say(
        "a day such as 2021-10-14, 2021/10/14 or 令和3年10月14日",
        "2021-10-14、2021/10/14、令和3年10月14日などの形の日付",
    )
    raise _refuse(what, expected, hint)


def _printed_day(cell: str) -> tuple[dt.date | None, bool]:
    """The day that *cell* says in full, and whether there was such a day in its era."""
    if _DAY.fullmatch(cell):
        with suppress(ValueError):
            return dt.date.fromisoformat(cell), True
    from planmodel.periods import Day, parse_period

    try:
        read = parse_period(cell)
    except PlanmodelError:
        return None, False
    is_day = isinstance(read.period, Day) and "末" not in cell
    return (read.period.first_day if is_day else None), not read.notes


def read_period(cell: str) -> Period:
    """A period in its canonical form, ``FY2020``; a day also as `read_day` takes it.

    Raises:
        ParseError: any other form; the hint is the canonical one.
    """
    from planmodel.periods import period_from_canonical

    if not cell.strip():
        raise _refuse(
            say("the cell is empty", "空欄である"),
            say("a period such as FY2020 or 2020", "FY2020や2020のような期間"),
        )
    try:
        return period_from_canonical(cell)
    except ParseError:
        day, is_sure = _printed_day(cell)
        if day is None or not is_sure:
            raise
    from planmodel.periods import Day

    return Day(day)


def read_flag(cell: str) -> bool:
    """``true`` or ``false`` (or TRUE, FALSE as spreadsheets write them); empty is false.

    Raises:
        ParseError: anything else.
    """
    value = _FLAGS.get(cell.lower())
    if value is None:
        raise _refuse(
            say(
                "'{cell}' is neither true nor false", "「{cell}」は真偽値ではない", cell=shown(cell)
            ),
            "true, false",
        )
    return value


def word_reader(words: Sequence[str], default: str = "") -> Reader:
    """A reader of one of *words*; an empty cell is *default*."""

    def read_word(cell: str) -> str:
        if not cell:
            return default
        if cell in words:
            return cell
        raise _refuse(
            say("'{cell}' is not known here", "「{cell}」はここに書けない", cell=shown(cell)),
            ", ".join(words),
            did_you_mean(cell, words),
        )

    return read_word


def write_cell(value: object) -> str:
    """*value* as the cell that its reader reads back."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str):
        return guarded(value)
    return str(value)
