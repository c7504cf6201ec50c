"""The pages about measures and rules: every measure has one, and every example works."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from planmodel.evaluation import measure_names
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.meanings import PAGES as PAGES_OF
from planmodel.evaluation.meanings import REFUSED_WHERE, letters_of

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(
    [path for path in (DOCS / "measures").glob("*.md") if path.stem != "index"]
    + [DOCS / "how-to" / "own-grading-rule.md"]
)


def test_every_measure_has_a_page() -> None:
    """A measure without a page would be a formula without a source."""
    text = "\n".join(path.read_text("utf-8") for path in PAGES)
    assert [name for name in measure_names() if f"`{name}`" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_of_a_page_work(page: Path) -> None:
    """What a page shows is what the library prints."""
    blocks = re.findall(r"```pycon\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    assert blocks
    options = doctest.ELLIPSIS | doctest.DONT_ACCEPT_TRUE_FOR_1
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.name, str(page), 0)
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=options).run(test, out=said.append)
    assert result.failed == 0, "".join(said)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_says_when_not_to_use_its_measure(page: Path) -> None:
    """Formula, example, source and limits stand on every page of a measure."""
    if page.parent.name == "measures":
        text = page.read_text("utf-8")
        for heading in ("## Example", "## When not to use", "## Source"):
            assert heading in text


@pytest.mark.parametrize("page", sorted(set(PAGES_OF.values())))
def test_a_page_and_the_command_refuse_alike(page: str) -> None:
    """When a measure is not assessable is said once: what `explain` prints stands on the page."""
    text = (DOCS / "measures" / f"{page}.md").read_text("utf-8")
    found = re.search(r"Not assessable: (.+?)\n\n", text, re.DOTALL)
    assert found is not None
    assert " ".join(found[1].split()) == str(REFUSED_WHERE[page])


def test_every_letter_of_a_formula_is_told() -> None:
    """No formula has a letter without a meaning, and every measure has its page."""
    assert set(PAGES_OF) == set(measure_names())
    for name in measure_names():
        letters = set(re.findall("[A-Za-z]", MEASURES[name].formula))
        assert letters <= {letter for letter, _ in letters_of(name)}
