"""Periods of one year or one day."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias, final

from attrs import field, frozen

from planmodel.errors import ModelError, Problem
from planmodel.periods.checking import APRIL, anniversary, as_date, check_month, check_year
from planmodel.periods.ordering import Ordered
from planmodel.text import Language, Text, say

__all__ = ["MONTH_NAMES", "CalendarYear", "Day", "FiscalYear", "Year", "check_is_year"]

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The months in English, whatever the locale."""

_FISCAL_YEAR = say("a fiscal year", "年度")
_CALENDAR_YEAR = say("a calendar year", "暦年")
_DAY = say("a day", "日")


@final
@frozen(order=False)
class FiscalYear(Ordered):
    """A fiscal year (年度), named by the calendar year in which it starts.

    Attributes:
        year: the calendar year of its first day, 1000 to 9998.
        start_month: the month of its first day, 1 to 12; Japan's is April.

    Raises:
        ModelError: the year or the month is out of range.

    >>> year = FiscalYear(2020)
    >>> str(year), year.in_language("ja"), str(year.last_day)
    ('FY2020', '2020年度', '2021-03-31')
    """

    year: int
    start_month: int = APRIL

    def __attrs_post_init__(self) -> None:
        check_year(self.year)
        check_month(self.start_month)

    @property
    def kind(self) -> tuple[str | int, ...]:
        """Fiscal years compare when they start in the same month."""
        return ("fiscal", self.start_month)

    @property
    def place(self) -> tuple[int, ...]:
        """The year."""
        return (self.year,)

    @property
    def kind_name(self) -> Text:
        """The kind in words."""
        return _FISCAL_YEAR

    @property
    def first_day(self) -> dt.date:
        """The first day, in `year`."""
        return dt.date(self.year, self.start_month, 1)

    @property
    def last_day(self) -> dt.date:
        """The day before the next fiscal year."""
        return dt.date(self.year + 1, self.start_month, 1) - dt.timedelta(days=1)

    def shift(self, years: int) -> FiscalYear:
        """The fiscal year *years* later, or earlier when negative.

        Raises:
            ModelError: the year is out of range.
        """
        return FiscalYear(self.year + years, self.start_month)

    def in_language(self, language: Language) -> str:
        """``FY2020``, ``2020年度``; a start other than April is said."""
        name = f"{self.year}年度" if language == "ja" else f"FY{self.year}"
        return name + self.start_in_language(language)

    def start_in_language(self, language: Language) -> str:
        """The start month in brackets; empty for April."""
        if self.start_month == APRIL:
            return ""
        if language == "ja":
            return f"（{self.start_month}月開始）"
        return f" (from {MONTH_NAMES[self.start_month - 1]})"

    def __str__(self) -> str:
        month = "" if self.start_month == APRIL else f"/{self.start_month}"
        return f"FY{self.year}{month}"


@final
@frozen(order=False)
class CalendarYear(Ordered):
    """A calendar year (年, 暦年), 1 January to 31 December.

    Attributes:
        year: 1000 to 9998.

    Raises:
        ModelError: the year is out of range.
    """

    year: int

    def __attrs_post_init__(self) -> None:
        check_year(self.year)

    @property
    def kind(self) -> tuple[str | int, ...]:
        """All calendar years compare."""
        return ("calendar",)

    @property
    def place(self) -> tuple[int, ...]:
        """The year."""
        return (self.year,)

    @property
    def kind_name(self) -> Text:
        """The kind in words."""
        return _CALENDAR_YEAR

    @property
    def first_day(self) -> dt.date:
        """1 January."""
        return dt.date(self.year, 1, 1)

    @property
    def last_day(self) -> dt.date:
        """31 December."""
        return dt.date(self.year, 12, 31)

    def shift(self, years: int) -> CalendarYear:
        """The calendar year *years* later, or earlier when negative.

        Raises:
            ModelError: the year is out of range.
        """
        return CalendarYear(self.year + years)

    def in_language(self, language: Language) -> str:
        """``2020``, ``2020年``."""
        return f"{self.year}年" if language == "ja" else str(self.year)

    def __str__(self) -> str:
        return str(self.year)


@final
@frozen(order=False)
class Day(Ordered):
    """One day, as in 10月1日現在.

    Attributes:
        date: the date; an ISO text such as ``"2017-10-01"`` is taken too.

    Raises:
        ModelError: no such date, or a date with a time of day.
    """

    date: dt.date = field(converter=as_date)

    @property
    def kind(self) -> tuple[str | int, ...]:
        """All days compare."""
        return ("day",)

    @property
    def place(self) -> tuple[int, ...]:
        """The day's number in Python's calendar."""
        return (self.date.toordinal(),)

    @property
    def kind_name(self) -> Text:
        """The kind in words."""
        return _DAY

    @property
    def first_day(self) -> dt.date:
        """The day itself."""
        return self.date

    @property
    def last_day(self) -> dt.date:
        """The day itself."""
        return self.date

    def shift(self, years: int) -> Day:
        """The same day *years* later; 29 February becomes the 28th in a common year.

        Raises:
            ModelError: the year is out of range.
        """
        check_year(self.date.year + years)
        return Day(anniversary(self.date, years))

    def in_language(self, language: Language) -> str:
        """``2017-10-01``, ``2017年10月1日``."""
        if language == "ja":
            return f"{self.date.year}年{self.date.month}月{self.date.day}日"
        return self.date.isoformat()

    def __str__(self) -> str:
        return self.date.isoformat()


Year: TypeAlias = FiscalYear | CalendarYear
"""A period of one year."""


def check_is_year(value: object, where: str) -> None:
    """Refuse what is neither a fiscal nor a calendar year.

    Raises:
        ModelError: *value* is something else.
    """
    if isinstance(value, (FiscalYear, CalendarYear)):
        return
    raise ModelError(
        Problem(
            say("{value} is not a year", "{value}は年ではない", value=repr(value)),
            where=where,
            expected=say("a FiscalYear or a CalendarYear", "FiscalYearまたはCalendarYear"),
        )
    )
