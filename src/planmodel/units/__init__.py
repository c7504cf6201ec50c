"""Units and quantities: exact numbers, what they count, and how Japanese documents print them.

Kinds are compared before any arithmetic: 人 and 件 are both counts, and still never add up.
pint stands behind this room (`as_pint`) and is imported when somebody asks for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planmodel.units.arithmetic import Quantity, add, convert, difference_unit, subtract
    from planmodel.units.figures import exact, format_number, parse_number
    from planmodel.units.known_units import Units, default_units, unit
    from planmodel.units.missing_words import missing_reason
    from planmodel.units.pint_edge import as_pint
    from planmodel.units.printed import PrintedQuantity, Qualifier, read_quantity
    from planmodel.units.records import Unit

__all__ = [
    "PrintedQuantity",
    "Qualifier",
    "Quantity",
    "Unit",
    "Units",
    "add",
    "as_pint",
    "convert",
    "default_units",
    "difference_unit",
    "exact",
    "format_number",
    "missing_reason",
    "parse_number",
    "read_quantity",
    "subtract",
    "unit",
]

_HOMES = {
    "PrintedQuantity": "printed",
    "Qualifier": "printed",
    "Quantity": "arithmetic",
    "Unit": "records",
    "Units": "known_units",
    "add": "arithmetic",
    "as_pint": "pint_edge",
    "convert": "arithmetic",
    "default_units": "known_units",
    "difference_unit": "arithmetic",
    "exact": "figures",
    "format_number": "figures",
    "missing_reason": "missing_words",
    "parse_number": "figures",
    "read_quantity": "printed",
    "subtract": "arithmetic",
    "unit": "known_units",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
