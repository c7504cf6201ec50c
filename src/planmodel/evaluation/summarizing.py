"""Sections and the plan itself, rolled up from the indicators below them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planmodel.evaluation.by_hand import ByHand
from planmodel.evaluation.groups import Child, Group, Part, RolledUp
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.rollup import rolled
from planmodel.evaluation.rules.model import Rule
from planmodel.evaluation.scene import Scene
from planmodel.evaluation.summary import Summary
from planmodel.model.ids import Entity
from planmodel.model.outline import Node
from planmodel.observations.records import Judgement
from planmodel.text import say

__all__ = ["as_by_hand", "summaries"]

_SILENT = NotAssessable(
    "no_rollup",
    say("the rule says nothing of groups", "評価ルールに集約の定めがない"),
)


def summaries(scene: Scene, rule: Rule, parts: dict[str, Part]) -> Iterable[Summary]:
    """One summary a section with indicators below it, in document order; the plan comes first."""
    plan = scene.plan
    groups = [it for it in (_group(scene, node, parts) for node in plan.outline) if it is not None]
    top: list[Child] = [*_own(plan.measured_by, parts), *groups]
    placed = plan.index.measured
    top.extend(part for key, part in parts.items() if key not in placed)
    if rule.rollup is None:
        yield from _counted(scene, Group(plan.id, tuple(top)), plan)
        return
    whole = _hand(scene, plan)
    group = Group(plan.id, tuple(top), by_hand=whole)
    yield from _rolled(scene, rolled(group, rule.rollup), plan)


def as_by_hand(judgement: Judgement) -> ByHand:
    """The row of the ledger as the grade that stands over the computed one."""
    return ByHand.of(judgement)


def _own(refs: Iterable[Any], parts: dict[str, Part]) -> list[Part]:
    return [parts[ref.id] for ref in refs if ref.id in parts]


def _judgement(scene: Scene, thing: Entity) -> Judgement | None:
    return scene.observations.judgement(thing.id, scene.period, scene.known_by)


def _hand(scene: Scene, thing: Entity) -> ByHand | None:
    judgement = _judgement(scene, thing)
    return None if judgement is None else as_by_hand(judgement)


def _group(scene: Scene, node: Node, parts: dict[str, Part]) -> Group | None:
    inner = [
        group
        for child in node.children
        if isinstance(child, Node) and (group := _group(scene, child, parts)) is not None
    ]
    held: list[Child] = [*_own(node.measured_by, parts), *inner]
    return Group(node.id, tuple(held), by_hand=_hand(scene, node)) if held else None


def _counted(scene: Scene, group: Group, node: Entity) -> Iterable[Summary]:
    """Summaries under a rule without a roll-up: how many of how many, and what people say."""
    judged, total = _count(group)
    by_hand = _judgement(scene, node)
    yield Summary(
        node,
        judged,
        total,
        grade=None if by_hand is None else by_hand.grade,
        reason=_SILENT,
        by_hand=by_hand,
    )
    for child in group.parts:
        if isinstance(child, Group):
            yield from _counted(scene, child, scene.plan[child.name])


def _count(group: Group | RolledUp) -> tuple[int, int]:
    """How many of how many indicators were judged; one that stands at two places counts once."""
    leaves = {part.name: part for part in _leaves(group)}.values()
    return sum(it.is_assessed for it in leaves), len(leaves)


def _leaves(group: Group | RolledUp) -> list[Part]:
    if isinstance(group, RolledUp):
        return list(group.leaves)
    found: list[Part] = []
    for child in group.parts:
        found.extend([child] if isinstance(child, Part) else _leaves(child))
    return found


def _rolled(scene: Scene, group: RolledUp, node: Entity) -> Iterable[Summary]:
    judged, total = _count(group)
    is_computed = group.by_hand is None and group.rule.method != "by_hand"
    yield Summary(
        node,
        judged,
        total,
        grade=group.shown,
        computed_grade=group.label,
        value=group.value,
        reason=group.reason,
        by_hand=_judgement(scene, node),
        rolled_up=group,
        counted=(group.covered, group.total) if is_computed else None,
    )
    for child in group.parts:
        if isinstance(child, RolledUp):
            yield from _rolled(scene, child, scene.plan[child.name])
