"""Hooks for values that hold nothing else: text, numbers, days, periods, absences, pointers.

JSON knows text, numbers, truth values, lists and objects.
Decimals, days and periods are text in their canonical form, pointers are ids, and an absence is
``{"not_stated": "reason"}`` or ``{"missing": "reason"}``. Nothing is coerced.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from decimal import Decimal
from functools import lru_cache, partial
from types import NoneType
from typing import Any, TypeAlias, TypeVar, cast, get_args, get_origin

from planmodel.errors import ModelError, Problem, did_you_mean
from planmodel.exchange.json_text import step
from planmodel.exchange.refusals import RefusedError, members_of, problems_of, refuse, wrong_kind
from planmodel.model.absence import Missing, NotStated
from planmodel.model.ids import Ref
from planmodel.periods import (
    CalendarYear,
    Cohort,
    Day,
    FiscalYear,
    Period,
    Window,
    period_from_canonical,
)
from planmodel.text import say

__all__ = [
    "ABSENCES",
    "AS_THEY_ARE",
    "LEAVES",
    "PERIODS",
    "Hook",
    "absence_hook",
    "enum_hook",
    "forgotten",
    "literal_hook",
    "period_hook",
    "pointer_hook",
    "shared",
    "typed_pointer_hook",
]

V = TypeVar("V")
R = TypeVar("R")

Hook: TypeAlias = Callable[[Any, Any], Any]
"""A structure hook: the JSON value and the type it shall become."""

PERIODS = (FiscalYear, CalendarYear, Day, Window, Cohort)
"""Every kind of period."""

ABSENCES: dict[str, type[NotStated | Missing]] = {"not_stated": NotStated, "missing": Missing}
"""The keys of absences."""

_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
_LONGEST_DECIMAL = 1000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_TEXT = say("text", "文字列")


@lru_cache(maxsize=4096)
def shared(make: Callable[[V], R], said: V) -> R:
    """What *make* makes of what is *said*: one object where a document says the same again.

    A plan cites few places many times, and points at few departments.
    """
    return make(said)


@contextmanager
def forgotten() -> Generator[None]:
    """Afterwards, what was `shared` is not kept alive any longer."""
    try:
        yield
    finally:
        shared.cache_clear()


def _text(value: object, _: object) -> str:
    if type(value) is str:
        return value
    raise wrong_kind(value, _TEXT)


def _flag(value: object, _: object) -> bool:
    if type(value) is bool:
        return value
    raise wrong_kind(value, say("true or false", "真偽値"))


def _whole(value: object, _: object) -> int:
    if type(value) is int:
        return value
    raise wrong_kind(value, say("a whole number", "整数"))


def _float(value: object, _: object) -> float:
    # JSON has one kind of number: 3 is 3.0, as long as nothing is lost.
    if type(value) is float or (type(value) is int and int(float(value)) == value):
        return float(value)
    raise wrong_kind(value, say("a number", "数"))


def _none(value: object, _: object) -> None:
    if value is not None:
        raise wrong_kind(value, "null")


def _decimal(value: object, _: object) -> Decimal:
    expected = say(
        'digits as text, such as "1200" or "-3.2"', "「1200」「-3.2」のような数字の文字列"
    )
    if type(value) is not str:
        raise wrong_kind(value, expected)
    if len(value) > _LONGEST_DECIMAL or not _DECIMAL.fullmatch(value):
        raise refuse(
            say("{value!r} is no exact number", "{value!r}は正確な数ではない", value=value[:40]),
            expected=expected,
        )
    return Decimal(value)


def _day(value: object, _: object) -> dt.date:
    expected = say('a day such as "2021-10-14"', "2021-10-14の形の日付")
    if type(value) is not str:
        raise wrong_kind(value, expected)
    try:
        if _DAY.fullmatch(value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise refuse(
        say("{value!r} is no day", "{value!r}は日付ではない", value=value[:40]), expected=expected
    )


def period_hook(allowed: tuple[type[Any], ...]) -> Hook:
    """A hook for periods of the kinds *allowed*."""
    names = ", ".join(it.__name__ for it in allowed)

    def read(value: object, _: object) -> Period:
        if type(value) is not str:
            raise wrong_kind(value, say('a period such as "FY2020"', "「FY2020」のような期間"))
        period = period_from_canonical(value)
        if type(period) in allowed:
            return period
        raise refuse(
            say("{period} does not fit here", "{period}はここに置けない", period=period),
            expected=names,
        )

    return read


def absence_hook(allowed: dict[str, type[Any]]) -> Hook:
    """A hook for the absences *allowed*."""
    expected = " / ".join(f'{{"{key}": "…"}}' for key in allowed)

    def read(value: object, _: object) -> object:
        members = members_of(value)
        key = next(iter(members), "")
        if len(members) != 1 or key not in allowed:
            raise wrong_kind(value, expected)
        try:
            make: Callable[[str], object] = allowed[key]
            return shared(make, _text(members[key], str))
        except (ModelError, RefusedError) as error:
            raise RefusedError([it.at(step("", key)) for it in problems_of(error)]) from None

    return read


def pointer_hook(kind: Any) -> Hook:  # noqa: ANN401 - one of the kinds of ids
    """A hook that reads an id as a pointer at a thing of *kind*."""
    make = cast("Callable[[str], Ref[Any]]", partial(Ref, kind))

    def read(value: object, _: object) -> Ref[Any]:
        if type(value) is str and value:
            pointer: Ref[Any] = shared(make, value)
            return pointer
        raise wrong_kind(value, say("the id of a {kind}", "{kind}の識別子", kind=kind))

    return read


def literal_hook(kind: Any) -> Hook:  # noqa: ANN401 - any annotation
    """A hook for one of the values of a Literal."""
    words = get_args(kind)
    by_value: dict[tuple[Any, Any], Any] = {(type(it), it): it for it in words}
    expected = ", ".join(map(str, words))

    def read(value: object, _: object) -> object:
        try:
            return by_value[type(value), value]
        except (KeyError, TypeError):
            refused = wrong_kind(value, expected)
        if type(value) is str:
            raise refuse(
                say("{value!r} is not allowed here", "{value!r}はここに書けない", value=value[:40]),
                expected=expected,
                hint=did_you_mean(value[:40], [str(it) for it in words]),
            )
        raise refused

    return read


def enum_hook(kind: type[enum.Enum]) -> Hook:
    """A hook for one of the values of an Enum."""
    by_value: dict[tuple[Any, Any], Any] = {(type(it.value), it.value): it for it in kind}
    expected = ", ".join(str(it.value) for it in kind)

    def read(value: object, _: object) -> object:
        try:
            return by_value[type(value), value]
        except (KeyError, TypeError):
            raise wrong_kind(value, expected) from None

    return read


def typed_pointer_hook(kind: Any) -> Hook:  # noqa: ANN401 - any annotation
    """A hook for a `Ref` whose type says at what it points.

    Raises:
        ModelError: the type does not say.
    """
    target = (get_args(kind) or (None,))[0]
    ref_kind = getattr(get_origin(target) or target, "ref_kind", None)
    if ref_kind is None:
        raise ModelError(
            Problem(
                say(
                    "a pointer field must say what it points at",
                    "参照の項目には参照先の種類が要る",
                ),
                expected="Ref[Department]",
            )
        )
    return pointer_hook(ref_kind)


LEAVES: dict[Any, Hook] = {
    str: _text,
    bool: _flag,
    int: _whole,
    float: _float,
    NoneType: _none,
    Decimal: _decimal,
    dt.date: _day,
    NotStated: absence_hook({"not_stated": NotStated}),
    Missing: absence_hook({"missing": Missing}),
    **{it: period_hook((it,)) for it in PERIODS},
}
"""The hook of each plain type."""

AS_THEY_ARE: dict[Hook, type] = {_text: str, _flag: bool, _whole: int}
"""The type of JSON values that a hook gives back as they are: nobody has to call it for them."""
