"""What a rule says of scores and weights goes together, and something can count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from planmodel.errors import DocumentError
from planmodel.evaluation import read_rule


def rolling(scored: tuple[int | None, int | None] = (None, None), **rollup: Any) -> dict[str, Any]:
    """A rule with two bands that count what *scored* says, and a roll-up."""
    bands: list[dict[str, Any]] = [{"label": "A", "at_least": 100}, {"label": "B", "below": 100}]
    return {
        "name": "r",
        "version": "1",
        "measure": "ratio_to_target",
        "grade_on": "exact",
        "scale": {
            "kind": "bands",
            "bands": [
                it if score is None else {**it, "score": score}
                for it, score in zip(bands, scored, strict=True)
            ],
        },
        "rollup": {"method": "mean", "minimum_coverage": 0, **rollup},
    }


GRADES = {
    "kind": "bands",
    "bands": [{"label": "A", "at_least": 1, "score": 1}, {"label": "可", "below": 1}],
}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (rolling(), "rollup.scores: no grade has a score"),
        (rolling(method="weighted", scores={"A": 1}), "rollup.weights: no weight is declared"),
        (rolling((2, 1), scores={"A": 3, "B": 1}), "rollup.scores.A: A counts 3 here, and 2 in"),
        (rolling(scores={"A": 3}, scale=GRADES), "rollup.scores.A: A counts 3 here, and 1 in"),
    ],
)
def test_scores_and_weights_that_cannot_be_meant_are_refused(
    data: Mapping[str, Any], words: str
) -> None:
    """Nothing that counts, nothing that weighs, and one label with two scores: one problem each."""
    with pytest.raises(DocumentError) as caught:
        read_rule(data)
    assert words in str(caught.value)
    assert len(caught.value.problems) == 1


@pytest.mark.parametrize(
    "data",
    [
        rolling((2, 1), scores={"A": 2}),
        rolling((2, None)),
        rolling(scores={"B": 1}),
        rolling(method="by_hand"),
        rolling(of="number"),
        rolling(scale=GRADES),
        {**rolling(), "states": {"−": {"reasons": ["any"], "score": 0}}},
        rolling((2, 1), method="weighted", default_weight=1),
        {"name": "r", "version": "1", "rollup": {"method": "mean", "minimum_coverage": 50}},
        {"name": "r", "version": "1", "rollup": {"method": "weighted", "minimum_coverage": 50}},
    ],
)
def test_whatever_can_count_is_taken(data: Mapping[str, Any]) -> None:
    """The same score twice, scores anywhere, numbers, and rules for parts that bring their own."""
    assert read_rule(data).rollup is not None
