"""Fingerprints: a short text that stays the same as long as a thing says the same.

The fingerprint of a thing is a row of ``field:hash``, one for every field that says something,
so that two of them tell not only that a thing changed but which fields did.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, cast

import attrs

from planmodel.dsl.containers import PLAN_KEY, contents, own_fields, parent_id, said
from planmodel.dsl.showing import plain
from planmodel.model.ids import Entity
from planmodel.model.outline import Measure, Section
from planmodel.model.plan import Plan

__all__ = ["as_data", "field_key", "fingerprint", "fingerprints", "mark", "marks"]

_LENGTH = 10
_PARENT = "parent"
_PLAIN = re.compile(r"[\w.-]{1,60}")


def _canonical(value: object) -> str:
    if isinstance(value, Decimal):
        # 95.10 and 95.1 are equal values, and equal things have equal fingerprints.
        return f"Decimal({value.normalize():f})" if value else "Decimal(0)"
    if isinstance(value, str):
        # Not repr(), which escapes by the Unicode version of the Python that runs.
        return json.dumps(value)
    if isinstance(value, (tuple, list)):
        return "(" + ",".join(_canonical(it) for it in cast("tuple[object, ...]", value)) + ")"
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value).items()
        return "{" + ",".join(sorted(f"{_canonical(k)}:{_canonical(v)}" for k, v in pairs)) + "}"
    if attrs.has(type(value)):
        parts = (
            f"{attribute.name}={_canonical(getattr(value, attribute.name))}"
            for attribute in attrs.fields(cast("Any", type(value)))
            if attribute.eq
        )
        return f"{type(value).__name__}({','.join(parts)})"
    return repr(value)


def mark(value: object) -> str:
    """The hash of one value: 10 hexadecimal digits.

    Equal values have equal hashes on every machine and in every version of Python.
    """
    text = _canonical(value).encode("utf-8", "backslashreplace")
    return hashlib.sha256(text).hexdigest()[:_LENGTH]


_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def _as_data(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A field of a fork's own as a reader without the fork's classes knows it."""
    value = plain(value)
    if isinstance(value, Enum):
        value = value.value  # a member that is also a text or a number
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    if isinstance(value, list):
        return tuple(_as_data(it) for it in cast("list[object]", value))
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value).items()
        return {name: _as_data(it) for name, it in pairs if name != "type"}
    return value


def as_data(thing: Entity, fields: dict[str, Any]) -> dict[str, Any]:
    """*fields* of *thing*, those that only a fork's class has as data."""
    base = next((it for it in (Measure, Section, Plan) if isinstance(thing, it)), None)
    if base is None:
        return fields
    known = {"word"} | {it.alias or it.name for it in attrs.fields(cast("Any", base))}
    own = {n: _as_data(it) for n, it in fields.items() if n not in known and "." not in n}
    return fields | {name: it for name, it in own.items() if not name.startswith(_TEXT)}


_TEXT = ("prose", "title", "phrase")


def _written(fields: Mapping[str, object]) -> str:
    return " ".join(f"{field_key(name)}:{mark(value)}" for name, value in sorted(fields.items()))


def field_key(name: str) -> str:
    """The name of a field as fingerprints write it: phrases may hold anything, so a hash."""
    return name if _PLAIN.fullmatch(name) else f"~{mark(name)}"


def fingerprint(thing: Entity) -> str:
    """The fingerprint of *thing* in itself: without what it holds, and without texts about it."""
    return _written(as_data(thing, said(thing, own_fields(thing))))


def fingerprints(plan: Plan[Any]) -> tuple[tuple[str, str], ...]:
    """Id and fingerprint of everything in *plan*, its texts and its place included.

    The plan itself stands under ``plan``.
    """
    found: list[tuple[str, str]] = []
    for key, thing, fields in contents(plan):
        place = "" if key == PLAN_KEY else parent_id(plan, thing)
        parent = {_PARENT: place} if place else {}
        found.append((key, _written(_with_phrases(as_data(thing, said(thing, fields))) | parent)))
    return tuple(found)


def _with_phrases(fields: dict[str, Any]) -> dict[str, Any]:
    """*fields* with all translated phrases as one: there are many, and none is about a thing."""
    phrases = {name: words for name, words in fields.items() if name.startswith("phrase.")}
    if not phrases:
        return fields
    rest = {name: value for name, value in fields.items() if name not in phrases}
    return rest | {"phrases": phrases}


def marks(written: str) -> dict[str, str]:
    """A fingerprint taken apart: hashes by field; a field that said nothing is left out."""
    pairs = (it.partition(":") for it in written.split())
    return {name: value for name, _, value in pairs}
