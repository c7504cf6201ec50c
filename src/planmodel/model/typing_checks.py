"""Whether the fields of an object hold what their types say: one look, the same for all classes.

The types are read once a class. What fields were seen to hold rightly is remembered as the tuple
of their types, so that reading a plan pays one look-up an object.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from operator import attrgetter
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin
from weakref import WeakKeyDictionary

import attrs
from attrs import frozen

from planmodel.errors import ModelError, Problem
from planmodel.text import Text, say

__all__ = ["Checked", "all_problems", "hints_of", "refuse", "refuse_names", "type_problems"]

_Types: TypeAlias = tuple[type[Any], ...]
_OWN = "planmodel."


@frozen
class _Table:
    """The fields of one class: name, name for authors, types; and what was seen to be right."""

    fields: tuple[tuple[str, str, _Types], ...]
    values: Callable[[object], tuple[object, ...]]
    right: set[tuple[type[Any], ...]]


_TABLES: dict[type[Any], _Table] = {}
_HINTS: WeakKeyDictionary[type[Any], Mapping[str, Any]] = WeakKeyDictionary()


def type_problems(thing: object) -> Iterable[Problem]:
    """A problem for every field of *thing*, an attrs object, that holds another type."""
    cls = type(thing)
    table = _TABLES.get(cls)
    if table is None:
        table = _TABLES[cls] = _read(cls)
    held = tuple(map(type, table.values(thing)))
    if held in table.right:
        return ()
    problems = [
        _problem(getattr(thing, name), alias, allowed)
        for name, alias, allowed in table.fields
        if not isinstance(getattr(thing, name), allowed)
    ]
    if not problems:
        table.right.add(held)
    return problems


def all_problems(thing: object, problems: Iterable[Problem]) -> list[Problem]:
    """The *problems* of *thing*, and one for each of its fields of a wrong type."""
    wrong = type_problems(thing)
    if not wrong:
        return list(problems)
    found: list[Problem] = []
    # What looks into a field may fail on what should not be there, which is told below.
    with suppress(Exception):
        found.extend(problems)
    told = {it.where for it in found}
    found += (it for it in wrong if it.where not in told)
    return found


def refuse(thing: object, problems: Iterable[Problem], where: str) -> None:
    """Raise for all *problems* of *thing*, and for its fields of wrong types, at once.

    Raises:
        ModelError: there are any; each stands inside *where*.
    """
    found = all_problems(thing, problems)
    if found:
        raise ModelError(*(it.at(where) for it in found))


class Checked:
    """A value class whose fields hold what their types say.

    Raises:
        ModelError: some do not; all of them are named.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        if type_problems(self):
            refuse(self, (), f"{type(self).__name__}.")


def _read(cls: type[Any]) -> _Table:
    refuse_names(cls)
    fields: list[tuple[str, str, _Types]] = []
    hints = _hints(cls)
    for it in attrs.fields(cls):
        allowed = tuple(_allowed(hints.get(it.name, Any)))
        if it.init and it.name != "origin" and allowed and object not in allowed:
            fields.append((it.name, it.alias or it.name, tuple(dict.fromkeys(allowed))))
    # Only of two names or more the getter makes a tuple.
    more = ("__class__",) * max(0, 2 - len(fields))
    return _Table(tuple(fields), attrgetter(*(it[0] for it in fields), *more), set())


def refuse_names(cls: type[Any]) -> None:
    """Refuse fields of a fork's class that hide something of the library's class under it.

    Raises:
        ModelError: there are any; each is named.
    """
    base = next((it for it in cls.__mro__ if it.__module__.startswith(_OWN)), cls)
    if base is cls or not attrs.has(base):
        return
    shipped = {it.name: it for it in attrs.fields(base)}
    taken = {*dir(base), *(it.alias for it in shipped.values())}
    wrong = [
        it.name
        for it in attrs.fields(cls)
        if (it.name in taken and it.name not in shipped)
        or (it.name == "origin" and it.default != shipped["origin"].default)
    ]
    if wrong:
        raise ModelError(*(_hiding(cls, name) for name in wrong))


def _hiding(cls: type[Any], name: str) -> Problem:
    return Problem(
        say(
            "the class {name} cannot have a field '{field}'",
            "クラス{name}に「{field}」という項目は作れない",
            name=cls.__name__,
            field=name,
        ),
        hint=say(
            "the library's own class has something of this name; choose another",
            "もとのクラスが使う名前である。別の名前にする",
        ),
    )


def hints_of(cls: type[Any]) -> Mapping[str, Any]:
    """The types of the fields of *cls*, read once a class: their names are looked up slowly.

    Raises:
        Exception: an annotation cannot be read; of a name that is unknown, a `NameError`.
    """
    known = _HINTS.get(cls)
    if known is None:
        known = _HINTS[cls] = typing.get_type_hints(cls, include_extras=True)
    return known


def _hints(cls: type[Any]) -> Mapping[str, Any]:
    try:
        return hints_of(cls)
    except Exception:  # noqa: BLE001 - a fork's own annotation may name anything
        ours = next((it for it in cls.__mro__[1:] if it.__module__.startswith(_OWN)), object)
        return hints_of(ours)


def _allowed(annotation: Any) -> Iterator[type[Any]]:  # noqa: ANN401 - any annotation
    """The classes whose instances *annotation* allows; ``object`` where it allows too many."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _allowed(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for one in get_args(annotation):
            yield from _allowed(one)
    elif origin is Literal:
        yield from (type(it) for it in get_args(annotation))
    elif isinstance(origin or annotation, type):
        kind: type[Any] = origin or annotation
        # A fork's own number may be written as any number, and its lists as any list.
        plain = kind in (str, bool, tuple, types.NoneType) or kind.__module__.startswith(_OWN)
        plain = plain or kind.__module__ in ("decimal", "datetime")
        yield kind if plain and not getattr(kind, "_is_protocol", False) else object
    else:
        yield object


def _problem(value: object, where: str, allowed: _Types) -> Problem:
    names = tuple("None" if it is types.NoneType else it.__name__ for it in allowed)
    return Problem(
        say("{it!r} does not belong here", "{it!r}はここに置けない", it=_shown(value)),
        where=where,
        expected=", ".join(names),
        hint=_hint(value, names),
    )


def _shown(value: object) -> object:
    return value if isinstance(value, (int, float, str, bytes)) else repr(value)[:80]


def _hint(value: object, names: tuple[str, ...]) -> Text | str:
    written = ""
    if "Baseline" in names and isinstance(value, (int, float, str)):
        written = f"Baseline({value!r}, FiscalYear(…))"
    elif isinstance(value, str):
        known = next((it for it in ("Day", "Issuer", "Governance", "Citation") if it in names), "")
        written = f'{known}("{value}")' if known else ""
    elif names[0] == "str":
        written = '""' if value is None else f'"{value}"' if isinstance(value, (int, float)) else ""
    if "bool" in names:
        written = "True / False"
    return say("write {it}", "{it} と書く", it=written) if written else ""
