"""The practical limit of reading: the same document into msgspec Structs, types checked."""

from __future__ import annotations

from typing import Any

import msgspec

__all__ = ["Document", "decoder"]


class Loose(msgspec.Struct, omit_defaults=True):
    """What most things of a plan have."""

    id: str = ""
    title: str = ""
    name: str = ""
    category: str = ""
    role: str = ""
    number: str = ""
    note: str = ""
    source: dict[str, str] | None = None


class Amount(msgspec.Struct):
    """An amount as printed."""

    number: str | None = None
    unit: str = ""
    mark: str = ""
    printed: str = ""
    absence: dict[str, str] | None = None


class Baseline(msgspec.Struct):
    """A baseline."""

    amount: Amount | None = None
    period: str | dict[str, str] = ""
    note: str = ""


class Target(msgspec.Struct):
    """A target of any form."""

    form: str
    period: str | dict[str, str] = ""
    amount: Amount | None = None
    benchmark: str = ""
    printed: str = ""
    note: str = ""


class Indicator(Loose):
    """An indicator."""

    kind: str = ""
    unit: str = ""
    direction: str | dict[str, str] | None = None
    department: str | dict[str, str] | None = None
    baseline: Baseline | None = None
    targets: list[Target] | dict[str, str] | None = None
    is_new: bool = False
    path: str | dict[str, str] | None = None
    benchmarks: list[dict[str, Any]] = []
    counted_from: str | dict[str, str] | None = None


class Node(Loose):
    """A section or a measure."""

    word: str = ""
    children: list[Node] | dict[str, str] | None = None
    departments: list[str] | dict[str, str] | None = None
    partners: list[str] = []
    measured_by: list[str] = []
    tags: list[dict[str, str]] = []


class Axis(Loose):
    """An axis."""

    topics: list[Loose] = []


class Translation(msgspec.Struct):
    """Words in another language."""

    language: str
    titles: dict[str, str] = {}
    prose: dict[str, str] = {}
    phrases: dict[str, str] = {}


class Plan(Loose):
    """A plan."""

    word: str = ""
    period: str | dict[str, str] = ""
    status: str = ""
    issuer: dict[str, str] | None = None
    published: str | dict[str, str] | None = None
    principle: str = ""
    version: str = ""
    departments: list[Loose] = []
    partners: list[Loose] = []
    indicators: list[Indicator] = []
    axes: list[Axis] = []
    laws: list[Loose] = []
    legal_bases: list[dict[str, Any]] = []
    governance: dict[str, Any] | None = None
    roles: list[dict[str, Any]] = []
    relations: list[dict[str, Any]] = []
    figures: list[dict[str, Any]] = []
    documents: list[Loose] = []
    sections: list[Node] | dict[str, str] | None = None
    prose: list[dict[str, Any]] = []
    translations: list[Translation] = []
    gaps: list[dict[str, str]] = []


class Document(msgspec.Struct):
    """A whole document."""

    format: str
    format_version: int
    vocabulary: list[dict[str, Any]]
    plan: Plan


decoder = msgspec.json.Decoder(Document)
