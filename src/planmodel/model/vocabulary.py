"""The levels of a plan as data, gathered from its classes and from what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from planmodel.model.outline import Node, Section, level_of
from planmodel.model.words import Level, child_types

__all__ = ["vocabulary_of"]


def vocabulary_of(
    top: Level, declared: Iterable[type[Any]], used: Iterable[Node]
) -> tuple[Level, ...]:
    """The levels from *top* down: those of the *declared* classes, then those of the *used* nodes.

    A word's own subclass stands in for it, so what is used says most; where it brings a word of
    its own, that word is among the children of the level it stands under.
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
    nodes = tuple(used)
    levels.update({node.word: node.level for node in nodes})
    under = _words_under(top.word, nodes)
    return tuple(_with_stand_ins(level, under.get(level.word, ())) for level in levels.values())


def _words_under(top: str, nodes: tuple[Node, ...]) -> dict[str, dict[str, None]]:
    """The words that stand under each word, as a set in order."""
    under: dict[str, dict[str, None]] = {}
    below: set[int] = set()
    for node in nodes:
        inside = [child for child in node.children if isinstance(child, Node)]
        below.update(map(id, inside))
        under.setdefault(node.word, {}).update(dict.fromkeys(child.word for child in inside))
    first = (node.word for node in nodes if id(node) not in below)
    under.setdefault(top, {}).update(dict.fromkeys(first))
    return under


def _with_stand_ins(level: Level, used: Iterable[str]) -> Level:
    """*level* with the *used* words that its declared children do not name."""
    new = tuple(word for word in used if word not in level.children)
    if not level.children or not new:
        return level  # no children named: every word may stand there
    return evolve(level, children=(*level.children, *new))
