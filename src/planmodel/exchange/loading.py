"""Load plans, wherever they are, and find the facts that lie beside them.

Opening a ``.json`` document never runs code. Opening a folder, a ``.py`` file or a module runs
the Python it holds, as importing it would: open only what you would also run.
"""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType
from typing import Any, TypeGuard

import attrs

from planmodel.errors import DocumentError, Problem, UsageError
from planmodel.exchange.finding import (
    Found,
    Source,
    current_folder_first,
    find,
    template_names,
    template_path,
)
from planmodel.exchange.importing import import_afresh, import_named
from planmodel.files import read_bytes
from planmodel.model.plan import Plan
from planmodel.text import Text, say

__all__ = ["Source", "load", "observations_beside", "template_names", "template_path"]


def load(path_or_module: Source) -> Plan[Any]:
    """The plan that *path_or_module* names.

    It may be a folder (a package that exposes ``plan``, or the root of a distribution that holds
    one), a ``.py`` file that exposes ``plan``, a ``.json`` document, a module or the name of one
    (``my_plan``), ``module:attribute`` or ``file.py:attribute``, or the name of a shipped template
    (``hyogo_5th``). Modules are also looked for in the current folder.
    Files and folders are read afresh each time, and so are the classes of a plan's own vocabulary:
    two loads of one folder are equal once their words are data (`generalize`), and `changes` finds
    nothing between them. A plan is given back as it is.

    Raises:
        DocumentError: there is no such plan, or it cannot be read; for a plan written in Python,
            the place is the author's file and line, and ``__cause__`` is what was raised there.
    """
    if isinstance(path_or_module, Plan):
        return path_or_module
    if isinstance(path_or_module, ModuleType):
        return _plan_of(path_or_module, "plan", path_or_module.__name__)
    if not isinstance(path_or_module, (str, os.PathLike)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise UsageError(
            Problem(
                say("{it!r} names no plan", "{it!r}は計画を指していない", it=repr(path_or_module)),
                "path_or_module",
                say("a path, a module or its name", "パス、モジュール、またはその名"),
                say('write planmodel.load("town.py")', 'planmodel.load("town.py") のように書く'),
            )
        )
    found = find(path_or_module)
    if found.kind == "document":
        from planmodel.exchange.documents import from_json

        return from_json(read_bytes(found.path), file=str(found.path))
    if found.kind == "module":
        name, _, attribute = found.module.partition(":")
        with current_folder_first():
            return _plan_of(import_named(name), attribute or "plan", name)
    return _plan_of(_imported(found), found.attribute, str(found.path))


def _imported(found: Found) -> ModuleType:
    path = found.path.resolve()
    if found.kind == "package":
        return import_afresh(path / "__init__.py", path)
    if not path.is_file():
        read_bytes(found.path)  # says that there is no such file
    return import_afresh(path, path.parent)


def _plan_of(module: ModuleType, attribute: str, where: str) -> Plan[Any]:
    value: object = module
    for name in attribute.split("."):
        value = getattr(value, name, None)
    if not _is_plan(value):
        what = (
            say("it does not expose `{name}`", "`{name}`が公開されていない", name=attribute)
            if value is None
            else say(
                "`{name}` is no plan but {kind}",
                "`{name}`は計画ではない（{kind}）",
                name=attribute,
                kind=type(value).__name__,
            )
        )
        hint = _way_to_a_plan(module, attribute, is_there=value is not None)
        raise DocumentError(Problem(what, where=where, hint=hint))
    _settle(value)
    return value


def _way_to_a_plan(module: ModuleType, attribute: str, *, is_there: bool) -> Text | str:
    plans = [name for name, it in vars(module).items() if _is_plan(it)]
    if plans:
        from difflib import get_close_matches  # only who errs waits for it

        name = get_close_matches(attribute, plans, n=1) or plans
        return say(
            "load one by name: {module}:{name}",
            "{module}:{name} で読み込める",
            module=module.__name__,
            name=name[0],
        )
    if is_there or "." in attribute:
        return ""
    return say("write in it: {name} = Plan(…)", "その中に {name} = Plan(…) と書く", name=attribute)


def _is_plan(value: object) -> TypeGuard[Plan[Any]]:
    return isinstance(value, Plan)


def _settle(plan: Plan[Any]) -> None:
    """Resolve what the plan's classes name now: later, its modules may have been loaded anew."""
    _ = plan.vocabulary
    for cls in {type(plan), *(type(node) for node in plan.walk())}:
        if not cls.__module__.startswith("planmodel."):
            try:
                attrs.resolve_types(cls, include_extras=True)
            except NameError:
                # Said with its place when somebody writes or reads such a field.
                continue


def observations_beside(source: Source) -> Path | None:
    """The folder ``observations`` that lies beside the plan *source* names, if there is one.

    Nothing is run. A plan folder holds it inside, a file has it as a neighbor.
    """
    if isinstance(source, Plan):
        return _folder(Path(source.origin.file).parent) if source.origin.file else None
    if isinstance(source, ModuleType):
        file = getattr(source, "__file__", None)
        return _folder(Path(str(file)).parent) if file else None
    found = find(source)
    if found.kind == "module":
        from importlib.util import find_spec

        try:
            with current_folder_first():
                spec = find_spec(found.module.partition(":")[0])
        except (ImportError, ValueError):
            return None
        return _folder(Path(spec.origin).parent) if spec is not None and spec.origin else None
    return _folder(found.path if found.kind == "package" else found.path.parent)


def _folder(home: Path) -> Path | None:
    folder = home / "observations"
    return folder if folder.is_dir() else None
