"""The default rule: every word it has, at the very edges where one word gives way to the next."""

from __future__ import annotations

from typing import Any

import pytest

from planmodel.evaluation import grade, load_rule

ON_PACE = load_rule("on-pace")
HALF_WAY: dict[str, Any] = {
    "baseline": 100,
    "target": 300,
    "elapsed": 1,
    "duration": 2,
    "path": "linear",
    "has_path": True,
}


@pytest.mark.parametrize(
    ("value", "label", "printed"),
    [
        (300, "reached", "200.0"),
        (299, "on-pace", "199.0"),
        (200, "on-pace", "100.0"),
        ("199.99", "behind", "100.0"),
        ("199.5", "behind", "99.5"),
        ("133.65", "behind", "33.7"),
        ("133.649", "behind", "33.6"),
        (100, "behind", "0.0"),
        ("99.9", "worse", "-0.1"),
        ("99.5", "worse", "-0.5"),
    ],
)
def test_on_the_way_the_exact_pace_is_graded(value: Any, label: str, printed: str) -> None:
    """Printed half up with one place, graded before that; the same where less is better."""
    up = grade(ON_PACE, value=value, direction="increase", **HALF_WAY)
    assert (up.label, str(up.printed)) == (label, printed)
    mirrored = {**HALF_WAY, "baseline": -100, "target": -300}
    down = grade(ON_PACE, value=f"-{value}", direction="decrease", **mirrored)
    assert (down.label, str(down.printed)) == (label, printed)


@pytest.mark.parametrize(
    ("value", "label"),
    [(300, "reached"), (299, "not-reached"), (100, "not-reached"), ("99.9", "worse")],
)
def test_once_due_there_is_no_pace_any_more(value: Any, label: str) -> None:
    """In the due year and after it."""
    for elapsed in (2, 3):
        given = {**HALF_WAY, "elapsed": elapsed}
        assert grade(ON_PACE, value=value, direction="increase", **given).label == label


@pytest.mark.parametrize(
    ("value", "label"),
    [
        (300, "reached"),
        ("299.9", "not-reached"),
        ("100.5", "not-reached"),
        (100, "not-reached"),
        ("99.9", "worse"),
        ("99.5", "worse"),
    ],
)
def test_another_series_is_reached_or_not_and_the_baseline_still_counts(
    value: Any, label: str
) -> None:
    """全国平均 leads along no path, and worse than at the start is said all the same."""
    given = {**HALF_WAY, "has_path": False, "target_kind": "against_benchmark"}
    assert grade(ON_PACE, value=value, direction="increase", **given).label == label


@pytest.mark.parametrize("kind", ["relative", "rank", "at_least"])
def test_without_a_path_and_without_another_series_it_is_reached_or_not(kind: str) -> None:
    """The year before, for instance: its number is no start that one could be worse than."""
    given = {**HALF_WAY, "has_path": False, "target_kind": kind}
    found = [grade(ON_PACE, value=it, direction="increase", **given).label for it in (300, 299, 99)]
    assert found == ["reached", "not-reached", "not-reached"]


@pytest.mark.parametrize("scope", ["keep", "every_year"])
def test_what_shall_be_kept_is_held_or_lost(scope: str) -> None:
    """On whatever path, and in the due year too."""
    for elapsed in (1, 2):
        given = {**HALF_WAY, "elapsed": elapsed, "target_scope": scope}
        found = [grade(ON_PACE, value=it, direction="increase", **given).label for it in (300, 299)]
        assert found == ["held", "lost"]


@pytest.mark.parametrize("kind", ["between", "several"])
def test_a_range_or_several_conditions_are_reached_or_not(kind: str) -> None:
    """They have no number, so no ratio and no start."""
    given = {**HALF_WAY, "target": None, "target_kind": kind}
    found = [
        grade(ON_PACE, value=99, direction="increase", reached=it, **given).label
        for it in (True, False)
    ]
    assert found == ["reached", "not-reached"]


@pytest.mark.parametrize(
    ("due", "value", "label"),
    [
        (True, 299, "not-reached"),
        (False, 299, None),
        (True, 300, "reached"),
        (False, 300, "reached"),
    ],
)
def test_another_series_without_a_baseline_is_not_reached_once_due(
    due: Any, value: int, label: str | None
) -> None:
    """Before that, whether it is worse than at the start cannot be told."""
    given = {
        **HALF_WAY,
        "baseline": None,
        "due": due,
        "has_path": False,
        "target_kind": "against_benchmark",
    }
    found = grade(ON_PACE, value=value, direction="increase", **given)
    assert found.label == label
    if label is None:
        assert found.reason is not None
        assert found.reason.code == "no_baseline"
