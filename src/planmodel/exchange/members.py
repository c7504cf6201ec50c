"""The fields of the model's classes as members of JSON objects: keys, order, tags, exceptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from weakref import WeakKeyDictionary

import attrs
from attrs import frozen

from planmodel.errors import ModelError, Problem
from planmodel.model.facts import Derivation, Translation
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection
from planmodel.model.indicators import Cumulative, Flow, Indicator, Stock
from planmodel.model.outline import Node, Relisted
from planmodel.model.plan import Plan
from planmodel.model.targets import (
    AgainstBenchmark,
    AllOf,
    AtLeast,
    AtMost,
    Between,
    Milestone,
    NoNumber,
    Rank,
    Relative,
    Target,
)
from planmodel.model.typing_checks import hints_of
from planmodel.text import say

__all__ = [
    "GENERIC",
    "INDICATORS",
    "MODEL",
    "NODE_TAGS",
    "PAIRS",
    "POINTS_AT",
    "TAGS",
    "TARGETS",
    "Member",
    "in_outline",
    "members",
]

INDICATORS: dict[str, type[Indicator]] = {it.kind: it for it in (Stock, Flow, Cumulative)}
"""Indicator classes by the tag ``kind``."""

TARGETS: dict[str, type[Target]] = {
    it.form: it
    for it in (
        AtLeast, AtMost, Between, Relative, AgainstBenchmark, AllOf, Milestone, Rank, NoNumber,
    )
}  # fmt: skip
"""Target classes by the tag ``form``."""

TAGS: dict[type[Any], str] = {
    **dict.fromkeys(INDICATORS.values(), "kind"),
    **dict.fromkeys(TARGETS.values(), "form"),
}
"""The key that tells classes of one family apart."""

POINTS_AT: dict[tuple[type[Any], str], str] = {
    (AgainstBenchmark, "benchmark"): "benchmark",
    (AllOf, "whole"): "benchmark",
    (Relisted, "of"): "node",
}
"""What a pointer is at, where its type does not say."""

PAIRS: set[tuple[type[Any], str]] = {
    (Translation, "titles"), (Translation, "prose"), (Translation, "phrases"),
    (Derivation, "fingerprints"), (Derivation, "reasons"), (Derivation, "left"),
}  # fmt: skip
_RANK = {
    name: rank
    for rank, name in (
        (0, "id"), (1, "title"), (1, "name"), (60, "source"), (61, "note"), (99, "children"),
    )
}  # fmt: skip
_PLAN_RANK = {
    name: rank
    for rank, name in enumerate(
        ("sections", "prose", "translations", "gaps", "ignores", "own_units", "derived_from"), 70
    )
}
_BODY, _OWN = 10, 50
NODE_TAGS = ("word", "relisted")
"""Keys by which the nodes of an outline are told apart."""
GENERIC = (GenericMeasure, GenericSection, GenericPlan)
"""Classes whose level is data, and whose own fields are kept as JSON."""

MODEL = "planmodel.model."
"""Where the library's own classes live."""
_FACTORY: Any = attrs.Factory
_MEMBERS: WeakKeyDictionary[type[Any], tuple[Member, ...]] = WeakKeyDictionary()


@frozen
class Member:
    """One field of a class as a member of a JSON object."""

    key: str
    name: str
    alias: str
    type: Any
    default: object
    required: bool
    own: bool


def _types(cls: type[Any]) -> Mapping[str, Any]:
    try:
        return hints_of(cls)
    except NameError as error:
        raise ModelError(
            Problem(
                say(
                    "the class {name} names a type that cannot be found: {why}",
                    "クラス{name}の型が見つからない: {why}",
                    name=cls.__name__,
                    why=str(error),
                ),
                hint=say(
                    "put the class, and what it names, at the top level of a module",
                    "クラスと型を、モジュールの最上位に置く",
                ),
            )
        ) from error


def _default(attribute: attrs.Attribute[Any]) -> object:
    default: Any = attribute.default
    if not isinstance(default, _FACTORY):
        return default
    return attrs.NOTHING if default.takes_self else default.factory()


def members(cls: type[Any]) -> tuple[Member, ...]:
    """The fields of *cls* that stand in a document, in the order in which they are written.

    Raises:
        ModelError: the type of a field cannot be found.
    """
    known = _MEMBERS.get(cls)
    if known is None:
        known = _MEMBERS[cls] = tuple(_members(cls))
    return known


def _members(cls: type[Any]) -> Iterator[Member]:
    hints = _types(cls)
    base: type[Any] = next((it for it in cls.__mro__ if it.__module__.startswith(MODEL)), cls)
    shipped = {it.name for it in attrs.fields(base)} if attrs.has(base) else set[str]()
    is_plan = issubclass(cls, Plan)
    ranks = {**_RANK, **_PLAN_RANK} if is_plan else _RANK
    found: list[tuple[int, int, Member]] = []
    for index, it in enumerate(attrs.fields(cls)):
        if not it.init or it.name == "origin" or (cls in GENERIC and it.name.startswith("given_")):
            continue
        alias = it.alias or it.name
        own = attrs.has(base) and it.name not in shipped
        if own and alias in NODE_TAGS:
            raise ModelError(
                Problem(
                    say(
                        "the class {name} cannot have a field '{field}'",
                        "クラス{name}に「{field}」という項目は作れない",
                        name=cls.__name__,
                        field=alias,
                    ),
                    hint=say("documents need this name", "文書の中で使う名前である"),
                )
            )
        own = own or (cls in GENERIC and it.name == "own")
        member = Member(
            key="relisted" if (cls, alias) == (Relisted, "of") else alias,
            name=it.name,
            alias=alias,
            type=hints.get(it.name, it.type),
            default=_default(it),
            required=it.default is attrs.NOTHING,
            own=own,
        )
        found.append((_OWN if own else ranks.get(alias, _BODY), index, member))
    for _, _, member in sorted(found, key=lambda it: it[:2]):
        yield member


def in_outline(kind: type[Any]) -> bool:
    """Whether *kind* is a plan or a level, which say their word."""
    return issubclass(kind, (Node, Plan))
