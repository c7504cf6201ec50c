"""The arithmetic of the measures: exact until one last division, whatever context the caller set.

Sums, differences and products are exact (`planmodel.units.figures.EXACT` would raise otherwise).
Quotients keep `PLACES` significant digits. They are rounded so that rounding them again, in any
mode and to fewer digits, gives what rounding the exact quotient would have given (ROUND_05UP),
and so that a quotient which only nearly is a threshold never lands on it.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_05UP, Context, Decimal
from typing import Final, TypeAlias

from planmodel.errors import ModelError, Problem
from planmodel.text import say
from planmodel.units import exact

__all__ = [
    "HUNDRED",
    "PLACES",
    "UNITS",
    "Figure",
    "add",
    "divide",
    "fma",
    "grow",
    "multiply",
    "percent",
    "read",
    "subtract",
]

PLACES: Final = 40
"""Significant digits of a quotient."""

_EXACT = Context(prec=8000, Emin=MIN_EMIN, Emax=MAX_EMAX)
_WIDE = Context(prec=PLACES + 20, Emin=MIN_EMIN, Emax=MAX_EMAX)
_NEAREST = Context(prec=PLACES, Emin=MIN_EMIN, Emax=MAX_EMAX)
_QUOTIENT = Context(prec=PLACES, rounding=ROUND_05UP, Emin=MIN_EMIN, Emax=MAX_EMAX)

Figure: TypeAlias = Decimal | float | str
"""A figure as people pass it: a float counts by its shortest digits, so 95.1 is 95.1."""

add = _EXACT.add
subtract = _EXACT.subtract
multiply = _EXACT.multiply
fma = _EXACT.fma
divide = _QUOTIENT.divide


HUNDRED: Final = Decimal("1E+2")
"""Moves the point without adding a digit."""

UNITS: Final = Decimal(0)
"""Added, it writes 1.1E+2 as 110; the digits behind the point stay."""


def grow(b: Decimal, t: Decimal, k: Decimal, n: Decimal) -> Decimal:
    """b·(t/b)^(k/n) to `PLACES` digits; b and t have one sign."""
    factor = _WIDE.power(_WIDE.divide(t, b), _WIDE.divide(k, n))
    grown = _NEAREST.normalize(_WIDE.multiply(b, factor))
    return add(grown, UNITS)


def percent(ratio: Decimal) -> Decimal:
    """*ratio* in percent: the same digits, the point two places further on."""
    return fma(ratio, HUNDRED, UNITS)


def read(name: str, given: object, problems: list[Problem]) -> Decimal | None:
    """The figure passed as *name*; ``None`` is missing, and what is wrong goes to *problems*."""
    if given is None:
        return None
    if not isinstance(given, (Decimal, int, float, str)):
        problems.append(
            Problem(
                say("{what} is not a number", "{what}は数値でない", what=type(given).__name__),
                name,
                say("a number, or None where it is missing", "数値、欠測ならNone"),
            )
        )
        return None
    try:
        return exact(given)
    except ModelError as error:
        problems += [problem.at(name) for problem in error.problems]
        return None
