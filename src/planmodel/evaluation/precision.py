"""The arithmetic of the measures: exact until one last division, whatever context the caller set.

Sums, differences and products are exact (`planmodel.units.figures.EXACT` would raise otherwise).
Quotients keep `PLACES` significant digits. They are rounded so that rounding them again, in any
mode and to fewer digits, gives what rounding the exact quotient would have given (ROUND_05UP),
and so that a quotient which only nearly is a threshold never lands on it.
"""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MIN_EMIN, ROUND_05UP, Context, Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from planmodel.errors import ModelError, Problem
from planmodel.text import say
from planmodel.units import exact

__all__ = [
    "HUNDRED",
    "NO_END",
    "PLACES",
    "UNITS",
    "Figure",
    "FigureLike",
    "add",
    "as_decimal",
    "divide",
    "fma",
    "grow",
    "multiply",
    "percent",
    "read",
    "share",
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

FigureLike: TypeAlias = Figure | Fraction
"""A figure, or a fraction that is a decimal that ends."""

NO_END: Final = say(
    "its digits do not end: pass a decimal with the digits of the document, "
    "or numerator and denominator as two figures where there are two",
    "小数が割り切れない。資料の桁数の小数を渡すか、二つの数値に分けられる場合は分子と分母を別々に渡す",
)
"""What to do about a fraction such as 1/3."""

_SCIENTIFIC = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?[Ee][+-]?[0-9]{1,6}")
_MOST_PLACES = 400

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


def as_decimal(given: Fraction) -> Decimal | None:
    """*given* as a decimal, or ``None`` where its digits do not end within 400 places."""
    rest, places = given.denominator, 0
    for factor in (2, 5):
        count = 0
        while rest % factor == 0 and count <= _MOST_PLACES:
            rest, count = rest // factor, count + 1
        places = max(places, count)
    if rest != 1:
        return None
    return Decimal(given.numerator * (10**places // given.denominator)).scaleb(-places, _EXACT)


def share(percentage: Decimal) -> Decimal:
    """*percentage* as a pure number, exactly: 130 is 1.3."""
    return add(_EXACT.normalize(_EXACT.scaleb(percentage, -2)), UNITS)


def read(name: str, given: object, problems: list[Problem]) -> Decimal | None:
    """The figure passed as *name*; ``None`` is missing, and what is wrong goes to *problems*."""
    if given is None:
        return None
    if isinstance(given, Fraction):
        number = as_decimal(given)
        if number is None:
            what = say("{it} is no decimal number", "{it}は小数で表せない", it=str(given)[:40])
            problems.append(Problem(what, name, hint=NO_END))
            return None
        given = number
    if isinstance(given, str) and _SCIENTIFIC.fullmatch(given):
        given = Decimal(given)
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
