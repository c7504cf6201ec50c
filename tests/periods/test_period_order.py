"""Earlier, later, and how far apart; and what cannot be compared."""

from __future__ import annotations

import operator
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from period_strategies import cohorts, days, periods, windows, years
from planmodel.errors import NotComparableError
from planmodel.periods import (
    CalendarYear,
    Cohort,
    Day,
    FiscalYear,
    Period,
    Window,
    Year,
    same_kind,
    years_between,
)

WINDOW = Window(FiscalYear(2013), FiscalYear(2017))
RELEASES = Cohort(CalendarYear(2022), CalendarYear(2024), "出所者")

STRANGERS: list[tuple[Period, Period, str]] = [
    (FiscalYear(2020), CalendarYear(2020), "first_day"),
    (FiscalYear(2020), FiscalYear(2020, 7), "different months"),
    (FiscalYear(2020), Day("2020-04-01"), "days with days"),
    (FiscalYear(2020), WINDOW, "window.last"),
    (WINDOW, Window(CalendarYear(2013), CalendarYear(2017)), "window.last"),
    (CalendarYear(2022), RELEASES, "cohort.of"),
    (RELEASES, Cohort(CalendarYear(2022), CalendarYear(2024), "検挙者"), "cohort.of"),
    (RELEASES, Cohort(CalendarYear(2022), FiscalYear(2024), "出所者"), "cohort.of"),
]


@pytest.mark.parametrize(("a", "b", "hint"), STRANGERS)
def test_different_kinds_are_not_compared(a: Period, b: Period, hint: str) -> None:
    """Order and distance across kinds are refused with a sentence and a hint; equality is not."""
    assert not same_kind(a, b)
    assert a != b
    for compare in (operator.lt, operator.le, operator.gt, operator.ge, years_between):
        with pytest.raises(NotComparableError, match=hint) as caught:
            compare(a, b)
        assert "cannot be compared" in str(caught.value)
        assert "比べられない" in caught.value.in_language("ja")


def test_a_period_is_not_compared_with_anything_else() -> None:
    """Comparing with a number is Python's own TypeError."""
    for compare in (operator.lt, operator.le, operator.gt, operator.ge):
        with pytest.raises(TypeError, match="not supported"):
            compare(FiscalYear(2020), 2021)


def test_years_sort() -> None:
    """Periods of one kind sort, earlier first."""
    assert sorted([FiscalYear(2021), FiscalYear(2019)]) == [FiscalYear(2019), FiscalYear(2021)]
    assert max(Day("2017-10-01"), Day("2018-01-01")) == Day("2018-01-01")


@given(periods, st.integers(-9, 9))
def test_order_and_distance_agree_on_shifted_periods(period: Period, years: int) -> None:
    """A period shifted by n lies n years away, and on the side of the sign."""
    assume((period.first_day.month, period.first_day.day) != (2, 29))
    other = period.shift(years)
    assert years_between(period, other) == years
    assert (period < other) == (years > 0)
    assert (period <= other) == (years >= 0)
    assert (period > other) == (years < 0)
    assert (period >= other) == (years <= 0)


@given(st.data(), st.sampled_from([years, days, windows, cohorts]))
def test_distance_is_antisymmetric_and_never_against_the_order(
    data: st.DataObject, kind: st.SearchStrategy[Period]
) -> None:
    """From b to a is minus from a to b, and an earlier period is never ahead."""
    a, b = data.draw(kind), data.draw(kind)
    assume(same_kind(a, b))
    distance = years_between(a, b)
    assert years_between(b, a) == -distance
    assert distance >= 0 if a < b else distance <= 0
    assert [a < b, a == b, a > b].count(True) == 1


@given(days, days, days)
def test_a_later_day_is_farther(a: Day, b: Day, c: Day) -> None:
    """From one day, a later day is at a greater distance."""
    assume(b < c)
    if a <= b:
        assert years_between(a, b) <= years_between(a, c)
    if c <= a:
        assert years_between(a, b) <= years_between(a, c)


@pytest.mark.parametrize(
    ("a", "b", "distance"),
    [
        ("2017-10-01", "2021-10-01", Fraction(4)),
        ("2017-10-01", "2020-10-01", Fraction(3)),
        ("2017-10-01", "2018-01-01", Fraction(92, 365)),
        ("2019-10-01", "2020-04-01", Fraction(183, 366)),
        ("2020-02-29", "2021-02-28", Fraction(1)),
        ("2020-02-29", "2024-02-29", Fraction(4)),
        ("2020-02-29", "2021-03-01", 1 + Fraction(1, 365)),
        ("2018-01-01", "2017-10-01", Fraction(-92, 365)),
    ],
)
def test_days_are_counted_in_full_years_and_the_rest(a: str, b: str, distance: Fraction) -> None:
    """Anniversaries are whole years; days left over are a share of the year they lie in."""
    assert years_between(Day(a), Day(b)) == distance


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [
        ((2017, 2021), (2022, 2026), Fraction(5)),
        ((2013, 2017), (2017, 2017), Fraction(2)),
        ((2013, 2017), (2016, 2017), Fraction(3, 2)),
    ],
)
def test_windows_are_measured_from_middle_to_middle(
    first: tuple[int, int], second: tuple[int, int], distance: Fraction
) -> None:
    """The mean of a straight line over a window is its value in the middle."""
    a, b = (Window(CalendarYear(x), CalendarYear(y)) for x, y in (first, second))
    assert years_between(a, b) == distance


def test_cohorts_are_measured_by_the_year_they_are_about() -> None:
    """A figure that became known a year late is no farther away."""
    late = Cohort(CalendarYear(2023), CalendarYear(2026), "出所者")
    assert years_between(RELEASES, late) == 1


@given(years)
def test_a_year_equals_only_itself(year: Year) -> None:
    """A fiscal and a calendar year of one number are different values."""
    twin = CalendarYear(year.year) if isinstance(year, FiscalYear) else FiscalYear(year.year)
    assert year != twin
    assert len({year, twin, year.shift(0)}) == 2
