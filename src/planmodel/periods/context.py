"""What a year means that does not say it: told by the caller, or refused."""

from __future__ import annotations

from typing import Literal, NoReturn, TypeAlias, get_args

from attrs import frozen

from planmodel.errors import ModelError, ParseError, Problem, UsageError
from planmodel.periods.checking import check_month
from planmodel.periods.single import CalendarYear, FiscalYear, Year
from planmodel.periods.yearwords import YearWords
from planmodel.text import Text, say

__all__ = ["Context", "Reading", "context_of", "refuse", "year_meant"]

Reading: TypeAlias = Literal["fiscal", "calendar"]
"""What a year means that is printed with neither 年 nor 年度."""


@frozen
class Context:
    """What the caller said about years."""

    start_month: int
    reading: Reading | None


def context_of(start_month: int, reading: Reading | None) -> Context:
    """The context of a call.

    Raises:
        UsageError: no such month or reading.
    """
    try:
        check_month(start_month)
    except ModelError as error:
        raise UsageError(*error.problems) from None
    if reading is not None and reading not in get_args(Reading):
        raise UsageError(
            Problem(
                say(
                    "there is no reading {reading}", "{reading}という読み方はない", reading=reading
                ),
                where="reading",
                expected="fiscal, calendar",
            )
        )
    return Context(start_month, reading)


def refuse(why: Text, *, expected: Text | str = "", hint: Text | str = "") -> NoReturn:
    """Raise a `ParseError` with one problem."""
    raise ParseError(Problem(why, expected=expected, hint=hint))


def year_meant(
    words: YearWords,
    context: Context,
    *,
    mark: Reading | None = None,
    start_month: int | None = None,
) -> Year:
    """The year that *words* mean; *mark* and *start_month* are those said elsewhere in a window.

    Raises:
        ParseError: nobody says whether it is fiscal or calendar.
        ModelError: the year is out of range.
    """
    kind = words.mark or mark or context.reading
    if kind is None:
        refuse(
            say(
                "it is ambiguous, for it says neither 年度 nor 年",
                "「年度」とも「年」とも書かれておらず、どちらか定まらない",
            ),
            hint=say(
                'say which is meant: 年度 or 年, or reading="fiscal" or "calendar"',
                '年度か年かを書くか、reading="fiscal"または"calendar"を指定する',
            ),
        )
    if kind == "calendar":
        return CalendarYear(words.western)
    return FiscalYear(words.western, words.start_month or start_month or context.start_month)
