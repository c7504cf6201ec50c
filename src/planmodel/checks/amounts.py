"""Amounts made comparable: numbers in an indicator's unit, and how finely they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeAlias
from unicodedata import normalize

from planmodel.checks.look import Look
from planmodel.errors import UnitError
from planmodel.model.absence import NotStated
from planmodel.model.amounts import Amount
from planmodel.model.indicators import Benchmark, Indicator
from planmodel.model.targets import Between, Bound, Relative, Side, Target
from planmodel.periods import Period
from planmodel.units import Unit, Units, convert

__all__ = [
    "Limit",
    "amounts_of",
    "last_place",
    "limits",
    "number_in",
    "other_end",
    "same_unit",
    "target_number",
]

Limit: TypeAlias = tuple[Side, bool, Decimal]
"""The side on which good values lie, whether the limit itself is excluded, and the limit."""

_MULTIPLIERS = {"十": 1, "百": 2, "千": 3, "万": 4, "億": 8, "兆": 12}
_PRINTED = re.compile(r"([0-9][0-9,]*)(?:[.]([0-9]+))?\s*([十百千]?[万億兆]|[百千])?")


def same_unit(one: str, other: str, units: Units) -> bool:
    """Whether two spellings mean one unit; an unknown unit equals only its own spelling."""
    return units.same(one, other)


def number_in(amount: Amount | None, unit: str, units: Units) -> Decimal | None:
    """The number of *amount* counted in *unit*; ``None`` where there is none or it has no sense."""
    if amount is None or amount.number is None:
        return None
    if not amount.unit or same_unit(amount.unit, unit, units):
        return amount.number
    given, wanted = units.find(amount.unit), units.find(unit)
    if given is None or wanted is None or given.kind != wanted.kind:
        return None
    try:
        return convert(amount.number, given, wanted)
    except UnitError:
        return None


def last_place(amount: Amount, unit: str, units: Units) -> Decimal:
    """One unit in the last printed place of *amount*, counted in *unit*: 0.1 for 95.1, 1 for 757.

    The last place of 17.5万 is 1,000; that of an amount said to be about (約750) is its last
    digit that is not zero.
    """
    number = amount.number if amount.number is not None else Decimal(1)
    exponent = number.as_tuple().exponent
    place = exponent if isinstance(exponent, int) else 0
    scale = _scale(amount, number)
    if scale is not None:
        place = scale
    elif amount.about and number:
        place = _last_digit(number)
    step = Decimal(1).scaleb(place)
    given, wanted = _units_of(amount, unit, units)
    if given is None or wanted is None or given.kind != wanted.kind:
        return step
    return step * given.factor / wanted.factor


def _scale(amount: Amount, number: Decimal) -> int | None:
    """The last place of a number printed with a multiplier; that of a unit (億円) is none."""
    printed = _PRINTED.search(normalize("NFKC", amount.printed))
    if printed is None or not printed[3]:
        return None
    decimals = printed[2] or ""
    if Decimal(f"{printed[1].replace(',', '')}.{decimals}0") == abs(number):
        return None
    return sum(_MULTIPLIERS[sign] for sign in printed[3]) - len(decimals)


def _last_digit(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _units_of(amount: Amount, unit: str, units: Units) -> tuple[Unit | None, Unit | None]:
    return (units.find(amount.unit), units.find(unit)) if amount.unit else (None, None)


def target_number(look: Look, indicator: Indicator, target: Target) -> Decimal | None:
    """The one number that a target aims at, in the indicator's unit, or ``None``."""
    if isinstance(target, Relative) and target.value is None and target.of == "baseline":
        baseline = look.baseline(indicator)
        reference = (
            number_in(baseline.amount, indicator.unit, look.units) if baseline is not None else None
        )
        return target.arithmetic(reference) if reference is not None else None
    if isinstance(target, (Bound, Relative)):
        return number_in(target.amount, indicator.unit, look.units)
    return None


def limits(look: Look, indicator: Indicator, target: Target) -> tuple[Limit, ...]:
    """What values must keep to for *target*, in the indicator's unit; empty without numbers."""
    if isinstance(target, Between):
        low = number_in(target.low, indicator.unit, look.units)
        high = number_in(target.high, indicator.unit, look.units)
        if low is None or high is None:
            return ()
        return (("at_least", False, low), ("at_most", False, high))
    number = target_number(look, indicator, target)
    if number is None or not isinstance(target, (Bound, Relative)):
        return ()
    strict = target.strict if isinstance(target, Bound) else False
    return ((target.side, strict, number),)


def other_end(look: Look, indicator: Indicator, target: Target) -> Bound | None:
    """The bound on the other side that is due with *target*, where the two are a range."""
    if not isinstance(target, Bound):
        return None
    for other in look.targets(indicator):
        if not isinstance(other, Bound) or other.side == target.side:
            continue
        if _due(other) == _due(target) and other.scope == target.scope:
            ends = {it.side: target_number(look, indicator, it) for it in (target, other)}
            low, high = ends["at_least"], ends["at_most"]
            if low is not None and high is not None and low <= high:
                return other
    return None


def _due(target: Target) -> Period | None:
    return None if isinstance(target.period, NotStated) else target.period


def amounts_of(look: Look, thing: Indicator | Benchmark) -> Iterator[tuple[str, Amount]]:
    """The baseline and the amounts of the targets of a series, each with the field it stands in."""
    baseline = look.baseline(thing)
    if baseline is not None:
        yield "baseline", baseline.amount
    if isinstance(thing, Benchmark):
        return
    for target in look.targets(thing):
        several: tuple[Any, ...] = (target.amount,)
        if isinstance(target, Between):
            several = (target.low, target.high)
        for amount in several:
            if amount is not None:
                yield "target", amount
