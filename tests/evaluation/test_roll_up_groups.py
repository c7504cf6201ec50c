"""Groups in groups: what they count above, what a trace tells, what they must not borrow."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from planmodel.errors import UsageError
from planmodel.evaluation import ByHand, Group, Part, read_rule, roll_up
from planmodel.evaluation.groups import RolledUp
from planmodel.evaluation.rollup import rolled
from planmodel.evaluation.rules.model import RollUpRule

HAND = ByHand("A", "審議会", None, "総合的に判断")


def rolling(method: str = "mean", minimum: int = 0, **entries: Any) -> RollUpRule:
    """The roll-up of a rule that does nothing else."""
    rollup = {"method": method, "minimum_coverage": minimum, **entries}
    found = read_rule({"name": "r", "version": "1", "rollup": rollup}).rollup
    assert found is not None
    return found


def group_in(it: RolledUp, at: int = 0) -> RolledUp:
    """The group at a place of *it*."""
    found = it.parts[at]
    assert isinstance(found, RolledUp)
    return found


def test_a_group_with_weights_of_its_own_needs_them_under_any_rule() -> None:
    """A pillar weighted inside a plan that is not: the missing weight is named at its place."""
    inner = Group("g", [Part("a", 4, weight=1), Part("b", 3)], rule=rolling("weighted"))
    with pytest.raises(UsageError) as caught:
        roll_up([inner], rolling())
    assert [it.where for it in caught.value.problems] == ["[0][1].weight"]
    plain = Group("g", [Part("a", 4), Part("b", 3)], rule=rolling(), weight=1)
    assert roll_up([plain], rolling("weighted")).value == Decimal("3.5")


def test_a_part_that_counts_has_no_reason_and_one_that_does_not_has_one() -> None:
    """An assessed grade without a score is told; nothing is added to any other part."""
    it = roll_up([Part("a", 3, "A"), Part("b", None, "?"), Part("c")], rolling())
    reasons = [part.reason.code if part.reason else None for part in it.parts]
    assert reasons == [None, "no_score", None]


def test_only_the_worst_borrows_the_grade_of_a_part() -> None:
    """A mean without a scale has no grade, even where a part's score equals it."""
    children = [Part("a", 3, "A"), Part("b", 2, "B"), Part("c", 1, "C")]
    assert [roll_up(children, rolling(it)).label for it in ("mean", "points")] == [None, None]
    assert roll_up(children, rolling("worst")).label == "C"


def test_the_main_parts_of_a_rule_are_named_or_marked() -> None:
    """By their names in the rule, by their own mark, or both; groups are looked into."""
    children = [Part("a", 4), Part("b", 0), Part("c", 1, main=True)]
    assert roll_up(children, rolling("main", main=["a"])).value == Decimal("2.5")
    assert roll_up([Group("g", children)], rolling("main", main=["a"])).value == Decimal("2.5")


def test_people_cover_a_group_only_where_grades_count() -> None:
    """Where numbers are rolled up, a grade by hand is no number of the uncounted."""
    judged = Group("g", [Part("a", 4, "A", number=40), Part("b")], by_hand=HAND)
    of_scores = roll_up([judged], rolling(minimum=100, scores={"A": 4}))
    assert (of_scores.value, of_scores.covered) == (4, 2)
    of_numbers = roll_up([judged], rolling(of="number", minimum=100))
    assert of_numbers.value is None
    assert of_numbers.reason is not None
    inner = group_in(of_numbers)
    assert (inner.shown, inner.covered, inner.counts) == ("A", 1, False)
    enough = roll_up([judged], rolling(of="number", minimum=50))
    assert (enough.value, enough.covered) == (40, 1)


def test_a_group_of_scores_counts_exactly_whatever_is_printed() -> None:
    """Only a roll-up of printed numbers takes the printed number along."""
    rounding = {"mode": "half_up", "places": 0}
    inner = [Part("a", 1, printed=1), Part("b", 2, printed=2)]
    exact = roll_up([Group("g", inner)], rolling(rounding=rounding))
    assert (group_in(exact).printed, group_in(exact).score, exact.value) == (
        2,
        Decimal("1.5"),
        Decimal("1.5"),
    )
    printed = roll_up([Group("g", inner)], rolling(of="printed", rounding=rounding))
    assert (group_in(printed).score, printed.value) == (2, 2)


def test_an_uncovered_group_counts_only_by_the_grade_of_people() -> None:
    """Its reason keeps it out; a grade by hand with a score takes it in again."""
    few = [Part("a", 1), Part("b"), Part("c")]
    below, out = rolling(minimum=50), rolling(minimum=0, scores={"A": 4})
    alone = roll_up([Group("g", few, rule=below), Part("x", 2)], out)
    assert (group_in(alone).counts, alone.value) == (False, 2)
    counted = rolling(minimum=50, scores={"A": 4})
    judged = roll_up([Group("g", few, rule=counted, by_hand=HAND), Part("x", 2)], out)
    assert (group_in(judged).counts, judged.value) == (True, 3)
    unscored = roll_up([Group("g", few, rule=below, by_hand=HAND), Part("x", 2)], out)
    assert (group_in(unscored).counts, unscored.value) == (False, 2)


def test_a_trace_tells_what_a_group_counted_and_why_one_did_not() -> None:
    """Weights only where they count, a reason only where there is no number."""
    parts = [
        Group("good", [Part("a", 3, "A"), Part("b", 4, "A")], weight=2),
        Group("none", [Part("c"), Part("d")], weight=1),
    ]
    plain = str(roll_up(parts, rolling()).trace)
    assert "good [score = 3.5]" in plain
    assert "weight" not in plain
    assert "none — none of the parts could be assessed" in plain
    weighted = str(
        roll_up(parts, rolling("weighted", weights={"a": 1, "b": 1, "c": 1, "d": 1})).trace
    )
    assert "good [score = 3.5, weight = 2]" in weighted
    assert "none [weight = 1]" in weighted
    of_numbers = str(roll_up([Group("n", [Part("a", number=7)])], rolling(of="number")).trace)
    assert "n [number = 7]" in of_numbers


def test_a_weight_that_nobody_declared_is_told_and_not_shown() -> None:
    """The trace of a group in a plan, where it is no error: the reason, and no empty weight."""
    it = rolled(Group("g", [Part("a", 4), Part("b", 3, weight=1)]), rolling("weighted"))
    assert it.reason is not None
    assert it.reason.code == "weight_not_declared"
    assert "a [score = 4]\n" in str(it.trace)


def test_a_group_judged_by_people_is_told_without_the_reason_that_it_overcame() -> None:
    """Its number counts, so nothing is said against it in the group above."""
    few = Group("g", [Part("a", 1), Part("b"), Part("c")], by_hand=HAND)
    it = roll_up([few, Part("x", 2)], rolling(minimum=50, scores={"A": 4}))
    assert group_in(it).reason is not None
    assert str(it.trace).splitlines()[0] == "1. g [score = 4] = A"


def test_points_of_a_group_are_those_of_all_its_parts_where_numbers_count() -> None:
    """40, 60 and 100 of three times 100, although people graded the group of two."""
    low = Group("low", [Part("a", number=40), Part("b", number=60)], by_hand=HAND)
    it = roll_up([low, Part("c", number=100)], rolling("points", of="number", full=100))
    assert it.value is not None
    assert round(it.value, 10) == Decimal("66.6666666667")


MAIN = {
    "kind": "first_match",
    "cases": [
        {"label": "順調", "every": ["A"], "among": "main"},
        {"label": "他", "otherwise": True},
    ],
}


def main_parts(labels: str) -> list[Part]:
    """Main indicators with these grades; ? has none."""
    return [
        Part(f"{labels}{at}", None if it == "?" else 1, None if it == "?" else it, main=True)
        for at, it in enumerate(labels)
    ]


def test_exactly_the_demanded_share_of_main_indicators_is_enough() -> None:
    """Half of them where half is demanded; one less says nothing."""
    rule = rolling(minimum=50, scale=MAIN)
    assert roll_up([*main_parts("AA??"), Part("x", 1, "B")], rule).label == "順調"
    few = roll_up([*main_parts("A???"), *[Part(str(n), 1, "B") for n in range(4)]], rule)
    assert few.reason is not None
    assert (few.label, few.reason.code) == (None, "not_covered")
    all_ = rolling(minimum=100, scale=MAIN)
    assert roll_up(main_parts("A" * 101), all_).label == "順調"
    one_less = roll_up(
        [*main_parts("A" * 100 + "?"), *[Part(f"x{n}", 1, "B") for n in range(9)]],
        rolling(minimum=Decimal("99.05"), scale=MAIN),
    )
    assert one_less.label is None


def test_main_indicators_of_a_group_that_does_not_count_do_not_count() -> None:
    """At any depth: an uncovered group takes what lies in it along."""
    uncovered = Group("u", main_parts("B???"), rule=rolling(minimum=50))
    covered = Group("c", main_parts("A"), rule=rolling())
    rule = rolling(scale=MAIN)
    assert roll_up([uncovered, covered], rule).label == "順調"
    assert roll_up([Group("w", [uncovered, covered], rule=rolling())], rule).label == "順調"
    counting = Group("u", main_parts("B???"), rule=rolling())
    assert roll_up([counting, covered], rule).label == "他"
    hidden = Group("h", [Group("i", main_parts("B"), rule=rolling())], rule=rolling("by_hand"))
    assert roll_up([hidden, covered], rule).label == "順調"
