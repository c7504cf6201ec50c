"""The arithmetic of every measure as a plain function: exact figures in, a figure or a reason out.

This is what runs in loops. The figures are finite decimals or ``None`` (missing), ``d`` is +1 where
more is better and -1 where less is better, times are numbers of periods. Ratios come from one
division of exact numbers, so that exactly 100% is exactly 1. `measure` is the same for people.
"""

# ruff: noqa: PLR0911, PLR0913, PLR0917 - a reason is a return, a figure is a parameter

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from planmodel.evaluation import reasons as why
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.precision import add, divide, fma, grow, multiply, subtract

__all__ = [
    "Convention",
    "Outcome",
    "Sign",
    "elapsed_share",
    "expected_geometric",
    "expected_linear",
    "expected_linear_from_zero",
    "gap",
    "observed_pace",
    "pace_ratio",
    "pace_ratio_linear",
    "pace_ratio_linear_from_zero",
    "progress_from_baseline",
    "ratio_to_expected",
    "ratio_to_expected_linear",
    "ratio_to_expected_linear_from_zero",
    "ratio_to_target",
    "required_pace",
    "share_of_base",
]

Outcome: TypeAlias = Decimal | NotAssessable
Sign: TypeAlias = Literal[1, -1]
Convention: TypeAlias = Literal["v/T", "T/v", "2-v/T", "(b-v)/(b-T)"]
"""How a ratio is formed where less is better; ``v/T`` ignores the direction, as some reports do."""

_TWO = Decimal(2)
_ZERO = Decimal(0)


def ratio_to_target(
    v: Decimal | None,
    t: Decimal | None,
    d: Sign,
    convention: Convention | None = None,
    b: Decimal | None = None,
) -> Outcome:
    """v/T; where less is better, as the *convention* says (`NotAssessable` without one)."""
    if v is None:
        return why.NO_VALUE
    if t is None:
        return why.NO_TARGET
    if d > 0 or convention == "v/T":
        return divide(v, t) if t else why.TARGET_ZERO
    if convention == "T/v":
        if not t:
            return why.TARGET_ZERO
        return divide(t, v) if v else why.VALUE_ZERO
    if convention == "2-v/T":
        return divide(subtract(multiply(_TWO, t), v), t) if t else why.TARGET_ZERO
    if convention is None:
        return why.NO_CONVENTION
    return progress_from_baseline(v, b, t, d)


def share_of_base(v: Decimal | None, n: Decimal | None) -> Outcome:
    """v/N."""
    if v is None:
        return why.NO_VALUE
    if n is None:
        return why.NO_BASE
    return divide(v, n) if n else why.BASE_ZERO


def progress_from_baseline(
    v: Decimal | None, b: Decimal | None, t: Decimal | None, d: Sign
) -> Outcome:
    """(v − b)/(T − b), unless the baseline already meets the target."""
    if v is None:
        return why.NO_VALUE
    if t is None:
        return why.NO_TARGET
    if b is None:
        return why.NO_BASELINE
    way = subtract(t, b)
    if way:
        if way.is_signed() is (d < 0):
            return divide(subtract(v, b), way)
        return why.BASELINE_BEYOND_TARGET
    return why.TARGET_IS_BASELINE


def _no_line(k: Decimal | None, n: Decimal | None) -> NotAssessable:
    if n is None:
        return why.NO_TIME if k is None else why.NO_DURATION
    if k is None:
        return why.NO_ELAPSED
    return why.TARGET_NOT_AFTER_BASELINE if n <= _ZERO else why.BEFORE_BASELINE


def _is_over(k: Decimal | None, n: Decimal | None) -> bool:
    """Whether the way is over: the target's time has come."""
    return k is not None and n is not None and k >= n > _ZERO


def expected_linear(
    b: Decimal | None, t: Decimal | None, k: Decimal | None, n: Decimal | None
) -> Outcome:
    """The value of the line b + (T − b)·k/n, and T once k ≥ n, then without a baseline too."""
    if t is None:
        return why.NO_TARGET
    if b is None:
        return t if _is_over(k, n) else why.NO_BASELINE
    if k is None or n is None or n <= _ZERO or k < _ZERO:
        return _no_line(k, n)
    if k >= n:
        return t
    return divide(add(multiply(b, n), multiply(subtract(t, b), k)), n)


def expected_linear_from_zero(t: Decimal | None, k: Decimal | None, n: Decimal | None) -> Outcome:
    """T·k/n, and T once k > n: a straight line that starts at 0, whatever the baseline was."""
    return expected_linear(_ZERO, t, k, n)


def expected_geometric(
    b: Decimal | None, t: Decimal | None, k: Decimal | None, n: Decimal | None
) -> Outcome:
    """b·(T/b)^(k/n), and T once k ≥ n, then without b too; not assessable where b·T ≤ 0."""
    if t is None:
        return why.NO_TARGET
    if b is None:
        return t if _is_over(k, n) else why.NO_BASELINE
    if k is None or n is None or n <= _ZERO or k < _ZERO:
        return _no_line(k, n)
    if not b or not t or b.is_signed() is not t.is_signed():
        return why.NO_GROWTH_RATE
    if k >= n:
        return t
    return grow(b, t, k, n) if k else b


def ratio_to_expected(
    v: Decimal | None,
    e: Decimal | None,
    d: Sign,
    convention: Convention | None = None,
    b: Decimal | None = None,
) -> Outcome:
    """v/e; where less is better, as the *convention* says with e in the place of T."""
    if v is None:
        return why.NO_VALUE
    if e is None:
        return why.NO_EXPECTED
    if d > 0 or convention == "v/T":
        return divide(v, e) if e else why.EXPECTED_ZERO
    if convention == "(b-v)/(b-T)":
        return pace_ratio(v, b, e, d)
    if convention is None:
        return why.NO_CONVENTION
    if not e:
        return why.EXPECTED_ZERO
    if convention == "T/v":
        return divide(e, v) if v else why.VALUE_ZERO
    return divide(subtract(multiply(_TWO, e), v), e)


def ratio_to_expected_linear(
    v: Decimal | None,
    b: Decimal | None,
    t: Decimal | None,
    k: Decimal | None,
    n: Decimal | None,
    d: Sign,
    convention: Convention | None = None,
) -> Outcome:
    """`ratio_to_expected` against `expected_linear`, with one division: v·n/(b·(n − k) + T·k)."""
    if v is None:
        return why.NO_VALUE
    if t is None:
        return why.NO_TARGET
    if b is None:
        over = _is_over(k, n)
        return ratio_to_expected(v, t, d, convention) if over else why.NO_BASELINE
    if k is None or n is None or k < _ZERO:
        return _no_line(k, n)
    left = subtract(n, k)
    if left > _ZERO:
        e_n = fma(t, k, multiply(b, left))
        if d > 0:
            return divide(multiply(v, n), e_n) if e_n else why.EXPECTED_ZERO
        return ratio_to_expected(multiply(v, n), e_n, d, convention, multiply(b, n))
    return ratio_to_expected(v, t, d, convention, b) if n > _ZERO else _no_line(k, n)


def ratio_to_expected_linear_from_zero(
    v: Decimal | None,
    b: Decimal | None,
    t: Decimal | None,
    k: Decimal | None,
    n: Decimal | None,
    d: Sign,
    convention: Convention | None = None,
) -> Outcome:
    """`ratio_to_expected` against `expected_linear_from_zero`, with one division: v·n/(T·k).

    The baseline counts only where the *convention* asks for it.
    """
    if v is None:
        return why.NO_VALUE
    if t is None:
        return why.NO_TARGET
    if k is None or n is None or n <= _ZERO or k < _ZERO:
        return _no_line(k, n)
    if k >= n:
        return ratio_to_expected(v, t, d, convention, b)
    b_n = None if b is None else multiply(b, n)
    return ratio_to_expected(multiply(v, n), multiply(t, k), d, convention, b_n)


def pace_ratio(v: Decimal | None, b: Decimal | None, e: Decimal | None, d: Sign) -> Outcome:
    """(v − b)/(e − b), unless the baseline already meets the expected value."""
    if v is None:
        return why.NO_VALUE
    if e is None:
        return why.NO_EXPECTED
    if b is None:
        return why.NO_BASELINE
    way = subtract(e, b)
    if way:
        if way.is_signed() is (d < 0):
            return divide(subtract(v, b), way)
        return why.BASELINE_BEYOND_EXPECTED
    return why.EXPECTED_IS_BASELINE


def pace_ratio_linear(
    v: Decimal | None,
    b: Decimal | None,
    t: Decimal | None,
    k: Decimal | None,
    n: Decimal | None,
    d: Sign,
) -> Outcome:
    """`pace_ratio` against `expected_linear`, with one division: (v − b)·n/((T − b)·k)."""
    if v is None:
        return why.NO_VALUE
    if t is None:
        return why.NO_TARGET
    if b is None:
        return why.NO_BASELINE
    if k is None or n is None or n <= _ZERO or k < _ZERO:
        return _no_line(k, n)
    way = subtract(t, b)
    if way:
        if way.is_signed() is not (d < 0):
            return why.BASELINE_BEYOND_TARGET
        if not k:
            return why.NO_TIME_ELAPSED
        if k >= n:
            return divide(subtract(v, b), way)
        return divide(multiply(subtract(v, b), n), multiply(way, k))
    return why.TARGET_IS_BASELINE


def pace_ratio_linear_from_zero(
    v: Decimal | None,
    b: Decimal | None,
    t: Decimal | None,
    k: Decimal | None,
    n: Decimal | None,
    d: Sign,
) -> Outcome:
    """`pace_ratio` against `expected_linear_from_zero`: (v − b)·n/(T·k − b·n), one division."""
    if v is None:
        return why.NO_VALUE
    if t is None:
        return why.NO_TARGET
    if b is None:
        return why.NO_BASELINE
    if k is None or n is None or n <= _ZERO or k < _ZERO:
        return _no_line(k, n)
    way = subtract(t, b)
    if not way:
        return why.TARGET_IS_BASELINE
    if way.is_signed() is not (d < 0):
        return why.BASELINE_BEYOND_TARGET
    if k >= n:
        return divide(subtract(v, b), way)
    return pace_ratio(multiply(v, n), multiply(b, n), multiply(t, k), d)


def observed_pace(v: Decimal | None, b: Decimal | None, k: Decimal | None) -> Outcome:
    """(v − b)/k: the change a period since the baseline."""
    if v is None:
        return why.NO_VALUE
    if b is None:
        return why.NO_BASELINE
    if k is None:
        return why.NO_ELAPSED
    if k > _ZERO:
        return divide(subtract(v, b), k)
    return why.BEFORE_BASELINE if k else why.NO_TIME_ELAPSED


def required_pace(
    v: Decimal | None, t: Decimal | None, k: Decimal | None, n: Decimal | None
) -> Outcome:
    """(T − v)/(n − k): the change a period that is needed from now on."""
    if v is None:
        return why.NO_VALUE
    if t is None:
        return why.NO_TARGET
    if k is None or n is None:
        return _no_line(k, n)
    left = subtract(n, k)
    return divide(subtract(t, v), left) if left > _ZERO else why.TARGET_YEAR_PASSED


def gap(v: Decimal | None, t: Decimal | None, d: Sign) -> Outcome:
    """d·(T − v): what is missing, in the unit; negative beyond the target."""
    if v is None:
        return why.NO_VALUE
    if t is None:
        return why.NO_TARGET
    return subtract(t, v) if d > 0 else subtract(v, t)


def elapsed_share(k: Decimal | None, n: Decimal | None) -> Outcome:
    """k/n: the share of the time between baseline and target that has passed."""
    if k is None or n is None or n <= _ZERO or k < _ZERO:
        return _no_line(k, n)
    return divide(k, n)
