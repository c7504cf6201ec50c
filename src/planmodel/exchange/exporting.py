"""Plans written in any format, whole or not at all.

A format is a function of a plan that gives a text, bytes, or a mapping of file names to these.
The library's own are ``json``, ``csv``, ``mermaid``, ``html`` and ``markdown``; a distribution
adds others by entry points of the group ``planmodel.formats``, looked for when first needed.
"""

from __future__ import annotations

import io
import os
import re
import secrets
import shutil
import zipfile
from collections.abc import Callable, Mapping
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

from planmodel._plugins import entry_points
from planmodel.errors import DocumentError, Problem, UsageError, did_you_mean
from planmodel.files import write_bytes
from planmodel.model.plan import Plan
from planmodel.text import Text, say

__all__ = ["GROUP", "Format", "export", "format_names"]

GROUP: Final = "planmodel.formats"
"""The group of entry points that add formats."""

Format: TypeAlias = Callable[..., str | bytes | Mapping[str, str | bytes]]
"""A function of a plan and options given by name; a mapping becomes a folder or a zip file."""

_OWN = {
    "csv": "planmodel.exchange.formats.csv_tables:render",
    "html": "planmodel.reports.html:render_html",
    "json": "planmodel.exchange.formats.json_document:render",
    "markdown": "planmodel.reports.markdown:render_markdown",
    "mermaid": "planmodel.exchange.formats.mermaid:render",
}
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*(?:/[A-Za-z0-9][A-Za-z0-9_.-]*)*")
_OF_ONE_FILE = {".txt", ".tsv", ".xls", ".xlsx"}
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def format_names() -> tuple[str, ...]:
    """The names of all formats, the library's own and those of other distributions.

    Raises:
        UsageError: two distributions claim the same name.
    """
    return tuple(sorted(_all()))


def export(
    plan: Plan[Any],
    format: str,  # noqa: A002 - the word everybody uses
    to: str | os.PathLike[str] | None = None,
    **options: object,
) -> str | Path:
    """Write *plan* in *format* to the file or folder *to*; its path, or the text without one.

    Formats of several files (``csv``) write a new folder, or a zip file where *to* ends in
    ``.zip``. A file and a folder of an earlier export are replaced; a folder that holds anything
    else is not. *options* are those of the format (``bom=True`` for ``csv``, ``indent=None`` for
    ``json``, ``direction="TB"`` for ``mermaid``, ``language="en"`` for reports).

    Raises:
        UsageError: the format or an option is unknown, or *to* is needed.
        DocumentError: it cannot be written; nothing was changed then.
    """
    make = _format(format)
    try:
        signature(make).bind(plan, **options)
    except TypeError as error:
        raise UsageError(
            Problem(
                say("the format takes no such options", "この形式にその指定はない"),
                where=format,
                expected=", ".join(list(signature(make).parameters)[1:]),
                hint=str(error),
            )
        ) from error
    made = make(plan, **options)
    if isinstance(made, Mapping):
        if to is None:
            raise _needed(format, say("it is several files", "複数のファイルになる"))
        files = {name: _bytes(content) for name, content in made.items()}
        return _write_files(Path(to), files)
    if to is not None:
        return write_bytes(to, _bytes(made))
    if isinstance(made, str):
        return made
    raise _needed(format, say("it is no text", "文字列ではない"))


def _needed(name: str, why: Text) -> UsageError:
    return UsageError(
        Problem(
            say("the format needs a place to write to: {why}", "書き出す先が要る: {why}", why=why),
            where=name,
            hint=say("name a file or a folder", "ファイルかフォルダーを指定する"),
        )
    )


def _bytes(content: str | bytes) -> bytes:
    # A lone surrogate has no bytes; a question mark is what every terminal shows for it.
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")


def _all() -> dict[str, object]:
    found: dict[str, object] = dict(_OWN)
    problems: list[Problem] = []
    for point in entry_points(GROUP):
        if found.get(point.name, point.value) != point.value:
            problems.append(
                Problem(
                    say("the format stands twice", "同じ名前の形式が二つある"),
                    where=f"{GROUP}: {point.name} = {point.value}",
                    hint=say("uninstall one of the two", "どちらかを取り除く"),
                )
            )
        found.setdefault(point.name, point.value)
    if problems:
        raise UsageError(*problems)
    return found


def _format(name: str) -> Format:
    formats = _all()
    place = formats.get(name)
    if place is None:
        raise UsageError(
            Problem(
                say("there is no format {name!r}", "{name!r}という形式はない", name=name),
                where="format",
                expected=", ".join(sorted(formats)),
                hint=did_you_mean(name, formats),
            )
        )
    module, _, attribute = str(place).partition(":")
    try:
        return cast("Format", getattr(import_module(module), attribute))
    except (ImportError, AttributeError) as error:
        raise UsageError(
            Problem(
                say(
                    "the format cannot be loaded: {why}",
                    "形式を読み込めない: {why}",
                    why=str(error),
                ),
                where=f"{GROUP}: {name} = {place}",
            )
        ) from error


def _write_files(target: Path, files: Mapping[str, bytes]) -> Path:
    bad = [name for name in files if not _PLAIN_NAME.fullmatch(name)]
    if bad:
        raise DocumentError(
            Problem(
                say("a file cannot be called {bad}", "ファイル名にできない: {bad}", bad=bad),
                where=str(target),
            )
        )
    if target.suffix.lower() == ".zip":
        return write_bytes(target, _zipped(files))
    ending = target.suffix.lower()
    if ending in {*(Path(it).suffix for it in files), *_OF_ONE_FILE} and not target.is_dir():
        raise UsageError(
            Problem(
                say("it is several files, not one", "複数のファイルになり、一つには収まらない"),
                where=str(target),
                hint=say(
                    "name a folder, or a file that ends in .zip",
                    "フォルダーか、.zipで終わるファイルを指定する",
                ),
            )
        )
    strange = [it for it in _files_in(target) if it not in files]
    if strange or (target.exists() and not target.is_dir()):
        raise DocumentError(
            Problem(
                say("there is something else already", "既に別のものがある"),
                where=str(target),
                hint=say("choose an empty or a new folder", "空か新しいフォルダーを選ぶ"),
            )
        )
    try:
        _swap_in(target, files)
    except OSError as error:
        raise DocumentError(
            Problem(
                say(
                    "the folder cannot be written: {why}",
                    "フォルダーに書けない: {why}",
                    why=error.strerror or error,
                ),
                where=str(target),
                hint=say("nothing was changed", "何も変更していない"),
            )
        ) from error
    return target


def _files_in(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return [it.relative_to(folder).as_posix() for it in folder.rglob("*") if not it.is_dir()]


def _swap_in(target: Path, files: Mapping[str, bytes]) -> None:
    """Write the folder beside *target*, then put it in its place."""
    mark = secrets.token_hex(4)
    beside = target.with_name(f".{target.name}.{mark}.part")
    before = target.with_name(f".{target.name}.{mark}.old")
    try:
        beside.mkdir()
        for name, content in files.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_bytes(content)
        if target.exists():
            target.rename(before)
        try:
            beside.rename(target)
        except OSError:
            if before.exists():
                before.rename(target)
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        shutil.rmtree(before, ignore_errors=True)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            # Without the hour, so that the same plan gives the same bytes.
            archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
