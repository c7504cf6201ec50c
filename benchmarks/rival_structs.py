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
    benchmarks: list[dict[str, Any]] = []  # noqa: RUF012 - msgspec copies it
    counted_from: str | dict[str, str] | None = None


class Node(Loose):
    """A section or a measure."""

    word: str = ""
    children: list[Node] | dict[str, str] | None = None
    departments: list[str] | dict[str, str] | None = None
    partners: list[str] = []  # noqa: RUF012 - msgspec copies it
    measured_by: list[str] = []  # noqa: RUF012 - the same
    tags: list[dict[str, str]] = []  # noqa: RUF012 - the same


class Axis(Loose):
    """An axis."""

    topics: list[Loose] = []  # noqa: RUF012 - msgspec copies it


class Translation(msgspec.Struct):
    """Words in another language."""

    language: str
    titles: dict[str, str] = {}  # noqa: RUF012 - msgspec copies it
    prose: dict[str, str] = {}  # noqa: RUF012 - the same
    phrases: dict[str, str] = {}  # noqa: RUF012 - the same


class Plan(Loose):
    """A plan."""

    word: str = ""
    period: str | dict[str, str] = ""
    status: str = ""
    issuer: dict[str, str] | None = None
    published: str | dict[str, str] | None = None
    principle: str = ""
    version: str = ""
    departments: list[Loose] = []  # noqa: RUF012 - msgspec copies it
    partners: list[Loose] = []  # noqa: RUF012 - the same
    indicators: list[Indicator] = []  # noqa: RUF012 - the same
    axes: list[Axis] = []  # noqa: RUF012 - the same
    laws: list[Loose] = []  # noqa: RUF012 - the same
    legal_bases: list[dict[str, Any]] = []  # noqa: RUF012 - the same
    governance: dict[str, Any] | None = None
    roles: list[dict[str, Any]] = []  # noqa: RUF012 - the same
    relations: list[dict[str, Any]] = []  # noqa: RUF012 - the same
    figures: list[dict[str, Any]] = []  # noqa: RUF012 - the same
    documents: list[Loose] = []  # noqa: RUF012 - the same
    sections: list[Node] | dict[str, str] | None = None
    prose: list[dict[str, Any]] = []  # noqa: RUF012 - the same
    translations: list[Translation] = []  # noqa: RUF012 - the same
    gaps: list[dict[str, str]] = []  # noqa: RUF012 - the same


class Document(msgspec.Struct):
    """A whole document."""

    format: str
    format_version: int
    vocabulary: list[dict[str, Any]]
    plan: Plan


decoder = msgspec.json.Decoder(Document)
