"""Tables fit the terminal, and nothing in them turns the terminal around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli_running import EXAMPLE, FY2020, Terminal
from planmodel.cli.tables import columns, shortened, visible
from planmodel.cli.wording import width

TABLES = [
    ("show", EXAMPLE),
    ("evaluate", EXAMPLE, *FY2020, "--synthetic", "--rules", "ibaraki"),
    ("compare-methods", EXAMPLE, *FY2020, "--synthetic"),
    ("coverage", EXAMPLE, "--axis", "national-2017"),
]


@pytest.mark.parametrize("space", [80, 100])
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("command", TABLES, ids=lambda it: it[0])
def test_tables_fit_the_terminal(
    planmodel: Terminal, command: tuple[str, ...], language: str, space: int
) -> None:
    """The row under each heading rule is as wide as the terminal at most, wide signs counted."""
    planmodel.patch.setenv("COLUMNS", str(space))
    lines = planmodel(*command, "--lang", language).out.splitlines()
    rules = [at for at, line in enumerate(lines) if line and not line.strip("- ")]
    assert rules
    for at in rules:
        end = next((it for it in range(at, len(lines)) if not lines[it]), len(lines))
        assert max(width(it) for it in lines[at:end]) <= space


def test_a_pipe_has_no_end(planmodel: Terminal) -> None:
    """Where nothing says how wide it is, titles stand whole."""
    run = planmodel("show", EXAMPLE)
    assert "can hardly live on their own without welfare support  353 cases" in run.out


PIECES = st.sampled_from(["abc", "a-z", "取組", "み（の）", "、"])


@given(st.lists(PIECES, max_size=24), st.integers(40, 90))
def test_any_table_fits(words: list[str], space: int) -> None:
    """Two rows of three cells of such words fit into 40 columns or more."""
    cells = [" ".join(words[at : at + 4]) for at in range(0, 24, 4)]
    text = columns((cells[:3], cells[3:]), ("", "指標", "goal"), layout=" tr", space=space)
    assert all(width(it) <= space for it in text.splitlines())


@given(st.text(max_size=40), st.integers(1, 40))
def test_what_is_shortened_fits(text: str, most: int) -> None:
    """Whatever the text, its end gives way."""
    assert width(shortened(text, most)) <= most


def test_signs_that_turn_the_terminal_are_written_out(planmodel: Terminal) -> None:
    """An override of direction and an escape show as their numbers, in text and in errors."""
    assert visible("a\u202eb\x1b[2J\n") == "a<U+202E>b<U+001B>[2J\n"
    run = planmodel("show", EXAMPLE, "no\u202esuch")
    assert "\u202e" not in run.err
