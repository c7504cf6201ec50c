"""Moving goals: the national average of ④, another series, the size of a whole."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from judging_samples import END, day, judged, plan_of, row, stock
from planmodel import (
    AgainstBenchmark,
    AllOf,
    Assessment,
    Baseline,
    Benchmark,
    FiscalYear,
    Observation,
    Observations,
    Plan,
    Relative,
    Stock,
    evaluate,
)
from planmodel.exchange.loading import load, observations_beside
from planmodel.exchange.observations_csv import load_observations

FOURTH = "bullying-resolution"
NATIONAL = "national-bullying-resolution"


@pytest.fixture(scope="module")
def hyogo(checkout: Path) -> Plan[Any]:
    """Hyogo's plan."""
    return load(checkout / "examples/hyogo_5th")


@pytest.fixture(scope="module")
def ledger(checkout: Path) -> Observations:
    """What is really published."""
    folder = observations_beside(checkout / "examples/hyogo_5th")
    assert folder is not None
    return load_observations(folder)


def test_the_real_value_of_the_fourth_indicator_cannot_be_judged(
    hyogo: Plan[Any], ledger: Observations
) -> None:
    """④ was 67.5 in FY2020, but the national value is not known, whatever the value of ④."""
    judgement = evaluate(hyogo, ledger, period="FY2020")
    fourth = judgement[FOURTH]
    assert fourth.actual == Decimal("67.5")
    assert fourth.value is None
    assert fourth.grade is None
    assert fourth.reason is not None
    assert fourth.reason.code == "no_benchmark"
    assert "全国平均" in fourth.reason.in_language("ja")
    assert "National average" in fourth.reason.in_language("en")
    assert judgement.judged == ()
    assert len(judgement.not_judged) == 15
    assert all(it.reason is not None for it in judgement.not_judged)


@pytest.mark.parametrize("value", [0, "67.5", 89, 100])
def test_no_value_helps_where_the_benchmark_is_unknown(hyogo: Plan[Any], value: Any) -> None:
    """Without the national value of the year even 100% is not assessable."""
    known = Observations([row(FOURTH, 2020, value), row(NATIONAL, 2019, 50)])
    fourth = evaluate(hyogo, known, period="FY2020")[FOURTH]
    assert fourth.reason is not None
    assert fourth.reason.code == "no_benchmark"
    assert fourth.standing is None or fourth.standing.word is None


def test_a_day_before_it_was_published_there_is_no_value(
    hyogo: Plan[Any], ledger: Observations
) -> None:
    """On 2021-10-13 nobody knew the value; on the next day it was in the newspaper."""
    before = evaluate(hyogo, ledger, period="FY2020", known_by=day("2021-10-13"))[FOURTH]
    assert before.actual is None
    assert before.observation is None
    assert before.reason is not None
    assert before.reason.code == "no_value"
    after = evaluate(hyogo, ledger, period="FY2020", known_by=day("2021-10-14"))[FOURTH]
    assert after.actual == Decimal("67.5")


@pytest.mark.parametrize(
    ("national", "grade", "word"),
    [("67.4", "reached", "reached"), ("67.5", "reached", "reached"), ("77.4", "worse", "lost")],
)
def test_with_the_national_value_it_is_judged(
    hyogo: Plan[Any], ledger: Observations, national: str, grade: str, word: str
) -> None:
    """Once the national value of the same year is known, ④ is held against it."""
    earlier = [row(FOURTH, 2019, 80), row(NATIONAL, 2019, 79)]
    known = ledger.append(*earlier, row(NATIONAL, 2020, national))
    fourth = evaluate(hyogo, known, period="FY2020")[FOURTH]
    assert fourth.goal == Decimal(national)
    assert fourth.grade == grade
    assert fourth.standing is not None
    assert fourth.standing.word == word
    assert fourth.standing.first_reached == FiscalYear(2019)


def test_the_benchmark_of_the_baseline_year_is_the_printed_one(hyogo: Plan[Any]) -> None:
    """In 2017 the plan itself prints the national 85.8% beside Hyogo's 89.0%."""
    fourth = evaluate(hyogo, Observations([row(FOURTH, 2017, 89)]), period="FY2017")[FOURTH]
    assert fourth.goal == Decimal("85.8")
    assert fourth.grade == "reached"


def moving(**more: Any) -> Stock:
    """A level that shall be at least the country's."""
    country = Benchmark("country", "全国", unit="人")
    return stock(targets=[AgainstBenchmark(country, END)], benchmarks=[country], **more)


def against(assessment_rows: dict[int, tuple[float, float]], year: int, rules: str) -> Assessment:
    """The assessment of a level against the country's, both by year."""
    rows: list[Observation] = []
    for at, (own, country) in assessment_rows.items():
        rows += [row("level", at, own), row("country", at, country)]
    return judged(moving(), *rows, year=year, rules=rules)


def test_there_is_no_path_to_a_moving_goal() -> None:
    """What is asked of a year is the benchmark of that year, not a line towards it."""
    found = against({2018: (12, 16)}, 2018, "ibaraki")
    assert "asked for in the very period: the value it is held against = 16" in str(found.trace)
    assert against({2018: (12, 16)}, 2018, "on-pace").printed == ""
    assert found.value == Decimal(75)
    assert found.expected is None
    assert not [it for it in found.notes if "path" in str(it)]


def test_every_year_is_held_against_its_own_benchmark() -> None:
    """Reached in 2018, lost in 2019 to a rising benchmark, although the level never fell."""
    years = {2018: (12.0, 11.0), 2019: (12.0, 13.0), 2020: (12.0, 12.5)}
    found = against(years, 2020, "on-pace")
    assert found.standing is not None
    assert found.standing.word == "lost"
    assert found.standing.first_reached == FiscalYear(2018)
    assert found.standing.lost_since == FiscalYear(2019)


def test_a_revised_benchmark_counts_from_the_day_it_was_known() -> None:
    """The same year is reached or not, by what was known of the country."""
    rows = [
        row("level", 2020, 12),
        row("country", 2020, 11, known_on=day("2021-08-01")),
        row("country", 2020, 13, known_on=day("2022-08-01"), state="revised"),
    ]
    before = judged(moving(), *rows, known_by=day("2021-12-31"))
    after = judged(moving(), *rows)
    assert (before.grade, before.goal) == ("reached", 11)
    assert (after.grade, after.goal) == ("not-reached", 13)


def test_a_made_up_benchmark_marks_what_it_judges() -> None:
    """A real value held against a made-up one is no real judgement."""
    real = row("level", 2020, 12)
    assert judged(moving(), real, row("country", 2020, 11, synthetic=True)).synthetic
    assert not judged(moving(), real, row("country", 2020, 11)).synthetic


def test_at_most_another_series() -> None:
    """A benchmark may be a ceiling, and then less is better."""
    country = Benchmark("country", "全国")
    ceiling = stock(
        targets=[AgainstBenchmark(country, END, side="at_most", strict=True)],
        benchmarks=[country],
        direction=None,
    )
    found = judged(ceiling, row("level", 2020, "9.5"), row("country", 2020, 9))
    assert found.facts.direction == "decrease"
    assert found.grade == "not-reached"
    equal = judged(ceiling, row("level", 2020, 9), row("country", 2020, 9))
    assert equal.facts.reached is False
    assert judged(ceiling, row("level", 2020, 8), row("country", 2020, 9)).grade == "reached"


def test_everything_of_a_whole_that_moves() -> None:
    """全市町村 is 41 in one year and 40 after a merger; a line leads to the whole of the year."""
    whole = Benchmark("municipalities", "市町村数", unit="市町村")
    covered = stock(
        targets=[AllOf(whole, END)],
        benchmarks=[whole],
        baseline=Baseline(21, FiscalYear(2017)),
    )
    rows = [row("municipalities", 2019, 41), row("municipalities", 2021, 40)]
    early = judged(covered, *rows, row("level", 2019, 31), year=2019)
    assert early.goal == 41
    assert early.value == Decimal(100)
    assert early.grade == "on-pace"
    late = judged(covered, *rows, row("level", 2021, 40), year=2021)
    assert (late.goal, late.grade) == (40, "reached")
    unknown = judged(covered, *rows, row("level", 2020, 40), year=2020)
    assert unknown.reason is not None
    assert unknown.reason.code == "no_benchmark"


def test_better_than_the_year_before() -> None:
    """前年度比増 is held against the year before, in the first year against the baseline."""
    rising = stock(targets=[Relative("前年度比増", END, of="previous_year", scope="every_year")])
    first = judged(rising, row("level", 2018, 11), year=2018)
    assert (first.goal, first.grade, first.change) == (10, "held", 1)
    rows = [row("level", 2018, 11), row("level", 2019, 13), row("level", 2020, 13)]
    second = judged(rising, *rows, year=2020)
    assert second.goal == 13
    assert second.standing is not None
    assert second.standing.word == "lost"
    gap = judged(rising, row("level", 2018, 11), row("level", 2020, 13), year=2020)
    assert gap.reason is not None
    assert gap.reason.code == "no_previous"


def test_the_plan_is_judged_whole_although_one_goal_is_unknown() -> None:
    """One indicator that cannot be judged keeps no other from it."""
    plan = plan_of(moving(), Stock("other", "別", unit="人", direction="increase"))
    judgement = evaluate(plan, period="FY2020")
    assert [it.id for it in judgement] == ["level", "other"]
    assert [it.reason.code for it in judgement if it.reason is not None] == ["no_value", "no_value"]


def test_an_average_that_is_missing_this_year_takes_no_history_away() -> None:
    """45 was above 44 in FY2019; without an average for FY2020 there is no word, but the year."""
    average = Benchmark("average", "全国平均", unit="%")
    compared = stock(targets=[AgainstBenchmark(average, END)], benchmarks=[average], unit="%")
    rows = row("average", 2019, 44), row("level", 2019, 45), row("level", 2020, 50)
    found = judged(compared, *rows).standing
    assert found is not None
    assert (found.word, found.first_reached) == (None, FiscalYear(2019))
    assert found.reason is not None
    assert found.reason.code == "no_benchmark"
    assert judged(compared, row("level", 2020, 50)).standing is None
