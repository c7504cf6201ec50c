"""Files read within limits and written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from planmodel.errors import DocumentError, Problem
from planmodel.text import say

__all__ = ["MAX_BYTES", "read_bytes", "write_bytes", "write_text"]

MAX_BYTES = 64 * 1024 * 1024
"""The largest document that is read, in bytes (64 MiB)."""


def read_bytes(path: str | os.PathLike[str], *, limit: int = MAX_BYTES) -> bytes:
    """The content of the file at *path*, refused unread when it is larger than *limit* bytes.

    Raises:
        DocumentError: the file is absent, unreadable, no regular file, or too large.
    """
    file = Path(path)
    try:
        if not file.is_file():
            raise DocumentError(
                Problem(
                    say("there is no such file", "ファイルがない"),
                    where=str(file),
                )
            )
        with file.open("rb") as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        raise DocumentError(
            Problem(
                say(
                    "the file cannot be read: {why}",
                    "ファイルを読めない: {why}",
                    why=error.strerror or error,
                ),
                where=str(file),
            )
        ) from error
    if len(content) > limit:
        raise DocumentError(
            Problem(
                say(
                    "the file is larger than {limit:} bytes",
                    "ファイルが{limit:}バイトを超えている",
                    limit=limit,
                ),
                where=str(file),
                hint=say("split it into smaller ones", "小さく分ける"),
            )
        )
    return content


def write_bytes(path: str | os.PathLike[str], content: bytes) -> Path:
    """Write *content* to *path* whole or not at all: beside the target first, then renamed.

    A symbolic link stays, and what it points at is written. A file that is there keeps its mode.
    A terminal or ``/dev/null`` is written as it is.

    Raises:
        DocumentError: the folder does not exist or cannot be written, the disk is full, or what
            is there is no regular file (a folder, a pipe, a disk), which is never touched.
    """
    target = Path(path)
    try:
        mode = _mode(target)
        if mode is not None and stat.S_ISCHR(mode):
            with target.open("wb") as device:
                device.write(content)
            return target
        if mode is not None and not stat.S_ISREG(mode):
            raise DocumentError(_no_regular_file(target, mode))
        _replace(Path(os.path.realpath(target)), content, mode)
    except OSError as error:
        raise DocumentError(
            Problem(
                say(
                    "the file cannot be written: {why}",
                    "ファイルに書けない: {why}",
                    why=error.strerror or error,
                ),
                where=str(target),
                hint=say("nothing was changed", "何も変更していない"),
            )
        ) from error
    return target


def _mode(file: Path) -> int | None:
    """What kind of thing *file* leads to and who may use it; nothing where nothing is there."""
    try:
        return file.stat().st_mode
    except FileNotFoundError:
        return None


def _no_regular_file(target: Path, mode: int) -> Problem:
    what = (
        say("this is a folder, not a file", "ファイルではなくフォルダーである")
        if stat.S_ISDIR(mode)
        else say(
            "this is a pipe, a device or the like, not a regular file",
            "通常のファイルではない（パイプ、デバイスなど）",
        )
    )
    return Problem(
        what,
        where=str(target),
        expected=say("a new file, or one to replace", "新しいファイル、または置き換えるファイル"),
        hint=say("nothing was changed", "何も変更していない"),
    )


def _replace(target: Path, content: bytes, mode: int | None) -> None:
    """Put *content* in the place of *target* in one step, under its old *mode*."""
    beside = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    try:
        with beside.open("xb") as stream:
            if mode is not None:
                beside.chmod(stat.S_IMODE(mode))
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_text(path: str | os.PathLike[str], content: str) -> Path:
    """Write *content* as UTF-8 with LF line ends, whole or not at all (see `write_bytes`)."""
    return write_bytes(path, content.encode("utf-8"))
