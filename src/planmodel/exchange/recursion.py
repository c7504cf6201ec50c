"""Room on the call stack for documents as deep as `json_text.MAX_DEPTH` allows, and no deeper."""

from __future__ import annotations

import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["room"]

_FRAMES = 3_000
"""More than the deepest document takes (some six calls a level of the outline)."""

_lock = threading.Lock()
_inside: list[int] = []
"""The limits that stood when each of those now inside came in."""


@contextmanager
def room() -> Generator[None, None, None]:
    """Let calls nest deeply for a while; the limit is put back when the last one leaves."""
    with _lock:
        _inside.append(_inside[0] if _inside else sys.getrecursionlimit())
        sys.setrecursionlimit(max(sys.getrecursionlimit(), _FRAMES))
    try:
        yield
    finally:
        with _lock:
            before = _inside.pop()
            if not _inside:
                sys.setrecursionlimit(before)
