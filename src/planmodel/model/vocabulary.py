"""The levels of a plan as data, gathered from its classes and from what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planmodel.model.outline import Node, Section, level_of
from planmodel.model.words import Level, child_types

__all__ = ["vocabulary_of"]


def vocabulary_of(
    top: Level, declared: Iterable[type[Any]], used: Iterable[Node]
) -> tuple[Level, ...]:
    """The levels from *top* down: those of the *declared* classes, then those of the *used* nodes.

    A word's own subclass stands in for it, so what is used says most.
    """
    levels: dict[str, Level] = {top.word: top}
    waiting = [*declared]
    seen: set[type[Any]] = set()
    while waiting:
        cls = waiting.pop(0)
        if cls in seen or not issubclass(cls, Node) or cls in (Node, Section):
            continue
        seen.add(cls)
        if hasattr(cls, "form"):
            level = level_of(cls)
            levels.setdefault(level.word, level)
        waiting.extend(child_types(cls))
    for node in used:
        levels[node.word] = node.level
    return tuple(levels.values())
