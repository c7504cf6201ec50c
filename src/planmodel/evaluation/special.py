"""The few special functions the outlook needs, written for a single number.

Sources: the incomplete beta function by its continued fraction (DLMF 8.17.22, evaluated after
Lentz) with the factor in front in the saddle-point form of C. Loader, "Fast and Accurate
Computation of Binomial Probabilities" (2000), which does not lose digits for large arguments.
"""

from __future__ import annotations

import math

__all__ = [
    "beta_binomial_survival",
    "incomplete_beta",
    "negative_binomial_survival",
    "student_survival",
]

_TINY = 1e-300
_EPSILON = 1e-16
_MOST_STEPS = 1_000_000
_SERIES_FROM = 10.0
_STIRLING = (1 / 12, 1 / 360, 1 / 1260, 1 / 1680, 1 / 1188)
_HALF_LOG_TWO_PI = 0.5 * math.log(2 * math.pi)
_NEAR = 0.1
_U_SHAPED = 2.0


def _stirling_error(n: float) -> float:
    """Ln Γ(n + 1) − (n + ½) ln n + n − ½ ln 2π, without cancellation for large n."""
    if n < _SERIES_FROM:
        return math.lgamma(n + 1) - (n + 0.5) * math.log(n) + n - _HALF_LOG_TWO_PI
    a, b, c, d, e = _STIRLING
    square = n * n
    return (a - (b - (c - (d - e / square) / square) / square) / square) / n


def _deviance(x: float, mean: float) -> float:
    """X ln(x/mean) + mean − x, without cancellation where the two are close."""
    gap = x - mean
    if abs(gap) < _NEAR * (x + mean):
        v = gap / (x + mean)
        total, term, k = gap * v, 2 * x * v, 1
        while True:
            term *= v * v
            k += 2
            more = total + term / k
            if more == total:
                return total
            total = more
    return x * math.log(x / mean) + mean - x


def _front(a: float, b: float, x: float, y: float) -> float:
    """x^a y^b / B(a, b), where y = 1 − x."""
    n = a + b
    exponent = (
        _stirling_error(n)
        - _stirling_error(a)
        - _stirling_error(b)
        - _deviance(a, n * x)
        - _deviance(b, n * y)
    )
    return math.exp(exponent) * math.sqrt(a * b / (2 * math.pi * n))


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > _TINY else _TINY)
    total = d
    for m in range(1, _MOST_STEPS):
        double = a + 2 * m
        even = m * (b - m) * x / ((double - 1) * double)
        d = 1 + even * d
        c = 1 + even / c
        d = 1 / (d if abs(d) > _TINY else _TINY)
        c = c if abs(c) > _TINY else _TINY
        total *= d * c
        odd = -(a + m) * (a + b + m) * x / (double * (double + 1))
        d = 1 + odd * d
        c = 1 + odd / c
        d = 1 / (d if abs(d) > _TINY else _TINY)
        c = c if abs(c) > _TINY else _TINY
        change = d * c
        total *= change
        if abs(change - 1) < _EPSILON * 2:
            break
    return total


def incomplete_beta(a: float, b: float, x: float, y: float | None = None) -> float:
    """The regularized incomplete beta function I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1.

    ``y`` is 1 − x; pass it where it is known more exactly than the difference.
    """
    rest = 1 - x if y is None else y
    if x <= 0:
        return 0.0
    if rest <= 0:
        return 1.0
    if x <= (a + 1) / (a + b + 2):
        return min(1.0, _front(a, b, x, rest) * _fraction(a, b, x) / a)
    return max(0.0, 1 - _front(b, a, rest, x) * _fraction(b, a, rest) / b)


def negative_binomial_survival(needed: int, shape: float, seen: float, ahead: float) -> float:
    """P(X ≥ *needed*) of a negative binomial count.

    n = *shape*, p = *seen*/(*seen* + *ahead*): a Gamma(shape, seen) rate over *ahead* years.
    Equals I_{1−p}(needed, n).
    """
    if needed <= 0:
        return 1.0
    total = seen + ahead
    return incomplete_beta(needed, shape, ahead / total, seen / total)


def student_survival(t: float, freedom: float) -> float:
    """P(T > *t*) of Student's t with *freedom* degrees of freedom."""
    square = t * t
    tail = incomplete_beta(
        freedom / 2, 0.5, freedom / (freedom + square), square / (freedom + square)
    )
    return tail / 2 if t > 0 else 1 - tail / 2


def beta_binomial_survival(needed: int, trials: int, a: float, b: float) -> float:
    """P(X ≥ *needed*) of a beta-binomial count out of *trials*, by summing its terms.

    The terms are built from the largest one by their ratios and divided by their sum, so no
    gamma function is needed and large *a* and *b* lose nothing.
    """
    if needed <= 0:
        return 1.0
    if needed > trials:
        return 0.0
    top = _mode(trials, a, b)
    below, above = (0.0, 1.0) if top >= needed else (1.0, 0.0)
    for step in (-1, 1):
        term, at = 1.0, top
        end = 0 if step < 0 else trials
        while at != end:
            lower = at if step > 0 else at - 1
            ratio = (trials - lower) * (a + lower) / ((lower + 1) * (b + (trials - lower - 1)))
            term = term * ratio if step > 0 else term / ratio
            at += step
            if at >= needed:
                above += term
            else:
                below += term
            if term * abs(end - at) < _EPSILON * (below + above) and a + b > _U_SHAPED:
                break
    return above / (below + above)


def _mode(trials: int, a: float, b: float) -> int:
    """Where the largest term of a beta-binomial lies, near enough to start summing there."""
    if a + b <= _U_SHAPED:
        return trials if a > b else 0
    return min(trials, max(0, math.floor((trials + 1) * (a - 1) / (a + b - 2))))
