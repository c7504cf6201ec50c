"""Where things live and what they say: the lists of a plan, and the fields of each thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import attrs

from planmodel.model.axes import Axis
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection, own_values
from planmodel.model.ids import Entity, RefKind
from planmodel.model.indicators import Indicator
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.model.texts import TextIndex, build_texts

__all__ = [
    "HOLDS",
    "LISTS",
    "PLAN_KEY",
    "contents",
    "entities",
    "fork_fields",
    "held_names",
    "is_about_nothing",
    "own_fields",
    "parent_id",
    "said",
    "text_fields",
]

LISTS: dict[RefKind, str] = {
    "department": "departments",
    "partner": "partners",
    "indicator": "indicators",
    "axis": "axes",
    "law": "laws",
    "figure": "figures",
    "document": "documents",
}
"""The list of the plan that holds each kind; nodes live in the outline."""

PLAN_KEY = "plan"
"""The key that stands for the plan itself, whatever its id."""

HOLDS: dict[type[Entity], tuple[str, ...]] = {
    Plan: (*LISTS.values(), "sections"),
    Node: ("children",),
    Indicator: ("parts", "benchmarks"),
    Axis: ("topics",),
}
"""The fields that hold things with ids of their own."""

_NEVER = frozenset({"id", "origin", "placed_number", "derived_from"})
_TEXTS = frozenset({"prose", "translations"})
_GENERIC = frozenset({"given_level", "given_levels", "own"})
_ABOUT_NOTHING = re.compile(r"(?:prose|title)(?:\.[\w-]+)?\[.*\]", re.DOTALL)


def held_names(thing: Entity) -> tuple[str, ...]:
    """The fields of *thing* that hold things with ids of their own."""
    for kind, names in HOLDS.items():
        if isinstance(thing, kind):
            return names
    return ()


def own_fields(thing: Entity) -> dict[str, Any]:
    """The fields of *thing* by name, without what it holds (that has ids of its own).

    ``id`` is left out too, and of a plan the texts (see `text_fields`); absences stand as they
    are. An indicator says its ``kind``, a node and a plan their ``word``; fields that a word has
    of its own stand by their names, also where the level is data.
    """
    held = held_names(thing)
    given: Any = thing
    generic = isinstance(given, (GenericMeasure, GenericPlan, GenericSection))
    fields: dict[str, Any] = {}
    if isinstance(given, (Node, Plan)):
        fields["word"] = given.word
    elif isinstance(given, Indicator):
        fields["kind"] = given.kind
    skipped = {*held, *(_TEXTS if isinstance(given, Plan) else ()), *(_GENERIC if generic else ())}
    for attribute in attrs.fields(type(thing)):
        name = attribute.alias or attribute.name
        if name not in skipped and name not in _NEVER and attribute.name not in _NEVER:
            fields[name] = getattr(thing, attribute.name)
    for name in held:
        absence = thing.not_stated(name)
        if absence is not None:
            fields[name] = absence
    if isinstance(thing, (GenericMeasure, GenericPlan, GenericSection)):
        fields.update(own_values(thing.own))
    return fields


def fork_fields(cls: type[Any]) -> frozenset[str]:
    """The names of the fields that *cls*, a fork's class, adds to those of the library."""
    base = next((it for it in cls.__mro__ if it.__module__.startswith("planmodel.model.")), cls)
    shipped = {it.name for it in attrs.fields(base)}
    return frozenset(it.name for it in attrs.fields(cls) if it.name not in shipped)


_DEFAULTS: dict[type[Any], dict[str, object]] = {}
_FACTORY = cast("type[Any]", attrs.Factory)


def _defaults(cls: type[Any]) -> dict[str, object]:
    found = _DEFAULTS.get(cls)
    if found is None:
        found = _DEFAULTS[cls] = {}
        own = fork_fields(cls)
        for attribute in attrs.fields(cls):
            if attribute.name in own:
                continue
            default: Any = attribute.default
            if isinstance(default, _FACTORY):
                default = attrs.NOTHING if default.takes_self else default.factory()
            if default is not attrs.NOTHING:
                found[attribute.alias or attribute.name] = default
    return found


def said(thing: Entity, fields: dict[str, Any]) -> dict[str, Any]:
    """Those of *fields* of *thing* that differ from what its class gives where nothing is said.

    Fields that only a fork's class has count as said: without the class nobody knows the default.
    """
    defaults = _defaults(type(thing))
    return {
        name: value
        for name, value in fields.items()
        if name not in defaults or value != defaults[name]
    }


def text_fields(plan: Plan[Any]) -> dict[str, dict[str, Any]]:
    """The texts of *plan* by the id they are about: ``prose``, ``title.en``, ``prose.en``.

    What is about nothing in the plan stands with the plan itself, as ``prose[id]``.
    """
    texts: TextIndex = build_texts(plan.prose, plan.translations)
    known = plan.index.entities
    found: dict[str, dict[str, Any]] = {}

    def put(key: str, name: str, value: object) -> None:
        if key in (PLAN_KEY, plan.id):
            found.setdefault(PLAN_KEY, {})[name] = value
        elif key in known:
            found.setdefault(key, {})[name] = value
        else:
            found.setdefault(PLAN_KEY, {})[f"{name}[{key}]"] = value

    for (language, key), words in texts.proses.items():
        put(key, f"prose.{language}" if language else "prose", words)
    for text in plan.prose:
        if text.source is not None:
            put(text.of, "prose.source", text.source)
    for (language, key), words in texts.titles.items():
        put(key, f"title.{language}", words)
    for (language, printed), words in texts.phrases.items():
        put(PLAN_KEY, f"phrase.{language}[{printed}]", words)
    return found


def is_about_nothing(name: str) -> bool:
    """Whether `text_fields` calls a text so that is about nothing in the plan."""
    return _ABOUT_NOTHING.fullmatch(name) is not None


def entities(plan: Plan[Any]) -> Iterator[Entity]:
    """The plan and everything in it that has an id, in document order, parents first."""
    yield plan
    for name in ("documents", "departments", "partners", "laws", "figures"):
        yield from getattr(plan, name)
    for axis in plan.axes:
        yield axis
        yield from axis.topics
    for indicator in plan.indicators:
        yield from _with_parts(indicator)
    yield from plan.walk()


def contents(plan: Plan[Any]) -> Iterator[tuple[str, Entity, dict[str, Any]]]:
    """Key, thing and everything it says (texts included), for the plan and all it holds.

    Of several things with one id the first counts, as in every look-up.
    """
    texts = text_fields(plan)
    seen: set[str] = set()
    for thing in entities(plan):
        key = PLAN_KEY if thing is plan else thing.id
        if key in seen:
            continue
        seen.add(key)
        yield key, thing, own_fields(thing) | texts.get(key, {})


def _with_parts(indicator: Indicator) -> Iterator[Entity]:
    yield indicator
    yield from indicator.benchmarks
    for part in indicator.parts:
        yield from _with_parts(part)


def parent_id(plan: Plan[Any], thing: Entity) -> str:
    """The id of what holds *thing*: a node, an indicator, an axis, or the plan (empty)."""
    above = plan.index.parents.get(thing.id)
    return "" if above is None or above is plan else above.id
