"""The profile ``open-sdg-2.4``: yearly growth against fixed thresholds, or against the target's.

Source: the progress measure of Open SDG (sdg-build 2.4, ``sdg/ProgressMeasure.py``), used by
Statistics Canada and others, and its methodology page. The arithmetic is in floating point,
because the published results are.
"""

from __future__ import annotations

import math
from decimal import Decimal

from planmodel.evaluation.outcome import NotAssessable, Step, Trace
from planmodel.evaluation.profiles.base import (
    NOT_AVAILABLE,
    Call,
    Profile,
    ProfileDefaults,
    SeriesJudgement,
    Thresholds,
    data_steps,
    progress_step,
)
from planmodel.evaluation.profiles.classes import CLOSENESS, Ladder, Rung
from planmodel.evaluation.profiles.growth import (
    BASE_NOT_OBSERVED,
    BEYOND_RANGE,
    NO_DATA,
    TARGET_YEAR_NOT_LATER,
    TOO_SHORT,
    Line,
    closeness,
    growth_rate,
    growth_steps,
    required_rate,
)
from planmodel.text import Text, say

__all__ = ["ACHIEVED", "PROFILE", "explain", "judge", "score_without_target", "thresholds_for"]

NAME, VERSION = "open-sdg-2.4", "2.4"

ACHIEVED = "target_achieved"
SUBSTANTIAL = "substantial_progress"
MODERATE = "moderate_progress"
LIMITED = "limited_progress"
DETERIORATION = "deterioration"

WITHOUT_TARGET = Thresholds(high=0.015, med=0.005, low=0.0)
WITH_TARGET = Thresholds(high=0.95, med=0.6, low=0.0)
STAND_IN = Decimal("0.001")
"""What this profile puts in the place of a baseline or a target that is zero."""

BEST, WORST = 5.0, -5.0
# Scores without a target: one line a class, over p/C (the falling one over p).
_HIGH, _MED, _LOW = Line(500, -5), Line(250, -1.25), Line(500, -2.5)
_FALLING = Line(125, -2.5)
# Scores with a target: one line from the middle threshold on, another below it.
_NEAR, _FAR = Line(7.1429, -4.2857), Line(4.1667, -2.5)


def thresholds_for(call: Call) -> Thresholds:
    """The thresholds before C: those of the text, with the overrides of the call."""
    given = dict(call.thresholds)
    text = WITHOUT_TARGET if call.target is None else WITH_TARGET
    if not given:
        return text
    return Thresholds(
        given.get("high", text.high), given.get("med", text.med), given.get("low", text.low)
    )


def classify(progress: float, high: float, med: float, low: float) -> str:
    """The class of a progress figure; each threshold belongs to the class above it."""
    rungs = _rungs(Thresholds(high, med, low))
    return next(it.status for it in rungs if it.takes(progress, 1.0))


def _rungs(limits: Thresholds, *, shrink: bool = False) -> tuple[Rung, ...]:
    """The classes that *limits* divide; each threshold belongs to the class above it."""
    ends = ((SUBSTANTIAL, limits.high), (MODERATE, limits.med), (LIMITED, limits.low))
    return (*(Rung(status, low, shrinks=shrink) for status, low in ends), Rung(DETERIORATION))


def score_without_target(progress: float, limits: Thresholds, coefficient: float) -> float:
    """The score of a growth rate against thresholds that are already shrunk by C."""
    if progress < limits.low:
        return max(_FALLING.at(progress), WORST)
    if coefficient == 0:
        return BEST
    if progress >= limits.high:
        return min(_HIGH.at(progress / coefficient), BEST)
    return (_MED if progress >= limits.med else _LOW).at(progress / coefficient)


def score_with_target(progress: float, limits: Thresholds) -> float:
    """The score of a ratio of growth rates."""
    if progress >= limits.med:
        return min(_NEAR.at(progress), BEST)
    return max(_FAR.at(progress), WORST)


def _figures(
    call: Call, base: Decimal, years: tuple[int, int], current: Decimal, target: Decimal | None
) -> tuple[float | None, float | None, float | NotAssessable]:
    """Growth, required growth and p, or why there is no p."""
    base_year, current_year = years
    if current_year - base_year < 1:
        return None, None, TOO_SHORT
    growth = growth_rate(current, base, current_year - base_year)
    if isinstance(growth, NotAssessable):
        return None, None, growth
    progress = call.sign * growth * (-1 if base < 0 else 1) + 0.0  # no -0
    if target is None:
        return growth, None, progress
    if call.target_year is None or call.target_year <= base_year:
        return growth, None, TARGET_YEAR_NOT_LATER
    required = required_rate(target, base, call.target_year - base_year)
    if isinstance(required, NotAssessable):
        return growth, None, required
    progress /= required
    return growth, required, progress if math.isfinite(progress) else BEYOND_RANGE


def judge(call: Call) -> SeriesJudgement:
    """The series of *call* under this profile; the numbers are the steps of its text."""
    points = call.points
    target = STAND_IN if call.target is not None and not call.target else call.target
    n = points.until(call.current_year)
    if n == 0:
        return SeriesJudgement(
            NAME, VERSION, call, NOT_AVAILABLE, reason=NO_DATA, target_used=target
        )
    current, current_year = points.value(n - 1), points.years[n - 1]
    first = points.from_year(current_year if call.base_year is None else call.base_year)
    if first >= n:
        return SeriesJudgement(
            NAME,
            VERSION,
            call,
            NOT_AVAILABLE,
            reason=BASE_NOT_OBSERVED,
            progress_reason=BASE_NOT_OBSERVED,
            current=current,
            current_year=current_year,
            target_used=target,
        )
    observed, base_year = points.value(first), points.years[first]
    base = observed or STAND_IN
    growth, required, progress = _figures(call, base, (base_year, current_year), current, target)

    limits = thresholds_for(call)
    coefficient = None
    if target is None and call.limit is not None:
        # C looks at the baseline as it was observed: 0 is as far from a limit as can be.
        coefficient = closeness(observed, call.limit)
        limits = Thresholds(
            *(limit * coefficient for limit in (limits.high, limits.med, limits.low))
        )

    reason = None
    figure = None if isinstance(progress, NotAssessable) else progress
    if target is not None and call.met(current, target):
        status, score = ACHIEVED, BEST
    elif isinstance(progress, NotAssessable):
        status, score, reason = NOT_AVAILABLE, None, progress
    else:
        status = classify(progress, limits.high, limits.med, limits.low)
        if target is None:
            shrunk = 1.0 if coefficient is None else coefficient
            score = score_without_target(progress, limits, shrunk)
        else:
            score = score_with_target(progress, limits)
    return SeriesJudgement(
        NAME,
        VERSION,
        call,
        status,
        progress=figure,
        score=score,
        reason=reason,
        base=base,
        base_year=base_year,
        current=current,
        current_year=current_year,
        target_used=target,
        growth=growth,
        required_growth=required,
        coefficient=coefficient,
        sign=-1 if base < 0 else 1,
        progress_reason=progress if isinstance(progress, NotAssessable) else None,
    )


def _substitutions(judged: SeriesJudgement) -> tuple[Step, ...]:
    """A zero is never replaced silently: one step for each that was."""
    call, steps = judged.call, list[Step]()
    replaced = say(
        "0 is replaced by 0.001, as this profile does", "0を0.001に置き換えた（この手法の定め）"
    )
    if call.target is not None and not call.target:
        steps.append(Step(say("Target", "目標値"), value=judged.target_used, note=replaced))
    if judged.base_year is not None and not call.points.at(judged.base_year):
        steps.append(Step(say("Baseline", "基準値"), value=judged.base, note=replaced))
    return tuple(steps)


def explain(judged: SeriesJudgement) -> Trace:
    """The steps that led to *judged*."""
    call = judged.call
    steps = [*data_steps(judged), *_substitutions(judged)]
    if judged.target_used is not None:
        achieved = judged.current is not None and call.met(judged.current, judged.target_used)
        target: dict[str, object] = {"T": judged.target_used, "y_T": judged.target_year}
        steps.append(
            Step(
                say("Target reached", "目標の達成"),
                "v ≥ T" if call.sign > 0 else "v ≤ T",
                {"v": judged.current, **target},
                say("yes", "達成") if achieved else say("no", "未達成"),
                None
                if call.limit is None
                else say("the natural limit is ignored", "自然な限界は用いない"),
            )
        )
    steps += growth_steps(judged)
    limits = thresholds_for(call)
    shrunk: Text | None = None
    if judged.coefficient is not None:
        shrunk = say("thresholds × C", "しきい値にCを乗じる")
    if judged.reason is None:
        formula = "s·d·g(v, b)" if judged.target_used is None else "s·d·g(v, b)/|g(T, b)|"
        steps.append(progress_step(judged, formula, {"s": judged.sign, "d": call.sign}))
    steps.append(
        Step(
            say("Class", "区分"),
            inputs={"high": limits.high, "med": limits.med, "low": limits.low},
            value=judged.status_label,
            note=judged.reason.reason if judged.reason is not None else shrunk,
        )
    )
    if judged.score is not None:
        steps.append(Step(say("Score, −5 to 5", "スコア（−5〜5）"), value=judged.score))
    return Trace(tuple(steps))


PROFILE = Profile(
    name=NAME,
    version=VERSION,
    title=say("Open SDG progress measure 2.4", "Open SDG 進捗測定 2.4"),
    source=say(
        "Open SDG, sdg-build 2.4 (sdg/ProgressMeasure.py) and its methodology page; "
        "published results: Statistics Canada",
        "Open SDG「sdg-build 2.4」（sdg/ProgressMeasure.py）とその手法解説、公表結果はカナダ統計局",
    ),
    url="https://github.com/open-sdg/open-sdg/blob/master/docs/progress-methodology.md",
    labels={
        ACHIEVED: say("target achieved", "目標達成"),
        SUBSTANTIAL: say("substantial progress", "大きく進展"),
        MODERATE: say("moderate progress", "一定の進展"),
        LIMITED: say("limited progress", "わずかな進展"),
        DETERIORATION: say("deterioration", "後退"),
        NOT_AVAILABLE: say("not available", "評価できない"),
    },
    judge=judge,
    explain=explain,
    defaults=ProfileDefaults(direction="decrease", base_year=2015, target_year=2030),
    needs=("base_year",),
    needs_with_target=("target_year",),
    takes=frozenset({"limit", "thresholds"}),
    limits=thresholds_for,
    ladders=(
        Ladder(
            say(
                "Without a target: the yearly growth rate in the wanted direction",
                "目標値がない場合: 望ましい方向への年平均伸び率",
            ),
            _rungs(WITHOUT_TARGET, shrink=True),
            note=CLOSENESS,
        ),
        Ladder(
            say(
                "With a target: that rate, divided by the rate that leads to the target",
                "目標値がある場合: その伸び率を、目標に届く伸び率で割ったもの",
            ),
            _rungs(WITH_TARGET),
            met=ACHIEVED,
        ),
    ),
)
