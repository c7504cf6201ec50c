"""Growth rates, their form for a target, and the steps that show them."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.evaluation import judge_series
from planmodel.evaluation.profiles.growth import (
    NO_REQUIRED_GROWTH,
    SIGN_CHANGE,
    crosses_zero,
    growth_rate,
    required_rate,
)

POSITIVE = st.integers(1, 10**6).map(Decimal)


@given(st.integers(-(10**6), 10**6).map(Decimal), POSITIVE, st.integers(1, 30))
def test_a_growth_rate_exists_exactly_where_no_sign_changes(
    now: Decimal, then: Decimal, years: int
) -> None:
    """A value of 0 is a loss of everything, a year as well as all years; below 0 is no rate."""
    rate = growth_rate(now, then, years)
    assert growth_rate(-now, -then, years) == rate
    if now < 0:
        assert rate is SIGN_CHANGE
    else:
        assert isinstance(rate, float)
        assert then * Decimal(1 + rate) ** years == pytest.approx(now, rel=Decimal("1e-9"))


@given(POSITIVE, POSITIVE, st.integers(1, 30))
def test_the_required_rate_is_the_size_of_the_growth_to_the_target(
    target: Decimal, base: Decimal, years: int
) -> None:
    """On one side of zero it is exactly |g|, and a target at the baseline requires none."""
    required = required_rate(target, base, years)
    growth = growth_rate(target, base, years)
    assert isinstance(growth, float)
    assert required == (abs(growth) or NO_REQUIRED_GROWTH)
    assert required_rate(-target, -base, years) == required


@given(POSITIVE, POSITIVE, st.integers(1, 30))
def test_across_zero_the_required_rate_is_the_size_of_a_complex_number(
    target: Decimal, base: Decimal, years: int
) -> None:
    """|r·e^(iπ/n) − 1| for the principal root of a negative ratio, r the root of its size."""
    root = (float(target) / float(base)) ** (1 / years)
    angle = math.pi / years
    size = math.hypot(root * math.cos(angle) - 1, root * math.sin(angle))
    for sign in (1, -1):
        assert required_rate(sign * target, -sign * base, years) == pytest.approx(size)


@pytest.mark.parametrize("base", [-2, 0, 2])
@pytest.mark.parametrize("target", [-3, 0, 3])
def test_zero_lies_on_no_side_of_itself(base: int, target: int) -> None:
    """Only a baseline and a target of opposite signs have zero between them."""
    assert crosses_zero(Decimal(base), Decimal(target)) is (base * target < 0)
    assert crosses_zero(Decimal(base), None) is False
    assert crosses_zero(None, Decimal(target)) is False


@pytest.mark.parametrize("profile", ["open-sdg-2.4", "eustat"])
@pytest.mark.parametrize("limit", [None, 100])
def test_the_trace_shows_the_rates_there_are_and_no_others(profile: str, limit: int | None) -> None:
    """Growth where there is one, C where there is a natural limit."""

    def shown(*pairs: tuple[int, float], **more: Any) -> str:
        asked: dict[str, Any] = {"direction": "increase", "base_year": 2015, "limit": limit}
        return str(judge_series(pairs, profile=profile, **asked, **more).trace)

    grown = shown((2015, 50), (2016, 55))
    assert "Yearly growth: (v/b)^(1/(y − y_b)) − 1 = 0.1" in grown
    assert ("Nearness to the natural limit, C = " in grown) is (limit is not None)
    turned = shown((2015, 50), (2016, -55))
    assert "Yearly growth:" not in turned
