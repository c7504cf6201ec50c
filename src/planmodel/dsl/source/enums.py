"""Enumerations of a fork's own, in the fields of its words, as code; other types are refused."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, cast

from planmodel.dsl.own_types import types_of
from planmodel.dsl.source.naming import is_name
from planmodel.dsl.source.values import Writer
from planmodel.errors import ModelError, Problem
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["enums_of", "write_enum"]

_READY = ("Flag", "IntEnum", "IntFlag", "StrEnum", "Enum")
_MIXED = (str, int, float)
_PLAIN = (str, int, float, bool, Decimal, type(None))


def enums_of(plan: Plan[Any], classes: Iterable[type[Any]]) -> list[type[enum.Enum]]:
    """The enumerations that have to be written along with *classes*.

    Raises:
        ModelError: a field has a type that cannot be written; every such field is named.
    """
    found = dict.fromkeys(types_of(plan, classes))
    problems = [_refusal(where, it) for where, it in found if not _is_writable(it)]
    if problems:
        raise ModelError(*problems)
    return list(dict.fromkeys(cast("type[enum.Enum]", it) for _, it in found))


def write_enum(it: type[enum.Enum], name: str, writer: Writer) -> None:
    """Put the enumeration *it* on the writer's page, with all members and other names of them."""
    page = writer.page
    kind = _kind(it)
    mixed = _mixed(it)
    bases = [mixed.__name__] if mixed is not None else []
    bases.append(page.use("enum", kind))
    lines = [f"class {name}({', '.join(bases)}):"]
    lines += [f"    {key} = {writer.value(one.value).flat}" for key, one in it.__members__.items()]
    page.body.append("\n".join(lines))


def _kind(it: type[enum.Enum]) -> str:
    return next(cls.__name__ for cls in it.__mro__ if cls.__module__ == "enum")


def _mixed(it: type[enum.Enum]) -> type[Any] | None:
    """The type that members are besides, where the kind of enumeration does not say so."""
    if _kind(it) not in ("Enum", "Flag"):
        return None
    return next((cls for cls in _MIXED if cls in it.__mro__), None)


def _is_writable(cls: type[Any]) -> bool:
    if not issubclass(cls, enum.Enum) or _kind(cls) not in _READY:
        return False
    held: list[tuple[str, object]] = [(name, it.value) for name, it in cls.__members__.items()]
    return bool(held) and all(is_name(name) and type(value) in _PLAIN for name, value in held)


def _refusal(where: str, cls: type[Any]) -> Problem:
    return Problem(
        say(
            "the type {name} of this field cannot be written as code",
            "この項目の型{name}はコードに書けない",
            name=cls.__qualname__,
        ),
        where,
        expected=say(
            "a type of Python or planmodel, or an Enum of plain values",
            "Pythonかplanmodelの型、または単純な値のEnum",
        ),
    )
