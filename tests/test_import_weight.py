"""Starting is cheap: importing the library, or asking for help, loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import planmodel

HEAVY = {
    "attr",
    "attrs",
    "cattrs",
    "decimal",
    "hypothesis",
    "importlib.metadata",
    "jinja2",
    "json",
    "msgspec",
    "numpy",
    "orjson",
    "pint",
    "python_calamine",
    "rich",
    "scipy",
    "sphinx",
    "unittest",
    "xlsxwriter",
}

HELP = """\
from planmodel.cli import main
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()) as said:
    try:
        main(["--help"])
    except SystemExit as stopped:
        assert stopped.code in (0, None), stopped
assert "planmodel" in said.getvalue()
"""


CHECK = """\
from planmodel.cli import main
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()) as said:
    assert main(["check", {plan!r}, "--fail-on", "never"]) == 0
assert "PM202" in said.getvalue()
"""


def modules_after(code: str) -> set[str]:
    """The modules that a new interpreter holds after running *code*."""
    listing = "\nimport sys\nsys.__stdout__.write('\\n'.join(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", code + listing], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


@pytest.mark.parametrize("code", ["import planmodel", HELP], ids=["import", "help"])
def test_starting_loads_no_heavy_module(code: str) -> None:
    """Neither ``import planmodel`` nor ``planmodel --help`` loads a dependency or a slow module."""
    loaded = modules_after(code) - modules_after("")
    assert "planmodel" in loaded
    assert loaded & HEAVY == set()


def test_importing_the_library_loads_little_but_itself() -> None:
    """``import planmodel`` adds fewer than five modules to a bare interpreter."""
    added = modules_after("import planmodel") - modules_after("")
    assert len(added) < 5, sorted(added)


def test_checking_a_document_loads_nothing_for_what_is_not_in_it(tmp_path: Path) -> None:
    """A document without mistakes and types of others is checked without what they would need."""
    plan = tmp_path / "plan.json"
    plan.write_text(planmodel.to_json(planmodel.load("hyogo_5th")), "utf-8")
    loaded = modules_after(CHECK.format(plan=str(plan)))
    assert "planmodel.checks.rules.left_undecided" in loaded
    needless = {"cattrs", "difflib", "importlib.metadata", "pint", "planmodel.dsl.wording"}
    assert loaded & needless == set()


def test_a_heavy_import_would_be_noticed() -> None:
    """The measurement sees a heavy module where one is really loaded."""
    assert HEAVY & modules_after("import attrs, importlib.metadata") >= {
        "attrs",
        "importlib.metadata",
    }
