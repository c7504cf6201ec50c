"""What installed distributions add to the library by entry points."""

from __future__ import annotations

import os
import sys
from importlib.machinery import PathFinder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["entry_points"]

_ENDS = (".dist-info", ".egg-info")
_INSIDE_AN_EGG = "egg-info"


def entry_points(group: str) -> tuple[EntryPoint, ...]:
    """The entry points of *group* that the distributions on ``sys.path`` declare.

    It is what `importlib.metadata.entry_points` finds. Loading that costs a good part of a short
    command, so nothing is loaded where no distribution says the name of the group.
    """
    if not _may_be_declared(group):
        return ()
    from importlib import metadata

    return tuple(metadata.entry_points(group=group))


def _may_be_declared(group: str) -> bool:
    """Whether a distribution says *group*, or is kept where only the standard library looks."""
    others = (it for it in sys.meta_path if it is not PathFinder)
    if any(hasattr(it, "find_distributions") for it in others):
        return True
    word = group.encode()
    return any(_is_said_in(folder, word) for folder in sys.path)


def _is_said_in(folder: str, word: bytes) -> bool:
    try:
        names = os.listdir(folder or ".")  # noqa: PTH208 - pathlib would cost more than the look
    except NotADirectoryError:
        return True  # an archive, which the standard library can look into
    except OSError:
        return False
    return any(
        word in _declarations(os.path.join(folder, name))  # noqa: PTH118 - as above
        for name in names
        if name.lower().endswith(_ENDS) or name.lower() == _INSIDE_AN_EGG
    )


def _declarations(distribution: str) -> bytes:
    try:
        with open(os.path.join(distribution, "entry_points.txt"), "rb") as file:  # noqa: PTH118, PTH123 - as above
            return file.read()
    except OSError:
        return b""
