"""Plans found by what they are: a folder, a file, a module, or a name of a shipped template."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, TypeAlias

from attrs import frozen

from planmodel.errors import DocumentError, Problem, did_you_mean
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = [
    "Found",
    "Source",
    "current_folder_first",
    "find",
    "find_package",
    "plans_here",
    "template_names",
    "template_path",
]

Source: TypeAlias = str | os.PathLike[str] | ModuleType | Plan[Any]
"""What a plan can be loaded from."""

_MODULE = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*(?::[^\W\d]\w*(?:\.[^\W\d]\w*)*)?")
_NOT_PLANS = {"tests", "test", "docs", "tools", "build", "dist"}


@frozen
class Found:
    """What a source turned out to be: a place on disk, or the name of a module."""

    kind: Literal["package", "python", "document", "module"]
    path: Path = Path()
    module: str = ""
    attribute: str = "plan"


def find(source: str | os.PathLike[str]) -> Found:
    """What *source* means, without running anything but the imports of parent packages.

    A path that exists comes first, then an importable module, then a shipped template.

    Raises:
        DocumentError: it means nothing.
    """
    path = Path(source)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except OSError:  # a name that no file can have
        is_folder = exists = False
    if is_folder:
        return Found("package", find_package(path))
    if path.suffix in (".json", ".py") or exists:
        if path.suffix not in (".json", ".py"):
            raise DocumentError(
                Problem(
                    say("this is no plan", "計画のファイルではない"),
                    where=str(path),
                    expected=_EXPECTED,
                )
            )
        return Found("document" if path.suffix == ".json" else "python", path)
    name = os.fspath(source)
    file, _, attribute = name.rpartition(":")
    if file.endswith(".py") and _MODULE.fullmatch(attribute):
        return Found("python", Path(file), attribute=attribute)
    if isinstance(source, str) and _MODULE.fullmatch(name):
        if name not in template_names() or _is_module(name):
            return Found("module", module=name)
        return Found("package", find_package(template_path(name)))
    raise DocumentError(
        Problem(
            say("there is nothing here", "何も見つからない"),
            where=name,
            expected=_EXPECTED,
            hint=did_you_mean(name, plans_here()),
        )
    )


def plans_here() -> tuple[str, ...]:
    """What may be a plan: the folders, documents and Python files beside, and what is shipped."""
    try:
        beside = sorted(Path().iterdir())
    except OSError:
        beside = []
    files = [it.name for it in beside if it.suffix in (".py", ".json") and it.is_file()]
    folders = [
        it.name
        for it in beside
        if it.name not in _NOT_PLANS and not it.name.startswith(".") and it.is_dir()
    ]
    return (*folders, *files, *template_names())


_EXPECTED = say(
    "a folder with a plan, a .py or .json file, a module, or module:attribute",
    "計画のフォルダー、.pyか.jsonのファイル、モジュール名、または モジュール:属性",
)


def _is_module(name: str) -> bool:
    from importlib.util import find_spec

    with current_folder_first():
        try:
            return name in sys.modules or find_spec(name) is not None
        except (ImportError, ValueError):
            return False


@contextmanager
def current_folder_first() -> Generator[None]:
    """Inside, modules of the current folder are found before others, as by ``python -m``."""
    here = os.getcwd()  # noqa: PTH109 - an entry of sys.path is text
    if here in sys.path or "" in sys.path:
        yield
        return
    sys.path.insert(0, here)
    try:
        yield
    finally:
        if here in sys.path:
            sys.path.remove(here)


def find_package(folder: Path) -> Path:
    """The package with the plan: *folder* itself, or the one of the distribution rooted there.

    Raises:
        DocumentError: there is none, or several and nothing says which.
    """
    if (folder / "__init__.py").is_file():
        return folder
    places = [folder, folder / "src"] if (folder / "pyproject.toml").is_file() else []
    packages = sorted(
        init.parent
        for place in places
        for init in place.glob("*/__init__.py")
        if init.parent.name not in _NOT_PLANS
    )
    if len(packages) > 1:
        named = _project_name(folder / "pyproject.toml")
        packages = [it for it in packages if it.name == named] or packages
    if len(packages) == 1:
        return packages[0]
    if not packages:
        raise DocumentError(
            Problem(
                say("the folder holds no plan", "フォルダーに計画がない"),
                where=str(folder),
                expected=say(
                    "an __init__.py that exposes `plan`, or a pyproject.toml beside such a package",
                    "`plan`を公開する__init__.py、またはそのパッケージの隣のpyproject.toml",
                ),
            )
        )
    raise DocumentError(
        Problem(
            say(
                "the folder holds several packages: {names}",
                "フォルダーに複数のパッケージがある: {names}",
                names=[it.name for it in packages],
            ),
            where=str(folder),
            hint=say("name the folder of one of them", "いずれか一つのフォルダーを指定する"),
        )
    )


def _project_name(file: Path) -> str:
    import tomllib

    try:
        name: object = tomllib.loads(file.read_text(encoding="utf-8"))["project"]["name"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return re.sub(r"[-.]+", "_", str(name))


def _template_homes() -> list[Path]:
    package = Path(__file__).resolve().parent.parent
    # The wheel carries the templates inside; a checkout has them beside the sources.
    return [package / "_templates", package.parent.parent / "examples"]


def template_names() -> tuple[str, ...]:
    """The names of the shipped plans."""
    homes = [home for home in _template_homes() if home.is_dir()]
    return tuple(sorted({it.parent.name for home in homes for it in home.glob("*/pyproject.toml")}))


def template_path(name: str) -> Path:
    """The folder of the shipped plan *name*, such as ``hyogo_5th``: the root of its distribution.

    Raises:
        DocumentError: no such plan is shipped.
    """
    known = template_names()
    if name in known:
        for home in _template_homes():
            if (home / name / "pyproject.toml").is_file():
                return home / name
    raise DocumentError(
        Problem(
            say("no plan '{name}' is shipped", "「{name}」という計画は同梱されていない", name=name),
            expected=", ".join(known),
            hint=did_you_mean(name, known),
        )
    )
