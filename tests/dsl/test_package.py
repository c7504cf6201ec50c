"""A plan as a package of its own: written whole, loaded, and the same plan."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

import planmodel as pm
from dsl.plan_makers import SLOW, plans
from dsl.test_source import ruff, settled
from planmodel.dsl.derivations import (
    Decision,
    Record,
    parse_record,
    read_derivation,
    read_record,
    record_text,
    write_record,
)
from planmodel.dsl.revising import revise
from planmodel.dsl.source.folders import write_folder
from planmodel.dsl.source.package import package_name, write_package
from planmodel.dsl.source.public import FUNCTIONS, PUBLIC
from planmodel.errors import DocumentError, ModelError
from planmodel.exchange.loading import load
from planmodel.exchange.observations_csv import load_observations

COUNT = itertools.count()


@pytest.fixture(scope="module")
def hyogo(checkout: Path) -> pm.Plan[Any]:
    """The example."""
    return load(checkout / "examples" / "hyogo_5th")


def test_a_package_written_and_loaded_is_the_same_plan(tmp_path: Path) -> None:
    """Whatever the plan says, its package says the same, and the formatter leaves it alone."""

    @SLOW
    @given(plans(largest=5))
    def law(plan: pm.Plan[Any]) -> None:
        folder = tmp_path / f"p{next(COUNT)}"
        write_folder(folder, write_package(plan, name=f"made_up_{next(COUNT)}"))
        assert settled(load(folder)) == settled(plan)

    law()
    formatted = ruff(str(tmp_path))
    assert formatted.stdout == ""
    assert formatted.returncode == 0, formatted.stderr


def test_the_example_is_the_same_as_a_package(hyogo: pm.Plan[Any], tmp_path: Path) -> None:
    """The example plan, written anew, loads as the same plan, with an empty ledger beside it."""
    files = write_package(hyogo, name="written")
    folder = write_folder(tmp_path / "written", files)
    assert settled(load(folder)) == settled(hyogo)
    assert tomllib.loads(files["pyproject.toml"])["project"]["name"] == "written"
    assert not load_observations(folder / "written" / "observations")
    assert {it.partition("/")[0] for it in files} == {
        "README.ja.md",
        "README.md",
        "pyproject.toml",
        "tests",
        "written",
    }
    outline = {it for it in files if it.startswith("written/outline/")}
    assert len(outline) == 1 + len(hyogo.sections)


def test_a_derived_plan_keeps_its_derivation_beside_it(hyogo: pm.Plan[Any], tmp_path: Path) -> None:
    """What it came from is read from ``derivation.json``; what is adopted comes on top."""
    derived = revise(hyogo, id="next-plan", made=dt.date(2026, 4, 1))
    files = write_package(derived)
    folder = write_folder(tmp_path / "next", files)
    assert load(folder).derived_from == derived.derived_from
    adopted = folder / "next_plan" / "adopted.py"
    edit = 'adopted: list[Edit] = [Amend("retention", {"title": "定着"})]'
    text = adopted.read_text(encoding="utf-8")
    text = text.replace("adopted: list[Edit] = []", f"from planmodel import Amend\n\n{edit}")
    adopted.write_text(text, encoding="utf-8")
    assert load(folder).title_of("retention") == "定着"


def test_what_a_plan_may_say_later_has_its_place_already(tmp_path: Path) -> None:
    """Governance, principle and lists that are empty at first reach the plan once written."""
    plan = pm.Plan("bare", "計画", period=pm.FiscalYear(2019))
    folder = write_folder(tmp_path / "bare", write_package(plan))
    assert load(folder) == plan
    context, whole = (folder / "bare" / it for it in ("context.py", "plan.py"))
    edits = (
        (context, "governance: Governance | None = None", 'governance = Governance("審議会")'),
        (context, "roles: list[Role] = []", 'roles = [Role("県民", "見守る")]'),
        (whole, 'principle="",', 'principle="誰もが安心できる県",'),
    )
    for file, old, new in edits:
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        file.write_text(text.replace(old, new), encoding="utf-8")
    written = load(folder)
    assert written.governance == pm.Governance("審議会")
    assert written.roles == (pm.Role("県民", "見守る"),)
    assert written.principle == "誰もが安心できる県"


def test_words_that_toml_would_not_give_back_stand_in_the_code(tmp_path: Path) -> None:
    """Texts with spaces at their ends, or about the same thing twice, survive too."""
    plan = pm.Plan(
        "odd",
        "計画",
        period=pm.FiscalYear(2019),
        prose=[pm.Prose("plan", " 前後 "), pm.Prose("plan", "二つ目")],
        translations=[pm.Translation("en", phrases=(("人", " people"),))],
        language="あ/../b",
    )
    files = write_package(plan)
    assert not [it for it in files if "prose" in it or "translations" in it]
    assert load(write_folder(tmp_path / "odd", files)) == plan


@pytest.mark.parametrize(
    ("key", "name"),
    [("tottori-2nd", "tottori_2nd"), ("5th", "plan_5th"), ("class", "plan_class")],
)
def test_a_package_is_named_after_its_plan(key: str, name: str) -> None:
    """An id becomes a name that code can have."""
    assert package_name(key) == name


@pytest.mark.parametrize("name", ["計画", "a-b", "../x", "class", ""])
def test_a_package_has_a_name_that_code_can_have(name: str) -> None:
    """Any other name is refused; none at all means the plan's id."""
    plan = pm.Plan("fine", "計画", period=pm.FiscalYear(2019))
    if name:
        with pytest.raises(ModelError, match="name of a package"):
            write_package(plan, name=name)
    else:
        assert "fine/plan.py" in write_package(plan, name=name)


def test_what_code_imports_is_public() -> None:
    """Every name that written code imports from the library is one of its public names."""
    assert {name: getattr(pm, name) for name in PUBLIC} == PUBLIC
    assert set(FUNCTIONS) <= set(pm.__all__)


# --- folders ---------------------------------------------------------------------------------


def test_an_existing_folder_is_refused(tmp_path: Path) -> None:
    """Nothing in a folder that is there, or in a link to one, is touched."""
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    for name in ("there", "link"):
        with pytest.raises(DocumentError, match="exists already"):
            write_folder(tmp_path / name, {"a": "b"})
    assert sorted(it.name for it in tmp_path.iterdir()) == ["link", "there"]


@pytest.mark.parametrize(
    "path", ["../out", "/abs", "a/../../b", "a\\b", "c:x", "", "a//b", "./a", "a\0b"]
)
def test_no_path_leads_outside(path: str, tmp_path: Path) -> None:
    """A path that is not plainly inside the folder is refused before anything is written."""
    with pytest.raises(DocumentError, match="no path inside"):
        write_folder(tmp_path / "new", {"fine": "x", path: "y"})
    assert list(tmp_path.iterdir()) == []


def test_paths_that_collide_somewhere_are_refused(tmp_path: Path) -> None:
    """Two spellings that are one file on some systems are told together with other problems."""
    with pytest.raises(DocumentError) as caught:
        write_folder(tmp_path / "new", {"A": "", "a": "", "..": "", "Ａ": ""})
    assert len(caught.value.problems) == 3


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk half-way leaves no folder and no remains."""
    count = itertools.count()

    def full(_descriptor: int) -> None:
        if next(count) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError, match="No space left"):
        write_folder(tmp_path / "new", {f"f/{n}": "x" for n in range(5)})
    assert list(tmp_path.iterdir()) == []


def test_a_parent_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The folder above has to exist."""
    with pytest.raises(DocumentError, match="cannot be written"):
        write_folder(tmp_path / "gone" / "new", {"a": "b"})


# --- records ---------------------------------------------------------------------------------

RECORD = Record(
    pm.Derivation("hyogo-5th", "1", "計画\n\ud800", (("plan", "title:0"),), dt.date(2026, 4, 1)),
    (
        Decision("retention title:1", "rejected", dt.date(2026, 5, 1), "自県の名称"),
        Decision("retention title:1", "accepted"),
    ),
)


def test_a_record_is_read_back_as_written(tmp_path: Path) -> None:
    """Derivation and decisions survive the file; the last decision on an item holds."""
    file = tmp_path / "derivation.json"
    write_record(file, RECORD)
    assert read_record(file) == RECORD
    assert read_derivation(file) == RECORD.derivation
    assert RECORD.verdict("retention title:1") == "accepted"
    assert RECORD.verdict("other") is None
    left = pm.Derivation("a", "1", left=(("retention", "title"), ("retention", "unit")))
    assert parse_record(record_text(Record(left))) == Record(left)
    empty = attrs.evolve(RECORD, decisions=(), derivation=pm.Derivation("a", ""))
    assert parse_record(record_text(empty)) == empty


def test_everything_wrong_in_a_record_is_told_at_once() -> None:
    """Each wrong value has its path."""
    text = (
        '{"format": 2, "plan": 1, "version": null, "title": [], "made": "gestern",'
        ' "fingerprints": [["a"], 3], "decisions": [{"item": "x", "verdict": "maybe"}, 1,'
        ' {"item": "x", "verdict": "accepted", "on": 1}]}'
    )
    with pytest.raises(DocumentError) as caught:
        parse_record(text, file="d.json")
    places = [it.where.removeprefix("d.json: $.") for it in caught.value.problems]
    assert places == [
        "format",
        "plan",
        "version",
        "title",
        "made",
        "fingerprints[0]",
        "fingerprints[1]",
        "decisions[0]",
        "decisions[1]",
        "decisions[2]",
    ]


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"format": 1, "fingerprints": 1}', "[" * 9**5])
def test_what_is_no_record_is_refused(text: str) -> None:
    """Broken or foreign JSON is told as what it is."""
    with pytest.raises(DocumentError):
        parse_record(text)
