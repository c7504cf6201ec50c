"""An indicator of a plan as a plain series of years, for the published profiles."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from planmodel.errors import UsageError
from planmodel.evaluation import reasons as why
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.goals import is_moving
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.profiles.base import SeriesJudgement
from planmodel.evaluation.results import Assessment
from planmodel.evaluation.series import judge_series
from planmodel.evaluation.spans import known_points, place_in
from planmodel.evaluation.timeline import Place
from planmodel.model.absence import NotStated
from planmodel.model.targets import Target
from planmodel.periods import Period
from planmodel.text import say

__all__ = [
    "PERCENT",
    "TARGET_BROKEN",
    "asked_years",
    "judge_assessment",
    "year_of",
    "yearly_values",
]

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
    say("the target is no fixed number but moves", "目標が固定された数値でなく、変動する"),
)
_MORE = NotAssessable(
    "target_asks_for_more",
    say(
        "the number is reached and the target asks for more (to go beyond it), "
        "while here a target counts as met once its number is reached",
        "数値には達したが、目標はそれだけでは足りない（「超」「未満」）。"
        "ここでは数値に達すれば達成とみなすため、示せない",
    ),
)
TARGET_BROKEN = NotAssessable(
    "target_broken",
    say(
        "the target was to hold in every year, and a year has failed it",
        "毎年度の目標で、すでに達成できなかった年度がある",
    ),
)
_OTHER_SIDE = NotAssessable(
    "target_on_the_other_side",
    say(
        "the target lies on the other side than the declared direction",
        "目標が、宣言された望ましい方向と逆の側にある",
    ),
)
_NO_YEARS = NotAssessable("no_years", say("values by year are needed", "年ごとの値が必要である"))


def yearly_values(assessment: Assessment) -> dict[int, Decimal]:
    """Baseline and actuals up to the period judged, by year.

    Spans of one length count in their last years, others in the year in their middle, if any.
    """
    place = place_in(assessment)
    found: dict[int, Decimal] = {}
    for point in known_points(assessment):
        year = year_of(point.period, place)
        if year is not None:
            found[year] = point.value
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
        given.update(bounds=(0, 100), current_year=_asked_year(assessment))
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
    target = assessment.target
    aimed = {} if target is None else _aimed(assessment, target)
    if isinstance(aimed, NotAssessable):
        return aimed
    baseline, place = assessment.baseline, place_in(assessment)
    start = None if baseline is None else year_of(baseline.period, place)
    if start is None or assessment.facts.baseline is None:
        reason = assessment.reason
        is_told = reason is not None and reason.code == why.NO_BASELINE.code
        return reason if reason is not None and is_told else why.NO_BASELINE
    if _asked_year(assessment) is None:
        return _NO_YEARS
    return {"base_year": start, **aimed}


def _unmet(assessment: Assessment) -> NotAssessable | None:
    """Why a target is not met by a value that is at its number or beyond, if that is so."""
    facts = assessment.facts
    left = MEASURES["gap"].compute(facts, None, None)
    if facts.reached is not False or not isinstance(left, Decimal) or left > 0:
        return None
    standing = assessment.standing
    if standing is not None and standing.met_since is not None:
        return TARGET_BROKEN
    return _OTHER_SIDE if left else _MORE


def year_of(period: Period | NotStated, place: Callable[[Period], Place]) -> int | None:
    """The year of a period by its *place*, if that is a year."""
    if isinstance(period, NotStated):
        return None
    at = place(period)
    return int(at) if at.denominator == 1 else None


def _asked_year(assessment: Assessment) -> int | None:
    return year_of(assessment.period, place_in(assessment))


def _aimed(assessment: Assessment, target: Target) -> dict[str, Any] | NotAssessable:
    if any(map(is_moving, assessment.conditions)):
        return _MOVING
    if assessment.facts.target is None:
        return assessment.why_no_goal or why.NO_TARGET
    unmet = _unmet(assessment)
    if unmet is not None:
        return unmet
    due = year_of(target.period, place_in(assessment))
    if due is None:
        return _NO_YEARS
    return {"target": assessment.facts.target, "target_year": due}
