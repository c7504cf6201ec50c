"""`changes`: what differs between two plans, thing by thing (新旧対照)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

from attrs import frozen

from planmodel.dsl.containers import entities, own_fields, parent_id
from planmodel.model.ids import Entity, RefKind
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.text import Language, Text, say

__all__ = ["ChangeKind", "Changes", "Difference", "FieldChange", "changes"]

ChangeKind: TypeAlias = Literal["added", "removed", "changed", "moved", "reordered"]
"""What happened to a thing; one that was both moved and changed is ``moved`` and has fields."""

_WORDS: dict[ChangeKind, Text] = {
    "added": say("added", "追加"),
    "removed": say("removed", "削除"),
    "changed": say("changed", "変更"),
    "moved": say("moved", "移動"),
    "reordered": say("reordered", "順序変更"),
}


@frozen
class FieldChange:
    """One field that differs: its name, and the value before and after."""

    name: str
    old: object
    new: object


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

    @property
    def title(self) -> str:
        """The title or name, as it is now or last was."""
        thing = self.new or self.old
        return str(getattr(thing, "title", None) or getattr(thing, "name", self.id))

    def in_language(self, language: Language) -> str:
        """The change as one line of *language*."""
        line = f"{_WORDS[self.kind].in_language(language)}: {self.id} {self.title}"
        names = ", ".join(it.name for it in self.fields)
        return f"{line} [{names}]" if names else line


@frozen
class Changes:
    """All differences between two plans, in document order of the new one."""

    old: Plan[Any]
    new: Plan[Any]
    items: tuple[Difference, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Difference]:
        return iter(self.items)

    def of(self, kind: ChangeKind) -> tuple[Difference, ...]:
        """The changes of one kind."""
        return tuple(it for it in self.items if it.kind == kind)


def _fields(old: Entity, new: Entity) -> tuple[FieldChange, ...]:
    before, after = own_fields(old), own_fields(new)
    names = list(dict.fromkeys([*before, *after]))
    return tuple(
        FieldChange(name, before.get(name), after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    )


def _rows(plan: Plan[Any]) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for thing in entities(plan):
        found.setdefault("plan" if thing is plan else thing.id, thing)
    return found


def _order(thing: Entity, common: set[str]) -> list[str]:
    if isinstance(thing, Plan):
        held: list[Entity] = [*thing.departments, *thing.partners, *thing.indicators]
        held.extend(thing.outline)
        return [it.id for it in held if it.id in common]
    if isinstance(thing, Node):
        return [
            it.id if isinstance(it, Node) else f"={it.id}"
            for it in thing.children
            if not isinstance(it, Node) or it.id in common
        ]
    return []


def changes(old: Plan[Any], new: Plan[Any]) -> Changes:
    """What differs between *old* and *new*, matched by id; nothing for equal plans.

    A thing that stands under another parent is ``moved``; a section whose remaining children
    stand in another order (or list others again) is ``reordered``.
    """
    before, after = _rows(old), _rows(new)
    stayed = {
        key
        for key in before.keys() & after.keys()
        if key == "plan" or parent_id(old, before[key]) == parent_id(new, after[key])
    }
    found: list[Difference] = []
    for key, thing in after.items():
        was = before.get(key)
        if was is None:
            found.append(
                Difference(
                    "added", key, thing.ref_kind, new=thing, new_parent=parent_id(new, thing)
                )
            )
            continue
        fields = _fields(was, thing)
        parents = ("", "") if key == "plan" else (parent_id(old, was), parent_id(new, thing))
        kind: ChangeKind | None = "changed" if fields else None
        if parents[0] != parents[1]:
            kind = "moved"
        if kind is not None:
            found.append(Difference(kind, key, thing.ref_kind, was, thing, fields, *parents))
        if _order(was, stayed) != _order(thing, stayed):
            found.append(Difference("reordered", key, thing.ref_kind, was, thing, (), *parents))
    found.extend(
        Difference("removed", key, was.ref_kind, was, old_parent=parent_id(old, was))
        for key, was in before.items()
        if key not in after
    )
    return Changes(old, new, tuple(found))
