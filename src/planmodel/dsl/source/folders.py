"""A new folder with all of its files, or no folder at all."""

from __future__ import annotations

import os
import shutil
import tempfile
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from planmodel.errors import DocumentError, Problem
from planmodel.text import Text, say

__all__ = ["write_folder"]


def write_folder(target: str | os.PathLike[str], files: Mapping[str, str | bytes]) -> Path:
    """Make the folder *target* with *files* (text or bytes by path inside it, with ``/``).

    Everything is written into a folder beside it, which then takes the name: a full disk or a
    lost permission leaves nothing behind. Text is written as UTF-8 with LF line ends.

    Raises:
        DocumentError: the target exists, its parent does not or cannot be written, a path leads
            outside, two paths differ only in how they are spelled, or writing fails.
    """
    folder = Path(target)
    _refuse_paths(folder, files)
    if os.path.lexists(folder):
        raise _refusal(
            folder,
            say("the folder exists already", "フォルダーがすでにある"),
            say("choose another name, or remove it", "別の名前にするか、先に取り除く"),
        )
    beside = None
    try:
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        for path, content in files.items():
            file = beside / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as stream:
                stream.write(content if isinstance(content, bytes) else content.encode("utf-8"))
                stream.flush()
                os.fsync(stream.fileno())
        # mkdtemp lets only the owner in; a folder made the usual way follows the umask.
        usual = os.umask(0)
        os.umask(usual)
        beside.chmod(0o777 & ~usual)
        beside.rename(folder)
    except BaseException as error:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
        if isinstance(error, (OSError, UnicodeError)):
            why = error.strerror if isinstance(error, OSError) and error.strerror else error
            raise _refusal(
                folder,
                say("the folder cannot be written: {why}", "フォルダーに書けない: {why}", why=why),
                say("nothing was changed", "何も変更していない"),
            ) from error
        raise
    return folder


def _refusal(folder: Path, what: Text, hint: Text | str = "") -> DocumentError:
    return DocumentError(Problem(what, where=str(folder), hint=hint))


def _refuse_paths(folder: Path, files: Mapping[str, str | bytes]) -> None:
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in files:
        pure = PurePosixPath(path)
        outside = (
            pure.is_absolute()
            or not pure.parts
            or ".." in pure.parts
            or "\\" in path
            or ":" in path
            or "\x00" in path
            or str(pure) != path
        )
        if outside:
            what = say(
                "{path!r} is no path inside the folder",
                "{path!r}はフォルダー内のパスではない",
                path=path,
            )
            problems.append(Problem(what, where=str(folder)))
        key = unicodedata.normalize("NFKC", path).casefold()
        if key in seen:
            what = say(
                "{one!r} and {other!r} would be one file on some systems",
                "{one!r}と{other!r}は環境によって同じファイルになる",
                one=seen[key],
                other=path,
            )
            problems.append(Problem(what, where=str(folder)))
        seen[key] = path
    if problems:
        raise DocumentError(*problems)
