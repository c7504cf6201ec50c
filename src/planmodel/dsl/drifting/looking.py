"""One look at both plans: what was said there then, what is said there now, what is said here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from attrs import define, field, frozen

from planmodel.dsl.containers import PLAN_KEY, contents, own_fields, parent_id
from planmodel.dsl.derivations import Record
from planmodel.dsl.drifting.fitting import is_undecided
from planmodel.dsl.drifting.items import PARENT
from planmodel.dsl.drifting.rule import FieldRule
from planmodel.dsl.fingerprints import field_key, fingerprints, marks
from planmodel.dsl.starting import start_from
from planmodel.errors import PlanmodelError
from planmodel.model.ids import Entity
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["LOCAL", "Look", "Said", "as_started", "is_place", "title_of"]

LOCAL = say("stays yours", "この計画のものが優先する")


@frozen
class Said:
    """One thing of a plan and what it says: values by field, hashes by field."""

    thing: Entity
    fields: dict[str, Any]
    marks: dict[str, str]
    written: str
    parent: str

    def value(self, name: str) -> object:
        """What the field with the fingerprint name *name* says."""
        return self.fields.get(self.called(name))

    def called(self, name: str) -> str:
        """The field with the fingerprint name *name* by its own name; empty where it has none."""
        return next((it for it in self.fields if name in (it, field_key(it))), "")


def table(plan: Plan[Any]) -> dict[str, Said]:
    """Everything in *plan* by id."""
    written = dict(fingerprints(plan))
    return {
        key: Said(
            thing,
            fields,
            marks(written[key]),
            written[key],
            "" if key == PLAN_KEY else parent_id(plan, thing),
        )
        for key, thing, fields in contents(plan)
    }


def as_started(derived: Plan[Any], base: Plan[Any], only: Collection[str] = ()) -> Plan[Any]:
    """*base* as *derived* was when it began: another issuer's figures were never taken over."""
    issuer = derived.issuer
    if issuer is None or issuer == base.issuer:
        return base

    def begun(title: str | None) -> Plan[Any]:
        return start_from(
            base, id=derived.id, issuer=issuer.name, code=issuer.code, title=title, only=only
        )

    try:
        untitled = begun(None)
        return untitled if untitled.title == derived.title else begun(derived.title)
    except PlanmodelError:
        return base


@define
class Look:
    """Both plans as tables by id, and what was decided before.

    Attributes:
        derived: the plan that was made from the other one.
        upstream: the other plan as it is now, under the ids of *derived*.
        record: what was decided before.
        base: the other plan as it was, where that is known.
        started: this plan as it was at the start, where that is known.
        rule: which fields follow.
        then: hashes of what was said there, by id and field.
        was: what was said there, where the plan as it was is known.
        begun: what was said here at the start, where that is known.
        now: what is said there now.
        here: what is said here now.
    """

    derived: Plan[Any]
    upstream: Plan[Any]
    record: Record
    base: Plan[Any] | None
    started: Plan[Any] | None
    rule: FieldRule
    then: dict[str, dict[str, str]] = field(init=False)
    was: Mapping[str, Said] = field(init=False)
    begun: Mapping[str, Said] = field(init=False)
    now: dict[str, Said] = field(init=False)
    here: dict[str, Said] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.then = {key: marks(it) for key, it in self.record.derivation.fingerprints}
        self.was = {} if self.base is None else table(self.base)
        self.begun = {} if self.started is None else table(self.started)
        self.now = table(self.upstream)
        self.here = table(self.derived)

    @property
    def because(self) -> str:
        """The reason of every proposal: the other plan and its version."""
        return f"{self.upstream.id} {self.upstream.version}".rstrip()

    def old(self, key: str, name: str, expected: str) -> object:
        """What was said there before, where the plan as it was is known and still holds."""
        known = self.was.get(key)
        return known.value(name) if known and known.marks.get(name, "") == expected else None

    def touched(self, key: str, name: str) -> bool:
        """Whether the field was changed here since the start."""
        mine = self.here[key].marks.get(name, "")
        begun = self.begun[key].marks.get(name, "") if key in self.begun else None
        return mine not in (self.then[key].get(name, ""), begun)

    def worked_on(self, key: str) -> bool:
        """Whether somebody here wrote something of their own into the thing."""
        it = self.here[key]
        return any(
            self.touched(key, name) and not is_undecided(it.value(name))
            for name in it.marks
            if name != PARENT
        )

    def neighbor(self, it: Said) -> str | None:
        """The nearest thing before *it* there that stands in the same place here."""
        row = self._row(it)
        at = row.index(it.thing.id)
        return next(filter(self._beside(it), reversed(row[:at])), None)

    def follower(self, it: Said) -> str | None:
        """The nearest thing after *it* there that stands in the same place here."""
        row = self._row(it)
        return next(filter(self._beside(it), row[row.index(it.thing.id) :]), None)

    def _row(self, it: Said) -> list[str]:
        """What stands there in one place with *it*, and *it*."""
        kind = it.thing.ref_kind
        return [
            key
            for key, other in self.now.items()
            if key != PLAN_KEY and other.thing.ref_kind == kind and other.parent == it.parent
        ]

    def _beside(self, it: Said) -> Callable[[str], bool]:
        return lambda key: key in self.here and self.here[key].parent == it.parent


def title_of(thing: Entity) -> str:
    """What *thing* is called."""
    return str(getattr(thing, "title", None) or getattr(thing, "name", thing.id))


def is_place(it: Said) -> bool:
    """Whether the thing's mark ``parent`` is its place, not a field of that name."""
    return "parent" not in own_fields(it.thing)
