"""Traps seen in other systems, one test each, on whole plans."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from judging_samples import END, START, judged, plan_of, row, series_of_years, stock
from planmodel import (
    Action,
    AtLeast,
    AtMost,
    Baseline,
    FiscalYear,
    Observations,
    Stock,
    evaluate,
)
from planmodel.evaluation import read_rule
from planmodel.evaluation.serial import judge_assessment


def kagoshima() -> Stock:
    """再犯者数 of Kagoshima: 947 in 2017, to be 757 in 2023 (read as fiscal years here)."""
    return Stock(
        "repeat-offenders",
        "再犯者数",
        unit="人",
        direction="decrease",
        baseline=Baseline("947人", START),
        targets=[AtMost("757人", FiscalYear(2023))],
    )


def test_the_first_stored_row_is_not_taken_as_baseline() -> None:
    """Loaded from 2014 or from 2018, the progress to 784 is 85.8%, by rule and by profile."""
    short = {2018: 881, 2019: 845, 2020: 851, 2021: 784}
    rule = read_rule(
        {
            "name": "progress",
            "version": "1",
            "measure": "progress_from_baseline",
            "grade_on": "exact",
            "scale": {
                "kind": "bands",
                "bands": [{"label": "○", "at_least": 100}, {"label": "△", "below": 100}],
            },
        }
    )
    for extra in ({}, {2014: 1004, 2015: 990, 2016: 960}):
        found = series_of_years(kagoshima(), {**extra, **short}, year=2021, rules=rule)
        assert found.printed == "85.8%"
        by_profile = judge_assessment(found, "open-sdg-2.4")
        assert by_profile
        assert (by_profile.base_year, by_profile.base) == (2017, 947)


def test_a_regression_is_not_shown_as_no_value() -> None:
    """Worse than at the start is a negative ratio, with a number and a grade."""
    found = judged(stock(), row("level", 2020, 5))
    assert found.value is not None
    assert found.value < 0
    assert found.printed.startswith("-")
    assert found.grade == "worse"
    assert found.reason is None


def test_a_real_zero_is_not_turned_blank() -> None:
    """0 is a value: it stands in rows, tables and charts, and is judged."""
    found = judged(stock(0, 10), row("level", 2020, 0))
    assert found.row()["actual"] == 0
    assert found.row()["gap"] == 0
    assert found.grade == "reached"
    assert [it.value for it in found.points if it.kind == "actual"] == [0]
    shown = evaluate(plan_of(stock(0, 10)), Observations([row("level", 2020, 0)]), period="FY2020")
    assert "<td>0 人</td>" in shown._repr_html_()


@given(st.integers(11, 10_000))
def test_there_is_no_cap_that_is_not_declared(value: int) -> None:
    """Neither max nor min: the ratio keeps growing with the value, beyond 100 as well."""
    here = judged(stock(), row("level", 2020, value)).value
    further = judged(stock(), row("level", 2020, value + 1)).value
    assert here is not None
    assert further is not None
    assert further > here


def test_the_direction_of_an_overshot_goal_does_not_turn() -> None:
    """30 where 20 was wanted is still reached, and 25 the year after is no deterioration."""
    found = series_of_years(stock(), {2019: 30, 2020: 25}, year=2020)
    assert found.facts.direction == "increase"
    assert found.grade == "reached"


def test_a_stock_is_not_summed_over_years() -> None:
    """Three years at 8 are 8, not 24, and 20 is not reached."""
    found = series_of_years(stock(), {2018: 8, 2019: 8, 2020: 8}, year=2020)
    assert found.actual == 8
    assert found.grade == "worse"


def test_a_weighted_sum_is_divided_by_the_weights_of_what_was_assessed() -> None:
    """Parts that could not be judged take no weight with them: 3 and 1 make 2, not 1.33."""
    rule = read_rule(
        {
            "name": "means",
            "version": "1",
            "measure": "progress_from_baseline",
            "grade_on": "exact",
            "scale": {
                "kind": "bands",
                "bands": [
                    {"label": "○", "at_least": 100, "score": 3},
                    {"label": "△", "below": 100, "score": 1},
                ],
            },
            "rollup": {"method": "mean", "minimum_coverage": 0},
        }
    )
    three = [
        Stock(name, name, unit="人", direction="increase", baseline=Baseline(10, START),
              targets=[AtLeast(20, END)])
        for name in "abc"
    ]  # fmt: skip
    ledger = Observations([row("a", 2020, 20), row("b", 2020, 11)])
    summary = evaluate(plan_of(*three), ledger, period="FY2020", rules=rule).summary_of("small")
    assert summary is not None
    assert summary.value == 2
    assert (summary.assessed, summary.total) == (2, 3)


def test_a_zero_target_is_not_replaced_in_silence() -> None:
    """0 stays 0 in the goal, the gap and the trace; only a profile that says so takes 0.001."""
    found = judged(stock(0, 10), row("level", 2020, 4))
    assert (found.goal, found.gap) == (0, 4)
    assert "0.001" not in str(found.trace)
    profile = judge_assessment(found, "open-sdg-2.4")
    assert profile
    assert "0.001" in str(profile.trace)


def test_before_the_first_milestone_one_can_be_late() -> None:
    """A year before anything is due is judged by the way to it."""
    late = stock(targets=[AtLeast(20, FiscalYear(2025))], path="linear")
    found = judged(late, row("level", 2018, 10), year=2018)
    assert found.expected == Decimal("11.25")
    assert found.grade == "behind"


def test_how_many_children_had_data_is_said() -> None:
    """A section says how many of how many, whatever the rule, also when it is none."""
    one, two = (
        Stock(name, name, unit="人", direction="increase", baseline=Baseline(10, START),
              targets=[AtLeast(20, END)])
        for name in ("one", "two")
    )  # fmt: skip
    plan = plan_of(one, two, sections=(Action("act", "行動", measured_by=[one, two]),))
    for rows, said in (([], "0 of 2 judged"), ([row("one", 2020, 15)], "1 of 2 judged")):
        for rule in ("on-pace", "sano", "nagayo"):
            judgement = evaluate(plan, Observations(rows), period="FY2020", rules=rule)
            summary = judgement.summary_of("act")
            assert summary is not None
            assert str(summary.coverage) == said
