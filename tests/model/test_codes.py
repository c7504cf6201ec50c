"""Public codes, organizations and ids."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel import Citation, Day, Department, Issuer, Partner, Ref, Stock, Tag, Topic
from planmodel.errors import ModelError
from planmodel.model.codes import corporate_number, local_government_code, local_government_code_of
from planmodel.model.ids import as_tuple
from planmodel.model.prefectures import PREFECTURES


@pytest.mark.parametrize("code", ["280003", "130001", "010006", "281000", ""])
def test_codes_of_local_governments(code: str) -> None:
    """Hyogo, Tokyo, Hokkaido, Kobe; and none at all."""
    assert local_government_code(code) == code


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("280004", "check digit is wrong: 4, not 3"),
        ("28000", "not six digits"),
        ("２８０００３", "not six digits"),
        ("28000x", "not six digits"),
    ],
)
def test_wrong_codes(code: str, sentence: str) -> None:
    """A mistyped digit is found."""
    with pytest.raises(ModelError, match=sentence):
        Issuer("兵庫県", code)


def test_a_prefecture_has_its_own_code() -> None:
    """Tottori is 31, Hyogo 28; what is no prefecture's full name is not held against the table."""
    assert len(PREFECTURES) == 47
    assert [PREFECTURES[it] for it in ("北海道", "東京都", "兵庫県", "鳥取県", "沖縄県")] == [
        "01", "13", "28", "31", "47",
    ]  # fmt: skip
    for name, two in PREFECTURES.items():
        assert Issuer(name, local_government_code_of(f"{two}000")).name == name
    assert Issuer("神戸市", "281000").code == "281000"
    for wrong, whose in (("280003", "兵庫県"), ("312011", "鳥取県")):
        with pytest.raises(ModelError, match=f"is not the code of 鳥取県.*{whose}"):
            Issuer("鳥取県", wrong)


def test_the_corporate_number_of_hyogo() -> None:
    """Thirteen digits of which the first one checks."""
    assert corporate_number("8000020280003") == "8000020280003"
    assert corporate_number("") == ""
    for wrong, sentence in (("7000020280003", "7, not 8"), ("800002028000", "not 13 digits")):
        with pytest.raises(ModelError, match=sentence):
            corporate_number(wrong)


@given(st.integers(0, 99_999), st.integers(1, 9))
def test_every_wrong_check_digit_is_found(number: int, off: int) -> None:
    """Of ten last digits exactly one is right."""
    right = [d for d in range(10) if _fits(f"{number:05}{d}", local_government_code)]
    assert len(right) == 1
    assert not _fits(f"{number:05}{(right[0] + off) % 10}", local_government_code)


@given(st.integers(0, 10**12 - 1))
def test_every_corporate_number_has_one_check_digit(number: int) -> None:
    """From 1 to 9, never 0."""
    right = [d for d in range(10) if _fits(f"{d}{number:012}", corporate_number)]
    assert len(right) == 1
    assert right[0] != 0


def _fits(code: str, read: Any) -> bool:
    try:
        return bool(read(code))
    except ModelError:
        return False


@given(st.text(alphabet="abc019-_.", min_size=1, max_size=12))
def test_an_id_is_a_slug(text: str) -> None:
    """It starts and ends with a letter or digit."""
    fits = text[0].isalnum() and text[-1].isalnum()
    if fits:
        assert Partner(text, "団体").id == text
    else:
        with pytest.raises(ModelError, match="cannot be an id"):
            Partner(text, "団体")


@pytest.mark.parametrize("wrong", ["", "A", "取組", "a b", "a" * 101, 5, None, "a\n"])
def test_what_is_no_id(wrong: Any) -> None:
    """Upper case, other scripts, spaces, and anything but text."""
    with pytest.raises(ModelError, match="cannot be an id"):
        Partner(wrong, "団体")


def test_a_department_cannot_be_its_own_parent() -> None:
    """Larger circles are seen by the checks."""
    with pytest.raises(ModelError, match="its own parent"):
        Department("d", "課", parent=Ref("department", "d"))


def test_a_department_cannot_end_before_it_begins() -> None:
    """A day is enough."""
    with pytest.raises(ModelError, match="ends before it begins"):
        Department("d", "課", valid_from=Day("2020-04-01"), valid_to=Day("2020-03-31"))
    one_day = Department("d", "課", valid_from=Day("2020-04-01"), valid_to=Day("2020-04-01"))
    assert one_day.valid_from == one_day.valid_to


def test_pointers_take_things_or_pointers() -> None:
    """Both give the same pointer, and a pointer prints as its id."""
    desk = Department("d", "課")
    assert Stock("s", "数", unit="件", department=desk) == Stock(
        "s", "数", unit="件", department=desk.ref
    )
    assert str(desk.ref) == "d"
    assert desk.ref == Ref("department", "d") != Ref("partner", "d")


def test_tags_say_on_whose_word() -> None:
    """A tag that somebody assigned names them."""
    topic = Topic("t", "就労")
    assert Tag(topic).basis == "stated"
    assert Tag(topic, "assigned", by="地域安全課").by == "地域安全課"
    basis: Any = "guessed"
    for wrong, sentence in (("assigned", "names who assigned it"), (basis, "is no basis")):
        with pytest.raises(ModelError, match=sentence):
            Tag(topic, wrong)


def test_lists_of_the_wrong_kind_name_every_item() -> None:
    """All that do not belong, each with its position."""
    with pytest.raises(ModelError) as caught:
        as_tuple([1, "x", 2], "numbers", int) and as_tuple([1, "x", None], "numbers", int)
    assert [it.where for it in caught.value.problems] == ["numbers[2]"]
    assert as_tuple(iter([1, 2]), "numbers", int) == (1, 2)


def test_a_citation_says_where() -> None:
    """A place in a document, for whoever wants to look it up."""
    desk = Department("d", "課", source=Citation("活動指標", document="extract"))
    assert desk.source is not None
    assert (desk.source.place, desk.source.document) == ("活動指標", "extract")
