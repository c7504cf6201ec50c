"""Changes as printed: 20%減, 3割減, 1.6倍, 7ポイント向上, 前年度比増."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Literal, TypeAlias

from attrs import frozen

from planmodel.errors import ModelError, Problem
from planmodel.text import say

__all__ = ["Change", "ChangeUnit", "to_change"]

ChangeUnit: TypeAlias = Literal["percent", "times", "points", "amount", "none"]
"""Per cent of the reference, a multiple of it, ポイント or units added to it, or no size at all."""

_RISE = "増加|増|向上|上昇|改善|拡大|アップ|以上"
_FALL = "減少|減|削減|低下|縮小|抑制|ダウン|以下"
_FORM = re.compile(
    rf"""(?P<sign>[+-])?
    (?P<size>\d+(?:,\d{{3}})*(?:\.\d+)?)?\s*
    (?P<unit>%|割|倍|ポイント|pt|[^\d\s+\-]*?)?\s*
    (?:を)?(?P<way>{_RISE}|{_FALL})?""",
    re.VERBOSE,
)
_TENTH = Decimal("0.1")
_PERCENT = Decimal("0.01")


@frozen
class Change:
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
            return reference + abs(reference) * self.size * _PERCENT
        if self.unit == "times":
            return reference * self.size
        if self.unit in ("points", "amount"):
            return reference + self.size
        return None

    def __str__(self) -> str:
        if self.printed:
            return self.printed
        if self.unit == "times":
            return f"{self.size:f}倍"
        way = "増" if self.is_rise else "減"
        unit = {"percent": "%", "points": "ポイント"}.get(self.unit, "")
        return way if self.unit == "none" else f"{abs(self.size):f}{unit}{way}"


def to_change(value: Change | str) -> Change:
    """*value* as a `Change`; text is read as printed (NFKC, 割 is ten per cent).

    Raises:
        ModelError: the text is no change, or has a size without saying up or down.
    """
    if isinstance(value, Change):
        return value
    text = unicodedata.normalize("NFKC", value).strip()
    text = re.sub("^(前年度?|前年度?実績|基準値?|現状値?)(比|から|より)?", "", text)
    text = re.sub("[▲△−]", "-", text)
    found = _FORM.fullmatch(text)
    size, unit = (found["size"], found["unit"] or "") if found else (None, "")
    if found is None or (size is None and found["way"] is None):
        raise _refuse(value)
    if size is None:
        return Change("none", Decimal(_sign(found)), printed=value)
    number = Decimal(size.replace(",", ""))
    if unit == "倍":
        return Change("times", number, printed=value)
    if found["way"] is None and found["sign"] is None:
        raise _refuse(value)
    number *= _sign(found)
    if unit in ("%", "割"):
        percent = number if unit == "%" else number / _TENTH
        return Change("percent", percent, printed=value)
    points = unit in ("ポイント", "pt")
    return Change("points" if points else "amount", number, printed=value)


def _sign(found: re.Match[str]) -> int:
    if found["sign"]:
        return -1 if found["sign"] == "-" else 1
    return -1 if re.fullmatch(_FALL, found["way"] or "") else 1


def _refuse(value: object) -> ModelError:
    return ModelError(
        Problem(
            say("{value!r} is no change", "{value!r}は増減として読めない", value=value),
            where="change",
            expected="20%減, 3割減, 1.6倍, 7ポイント向上, 前年度比増, -5%",
        )
    )
