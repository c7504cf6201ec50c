"""What drift found, as values: one item a change, with what is proposed for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal, TypeAlias

from attrs import field as attribute
from attrs import frozen

from planmodel.dsl.comparing import Changes
from planmodel.dsl.containers import PLAN_KEY
from planmodel.dsl.drifting.rule import Manner
from planmodel.dsl.edits import Edit, edit_text
from planmodel.dsl.labels import field_label, kind_label, thing_label
from planmodel.dsl.showing import plain
from planmodel.dsl.wording import label_in
from planmodel.model.ids import RefKind
from planmodel.model.plan import Plan
from planmodel.text import Language, Text, in_language, say

__all__ = ["ADDED", "ORDER", "PARENT", "REMOVED", "RENAMED", "Drift", "DriftChange", "DriftItem"]

DriftChange: TypeAlias = Literal["added", "removed", "changed", "moved", "reordered", "renamed"]
"""What happened in the other plan."""

ADDED: Final = "+"
REMOVED: Final = "-"
RENAMED: Final = "="
PARENT: Final = "parent"
ORDER: Final = "order"

_WORDS: Final[dict[DriftChange, Text]] = {
    "added": say("new there", "新設"),
    "removed": say("gone there", "廃止"),
    "changed": say("changed there", "変更"),
    "moved": say("moved there", "移動"),
    "reordered": say("reordered there", "順序変更"),
    "renamed": say("has another id there", "識別子の変更"),
}


@frozen
class DriftItem:
    """One change in the plan that this one was made from, and what it means here.

    Attributes:
        id: the thing, by the id it has here; ``plan`` for the plan itself.
        what: its kind.
        title: its title.
        change: what happened there.
        field: the field; ``+`` new, ``-`` gone, ``=`` renamed, ``parent`` moved, ``order``.
        manner: what the field rule says.
        then: what was said there before; ``None`` where that is not known any more.
        now: what is said there now.
        here: what is said here.
        both: whether this plan has changed the same since.
        edit: what is proposed, if anything.
        along: what comes with it: translated titles of something new.
        why: why nothing is proposed.
        mark: the fingerprint of what is said there now.
        needs: keys of items that have to be accepted together with this one.
        covers: fingerprints of everything that this item brings or takes away.
    """

    id: str
    what: RefKind
    title: str
    change: DriftChange
    field: str
    manner: Manner
    then: object = None
    now: object = None
    here: object = None
    both: bool = False
    edit: Edit | None = None
    along: tuple[Edit, ...] = ()
    why: Text | str = ""
    mark: str = ""
    needs: tuple[str, ...] = ()
    covers: tuple[tuple[str, str], ...] = attribute(default=(), repr=False)

    @property
    def key(self) -> str:
        """How a person names the item: ``retention``, ``employment.unit``."""
        return self.id if self.field in (ADDED, REMOVED, RENAMED) else f"{self.id}.{self.field}"

    @property
    def name(self) -> str:
        """How a record names the item: another change of the same field is another item."""
        return f"{self.id} {self.field}:{self.mark}"

    @property
    def can_be_accepted(self) -> bool:
        """Whether there is something to accept: an edit, or another name."""
        return self.edit is not None or self.change == "renamed"

    def in_language(self, language: Language) -> str:
        """The change as one line of *language*; `Drift.line` has the words of the plans."""
        return self._line(self.title, kind_label(self.what), field_label(self.field), language)

    def _line(self, title: str, kind: Text | str, label: Text | str, language: Language) -> str:
        words = [_WORDS[self.change], kind]
        if self.change == "changed":
            words.append(label)
        return f"{self.key} {title} [{in_language(words, language)}]"

    def line(self, plans: Iterable[Plan[Any]], language: Language) -> str:
        """The change as one line, in the words of the first of *plans* that has the thing."""
        for plan in plans:
            thing = plan if self.id == PLAN_KEY else plan.index.entities.get(self.id)
            if thing is not None:
                label = label_in(plan, self.field, language, type(thing))
                kind = thing_label(thing, plan, language)
                return self._line(plan.title_of(thing, language), kind, label, language)
        return self.in_language(language)

    def to_dict(self) -> dict[str, Any]:
        """The item as JSON."""
        edit = self.edit
        return {
            "key": self.key,
            "id": self.id,
            "kind": self.what,
            "title": self.title,
            "change": self.change,
            "field": self.field,
            "rule": self.manner,
            "then": plain(self.then),
            "now": plain(self.now),
            "here": plain(self.here),
            "both": self.both,
            "proposal": None if edit is None else edit_text(edit, "en"),
            "why_not": self.why or None,
            "needs": list(self.needs),
        }


@frozen
class Drift:
    """What changed since in the plan that *derived* was made from, and what changed here.

    Attributes:
        derived: the plan that was made from the other one.
        upstream: the other plan as it is now, under the ids that *derived* uses.
        items: the changes there, in its document order, without those already decided.
        local: what changed here since; empty where the plan as it was is not known.
        notes: what a reader should know first: a new version, another id.
    """

    derived: Plan[Any]
    upstream: Plan[Any]
    items: tuple[DriftItem, ...] = ()
    local: Changes | None = None
    notes: tuple[Text, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[DriftItem]:
        return iter(self.items)

    @property
    def proposed(self) -> tuple[DriftItem, ...]:
        """Items that can be accepted."""
        return tuple(it for it in self.items if it.can_be_accepted)

    @property
    def clear(self) -> tuple[DriftItem, ...]:
        """Items that can be accepted without overriding anything that was changed here."""
        return tuple(it for it in self.proposed if not it.both)

    @property
    def both(self) -> tuple[DriftItem, ...]:
        """Items that were changed here as well."""
        return tuple(it for it in self.items if it.both)

    @property
    def told(self) -> tuple[DriftItem, ...]:
        """Items for which nothing is proposed."""
        return tuple(it for it in self.items if not it.can_be_accepted)

    def line(self, it: DriftItem, language: Language) -> str:
        """One of the items as one line, in the words of the plans."""
        plans = (self.derived, self.upstream)
        return it.line(plans if it.change != "added" else plans[::-1], language)

    def to_dict(self) -> dict[str, Any]:
        """The drift as JSON."""
        plans = {"plan": self.derived, "upstream": self.upstream}
        found: dict[str, Any] = {
            name: {"id": it.id, "title": it.title, "version": it.version}
            for name, it in plans.items()
        }
        found["notes"] = list(self.notes)
        found["items"] = [it.to_dict() for it in self.items]
        found["changed_here"] = None if self.local is None else self.local.to_dict()["changes"]
        return found
