"""What is public is documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import planmodel

FOR_THE_SHELL = {"cli"}
"""Rooms whose public face is a command and no Python name."""


def words_in_pages(checkout: Path) -> set[str]:
    """Every word that a page sets as code, or names in a directive."""
    code = re.compile(r"`+([^`]+)`+|^\s*(?:\.\. |```\{)auto\w+(?:::|\}) (\S+)$", re.MULTILINE)
    words: set[str] = set()
    for page in (checkout / "docs").rglob("*.md"):
        for found in code.finditer(page.read_text(encoding="utf-8")):
            words.update(re.findall(r"\w+", found[1] or found[2]))
    return words


def undocumented(names: list[str], words: set[str]) -> list[str]:
    """The names that no page mentions."""
    return [name for name in names if name not in words]


def test_every_public_name_is_in_the_documentation(checkout: Path) -> None:
    """No name of ``planmodel.__all__`` is missing from the pages."""
    assert len(planmodel.__all__) > 10
    assert undocumented(list(planmodel.__all__), words_in_pages(checkout)) == []


def test_an_undocumented_name_would_be_noticed(checkout: Path) -> None:
    """A name that no page mentions is reported."""
    assert undocumented(["nobody_wrote_about_this"], words_in_pages(checkout)) != []


def test_every_public_name_is_there() -> None:
    """Each name of ``planmodel.__all__`` can be fetched, is listed by dir(), and stands once."""
    names = list(planmodel.__all__)
    assert [name for name in names if getattr(planmodel, name, None) is None] == []
    assert set(names) <= set(dir(planmodel))
    assert len(names) == len(set(names))


def test_what_judges_is_found_where_judging_is() -> None:
    """``planmodel.evaluation`` gives every name it lists, those of the front page among them."""
    from planmodel import evaluation

    assert [name for name in evaluation.__all__ if getattr(evaluation, name, None) is None] == []
    assert set(evaluation.__all__) <= set(dir(evaluation))
    assert {"Comparison", "compare_methods"} <= set(evaluation.__all__)
    for name in ("evaluate", "Evaluation", "Assessment"):
        assert name in evaluation.__all__
        assert getattr(evaluation, name) is getattr(planmodel, name)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """Lazy loading answers for its own names only."""
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = getattr(planmodel, "no_such_name")  # noqa: B009 - a checker would see the fault itself


def test_every_room_has_a_page(checkout: Path) -> None:
    """The reference reads every public module and package of the library."""
    source = checkout / "src" / "planmodel"
    rooms = {path.stem for path in source.glob("[!_]*.py")}
    rooms |= {path.parent.name for path in source.glob("[!_]*/__init__.py")}
    pages = "\n".join(
        page.read_text(encoding="utf-8") for page in (checkout / "docs" / "reference").glob("*.md")
    )
    read = set(re.findall(r"automodule:: planmodel\.(\w+)", pages))
    assert rooms - FOR_THE_SHELL - read == set()
