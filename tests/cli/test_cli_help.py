"""Help: in both languages, complete, and with examples that run."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from cli_running import Terminal
from planmodel.cli.commands import COMMANDS
from planmodel.cli.wording import translate_complaint, width, wrapped

JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")


def examples_in(text: str) -> list[str]:
    """The commands below ``examples:`` in a page of help."""
    _, _, after = text.partition("examples:\n")
    return [line.strip() for line in after.splitlines() if line.strip()]


def test_the_overview_lists_every_command(planmodel: Terminal) -> None:
    """Each with what it is for; the exit statuses are told; the status is 0."""
    run = planmodel("--help")
    assert run.status == 0
    for name in COMMANDS:
        assert re.search(rf"^ +{name} +\S", run.out, re.MULTILINE), name
    assert "Exit status" in run.out
    assert not JAPANESE.search(run.out)


def test_the_overview_is_japanese_where_the_locale_is(japanese: Terminal) -> None:
    """Nothing but names and option words is left in English."""
    run = japanese("--help")
    assert run.status == 0
    for word in ("使い方", "コマンド", "オプション", "終了コード", "計画の誤り"):
        assert word in run.out
    assert "usage" not in run.out
    assert "show this help" not in run.out


def test_without_a_command_help_is_given_as_a_mistake(planmodel: Terminal) -> None:
    """The page is printed, and the status says that nothing was done."""
    run = planmodel()
    assert run.status == 2
    assert "usage: planmodel" in run.out


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_command_has_a_page(planmodel: Terminal, command: str, language: str) -> None:
    """Its purpose, each option with a sentence in the language, examples, and no long lines."""
    run = planmodel(command, "--help", "--lang", language)
    assert run.status == 0
    assert ("examples:" if language == "en" else "例:") in run.out
    assert f"planmodel {command}" in run.out
    assert bool(JAPANESE.search(run.out.replace("産業労働部", ""))) is (language == "ja")
    body, _, _ = run.out.partition("examples:" if language == "en" else "\n例:")
    assert all(width(line) <= 96 for line in body.splitlines())


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_of_a_page_run(
    planmodel: Terminal, tmp_path: Path, checkout: Path, document: Path, command: str
) -> None:
    """What help shows can be typed as it stands: it finishes fine, or with findings."""
    shutil.copytree(
        checkout / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(document, tmp_path / "plan.json")
    planmodel.patch.chdir(tmp_path)
    shown = examples_in(planmodel(command, "--help").out)
    assert shown
    for line in shown:
        name, *arguments = shlex.split(line)
        assert name == "planmodel"
        run = planmodel(*arguments)
        assert run.status == 0, (line, run.err)
        for path in re.findall(r"(?:-o|--output) (\S+)", line):
            assert (tmp_path / path).exists()


def test_the_version_is_told(planmodel: Terminal) -> None:
    """``--version`` prints it and nothing else."""
    from planmodel import __version__

    run = planmodel("--version")
    assert (run.status, run.out) == (0, f"planmodel {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "english", "words"),
    [
        (["evaluate", "p"], "arguments are required: --period", "必須の引数がない: --period"),
        (["show"], "arguments are required: PLAN", "必須の引数がない: PLAN"),
        (["show", "p", "--nonsense"], "unrecognized arguments", "不明な引数: --nonsense"),
        (["evaluate", "p", "--period"], "expected one argument", "値が要る"),
        (["check", "p", "--fail-on", "x"], "invalid choice: 'x'", "'x' は選べない"),
        (["chekc", "p"], "invalid choice: 'chekc'", "'chekc' は選べない"),
        (["report", "p", "--period", "FY2020"], "required: -o/--output", "必須の引数がない: -o"),
    ],
)
def test_bad_usage_is_told_in_the_language(
    planmodel: Terminal, arguments: list[str], english: str, words: str
) -> None:
    """With the usage line, exit status 2, and nothing on standard output."""
    run = planmodel(*arguments)
    assert (run.status, run.out) == (2, "")
    assert english in run.err
    run = planmodel("--lang", "ja", *arguments)
    assert (run.status, run.out) == (2, "")
    assert words in run.err
    assert "エラー" in run.err
    assert "使い方" in run.err


def test_a_complaint_without_a_translation_stays_as_it_is() -> None:
    """A sentence that a later Python brings is better in English than not at all."""
    assert translate_complaint("something new", "ja") == "something new"
    assert translate_complaint("argument -x: something new", "ja") == "引数 -x: something new"


def test_lines_break_by_what_a_terminal_shows() -> None:
    """A wide character takes two columns; a full stop does not begin a line; words stay whole."""
    assert wrapped("あいうえお", 4) == ["あい", "うえ", "お"]
    assert wrapped("あい。う", 4) == ["あい。", "う"]
    assert wrapped("two  words\nhere", 9) == ["two words", "here"]
    assert wrapped("unbreakable", 4) == ["unbreakable"]
    assert wrapped("", 4) == []
    assert (width("ab"), width("あb"), width("が")) == (2, 3, 2)
