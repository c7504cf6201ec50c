"""Numbers in reports: exact where they are short, honest where they are cut."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.reports.axes import scale_of
from planmodel.reports.numbers import plain_number, signed, text_of_number, told_apart

SHORT = st.decimals(min_value=-(10**12), max_value=10**12, places=3, allow_nan=False)
LONG = st.decimals(min_value=-(10**6), max_value=10**6, allow_nan=False, allow_infinity=False)
VALUES = st.lists(
    st.one_of(
        st.integers(-(10**9), 10**9).map(float),
        st.floats(-1e9, 1e9, allow_nan=False).filter(lambda it: it == 0 or abs(it) > 1e-6),
    ),
    min_size=1,
    max_size=8,
)


def read(text: str) -> Decimal:
    """The number that a printed one stands for."""
    return Decimal(text.replace(",", "").replace("−", "-").rstrip("…"))


@given(SHORT)
def test_a_short_number_loses_nothing(number: Decimal) -> None:
    """What has few decimals is printed with all of them."""
    assert read(text_of_number(number)) == number


@given(LONG)
def test_a_cut_number_says_so(number: Decimal) -> None:
    """A number is printed exactly, or cut to six decimals and marked with an ellipsis."""
    text = text_of_number(number)
    if text.endswith("…"):
        assert abs(read(text) - number) <= Decimal("0.0000005")
    else:
        assert read(text) == number


def test_the_minus_is_a_minus() -> None:
    """Negative numbers carry a minus sign and differences their own sign."""
    assert text_of_number(Decimal("-1234.5")) == "−1,234.5"
    assert signed(Decimal(7)) == "+7"
    assert signed(Decimal("0.0")) == "±0"


@pytest.mark.parametrize(
    ("value", "text"),
    [(3, "3"), (0.25, "0.25"), (Fraction(1, 3), "0.333333…"), (True, None), ("x", None)],
)
def test_only_numbers_are_numbers(value: object, text: str | None) -> None:
    """Numbers of every kind are printed alike; flags and words are none."""
    assert plain_number(value) == text


@given(VALUES, st.booleans())
def test_an_axis_holds_its_values(values: list[float], is_share: bool) -> None:  # noqa: FBT001 - drawn
    """Every value lies on the axis, whose ticks are few, different and named differently."""
    scale = scale_of(values, is_share=is_share)
    slack = 1e-9 * max(abs(scale.low), abs(scale.high), 1)
    assert all(scale.low - slack <= it <= scale.high + slack for it in values)
    assert 2 <= len(scale.ticks) <= 12
    assert len(set(scale.names)) == len(scale.ticks)


def test_a_share_ends_at_a_hundred() -> None:
    """A percentage that cannot pass 100 gets an axis that does not either."""
    assert scale_of([95.1, 100.0], is_share=True).high == 100
    assert scale_of([95.1, 104.0], is_share=True).high > 100


def test_a_count_near_zero_starts_at_zero() -> None:
    """An axis starts at zero where the values reach down to half of the largest one."""
    assert scale_of([23.0, 62.0], is_share=False).low == 0
    assert scale_of([2329.0, 2500.0], is_share=False).low > 0


@given(SHORT, st.lists(SHORT, max_size=4))
def test_a_worked_out_number_is_told_apart(number: Decimal, beside: list[Decimal]) -> None:
    """A rounded number looks like none of those beside it, nor like 0, unless it is the same."""
    shown = told_apart(number, beside)
    assert shown == number or (shown != 0 and shown not in beside)
    assert abs(shown - number) <= Decimal("0.05")
