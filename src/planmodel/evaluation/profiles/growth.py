"""What the profiles built on growth rates share: g, its form for a target, C, and the steps."""

from __future__ import annotations

import math
from decimal import Decimal

from attrs import frozen

from planmodel.evaluation.outcome import NotAssessable, Number, Step
from planmodel.evaluation.profiles.base import SeriesJudgement
from planmodel.text import say

__all__ = [
    "BASE_NOT_OBSERVED",
    "BEYOND_RANGE",
    "NO_DATA",
    "NO_REQUIRED_GROWTH",
    "SIGN_CHANGE",
    "TARGET_YEAR_NOT_LATER",
    "TOO_SHORT",
    "ZERO_BASE",
    "Line",
    "closeness",
    "crosses_zero",
    "growth_rate",
    "growth_steps",
    "required_rate",
]

_EXPONENT = 4.44

NO_DATA = NotAssessable("no_data", say("the series has no value", "系列に値が一つもない"))
BASE_NOT_OBSERVED = NotAssessable(
    "base_not_observed",
    say("there is no value that can serve as the baseline", "基準値として使える年の値がない"),
)
TOO_SHORT = NotAssessable(
    "too_short",
    say(
        "there is no value at least one year after the baseline",
        "基準年から一年以上後の値がない",
    ),
)
SIGN_CHANGE = NotAssessable(
    "sign_change",
    say(
        "the baseline and the current value lie on different sides of zero, "
        "so there is no growth rate between them",
        "基準値と現況値の符号が異なるため、成長率を計算できない",
    ),
)
ZERO_BASE = NotAssessable(
    "zero_base",
    say("the baseline is zero, so nothing grows from it", "基準値が0のため、成長率を計算できない"),
)
NO_REQUIRED_GROWTH = NotAssessable(
    "no_required_growth",
    say(
        "the target equals the baseline, so no growth is required and the ratio has no meaning",
        "目標値が基準値と同じで必要な伸びが0のため、比を計算できない",
    ),
)
TARGET_YEAR_NOT_LATER = NotAssessable(
    "target_year_not_later",
    say(
        "the target year is not after the year of the baseline that was used",
        "目標年が、実際に用いた基準年より後になっていない",
    ),
)
BEYOND_RANGE = NotAssessable(
    "beyond_range",
    say(
        "the figures lie so far apart that the growth rate cannot be computed",
        "値の開きが大きすぎて成長率を計算できない",
    ),
)


@frozen
class Line:
    """A straight line: ``slope`` times a figure plus ``intercept``."""

    slope: float
    intercept: float

    def at(self, figure: float) -> float:
        """The value of the line at *figure*."""
        return self.slope * figure + self.intercept


def growth_rate(now: Decimal, then: Decimal, years: int) -> float | NotAssessable:
    """The yearly growth g = (now/then)^(1/years) − 1, as a share.

    *then* is not zero, *years* is at least 1. Both values must be on one side of zero.
    """
    ratio = float(now) / float(then)
    if ratio < 0:
        return SIGN_CHANGE
    rate = ratio ** (1 / years) - 1
    return rate if math.isfinite(rate) else BEYOND_RANGE


def required_rate(target: Decimal, base: Decimal, years: int) -> float | NotAssessable:
    """|g(target, base, years)|, a share a year.

    Where target and baseline lie on different sides of zero the root is complex and the size is
    that of the complex number, as the published program has it; `growth_steps` says so.
    """
    ratio = float(target) / float(base)
    if not math.isfinite(ratio):
        return BEYOND_RANGE
    return abs(ratio ** (1 / years) - 1) or NO_REQUIRED_GROWTH


def closeness(base: Decimal, limit: Decimal) -> float:
    """C for a natural limit L: 1 far from it, falling to 0 where the baseline is the limit.

    |b| ≥ 2|L| → 1; |b| ≤ |L| → 1 − (|b|/|L|)^4.44; else 1 − ((2|L| − |b|)/|L|)^4.44.
    """
    size, edge = abs(float(base)), abs(float(limit))
    if size >= 2 * edge:
        return 1.0
    return float(1 - ((size if size <= edge else 2 * edge - size) / edge) ** _EXPONENT)


def crosses_zero(base: Number | None, target: Number | None) -> bool:
    """Whether baseline and target lie on different sides of zero."""
    return base is not None and target is not None and (base < 0 < target or target < 0 < base)


def growth_steps(judged: SeriesJudgement) -> tuple[Step, ...]:
    """The steps of a trace that show b, v, the growth rates and C, as far as there are any."""
    steps: list[Step] = []
    if judged.base is not None:
        asked = judged.call.base_year
        other = say("no value for {asked}", "{asked}年の値がない", asked=asked)
        steps.append(
            Step(
                say("Baseline b", "基準値 b"),
                inputs={"y_b": judged.base_year},
                value=judged.base,
                note=None if asked == judged.base_year else other,
            )
        )
    if judged.current is not None:
        steps.append(
            Step(say("Current value v", "現況値 v"), "", {"y": judged.current_year}, judged.current)
        )
    if judged.growth is not None:
        steps.append(
            Step(
                say("Yearly growth", "年平均成長率"), "(v/b)^(1/(y − y_b)) − 1", value=judged.growth
            )
        )
    if judged.required_growth is not None:
        note = say(
            "baseline and target lie on different sides of zero: the size of a complex root, "
            "as in the published program",
            "基準値と目標値の符号が異なる。公表プログラムと同じく複素数の根の絶対値による",
        )
        steps.append(
            Step(
                say("Yearly growth required", "必要な年平均成長率"),
                "|(T/b)^(1/(y_T − y_b)) − 1|",
                value=judged.required_growth,
                note=note if crosses_zero(judged.base, judged.target_used) else None,
            )
        )
    if judged.coefficient is not None:
        steps.append(
            Step(
                say("Nearness to the natural limit, C", "自然な限界への近さ C"),
                value=judged.coefficient,
            )
        )
    return tuple(steps)
