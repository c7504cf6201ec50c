"""Memory while much is made at once."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["undisturbed"]


@contextmanager
def undisturbed() -> Generator[None]:
    """Without the garbage collector: for code that makes many objects, none of them garbage.

    It would look through all of them again and again, which costs more than making them.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
