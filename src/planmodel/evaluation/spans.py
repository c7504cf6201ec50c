"""Values over spans of years: whether those of an indicator are of one length, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from planmodel.evaluation.background import Point
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.results import Assessment
from planmodel.evaluation.timeline import Place, ending, position
from planmodel.model.absence import NotStated
from planmodel.periods import Cohort, Period, Window
from planmodel.text import say

__all__ = ["SPANS_MIXED", "known_points", "place_in", "span_of_target"]

Shape: TypeAlias = tuple[str, int] | None

SPANS_MIXED = NotAssessable(
    "spans_mixed",
    say(
        "the target and the values are not all of spans of years of one length",
        "目標と実績値の対象期間が、同じ長さの期間にそろっていない",
    ),
)


def _shape(period: Period) -> Shape:
    """What sets *period* apart from a single year or day, which have no shape."""
    if isinstance(period, Window):
        return "window", len(period.years)
    return ("cohort", 1) if isinstance(period, Cohort) else None


def known_points(assessment: Assessment) -> Iterator[Point]:
    """The baseline and the actuals that had ended in the period judged; a span at its end."""
    end = ending(assessment.period)
    for kind in ("baseline", "actual"):
        for point in assessment.points:
            if point.kind == kind and ending(point.period) <= end:
                yield point


def place_in(assessment: Assessment) -> Callable[[Period], Place]:
    """How periods of the indicator lie on a line of years.

    By their last years where baseline, target and values are of spans of one length; a single
    year asked for then is the end of such a span. Else from middle to middle.
    """
    shapes = {_shape(point.period) for point in known_points(assessment)}
    for part in (assessment.baseline, assessment.target):
        if part is not None and not isinstance(part.period, NotStated):
            shapes.add(_shape(part.period))
    return ending if len(shapes) <= 1 else position


def span_of_target(assessment: Assessment) -> Period | NotAssessable | None:
    """The period of the target where it and all values are of spans of one length.

    ``None`` where all are of single years, and a reason where they are mixed.
    """
    target = assessment.target
    if target is None or isinstance(target.period, NotStated):
        return None
    shape = _shape(target.period)
    values = (it.period for it in known_points(assessment) if it.kind == "actual")
    if any(_shape(period) != shape for period in values):
        return SPANS_MIXED
    return None if shape is None else target.period
