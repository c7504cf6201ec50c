"""Every measure, on every path, in every convention and direction, is the formula in fractions.

The figures are made up by Hypothesis.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from planmodel.evaluation import measure, measure_names
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.facts import CONVENTIONS, DIRECTIONS, PATHS
from planmodel.evaluation.precision import PLACES

Formula: TypeAlias = "Callable[[Figures], Fraction | str]"


@frozen
class Figures:
    """Fractions for the letters of the formulas, and what is declared about them."""

    v: Fraction
    t: Fraction
    b: Fraction
    p: Fraction
    base: Fraction
    k: int
    n: int
    direction: str
    convention: str
    path: str

    @property
    def d(self) -> int:
        """The sign of the direction."""
        return 1 if self.direction == "increase" else -1

    @property
    def e(self) -> Fraction | str:
        """The expected value; the figures of a geometric path are made so that it is rational."""
        k = min(self.k, self.n)
        if self.path == "linear_from_zero":
            return self.t * k / self.n
        if self.path == "linear":
            return self.b + (self.t - self.b) * k / self.n
        if self.b * self.t <= 0:
            return "no_growth_rate"
        return self.b if k == 0 else self.t if k == self.n else _root(self.t / self.b) * self.b

    def given(self) -> dict[str, Any]:
        """The keywords of `measure`."""
        return {
            "value": _decimal(self.v),
            "target": _decimal(self.t),
            "baseline": _decimal(self.b),
            "previous": _decimal(self.p),
            "base": _decimal(self.base),
            "elapsed": self.k,
            "duration": self.n,
            "direction": self.direction,
            "convention": self.convention,
            "path": self.path,
        }


def _root(square: Fraction) -> Fraction:
    """The root of a fraction that is a square: half of the way, geometrically."""
    exact = Fraction(round(square.numerator**0.5), round(square.denominator**0.5))
    assert exact**2 == square
    return exact


def _decimal(it: Fraction) -> Decimal:
    assert 1000 % it.denominator == 0
    return Decimal(it.numerator * (1000 // it.denominator)).scaleb(-3)


def _over(top: Fraction, bottom: Fraction, code: str) -> Fraction | str:
    return top / bottom if bottom else code


def _way(it: Figures, end: Fraction, word: str) -> Fraction | str:
    """(v − b)/(end − b), unless the baseline is there already."""
    if end == it.b:
        return "target_is_baseline" if word == "target" else "expected_is_baseline"
    if it.d * (it.b - end) > 0:
        return f"baseline_beyond_{word}"
    return (it.v - it.b) / (end - it.b)


def _ratio(it: Figures, end: Fraction, word: str) -> Fraction | str:
    zero = f"{word}_zero"
    if it.d > 0 or it.convention == "v/T":
        return _over(it.v, end, zero)
    if it.convention == "(b-v)/(b-T)":
        return _way(it, end, word)
    if it.convention == "2-v/T":
        return 2 - it.v / end if end else zero
    return _over(end, it.v, "value_zero") if end else zero


def _ratio_to_expected(it: Figures) -> Fraction | str:
    return it.e if isinstance(it.e, str) else _ratio(it, it.e, "expected")


def _pace_ratio(it: Figures) -> Fraction | str:
    if isinstance(it.e, str):
        return it.e
    if it.path != "geometric":
        to_target = _way(it, it.t, "target")
        if isinstance(to_target, str):
            return to_target
        if it.path == "linear" and it.k == 0:
            return "no_time_elapsed"
    return _way(it, it.e, "expected")


def _on(path: str) -> Formula:
    def formula(it: Figures) -> Fraction | str:
        return evolve(it, path=path).e

    return formula


FORMULAS: dict[str, Formula] = {
    "ratio_to_target": lambda it: _ratio(it, it.t, "target"),
    "ratio_to_expected": _ratio_to_expected,
    "pace_ratio": _pace_ratio,
    "progress_from_baseline": lambda it: _way(it, it.t, "target"),
    "share_of_base": lambda it: _over(it.v, it.base, "base_zero"),
    "expected_linear": _on("linear"),
    "expected_linear_from_zero": _on("linear_from_zero"),
    "expected_geometric": _on("geometric"),
    "elapsed_share": lambda it: Fraction(it.k, it.n),
    "observed_pace": lambda it: _over(it.v - it.b, Fraction(it.k), "no_time_elapsed"),
    "required_pace": lambda it: (
        (it.t - it.v) / (it.n - it.k) if it.k < it.n else "target_year_passed"
    ),
    "gap": lambda it: it.d * (it.t - it.v),
    "gap_to_expected": lambda it: it.e if isinstance(it.e, str) else it.d * (it.e - it.v),
    "change": lambda it: it.v - it.p,
    "ratio_to_previous": lambda it: _over(it.v, it.p, "previous_zero"),
    "change_rate": lambda it: _over(it.v - it.p, abs(it.p), "previous_zero"),
    "improvement": lambda it: it.d * (it.v - it.p),
    "change_from_baseline": lambda it: it.v - it.b,
    "change_rate_from_baseline": lambda it: _over(it.v - it.b, abs(it.b), "baseline_zero"),
    "improvement_from_baseline": lambda it: it.d * (it.v - it.b),
}

NUMBERS = st.builds(
    lambda digits, places: Fraction(digits, 10**places),
    st.integers(-1000, 1000),
    st.integers(0, 3),
)
SMALL = st.integers(-3, 3).map(Fraction)


@st.composite
def some_figures(draw: st.DrawFn, path: str, convention: str, direction: str) -> Figures:
    """Figures of all signs; often small ones, so that they coincide."""
    number = st.one_of(SMALL, NUMBERS)
    b, t, n = draw(number), draw(number), draw(st.integers(1, 7))
    k = draw(st.integers(0, 9))
    if path == "geometric":
        n, k = 2, draw(st.sampled_from((0, 1, 2, 3)))
        p, q = draw(st.integers(1, 9)), draw(st.integers(1, 9))
        unit = draw(number)
        b, t = unit * p * p, unit * q * q
    v, p, base = draw(number), draw(number), draw(number)
    return Figures(v, t, b, p, base, k, n, direction, convention, path)


def _agrees(exact: Fraction, value: Decimal) -> bool:
    """Equal where the exact value has few digits, else the first `PLACES` of them."""
    if 10**30 % exact.denominator == 0:
        return Fraction(value) == exact
    return abs(Fraction(value) - exact) <= abs(exact) / 10 ** (PLACES - 1)


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("path", PATHS)
@given(data=st.data())
@settings(deadline=None, max_examples=50)
def test_every_measure_is_its_formula_in_fractions(
    path: str, convention: str, direction: str, data: st.DataObject
) -> None:
    """The value is that of exact fractions, or the reason is the one that the figures give."""
    figures = data.draw(some_figures(path, convention, direction))
    for name, formula in FORMULAS.items():
        if name == "expected_geometric" and path != "geometric":
            continue
        exact, measured = formula(figures), measure(name, **figures.given())
        if isinstance(exact, str):
            assert measured.reason is not None, name
            assert (name, measured.reason.code) == (name, exact)
        else:
            assert measured.value is not None, (name, measured.reason)
            assert _agrees(exact, measured.value), (name, exact, measured.value)


def test_no_measure_is_without_a_formula() -> None:
    """The property above is about all measures."""
    assert set(FORMULAS) == set(measure_names())


def test_a_line_from_zero_does_not_take_zero_for_the_baseline() -> None:
    """Under (b − v)/(b − T) the baseline is the one given, whatever the line starts from."""
    figures: dict[str, Any] = {
        "value": 80, "target": 50, "baseline": 100, "elapsed": 3, "duration": 6,
        "path": "linear_from_zero", "direction": "decrease", "convention": "(b-v)/(b-T)",
    }  # fmt: skip
    measured = measure("ratio_to_expected", **figures)
    assert measured.value is not None
    assert round(measured.value, 4) == Decimal("0.2667")
    assert "b = 100" in str(measured.trace)
    without = measure("ratio_to_expected", **{**figures, "baseline": None})
    assert without.reason is not None
    assert without.reason.code == "no_baseline"


@pytest.mark.parametrize("missing", ["elapsed", "duration"])
@pytest.mark.parametrize(
    "name", [it for it, spec in MEASURES.items() if {"elapsed", "duration"} <= set(spec.needs)]
)
def test_a_missing_time_is_named(name: str, missing: str) -> None:
    """Whoever forgets one of the two times reads which one."""
    figures: dict[str, Any] = {
        "value": 1, "target": 3, "baseline": 2, "elapsed": 1, "duration": 2, missing: None,
    }  # fmt: skip
    measured = measure(name, **figures)
    assert measured.reason is not None
    assert measured.reason.code == "no_time"
    assert missing in str(measured.reason)
    assert missing in measured.reason.in_language("ja")
