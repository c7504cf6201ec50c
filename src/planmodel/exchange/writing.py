"""Plans and what they hold as JSON values: stable keys, nothing that the model gives by default."""

from __future__ import annotations

import datetime as dt
import enum
import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias, cast

import attrs

from planmodel.errors import ModelError, Problem
from planmodel.exchange.members import GENERIC, MODEL, PAIRS, TAGS, in_outline, members
from planmodel.model.absence import Missing, NotStated
from planmodel.model.generic import OwnFields, own_values
from planmodel.model.ids import Entity, Ref
from planmodel.periods import CalendarYear, Cohort, Day, FiscalYear, Window
from planmodel.text import say

__all__ = ["write"]

Write: TypeAlias = Callable[[Any], Any]

_WRITERS: dict[type[Any], Write] = {
    Decimal: lambda it: format(it, "f"),
    dt.date: lambda it: it.isoformat(),
    NotStated: lambda it: {"not_stated": it.reason},
    Missing: lambda it: {"missing": it.reason},
    Ref: lambda it: it.id,
    **dict.fromkeys((FiscalYear, CalendarYear, Day, Window, Cohort), str),
}
_ALWAYS = object()
"""The default of a field that is written whatever it holds."""

_AS_THEY_ARE = (str, int, bool, type(None))


def write(value: object) -> Any:  # noqa: ANN401 - JSON
    """*value*, anything a plan holds, as a JSON value.

    Raises:
        ModelError: it is of a class that a document has no form for.
    """
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    writer = _WRITERS.get(kind)
    if writer is None:
        writer = _WRITERS[kind] = _writer(kind)
    return writer(value)


def _writer(kind: type[Any]) -> Write:
    if issubclass(kind, enum.Enum):
        return lambda it: it.value
    if issubclass(kind, (tuple, list)):
        return lambda it: [write(item) for item in it]
    if issubclass(kind, (set, frozenset)):
        return lambda it: sorted((write(item) for item in it), key=repr)
    if issubclass(kind, dict):
        return _write_dict
    if issubclass(kind, float):
        return _write_float
    if attrs.has(kind) and (not issubclass(kind, Entity) or _can_be_read(kind)):
        return _object_writer(kind)
    raise _no_form(kind)


def _can_be_read(kind: type[Any]) -> bool:
    return in_outline(kind) or kind.__module__.startswith(MODEL)


def _no_form(kind: type[Any]) -> ModelError:
    return ModelError(
        Problem(
            say(
                "a {name} has no form in a document",
                "{name}は文書に書き出せない",
                name=kind.__name__,
            ),
            hint=say(
                "own fields hold text, numbers, days, periods, pointers, enums, lists or classes "
                "made of these; only levels of the outline can be classes of your own",
                "独自の項目に使えるのは、文字列・数・日付・期間・参照・列挙・並びと、"
                "それらからなるクラスである。独自のクラスにできるのは計画の語だけである",
            ),
        )
    )


def _write_float(value: float) -> float:
    if not math.isfinite(value):
        raise ModelError(
            Problem(say("{value} is no number", "{value}は数ではない", value=str(value)))
        )
    return float(value)


def _write_dict(value: dict[object, object]) -> dict[str, Any]:
    if not all(isinstance(key, str) for key in value):
        raise ModelError(Problem(say("keys are text", "キーは文字列である")))
    return {str(key): write(item) for key, item in value.items()}


def _write_pairs(value: tuple[tuple[str, str], ...]) -> object:
    by_key = dict(value)
    return by_key if len(by_key) == len(value) else [list(pair) for pair in value]


def _object_writer(cls: type[Any]) -> Write:
    tag = "word" if in_outline(cls) else TAGS.get(cls, "")
    # Only the class knows the default of a field of its own, and a reader may not have the class.
    fields: list[tuple[str, str, object, Write]] = [
        (
            it.key,
            it.name,
            _ALWAYS if it.own and in_outline(cls) and cls not in GENERIC else it.default,
            _write_pairs if (cls, it.name) in PAIRS else write,
        )
        for it in members(cls)
    ]

    def write_object(value: object) -> dict[str, Any]:
        found: dict[str, Any] = {tag: getattr(value, tag)} if tag else {}
        for key, name, default, writer in fields:
            held = getattr(value, name)
            if held is default or (type(held) is type(default) and held == default):
                continue
            if name == "own" and cls in GENERIC:
                found.update(own_values(cast("OwnFields", held)))
            else:
                found[key] = writer(held)
        return found

    return write_object
