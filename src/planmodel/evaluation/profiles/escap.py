"""The profile ``escap``: current status and anticipated progress on a bounded scale.

Source: the two indices of the United Nations Economic and Social Commission for Asia and the
Pacific, as computed by UNICEF for the Middle East and North Africa. What was observed stays
exact; only a projected value is in floating point, because logits are.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from planmodel.evaluation.outcome import NotAssessable, Number, Step, Trace
from planmodel.evaluation.points import Points
from planmodel.evaluation.profiles.base import (
    NOT_AVAILABLE,
    Call,
    Profile,
    SeriesJudgement,
    data_steps,
)
from planmodel.evaluation.profiles.classes import Ladder, Rung
from planmodel.evaluation.profiles.growth import BEYOND_RANGE, NO_DATA
from planmodel.text import Text, say

__all__ = ["PROFILE", "explain", "judge", "logit_slope"]

NAME, VERSION = "escap", "2025"

ON_TRACK, SLOW, REGRESSION = "On-track", "Slow progress", "Regression"
WILL_MEET, ACCELERATE, NO_PROGRESS = (
    "Will meet target",
    "Need to accelerate",
    "No progress expected",
)
INSUFFICIENT, NOTHING = "Insufficient data", "No data"

TOP = Fraction(10)
_LARGEST = Fraction(sys.float_info.max)
_POINTS_FOR_A_TREND = 2


def _ladder(figure: Text, best: str, middle: str, worst: str) -> Ladder:
    """The classes of an index; both limits belong to the class below them."""
    return Ladder(
        figure,
        (Rung(best, 9.0, inclusive=False), Rung(middle, 0.0, inclusive=False), Rung(worst)),
    )


CURRENT = _ladder(
    say(
        "Current status index: 10 where the target is met, else 10 times the share of the way "
        "from the baseline",
        "現況指数: 目標を達成していれば10、そうでなければ基準値から進んだ割合の10倍",
    ),
    ON_TRACK,
    SLOW,
    REGRESSION,
)
ANTICIPATED = _ladder(
    say(
        "Anticipated progress index: the same with the value projected for the target year",
        "見込み指数: 目標年の推計値で同様に計算したもの",
    ),
    WILL_MEET,
    ACCELERATE,
    NO_PROGRESS,
)

ONE_POINT = NotAssessable(
    "one_point",
    say(
        "there is only one value, so nothing is known about the change",
        "値が一つしかなく、変化が分からない",
    ),
)
BASE_IS_TARGET = NotAssessable(
    "base_is_target",
    say(
        "the baseline equals the target, so the distance between them is zero",
        "基準値と目標値が同じで、その差が0のため計算できない",
    ),
)


def _logit(value: Decimal | float, low: float, high: float) -> float:
    """The logit of *value* on the bounds; infinite on them, not a number beyond them."""
    share = (float(value) - low) / (high - low)
    if 0 < share < 1:
        return math.log(share / (1 - share))
    return {0.0: -math.inf, 1.0: math.inf}.get(share, math.nan)


def _expit(logit: float) -> float:
    if logit >= 0:
        return 1 / (1 + math.exp(-logit))
    small = math.exp(logit)
    return small / (1 + small)


def logit_slope(points: Points, low: float, high: float) -> float | None:
    """m: the mean over consecutive observations of the change of the logit a year.

    ``None`` where there is none that is finite (fewer than two values, or values on the bounds).
    A pair without a defined change (both on one bound, or one beyond the bounds) is left out.
    """
    logits = [_logit(value, low, high) for value in points.values]
    slopes = [
        (logits[i] - logits[i - 1]) / (points.years[i] - points.years[i - 1])
        for i in range(1, len(logits))
    ]
    known = [slope for slope in slopes if not math.isnan(slope)]
    if not known or not all(map(math.isfinite, (*known, logits[-1]))):
        return None
    span = points.years[-1] - points.years[0]
    if len(known) == len(slopes) and all(
        (after - before) * len(slopes) == span for before, after in pairwise(points.years)
    ):
        # Years at equal distances: all logits but the first and the last cancel out.
        return (logits[-1] - logits[0]) / span
    return math.fsum(known) / len(known)


def value_in(
    year: int, points: Points, bounds: tuple[Decimal, Decimal], slope: float | None
) -> Number:
    """The observation of *year*, else the value the slope leads to, backwards too."""
    seen = points.at(year)
    if seen is not None:
        return seen
    if not slope:
        return points.value(-1)
    low, high = float(bounds[0]), float(bounds[1])
    last = _logit(points.values[-1], low, high)
    return low + (high - low) * _expit(last + slope * (year - points.years[-1]))


def index(value: Number, base: Number, call: Call, target: Decimal) -> Fraction | NotAssessable:
    """10 where *value* meets the target, else 10 times its share of the way from the baseline.

    It is exact, so that an index of 9 is not more than 9.
    """
    if call.met(value, target):
        return TOP
    start = Fraction(base)
    way = abs(Fraction(target) - start)
    if way == 0:
        return BASE_IS_TARGET
    reached = TOP * call.sign * (Fraction(value) - start) / way
    return reached if abs(reached) <= _LARGEST else BEYOND_RANGE


def _unjudged(call: Call, reason: NotAssessable, label: str) -> SeriesJudgement:
    return SeriesJudgement(
        NAME,
        VERSION,
        call,
        NOT_AVAILABLE,
        reason=reason,
        target_used=call.target,
        current_status=label,
        anticipated_status=label,
    )


def judge(call: Call) -> SeriesJudgement:
    """The series of *call* under this profile."""
    points = call.points
    if (
        call.bounds is None
        or call.target is None
        or call.base_year is None
        or call.current_year is None
        or call.target_year is None
        or not points
    ):
        return _unjudged(call, NO_DATA, NOTHING)
    if len(points) < _POINTS_FOR_A_TREND and not call.met(points.value(0), call.target):
        return _unjudged(call, ONE_POINT, INSUFFICIENT)
    slope = logit_slope(points, float(call.bounds[0]), float(call.bounds[1]))
    base, current, anticipated = (
        value_in(year, points, call.bounds, slope)
        for year in (call.base_year, call.current_year, call.target_year)
    )
    now = index(current, base, call, call.target)
    then = index(anticipated, base, call, call.target)
    current_status = anticipated_status = INSUFFICIENT
    if not isinstance(now, NotAssessable):
        current_status = CURRENT.find(now)
    if not isinstance(then, NotAssessable):
        anticipated_status = ANTICIPATED.find(then)
    known = not isinstance(now, NotAssessable)
    return SeriesJudgement(
        NAME,
        VERSION,
        call,
        current_status if known else NOT_AVAILABLE,
        score=None if isinstance(now, NotAssessable) else float(now),
        reason=now if isinstance(now, NotAssessable) else None,
        base=base,
        base_year=call.base_year,
        current=current,
        current_year=call.current_year,
        target_used=call.target,
        slope=slope,
        anticipated=anticipated,
        current_status_index=None if isinstance(now, NotAssessable) else float(now),
        current_status=current_status,
        anticipated_progress_index=None if isinstance(then, NotAssessable) else float(then),
        anticipated_status=anticipated_status,
        progress_reason=then if isinstance(then, NotAssessable) else None,
    )


def explain(judged: SeriesJudgement) -> Trace:
    """The steps that led to *judged*."""
    call = judged.call
    steps = [*data_steps(judged)]
    if call.bounds is not None and judged.current is not None:
        low, high = call.bounds
        steps.append(
            Step(
                say("Mean yearly change of the logit", "ロジットの年平均変化"),
                "Σ(ΔL/Δy)/n",
                {"lowest": low, "highest": high},
                judged.slope,
                _slope_note(judged, low, high),
            )
        )
        for name, year, value in (
            (say("Baseline", "基準値"), judged.base_year, judged.base),
            (say("Current value", "現況値"), judged.current_year, judged.current),
            (say("Value in the target year", "目標年の値"), call.target_year, judged.anticipated),
        ):
            steps.append(Step(name, "", {"year": year}, value, _origin(judged, year)))
    for name, value, figure, status in (
        (
            say("Current status index", "現況指数"),
            judged.current,
            judged.current_status_index,
            judged.current_status,
        ),
        (
            say("Anticipated progress index", "見込み指数"),
            judged.anticipated,
            judged.anticipated_progress_index,
            judged.anticipated_status,
        ),
    ):
        label = None if status is None else PROFILE.labels[status]
        if figure is None and judged.progress_reason is not None:
            label = say(
                "{label}: {why}",
                "{label}（{why}）",
                label=label,
                why=judged.progress_reason.reason,
            )
        steps.append(_index_step(judged, name, value, figure, label))
    if judged.reason is not None:
        steps.append(
            Step(say("Class", "区分"), value=judged.status_label, note=judged.reason.reason)
        )
    return Trace(tuple(steps))


def _index_step(
    judged: SeriesJudgement,
    name: Text,
    value: Number | None,
    figure: float | None,
    label: Text | None,
) -> Step:
    """How an index came about: 10 where the target is met, else its share of the way."""
    call = judged.call
    if value is None or call.target is None:
        return Step(name, value=figure, note=label)
    inputs: dict[str, object] = {"x": value, "b": judged.base, "T": call.target, "d": call.sign}
    if call.met(value, call.target):
        del inputs["b"], inputs["d"]
        return Step(name, "x ≥ T → 10" if call.sign > 0 else "x ≤ T → 10", inputs, figure, label)
    return Step(name, "10·d·(x − b)/|T − b|", inputs, figure, label)


def _slope_note(judged: SeriesJudgement, low: Decimal, high: Decimal) -> Text | None:
    """What kept values out of the slope, and why there is none."""
    notes = tuple(_out_of_scale(judged.call.points, low, high))
    if judged.slope is None:
        few = len(judged.call.points) < _POINTS_FOR_A_TREND
        none = say("so there is no finite slope", "このため有限の傾きがない")
        notes = (*notes, ONE_POINT.reason if few else none)
    return say("{notes}", "{notes}", notes=notes) if notes else None


def _out_of_scale(points: Points, low: Decimal, high: Decimal) -> Iterator[Text]:
    outside = sum(not low <= value <= high for value in points.values)
    if outside:
        yield say(
            "outside the bounds, without a logit: {n} of {m} values",
            "上下限の外にあり、ロジットを計算できない値: {m}個中{n}個",
            n=outside,
            m=len(points),
        )
    bound = sum(value in (low, high) for value in points.values)
    if bound:
        yield say(
            "on a bound, with an infinite logit: {n} of {m} values",
            "上限または下限に等しく、ロジットが無限大になる値: {m}個中{n}個",
            n=bound,
            m=len(points),
        )


def _origin(judged: SeriesJudgement, year: int | None) -> Text:
    if year is not None and judged.call.points.at(year) is not None:
        return say("observed", "実測値")
    if judged.slope is None:
        return say("the last value: there is no finite slope", "有限の傾きがないため最後の値")
    if not judged.slope:
        return say("the last value: there is no change", "変化がないため最後の値")
    return say("projected with the slope", "傾きによる推計値")


PROFILE = Profile(
    name=NAME,
    version=VERSION,
    title=say("ESCAP current status and anticipated progress", "ESCAP 現況指数・見込み指数"),
    source=say(
        "ESCAP, SDG progress assessment (current status and anticipated progress), as computed "
        "and published by UNICEF for the Middle East and North Africa",
        "国連アジア太平洋経済社会委員会（ESCAP）のSDGs進捗評価。"
        "計算と公表はユニセフ中東・北アフリカ地域事務所による",
    ),
    url="https://github.com/spalmas/SDG-MENARO",
    labels={
        ON_TRACK: say("on track", "順調"),
        SLOW: say("slow progress", "進展が遅い"),
        REGRESSION: say("regression", "後退"),
        WILL_MEET: say("will meet the target", "目標達成の見込み"),
        ACCELERATE: say("need to accelerate", "加速が必要"),
        NO_PROGRESS: say("no progress expected", "進展の見込みなし"),
        INSUFFICIENT: say("insufficient data", "データ不足"),
        NOTHING: say("no data", "データなし"),
        NOT_AVAILABLE: say("not available", "評価できない"),
    },
    judge=judge,
    explain=explain,
    needs=("target", "target_year", "base_year", "current_year", "bounds"),
    takes=frozenset({"bounds"}),
    ladders=(CURRENT, ANTICIPATED),
)
