"""The readable rest of a rule with a wrong shape, so that all its problems are told at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, cast

from planmodel.errors import Problem, did_you_mean
from planmodel.evaluation.rules.building import build_rule
from planmodel.evaluation.rules.reading import (
    REFUSED,
    Either,
    Later,
    ListOf,
    MapOf,
    Shape,
    Table,
)
from planmodel.evaluation.rules.shape import RULE

__all__ = ["further_problems"]

_NAMED: Final = ("name", "version", "label")
"""Keys whose absence leaves the rest readable."""
_TOGETHER: Final = (
    "rollup.scores", "rollup.weights", "rollup.of", "rollup.main", "rollup.main_roles", "states",
)  # fmt: skip
"""Places whose problems come from several entries: with a gap anywhere, they may be none."""


def further_problems(data: Mapping[str, object], base: Mapping[str, object]) -> list[Problem]:
    """What is wrong with the readable rest of *data*, a rule with a wrong shape, over its *base*.

    Nothing is told of a place that could not be read, nor of what depends on it.
    """
    gaps: list[str] = []
    rest = _rest(RULE, data, "", gaps)
    if rest is REFUSED:
        return []
    found: list[Problem] = []
    build_rule({**base, **cast("Mapping[str, object]", rest)}, found)
    return [it for it in found if not any(_depends(it.where, gap) for gap in gaps)]


def _depends(place: str, gap: str) -> bool:
    """Whether a problem at *place* may come from the *gap*."""
    if _within(place, gap) or _within(gap, place):
        return True
    if any(_within(place, it) for it in (*_TOGETHER, "variants")):
        return True
    return gap == "measure" and _within(place, "scale") and "cases" in place


def _within(place: str, outer: str) -> bool:
    return place == outer or place.startswith((f"{outer}.", f"{outer}["))


def _rest(shape: Shape, given: object, where: str, gaps: list[str]) -> object:
    """The readable part of *given*, or `REFUSED`; the places that are not go to *gaps*."""
    value = given
    if isinstance(shape, Later):
        shape = shape.make()
    if isinstance(shape, Either):
        shape = shape.full if isinstance(given, Mapping) else shape.short
    if isinstance(shape, (Table, MapOf)) and isinstance(given, Mapping):
        table = cast("Mapping[str, object]", given)
        if isinstance(shape, Table):
            return _rest_of_table(shape, table, where, gaps)
        return _rest_of_map(shape, table, where, gaps)
    if isinstance(shape, ListOf) and isinstance(given, (list, tuple)):
        read = _rest_of_list(shape, cast("Sequence[object]", given), where, gaps)
    else:
        read = shape.read(value, where, [])
    if read is REFUSED:
        gaps.append(where)
    return read


def _rest_of_map(
    shape: MapOf, given: Mapping[str, object], where: str, gaps: list[str]
) -> dict[str, object]:
    read = {key: _rest(shape.item, it, f"{where}.{key}", gaps) for key, it in given.items()}
    return {key: it for key, it in read.items() if it is not REFUSED}


def _rest_of_list(shape: ListOf, given: Sequence[object], where: str, gaps: list[str]) -> object:
    """The items, or `REFUSED`: without one of them, the others mean something else."""
    items = [_rest(shape.item, it, f"{where}[{at}]", gaps) for at, it in enumerate(given)]
    is_whole = len(items) >= shape.least and not any(it is REFUSED for it in items)
    return tuple(items) if is_whole else REFUSED


def _rest_of_table(
    shape: Table, given: Mapping[str, object], where: str, gaps: list[str]
) -> object:
    dot = f"{where}." if where else ""
    kept: dict[str, object] = {}
    for key, it in given.items():
        if key in shape.entries:
            kept[key] = _rest(shape.entries[key].shape, it, f"{dot}{key}", gaps)
        else:
            gaps += _meant(shape, key, where, dot)
    kept = {key: it for key, it in kept.items() if it is not REFUSED}
    for key, entry in shape.entries.items():
        if entry.required and key not in kept and key in _NAMED:
            kept[key] = where.rpartition(".")[2] or "?"
    is_short = any(entry.required and key not in kept for key, entry in shape.entries.items())
    is_short = is_short or any(one in kept and other in kept for one, other in shape.apart)
    is_short = is_short or bool(shape.one_of and not kept.keys() & set(shape.one_of))
    if is_short:
        gaps.append(where)
        return REFUSED
    return kept


def _meant(shape: Table, key: str, where: str, dot: str) -> list[str]:
    """The places that an unknown *key* may have been meant for."""
    if where.endswith("]"):
        return [where]
    return [f"{dot}{known}" for known in shape.entries if did_you_mean(key, [known])]
