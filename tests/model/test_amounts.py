"""Amounts: a number, words or an absence, exactly as printed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel import Amount, Missing, NotStated
from planmodel.errors import ModelError
from planmodel.model.amounts import to_amount, to_amount_or_none


@pytest.mark.parametrize(
    ("given_as", "number", "unit"),
    [
        (95.1, "95.1", ""),
        (0.1, "0.1", ""),
        (0, "0", ""),
        (Decimal("1.50"), "1.50", ""),
        ("95.1", "95.1", ""),
        ("2,329グループ*", "2329", "グループ"),
        ("５３％", "53", "%"),
        ("17.5万戸", "175000", "戸"),
        ("△3.2人", "-3.2", "人"),
        ("約20%", "20", "%"),
    ],
)
def test_numbers(given_as: Any, number: str, unit: str) -> None:
    """A float literal is taken by its shortest digits, and print is read as it stands."""
    amount = to_amount(given_as)
    assert (str(amount.number), amount.unit) == (str(Decimal(number)), unit)


def test_marks_and_printed_words_are_kept() -> None:
    """What ``*`` means may be unknown; that it stands there is not."""
    amount = to_amount("2,329グループ*")
    assert (amount.mark, amount.printed, str(amount)) == ("*", "2,329グループ*", "2,329グループ*")
    assert to_amount("約20%").about
    assert to_amount("20").printed == ""


@pytest.mark.parametrize("word", ["集計中", "なし", "―", "未公表", "調査せず"])
def test_a_missing_value_is_not_zero(word: str) -> None:
    """It has no number, and keeps its word."""
    amount = to_amount(word)
    assert amount.number is None
    assert isinstance(amount.absence, Missing)
    assert str(amount) == word
    assert amount != to_amount(0)


def test_zero_is_not_missing() -> None:
    """A real 0 is a number."""
    assert (to_amount("0件").number, to_amount("0件").absence) == (Decimal(0), None)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (float("nan"), "nan is not a number"),
        (float("inf"), "inf is not a number"),
        (Decimal("NaN"), "not a number"),
        (True, "True is not a number"),
        ("5〜10人", "AtLeast, AtMost, Between"),
        ("2,500グループ以上", "AtLeast, AtMost, Between"),
        ("設置済", "Amount\\(words="),
        ("12,34人", "cannot be read"),
        ([5], "not a number"),
    ],
)
def test_what_is_no_amount(wrong: Any, sentence: str) -> None:
    """It is refused with a sentence, and a hint where there is one."""
    with pytest.raises(ModelError, match=sentence):
        to_amount(wrong)


def test_exactly_one_of_three() -> None:
    """An amount is a number, or words, or an absence."""
    for fields in (
        {},
        {"number": Decimal(1), "words": "設置"},
        {"words": "x", "absence": Missing("-")},
    ):
        with pytest.raises(ModelError, match="one of a number, words or an absence"):
            Amount(**fields)  # type: ignore[arg-type]
    assert str(Amount(words="設置済")) == "設置済"
    assert str(to_amount(NotStated("記載なし"))) == "記載なし"
    assert to_amount_or_none(None) is None


def test_a_number_given_directly_is_exact_too() -> None:
    """``Amount(95.1)`` holds 95.1, and nothing that is no number."""
    assert Amount(95.1).number == Decimal("95.1")
    with pytest.raises(ModelError):
        Amount(float("nan"))


def test_an_absence_has_a_reason() -> None:
    """Nothing is left out without a word."""
    for kind in (Missing, NotStated):
        with pytest.raises(ModelError, match="a reason is needed"):
            kind(" ")


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9))
def test_a_float_is_what_python_prints(value: float) -> None:
    """No digit is added by the binary form of a literal."""
    assert to_amount(value).number == Decimal(repr(value))


@given(st.integers(0, 10**9), st.sampled_from(["人", "件", "グループ", "カ所"]))
def test_an_amount_prints_a_form_that_reads_as_itself(number: int, unit: str) -> None:
    """Number and unit survive."""
    again = to_amount(str(Amount(Decimal(number), unit=unit)))
    assert (again.number, again.unit) == (number, unit)
