"""Periods made of years: windows and cohorts; and the name for all five kinds."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias, final

from attrs import field, frozen

from planmodel.errors import ModelError, Problem
from planmodel.periods.checking import as_name
from planmodel.periods.ordering import Ordered
from planmodel.periods.single import CalendarYear, Day, FiscalYear, Year, check_is_year
from planmodel.text import Language, Text, say

__all__ = ["Cohort", "Period", "Window"]

_WINDOW_OF_FISCAL = say("a window of fiscal years", "複数年度の期間")
_WINDOW_OF_CALENDAR = say("a window of calendar years", "複数暦年の期間")
_COHORT = say("a cohort", "集団（コーホート）")


@final
@frozen(order=False)
class Window(Ordered):
    """A run of years taken as one, such as the years 2013 to 2017 of a mean.

    Windows stand in the order of their middles, and of their last years where those agree.

    Attributes:
        first: the first year.
        last: the last year, included; of the same kind as the first.

    Raises:
        ModelError: the two are no years of one kind, or upside down.

    >>> window = Window(CalendarYear(2013), CalendarYear(2017))
    >>> str(window), window.in_language("ja"), len(window.years)
    ('2013..2017', '2013～2017年', 5)
    """

    first: Year
    last: Year

    def __attrs_post_init__(self) -> None:
        check_is_year(self.first, "first")
        check_is_year(self.last, "last")
        if self.first.kind != self.last.kind:
            raise ModelError(
                Problem(
                    say(
                        "a window cannot run from {first} ({kind}) to {last} ({other})",
                        "{first}（{kind}）から{last}（{other}）までの期間は作れない",
                        first=self.first,
                        last=self.last,
                        kind=self.first.kind_name,
                        other=self.last.kind_name,
                    ),
                    expected=say("two years of one kind", "同じ種類の年"),
                )
            )
        if self.first.place > self.last.place:
            raise ModelError(
                Problem(
                    say(
                        "the window ends in {last}, before it starts in {first}",
                        "期間の終わり（{last}）が始まり（{first}）より前である",
                        first=self.first,
                        last=self.last,
                    ),
                    hint=say("exchange the two years", "2つの年を入れ替える"),
                )
            )

    @property
    def years(self) -> tuple[Year, ...]:
        """Every year of the window, in order."""
        return tuple(self.first.shift(n) for n in range(self.last.year - self.first.year + 1))

    @property
    def kind(self) -> tuple[str | int, ...]:
        """Windows compare when their years do, whatever their lengths."""
        return ("window", *self.first.kind)

    @property
    def place(self) -> tuple[int, ...]:
        """Twice the middle, then the last year."""
        return (self.first.year + self.last.year, self.last.year)

    @property
    def kind_name(self) -> Text:
        """The kind in words."""
        return _WINDOW_OF_FISCAL if isinstance(self.first, FiscalYear) else _WINDOW_OF_CALENDAR

    @property
    def first_day(self) -> dt.date:
        """The first day of the first year."""
        return self.first.first_day

    @property
    def last_day(self) -> dt.date:
        """The last day of the last year."""
        return self.last.last_day

    def shift(self, years: int) -> Window:
        """The window of the same length *years* later, or earlier when negative.

        Raises:
            ModelError: a year is out of range.
        """
        return Window(self.first.shift(years), self.last.shift(years))

    def in_language(self, language: Language) -> str:
        """``FY2013–FY2017``, ``2013～2017年度``."""
        fiscal = isinstance(self.first, FiscalYear)
        start = self.first.start_in_language(language) if isinstance(self.first, FiscalYear) else ""
        if language == "ja":
            return f"{self.first.year}～{self.last.year}年{'度' if fiscal else ''}{start}"
        prefix = "FY" if fiscal else ""
        return f"{prefix}{self.first.year}–{prefix}{self.last.year}{start}"

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"


@final
@frozen(order=False)
class Cohort(Ordered):
    """Those of one year, as known in a later one: releases of 2022, known in 2024.

    Its days are those of the year it is about; when it became known is not part of them.

    Attributes:
        of: the year in which they entered the cohort.
        known_in: the year up to which they were followed, or in which the figure was known.
        name: who they are, such as 出所者; may be empty.

    Raises:
        ModelError: a year is no year, known before the cohort's year ended, or an unfit name.

    >>> cohort = Cohort(CalendarYear(2022), CalendarYear(2024), "出所者")
    >>> str(cohort), cohort.in_language("ja")
    ('2022@2024:出所者', '2022年出所者（2024年判明）')
    """

    of: Year
    known_in: Year
    name: str = field(default="", converter=as_name)

    def __attrs_post_init__(self) -> None:
        check_is_year(self.of, "of")
        check_is_year(self.known_in, "known_in")
        if self.known_in.last_day < self.of.last_day:
            raise ModelError(
                Problem(
                    say(
                        "a cohort of {of} cannot be known in {known_in}, before {of} has ended",
                        "{of}の集団が、{of}の終わる前の{known_in}に判明することはない",
                        of=self.of,
                        known_in=self.known_in,
                    ),
                    where="known_in",
                )
            )

    @property
    def kind(self) -> tuple[str | int, ...]:
        """Cohorts compare when both their years do and they are of the same people."""
        return ("cohort", *self.of.kind, *self.known_in.kind, self.name)

    @property
    def place(self) -> tuple[int, ...]:
        """The cohort's year, then when it was known."""
        return (self.of.year, self.known_in.year)

    @property
    def kind_name(self) -> Text:
        """The kind in words."""
        return _COHORT

    @property
    def first_day(self) -> dt.date:
        """The first day of the cohort's year."""
        return self.of.first_day

    @property
    def last_day(self) -> dt.date:
        """The last day of the cohort's year."""
        return self.of.last_day

    def shift(self, years: int) -> Cohort:
        """The cohort *years* later, known as much later.

        Raises:
            ModelError: a year is out of range.
        """
        return Cohort(self.of.shift(years), self.known_in.shift(years), self.name)

    def in_language(self, language: Language) -> str:
        """``releases of 2022, known in 2024``, ``2022年出所者（2024年判明）``."""
        of, known = self.of.in_language(language), self.known_in.in_language(language)
        if language == "ja":
            return f"{of}{self.name}（{known}判明）"
        return f"{self.name or 'cohort'} of {of}, known in {known}"

    def __str__(self) -> str:
        name = f":{self.name}" if self.name else ""
        return f"{self.of}@{self.known_in}{name}"


Period: TypeAlias = FiscalYear | CalendarYear | Day | Window | Cohort
"""Any time that a plan can print."""
