"""`changes`: what differs between two plans, thing by thing (新旧対照)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

import attrs
from attrs import frozen

from planmodel.dsl.change_words import (
    CHANGE_WORDS,
    ChangeKind,
    change_word,
    entry_lines,
    omission,
    sides,
)
from planmodel.dsl.containers import (
    PLAN_KEY,
    contents,
    held_names,
    own_fields,
    parent_id,
    said,
)
from planmodel.dsl.fingerprints import as_data
from planmodel.dsl.labels import FIELDS, field_label, thing_label
from planmodel.dsl.reasons import reason_of
from planmodel.dsl.showing import plain
from planmodel.dsl.wording import label_in
from planmodel.model.ids import Entity, RefKind
from planmodel.model.outline import Relisted
from planmodel.model.plan import Plan
from planmodel.text import Language, Text, in_language

__all__ = [
    "CHANGE_WORDS",
    "ChangeKind",
    "ChangeRow",
    "Changes",
    "Difference",
    "FieldChange",
    "changes",
]

_PLACE = FIELDS["place"]


@frozen
class FieldChange:
    """One field that differs: its name, and the value before and after."""

    name: str
    old: object
    new: object

    @property
    def is_aside(self) -> bool:
        """Whether it is a translation of a wording, or a place in the source document."""
        return self.name in ("source", "prose.source") or self.name.startswith("phrase.")


@frozen
class ChangeRow:
    """One line of a table of old and new, in words.

    Attributes:
        change: what happened (変更, 追加, …).
        what: the kind of thing.
        id: its id; ``plan`` for the plan itself.
        number: its printed number, as it is now or last was.
        title: its title, as it is now or last was.
        field: the field that differs; empty for what was added or removed as a whole.
        old: before.
        new: after; like ``old``, an entry of a list a line where entries are more than names.
    """

    change: str
    what: str
    id: str
    number: str
    title: str
    field: str
    old: str
    new: str


@frozen
class Difference:
    """One thing that differs: ``old`` or ``new`` is ``None`` where it was added or removed."""

    kind: ChangeKind
    id: str
    what: RefKind
    old: Entity | None = None
    new: Entity | None = None
    fields: tuple[FieldChange, ...] = ()
    old_parent: str = ""
    new_parent: str = ""
    because: Text | str = ""

    @property
    def thing(self) -> Entity:
        """The thing as it is now or last was."""
        return cast("Entity", self.new or self.old)

    @property
    def title(self) -> str:
        """The title or name, as it is now or last was."""
        return _title(self.thing, self.id)

    @property
    def number(self) -> str:
        """The printed number, as it is now or last was; empty where it has none."""
        return str(getattr(self.thing, "number", ""))

    def in_language(self, language: Language) -> str:
        """The change as one line of *language*."""
        line = f"{CHANGE_WORDS[self.kind].in_language(language)}: {self.id} {self.title}"
        names = [in_language(field_label(it.name), language) for it in self.fields]
        return f"{line} [{in_language(names, language)}]" if names else line

    def to_dict(self) -> dict[str, Any]:
        """The change as JSON; what was added or removed is given with everything it says."""
        found: dict[str, Any] = {"change": self.kind, "id": self.id, "kind": self.what}
        found |= {"title": self.title, "number": self.number}
        if self.kind in ("moved", "added"):
            found["new_parent"] = self.new_parent
        if self.kind in ("moved", "removed"):
            found["old_parent"] = self.old_parent
        if self.fields:
            found["fields"] = [
                {"field": it.name, "old": plain(it.old), "new": plain(it.new)} for it in self.fields
            ]
        if self.kind in ("added", "removed"):
            thing = self.new or self.old
            found["says"] = {} if thing is None else plain(said(thing, own_fields(thing)))
        if self.because:
            found["because"] = str(self.because)
        return found


@frozen
class Changes:
    """All differences between two plans, in document order of the new one.

    Attributes:
        old: the plan before.
        new: the plan after.
        items: the differences, a thing at a time.
        left_out: how many fields that differ are not among them (see `in_short`).
    """

    old: Plan[Any]
    new: Plan[Any]
    items: tuple[Difference, ...] = ()
    left_out: int = 0

    def __bool__(self) -> bool:
        return bool(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Difference]:
        return iter(self.items)

    def of(self, kind: ChangeKind) -> tuple[Difference, ...]:
        """The changes of one kind."""
        return tuple(it for it in self.items if it.kind == kind)

    def in_short(self) -> Changes:
        """Without translations of wordings and places in the source document, which it counts."""
        kept: list[Difference] = []
        for it in self.items:
            fields = tuple(one for one in it.fields if not one.is_aside)
            if fields or it.kind != "changed":
                kept.append(attrs.evolve(it, fields=fields))
        fewer = sum(len(it.fields) for it in self.items) - sum(len(it.fields) for it in kept)
        return attrs.evolve(self, items=tuple(kept), left_out=self.left_out + fewer)

    def omission(self, language: Language) -> str:
        """How many changes `in_short` left out, and where they are; empty for none."""
        return in_language(omission(self.left_out), language) if self.left_out else ""

    def word(self, kind: ChangeKind, language: Language) -> str:
        """What happened, in words; between two issuers, who alone has it."""
        return in_language(change_word(kind, self.old, self.new), language)

    def sides(self, language: Language) -> tuple[str, str]:
        """What the columns of old and new are called: before and after, or the two issuers."""
        old, new = (in_language(it, language) for it in sides(self.old, self.new))
        return old, new

    def to_dict(self) -> dict[str, Any]:
        """All changes as JSON."""
        return {
            "old": {"id": self.old.id, "title": self.old.title, "version": self.old.version},
            "new": {"id": self.new.id, "title": self.new.title, "version": self.new.version},
            "changes": [it.to_dict() for it in self.items],
        }

    def rows(self, language: Language) -> tuple[ChangeRow, ...]:
        """All changes as lines of a table of old and new, one a field, in *language*."""
        return tuple(row for it in self.items for row in self._rows(it, language))

    def _rows(self, it: Difference, language: Language) -> Iterator[ChangeRow]:
        yield from self._said_rows(it, language)
        if it.because:
            plan = self.old if it.new is None else self.new
            yield ChangeRow(
                self.word(it.kind, language),
                thing_label(it.thing, plan, language),
                it.id,
                it.number,
                plan.title_of(it.thing, language),
                FIELDS["because"].in_language(language),
                "",
                in_language(it.because, language),
            )

    def _said_rows(self, it: Difference, language: Language) -> Iterator[ChangeRow]:
        plan = self.old if it.new is None else self.new

        def row(field: Text | str = "", old: str = "", new: str = "") -> ChangeRow:
            return ChangeRow(
                self.word(it.kind, language),
                thing_label(it.thing, plan, language),
                it.id,
                it.number,
                plan.title_of(it.thing, language),
                in_language(field, language),
                old,
                new,
            )

        if it.kind in ("added", "removed"):
            yield row(
                old="" if it.old is None else _place(self.old, it.old, it.old_parent, language),
                new="" if it.new is None else _place(self.new, it.new, it.new_parent, language),
            )
            return
        if it.kind == "moved":
            old, new = (
                _name(plan, parent, language)
                for plan, parent in ((self.old, it.old_parent), (self.new, it.new_parent))
            )
            yield row(_PLACE, old, new)
        if it.kind == "reordered" and it.old is not None and it.new is not None:
            yield row(
                _PLACE,
                in_language([_name(self.old, key, language) for key in _held(it.old)], language),
                in_language([_name(self.new, key, language) for key in _held(it.new)], language),
            )
        for field in it.fields:
            yield row(
                label_in(plan, field.name, language, type(it.thing)),
                entry_lines(field.old, self.old, language, field.name),
                entry_lines(field.new, self.new, language, field.name),
            )


def _title(thing: Entity, otherwise: str) -> str:
    return str(getattr(thing, "title", None) or getattr(thing, "name", otherwise))


def _name(plan: Plan[Any], key: str, language: Language) -> str:
    if not key:
        return plan.title_of(plan, language)
    return plan.title_of(key, language) if key in plan else key


def _place(plan: Plan[Any], thing: Entity, parent: str, language: Language) -> str:
    title = plan.title_of(thing, language)
    if not parent:
        return title
    above = _name(plan, parent, language)
    return f"{title}（{above}）" if language == "ja" else f"{title} ({above})"


def _held(thing: Entity) -> list[str]:
    return [it.id for name in held_names(thing) for it in getattr(thing, name)]


def _fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(name, old.get(name), new.get(name))
        for name in dict.fromkeys([*old, *new])
        if old.get(name) != new.get(name)
    )


def _order(thing: Entity, common: set[str]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name in held_names(thing):
        for it in getattr(thing, name):
            if isinstance(it, Relisted):
                found.append((name, "again", it.id, it.fixed_number))
            elif it.id in common:
                found.append((name, it.id))
    return found


def changes(old: Plan[Any], new: Plan[Any]) -> Changes:
    """What differs between *old* and *new*, matched by id; nothing for plans that say the same.

    A thing that stands under another parent is ``moved``; one whose remaining things stand in
    another order (or that lists others again) is ``reordered``. Descriptions and translations
    count with the thing they are about. Ids and derivations of the plans themselves do not count.
    """
    before = {key: (thing, fields) for key, thing, fields in contents(old)}
    after = {key: (thing, fields) for key, thing, fields in contents(new)}
    stayed = {
        key
        for key in before.keys() & after.keys()
        if key == PLAN_KEY or parent_id(old, before[key][0]) == parent_id(new, after[key][0])
    }
    found: list[Difference] = []
    for key, (thing, fields) in after.items():
        what = thing.ref_kind
        now = "" if key == PLAN_KEY else parent_id(new, thing)
        if key not in before:
            found.append(Difference("added", key, what, new=thing, new_parent=now))
            continue
        was, said_before = before[key]
        parents = ("" if key == PLAN_KEY else parent_id(old, was), now)
        differing = _fields(said_before, fields)
        if differing and type(was) is not type(thing):
            # The same plan may be read with its classes and without them.
            before_data, now_data = as_data(was, said_before), as_data(thing, fields)
            differing = tuple(
                it for it in differing if before_data.get(it.name) != now_data.get(it.name)
            )
        kind: ChangeKind | None = "changed" if differing else None
        if parents[0] != parents[1]:
            kind = "moved"
        if kind is not None:
            found.append(Difference(kind, key, what, was, thing, differing, *parents))
        if _order(was, stayed) != _order(thing, stayed):
            found.append(Difference("reordered", key, what, was, thing, (), *parents))
    found.extend(
        Difference("removed", key, was.ref_kind, was, old_parent=parent_id(old, was))
        for key, (was, _) in before.items()
        if key not in after
    )
    return Changes(
        old,
        new,
        tuple(
            attrs.evolve(it, because=reason_of(old, new, it.id, it.thing, it.kind)) for it in found
        ),
    )
