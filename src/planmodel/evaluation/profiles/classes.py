"""The classes of a published method as data: they judge, and they are what is told of them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from attrs import frozen

from planmodel.evaluation.interval import Interval
from planmodel.text import Language, Text, say

__all__ = ["CLOSENESS", "Ladder", "Rung"]

CLOSENESS: Final = say(
    "C is 1 far from a natural limit of the values and falls to 0 at it; without a limit it is 1.",
    "Cは値の自然な限界から遠ければ1、限界に近いほど0に近づく。限界がなければ1。",
)
"""What C stands for beside a threshold."""


@frozen
class Rung:
    """One class: it takes the figures from *low* on that no class before it takes.

    Attributes:
        status: the class, in the method's own words.
        low: the lower end; ``None`` takes all the rest.
        inclusive: whether the lower end itself is inside.
        shrinks: whether the lower end is multiplied by C.
    """

    status: str
    low: float | None = None
    inclusive: bool = True
    shrinks: bool = False

    def takes(self, figure: Fraction | float, coefficient: float) -> bool:
        """Whether *figure* is at or above the lower end."""
        if self.low is None:
            return True
        low = self.low * coefficient if self.shrinks else self.low
        return figure >= low if self.inclusive else figure > low

    def in_language(self, language: Language) -> str:
        """The figures it takes, in words of *language*."""
        if self.low is None:
            return say("otherwise", "その他").in_language(language)
        if not self.shrinks or not self.low:
            low = Decimal(str(self.low))
            return Interval(low.normalize(), has_low=self.inclusive).in_language(language)
        if language == "ja":
            return f"{self.low}·C{'以上' if self.inclusive else '超'}"
        return f"{'≥' if self.inclusive else '>'} {self.low}·C"


@frozen
class Ladder:
    """The classes of one figure, the best first.

    Attributes:
        figure: what the figure is, and when it is the one that counts.
        rungs: the classes; the last one takes the rest.
        met: the class of a series that has met its target, whatever the figure.
        note: what else decides.
    """

    figure: Text
    rungs: tuple[Rung, ...]
    met: str | None = None
    note: Text | None = None

    def find(self, figure: Fraction | float, coefficient: float = 1.0) -> str:
        """The class of *figure*."""
        return next(it.status for it in self.rungs if it.takes(figure, coefficient))

    def rows(self) -> tuple[tuple[str, Rung | Text], ...]:
        """Each class with what leads to it, in the order in which it is asked."""
        first = () if self.met is None else ((self.met, say("the target is met", "目標を達成")),)
        return (*first, *((it.status, it) for it in self.rungs))
