"""Amounts: an exact number, words, or the reason why there is neither, as printed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final, Literal, TypeAlias

from attrs import Attribute, field, frozen

from planmodel.errors import ModelError, ParseError, Problem
from planmodel.model.absence import Missing, NotStated
from planmodel.model.typing_checks import Checked
from planmodel.text import Language, say

__all__ = [
    "STATES",
    "Amount",
    "AmountLike",
    "State",
    "to_amount",
    "to_amount_or_none",
    "to_number_or_none",
]

State: TypeAlias = Literal["final", "provisional", "estimated", "forecast", "revised"]
"""How sure a value is."""

STATES: Final[tuple[State, ...]] = ("final", "provisional", "estimated", "forecast", "revised")
"""The words for how sure a value is."""


def _consistent(amount: Amount, _attribute: Attribute[Any], _value: object) -> None:
    count = (amount.number is not None) + bool(amount.words) + (amount.absence is not None)
    if count != 1:
        raise ModelError(
            Problem(
                say(
                    "an amount is one of a number, words or an absence (given: {count})",
                    "量は数・語句・欠測のどれか一つである（{count}個与えられた）",
                    count=count,
                ),
                where="Amount",
            )
        )


def to_number_or_none(value: Decimal | float | None) -> Decimal | None:
    """*value* as an exact number (a float by its shortest digits), or ``None``.

    Raises:
        ModelError: it is no finite number.
    """
    if value is None or (isinstance(value, Decimal) and value.is_finite()):
        return value
    from planmodel.units import exact

    return exact(value)


@frozen(repr=False)
class Amount(Checked):
    """An amount as a document gives it.

    Attributes:
        number: the exact value, or ``None``.
        unit: the unit printed beside it; empty when none is printed (then the indicator's holds).
        mark: a printed mark whose meaning may be unknown (``*``).
        printed: the words as printed, kept when the amount was read from text.
        words: a value in words (設置済), where the indicator is not a number.
        absence: why there is neither: `Missing` or `NotStated`.
        about: whether the document itself says about (約, 程度).

    Raises:
        ModelError: not exactly one of number, words and absence, or the number is not finite.
    """

    number: Decimal | None = field(default=None, converter=to_number_or_none)
    unit: str = ""
    mark: str = ""
    printed: str = ""
    words: str = ""
    about: bool = False
    absence: Missing | NotStated | None = field(default=None, validator=_consistent)

    def in_language(self, language: Language) -> str:
        """The amount as printed, or built from its parts."""
        del language  # a printed figure is the same in every language
        return str(self)

    def __str__(self) -> str:
        if self.printed:
            return self.printed
        if self.absence is not None:
            return self.absence.reason
        if self.number is None:
            return self.words
        return f"{self.number:,f}{self.unit}{self.mark}"

    def __repr__(self) -> str:
        return f"Amount({str(self)!r})"

    def parts(self) -> Iterator[tuple[str, object]]:
        """The fields that say something, by name."""
        for name in ("number", "unit", "mark", "printed", "words", "about", "absence"):
            value: object = getattr(self, name)
            if value not in (None, "", False):
                yield name, value


AmountLike: TypeAlias = Amount | Decimal | int | float | str | Missing | NotStated
"""What an author may write for an amount: ``95.1``, ``"2,329グループ*"``, `Missing`, …"""


def to_amount(value: AmountLike) -> Amount:
    """*value* as an `Amount`; text is read as printed, a float by its shortest digits.

    Raises:
        ModelError: it is no number, or text that is neither a number nor a quantity.
    """
    if isinstance(value, Amount):
        return value
    if isinstance(value, (Missing, NotStated)):
        return Amount(absence=value)
    if isinstance(value, str):
        return _read(value)
    from planmodel.units import exact

    return Amount(exact(value))


def _read(text: str) -> Amount:
    from planmodel.units import read_quantity

    try:
        read = read_quantity(text)
    except ParseError as error:
        raise ModelError(
            *error.problems,
            Problem(
                say("{text!r} is no amount", "{text!r}は量として読めない", text=text),
                hint=say(
                    "for a value in words write Amount(words={text!r})",
                    "語句の値は Amount(words={text!r}) と書く",
                    text=text,
                ),
            ),
        ) from error
    if read.qualifier == "missing":
        return Amount(printed=text, absence=Missing(read.missing_reason or text))
    if read.qualifier not in ("exact", "about") or read.number is None:
        raise ModelError(
            Problem(
                say(
                    "{text!r} is not one number but {what}",
                    "{text!r}は一つの数ではない（{what}）",
                    text=text,
                    what=read.qualifier,
                ),
                hint=say(
                    "write a bound or a range as a target: AtLeast, AtMost, Between",
                    "以上・以下・範囲は目標の形（AtLeast, AtMost, Between）で書く",
                ),
            )
        )
    plain = text == format(read.number, "f")
    return Amount(
        read.number,
        unit=read.unit_text,
        mark=read.mark,
        printed="" if plain else text,
        about=read.qualifier == "about",
    )


def to_amount_or_none(value: AmountLike | None) -> Amount | None:
    """*value* as an `Amount`, or ``None``."""
    return None if value is None else to_amount(value)
