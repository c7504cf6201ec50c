"""A section, or the whole plan, as one: how many were judged, and what the rule makes of them."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from planmodel.evaluation.groups import RolledUp
from planmodel.evaluation.outcome import NotAssessable, Trace
from planmodel.evaluation.rounding import ONE_PLACE
from planmodel.model.ids import Entity
from planmodel.observations.records import Judgement
from planmodel.text import Text, say, true_minus

__all__ = ["Summary"]


@frozen
class Summary:
    """A section, or the whole plan, rolled up from what was judged below it.

    Attributes:
        node: the section, or the plan.
        grade: the grade of the whole, if the rule gives one.
        value: the score or value the grade stands on.
        reason: why there is none.
        assessed, total: how many of how many indicators were judged.
        counted: how many of how many parts the grade stands on: an indicator may be judged and
            still count nothing (no score, no main one, in a group that is not assessable);
            ``None`` where nothing was counted.
        by_hand: the judgement by people, if there is one.
        rolled_up: the group as the rule made it one; ``None`` where the rule has no roll-up.
    """

    node: Entity
    assessed: int
    total: int
    grade: str | None = None
    computed_grade: str | None = None
    value: Decimal | None = None
    reason: NotAssessable | None = None
    by_hand: Judgement | None = None
    rolled_up: RolledUp | None = field(default=None, repr=False, eq=False)
    counted: tuple[int, int] | None = None

    @property
    def printed(self) -> str:
        """The value as the rule prints it, else to one place, half up; empty where there is none.

        A number made of ratios, or in percent of the attainable points, comes with its sign.
        """
        if self.value is None:
            return ""
        group = self.rolled_up
        ruled = None if group is None else group.printed
        number = ONE_PLACE.apply(self.value) if ruled is None else ruled
        return f"{number:,f}%" if group is not None and group.is_percentage else f"{number:,f}"

    @property
    def outcome(self) -> str:
        """The grade of the whole, or its number where the rule gives no grade; else empty."""
        return true_minus(self.printed) if self.grade is None else self.grade

    @property
    def computed(self) -> str:
        """What the rule says, whatever people say: its grade, else its number; else empty."""
        if self.computed_grade is None:
            return true_minus(self.printed)
        return self.computed_grade

    @property
    def trace(self) -> Trace:
        """The parts, what each counted, and what came out; written down when somebody asks."""
        return Trace() if self.rolled_up is None else self.rolled_up.trace

    @property
    def coverage(self) -> Text:
        """How many of how many indicators were judged, as words."""
        return say("{n} of {m} judged", "{m}件中{n}件を評価", n=self.assessed, m=self.total)

    @property
    def counting(self) -> Text | None:
        """How many of how many parts count, as words; ``None`` where that is all of the judged."""
        if self.counted is None or self.rolled_up is None:
            return None
        places = len(self.rolled_up.leaves)
        if self.counted in ((self.assessed, self.total), (places, places)):
            return None
        n, m = self.counted
        return say("{n} of {m} count in the roll-up", "集約に算入したのは{m}件中{n}件", n=n, m=m)
