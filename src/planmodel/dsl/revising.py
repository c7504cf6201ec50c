"""`revise`: a plan with edits applied, all of them or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar, cast

import attrs

from planmodel.dsl.containers import LISTS
from planmodel.dsl.edits import Add, Drop, Edit, Move, Replace
from planmodel.dsl.fingerprints import fingerprints
from planmodel.errors import ModelError, PlanmodelError, Problem, did_you_mean
from planmodel.model.axes import Axis, Topic
from planmodel.model.facts import Derivation
from planmodel.model.ids import Entity, evolve
from planmodel.model.indicators import Benchmark, Indicator
from planmodel.model.outline import Node, Relisted, Section
from planmodel.model.plan import Plan
from planmodel.text import Text, say

__all__ = ["revise"]

P = TypeVar("P", bound=Plan[Any])
_Change = Callable[[tuple[Any, ...]], tuple[Any, ...]]


def revise(base: P, *edits: Edit, made: dt.date | None = None, **fields: object) -> P:
    """*base* with *edits* applied one after the other and plan *fields* set (``id``, ``title``, …).

    With another ``id`` the result remembers what it was derived from: id, version and a
    fingerprint of everything in *base*; ``made`` dates the derivation.

    Raises:
        ModelError: an edit names something that is not there, or puts something where it cannot
            stand; all such edits are named.
    """
    plan: P = base
    problems: list[Problem] = []
    for position, edit in enumerate(edits, start=1):
        try:
            plan = cast("P", _apply(plan, edit))
        except PlanmodelError as error:
            where = f"revise[{position}] {type(edit).__name__}: "
            problems.extend(problem.at(where) for problem in error.problems)
    if problems:
        raise ModelError(*problems)
    if "id" in fields and fields["id"] != base.id and "derived_from" not in fields:
        fields["derived_from"] = Derivation(
            base.id, base.version, base.title, fingerprints(base), made
        )
    return evolve(plan, **fields) if fields else plan


def _apply(plan: Plan[Any], edit: Edit) -> Plan[Any]:
    match edit:
        case Add():
            return _add(plan, edit.thing, edit.under, edit.before, edit.after)
        case Replace():
            return _replace(plan, edit.thing)
        case Drop():
            _held(plan, edit.id)
            return _rebuild(plan, edit.id, lambda _: ())
        case Move():
            thing = _held(plan, edit.id)
            if not isinstance(thing, Node):
                raise _refusal(
                    say("{id} is no node of the outline", "{id}は体系の項目ではない", id=edit.id)
                )
            if edit.under is not None and edit.under in {edit.id, *_below(thing)}:
                raise _refusal(
                    say("{id} cannot stand under itself", "{id}を自らの下には置けない", id=edit.id)
                )
            without = _rebuild(plan, edit.id, lambda _: ())
            return _add(without, thing, edit.under, edit.before, edit.after)


def _below(node: Node) -> set[str]:
    found = {node.id}
    for child in node.children:
        if isinstance(child, Node):
            found |= _below(child)
    return found


def _refusal(what: Text, hint: Text | str = "") -> ModelError:
    return ModelError(Problem(what, hint=hint))


def _held(plan: Plan[Any], key: str) -> Entity:
    if key == plan.id:
        raise _refusal(
            say(
                "the plan itself is changed by fields: revise(base, title=…)",
                "計画そのものは項目の指定で変える: revise(base, title=…)",
            )
        )
    return plan[key]


def _insert(
    row: tuple[Any, ...], thing: object, before: str | None, after: str | None
) -> tuple[Any, ...]:
    neighbour = before or after
    if neighbour is None:
        return (*row, thing)
    ids = [it.id for it in row]
    if neighbour not in ids:
        raise _refusal(
            say("{id} is not among its neighbours", "{id}は並びの中にない", id=neighbour),
            did_you_mean(neighbour, ids),
        )
    place = ids.index(neighbour) + (0 if before else 1)
    return (*row[:place], thing, *row[place:])


def _add(
    plan: Plan[Any], thing: Entity, under: str | None, before: str | None, after: str | None
) -> Plan[Any]:
    if thing.id in plan.index.entities:
        raise _refusal(
            say("{id} is already in the plan", "{id}はすでに計画にある", id=thing.id),
            say("use Replace to change it", "変えるにはReplaceを使う"),
        )
    if under is None or under == plan.id:
        name = "sections" if isinstance(thing, Node) else LISTS.get(thing.ref_kind)
        if name is None:
            raise _refusal(
                say(
                    "a {kind} stands under something, not in the plan itself",
                    "{kind}は計画の直下には置けない",
                    kind=thing.ref_kind,
                ),
                say("say under=", "under= を指定する"),
            )
        return evolve(plan, **{name: _insert(getattr(plan, name), thing, before, after)})
    holder = plan[under]
    field = _field_for(holder, thing)
    grown = evolve(
        holder,
        origin=holder.origin,
        **{field: _insert(getattr(holder, field), thing, before, after)},
    )
    return _rebuild(plan, holder.id, lambda _: (grown,))


def _field_for(holder: Entity, thing: Entity) -> str:
    if isinstance(holder, Section) and isinstance(thing, Node):
        return "children"
    if isinstance(holder, Indicator):
        if isinstance(thing, Indicator):
            return "parts"
        if isinstance(thing, Benchmark):
            return "benchmarks"
    if isinstance(holder, Axis) and isinstance(thing, Topic):
        return "topics"
    raise _refusal(
        say(
            "{thing} cannot stand under {holder}",
            "{thing}は{holder}の下に置けない",
            thing=thing.id,
            holder=holder.id,
        )
    )


def _replace(plan: Plan[Any], thing: Entity) -> Plan[Any]:
    old = _held(plan, thing.id)
    if old.ref_kind != thing.ref_kind:
        raise _refusal(
            say(
                "{id} is a {old} and cannot become a {new}",
                "{id}は{old}であり、{new}には替えられない",
                id=thing.id,
                old=old.ref_kind,
                new=thing.ref_kind,
            )
        )
    placed = thing
    if isinstance(thing, Node) and isinstance(old, Node) and thing.form == "section":
        says_nothing = not thing.children and not thing.not_stated("children")
        if says_nothing and old.form == "section" and old.children:
            placed = evolve(thing, children=old.children, origin=thing.origin)
    return _rebuild(plan, thing.id, lambda _: (placed,))


def _rebuild(plan: Plan[Any], key: str, change: Callable[[Any], tuple[Any, ...]]) -> Plan[Any]:
    """The plan with the thing *key* put through *change*, wherever it lives."""
    thing = plan[key]
    if isinstance(thing, Node):
        return evolve(plan, origin=plan.origin, sections=_in_rows(plan.sections, key, change))
    for name in LISTS.values():
        row: tuple[Any, ...] = getattr(plan, name)
        changed = _in_rows(row, key, change)
        if any(a is not b for a, b in zip(row, changed, strict=False)) or len(row) != len(changed):
            return evolve(plan, origin=plan.origin, **{name: changed})
    return plan


_HOLDERS = ("children", "parts", "benchmarks", "topics")


def _in_rows(
    row: tuple[Any, ...], key: str, change: Callable[[Any], tuple[Any, ...]]
) -> tuple[Any, ...]:
    done: list[Any] = []
    for it in row:
        if isinstance(it, Relisted):
            done.append(it)
        elif it.id == key:
            done.extend(change(it))
        else:
            done.append(_inside(it, key, change))
    return tuple(done)


def _inside(thing: Entity, key: str, change: Callable[[Any], tuple[Any, ...]]) -> Entity:
    changes: dict[str, Any] = {}
    for name in _HOLDERS:
        held: tuple[Any, ...] = getattr(thing, name, ())
        if not held:
            continue
        changed = _in_rows(held, key, change)
        if len(changed) != len(held) or any(a is not b for a, b in zip(held, changed, strict=True)):
            changes[name] = changed
    return attrs.evolve(thing, **changes) if changes else thing
