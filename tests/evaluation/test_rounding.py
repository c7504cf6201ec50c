"""Rounding is a rule with a mode and a number of places."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, trunc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import ModelError, UsageError
from planmodel.evaluation import Rounding, measure

MODES = ["half_up", "six_up", "half_even", "floor", "ceiling", "truncate"]
FIGURES = st.decimals(-(10**12), 10**12, places=6)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("half_up", ("3", "3", "2", "-3", "-3", "-2", "0")),
        ("six_up", ("2", "3", "2", "-2", "-3", "-2", "0")),
        ("half_even", ("2", "3", "2", "-2", "-3", "-2", "0")),
        ("floor", ("2", "2", "2", "-3", "-3", "-3", "-1")),
        ("ceiling", ("3", "3", "3", "-2", "-2", "-2", "0")),
        ("truncate", ("2", "2", "2", "-2", "-2", "-2", "0")),
    ],
)
def test_every_mode_is_right_on_both_sides_of_zero(mode: str, expected: tuple[str, ...]) -> None:
    """Halves and others go where the mode sends them, also below zero, and never to -0."""
    rounding = Rounding(mode, 0)  # type: ignore[arg-type]
    given_figures = ("2.5", "2.7", "2.4", "-2.5", "-2.7", "-2.4", "-0.1")
    assert tuple(str(rounding.apply(x)) for x in given_figures) == expected


def test_printed_percentages_of_real_reports() -> None:
    """131/470 is truncated to 27.8, 10/179 rounded to 5.6 and 37/40 to 93."""
    assert Rounding("truncate", 1).apply(Fraction(13100, 470)) == Decimal("27.8")
    assert Rounding("half_up", 1).apply(Fraction(1000, 179)) == Decimal("5.6")
    assert Rounding("half_up", 0).apply(Fraction(3700, 40)) == Decimal(93)


def test_a_float_counts_by_its_shortest_digits() -> None:
    """2.675 is 2.675, although the float is a little less; the places are kept."""
    assert str(Rounding("half_up", 2).apply(2.675)) == "2.68"
    assert str(Rounding("half_up", 2).apply(3)) == "3.00"


def test_places_before_the_point_round_to_thousands() -> None:
    """Minus three places are thousands, written as plain digits."""
    assert str(Rounding("half_up", -3).apply("1234567")) == "1235000"
    assert str(Rounding("half_up", -1).apply("125")) == "130"
    assert Rounding("half_up", 12).apply(Fraction(1, 3)) == Decimal("0.333333333333")
    assert Rounding("ceiling", -12).apply(1) == 10**12


def test_the_context_of_the_caller_changes_nothing() -> None:
    """A caller's decimal context with three digits does not touch measures or rounding."""
    with decimal.localcontext(decimal.Context(prec=3, rounding=decimal.ROUND_UP)):
        assert str(Rounding("half_up", 3).apply(Decimal("1234.56789"))) == "1234.568"
        ratio = measure("ratio_to_target", value=7415050, target=7937499, direction="increase")
        assert ratio.percent is not None
        assert Rounding("half_up", 1).apply(ratio.percent) == Decimal("93.4")


@given(FIGURES, st.integers(0, 6))
def test_floor_ceiling_and_truncate_agree_with_arithmetic(x: Decimal, places: int) -> None:
    """The directed modes are those of exact fractions."""
    scale = 10**places
    exact = Fraction(x) * scale
    assert Fraction(Rounding("floor", places).apply(x)) * scale == floor(exact)
    assert Fraction(Rounding("ceiling", places).apply(x)) * scale == ceil(exact)
    assert Fraction(Rounding("truncate", places).apply(x)) * scale == trunc(exact)


@given(
    st.integers(-(10**9), 10**9),
    st.integers(1, 10**9),
    st.integers(0, 4),
    st.sampled_from(MODES),
)
def test_rounding_a_measured_ratio_is_rounding_the_exact_one(
    value: int, target: int, places: int, mode: str
) -> None:
    """A quotient keeps enough digits, rounded so that no mode can tell it from the exact one."""
    rounding = Rounding(mode, places)  # type: ignore[arg-type]
    ratio = measure("ratio_to_target", value=value, target=target, direction="increase")
    assert ratio.percent is not None
    assert rounding.apply(ratio.percent) == rounding.apply(Fraction(value * 100, target))


@given(FIGURES, st.integers(-3, 5))
def test_six_up_carries_what_four_tenths_more_would_reach(x: Decimal, places: int) -> None:
    """五捨六入: the first digit that is dropped decides alone, a 5 down and a 6 up."""
    rounded = Fraction(Rounding("six_up", places).apply(x))
    unit = Fraction(10) ** -places
    steps = trunc(abs(Fraction(x)) / unit + Fraction(4, 10))
    assert abs(rounded) == steps * unit
    assert rounded * Fraction(x) >= 0


def test_what_follows_a_five_does_not_carry_it() -> None:
    """92.59 is 92 to the digit, unlike by halves; 五捨六入 names the digit that it looks at."""
    rounding = Rounding("six_up", 0)
    assert [str(rounding.apply(it)) for it in ("92.59", "92.6", "-92.59", "-92.6")] == [
        "92", "93", "-92", "-93",
    ]  # fmt: skip
    assert Rounding("half_up", 0).apply("92.59") == 93
    assert rounding.in_language("ja") == "小数第1位を五捨六入"
    assert rounding.in_language("en") == "rounded up from a digit of 6 on to 0 decimal places"


@given(FIGURES, st.sampled_from(MODES))
def test_rounding_twice_changes_nothing(x: Decimal, mode: str) -> None:
    """A rounded number is already rounded."""
    rounding = Rounding(mode, 2)  # type: ignore[arg-type]
    once = rounding.apply(x)
    assert rounding.apply(once) == once
    assert abs(once - x) < Decimal("0.01")


@pytest.mark.parametrize("text", ["1e30", "-2.5E+3", "4e-1"])
def test_a_number_in_powers_of_ten_is_the_same_as_text_and_as_decimal(text: str) -> None:
    """One behavior for both."""
    rounding = Rounding("half_up", 0)
    assert rounding.apply(text) == rounding.apply(Decimal(text))


def test_an_unknown_mode_or_places_are_refused_with_a_hint() -> None:
    """A slip of the pen is named, with the nearest mode."""
    with pytest.raises(ModelError, match="did you mean half_up"):
        Rounding("halfup", 1)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match="places"):
        Rounding("half_up", places=True)
    with pytest.raises(ModelError, match="places"):
        Rounding("half_up", 13)


@pytest.mark.parametrize("bad", ["NaN", "inf", None, True, float("nan"), Decimal("Infinity"), "x"])
def test_what_is_no_number_is_not_rounded(bad: object) -> None:
    """NaN, infinity, truth values and nothing are refused."""
    with pytest.raises(UsageError):
        Rounding("half_up", 1).apply(bad)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (None, ["x: there is no number to round"]),
        ("x", ["x: 'x' cannot be read: no number begins at character 1 (x)"]),
        ("1e999999", ["x: a number with more than 400 places is no figure of a plan"]),
    ],
)
def test_what_is_no_number_is_refused_for_its_own_reason_alone(
    bad: object, words: list[str]
) -> None:
    """Nothing given is one thing, and something that cannot be read another."""
    with pytest.raises(UsageError) as caught:
        Rounding("half_up", 1).apply(bad)  # type: ignore[arg-type]
    assert [str(it).split(".")[0] for it in caught.value.problems] == words


@pytest.mark.parametrize("mode", MODES)
def test_a_fraction_of_any_length_is_rounded_and_a_number_beyond_all_figures_refused(
    mode: str,
) -> None:
    """Long terms and thousands of digits are no matter; what no figure ever has is one error."""
    rounding = Rounding(mode, 0)  # type: ignore[arg-type]
    assert rounding.apply(Fraction(3 * 10**5000, 10**5000)) == 3
    assert rounding.apply(Fraction(10**5000)) == 10**5000
    for beyond in (Fraction(10**10000), Fraction(-(10**10000), 3), Decimal("1e10000")):
        with pytest.raises(UsageError, match="too many digits"):
            rounding.apply(beyond)


def test_a_rounding_says_what_it_does_in_both_languages() -> None:
    """The rule reads well in a report."""
    assert Rounding("half_up", 1).in_language("en") == "rounded half up to 1 decimal place"
    assert Rounding("floor", -3).in_language("en") == "rounded down to 1,000s"
    assert Rounding("floor", -1).in_language("ja") == "10単位で切り下げ"
    assert Rounding("truncate", 1).in_language("ja") == "小数第2位以下切り捨て"
    assert Rounding("half_up", 0).in_language("ja") == "小数第1位を四捨五入"
    assert Rounding("half_up", -3).in_language("ja") == "1,000単位で四捨五入"
