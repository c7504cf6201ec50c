"""Whether the grades that people gave are grades of the rule, and count in its roll-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planmodel.evaluation.groups import score_of
from planmodel.evaluation.results import Assessment
from planmodel.evaluation.rules.model import RollUpRule, Rule
from planmodel.evaluation.summary import Summary
from planmodel.observations.records import Judgement
from planmodel.text import Text, say

__all__ = ["strange_grades"]


def strange_grades(
    rule: Rule, assessments: Iterable[Assessment], summaries: Iterable[Summary]
) -> tuple[Text, ...]:
    """One sentence for every grade by hand that *rule* does not know, or that counts nothing."""
    found = [*_of_indicators(rule, assessments)]
    if rule.rollup is not None and rule.rollup.method != "by_hand":
        found += _of_groups(rule.rollup, summaries)
    return tuple(dict.fromkeys(found))


def _of_indicators(rule: Rule, assessments: Iterable[Assessment]) -> Iterator[Text]:
    labels = {it.label for it in rule.steps} | set(rule.state_scores)
    if rule.rollup is not None:
        labels |= set(rule.rollup.scores)
    for it in assessments:
        if it.by_hand is not None and it.by_hand.grade not in labels:
            yield _unknown(it.by_hand)


def _of_groups(rollup: RollUpRule, summaries: Iterable[Summary]) -> Iterator[Text]:
    steps = () if rollup.scale is None else rollup.scale.steps
    labels = {it.label for it in steps}
    for at, it in enumerate(summaries):
        if it.by_hand is None:
            continue
        is_whole = at == 0
        has_score = score_of(it.by_hand.grade, rollup) is not None
        if not is_whole and rollup.of == "score" and not has_score:
            yield _worthless(it.by_hand)
        elif labels and it.by_hand.grade not in labels and not has_score:
            yield _unknown(it.by_hand)


def _unknown(given: Judgement) -> Text:
    return say(
        "{about}: the grade {grade}, given by {body}, is none of this rule",
        "{about}: {body}による判定「{grade}」は、この評価ルールにない評定である",
        about=given.about,
        grade=given.grade,
        body=given.by,
    )


def _worthless(given: Judgement) -> Text:
    return say(
        "{about}: the grade {grade}, given by {body}, has no score in this rule, "
        "and counts nothing in the roll-up",
        "{about}: {body}による判定「{grade}」には、この評価ルールに点数の定めがなく、"
        "集約に算入されない",
        about=given.about,
        grade=given.grade,
        body=given.by,
    )
