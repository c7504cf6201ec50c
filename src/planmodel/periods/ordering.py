"""Earlier and later, between periods of one kind only."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from planmodel.errors import NotComparableError, Problem
from planmodel.text import Text, say

if TYPE_CHECKING:
    from planmodel.periods.composed import Period

__all__ = ["Ordered", "not_comparable"]


class Ordered:
    """What every period has: a kind, a place among its kind, and ``<`` within the kind.

    Comparing two periods of different kinds raises `NotComparableError`;
    comparing with anything else is a plain `TypeError`.
    Equality never raises: periods of different kinds are simply not equal.
    """

    __slots__ = ()

    @property
    @abstractmethod
    def kind(self) -> tuple[str | int, ...]:
        """What it shares with the periods that it can be compared with."""

    @property
    @abstractmethod
    def place(self) -> tuple[int, ...]:
        """Where it stands among the periods of its kind, earlier first."""

    @property
    @abstractmethod
    def kind_name(self) -> Text:
        """The kind in words, for a message."""

    def __lt__(self, other: Period) -> bool:
        if not isinstance(other, Ordered):  # pyright: ignore[reportUnnecessaryIsInstance]
            return NotImplemented
        if self.kind != other.kind:
            raise not_comparable(self, other)
        return self.place < other.place

    def __le__(self, other: Period) -> bool:
        if not isinstance(other, Ordered):  # pyright: ignore[reportUnnecessaryIsInstance]
            return NotImplemented
        if self.kind != other.kind:
            raise not_comparable(self, other)
        return self.place <= other.place

    def __gt__(self, other: Period) -> bool:
        if not isinstance(other, Ordered):  # pyright: ignore[reportUnnecessaryIsInstance]
            return NotImplemented
        if self.kind != other.kind:
            raise not_comparable(self, other)
        return self.place > other.place

    def __ge__(self, other: Period) -> bool:
        if not isinstance(other, Ordered):  # pyright: ignore[reportUnnecessaryIsInstance]
            return NotImplemented
        if self.kind != other.kind:
            raise not_comparable(self, other)
        return self.place >= other.place


_FISCAL_AND_CALENDAR = say(
    "they cover different days; say which of the two is meant, or compare their first_day",
    "対象となる日が異なる。どちらの意味かを定めるか、first_dayどうしで比べる",
)
_START_MONTHS = say(
    "their years start in different months; compare their first_day",
    "年度の開始月が異なる。first_dayどうしで比べる",
)
_WINDOW = say(
    "name the year of the window that is meant, for example window.last",
    "window.lastなど、期間のうちどの年を指すかを明示する",
)
_DAY = say(
    "compare days with days: a year has a first_day and a last_day",
    "日は日どうしで比べる。年はfirst_dayとlast_dayを使う",
)
_COHORT = say(
    "compare the years of the cohorts themselves: cohort.of",
    "集団の年そのもの（cohort.of）を使って比べる",
)
_KIND_HINTS = {"cohort": _COHORT, "window": _WINDOW, "day": _DAY}


def not_comparable(a: Ordered, b: Ordered) -> NotComparableError:
    """The refusal to compare *a* with *b*, with what to do instead."""
    names = {a.kind[0], b.kind[0]}
    hint = next((hint for name, hint in _KIND_HINTS.items() if name in names), None)
    if hint is None:
        hint = _START_MONTHS if len(names) == 1 else _FISCAL_AND_CALENDAR
    return NotComparableError(
        Problem(
            say(
                "{a} ({kind_a}) and {b} ({kind_b}) cannot be compared",
                "{a}（{kind_a}）と{b}（{kind_b}）は比べられない",
                a=a,
                b=b,
                kind_a=a.kind_name,
                kind_b=b.kind_name,
            ),
            hint=hint,
        )
    )
