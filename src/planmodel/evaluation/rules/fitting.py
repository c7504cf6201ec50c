"""Whether the ids that a rule names are those of a plan: a misspelt one would count nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from planmodel.errors import did_you_mean
from planmodel.evaluation.rules.model import Rule
from planmodel.model.indicators import Indicator
from planmodel.model.plan import Plan
from planmodel.text import Text, say

__all__ = ["misfits"]


def misfits(rule: Rule, plan: Plan[Any]) -> tuple[Text, ...]:
    """One sentence for every id in *rule* that names nothing in *plan* that it could mean."""
    indicators = [it.id for it in plan.indicators]
    judgings = [rule.judging, *(it.judging for it in rule.variants)]
    rounded = dict.fromkeys(key for it in judgings if it is not None for key in it.roundings)
    found = list(_strangers("rounding.indicators", rounded, list(_ids(plan.indicators))))
    if rule.rollup is not None:
        sections = [node.id for node in plan.walk()]
        found += _strangers("rollup.weights", rule.rollup.weights, [*indicators, *sections])
        found += _strangers("rollup.main", sorted(rule.rollup.main), indicators)
    return tuple(found)


def _ids(indicators: Iterable[Indicator]) -> Iterator[str]:
    for it in indicators:
        yield it.id
        yield from _ids(it.parts)


def _strangers(place: str, named: Iterable[str], known: Collection[str]) -> Iterator[Text]:
    for name in named:
        if name in known:
            continue
        near = did_you_mean(name, known)
        yield say(
            "the rule names {id} in {place}, which nothing of this plan is called{near}",
            "評価ルールの{place}にある{id}は、この計画に当てはまるものがない{near}",
            id=name,
            place=place,
            near=say(": {hint}", "（{hint}）", hint=near) if near else "",
        )
