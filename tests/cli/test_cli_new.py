"""``planmodel new``, ``form`` and ``source``: a plan of one's own, clean at once, or nothing."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

import planmodel as pm
from cli_running import FY2020, Terminal
from planmodel.dsl.comparing import changes
from planmodel.dsl.drifting.fitting import is_undecided
from planmodel.dsl.generalizing import generalize
from planmodel.dsl.undecided import with_open_places
from planmodel.exchange.excel_form import read_form, write_form

TOTTORI = ("--from", "hyogo_5th", "--issuer", "鳥取県", "--code", "310000")
HOSTILE = 'a "b" \'c\' """d""" {e} {{f}} \\ \\n \n\ttab %s $x `y` <b>&amp; #{z} \U0001f600 \u202e'


def undecided_in(found: Any) -> int:
    """How many places are left to decide."""
    return sum(it["code"] == "PM112" for it in found["findings"])


@pytest.fixture
def here(planmodel: Terminal, tmp_path: Path) -> Terminal:
    """A terminal in an empty folder."""
    planmodel.patch.chdir(tmp_path)
    return planmodel


@pytest.fixture
def tottori(here: Terminal, tmp_path: Path) -> Path:
    """The package that the issue asks for."""
    run = here("new", "tottori_2nd", *TOTTORI)
    assert run.status == 0, run.err
    return tmp_path / "tottori_2nd"


# --- started from another plan -------------------------------------------------------------------


def test_a_new_plan_is_a_whole_package(tottori: Path) -> None:
    """Every part is there, each module with its purpose on top."""
    package = tottori / "tottori_2nd"
    expected = {
        "__init__.py", "adopted.py", "axes.py", "context.py", "derivation.json", "gaps.py",
        "indicators.py", "observations", "organisations.py", "outline", "plan.py", "prose",
        "py.typed", "sources.py", "translations", "upstream.json", "vocabulary.py",
    }  # fmt: skip
    assert {it.name for it in package.iterdir()} == expected
    assert {it.name for it in tottori.iterdir()} == {
        "README.md", "README.ja.md", "pyproject.toml", "tests", "tottori_2nd",
    }  # fmt: skip
    for module in package.rglob("*.py"):
        assert module.read_text(encoding="utf-8").startswith('"""'), module
    text = "".join(it.read_text(encoding="utf-8") for it in package.glob("observations/*"))
    assert len(text.splitlines()) == 1


def test_a_new_plan_is_clean_at_warning_and_passes_its_test(here: Terminal, tottori: Path) -> None:
    """At once, before anybody has edited anything; code and layout too."""
    run = here("check", tottori)
    assert run.status == 0
    assert "0 errors, 0 warnings" in run.out
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=tottori, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    ruff = [sys.executable, "-m", "ruff"]
    for words in (["check", "--select", "E,F,I"], ["format", "--check"]):
        done = subprocess.run([*ruff, *words, "."], cwd=tottori, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout


def test_none_of_the_figures_of_the_other_plan_is_ones_own(tottori: Path) -> None:
    """Baselines, targets and departments are open, with what Hyogo says for a look."""
    plan = pm.load(tottori)
    assert plan.issuer == pm.Issuer("鳥取県", "310000")
    assert not plan.departments
    assert not plan.figures
    for indicator in plan.indicators:
        assert indicator.baseline is None or is_undecided(indicator.baseline)
        assert not indicator.targets
        assert is_undecided(indicator.not_stated("targets"))
    for node in plan.walk():
        assert not node.departments
    words = plan["crime-prevention-groups"].baseline
    assert words is not None
    assert words.absence is not None
    assert words.absence.reason.startswith("未定。兵庫県: 2,329グループ")


def test_what_is_undecided_is_never_said_to_be_silent(here: Terminal, tottori: Path) -> None:
    """Shown or reported, an open place of a new plan says 未定 and not 記載なし."""
    shown = here("show", tottori, "--lang", "ja").out
    made = here("report", tottori, *FY2020, "--lang", "ja", "--format", "markdown", "-o", "-").out
    for text in (shown, made):
        assert "未定" in text
        assert "記載なし" not in text
        assert "記載のない" not in text


def test_no_sentence_of_the_other_plan_is_in_a_report(
    here: Terminal, tottori: Path, tmp_path: Path
) -> None:
    """Neither a fresh report nor a fresh document has a description of Hyogo's, in any language."""
    base = pm.load(tottori / "tottori_2nd" / "upstream.json")
    sentences = [it.text for it in base.prose]
    sentences += [words for one in base.translations for _, words in one.prose]
    assert len(sentences) > 60
    pages = [pm.to_json(pm.load(tottori))]
    for language in ("ja", "en"):
        file = tmp_path / f"{language}.md"
        asked = ("--format", "markdown", "-o", file, "--lang", language)
        assert here("report", tottori, "--period", "FY2020", *asked).status == 0
        pages.append(file.read_text(encoding="utf-8"))
    assert [it for it in sentences for page in pages if it in page] == []


def test_a_sentence_is_taken_up_by_taking_its_mark_away(here: Terminal, tottori: Path) -> None:
    """Among the texts those of Hyogo stand as comments; one that is freed is the plan's own."""
    file = tottori / "tottori_2nd" / "prose" / "ja.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("# retention = ", "retention = "), encoding="utf-8")
    plan = pm.load(tottori)
    base = pm.load(tottori / "tottori_2nd" / "upstream.json")
    assert plan.prose == (pm.Prose("retention", base.prose_of("retention")),)
    assert (plan.prose[0].origin.file, plan.prose[0].origin.path) == (str(file), "prose.retention")
    assert here("check", tottori).status == 0
    readme = (tottori / "README.ja.md").read_text(encoding="utf-8")
    assert "報告書には出ません" in readme
    assert "no report shows" in (tottori / "README.md").read_text(encoding="utf-8")


def test_a_former_title_in_english_is_told_where_it_stands(here: Terminal, tottori: Path) -> None:
    """Who gives a measure another title hears that its English title is still Hyogo's."""
    package = tottori / "tottori_2nd"
    file = package / "outline" / "rehabilitation.py"
    text = file.read_text(encoding="utf-8")
    changed = text.replace('"就職後の職場定着を支援"', '"職場での相談"')
    file.write_text(changed, encoding="utf-8")
    found = here("check", tottori, "--select", "PM403", "--json").json["findings"]
    places = [(it["about"], it["file"], it["path"]) for it in found]
    assert places == [("retention", str(package / "translations/en.toml"), "titles.retention")]
    words = package / "translations" / "en.toml"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace("Support for staying in a job", "Advice at work"), "utf-8")
    assert here("check", tottori, "--select", "PM403", "--json").json["findings"] == []


def test_the_findings_list_what_is_left_and_go_away_one_by_one(
    here: Terminal, tottori: Path
) -> None:
    """Every edit shortens the list by one; the place is the author's own line."""
    before = undecided_in(here("check", tottori, "--json").json)
    assert before > 100
    file = tottori / "tottori_2nd" / "indicators.py"
    text = file.read_text(encoding="utf-8")
    changed, count = re.subn(
        r'baseline=NotStated\(\s*"未定。兵庫県: 2,329グループ[^"]*"\s*\)',
        'baseline=Baseline("120グループ", FiscalYear(2022))',
        text,
    )
    assert count == 1
    imports = "from planmodel import Baseline, FiscalYear\n\nfrom planmodel import"
    imported = changed.replace("from planmodel import", imports, 1)
    file.write_text(imported, encoding="utf-8")
    run = here("check", tottori, "--json").json
    assert undecided_in(run) == before - 1
    assert run["counts"]["warning"] == 0
    assert any("indicators.py" in json.dumps(it) for it in run["findings"])


def test_what_was_done_and_what_is_left_is_told(
    here: Terminal, japanese: Terminal, tmp_path: Path
) -> None:
    """In both languages, with the next command to type."""
    japanese.patch.chdir(tmp_path)
    run = japanese("new", "tottori_3rd", *TOTTORI)
    assert "tottori_3rd を作成した（行動8件、行動の柱" in run.out
    assert "誤り0件、警告0件、未定のまま残る箇所" in run.out
    assert "planmodel check tottori_3rd" in run.out
    english = here("new", "other", *TOTTORI, "--title", "第2次計画", "--lang", "en")
    assert "wrote other (Action: 8, Pillar of action: " in english.out
    assert "places left to decide" in english.out
    assert pm.load(tmp_path / "other").title == "第2次計画"


def test_right_after_starting_there_is_no_drift(here: Terminal, tottori: Path) -> None:
    """Neither changes there nor here; the shipped plan is found by its name."""
    data = here("drift", tottori, "--json").json
    assert data["items"] == []
    assert data["changed_here"] == []


def test_the_template_can_be_any_plan(here: Terminal, checkout: Path, document: Path) -> None:
    """A folder or a document; the link finds a folder again from wherever one stands."""
    example, whose = checkout / "examples/hyogo_5th", TOTTORI[2:]
    assert here("new", "from_folder", "--from", example, *whose).status == 0
    assert here("new", "deep", "--from", document, *whose, "--to", "deeper").status == 0
    plans = [pm.load("from_folder"), pm.load("deeper")]
    assert not [it for it in changes(*plans) if it.id != "plan"]
    for folder in ("from_folder", "deeper"):
        assert here("drift", folder, "--json").json["items"] == []


def test_only_some_items_can_be_taken_over(here: Terminal) -> None:
    """With what stands above and below them and measures them; clean at once, and no drift."""
    run = here("new", "ours", *TOTTORI, "--only", "rehabilitation")
    assert run.status == 0, run.err
    plan = pm.load("ours")
    assert [it.id for it in plan.sections] == ["rehabilitation"]
    assert [it.id for it in plan.indicators] == ["employment", "welfare"]
    assert len(plan.measures()) == 22
    assert "0 errors, 0 warnings" in here("check", "ours").out
    drift = here("drift", "ours", "--json").json
    assert (drift["items"], drift["changed_here"]) == ([], [])
    here("new", "less", *TOTTORI, "--only", "retention", "homes")
    way = [it.id for it in pm.load("less").walk()]
    assert way == ["rehabilitation", "work", "probationers", "retention", "housing", "homes"]
    wrong = here("new", "more", *TOTTORI, "--only", "retentoin", "nothing")
    assert wrong.status == 2
    assert "did you mean retention?" in wrong.err
    assert "'nothing'" in wrong.err
    assert here("new", "more", "--blank", "--issuer", "鳥取県", "--only", "x").status == 2


def test_what_a_start_cannot_mend_is_told_with_status_one(here: Terminal, tmp_path: Path) -> None:
    """A unit that nobody knows stays unknown, and the command says so."""
    base = pm.Plan(
        "base",
        "計画",
        period=pm.FiscalYear(2020),
        issuer=pm.Issuer("兵庫県"),
        indicators=[pm.Stock("kits", "防犯用品", unit="防犯セット")],
    )
    (tmp_path / "base.json").write_text(pm.to_json(base), encoding="utf-8")
    run = here("new", "ours", "--from", "base.json", "--issuer", "鳥取県")
    assert run.status == 1
    assert "0 errors, 1 warnings" in run.out


def test_a_fork_of_a_fork_hears_from_its_own_parent(here: Terminal, tottori: Path) -> None:
    """What the first fork changes is news for the second, not what Hyogo changes."""
    assert (
        here(
            "new", "yonago", "--from", "tottori_2nd", "--issuer", "米子市", "--code", "312029"
        ).status
        == 0
    )
    assert here("check", "yonago").status == 0
    assert here("drift", "yonago", "--json").json["items"] == []
    file = tottori / "tottori_2nd" / "indicators.py"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('unit="グループ"', 'unit="団体"'), encoding="utf-8")
    (item,) = here("drift", "yonago", "--json").json["items"]
    assert item["key"] == "crime-prevention-groups.unit"
    assert here("drift", "yonago", "--accept-all").status == 0
    assert pm.load("yonago")["crime-prevention-groups"].unit == "団体"
    assert here("check", "yonago").status == 0


# --- blank, and from a form ----------------------------------------------------------------------


def test_a_blank_plan_has_the_levels_that_were_asked_for(here: Terminal) -> None:
    """Its words are classes of the package; it is clean, and says what is open."""
    run = here("new", "ours", "--blank", "--levels", "重点課題、施策，取組", "--issuer", "鳥取県")
    assert run.status == 0, run.err
    plan = pm.load("ours")
    assert [it.word for it in plan.vocabulary] == ["計画", "重点課題", "施策", "取組"]
    assert here("check", "ours").status == 0
    assert here("new", "usual", "--blank", "--issuer", "鳥取県").status == 0
    assert here("drift", "ours").status == 2


@pytest.mark.parametrize("levels", [(), ("--levels", "Issue,Measure")])
def test_a_blank_plan_asked_for_in_english_is_english(here: Terminal, levels: Any) -> None:
    """No Japanese title stands in it, and its README names no folder that is not there."""
    asked = ("--blank", *levels, "--issuer", "Tottori", "--lang", "en")
    assert here("new", "ours", *asked).status == 0
    plan = pm.load("ours")
    assert plan.language == "en"
    assert plan.title.isascii()
    assert all(it.title.isascii() for it in plan.walk())
    for file in ("README.md", "README.ja.md"):
        text = (Path("ours") / file).read_text(encoding="utf-8")
        for folder in ("prose", "translations"):
            assert (f"ours/{folder}/" in text) is (Path("ours/ours") / folder).exists()
    mixed = ("--blank", "--issuer", "鳥取県", "--lang", "en")
    assert here("new", "mixed", *mixed).status == 0
    assert pm.load("mixed").language == "ja"


def test_a_form_becomes_a_package_and_says_the_same(here: Terminal, checkout: Path) -> None:
    """Filled by hand or by the command: what it says is in the package."""
    assert here("form", "-o", "plan.xlsx", "--plan", checkout / "examples/hyogo_5th").status == 0
    run = here("new", "from_table", "--from-excel", "plan.xlsx")
    assert run.status == 0, run.err
    form = read_form("plan.xlsx", id="from-table")
    mine = pm.load("from_table")
    assert not changes(with_open_places(form), mine)
    assert [str(it) for it in pm.check(mine) if it.severity != "info"] == []
    asked = ("--issuer", "鳥取県", "--code", "３１００００", "--title", "別の名")
    assert here("new", "named", "--from-excel", "plan.xlsx", *asked).status == 0
    plan = pm.load("named")
    assert (plan.title, plan.issuer) == ("別の名", pm.Issuer("鳥取県", "310000"))


def test_issuer_and_code_may_come_from_form_and_option(here: Terminal) -> None:
    """The form says who, the option adds the code; a code of another prefecture is refused."""
    plan = pm.Plan("p", "計画", period=pm.FiscalYear(2020), issuer=pm.Issuer("鳥取県"))
    write_form("plan.xlsx", plan=plan)
    run = here("new", "ours", "--from-excel", "plan.xlsx", "--code", "310000")
    assert run.status == 0, run.err
    assert pm.load("ours").issuer == pm.Issuer("鳥取県", "310000")
    wrong = here("new", "more", "--from-excel", "plan.xlsx", "--code", "280003")
    assert wrong.status == 2
    assert "280003 is not the code of 鳥取県; 28 stands for 兵庫県" in wrong.err
    write_form("nobody.xlsx", plan=pm.evolve(plan, issuer=None))
    nobody = here("new", "more", "--from-excel", "nobody.xlsx", "--code", "310000")
    assert nobody.status == 2
    assert "--issuer: who issues the plan is not said" in nobody.err


def test_an_empty_form_is_written_in_either_language(here: Terminal, tmp_path: Path) -> None:
    """A file that is there is not written over; an empty form says what is missing."""
    for language in ("ja", "en"):
        name = f"{language}.xlsx"
        assert here("form", "-o", name, "--lang", language).status == 0
        before = (tmp_path / name).read_bytes()
        assert here("form", "-o", name).status == 2
        assert (tmp_path / name).read_bytes() == before
        run = here("new", "empty", "--from-excel", name)
        assert run.status == 2
        assert name in run.err
        assert not (tmp_path / "empty").exists()


def test_without_the_extra_one_sentence_says_so(
    here: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the line that installs it."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    run = here("form", "-o", "plan.xlsx")
    assert run.status == 2
    assert "planmodel[excel]" in run.err
    assert len(run.err.splitlines()) == 1


def test_any_document_becomes_source(here: Terminal, document: Path) -> None:
    """A JSON plan as a package that says the same."""
    assert here("source", document, "-o", "copy").status == 0
    assert not changes(pm.load(document), pm.load("copy"))
    assert generalize(pm.load("copy")) == generalize(pm.load(document))
    assert here("source", document, "-o", "copy").status == 2
    assert here("source", document, "-o", "other", "--name", "Not A Name").status == 2


# --- what can go wrong ---------------------------------------------------------------------------


def everything_in(folder: Path) -> list[str]:
    """All paths in a folder."""
    return sorted(str(it.relative_to(folder)) for it in folder.rglob("*"))


def test_everything_wrong_is_told_at_once(here: Terminal, tmp_path: Path) -> None:
    """Name, way, issuer, check digit, levels and folder, each with its option; nothing written."""
    asked = ("--blank", "--code", "310001", "--levels", "A,Ａ,,取組", "--to", "no/such")
    run = here("new", "Tottori 2nd", *asked)
    assert run.status == 2
    for words in (
        "NAME: 'Tottori 2nd' cannot name a package",
        "tottori_2nd would do",
        "--issuer: who issues the plan is not said",
        "--code: '310001': the check digit",
        "--levels: the level Ａ stands twice",
        "--levels: level 3 has no name",
        "--to no/such: there is no folder no",
    ):
        assert words in run.err, (words, run.err)
    assert everything_in(tmp_path) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "it is not said what to start from"),
        (("--blank", "--from", "hyogo_5th"), "--from, --blank do not go together"),
        (("--from", "hyogo_6th"), "did you mean hyogo_5th?"),
        (("--from", "hyogo_5th", "--levels", "a"), "levels are for --blank"),
        (("--from-excel", "none.xlsx"), "none.xlsx"),
    ],
)
def test_a_way_that_leads_nowhere_is_told(
    here: Terminal, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    """What to start from is one of three, and has to be there."""
    run = here("new", "ours", "--issuer", "鳥取県", *words)
    assert run.status == 2
    assert told in run.err
    assert everything_in(tmp_path) == []


@pytest.mark.parametrize(
    "name",
    [
        "calendar",
        "pytest",
        "attrs",
        "planmodel",
        "tests",
        "class",
        "2nd",
        "鳥取",
        "a-b",
        "con",
        "_x",
        "..",
    ],
)
def test_a_name_that_cannot_be_a_package_is_refused(
    here: Terminal, tmp_path: Path, name: str
) -> None:
    """Words of Python, modules it needs, devices of Windows, and what is no name at all."""
    run = here("new", name, *TOTTORI)
    assert run.status == 2
    assert "NAME" in run.err
    assert everything_in(tmp_path) == []


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_what_is_there_already_is_left_as_it_is(here: Terminal, tmp_path: Path, kind: str) -> None:
    """A folder, a file, or a link that leads nowhere."""
    there = tmp_path / "ours"
    if kind == "folder":
        there.mkdir()
        (there / "mine.txt").write_text("x", encoding="utf-8")
    elif kind == "file":
        there.write_text("x", encoding="utf-8")
    else:
        there.symlink_to(tmp_path / "nowhere")
    before = everything_in(tmp_path)
    run = here("new", "ours", *TOTTORI)
    assert run.status == 2
    assert "exists already" in run.err
    assert everything_in(tmp_path) == before


def test_a_place_that_cannot_be_written_is_told(here: Terminal, tmp_path: Path) -> None:
    """A file where a folder should be, and a folder that lets nobody write."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    run = here("new", "ours", *TOTTORI, "--to", "file/ours")
    assert run.status == 2
    assert "there is no folder file" in run.err

    def refuse(**_: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied")

    here.patch.setattr("planmodel.dsl.source.folders.tempfile.mkdtemp", refuse)
    run = here("new", "ours", *TOTTORI)
    assert run.status == 2
    assert "Permission denied" in run.err
    assert "nothing was changed" in run.err
    assert everything_in(tmp_path) == ["file"]


@pytest.mark.parametrize("after", [0, 1, 7, 20])
def test_a_full_disk_half_way_leaves_nothing(here: Terminal, tmp_path: Path, after: int) -> None:
    """However far it came, no file and no folder stays."""
    written = 0

    def full(_: int) -> None:
        nonlocal written
        written += 1
        if written > after:
            raise OSError(errno.ENOSPC, "No space left on device")

    here.patch.setattr(os, "fsync", full)
    run = here("new", "ours", *TOTTORI)
    assert run.status == 2
    assert "No space left on device" in run.err
    assert everything_in(tmp_path) == []


def test_nothing_outside_the_target_folder_is_written(here: Terminal, tmp_path: Path) -> None:
    """Also where the package stands deeper, beside other things."""
    (tmp_path / "plans").mkdir()
    assert here("new", "ours", *TOTTORI, "--to", "plans/ours").status == 0
    assert [it.name for it in tmp_path.iterdir()] == ["plans"]
    assert [it.name for it in (tmp_path / "plans").iterdir()] == ["ours"]


def test_a_hostile_title_survives(here: Terminal) -> None:
    """Quotes, braces, backslashes and line breaks come back as they were given."""
    run = here("new", "ours", *TOTTORI, "--title", HOSTILE)
    assert run.status == 0, run.err
    assert pm.load("ours").title == HOSTILE
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd="ours", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_ids_that_look_alike_keep_their_own_modules(here: Terminal, tmp_path: Path) -> None:
    """Ids that differ in a sign give modules that differ on every file system."""
    keys = ["a-b", "a.b", "a_b", "con", "class", "plan", "sections", "1"]
    sections = [
        pm.Action(key, key)[pm.Measure(f"m-{number}", "x")] for number, key in enumerate(keys)
    ]
    plan = pm.Plan(
        "base", "計画", period=pm.FiscalYear(2020), sections=sections, issuer=pm.Issuer("兵庫県")
    )
    (tmp_path / "base.json").write_text(pm.to_json(plan), encoding="utf-8")
    # Two things are called "plan", which the check says.
    assert here("new", "ours", "--from", "base.json", "--issuer", "鳥取県").status == 1
    assert [it.id for it in pm.load("ours").sections] == keys
    names = [it.stem for it in (tmp_path / "ours/ours/outline").glob("*.py")]
    assert len({unicodedata.normalize("NFKC", it).casefold() for it in names}) == len(names)
