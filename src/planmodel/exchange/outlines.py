"""The outline of a document: nodes by their words, with classes or with levels that are data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias, cast

from planmodel.errors import Problem, did_you_mean
from planmodel.exchange.classes import ClassReader, plan_hooks
from planmodel.exchange.leaves import Hook
from planmodel.exchange.refusals import RefusedError, refuse, wrong_kind
from planmodel.exchange.strict import read_items
from planmodel.exchange.vocabulary import Words
from planmodel.model.absence import NotStated
from planmodel.model.axes import Axis
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection
from planmodel.model.ids import Entity
from planmodel.model.indicators import Indicator
from planmodel.model.origins import Origin
from planmodel.model.outline import Node, Relisted
from planmodel.model.plan import Plan
from planmodel.model.words import Level, child_types
from planmodel.text import say

__all__ = ["PlanReader", "generic_reader", "place_origins", "typed_reader"]

PlanReader: TypeAlias = Callable[[object], Plan[Any]]
"""Reads the plan of a document; raises `RefusedError`."""

_ReadNode: TypeAlias = Callable[[dict[str, Any]], Any]
_OBJECT = say("an object", "オブジェクト")


class _Outline:
    """The readers of one vocabulary: what each word becomes, and what may stand under it."""

    def __init__(self) -> None:
        self.nodes: dict[str, _ReadNode] = {}
        self.relisted = ClassReader(Relisted, plan_hooks())

    def children(self, allowed: Callable[[str], bool], *, relisted: bool) -> Hook:
        """A hook for the children of a level that takes the words *allowed*."""

        def one(value: dict[str, Any], _: object) -> object:
            if not isinstance(value, dict):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise wrong_kind(value, _OBJECT)
            if "relisted" in value and relisted:
                return self.relisted.read(value)
            return self.node(value, allowed)

        def read(value: list[Any] | dict[str, Any], _: object) -> object:
            if isinstance(value, dict):
                return plan_hooks().hook(NotStated)(value, NotStated)
            return tuple(read_items(value, one, None))

        return read

    def node(self, members: dict[str, Any], allowed: Callable[[str], bool]) -> object:
        """The node that *members* say, if its word is allowed here."""
        word = members.get("word")
        reader = self.nodes.get(word) if isinstance(word, str) else None
        if reader is None:
            raise refuse(
                say("{word!r} is no word of this plan", "{word!r}はこの計画の語ではない", word=word)
                if isinstance(word, str)
                else say("a node says its word", "項目にはwordが要る"),
                where=".word" if "word" in members else "",
                expected=", ".join(self.nodes),
                hint=did_you_mean(word[:100], self.nodes) if isinstance(word, str) else "",
            )
        if allowed(cast("str", word)):
            return reader(members)
        problems = [
            Problem(
                say("{word} cannot stand here", "{word}はここに置けない", word=word),
                ".word",
                ", ".join(it for it in self.nodes if allowed(it)),
            )
        ]
        try:
            reader(members)
        except RefusedError as error:
            problems += error.problems
        raise RefusedError(problems)


def _reader(
    cls: type[Any],
    hooks: Mapping[str, Hook],
    fixed: Mapping[str, object],
    own: Sequence[str],
) -> _ReadNode:
    """A reader of nodes (or plans) of *cls* whose *own* fields are kept as JSON."""
    made = plan_hooks()
    reader = ClassReader(cls, made, hooks, tag="word", fixed=fixed)
    reader.look_up()
    if "given_level" not in fixed and "given_levels" not in fixed:
        return reader.read

    names = frozenset(own)

    def read_generic(members: dict[str, Any]) -> object:
        if names.isdisjoint(members):
            return reader.read(members)
        kept = tuple((key, _as_text(it)) for key, it in members.items() if key in names)
        plain = {key: it for key, it in members.items() if key not in names}
        return reader.read(plain, more={"own": kept})

    return read_generic


def _as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@lru_cache(maxsize=32)
def typed_reader(words: Words) -> PlanReader:
    """A reader of plans whose words are classes."""
    outline = _Outline()
    classes = words.by_word

    def fitting(owner: type[Any], base: tuple[type[Any], ...]) -> Callable[[str], bool]:
        taken = child_types(owner) or base
        fits = {word for word, cls in classes.items() if issubclass(cls, taken)}
        return fits.__contains__

    for word, cls in classes.items():
        hooks: dict[str, Hook] = {}
        if cls.form == "section":
            taken = child_types(cls)
            hooks["children"] = outline.children(
                fitting(cls, (Node,)), relisted=not taken or Relisted in taken
            )
        outline.nodes[word] = _reader(cls, hooks, {}, ())
    sections = outline.children(fitting(words.plan, (Node,)), relisted=False)
    return _plan_reader(_reader(words.plan, {"sections": sections}, {}, ()))


@lru_cache(maxsize=64)
def generic_reader(levels: tuple[Level, ...]) -> PlanReader:
    """A reader of plans whose words are data."""
    outline = _Outline()
    for level in levels[1:]:
        own = [it.name for it in level.own_fields]
        fixed: dict[str, object] = {"given_level": level, "own": ()}
        if level.form == "measure":
            outline.nodes[level.word] = _reader(GenericMeasure, {}, fixed, own)
            continue
        hooks = {"children": outline.children(_among(level.children), relisted=True)}
        outline.nodes[level.word] = _reader(GenericSection, hooks, fixed, own)
    top = levels[0]
    sections = outline.children(_among(top.children), relisted=False)
    own = [it.name for it in top.own_fields]
    fixed_plan: dict[str, object] = {"given_levels": levels, "own": ()}
    return _plan_reader(_reader(GenericPlan, {"sections": sections}, fixed_plan, own))


def _among(words: Sequence[str]) -> Callable[[str], bool]:
    return words.__contains__ if words else lambda _: True


def _plan_reader(read: _ReadNode) -> PlanReader:
    def read_plan(value: object) -> Plan[Any]:
        if not isinstance(value, dict):
            raise wrong_kind(value, _OBJECT)
        return cast("Plan[Any]", read(cast("dict[str, Any]", value)))

    return read_plan


# --- where everything was read --------------------------------------------------------------


def place_origins(plan: Plan[Any], file: str, path: str) -> None:
    """Let every entity of *plan* know its place in the document."""
    put = object.__setattr__
    for entity, where in _places(plan, path):
        # The origin stands outside equality; nobody else has seen these objects yet.
        put(entity, "origin", Origin(file, 0, where))


def _places(plan: Plan[Any], path: str) -> Iterator[tuple[Entity, str]]:
    yield plan, path
    for key in ("departments", "partners", "laws", "figures", "documents"):
        for n, entity in enumerate(cast("tuple[Entity, ...]", getattr(plan, key))):
            yield entity, f"{path}.{key}[{n}]"
    for n, axis in enumerate(plan.axes):
        yield from _axis_places(axis, f"{path}.axes[{n}]")
    for n, indicator in enumerate(plan.indicators):
        yield from _indicator_places(indicator, f"{path}.indicators[{n}]")
    stack: list[tuple[Node, str]] = [
        (node, f"{path}.sections[{n}]") for n, node in enumerate(plan.sections)
    ]
    while stack:
        node, where = stack.pop()
        yield node, where
        stack += (
            (child, f"{where}.children[{n}]")
            for n, child in enumerate(node.children)
            if isinstance(child, Node)
        )


def _axis_places(axis: Axis, path: str) -> Iterator[tuple[Entity, str]]:
    yield axis, path
    for n, topic in enumerate(axis.topics):
        yield topic, f"{path}.topics[{n}]"


def _indicator_places(indicator: Indicator, path: str) -> Iterator[tuple[Entity, str]]:
    yield indicator, path
    for n, benchmark in enumerate(indicator.benchmarks):
        yield benchmark, f"{path}.benchmarks[{n}]"
    for n, part in enumerate(indicator.parts):
        yield from _indicator_places(part, f"{path}.parts[{n}]")
