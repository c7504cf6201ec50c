"""Fingerprints: a short text that stays the same as long as a thing says the same."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any, cast

import attrs

from planmodel.dsl.containers import entities, own_fields, parent_id
from planmodel.model.ids import Entity
from planmodel.model.plan import Plan

__all__ = ["fingerprint", "fingerprints"]

_LENGTH = 16


def _canonical(value: object) -> str:
    if isinstance(value, Decimal):
        # 95.10 and 95.1 are equal values, and equal things have equal fingerprints.
        return f"Decimal({value.normalize():f})" if value else "Decimal(0)"
    if isinstance(value, tuple):
        return "(" + ",".join(_canonical(it) for it in cast("tuple[object, ...]", value)) + ")"
    if attrs.has(type(value)):
        parts = (
            f"{attribute.name}={_canonical(getattr(value, attribute.name))}"
            for attribute in attrs.fields(cast("Any", type(value)))
            if attribute.eq
        )
        return f"{type(value).__name__}({','.join(parts)})"
    return repr(value)


def fingerprint(thing: Entity) -> str:
    """The fingerprint of *thing* in itself, without what it holds: 16 hexadecimal digits.

    Equal things have equal fingerprints on every machine and in every version of Python.
    """
    fields = own_fields(thing)
    text = ";".join(f"{name}={_canonical(value)}" for name, value in sorted(fields.items()))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_LENGTH]


def fingerprints(plan: Plan[Any]) -> tuple[tuple[str, str], ...]:
    """Id and fingerprint of everything in *plan*; where a thing stands is part of it."""
    found: list[tuple[str, str]] = []
    for thing in entities(plan):
        if thing is plan:
            found.append(("plan", fingerprint(thing)))
            continue
        mark = f"{parent_id(plan, thing)}/{fingerprint(thing)}"
        found.append((thing.id, hashlib.sha256(mark.encode("utf-8")).hexdigest()[:_LENGTH]))
    return tuple(found)
