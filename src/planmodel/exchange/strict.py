"""Containers, unions and enumerations over the strict hooks of the plain types."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

from planmodel.errors import ModelError, Problem
from planmodel.exchange.hooks import Factory, Hooks, Question
from planmodel.exchange.json_text import step
from planmodel.exchange.leaves import (
    ABSENCES,
    AS_THEY_ARE,
    PERIODS,
    Hook,
    absence_hook,
    enum_hook,
    literal_hook,
    period_hook,
    typed_pointer_hook,
)
from planmodel.exchange.refusals import RefusedError, items_of, problems_of, wrong_kind
from planmodel.model.absence import Missing, NotStated
from planmodel.model.ids import Ref
from planmodel.text import say

__all__ = ["FACTORIES", "read_items"]


def read_items(value: list[Any], hook: Hook, kind: object) -> list[Any]:
    """The items of the list *value*, each through *hook*; the problems of all items together.

    Raises:
        RefusedError: it is no list, or items do not fit.
    """
    if type(value) is not list:
        raise wrong_kind(value, say("a list", "並び"))
    found: list[Any] = []
    problems: list[Problem] = []
    # In one pass: reading again what failed would double the work with every level of nesting.
    for position, item in enumerate(value):
        try:
            found.append(hook(item, kind))
        except Exception as error:  # noqa: BLE001 - an author's converter may raise anything
            problems += (it.at(f"[{position}]") for it in problems_of(error))
    if problems:
        raise RefusedError(problems)
    return found


def _items_factory(kind: Any, made: Hooks) -> Hook:  # noqa: ANN401 - any annotation
    container: Any = _origin(kind)
    arguments = get_args(kind) or (Any, ...)
    if container is tuple and arguments[-1] is not Ellipsis:
        return _fixed_tuple(arguments, made)
    make = cast("Callable[[list[Any]], object]", container)
    hook = made.hook(arguments[0])

    def read(value: list[Any], _: object) -> object:
        return make(read_items(value, hook, arguments[0]))

    return read


def _fixed_tuple(arguments: tuple[Any, ...], made: Hooks) -> Hook:
    hooks = [made.hook(it) for it in arguments]

    def read(value: object, _: object) -> tuple[Any, ...]:
        items = items_of(value)
        if len(items) != len(hooks):
            raise wrong_kind(value, say("a list of {n} items", "{n}個の並び", n=len(hooks)))
        found: list[object] = []
        problems: list[Problem] = []
        for position, (item, hook, kind) in enumerate(zip(items, hooks, arguments, strict=True)):
            try:
                found.append(hook(item, kind))
            except Exception as error:  # noqa: BLE001 - an author's converter may raise anything
                problems += (it.at(f"[{position}]") for it in problems_of(error))
        if problems:
            raise RefusedError(problems)
        return tuple(found)

    return read


def _dict_factory(kind: Any, made: Hooks) -> Hook:  # noqa: ANN401 - any annotation
    _, inner = get_args(kind) or (str, Any)
    hook = made.hook(inner)
    plain = AS_THEY_ARE.get(hook)

    def read(value: dict[str, Any], _: object) -> dict[str, Any]:
        if not isinstance(value, dict):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise wrong_kind(value, say("an object", "オブジェクト"))
        found: dict[str, Any] = {}
        problems: list[Problem] = []
        for key, item in value.items():
            if type(item) is plain:
                found[key] = item
                continue
            try:
                found[key] = hook(item, inner)
            except Exception as error:  # noqa: BLE001 - an author's converter may raise anything
                problems += (it.at(step("", key)) for it in problems_of(error))
        if problems:
            raise RefusedError(problems)
        return found

    return read


def _union_factory(kind: Any, made: Hooks) -> Hook:  # noqa: ANN401 - any annotation
    members = get_args(kind)
    absences = {key: it for key, it in ABSENCES.items() if it in members}
    absent = absence_hook(absences)
    by_shape = _by_shape(kind, members, made)
    nullable = NoneType in members
    # A hook refuses in better words than a list of types.
    only = next(iter(by_shape.values())) if len(by_shape) == 1 else None
    if only is not None and nullable and not absences:
        return _optional(*only)
    expected = " / ".join(_word(it) for it in members if it is not NoneType)

    def read(value: dict[str, Any] | None, _: object) -> object:
        if value is None and nullable:
            return None
        shape: type = type(value)
        if (
            shape is dict
            and absences
            and value
            and len(value) == 1
            and next(iter(value)) in absences
        ):
            return absent(value, None)
        found = by_shape.get(shape, only)
        if found is None:
            raise wrong_kind(value, expected)
        return found[0](value, found[1])

    return read


def _optional(hook: Hook, kind: Any) -> Hook:  # noqa: ANN401 - any annotation
    def read(value: object, _: object) -> object:
        return None if value is None else hook(value, kind)

    return read


def _word(kind: Any) -> str:  # noqa: ANN401 - any annotation
    return getattr(kind, "__name__", str(kind))


def _by_shape(kind: object, members: tuple[Any, ...], made: Hooks) -> dict[type, tuple[Hook, Any]]:
    """For each kind of JSON value, the hook of the one member of a union that it can become."""
    found: dict[type, tuple[Hook, Any]] = {}
    periods = tuple(it for it in members if it in PERIODS)
    if periods:
        found[str] = (period_hook(periods), periods)
    for member in members:
        if member in (*PERIODS, NoneType, NotStated, Missing):
            continue
        for shape in _shapes(member):
            if shape in found:
                raise ModelError(
                    Problem(
                        say(
                            "the members of {kind} cannot be told apart in a document",
                            "{kind}の各型は文書の中で区別できない",
                            kind=str(kind),
                        )
                    )
                )
            found[shape] = (made.hook(member), member)
    if float in found and int not in found:
        found[int] = found[float]
    return found


def _shapes(member: Any) -> tuple[type, ...]:  # noqa: ANN401 - any annotation
    origin = _origin(member)
    if origin is Literal:
        return _kinds(get_args(member))
    if origin in (str, bool, int, float):
        return (origin,)
    if origin in (Decimal, dt.date, Ref):
        return (str,)
    if isinstance(origin, type) and issubclass(origin, enum.Enum):
        return _kinds(it.value for it in origin)
    if origin in (tuple, list, frozenset, set):
        return (list,)
    return (dict,)


def _kinds(values: Iterable[object]) -> tuple[type, ...]:
    return tuple(dict.fromkeys(cast("type", type(it)) for it in values))


def _simple(make: Callable[[Any], Hook]) -> Factory:
    return lambda kind, _: make(kind)


def _origin(kind: Any) -> Any:  # noqa: ANN401 - any annotation
    return get_origin(kind) or kind


FACTORIES: tuple[tuple[Question, Factory], ...] = (
    (lambda kind: isinstance(kind, type) and issubclass(kind, enum.Enum), _simple(enum_hook)),
    (lambda kind: _origin(kind) is Literal, _simple(literal_hook)),
    (lambda kind: _origin(kind) is Ref, _simple(typed_pointer_hook)),
    (lambda kind: _origin(kind) in (tuple, list, set, frozenset), _items_factory),
    (lambda kind: _origin(kind) is dict, _dict_factory),
    (lambda kind: _origin(kind) in (Union, UnionType), _union_factory),
)
"""What makes the hooks of types that are put together of others."""
