"""The pages of the profiles and of the outlook: their examples run, and every profile has one."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from planmodel.evaluation import profile_names

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [*(f"profiles/{name}.md" for name in profile_names()), "explanation/outlook.md"]


@pytest.mark.parametrize("name", PAGES)
def test_the_examples_of_the_page_run(name: str) -> None:
    """Every prompt gives what is printed below it, and there is at least one."""
    text = (DOCS / name).read_text("utf-8")
    code = "\n".join(re.findall(r"^```pycon\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    test = doctest.DocTestParser().get_doctest(code, {}, name, name, 0)
    failures: list[str] = []
    ran = doctest.DocTestRunner().run(test, out=failures.append)
    assert failures == []
    assert ran.attempted > 1


@pytest.mark.parametrize("name", profile_names())
def test_a_page_tells_formula_source_example_and_limits(name: str) -> None:
    """The same four things on every page of a profile."""
    text = (DOCS / "profiles" / f"{name}.md").read_text("utf-8")
    for part in ("## Formula", "## Example", "## When not to use it", "https://github.com/"):
        assert part in text
