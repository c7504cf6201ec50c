"""Roll-up: every method, any depth, and always how many of how many."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import ModelError, UsageError
from planmodel.evaluation import (
    ByHand,
    Group,
    NotAssessable,
    Part,
    grade,
    load_rule,
    read_rule,
    roll_up,
)
from planmodel.evaluation.groups import Child
from planmodel.evaluation.rules import Rule

CASES = json.loads(
    (Path(__file__).parents[1] / "fixtures/cases/progress.json").read_text("utf-8"),
    parse_float=Decimal,
)
BANDS = {
    "kind": "bands",
    "bands": [
        {"label": "A", "at_least": 3, "score": 4},
        {"label": "B", "at_least": 2, "below": 3, "score": 3},
        {"label": "C", "below": 2, "score": 1},
    ],
}
HAND = ByHand("A", "審議会", dt.date(2022, 6, 1), "総合的に判断")


def rule(method: str, /, minimum: int = 0, **entries: Any) -> Rule:
    """A rule that only rolls up."""
    rollup = {"method": method, "minimum_coverage": minimum, **entries}
    return read_rule({"name": "r", "version": "1", "rollup": rollup})


def parts(*scores: Any) -> list[Child]:
    """Parts called by their position."""
    return [Part(str(at), score) for at, score in enumerate(scores)]


OPEN_SDG = rule(
    "mean",
    scale={
        "kind": "first_match",
        "cases": [
            {"label": "target_achieved", "every": ["target_achieved"]},
            {"label": "substantial_progress", "at_least": Decimal("2.5")},
            {"label": "moderate_progress", "at_least": 0},
            {"label": "limited_progress", "at_least": Decimal("-2.5")},
            {"label": "deterioration", "otherwise": True},
        ],
    },
)


@pytest.mark.parametrize("case", CASES["aggregates"], ids=lambda case: case["id"])
def test_published_means_of_scores(case: dict[str, Any]) -> None:
    """Means and classes as Statistics Canada publishes them."""
    children = [Part(it["tag"], it["score"], it["status"]) for it in case["components"]]
    it = roll_up(children, OPEN_SDG)
    assert it.value == pytest.approx(case["expected"]["score"], abs=Decimal("1e-6"))
    assert it.label == case["expected"]["status"]
    assert (it.assessed, it.total) == (len(children), len(children))


def test_only_if_every_scored_part_achieved() -> None:
    """One part that did not achieve takes the class away; one that was not scored does not."""
    achieved = [Part("a", 5, "target_achieved"), Part("b", 5, "target_achieved")]
    assert roll_up([*achieved, Part("c")], OPEN_SDG).label == "target_achieved"
    other = Part("c", 5, "substantial_progress")
    assert roll_up([*achieved, other], OPEN_SDG).label == "substantial_progress"


def test_mean() -> None:
    """The mean of what could be assessed, and how much that was."""
    it = roll_up(parts(3, 4, None), rule("mean"))
    assert it.value == Decimal("3.5")
    assert str(it) == "3.5 (2 of 3 assessed)"
    assert it.in_language("ja") == "3.5（3件中2件を評価）"


def test_worst() -> None:
    """The lowest score, with the label of the part that has it."""
    children = [Part("a", None, "◎"), Part("b", None, "△"), Part("c")]
    it = roll_up(children, rule("worst", scores={"◎": 3, "○": 2, "△": 1}))
    assert (it.value, it.label, it.assessed, it.total) == (1, "△", 2, 3)
    assert roll_up(parts(4, 3), rule("worst", scale=BANDS)).label == "A"


def test_weighted_is_divided_by_the_weights_of_what_was_assessed() -> None:
    """Weights need not add up to 1, and the unassessed takes its weight along."""
    children = [Part("a", 4, weight=3), Part("b", 2, weight=1), Part("c", None, weight=96)]
    assert roll_up(children, rule("weighted")).value == Decimal("3.5")
    nothing = roll_up([Part("a", 4, weight=0)], rule("weighted"))
    assert nothing.reason is not None
    assert nothing.reason.code == "no_weight"
    with pytest.raises(UsageError) as caught:
        roll_up([Part("a", 4), Group("g", [Part("b", 3, weight=-1)], weight=1)], rule("weighted"))
    assert [problem.where for problem in caught.value.problems] == ["[0].weight", "[1][0].weight"]


def test_points() -> None:
    """A sum of points, or their share of the attainable ones among what was assessed."""
    assert roll_up(parts(7, 6, None), rule("points")).value == 13
    nested = [Group("g", parts(7, 7)), *parts(0, 0)]
    assert roll_up(nested, rule("points")).value == 14
    assert roll_up(nested, rule("points", full=7)).value == 50
    of_hand = [Group("g", parts(1, None), by_hand=HAND), *parts(3)]
    assert roll_up(of_hand, rule("points", full=7, scores={"A": 4})).value == 50
    assert roll_up([Group("h", of_hand), *parts(7)], rule("points", scores={"A": 4})).value == 14


def test_main_indicators() -> None:
    """Only the main indicators count, and only they are counted."""
    children = [Part("a", 4, main=True), Part("b", 0), Part("c", None, main=True)]
    it = roll_up(children, rule("main"))
    assert (it.value, it.assessed, it.total) == (4, 1, 2)
    assert roll_up([Group("g", children)], rule("main")).value == 4
    nobody = roll_up(parts(1, 2), rule("main"))
    assert nobody.reason is not None
    assert nobody.reason.code == "no_main_part"


def test_by_hand() -> None:
    """People judge; until they do, the group is not assessable, and coverage is shown anyway."""
    waiting = roll_up(parts(1, None), rule("by_hand"))
    assert waiting.reason is not None
    assert waiting.reason.code == "not_judged_yet"
    assert "(1 of 2 assessed)" in str(waiting)
    judged = roll_up(parts(1, None), rule("by_hand"), by_hand=HAND)
    assert (judged.shown, judged.reason) == ("A", None)
    assert "審議会" in str(judged)
    assert "総合的に判断" in str(judged.trace)


def test_a_group_judged_by_hand_counts_with_its_grade() -> None:
    """The computed grade stays, the one by hand goes into the group above."""
    low = Group("low", parts(1, 1), by_hand=HAND)
    it = roll_up([low, Part("x", 2)], rule("mean", scale=BANDS))
    assert it.value == 3
    inner = it.parts[0]
    assert not isinstance(inner, Part)
    assert (inner.label, inner.shown, inner.value) == ("C", "A", 1)
    uncovered = Group("none", parts(None, None), by_hand=HAND)
    above = roll_up([uncovered, Part("x", 2)], rule("mean", 100, scale=BANDS))
    assert (above.value, above.assessed, above.total) == (3, 1, 3)
    unknown = Group("odd", parts(1), by_hand=ByHand("Z", "審議会", None, "理由"))
    assert roll_up([unknown, Part("x", 2)], rule("mean", scale=BANDS)).assessed == 1


def test_below_the_declared_coverage_nothing_is_assessed() -> None:
    """Exactly the declared share is enough; one part less is not."""
    enough = roll_up(parts(1, 1, None, None), rule("mean", 50))
    assert enough.reason is None
    assert roll_up(parts(*[1] * 100, None), rule("mean", 100)).value is None
    assert roll_up(parts(*[1] * 101), rule("mean", 100)).value == 1
    little = roll_up(parts(1, None, None, None), rule("mean", 50))
    assert little.reason is not None
    assert little.reason.code == "not_covered"
    assert little.value is None
    assert little.in_language("ja").endswith("満たない（4件中1件を評価）")


def test_nothing_and_nobody() -> None:
    """No parts and no assessed parts are different reasons."""
    empty = roll_up([], rule("mean"))
    assert empty.reason is not None
    assert empty.reason.code == "no_parts"
    unassessed = roll_up(parts(None, None), rule("mean"))
    assert unassessed.reason is not None
    assert unassessed.reason.code == "nothing_assessed"


def test_groups_are_averaged_first_to_any_depth() -> None:
    """A group counts once, however many parts it has; coverage counts the parts."""
    deep = Group("deep", [Group("deeper", parts(1, 2, 3, None)), Part("x", 4)])
    it = roll_up([deep, Part("y", 5)], rule("mean"))
    assert it.value == 4
    assert (it.assessed, it.total) == (5, 6)


def test_an_uncovered_group_takes_no_part() -> None:
    """What lies in a group that was not assessable does not count as assessed above it."""
    it = roll_up([Group("g", parts(1, None, None)), Part("x", 3)], rule("mean", 25))
    assert (it.value, it.assessed) == (2, 2)
    strict = Group("g", parts(1, None, None), rule=rule("mean", 50).rollup)
    it = roll_up([strict, Part("x", 3)], rule("mean", 25))
    assert (it.value, it.assessed, it.total) == (3, 1, 4)


def test_a_group_may_have_a_rule_of_its_own() -> None:
    """Pillars by their worst indicator, the plan by the mean of its pillars."""
    worst = rule("worst").rollup
    groups = [Group("a", parts(1, 3), rule=worst), Group("b", parts(2, 4), rule=worst)]
    assert roll_up(groups, rule("mean")).value == Decimal("1.5")


def test_a_label_without_a_score_is_told() -> None:
    """A grade that counts nothing in this roll-up is not left out in silence."""
    it = roll_up([Part("a", None, "?"), Part("b", None, "◎")], rule("mean", scores={"◎": 3}))
    assert (it.value, it.assessed, it.total) == (3, 1, 2)
    assert "its grade counts nothing" in str(it.trace)


def test_grading_a_group_on_the_printed_number() -> None:
    """2.96 prints as 3.0, and the rule says which of them is graded."""
    rounding = {"mode": "half_up", "places": 1}
    exact = roll_up(parts("2.96"), rule("mean", scale=BANDS, rounding=rounding))
    printed = roll_up(
        parts("2.96"), rule("mean", scale=BANDS, rounding=rounding, grade_on="printed")
    )
    assert (exact.label, str(exact.printed)) == ("B", "3.0")
    assert printed.label == "A"


def test_conditions_on_the_parts() -> None:
    """Labels are asked for by some and every, the number by bounds."""
    cases = [
        {"label": "要改善", "some": ["C"]},
        {"label": "順調", "every": ["A", "B"], "at_least": 3},
        {"label": "概ね順調", "otherwise": True},
    ]
    it = rule("mean", scale={"kind": "first_match", "cases": cases})

    def label(*labels: str) -> str | None:
        scores = {"A": 4, "B": 2, "C": 0}
        return roll_up([Part(x, scores[x], x) for x in labels], it).label

    assert label("A", "C") == "要改善"
    assert label("A", "B") == "順調"
    assert label("B", "B") == "概ね順調"


def asking(condition: dict[str, Any], minimum: int = 0, **rollup: Any) -> Rule:
    """A mean that is 順調 where *condition* holds; every label counts a point."""
    cases = [{"label": "順調", **condition}, {"label": "他", "otherwise": True}]
    scale = {"kind": "first_match", "cases": cases}
    scores = dict.fromkeys("ABC", 1)
    return rule("mean", minimum, scores=scores, scale=scale, **rollup)


def labelled(*labels: str, main: str = "") -> list[Child]:
    """Parts with *labels*, ? for none; those at the places named in *main* are main ones."""
    return [
        Part(str(at), None, None if label == "?" else label, main=str(at) in main)
        for at, label in enumerate(labels)
    ]


@pytest.mark.parametrize(
    ("condition", "labels", "grade_of_all"),
    [
        ({"share": ["A"], "at_least": 50}, "AB", "順調"),
        ({"share": ["A"], "above": 50}, "AB", "他"),
        ({"share": ["A"], "above": 50}, "AAB??", "順調"),
        ({"share": ["A", "B"], "equals": 100}, "AB", "順調"),
        ({"share": ["A"], "at_least": Decimal("66.67")}, "AAB", "他"),
        ({"count": ["A"], "at_least": 2}, "AAC", "順調"),
        ({"count": ["A"], "at_least": 2}, "A?BC", "他"),
        ({"count": ["C"], "equals": 0, "some": ["A"]}, "AB", "順調"),
        ({"not": {"count": ["C"], "at_least": 1}}, "AB", "順調"),
        ({"all": [{"count": ["A"], "above": 0}, {"at_least": 2}]}, "AB", "他"),
    ],
)
def test_shares_and_counts_of_labels(
    condition: dict[str, Any], labels: str, grade_of_all: str
) -> None:
    """過半数がA and 2指標以上がA: of the parts that count; what was not assessed does not."""
    it = roll_up(labelled(*labels), asking(condition))
    assert it.label == grade_of_all
    assert it.assessed == len(labels.replace("?", ""))


@given(st.lists(st.sampled_from("ABC"), min_size=1, max_size=9), st.integers(0, 9))
def test_a_share_is_a_count_of_so_many(labels: list[str], least: int) -> None:
    """At least k of n is at least 100·k/n percent, and every one is 100%."""
    children = labelled(*labels)
    n = len(labels)
    number = roll_up(children, asking({"count": ["A"], "at_least": least})).label
    assert (number == "順調") is (labels.count("A") >= least)
    over = roll_up(children, asking({"share": ["A"], "above": 50})).label
    assert (over == "順調") is (2 * labels.count("A") > n)
    whole = roll_up(children, asking({"share": ["A"], "at_least": 100})).label
    assert whole == roll_up(children, asking({"every": ["A"]})).label


def test_below_the_coverage_no_condition_is_asked() -> None:
    """One A of four is no majority where half of the parts must count."""
    it = roll_up(labelled(*"A???"), asking({"share": ["A"], "above": 50}, 50))
    assert it.label is None
    assert str(it).startswith("1 of 4 parts count in the roll-up, and the rule demands 50%")
    assert "集約に算入できるのは4件中1件で" in it.in_language("ja")


MAIN = {"every": ["A"], "among": "main"}


def test_conditions_among_the_main_indicators() -> None:
    """The others are not asked, and the mean is that of all."""
    it = roll_up(labelled(*"AABC", main="01"), asking(MAIN))
    assert (it.label, it.assessed, it.total) == ("順調", 4, 4)
    assert roll_up(labelled(*"AABC", main="02"), asking(MAIN)).label == "他"
    by_id = asking({"count": ["A"], "at_least": 2, "among": "main"}, main=["1", "3"])
    assert roll_up(labelled(*"AABC"), by_id).label == "他"
    assert roll_up(labelled(*"BABA"), by_id).label == "順調"
    assert "main indicators are A" in str(roll_up(labelled("A", main="0"), asking(MAIN)).trace)


def test_main_indicators_are_looked_for_at_any_depth() -> None:
    """A group has a grade of its own; asked are the main indicators in it, if they count."""
    groups = [Group("g", labelled(*"AC", main="0")), Group("h", labelled(*"BA", main="1"))]
    assert roll_up(groups, asking(MAIN)).label == "順調"
    hidden = Group("k", labelled(*"A???", main="0"))
    it = roll_up([*groups, hidden], asking(MAIN, 50))
    assert (it.label, it.total) == ("順調", 8)


def test_too_few_main_indicators_say_nothing() -> None:
    """No main indicator, none that counts, or fewer than the rule demands: each is a reason."""
    nobody = roll_up(labelled(*"AB"), asking(MAIN))
    unknown = roll_up(labelled(*"A?", main="1"), asking(MAIN))
    few = roll_up(labelled(*"A???BB", main="0123"), asking(MAIN, 50))
    codes = [it.reason and it.reason.code for it in (nobody, unknown, few)]
    assert codes == ["no_main_part", "nothing_assessed", "not_covered"]
    assert [it.value for it in (nobody, unknown, few)] == [None, None, None]
    assert str(few).startswith("1 of 4 main indicators count in the roll-up")
    assert "集約に算入できる主要指標は4件中1件で" in few.in_language("ja")


def numbered(minimum: int = 0, of: str = "number", method: str = "mean", **rollup: Any) -> Rule:
    """A roll-up of numbers."""
    return rule(method, minimum, of=of, **rollup)


def test_numbers_are_rolled_up() -> None:
    """The mean of rates that no score was given; a grade without a number is told."""
    ibaraki = load_rule("ibaraki")
    two = [grade(ibaraki, value=it, expected=300, direction="increase") for it in (100, 200)]
    children = [Part.of(str(at), it) for at, it in enumerate(two)]
    exact, printed = roll_up(children, numbered()), roll_up(children, numbered(of="printed"))
    assert exact.value is not None
    assert (round(exact.value, 20), printed.value) == (50, Decimal("50.0"))
    assert str(printed) == "50.0 (2 of 2 assessed)"
    assert "0 [number = 33.3] = C" in str(printed.trace)
    more = [*children, Part("x", 3, "A"), Part("y")]
    told = roll_up(more, numbered(of="printed"))
    assert (told.value, told.assessed, told.total) == (50, 2, 4)
    assert "no number that could count" in str(told.trace)
    assert "2 of 4 counted, 3 of 4 assessed" in str(told)
    assert roll_up(more, numbered(75)).reason is not None
    open_ = grade(ibaraki, expected=300, direction="increase")
    assert Part.of("z", open_).number is None


def test_a_group_counts_its_own_number_whatever_people_say() -> None:
    """A grade by hand stands over the computed one, and the mean of rates stays."""
    low = Group("low", [Part("a", number=40), Part("b", number=60)], by_hand=HAND)
    it = roll_up([low, Part("c", number=100)], numbered())
    assert (it.value, it.assessed, it.total) == (75, 3, 3)
    inner = it.parts[0]
    assert not isinstance(inner, Part)
    assert (inner.shown, inner.value) == ("A", 50)
    points = roll_up([low, Part("c", number=100)], numbered(method="points"))
    assert points.value == 200
    rounding = {"mode": "half_up", "places": 0}
    thirds = Group("t", [Part("a", printed=1), Part("b", printed=2), Part("c", printed=2)])
    of_printed = roll_up([thirds], numbered(of="printed", rounding=rounding))
    assert of_printed.value == 2
    worst = roll_up(
        [Part("a", 9, "A", number=40), Part("b", 1, "B", number=60)], numbered(method="worst")
    )
    assert (worst.value, worst.label) == (40, "A")


def test_grades_become_parts() -> None:
    """A grade brings its score and label; one that could not be given brings its reason."""
    sano = load_rule("sano")
    done = grade(sano, value=95, target=100, direction="increase")
    open_ = grade(sano, target=100, direction="increase")
    children = [Part.of("①", done), Part.of("②", open_)]
    it = roll_up(children, rule("points", full=7))
    assert it.value is not None
    assert round(it.value, 2) == Decimal("85.71")
    assert isinstance(children[1].reason, NotAssessable)
    assert "missing value" in str(it.trace)
    by_hand = Part.of("①", done.overridden(ByHand("7", "審議会", None, "理由")))
    assert (by_hand.label, by_hand.score) == ("7", 7)


def test_a_trace_lists_the_parts() -> None:
    """What each part counted, its weight, and what came out."""
    children = [Part("①", 4, "A", weight=3), Part("②", 2, "B", weight=1)]
    it = roll_up(children, rule("weighted", scale=BANDS))
    text = str(it.trace)
    assert "① [score = 4, weight = 3] = A" in text
    assert "2 of 2 assessed) = 3.5" in text
    assert "grade of the group = A" in text


def test_wrong_calls() -> None:
    """A rule without a roll-up and scores that are no numbers are refused."""
    with pytest.raises(UsageError, match="no roll-up"):
        roll_up(parts(1), load_rule("ibaraki"))
    with pytest.raises(ModelError):
        Part("x", float("nan"))


SCORES = st.lists(st.one_of(st.none(), st.integers(-9, 9)), min_size=1, max_size=8)


@given(SCORES)
def test_mean_and_worst_are_those_of_the_assessed(scores: list[int | None]) -> None:
    """What is missing changes the coverage and nothing else."""
    known = [score for score in scores if score is not None]
    mean, worst = roll_up(parts(*scores), rule("mean")), roll_up(parts(*scores), rule("worst"))
    assert (mean.assessed, mean.total) == (len(known), len(scores))
    if not known:
        assert mean.value is None
        assert worst.value is None
        return
    assert worst.value == min(known)
    assert mean.value is not None
    assert abs(Fraction(mean.value) - Fraction(sum(known), len(known))) < Fraction(1, 10**30)


@given(SCORES, st.lists(st.integers(0, 5), min_size=8, max_size=8))
def test_equal_weights_are_the_mean(scores: list[int | None], weights: list[int]) -> None:
    """Multiplying all weights changes nothing; equal ones give the mean."""
    weighted = rule("weighted")
    one = [Part("x", score, weight=w) for score, w in zip(scores, weights, strict=False)]
    ten = [Part("x", score, weight=10 * w) for score, w in zip(scores, weights, strict=False)]
    assert roll_up(one, weighted).value == roll_up(ten, weighted).value
    same = [Part("x", score, weight=3) for score in scores]
    assert roll_up(same, weighted).value == roll_up(parts(*scores), rule("mean")).value
