"""``planmodel drift``: a changed base, told, decided, taken over into the package, and kept."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

import planmodel as pm
from cli_running import Terminal
from planmodel.dsl.drifting.renaming import with_ids
from planmodel.dsl.edits import Drop
from planmodel.dsl.revising import revise
from planmodel.dsl.source.folders import write_folder
from planmodel.dsl.source.package import write_package
from planmodel.errors import DocumentError, PlanmodelError

TOTTORI = pm.Issuer("鳥取県", "310000")
KEPT = ("derivation.json", "upstream.json", "adopted.py")


def replaced(file: Path, old: str, new: str) -> None:
    """Edit a file of a plan as its author would."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, (file, old)
    file.write_text(text.replace(old, new), encoding="utf-8")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file in a folder."""
    return {
        str(it.relative_to(folder)): it.read_bytes()
        for it in sorted(folder.rglob("*"))
        if it.is_file() and "__pycache__" not in it.parts
    }


@pytest.fixture
def base(tmp_path: Path, checkout: Path) -> Path:
    """A copy of the example, of which a new edition will be made."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(checkout / "examples/hyogo_5th", tmp_path / "hyogo", ignore=ignored)
    return tmp_path / "hyogo"


@pytest.fixture
def fork(tmp_path: Path, base: Path) -> Path:
    """A package derived from the base as it was."""
    hyogo = pm.load(base)
    plan = revise(hyogo, id="tottori-2nd", issuer=TOTTORI, made=dt.date(2026, 4, 1))
    files: dict[str, str | bytes] = dict(write_package(plan))
    files["tottori_2nd/upstream.json"] = pm.to_json(hyogo)
    return write_folder(tmp_path / "tottori", files)


@pytest.fixture
def changed(base: Path) -> Path:
    """The base with a new unit, a new measure, another title, and one measure less."""
    package = base / "hyogo_5th"
    action = package / "outline" / "action_7.py"
    replaced(
        action,
        '        Measure(\n            "matching",\n',
        '        Measure("follow-up", "離職後の支援", departments=[industry], source=ACTION_7_I),\n'
        '        Measure(\n            "matching",\n',
    )
    replaced(action, '"就職後の職場定着を支援"', '"職場への定着を支援"')
    translations = package / "translations/en.toml"
    text = translations.read_text(encoding="utf-8")
    translations.write_text(
        text.replace("[titles]", '[titles]\nfollow-up = "Support after a job"'), encoding="utf-8"
    )
    replaced(package / "indicators.py", 'unit="グループ"', 'unit="団体"')
    replaced(package / "plan.py", 'version="1"', 'version="2"')
    return base


def test_nothing_has_changed_yet(planmodel: Terminal, fork: Path, base: Path) -> None:
    """Against the base as it was, and against the shipped one that is found by its id."""
    for words in (("--upstream", base), ()):
        run = planmodel("drift", fork, *words)
        assert run.status == 0, run.err
        assert "0 changes there" in run.out
        assert planmodel("drift", fork, *words, "--json").json["items"] == []


def test_changes_are_listed_with_what_is_proposed(
    planmodel: Terminal, fork: Path, changed: Path
) -> None:
    """Old and new of each, the proposals apart from what is only told, and the new version."""
    run = planmodel("drift", fork, "--upstream", changed)
    assert run.status == 0
    assert "version 2 there; this plan was made from version 1" in run.out
    proposed, told = run.out.split("Told only")
    assert "crime-prevention-groups.unit" in proposed
    assert "groups → 団体" in proposed
    assert "follow-up Support after a job [new there, Measure]" in proposed
    assert "retention.title" in told
    assert "stays yours" in told
    assert (
        "3 changes there: 1 proposed, 1 proposed and changed here as well, 1 told only." in run.out
    )


def test_the_list_is_told_in_japanese(japanese: Terminal, fork: Path, changed: Path) -> None:
    """Heading, kinds and closing."""
    run = japanese("drift", fork, "--upstream", changed)
    assert "提案のうち、こちらでも変えたもの (1)" in run.out
    assert "新設、取組" in run.out
    assert "もとの計画の変更3件" in run.out


def test_what_is_accepted_takes_effect_and_stays_visible(
    planmodel: Terminal, fork: Path, changed: Path
) -> None:
    """Edits stand in adopted.py as code that is formatted, the plan has them, drift is silent."""
    run = planmodel(
        "drift", fork, "--upstream", changed, "--accept-all",
        "--accept", "crime-prevention-groups.unit", "--because", "同じ扱いにする",
    )  # fmt: skip
    assert run.status == 0, run.err
    assert "1 changes are still open." in run.out
    told = run.out.partition("With this, check finds errors or warnings:")[2]
    assert "PM203 crime-prevention-groups" in told
    text = (fork / "tottori_2nd/adopted.py").read_text(encoding="utf-8")
    assert 'was={"unit": "グループ"}' in text
    assert 'because="同じ扱いにする (hyogo-5th 2)"' in text
    assert "from .vocabulary import Measure" in text
    plan = pm.load(fork)
    assert plan["crime-prevention-groups"].unit == "団体"
    added = plan["follow-up"]
    assert type(added) is type(plan["retention"])
    assert "企画県民部" not in str(added)
    assert [it.id for it in plan.parent("follow-up").children][:2] == ["retention", "follow-up"]
    record = json.loads((fork / "tottori_2nd/derivation.json").read_text(encoding="utf-8"))
    assert [it["because"] for it in record["decisions"]] == ["同じ扱いにする"] * 2
    assert (
        planmodel("drift", fork, "--upstream", changed, "--json").json["items"][0]["key"]
        == "retention.title"
    )
    again = planmodel("drift", fork, "--upstream", changed, "--reject", "retention")
    assert "0 changes are still open." in again.out
    assert planmodel("drift", fork, "--upstream", changed, "--json").json["items"] == []
    assert plan.title_of("follow-up", "en") == "Support after a job"
    codes = {it["code"] for it in planmodel("check", fork, "--json").json["findings"]}
    # The fork of this test has kept Hyogo's figures, and they are in the old unit.
    assert codes == {"PM112", "PM202", "PM203", "PM215"}


def test_new_warnings_are_told_as_well(planmodel: Terminal, fork: Path, changed: Path) -> None:
    """The test of a package forbids warnings, such as a second thing of the same title."""
    action = changed / "hyogo_5th/outline/action_7.py"
    replaced(action, '"離職後の支援"', '"就職後の職場定着を支援"')
    run = planmodel("drift", fork, "--upstream", changed, "--accept", "follow-up")
    told = run.out.partition("With this, check finds errors or warnings:")[2]
    assert "follow-up: " in told
    assert pm.load(fork)["follow-up"].title == pm.load(fork)["retention"].title


def test_one_writes_what_was_taken_over_oneself(
    planmodel: Terminal, fork: Path, changed: Path
) -> None:
    """One's own measure in the outline stands in place of the accepted one of the same id."""
    planmodel("drift", fork, "--upstream", changed, "--accept", "follow-up")
    action = fork / "tottori_2nd/outline/rehabilitation.py"
    replaced(
        action,
        '            Measure(\n                "matching",\n',
        '            Measure("follow-up", "自県の支援"),\n'
        '            Measure(\n                "matching",\n',
    )
    assert planmodel("check", fork).status == 0
    assert pm.load(fork).title_of("follow-up") == "自県の支援"


def test_the_next_edition_is_told_against_the_last_one_that_was_dealt_with(
    planmodel: Terminal, fork: Path, changed: Path
) -> None:
    """What was accepted is the old value next time, and edits add up in adopted.py."""
    unit = "crime-prevention-groups.unit"
    planmodel(
        "drift", fork, "--upstream", changed, "--accept", unit, "follow-up", "--reject", "retention"
    )
    replaced(changed / "hyogo_5th/indicators.py", 'unit="団体"', 'unit="組"')
    (item,) = planmodel("drift", fork, "--upstream", changed, "--json").json["items"]
    assert (item["then"], item["now"], item["here"], item["both"]) == ("団体", "組", "団体", True)
    assert planmodel("drift", fork, "--upstream", changed, "--accept", unit).status == 0
    assert pm.load(fork)["crime-prevention-groups"].unit == "組"
    assert (fork / "tottori_2nd/adopted.py").read_text(encoding="utf-8").count("Amend(") == 3


def test_what_was_changed_on_both_sides_waits_to_be_named(
    planmodel: Terminal, fork: Path, changed: Path
) -> None:
    """All is not everything: one's own unit goes only when it is named."""
    replaced(fork / "tottori_2nd/indicators.py", 'unit="グループ"', 'unit="サークル"')
    run = planmodel("drift", fork, "--upstream", changed)
    assert "Proposed, and changed here as well (1)" in run.out
    assert "here: サークル" in run.out
    planmodel("drift", fork, "--upstream", changed, "--accept-all")
    assert pm.load(fork)["crime-prevention-groups"].unit == "サークル"
    planmodel("drift", fork, "--upstream", changed, "--accept", "crime-prevention-groups.unit")
    assert pm.load(fork)["crime-prevention-groups"].unit == "団体"


def test_both_packages_may_have_one_name(
    planmodel: Terminal, fork: Path, changed: Path, tmp_path: Path
) -> None:
    """An older copy of one's own package is compared like any other, and edits are not mixed up."""
    planmodel("drift", fork, "--upstream", changed, "--accept", "crime-prevention-groups.unit")
    copy = tmp_path / "copy"
    shutil.copytree(fork, copy, ignore=shutil.ignore_patterns("__pycache__"))
    replaced(copy / "tottori_2nd/adopted.py", '"団体"', '"組"')
    run = planmodel("drift", fork, "--upstream", copy, "--accept", "crime-prevention-groups.unit")
    assert run.status == 0, run.err
    text = (fork / "tottori_2nd/adopted.py").read_text(encoding="utf-8")
    assert [text.count(it) for it in ('{"unit": "団体"}', '{"unit": "組"}')] == [2, 1]
    assert pm.load(fork)["crime-prevention-groups"].unit == "組"


def test_without_the_old_edition_changes_are_still_told(
    planmodel: Terminal, fork: Path, changed: Path
) -> None:
    """Fingerprints are enough; only what was said before is not known any more."""
    (fork / "tottori_2nd/upstream.json").unlink()
    run = planmodel("drift", fork, "--upstream", changed)
    assert "? → 団体" in run.out
    assert "3 changes there" in run.out
    assert planmodel("drift", fork, "--upstream", changed, "--accept-all").status == 0
    assert not (fork / "tottori_2nd/upstream.json").exists()


def test_results_for_machines(planmodel: Terminal, fork: Path, changed: Path) -> None:
    """Decisions as JSON."""
    decided = ("--accept", "follow-up", "--reject", "retention.title")
    data = planmodel("drift", fork, "--upstream", changed, *decided, "--json").json
    assert [it["key"] for it in data["accepted"]] == ["follow-up"]
    assert [it["key"] for it in data["rejected"]] == ["retention.title"]


def test_another_field_rule_is_used(
    planmodel: Terminal, fork: Path, changed: Path, tmp_path: Path
) -> None:
    """Words may follow, where somebody wants them to."""
    rule = tmp_path / "rule.toml"
    rule.write_text('[node]\ntitle = "follow"\n', encoding="utf-8")
    asked = ("drift", fork, "--upstream", changed, "--field-rule", rule, "--json")
    items = planmodel(*asked).json["items"]
    assert {it["key"]: it["proposal"] is not None for it in items}["retention.title"]


# --- what can go wrong ---------------------------------------------------------------------------


def test_an_upstream_that_vanished_is_told(planmodel: Terminal, fork: Path, tmp_path: Path) -> None:
    """By the id it had, with what to do; the same where the given place is empty."""
    record = fork / "tottori_2nd/derivation.json"
    record.write_text(
        record.read_text(encoding="utf-8").replace('"hyogo-5th"', '"gone-plan"'), encoding="utf-8"
    )
    run = planmodel("drift", fork)
    assert run.status == 2
    assert "'gone-plan'" in run.err
    assert "--upstream" in run.err
    assert planmodel("drift", fork, "--upstream", tmp_path / "nowhere").status == 2


def test_an_upstream_of_another_name_is_compared_and_told(
    planmodel: Terminal, fork: Path, changed: Path
) -> None:
    """The plan may be renamed; a reader learns that it was."""
    replaced(changed / "hyogo_5th/plan.py", '"hyogo-5th"', '"hyogo-6th"')
    run = planmodel("drift", fork, "--upstream", changed)
    assert run.status == 0
    assert "made from 'hyogo-5th'; what is compared is 'hyogo-6th'" in run.out


def test_a_plan_that_was_made_from_nothing_says_so(planmodel: Terminal, base: Path) -> None:
    """With the command that makes a derived one."""
    run = planmodel("drift", base)
    assert run.status == 2
    assert "was not made from another plan" in run.err
    assert "planmodel new" in run.err


def test_all_wrong_ids_are_told_at_once(planmodel: Terminal, fork: Path, changed: Path) -> None:
    """Of both options, with the nearest; nothing is written."""
    before = snapshot(fork)
    run = planmodel(
        "drift", fork, "--upstream", changed, "--accept", "folow-up", "--reject", "nothing"
    )
    assert run.status == 2
    assert "did you mean follow-up?" in run.err
    assert "nothing" in run.err
    assert "--reject" in run.err
    assert snapshot(fork) == before


def test_decisions_need_a_package(
    planmodel: Terminal, fork: Path, changed: Path, tmp_path: Path
) -> None:
    """A document can be compared; what is accepted needs a place to be kept."""
    document = tmp_path / "tottori.json"
    document.write_text(pm.to_json(pm.load(fork)), encoding="utf-8")
    listed = planmodel("drift", document, "--upstream", changed, "--json")
    assert {it["key"] for it in listed.json["items"]} >= {"follow-up"}
    run = planmodel("drift", document, "--upstream", changed, "--accept-all")
    assert run.status == 2
    assert "planmodel new" in run.err


def test_code_in_adopted_py_is_not_lost(planmodel: Terminal, fork: Path, changed: Path) -> None:
    """Whoever writes more than the list there is told the line, and nothing is changed."""
    file = fork / "tottori_2nd/adopted.py"
    file.write_text(file.read_text(encoding="utf-8") + "\nprint()\n", encoding="utf-8")
    before = snapshot(fork)
    run = planmodel("drift", fork, "--upstream", changed, "--accept-all")
    assert run.status == 2
    assert "adopted.py:" in run.err
    assert snapshot(fork) == before


@pytest.mark.parametrize("note", ["# 審議会で説明する", '"""審議会で説明する"""'])
def test_a_note_in_adopted_py_is_not_lost(
    planmodel: Terminal, fork: Path, changed: Path, note: str
) -> None:
    """Who takes over more is told its line; who only rejects may leave it, for nothing is lost."""
    file = fork / "tottori_2nd/adopted.py"
    file.write_text(file.read_text(encoding="utf-8") + f"\n{note}\n", encoding="utf-8")
    line = len(file.read_text(encoding="utf-8").splitlines())
    before = snapshot(fork)
    run = planmodel("drift", fork, "--upstream", changed, "--accept-all")
    assert run.status == 2
    assert f"adopted.py:{line}: there is a comment here" in run.err
    assert "because=" in run.err
    words = ("--accept-all", "--lang", "ja")
    assert "コメントがある" in planmodel("drift", fork, "--upstream", changed, *words).err
    assert snapshot(fork) == before
    assert planmodel("drift", fork, "--upstream", changed, "--reject", "retention").status == 0
    assert note in file.read_text(encoding="utf-8")


def test_another_first_line_of_adopted_py_is_not_lost(
    planmodel: Terminal, fork: Path, changed: Path
) -> None:
    """The text that the file begins with is a note too, once somebody has written another."""
    file = fork / "tottori_2nd/adopted.py"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"""', '"""審議会の資料。', 1), encoding="utf-8")
    run = planmodel("drift", fork, "--upstream", changed, "--accept-all")
    assert run.status == 2
    assert "adopted.py:1: there is a comment here" in run.err


@pytest.mark.parametrize("failing", KEPT)
def test_a_full_disk_changes_nothing(
    planmodel: Terminal, fork: Path, changed: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever of the three files cannot be written, all are as before."""
    from planmodel.cli import adopting

    whole = adopting.write_bytes

    def full(path: Path, content: bytes) -> Path:
        if Path(path).name == failing:
            monkeypatch.setattr(adopting, "write_bytes", whole)
            raise DocumentError("No space left on device")
        return whole(path, content)

    monkeypatch.setattr(adopting, "write_bytes", full)
    before = snapshot(fork)
    run = planmodel("drift", fork, "--upstream", changed, "--accept-all")
    assert run.status == 2
    assert "No space left" in run.err
    assert snapshot(fork) == before


def test_a_damaged_record_is_told_with_its_place(planmodel: Terminal, fork: Path) -> None:
    """File and path inside it."""
    (fork / "tottori_2nd/derivation.json").write_text('{"format": 1}', encoding="utf-8")
    run = planmodel("drift", fork)
    assert run.status == 2
    assert "derivation.json" in run.err
    with pytest.raises(PlanmodelError):
        pm.load(fork)


def test_a_format_that_is_not_written_is_refused(
    planmodel: Terminal, fork: Path, changed: Path, tmp_path: Path
) -> None:
    """No text of the terminal stands in a file whose name means something else."""
    run = planmodel("drift", fork, "--upstream", changed, "-o", tmp_path / "x.html")
    assert run.status != 0
    assert "not written in this format" in run.err
    assert not (tmp_path / "x.html").exists()
    written = planmodel("drift", fork, "--upstream", changed, "-o", tmp_path / "x.json")
    assert written.status == 0
    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["items"]


def test_changes_are_written_as_csv(planmodel: Terminal, fork: Path, tmp_path: Path) -> None:
    """One line a field, under names of columns."""
    run = planmodel("changes", "hyogo_5th", fork, "-o", tmp_path / "c.csv", "--lang", "ja")
    assert run.status == 0, run.err
    first, *rest = (tmp_path / "c.csv").read_text(encoding="utf-8-sig").splitlines()
    assert first == "change,what,id,number,title,field,old,new"
    assert any("策定者" in it for it in rest)


def test_texts_left_behind_by_something_gone_are_not_told(
    japanese: Terminal, fork: Path, base: Path
) -> None:
    """That the thing is gone is told; no hash of a name stands in the list."""
    plan = pm.load(base)
    gone = next(it.of for it in plan.prose if it.of in plan and it.of != plan.id)
    less = revise(plan, Drop(gone, because="終了"))
    left = pm.evolve(less, prose=plan.prose, translations=plan.translations)
    file = base.parent / "less.json"
    file.write_text(pm.to_json(left), encoding="utf-8")
    run = japanese("drift", fork, "--upstream", file)
    assert run.status == 0, run.err
    assert f"  {gone} " in run.out
    assert "~" not in run.out


def test_another_id_is_told_by_the_ids(japanese: Terminal, fork: Path, base: Path) -> None:
    """Both things have one title, so the title would not say what changed."""
    plan = pm.load(base)
    file = base.parent / "renamed.json"
    file.write_text(pm.to_json(with_ids(plan, {"matching": "pairing"})), encoding="utf-8")
    run = japanese("drift", fork, "--upstream", file)
    assert "    matching → pairing\n" in run.out
