"""Months that tell years: a stretch of them that makes whole years, and the year of a lone one."""

from __future__ import annotations

import datetime as dt
import re

from attrs import frozen

from planmodel.errors import PlanmodelError
from planmodel.periods.composed import Window
from planmodel.periods.context import Context
from planmodel.periods.days import MonthWords, read_month, the_day
from planmodel.periods.distance import fiscal_year_of
from planmodel.periods.eras import note_on_era
from planmodel.periods.scanning import Scanner, plain
from planmodel.periods.single import MONTH_NAMES, CalendarYear, FiscalYear, Year
from planmodel.periods.yearwords import YearWords, read_year
from planmodel.text import Text

__all__ = ["Month", "parse_month", "read_stretch"]


_NAMED = re.compile(
    rf"({'|'.join((*MONTH_NAMES, *(it[:3] for it in MONTH_NAMES)))}|Sept)\.?,? ([0-9]{{4}})",
    re.IGNORECASE,
)


@frozen
class Month:
    """A month that was read; plans have no periods of a month, so it only tells its years.

    Attributes:
        calendar: the calendar year it lies in.
        fiscal: the fiscal year (from April) it lies in.
        notes: that its era never had such a year.
    """

    calendar: CalendarYear
    fiscal: FiscalYear
    notes: tuple[Text, ...] = ()


def parse_month(text: str) -> Month | None:
    """The month that *text* prints and nothing else (令和5年3月, 2023/3, March 2023), or None.

    >>> month = parse_month("令和5年3月")
    >>> str(month.calendar), str(month.fiscal)
    ('2023', 'FY2022')
    """
    named = _NAMED.fullmatch(plain(text))
    scanner = Scanner(f"{named[2]}-{_number_of(named[1])}" if named else plain(text))
    try:
        year = read_year(scanner)
        words = None if year is None else read_month(scanner, year)
        is_month = words == MonthWords(words.month) if words else False
        if year is None or words is None or not is_month or not scanner.done:
            return None
        day = the_day(year, words).day.date
    except PlanmodelError:
        return None
    return Month(CalendarYear(day.year), fiscal_year_of(day), _notes(year))


def _number_of(name: str) -> int:
    return next(at for at, it in enumerate(MONTH_NAMES, 1) if it[:3] == name[:3].capitalize())


def read_stretch(
    scanner: Scanner, first: YearWords, context: Context, between: re.Pattern[str]
) -> tuple[Window, tuple[Text, ...]] | None:
    """The whole years from a month (or day) to another, as in 2020年4月～2025年3月, with notes.

    None, with the place where it was, where no such stretch stands right here after the *first*
    year, or where it makes no whole years.

    Raises:
        ParseError: there is no such day or year.
    """
    back = scanner.at
    opened = read_month(scanner, first)
    if opened is not None and not opened.is_end and scanner.take(between):
        last = read_year(scanner, after=first)
        closed = None if last is None else read_month(scanner, last)
        if last is not None and closed is not None:
            start = the_day(first, MonthWords(opened.month, opened.day or 1)).day.date
            years = _whole_years(start, the_day(last, closed).day.date, context)
            if years is not None:
                return years, (*_notes(first), *_notes(last))
    scanner.at = back
    return None


def _whole_years(start: dt.date, end: dt.date, context: Context) -> Window | None:
    after = end + dt.timedelta(days=1)
    if start.day != 1 or (after.month, after.day) != (start.month, 1) or after <= start:
        return None
    opening: Year
    if start.month == context.start_month:
        opening = FiscalYear(start.year, start.month)
    elif start.month == 1:
        opening = CalendarYear(start.year)
    else:
        return None
    return Window(opening, opening.shift(after.year - start.year - 1))


def _notes(words: YearWords) -> tuple[Text, ...]:
    note = words.era and note_on_era(words.era, CalendarYear(words.western))
    return (note,) if note else ()
