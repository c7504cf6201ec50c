"""`drift`: what changed since in the plan that a plan was made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import define, field, frozen

from planmodel.dsl.comparing import changes
from planmodel.dsl.containers import PLAN_KEY, contents, own_fields, parent_id
from planmodel.dsl.derivations import Record
from planmodel.dsl.drifting.fitting import Fitter, is_undecided
from planmodel.dsl.drifting.items import ADDED, ORDER, PARENT, REMOVED, RENAMED, Drift, DriftItem
from planmodel.dsl.drifting.renaming import with_ids
from planmodel.dsl.drifting.rule import FieldRule, shipped_field_rule
from planmodel.dsl.edits import Add, Amend, Drop, Edit, Move, Replace
from planmodel.dsl.fingerprints import field_key, fingerprints, mark, marks
from planmodel.dsl.revising import ids_inside
from planmodel.dsl.starting import start_from
from planmodel.errors import PlanmodelError, Problem, UsageError
from planmodel.model.ids import Entity
from planmodel.model.indicators import Baseline, Indicator
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.text import Text, say

__all__ = ["drift", "names_here"]


@frozen
class _Said:
    """One thing of a plan and what it says: values by field, hashes by field."""

    thing: Entity
    fields: dict[str, Any]
    marks: dict[str, str]
    written: str
    parent: str

    def value(self, name: str) -> object:
        """What the field with the fingerprint name *name* says."""
        for known, value in self.fields.items():
            if name in (known, field_key(known)):
                return value
        return None


def _table(plan: Plan[Any]) -> dict[str, _Said]:
    written = dict(fingerprints(plan))
    return {
        key: _Said(
            thing,
            fields,
            marks(written[key]),
            written[key],
            "" if key == PLAN_KEY else parent_id(plan, thing),
        )
        for key, thing, fields in contents(plan)
    }


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
    finder = _Finder(derived, now, record, base, rule or shipped_field_rule())
    items = finder.items()
    local = None if base is None else changes(_as_started(derived, base), derived)
    return Drift(derived, now, items, local, tuple(_notes(upstream, record)))


def _as_started(derived: Plan[Any], base: Plan[Any]) -> Plan[Any]:
    """*base* as *derived* was when it began: another issuer's figures were never taken over."""
    issuer = derived.issuer
    if issuer is None or issuer == base.issuer:
        return base
    try:
        begun = start_from(base, id=derived.id, issuer=issuer.name, code=issuer.code)
        if begun.title == derived.title:
            return begun
        return start_from(
            base, id=derived.id, issuer=issuer.name, code=issuer.code, title=derived.title
        )
    except PlanmodelError:
        return base


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


@define
class _Finder:
    derived: Plan[Any]
    upstream: Plan[Any]
    record: Record
    base: Plan[Any] | None
    rule: FieldRule
    then: dict[str, dict[str, str]] = field(init=False)
    was: Mapping[str, _Said] = field(init=False)
    now: dict[str, _Said] = field(init=False)
    here: dict[str, _Said] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.then = {key: marks(it) for key, it in self.record.derivation.fingerprints}
        self.was = {} if self.base is None else _table(self.base)
        self.now = _table(self.upstream)
        self.here = _table(self.derived)

    # --- all items ---------------------------------------------------------------------------

    def items(self) -> tuple[DriftItem, ...]:
        """Every change there, those first that others need, then in document order."""
        new = [key for key in self.now if key not in self.then]
        gone = [key for key in self.then if key not in self.now and key in self.here]
        renamed = self._renamed(new, gone)
        fitter = Fitter(
            self.derived,
            self.upstream,
            {key for key in new if key not in renamed and key not in self.here},
        )
        found: list[DriftItem] = []
        for key, it in self.now.items():
            if key in renamed:
                found.append(self._renaming(renamed[key], it))
            elif key not in self.then:
                if it.parent not in self.now or it.parent in self.then or it.parent in renamed:
                    found.append(self._added(key, it, fitter))
            else:
                found.extend(self._changed(key, it, fitter))
        rest = [key for key in gone if key not in renamed.values()]
        found.extend(self._removed(key, rest) for key in rest if self._is_top(key, rest))
        found.extend(self._reordered())
        return _needed_by_key(it for it in found if not self._is_settled(it))

    @property
    def _because(self) -> str:
        return f"{self.upstream.id} {self.upstream.version}".rstrip()

    def _is_settled(self, it: DriftItem) -> bool:
        # Everything else that was decided is what "then" says by now.
        return it.field in (ORDER, RENAMED) and self.record.verdict(it.name) is not None

    def _old(self, key: str, name: str, expected: str) -> object:
        """What was said there before, where the plan as it was is known and still holds."""
        known = self.was.get(key)
        return known.value(name) if known and known.marks.get(name, "") == expected else None

    # --- new, gone, renamed ------------------------------------------------------------------

    def _renamed(self, new: list[str], gone: list[str]) -> dict[str, str]:
        """Things that are gone, and say word for word what something new says; by the new id."""
        found: dict[str, str] = {}
        for old in gone:
            before = _without_place(self.then[old])
            for key in new:
                it = self.now[key]
                alike = it.thing.ref_kind == self.here[old].thing.ref_kind
                free = key not in found and key not in self.here
                if alike and free and before and _without_place(it.marks) == before:
                    found[key] = old
                    break
        return found

    def _renaming(self, old: str, it: _Said) -> DriftItem:
        why = say(
            "your id stays, because your figures use it; accepted, the link goes on under it",
            "実績値が使うため、こちらの識別子は変えない。取り入れると対応付けだけが続く",
        )
        thing = it.thing
        return DriftItem(
            old, thing.ref_kind, _title(thing), "renamed", RENAMED, "follow",
            then=old, now=thing.id, here=old, why=why, mark=thing.id,
            covers=((old, it.written),),
        )  # fmt: skip

    def _added(self, key: str, it: _Said, fitter: Fitter) -> DriftItem:
        manner = self.rule.manner(it.thing.ref_kind, ADDED)
        edit: Edit | None = None
        why: Text | str = ""
        fitter.needs.clear()
        holder = self.derived if it.parent == "" else self.derived.index.entities.get(it.parent)
        if key in self.here:
            why = say("this plan has one of its own", "同じ識別子のものがこの計画にもある")
        elif manner == "local":
            why = _LOCAL
        elif holder is None:
            why = say("its place {it} is not here", "置き場所の{it}がこの計画にない", it=it.parent)
        else:
            made = fitter.thing(it.thing, holder)
            if made is None:
                why = say("no level here takes it", "この計画にはそれを置ける階層がない")
            else:
                after = self._neighbor(it)
                edit = Add(made, under=it.parent or None, after=after, because=self._because)
        inside = [one for one in ids_inside(it.thing) if one in self.now and one not in self.then]
        return DriftItem(
            key, it.thing.ref_kind, _title(it.thing), "added", ADDED, manner,
            now=it.thing, here=self.here[key].thing if key in self.here else None,
            both=key in self.here, edit=edit, along=self._titles(edit), why=why,
            mark=mark(it.written),
            needs=tuple(fitter.needs) if edit is not None else (),
            covers=tuple((one, self.now[one].written) for one in inside),
        )  # fmt: skip

    def _titles(self, edit: Edit | None) -> tuple[Edit, ...]:
        """The titles of something new in those languages into which this plan is translated."""
        if not isinstance(edit, Add):
            return ()
        languages = {it.language for it in self.derived.translations}
        return tuple(
            Amend(key, {f"title.{it.language}": words}, because=self._because)
            for it in self.upstream.translations
            if it.language in languages
            for key, words in it.titles
            if key in ids_inside(edit.thing)
        )

    def _neighbor(self, it: _Said) -> str | None:
        """The nearest thing before *it* there that stands in the same place here."""
        before: str | None = None
        for key, other in self.now.items():
            if key == it.thing.id:
                return before
            present = self.here.get(key)
            alike = other.thing.ref_kind == it.thing.ref_kind and other.parent == it.parent
            if key != PLAN_KEY and alike and present and present.parent == it.parent:
                before = key
        return before

    def _is_top(self, key: str, gone: list[str]) -> bool:
        parents = {mark(it): it for it in gone}
        return self.then[key].get(PARENT, "") not in parents

    def _removed(self, key: str, gone: list[str]) -> DriftItem:
        thing = self.here[key].thing
        kind = "node" if isinstance(thing, Node) else thing.ref_kind
        manner = self.rule.manner(kind, REMOVED)
        inside = ids_inside(thing)
        stays = [it for it in inside if it in self.now and it not in gone]
        own = [it for it in inside if it not in self.then or self._worked_on(it)]
        edit: Edit | None = None
        why: Text | str = ""
        if manner == "local":
            why = _LOCAL
        elif stays:
            why = say(
                "{ids} under it is still there", "下の{ids}はもとの計画に残っている", ids=stays
            )
        else:
            edit = Drop(key, because=self._because)
        return DriftItem(
            key, thing.ref_kind, _title(thing), "removed", REMOVED, manner,
            then=self.was[key].thing if key in self.was else None, here=thing, both=bool(own),
            edit=edit, why=why, covers=tuple((it, "") for it in inside if it in gone),
        )  # fmt: skip

    def _worked_on(self, key: str) -> bool:
        """Whether somebody here wrote something of their own into the thing."""
        it, then = self.here[key], self.then[key]
        return any(
            then.get(name) != one and not is_undecided(it.value(name))
            for name, one in it.marks.items()
            if name != PARENT
        )

    # --- changed -----------------------------------------------------------------------------

    def _changed(self, key: str, it: _Said, fitter: Fitter) -> Iterator[DriftItem]:
        then = self.then[key]
        here = self.here.get(key)
        for name in dict.fromkeys([*it.marks, *then]):
            old, new = then.get(name, ""), it.marks.get(name, "")
            if (key, name) == (PLAN_KEY, "version"):
                continue  # told as a note
            if old == new or (here is not None and here.marks.get(name, "") == new):
                continue
            if name == PARENT and _is_place(it):
                yield self._moved(key, it, here, old, fitter)
            else:
                found = self._field(key, it, here, name, fitter)
                # What is not here and stays local anyway is nobody's concern.
                if here is not None or found.manner != "local":
                    yield found

    def _moved(
        self, key: str, it: _Said, here: _Said | None, old: str, fitter: Fitter
    ) -> DriftItem:
        thing = it.thing
        manner = self.rule.manner(thing.ref_kind, PARENT)
        places = {mark(one): one for one in self.then}
        edit: Edit | None = None
        why: Text | str = ""
        if here is None:
            why = _NOT_HERE
        elif manner == "local":
            why = _LOCAL
        elif not isinstance(thing, Node):
            why = say("things of this kind are not moved", "この種類のものは移動できない")
        elif it.parent and it.parent not in self.here and it.parent not in fitter.adding:
            why = say("its place {it} is not here", "置き場所の{it}がこの計画にない", it=it.parent)
        else:
            edit = self._move(key, it)
            if edit is None:
                why = say("no level there takes it here", "この計画の移動先には置けない")
        needs = (it.parent,) if edit is not None and it.parent not in ("", *self.here) else ()
        return DriftItem(
            key, thing.ref_kind, _title(thing), "moved", PARENT, manner,
            then=places.get(old), now=it.parent, here=None if here is None else here.parent,
            both=here is not None and here.marks.get(PARENT, "") != old,
            edit=edit, why=why, mark=it.marks.get(PARENT, ""), needs=needs,
        )  # fmt: skip

    def _move(self, key: str, it: _Said) -> Edit | None:
        move = Move(key, under=it.parent or None, after=self._neighbor(it), because=self._because)
        holder: Any = self.derived if not it.parent else self.derived.index.entities.get(it.parent)
        thing: Any = self.derived.index.entities[key]
        if holder is not None and not (hasattr(holder, "takes") and holder.takes(thing)):
            return None
        if it.parent in ids_inside(thing):
            return None
        return move

    def _field(
        self, key: str, it: _Said, here: _Said | None, name: str, fitter: Fitter
    ) -> DriftItem:
        thing = it.thing
        manner = self.rule.manner("plan" if key == PLAN_KEY else thing.ref_kind, name)
        then, new = self.then[key].get(name, ""), it.marks.get(name, "")
        present = None if here is None else here.value(name)
        touched = here is not None and here.marks.get(name, "") != then
        both = touched and not is_undecided(present)
        edit: Edit | None = None
        why: Text | str = _LOCAL if manner == "local" else ""
        fitter.needs.clear()
        if here is None:
            why = _NOT_HERE
        elif manner == "follow":
            edit = self._followed(key, it, here, name, fitter)
        elif manner == "fill":
            if present is None or is_undecided(present) or (_is_absent(present) and not touched):
                value: Any = it.value(name)
                value = fitter.baseline(value) if isinstance(value, Baseline) else value
                edit = Amend(key, {name: value}, because=self._because)
            else:
                why = say("this plan has one of its own", "この計画には自らの値がある")
        return DriftItem(
            key, "plan" if key == PLAN_KEY else thing.ref_kind, _title(thing), "changed", name,
            manner, then=self._old(key, name, then), now=it.value(name), here=present, both=both,
            edit=edit, why=why, mark=new, needs=tuple(fitter.needs) if edit is not None else (),
        )  # fmt: skip

    def _followed(self, key: str, it: _Said, here: _Said, name: str, fitter: Fitter) -> Edit | None:
        because = self._because
        if name == "kind" and isinstance(here.thing, Indicator):
            return Replace(_as_kind(here.thing, type(it.thing)), because=because)
        value: Any = fitter.value(it.value(name))
        return Amend(key, {name: value}, because=because)

    # --- order -------------------------------------------------------------------------------

    def _reordered(self) -> Iterator[DriftItem]:
        if self.base is None:
            return
        for it in changes(self.base, self.upstream).of("reordered"):
            if it.id not in self.here or it.old is None or it.new is None:
                continue
            orders = [_order(it.old, it.new), _order(it.new, it.old)]
            here = _order(self.here[it.id].thing, it.new)
            if here == orders[1]:
                continue
            yield DriftItem(
                it.id, it.what, it.title, "reordered", ORDER, "local",
                then=orders[0], now=orders[1], here=here, both=here != orders[0],
                why=_LOCAL, mark=mark(orders[1]),
            )  # fmt: skip


_LOCAL = say("stays yours", "この計画のものが優先する")
_NOT_HERE = say("this plan has no such thing", "この計画にはない")


def _title(thing: Entity) -> str:
    return str(getattr(thing, "title", None) or getattr(thing, "name", thing.id))


def _is_place(it: _Said) -> bool:
    """Whether the thing's mark ``parent`` is its place, not a field of that name."""
    return "parent" not in own_fields(it.thing)


def _without_place(found: Mapping[str, str]) -> dict[str, str]:
    return {name: it for name, it in found.items() if name != PARENT}


def _is_absent(value: object) -> bool:
    return isinstance(value, Baseline) and value.absence is not None


def _as_kind(thing: Indicator, kind: type[Entity]) -> Indicator:
    known = {it.alias or it.name for it in attrs.fields(kind)}
    values = {
        attribute.alias or attribute.name: getattr(thing, attribute.name)
        for attribute in attrs.fields(type(thing))
        if attribute.init and (attribute.alias or attribute.name) in known
    }
    made: Any = kind
    found: Indicator = made(**values)
    return found


def _order(thing: Entity, other: Entity) -> tuple[str, ...]:
    from planmodel.dsl.containers import held_names

    def held(it: Entity) -> list[str]:
        return [one.id for name in held_names(it) for one in getattr(it, name)]

    common = set(held(other))
    return tuple(key for key in held(thing) if key in common)


def _needed_by_key(items: Iterator[DriftItem]) -> tuple[DriftItem, ...]:
    """*items*, with what each needs as keys of items that are there."""
    found = tuple(items)
    inside = {key: it.key for it in found if it.change == "added" for key, _ in it.covers}
    return tuple(
        attrs.evolve(it, needs=tuple(dict.fromkeys(inside[n] for n in it.needs if n in inside)))
        if it.needs
        else it
        for it in found
    )
