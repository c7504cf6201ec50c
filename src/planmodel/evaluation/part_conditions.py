"""The grade of a group by its number, and by how many of its parts carry which label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from planmodel.evaluation import reasons as why
from planmodel.evaluation.groups import Part, RolledUp, counted
from planmodel.evaluation.matching import Verdict, first_of
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.precision import HUNDRED, multiply
from planmodel.evaluation.rules.model import RollUpRule
from planmodel.evaluation.rules.steps import Band, Bands, Case, Condition
from planmodel.text import Text, say

__all__ = ["not_covered", "step_of"]

_Labels: TypeAlias = tuple[str | None, ...]


def step_of(
    group: RolledUp, number: Decimal, labels: _Labels
) -> Band | Case | NotAssessable | None:
    """The grade of *group*, whose number is *number*; ``None`` where its rule has no scale.

    *labels* are those of the parts that count, one for a group among them.
    """
    scale = group.rule.scale
    if scale is None:
        return None
    if isinstance(scale, Bands):
        return scale.find(number)

    def test(condition: Condition) -> Iterator[Verdict]:
        if condition.interval is not None and condition.counted is None:
            yield condition.interval.contains(number)
        asked = labels if condition.among is None else _labels_of_main(group)
        if isinstance(asked, NotAssessable):
            yield asked
        else:
            yield from _of_labels(condition, asked)

    return first_of(scale, test)


def _of_labels(condition: Condition, labels: _Labels) -> Iterator[Verdict]:
    """Whether what *condition* asks of *labels* holds; nothing is divided."""
    if condition.every is not None:
        yield all(label in condition.every for label in labels)
    if condition.some is not None:
        yield any(label in condition.some for label in labels)
    if condition.counted is None or condition.interval is None:
        return
    found = Decimal(sum(label in condition.counted for label in labels))
    if condition.share is None:
        yield condition.interval.contains(found)
    else:
        of_all = condition.interval.times(Decimal(len(labels)))
        yield of_all.contains(multiply(found, HUNDRED))


def _labels_of_main(group: RolledUp) -> _Labels | NotAssessable:
    """The labels of the main indicators that count, at any depth; too few of them say nothing."""
    found = list(_main_parts(group.parts, group.rule))
    if not found:
        return why.NO_MAIN_PART
    labels = tuple(label for label, counts in found if counts)
    if not labels:
        none = say("no main indicator counts", "算入できる主要指標がない")
        return NotAssessable(why.NOTHING_ASSESSED.code, none)
    if 100 * len(labels) < group.rule.minimum_coverage * len(found):
        main = say("main indicators", "主要指標")
        return not_covered(len(labels), len(found), group.rule, main)
    return labels


def _main_parts(
    parts: Iterable[Part | RolledUp], rule: RollUpRule, *, counts: bool = True
) -> Iterator[tuple[str | None, bool]]:
    """The label of each main indicator, and whether it counts."""
    for it in parts:
        if isinstance(it, RolledUp):
            yield from _main_parts(it.parts, it.rule, counts=counts and it.counts)
        elif it.main or it.name in rule.main:
            yield it.label, counts and counted(it, rule) is not None


def not_covered(n: int, m: int, rule: RollUpRule, what: Text) -> NotAssessable:
    """Only *n* of *m* count, of *what*, and the rule demands more."""
    return NotAssessable(
        why.NOT_COVERED.code,
        say(
            "{n} of {m} {what} count in the roll-up, and the rule demands {least}%",
            "集約に算入できる{what}は{m}件中{n}件で、評価ルールの定める{least}%に満たない",
            n=n,
            m=m,
            what=what,
            least=rule.minimum_coverage,
        ),
    )
