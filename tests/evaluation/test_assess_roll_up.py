"""Roll-up of an evaluated plan: weights and main indicators from the rule, numbers that agree."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from judging_samples import END, START, row
from planmodel import (
    Action,
    AtLeast,
    AtMost,
    Baseline,
    Between,
    FiscalYear,
    Judgement,
    Missing,
    Observations,
    Plan,
    Stock,
    Window,
    evaluate,
)
from planmodel.evaluation import Part, grade, read_rule, roll_up
from planmodel.evaluation.rules import Rule


def level(key: str, **more: Any) -> Stock:
    """A level from 10 to 20."""
    given: dict[str, Any] = {"direction": "increase", "targets": [AtLeast(20, END)], **more}
    return Stock(
        key,
        key,
        unit="人",
        path="linear",
        baseline=Baseline(10, START),
        **given,
    )


def plan(*indicators: Stock, cut: int) -> Plan[Any]:
    """A plan with the first *cut* indicators under x and the others under y."""
    held = indicators[:cut], indicators[cut:]
    return Plan(
        "p",
        "計画",
        period=Window(FiscalYear(2018), END),
        indicators=indicators,
        sections=[
            Action(key, key, measured_by=it) for key, it in zip("xy", held, strict=True) if it
        ],
    )


def rule(method: str, coverage: int = 0, **rollup: Any) -> Rule:
    """Three points from 100% of the way, two from 50%, else one; a range is only met or not."""
    return read_rule(
        {
            "name": "ours",
            "version": "1",
            "measure": "progress_from_baseline",
            "grade_on": "exact",
            "scale": {
                "kind": "bands",
                "bands": [
                    {"label": "◎", "at_least": 100, "score": 3},
                    {"label": "○", "at_least": 50, "below": 100, "score": 2},
                    {"label": "△", "below": 50, "score": 1},
                ],
            },
            "variants": [
                {
                    "when": {"target_kind": ["between"]},
                    "scale": {
                        "kind": "first_match",
                        "cases": [
                            {"label": "達成", "reached": True},
                            {"label": "未達成", "otherwise": True},
                        ],
                    },
                }
            ],
            "rollup": {"method": method, "minimum_coverage": coverage, **rollup},
        }
    )


FOUR = tuple(level(key) for key in "abcd")
LEDGER = Observations([row("a", 2020, 20), row("b", 2020, 10), row("c", 2020, 20)])


def test_weights_of_a_rule_roll_up_a_plan() -> None:
    """(3·3 + 1·1) / 4 in x, 3 in y; (2.5·1 + 3·2) / 3 above; what is missing takes its weight."""
    weights = {"a": 3, "b": 1, "c": 5, "d": 95, "x": 1, "y": 2}
    judged = evaluate(
        plan(*FOUR, cut=2), LEDGER, period="FY2020", rules=rule("weighted", weights=weights)
    )
    found = {it.node.id: it.value for it in judged.summaries}
    assert (found["x"], found["y"]) == (Decimal("2.5"), 3)
    assert found["p"] is not None
    assert round(found["p"], 4) == Decimal("2.8333")
    summary = judged.summary_of("x")
    assert "a [score = 3, weight = 3] = ◎" in str(summary and summary.trace)


def test_a_default_weight_stands_for_the_unnamed() -> None:
    """Only what differs is named."""
    rules = rule("weighted", weights={"a": 3}, default_weight=1)
    judged = evaluate(plan(*FOUR, cut=2), LEDGER, period="FY2020", rules=rules)
    assert [it.value for it in judged.summaries] == [Decimal("2.75"), Decimal("2.5"), 3]


def test_a_weight_that_nobody_declared_is_a_reason() -> None:
    """The group says whose weight is missing; the rest is judged all the same."""
    weights = {"a": 3, "b": 1, "x": 1}
    judged = evaluate(
        plan(*FOUR, cut=2), LEDGER, period="FY2020", rules=rule("weighted", weights=weights)
    )
    whole, first, second = judged.summaries
    assert first.value == Decimal("2.5")
    assert whole.reason is not None
    assert second.reason is not None
    assert second.reason.code == whole.reason.code == "weight_not_declared"
    assert str(second.reason) == "no weight is declared for c, d"
    assert str(whole.reason) == "no weight is declared for y"
    assert "重みが定められていない" in second.reason.in_language("ja")
    assert judged["c"].grade == "◎"


def test_weights_of_a_rule_serve_parts_without_their_own() -> None:
    """What a part brings wins."""
    weighted = rule("weighted", weights={"a": 1, "b": 1})
    assert roll_up([Part("a", 4), Part("b", 2)], weighted).value == 3
    assert roll_up([Part("a", 4, weight=3), Part("b", 2)], weighted).value == Decimal("3.5")


@pytest.mark.parametrize(
    ("rollup", "roles", "value"),
    [
        ({}, ("主要指標", "主観指標"), 3),
        ({}, ("main", "主管"), 3),
        ({}, ("主観指標", "maintenance"), None),
        ({"main": ["b"]}, ("主要指標", ""), 1),
        ({"main_roles": ["主観指標"]}, ("主要指標", "主観指標"), 1),
        ({"main": ["a"], "main_roles": ["主観指標"]}, ("", "主観指標"), 2),
    ],
)
def test_main_indicators_are_declared(
    rollup: dict[str, Any], roles: tuple[str, str], value: int | None
) -> None:
    """By id or by the whole word of a role; 主観指標 is not 主指標 for having a letter of it."""
    two = [level(key, role=role) for key, role in zip("ab", roles, strict=True)]
    judged = evaluate(
        plan(*two, cut=2), LEDGER, period="FY2020", rules=rule("main", **rollup)
    ).summary_of("x")
    assert judged is not None
    assert judged.value == value
    if value is None:
        assert judged.reason is not None
        assert judged.reason.code == "no_main_part"


def test_judged_and_counted_are_told_apart_on_every_level() -> None:
    """1 + 3 are judged of 4 + 3; the range has no score, and x is below the demanded coverage."""
    between = level("e", targets=[Between(5, 15, END)])
    indicators = (*FOUR, between, level("f"), level("g"))
    rows = [row(key, 2020, value) for key, value in (("a", 15), ("e", 10), ("f", 10), ("g", 20))]
    judged = evaluate(
        plan(*indicators, cut=4), Observations(rows), period="FY2020", rules=rule("mean", 60)
    )
    whole, first, second = judged.summaries
    told = [str(it.coverage) for it in (whole, first, second)]
    assert told == ["4 of 7 judged", "1 of 4 judged", "3 of 3 judged"]
    assert whole.assessed == first.assessed + second.assessed
    assert whole.total == first.total + second.total
    assert (whole.counted, first.counted, second.counted) == ((2, 7), (1, 4), (2, 3))
    assert str(whole.counting) == "2 of 7 count in the roll-up"
    assert first.counting is None
    assert str(second.counting) == "2 of 3 count in the roll-up"
    assert second.counting is not None
    assert second.counting.in_language("ja") == "集約に算入したのは3件中2件"
    assert str(whole.reason).startswith("2 of 7 parts count in the roll-up")
    assert str(first.reason).startswith("1 of 4 parts count in the roll-up")
    assert "2 of 3 counted, 3 of 3 assessed" in str(second.trace)


def test_a_group_judged_by_people_counts_with_all_it_holds() -> None:
    """The reason above it and the count say the same number."""
    council = Judgement("x", FiscalYear(2020), "◎", by="審議会", because="総合的に判断")
    ledger = Observations([row("a", 2020, 20)], judgements=[council])
    judged = evaluate(
        plan(*FOUR, level("e"), cut=2),
        ledger,
        period="FY2020",
        rules=rule("mean", 60, scores={"◎": 3}),
    )
    whole, first, _ = judged.summaries
    assert first.counted is None
    assert whole.counted in {(0, 5), (2, 5)}
    assert whole.reason is not None
    assert str(whole.reason).startswith(f"{whole.counted[0]} of 5 parts count")
    assert whole.assessed == 1


def test_ids_of_a_rule_that_name_nothing_are_told() -> None:
    """A misspelt weight, main indicator or rounding would count nothing: each is named."""
    judged = evaluate(
        plan(*FOUR, cut=2),
        LEDGER,
        period="FY2020",
        rules=rule("weighted", weights={"a": 3, "aa": 1, "x": 1, "nothing-like-it": 2}),
    )
    near, strange = map(str, judged.notes)
    assert near == (
        "the rule names aa in rollup.weights, which nothing of this plan is called: did you mean a?"
    )
    assert strange.startswith("the rule names nothing-like-it in rollup.weights")
    assert "did you mean" not in strange
    assert judged.notes[0].in_language("ja") == (
        "評価ルールのrollup.weightsにあるaaは、この計画に当てはまるものがない（「a」のことか）"
    )
    by_main = evaluate(plan(*FOUR, cut=2), LEDGER, period="FY2020", rules=rule("main", main=["x"]))
    assert ["rollup.main" in str(it) for it in by_main.notes] == [True]
    exact = {"mode": "half_up", "places": 2}
    rounded = read_rule(
        {
            "name": "r",
            "version": "1",
            "extends": "on-pace",
            "rounding": {"mode": "half_up", "places": 1, "indicators": {"a": exact, "e": exact}},
        }
    )
    told = evaluate(plan(*FOUR, cut=2), LEDGER, period="FY2020", rules=rounded).notes
    assert ["names e in rounding.indicators" in str(it) for it in told] == [True]
    assert evaluate(plan(*FOUR, cut=2), LEDGER, period="FY2020").notes == ()


def few(**states: Any) -> Rule:
    """A letter for T/v: two points from 100%, else one; and *states*."""
    return read_rule(
        {
            "name": "few",
            "version": "1",
            "measure": "ratio_to_target",
            "convention": "T/v",
            "grade_on": "exact",
            "states": states,
            "scale": {
                "kind": "bands",
                "bands": [
                    {"label": "A", "at_least": 100, "score": 2},
                    {"label": "B", "below": 100, "score": 1},
                ],
            },
            "rollup": {"method": "mean", "minimum_coverage": 100},
        }
    )


def accidents(key: str) -> Stock:
    """Accidents, which shall fall to 4."""
    return level(key, direction="decrease", targets=[AtMost(4, END)])


BEST = {"reasons": ["value_zero"], "score": 2}


@pytest.mark.parametrize(
    ("state", "counts", "value"),
    [({"A": BEST}, 2, Decimal("1.5")), ({"A": {"reasons": ["value_zero"]}}, 1, None)],
)
def test_a_state_with_a_score_is_a_grade(
    state: dict[str, Any], counts: int, value: Decimal | None
) -> None:
    """No accident at all has no T/v; the rule gives it its letter, and with a score it counts."""
    rows = Observations([row("a", 2020, 0), row("b", 2020, 8)])
    whole = plan(accidents("a"), accidents("b"), cut=2)
    judged = evaluate(whole, rows, period="FY2020", rules=few(**state))
    summary = judged.summaries[0]
    assert (summary.value, str(summary.coverage)) == (value, f"{counts} of 2 judged")
    assert summary.assessed == len(judged.judged)
    none = judged["a"]
    assert none.reason is not None
    assert none.reason.code == "value_zero"
    if value is None:
        assert (none.grade, none.computed_grade, none.state) == (None, None, "A")
        return
    assert (none.grade, none.computed_grade, none.state) == ("A", "A", None)
    assert str(none.verdict).startswith("A (")
    assert "grade = A — " in str(none.trace)
    graded = grade(few(**state), value=0, target=4, direction="decrease")
    of_grades = roll_up([Part.of("a", graded), Part("b", 1)], few(**state))
    assert str(of_grades) == "1.5 (2 of 2 assessed)"


def test_a_state_that_is_no_grade_of_the_scale_counts_and_is_listed() -> None:
    """完了 is printed for what was discontinued, counts its score and has a row of its own."""
    done = few(完了={"reasons": ["discontinued"], "score": 3})
    rows = Observations([row("a", 2020, Missing("廃止")), row("b", 2020, 8)])
    whole = plan(accidents("a"), accidents("b"), cut=2)
    judged = evaluate(whole, rows, period="FY2020", rules=done)
    assert (judged.summaries[0].value, judged.grades) == (2, ("A", "B", "完了"))
    council = Judgement("b", FiscalYear(2020), "完了", by="審議会", because="総合的に判断")
    by_hand = evaluate(whole, Observations(rows, judgements=[council]), period="FY2020", rules=done)
    assert by_hand.summaries[0].value == 3


def rated(**rollup: Any) -> Rule:
    """A rule whose letters have no score: its roll-up counts what the letters stand on."""
    return read_rule(
        {
            "name": "rated",
            "version": "1",
            "measure": "ratio_to_target",
            "convention": "T/v",
            "grade_on": "exact",
            "rounding": {"mode": "floor", "places": 0},
            "states": {"A": {"reasons": ["value_zero"], "score": 1}},
            "scale": {
                "kind": "bands",
                "bands": [{"label": "A", "at_least": 100}, {"label": "B", "below": 100}],
            },
            "rollup": {"method": "mean", "minimum_coverage": 60, **rollup},
        }
    )


THREE = Observations([row("a", 2020, 20), row("b", 2020, "9.99"), row("c", 2020, 30)])


@pytest.mark.parametrize(("of", "first"), [("number", "74.975"), ("printed", "74.5")])
def test_the_mean_of_the_rates_of_a_plan(of: str, first: str) -> None:
    """達成率の平均 of sections and of the plan, by the exact or by the printed rates."""
    four = plan(*FOUR[:3], accidents("e"), cut=2)
    judged = evaluate(four, THREE, period="FY2020", rules=rated(of=of, minimum_coverage=50))
    whole, x, y = judged.summaries
    assert (x.value, y.value) == (Decimal(first), 150)
    assert whole.value == (Decimal(first) + 150) / 2
    assert (whole.counted, str(whole.coverage)) == ((3, 4), "3 of 4 judged")
    strict = evaluate(four, THREE, period="FY2020", rules=rated(of=of))
    whole, x, y = strict.summaries
    assert (x.value, y.value, whole.value) == (Decimal(first), None, None)
    assert str(y.reason).startswith("1 of 2 parts count in the roll-up")
    assert str(whole.reason).startswith("2 of 4 parts count in the roll-up")


def test_a_state_has_a_grade_and_no_number() -> None:
    """No accident counts as a grade; the mean of rates says that one of them has none."""
    rows = Observations([row("a", 2020, 20), row("e", 2020, 0)])
    judged = evaluate(
        plan(FOUR[0], accidents("e"), cut=2),
        rows,
        period="FY2020",
        rules=rated(of="number", minimum_coverage=50),
    )
    summary = judged.summary_of("x")
    assert summary is not None
    assert (summary.value, str(summary.coverage)) == (100, "2 of 2 judged")
    assert str(summary.counting) == "1 of 2 count in the roll-up"


def test_majorities_and_main_indicators_of_a_plan() -> None:
    """過半数がA by the share of letters; all main indicators A, though another one is B."""
    cases = [
        {"label": "順調", "every": ["A"], "among": "main"},
        {"label": "概ね順調", "share": ["A"], "above": 50},
        {"label": "遅れ", "otherwise": True},
    ]
    scale = {"kind": "first_match", "cases": cases}

    def labels(**rollup: Any) -> list[str | None]:
        rules = rated(of="number", scale=scale, **rollup)
        three = plan(*FOUR[:3], cut=3)
        return [it.grade for it in evaluate(three, THREE, period="FY2020", rules=rules).summaries]

    assert labels(main=["a"]) == ["順調", "順調"]
    assert labels(main=["b"])[1] == "概ね順調"
    misspelt = rated(of="number", scale=scale, main=["aa"])
    told = evaluate(plan(*FOUR[:3], cut=3), THREE, period="FY2020", rules=misspelt)
    assert "rollup.main" in str(told.notes[0])
    assert {it.reason and it.reason.code for it in told.summaries} <= {
        "no_main_part",
        "no_group",
    }
