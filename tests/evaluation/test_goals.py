"""What several targets ask for as one, and the intervals of numbers that meet them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planmodel import (
    AgainstBenchmark,
    AllOf,
    AtLeast,
    AtMost,
    Between,
    FiscalYear,
    Milestone,
    NoNumber,
    Rank,
    Relative,
)
from planmodel.evaluation.goals import (
    Around,
    Goal,
    all_met,
    compared_series,
    goal_in,
    is_moving,
    together,
)
from planmodel.evaluation.interval import Interval
from planmodel.model.ids import Ref

DUE = FiscalYear(2021)
NATION, OTHER, TOWNS = (Ref[Any]("benchmark", key) for key in ("nation", "other", "towns"))
NUMBERS = st.integers(-3, 3).map(Decimal)
ENDS = st.none() | NUMBERS
INTERVALS = st.builds(Interval, ENDS, ENDS, st.booleans(), st.booleans())
HALVES = [Decimal(k) / 2 for k in range(-9, 10)]
"""Every end that is drawn, a number between each two of them, and some beyond."""


def around(**more: Any) -> Around:
    """Fiscal year 2021, in which the benchmark ``nation`` has 50 and no other a value."""
    known = {"nation": Decimal(50)}
    given: dict[str, Any] = {"benchmark": lambda key, _: known.get(key), "names": {}}
    return Around(DUE, **{**given, **more})


def goal(target: Any, **more: Any) -> Goal:
    """What *target* asks for in that year."""
    return goal_in(target, around(**more))


def at_least(number: int, *, strict: bool = False) -> Goal:
    """At least *number*, or more than it."""
    return goal(AtLeast(number, DUE, strict=strict))


def at_most(number: int, *, strict: bool = False) -> Goal:
    """At most *number*, or less than it."""
    return goal(AtMost(number, DUE, strict=strict))


# -- intervals --------------------------------------------------------------------------------


@given(INTERVALS, INTERVALS)
def test_what_lies_within_lies_in_both(one: Interval, other: Interval) -> None:
    """The intersection holds exactly the numbers that both hold, either way round."""
    both = one.within(other)
    for x in HALVES:
        assert both.contains(x) is (one.contains(x) and other.contains(x))
        assert other.within(one).contains(x) is both.contains(x)


@given(INTERVALS)
@example(Interval(Decimal(1), Decimal(1), has_high=True))
@example(Interval(Decimal(1), Decimal(1), has_low=True))
def test_an_interval_is_empty_where_no_number_lies_in_it(interval: Interval) -> None:
    """The halves try every end and every room between two ends."""
    assert interval.is_empty is (not any(map(interval.contains, HALVES)))


@given(INTERVALS.filter(lambda it: not it.is_empty))
def test_a_number_is_brought_to_the_end_that_it_has_passed(interval: Interval) -> None:
    """Nearer than any other, untouched inside, and in order."""
    for x in HALVES:
        near = interval.nearest(x)
        assert near == x or not interval.contains(x)
        assert near in {x, interval.low, interval.high}
        closed = Interval(interval.low, interval.high, has_low=True, has_high=True)
        assert closed.contains(near)
    assert all(a <= b for a, b in pairwise(map(interval.nearest, HALVES)))


@given(INTERVALS, st.integers(1, 5).map(Decimal))
def test_an_interval_times_a_factor_holds_what_it_held(interval: Interval, factor: Decimal) -> None:
    """A number lies in it exactly where its multiple lies in the multiple."""
    for x in HALVES:
        assert interval.times(factor).contains(x * factor) is interval.contains(x)


@pytest.mark.parametrize(
    ("interval", "en", "ja"),
    [
        (Interval(), "every number", "すべての数"),
        (Interval(Decimal(1), has_low=True), "≥ 1", "1以上"),
        (Interval(Decimal(1)), "> 1", "1超"),
        (Interval(high=Decimal(1), has_high=True), "≤ 1", "1以下"),
        (Interval(high=Decimal(1)), "< 1", "1未満"),
        (Interval(Decimal(1), Decimal(2), has_low=True), "≥ 1 and < 2", "1以上2未満"),
        (Interval(Decimal(1), Decimal(2), has_high=True), "> 1 and ≤ 2", "1超2以下"),
        (Interval(Decimal(1), Decimal(1), has_low=True, has_high=True), "= 1", "1"),
    ],
)
def test_an_interval_reads_in_both_languages(interval: Interval, en: str, ja: str) -> None:
    """Each end with its word, and nothing where there is no end."""
    assert (str(interval), interval.in_language("ja")) == (en, ja)


# -- several goals as one ---------------------------------------------------------------------

GOALS = st.builds(at_least, st.integers(-3, 3), strict=st.booleans()) | st.builds(
    at_most, st.integers(-3, 3), strict=st.booleans()
)


@given(st.lists(GOALS, min_size=1, max_size=4))
def test_several_goals_as_one_are_met_where_all_are(goals: list[Goal]) -> None:
    """Thresholds on one side or on both, with and without their own number."""
    one = together(goals)
    for x in HALVES:
        assert one.met(x) is all_met(goals, x) is all(it.met(x) for it in goals)
    assert one.met(None) is all_met(goals, None) is None


@given(st.lists(GOALS, min_size=2, max_size=4))
def test_only_thresholds_on_one_side_have_a_number_together(goals: list[Goal]) -> None:
    """The hardest of them; on both sides there is a range, which has none."""
    one = together(goals)
    if len({it.direction for it in goals}) == 1:
        numbers = [it.number for it in goals if it.number is not None]
        hardest = max(numbers) if goals[0].direction == "increase" else min(numbers)
        assert (one.number, one.direction) == (hardest, goals[0].direction)
        assert one.reason is None
    else:
        assert one.number is None
        assert one.reason is not None
        assert one.reason.code == "target_several"


def test_more_than_a_number_is_harder_than_at_least_it() -> None:
    """Whichever comes first, above and below, at zero too."""
    for number in (10, 0, -10):
        for pair in ((at_least(number), at_least(number, strict=True)),) * 2:
            assert together(pair).met(Decimal(number)) is False
            assert together(pair[::-1]).met(Decimal(number)) is False
        pair = at_most(number), at_most(number, strict=True)
        assert together(pair).met(Decimal(number)) is False
        assert together(pair[::-1]).met(Decimal(number)) is False


def test_a_number_and_a_milestone_have_no_number_together() -> None:
    """Not the milestone's own reason, because the other one is a number."""
    one = together([at_least(10), goal(Milestone("条例の施行", DUE))])
    assert (one.number, one.interval) == (None, None)
    assert one.reason is not None
    assert one.reason.code == "target_several"


def test_the_reason_of_a_part_that_cannot_be_said_stands_for_all() -> None:
    """A benchmark without its value leaves the whole open, unless another part is missed."""
    parts = [at_least(10), goal(AgainstBenchmark(OTHER, DUE))]
    one = together(parts)
    assert one.reason is not None
    assert one.reason.code == "no_benchmark"
    assert not one.moving
    assert all_met(parts, Decimal(9)) is False
    assert all_met(parts, Decimal(11)) is None
    assert all_met([], Decimal(11)) is None


def test_two_moving_targets_are_one_threshold_and_a_fixed_one_beside_one_is_none() -> None:
    """A number that changes every year and one that does not are no common threshold."""
    moving = goal(AgainstBenchmark(NATION, DUE))
    lower = goal(AgainstBenchmark(NATION, DUE, strict=True))
    assert together([moving, lower]).number == 50
    assert together([moving, lower]).moving
    mixed = together([moving, at_least(40)])
    assert (mixed.number, mixed.moving) == (None, False)
    assert mixed.met(Decimal(50)) is True
    assert mixed.met(Decimal(49)) is False


def test_words_meet_only_what_is_to_be_done() -> None:
    """The text of a milestone, or one of its words for done; no words meet nothing."""
    milestone = goal(Milestone("施行", DUE, done=("済",)))
    assert milestone.met(None, "施行") is True
    assert milestone.met(None, "済") is True
    assert milestone.met(None, "検討中") is None
    assert milestone.met(None) is None
    assert at_least(1).met(None, "施行") is None


# -- one target -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "series", "moving"),
    [
        (AgainstBenchmark(NATION, DUE), "nation", True),
        (AllOf(TOWNS, DUE), "towns", True),
        (AtLeast(3, DUE), None, False),
        (Relative("10%増", DUE), None, False),
        (Relative("10%増", DUE, of="previous_year"), None, True),
        (
            Relative("10%増", DUE, of="previous_year", stated=12),
            None,
            False,
        ),
    ],
)
def test_a_target_moves_where_its_number_is_another_one_every_year(
    target: Any,
    series: str | None,
    moving: bool,  # noqa: FBT001 - a row of the table
) -> None:
    """Another series' value, or the year before's, unless a number is printed."""
    ref = compared_series(target)
    assert (None if ref is None else ref.id) == series
    assert is_moving(target) is moving


@pytest.mark.parametrize(
    ("target", "number", "direction", "reason"),
    [
        (AtLeast(3, DUE), 3, "increase", None),
        (AtMost(3, DUE), 3, "decrease", None),
        (Rank(3, "都道府県", DUE), 3, "decrease", None),
        (Between(3, 5, DUE), None, None, "target_between"),
        (NoNumber("増やす", DUE), None, None, "target_no_number"),
        (Milestone("施行", DUE), None, None, "target_milestone"),
        (AgainstBenchmark(NATION, DUE), 50, "increase", None),
        (AgainstBenchmark(NATION, DUE, side="at_most"), 50, "decrease", None),
        (AgainstBenchmark(OTHER, DUE, side="at_most"), None, "decrease", "no_benchmark"),
        (AllOf(NATION, DUE), 50, "increase", None),
        (AllOf(TOWNS, DUE), None, "increase", "no_benchmark"),
    ],
)
def test_what_a_target_asks_for_in_a_year(
    target: Any, number: int | None, direction: str | None, reason: str | None
) -> None:
    """A number with its side, or the reason why there is none."""
    it = goal(target)
    assert (it.number, it.direction) == (number, direction)
    assert (None if it.reason is None else it.reason.code) == reason
