"""Markdown: whatever a plan is called, it is read as those very words."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planmodel.reports.marking import escape, link, printable, table
from planmodel.reports.view import Link, Words

markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py comes with the extra suite")

SIGNS = st.text(
    alphabet=st.one_of(
        st.sampled_from("\\`*_{}[]()#+-.!|<>~^$&=:@/\"' \n\t1a漢　"),
        st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs", "Cc", "Cf")),
    ),
    max_size=40,
)


def rendered(text: str) -> list[tuple[str, str]]:
    """The inline pieces that a reader of *text* sees, as kinds and words."""
    parser = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    pieces: list[tuple[str, str]] = []
    for token in parser.parse(text):
        pieces.extend((child.type, child.content) for child in token.children or ())
    return pieces


def seen(text: str) -> str:
    """What should be left of *text* for a reader."""
    return " ".join(printable(text).split())


@given(SIGNS)
@example("<script>alert(1)</script>")
@example("1. a")
@example("--- \n===")
@example("&amp; &#60;")
@example("![x](y) [a]: b")
@example("```\ncode")
def test_words_are_read_as_themselves(text: str) -> None:
    """Escaped words come back as plain text, letter for letter, in a paragraph of their own."""
    words = seen(text)
    pieces = rendered(escape(text))
    assert {kind for kind, _ in pieces} <= {"text", "text_special"}
    assert "".join(content for _, content in pieces).split() == words.split()


@given(SIGNS)
def test_words_stay_in_their_cell(text: str) -> None:
    """Escaped words never end a cell of a table, a row, or the table."""
    lines = list(table(("a", "b"), [(escape(text), "end")]))
    parser = markdown_it.MarkdownIt("commonmark").enable("table")
    cells = [it for it in parser.parse("\n".join(lines)) if it.type == "td_open"]
    assert len(lines) == 3
    assert len(cells) == 2


def test_addresses_are_not_made_links() -> None:
    """Words that look like an address are not turned into one by generous readers."""
    assert "http\\:" in escape("see http://example.org")
    assert "\\@" in escape("a@example.org")


def test_turning_marks_are_taken_out() -> None:
    """Marks that turn the rest of a line around do not reach the page."""
    assert printable("a\u202eb\u2066c\x00") == "abc\ufffd"


def test_a_link_cannot_be_left() -> None:
    """Nothing in an address ends it early."""
    made = link(Link(Words("x]("), url="https://example.org/> <b>)"))
    assert made == "[x\\](](<https://example.org/%3E%20%3Cb%3E%29>)"
