"""Where a series would go: the last value, the same pace, a damped trend, and when it arrives.

Three simple projections are shown together as a band, because none of them is right: on 167
public series with two to five points, "no further change" was the best at three years, and
geometric extrapolation, which is not offered here, the worst.
"""

from __future__ import annotations

import math
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction

from attrs import frozen

from planmodel.evaluation import reasons as why
from planmodel.evaluation.arithmetic import Outcome, observed_pace
from planmodel.evaluation.outcome import NotAssessable, Step, Trace
from planmodel.evaluation.points import Points
from planmodel.evaluation.precision import add, multiply, subtract
from planmodel.evaluation.profiles.base import Direction
from planmodel.text import Language, say

__all__ = ["Band", "arrival", "band", "damped_value", "pace_since"]

ALPHA, BETA, PHI = Decimal("0.5"), Decimal("0.3"), Decimal("0.9")
"""Weights of the level and of the trend, and the damping a year, of the damped projection."""

_CONTEXT = Context(prec=40, Emin=MIN_EMIN, Emax=MAX_EMAX)
_FEWEST = 2
_FURTHEST = 9_999
_PLAIN = 12

ONE_POINT = NotAssessable(
    "one_point",
    say(
        "there is only one value, so nothing is known about the change",
        "値が一つしかなく、変化が分からない",
    ),
)
REACHED = NotAssessable(
    "reached_already", say("the target is reached already", "すでに目標に達している")
)
NOT_MOVING = NotAssessable(
    "not_moving",
    say(
        "at this pace never: there is no change since the baseline",
        "このままでは到達しない（基準年から変化がない）",
    ),
)
MOVING_AWAY = NotAssessable(
    "moving_away",
    say(
        "at this pace never: the value moves away from the target",
        "このままでは到達しない（目標から遠ざかっている）",
    ),
)
TOO_FAR = NotAssessable(
    "too_far",
    say(
        "at this pace not within {years} years",
        "このままでは{years}年以内に到達しない",
        years=_FURTHEST,
    ),
)


@frozen
class Band:
    """Three projections for one year, shown as a band from the lowest to the highest.

    Attributes:
        year: The year they are for.
        last_value: No further change.
        same_pace: The pace since the baseline goes on.
        damped: The recent trend goes on and fades (Holt's method, damped).
        approximate: Always true.
    """

    year: int
    last_value: Decimal
    same_pace: Decimal
    damped: Decimal
    approximate: bool = True

    @property
    def low(self) -> Decimal:
        """The lowest of the three."""
        return min(self.last_value, self.same_pace, self.damped)

    @property
    def high(self) -> Decimal:
        """The highest of the three."""
        return max(self.last_value, self.same_pace, self.damped)

    @property
    def trace(self) -> Trace:
        """The three projections."""
        return Trace(
            (
                Step(say("Last value", "最後の値のまま"), "v", value=self.last_value),
                Step(
                    say("Same pace", "同じペース"),
                    "v + (v − b)/(y − y_b)·h",
                    value=short(self.same_pace),
                ),
                Step(
                    say("Damped trend", "減衰する傾向"),
                    "l + (φ + φ² + … + φ^h)·t",
                    {"α": ALPHA, "β": BETA, "φ": PHI},
                    short(self.damped),
                ),
            )
        )

    def in_language(self, language: Language) -> str:
        """The band in words of *language*."""
        said = say(
            "between {low} and {high} (approximate)",
            "{low}〜{high}（概算）",
            low=short(self.low),
            high=short(self.high),
        )
        return said.in_language(language)

    def __str__(self) -> str:
        return self.in_language("en")


def short(number: Decimal) -> str:
    """*number* to four significant digits, or to whole units where it has more."""
    if not number or abs(number.adjusted()) > _PLAIN:
        return f"{float(number):.4g}"
    places = max(0, 3 - number.adjusted())
    return f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _CONTEXT):f}"


def pace_since(points: Points, base_year: int) -> Outcome:
    """The change a year from the value of *base_year* to the last one."""
    if not points:
        return why.NO_VALUE
    base = points.at(base_year)
    return observed_pace(points.value(-1), base, Decimal(points.years[-1] - base_year))


def damped_value(points: Points, year: int) -> Outcome:
    """The damped trend of Holt's method in *year*, with α 0.5, β 0.3, φ 0.9.

    The first level is y₁, the first trend y₂ − y₁ (a year). A year without a value moves the
    level by the damped trend, as a forecast would; nothing is filled in.
    """
    if len(points) < _FEWEST:
        return ONE_POINT if points else why.NO_VALUE
    years = points.years
    with localcontext(_CONTEXT):
        level = points.value(0)
        trend = (points.value(1) - level) / (years[1] - years[0])
        for i in range(1, len(years)):
            silent = years[i] - years[i - 1] - 1
            if silent:
                level, trend = _ahead(level, trend, silent)
            before = level
            forecast = level + PHI * trend
            level = ALPHA * points.value(i) + (1 - ALPHA) * forecast
            trend = BETA * (level - before) + (1 - BETA) * PHI * trend
        return +_ahead(level, trend, year - years[-1])[0]


def _ahead(level: Decimal, trend: Decimal, years: int) -> tuple[Decimal, Decimal]:
    """Level and trend after *years* without a value: level + (φ + … + φ^years)·trend."""
    fade = PHI**years
    return level + trend * PHI * (1 - fade) / (1 - PHI), trend * fade


def band(points: Points, *, base_year: int, year: int) -> Band | NotAssessable:
    """The three projections of *points* for *year*; the pace is measured from *base_year*."""
    if not points:
        return why.NO_VALUE
    if len(points) < _FEWEST:
        return ONE_POINT
    left = year - points.years[-1]
    if left <= 0:
        return why.TARGET_YEAR_PASSED
    pace = pace_since(points, base_year)
    damped = damped_value(points, year)
    if isinstance(pace, NotAssessable):
        return pace
    if isinstance(damped, NotAssessable):
        return damped
    last = points.value(-1)
    return Band(year, last, add(last, multiply(pace, Decimal(left))), damped)


def arrival(
    points: Points, *, base_year: int, target: Decimal, direction: Direction
) -> int | NotAssessable:
    """The first year in which the pace since *base_year* reaches the *target*.

    Never where the value does not move or moves the wrong way; the reason says which.
    """
    pace = pace_since(points, base_year)
    if isinstance(pace, NotAssessable):
        return pace
    left = subtract(target, points.value(-1))
    is_rise = direction == "increase"
    if not left or (left > 0) is not is_rise:
        return REACHED
    if not pace:
        return NOT_MOVING
    if (pace > 0) is not is_rise:
        return MOVING_AWAY
    # Exact: a pace of a third a year must not arrive a year late.
    moved = Fraction(points.value(-1)) - Fraction(points.at(base_year) or 0)
    years = Fraction(left) * (points.years[-1] - base_year) / moved
    return TOO_FAR if years > _FURTHEST else points.years[-1] + math.ceil(years)
