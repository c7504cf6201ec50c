"""A plan with one thing of it changed, wherever that thing lives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planmodel.dsl.containers import LISTS, held_names
from planmodel.errors import ModelError, Problem
from planmodel.model.ids import Entity, evolve
from planmodel.model.outline import Relisted
from planmodel.model.plan import Plan
from planmodel.text import Text

__all__ = ["rebuilt", "refusal"]


def refusal(what: Text, hint: Text | str = "") -> ModelError:
    """An edit that cannot be applied."""
    return ModelError(Problem(what, hint=hint))


def rebuilt(plan: Plan[Any], key: str, change: Callable[[Any], tuple[Any, ...]]) -> Plan[Any]:
    """The plan with the thing *key* put through *change*, wherever it lives."""
    way = {key}
    above = plan.index.parents.get(key)
    while above is not None and above is not plan and above.id not in way:
        way.add(above.id)
        above = plan.index.parents.get(above.id)
    changed: dict[str, Any] = {}
    for name in ("sections", *LISTS.values()):
        row: tuple[Any, ...] = getattr(plan, name)
        if any(it.id in way for it in row):
            changed[name] = _in_rows(row, key, way, change)
    return evolve(plan, origin=plan.origin, **changed)


def _in_rows(
    row: tuple[Any, ...], key: str, way: set[str], change: Callable[[Any], tuple[Any, ...]]
) -> tuple[Any, ...]:
    done: list[Any] = []
    for it in row:
        if isinstance(it, Relisted) or it.id not in way:
            done.append(it)
        elif it.id == key:
            done.extend(change(it))
        else:
            done.append(_inside(it, key, way, change))
    return tuple(done)


def _inside(
    thing: Entity, key: str, way: set[str], change: Callable[[Any], tuple[Any, ...]]
) -> Entity:
    changes = {
        name: _in_rows(row, key, way, change)
        for name in held_names(thing)
        if (row := getattr(thing, name))
    }
    return evolve(thing, origin=thing.origin, **changes) if changes else thing
