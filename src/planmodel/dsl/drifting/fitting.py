"""Things of the other plan made to fit into this one: its words, its pointers, none of its figures.

A node takes the class that this plan has for its place. A pointer at something that is not here
is left out. Where the other plan is another issuer's, baselines, targets and departments become
what is still to be decided, with what the other plan says for a look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import Any, TypeAlias, cast

import attrs
from attrs import define, field

from planmodel.dsl.absences import is_undecided as only_undecided
from planmodel.dsl.containers import own_fields
from planmodel.dsl.generalizing import base_fields, own_names
from planmodel.dsl.own_types import is_own, own_enums
from planmodel.dsl.undecided import undecided
from planmodel.errors import PlanmodelError
from planmodel.model.absence import NotStated
from planmodel.model.axes import Axis, Tag
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection, OwnFields
from planmodel.model.ids import Citation, Entity, Ref
from planmodel.model.indicators import Baseline, Benchmark, Indicator
from planmodel.model.outline import Measure, Node, Relisted, Section
from planmodel.model.plan import Plan
from planmodel.model.words import Level, child_types

__all__ = ["Fitter", "is_undecided"]

_Shape: TypeAlias = "type[Any] | Level"
_BARE = (Node, Section)


def is_undecided(value: object) -> bool:
    """Whether *value* only says that something is still to be decided."""
    if isinstance(value, Baseline):
        return is_undecided(value.absence)
    return isinstance(value, NotStated) and only_undecided(value.reason)


@define
class Fitter:
    """Makes things of *upstream* fit into *derived*; ``adding`` are ids that may come along."""

    derived: Plan[Any]
    upstream: Plan[Any]
    adding: AbstractSet[str] = frozenset()
    needs: dict[str, None] = field(factory=dict[str, None])
    _enums: dict[str, type[Enum]] | None = field(default=None, init=False)

    @property
    def foreign(self) -> bool:
        """Whether the two plans are of two issuers, so that no figure of one is the other's."""
        return self.derived.issuer != self.upstream.issuer

    # --- pointers ----------------------------------------------------------------------------

    def _exists(self, key: str) -> bool:
        if key in self.derived.index.entities:
            return True
        if key in self.adding:
            self.needs[key] = None
            return True
        return False

    def value(self, value: Any) -> Any:  # noqa: ANN401 - any value of a field
        """*value* without pointers at things that this plan does not have."""
        if isinstance(value, tuple):
            row = cast("tuple[object, ...]", value)
            return tuple(self._ours(it) for it in row if self._points_home(it))
        return self._ours(value) if self._points_home(value) else None

    def _ours(self, value: object) -> object:
        """A member of an enumeration that both plans have, as this plan has it."""
        if not isinstance(value, Enum) or not is_own(type(value)):
            return value
        if self._enums is None:
            self._enums = own_enums(self.derived)
        enum = self._enums.get(type(value).__name__)
        mine = None if enum is None else enum.__members__.get(value.name)
        return mine if mine is not None and mine.value == value.value else value

    def _points_home(self, value: object) -> bool:
        if isinstance(value, Tag):
            return self._points_home(value.topic)
        if isinstance(value, Citation):
            return not value.document or value.document in self.derived.index.entities
        return not isinstance(value, Ref) or self._exists(cast("Any", value).id)

    def _pointers(self, fields: dict[str, Any]) -> dict[str, Any]:
        return {name: self.value(it) for name, it in fields.items()}

    # --- figures -----------------------------------------------------------------------------

    def undecided(self, said: object) -> NotStated:
        """An absence that still shows what the other plan says."""
        return undecided(self.upstream, said, "ja" if self.derived.language == "ja" else "en")

    def baseline(self, said: Baseline | None) -> Baseline | NotStated | None:
        """A baseline for this plan: as it is, or (another issuer's) still to be decided."""
        return self.undecided(said) if self.foreign and said is not None else said

    # --- things ------------------------------------------------------------------------------

    def thing(self, thing: Entity, holder: Entity | None) -> Entity | None:
        """*thing* as it can stand under *holder* here; nothing where no level takes it."""
        self.needs.clear()
        made = self._thing(thing, None if holder is None else self._below(holder))
        # What comes along inside needs nobody else's consent.
        for key in [] if made is None else list(_ids(made)):
            self.needs.pop(key, None)
        return made

    def _thing(self, thing: Entity, below: list[_Shape] | None) -> Entity | None:
        if isinstance(thing, Node):
            return self._node(thing, below or [])
        if isinstance(thing, Indicator):
            return self._indicator(thing)
        if isinstance(thing, Benchmark):
            return attrs.evolve(
                thing, baseline=self.baseline(thing.baseline), source=self.value(thing.source)
            )
        if isinstance(thing, Axis):
            topics = [it for it in thing.topics if it.id not in self.derived.index.entities]
            return attrs.evolve(thing, topics=topics, source=self.value(thing.source))
        other: Entity = attrs.evolve(cast("Any", thing), source=self.value(thing.source))
        return other

    def _indicator(self, thing: Indicator) -> Indicator:
        held = ("parts", "benchmarks")
        fields = {
            attribute.alias or attribute.name: getattr(thing, attribute.name)
            for attribute in attrs.fields(type(thing))
            if attribute.init and attribute.name not in ("origin", *held)
        }
        fields = self._pointers(fields)
        if self.foreign:
            fields |= {
                "baseline": self.baseline(thing.baseline),
                "targets": self.undecided(thing.targets) if thing.targets else (),
                "department": self.undecided(thing.department) if thing.department else None,
                "co_departments": (),
                "data_source": "",
                "replaces": (),
                "number": "",
                "is_new": False,
                "path": None if isinstance(thing.path, NotStated) else thing.path,
                "note": "",
            }
            if getattr(thing, "counted_from", None) is not None:
                fields["counted_from"] = self.undecided("")
        known = self.derived.index.entities
        for name in held:
            row = (it for it in getattr(thing, name) if it.id not in known)
            fields[name] = tuple(made for it in row if (made := self._thing(it, None)) is not None)
        return type(thing)(**fields)

    def _node(self, thing: Node, below: list[_Shape]) -> Node | None:
        made_of: Node = thing
        shape = self._shape(thing, below)
        if shape is None:
            return None
        fields = self._pointers(base_fields(thing) | {"children": ()})
        fields["departments"] = self._departments(thing, fields["departments"])
        if self.foreign:
            fields |= {"lead": None, "number": "", "is_new": False, "note": ""}
        if not isinstance(thing, Section):
            del fields["children"]
        else:
            absence = thing.not_stated("children")
            children = self._children(cast("Any", thing), shape)
            if children is None:
                return None
            if absence is not None and self.foreign:
                # Why the other plan's document is silent is no concern of this one's.
                absence = self.undecided(absence if is_undecided(absence) else "")
            fields["children"] = absence or children
        return _made(shape, fields, made_of, self.value)

    def _departments(self, thing: Node, kept: object) -> object:
        if thing.departments and (self.foreign or not kept):
            return self.undecided(thing.departments)
        return kept

    def _children(self, thing: Section[Any], shape: _Shape) -> tuple[Any, ...] | None:
        below = self._below(shape)
        takes_relisted = isinstance(shape, Level) or not child_types(shape)
        takes_relisted = takes_relisted or Relisted in child_types(cast("Any", shape))
        found: list[Any] = []
        for child in thing.children:
            if isinstance(child, Relisted):
                if takes_relisted and self._exists(child.id):
                    found.append(child)
            elif child.id not in self.derived.index.entities:
                made = self._node(child, below)
                if made is None:
                    return None
                found.append(made)
        return tuple(found)

    # --- levels ------------------------------------------------------------------------------

    def _below(self, holder: Entity | _Shape) -> list[_Shape]:
        """The levels that may stand under *holder*; those in use come first."""
        if isinstance(self.derived, GenericPlan):
            level = holder if isinstance(holder, Level) else cast("Any", holder).level
            levels = [it for it in self.derived.vocabulary if it.form != "plan"]
            return [it for it in levels if not level.children or it.word in level.children]
        cls = holder if isinstance(holder, type) else type(holder)
        used = dict.fromkeys(type(it) for it in self.derived.walk())
        known = list(dict.fromkeys(_concrete(child_types(cls)))) or list(used)
        return [*(it for it in known if it in used), *(it for it in known if it not in used)]

    def _shape(self, thing: Node, below: list[_Shape]) -> _Shape | None:
        fitting = [it for it in below if _form(it) == thing.form]
        same = [it for it in fitting if _word(it) == thing.word]
        return next(iter([*same, *fitting]), None)


def _concrete(classes: Iterable[type[Any]]) -> Iterator[type[Any]]:
    return (it for it in classes if issubclass(it, Node) and it not in _BARE)


def _form(shape: _Shape) -> str:
    return str(shape.form)


def _word(shape: _Shape) -> str:
    return shape.word if isinstance(shape, Level) else str(shape.class_word)


def _made(
    shape: _Shape, fields: dict[str, Any], thing: Node, fit: Callable[[object], object]
) -> Node | None:
    if isinstance(shape, Level):
        own: OwnFields = getattr(thing, "own", ())
        generic: type[Any] = GenericMeasure if shape.form == "measure" else GenericSection
        names = own_names(shape)
        kept = tuple((name, text) for name, text in own if name in names)
        return cast("Node", generic(**fields, given_level=shape, own=kept))
    base: type[Any] = Measure if issubclass(shape, Measure) else Section
    own_here = _names(shape) - _names(base)
    values = own_fields(thing)
    own_values: dict[str, Any] = {n: fit(values[n]) for n in own_here if n in values}
    try:
        return cast("Node", shape(**fields, **own_values))
    except (TypeError, PlanmodelError):
        # The level here wants a field that nobody can know.
        return None


def _names(cls: type[Any]) -> set[str]:
    return {it.alias or it.name for it in attrs.fields(cls)}


def _ids(thing: Entity) -> Iterator[str]:
    from planmodel.dsl.revising import ids_inside

    yield from ids_inside(thing)
