"""`drift`: what changed since in the plan that a plan was made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from planmodel.dsl.comparing import changes
from planmodel.dsl.containers import held_names
from planmodel.dsl.derivations import Record
from planmodel.dsl.drifting.changing import changed
from planmodel.dsl.drifting.fitting import Fitter
from planmodel.dsl.drifting.items import ADDED, ORDER, PARENT, REMOVED, RENAMED, Drift, DriftItem
from planmodel.dsl.drifting.local import made_here
from planmodel.dsl.drifting.looking import LOCAL, Look, Said, as_started, title_of
from planmodel.dsl.drifting.needing import with_needs
from planmodel.dsl.drifting.renaming import with_ids
from planmodel.dsl.drifting.rule import FieldRule, shipped_field_rule
from planmodel.dsl.edits import Add, Amend, Drop, Edit
from planmodel.dsl.fingerprints import mark
from planmodel.dsl.revising import ids_inside
from planmodel.errors import Problem, UsageError
from planmodel.model.ids import Entity
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.text import Text, say

__all__ = ["drift", "names_here"]


def names_here(record: Record) -> dict[str, str]:
    """The ids that the other plan uses now, and what this plan calls the same things."""
    found: dict[str, str] = {}
    for it in record.decisions:
        key, _, rest = it.item.partition(" ")
        name, _, new = rest.partition(":")
        if name == RENAMED and it.verdict == "accepted":
            found[new] = found.pop(key, key) if key in found else key
    return found


def drift(
    derived: Plan[Any],
    upstream: Plan[Any],
    *,
    record: Record | None = None,
    base: Plan[Any] | None = None,
    rule: FieldRule | None = None,
) -> Drift:
    """What changed in *upstream* since *derived* was made from it, and what to take over.

    Things are matched by id, and what was said then is known by its fingerprints. Where a change
    was made here as well, the item says so; where both say the same now, there is no item.

    Args:
        derived: the plan that was made from another one.
        upstream: that other plan as it is now.
        record: what was decided before; by default only what *derived* says of its origin.
        base: the other plan as it was then: with it, old values and orders can be told.
        rule: which fields follow the other plan; by default the shipped rule.

    Raises:
        UsageError: *derived* was not made from another plan.
    """
    if record is None:
        if derived.derived_from is None:
            what = say(
                "{id} was not made from another plan",
                "{id}はほかの計画をもとに作られたものではない",
                id=derived.id,
            )
            hint = say("derive it with revise(base, id=…)", "revise(base, id=…) で派生させる")
            raise UsageError(Problem(what, hint=hint))
        record = Record(derived.derived_from)
    now = with_ids(upstream, names_here(record))
    started = None if base is None else as_started(derived, base, record.only)
    look = Look(derived, now, record, base, started, rule or shipped_field_rule())
    local = None if started is None else made_here(changes(started, derived), record)
    return Drift(derived, now, _items(look), local, tuple(_notes(upstream, record)))


def _notes(upstream: Plan[Any], record: Record) -> Iterator[Text]:
    was = record.derivation
    if upstream.id != was.plan:
        yield say(
            "this plan was made from {old!r}; what is compared is {new!r}",
            "この計画のもとは「{old}」だが、比べているのは「{new}」である",
            old=was.plan,
            new=upstream.id,
        )
    if upstream.version != was.version:
        yield say(
            "version {new} there; this plan was made from version {old}",
            "もとの計画は第{new}版である（この計画は第{old}版から作られた）",
            old=was.version or "-",
            new=upstream.version or "-",
        )


# --- all items ---------------------------------------------------------------------------


def _items(look: Look) -> tuple[DriftItem, ...]:
    """Every change there, those first that others need, then in document order."""
    back = _back_again(look)
    new = [key for key in look.now if key not in look.then or key in back]
    gone = [key for key in look.then if key not in look.now and key in look.here]
    renamed = _renamed(look, new, gone)
    fitter = Fitter(
        look.derived,
        look.upstream,
        {key for key in new if key not in renamed and key not in look.here},
    )
    found: list[DriftItem] = []
    fresh = set(new)
    for key, it in look.now.items():
        if key in renamed:
            found.append(_renaming(renamed[key], it))
        elif key in fresh:
            if it.parent not in fresh or it.parent in renamed:
                found.append(_added(look, key, it, fitter, fresh))
        else:
            found.extend(changed(look, key, it, fitter))
    rest = [key for key in gone if key not in renamed.values()]
    found.extend(_removed(look, key, rest) for key in rest if _is_top(look, key, rest))
    found.extend(_reordered(look))
    return with_needs(it for it in found if not _is_settled(look, it))


def _back_again(look: Look) -> set[str]:
    """What was new there and rejected, and has changed there since, with all inside it."""
    found: set[str] = set()
    for key, name in look.record.rejected:
        if name != ADDED or key not in look.now or key in look.here:
            continue
        inside = [it for it in ids_inside(look.now[key].thing) if it not in look.here]
        if any(look.now[it].marks != look.then.get(it, {}) for it in inside if it in look.now):
            found.update(inside)
    return found


def _is_settled(look: Look, it: DriftItem) -> bool:
    # Everything else that was decided is what "then" says by now.
    return it.field in (ORDER, RENAMED) and look.record.verdict(it.name) is not None


# --- new, gone, renamed ------------------------------------------------------------------


def _renamed(look: Look, new: list[str], gone: list[str]) -> dict[str, str]:
    """Things that are gone, and say word for word what something new says; by the new id."""
    found: dict[str, str] = {}
    for old in gone:
        before = _without_place(look.then[old])
        for key in new:
            it = look.now[key]
            alike = it.thing.ref_kind == look.here[old].thing.ref_kind
            free = key not in found and key not in look.here
            if alike and free and before and _without_place(it.marks) == before:
                found[key] = old
                break
    return found


def _renaming(old: str, it: Said) -> DriftItem:
    why = say(
        "your id stays, because your figures use it; accepted, the link goes on under it",
        "実績値が使うため、こちらの識別子は変えない。取り入れると対応付けだけが続く",
    )
    thing = it.thing
    return DriftItem(
        old, thing.ref_kind, title_of(thing), "renamed", RENAMED, "follow",
        then=old, now=thing.id, here=old, why=why, mark=thing.id,
        covers=((old, it.written),),
    )  # fmt: skip


def _added(look: Look, key: str, it: Said, fitter: Fitter, fresh: AbstractSet[str]) -> DriftItem:
    manner = look.rule.manner(it.thing.ref_kind, ADDED)
    edit: Edit | None = None
    why: Text | str = ""
    fitter.needs.clear()
    holder = look.derived if it.parent == "" else look.derived.index.entities.get(it.parent)
    if key in look.here:
        why = say("this plan has one of its own", "同じ識別子のものがこの計画にもある")
    elif manner == "local":
        why = LOCAL
    elif holder is None:
        why = say("its place {it} is not here", "置き場所の{it}がこの計画にない", it=it.parent)
    else:
        made = fitter.thing(it.thing, holder)
        if made is None:
            why = say("no level here takes it", "この計画にはそれを置ける階層がない")
        else:
            after = look.neighbor(it)
            before = None if after is not None else look.follower(it)
            edit = Add(
                made, under=it.parent or None, before=before, after=after, because=look.because
            )
    inside = [one for one in ids_inside(it.thing) if one in fresh]
    return DriftItem(
        key, it.thing.ref_kind, title_of(it.thing), "added", ADDED, manner,
        now=it.thing, here=look.here[key].thing if key in look.here else None,
        both=key in look.here, edit=edit, along=_titles(look, edit), why=why,
        mark=mark(it.written),
        needs=tuple(fitter.needs) if edit is not None else (),
        covers=tuple((one, look.now[one].written) for one in inside),
    )  # fmt: skip


def _titles(look: Look, edit: Edit | None) -> tuple[Edit, ...]:
    """The titles of something new in those languages into which this plan is translated."""
    if not isinstance(edit, Add):
        return ()
    languages = {it.language for it in look.derived.translations}
    return tuple(
        Amend(key, {f"title.{it.language}": words}, because=look.because)
        for it in look.upstream.translations
        if it.language in languages
        for key, words in it.titles
        if key in ids_inside(edit.thing)
    )


def _is_top(look: Look, key: str, gone: list[str]) -> bool:
    parents = {mark(it): it for it in gone}
    return look.then[key].get(PARENT, "") not in parents


def _removed(look: Look, key: str, gone: list[str]) -> DriftItem:
    thing = look.here[key].thing
    kind = "node" if isinstance(thing, Node) else thing.ref_kind
    manner = look.rule.manner(kind, REMOVED)
    inside = ids_inside(thing)
    stays = [it for it in inside if it in look.now and it not in gone]
    own = [it for it in inside if it not in look.then or look.worked_on(it)]
    edit: Edit | None = None
    why: Text | str = ""
    if manner == "local":
        why = LOCAL
    elif stays:
        why = say("{ids} under it is still there", "下の{ids}はもとの計画に残っている", ids=stays)
    else:
        edit = Drop(key, because=look.because)
    return DriftItem(
        key, thing.ref_kind, title_of(thing), "removed", REMOVED, manner,
        then=look.was[key].thing if key in look.was else None, here=thing, both=bool(own),
        edit=edit, why=why, covers=tuple((it, "") for it in inside if it in gone),
    )  # fmt: skip


# --- order -------------------------------------------------------------------------------


def _reordered(look: Look) -> Iterator[DriftItem]:
    if look.base is None:
        return
    for it in changes(look.base, look.upstream).of("reordered"):
        if it.id not in look.here or it.old is None or it.new is None:
            continue
        mine = look.here[it.id].thing
        orders = [_order(it.old, it.new, mine), _order(it.new, it.old, mine)]
        here = _order(mine, it.new, it.old)
        if here == orders[1]:
            continue
        yield DriftItem(
            it.id, it.what, it.title, "reordered", ORDER, "local",
            then=orders[0], now=orders[1], here=here, both=here != orders[0],
            why=LOCAL, mark=mark(orders[1]),
        )  # fmt: skip


def _without_place(found: Mapping[str, str]) -> dict[str, str]:
    return {name: it for name, it in found.items() if name != PARENT}


def _order(thing: Entity, *others: Entity) -> tuple[str, ...]:
    """What *thing* holds and all the *others* hold too, in its order."""

    def held(it: Entity) -> list[str]:
        return [one.id for name in held_names(it) for one in getattr(it, name)]

    common = set(held(thing)).intersection(*(held(it) for it in others))
    return tuple(key for key in held(thing) if key in common)
