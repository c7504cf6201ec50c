"""Examples in the READMEs run, and no example in a page escapes being run."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest

from planmodel.cli import main

FENCE = re.compile(
    r"^(?P<marks>`{3,})(?P<language>[^\n`]*)\n(?P<code>.*?)^(?P=marks)\s*$",
    re.MULTILINE | re.DOTALL,
)
FILE = re.compile(
    r"`(?P<name>[\w/]+\.\w+)`[^`\n]*\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
SAVED = ("town.py", "observations/actual.csv")
READMES = ["README.md", "README.ja.md"]


def fences(text: str) -> list[tuple[str, str]]:
    """The language and the content of every fenced block."""
    return [(found["language"].strip(), found["code"]) for found in FENCE.finditer(text)]


def files_in(text: str) -> dict[str, str]:
    """The files that a page asks its reader to save, by name."""
    found = {it["name"]: it["text"] for it in FILE.finditer(text)}
    return {name: found[name] for name in SAVED}


def commands_in(text: str) -> list[list[str]]:
    """The arguments of every ``planmodel`` command that a page shows for a console."""
    lines = [
        line.removeprefix("$ ")
        for language, code in fences(text)
        if language == "console"
        for line in code.splitlines()
    ]
    return [shlex.split(it)[1:] for it in lines if it.startswith(".venv/bin/planmodel ")]


def examples_not_run(text: str) -> list[str]:
    """Blocks with a Python prompt that are not marked as one that is run."""
    return [
        code
        for language, code in fences(text)
        if language not in {"pycon", "markdown"} and re.search(r"^\s*>>> ", code, re.MULTILINE)
    ]


@pytest.fixture(params=READMES)
def page(
    request: pytest.FixtureRequest, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """The text of a README, in a folder where somebody has saved what it says to save."""
    text = (checkout / request.param).read_text(encoding="utf-8")
    shutil.copytree(
        checkout / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name, content in files_in(text).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    return text


def test_the_examples_of_a_readme_run(page: str) -> None:
    """Every prompt of the README gives what is printed below it."""
    code = "\n".join(code for language, code in fences(page) if language == "pycon")
    parser = doctest.DocTestParser()
    test = parser.get_doctest(code, {"__name__": "__main__"}, "README", "README", 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    failures: list[str] = []
    runner.run(test, out=failures.append)
    assert test.examples
    assert failures == []


def test_the_commands_of_a_readme_run(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every ``planmodel`` command finishes fine, and writes what it says it writes."""
    commands = commands_in(page)
    assert len(commands) > 8
    for arguments in commands:
        assert main(arguments) == 0, (arguments, capsys.readouterr())
        if "--output" in arguments:
            assert Path(arguments[arguments.index("--output") + 1]).stat().st_size > 0


def test_a_changed_target_is_seen_in_the_report(page: str) -> None:
    """The line that the README names is there once; the number put in its place is reported."""
    file = Path("examples/hyogo_5th/hyogo_5th/indicators.py")
    (line,) = (code for _, code in fences(page) if code.lstrip().startswith("targets="))
    text = file.read_text(encoding="utf-8")
    assert text.count(line) == 1
    asked = ["report", "examples/hyogo_5th", "--period", "FY2020", "--lang", "en", "--output"]
    assert main([*asked, "before.html"]) == 0
    file.write_text(text.replace(line, line.replace("2,500", "2,650")), encoding="utf-8")
    assert main([*asked, "after.html"]) == 0
    before, after = (Path(it).read_text(encoding="utf-8") for it in ("before.html", "after.html"))
    assert ("2,650" in before, "2,650" in after) == (False, True)


def test_the_plan_of_a_readme_has_levels_of_its_own(page: str) -> None:
    """Three levels below the plan, none of them ready made, and its rules are content."""
    from planmodel import load

    plan = load("town.py")
    assert "class" in page
    assert [node.id for node in plan.walk()] == ["live", "find-work", "trial"]
    assert not {node.word for node in plan.walk()} & {"行動", "行動の柱", "取組群", "取組"}
    assert main(["check", "town.py", "--fail-on", "warning"]) == 0


def test_a_wrong_child_is_refused_as_the_readme_says(page: str) -> None:
    """A project right under a goal does not come through."""
    from planmodel import PlanmodelError, load

    assert page
    text = Path("town.py").read_text(encoding="utf-8")
    shutil.rmtree("observations")
    lines = [line for line in text.splitlines() if "find-work" not in line]
    closed = "\n".join(lines).replace("            ],\n        ],", "        ],", 1)
    Path("wrong.py").write_text(closed, encoding="utf-8")
    with pytest.raises(PlanmodelError):
        load("wrong.py")


def test_the_tutorial_arrives_at_the_plan_of_the_readme(checkout: Path, tmp_path: Path) -> None:
    """What the tutorial grows step by step is, as a value, the plan of the README."""
    from planmodel import load

    (tmp_path / "town.py").write_text(
        files_in((checkout / "README.md").read_text(encoding="utf-8"))["town.py"], encoding="utf-8"
    )
    page = (checkout / "docs/tutorial/first-plan.md").read_text(encoding="utf-8")
    code = "\n".join(code for language, code in fences(page) if language == "pycon")
    test = doctest.DocTestParser().get_doctest(code, {"__name__": "__main__"}, "tutorial", None, 0)
    names = test.globs
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    failures: list[str] = []
    runner.run(test, out=failures.append, clear_globs=False)
    assert failures == []
    grown, printed = names["plan"], load(tmp_path / "town.py")
    assert [(it.id, it.title, it.heading) for it in grown.walk()] == [
        (it.id, it.title, it.heading) for it in printed.walk()
    ]
    assert (grown.id, grown.title, grown.period) == (printed.id, printed.title, printed.period)
    assert (grown.departments, grown.indicators) == (printed.departments, printed.indicators)
    assert [it.word for it in grown.vocabulary] == [it.word for it in printed.vocabulary]


def test_every_example_in_a_page_is_marked_as_one(checkout: Path) -> None:
    """A prompt stands only in a fence that is run."""
    pages = [*(checkout / name for name in READMES), *(checkout / "docs").rglob("*.md")]
    loose = {page.name: examples_not_run(page.read_text(encoding="utf-8")) for page in pages}
    assert {name: found for name, found in loose.items() if found} == {}


def test_an_unmarked_example_would_be_noticed() -> None:
    """A prompt in a plain Python fence is found, one in a marked fence is let through."""
    assert examples_not_run("```python\n>>> 1\n1\n```\n") == [">>> 1\n1\n"]
    assert examples_not_run("```pycon\n>>> 1\n1\n```\n") == []


def shown(text: str, *languages: str) -> list[str]:
    """What a page shows to be typed, without the choice of a language."""
    return [
        line.replace(" --lang ja", "").replace(" --lang en", "")
        for language, code in fences(text)
        if language in languages
        for line in code.splitlines()
    ]


def test_both_readmes_show_the_same_commands(checkout: Path) -> None:
    """What is typed is the same in both languages, but for the language that is asked for."""
    commands = [
        shown((checkout / name).read_text(encoding="utf-8"), "console", "powershell")
        for name in READMES
    ]
    assert commands[0] == commands[1]
    assert "$ make demo" in commands[0]


@pytest.mark.parametrize("name", READMES)
def test_windows_has_the_same_commands(checkout: Path, name: str) -> None:
    """Each line for PowerShell is one for a console, in the way Windows writes it."""
    text = (checkout / name).read_text(encoding="utf-8")
    console = shown(text, "console")
    for line in shown(text, "powershell")[2:]:
        there = line.replace("PS> ", "$ ").replace(".venv\\Scripts", ".venv/bin").replace("\\", "/")
        assert there in console


def test_the_demonstration_is_made_of_commands_that_the_readme_shows(checkout: Path) -> None:
    """Every step of ``make demo`` is a plain command; paths, languages and names apart."""

    def kinds(lines: list[str]) -> set[tuple[str, ...]]:
        found = set()
        for line in lines:
            words = shlex.split(line)
            if "planmodel" not in words[0]:
                continue
            ending = [Path(words[-1]).suffix] if "--output" in words else []
            flags = [it for it in words if it.startswith("--") and it != "--lang"]
            found.add((words[1], *sorted(flags), *ending))
        return found

    text = (checkout / "Makefile").read_text(encoding="utf-8")
    recipe = text.partition("\ndemo:")[2].partition("\n\n")[0]
    steps = [
        it.strip().replace("$(BIN)/", "").replace("$(", "").replace(")", "")
        for it in recipe.splitlines()[1:]
        if it.startswith("\t$(BIN)/planmodel")
    ]
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    printed = [it.removeprefix("$ ").replace(".venv/bin/", "") for it in shown(readme, "console")]
    missing = kinds(steps) - kinds(printed)
    assert missing <= {("report", "--output", "--period", "--synthetic", ".md")}
    assert len(steps) == 8
