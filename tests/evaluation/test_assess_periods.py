"""Periods of different kinds: what is set against what is said, or there is no judgement."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_samples import END, START, judged, row, stock
from period_strategies import periods
from planmodel import (
    AgainstBenchmark,
    AtMost,
    Baseline,
    Benchmark,
    CalendarYear,
    Cohort,
    Day,
    FiscalYear,
    Observation,
    Stock,
    Window,
)
from planmodel.evaluation.elapsing import elapsed
from planmodel.evaluation.outcome import NotAssessable
from planmodel.periods import Period

CALENDAR = "fiscal and calendar years are set against each other, year for year"
MONTHS = "fiscal years that begin in different months are set against each other, year for year"
MIDDLE = "a span of years counts from its middle"
DAYS = "a day is set against a year: it counts as the year that it lies in"


def of(period: Period, value: Any) -> Observation:
    """A value of a period of any kind."""
    return Observation("level", period, value)


def from_to(start: Period, end: Period) -> Stock:
    """A level that shall fall from 10 to 5."""
    return stock(5, 10, baseline=Baseline(10, start), targets=[AtMost(5, end)])


def october(year: int) -> FiscalYear:
    """A fiscal year that begins in October."""
    return FiscalYear(year, start_month=10)


def test_a_fiscal_year_of_other_months_is_judged_and_said() -> None:
    """FY2020 from October stands for FY2020, its times are true, no calendar year is involved."""
    found = judged(from_to(october(2017), october(2021)), of(october(2020), 7))
    assert (found.actual, found.value, found.expected) == (7, 80, Decimal("6.25"))
    assert [str(it) for it in found.notes] == [
        "the value of FY2020 (from October) stands for FY2020"
    ]
    assert found.notes[0].in_language("ja") == "2020年度（10月開始）の値を2020年度の値とした"


def test_fiscal_years_of_different_months_are_no_calendar_years() -> None:
    """A value of FY2020 after a baseline of FY2017 from October: the months are what differs."""
    found = judged(from_to(october(2017), october(2021)), of(FiscalYear(2020), 7))
    assert [str(it) for it in found.notes] == [MONTHS]
    assert found.notes[0].in_language("ja") == "始まる月の異なる年度を同じ年どうしで比べている"


def test_a_year_within_the_span_of_the_baseline_has_no_expected_value() -> None:
    """FY2020 lies in 2017 to 2021: no time has passed since; FY2023 is on the way, and said."""
    spans = [Window(CalendarYear(it), CalendarYear(it + 4)) for it in (2017, 2022)]
    indicator = from_to(*spans)
    within = judged(indicator, of(FiscalYear(2020), 9), of(spans[0], 10))
    assert (within.expected, within.value) == (None, None)
    assert within.reason is not None
    assert str(within.reason) == (
        "FY2020 lies within the span of the baseline (2017–2021): no time has passed"
    )
    assert within.reason.in_language("ja") == (
        "2020年度は基準値の期間（2017～2021年）の中にあり、まだ時間が経過していない"
    )
    assert "(elapsed) is not known" not in str(within.trace)
    after = judged(indicator, of(FiscalYear(2023), 9), year=2023)
    assert after.expected == 6
    assert [str(it) for it in after.notes] == [CALENDAR, MIDDLE]
    rolling = judged(indicator, of(Window(CalendarYear(2018), CalendarYear(2022)), 9), year=2022)
    assert (rolling.expected, rolling.value) == (9, 100)


def test_a_cohort_is_set_against_cohorts_only() -> None:
    """Releases of 2020 are not the year 2020: FY2020 has no expected value, the cohort has."""
    cohorts = [Cohort(CalendarYear(it), CalendarYear(it + 2)) for it in (2017, 2020, 2021)]
    indicator = from_to(cohorts[0], cohorts[2])
    rows = of(cohorts[1], 7), of(FiscalYear(2019), 8)
    year = judged(indicator, *rows)
    assert (year.expected, year.actual) == (None, None)
    assert str(year.reason) == (
        "no value for FY2020 is known, only for cohort of 2020, known in 2022"
    )
    with_value = judged(indicator, *rows, year=2019)
    assert with_value.expected is None
    assert "one is a cohort, the other is not" in str(with_value.reason)
    assert with_value.reason is not None
    assert "集団（コホート）" in with_value.reason.in_language("ja")
    cohort = judged(indicator, *rows, year=cohorts[1])
    assert (cohort.actual, cohort.value, cohort.notes) == (7, 80, ())


def test_the_reason_names_the_value_of_another_kind_of_year() -> None:
    """Asked for the calendar year 2020, the value of FY2020 is named, in both languages."""
    reason = judged(stock(), row("level", 2020, 15), year=CalendarYear(2020)).reason
    assert reason is not None
    assert str(reason) == "no value for 2020 is known, only for FY2020"
    assert reason.in_language("ja") == "2020年の実績値は得られておらず、2020年度の値だけがある"
    nothing = judged(stock(), row("level", 2019, 15), year=CalendarYear(2020)).reason
    assert str(nothing) == "no value for 2020 is known"


def test_a_benchmark_of_another_kind_of_year_is_said() -> None:
    """A value of FY2020 held against the country's of the calendar year 2020 says so."""
    country = Benchmark("country", "全国", unit="人")
    compared = stock(targets=[AgainstBenchmark(country, END)], benchmarks=[country])
    other = Observation("country", CalendarYear(2020), 11)
    found = judged(compared, row("level", 2020, 12), other)
    assert [str(it) for it in found.notes] == [
        "全国: the value of calendar year 2020 stands for FY2020"
    ]
    alike = judged(compared, of(CalendarYear(2020), 12), other)
    assert not [it for it in alike.notes if str(it).startswith("全国")]


@pytest.mark.parametrize(
    ("start", "end", "years", "notes"),
    [
        (CalendarYear(2017), FiscalYear(2020), 3, [CALENDAR]),
        (START, october(2020), 3, [MONTHS]),
        (Day("2018-02-01"), FiscalYear(2020), 3, [DAYS]),
        (Day("2018-02-01"), CalendarYear(2020), 2, [DAYS]),
        (Day("2018-02-01"), october(2020), 3, [DAYS]),
        (Window(START, FiscalYear(2019)), FiscalYear(2021), 3, [MIDDLE]),
        (Window(START, FiscalYear(2019)), CalendarYear(2021), 3, [CALENDAR, MIDDLE]),
    ],
)
def test_each_mix_says_what_it_is(start: Period, end: Period, years: int, notes: list[str]) -> None:
    """Years for years, months for months, days for days: never a sentence about another mix."""
    found = elapsed(start, end)
    assert found.years == years
    assert [str(it) for it in found.notes] == notes


@given(periods, periods)
def test_no_mix_goes_unsaid(start: Period, end: Period) -> None:
    """Two periods of different kinds give a note or no time; of one kind, neither."""
    found = elapsed(start, end)
    if start.kind == end.kind:
        assert not found.notes
        assert not isinstance(found.years, NotAssessable)
    else:
        assert found.notes or isinstance(found.years, NotAssessable)


@given(st.integers(2019, 2030))
def test_a_year_is_the_end_of_a_span_with_a_value_and_without(year: int) -> None:
    """Expected value, and whether the target is due, are those of the span that ends there."""
    indicator = from_to(
        *(Window(CalendarYear(last - 4), CalendarYear(last)) for last in (2021, 2026))
    )
    without = judged(indicator, year=year)
    value = of(Window(CalendarYear(year - 4), CalendarYear(year)), 9)
    with_value = judged(indicator, value, year=year)
    assert without.expected == with_value.expected
    assert without.facts.is_due == with_value.facts.is_due == (year >= 2026)


def test_a_year_taken_as_the_end_of_a_span_is_said() -> None:
    """FY2024 is asked for 2020 to 2024: three fifths of the way, and not the whole target."""
    indicator = from_to(
        *(Window(CalendarYear(last - 4), CalendarYear(last)) for last in (2021, 2026))
    )
    found = judged(indicator, year=2024)
    assert found.expected == 7
    assert [str(it) for it in found.notes] == [
        "FY2024 is taken as the end of 2020–2024, a span as long as those of baseline and target"
    ]
    assert found.notes[0].in_language("ja") == (
        "2024年度を、基準値・目標と同じ長さの期間（2020～2024年）の最終年として扱った"
    )
    assert str(found.reason) == "no value for FY2024 is known"


@pytest.mark.parametrize(
    "end", [CalendarYear(2026), Window(CalendarYear(2023), CalendarYear(2026)), Day("2026-03-31")]
)
def test_a_year_stays_a_year_where_the_spans_differ(end: Period) -> None:
    """Baseline and target of different lengths, or one of them a year: nothing is assumed."""
    start = Window(CalendarYear(2017), CalendarYear(2021))
    found = judged(from_to(start, end), year=2024)
    assert "is taken as" not in "".join(map(str, found.notes))
