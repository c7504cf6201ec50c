"""The only place that knows pint: a registry of our own, built from our own units, on first use.

pint is never given words of a document, only names made here:
its reader of texts drops what it does not know (``△3.2 人`` would be 3.2).
"""

from __future__ import annotations

import re
from decimal import Decimal
from importlib import import_module
from threading import Lock
from typing import Any

from planmodel.errors import UnitError
from planmodel.units.figures import exact
from planmodel.units.known_units import default_units
from planmodel.units.records import Unit

__all__ = ["as_pint"]

# Powers that pint can use: kinds are flat in the units file, which people read.
_POWERS = {"㎡": "meter ** 2", "㎥": "meter ** 3"}


class _Registry:
    """pint's registry and the names under which our units stand in it."""

    def __init__(self) -> None:
        # pint's own types refuse the arguments that its manual tells to give.
        pint: Any = import_module("pint")
        # None: not one of pint's own units, so nothing is there that we did not define.
        self.pint: Any = pint.UnitRegistry(None, non_int_type=Decimal)
        self.names: dict[Unit, str] = {}
        self.kinds: dict[str, str] = {}
        self.taken = {"nan", "inf", "dimensionless"}
        for unit in default_units():
            self.name(unit)

    def name(self, unit: Unit) -> str:
        """The name of *unit* in pint, which is defined there when it is met first."""
        known = self.names.get(unit)
        if known is None:
            known = self.names[unit] = self._free(unit.singular or unit.symbol)
            self.pint.define(f"{known} = {self._definition(unit, known)}")
        return known

    def _definition(self, unit: Unit, name: str) -> str:
        if unit.parts is not None and unit.parts[0].kind != unit.parts[1].kind:
            over, under = unit.parts
            size = unit.factor / over.factor
            return f"{size:f} * {self.name(over)} / {self.name(under)}"
        base = self.kinds.get(unit.kind)
        if base is not None:
            return f"{unit.factor:f} * {base}"
        if unit.symbol == unit.kind:
            self.kinds[unit.kind] = name
            return _POWERS.get(unit.kind, f"[{name}]")
        # A kind whose own unit was not met (人/人 never is): a unit stands in for it.
        base = self.kinds[unit.kind] = self._free(f"base of {name}")
        self.pint.define(f"{base} = [{base}]")
        return f"{unit.factor:f} * {base}"

    def _free(self, label: str) -> str:
        slug = re.sub(r"[^a-z0-9]+", "_", label.replace("%", " percent ").lower()).strip("_")
        slug = slug if slug[:1].isalpha() else f"unit_{slug}".rstrip("_")
        name, count = slug, 1
        while name in self.taken:
            count += 1
            name = f"{slug}_no{count}"
        self.taken.add(name)
        return name


_lock = Lock()
_built: list[_Registry] = []


def as_pint(number: Decimal, unit: Unit) -> Any:  # noqa: ANN401 - pint stays out of signatures
    """*number* of *unit* as a ``pint.Quantity`` of exact decimals, in a registry of our own.

    Every kind is a dimension of its own, so pint too refuses to add 人 to 件.
    A rate of two kinds (円/人) is their quotient; 人/10万人 keeps its printed scale.

    Raises:
        UnitError: *unit* is not a `Unit`.
        ModelError: *number* is not finite.
    """
    if not isinstance(unit, Unit):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise UnitError(f"{unit!r} is not a Unit")
    counted = exact(number)
    with _lock:
        if not _built:
            _built.append(_Registry())
        registry = _built[0]
        return registry.pint.Quantity(counted, registry.name(unit))
