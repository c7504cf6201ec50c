"""A package in the making, loaded once before anybody is told that it is there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from planmodel.dsl.source.folders import write_folder
from planmodel.errors import DocumentError, ModelError, PlanmodelError, Problem
from planmodel.exchange.loading import load
from planmodel.text import say

__all__ = ["refuse_unloadable"]


def refuse_unloadable(files: Mapping[str, str | bytes]) -> None:
    """Load the package that *files* (by path) make, from a folder that is gone afterward.

    Raises:
        ModelError: it cannot be loaded; the place is in the package.
        DocumentError: no such folder can be written.
    """
    try:
        beside = Path(tempfile.mkdtemp(prefix="planmodel-"))
    except OSError as error:
        what = say("no folder can be written: {why}", "フォルダーに書けない: {why}",
                   why=error.strerror or error)  # fmt: skip
        hint = say("nothing was changed", "何も変更していない")
        raise DocumentError(Problem(what, tempfile.gettempdir(), hint=hint)) from error
    try:
        load(write_folder(beside / "package", files))
    except PlanmodelError as error:
        raise ModelError(*(_problem(it, beside / "package") for it in error.problems)) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _problem(it: Problem, folder: Path) -> Problem:
    where = it.where.removeprefix(f"{folder.resolve()}/")
    what = say(
        "the plan cannot be written as a package, which would not load: {why}",
        "計画をパッケージとして書き出せない（書いても読み込めない）: {why}",
        why=it.what,
    )
    return Problem(what, where, it.expected, it.hint)
