"""The rooms of the library import downwards only, and heavy modules only where they are used."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

LAYERS = {
    "_memory": 0,
    "_plugins": 0,
    "_types": 0,
    "_version": 0,
    "errors": 0,
    "files": 0,
    "text": 0,
    "periods": 1,
    "units": 1,
    "model": 2,
    "dsl": 3,
    "observations": 3,
    "checks": 4,
    "evaluation": 4,
    "collection": 5,
    "exchange": 5,
    "portfolio": 5,
    "reports": 5,
    "testing": 6,
    "cli": 7,
    "sphinxext": 7,
    "__main__": 8,
}
SIDEWAYS = {("errors", "text"), ("files", "errors"), ("files", "text")}
"""The only arrows between rooms of one layer."""

APART = ("checks.rules", "exchange.formats")
"""Packages whose public modules do not import each other: one rule or one format each."""

CORE = {"attrs", "attr", "cattrs", "pint"}
ONLY_IN = {"pint": "units"}
EXTRAS: dict[str, set[str]] = {
    "docutils": {"sphinxext"},
    "hypothesis": {"testing"},
    "jinja2": set(),
    "markupsafe": set(),
    "msgspec": set(),
    "orjson": set(),
    "python_calamine": set(),
    "rich": set(),
    "scipy": set(),
    "sphinx": {"sphinxext"},
    "xlsxwriter": set(),
}
"""Modules of extras, and the rooms that may import them at module level."""


@frozen
class Import:
    """One import statement: who, whom, in which line, and whether it runs on import."""

    importer: str
    target: str
    line: int
    on_import: bool

    @property
    def room(self) -> str:
        """The room that imports; the package itself is the room with the empty name."""
        return self.importer.partition(".")[2].partition(".")[0]


def imports_of(root: Path) -> Iterator[Import]:
    """Every import of the package in *root*, wherever it stands in a module."""
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        module = ".".join(parts[:-1] if is_package else parts)
        package = module if is_package else module.rpartition(".")[0]
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from _walk(tree, module, package, on_import=True)


def _walk(node: ast.AST, module: str, package: str, *, on_import: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        inside = isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        typing_only = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
        for target in _targets(child, package):
            yield Import(module, target, getattr(child, "lineno", 0), on_import)
        runs = on_import and not inside and not typing_only
        yield from _walk(child, module, package, on_import=runs)


def _targets(node: ast.AST, package: str) -> list[str]:
    """The modules that a statement imports; ``from a import b`` may mean the module ``a.b``."""
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=module, names=names, level=level):
            base = ".".join(package.split(".")[: len(package.split(".")) - level + 1])
            start = ".".join(part for part in (base if level else "", module or "") if part)
            return [f"{start}.{alias.name}" for alias in names]
        case ast.Call(func=ast.Name(id="import_module") | ast.Attribute(attr="import_module")):
            first = node.args[0] if node.args else None
            known = isinstance(first, ast.Constant) and isinstance(first.value, str)
            return [str(first.value)] if isinstance(first, ast.Constant) and known else []
        case _:
            return []


def rooms_of(root: Path) -> set[str]:
    """The modules and packages right under *root*."""
    modules = {path.stem for path in root.glob("*.py")} - {"__init__"}
    return modules | {path.parent.name for path in root.glob("*/__init__.py")}


def violations(root: Path) -> list[str]:
    """Everything in the package that breaks the rules of the house."""
    unknown = rooms_of(root) - LAYERS.keys()
    found = [f"the room {room} has no layer: add it to LAYERS" for room in sorted(unknown)]
    for one in imports_of(root):
        problem = problem_of(one, root.name)
        if problem:
            found.append(f"{one.importer}:{one.line} imports {one.target}: {problem}")
    return found


def problem_of(one: Import, package: str) -> str:
    """What is wrong with one import, or nothing."""
    top, _, rest = one.target.partition(".")
    if top != package:
        return _problem_outside(one, top)
    room = rest.partition(".")[0]
    if not one.room or one.room == room or one.room not in LAYERS:
        return _problem_apart(one, package)
    if room not in LAYERS:
        allowed = room == "__version__" or LAYERS[one.room] >= LAYERS["cli"]
        return "" if allowed else "the front door is for users: import from a room"
    if LAYERS[room] > LAYERS[one.room]:
        return f"upward, from layer {LAYERS[one.room]} to layer {LAYERS[room]}"
    if LAYERS[room] == LAYERS[one.room] and (one.room, room) not in SIDEWAYS:
        return f"sideways, between rooms of layer {LAYERS[room]}"
    return ""


def _problem_outside(one: Import, top: str) -> str:
    if one.target.startswith("importlib.metadata") and one.on_import:
        return "it is slow: import it inside the function that needs it"
    if top in sys.stdlib_module_names:
        return ""
    if top in ONLY_IN and one.room != ONLY_IN[top]:
        return f"only {ONLY_IN[top]} may"
    if top in EXTRAS:
        if one.on_import and one.room not in EXTRAS[top]:
            return "an extra is imported inside the function that needs it"
        return ""
    return "" if top in CORE else "it is no dependency of the library"


def _problem_apart(one: Import, package: str) -> str:
    for folder in APART:
        prefix = f"{package}.{folder}."
        if one.importer.startswith(prefix) and one.target.startswith(prefix):
            mine, other = (
                name.removeprefix(prefix).partition(".")[0] for name in (one.importer, one.target)
            )
            if mine != other and not other.startswith("_"):
                return f"modules of {folder} stand apart"
    return ""


def test_the_library_keeps_the_rules(checkout: Path) -> None:
    """No import of the library goes up, sideways, or to a heavy module too early."""
    assert violations(checkout / "src" / "planmodel") == []


def test_there_is_something_to_check(checkout: Path) -> None:
    """The reader of imports finds the arrows that are certainly there."""
    arrows = {(one.importer, one.target) for one in imports_of(checkout / "src" / "planmodel")}
    assert ("planmodel.errors", "planmodel.text.say") in arrows
    assert len(arrows) > 20


@pytest.mark.parametrize(
    ("where", "statement", "complaint"),
    [
        ("model/plan.py", "from planmodel.checks import check", "upward, from layer 2 to layer 4"),
        ("model/plan.py", "from planmodel import checks", "upward"),
        ("model/plan.py", "import planmodel.checks", "upward"),
        ("model/plan.py", "from ..checks import check", "upward"),
        ("model/__init__.py", "from ..checks import check", "upward"),
        ("model/plan.py", "def f():\n    from planmodel.cli import main", "upward"),
        ("model/plan.py", "def f():\n    import_module('planmodel.cli')", "upward"),
        ("units/read.py", "from planmodel.periods import parse", "sideways"),
        ("text.py", "from planmodel.errors import Problem", "sideways"),
        ("reports/html.py", "from planmodel import Plan", "front door"),
        ("reports/html.py", "import planmodel", "front door"),
        ("novelty/__init__.py", "", "the room novelty has no layer"),
        ("novelty.py", "", "the room novelty has no layer"),
        ("model/plan.py", "def f():\n    import pint", "only units may"),
        ("reports/html.py", "import jinja2", "an extra is imported inside"),
        ("reports/html.py", "from rich.table import Table", "an extra is imported inside"),
        ("reports/html.py", "class A:\n    import orjson", "an extra is imported inside"),
        ("cli/__init__.py", "import requests", "no dependency"),
        ("cli/__init__.py", "from importlib.metadata import version", "slow"),
        ("cli/__init__.py", "from importlib import metadata", "slow"),
        ("checks/rules/a.py", "from planmodel.checks.rules.b import B", "stand apart"),
        ("checks/rules/a.py", "from .b import B", "stand apart"),
    ],
)
def test_a_broken_rule_is_found(tmp_path: Path, where: str, statement: str, complaint: str) -> None:
    """One bad line in an otherwise empty package is the one thing that is reported."""
    write_module(tmp_path, where, statement)
    found = violations(tmp_path / "planmodel")
    assert len(found) == 1
    assert complaint in found[0]


@pytest.mark.parametrize(
    ("where", "statement"),
    [
        ("checks/run.py", "from planmodel.model import Plan"),
        ("checks/run.py", "from planmodel.checks.rules import a"),
        ("checks/run.py", "from . import rules"),
        ("checks/rules/a.py", "from planmodel.checks.rules._helpers import f"),
        ("errors.py", "from planmodel.text import say"),
        ("cli/check.py", "import planmodel"),
        ("reports/html.py", "from planmodel import __version__"),
        ("units/registry.py", "import pint"),
        ("testing/strategies.py", "import hypothesis"),
        ("reports/html.py", "def f():\n    import jinja2"),
        ("reports/html.py", "if TYPE_CHECKING:\n    import jinja2"),
        ("__init__.py", "def __getattr__(name):\n    from planmodel.cli import main"),
        ("model/plan.py", "import re, decimal\nfrom attrs import frozen"),
    ],
)
def test_a_good_import_is_let_through(tmp_path: Path, where: str, statement: str) -> None:
    """Downward imports, and extras where they are used, are no violations."""
    write_module(tmp_path, where, statement)
    assert violations(tmp_path / "planmodel") == []


def write_module(folder: Path, where: str, statement: str) -> None:
    """A package ``planmodel`` in *folder* that holds this one module."""
    path = folder / "planmodel" / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(statement + "\n", encoding="utf-8")
