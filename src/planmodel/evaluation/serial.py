"""An indicator of a plan as a plain series of years, for the published profiles."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from planmodel.errors import UsageError
from planmodel.evaluation import reasons as why
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.profiles.base import SeriesJudgement
from planmodel.evaluation.results import Assessment
from planmodel.evaluation.series import judge_series
from planmodel.evaluation.timeline import position
from planmodel.model.absence import NotStated
from planmodel.model.targets import Target
from planmodel.periods import Period
from planmodel.text import say

__all__ = ["PERCENT", "asked_years", "judge_assessment", "year_of", "yearly_values"]

PERCENT = ("%", "％")
_NO_BOUNDS = NotAssessable(
    "no_bounds",
    say(
        "the method needs the lowest and the highest possible value, and the unit has none",
        "この手法には取り得る値の上下限が要るが、この単位にはない",
    ),
)
_MOVING = NotAssessable(
    "moving_target",
    say("the method knows no moving target", "この手法は変動する目標を扱わない"),
)
_MORE = NotAssessable(
    "target_asks_for_more",
    say(
        "the method calls a target met once its number is reached; this one asks for more "
        "(to be exceeded) and is not met",
        "この手法は数値に達すれば達成とみなすが、この目標はそれだけでは足りず"
        "（「超」「未満」）、まだ達成していない",
    ),
)
_NO_YEARS = NotAssessable(
    "no_years", say("the method needs values by year", "この手法には年ごとの値が要る")
)


def yearly_values(assessment: Assessment) -> dict[int, Decimal]:
    """Baseline and actuals up to the period judged, by year; spans and cohorts are left out."""
    end = position(assessment.period)
    found: dict[int, Decimal] = {}
    for kind in ("baseline", "actual"):
        for point in assessment.points:
            at = position(point.period)
            if point.kind == kind and at.denominator == 1 and at <= end:
                found[int(at)] = point.value
    return found


def judge_assessment(assessment: Assessment, profile: str) -> SeriesJudgement | NotAssessable:
    """What the published *profile* says of the indicator, up to the period judged.

    The baseline is the plan's own, never the first row; a target that moves is refused.
    """
    given = asked_years(assessment)
    if isinstance(given, NotAssessable):
        return given
    if profile == "escap":
        if assessment.indicator.unit not in PERCENT:
            return _NO_BOUNDS
        given.update(bounds=(0, 100), current_year=year_of(assessment.period))
    direction = assessment.facts.direction
    if direction is None:
        return why.NO_DIRECTION
    try:
        return judge_series(
            yearly_values(assessment), profile=profile, direction=direction, **given
        )
    except UsageError as error:
        text = say("{why}", "{why}", why=error.problems[0])
        return NotAssessable("not_for_this_method", text)


def asked_years(assessment: Assessment) -> dict[str, Any] | NotAssessable:
    """Base year, target and target year of an indicator, or why it is no series of years."""
    if assessment.facts.value is None:
        return assessment.reason or why.NO_VALUE
    start = None if assessment.baseline is None else year_of(assessment.baseline.period)
    if start is None or assessment.facts.baseline is None:
        return why.NO_BASELINE
    if year_of(assessment.period) is None:
        return _NO_YEARS
    given: dict[str, Any] = {"base_year": start}
    if assessment.target is not None:
        aimed = _aimed(assessment, assessment.target)
        if isinstance(aimed, NotAssessable):
            return aimed
        given.update(aimed)
    return given


def _asks_for_more(assessment: Assessment) -> bool:
    """Whether the value is at the number or beyond, and the target is not met all the same."""
    facts = assessment.facts
    left = MEASURES["gap"].compute(facts, None, None)
    return facts.reached is False and isinstance(left, Decimal) and left <= 0


def year_of(period: Period | NotStated) -> int | None:
    """The year of a period, if it is one."""
    if isinstance(period, NotStated):
        return None
    at = position(period)
    return int(at) if at.denominator == 1 else None


def _aimed(assessment: Assessment, target: Target) -> dict[str, Any] | NotAssessable:
    if target.form in ("against_benchmark", "all_of"):
        return _MOVING
    if assessment.facts.target is None:
        return assessment.why_no_goal or why.NO_TARGET
    if _asks_for_more(assessment):
        return _MORE
    due = year_of(target.period)
    if due is None:
        return _NO_YEARS
    return {"target": assessment.facts.target, "target_year": due}
