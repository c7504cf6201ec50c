"""`part_of`: some items of a plan's outline, with all that belongs to them and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, TypeVar

import attrs

from planmodel.dsl.revising import ids_inside
from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.model.ids import Ref, evolve
from planmodel.model.indicators import Indicator
from planmodel.model.outline import Node, Section
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["part_of"]

P = TypeVar("P", bound=Plan[Any])


def part_of(plan: P, keys: Collection[str]) -> P:
    """*plan* with the items *keys*, what stands above and below them, and their indicators.

    An indicator that measures only items which are left out is left out too, unless one that
    stays is counted from it; so is a relation to another plan that concerns such an item, and a
    relisting of one.

    Raises:
        UsageError: the outline has no item of a key; all such keys are named.
    """
    nodes = {it.id: it for it in plan.walk()}
    _all_known(keys, nodes)
    kept = {key for it in keys for key in ids_inside(nodes[it])}
    kept |= {it.id for key in keys for it in plan.path(key)}
    if plan.not_stated("sections") is not None:
        return plan
    gone = nodes.keys() - kept
    indicators = _measuring(plan, gone)
    lost = {it.id for it in plan.indicators} - {it.id for it in indicators}
    return attrs.evolve(
        plan,
        sections=_row(plan.outline, kept, lost),
        indicators=indicators,
        relations=tuple(it for it in plan.relations if it.of not in gone),
    )


def _all_known(keys: Iterable[str], nodes: dict[str, Node]) -> None:
    wrong = [
        Problem(
            say("the outline has no item {it!r}", "体系に「{it}」という項目はない", it=it),
            "only",
            hint=did_you_mean(it, nodes),
        )
        for it in keys
        if it not in nodes
    ]
    if wrong:
        raise UsageError(*wrong)


def _measuring(plan: Plan[Any], gone: Collection[str]) -> tuple[Indicator, ...]:
    """The indicators that measure something else than *gone*, and those they are made of."""
    by_id = {it.id: it for it in plan.indicators}
    waiting = [
        it.id
        for it in plan.indicators
        if not (where := {node.id for node in plan.nodes_of(it)}) or not where <= set(gone)
    ]
    needed: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in by_id and key not in needed:
            needed.add(key)
            waiting += _made_of(by_id[key])
    return tuple(it for it in plan.indicators if it.id in needed)


def _made_of(it: Indicator) -> list[str]:
    found = [ref.id for ref in (it.numerator, it.denominator) if isinstance(ref, Ref)]
    return found + [key for part in it.parts for key in _made_of(part)]


def _row(row: Iterable[Any], kept: Collection[str], lost: Collection[str]) -> tuple[Any, ...]:
    return tuple(
        _node(it, kept, lost) if isinstance(it, Node) else it for it in row if it.id in kept
    )


def _node(it: Node, kept: Collection[str], lost: Collection[str]) -> Node:
    node = it
    changes: dict[str, Any] = {
        "measured_by": tuple(ref for ref in it.measured_by if ref.id not in lost)
    }
    if isinstance(it, Section):
        changes["children"] = it.not_stated("children") or _row(node.children, kept, lost)
    return evolve(node, origin=node.origin, **changes)
