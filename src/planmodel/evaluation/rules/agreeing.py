"""What the entries of a rule say of each other: states and grades, roll-up and measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from planmodel.errors import Problem
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.rules.model import RollUpRule, Rule
from planmodel.text import say

__all__ = ["disagreements"]


def disagreements(rule: Rule, data: Mapping[str, Any]) -> Iterator[Problem]:
    """What does not go together in *rule*, which was made of *data*."""
    yield from _of_states(rule, data.get("states", {}))
    if rule.rollup is None:
        return
    yield from _of_weights(rule, rule.rollup)
    if rule.rollup.of != "score":
        yield from _of_numbers(rule, rule.rollup)
    else:
        yield from _of_scores(rule, rule.rollup)


def _of_states(rule: Rule, states: Mapping[str, Any]) -> Iterator[Problem]:
    """A state called like a grade that counts must say whether it counts, and count the same."""
    grades = {it.label for it in rule.steps}
    for label, entry in states.items():
        scores = _scores_of_grade(rule, label)
        is_told = isinstance(entry, Mapping)
        own = rule.state_scores.get(label)
        is_clear = own is None or scores == {own} if is_told else label not in grades
        if not scores or is_clear:
            continue
        counts = ", ".join(f"{it:f}" for it in sorted(scores))
        if is_told:
            what = say(
                "the state {label} counts {own}, the grade of the same name {counts}",
                "「{label}」は状態としては{own}点、評定としては{counts}点である",
                label=label,
                own=own,
                counts=counts,
            )
            yield Problem(what, f"states.{label}.score", counts)
            continue
        what = say(
            "{label} is also a grade that counts {counts}, and the state does not say whether "
            "it counts",
            "「{label}」は{counts}点の評定でもあるが、状態として算入するかが書かれていない",
            label=label,
            counts=counts,
        )
        hint = say(
            "leave the score out where the state counts nothing",
            "算入しない場合はscoreを書かない",
        )
        yield Problem(what, f"states.{label}", "{ reasons = [...], score = ... }", hint)


def _of_numbers(rule: Rule, rollup: RollUpRule) -> Iterator[Problem]:
    """Numbers that are rolled up must be there, and be percentages: units have no mean."""
    if rollup.scores:
        what = say("scores count nothing where numbers do", "数値を集約する場合、点数は使われない")
        yield Problem(what, "rollup.scores", 'of = "score"')
    judgings = [it for it in (rule.judging, *(it.judging for it in rule.variants)) if it]
    measured = [it for it in judgings if it.measure is not None]
    if judgings and not measured:
        what = say("no measure gives a number to count", "集約する数値を出す計算が書かれていない")
        yield Problem(what, "rollup.of")
    for name in dict.fromkeys(it.measure for it in measured):
        if name is not None and not MEASURES[name].is_ratio:
            what = say(
                "{measure} is in the unit of each indicator, and no mean of several",
                "{measure}は指標ごとの単位の数値で、指標をまたいで集約できない",
                measure=name,
            )
            yield Problem(what, "rollup.of", say("a ratio, in percent", "百分率で表す比率"))
    if rollup.of == "printed" and any(it.rounding is None for it in measured):
        what = say(
            "to count the printed numbers, a rounding is needed",
            "表示する数値を集約するには端数処理の定めが要る",
        )
        yield Problem(what, "rounding")


def _of_weights(rule: Rule, rollup: RollUpRule) -> Iterator[Problem]:
    """A rule that judges a plan must weigh its parts itself: the parts bring no weight."""
    is_open = not rollup.weights and rollup.default_weight is None
    if rollup.method == "weighted" and rule.judging is not None and is_open:
        what = say("no weight is declared for anything", "重みが一つも定められていない")
        yield Problem(what, "rollup.weights", "weights, default_weight")


def _of_scores(rule: Rule, rollup: RollUpRule) -> Iterator[Problem]:
    """Scores that are rolled up must be there, and a label counts the same everywhere."""
    own = () if rollup.scale is None else rollup.scale.steps
    steps = (*rule.steps, *own)
    has_scores = rollup.scores or rule.state_scores or any(it.score is not None for it in steps)
    if rule.judging is not None and rollup.method != "by_hand" and not has_scores:
        what = say("no grade has a score, and nothing would count", "点数のある評定が一つもない")
        hint = say(
            'write the scores of the grades, or of = "number" to count the numbers',
            '評定の点数を書くか、数値を集約するならof = "number"と書く',
        )
        yield Problem(what, "rollup.scores", hint=hint)
    for label, score in rollup.scores.items():
        others = {it.score for it in steps if it.label == label and it.score is not None} - {score}
        if others:
            counts = ", ".join(f"{it:f}" for it in sorted(others))
            what = say(
                "{label} counts {score} here, and {counts} in the scale",
                "「{label}」はここでは{score}点、段階では{counts}点である",
                label=label,
                score=score,
                counts=counts,
            )
            yield Problem(what, f"rollup.scores.{label}", counts)


def _scores_of_grade(rule: Rule, label: str) -> set[Decimal]:
    """What the grade *label* counts; in a rule with variants it may count differently."""
    if rule.rollup is not None and label in rule.rollup.scores:
        return {rule.rollup.scores[label]}
    return {it.score for it in rule.steps if it.label == label and it.score is not None}
