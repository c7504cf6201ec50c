"""The worked examples that real bodies print, expressed through measures, roundings and rules."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from planmodel.evaluation import Rounding, grade, load_rule, measure, read_rule
from planmodel.evaluation.rules import Rule

CASES = json.loads(
    (Path(__file__).parents[1] / "fixtures/cases/progress.json").read_text("utf-8"),
    parse_float=Decimal,
)
EXAMPLES: dict[str, dict[str, Any]] = {case["id"]: case for case in CASES["worked_examples"]}


def rule(scale: dict[str, Any], **entries: Any) -> Rule:
    """A rule written for one example."""
    return read_rule({"name": "example", "version": "1", "scale": scale, **entries})


SERVICE_NOW = rule(
    {
        "kind": "bands",
        "bands": [
            {"label": "green", "at_least": 90},
            {"label": "yellow", "at_least": 75, "below": 90},
            {"label": "red", "below": 75},
        ],
    },
    measure="progress_from_baseline",
    grade_on="exact",
)
SHIZUOKA = rule(
    {
        "kind": "first_match",
        "cases": [
            {"label": "目標値以上", "reached": True},
            {"label": "基準値以下", "measure": "improvement_from_baseline", "at_most": 0},
            {"label": "A", "above": 130},
            {"label": "B", "at_least": 70},
            {"label": "C", "otherwise": True},
        ],
    },
    measure="pace_ratio",
    path="linear",
    grade_on="exact",
)
CHIBA = rule(
    {
        "kind": "first_match",
        "cases": [
            {"label": "進展", "any": [{"measure": "improvement", "above": 0}, {"reached": True}]},
            {"label": "進展せず", "otherwise": True},
        ],
    },
    grade_on="exact",
)


def test_no_example_is_left_out() -> None:
    """Every worked example of the published cases has its test in this file."""
    tested = {"sn-1", "ibaraki-annual-2015", "shizuoka-1", "chiba-2", "iati-1"}
    assert set(EXAMPLES) == tested | {"fuji-01", "fuji-02", "camms-1"}


def test_servicenow() -> None:
    """Progress from the start, green from 90, yellow from 75, else red."""
    inputs, expected = EXAMPLES["sn-1"]["inputs"], EXAMPLES["sn-1"]["expected"]
    it = grade(
        SERVICE_NOW,
        value=inputs["actual"],
        target=inputs["target"],
        baseline=inputs["baseline"],
        direction="increase",
    )
    assert it.number == expected["progress_pct"]
    assert it.label == expected["status"]


def test_ibaraki() -> None:
    """The value of a year against its expected value, to a tenth of a percent."""
    case = EXAMPLES["ibaraki-annual-2015"]
    inputs, expected = case["inputs"], case["expected"]
    it = grade(
        load_rule("ibaraki"),
        value=inputs["actual"],
        expected=inputs["expected"],
        direction="increase",
        kind=inputs["kind"],
    )
    assert it.printed == expected["achievement_pct"]
    assert it.label == expected["grade"]


def test_shizuoka() -> None:
    """B is a change within 30% of the one expected on a straight line."""
    case = EXAMPLES["shizuoka-1"]
    inputs = case["inputs"]
    series = dict(inputs["series"])
    start, year = inputs["baseline_year"], max(series)
    figures: dict[str, Any] = {
        "value": series[year],
        "baseline": series[start],
        "target": inputs["target"],
        "elapsed": year - start,
        "duration": inputs["target_year"] - start,
        "direction": inputs["direction"],
    }
    it = grade(SHIZUOKA, kind=inputs["kind"], **figures)
    assert it.label == case["expected"]["grade"]
    expected_value = measure("expected_linear", **figures).value
    assert expected_value == case["derived"]["expected_value"]
    assert it.number is not None
    assert it.number / 100 == pytest.approx(case["derived"]["pace_ratio"], abs=Decimal("1e-12"))


def test_chiba() -> None:
    """進展 is anything better than the year before."""
    inputs, expected = EXAMPLES["chiba-2"]["inputs"], EXAMPLES["chiba-2"]["expected"]
    figures: dict[str, Any] = {
        "previous": inputs["previous"],
        "target": inputs["target"],
        "direction": inputs["direction"],
        "kind": "cumulative",
    }
    assert grade(CHIBA, value=inputs["actual"], **figures).label == expected["judgement"]
    assert grade(CHIBA, value=inputs["previous"], **figures).label == "進展せず"
    assert grade(CHIBA, value=300, **{**figures, "previous": 310}).label == "進展"
    strict = {**figures, "previous": 310}
    assert grade(CHIBA, value=300, reached=False, **strict).label == "進展せず"


def test_iati() -> None:
    """53 percent for a target of 50 that ascends from 15: achieved."""
    case = EXAMPLES["iati-1"]
    inputs = case["inputs"]
    figures: dict[str, Any] = {
        "value": inputs["actual"],
        "target": inputs["target"],
        "direction": "increase" if inputs["ascending"] else "decrease",
    }
    gap = measure("gap", **figures).value
    assert gap is not None
    assert (gap <= 0) is case["expected"]["achieved"]
    progress = measure("progress_from_baseline", baseline=inputs["baseline"][1], **figures).value
    assert progress == pytest.approx(case["derived"]["progress_ratio"], abs=Decimal("1e-12"))
    assert measure("ratio_to_target", **figures).value == case["derived"]["achievement_rate"]


@pytest.mark.parametrize("name", ["fuji-01", "fuji-02"])
def test_fuji(name: str) -> None:
    """進捗率 is the actual total over the planned one, to a tenth of a percent."""
    inputs, expected = EXAMPLES[name]["inputs"], EXAMPLES[name]["expected"]
    percent = measure(
        "ratio_to_target",
        value=inputs["actual_total"],
        target=inputs["target"],
        direction="increase",
    ).percent
    assert percent is not None
    assert Rounding("half_up", 1).apply(percent) == expected["achievement_pct"]


def test_camms() -> None:
    """Half of the time has passed, half is expected."""
    inputs, expected = EXAMPLES["camms-1"]["inputs"], EXAMPLES["camms-1"]["expected"]
    times = {"elapsed": inputs["elapsed_months"], "duration": inputs["duration_months"]}
    assert measure("elapsed_share", **times).percent == expected["expected_pct"]
    line = measure("expected_linear", baseline=0, target=100, **times)
    assert line.value == expected["expected_pct"]
