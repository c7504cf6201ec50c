"""`revise`: a plan with edits applied, all of them or none."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar, cast

import attrs

from planmodel.dsl.amending import amended, without_texts
from planmodel.dsl.containers import LISTS, PLAN_KEY, held_names, parent_id
from planmodel.dsl.edits import Add, Amend, Drop, Edit, Move, Replace, reasons_of
from planmodel.dsl.fingerprints import fingerprints
from planmodel.dsl.rebuilding import rebuilt, refusal
from planmodel.errors import ModelError, PlanmodelError, Problem, did_you_mean
from planmodel.model.absence import NotStated
from planmodel.model.axes import Axis, Topic
from planmodel.model.facts import Derivation
from planmodel.model.ids import Entity, evolve
from planmodel.model.indicators import Benchmark, Indicator
from planmodel.model.outline import Node, Section
from planmodel.model.plan import Plan
from planmodel.text import Text, say

__all__ = ["revise"]

P = TypeVar("P", bound=Plan[Any])


def revise(
    base: P, *edits: Edit, made: dt.date | None = None, lenient: bool = False, **fields: object
) -> P:
    """*base* with *edits* applied one after the other and plan *fields* set (``id``, ``title``, …).

    With another ``id`` the result remembers what it was derived from: id, version and a
    fingerprint of everything in *base*; ``made`` dates the derivation. *lenient* is for edits that
    are applied to a plan on which somebody goes on working: those about a thing that is gone are
    passed over, as is an `Add` of a thing that is there already (what somebody wrote stays as it
    is), and a neighbor that is gone means the end of the row.

    Raises:
        ModelError: an edit names something that is not there, or puts something where it cannot
            stand; all such edits are named.
    """
    plan: P = base
    problems: list[Problem] = []
    for position, edit in enumerate(edits, start=1):
        try:
            if not (lenient and _is_past(plan, edit)):
                plan = cast("P", _apply(plan, _placed(plan, edit) if lenient else edit, base))
        except PlanmodelError as error:
            where = f"revise[{position}] {type(edit).__name__}"
            if lenient and edit.origin.file:
                where = f"{edit.origin} {type(edit).__name__}"
            for it in error.problems:
                told = it.at(f"{where}: " if it.where else where)
                hint = _way_out(plan, edit, told.hint) if lenient else told.hint
                problems.append(attrs.evolve(told, hint=hint))
    if problems:
        raise ModelError(*problems)
    if "id" in fields and fields["id"] != base.id and "derived_from" not in fields:
        fields["derived_from"] = Derivation(
            base.id, base.version, base.title, fingerprints(base), made, reasons_of(edits)
        )
    elif lenient and plan.derived_from is not None and reasons_of(edits):
        reasons = dict(plan.derived_from.reasons) | dict(reasons_of(edits))
        came = attrs.evolve(plan.derived_from, reasons=tuple(reasons.items()))
        plan = evolve(plan, origin=plan.origin, derived_from=came)
    return evolve(plan, **fields) if fields else plan


_WITHDRAW = say("mend this edit, or take it away", "この変更を直すか、取り除く")
_BOTH = say(
    "take it out of this edit, or give the one that was written by hand another id",
    "この変更から取り除くか、自分で書いた方の識別子を変える",
)


def _way_out(plan: Plan[Any], edit: Edit, hint: Text | str) -> Text | str:
    """What to do about an *edit* that cannot be applied to a plan somebody goes on writing."""
    if isinstance(edit, Add) and any(key in plan.index.entities for key in ids_inside(edit.thing)):
        return _BOTH
    return hint or _WITHDRAW


def _is_past(plan: Plan[Any], edit: Edit) -> bool:
    """Whether *edit* is about what is not there any more, or adds what is there already."""
    if isinstance(edit, Add):
        return edit.thing.id in plan.index.entities
    return isinstance(edit, (Amend, Drop, Move)) and not (
        edit.id in (plan.id, PLAN_KEY) or edit.id in plan.index.entities
    )


def _placed(plan: Plan[Any], edit: Edit) -> Edit:
    """*edit* without a neighbor that is not where the thing shall stand."""
    if not isinstance(edit, (Add, Move)):
        return edit
    under = edit.under or ""

    def stands(key: str | None) -> str | None:
        thing = None if key is None else plan.index.entities.get(key)
        return key if thing is not None and parent_id(plan, thing) == under else None

    return attrs.evolve(edit, before=stands(edit.before), after=stands(edit.after))


def _apply(plan: Plan[Any], edit: Edit, base: Plan[Any]) -> Plan[Any]:
    match edit:
        case Add():
            return _add(plan, edit.thing, edit.under, edit.before, edit.after)
        case Replace():
            return _replace(plan, edit.thing, base)
        case Amend():
            return amended(plan, edit)
        case Drop():
            gone = ids_inside(_held(plan, edit.id))
            return without_texts(rebuilt(plan, edit.id, lambda _: ()), gone)
        case Move():
            thing = _held(plan, edit.id)
            if not isinstance(thing, Node):
                raise refusal(
                    say("{id} is no node of the outline", "{id}は体系の項目ではない", id=edit.id)
                )
            if edit.under is not None and edit.under in ids_inside(thing):
                raise refusal(
                    say("{id} cannot stand under itself", "{id}を自らの下には置けない", id=edit.id)
                )
            without = rebuilt(plan, edit.id, lambda _: ())
            return _add(without, thing, edit.under, edit.before, edit.after)


def ids_inside(thing: Entity) -> dict[str, None]:
    """The ids of *thing* and of everything it holds, in document order."""
    found = {thing.id: None}
    for name in held_names(thing):
        for it in getattr(thing, name):
            if isinstance(it, Entity):
                found.update(ids_inside(it))
    return found


def _held(plan: Plan[Any], key: str) -> Entity:
    if key == plan.id:
        raise refusal(
            say(
                "the plan itself is changed by fields: revise(base, title=…)",
                "計画そのものは項目の指定で変える: revise(base, title=…)",
            )
        )
    return plan[key]


def _insert(
    row: tuple[Any, ...], thing: object, before: str | None, after: str | None
) -> tuple[Any, ...]:
    neighbor = before or after
    if neighbor is None:
        return (*row, thing)
    ids = [it.id for it in row]
    if neighbor not in ids:
        raise refusal(
            say("{id} is not among its neighbors", "{id}は並びの中にない", id=neighbor),
            did_you_mean(neighbor, ids),
        )
    place = ids.index(neighbor) + (0 if before else 1)
    return (*row[:place], thing, *row[place:])


def _add(
    plan: Plan[Any], thing: Entity, under: str | None, before: str | None, after: str | None
) -> Plan[Any]:
    taken = [key for key in ids_inside(thing) if key in plan.index.entities]
    if taken:
        raise refusal(
            say("{ids} is already in the plan", "{ids}はすでに計画にある", ids=taken),
            say("use Replace to change it", "変えるにはReplaceを使う"),
        )
    if under is None or under == plan.id:
        name = "sections" if isinstance(thing, Node) else LISTS.get(thing.ref_kind)
        if name is None:
            raise refusal(
                say(
                    "a {kind} stands under something, not in the plan itself",
                    "{kind}は計画の直下には置けない",
                    kind=thing.ref_kind,
                ),
                say("say under=", "under= を指定する"),
            )
        row = _insert(getattr(plan, name), thing, before, after)
        return evolve(plan, origin=plan.origin, **{name: row})
    holder = plan[under]
    field = _field_for(holder, thing)
    grown = evolve(
        holder,
        origin=holder.origin,
        **{field: _insert(getattr(holder, field), thing, before, after)},
    )
    return rebuilt(plan, holder.id, lambda _: (grown,))


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
    raise refusal(
        say(
            "{thing} cannot stand under {holder}",
            "{thing}は{holder}の下に置けない",
            thing=thing.id,
            holder=holder.id,
        )
    )


def _replace(plan: Plan[Any], thing: Entity, base: Plan[Any]) -> Plan[Any]:
    old = _held(plan, thing.id)
    if old.ref_kind != thing.ref_kind:
        raise refusal(
            say(
                "{id} is a {old} and cannot become a {new}",
                "{id}は{old}であり、{new}には替えられない",
                id=thing.id,
                old=old.ref_kind,
                new=thing.ref_kind,
            )
        )
    before = base.index.entities.get(thing.id)
    kept: dict[str, object] = {}
    for name in held_names(old):
        present, brought = _row(old, name), _row(thing, name)
        if name != "children" or takes_children(thing):
            if brought == () or (before is not None and brought == _row(before, name)):
                kept[name] = present
        elif present and not isinstance(present, NotStated):
            raise refusal(
                say(
                    "{id} still holds {inside}, which would be lost",
                    "{id}の下に{inside}があり、失われる",
                    id=thing.id,
                    inside=[it.id for it in present],
                ),
                say("drop or move them first", "先に削除か移動をする"),
            )
    placed = evolve(thing, origin=thing.origin, **kept) if kept else thing
    gone = ids_inside(old).keys() - ids_inside(placed).keys()
    return without_texts(rebuilt(plan, thing.id, lambda _: (placed,)), gone)


def takes_children(thing: Entity) -> bool:
    """Whether *thing* is a node of a level with children."""
    return isinstance(thing, Node) and thing.form == "section"


def _row(thing: Entity, name: str) -> tuple[Any, ...] | NotStated:
    row: tuple[Any, ...] = getattr(thing, name, ())
    return thing.not_stated(name) or row
