"""What is wrong with a scale is said once, and only what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations
from typing import Any

import pytest

from judging_samples import judged, row, stock
from planmodel import AtLeast, FiscalYear
from planmodel.errors import DocumentError
from planmodel.evaluation import read_rule


def bands(*given: Mapping[str, Any]) -> dict[str, Any]:
    """A rule with these bands."""
    scale = {"kind": "bands", "unit": "percent", "bands": list(given)}
    return {
        "name": "r",
        "version": "1",
        "measure": "ratio_to_target",
        "grade_on": "exact",
        "scale": scale,
    }


A, B, C = "ABC"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        # One band without an upper end below another: an overlap, and nothing lacks above.
        (
            [
                {"label": C, "below": 50},
                {"label": B, "at_least": 50},
                {"label": A, "at_least": 80, "below": 100},
            ],
            ["the bands B and A overlap"],
        ),
        # Two bands without a lower end.
        (
            [{"label": C, "below": 50}, {"label": B, "below": 80}, {"label": A, "at_least": 80}],
            ["the bands C and B overlap"],
        ),
        # A band within another one: the numbers above it lie in the wider one.
        (
            [
                {"label": C, "below": 100},
                {"label": B, "at_least": 50, "below": 80},
                {"label": A, "at_least": 100},
            ],
            ["the bands C and B overlap"],
        ),
        # Open at both ends beside another.
        ([{"label": C}, {"label": A, "at_least": 80}], ["the bands C and A overlap"]),
        # One number too many, one number too few, a real gap, a real overlap.
        (
            [{"label": C, "at_most": 80}, {"label": A, "at_least": 80}],
            ["80 lies in both bands C and A"],
        ),
        (
            [{"label": C, "below": 80}, {"label": A, "above": 80}],
            ["there is a gap between the bands C and A"],
        ),
        (
            [{"label": C, "below": 79}, {"label": A, "at_least": 80}],
            ["there is a gap between the bands C and A"],
        ),
        (
            [{"label": C, "below": 81}, {"label": A, "at_least": 80}],
            ["the bands C and A overlap"],
        ),
        # Nothing at either end.
        (
            [{"label": B, "at_least": 50, "below": 80}],
            ["the numbers below 50 have no band", "the numbers above 80 have no band"],
        ),
    ],
)
def test_each_fault_of_a_partition_is_said_once(
    given: list[dict[str, Any]], said: list[str]
) -> None:
    """In whatever order the bands are written."""
    for order in permutations(given):
        with pytest.raises(DocumentError) as caught:
            read_rule(bands(*order))
        assert sorted(str(it.what) for it in caught.value.problems) == sorted(said)


def test_a_case_that_asks_only_for_a_reason_needs_a_measure_that_can_have_one() -> None:
    """Without a measure there is nothing that could be not assessable."""
    cases = [{"label": A, "not_assessable": ["any"]}, {"label": B, "otherwise": True}]
    data = {
        "name": "r",
        "version": "1",
        "grade_on": "exact",
        "scale": {"kind": "first_match", "cases": cases},
    }
    with pytest.raises(DocumentError, match="the rule names no measure"):
        read_rule(data)
    assert read_rule({**data, "measure": "gap"}).name == "r"
    cases[0] = {"label": A, "at_least": 80, "all": [{"measure": "gap", "at_most": 0}]}
    with pytest.raises(DocumentError, match="the rule names no measure"):
        read_rule(data)
    cases[0] = {"label": A, "not_assessable": ["any"], "measure": "gap"}
    assert read_rule(data).name == "r"


def test_a_rule_that_takes_the_target_of_the_year_says_why() -> None:
    """By its own word, or because the ratio to the target is one of the year."""
    indicator = stock(
        100, 81, targets=[AtLeast(85, FiscalYear(2018)), AtLeast(100, FiscalYear(2021))]
    )

    def notes(**entries: Any) -> list[str]:
        rule = read_rule({**bands({"label": A}), **entries})
        return [
            str(it)
            for it in judged(indicator, row("level", 2018, 86), year=2018, rules=rule).notes
            if "target printed for the year" in str(it)
        ]

    assert notes() == ["the ratio to the target takes the target printed for the year"]
    assert notes(target="year") == ["the rule takes the target printed for the year"]
    assert notes(target="final") == []
