"""The time between two periods of any kinds, and what is said where kinds are mixed."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from planmodel import AtLeast, Baseline, CalendarYear, Cohort, Day, FiscalYear, NotStated, Window
from planmodel.evaluation.elapsing import elapsed, how_mixed, is_due, times_of
from planmodel.evaluation.outcome import NotAssessable
from planmodel.periods import Period

CALENDAR = "fiscal and calendar years are set against each other, year for year"
MONTHS = "fiscal years that begin in different months are set against each other, year for year"
DAYS = "a day is set against a year: it counts as the year that it lies in"
MIDDLE = "a span of years counts from its middle"
NAMES = "cohorts of different names are set against each other, year for year"


def fiscal(year: int, month: int = 4) -> FiscalYear:
    """A fiscal year."""
    return FiscalYear(year, start_month=month)


def span(first: int, last: int) -> Window:
    """Fiscal years from one to another."""
    return Window(fiscal(first), fiscal(last))


def calendar_span(first: int, last: int) -> Window:
    """Calendar years from one to another."""
    return Window(CalendarYear(first), CalendarYear(last))


def cohort(of: Any, known: Any, name: str = "出所者") -> Cohort:
    """People of one year, looked at in another."""
    return Cohort(of, known, name=name)


def day(text: str) -> Day:
    """A day."""
    return Day(dt.date.fromisoformat(text))


@pytest.mark.parametrize(
    ("start", "end", "years", "notes"),
    [
        (fiscal(2017), fiscal(2020), 3, []),
        (CalendarYear(2020), CalendarYear(2017), -3, []),
        (span(2015, 2017), span(2018, 2020), 3, []),
        (fiscal(2017), CalendarYear(2020), 3, [CALENDAR]),
        (fiscal(2017), fiscal(2020, 10), 3, [MONTHS]),
        (CalendarYear(2017), span(2019, 2021), 3, [CALENDAR, MIDDLE]),
        (span(2015, 2017), fiscal(2018), 2, [MIDDLE]),
        (fiscal(2016), span(2015, 2017), 0, [MIDDLE]),
        (fiscal(2017), day("2020-03-31"), 2, [DAYS]),
        (fiscal(2017), day("2020-04-01"), 3, [DAYS]),
        (fiscal(2017, 10), day("2020-04-01"), 2, [DAYS]),
        (CalendarYear(2017), day("2020-03-31"), 3, [DAYS]),
        (day("2020-03-31"), CalendarYear(2021), 1, [DAYS]),
        (day("2020-03-31"), calendar_span(2020, 2022), 1, [DAYS, MIDDLE]),
        (span(2015, 2019), calendar_span(2016, 2018), 0, [CALENDAR]),
        (cohort(fiscal(2015), fiscal(2017)), cohort(fiscal(2017), fiscal(2020)), 2, []),
        (
            cohort(fiscal(2015), fiscal(2016), "a"),
            cohort(fiscal(2017), fiscal(2018), "b"),
            2,
            [NAMES],
        ),
        (
            cohort(CalendarYear(2015), CalendarYear(2016)),
            cohort(fiscal(2017), fiscal(2018)),
            2,
            [CALENDAR],
        ),
    ],
)
def test_the_time_between_two_periods(
    start: Period, end: Period, years: int, notes: list[str]
) -> None:
    """True periods where both are of one kind, else year for year, and that is said."""
    found = elapsed(start, end)
    assert (found.years, [str(it) for it in found.notes]) == (years, notes)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (span(2015, 2017), fiscal(2015)),
        (span(2015, 2017), fiscal(2016)),
        (span(2015, 2017), fiscal(2017)),
        (span(2015, 2017), day("2015-04-01")),
        (span(2015, 2017), day("2018-03-31")),
        (cohort(fiscal(2015), fiscal(2017)), fiscal(2020)),
        (fiscal(2015), cohort(fiscal(2017), fiscal(2020))),
        (span(2010, 2012), cohort(fiscal(2017), fiscal(2020))),
    ],
)
def test_no_time_lies_between_some_periods(start: Period, end: Period) -> None:
    """A year within the span of the baseline, and people against a year."""
    found = elapsed(start, end)
    assert isinstance(found.years, NotAssessable)
    assert (found.years.code, found.notes) == ("no_time", ())


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (span(2015, 2017), fiscal(2014), -2),
        (span(2015, 2017), day("2015-03-31"), -2),
        (span(2015, 2017), day("2018-04-01"), 2),
    ],
)
def test_just_outside_the_span_of_the_baseline_there_is_time(
    start: Period, end: Period, years: int
) -> None:
    """The day before its first year and the day after its last one."""
    assert elapsed(start, end).years == years


@pytest.mark.parametrize(
    ("given", "notes"),
    [
        ([], []),
        ([fiscal(2017), fiscal(2018)], []),
        ([day("2020-01-01"), day("2021-01-01")], []),
        ([day("2020-01-01"), fiscal(2018)], [DAYS]),
        ([span(2015, 2017), span(2018, 2020)], []),
        ([span(2015, 2017), fiscal(2018), span(2019, 2020)], [MIDDLE]),
        ([fiscal(2017), fiscal(2018, 1), CalendarYear(2020)], [CALENDAR, MONTHS]),
        ([cohort(fiscal(2015), fiscal(2017))], []),
        ([cohort(fiscal(2015), fiscal(2017), "a"), cohort(fiscal(2016), fiscal(2018), "a")], []),
        (
            [cohort(fiscal(2015), fiscal(2017)), cohort(fiscal(2016), CalendarYear(2018))],
            [CALENDAR],
        ),
        ([cohort(fiscal(2015), fiscal(2017)), cohort(fiscal(2016), fiscal(2018, 10))], [MONTHS]),
        (
            [cohort(CalendarYear(2015), fiscal(2017)), cohort(fiscal(2016), fiscal(2018))],
            [CALENDAR],
        ),
    ],
)
def test_what_is_said_of_mixed_periods(given: list[Period], notes: list[str]) -> None:
    """Each kind of mixture by its own sentence; nothing where all are of one kind."""
    assert [str(it) for it in how_mixed(given)] == notes


def test_times_come_from_the_baseline_and_what_was_assumed_is_said_once() -> None:
    """From FY2017 to the calendar years 2020 and 2022: three and five, and one note."""
    baseline, target = Baseline(10, fiscal(2017)), AtLeast(20, CalendarYear(2022))
    times = times_of(baseline, CalendarYear(2020), target)
    assert (times.passed, times.whole, times.reason) == (3, 5, None)
    assert [str(it) for it in times.notes] == [CALENDAR]
    alone = times_of(baseline, fiscal(2020), None)
    assert (alone.passed, alone.whole, alone.reason) == (3, None, None)
    undated = times_of(baseline, fiscal(2020), AtLeast(20, NotStated("記載なし")))
    assert (undated.passed, undated.whole) == (3, None)
    within = times_of(Baseline(10, span(2015, 2017)), fiscal(2016), target)
    assert (within.passed, within.whole) == (None, 6)
    assert within.reason is not None
    for lacking in (None, Baseline(10, NotStated("記載なし"))):
        nothing = times_of(lacking, fiscal(2020), target)
        assert (nothing.passed, nothing.whole, nothing.reason) == (None, None, None)


@pytest.mark.parametrize(
    ("due", "at", "is_it"),
    [
        (fiscal(2021), fiscal(2020), False),
        (fiscal(2021), fiscal(2021), True),
        (fiscal(2021), fiscal(2022), True),
        (fiscal(2021), day("2021-03-31"), False),
        (fiscal(2021), day("2021-04-01"), True),
        (fiscal(2021), cohort(fiscal(2022), fiscal(2023)), False),
        (NotStated("記載なし"), fiscal(2021), None),
    ],
)
def test_when_a_target_is_due(due: Any, at: Period, is_it: bool | None) -> None:  # noqa: FBT001
    """In its year and later; never said where there is no date, nor of people by a year."""
    assert is_due(AtLeast(20, due), at) is is_it
    assert is_due(None, at) is None


def test_the_distance_of_spans_is_that_of_their_places() -> None:
    """Two spans of different lengths are set against each other exactly."""
    found = elapsed(span(2015, 2017), span(2018, 2021))
    assert found.years == Fraction(7, 2)
