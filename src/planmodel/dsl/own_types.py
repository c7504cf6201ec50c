"""Types that a fork has of its own in the fields of its words: which they are, and where."""

from __future__ import annotations

import enum
import sys
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

import attrs

from planmodel.model.outline import Measure, Node, Section
from planmodel.model.plan import Plan

__all__ = ["is_own", "own_enums", "parts_of", "types_of"]


def types_of(plan: Plan[Any], classes: Iterable[type[Any]]) -> Iterator[tuple[str, type[Any]]]:
    """Every type of a fork's own in a field that it added, after the place (``Class.field``).

    Both what the fields of *classes* may hold, and what those of *plan* do hold.
    """
    for cls in classes:
        for attribute in _added(cls):
            where = f"{cls.__name__}.{attribute.name}"
            held = map(type, parts_of(_default(attribute)))
            found = (*_in_annotation(_resolved(cls, attribute)), *held)
            yield from ((where, it) for it in found if is_own(it))
    for thing in (plan, *plan.walk()):
        for attribute in _added(type(thing)):
            where = f"{type(thing).__name__}.{attribute.name}"
            found = tuple(map(type, parts_of(getattr(thing, attribute.name))))
            yield from ((where, it) for it in found if is_own(it))


def own_enums(plan: Plan[Any]) -> dict[str, type[enum.Enum]]:
    """The enumerations that the own fields of *plan*'s words may hold, by name."""
    return {
        it.__name__: it
        for cls in dict.fromkeys(type(it) for it in (plan, *plan.walk()))
        for attribute in _added(cls)
        for it in _in_annotation(_resolved(cls, attribute))
        if is_own(it) and issubclass(it, enum.Enum)
    }


def parts_of(value: object) -> Iterator[object]:
    """*value*, or what is in it where it is a row, a set or a table."""
    if isinstance(value, Mapping):
        for pair in cast("Mapping[object, object]", value).items():
            yield from parts_of(pair)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for one in cast("tuple[object, ...]", value):
            yield from parts_of(one)
    else:
        yield value


def _added(cls: type[Any]) -> Iterator[attrs.Attribute[Any]]:
    """The fields of *cls* that no class of the library has."""
    ours = (it for it in cls.__mro__ if it.__module__.startswith("planmodel."))
    base: type[Any] = next(ours, cls)
    if base is cls or not issubclass(cls, (Measure, Section, Plan)):
        return
    known = {it.name for it in attrs.fields(cast("Any", base))}
    yield from (it for it in attrs.fields(cast("Any", cls)) if it.name not in known)


def is_own(cls: type[Any]) -> bool:
    """Whether *cls* comes neither with Python nor with the library, and is no level of a plan."""
    top = cls.__module__.partition(".")[0]
    return (
        top != "planmodel"
        and (top == "__main__" or top not in sys.stdlib_module_names)
        and not issubclass(cls, (Node, Plan))
        and not typing.is_typeddict(cls)
        and not getattr(cls, "_is_protocol", False)
    )


def _resolved(cls: type[Any], attribute: attrs.Attribute[Any]) -> object:
    if not isinstance(attribute.type, str):
        return attribute.type
    for owner in cls.__mro__:
        if attribute.name in vars(owner).get("__annotations__", {}):
            scope = vars(sys.modules.get(owner.__module__, enum)) | {owner.__name__: owner}
            try:
                return cast(
                    "object",
                    eval(attribute.type, dict(scope)),  # noqa: S307 - the author's own annotation
                )
            except Exception:  # noqa: BLE001 - a fork's own annotation may name anything
                return None
    return None


def _in_annotation(annotation: object) -> Iterator[type[Any]]:
    inner = typing.get_args(annotation)
    if isinstance(annotation, type) and not inner:
        yield cast("type[Any]", annotation)
    for one in inner:
        # The values of a Literal are no types, but may be members.
        yield from (type(one),) if isinstance(one, enum.Enum) else _in_annotation(one)


def _default(attribute: attrs.Attribute[Any]) -> object:
    default: Any = attribute.default
    if isinstance(default, cast("type[Any]", attrs.Factory)):
        return None if default.takes_self else default.factory()
    return None if default is attrs.NOTHING else default
