"""Plans found by what they are, imported afresh, with errors in the author's own lines."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import planmodel
from planmodel.errors import DocumentError
from planmodel.exchange.loading import load, observations_beside, template_names, template_path

PLAN = """\
from planmodel import FiscalYear, Measure, Plan, frozen

@frozen
class Costed(Measure, word="事業"):
    cost: int = 0

plan = Plan("{id}", "{title}", period=FiscalYear(2020), sections=[Costed("m", "M", cost=3)])
"""


@pytest.fixture(autouse=True)
def no_leaks() -> Iterator[None]:
    """`sys.path` and foreign modules are as before; what tests loaded is taken away again."""
    path, modules = list(sys.path), dict(sys.modules)
    yield
    assert sys.path == path
    for name in set(sys.modules) - set(modules):
        if not name.startswith(("planmodel", "attr", "cattr", "pint")):
            del sys.modules[name]


def package(folder: Path, title: str = "計画", identifier: str = "a-plan") -> Path:
    """A plan package in *folder* that imports from itself both ways."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.py").write_text(f"TITLE = {title!r}\n", encoding="utf-8")
    (folder / "made.py").write_text(
        f"from {folder.name}.words import TITLE\n"
        + PLAN.format(id=identifier, title="x").replace("'x'", "TITLE").replace('"x"', "TITLE"),
        encoding="utf-8",
    )
    (folder / "__init__.py").write_text("from .made import plan\n", encoding="utf-8")
    return folder


def test_a_folder_is_a_plan(tmp_path: Path) -> None:
    """A package that exposes `plan` is loaded under its own name."""
    plan = load(package(tmp_path / "their_plan"))
    assert plan.title == "計画"
    assert type(plan.sections[0]).__module__ == "their_plan.made"
    assert plan.sections[0].origin.file.endswith("made.py")


def test_a_changed_folder_is_read_afresh(tmp_path: Path) -> None:
    """A second load sees a change made in the same second, and the first plan stays whole."""
    first = load(package(tmp_path / "their_plan", "前の題"))
    second = load(package(tmp_path / "their_plan", "後の題"))
    assert (first.title, second.title) == ("前の題", "後の題")
    assert planmodel.from_json(
        planmodel.to_json(first), type(first), words=[type(first.sections[0])]
    )
    assert pickle.loads(pickle.dumps(second)) == second  # noqa: S301 - our own bytes


def test_two_folders_of_one_name_are_two_plans(tmp_path: Path) -> None:
    """The name of a folder says nothing about which plan it is."""
    one = load(package(tmp_path / "a" / "their_plan", "一"))
    two = load(package(tmp_path / "b" / "their_plan", "二"))
    assert (one.title, two.title) == ("一", "二")


def test_somebody_elses_module_of_that_name_stays(tmp_path: Path) -> None:
    """A module imported by others under the same name is what they find afterwards."""
    theirs = types.ModuleType("their_plan")
    sys.modules["their_plan"] = theirs
    assert load(package(tmp_path / "their_plan")).title == "計画"
    assert sys.modules["their_plan"] is theirs
    assert "their_plan.made" not in sys.modules


@pytest.mark.parametrize("inside", ["", "src"])
def test_a_distribution_root_is_a_plan(tmp_path: Path, inside: str) -> None:
    """The package beside a ``pyproject.toml``, or under its ``src``, is found."""
    package(tmp_path / inside / "their_plan")
    package(tmp_path / "tests")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "their-plan"\n')
    assert load(tmp_path).title == "計画"


def test_of_several_packages_the_named_one_is_taken(tmp_path: Path) -> None:
    """The distribution's name decides; where it does not, both are named."""
    package(tmp_path / "their_plan", "これ")
    package(tmp_path / "helpers", "あれ")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "their-plan"\n')
    assert load(tmp_path).title == "これ"
    (tmp_path / "pyproject.toml").write_text("not toml")
    with pytest.raises(DocumentError, match="helpers, their_plan"):
        load(tmp_path)


def test_a_file_is_a_plan_and_sees_its_neighbors(tmp_path: Path) -> None:
    """A ``.py`` file imports modules beside it, afresh each time."""
    (tmp_path / "neighbor_words.py").write_text("TITLE = '一'\n", encoding="utf-8")
    text = "from neighbor_words import TITLE\n" + PLAN.format(id="p", title="x")
    (tmp_path / "their_file.py").write_text(text.replace('"x"', "TITLE"), encoding="utf-8")
    assert load(tmp_path / "their_file.py").title == "一"
    (tmp_path / "neighbor_words.py").write_text("TITLE = '二'\n", encoding="utf-8")
    assert load(str(tmp_path / "their_file.py")).title == "二"


def test_a_document_is_a_plan(tmp_path: Path) -> None:
    """A ``.json`` file is read as data; where it was read is remembered."""
    plan = load(package(tmp_path / "their_plan"))
    file = tmp_path / "plan.json"
    file.write_text(planmodel.to_json(plan), encoding="utf-8")
    read = load(file)
    assert planmodel.to_json(read) == planmodel.to_json(plan)
    assert str(read.sections[0].origin) == f"{file}:$.plan.sections[0]"


def test_a_module_is_a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module by name, with an attribute, or the module itself."""
    (tmp_path / "their_module.py").write_text(
        PLAN.format(id="p", title="題") + "draft = plan\nnumber = 3\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    plan = load("their_module")
    assert load("their_module:draft") is plan
    assert load(sys.modules["their_module"]) is plan
    assert load(plan) is plan
    with pytest.raises(DocumentError, match="`number` is no plan but int"):
        load("their_module:number")
    with pytest.raises(DocumentError, match="their_module:plan"):
        load("their_module:plann")


def test_the_template_is_a_plan() -> None:
    """The shipped plan is found by name, wherever the library is installed."""
    assert "hyogo_5th" in template_names()
    assert (template_path("hyogo_5th") / "pyproject.toml").is_file()
    plan = load("hyogo_5th")
    assert len(plan.indicators) == 15
    beside = observations_beside("hyogo_5th")
    assert beside is not None
    assert not planmodel.load_observations(beside).synthetic
    assert observations_beside(plan) is None or observations_beside(plan) == beside


def test_an_unknown_template_is_refused() -> None:
    """With the nearest name; a path is no name."""
    with pytest.raises(DocumentError, match="did you mean hyogo_5th"):
        template_path("hyogo_5")
    with pytest.raises(DocumentError, match="no plan"):
        template_path("../examples/hyogo_5th")


def test_facts_beside_a_plan_are_found(tmp_path: Path) -> None:
    """The folder ``observations`` lies in a package, or beside a file; nothing is run for it."""
    home = package(tmp_path / "their_plan")
    assert observations_beside(home) is None
    (home / "observations").mkdir()
    assert observations_beside(home) == home / "observations"
    assert observations_beside(home / "made.py") == home / "observations"
    (home / "plan.json").write_text("{}")
    assert observations_beside(home / "plan.json") == home / "observations"


@pytest.mark.parametrize(
    ("code", "line", "complaint"),
    [
        ("import planmodel\n\nplan = planmodel.Plan('x y', 't', period=1)\n", 3, "cannot be an id"),
        ("\nplan = (\n", 2, "never closed"),
        ("x = 1\nraise ValueError('no')\n", 2, "ValueError: no"),
        ("import no_such_module_anywhere\n", 1, "no_such_module_anywhere"),
        ("def f():\n    return 1 / 0\n\nplan = f()\n", 2, "ZeroDivisionError"),
        ("import sys\nsys.exit(3)\n", 2, "SystemExit"),
    ],
)
def test_an_error_in_a_plan_names_its_line(
    tmp_path: Path, code: str, line: int, complaint: str
) -> None:
    """What the author's code raises becomes one error with the author's file and line."""
    file = tmp_path / "their_broken_plan.py"
    file.write_text(code)
    with pytest.raises(DocumentError) as caught:
        load(file)
    assert complaint in str(caught.value)
    assert f"their_broken_plan.py:{line}" in str(caught.value)
    assert caught.value.__cause__ is not None
    assert "their_broken_plan" not in sys.modules


WRONG = """\
from planmodel import Measure, Section

class Project(Measure, word="project"): ...
class Policy(Section[Project], word="policy"): ...
class Goal(Section[Policy], word="goal"): ...

goal = Goal("a", "A")[Project("p", "P")]
"""


@pytest.mark.parametrize("inside", ["src", ".venv/lib/python3.11/site-packages"])
def test_an_error_beside_the_library_names_the_plan(tmp_path: Path, inside: str) -> None:
    """Where a checkout or its environment lies in the plan's folder, no line of it is blamed."""
    library = tmp_path / inside
    shutil.copytree(
        Path(planmodel.__file__).parent,
        library / "planmodel",
        ignore=shutil.ignore_patterns("__pycache__", "_templates"),
    )
    file = tmp_path / "their_wrong_plan.py"
    file.write_text(WRONG)
    code = "import sys; from planmodel.cli import main; sys.exit(main(sys.argv[1:]))"
    said = subprocess.run(
        [sys.executable, "-c", code, "check", file, "--lang", "en"],
        env={**os.environ, "PYTHONPATH": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stderr.startswith(f"error: {file}:7: Goal('a')[1]: Project 'p' cannot stand under")


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        (
            "class X(Measure, word='x'):\n    budget: int = 0\n\nX('m', 'M', budget=3)",
            "the class X declares budget without @frozen. write @frozen",
        ),
        ("Measure('m', 'M')[Measure('n', 'N')]", "Measure('m'): a measure has no children"),
        ("Measure('m', 'M', departmens=[])", "no argument 'departmens'. did you mean departments?"),
        ("Plan('p', 'P', perod=1, staus='')", "no argument 'staus'. did you mean status?"),
        ("planmodel.Plan('p', 'P', nonsense=1)", "Plan takes no argument 'nonsense' (expected id,"),
        ("Plan('p')", "Plan lacks title. write Plan(id, title, period=…)"),
        ("Plan('p', 'P')", "Plan lacks period. write Plan(id, title, period=…)"),
        ("Measure('m', 'M', [])", "more than it takes by position. write Measure(id, title)"),
        ("Measure('m', 'M', title='N')", "Measure is given title twice"),
        ("planmodel.load()", "load lacks path_or_module"),
        ("evolve(Measure('m', 'M'), titel='N')", "title"),
        ("Mesure('m', 'M')", "the name 'Mesure' is not defined. did you mean Measure?"),
        ("Stock('s', 'S', unit='件')", "write: from planmodel import Stock"),
        ("planmodel.Mesure", "planmodel has no 'Mesure'. did you mean Measure?"),
        ("from planmodel import Mesure", "planmodel has no 'Mesure'. did you mean Measure?"),
    ],
)
def test_a_slip_of_an_author_is_told_in_a_sentence(
    tmp_path: Path, code: str, complaint: str
) -> None:
    """What Python says of a call or a name becomes what to write instead, in both languages."""
    file = tmp_path / "their_slip.py"
    file.write_text(f"import planmodel\nfrom planmodel import Measure, Plan, evolve\n\n{code}\n")
    with pytest.raises(DocumentError) as caught:
        load(file)
    assert complaint in str(caught.value)
    line = 3 + code.count("\n") + 1
    assert all(it.where.startswith(f"{file}:{line}") for it in caught.value.problems)
    assert "Error" not in str(caught.value)
    assert caught.value.in_language("ja") != str(caught.value)


def test_a_type_error_of_the_authors_own_stays_as_python_says_it(tmp_path: Path) -> None:
    """Only calls of the library are put into other words."""
    file = tmp_path / "their_own.py"
    file.write_text("def mine(a): ...\n\nmine(b=1)\n")
    with pytest.raises(DocumentError, match=r"TypeError: mine\(\) got an unexpected keyword"):
        load(file)


def test_after_an_error_the_plan_loaded_before_is_still_there(tmp_path: Path) -> None:
    """A failed load changes nothing."""
    plan = load(package(tmp_path / "their_plan"))
    (tmp_path / "their_plan" / "words.py").write_text("1 / 0\n")
    with pytest.raises(DocumentError, match="ZeroDivisionError"):
        load(tmp_path / "their_plan")
    assert pickle.loads(pickle.dumps(plan)) == plan  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("no_such_plan_module", "there is no file, folder or module no_such_plan_module$"),
        ("no/such/path", "there is nothing here"),
        ("absent.json", "there is no such file"),
        ("absent.py", "there is no such file"),
        ("hyogo-5th", "did you mean hyogo_5th"),
        ("x" * 5000 + "/", "nothing here"),
        ("nul\0", "nothing here"),
        ("", "no plan"),
    ],
)
def test_what_names_no_plan_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, complaint: str
) -> None:
    """Always one clear error."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DocumentError, match=complaint):
        load(name)


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("os", r"does not expose `plan`. write in it: plan = Plan\(…\)$"),
        ("json:dumps", "`dumps` is no plan but function$"),
        ("mine.py", r"does not expose `plan`. write in it: plan = Plan\(…\)$"),
        ("two.py", r"load one by name: two:plan_b$"),
        ("two.py:plna_a", r"load one by name: two:plan_a$"),
    ],
)
def test_a_hint_names_plans_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, complaint: str
) -> None:
    """Nothing that merely sounds alike, such as a function of the same module."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.py").write_text("from planmodel import *\n")
    made = "Plan('a', 'A', period=FiscalYear(2020))"
    text = f"from planmodel import *\nplan_b = {made}\nplan_a = {made}\n"
    (tmp_path / "two.py").write_text(text)
    with pytest.raises(DocumentError, match=complaint):
        load(name)


@pytest.mark.parametrize("name", ["empty", "notes.txt", "json.py"])
def test_what_holds_no_plan_is_refused(tmp_path: Path, name: str) -> None:
    """An empty folder, another file, and a plan that would stand in Python's way."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("hello")
    (tmp_path / "json.py").write_text("plan = None")
    with pytest.raises(DocumentError):
        load(tmp_path / name)
    assert sys.modules["json"] is json


def test_loading_a_document_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document beside Python code is only read."""
    (tmp_path / "__init__.py").write_text("raise SystemExit")
    (tmp_path / "plan.json").write_text("{}")

    def forbidden(*_: Any) -> None:
        raise AssertionError("something was imported")

    monkeypatch.setattr("importlib.import_module", forbidden)
    with pytest.raises(DocumentError, match="no document of a plan"):
        load(tmp_path / "plan.json")
