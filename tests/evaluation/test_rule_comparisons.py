"""What a rule compares with what: which comparisons mean nothing, and which look miscopied."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from planmodel.evaluation.rules.comparing import faults, percent_problems
from planmodel.evaluation.rules.scales import condition_of, scale_of

ONE = Decimal(1)
NOT_ONE_TARGET = "target = year says nothing here: nothing is held against one target"

OF_ALL_PARTS = (
    "the number is that of all parts, not of some among them: write it as a condition of its own "
    "under all"
)


@pytest.mark.parametrize(
    ("asked", "own", "said"),
    [
        ({"at_least": 5}, None, []),
        ({"at_least": 5}, "gap", []),
        ({"measure": "gap"}, None, ["gap is compared with nothing"]),
        ({"percent_of": "target"}, "gap", ["target is compared with nothing"]),
        ({"measure": "gap", "not_assessable": ["any"]}, None, []),
        (
            {"percent_of": "target", "not_assessable": ["any"]},
            "gap",
            ["target is compared with nothing"],
        ),
        ({"above": 5, "below": 5}, "gap", ["no number satisfies it"]),
        ({"at_least": 5, "at_most": 5}, "gap", []),
        ({"at_least": 5, "target": "year"}, "gap", []),
        ({"at_least": 5, "target": "year", "measure": "gap"}, "change", []),
        ({"at_least": 5, "target": "year"}, "change", [NOT_ONE_TARGET]),
        ({"at_least": 5, "target": "year", "measure": "change"}, "gap", [NOT_ONE_TARGET]),
        ({"at_least": 5, "target": "year", "percent_of": "target"}, "change", []),
        ({"at_least": 5, "target": "year", "percent_of": "baseline"}, "change", [NOT_ONE_TARGET]),
        ({"reached": True, "target": "year"}, None, []),
        ({"final_year": True, "target": "year"}, None, [NOT_ONE_TARGET]),
        ({"at_least": 5, "percent_of": "target"}, None, []),
        ({"at_least": 5, "percent_of": "target"}, "gap", []),
        (
            {"at_least": 5, "percent_of": "target"},
            "pace_ratio",
            ["pace_ratio is a ratio already, and no percentage of target"],
        ),
        ({"at_least": 5, "percent_of": "target", "measure": "gap"}, "pace_ratio", []),
        ({"share": ["A"]}, None, ["how many of A are asked for is not said"]),
        ({"share": ["A"], "at_least": 50, "among": "main"}, None, []),
        ({"every": ["A"], "among": "main"}, None, []),
        ({"some": ["A"], "among": "main"}, None, []),
        ({"among": "main"}, None, ["among needs every, some, share or count"]),
        (
            {"at_least": 5, "among": "main"},
            None,
            [OF_ALL_PARTS],
        ),
    ],
)
def test_what_is_wrong_with_a_comparison(
    asked: dict[str, Any], own: str | None, said: list[str]
) -> None:
    """A condition's own measure comes before that of the rule."""
    assert [str(it) for it in faults(condition_of(asked), own)] == said


def suspected(scale: dict[str, Any], own: str | None) -> list[str]:
    """What is said of the ends of the *scale*, and how to write them."""
    read = scale_of(scale, "scale", [], own=own)
    return [str(it.hint) for it in percent_problems(scale, read, own, "scale")]


def one_end(end: Any, **more: Any) -> dict[str, Any]:
    """Bands that meet at *end*."""
    number = Decimal(end)
    return {
        "kind": "bands",
        "bands": [{"label": "A", "at_least": number}, {"label": "B", "below": number}],
        **more,
    }


@pytest.mark.parametrize(
    ("scale", "own", "hint"),
    [
        (one_end(1), "ratio_to_target", "write 100 for 1"),
        (one_end(2), "ratio_to_target", "write 200 for 2"),
        (one_end(-2), "pace_ratio", "write -200 for -2"),
        (one_end("2.01"), "ratio_to_target", None),
        (one_end(0), "ratio_to_target", None),
        (one_end(1, unit="percent"), "ratio_to_target", None),
        (one_end(1), "gap", None),
        (one_end(1), None, None),
    ],
)
def test_ends_of_a_ratio_that_look_like_pure_numbers(
    scale: dict[str, Any], own: str | None, hint: str | None
) -> None:
    """Ratios are in percent, and nobody's scale of percentages ends at 2 or below it."""
    found = suspected(scale, own)
    assert [it[: len(hint or "")] for it in found] == ([] if hint is None else [hint])


@pytest.mark.parametrize(
    ("cases", "own", "is_said"),
    [
        ([{"at_least": ONE}], "ratio_to_target", True),
        ([{"at_least": 100 * ONE}, {"at_least": ONE}], "ratio_to_target", False),
        ([{"at_least": ONE, "measure": "gap"}], "ratio_to_target", False),
        ([{"at_least": ONE, "measure": "pace_ratio"}], "gap", True),
        ([{"reached": True}], "ratio_to_target", False),
        ([{"at_least": ONE}], None, False),
    ],
)
def test_the_ends_of_ordered_conditions(
    cases: list[dict[str, Any]],
    own: str | None,
    is_said: bool,  # noqa: FBT001 - a row of the table
) -> None:
    """One end above 2 says that percentages are meant; what is no ratio says nothing."""
    scale = {
        "kind": "first_match",
        "cases": [
            *({"label": str(at), **it} for at, it in enumerate(cases)),
            {"label": "else", "otherwise": True},
        ],
    }
    assert bool(suspected(scale, own)) is is_said
