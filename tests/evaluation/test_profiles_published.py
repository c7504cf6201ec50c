"""The published results: every given series and roll-up, inside the tolerances of the file."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from planmodel.evaluation import Scored, judge_series, roll_up_scores

CASES = json.loads(
    (Path(__file__).parents[1] / "fixtures" / "cases" / "progress.json").read_text("utf-8")
)
PROGRESS = CASES["meta"]["tolerance"]["progress_value"]
SCORE = CASES["meta"]["tolerance"]["score"]
INDEX = 1e-6

ATTRIBUTES = {
    "base_value": ("base", 1e-12),
    "base_year": ("base_year", 0.0),
    "current_value": ("current", 1e-12),
    "current_year": ("current_year", 0.0),
    "progress_value": ("progress", PROGRESS),
    "score": ("score", SCORE),
    "sign": ("sign", 0.0),
    "target_used": ("target_used", 0.0),
    "coefficient": ("coefficient", 1e-9),
}


def judge(case: dict[str, Any]) -> Any:
    """The case, asked exactly as it is written down."""
    config = case["config"]
    return judge_series(
        [tuple(pair) for pair in case["series"]],
        profile=case["profile"],
        direction=case["direction"],
        target=case["target"],
        target_year=case["target_year"],
        base_year=case["base_year"],
        limit=config.get("limit"),
        current_year=config.get("current_year"),
        bounds=tuple(config["bounds"]) if "bounds" in config else None,
        thresholds=config.get("progress_thresholds"),
    )


def same(found: Any, wanted: Any, absolute: float) -> bool:
    """Whether a figure is the wanted one, a missing one being missing in both."""
    if wanted is None or found is None:
        return wanted is found
    return math.isclose(float(found), float(wanted), rel_tol=1e-12, abs_tol=absolute)


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["id"])
def test_published_result_is_reproduced(case: dict[str, Any]) -> None:
    """Every field a body published for a series comes out the same, inside the tolerance."""
    judged, expected = judge(case), dict(case["expected"])
    wrong: dict[str, tuple[Any, Any]] = {}
    rebuilt = expected.pop("reconstructed", {})
    for name, value, found in (
        ("base_value", judged.base, rebuilt.get("base_value")),
        ("current_value", judged.current, rebuilt.get("current_value")),
        ("projected", judged.anticipated, rebuilt.get("projected_target_year_value")),
    ):
        if rebuilt and not math.isclose(float(value), found, rel_tol=INDEX):
            wrong[name] = (value, found)
    for name, wanted in expected.items():
        if name in ATTRIBUTES:
            attribute, tolerance = ATTRIBUTES[name]
            found = getattr(judged, attribute)
            right = same(found, wanted, tolerance)
        elif name.endswith("_index"):
            found = getattr(judged, name)
            right = math.isclose(found, wanted, rel_tol=INDEX, abs_tol=1e-12)
        else:
            found = getattr(judged, name)
            right = found == wanted
        if not right:
            wrong[name] = (found, wanted)
    assert not wrong
    assert (judged.reason is None) == (judged.status != "not_available")


def test_all_given_cases_are_there() -> None:
    """The file holds 201 series in three profiles, five roll-ups and eight worked examples."""
    assert len(CASES["cases"]) == 201
    assert {case["profile"] for case in CASES["cases"]} == {"open-sdg-2.4", "eustat", "escap"}
    assert (len(CASES["aggregates"]), len(CASES["worked_examples"])) == (5, 8)


@pytest.mark.parametrize("case", CASES["aggregates"], ids=lambda case: case["id"])
def test_published_roll_up_is_reproduced(case: dict[str, Any]) -> None:
    """The score and the class of every published indicator come out of its series."""
    rolled = roll_up_scores([Scored(it["score"], it["status"]) for it in case["components"]])
    assert same(rolled.score, case["expected"]["score"], SCORE)
    assert rolled.status == case["expected"]["status"]
    assert rolled.scored == rolled.series == len(case["components"])
