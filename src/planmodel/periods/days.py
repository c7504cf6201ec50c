"""Months and days as they are printed after their year: 10月1日, .10.1, 年度末, 3月末, 3月."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from attrs import frozen

from planmodel.errors import ParseError, Problem
from planmodel.periods.checking import check_year
from planmodel.periods.composed import Period
from planmodel.periods.distance import fiscal_year_of
from planmodel.periods.eras import FIRST_SOLAR_DAY
from planmodel.periods.scanning import Scanner
from planmodel.periods.single import CalendarYear, Day, Year
from planmodel.periods.yearwords import YearWords
from planmodel.text import say

__all__ = ["MonthWords", "ReadDay", "read_day", "read_month", "the_day"]

_MONTH = re.compile("月")
_DAY = re.compile("日")
_END = re.compile("末日?")
_POINTED = re.compile(r"([./-]) ?([0-9]{1,2}) ?\1 ?([0-9]{1,2})(?![0-9])")
_POINTED_MONTH = re.compile(r"[./-] ?(0?[1-9]|1[0-2])$")
_MONTHS = 12


@frozen
class MonthWords:
    """A month that was read after its year, with what is said of the day.

    Attributes:
        month: as printed, not checked.
        day: as printed, not checked; None for a month alone, or its end.
        is_end: whether the end of the month is meant.
    """

    month: int
    day: int | None = None
    is_end: bool = False


@frozen
class ReadDay:
    """A day that was read, and the period whose era was printed (the day, or its year)."""

    day: Day
    about: Period


def read_day(
    scanner: Scanner, year: YearWords, meant: Callable[[YearWords], Year]
) -> ReadDay | None:
    """The day that stands right here, after its *year*, or None.

    Args:
        scanner: the place.
        year: the year in front of it.
        meant: makes the period of a year, for 年度末 and 年末.

    Raises:
        ParseError: there is no such day, or only a month is given.
    """
    if scanner.take(_END):
        whole = meant(year)
        return ReadDay(Day(whole.last_day), whole)
    if year.mark == "fiscal":
        return None
    found = read_month(scanner, year)
    if found is None:
        return None
    if found.day is None and not found.is_end:
        raise _only_a_month(year, found)
    return the_day(year, found)


def read_month(scanner: Scanner, year: YearWords) -> MonthWords | None:
    """The month that stands right here after its *year*, with its day if there is one, or None."""
    back = scanner.at
    if year.mark is None:
        pointed = scanner.match(_POINTED)
        if pointed:
            return MonthWords(int(pointed[2]), int(pointed[3]))
        pointed = scanner.match(_POINTED_MONTH)
        if pointed:
            return MonthWords(int(pointed[1]))
    month = None if year.mark == "fiscal" else scanner.number()
    if month is None or not scanner.take(_MONTH):
        scanner.at = back
        return None
    if scanner.take(_END):
        return MonthWords(int(month), is_end=True)
    behind = scanner.at
    day = scanner.number()
    if day is None or not scanner.take(_DAY):
        scanner.at = behind
        return MonthWords(int(month))
    return MonthWords(int(month), int(day))


def the_day(year: YearWords, words: MonthWords) -> ReadDay:
    """The day that *words* say after their *year*; of a month without a day, the last one.

    Raises:
        ParseError: there is no such day.
    """
    return _day(year, words.month, words.day)


def _day(year: YearWords, month: int, day: int | None) -> ReadDay:
    check_year(year.western)
    try:
        if day is None:
            day = calendar.monthrange(year.western, month)[1] if 1 <= month <= _MONTHS else 0
        date = dt.date(year.western, month, day)
    except ValueError:
        raise ParseError(Problem(say("there is no such day", "その日は存在しない"))) from None
    if year.era and not year.both and date < FIRST_SOLAR_DAY:
        raise ParseError(
            Problem(
                say(
                    "before 明治6年 days were counted in another calendar",
                    "明治6年より前は旧暦（太陰太陽暦）の日付である",
                ),
                hint=say("write the day in western form", "西暦で書く"),
            )
        )
    found = Day(date)
    return ReadDay(found, found)


def _only_a_month(year: YearWords, words: MonthWords) -> ParseError:
    last = the_day(year, words).day
    fiscal = fiscal_year_of(last.date)
    return ParseError(
        Problem(
            say("a month is not a period of a plan", "月は計画の期間の単位ではない"),
            hint=say(
                "give the end of the month ({end}), the day, or the year that is meant "
                "({fiscal} or {calendar})",
                "月末（{end}）か日、または年度・年（{fiscal}または{calendar}）を書く",
                end=last,
                fiscal=fiscal,
                calendar=CalendarYear(last.date.year),
            ),
        )
    )
