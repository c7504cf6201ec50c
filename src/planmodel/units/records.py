"""One unit: its symbol, what kind of thing it counts, and its size."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from unicodedata import normalize

from attrs import field, frozen

from planmodel.errors import ModelError, Problem, need_text
from planmodel.text import Language, say
from planmodel.units.figures import EXACT, readings

__all__ = ["Unit", "rate", "unit_key"]


@frozen(repr=False, cache_hash=True)
class Unit:
    """A unit: a canonical ``symbol``, a ``kind``, and a ``factor`` to the kind's own unit.

    The kind is named by the symbol of the unit that stands for it:
    人 for people, 円 for 千円 and 億円, ㎡ for ha.
    Only units of one kind can be added, compared or converted.
    ``difference`` is the unit of a difference, where it is another one (ポイント for %);
    ``parts`` are the two units of a rate.
    Names and parts are outside equality.
    """

    symbol: str
    kind: str
    factor: Decimal = Decimal(1)
    singular: str = field(default="", eq=False)
    plural: str = field(default="", eq=False)
    difference: Unit | None = field(default=None, eq=False)
    parts: tuple[Unit, Unit] | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if not (self.factor.is_finite() and self.factor > 0 and self.symbol and self.kind):
            raise ModelError(
                Problem(
                    say(
                        "a unit needs a symbol, a kind and a factor above 0",
                        "単位には記号、種類、0より大きい倍率が要る",
                    ),
                    where=self.symbol,
                )
            )

    def in_language(self, language: Language) -> str:
        """The unit's name: its symbol in Japanese, its plural label in English."""
        return self.symbol if language == "ja" else self.plural or self.symbol

    def beside(self, number: Decimal, language: Language) -> str:
        """What stands after *number*: ``人``, or a space and ``person`` or ``people``."""
        if language == "ja":
            return self.symbol
        name = (self.singular if number.copy_abs() == 1 else self.plural) or self.symbol
        return name if name == "%" else f" {name}"

    def __str__(self) -> str:
        return self.symbol

    def __repr__(self) -> str:
        return f"Unit({self.symbol!r})"


def unit_key(text: str) -> str:
    """The form under which a spelling is looked up: NFKC, without spaces."""
    need_text(text, "unit", "グループ")
    return "".join(normalize("NFKC", text).split())


_POWERS = {
    Decimal(10) ** zeros: text
    for zeros, text in enumerate(
        ("", "10", "100", "千", "万", "10万", "100万", "千万", "億", "10億", "100億")
    )
}
_WORDS = ("千万", "百万", "千", "万", "億", "百")


def rate(key: str, find: Callable[[str], Unit | None]) -> Unit | None:
    """The unit of a rate such as ``人/10万人``, made of units that *find* knows, or None.

    The printed scale stays: ``人/10万人`` and ``人/千人`` are two units of the kind ``人/人``.
    """
    over, slash, under = key.partition("/")
    numerator = find(over) if slash else None
    if numerator is None or numerator.parts is not None:
        return None
    scale, denominator = _denominator(under.removeprefix("人口"), find)
    if denominator is None or denominator.parts is not None or scale not in _POWERS:
        return None
    one, many = (denominator.singular or denominator.symbol), denominator.in_language("en")
    beneath = one if scale == 1 else f"{scale:,f} {many}"
    return Unit(
        symbol=f"{numerator.symbol}/{_POWERS[scale]}{denominator.symbol}",
        kind=f"{numerator.kind}/{denominator.symbol}",
        factor=EXACT.divide(numerator.factor, scale),
        singular=f"{numerator.singular or numerator.symbol} per {beneath}",
        plural=f"{numerator.in_language('en')} per {beneath}",
        parts=(numerator, denominator),
    )


def _denominator(text: str, find: Callable[[str], Unit | None]) -> tuple[Decimal, Unit | None]:
    whole = find(text)
    if whole is not None:
        return Decimal(1), whole
    counted = text
    if any(text.startswith(word) for word in _WORDS):
        counted = f"1{text}"
    for scale, end, _ in readings(counted):
        found = find(counted[end:])
        if found is not None:
            return scale, found
    return Decimal(1), None
