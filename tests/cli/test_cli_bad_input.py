"""What a person may get wrong: always a sentence, exit status 2, and nothing half-written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cli_running import EXAMPLE, FY2020, Terminal

HEAD = "indicator,period,value,state,known_on,source,note\n"


def refused(planmodel: Terminal, *arguments: object) -> str:
    """What standard error says of a command that must fail, told in both languages."""
    japanese = planmodel(*arguments, "--lang", "ja")
    english = planmodel(*arguments)
    for run in (english, japanese):
        assert run.status == 2
        assert run.out == ""
        assert run.err.strip()
        assert "should not have happened" not in run.err
        assert "想定外" not in run.err
    assert english.err != japanese.err
    assert english.err.startswith("error: ")
    assert japanese.err.startswith("エラー: ")
    return english.err


# --- plans ------------------------------------------------------------------------------------


def test_a_plan_that_is_not_there(planmodel: Terminal) -> None:
    """The path is named."""
    assert "nowhere.json" in refused(planmodel, "check", "nowhere.json")
    assert "no/such/folder" in refused(planmodel, "show", "no/such/folder")


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"plan"', "\x00", "{" * 5000, "NaN"])
def test_a_document_that_is_none(planmodel: Terminal, tmp_path: Path, text: str) -> None:
    """Empty, truncated, another kind of thing, nested without end: the file is named."""
    file = tmp_path / "plan.json"
    file.write_text(text, encoding="utf-8")
    assert str(file) in refused(planmodel, "check", file)


@pytest.mark.parametrize("command", ["check", "show"])
def test_a_document_of_another_version(
    planmodel: Terminal, tmp_path: Path, document: Path, command: str
) -> None:
    """A format that is newer than the library is refused with both versions."""
    data: dict[str, Any] = json.loads(document.read_text(encoding="utf-8"))
    data["format_version"] = 99
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    assert "99" in refused(planmodel, command, file)


def test_all_that_is_wrong_with_a_document_is_told(
    planmodel: Terminal, tmp_path: Path, document: Path
) -> None:
    """One line a problem, each with its place."""
    data: dict[str, Any] = json.loads(document.read_text(encoding="utf-8"))
    data["plan"]["nonsense"] = 1
    data["plan"]["indicators"][0]["more_nonsense"] = 2
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    said = refused(planmodel, "check", file)
    assert all(line.startswith("error: ") for line in said.splitlines())
    assert "nonsense" in said
    assert "more_nonsense" in said


def test_python_that_fails_is_named_with_its_line(planmodel: Terminal, tmp_path: Path) -> None:
    """The author's own mistake is told with file and line, without a traceback."""
    file = tmp_path / "broken.py"
    file.write_text("import planmodel\n\nplan = planmodel.Plan(\n    1 / 0,\n)\n", encoding="utf-8")
    assert "broken.py:4" in refused(planmodel, "check", file)
    file.write_text("something = 1\n", encoding="utf-8")
    assert "plan" in refused(planmodel, "check", file)


def test_a_module_that_is_not_there(planmodel: Terminal) -> None:
    """A name that is no module gets a sentence."""
    assert "no_such_plan" in refused(planmodel, "check", "no_such_plan")


# --- facts ------------------------------------------------------------------------------------


def judged(planmodel: Terminal, tmp_path: Path, content: bytes) -> Any:
    """The evaluation of the example with the CSV *content*."""
    file = tmp_path / "actual.csv"
    file.write_bytes(content)
    return planmodel("evaluate", EXAMPLE, *FY2020, "--observations", file, "--json")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_table_in_any_usual_encoding(planmodel: Terminal, tmp_path: Path, encoding: str) -> None:
    """UTF-8, with a BOM, or as Excel in Japan writes it."""
    text = HEAD + "school-route-watch,FY2020,97.5,final,2021-08-31,県調べ,\n"
    run = judged(planmodel, tmp_path, text.encode(encoding))
    assert run.status == 0
    assert run.json["assessments"][2]["actual"] == "97.5"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("indicator,period,state,known_on,source,note\n", "value"),
        (HEAD + 'welfare,FY2020,"1,200人",final,2021-08-31,,\n', "actual.csv:2"),
        (HEAD + "welfare,FY20x0,5,final,2021-08-31,,\n", "FY20x0"),
        (HEAD + "welfare,FY2020,5,final,yesterday,,\n", "yesterday"),
        (HEAD + "welfare,FY2020,5,certain,2021-08-31,,\n", "certain"),
        (HEAD + "welfare,FY2020,NaN,final,2021-08-31,,\n", "NaN"),
        (HEAD + 'welfare,FY2020,"5\n', "actual.csv"),
    ],
)
def test_a_table_that_is_wrong_is_told_with_its_place(
    planmodel: Terminal, tmp_path: Path, text: str, words: str
) -> None:
    """A missing column, a number with commas and unit, a bad period, date or state."""
    file = tmp_path / "actual.csv"
    file.write_text(text, encoding="utf-8")
    said = refused(planmodel, "evaluate", EXAMPLE, *FY2020, "--observations", file)
    assert words in said


def test_every_bad_row_is_told_at_once(planmodel: Terminal, tmp_path: Path) -> None:
    """Two bad rows are two lines."""
    file = tmp_path / "actual.csv"
    rows = "welfare,FY2020,some,final,,,\nemployment,FY2020,more,final,,,\n"
    file.write_text(HEAD + rows, encoding="utf-8")
    said = refused(planmodel, "evaluate", EXAMPLE, *FY2020, "--observations", file)
    assert re.search(r"actual\.csv:2\b", said)
    assert re.search(r"actual\.csv:3\b", said)


def test_facts_that_are_not_there(planmodel: Terminal, tmp_path: Path, document: Path) -> None:
    """A file that does not exist, and synthetic facts where none lie beside the plan."""
    missing = tmp_path / "none.csv"
    asked = ("evaluate", EXAMPLE, *FY2020, "--observations", missing)
    assert "none.csv" in refused(planmodel, *asked)
    beside = ("evaluate", document, *FY2020, "--synthetic")
    assert "no synthetic observations" in refused(planmodel, *beside)


def test_facts_of_an_unknown_indicator_are_a_finding(planmodel: Terminal, tmp_path: Path) -> None:
    """They stop no judgement; the check tells of them and sets the status."""
    file = tmp_path / "actual.csv"
    file.write_text(HEAD + "wellfare,FY2020,5,final,2021-08-31,,\n", encoding="utf-8")
    run = planmodel("check", EXAMPLE, "--observations", file)
    assert run.status == 1
    assert "wellfare" in run.out
    assert "did you mean welfare?" in run.out


# --- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("show", EXAMPLE, "rehabilitaton"), "rehabilitation"),
        (("show", EXAMPLE, "--department", "産業労動部"), "産業労働部"),
        (("evaluate", EXAMPLE, *FY2020, "--trace", "employmnt"), "employment"),
        (("evaluate", EXAMPLE, *FY2020, "--rules", "ibaragi"), "ibaraki"),
        (("compare-methods", EXAMPLE, *FY2020, "--methods", "eustad"), "eustat"),
        (("explain", "unknown-rul"), "unknown-rule"),
        (("explain", "pace_raito"), "pace_ratio"),
        (("export", EXAMPLE, "--format", "jsn"), "json"),
    ],
)
def test_a_slip_is_answered_with_the_nearest_word(
    planmodel: Terminal, arguments: tuple[str, ...], hint: str
) -> None:
    """Ids, departments, rules, methods, codes, measures and formats."""
    assert hint in refused(planmodel, *arguments)


@pytest.mark.parametrize("period", ["", "20", "FY20", "soon", "1e9", "2020-13-01"])
def test_a_period_that_is_none(planmodel: Terminal, period: str) -> None:
    """The text is refused, whatever it looks like."""
    refused(planmodel, "evaluate", EXAMPLE, "--period", period)


def test_a_year_that_never_was_is_read_and_told(planmodel: Terminal) -> None:
    """平成32年度 is printed in real plans: it is FY2020, and a line on standard error says so."""
    run = planmodel("evaluate", EXAMPLE, "--period", "平成32年度", "--json")
    assert (run.status, run.json["period"]) == (0, "FY2020")
    assert "never existed" in run.err


@pytest.mark.parametrize("date", ["2021-13-01", "2021/10/13", "令和3年", "", "20211013x"])
def test_a_date_that_is_none(planmodel: Terminal, date: str) -> None:
    """The option is named, and the form that is wanted."""
    said = refused(planmodel, "evaluate", EXAMPLE, *FY2020, "--as-of", date)
    assert "--as-of" in said
    assert "2021-10-31" in said


def test_no_methods_at_all(planmodel: Terminal) -> None:
    """A list of nothing compares nothing."""
    assert "--methods" in refused(
        planmodel, "compare-methods", EXAMPLE, *FY2020, "--methods", " , "
    )


# --- output -------------------------------------------------------------------------------------


COMMANDS: list[tuple[str, ...]] = [
    ("check", EXAMPLE),
    ("show", EXAMPLE),
    ("evaluate", EXAMPLE, *FY2020),
    ("report", EXAMPLE, *FY2020),
    ("export", EXAMPLE, "--format", "json"),
    ("explain", "PM201"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda it: it[0])
def test_a_place_where_nothing_can_be_written(
    planmodel: Terminal, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """No such folder: a sentence, and nothing is there afterwards."""
    refused(planmodel, *command, "-o", tmp_path / "none" / "out.md")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda it: it[0])
def test_a_file_that_was_there_stays_whole_when_the_command_fails(
    planmodel: Terminal, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """Bad input leaves the old file as it was, and no temporary one beside it."""
    file = tmp_path / "out.md"
    file.write_text("as it was", encoding="utf-8")
    spoilt = [it.replace(EXAMPLE, "nowhere.json").replace("PM201", "PM999999") for it in command]
    refused(planmodel, *spoilt, "-o", file)
    assert file.read_text(encoding="utf-8") == "as it was"
    assert [it.name for it in tmp_path.iterdir()] == ["out.md"]


# --- what should not happen ---------------------------------------------------------------------


def test_the_unexpected_is_told_in_a_sentence(
    planmodel: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A defect of the library is no traceback either, unless ``--debug`` asks for it."""
    from planmodel.cli.commands import explain

    def fail(_options: object) -> int:
        raise RuntimeError("boom")

    monkeypatch.setattr(explain, "run", fail)
    run = planmodel("explain")
    assert run.status == 2
    assert "RuntimeError" in run.err
    assert "--debug" in run.err
    assert "想定外" in planmodel("explain", "--lang", "ja").err
    with pytest.raises(RuntimeError, match="boom"):
        planmodel("explain", "--debug")


def test_a_break_by_the_user_is_quiet(planmodel: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with the status that shells expect."""
    from planmodel.cli.commands import explain

    def stop(_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(explain, "run", stop)
    run = planmodel("explain")
    assert (run.status, run.out, run.err) == (130, "", "")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("chekc", EXAMPLE), "did you mean check?"),
        (("check", EXAMPLE, "--fail-on", "warnin"), "did you mean warning?"),
    ],
)
def test_a_slip_in_a_command_is_answered(
    planmodel: Terminal, arguments: tuple[str, ...], hint: str
) -> None:
    """Commands and choices."""
    assert hint in planmodel(*arguments).err
    assert "のことか" in planmodel(*arguments, "--lang", "ja").err


def test_a_period_is_quoted_as_it_was_typed(planmodel: Terminal) -> None:
    """Nothing is added to what was typed."""
    said = refused(planmodel, "evaluate", EXAMPLE, "--period", "20")
    assert "'20' cannot be read" in said


def test_columns_in_capitals_are_named_once(planmodel: Terminal, tmp_path: Path) -> None:
    """The nearest column is the one in small letters."""
    file = tmp_path / "actual.csv"
    file.write_text(HEAD.title(), encoding="utf-8")
    said = refused(planmodel, "check", EXAMPLE, "--observations", file)
    assert "the column 'Indicator' is unknown. did you mean indicator?" in said
    assert len(said.splitlines()) == 7
