"""The profile ``eustat``: yearly growth in five classes, as the Basque statistics office has it.

Source: Eustat, progress of the Sustainable Development Goals in the Basque Country, after the
progress chart of the United Nations Statistics Division and the manner of Eurostat.
The arithmetic is in floating point, because the published results are.
"""

from __future__ import annotations

import math
from decimal import Decimal

from planmodel.evaluation.outcome import NotAssessable, Step, Trace
from planmodel.evaluation.profiles.base import (
    NOT_AVAILABLE,
    Call,
    Profile,
    SeriesJudgement,
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
    ZERO_BASE,
    closeness,
    growth_rate,
    growth_steps,
    required_rate,
)
from planmodel.text import say

__all__ = ["PROFILE", "explain", "judge"]

NAME, VERSION = "eustat", "2026"

GOOD = "significant_progress"
FAIR = "moderate_progress"
NONE = "no_progress"
POOR = "moderate_deterioration"
BAD = "significant_deterioration"

BASE_YEAR_ORDER = (0, 1, -1, 2, -2)
"""Where a baseline is looked for, in years from the one that was asked for."""

BEST, WORST = 5.0, -5.0
_ALONE = Ladder(
    say(
        "Without a target: the yearly growth rate in the wanted direction",
        "目標値がない場合: 望ましい方向への年平均伸び率",
    ),
    (
        Rung(GOOD, 0.01, inclusive=False, shrinks=True),
        Rung(FAIR, 0.001, inclusive=False, shrinks=True),
        Rung(NONE, -0.001),
        Rung(POOR, -0.01),
        Rung(BAD),
    ),
    note=CLOSENESS,
)
_AIMED = Ladder(
    say(
        "With a target: that rate, divided by the rate that leads to the target",
        "目標値がある場合: その伸び率を、目標に届く伸び率で割ったもの",
    ),
    (
        Rung(GOOD, 0.95, inclusive=False),
        Rung(FAIR, 0.6, inclusive=False),
        Rung(POOR, 0.0),
        Rung(BAD),
    ),
    met=GOOD,
)
_PER_RATE = 250.0
# The score with a target: two slopes that meet at 0.6.
_FULL, _MIDDLE, _EMPTY = 1.3, 0.6, -0.6
_UPPER, _LOWER = 5 / 0.7, 5 / 1.2


def without_target(progress: float, coefficient: float) -> tuple[str, float]:
    """The class and the score of a growth rate."""
    if coefficient == 0 and progress >= 0:
        return GOOD, BEST
    score = _PER_RATE * progress
    if progress > 0:
        score /= coefficient
    return _ALONE.find(progress, coefficient), max(WORST, min(score, BEST))


def with_target(progress: float) -> tuple[str, float]:
    """The class and the score of a ratio of growth rates."""
    if progress > _FULL:
        score = BEST
    elif progress >= _MIDDLE:
        score = min(_UPPER * (progress - _MIDDLE), BEST)  # at 1.3 the product rounds up
    elif progress > _EMPTY:
        score = _LOWER * (progress - _EMPTY) + WORST
    else:
        score = WORST
    return _AIMED.find(progress), score


def _figures(
    call: Call, base: Decimal, years: tuple[int, int], current: Decimal
) -> tuple[float | None, float | None, float | NotAssessable]:
    """Growth, required growth and p, or why there is no p."""
    base_year, current_year = years
    if current_year - base_year < 1:
        return None, None, TOO_SHORT
    growth = growth_rate(current, base, current_year - base_year) if base else ZERO_BASE
    if isinstance(growth, NotAssessable):
        return None, None, growth
    progress = call.sign * growth + 0.0  # no -0
    if call.target is None:
        return growth, None, progress
    if call.target_year is None or call.target_year <= base_year:
        return growth, None, TARGET_YEAR_NOT_LATER
    required = required_rate(call.target, base, call.target_year - base_year)
    if isinstance(required, NotAssessable):
        return growth, None, required
    progress /= required
    return growth, required, progress if math.isfinite(progress) else BEYOND_RANGE


def _base_position(call: Call, n: int) -> int | None:
    """Where the baseline lies: the first of the five years, in their order, that has a value."""
    years = call.points.years
    if call.base_year is None:
        return None
    for offset in BASE_YEAR_ORDER:
        position = call.points.from_year(call.base_year + offset)
        if position < n and years[position] == call.base_year + offset:
            return position
    return None


def judge(call: Call) -> SeriesJudgement:
    """The series of *call* under this profile."""
    points, target = call.points, call.target
    n = points.until(call.current_year)
    if n == 0:
        return SeriesJudgement(
            NAME, VERSION, call, NOT_AVAILABLE, reason=NO_DATA, target_used=target
        )
    current, current_year = points.value(n - 1), points.years[n - 1]
    position = _base_position(call, n)
    base, base_year, growth, required = None, None, None, None
    progress: float | NotAssessable = BASE_NOT_OBSERVED
    if position is not None:
        base, base_year = points.value(position), points.years[position]
        growth, required, progress = _figures(call, base, (base_year, current_year), current)

    coefficient = None
    if base is not None and target is None and call.limit is not None:
        coefficient = closeness(base, call.limit)
    status, score, reason = NOT_AVAILABLE, None, None
    if target is not None and call.met(current, target):
        status, score = GOOD, BEST
    elif isinstance(progress, NotAssessable):
        reason = progress
    elif target is not None:
        status, score = with_target(progress)
    else:
        status, score = without_target(progress, 1.0 if coefficient is None else coefficient)
    return SeriesJudgement(
        NAME,
        VERSION,
        call,
        status,
        progress=None if isinstance(progress, NotAssessable) else progress,
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
        sign=None if base is None else 1,
        progress_reason=progress if isinstance(progress, NotAssessable) else None,
    )


def explain(judged: SeriesJudgement) -> Trace:
    """The steps that led to *judged*."""
    call = judged.call
    steps = [*data_steps(judged)]
    met = False
    if call.target is not None and isinstance(judged.current, Decimal):
        met = call.met(judged.current, call.target)
        steps.append(
            Step(
                say("Target reached", "目標の達成"),
                "v ≥ T" if call.sign > 0 else "v ≤ T",
                {"v": judged.current, "T": call.target, "y_T": call.target_year},
                say("yes", "達成") if met else say("no", "未達成"),
            )
        )
    steps += growth_steps(judged)
    if judged.reason is None:
        formula = "d·g(v, b)" if call.target is None else "d·g(v, b)/|g(T, b)|"
        steps.append(progress_step(judged, formula, {"d": call.sign}))
    note = None if judged.reason is None else judged.reason.reason
    if judged.reason is None and met:
        note = say(
            "the target is met, whatever the growth", "目標を達成しているため、成長率によらない"
        )
    steps.append(Step(say("Class", "区分"), value=judged.status_label, note=note))
    if judged.score is not None:
        steps.append(Step(say("Score, −5 to 5", "スコア（−5〜5）"), value=judged.score))
    return Trace(tuple(steps))


PROFILE = Profile(
    name=NAME,
    version=VERSION,
    title=say("Eustat progress measure", "バスク統計局（Eustat）進捗測定"),
    source=say(
        "Eustat (Basque statistics office), Sustainable Development Goals: methodology page "
        "and published calculation components",
        "バスク統計局（Eustat）SDGs 進捗測定の手法解説と公表された計算要素",
    ),
    url="https://github.com/EUSTAT-DES/site/blob/develop/_pages/en/metodologia.md",
    labels={
        GOOD: say("significant progress", "大きく進展"),
        FAIR: say("moderate progress", "一定の進展"),
        NONE: say("no progress", "横ばい"),
        POOR: say("moderate deterioration", "やや後退"),
        BAD: say("significant deterioration", "大きく後退"),
        NOT_AVAILABLE: say("not available", "評価できない"),
    },
    judge=judge,
    explain=explain,
    needs=("base_year",),
    needs_with_target=("target_year",),
    takes=frozenset({"limit"}),
    ladders=(_ALONE, _AIMED),
)
