"""Where things live: which list of the plan holds a kind, and what a thing holds itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from planmodel.model.axes import Axis
from planmodel.model.ids import Entity, RefKind
from planmodel.model.indicators import Indicator
from planmodel.model.outline import Node
from planmodel.model.plan import Plan

__all__ = ["LISTS", "entities", "own_fields", "parent_id"]

LISTS: dict[RefKind, str] = {
    "department": "departments",
    "partner": "partners",
    "indicator": "indicators",
    "axis": "axes",
    "law": "laws",
    "figure": "figures",
    "document": "documents",
}
"""The list of the plan that holds each kind; nodes live in the outline."""

_NEVER = frozenset({"origin", "placed_number", "derived_from"})
_HELD: dict[type[Entity], frozenset[str]] = {
    Plan: frozenset(LISTS.values()) | {"sections"},
    Node: frozenset({"children"}),
    Indicator: frozenset({"parts", "benchmarks"}),
    Axis: frozenset({"topics"}),
}


def own_fields(thing: Entity) -> dict[str, Any]:
    """The fields of *thing* by name, without what it holds (that has ids of its own).

    ``id`` is left out too; absences stand as they are.
    """
    held: frozenset[str] = frozenset()
    for kind, names in _HELD.items():
        if isinstance(thing, kind):
            held = names
    fields: dict[str, Any] = {}
    for attribute in attrs.fields(type(thing)):
        name = attribute.alias or attribute.name
        if attribute.name in _NEVER or name in held or name == "id":
            continue
        fields[name] = getattr(thing, attribute.name)
    for name in held:
        absence = thing.not_stated(name)
        if absence is not None:
            fields[name] = absence
    if isinstance(thing, Node):
        fields["word"] = thing.word
    return fields


def entities(plan: Plan[Any]) -> Iterator[Entity]:
    """The plan and everything in it that has an id, in document order, parents first."""
    yield plan
    for name in ("documents", "departments", "partners", "laws", "figures"):
        yield from getattr(plan, name)
    for axis in plan.axes:
        yield axis
        yield from axis.topics
    for indicator in plan.indicators:
        yield from _with_parts(indicator)
    yield from plan.walk()


def _with_parts(indicator: Indicator) -> Iterator[Entity]:
    yield indicator
    yield from indicator.benchmarks
    for part in indicator.parts:
        yield from _with_parts(part)


def parent_id(plan: Plan[Any], thing: Entity) -> str:
    """The id of what holds *thing*: a node, an indicator, an axis, or the plan (empty)."""
    above = plan.index.parents.get(thing.id)
    return "" if above is None or above is plan else above.id
