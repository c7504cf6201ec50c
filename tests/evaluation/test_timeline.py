"""Which row counts for a period, what else is near it, and totals added up from increments."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from judging_samples import START, judged, plan_of, row, stock, total
from period_strategies import periods
from planmodel import (
    Baseline,
    CalendarYear,
    Cohort,
    Day,
    FiscalYear,
    Missing,
    NotStated,
    Observation,
    Window,
)
from planmodel.evaluation.timeline import Series, find_row, nearby, position, series_of
from planmodel.periods import Period

ASKED = FiscalYear(2020)


def fiscal(first: int, last: int) -> Window:
    """A span of fiscal years."""
    return Window(FiscalYear(first), FiscalYear(last))


def calendar(first: int, last: int) -> Window:
    """A span of calendar years."""
    return Window(CalendarYear(first), CalendarYear(last))


def taken(period: Period, *others: Period) -> Period | None:
    """The period whose row counts for *period*, the same in whatever order the rows stand."""
    found: set[Period | None] = set()
    for order in permutations(others):
        reading = find_row({it: Observation("level", it, 1) for it in order}, period)
        found.add(None if reading is None else reading.row.period)
        assert reading is None or (reading.note is None) is (reading.row.period == period)
    (one,) = found
    return one


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ((ASKED, Day("2021-03-31"), CalendarYear(2020)), ASKED),
        ((Day("2020-04-01"), Day("2021-03-31"), CalendarYear(2020)), Day("2021-03-31")),
        ((Day("2020-03-31"), Day("2021-04-01")), None),
        ((FiscalYear(2020, 10), CalendarYear(2020)), FiscalYear(2020, 10)),
        ((FiscalYear(2020, 10), FiscalYear(2020, 5), FiscalYear(2020, 1)), FiscalYear(2020, 5)),
        ((FiscalYear(2020, 5), FiscalYear(2020, 3)), FiscalYear(2020, 3)),
        ((FiscalYear(2019, 10), FiscalYear(2021, 1)), None),
        ((CalendarYear(2020), fiscal(2016, 2020)), CalendarYear(2020)),
        ((CalendarYear(2019), CalendarYear(2021)), None),
        ((fiscal(2016, 2020),), fiscal(2016, 2020)),
        ((fiscal(2016, 2020), fiscal(2018, 2020)), fiscal(2018, 2020)),
        ((fiscal(2018, 2020), calendar(2018, 2020)), fiscal(2018, 2020)),
        ((calendar(2019, 2020), fiscal(2018, 2020)), calendar(2019, 2020)),
        ((fiscal(2018, 2022), fiscal(2020, 2022), fiscal(2015, 2019)), None),
        ((Cohort(ASKED, FiscalYear(2022)),), None),
    ],
)
def test_what_stands_for_a_fiscal_year(others: tuple[Period, ...], expected: Any) -> None:
    """Its last day, the nearest months, the calendar year, the shortest span that ends with it."""
    assert taken(ASKED, *others) == expected


@pytest.mark.parametrize(
    ("period", "others", "expected"),
    [
        (CalendarYear(2020), (ASKED,), None),
        (CalendarYear(2020), (Day("2020-12-31"), Day("2021-01-01")), Day("2020-12-31")),
        (fiscal(2016, 2020), (fiscal(2014, 2018), ASKED), None),
        (fiscal(2016, 2020), (fiscal(2018, 2020), fiscal(2014, 2020)), None),
        (fiscal(2016, 2020), (calendar(2016, 2020), calendar(2015, 2019)), calendar(2016, 2020)),
        (Cohort(ASKED, FiscalYear(2022)), (ASKED, fiscal(2016, 2020)), None),
    ],
)
def test_what_stands_for_another_period(
    period: Period, others: tuple[Period, ...], expected: Any
) -> None:
    """Only the same years in other months for a span, no fiscal year for a calendar year."""
    assert taken(period, *others) == expected


@given(st.lists(periods, max_size=4, unique=True), periods)
def test_a_row_of_the_very_period_counts_before_any_other(
    others: list[Period], period: Period
) -> None:
    """Without a note, because nothing is assumed."""
    rows = {it: Observation("level", it, at) for at, it in enumerate([*others, period])}
    found = find_row(rows, period)
    assert found is not None
    assert (found.row.period, found.note) == (period, None)


def near(period: Period, *others: Period) -> tuple[Period, ...]:
    """The others that are near the period."""
    return nearby(Series(dict.fromkeys(others, Decimal(1)), {}), period)


def test_near_is_what_is_another_way_of_saying_the_period_or_a_span_over_it() -> None:
    """Its years in other months and the calendar year, and spans from their first to last year."""
    alike = CalendarYear(2020), FiscalYear(2020, 10), Cohort(ASKED, FiscalYear(2022))
    over = fiscal(2020, 2022), calendar(2018, 2020), fiscal(2016, 2021)
    apart = FiscalYear(2019), CalendarYear(2021), fiscal(2021, 2022), fiscal(2016, 2019)
    assert near(ASKED, *alike, *over, *apart) == (*alike, *over)


@given(st.lists(periods, max_size=6), periods)
@example([fiscal(2020, 2020)], ASKED)
def test_up_to_a_period_the_series_is_in_the_order_of_time(
    others: list[Period], period: Period
) -> None:
    """Every order of the rows gives the same places, nothing lies later, the period is last."""
    numbers = dict.fromkeys([*others, period], Decimal(1))
    until = [it for it, _ in Series(numbers, {}).until(period)]
    places = [(position(it), it.last_day) for it in until]
    assert places == sorted(places)
    assert until[-1] == period
    later = [it for it in numbers if it not in until]
    assert all((position(it), it.last_day) > places[-1] for it in later)
    backward = dict(reversed(numbers.items()))
    again = [it for it, _ in Series(backward, {}).until(period)]
    assert [(position(it), it.last_day) for it in again] == places
    assert again[-1] == period


# -- increments ---------------------------------------------------------------------------------


def added(year: int, value: int) -> Observation:
    """An increment of a running total."""
    return row("total", year, value, reported_as="increment")


@pytest.mark.parametrize(
    ("counted_from", "baseline", "total_2018"),
    [
        (None, Baseline(10, START), 15),
        (FiscalYear(2018), None, 5),
        (FiscalYear(2018), Baseline(10, START), 15),
        (FiscalYear(2018), Baseline(NotStated("記載なし"), START), 5),
        (FiscalYear(2018), Baseline(10, FiscalYear(2015)), 5),
        (FiscalYear(2017), None, None),
        (FiscalYear(2019), None, None),
        (Day("2018-04-01"), None, 5),
        (Day("2018-07-01"), Baseline(10, FiscalYear(2015)), 5),
        (Day("2018-03-31"), None, None),
        (Day("2019-04-01"), None, None),
        (NotStated("記載なし"), None, None),
        (NotStated("記載なし"), Baseline(NotStated("記載なし"), START), None),
        (None, Baseline(10, FiscalYear(2016)), None),
        (None, Baseline(10, NotStated("記載なし")), None),
        (None, None, None),
    ],
)
def test_an_increment_is_added_to_the_year_before_or_to_where_the_count_starts(
    counted_from: Any, baseline: Baseline | None, total_2018: int | None
) -> None:
    """The baseline of the year before, else nothing where the count starts with the year."""
    counted = total(20, None, baseline=baseline, counted_from=counted_from)
    rows = {FiscalYear(2018): added(2018, 5)}
    found = series_of(plan_of(counted), counted, rows, baseline)
    assert found.numbers.get(FiscalYear(2018)) == total_2018
    assert bool(found.missing) is (total_2018 is None)
    assert len(found.notes) == (total_2018 is not None)


# -- why there is no number ---------------------------------------------------------------------


def test_a_mark_that_says_nothing_is_told_as_it_stands() -> None:
    """A dash is no value, in both languages."""
    reason = judged(stock(), row("level", 2020, Missing("―"))).reason
    assert reason is not None
    assert str(reason) == "there is no value (―)"
    assert reason.in_language("ja") == "実績値がない（―）"
