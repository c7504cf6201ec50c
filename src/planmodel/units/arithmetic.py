"""Adding, subtracting, comparing and converting what may be, and refusing the rest."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, DecimalException
from typing import TypeAlias

from attrs import field, frozen

from planmodel.errors import ModelError, Problem, UnitError
from planmodel.text import Language, Text, say
from planmodel.units.figures import EXACT, exact, format_number, written_out
from planmodel.units.records import Unit

__all__ = ["Quantity", "add", "convert", "difference_unit", "subtract"]

_Operation: TypeAlias = Callable[[Decimal, Decimal], Decimal]


def convert(number: Decimal, from_unit: Unit, to_unit: Unit) -> Decimal:
    """*number* of *from_unit*, counted in *to_unit*, exactly.

    Raises:
        ModelError: *number* is not finite.
        UnitError: the units are of different kinds, or the result has no finite digits
            (1 month in years); nothing is rounded.

    >>> from decimal import Decimal
    >>> from planmodel.units import convert, unit
    >>> convert(Decimal("1.5"), unit("億円"), unit("千円"))
    Decimal('150000')
    """
    if from_unit.kind != to_unit.kind:
        raise _refused(
            "{left} cannot be converted into {right}: they count different things",
            "{left}は{right}に換算できない。数えているものが違う",
            from_unit,
            to_unit,
        )
    counted = exact(number)
    if from_unit.factor == to_unit.factor:
        return counted
    try:
        size = EXACT.multiply(counted, from_unit.factor)
        return written_out(EXACT.divide(size, to_unit.factor))
    except DecimalException as error:
        raise UnitError(
            Problem(
                say(
                    "{number} {left} cannot be told exactly in {right}",
                    "{number}{left}は{right}では正確に表せない",
                    number=number,
                    left=from_unit,
                    right=to_unit,
                )
            )
        ) from error


def difference_unit(unit: Unit) -> Unit:
    """The unit of a difference of two *unit*: ポイント for %, the unit itself for most.

    >>> from planmodel.units import difference_unit, unit
    >>> difference_unit(unit("%")), difference_unit(unit("人"))
    (Unit('ポイント'), Unit('人'))
    """
    return unit.difference or unit


def _to_unit(value: Unit | str) -> Unit:
    if isinstance(value, Unit):
        return value
    if isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        from planmodel.units.known_units import unit

        return unit(value)
    raise ModelError(
        Problem(
            say("{it} is no unit", "{it}は単位ではない", it=repr(value)),
            "unit",
            hint=say('write unit("人")', 'unit("人") と書く'),
        )
    )


@frozen(eq=False, repr=False)
class Quantity:
    """A number of a unit, for arithmetic at the edge: exact, and refused across kinds.

    Equal quantities count the same: 1千円 equals 1,000円.

    >>> from planmodel.units import Quantity, unit
    >>> Quantity(95.1, unit("%")) - Quantity(89, unit("%"))
    Quantity('6.1ポイント')
    >>> Quantity(3, unit("人")) + Quantity(2, unit("件"))
    Traceback (most recent call last):
    planmodel.errors.UnitError: people and cases cannot be added: they count different things
    """

    number: Decimal = field(converter=exact)
    unit: Unit = field(converter=_to_unit)

    def to(self, unit: Unit) -> Quantity:
        """The same quantity counted in *unit* (`convert`)."""
        return Quantity(convert(self.number, self.unit, unit), unit)

    def __add__(self, other: Quantity) -> Quantity:
        return add(self, other)

    def __sub__(self, other: Quantity) -> Quantity:
        return subtract(self, other)

    def __mul__(self, times: Decimal | float) -> Quantity:
        return Quantity(_exactly(EXACT.multiply, self.number, exact(times)), self.unit)

    __rmul__ = __mul__

    def __neg__(self) -> Quantity:
        return Quantity(self.number.copy_negate(), self.unit)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self.unit.kind == other.unit.kind and self._size() == other._size()

    def __hash__(self) -> int:
        return hash((self.unit.kind, self._size()))

    def __lt__(self, other: Quantity) -> bool:
        return self._size() < self._comparable(other)

    def __le__(self, other: Quantity) -> bool:
        return self._size() <= self._comparable(other)

    def __gt__(self, other: Quantity) -> bool:
        return self._size() > self._comparable(other)

    def __ge__(self, other: Quantity) -> bool:
        return self._size() >= self._comparable(other)

    def _size(self) -> Decimal:
        return EXACT.multiply(self.number, self.unit.factor)

    def _comparable(self, other: Quantity) -> Decimal:
        if self.unit.kind != other.unit.kind:
            raise _refused(
                "{left} and {right} cannot be compared: they count different things",
                "{left}と{right}は比べられない。数えているものが違う",
                self.unit,
                other.unit,
            )
        return other._size()

    def in_language(self, language: Language) -> str:
        """The quantity with thousands commas: ``2,329グループ``, ``2,329 groups``."""
        return format_number(self.number) + self.unit.beside(self.number, language)

    def __str__(self) -> str:
        return self.in_language("ja")

    def __repr__(self) -> str:
        return f"Quantity({str(self)!r})"


def add(left: Quantity, right: Quantity) -> Quantity:
    """The sum, in the unit of *left*. Points add to a share: 50% + 3ポイント is 53%.

    Raises:
        UnitError: the two are of different kinds.
    """
    if left.unit.kind == right.unit.kind:
        return Quantity(_sum(left, right.number, right.unit), left.unit)
    if _is_difference(right.unit, left.unit):
        return Quantity(_shifted(left, right.number, right.unit), left.unit)
    if _is_difference(left.unit, right.unit):
        return Quantity(_shifted(right, left.number, left.unit), right.unit)
    raise _refused(
        "{left} and {right} cannot be added: they count different things",
        "{left}と{right}は足せない。数えているものが違う",
        left.unit,
        right.unit,
    )


def subtract(left: Quantity, right: Quantity) -> Quantity:
    """The difference, in the `difference_unit` of *left*. A share less points is a share.

    Raises:
        UnitError: the two are of different kinds.
    """
    if left.unit.kind == right.unit.kind:
        number = _sum(left, right.number.copy_negate(), right.unit)
        unit = difference_unit(left.unit)
        if unit is not left.unit and left.unit.factor != unit.factor:
            number = written_out(_exactly(EXACT.multiply, number, left.unit.factor))
        return Quantity(number, unit)
    if _is_difference(right.unit, left.unit):
        return Quantity(_shifted(left, right.number.copy_negate(), right.unit), left.unit)
    raise _refused(
        "{right} cannot be taken from {left}: they count different things",
        "{left}から{right}は引けない。数えているものが違う",
        left.unit,
        right.unit,
    )


def _is_difference(unit: Unit, of: Unit) -> bool:
    return of.difference is not None and of.difference.kind == unit.kind


def _sum(left: Quantity, number: Decimal, unit: Unit) -> Decimal:
    return _exactly(EXACT.add, left.number, convert(number, unit, left.unit))


def _shifted(share: Quantity, points: Decimal, unit: Unit) -> Decimal:
    # Points and the share's own unit have one scale, so one point moves 1% by 1.
    size = _exactly(EXACT.multiply, points, unit.factor)
    return _exactly(EXACT.add, share.number, _exactly(EXACT.divide, size, share.unit.factor))


def _exactly(operation: _Operation, left: Decimal, right: Decimal) -> Decimal:
    try:
        return operation(left, right)
    except DecimalException as error:
        raise ModelError(
            Problem(say("the result has no exact digits", "結果を正確な桁で表せない"))
        ) from error


def _refused(en: str, ja: str, left: Unit, right: Unit) -> UnitError:
    hint: Text | str = ""
    for share, points in ((left, right), (right, left)):
        if _is_difference(points, share):
            hint = say(
                "a difference of two {share} is counted in {points}",
                "{share}同士の差は{points}で数える",
                share=share,
                points=points,
            )
    return UnitError(Problem(say(en, ja, left=left, right=right), hint=hint))
