"""Changes as printed: 20%減, 3割減, 1.6倍, 7ポイント向上, 前年度比増."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Literal, TypeAlias

from attrs import frozen

from planmodel.errors import ModelError, Problem
from planmodel.model.typing_checks import Checked
from planmodel.text import Language, one_or_many, say

__all__ = ["Change", "ChangeUnit", "to_change"]

ChangeUnit: TypeAlias = Literal["percent", "times", "points", "amount", "none"]
"""Per cent of the reference, a multiple of it, ポイント or units added to it, or no size at all."""

# Patterns are compiled when a change is first read: many plans have none.
_RISE = "増加|増|向上|上昇|改善|拡大|アップ"
_FALL = "減少|減|削減|低下|縮小|抑制|ダウン"
_FORM = (
    r"(?P<sign>[+-])?"
    r"(?P<size>\d+(?:,\d{3})*(?:\.\d+)?)?\s*"
    r"(?P<unit>%|割|倍|ポイント|pt|[^\d\s+\-%割倍以]*?)?\s*"
    rf"(?:(?:以上|程度)?[をの]?(?P<way>{_RISE}|{_FALL})|(?P<bound>以上|以下))?"
)
_FROM = "(?:実績|値)?(?:比で?|から|より|に対して|と比べて)"
_REFERENCE = (
    rf"^(?:(?:前年度?|基準年?度?|現状|現況|計画策定時)(?:{_FROM}|実績|値)?"
    rf"|[^\s%割倍]*?\d年度?\)?{_FROM})"
)
_UNITS: dict[str, tuple[ChangeUnit, int]] = {
    "%": ("percent", 1),
    "割": ("percent", 10),
    "倍": ("times", 1),
    "ポイント": ("points", 1),
    "pt": ("points", 1),
}
_HALF = "半減(?:以上)?"
_DOUBLE = "倍増(?:以上)?"
_PERCENT = Decimal("0.01")


@frozen
class Change(Checked):
    """A change against a reference value.

    ``size`` is signed for ``percent``, ``points`` and ``amount`` (−20 is a fall by 20), the factor
    for ``times``, and +1 or −1 for ``none`` (a change without a size, 前年度比増).
    """

    unit: ChangeUnit
    size: Decimal
    printed: str = ""

    @property
    def is_rise(self) -> bool:
        """Whether values shall grow."""
        return self.size > (1 if self.unit == "times" else 0)

    def applied_to(self, reference: Decimal) -> Decimal | None:
        """The exact result on *reference*; ``None`` for a change without a size."""
        if self.unit == "percent":
            return _short(reference + abs(reference) * self.size * _PERCENT)
        if self.unit == "times":
            return _short(reference * self.size)
        if self.unit in ("points", "amount"):
            return reference + self.size
        return None

    def in_language(self, language: Language) -> str:
        """The change as printed; in English built anew where it is printed in Japanese.

        >>> to_change("3割減").in_language("en"), to_change("1.6倍").in_language("en")
        ('down 30%', '1.6 times')
        """
        if language == "ja" or (self.printed and self.printed.isascii()):
            return str(self)
        if self.unit == "times":
            return f"{self.size:f} times"
        size = abs(self.size)
        points = one_or_many(size, "percentage point", "percentage points")
        unit = {"percent": "%", "points": f" {points}"}.get(self.unit, "")
        way = "up" if self.is_rise else "down"
        return way if self.unit == "none" else f"{way} {size:f}{unit}"

    def __str__(self) -> str:
        if self.printed:
            return self.printed
        if self.unit == "times":
            return f"{self.size:f}倍"
        way = "増" if self.is_rise else "減"
        unit = {"percent": "%", "points": "ポイント"}.get(self.unit, "")
        return way if self.unit == "none" else f"{abs(self.size):f}{unit}{way}"


def _short(number: Decimal) -> Decimal:
    """*number* without the zeros that multiplying leaves behind its point."""
    digits = f"{number:f}"
    return Decimal(digits.rstrip("0").rstrip(".")) if "." in digits else number


def to_change(value: Change | str) -> Change:
    """*value* as a `Change`; text is read as printed (NFKC, 割 is ten per cent).

    Raises:
        ModelError: the text is no change, or has a size without saying up or down.
    """
    if isinstance(value, Change):
        return value
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise _refuse(value)
    text = unicodedata.normalize("NFKC", value).strip()
    text = re.sub("[▲△−]", "-", re.sub(_REFERENCE, "", text))
    if re.fullmatch(_HALF, text):
        return Change("percent", Decimal(-50), printed=value)
    if re.fullmatch(_DOUBLE, text):
        return Change("times", Decimal(2), printed=value)
    found = re.fullmatch(_FORM, text)
    way = None if found is None else _way(found)
    if found is None or (way is None and not (found["size"] and found["unit"] == "倍")):
        raise _refuse(value)
    return _change(found, way or 1, value)


def _change(found: re.Match[str], way: int, printed: str) -> Change:
    if found["size"] is None:
        return Change("none", Decimal(way), printed)
    number = Decimal(found["size"].replace(",", ""))
    unit, times = _UNITS.get(found["unit"] or "", ("amount", 1))
    return Change(unit, number * (times if unit == "times" else way * times), printed)


def _way(found: re.Match[str]) -> int | None:
    """+1 for a rise, -1 for a fall, ``None`` where neither or both are said."""
    signed = {"-": -1, "+": 1}.get(found["sign"] or "")
    worded = None
    if found["way"]:
        worded = -1 if re.fullmatch(_FALL, found["way"]) else 1
    elif found["bound"] and not found["size"] and not found["unit"]:
        # 前年度以上 is a rise without a size; 20%以上 is a bound and no change.
        worded = 1 if found["bound"] == "以上" else -1
    elif found["bound"] and found["unit"] != "倍":
        return None
    if signed and worded and signed != worded:
        return None
    return signed or worded


def _refuse(value: object) -> ModelError:
    return ModelError(
        Problem(
            say("{value!r} is no change", "{value!r}は増減として読めない", value=value),
            where="change",
            expected="20%減, 3割減, 1.6倍, 7ポイント向上, 前年度比増, -5%",
            hint=say(
                "a bound such as 20%以上 is written AtLeast or AtMost",
                "20%以上のような上限・下限は AtLeast, AtMost と書く",
            ),
        )
    )
