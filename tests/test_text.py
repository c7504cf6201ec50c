"""Sentences in two languages are values."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest

from planmodel.text import Text, in_language, one_or_many, say


def sentence(number: object = 1) -> Text:
    """Some sentence with a fact."""
    return say("{n} was judged", "{n}件を評価した", n=number)


def test_a_sentence_is_said_in_the_language_asked_for() -> None:
    """The facts stand in both languages; a decimal keeps its digits."""
    note = sentence(Decimal("1.50"))
    assert (str(note), note.in_language("ja")) == ("1.50 was judged", "1.50件を評価した")


def test_a_sentence_inside_a_sentence_takes_its_language() -> None:
    """A fact that knows both languages follows the sentence around it."""
    outer = say("so {it}", "ゆえに{it}", it=sentence())
    assert outer.in_language("ja") == "ゆえに1件を評価した"


def test_several_facts_are_listed_as_the_language_lists_them() -> None:
    """A list is joined by a comma or by a 読点."""
    assert in_language(("a", 2), "en") == "a, 2"
    assert in_language(["a", 2], "ja") == "a、2"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 plans were read"),
        (1, "1 plan was read"),
        (Decimal(1), "1 plan was read"),
        (2, "2 plans were read"),
        ("1,001", "1,001 plans were read"),
    ],
)
def test_a_place_chooses_its_word_by_number(number: object, said: str) -> None:
    """One thing takes the first word of a place, none and several the second."""
    note = say("{n} {n:plan|plans} {n:was|were} read", "{n}件の計画を読んだ", n=number)
    assert str(note) == said
    assert note.in_language("ja") == f"{number}件の計画を読んだ"


def test_a_list_takes_the_word_for_its_length() -> None:
    """A place for a list chooses by how many entries there are."""
    note = say("{who:department|departments} {who}", "部署{who}", who=["A"])
    assert str(note) == "department A"
    assert str(say(note.en, note.ja, who=("A", "B"))) == "departments A, B"


@pytest.mark.parametrize("number", [1, -1, "+1", "−1", Decimal(-1)])
def test_a_sign_does_not_make_one_many(number: object) -> None:
    """A difference of one keeps the word for one; digits after the point do not."""
    assert one_or_many(number, "point", "points") == "point"
    assert one_or_many(Decimal("1.0"), "point", "points") == "points"


def test_braces_without_facts_are_kept() -> None:
    """A sentence without facts is never formatted."""
    assert str(say("a {brace}", "括弧{}")) == "a {brace}"


def test_equal_sentences_are_one_value() -> None:
    """They compare and hash alike; another fact makes another sentence; text is no sentence."""
    assert {sentence(), sentence()} == {sentence()}
    assert sentence(1) != sentence(2)
    assert sentence() != "1 was judged"


def test_a_sentence_survives_pickling() -> None:
    """What goes to another process comes back equal."""
    assert pickle.loads(pickle.dumps(sentence())) == sentence()  # noqa: S301 - our own bytes


def test_a_sentence_cannot_be_changed() -> None:
    """Setting or deleting a field is refused."""
    note = sentence()
    with pytest.raises(AttributeError, match="frozen"):
        note.en = "other"
    with pytest.raises(AttributeError, match="frozen"):
        del note.ja
    assert str(note) == "1 was judged"
