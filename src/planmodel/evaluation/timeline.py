"""Rows of a ledger in time: which row counts for a period, and how far apart they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import field, frozen

from planmodel.evaluation import reasons as why
from planmodel.evaluation.counting import in_other_unit
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.precision import add
from planmodel.model.indicators import Baseline, Cumulative, Indicator
from planmodel.model.plan import Plan
from planmodel.observations.records import Observation
from planmodel.periods import (
    CalendarYear,
    Cohort,
    Day,
    FiscalYear,
    Period,
    Window,
    contains,
    fiscal_year_of,
)
from planmodel.text import Text, say

__all__ = ["Place", "Reading", "Series", "ending", "find_row", "nearby", "position", "series_of"]

Place: TypeAlias = int | Fraction
"""A place on a line of years: nearly always the number of a year."""


def position(period: Period) -> Place:
    """Where *period* lies on a line of years: a year at its number, a span at its middle."""
    if isinstance(period, (FiscalYear, CalendarYear)):
        return period.year
    if isinstance(period, Window):
        return Fraction(position(period.first) + position(period.last), 2)
    if isinstance(period, Cohort):
        return position(period.of)
    return fiscal_year_of(period.date).year


def ending(period: Period) -> Place:
    """Where *period* ends on a line of years: a span at its last year."""
    return position(period.last if isinstance(period, Window) else period)


@frozen
class Reading:
    """The row that counts for a period, and what had to be assumed to take it."""

    row: Observation
    note: Text | None = None


def find_row(rows: Mapping[Period, Observation], period: Period) -> Reading | None:
    """The row of *period*; else of a day in it, its year in other months, a span ending there.

    In other months: the fiscal year of the same name that begins in another month, then the
    calendar year. A calendar year takes no fiscal year's value, and a cohort stands for itself.
    Of spans, the shortest; a span takes the value of no other span but of the same years.
    """
    if period in rows:
        return Reading(rows[period])
    other = None if isinstance(period, Cohort) else _in_place_of(rows, period)
    return None if other is None else Reading(rows[other], _stands_for(other, period))


def _in_place_of(rows: Mapping[Period, Observation], period: Period) -> Period | None:
    days = [it for it in rows if isinstance(it, Day) and contains(period, it.date)]
    if days:
        return max(days, key=lambda it: it.date)
    if isinstance(period, FiscalYear):
        others = [it for it in rows if isinstance(it, FiscalYear) and it.year == period.year]
        if others:
            return min(others, key=lambda it: _months_apart(it, period))
        calendar = CalendarYear(period.year)
        if calendar in rows:
            return calendar
    kind = (period.first if isinstance(period, Window) else period).kind
    return max(
        (it for it in rows if isinstance(it, Window) and _ends_with(it, period)),
        key=lambda it: (position(it.first), it.first.kind == kind, it.last_day),
        default=None,
    )


def _months_apart(one: FiscalYear, other: FiscalYear) -> tuple[int, int]:
    return abs(one.start_month - other.start_month), one.start_month


def _ends_with(span: Window, period: Period) -> bool:
    """Whether *span* ends with a year, or is of the same years as another span."""
    if isinstance(period, Window) and position(span.first) != position(period.first):
        return False
    last = period.last if isinstance(period, Window) else period
    return position(span.last) == position(last)


def _stands_for(other: Period, period: Period) -> Text:
    if isinstance(other, Day):
        return say(
            "the value of {day} stands for {period}",
            "{day}現在の値を{period}の値とした",
            day=other,
            period=period,
        )
    if isinstance(other, CalendarYear):
        return say(
            "the value of calendar year {year} stands for {period}",
            "暦年{year}年の値を{period}の値とした",
            year=other.year,
            period=period,
        )
    return say(
        "the value of {other} stands for {period}",
        "{other}の値を{period}の値とした",
        other=other,
        period=period,
    )


def nearby(series: Series, period: Period) -> tuple[Period, ...]:
    """The periods with a number that are another way of saying *period*, or are spans over it."""
    at = position(period)
    return tuple(
        it
        for it in series.numbers
        if position(it) == at
        or (isinstance(it, Window) and position(it.first) <= at <= position(it.last))
    )


@frozen
class Series:
    """The numbers of an indicator by period, as levels or running totals.

    ``missing`` says for a period with a row why it has no number; ``words`` are those that stand
    there instead of one.
    """

    numbers: dict[Period, Decimal]
    missing: dict[Period, NotAssessable]
    notes: tuple[Text, ...] = ()
    words: dict[Period, str] = field(factory=dict[Period, str])

    def until(self, period: Period) -> list[tuple[Period, Decimal | None]]:
        """Periods up to *period* in the order of time, missing ones as ``None``.

        Of several in one year, the one that ends first comes first, and *period* itself is last.
        """
        end = _ending(period)
        known = {**dict.fromkeys(self.missing), **self.numbers}
        return sorted(
            ((it, number) for it, number in known.items() if _ending(it) <= end),
            key=lambda pair: (_ending(pair[0]), pair[0] == period),
        )


def _ending(period: Period) -> tuple[Place, dt.date]:
    return position(period), period.last_day


_CONVERTED = say(
    "yearly increments were added up to a running total",
    "年ごとの増分を累計に換算した",
)


def series_of(
    plan: Plan[Any],
    indicator: Indicator,
    rows: Mapping[Period, Observation],
    baseline: Baseline | None,
) -> Series:
    """The rows of *indicator* of *plan* as one series; increments of a running total are added up.

    A number in another unit than the indicator's is missing, with that reason.
    An increment is added to the running total of the period before (the baseline among them),
    or to nothing where the count is declared to start with its period.
    """
    numbers: dict[Period, Decimal] = {}
    missing: dict[Period, NotAssessable] = {}
    words: dict[Period, str] = {}
    is_total = isinstance(indicator, Cumulative)
    converted = False
    for period, row in _in_order(rows.items()):
        number = row.value
        if number is None:
            missing[period] = _why_missing(row)
            if row.amount.words:
                words[period] = row.amount.words
        elif row.amount.unit and (other := in_other_unit(row, indicator.unit, plan)) is not None:
            missing[period] = other
        elif is_total and row.reported_as == "increment":
            before = _total_before(indicator, numbers, period, baseline)
            if before is None:
                missing[period] = why.INCREMENTS_INCOMPLETE
            else:
                numbers[period] = add(before, number)
                converted = True
        else:
            numbers[period] = number
    return Series(numbers, missing, (_CONVERTED,) if converted else (), words)


def _in_order(
    items: Iterable[tuple[Period, Observation]],
) -> list[tuple[Period, Observation]]:
    return sorted(items, key=lambda pair: position(pair[0]))


def _total_before(
    indicator: Indicator,
    numbers: Mapping[Period, Decimal],
    period: Period,
    baseline: Baseline | None,
) -> Decimal | None:
    try:
        before = period.shift(-1)
    except ValueError:
        return None
    if before in numbers:
        return numbers[before]
    if baseline is not None and baseline.value is not None and baseline.period == before:
        return baseline.value
    start = indicator.counted_from if isinstance(indicator, Cumulative) else None
    starts = contains(period, start.date) if isinstance(start, Day) else start == period
    return Decimal(0) if starts else None


_STATES = {
    "集計中": "pending",
    "未公表": "not_published",
    "調査せず": "not_surveyed",
    "調査なし": "not_surveyed",
    "不明": "not_known",
    "把握不能": "not_known",
    "中止": "discontinued",
    "廃止": "discontinued",
}


def _why_missing(row: Observation) -> NotAssessable:
    absence = row.absence
    word = row.amount.words if absence is None else absence.reason
    if absence is None:
        return NotAssessable(
            why.NOT_A_NUMBER.code,
            say("the value is words, not a number: {word}", "値が数ではない: {word}", word=word),
        )
    for known, code in _STATES.items():
        if known in word:
            return why.REASONS[code]
    return NotAssessable(
        why.NO_VALUE.code,
        say("there is no value ({word})", "実績値がない（{word}）", word=word),
    )
