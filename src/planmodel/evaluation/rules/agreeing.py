"""What the entries of a rule say of each other: a state and a grade of the same name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from planmodel.errors import Problem
from planmodel.evaluation.rules.model import Rule
from planmodel.text import say

__all__ = ["disagreements"]


def disagreements(rule: Rule, data: Mapping[str, Any]) -> Iterator[Problem]:
    """What does not go together in *rule*, which was made of *data*."""
    yield from _of_states(rule, data.get("states", {}))


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


def _scores_of_grade(rule: Rule, label: str) -> set[Decimal]:
    """What the grade *label* counts; in a rule with variants it may count differently."""
    if rule.rollup is not None and label in rule.rollup.scores:
        return {rule.rollup.scores[label]}
    return {it.score for it in rule.steps if it.label == label and it.score is not None}
