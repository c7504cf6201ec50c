"""Numbers as a reader wants them: thousands apart, a true minus, no digits that say nothing.

Figures are rounded half up (四捨五入) for printing, and only there; the data stay exact.
"""

from __future__ import annotations

import decimal
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from planmodel.text import true_minus

__all__ = [
    "places_of",
    "plain_number",
    "rounded",
    "signed",
    "text_of_number",
    "told_apart",
    "true_minus",
]

_MOST_PLACES = 6
_CONTEXT = decimal.Context(prec=60, rounding=decimal.ROUND_HALF_UP)
_SHORT = decimal.Context(prec=6, rounding=decimal.ROUND_HALF_UP)
_LARGEST = Decimal("1e30")


def rounded(number: Decimal, places: int = 1) -> Decimal:
    """*number* with at most so many decimal places, rounded half up, without zeros at the end.

    >>> from decimal import Decimal
    >>> rounded(Decimal("2457.25")), rounded(Decimal("-0.04")), rounded(Decimal("100.0"))
    (Decimal('2457.3'), Decimal('0'), Decimal('100'))
    """
    if not number.is_finite() or abs(number) >= _LARGEST:
        return number
    short = _CONTEXT.quantize(number, Decimal(1).scaleb(-places)).normalize(_CONTEXT)
    return Decimal(f"{short:f}") if short else Decimal(0)


def places_of(numbers: Iterable[Decimal]) -> int:
    """The most decimal places that any of *numbers* is printed with; 0 where there is none.

    >>> from decimal import Decimal
    >>> places_of([Decimal("1.52"), Decimal(3), Decimal("1E+2")])
    2
    """
    return max((0, *(-int(it.as_tuple().exponent) for it in numbers if it.is_finite())))


def told_apart(number: Decimal, beside: Iterable[Decimal]) -> Decimal:
    """*number*, worked out from the numbers *beside* it, rounded to one place more than they have.

    It gets more places where it would look like one of them or like 0 and is not; where six do
    not tell them apart, it is not rounded.

    >>> from decimal import Decimal
    >>> told_apart(Decimal("1.466"), [Decimal("1.52"), Decimal("1.43"), Decimal("1.47")])
    Decimal('1.466')
    >>> told_apart(Decimal("49.96"), [Decimal(40), Decimal(50)])
    Decimal('49.96')
    """
    others = tuple(beside)
    for places in range(places_of(others) + 1, _MOST_PLACES + 1):
        shown = rounded(number, places)
        if shown == number or (shown and shown not in others):
            return shown
    return number


def text_of_number(number: Decimal) -> str:
    """*number* with thousands commas and its digits; beyond six decimal places ``…`` says more.

    >>> from decimal import Decimal
    >>> text_of_number(Decimal("-2329")), text_of_number(Decimal("95.10"))
    ('−2,329', '95.10')
    >>> text_of_number(Decimal(2) / Decimal(3))
    '0.666667…'
    """
    if not number.is_finite() or abs(number) >= _LARGEST:
        return str(number)
    places = -int(number.as_tuple().exponent)
    more = ""
    if places > _MOST_PLACES:
        short = _CONTEXT.quantize(number, Decimal(1).scaleb(-_MOST_PLACES))
        more = "" if short == number else "…"
        number = short if more else short.normalize(_CONTEXT)
    return true_minus(f"{number:,f}{more}")


def plain_number(value: object) -> str | None:
    """*value* as text if it is a number of any kind, else ``None``."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal, Fraction)):
        return None
    if isinstance(value, Fraction):
        return text_of_number(Decimal(value.numerator) / Decimal(value.denominator))
    if isinstance(value, float):
        return text_of_number(Decimal(repr(value)).normalize(_SHORT))
    return text_of_number(Decimal(value))


def signed(number: Decimal) -> str:
    """*number* with its sign: a difference.

    >>> from decimal import Decimal
    >>> signed(Decimal("12.5")), signed(Decimal("-3")), signed(Decimal(0))
    ('+12.5', '−3', '±0')
    """
    if not number:
        return "±0"
    return f"{'+' if number > 0 else ''}{text_of_number(number)}"
