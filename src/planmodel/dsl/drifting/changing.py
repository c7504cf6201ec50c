"""Changes of what both plans have: single fields, and places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planmodel.dsl.containers import PLAN_KEY, is_about_nothing
from planmodel.dsl.drifting.fitting import Fitter, is_undecided
from planmodel.dsl.drifting.items import PARENT, DriftItem
from planmodel.dsl.drifting.looking import LOCAL, Look, Said, is_place, title_of
from planmodel.dsl.edits import Amend, Edit, Move
from planmodel.dsl.fingerprints import mark
from planmodel.dsl.revising import ids_inside
from planmodel.model.ids import Entity
from planmodel.model.indicators import Baseline
from planmodel.model.outline import Node
from planmodel.model.targets import Target
from planmodel.text import Text, say

__all__ = ["changed"]


def changed(look: Look, key: str, it: Said, fitter: Fitter) -> Iterator[DriftItem]:
    """Items for what the thing *key*, which both had, says otherwise there now."""
    then = look.then[key]
    here = look.here.get(key)
    if here is None:
        return  # What was dropped here is nobody's concern.
    for name in dict.fromkeys([*it.marks, *then]):
        old, new = then.get(name, ""), it.marks.get(name, "")
        if (key, name) == (PLAN_KEY, "version"):
            continue  # told as a note
        if new in (old, here.marks.get(name, "")):
            continue
        if key == PLAN_KEY and any(is_about_nothing(one.called(name)) for one in (it, here)):
            continue  # left behind by something that is gone, which is told itself
        if name == PARENT and is_place(it):
            yield _moved(look, key, it, here, fitter)
        else:
            yield _field(look, key, name, fitter)


def _moved(look: Look, key: str, it: Said, here: Said, fitter: Fitter) -> DriftItem:
    thing = it.thing
    manner = look.rule.manner(thing.ref_kind, PARENT)
    places = {mark(one): one for one in look.then}
    edit: Edit | None = None
    why: Text | str = ""
    if manner == "local":
        why = LOCAL
    elif not isinstance(thing, Node):
        why = say("things of this kind are not moved", "この種類のものは移動できない")
    elif it.parent and it.parent not in look.here and it.parent not in fitter.adding:
        why = say("its place {it} is not here", "置き場所の{it}がこの計画にない", it=it.parent)
    else:
        edit = _move(look, key, it)
        if edit is None:
            why = say("no level there takes it here", "この計画の移動先には置けない")
    needs = (it.parent,) if edit is not None and it.parent not in ("", *look.here) else ()
    return DriftItem(
        key, thing.ref_kind, title_of(here.thing), "moved", PARENT, manner,
        then=places.get(look.then[key].get(PARENT, "")), now=it.parent, here=here.parent,
        both=look.touched(key, PARENT),
        edit=edit, why=why, mark=it.marks.get(PARENT, ""), needs=needs,
    )  # fmt: skip


def _move(look: Look, key: str, it: Said) -> Edit | None:
    move = Move(key, under=it.parent or None, after=look.neighbor(it), because=look.because)
    holder: Any = look.derived if not it.parent else look.derived.index.entities.get(it.parent)
    thing: Any = look.derived.index.entities[key]
    if holder is not None and not (hasattr(holder, "takes") and holder.takes(thing)):
        return None
    if it.parent in ids_inside(thing):
        return None
    return move


def _field(look: Look, key: str, name: str, fitter: Fitter) -> DriftItem:
    it, here = look.now[key], look.here[key]
    thing = it.thing
    manner = look.rule.manner("plan" if key == PLAN_KEY else thing.ref_kind, name)
    then, new = look.then[key].get(name, ""), it.marks.get(name, "")
    present = here.value(name)
    touched = look.touched(key, name)
    both = touched and not is_undecided(present)
    both = both or (name == "unit" and _has_figures(here.thing))
    edit: Edit | None = None
    why: Text | str = LOCAL if manner == "local" else ""
    fitter.needs.clear()
    if manner == "follow":
        edit = _followed(look, key, name, fitter)
    elif manner == "fill":
        if present is None or is_undecided(present) or (_is_absent(present) and not touched):
            value: Any = it.value(name)
            value = fitter.baseline(value) if isinstance(value, Baseline) else value
            edit = _amend(look, key, name, value)
        else:
            why = say("this plan has one of its own", "この計画には自らの値がある")
    return DriftItem(
        key, "plan" if key == PLAN_KEY else thing.ref_kind, title_of(here.thing), "changed", name,
        manner, then=look.old(key, name, then), now=it.value(name), here=present, both=both,
        edit=edit, why=why, mark=new, needs=tuple(fitter.needs) if edit is not None else (),
    )  # fmt: skip


def _followed(look: Look, key: str, name: str, fitter: Fitter) -> Edit:
    value: Any = look.now[key].value(name)
    if name != "kind":
        value = fitter.value(value)
    return _amend(look, key, name, value)


def _amend(look: Look, key: str, name: str, value: object) -> Edit:
    # What somebody here writes into the field later is another value than this one, and stays.
    was = {name: look.here[key].value(name)}
    return Amend(key, {name: value}, was=was, because=look.because)


def _has_figures(thing: Entity) -> bool:
    """Whether figures of this plan's own stand in the unit of *thing*."""
    baseline: Baseline | None = getattr(thing, "baseline", None)
    targets: tuple[Target, ...] = getattr(thing, "targets", ())
    amounts = [None if baseline is None else baseline.amount, *(it.amount for it in targets)]
    return any(it is not None and it.number is not None for it in amounts)


def _is_absent(value: object) -> bool:
    return isinstance(value, Baseline) and value.absence is not None
