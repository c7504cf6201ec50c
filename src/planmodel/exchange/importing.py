"""Python plans imported afresh, each under its own name, with errors in the author's own lines."""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from weakref import WeakValueDictionary

from planmodel.errors import DocumentError, PlanmodelError, Problem, did_you_mean
from planmodel.exchange.finding import plans_here
from planmodel.text import say

__all__ = ["import_afresh", "import_named"]

_LOCK = threading.RLock()
_LOADED: WeakValueDictionary[str, ModuleType] = WeakValueDictionary()
"""The modules that stand in `sys.modules` because a plan was loaded."""


def import_named(name: str) -> ModuleType:
    """The module *name*, imported as any ``import`` would.

    Raises:
        DocumentError: there is no such module, or its code fails; the author's line is named.
    """
    with _told(name, None):
        return importlib.import_module(name)


def import_afresh(file: Path, home: Path) -> ModuleType:
    """The module in *file*, run again whatever was loaded before.

    It is imported under its own name (a package under that of its folder), so that relative and
    absolute imports inside *home* work. The modules of the plan loaded last under a name stay in
    `sys.modules`, because pickling and late lookups need them; modules of the same name that
    somebody else imported are put back.

    Raises:
        DocumentError: its code fails; the author's line is named.
    """
    is_package = file.name == "__init__.py"
    name = re.sub(r"\W", "_", file.parent.name if is_package else file.stem)
    if name in sys.stdlib_module_names or name in ("planmodel", "attrs", "attr", "cattrs", "pint"):
        raise DocumentError(
            Problem(
                say(
                    "the plan is called {name}, like a module that Python needs",
                    "計画の名前{name}は、Pythonが使うモジュールと同じである",
                    name=name,
                ),
                where=str(file),
                hint=say("give it another name", "別の名前にする"),
            )
        )
    with _LOCK, _told(str(file), home), _fresh_modules(name, home, is_package=is_package):
        search = [str(file.parent)] if is_package else None
        spec = importlib.util.spec_from_file_location(name, file, submodule_search_locations=search)
        if spec is None or spec.loader is None:
            raise ImportError(f"{file} is no Python file")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        return module


@contextmanager
def _fresh_modules(name: str, home: Path, *, is_package: bool) -> Generator[None]:
    """Without the modules of the plan inside; see `import_afresh` for what stays after."""
    own_name = {it: module for it, module in sys.modules.items() if _under(it, name)}
    beside = {it: module for it, module in _LOADED.items() if _is_ours(it) and _beside(it, home)}
    before = own_name | beside
    foreign = {it: module for it, module in own_name.items() if not _is_ours(it)}
    for it in before:
        del sys.modules[it]
    known = set(sys.modules)
    writes = sys.dont_write_bytecode
    # Cached code is told apart by second and size only: too coarse for a plan that was just edited.
    sys.dont_write_bytecode = True
    if not is_package:
        sys.path.insert(0, str(home))
    importlib.invalidate_caches()
    done = False
    try:
        yield
        done = True
    finally:
        sys.dont_write_bytecode = writes
        if not is_package and str(home) in sys.path:
            sys.path.remove(str(home))
        new = sys.modules.keys() - known
        ours = {it for it in new if _under(it, name) or (not is_package and _beside(it, home))}
        if foreign or not done:
            for it in ours:
                del sys.modules[it]
            sys.modules.update(foreign if done else before)
        else:
            _LOADED.update((it, sys.modules[it]) for it in ours)


def _is_ours(it: str) -> bool:
    return it in _LOADED and _LOADED[it] is sys.modules.get(it)


def _under(it: str, name: str) -> bool:
    return it == name or it.startswith(f"{name}.")


def _beside(it: str, home: Path) -> bool:
    """Whether the loaded module *it* is a neighbor in the folder *home*."""
    file = getattr(sys.modules.get(it), "__file__", None)
    top = it.partition(".")[0]
    neighbors = (home / f"{top}.py", home / top / "__init__.py")
    return (
        top != "planmodel"
        and bool(file)
        and Path(str(file)).is_relative_to(home)
        and any(path.is_file() for path in neighbors)
    )


@contextmanager
def _told(what: str, home: Path | None) -> Generator[None]:
    """Turn what the author's code raises into one error with the author's file and line."""
    try:
        yield
    except DocumentError:
        raise
    except (Exception, SystemExit) as error:
        where = _place(error, home) or what
        raise DocumentError(*_problems(error, where, what)) from error


def _problems(error: BaseException, where: str, what: str) -> list[Problem]:
    if isinstance(error, PlanmodelError):
        return [
            Problem(p.what, f"{where}: {p.where}" if p.where else where, p.expected, p.hint)
            for p in error.problems
        ]
    if (
        isinstance(error, ModuleNotFoundError)
        and error.name
        and f"{what}.".startswith(f"{error.name}.")
    ):
        return [
            Problem(
                say(
                    "there is no file, folder or module {name}",
                    "{name}というファイル、フォルダー、モジュールはない",
                    name=error.name,
                ),
                where=what,
                hint=did_you_mean(error.name, plans_here()),
            )
        ]
    from planmodel.exchange.authoring import slips

    known = slips(error)
    if known:
        return [it.at(where) for it in known]
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    return [
        Problem(
            say(
                "the plan's own code fails: {kind}: {message}",
                "計画のコードの実行に失敗した: {kind}: {message}",
                kind=type(error).__name__,
                message=message,
            ),
            where=where,
        )
    ]


def _place(error: BaseException, home: Path | None) -> str:
    """The last line of the author's own files on the way to *error*."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno}"
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    own = [it for it in frames if _is_authors(it.filename, home)]
    return f"{own[-1].filename}:{own[-1].lineno}" if own else ""


_INSTALLED = {"site-packages", "dist-packages"}
_NOT_AUTHORS = (Path(__file__).resolve().parent.parent, Path(os.__file__).resolve().parent)
"""The folders of the library and of Python."""


def _is_authors(filename: str, home: Path | None) -> bool:
    """Whether the author wrote *filename*: below *home*, where a library or Python may lie too."""
    if filename.startswith("<"):
        return False
    file = Path(filename).resolve()
    top = Path(file.anchor) if home is None else home.resolve()
    return (
        file.is_relative_to(top)
        and _INSTALLED.isdisjoint(file.relative_to(top).parts)
        and not any(it.is_relative_to(top) and file.is_relative_to(it) for it in _NOT_AUTHORS)
    )
