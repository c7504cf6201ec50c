"""Plans beside each other and beside an axis: ``changes`` and ``coverage``."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from cli_running import EXAMPLE, Terminal

AXIS = ("--axis", "national-2017")


@pytest.fixture
def revised(tmp_path: Path, checkout: Path) -> Path:
    """The example with another target and without one gap."""
    folder = tmp_path / "revised"
    shutil.copytree(
        checkout / EXAMPLE, folder, ignore=shutil.ignore_patterns("__pycache__", "tests")
    )
    source = folder / "hyogo_5th" / "indicators.py"
    text = source.read_text(encoding="utf-8")
    assert text.count("2,500グループ*") == 1
    source.write_text(text.replace("2,500グループ*", "2,600グループ*"), encoding="utf-8")
    return folder


def test_changes_are_a_table_of_old_and_new(planmodel: Terminal, revised: Path) -> None:
    """The field that differs with both values, in both languages; the status is 0."""
    run = planmodel("changes", EXAMPLE, revised, "--lang", "ja")
    assert run.status == 0
    for words in (
        "変更前",
        "変更後",
        "目標",
        "2,500グループ*以上",
        "2,600グループ*以上",
        "変更は1件",
    ):
        assert words in run.out
    english = planmodel("changes", EXAMPLE, revised)
    assert "1 change\n" in english.out
    assert "before" in english.out


def test_equal_plans_have_no_changes(planmodel: Terminal, document: Path) -> None:
    """A plan and its document say the same, in every form."""
    assert "say the same" in planmodel("changes", EXAMPLE, document).out
    assert planmodel("changes", EXAMPLE, document, "--json").json["changes"] == []


def test_changes_are_written_in_every_form(
    planmodel: Terminal, revised: Path, tmp_path: Path
) -> None:
    """By the name of the file: a page, Markdown, JSON, text."""
    for name, words in {
        "c.html": "新旧対照表",
        "c.md": "# 新旧対照表",
        "c.json": '"changes"',
        "c.txt": "変更は1件",
    }.items():
        file = tmp_path / name
        run = planmodel("changes", EXAMPLE, revised, "-o", file, "--lang", "ja")
        assert (run.status, run.out) == (0, "")
        text = file.read_text(encoding="utf-8")
        assert words in text
        assert "2,600グループ" in text
    data = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert data == planmodel("changes", EXAMPLE, revised, "--json").json


def test_wordings_and_places_are_left_out_for_people(
    planmodel: Terminal, document: Path, tmp_path: Path
) -> None:
    """One line counts them, `--all` shows them, JSON has them, and they are no sameness."""
    data = json.loads(document.read_text(encoding="utf-8"))
    del data["plan"]["translations"][0]["phrases"]
    file = tmp_path / "other.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    found = planmodel("changes", document, file, "--json").json["changes"]
    count = sum(len(it["fields"]) for it in found)
    assert count > 100
    for name in ("c.txt", "c.md", "c.html", "c.csv"):
        out = tmp_path / name
        short = planmodel("changes", document, file, "--lang", "ja", "-o", out)
        text = out.read_text(encoding="utf-8-sig")
        assert "語句の訳（" not in text
        assert f"語句の訳と記載箇所の変更{count}件" in (short.err if name == "c.csv" else text)
        assert "違いはない" not in text
        planmodel("changes", document, file, "--lang", "ja", "--all", "-o", out)
        assert text != out.read_text(encoding="utf-8-sig")
        assert "語句の訳（" in out.read_text(encoding="utf-8-sig")


def test_long_cells_go_on_in_the_next_line(planmodel: Terminal, document: Path) -> None:
    """Against a plan with other texts, no line of the table is wider than its columns."""
    other = json.loads(document.read_text(encoding="utf-8"))
    text = json.dumps(other, ensure_ascii=False).replace("子ども", "こども" * 12)
    file = document.parent / "other.json"
    file.write_text(text, encoding="utf-8")
    run = planmodel("changes", document, file, "--lang", "ja")
    assert run.status == 0
    from planmodel.cli.wording import width

    table = run.out.split("\n\n")[1]
    assert table.count("\n") > 10
    assert all(width(line) <= 130 for line in table.splitlines())


def test_coverage_tells_what_each_topic_has(planmodel: Terminal) -> None:
    """Counts, basis, measures with departments; what is empty and what is untagged."""
    run = planmodel("coverage", EXAMPLE, *AXIS, "--lang", "ja")
    assert run.status == 0
    for words in (
        "1 就労・住居の確保等",
        "就職後の職場定着を支援 [産業労働部]",
        "planmodelプロジェクトによる付与（7件）",
        "取組・指標に付けていない項目: 3 学校等と連携した修学支援の実施等",
        "22件の取組のうち5件",
    ):
        assert words in run.out
    english = planmodel("coverage", EXAMPLE, *AXIS)
    assert "Securing employment and housing" in english.out
    assert "No measure or indicator is tagged with: 3 Support for education" in english.out


def test_coverage_is_written_in_every_form(planmodel: Terminal, tmp_path: Path) -> None:
    """CSV has a line a thing; the page and Markdown have the topics; JSON has ids."""
    file = tmp_path / "c.csv"
    assert planmodel("coverage", EXAMPLE, *AXIS, "-o", file, "--lang", "ja").status == 0
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert {it["topic_number"] for it in rows} == set("1234567")
    assert sum(it["kind"] == "measure" for it in rows) == 17
    for name in ("c.html", "c.md", "c.txt", "c.json"):
        file = tmp_path / name
        assert planmodel("coverage", EXAMPLE, *AXIS, "-o", file, "--lang", "ja").status == 0
        assert "就労・住居の確保等" in file.read_text(encoding="utf-8")
    data = planmodel("coverage", EXAMPLE, *AXIS, "--json").json
    assert [len(it["measures"]) for it in data["topics"]] == [7, 6, 0, 0, 4, 0, 0]
    assert len(data["untagged"]) == 5


def test_an_axis_of_the_plan_itself(planmodel: Terminal) -> None:
    """Its own axes are known by their ids; an unknown one is refused with the names there are."""
    assert planmodel("coverage", EXAMPLE, "--axis", "three-pillars").status == 0
    run = planmodel("coverage", EXAMPLE, "--axis", "nationa-2017")
    assert (run.status, run.out) == (2, "")
    assert "three-pillars" in run.err
    assert "national-2017" in run.err


def test_a_plan_that_is_not_there(planmodel: Terminal) -> None:
    """One clear sentence and status 2."""
    assert planmodel("changes", EXAMPLE, "nowhere").status == 2
    assert planmodel("coverage", "nowhere", *AXIS).status == 2


def test_a_report_tells_what_an_earlier_edition_called_it(
    planmodel: Terminal, revised: Path, tmp_path: Path
) -> None:
    """``--earlier`` is read; one that is not there is refused."""
    file = tmp_path / "r.md"
    asked = ("report", EXAMPLE, "--period", "FY2020", "-o", file, "--lang", "ja")
    assert planmodel(*asked, "--earlier", revised).status == 0
    assert "## 見通し（概算）" in file.read_text(encoding="utf-8")
    assert planmodel(*asked, "--earlier", "nowhere").status == 2
