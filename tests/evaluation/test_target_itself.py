"""Where the year's expected value is the target itself: asked for in the year, or due."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_samples import END, START, judged, plan_of, row, stock, total
from planmodel import (
    AgainstBenchmark,
    AtLeast,
    Baseline,
    Benchmark,
    FiscalYear,
    NotStated,
    Observations,
    Relative,
    evaluate,
)
from planmodel.evaluation import grade, measure, read_rule
from planmodel.evaluation.facts import PATHS

EXPECTING = ("ratio_to_expected", "pace_ratio", "gap_to_expected")
ANY_PATH = ("declared", *PATHS)
FROM_ZERO: dict[str, Any] = {"rules": "tama-target"}


def by_path(measured: str, path: str, **more: Any) -> Any:
    """A rule that grades the number of a measure, with the expected value on *path*."""
    bands = [{"label": "A", "at_least": 100}, {"label": "B", "below": 100}]
    return read_rule(
        {
            "name": "q",
            "version": "1",
            "measure": measured,
            "path": path,
            "grade_on": "exact",
            "scale": {"kind": "bands", "bands": bands},
            **more,
        }
    )


NATION = Benchmark("country", "全国", unit="人")
ASKED_NOW: dict[str, dict[str, Any]] = {
    "keep": {"targets": [AtLeast(20, END, scope="keep")]},
    "every_year": {"targets": [AtLeast(20, END, scope="every_year")]},
    "maintain": {"targets": [AtLeast(20, END)], "direction": "maintain"},
    "previous_year": {"targets": [Relative("+5人", END, of="previous_year")]},
    "benchmark": {"targets": [AgainstBenchmark(NATION, END)], "benchmarks": [NATION]},
}
ROWS = (row("level", 2018, 15), row("level", 2019, 11), row(NATION, 2019, 20))


@pytest.mark.parametrize("form", ASKED_NOW)
@pytest.mark.parametrize("path", ANY_PATH)
@pytest.mark.parametrize("measured", EXPECTING)
def test_what_is_asked_for_in_the_very_year_is_expected_on_any_path(
    form: str, path: str, measured: str
) -> None:
    """11 of 20 in the second of four years is no 110% of half the target, whatever the rule."""
    found = judged(stock(**ASKED_NOW[form]), *ROWS, year=2019, rules=by_path(measured, path))
    assert found.goal == 20
    assert (
        found.value == {"ratio_to_expected": 55, "pace_ratio": 10, "gap_to_expected": 9}[measured]
    )


@pytest.mark.parametrize("path", ANY_PATH)
def test_a_percentage_of_what_is_asked_for_now_is_one_of_the_target(path: str) -> None:
    """9 missing of 20 are 45%, on a path from zero too."""
    cases = [
        {"label": "near", "measure": "gap_to_expected", "percent_of": "expected", "at_most": 45},
        {"label": "far", "otherwise": True},
    ]
    rule = by_path("gap_to_expected", path, scale={"kind": "first_match", "cases": cases})
    kept = stock(**ASKED_NOW["keep"])
    assert judged(kept, row("level", 2019, 11), year=2019, rules=rule).grade == "near"
    assert judged(kept, row("level", 2019, "10.9"), year=2019, rules=rule).grade == "far"


def test_a_running_total_to_be_held_now_is_net_of_its_baseline() -> None:
    """11 where 20 is asked of every year is a tenth of the way from 10, with no line drawn."""
    kept = total(targets=[AtLeast(20, END, scope="every_year")])
    rule = by_path("ratio_to_expected", "linear_from_zero", net_of_baseline=True)
    found = judged(kept, row("total", 2019, 11), year=2019, rules=rule)
    assert found.value == 10
    assert "straight line" not in str(found.trace)


def test_a_city_whose_line_starts_at_zero_judges_what_shall_be_kept_by_itself() -> None:
    """The trace names the target, and no line from 0."""
    found = judged(stock(**ASKED_NOW["maintain"]), *ROWS, year=2019, **FROM_ZERO)
    assert (found.grade, found.value) == ("③", 55)
    assert "asked for in the very period: the target itself = 20" in str(found.trace)
    assert "from 0" not in str(found.trace)
    on_its_way = judged(stock(), row("level", 2019, 11), year=2019, **FROM_ZERO)
    assert (on_its_way.grade, on_its_way.value) == ("①", 110)


def test_figures_without_a_plan_may_say_that_no_path_leads_to_the_target() -> None:
    """Then T is expected, or the value that was passed; without both, there is no target."""
    rule = by_path("ratio_to_expected", "linear_from_zero")
    given: dict[str, Any] = {
        "value": 11, "direction": "increase", "has_path": False, "elapsed": 2, "duration": 4
    }  # fmt: skip
    found = grade(rule, target=20, **given)
    assert found.number == 55
    assert "the target itself is expected" in str(found.trace)
    assert "目標値そのもの" in found.trace.in_language("ja")
    assert grade(rule, target=20, expected=22, **given).number == 50
    nothing = grade(rule, **given)
    assert nothing.reason is not None
    assert nothing.reason.code == "no_target"
    assert "there is no numeric target" in str(nothing.trace)


# --- due, without a baseline ------------------------------------------------------------------

ALONE: dict[str, dict[str, Any]] = {
    "none": {"baseline": None},
    "no number": {"baseline": Baseline(NotStated("把握していない"), START)},
    "two targets": {"baseline": None, "targets": [AtLeast(12, FiscalYear(2019)), AtLeast(20, END)]},
}


@pytest.mark.parametrize("form", ALONE)
@pytest.mark.parametrize("path", ANY_PATH)
@pytest.mark.parametrize("year", [2021, 2022, 2030])
def test_a_due_target_is_expected_without_a_baseline(form: str, path: str, year: int) -> None:
    """Once a target is due, no line is needed: 14 of 20 is 70%, in every later year too."""
    found = judged(
        stock(**ALONE[form]), row("level", year, 14), year=year,
        rules=by_path("ratio_to_expected", path),
    )  # fmt: skip
    assert (found.value, found.expected) == (70, 20)
    assert "no baseline" not in str(found.trace)


@pytest.mark.parametrize("path", ANY_PATH)
def test_before_it_is_due_a_line_needs_its_baseline(path: str) -> None:
    """Nothing tells where the line starts, or when."""
    found = judged(
        stock(baseline=None), row("level", 2020, 14), rules=by_path("ratio_to_expected", path)
    )
    assert found.reason is not None
    assert found.reason.code == ("no_time" if path == "linear_from_zero" else "no_baseline")


@pytest.mark.parametrize("path", ANY_PATH)
def test_the_pace_of_a_due_target_still_needs_a_baseline(path: str) -> None:
    """A change since the baseline is none without it."""
    found = judged(
        stock(baseline=None), row("level", 2021, 14), year=2021, rules=by_path("pace_ratio", path)
    )
    assert found.reason is not None
    assert found.reason.code == "no_baseline"


@pytest.mark.parametrize("path", ["linear", "geometric"])
@given(value=st.integers(0, 99), goal=st.integers(1, 99), after=st.integers(0, 5))
def test_the_line_is_over_once_its_time_is(path: Any, value: int, goal: int, after: int) -> None:
    """With and without the baseline, the same ratio to the target."""
    way: dict[str, Any] = {
        "value": value, "target": goal, "elapsed": 4 + after, "duration": 4, "path": path,
        "direction": "increase",
    }  # fmt: skip
    known, alone = (measure("ratio_to_expected", baseline=it, **way) for it in (1, None))
    assert known.value == alone.value
    assert measure(f"expected_{path}", **{**way, "path": None}).value == goal
    assert "b = missing" not in str(alone.trace)


def test_a_year_of_a_baseline_that_is_not_known_is_not_needed_once_due() -> None:
    """From 10 in an unknown year to 20: 14 in the due year is 70% of T and 40% of the way."""
    undated = stock(baseline=Baseline(10, NotStated("年が書かれていない")))
    ratios = [
        judged(undated, row("level", 2021, 14), year=2021, rules=by_path(it, "linear")).value
        for it in EXPECTING
    ]
    assert ratios == [70, 40, Decimal(6)]


def test_a_missed_benchmark_is_not_reached_once_due_without_a_baseline() -> None:
    """It needs no start to be missed; whether it is worse than at the start nobody can say."""
    plan = plan_of(stock(**ASKED_NOW["benchmark"], baseline=None))
    rows = Observations([row("level", 2021, 11), row(NATION, 2021, 20)])
    (due,) = evaluate(plan, rows, period="FY2021")
    assert (due.grade, due.reason) == ("not-reached", None)
