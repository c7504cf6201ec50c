"""Who only judges or reports hears of doubtful facts and of a year asked amiss."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_running import EXAMPLE, FY2020, Terminal

HEAD = "indicator,period,value,state,known_on,source,note\n"
UNKNOWN = "jbos,FY2020,5,final,2021-08-31,synthetic,\n"
TWICE = "employment,FY2020,40,final,2021-08-31,,\nemployment,FY2020,41,final,2021-08-31,,\n"


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A synthetic table with an unknown id and two rows of one day."""
    file = tmp_path / "actual.csv"
    file.write_text(HEAD + UNKNOWN + TWICE, encoding="utf-8")
    return file


@pytest.mark.parametrize("command", ["evaluate", "report", "compare-methods"])
def test_doubtful_facts_are_told_where_nobody_checked(
    planmodel: Terminal, facts: Path, tmp_path: Path, command: str
) -> None:
    """How many, the first of them, and the command that lists all; the status stays 0."""
    page = tmp_path / "page.md"
    asked = (command, EXAMPLE, *FY2020, "--observations", facts, "-o", page)
    run, japanese = planmodel(*asked), planmodel(*asked, "--lang", "ja")
    assert (run.status, japanese.status) == (0, 0)
    assert "note: the facts have 2 faults (such as: the plan does not measure 'jbos'" in run.err
    assert f"planmodel check {EXAMPLE} --observations {facts}" in run.err
    assert "注意: 実績データに指摘が2件ある（例: 計画にない系列「jbos」" in japanese.err


def test_one_fault_is_one(planmodel: Terminal, tmp_path: Path) -> None:
    """The sentence counts."""
    file = tmp_path / "actual.csv"
    file.write_text(HEAD + UNKNOWN, encoding="utf-8")
    run = planmodel("evaluate", EXAMPLE, *FY2020, "--observations", file)
    assert "the facts have 1 fault (the plan does not measure 'jbos'" in run.err
    assert "1 error, 0 warnings" in planmodel("check", EXAMPLE, "--observations", file).out


def test_machines_are_told_as_well(planmodel: Terminal, facts: Path) -> None:
    """``--json`` holds the sentences and the findings."""
    for command in ("evaluate", "compare-methods"):
        data = planmodel(command, EXAMPLE, *FY2020, "--observations", facts, "--json").json
        assert [it["code"] for it in data["findings"]] == ["PM301", "PM308"]
        assert set(data["notices"][0]) == {"en", "ja"}


@pytest.mark.parametrize("more", [(), ("--synthetic",)])
def test_good_facts_are_passed_over(planmodel: Terminal, more: tuple[str, ...]) -> None:
    """The example says nothing on standard error."""
    run = planmodel("evaluate", EXAMPLE, *FY2020, *more)
    assert (run.status, run.err) == (0, "")


@pytest.mark.parametrize("period", ["FY2030", "FY2015"])
def test_a_year_outside_the_plan_is_remarked(planmodel: Terminal, period: str) -> None:
    """After its last target, or before its first baseline."""
    run = planmodel("evaluate", EXAMPLE, "--period", period)
    assert run.status == 0
    assert f"note: {period} lies outside of what the plan speaks of (FY2019–FY2021" in run.err
    assert "計画の対象" in planmodel("evaluate", EXAMPLE, "--period", period, "--lang", "ja").err


def test_a_value_of_another_kind_of_year_is_pointed_at(planmodel: Terminal) -> None:
    """④ has a value for fiscal year 2020, and calendar year 2020 was asked for."""
    run = planmodel("evaluate", EXAMPLE, "--period", "CY2020")
    assert "note: no value for 2020 is known, but 1 for FY2020: --period FY2020" in run.err


@pytest.mark.parametrize("command", ["evaluate", "report", "compare-methods"])
def test_a_value_that_stood_for_the_year_is_not_missed(
    planmodel: Terminal, tmp_path: Path, command: str
) -> None:
    """A calendar year's value is used for the fiscal year, so nobody is sent to ask otherwise."""
    file = tmp_path / "actual.csv"
    file.write_text(HEAD + "employment,2020,40,final,2021-08-31,,\n", encoding="utf-8")
    asked = (command, EXAMPLE, *FY2020, "--observations", file, "-o", tmp_path / "page.md")
    run = planmodel(*asked)
    assert run.status == 0
    assert "no value for" not in run.err


@pytest.mark.parametrize("command", ["evaluate", "report"])
def test_an_id_of_a_rule_that_names_nothing_is_remarked(
    planmodel: Terminal, tmp_path: Path, command: str
) -> None:
    """A misspelt id in a rule file counts nothing, and the nearest one is offered."""
    rule = tmp_path / "ours.toml"
    rule.write_text(
        'name = "ours"\nversion = "1"\nextends = "on-pace"\n'
        "[rounding]\nmode = 'half_up'\nplaces = 1\n"
        "[rounding.indicators]\nemploymnt = { mode = 'half_up', places = 2 }\n",
        encoding="utf-8",
    )
    page = tmp_path / "page.md"
    run = planmodel(command, EXAMPLE, *FY2020, "--rules", rule, "-o", page)
    assert run.status == 0
    assert "note: the rule names employmnt in rounding.indicators" in run.err
    assert "did you mean employment?" in run.err
