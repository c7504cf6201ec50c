"""Sentences in two languages are values."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest

from planmodel.text import Text, in_language, say


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
