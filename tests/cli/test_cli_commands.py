"""What each command prints, writes and answers, in both languages and for machines."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest

from cli_running import EXAMPLE, FY2020, Terminal
from planmodel.evaluation.rules import rule_names

# --- check --------------------------------------------------------------------------------------


def test_the_example_is_clean_at_warning(planmodel: Terminal) -> None:
    """Exit status 0, and its infos are still told."""
    run = planmodel("check", EXAMPLE)
    assert run.status == 0
    assert "0 errors, 0 warnings" in run.out.splitlines()[-1]
    assert "examples/hyogo_5th" in run.out


def test_findings_of_the_chosen_severity_set_the_status(planmodel: Terminal) -> None:
    """1 from ``--fail-on`` on; ``never`` and an ignored rule bring it back to 0."""
    codes = {it["code"] for it in planmodel("check", EXAMPLE, "--json").json["findings"]}
    assert codes
    assert planmodel("check", EXAMPLE, "--fail-on", "info").status == 1
    assert planmodel("check", EXAMPLE, "--fail-on", "never").status == 0
    ignored = [word for code in codes for word in ("--ignore", code)]
    run = planmodel("check", EXAMPLE, "--fail-on", "info", *ignored)
    assert (run.status, run.out) == (0, "0 errors, 0 warnings, 0 infos\n")


def test_findings_are_told_in_japanese(japanese: Terminal) -> None:
    """Sentence and total are in the language of the locale."""
    run = japanese("check", EXAMPLE)
    assert run.status == 0
    assert run.out.splitlines()[-1].startswith("誤り0件、警告0件、情報")


def test_findings_for_machines(planmodel: Terminal) -> None:
    """Counts and findings, with code, severity and place; the same twice."""
    first, second = (planmodel("check", EXAMPLE, "--json") for _ in range(2))
    assert first == second
    data = first.json
    assert data["plan"] == "hyogo-5th"
    assert sum(data["counts"].values()) == len(data["findings"])
    for finding in data["findings"]:
        assert finding["code"].startswith("PM")
        assert finding["severity"] in {"error", "warning", "info"}


# --- show ---------------------------------------------------------------------------------------


def test_a_plan_is_shown_with_outline_and_indicators(planmodel: Terminal) -> None:
    """Numbers and departments as printed; what is not stated says so."""
    run = planmodel("show", EXAMPLE, "--lang", "ja")
    assert run.status == 0
    assert "行動7 更生支援と再犯防止対策を推進する" in run.out
    assert "■就職後の職場定着を支援" in run.out
    assert "記載なし" in run.out
    assert run.out.count("\n①") == 1
    english = planmodel("show", EXAMPLE)
    assert "Regional Safety Plan" in english.out


def test_one_department_is_shown_by_name_or_id(planmodel: Terminal) -> None:
    """Only what it answers for; the name as printed and the id are the same."""
    data = planmodel("show", EXAMPLE, "--json").json
    used = next(it["departments"][0] for it in data["nodes"] if it["departments"])
    by_id = planmodel("show", EXAMPLE, "--department", used, "--lang", "ja")
    name = by_id.out.splitlines()[0]
    by_name = planmodel("show", EXAMPLE, "--department", name, "--lang", "ja")
    assert by_id.status == by_name.status == 0
    assert by_id.out == by_name.out
    assert " > " in by_id.out
    assert planmodel("show", EXAMPLE, "--department", used, "--json").json["id"] == used


def test_one_thing_is_shown_by_its_id(planmodel: Terminal) -> None:
    """An indicator, a node, a department: each with its fields, and no Python in them."""
    for key in ("employment", "rehabilitation", "retention"):
        run = planmodel("show", EXAMPLE, key)
        assert run.status == 0
        assert key in run.out
        assert "Citation(" not in run.out
        assert "Ref(" not in run.out
        assert planmodel("show", EXAMPLE, key, "--json").json["id"] == key
    fourth = planmodel("show", EXAMPLE, "bullying-resolution", "--json").json
    assert fourth["targets"][0]["printed"] == "全国平均以上"
    assert fourth["path"] == {"not_stated": "2017年と2021年の間にたどる値は書かれていない"}


def test_the_outline_for_machines(planmodel: Terminal) -> None:
    """Every node with word, number, path and departments."""
    data = planmodel("show", EXAMPLE, "--json").json
    assert len(data["indicators"]) == 15
    assert {it["word"] for it in data["nodes"]} == {"行動", "行動の柱", "取組群", "取組"}
    retention = next(it for it in data["nodes"] if it["id"] == "retention")
    assert retention["path"][0] == "rehabilitation"


# --- evaluate -----------------------------------------------------------------------------------


def test_the_real_year_is_told_with_its_reasons(planmodel: Terminal) -> None:
    """④ has a value and no judgement; all other indicators have no value."""
    run = planmodel("evaluate", EXAMPLE, *FY2020)
    assert run.status == 0
    assert "67.5%" in run.out
    assert "0 of 15 judged" in run.out
    assert "④: the target is to be held against National average" in run.out
    assert "SYNTHETIC" not in run.out
    in_words = planmodel("evaluate", EXAMPLE, *FY2020, "--lang", "ja")
    assert "全国平均" in in_words.out
    assert "15件中0件を評価" in in_words.out


def test_a_day_before_publication_nothing_is_known(planmodel: Terminal) -> None:
    """``--as-of`` is the second clock."""
    before = planmodel("evaluate", EXAMPLE, *FY2020, "--as-of", "2021-10-13", "--json").json
    after = planmodel("evaluate", EXAMPLE, *FY2020, "--as-of", "2021-10-14", "--json").json
    actual = [
        next(it["actual"] for it in run["assessments"] if it["number"] == "④")
        for run in (before, after)
    ]
    assert actual == [None, "67.5"]
    assert (before["known_by"], after["known_by"]) == ("2021-10-13", "2021-10-14")


@pytest.mark.parametrize(
    "text", ["FY2020", "2020", "R2", "令和2年度", "２０２０年度", "Ｒ２", "2020年度", " FY2020 "]
)
def test_a_year_may_be_typed_in_any_printed_form(planmodel: Terminal, text: str) -> None:
    """Canonical, bare, in eras, full width: all are fiscal year 2020."""
    run = planmodel("evaluate", EXAMPLE, "--period", text, "--json")
    assert run.status == 0
    assert run.json["period"] == "FY2020"


def test_made_up_data_is_marked(planmodel: Terminal) -> None:
    """The first line says so, in both languages, and so does the data for machines."""
    asked = ("evaluate", EXAMPLE, *FY2020, "--synthetic")
    assert planmodel(*asked).out.startswith("SYNTHETIC DATA")
    assert planmodel(*asked, "--lang", "ja").out.startswith("合成データ")
    assert planmodel(*asked, "--json").json["synthetic"] is True


def test_an_evaluation_for_machines(planmodel: Terminal) -> None:
    """Strict JSON, exact numbers as strings, sentences in two languages, the same twice."""
    asked = ("evaluate", EXAMPLE, *FY2020, "--synthetic", "--json", "--rules", "ibaraki")
    first, second = planmodel(*asked), planmodel(*asked)
    assert first == second
    data = first.json
    assert (data["rule"], data["rule_version"]) == ("ibaraki", "2016")
    assert len(data["assessments"]) == 15
    row = data["assessments"][0]
    assert row["actual"] == "2437"
    assert row["grade"] == "B+"
    silent = next(it for it in data["assessments"] if it["reason"] is not None)
    assert set(silent["reason"]) == {"en", "ja"}
    assert data["summaries"][0]["node"] == "hyogo-5th"


def test_the_language_changes_no_figure(planmodel: Terminal) -> None:
    """Data for machines are the same in both languages."""
    asked = ("evaluate", EXAMPLE, *FY2020, "--synthetic", "--json")
    assert planmodel(*asked).out == planmodel(*asked, "--lang", "ja").out


@pytest.mark.parametrize("wanted", ["bullying-resolution", "④"])
def test_a_trace_is_printed_by_id_or_number(planmodel: Terminal, wanted: str) -> None:
    """Inputs with their sources, the rule, each step, the reason."""
    run = planmodel("evaluate", EXAMPLE, *FY2020, "--trace", wanted)
    assert run.status == 0
    for words in ("神戸新聞NEXT", "known on 2021-10-14", "a moving benchmark", "not assessable"):
        assert words in run.out
    assert "①" not in run.out


def test_every_trace_is_printed_on_demand(planmodel: Terminal) -> None:
    """``--trace all`` explains all 15; ``--json`` carries the steps as lines."""
    run = planmodel("evaluate", EXAMPLE, *FY2020, "--trace", "all")
    assert run.out.count("\n1. what is judged") == 15
    data = planmodel("evaluate", EXAMPLE, *FY2020, "--trace", "all", "--json").json
    assert all(it["trace"][0].startswith("1. ") for it in data["assessments"])


@pytest.mark.parametrize("rule", rule_names())
def test_every_shipped_rule_judges_the_example(planmodel: Terminal, rule: str) -> None:
    """By name; the page says which rule it was."""
    run = planmodel("evaluate", EXAMPLE, *FY2020, "--synthetic", "--rules", rule)
    assert run.status == 0
    assert f"({rule} " in run.out


def test_a_rule_may_come_from_a_file(planmodel: Terminal, tmp_path: Path) -> None:
    """A few lines of one's own extend a shipped rule."""
    file = tmp_path / "ours.toml"
    file.write_text('name = "ours"\nversion = "1"\nextends = "ibaraki"\nnet_of_baseline = true\n')
    run = planmodel("evaluate", EXAMPLE, *FY2020, "--synthetic", "--rules", file)
    assert run.status == 0
    assert "(ours 1)" in run.out
    assert "14 of 15 judged" in run.out


# --- compare-methods ----------------------------------------------------------------------------


def test_methods_stand_side_by_side(planmodel: Terminal) -> None:
    """Indicators down, methods across; below it what each looks at, and where they disagree."""
    run = planmodel("compare-methods", EXAMPLE, *FY2020, "--synthetic")
    assert run.status == 0
    assert run.out.startswith("SYNTHETIC DATA")
    head = run.out.splitlines()[4]
    assert [it for it in ("on-pace", "ibaraki", "eustat", "escap") if it in head] == [
        "on-pace",
        "ibaraki",
        "eustat",
        "escap",
    ]
    assert "The methods disagree on" in run.out
    assert "it looks at the change since the baseline" in run.out
    assert "No method can judge" in run.out


def test_methods_are_chosen_by_name(planmodel: Terminal) -> None:
    """With commas, spaces allowed; in the order asked."""
    asked = ("compare-methods", EXAMPLE, *FY2020, "--synthetic")
    data = planmodel(*asked, "--methods", "eustat, sano", "--json").json
    assert [it["name"] for it in data["methods"]] == ["eustat", "sano"]
    assert [len(it["cells"]) for it in data["rows"]] == [2] * 15


def test_methods_in_japanese(japanese: Terminal) -> None:
    """Titles, verdicts, reasons and what is looked at are Japanese."""
    asked = ("compare-methods", EXAMPLE, *FY2020)
    run = japanese(*asked, "--synthetic", "--methods", "on-pace,sano")
    for words in ("指標", "想定より遅れ", "佐野市施策評価", "手法により評価が分かれた"):
        assert words in run.out
    real = japanese(*asked, "--methods", "on-pace,sano")
    assert "二つ以上の手法で評価できた指標はない" in real.out
    assert "どの手法でも評価できない理由" in real.out


def test_methods_as_csv(planmodel: Terminal, tmp_path: Path) -> None:
    """One line an indicator and method, written whole, in UTF-8."""
    file = tmp_path / "methods.csv"
    asked = ("compare-methods", EXAMPLE, *FY2020, "--synthetic", "--methods", "on-pace,eustat")
    run = planmodel(*asked, "-o", file)
    assert (run.status, run.out) == (0, "")
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))
    assert len(rows) == 30
    assert {it["method"] for it in rows} == {"on-pace", "eustat"}
    assert {it["synthetic"] for it in rows} == {"true"}
    for it in rows:
        number, unit = it["number_behind"], it["number_behind_unit"]
        assert not number or Decimal(number).is_finite()
        assert unit == ("%" if number and it["method"] == "on-pace" else "")
    assert any(it["number_behind"] for it in rows if it["method"] == "eustat")
    assert any(it["number_behind"].startswith("-") for it in rows)
    told = planmodel(*asked, "--json").json["rows"]
    cells = [cell for row in told for cell in row["cells"]]
    assert [cell["number_behind_unit"] or "" for cell in cells] == [
        it["number_behind_unit"] for it in rows
    ]


def test_methods_as_a_page(planmodel: Terminal, tmp_path: Path) -> None:
    """A page and Markdown, in the language asked for, with every indicator."""
    asked = ("compare-methods", EXAMPLE, *FY2020, "--synthetic", "--lang", "ja", "-o")
    for name in ("methods.html", "methods.md"):
        file = tmp_path / name
        assert planmodel(*asked, file).status == 0
        text = file.read_text(encoding="utf-8")
        assert "評価手法の比較" in text
        assert "合成データ" in text
        assert all(number in text for number in "①⑧⑮")


def test_a_reason_that_many_indicators_share_is_told_once(planmodel: Terminal) -> None:
    """Rules that declare nothing for running totals are named on one line."""
    run = planmodel("compare-methods", EXAMPLE, *FY2020, "--synthetic")
    reason = (
        "the rule does not say whether a running total is judged net of its baseline "
        "(net_of_baseline = true or false)"
    )
    assert run.out.count(reason) == 1
    line = run.out.splitlines()[run.out.splitlines().index(f"  {reason}") + 1]
    assert line.startswith("    ibaraki, osaka-library, tama-target, sano (②")


# --- report and export --------------------------------------------------------------------------


def test_a_report_is_written(planmodel: Terminal, tmp_path: Path) -> None:
    """HTML or Markdown by the file's name, in the language asked for."""
    page, text = tmp_path / "report.html", tmp_path / "report.md"
    assert planmodel("report", EXAMPLE, *FY2020, "-o", page).status == 0
    assert planmodel("report", EXAMPLE, *FY2020, "-o", text, "--lang", "ja").status == 0
    assert "<html" in page.read_text(encoding="utf-8")
    assert 'lang="en"' in page.read_text(encoding="utf-8")
    assert "地域安全まちづくり推進計画" in text.read_text(encoding="utf-8")
    assert "<html" not in text.read_text(encoding="utf-8")


def test_a_report_from_made_up_data_says_so(planmodel: Terminal, tmp_path: Path) -> None:
    """The mark is in the file, and a report from real data has none."""
    real, made_up = tmp_path / "real.md", tmp_path / "made_up.md"
    planmodel("report", EXAMPLE, *FY2020, "-o", real)
    planmodel("report", EXAMPLE, *FY2020, "-o", made_up, "--synthetic")
    assert "synthetic" not in real.read_text(encoding="utf-8").lower()
    assert "synthetic" in made_up.read_text(encoding="utf-8").lower()


def test_a_report_for_one_department(planmodel: Terminal, tmp_path: Path) -> None:
    """Shorter than the whole, and about that department."""
    whole, part = tmp_path / "whole.md", tmp_path / "part.md"
    planmodel("report", EXAMPLE, *FY2020, "-o", whole, "--lang", "ja")
    run = planmodel(
        "report", EXAMPLE, *FY2020, "-o", part, "--lang", "ja", "--department", "産業労働部"
    )
    assert run.status == 0
    assert "産業労働部" in part.read_text(encoding="utf-8")
    assert len(part.read_text(encoding="utf-8")) < len(whole.read_text(encoding="utf-8"))


def test_a_document_goes_out_and_in(planmodel: Terminal, tmp_path: Path) -> None:
    """The exported plan is checked, shown and judged like the one in Python."""
    file = tmp_path / "hyogo.json"
    assert planmodel("export", EXAMPLE, "--format", "json", "-o", file).status == 0
    printed = planmodel("export", EXAMPLE, "--format", "json").out
    assert json.loads(printed) == json.loads(file.read_text(encoding="utf-8"))
    here, there = (planmodel("evaluate", it, *FY2020, "--json").json for it in (EXAMPLE, file))
    assert here["plan"] == there["plan"]
    assert planmodel("check", file).status == 0
    shown = [planmodel("show", it, "--lang", "ja").out for it in (EXAMPLE, file)]
    assert shown[0] == shown[1]


def test_other_formats(planmodel: Terminal, tmp_path: Path) -> None:
    """Mermaid on the terminal, tables into a folder."""
    assert planmodel("export", EXAMPLE, "--format", "mermaid").out.strip()
    tables = tmp_path / "tables"
    assert planmodel("export", EXAMPLE, "--format", "csv", "-o", tables).status == 0
    assert list(tables.glob("*.csv"))


# --- explain ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["PM201", "pm201", "pace_ratio", "ibaraki", "nagayo", "eustat", "open-sdg-2.4", "escap"]
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_name_is_explained(planmodel: Terminal, name: str, language: str) -> None:
    """A check, a measure, a grading rule."""
    run = planmodel("explain", name, "--lang", language)
    assert run.status == 0
    assert len(run.out.splitlines()) > 1
    told = planmodel("explain", name, "--lang", language, "--json").json
    assert (told["name"], told["text"].strip()) == (name, run.out.strip())


def test_a_measure_is_explained_with_its_letters(planmodel: Terminal) -> None:
    """What they stand for, and when it is not assessable."""
    told = planmodel("explain", "pace_ratio").out
    assert "b  the baseline" in told
    assert "Not assessable: no value, no baseline," in told
    assert "評価できない場合: 実績値がない" in planmodel("explain", "gap", "--lang", "ja").out


def test_a_method_is_no_rule(planmodel: Terminal) -> None:
    """Who asks to grade by a published method is told where it is used."""
    run = planmodel("evaluate", EXAMPLE, *FY2020, "--rules", "open-sdg-2.4")
    assert run.status == 2
    assert "no grading rule. compare it with rules by compare_methods (planmodel" in run.err
    assert "one of" in planmodel("evaluate", EXAMPLE, *FY2020, "--rules", "zzz").err


def test_without_a_name_everything_is_listed(planmodel: Terminal) -> None:
    """Codes, measures and rules, each with its title."""
    listed = planmodel("explain", "--json").json
    assert {"PM201", "pace_ratio", "ibaraki"} <= set(listed)
    assert all(listed.values())
    printed = planmodel("explain").out
    assert all(name in printed for name in listed)


# --- output -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        ("check", EXAMPLE),
        ("show", EXAMPLE),
        ("evaluate", EXAMPLE, *FY2020),
        ("compare-methods", EXAMPLE, *FY2020, "--methods", "sano"),
        ("explain", "PM201"),
    ],
    ids=lambda it: it[0],
)
def test_what_is_printed_can_be_written(
    planmodel: Terminal, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """Into a file it is the same; what was written is told on standard error."""
    file = tmp_path / "out.txt"
    printed = planmodel(*command)
    written = planmodel(*command, "--output", file)
    assert (written.status, written.out) == (printed.status, "")
    assert file.read_text(encoding="utf-8") == printed.out
    assert f"wrote {file}" in written.err
    assert [it.name for it in tmp_path.iterdir()] == ["out.txt"]


def test_japanese_by_option_wins_over_the_locale(planmodel: Terminal, japanese: Terminal) -> None:
    """``--lang`` before or behind the command, with or without an equals sign."""
    planmodel.patch.setenv("LANG", "en_US.UTF-8")
    for words in (["--lang", "ja"], ["--lang=ja"]):
        assert "点検" in planmodel(*words, "explain", "PM201").out + planmodel(*words, "--help").out
        assert "誤り0件" in planmodel("check", EXAMPLE, *words).out
    japanese.patch.setenv("LANG", "ja_JP.UTF-8")
    assert "0 errors" in japanese("check", EXAMPLE, "--lang", "en").out


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja"}, "ja"),
        ({"LC_ALL": "C", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"LC_MESSAGES": "ja_JP.UTF-8", "LANG": "en_US.UTF-8"}, "ja"),
        ({"LC_ALL": "", "LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses_the_language(variables: dict[str, str], language: str) -> None:
    """The first variable that is set counts, in the order in which they always do."""
    from planmodel.cli.wording import choose_language

    assert choose_language([], variables) == language


# --- languages ----------------------------------------------------------------------------------


def test_one_page_speaks_one_language(planmodel: Terminal) -> None:
    """The title above a trace, and the status of the plan, are in the language asked for."""
    run = planmodel("evaluate", EXAMPLE, *FY2020, "--trace", "④")
    assert (
        "④ Share of recognized bullying cases in public schools that were resolved: can" in run.out
    )
    assert planmodel("show", EXAMPLE).out.splitlines()[0].endswith("/ Draft")
    assert planmodel("show", EXAMPLE, "--lang", "ja").out.splitlines()[0].endswith("/ 案")


@pytest.mark.parametrize(
    "command",
    [
        ("show", EXAMPLE),
        ("show", EXAMPLE, "employment"),
        ("show", EXAMPLE, "--department", "産業労働部"),
        ("evaluate", EXAMPLE, *FY2020),
        ("evaluate", EXAMPLE, *FY2020, "--trace", "④"),
        ("check", EXAMPLE),
        ("compare-methods", EXAMPLE, *FY2020, "--methods", "sano"),
        ("coverage", EXAMPLE, "--axis", "national-2017"),
        ("explain",),
        ("explain", "PM201"),
    ],
    ids=" ".join,
)
def test_the_locale_changes_nothing_that_machines_read(
    planmodel: Terminal, command: tuple[str, ...]
) -> None:
    """JSON is the same under every locale; only ``--lang`` may change it."""
    english = planmodel(*command, "--json").out
    planmodel.patch.setenv("LANG", "ja_JP.UTF-8")
    assert planmodel(*command, "--json").out == english


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("⑩", "employment"),
        ("行動7", "rehabilitation"),
        ("行動7 更生支援と再犯防止対策を推進する", "rehabilitation"),
        ("更生支援と再犯防止対策を推進する", "rehabilitation"),
        (
            "Promote support for rehabilitation and measures to prevent reoffending",
            "rehabilitation",
        ),
        ("産業労働部", "industry"),
        ("hyogo-5th", "hyogo-5th"),
    ],
)
def test_a_thing_is_called_as_it_is_printed(
    planmodel: Terminal, name: str, identifier: str
) -> None:
    """Its number, its title, or both together stand for its id where only one thing has them."""
    assert planmodel("show", EXAMPLE, name, "--json").json["id"] == identifier


def test_a_number_of_several_things_is_refused(planmodel: Terminal) -> None:
    """ア stands under every action: the ids to choose from are named."""
    run = planmodel("show", EXAMPLE, "ア")
    assert run.status == 2
    assert "name one by its id: information," in run.err


def test_a_target_without_a_number_is_told_in_words(planmodel: Terminal) -> None:
    """④ is to reach the national average, whatever that is."""
    line = next(it for it in planmodel("evaluate", EXAMPLE, *FY2020).out.splitlines() if "④" in it)
    assert "at least the national a" in line.lower()
    japanese = planmodel("evaluate", EXAMPLE, *FY2020, "--lang", "ja").out
    assert "全国平均以上" in next(it for it in japanese.splitlines() if it.startswith("④"))


def test_what_is_shown_has_labels_in_the_language_asked_for(planmodel: Terminal) -> None:
    """No name of a field, and no id of a department, stands in a Japanese page."""
    for key in ("employment", "retention", "community-safety", "hyogo-5th"):
        lines = planmodel("show", EXAMPLE, key, "--lang", "ja").out.splitlines()
        start = lines.index("") + 1
        fields = [it.split("  ")[0] for it in lines[start:] if it and "  " in it.strip()]
        assert fields
        assert not [it for it in fields if it.isascii() and it != "URL"]
    shown = planmodel("show", EXAMPLE, "employment").out
    assert "Labor Policy and Welfare Division" in shown
    assert "running total" in shown
