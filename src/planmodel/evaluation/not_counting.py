"""Why none of the parts of a group counts: nothing assessed, no score, no group that counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from planmodel.evaluation import reasons as why
from planmodel.evaluation.groups import Part, RolledUp
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.rules.model import RollUpRule
from planmodel.text import Text, say

__all__ = ["why_none_counts"]

_MOST: Final = 3
"""How many groups are named before the others are only counted."""


def why_none_counts(parts: Sequence[Part | RolledUp], rule: RollUpRule) -> NotAssessable:
    """The reason against a group none of whose *parts*, under *rule*, counts anything."""
    assessed = [it for it in parts if isinstance(it, Part) and it.is_assessed]
    if assessed:
        return _without_figure(assessed, rule)
    groups = [it for it in parts if isinstance(it, RolledUp) and _says_something(it)]
    if groups:
        return _without_group(groups)
    return why.NOTHING_ASSESSED


def _says_something(group: RolledUp) -> bool:
    """Whether people graded *group*, or anything in it was assessed."""
    return group.by_hand is not None or any(it.is_assessed for it in group.leaves)


def _without_figure(parts: Sequence[Part], rule: RollUpRule) -> NotAssessable:
    if rule.of != "score":
        return NotAssessable(
            why.NO_NUMBER.code,
            say(
                "none of the grades stands on a number that could count in this roll-up",
                "この集約に算入できる数値をもつ評定がない",
            ),
        )
    labels = tuple(dict.fromkeys(it.label for it in parts if it.label is not None))
    text = say(
        "none of the grades counts anything in this roll-up ({labels})",
        "この集約では、どの評定（{labels}）にも点数の定めがない",
        labels=labels,
    )
    return NotAssessable(why.NO_SCORE.code, text if labels else why.NO_SCORE.reason)


def _without_group(groups: Sequence[RolledUp]) -> NotAssessable:
    held = [(it.name, it.why_not_counted or why.NO_NUMBER) for it in groups]
    reasons = list(dict.fromkeys(reason for _, reason in held))
    if len(reasons) == 1:
        only = reasons[0]
        if only.code == why.NO_GROUP.code:
            return only
        return _none_of_them(only.reason)
    told = tuple(
        say("{name}: {why}", "{name}: {why}", name=name, why=reason)
        for name, reason in held[:_MOST]
    )
    left = len(held) - len(told)
    if left:
        told = (*told, say("and {n} more", "ほか{n}件", n=left))
    return _none_of_them(told)


def _none_of_them(reason: Text | tuple[Text, ...]) -> NotAssessable:
    text = say(
        "none of the groups counts in this roll-up: {why}",
        "この集約に算入できるまとまりがない: {why}",
        why=reason,
    )
    return NotAssessable(why.NO_GROUP.code, text)
