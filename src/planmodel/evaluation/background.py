"""What stands behind an assessment, worked out when somebody asks; and the points of a chart."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from attrs import frozen

from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.reached import Standing
from planmodel.periods import Period
from planmodel.text import Language

__all__ = ["Background", "Point"]


@frozen
class Point:
    """One point of an indicator's chart: a period, its number, and what it is."""

    period: Period
    value: Decimal
    kind: str
    """``baseline``, ``actual``, ``expected``, ``target`` or ``benchmark``."""
    synthetic: bool = False
    note: str = ""


class Background(Protocol):
    """What stands behind an assessment; worked out only when somebody asks."""

    def title(self, language: Language) -> str:
        """The title of the indicator in *language*, as far as the plan has it."""
        ...

    def standing(self) -> Standing | None:
        """Reached, held, lost, not reached."""
        ...

    def points(self) -> tuple[Point, ...]:
        """What a chart shows."""
        ...

    def why_no_goal(self) -> NotAssessable | None:
        """Why there is no number to aim at, whatever a rule makes of it."""
        ...
