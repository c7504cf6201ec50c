"""Plans in other formats: registered lazily, written whole or not at all, safe with any title."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import planmodel
from planmodel.errors import DocumentError, UsageError
from planmodel.exchange.exporting import export, format_names
from planmodel.exchange.formats.mermaid import label
from planmodel.model.plan import Plan
from planmodel.periods import FiscalYear
from planmodel.testing import plans
from planmodel.testing.parts import HOSTILE

quick = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def hyogo() -> Plan[Any]:
    """The shipped example."""
    return planmodel.load("hyogo_5th")


def tables(plan: Plan[Any], folder: Path) -> dict[str, list[dict[str, str]]]:
    """The tidy tables of *plan* by name, read back."""
    export(plan, "csv", folder)
    return {
        file.stem: list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
        for file in folder.glob("*.csv")
    }


def register(monkeypatch: pytest.MonkeyPatch, *points: tuple[str, str]) -> None:
    """Let distributions claim these formats."""
    found = [EntryPoint(name, value, "planmodel.formats") for name, value in points]
    monkeypatch.setattr("planmodel.exchange.exporting.entry_points", lambda _: found)


def own_format(plan: Plan[Any], *, shout: bool = False) -> str:
    """A format that a distribution adds."""
    return plan.title.upper() if shout else plan.title


def bad_files(_plan: Plan[Any]) -> dict[str, bytes]:
    """A format that would write outside its folder."""
    return {"../outside.txt": b"x"}


def test_json_is_the_document(hyogo: Plan[Any], tmp_path: Path) -> None:
    """As text and as a file, with the options of the format."""
    assert export(hyogo, "json") == planmodel.to_json(hyogo) + "\n"
    path = export(hyogo, "json", tmp_path / "plan.json", indent=None)
    assert path == tmp_path / "plan.json"
    assert planmodel.load(path) == planmodel.from_json(planmodel.to_json(hyogo))


def test_the_tables_say_what_the_plan_says(hyogo: Plan[Any], tmp_path: Path) -> None:
    """Every node, indicator, target and responsibility is a row; numbers are plain."""
    found = tables(hyogo, tmp_path / "tables")
    assert [row["id"] for row in found["outline"]] == [node.id for node in hyogo.walk()]
    assert len(found["indicators"]) == len(found["targets"]) == 15
    pairs = {(row["node"], row["department"]) for row in found["outline_departments"]}
    assert pairs == {(node.id, ref.id) for node in hyogo.walk() for ref in node.departments}
    first = found["indicators"][0]
    assert (first["baseline"], first["baseline_unit"]) == ("2329", "グループ")
    assert (first["baseline_period"], first["baseline_first_day"]) == ("FY2017", "2017-04-01")
    silent = {(row["about"], row["what"]) for row in found["absences"]}
    assert any(what == "children" for _, what in silent)


@quick
@given(plan=plans(hostile=True))
def test_tables_of_any_plan_are_tidy(
    plan: Plan[Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every row has the cells of its header, on one line, and none begins a formula."""
    folder = tmp_path_factory.mktemp("tables")
    export(plan, "csv", folder / "tables")
    for file in (folder / "tables").iterdir():
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert all(re.fullmatch("[a-z_]+", name) for name in rows[0])
        cells = [cell for row in rows[1:] for cell in row]
        assert not [it for it in cells if re.search("[\x00-\x1f\u2028\u2029]", it)]
        assert not [it for it in cells if it[:1] in ("=", "@", "+") or re.match(r"-\D", it)]


def test_tables_come_as_a_zip_file_too(hyogo: Plan[Any], tmp_path: Path) -> None:
    """The same files, and the same bytes each time; with a byte order mark where asked."""
    one = export(hyogo, "csv", tmp_path / "one.zip")
    two = export(hyogo, "csv", tmp_path / "two.zip")
    assert Path(one).read_bytes() == Path(two).read_bytes()
    export(hyogo, "csv", tmp_path / "bom", bom=True)
    with zipfile.ZipFile(one) as archive:
        assert set(archive.namelist()) == {it.name for it in (tmp_path / "bom").iterdir()}
        assert (tmp_path / "bom" / "plan.csv").read_bytes() == b"\xef\xbb\xbf" + archive.read(
            "plan.csv"
        )


def test_an_earlier_export_is_replaced_and_nothing_else_is(
    hyogo: Plan[Any], tmp_path: Path
) -> None:
    """A folder with other files in it stays as it is."""
    folder = tmp_path / "tables"
    export(hyogo, "csv", folder)
    export(hyogo, "csv", folder)
    (folder / "precious.txt").write_text("mine")
    before = sorted(folder.iterdir())
    with pytest.raises(DocumentError, match="something else"):
        export(hyogo, "csv", folder)
    assert sorted(folder.iterdir()) == before
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("name", ["csv", "json"])
def test_an_export_that_fails_leaves_nothing(hyogo: Plan[Any], tmp_path: Path, name: str) -> None:
    """Without its parent folder nothing is made."""
    with pytest.raises(DocumentError, match="nothing was changed"):
        export(hyogo, name, tmp_path / "absent" / "out")
    assert list(tmp_path.iterdir()) == []


def test_the_outline_is_a_flowchart(hyogo: Plan[Any]) -> None:
    """Each node has a box and an arrow from what it stands under."""
    text = str(export(hyogo, "mermaid", direction="TB"))
    boxes = re.findall(r'^  (n\d+)\["[^"]*"\]$', text, re.MULTILINE)
    arrows = re.findall(r"^  n\d+ --> n\d+$", text, re.MULTILINE)
    assert text.startswith("flowchart TB\n")
    assert len(boxes) == len(arrows) + 1 == len(list(hyogo.walk())) + 1
    fewer = str(export(hyogo, "mermaid", measures=False))
    assert len(fewer) < len(text)
    with pytest.raises(UsageError, match="LR, TB, RL, BT"):
        export(hyogo, "mermaid", direction="up")


@quick
@given(plans(hostile=True))
def test_no_title_breaks_a_flowchart(plan: Plan[Any]) -> None:
    """Whatever the titles, each line is a box, an arrow or the head."""
    line = re.compile(r'  (?:n\d+\["[^"\n\[\]{}<>`\\%]*"\]|n\d+ (?:-->|-\.->) n\d+)')
    head, *lines = str(export(plan, "mermaid")).splitlines()
    assert head == "flowchart LR"
    assert [it for it in lines if not line.fullmatch(it)] == []


@pytest.mark.parametrize("title", HOSTILE)
def test_a_label_holds_its_title(title: str) -> None:
    """Markup stands as codes; what is left reads as the title did."""
    shown = re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label(title)[1:-1])
    assert shown.rstrip("…") in re.sub(
        r"[\x00-\x08\u200b\u202e\u2066\ufeff\u200d]", "", " ".join(title.split())
    )


def test_formats_are_known_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's own and those that distributions add, with their options."""
    register(monkeypatch, ("own", f"{__name__}:own_format"))
    assert {"csv", "html", "json", "markdown", "mermaid", "own"} <= set(format_names())
    plan = Plan("p", "title", period=FiscalYear(2020))
    assert export(plan, "own", shout=True) == "TITLE"


def test_what_is_no_format_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Unknown names and options, claims that collide, and what cannot be loaded."""
    plan = Plan("p", "title", period=FiscalYear(2020))
    with pytest.raises(UsageError, match="did you mean mermaid"):
        export(plan, "mermade")
    with pytest.raises(UsageError, match="indent"):
        export(plan, "json", indnt=3)
    with pytest.raises(UsageError, match="needs a place"):
        export(plan, "csv")
    register(monkeypatch, ("broken", "no_such_module:x"), ("bad", f"{__name__}:bad_files"))
    with pytest.raises(UsageError, match="cannot be loaded"):
        export(plan, "broken")
    with pytest.raises(DocumentError, match="cannot be called"):
        export(plan, "bad", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
    register(monkeypatch, ("json", "somebody:else"))
    with pytest.raises(UsageError, match="stands twice"):
        export(plan, "json")


def test_reports_are_formats_too(hyogo: Plan[Any]) -> None:
    """The renderers of reports are reached by name."""
    text = str(export(hyogo, "markdown", language="en"))
    assert hyogo.title_of(hyogo, "en") in text.replace("\\", "")
    assert json.dumps(text)
