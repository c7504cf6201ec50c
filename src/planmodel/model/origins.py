"""Where an object was written: a line of plan code or a path in a document."""

from __future__ import annotations

import sys
from types import FrameType

from attrs import frozen

__all__ = ["Origin", "here"]

_OWN = ("planmodel.", "attr", "cattrs", "copy", "typing")


@frozen
class Origin:
    """A file and line of plan code, or a file and a path inside a document."""

    file: str = ""
    line: int = 0
    path: str = ""

    def __str__(self) -> str:
        if self.path:
            return f"{self.file}:{self.path}" if self.file else self.path
        return f"{self.file}:{self.line}" if self.file else ""


def _is_own(frame: FrameType) -> bool:
    # attrs compiles __init__ under a made-up file name and in globals without a module name.
    name = frame.f_globals.get("__name__")
    return name is None or name.startswith(_OWN) or frame.f_code.co_filename.startswith("<attrs")


def here() -> Origin:
    """The first line outside the library on the way here: the author's own."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - `inspect.stack` reads files
    while frame is not None and _is_own(frame):
        frame = frame.f_back
    if frame is None:
        return Origin()
    return Origin(frame.f_code.co_filename, frame.f_lineno)
