"""Each value of the model as the code that makes it."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, cast

import attrs

from planmodel.dsl.source.layout import Atom, Call, Expression, Item, Row, text
from planmodel.dsl.source.pages import Page
from planmodel.dsl.source.public import PUBLIC
from planmodel.errors import ModelError, PlanmodelError, Problem
from planmodel.model.amounts import Amount, AmountLike, to_amount, to_amount_or_none
from planmodel.model.change import Change, to_change
from planmodel.model.ids import Entity, Ref
from planmodel.model.indicators import Baseline, to_baseline
from planmodel.periods import Day
from planmodel.text import say

__all__ = ["Writer", "importable"]

_AMOUNTS = (to_amount, to_amount_or_none)
_LAST = ("note", "source")


def importable(cls: type[Any]) -> bool:
    """Whether *cls* can be imported by its module and name."""
    module = sys.modules.get(cls.__module__)
    return cls.__module__ != "__main__" and getattr(module, cls.__qualname__, None) is cls


def same(one: object, other: object) -> bool:
    """Whether two values are equal and of one type, digits included."""
    return type(one) is type(other) and one == other and str(one) == str(other)


class Writer:
    """Writes values on a page.

    ``refer`` gives the code of a pointer, ``held`` of a thing that another one holds, ``shadowed``
    says which names of the library mean something else in this package, and ``named`` how a class
    is called that the package has of its own.
    """

    def __init__(
        self,
        page: Page,
        refer: Callable[[Ref[Any], Page], Expression | None],
        held: Callable[[Entity, Page], Expression | None],
        shadowed: Callable[[str], bool],
        named: Callable[[type[Any], Page], str] = lambda _cls, _page: "",
    ) -> None:
        self.page = page
        self._refer = refer
        self._held = held
        self._shadowed = shadowed
        self._named = named

    # --- names -------------------------------------------------------------------------------

    def known(self, cls: type[Any]) -> str:
        """The name under which *cls* is imported here."""
        own = self._named(cls, self.page)
        if own:
            return own
        name = cls.__name__
        if PUBLIC.get(name) is cls:
            if self._shadowed(name):
                return f"{self.page.use('planmodel')}.{name}"
            return self.page.use("planmodel", name)
        if not importable(cls):
            raise _unwritable(cls)
        head, _, rest = cls.__qualname__.partition(".")
        head = self.page.use(cls.__module__, head)
        return f"{head}.{rest}" if rest else head

    # --- values ------------------------------------------------------------------------------

    def value(self, it: object) -> Expression:  # noqa: PLR0911 - one case a kind
        """*it* as code.

        Raises:
            ModelError: it is of a class that cannot be imported, or of no kind known here.
        """
        if it is None or (isinstance(it, (bool, int)) and not isinstance(it, Enum)):
            return Atom(repr(it))
        if isinstance(it, str) and not isinstance(it, Enum):
            return text(it)
        if isinstance(it, (tuple, list)):
            rows = cast("tuple[object, ...]", it)
            return Row([self.value(one) for one in rows], "(" if isinstance(it, tuple) else "[")
        if isinstance(it, Ref):
            return self.pointer(cast("Any", it))
        if isinstance(it, Entity):
            return self._held(it, self.page) or self.call(it)
        if attrs.has(type(it)):
            return self.call(it)
        return self._plain(it)

    def _plain(self, it: object) -> Expression:
        if isinstance(it, Enum):
            return Atom(f"{self.known(type(it))}.{it.name}")
        if isinstance(it, Decimal):
            return Call(self.page.use("decimal", "Decimal"), [text(str(it))])
        if isinstance(it, float):
            return Atom(repr(it)) if abs(it) < float("inf") else Call("float", [text(repr(it))])
        if type(it) is dt.date:
            name = self.page.use("datetime", "date")
            return Call(name, [Atom(str(n)) for n in (it.year, it.month, it.day)])
        if isinstance(it, Mapping):
            pairs = cast("Mapping[object, object]", it).items()
            return Row([Item(self.value(v), f"{self.value(k).flat}: ") for k, v in pairs], "{")
        if isinstance(it, (set, frozenset)):
            inside = sorted(cast("set[object]", it), key=repr)
            name = "set" if isinstance(it, set) else "frozenset"
            return Call(name, [Row([self.value(one) for one in inside])])
        raise _unwritable(type(it))

    def pointer(self, ref: Ref[Any]) -> Expression:
        """A pointer: the thing itself where it is written before, else its kind and id."""
        known = self._refer(ref, self.page)
        return known or Call(self.known(Ref), [text(ref.kind), text(ref.id)])

    def call(self, it: object, head: str = "", skip: tuple[str, ...] = ()) -> Call:
        """*it* as a call of its class with every field that differs from its default."""
        if isinstance(it, Day):
            return Call(head or self.known(Day), [text(str(it))])
        return Call(head or self.known(type(it)), list(self.fields(it, skip)))

    def fields(
        self, it: object, skip: tuple[str, ...] = (), given: Mapping[str, Expression] | None = None
    ) -> Iterator[Item]:
        """The arguments that make *it*: needed ones by place, others by name.

        *given* is code for some of those that differ from their default.
        """
        written = given or {}
        named: list[tuple[str, Item]] = []
        by_place = True
        for attribute in attrs.fields(cast("Any", type(it))):
            name = attribute.alias or attribute.name
            if not attribute.init or name in ("origin", *skip):
                continue
            value: object = getattr(it, attribute.name)
            needed = attribute.default is attrs.NOTHING
            by_place = by_place and (needed or attribute.kw_only)
            own = isinstance(it, Entity) and not type(it).__module__.startswith("planmodel.")
            placed = by_place and needed and not attribute.kw_only
            if placed and not (own and name not in ("id", "title")):
                yield Item(self.field(attribute, value))
            elif needed or not _is_default(attribute, value):
                code = written.get(name) or self.field(attribute, value)
                named.append((name, Item(code, f"{name}=")))
        for last in (False, True):
            for name, item in named:
                if (name in _LAST) is last:
                    yield item

    def field(self, attribute: attrs.Attribute[Any], value: object) -> Expression:
        """One argument, in the short form that its converter understands where there is one."""
        converter: object = getattr(attribute, "converter")  # noqa: B009 - its type is partly unknown
        if isinstance(value, Amount) and converter in _AMOUNTS:
            return self.amount(value)
        if isinstance(value, Baseline) and converter is to_baseline:
            absence = value.absence
            if absence is not None and same(to_baseline(cast("Any", absence)), value):
                return self.value(absence)
        if isinstance(value, Change) and converter is to_change and value.printed:
            try:
                if same(to_change(value.printed), value):
                    return text(value.printed)
            except PlanmodelError:
                pass
        if isinstance(value, tuple) and converter is not None:
            return Row([self.value(one) for one in cast("tuple[object, ...]", value)])
        return self.value(cast("Any", value))

    def amount(self, it: Amount) -> Expression:
        """An amount as an author writes it: printed words, a number, or an absence."""
        if it.number is not None:
            number = format(it.number, "f")
            whole = it.number == it.number.to_integral_value() and "." not in number
            if whole and len(number) < _LONG and _gives(int(number), it):
                return Atom(number)
        for short in (it.printed, "" if it.number is None else str(it.number)):
            if short and _gives(short, it):
                return text(short)
        if it.absence is not None and _gives(it.absence, it):
            return self.value(it.absence)
        return self.call(it)


_LONG = 18


def _gives(short: AmountLike, it: Amount) -> bool:
    try:
        read = to_amount(short)
    except PlanmodelError:
        return False
    return read == it and str(read.number) == str(it.number)


def _is_default(attribute: attrs.Attribute[Any], value: object) -> bool:
    default: Any = attribute.default
    if isinstance(default, cast("type[Any]", attrs.Factory)):
        default = attrs.NOTHING if default.takes_self else default.factory()
    return same(value, default)


def _unwritable(cls: type[Any]) -> ModelError:
    return ModelError(
        Problem(
            say(
                "a {name} cannot be written as code: it is made in no module that can be imported",
                "{name}の値はコードに書けない（読み込めるモジュールで定義されていない）",
                name=cls.__qualname__,
            ),
            where=cls.__module__,
            hint=say("define the class in a module of its own", "クラスをモジュールに定義し直す"),
        )
    )
