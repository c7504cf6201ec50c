"""What became known, as a series: running totals, increments, missing values, windows, days."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_samples import END, START, judged, plan_of, row, series_of_years, stock, total
from planmodel import (
    Amount,
    AtLeast,
    AtMost,
    Baseline,
    CalendarYear,
    Cohort,
    Day,
    FiscalYear,
    Flow,
    NotStated,
    Observation,
    Observations,
    Stock,
    Window,
    evaluate,
)

KANAGAWA = {2019: 41, 2020: 56, 2021: 38, 2022: 40}
"""Reported as yearly increments."""

FUKUOKA = {2019: 19, 2020: 41, 2021: 70}
"""Reported as running totals."""


def counted(**more: Any) -> Any:
    """A running total whose count starts with FY2019, aiming at 100 by FY2022."""
    return total(
        100,
        None,
        targets=[AtLeast(100, FiscalYear(2022))],
        counted_from=FiscalYear(2019),
        **more,
    )


def test_increments_are_added_up_to_a_running_total() -> None:
    """41, 56, 38, 40 a year is 41, 97, 135, 175 in total, and the conversion is told."""
    rows = [row("total", year, it, reported_as="increment") for year, it in KANAGAWA.items()]
    seen = [judged(counted(), *rows, year=year).actual for year in KANAGAWA]
    assert seen == [41, 97, 135, 175]
    found = judged(counted(), *rows, year=2022)
    assert found.change == 40
    assert found.grade == "reached"
    assert found.standing is not None
    assert found.standing.first_reached == FiscalYear(2021)
    assert any("running total" in str(note) for note in found.notes)


def test_running_totals_are_taken_as_they_are() -> None:
    """19, 41, 70 are totals already: nothing is added, and the change is the year's own."""
    rows = [row("total", year, it, reported_as="running_total") for year, it in FUKUOKA.items()]
    seen = [judged(counted(), *rows, year=year) for year in FUKUOKA]
    assert [it.actual for it in seen] == [19, 41, 70]
    assert [it.change for it in seen] == [None, 22, 29]
    assert not any("increments" in str(note) for note in seen[-1].notes)


def test_a_running_total_is_what_is_meant_where_nothing_is_said() -> None:
    """A row of a cumulative indicator that does not say how it is reported is a total."""
    assert series_of_years(counted(), FUKUOKA, year=2021).actual == 70


@given(st.lists(st.integers(0, 500), min_size=1, max_size=8))
def test_increments_and_totals_say_the_same(flows: list[int]) -> None:
    """However a count is reported, its judgement is the same."""
    years = range(2018, 2018 + len(flows))
    totals = [10 + sum(flows[: at + 1]) for at in range(len(flows))]
    increments = [
        row("total", year, it, reported_as="increment")
        for year, it in zip(years, flows, strict=True)
    ]
    running = [row("total", year, it) for year, it in zip(years, totals, strict=True)]
    last = years[-1]
    by_flow = judged(total(), *increments, year=last)
    by_total = judged(total(), *running, year=last)
    assert (by_flow.actual, by_flow.value, by_flow.grade, by_flow.change) == (
        by_total.actual,
        by_total.value,
        by_total.grade,
        by_total.change,
    )


def test_increments_start_from_the_baseline() -> None:
    """A total of 10 in FY2017 and 5 more in FY2018 are 15."""
    assert judged(total(), row("total", 2018, 5, reported_as="increment"), year=2018).actual == 15


def test_an_increment_after_a_gap_gives_no_total() -> None:
    """Where a year is missing the total is not known, and is not the sum of the rest."""
    rows = [
        row("total", 2018, 5, reported_as="increment"),
        row("total", 2020, 7, reported_as="increment"),
    ]
    found = judged(total(), *rows)
    assert found.actual is None
    assert found.reason is not None
    assert found.reason.code == "increments_incomplete"


def test_a_missing_increment_ends_the_total() -> None:
    """集計中 is not an increment of 0."""
    rows = [
        row("total", 2018, 5, reported_as="increment"),
        row("total", 2019, "集計中", reported_as="increment"),
        row("total", 2020, 7, reported_as="increment"),
    ]
    assert judged(total(), *rows, year=2018).actual == 15
    assert judged(total(), *rows, year=2020).actual is None


def test_an_increment_without_a_known_start_gives_no_total() -> None:
    """Hyogo prints no start of its counts: without a baseline an increment says nothing."""
    unknown = total(20, None, counted_from=NotStated("計画に記載がない"))
    found = judged(unknown, row("total", 2018, 5, reported_as="increment"), year=2018)
    assert found.reason is not None
    assert found.reason.code == "increments_incomplete"


def test_a_running_total_may_start_again_from_a_printed_one() -> None:
    """A printed total between increments is taken, and counting goes on from it."""
    rows = [
        row("total", 2019, 18, reported_as="running_total"),
        row("total", 2020, 2, reported_as="increment"),
    ]
    assert judged(total(), *rows).actual == 20


def test_a_falling_total_is_judged_as_it_is_reported() -> None:
    """The finding is the checks' matter; the judgement neither repairs nor hides the fall."""
    found = series_of_years(total(), {2018: 14, 2019: 12, 2020: 9}, year=2020)
    assert (found.actual, found.change, found.grade) == (9, -3, "worse")
    assert found.value is not None
    assert found.value < 0


@pytest.mark.parametrize("rule", ["sano", "ibaraki", "osaka-library"])
def test_a_running_total_is_not_divided_by_its_goal_unasked(rule: str) -> None:
    """v/T looks nearly done on day one; a rule that says nothing of totals judges none."""
    found = judged(total(20, 19), row("total", 2018, 19), year=2018, rules=rule)
    assert found.reason is not None
    assert found.reason.code == "running_total"
    assert judged(stock(20, 19), row("level", 2018, 19), year=2018, rules=rule).grade is not None


def test_a_running_total_without_a_baseline_in_the_plan_is_divided_by_its_goal() -> None:
    """There is nothing to be judged net of; a baseline that is not stated is another matter."""
    found = judged(total(20, None), row("total", 2018, 19), year=2018, rules="sano")
    assert found.value == 95
    unknown = total(20, None, baseline=Baseline(NotStated("調査中"), FiscalYear(2017)))
    found = judged(unknown, row("total", 2018, 19), year=2018, rules="sano")
    assert found.reason is not None
    assert found.reason.code == "running_total"


@given(
    st.sampled_from((Stock, Flow)),
    st.dictionaries(st.integers(2010, 2019), st.integers(0, 999), max_size=6),
)
def test_two_years_of_a_level_are_never_added(kind: Any, others: dict[int, int]) -> None:
    """What other years were changes neither the actual value nor its ratio."""
    level = kind("level", "水準", unit="人", direction="increase",
                 baseline=Baseline(10, START), targets=[AtLeast(20, END)])  # fmt: skip
    alone = judged(level, row("level", 2020, 15))
    among = series_of_years(level, {**others, 2020: 15}, year=2020)
    assert (among.actual, among.value, among.grade) == (alone.actual, alone.value, alone.grade)
    assert among.actual == 15


def test_an_increment_of_a_level_is_just_its_value() -> None:
    """Only running totals have increments; a level that says so is still a level."""
    rows = [row("level", year, 5, reported_as="increment") for year in (2018, 2019, 2020)]
    assert judged(stock(), *rows).actual == 5


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("集計中", "pending"),
        ("未公表", "not_published"),
        ("調査せず", "not_surveyed"),
        ("なし", "no_value"),
        ("―", "no_value"),
        ("…", "no_value"),
        ("把握不能", "not_known"),
        ("中止", "discontinued"),
    ],
)
def test_a_missing_value_has_its_reason(words: str, code: str) -> None:
    """What stands instead of a number is told, and never read as 0."""
    from planmodel import Missing

    value: Any = words
    try:
        given = row("level", 2020, value)
    except ValueError:
        given = row("level", 2020, Missing(words))
    found = judged(stock(), given)
    assert found.actual is None
    assert found.value is None
    assert found.row()["actual"] is None
    assert found.reason is not None
    assert found.reason.code == code
    assert found.reason.in_language("ja") != found.reason.in_language("en")


def test_a_value_in_words_is_told() -> None:
    """設置済 is a value, but not one that a ratio can be made of."""
    found = judged(stock(), row("level", 2020, Amount(words="設置済")))
    assert found.reason is not None
    assert found.reason.code == "not_a_number"
    assert "設置済" in str(found.reason)


def test_a_rule_prints_its_own_word_for_a_missing_value() -> None:
    """Nagayo prints − where the value is unknown."""
    found = judged(stock(), row("level", 2020, "未公表"), rules="nagayo")
    assert found.grade is None or found.grade == "−"
    assert "−" in (found.state, found.grade)


def test_no_row_at_all_is_told_with_its_year() -> None:
    """The reason names the year, in both languages."""
    reason = judged(stock()).reason
    assert reason is not None
    assert str(reason) == "no value for FY2020 is known"
    assert "2020年度" in reason.in_language("ja")


BASE = Window(CalendarYear(2017), CalendarYear(2021))
GOAL = Window(CalendarYear(2022), CalendarYear(2026))


def tottori() -> Stock:
    """Tottori's 2nd plan: 再犯者数, a mean of 443 in 2017-2021, 354 as the mean of 2022-2026."""
    return Stock(
        "repeat-offenders",
        "再犯者数",
        unit="人",
        direction="decrease",
        baseline=Baseline("443人", BASE, method="5年平均"),
        targets=[AtMost("354人", GOAL)],
    )


def test_a_mean_of_years_is_judged_against_a_mean_of_years() -> None:
    """Five years from middle to middle; 354 in 2022-2026 is the whole way."""
    mean = Observation("repeat-offenders", GOAL, 354)
    found = judged(tottori(), mean, year=GOAL)
    assert (found.facts.elapsed, found.facts.duration) == (5, 5)
    assert found.value == Decimal(100)
    assert found.grade == "reached"
    assert "5年平均" in str(found.trace)


def test_a_window_stands_for_the_year_it_ends_with() -> None:
    """In FY2026 the mean of 2022-2026 is the value to judge, and that is told."""
    mean = Observation("repeat-offenders", GOAL, 380)
    found = judged(tottori(), mean, year=2026)
    assert found.actual == 380
    assert any("stands for" in str(note) for note in found.notes)
    assert found.grade == "not-reached"


def test_a_single_year_between_windows_counts_from_the_middle() -> None:
    """2022 lies three years after the middle of 2017-2021, of five to the middle of 2022-2026."""
    single = Observation("repeat-offenders", CalendarYear(2022), 400)
    found = judged(tottori(), single, year=CalendarYear(2022))
    assert (found.facts.elapsed, found.facts.duration) == (3, 5)
    assert any("middle" in str(note) for note in found.notes)


def test_a_day_stands_for_the_year_it_lies_in() -> None:
    """10月1日現在 is a value of the fiscal year; of two days the later one counts."""
    early = Observation("level", Day("2020-10-01"), 14)
    late = Observation("level", Day("2021-03-31"), 16)
    found = judged(stock(), late, early)
    assert found.actual == 16
    assert any("2021-03-31" in str(note) for note in found.notes)
    assert judged(stock(), early, year=2019).actual is None


def test_a_day_can_be_judged_itself() -> None:
    """A baseline, a value and a target on days are measured in days."""
    level = stock(
        baseline=Baseline(10, Day("2017-10-01")), targets=[AtLeast(20, Day("2021-10-01"))]
    )
    found = judged(level, Observation("level", Day("2019-10-01"), 15), year=Day("2019-10-01"))
    assert (found.facts.elapsed, found.facts.duration) == (2, 4)
    assert found.value == Decimal(100)


def test_a_cohort_is_judged_as_itself() -> None:
    """Releases of 2022, known in 2024, are three years after those of 2019."""

    def cohort(year: int) -> Cohort:
        return Cohort(CalendarYear(year), CalendarYear(year + 2), "出所者")

    rate = stock(16, 20, unit="%", baseline=Baseline(20, cohort(2019)),
                 targets=[AtMost(16, cohort(2023))])  # fmt: skip
    found = judged(rate, Observation("level", cohort(2022), 17), year=cohort(2022))
    assert (found.facts.elapsed, found.facts.duration) == (3, 4)
    assert found.value == Decimal(100)


def test_fiscal_and_calendar_years_are_not_mixed_in_silence() -> None:
    """A value of a calendar year stands for the fiscal year, and both places say so."""
    found = judged(stock(), Observation("level", CalendarYear(2020), 15))
    notes = [str(note) for note in found.notes]
    assert any("calendar year 2020" in note for note in notes)
    assert any("fiscal and calendar years" in note for note in notes)
    assert all(note in str(found.trace) for note in notes)


def test_a_real_fiscal_year_is_preferred_to_a_calendar_year() -> None:
    """Nothing has to be assumed where the year itself has a row."""
    rows = [Observation("level", CalendarYear(2020), 15), row("level", 2020, 17)]
    found = judged(stock(), *rows)
    assert found.actual == 17
    assert found.notes == ()


@given(
    st.sampled_from(
        [
            FiscalYear(2020),
            FiscalYear(1000),
            FiscalYear(2020, 1),
            CalendarYear(2020),
            CalendarYear(9998),
            Day("2020-02-29"),
            Window(FiscalYear(2018), FiscalYear(2020)),
            Cohort(CalendarYear(2020), CalendarYear(2022)),
        ]
    ),
    st.sampled_from([stock(), total(), tottori()]),
    st.decimals(0, 10**12, places=3),
    st.sampled_from(("", "increment")),
)
def test_every_kind_of_period_can_be_asked_for(
    period: Any, indicator: Any, value: Decimal, how: Any
) -> None:
    """Judging never fails, whatever the kinds of period of plan, value and question."""
    rows = [Observation(indicator, period, value, reported_as=how)]
    judgement = evaluate(plan_of(indicator), Observations(rows), period=period)
    found = judgement[indicator]
    assert (found.grade is None) == (found.reason is not None)
    assert str(found.trace)
    assert judgement.rows()
