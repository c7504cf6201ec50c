"""One day as it is printed after its year: 10月1日, .10.1, 年度末, 3月末."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from attrs import frozen

from planmodel.errors import ParseError, Problem
from planmodel.periods.checking import check_year
from planmodel.periods.composed import Period
from planmodel.periods.eras import FIRST_SOLAR_DAY
from planmodel.periods.scanning import Scanner
from planmodel.periods.single import Day, Year
from planmodel.periods.yearwords import YearWords
from planmodel.text import say

__all__ = ["ReadDay", "read_day"]

_MONTH = re.compile("月")
_DAY = re.compile("日")
_END = re.compile("末日?")
_POINTED = re.compile(r"([./-]) ?([0-9]{1,2}) ?\1 ?([0-9]{1,2})(?![0-9])")
_POINTED_MONTH = re.compile(r"[./-] ?(?:0?[1-9]|1[0-2])$")
_MONTHS = 12


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
    back = scanner.at
    pointed = year.mark is None and scanner.match(_POINTED)
    if pointed:
        return _day(year, int(pointed[2]), int(pointed[3]))
    if year.mark is None and scanner.take(_POINTED_MONTH):
        raise _only_a_month()
    month = scanner.number()
    if month is None or not scanner.take(_MONTH):
        scanner.at = back
        return None
    if scanner.take(_END):
        return _day(year, int(month), None)
    day = scanner.number()
    if day is None or not scanner.take(_DAY):
        raise _only_a_month()
    return _day(year, int(month), int(day))


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


def _only_a_month() -> ParseError:
    return ParseError(
        Problem(
            say("a month is not a period of a plan", "月は計画の期間の単位ではない"),
            hint=say(
                "give the day (2017年10月1日), the end of the month (2017年10月末), or the year",
                "日（2017年10月1日）、月末（2017年10月末）、または年を書く",
            ),
        )
    )
