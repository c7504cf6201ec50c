"""Why a roll-up gives nothing: each reason is true of the parts it speaks of."""

from __future__ import annotations

from typing import Any

from planmodel.evaluation import ByHand, Group, Part, read_rule, roll_up
from planmodel.evaluation.rules import Rule


def rolling(minimum: int = 50, **rollup: Any) -> Rule:
    """A rule that only rolls up: the mean."""
    rollup = {"method": "mean", "minimum_coverage": minimum, **rollup}
    return read_rule({"name": "ours", "version": "1", "rollup": rollup})


def test_grades_without_a_score_are_no_missing_assessments() -> None:
    """Two assessed parts whose labels have no score: that is said, with the labels."""
    it = roll_up([Part("a", label="X"), Part("b", label="Y")], rolling(scores={"A": 3}))
    assert it.reason is not None
    assert it.reason.code == "no_score"
    assert "(X, Y)" in str(it.reason)
    assert str(it).endswith("(0 of 2 counted, 2 of 2 assessed)")
    assert "（X、Y）" in it.in_language("ja")
    number = roll_up([Part("a", label="X"), Part("b")], rolling(of="number"))
    assert number.reason is not None
    assert number.reason.code == "no_number"
    bare = roll_up([Part("a", number=3)], rolling())
    assert bare.reason is not None
    assert bare.reason.code == "no_score"
    nothing = roll_up([Part("a"), Group("g", [Part("b")])], rolling())
    assert nothing.reason is not None
    assert nothing.reason.code == "nothing_assessed"


def test_groups_below_the_coverage_are_told_as_such() -> None:
    """The whole says that no group counts, and why; through any depth the reason is said once."""
    few = [Part("a", 1), Part("b"), Part("c")]
    below = "1 of 3 parts count in the roll-up, and the rule demands 50%"
    one = roll_up([Group("g", few)], rolling())
    assert one.reason is not None
    assert one.reason.code == "no_group"
    assert str(one.reason) == f"none of the groups counts in this roll-up: {below}"
    deep = roll_up([Group("h", [Group("g", few)])], rolling())
    assert deep.reason == one.reason
    unscored = Group("u", [Part("a", label="X")])
    two = roll_up([Group("g", few), unscored], rolling())
    assert f"g: {below}, u: none of the grades counts" in str(two.reason)
    many = roll_up([Group(key, few) for key in "ghij"] + [unscored], rolling())
    assert str(many.reason).endswith(", and 2 more")


def test_a_grade_by_hand_without_a_score_is_named() -> None:
    """Who gave which grade that counts nothing; the trace says it too."""
    hand = ByHand("可", "知事", None, "災害")
    it = roll_up([Group("g", [Part("a", 3)], by_hand=hand)], rolling(scores={"A": 3}))
    told = "the grade 可, given by 知事, has no score in this rule"
    assert str(it.reason) == f"none of the groups counts in this roll-up: {told}"
    assert it.reason is not None
    japanese = it.reason.in_language("ja")
    assert "知事による判定「可」には、この評価ルールに点数の定めがない" in japanese
    assert f"g = 可 — {told}" in str(it.trace)
    assert it.parts[0].reason is None
    percent = Group("g", [Part("a", label="X")], by_hand=hand)
    assert "stands on a number" in str(roll_up([percent], rolling(of="number")).reason)
