"""A figure that is missing, and a time that makes no line, each have their one reason, anywhere.

`measure` and whole plans meet some of these guards only together with others; here every
function of the arithmetic is asked alone, with one figure taken away.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from planmodel.evaluation import NotAssessable, arithmetic
from planmodel.evaluation import reasons as why
from planmodel.evaluation.expecting import (
    expected_value,
    gap_to_expected,
    pace_ratio,
    ratio_to_expected,
)
from planmodel.evaluation.facts import Facts

FUNCTIONS: dict[str, Callable[..., Any]] = {
    name: getattr(arithmetic, name)
    for name in arithmetic.__all__
    if inspect.isfunction(getattr(arithmetic, name))
}
WHOLE: dict[str, Any] = {
    "v": Decimal(14),
    "b": Decimal(10),
    "t": Decimal(20),
    "e": Decimal(15),
    "k": Decimal(3),
    "n": Decimal(5),
    "d": 1,
}
LACKING = {
    "v": why.NO_VALUE,
    "b": why.NO_BASELINE,
    "t": why.NO_TARGET,
    "e": why.NO_EXPECTED,
    "k": why.NO_ELAPSED,
    "n": why.NO_DURATION,
}
BY_CONVENTION = {
    "ratio_to_target",
    "ratio_to_expected",
    "ratio_to_expected_linear",
    "ratio_to_expected_linear_from_zero",
}
"""Where more is better these need no convention, and so no baseline of its own."""


def arguments(name: str, **other: Any) -> dict[str, Any]:
    """A call of the function that gives a figure, with some arguments exchanged."""
    takes = inspect.signature(FUNCTIONS[name]).parameters
    return {key: other.get(key, WHOLE[key]) for key in takes if key != "convention"}


def lacking() -> list[tuple[str, str, NotAssessable]]:
    """Every function without each of its figures, and the reason for that."""
    found: list[tuple[str, str, NotAssessable]] = []
    for name in FUNCTIONS:
        for key in arguments(name):
            if key == "d" or (key == "b" and name in BY_CONVENTION - {"ratio_to_expected_linear"}):
                continue
            reason = LACKING[key]
            if name == "share_of_base" and key == "n":
                reason = why.NO_BASE
            found.append((name, key, reason))
    return found


@pytest.mark.parametrize("name", FUNCTIONS)
def test_with_every_figure_there_is_a_number(name: str) -> None:
    """Nothing is refused that can be computed."""
    assert isinstance(FUNCTIONS[name](**arguments(name)), Decimal)


@pytest.mark.parametrize(("name", "key", "reason"), lacking())
def test_without_one_figure_its_absence_is_the_reason(
    name: str, key: str, reason: NotAssessable
) -> None:
    """The reason names the figure that is missing, no other."""
    given = {**arguments(name), key: None}
    assert FUNCTIONS[name](**given) == reason


LINES = [
    name
    for name in FUNCTIONS
    if {"k", "n"} <= set(inspect.signature(FUNCTIONS[name]).parameters) and name != "required_pace"
]


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize(
    ("k", "n", "reason"),
    [
        (2, 0, why.TARGET_NOT_AFTER_BASELINE),
        (0, 0, why.TARGET_NOT_AFTER_BASELINE),
        (2, -1, why.TARGET_NOT_AFTER_BASELINE),
        (-1, 5, why.BEFORE_BASELINE),
        (-1, -2, why.TARGET_NOT_AFTER_BASELINE),
        (None, None, why.NO_TIME),
    ],
)
def test_times_that_make_no_line_are_refused(
    name: str, k: int | None, n: int | None, reason: NotAssessable
) -> None:
    """A target at or before its baseline, a year before the baseline, no times at all."""
    times = {"k": k if k is None else Decimal(k), "n": n if n is None else Decimal(n)}
    assert FUNCTIONS[name](**{**arguments(name), **times}) == reason


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("expected_linear", "20"),
        ("expected_geometric", "20"),
        ("ratio_to_expected_linear", "0.7"),
        ("ratio_to_expected_linear_from_zero", "0.7"),
        ("pace_ratio_linear", None),
        ("pace_ratio_linear_from_zero", None),
    ],
)
def test_once_the_way_is_over_only_a_change_needs_its_start(name: str, figure: str | None) -> None:
    """From the target's year on, T is expected without a baseline; one period before, nothing."""
    alone = {**arguments(name), "b": None}
    outcome = why.NO_BASELINE if figure is None else Decimal(figure)
    for k in (5, 6):
        assert FUNCTIONS[name](**{**alone, "k": Decimal(k)}) == outcome
    if "from_zero" not in name:
        for k, n in ((4, 5), (0, 0), (2, -1)):
            times = {"k": Decimal(k), "n": Decimal(n)}
            assert FUNCTIONS[name](**{**alone, **times}) == why.NO_BASELINE


@pytest.mark.parametrize(
    ("name", "d", "convention", "figure"),
    [
        ("ratio_to_target", -1, "T/v", "1.25"),
        ("ratio_to_expected", -1, "T/v", "1.25"),
        ("ratio_to_target", -1, "2-v/T", "1.2"),
        ("ratio_to_expected", -1, "2-v/T", "1.2"),
        ("ratio_to_target", -1, None, None),
        ("ratio_to_expected", -1, None, None),
        ("ratio_to_target", 1, None, "0.8"),
        ("ratio_to_expected", 1, None, "0.8"),
    ],
)
def test_a_convention_is_asked_for_where_less_is_better(
    name: str, d: int, convention: str | None, figure: str | None
) -> None:
    """16 of 20, where less is better: as declared, and not assessable where nothing is."""
    outcome = FUNCTIONS[name](Decimal(16), Decimal(20), d, convention, Decimal(30))
    assert outcome == (why.NO_CONVENTION if figure is None else Decimal(figure))


@pytest.mark.parametrize("compute", [ratio_to_expected, pace_ratio, gap_to_expected])
def test_what_needs_a_direction_says_so(compute: Callable[..., Any]) -> None:
    """Facts may come without one; a measure that turns on it is then not assessable."""
    facts = Facts(
        value=Decimal(14),
        target=Decimal(20),
        baseline=Decimal(10),
        elapsed=Decimal(1),
        duration=Decimal(2),
    )
    assert compute(facts, None, "linear") == why.NO_DIRECTION


@pytest.mark.parametrize(
    ("path", "printed", "expected", "gap", "ratio"),
    [
        ("linear", None, 15, 9, "0.4"),
        ("linear", 12, 12, 6, "0.5"),
        ("linear_from_zero", None, 10, 4, "0.6"),
        ("linear_from_zero", 12, 10, 4, "0.6"),
        (None, 12, 12, 6, "0.5"),
        (None, None, why.NO_PATH, why.NO_PATH, why.NO_PATH),
    ],
)
def test_which_expected_value_the_value_is_held_against(
    path: Any, printed: Any, expected: Any, gap: Any, ratio: Any
) -> None:
    """A printed value wins over the line, but not over a rule that starts its line at zero."""
    facts = Facts(
        value=Decimal(6),
        target=Decimal(20),
        baseline=Decimal(10),
        expected=None if printed is None else Decimal(printed),
        elapsed=Decimal(1),
        duration=Decimal(2),
        direction="increase",
    )
    assert expected_value(facts, path) == expected
    assert gap_to_expected(facts, None, path) == gap
    assert ratio_to_expected(facts, None, path) == (
        ratio if isinstance(ratio, NotAssessable) else Decimal(ratio)
    )


def test_the_gap_to_a_value_drawn_between_two_printed_ones_is_divided_once() -> None:
    """45/3 is 15, and 9 are missing to it: the rounded 14.9 plays no part."""
    facts = Facts(
        value=Decimal(6),
        expected=Decimal("14.9"),
        direction="increase",
        drawn=(Decimal(45), Decimal(3)),
    )
    assert gap_to_expected(facts, None, "linear") == 9
    assert ratio_to_expected(facts, None, "linear") == Decimal("0.4")


@pytest.mark.parametrize(
    ("path", "printed", "pace"),
    [("linear", None, "0.4"), ("linear", 11, "2"), (None, 11, "2"), ("linear_from_zero", 11, "1")],
)
def test_which_expected_value_the_pace_is_held_against(path: Any, printed: Any, pace: str) -> None:
    """The line's 15, the printed 11, or the 12 of a rule that starts its line at zero."""
    facts = Facts(
        value=Decimal(12),
        target=Decimal(20 if path != "linear_from_zero" else 24),
        baseline=Decimal(10),
        expected=None if printed is None else Decimal(printed),
        elapsed=Decimal(1),
        duration=Decimal(2),
        direction="increase",
    )
    assert pace_ratio(facts, None, path) == Decimal(pace)
