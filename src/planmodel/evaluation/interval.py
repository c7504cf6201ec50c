"""Intervals of the number line: from here, above there, below, up to."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from planmodel.evaluation.precision import multiply
from planmodel.text import Language

__all__ = ["Interval"]


@frozen
class Interval:
    """The numbers between two ends, each inside or outside, or absent.

    Attributes:
        low: the lower end; ``None`` goes down without end.
        high: the upper end; ``None`` goes up without end.
        has_low: the lower end itself is inside (以上; otherwise 超).
        has_high: the upper end itself is inside (以下; otherwise 未満).

    >>> from decimal import Decimal
    >>> band = Interval(Decimal(80), Decimal(100), has_low=True)
    >>> band.contains(Decimal(80)), band.contains(Decimal(100)), str(band)
    (True, False, '≥ 80 and < 100')
    """

    low: Decimal | None = None
    high: Decimal | None = None
    has_low: bool = False
    has_high: bool = False

    def contains(self, x: Decimal) -> bool:
        """Whether *x* lies inside."""
        low, high = self.low, self.high
        if low is not None and not (x > low or (self.has_low and x == low)):
            return False
        return high is None or x < high or (self.has_high and x == high)

    def nearest(self, x: Decimal) -> Decimal:
        """*x*, or the end that it has passed."""
        if self.low is not None and x < self.low:
            return self.low
        return self.high if self.high is not None and x > self.high else x

    @property
    def is_empty(self) -> bool:
        """Whether no number lies inside."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (
            self.low == self.high and not (self.has_low and self.has_high)
        )

    def times(self, factor: Decimal) -> Interval:
        """The interval with both ends multiplied by *factor*, which is not negative."""
        low = None if self.low is None else multiply(self.low, factor)
        high = None if self.high is None else multiply(self.high, factor)
        return Interval(low, high, self.has_low, self.has_high)

    def within(self, other: Interval) -> Interval:
        """The numbers that lie inside both."""
        low, has_low = self.low, self.has_low
        if low is None or (
            other.low is not None and (other.low, not other.has_low) > (low, not has_low)
        ):
            low, has_low = other.low, other.has_low
        high, has_high = self.high, self.has_high
        if high is None or (
            other.high is not None and (other.high, other.has_high) < (high, has_high)
        ):
            high, has_high = other.high, other.has_high
        return Interval(low, high, has_low, has_high)

    def in_language(self, language: Language) -> str:
        """The interval in words of *language*: 80以上100未満."""
        if self.low is not None and self.low == self.high:
            return f"= {self.low:f}" if language == "en" else f"{self.low:f}"
        if language == "ja":
            low = "" if self.low is None else f"{self.low:f}{'以上' if self.has_low else '超'}"
            high = (
                "" if self.high is None else f"{self.high:f}{'以下' if self.has_high else '未満'}"
            )
            return low + high or "すべての数"
        ends = [
            *([] if self.low is None else [f"{'≥' if self.has_low else '>'} {self.low:f}"]),
            *([] if self.high is None else [f"{'≤' if self.has_high else '<'} {self.high:f}"]),
        ]
        return " and ".join(ends) or "every number"

    def __str__(self) -> str:
        return self.in_language("en")
