"""What may be added, compared and converted, and what is refused."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import ModelError, UnitError
from planmodel.units import (
    Quantity,
    Unit,
    add,
    convert,
    default_units,
    difference_unit,
    read_quantity,
    subtract,
    unit,
)

units = st.sampled_from(default_units().units)
money = st.sampled_from([unit(text) for text in ("円", "千円", "万円", "百万円", "億円", "兆円")])
decimals = st.decimals(min_value=-(10**12), max_value=10**12, places=3)


def quantity(text: str) -> Quantity:
    """The quantity printed as *text*."""
    read = read_quantity(text)
    assert read.number is not None
    assert read.unit is not None
    return Quantity(read.number, read.unit)


@given(decimals, money, money)
def test_conversion_is_exact_and_reversible(number: Decimal, one: Unit, other: Unit) -> None:
    """There and back again is the same number, through any two units of money."""
    assert convert(convert(number, one, other), other, one) == number


@given(decimals, money, money, money)
def test_the_way_does_not_matter(number: Decimal, one: Unit, two: Unit, three: Unit) -> None:
    """Converting by way of a third unit changes nothing."""
    assert convert(convert(number, one, two), two, three) == convert(number, one, three)


@given(decimals, units, units)
def test_only_one_kind_converts(number: Decimal, one: Unit, other: Unit) -> None:
    """Units of different kinds never convert; units of one kind do, or say why not exactly."""
    if one.kind == other.kind:
        try:
            assert convert(convert(number, one, other), other, one) == number
        except UnitError as error:
            assert "exactly" in str(error)  # noqa: PT017 - either outcome is right
    else:
        with pytest.raises(UnitError, match="cannot be converted"):
            convert(number, one, other)


def test_a_conversion_without_finite_digits_is_refused() -> None:
    """One month is no exact number of years; eighteen are."""
    assert convert(Decimal(18), unit("月"), unit("年")) == Decimal("1.5")
    with pytest.raises(UnitError, match="1 months cannot be told exactly in years"):
        convert(Decimal(1), unit("月"), unit("年"))


def test_converted_numbers_are_written_out() -> None:
    """A whole result has no exponent and no trailing zero."""
    assert str(convert(Decimal("1.5"), unit("億円"), unit("千円"))) == "150000"
    assert str(convert(Decimal(1500), unit("円"), unit("千円"))) == "1.5"


def test_people_and_cases_do_not_convert() -> None:
    """The refusal is a sentence, in both languages."""
    with pytest.raises(UnitError) as caught:
        convert(Decimal(5), unit("人"), unit("件"))
    assert str(caught.value) == (
        "people cannot be converted into cases: they count different things"
    )
    assert caught.value.in_language("ja") == "人は件に換算できない。数えているものが違う"


def test_people_and_cases_do_not_add() -> None:
    """人 and 件 are both counts, and still never add up."""
    with pytest.raises(UnitError) as caught:
        quantity("3人") + quantity("2件")
    assert str(caught.value) == "people and cases cannot be added: they count different things"
    assert caught.value.in_language("ja") == "人と件は足せない。数えているものが違う"


def test_points_do_not_convert_into_per_cent() -> None:
    """% and ポイント are apart, and the message says how they belong together."""
    with pytest.raises(UnitError, match="a difference of two % is counted in percentage points"):
        convert(Decimal(5), unit("%"), unit("ポイント"))


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        ("50%", "3ポイント", "53%"),
        ("3ポイント", "50%", "53%"),
        ("3割", "5ポイント", "3.5割"),
        ("3ポイント", "5ポイント", "8ポイント"),
        ("55.7%", "42.1%", "97.8%"),
        ("1億円", "500万円", "1.05億円"),
        ("3.2人/10万人", "0.1人/千人", "13.2人/10万人"),
        ("1時間", "90分", "2.5時間"),
    ],
)
def test_sums(left: str, right: str, result: str) -> None:
    """A sum is exact and in the unit of the left side, points into shares included."""
    assert str(add(quantity(left), quantity(right))) == result


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        ("95.1%", "89.0%", "6.1ポイント"),
        ("3割", "25%", "5ポイント"),
        ("53%", "3ポイント", "50%"),
        ("8ポイント", "3ポイント", "5ポイント"),
        ("5人", "8人", "-3人"),
        ("5人/10万人", "3人/10万人", "2人/10万人"),
        ("1億円", "1千円", "0.99999億円"),
    ],
)
def test_differences(left: str, right: str, result: str) -> None:
    """A difference of two shares is in points; every other keeps its unit."""
    assert str(subtract(quantity(left), quantity(right))) == result


@pytest.mark.parametrize(
    ("left", "right"),
    [("3ポイント", "50%"), ("50%", "3人/万人"), ("5人", "5市町"), ("5人", "5人日"), ("5円", "5%")],
)
def test_no_difference_across_kinds(left: str, right: str) -> None:
    """Kinds that pint takes for plain numbers are still not subtracted from each other."""
    with pytest.raises(UnitError, match="cannot be taken from"):
        subtract(quantity(left), quantity(right))


def test_the_unit_of_a_difference() -> None:
    """Shares differ in points, everything else in its own unit."""
    assert difference_unit(unit("%")) == unit("ポイント")
    assert difference_unit(unit("割")) == unit("ポイント")
    assert difference_unit(unit("人/10万人")) == unit("人/10万人")


@given(decimals, decimals, units)
def test_subtracting_undoes_adding(one: Decimal, other: Decimal, of: Unit) -> None:
    """(a - b) + b is a, in every unit, by way of points for shares."""
    left, right = Quantity(one, of), Quantity(other, of)
    difference = left - right
    assert difference.unit == difference_unit(of)
    assert right + difference == left


@given(decimals, decimals, money, money)
def test_order_is_the_order_of_sizes(one: Decimal, other: Decimal, of: Unit, to: Unit) -> None:
    """Comparison, equality and hash agree across the units of a kind."""
    left, right = Quantity(one, of), Quantity(other, to)
    assert (left < right) + (left == right) + (left > right) == 1
    assert (left <= right) == (not left > right)
    assert (left >= right) == (not left < right)
    same = left.to(to)
    assert same == left
    assert hash(same) == hash(left)


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_different_kinds_have_no_order(compare: Callable[[Any, Any], bool]) -> None:
    """人 and 件 are unequal, and neither is the larger."""
    assert quantity("5人") != quantity("5件")
    assert quantity("5人") != 5
    with pytest.raises(UnitError, match="cannot be compared"):
        compare(quantity("5人"), quantity("5件"))


def test_multiples() -> None:
    """A quantity times a number is exact, whichever side the number stands on."""
    assert str(quantity("947人") * 0.8) == "757.6人"
    assert 2 * quantity("5人") == quantity("10人")
    assert -quantity("5人") == quantity("△5人")
    with pytest.raises(ModelError):
        quantity("5人") * float("nan")


def test_quantities_are_printed_in_two_languages() -> None:
    """The English form knows one from many."""
    assert quantity("2329グループ").in_language("en") == "2,329 groups"
    assert quantity("1人").in_language("en") == "1 person"
    assert quantity("95.1%").in_language("en") == "95.1%"
    assert repr(quantity("5㎡")) == "Quantity('5㎡')"


def test_digits_without_end_are_refused_not_rounded() -> None:
    """Arithmetic beyond the exact digits raises a sentence, and no bare decimal error."""
    large = Quantity(Decimal("1" * 400), unit("人"))
    with pytest.raises(ModelError):
        large * Decimal("1" * 400)
    with pytest.raises(ModelError):
        2 * Quantity(Decimal("1E+400"), unit("人")) * 10


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+999999")])
def test_only_finite_numbers_convert(number: Decimal) -> None:
    """NaN and the like are refused before any arithmetic."""
    with pytest.raises(ModelError):
        convert(number, unit("千円"), unit("円"))


def test_points_that_do_not_fit_a_share_are_refused() -> None:
    """A point is no exact part of a unit of three per cent: nothing is rounded."""
    own = default_units().extended("三分 = 3 % | three per cent")
    share = Quantity(2, own.get("三分"))
    assert str(share + Quantity(6, unit("ポイント"))) == "4三分"
    with pytest.raises(ModelError, match="no exact digits"):
        share + Quantity(1, unit("ポイント"))
