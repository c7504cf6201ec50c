"""A rule of a wrong shape is read as far as it goes: all its problems in one round."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import DocumentError
from planmodel.evaluation import read_rule

GAP: list[dict[str, Any]] = [{"label": "A", "at_least": 100}, {"label": "B", "below": 90}]
GOOD: list[dict[str, Any]] = [{"label": "A", "at_least": 100}, {"label": "B", "below": 100}]
BETWEEN = "scale.bands: there is a gap between the bands B and A"


def ours(bands: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """A rule with *bands*."""
    return {
        "name": "r",
        "version": "1",
        "measure": "ratio_to_target",
        "grade_on": "exact",
        "scale": {"kind": "bands", "bands": bands},
        **more,
    }


def told(data: dict[str, Any]) -> list[str]:
    """The problems of *data*, each from its place to its first sentence."""
    with pytest.raises(DocumentError) as caught:
        read_rule(data)
    return [str(it).removeprefix("rule: ").partition(". ")[0] for it in caught.value.problems]


@pytest.mark.parametrize(
    "wrong",
    [
        {"foo": 1},
        {"version": 3},
        {"measure": "ratio_to_targt"},
        {"rounding": {"mode": "half_up"}},
        {"states": {"−": ["pendng"]}},
        {"rollup": {"method": "mean"}},
        {"extends": "ibaraki", "rouding": 1},
    ],
)
def test_a_wrong_shape_hides_no_gap(wrong: dict[str, Any]) -> None:
    """One problem of shape and a gap between bands: both, and nothing that only follows."""
    shape, gap = told(ours(GAP, **wrong))
    assert gap == BETWEEN
    assert shape != gap
    assert len(told(ours(GOOD, **wrong))) == 1


def test_a_band_without_a_label_is_called_by_its_place() -> None:
    """Its ends are known, and so is the gap beside it."""
    label, gap = told(ours([{"label": "A", "above": 80}, {"below": 80}]))
    assert label.startswith("scale.bands[1]: label is missing")
    assert gap == "scale.bands: there is a gap between the bands bands[1] and A"


@pytest.mark.parametrize(
    "band",
    [
        {"label": "A", "at_least": "x"},
        {"label": "A", "at_leats": 100},
        {"label": "A", "以上": 100},
        {"label": "A", "at_least": 100, "above": 100},
        3,
    ],
)
def test_what_only_follows_from_a_wrong_shape_is_not_told(band: Any) -> None:
    """Where the end of a band cannot be read, there may be no gap."""
    assert len(told(ours([band, {"label": "B", "below": 100}]))) == 1


def test_what_hangs_together_with_a_gap_is_not_told() -> None:
    """Scores, weights, measures and variants may be right once the shape is."""
    scored = [{**it, "score": "x"} for it in GOOD]
    rollup = {"method": "mean", "minimum_coverage": 0}
    assert len(told(ours(scored, rollup=rollup))) == 2
    weighted = {"method": "weighted", "minimum_coverage": 0, "weights": {"a": "x"}}
    assert len(told(ours([{**it, "score": 1} for it in GOOD], rollup=weighted))) == 1
    variants = [{"when": {"due": True}, "grade_on": "printed"}]
    assert len(told(ours(GOOD, variants=variants, rounding=3))) == 1
    cases = [{"label": "A", "target": "year", "at_least": 1}, {"label": "B", "otherwise": True}]
    scale = {"kind": "first_match", "cases": cases}
    assert len(told(ours(GOOD, measure="ratio_to_targt", scale=scale))) == 1


@given(
    st.dictionaries(st.sampled_from(["foo", "bar", "zzz"]), st.integers(), min_size=1),
    st.sampled_from([GOOD, GAP]),
)
def test_unknown_entries_are_told_beside_everything_else(
    unknown: dict[str, int], bands: list[dict[str, Any]]
) -> None:
    """The problems of a rule with entries that mean nothing are these, and those without them."""
    found = told(ours(bands, **unknown))
    assert [it.partition(":")[0] for it in found[: len(unknown)]] == list(unknown)
    assert found[len(unknown) :] == ([BETWEEN] if bands is GAP else [])
