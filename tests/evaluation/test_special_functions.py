"""The special functions: against direct sums, known values and their own identities."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.evaluation.special import (
    _stirling_error,
    beta_binomial_survival,
    incomplete_beta,
    negative_binomial_survival,
    student_survival,
)

PARAMETER = st.floats(0.05, 1e6)
SHARE = st.floats(1e-6, 1 - 1e-6)


def negative_binomial_sum(needed: int, shape: float, seen: float, ahead: float) -> float:
    """P(X ≥ needed), as one minus the sum of the terms below."""
    p = seen / (seen + ahead)
    terms = [
        math.exp(
            math.lgamma(shape + k)
            - math.lgamma(shape)
            - math.lgamma(k + 1)
            + shape * math.log(p)
            + k * math.log1p(-p)
        )
        for k in range(needed)
    ]
    return 1 - math.fsum(terms)


def beta_binomial_sum(needed: int, trials: int, a: Fraction, b: Fraction) -> Fraction:
    """P(X ≥ needed) in exact fractions, from rising factorials."""

    def rising(x: Fraction, n: int) -> Fraction:
        return math.prod((x + i for i in range(n)), start=Fraction(1))

    terms = [
        math.comb(trials, k) * rising(a, k) * rising(b, trials - k)
        for k in range(needed, trials + 1)
    ]
    return sum(terms, Fraction(0)) / rising(a + b, trials)


@pytest.mark.parametrize(
    ("a", "b", "x", "value"),
    [
        # computed with forty digits by an arbitrary-precision library
        (35 + 1 / 3, 30, 0.5, 0.25320523584410818),
        (12.25, 3.5, 0.1, 9.7107287961906885e-11),
        (0.5, 0.5, 0.3, 0.36901011956554538),
        (1 / 3, 1, 1e-9, 0.0010000000000000004),
        (4516446.513605867, 0.01807591356470894, 0.9999997699527899, 0.0037864428631318971),
    ],
)
def test_known_values(a: float, b: float, x: float, value: float) -> None:
    """Small and large parameters, both tails."""
    assert incomplete_beta(a, b, x) == pytest.approx(value, rel=2e-9 if a > 1e6 else 1e-13)


def test_ends_are_exact() -> None:
    """I_0 is 0 and I_1 is 1; a share of the whole passes through unharmed."""
    assert incomplete_beta(2, 3, 0) == 0
    assert incomplete_beta(2, 3, 1) == 1
    assert incomplete_beta(1, 1, 0.3) == pytest.approx(0.3, rel=1e-14)
    assert incomplete_beta(3, 1, 0.5) == pytest.approx(0.125, rel=1e-14)


@pytest.mark.parametrize("a", [0.5, 1, 9.9, 10, 10.1, 1e3, 1e6, 1e9, 1e10])
def test_the_middle_of_a_symmetric_beta_is_one_half(a: float) -> None:
    """Also where Γ(a) is far beyond any number of the machine."""
    assert incomplete_beta(a, a, 0.5) == pytest.approx(0.5, abs=1e-10)


def test_far_from_the_middle_large_parameters_keep_their_digits() -> None:
    """Two standard deviations below the middle, with two billion in all."""
    x = 0.5 - 2 * math.sqrt(0.25 / (2e9 + 1))
    assert incomplete_beta(1e9, 1e9, x) == pytest.approx(0.0227501319349, rel=1e-9)


def test_the_error_of_stirlings_formula() -> None:
    """At ten, where the series takes over: ln 10! against the formula, with forty digits."""
    assert _stirling_error(10) == pytest.approx(0.00833056343336287, abs=3e-14)
    assert _stirling_error(9.999999) == pytest.approx(_stirling_error(10), abs=1e-8)
    assert _stirling_error(1) == pytest.approx(1 - 0.5 * math.log(2 * math.pi), abs=1e-15)


@given(st.floats(-19, -8), st.floats(0.5, 50), SHARE)
def test_no_share_is_less_than_nothing_or_more_than_all(
    exponent: float, b: float, x: float
) -> None:
    """Also where a parameter is next to nothing and rounding would pass the ends."""
    a = 10**exponent
    for here in (incomplete_beta(a, b, x), 1 - incomplete_beta(b, a, x)):
        assert 0 <= here <= 1


@pytest.mark.parametrize("a", [1e-13, 1e-14, 1e-15])
def test_next_to_nothing_is_nothing_or_all(a: float) -> None:
    """A beta with so small a parameter lies at one end, and never beyond it."""
    for x in (0.1, 0.2, 0.3):
        assert 1 - 1e-12 < incomplete_beta(a, 3, x) <= 1
        assert 0 <= incomplete_beta(3, a, 1 - x) < 1e-12


@given(PARAMETER, PARAMETER, SHARE)
def test_the_two_tails_make_one(a: float, b: float, x: float) -> None:
    """I_x(a, b) + I_{1−x}(b, a) = 1."""
    assert incomplete_beta(a, b, x) + incomplete_beta(b, a, 1 - x, x) == pytest.approx(1, abs=1e-8)


@given(st.floats(0.5, 500), st.floats(0.5, 500), SHARE)
def test_the_step_from_a_to_a_plus_one(a: float, b: float, x: float) -> None:
    """I_x(a, b) − I_x(a + 1, b) = x^a (1 − x)^b / (a B(a, b))."""
    step = math.exp(
        a * math.log(x)
        + b * math.log1p(-x)
        + math.lgamma(a + b)
        - math.lgamma(a + 1)
        - math.lgamma(b)
    )
    difference = incomplete_beta(a, b, x) - incomplete_beta(a + 1, b, x)
    assert difference == pytest.approx(step, abs=1e-11)


@pytest.mark.parametrize("shape", [1 / 3, 1, 12 + 1 / 3, 400.5])
@pytest.mark.parametrize(("seen", "ahead"), [(3, 2), (1, 9), (5, 0.5)])
@pytest.mark.parametrize("needed", [1, 2, 7, 40, 300])
def test_negative_binomial_is_the_sum_of_its_terms(
    shape: float, seen: float, ahead: float, needed: int
) -> None:
    """The closed form equals direct summation."""
    closed = negative_binomial_survival(needed, shape, seen, ahead)
    assert closed == pytest.approx(negative_binomial_sum(needed, shape, seen, ahead), abs=1e-11)


def test_nothing_needed_is_certain() -> None:
    """P(X ≥ 0) is 1."""
    assert negative_binomial_survival(0, 3, 1, 1) == 1
    assert negative_binomial_survival(-5, 3, 1, 1) == 1


@given(st.integers(1, 10**7), st.floats(1 / 3, 1e7), st.floats(0.5, 20), st.floats(0.5, 20))
def test_needing_more_is_never_likelier(
    needed: int, shape: float, seen: float, ahead: float
) -> None:
    """Monotone in what is needed, in the counts seen and in the time left."""
    here = negative_binomial_survival(needed, shape, seen, ahead)
    assert 0 <= here <= 1
    slack = 1e-9
    assert negative_binomial_survival(needed + 1, shape, seen, ahead) <= here + slack
    assert negative_binomial_survival(needed, shape + 1, seen, ahead) >= here - slack
    assert negative_binomial_survival(needed, shape, seen, ahead * 1.1) >= here - slack


def test_large_counts_lie_around_their_mean() -> None:
    """A million a year for ten years: one more year has the mean a million, sd about 1049."""
    mean, sd = 10**6, math.sqrt(10**6 * 1.1)
    for z, tail in ((-2, 0.97725), (0, 0.5), (2, 0.02275)):
        chance = negative_binomial_survival(round(mean + z * sd), 1e7, 10, 1)
        assert chance == pytest.approx(tail, abs=5e-4)


@pytest.mark.parametrize(
    ("t", "freedom", "value"),
    [
        (0, 5, 0.5),
        (1, 1, 0.25),
        (-1, 1, 0.75),
        (2**0.5, 2, 0.5 - 2**0.5 / (2 * 2)),
        (2.015048, 5, 0.05),
        (-2.570582, 5, 0.975),
        (1e200, 3, 0.0),
        (-1e200, 3, 1.0),
    ],
)
def test_student_survival(t: float, freedom: float, value: float) -> None:
    """Closed forms for one and two degrees of freedom, tables for five, and the ends."""
    assert student_survival(t, freedom) == pytest.approx(value, abs=1e-7)


@pytest.mark.parametrize("trials", [1, 2, 13, 40])
@pytest.mark.parametrize(
    ("a", "b"),
    [
        (Fraction(1, 2), Fraction(1, 2)),
        (Fraction(75, 2), Fraction(7, 2)),
        (Fraction(1), Fraction(1)),
        (Fraction(1, 2), Fraction(9)),
        (Fraction(9), Fraction(1, 2)),
        (Fraction(1, 4), Fraction(3, 2)),
        (Fraction(1, 10**17), Fraction(1, 10**17)),
        (Fraction(1, 10**17), Fraction(3, 10**17)),
    ],
)
def test_beta_binomial_is_the_sum_of_its_terms(trials: int, a: Fraction, b: Fraction) -> None:
    """Every count of every shape (falling, rising, humped, U, all or none) in exact fractions."""
    for needed in range(1, trials + 1):
        exact = float(beta_binomial_sum(needed, trials, a, b))
        closed = beta_binomial_survival(needed, trials, float(a), float(b))
        assert closed == pytest.approx(exact, abs=1e-13)
    assert beta_binomial_survival(0, trials, float(a), float(b)) == 1
    assert beta_binomial_survival(trials + 1, trials, float(a), float(b)) == 0


@pytest.mark.parametrize(("a", "b"), [(1e4, 1e4), (1e6, 1e4), (1e4, 1e6)])
def test_a_hump_far_from_both_ends_keeps_its_two_sides(a: float, b: float) -> None:
    """No term overflows, although the largest is more than 10^300 times the first."""
    trials = 3000
    mean = trials * a / (a + b)
    spread = math.sqrt(trials * a * b * (a + b + trials) / ((a + b) ** 2 * (a + b + 1)))
    for z, tail in ((-2, 0.97725), (0, 0.5), (2, 0.02275)):
        needed = round(mean + z * spread)
        here = beta_binomial_survival(needed, trials, a, b)
        assert here == pytest.approx(tail, abs=0.1)
        assert here + beta_binomial_survival(trials - needed + 1, trials, b, a) == pytest.approx(1)


@given(st.integers(1, 3000), st.floats(0.3, 1e4), st.floats(0.3, 1e4), st.data())
def test_beta_binomial_falls_and_turns_over(
    trials: int, a: float, b: float, data: st.DataObject
) -> None:
    """Needing more is never likelier, and hits and misses are two sides of one coin."""
    needed = data.draw(st.integers(1, trials))
    here = beta_binomial_survival(needed, trials, a, b)
    assert beta_binomial_survival(needed + 1, trials, a, b) <= here + 1e-12
    assert here + beta_binomial_survival(trials - needed + 1, trials, b, a) == pytest.approx(1)
