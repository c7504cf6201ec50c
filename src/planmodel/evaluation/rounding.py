"""Rounding as a rule: a mode and a number of places, applied last."""

from __future__ import annotations

import decimal
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from attrs import Attribute, field, frozen

from planmodel.errors import ModelError, Problem, UsageError, did_you_mean
from planmodel.evaluation.precision import FigureLike, read
from planmodel.text import Language, say

__all__ = ["MODES", "ONE_PLACE", "Mode", "Rounding"]

Mode: TypeAlias = Literal["half_up", "six_up", "half_even", "floor", "ceiling", "truncate"]
"""四捨五入, 五捨六入, 偶数への丸め, 切り下げ (to −∞), 切り上げ (to +∞), 切り捨て (to 0)."""

_MODES: Final[dict[str, str]] = {
    "half_up": decimal.ROUND_HALF_UP,
    "six_up": decimal.ROUND_HALF_DOWN,
    "half_even": decimal.ROUND_HALF_EVEN,
    "floor": decimal.ROUND_FLOOR,
    "ceiling": decimal.ROUND_CEILING,
    "truncate": decimal.ROUND_DOWN,
}
MODES: Final[tuple[str, ...]] = tuple(_MODES)
"""The names of the modes."""

_NAMES = {
    "half_up": say("rounded half up", "四捨五入"),
    "six_up": say("rounded up from a digit of 6 on", "五捨六入"),
    "half_even": say("rounded half to even", "偶数への丸め"),
    "floor": say("rounded down", "切り下げ"),
    "ceiling": say("rounded up", "切り上げ"),
    "truncate": say("truncated", "切り捨て"),
}
_MOST_PLACES = 12
_ENOUGH = Context(prec=9000, Emin=decimal.MIN_EMIN, Emax=decimal.MAX_EMAX)
_NO_PLACES = Decimal(1)


def _verify_mode(_rounding: Rounding, _attribute: Attribute[Mode], mode: object) -> None:
    if mode not in _MODES:
        raise ModelError(
            Problem(
                say("{mode!r} is no way of rounding", "{mode!r}という端数処理はない", mode=mode),
                "Rounding.mode",
                ", ".join(MODES),
                did_you_mean(str(mode), MODES),
            )
        )


def _verify_places(_rounding: Rounding, _attribute: Attribute[int], places: object) -> None:
    if type(places) is not int or not -_MOST_PLACES <= places <= _MOST_PLACES:
        raise ModelError(
            Problem(
                say(
                    "{places!r} is no number of decimal places",
                    "{places!r}は小数点以下の桁数でない",
                    places=places,
                ),
                "Rounding.places",
                say(
                    "a whole number from -{most} to {most}",
                    "-{most}から{most}までの整数",
                    most=_MOST_PLACES,
                ),
            )
        )


@frozen
class Rounding:
    """A rule for the digits that are printed.

    Attributes:
        mode: ``half_up`` and ``half_even`` to the nearest; ``floor`` and ``ceiling`` towards minus
            and plus infinity; ``truncate`` towards zero. Halves of ``half_up`` go away from zero.
            ``six_up`` looks at the first digit that is dropped and at no other: up to 5 it goes
            towards zero, from 6 on away from it, so that 2.59 is 2 and 2.6 is 3.
        places: digits after the point; -3 rounds to thousands.

    Raises:
        ModelError: an unknown mode, or places that are no whole number from -12 to 12.

    >>> from planmodel.evaluation import Rounding
    >>> from fractions import Fraction
    >>> Rounding("truncate", 1).apply(Fraction(131, 470) * 100)
    Decimal('27.8')
    >>> Rounding("half_up", 0).apply("92.5"), Rounding("half_even", 0).apply("92.5")
    (Decimal('93'), Decimal('92'))
    >>> Rounding("six_up", 0).apply("92.59"), Rounding("six_up", 0).apply("92.6")
    (Decimal('92'), Decimal('93'))
    """

    mode: Mode = field(validator=_verify_mode)
    places: int = field(validator=_verify_places)
    _unit: Decimal = field(init=False, repr=False, eq=False)
    _how: str = field(init=False, repr=False, eq=False)
    _finer: Decimal | None = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_unit", Decimal((0, (1,), -self.places)))
        object.__setattr__(self, "_how", _MODES[self.mode])
        finer = Decimal((0, (1,), -self.places - 1)) if self.mode == "six_up" else None
        object.__setattr__(self, "_finer", finer)

    def apply(self, x: FigureLike) -> Decimal:
        """*x* with this number of places; a float counts by its shortest digits, never as -0.

        Raises:
            UsageError: *x* is no finite number, or has more than some thousands of digits.
        """
        if type(x) is not Decimal or not x.is_finite():
            x = _number(x)
        try:
            if self._finer is not None:
                # One digit more, the others dropped: then a 5 is exactly the half that goes down.
                x = x.quantize(self._finer, decimal.ROUND_DOWN, _ENOUGH)
            rounded = x.quantize(self._unit, self._how, _ENOUGH)
            if self.places < 0:
                rounded = rounded.quantize(_NO_PLACES, context=_ENOUGH)
        except decimal.InvalidOperation:
            what = say("it has too many digits to be rounded", "桁数が多すぎて丸められない")
            raise UsageError(Problem(what, "x")) from None
        return rounded or rounded.copy_abs()

    def in_language(self, language: Language) -> str:
        """The rule in words of *language*."""
        places, name = self.places, _NAMES[self.mode]
        if language == "ja":
            if places < 0:
                return f"{10**-places:,}単位で{name.ja}"
            if self.mode in ("half_up", "six_up"):
                return f"小数第{places + 1}位を{name.ja}"
            return f"小数第{places + 1}位以下{name.ja}"
        if places < 0:
            return f"{name.en} to {10**-places:,}s"
        return f"{name.en} to {places} decimal place{'' if places == 1 else 's'}"


ONE_PLACE: Final = Rounding("half_up", 1)
"""How figures are printed where a rule says nothing: half up, as Japanese reports do."""


def _number(given: object) -> Decimal:
    if isinstance(given, Fraction):
        whole = abs(given.numerator) // given.denominator
        digits = Decimal(whole).adjusted() + 1 + _MOST_PLACES + 2
        # ROUND_05UP keeps the second rounding, the one of the rule, right in every mode.
        quotient = Context(prec=digits, rounding=decimal.ROUND_05UP)
        return quotient.divide(Decimal(given.numerator), Decimal(given.denominator))
    problems: list[Problem] = []
    number = read("x", given, problems)
    if number is None:
        problems = problems or [
            Problem(say("there is no number to round", "丸める数値がない"), "x")
        ]
        raise UsageError(*problems)
    return number
