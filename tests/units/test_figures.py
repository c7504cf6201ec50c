"""Numbers: read exactly, refused strictly, printed back."""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import ModelError, ParseError
from planmodel.units import exact, format_number, parse_number
from planmodel.units.figures import MISLEADING

decimals = st.decimals(min_value=-(10**15), max_value=10**15, places=3) | st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40
)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("0", "0"),
        ("2,329", "2329"),
        ("２，３２９", "2329"),
        ("５３", "53"),
        ("95.10", "95.10"),
        ("９５．１", "95.1"),
        (" 12 ", "12"),
        ("△3.2", "-3.2"),
        ("▲ 3.2", "-3.2"),
        ("−3.2", "-3.2"),
        ("－３．２", "-3.2"),
        ("-3.2", "-3.2"),
        ("+5", "5"),
        ("17.5万", "175000"),
        ("1億2,000万", "120000000"),
        ("3千5百", "3500"),
        ("5百万", "5000000"),
        ("1千万", "10000000"),
        ("△1.25億", "-125000000"),
        ("1万500", "10500"),
        ("0.00001万", "0.1"),
        ("1兆", "1000000000000"),
    ],
)
def test_numbers_are_read_as_they_are_printed(printed: str, number: str) -> None:
    """Widths, signs, commas and multipliers of Japanese print give the exact number."""
    read = parse_number(printed)
    assert read == Decimal(number)
    assert str(read) == number or read != 0


@pytest.mark.parametrize(
    "printed",
    [
        "",
        " ",
        "1,2345",
        "12,34",
        "1,234,56",
        "0,123",
        ",123",
        "1.2.3",
        ".5",
        "5.",
        "--5",
        "5-",
        "NaN",
        "inf",
        "Infinity",
        "1e5",
        "1_000",
        "0x10",
        "5²",
        "①5",
        "⒈5",
        "㋀",
        "½",
        "٣",
        "三百",
        "2千3万",
        "1.5億2千万",
        "5人",
        "1 234",
        "5〜10",
        "9" * 201,
        "5\u200b",
        "5\u0301",
        "\u202e5",
    ],
)
def test_nothing_else_is_a_number(printed: str) -> None:
    """What is not exactly one number is refused, and never cut down to one."""
    with pytest.raises(ParseError) as caught:
        parse_number(printed)
    assert caught.value.in_language("ja") != caught.value.in_language("en")


def test_the_place_of_the_mistake_is_named() -> None:
    """The message counts characters in the text as given, also where folding changes lengths."""
    with pytest.raises(ParseError, match=r"㍍ \(character 2\)|メートル \(character 2\)"):
        parse_number("5㍍")
    with pytest.raises(ParseError, match=r"x \(character 3\)"):
        parse_number("５ x")


def test_signs_that_would_melt_into_digits_are_all_known() -> None:
    """Every sign whose NFKC form begins with a digit is refused, full-width digits excepted."""
    melting = {
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if not "\ud800" <= character <= "\udfff"
        and re.match("[0-9]", normalize("NFKC", character))
        and character not in "0123456789０１２３４５６７８９"
    }
    assert {character for character in melting if not MISLEADING.match(character)} == set()


@given(decimals)
def test_print_then_parse_is_the_identity(number: Decimal) -> None:
    """A printed number reads back as itself, digit for digit."""
    assert parse_number(format_number(number)) == number


@given(decimals, st.sampled_from("△▲−-－"))
def test_every_minus_and_width_reads_alike(number: Decimal, minus: str) -> None:
    """The full-width print of a number, with any minus, reads as the same number."""
    wide = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
    printed = format_number(number).replace("-", minus).translate(wide)
    assert parse_number(printed) == number


@given(st.text() | st.text(alphabet="0123456789０５,，.．△-万億千百 ~〜人"))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Arbitrary text gives a finite number or a `ParseError`, never another error."""
    try:
        number = parse_number(text)
    except ParseError:
        return
    assert number.is_finite()


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_taken_by_its_shortest_digits(value: float) -> None:
    """A literal means the digits that were typed: the float comes back from them."""
    assert float(exact(value)) == value


def test_literals_mean_what_was_typed() -> None:
    """95.1 is 95.1, and not the binary fraction beside it."""
    assert exact(95.1) == Decimal("95.1")
    assert exact(2329) == 2329
    assert exact("17.5万") == 175000
    assert exact(Decimal("1.10")).as_tuple() == Decimal("1.10").as_tuple()


def test_a_float_of_another_library_is_a_float() -> None:
    """A subclass with a repr of its own is read by its value."""

    class Loud(float):
        def __repr__(self) -> str:
            return f"loud({float(self)})"

    assert exact(Loud(95.1)) == Decimal("95.1")


def test_an_integer_of_another_library_is_an_integer() -> None:
    """Anything with ``__index__`` counts as the integer that it stands for."""

    class Index:
        def __index__(self) -> int:
            return 7

    assert exact(Index()) == 7  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value",
    [
        True,
        False,
        float("nan"),
        float("inf"),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("-Infinity"),
        Decimal("1E+401"),
        Decimal("1E-401"),
        10**402,
        "",
        "many",
        None,
        [1],
        b"1",
        1j,
    ],
)
def test_what_is_no_number_is_refused(value: object) -> None:
    """Truth values, NaN, infinities, oversized numbers and other types raise `ModelError`."""
    with pytest.raises(ModelError) as caught:
        exact(value)  # type: ignore[arg-type]
    assert caught.value.problems[0].in_language("ja")
