"""Examples in the READMEs run, and no example in a page escapes being run."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

FENCE = re.compile(
    r"^(?P<marks>`{3,})(?P<language>[^\n`]*)\n(?P<code>.*?)^(?P=marks)\s*$",
    re.MULTILINE | re.DOTALL,
)
READMES = ["README.md", "README.ja.md"]


def fences(text: str) -> list[tuple[str, str]]:
    """The language and the content of every fenced block."""
    return [(found["language"].strip(), found["code"]) for found in FENCE.finditer(text)]


def examples_not_run(text: str) -> list[str]:
    """Blocks with a Python prompt that are not marked as one that is run."""
    return [
        code
        for language, code in fences(text)
        if language not in {"pycon", "markdown"} and re.search(r"^\s*>>> ", code, re.MULTILINE)
    ]


@pytest.mark.parametrize("name", READMES)
def test_the_examples_of_a_readme_run(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Every prompt of the README gives what is printed below it."""
    monkeypatch.chdir(checkout)
    text = (checkout / name).read_text(encoding="utf-8")
    code = "\n".join(code for language, code in fences(text) if language == "pycon")
    parser = doctest.DocTestParser()
    test = parser.get_doctest(code, {"__name__": "__main__"}, name, name, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    failures: list[str] = []
    runner.run(test, out=failures.append)
    assert failures == []


def test_every_example_in_a_page_is_marked_as_one(checkout: Path) -> None:
    """A prompt stands only in a fence that is run."""
    pages = [*(checkout / name for name in READMES), *(checkout / "docs").rglob("*.md")]
    loose = {page.name: examples_not_run(page.read_text(encoding="utf-8")) for page in pages}
    assert {name: found for name, found in loose.items() if found} == {}


def test_an_unmarked_example_would_be_noticed() -> None:
    """A prompt in a plain Python fence is found, one in a marked fence is let through."""
    assert examples_not_run("```python\n>>> 1\n1\n```\n") == [">>> 1\n1\n"]
    assert examples_not_run("```pycon\n>>> 1\n1\n```\n") == []


def test_both_readmes_show_the_same_commands(checkout: Path) -> None:
    """What is typed is the same in both languages, but for the language that is asked for."""
    commands = [
        [
            line.replace(" --lang ja", "").replace(" --lang en", "")
            for language, code in fences((checkout / name).read_text(encoding="utf-8"))
            if language in {"console", "powershell"}
            for line in code.splitlines()
        ]
        for name in READMES
    ]
    assert commands[0] == commands[1]
    assert "$ make demo" in commands[0]
