"""A plan under other ids: for things that were renamed in one plan and not in the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

import attrs

from planmodel.model.facts import Gap, Ignore, Prose, Relation, Translation
from planmodel.model.ids import Citation, Entity, Ref
from planmodel.model.indicators import Lineage
from planmodel.model.plan import Plan

__all__ = ["with_ids"]

P = TypeVar("P", bound=Plan[Any])

_KEYS: dict[type[Any], str] = {
    Prose: "of",
    Gap: "about",
    Ignore: "at",
    Relation: "of",
    Citation: "document",
    Lineage: "indicator",
    Ref: "id",
}
"""Where values other than things name an id."""


def with_ids(plan: P, names: Mapping[str, str]) -> P:
    """*plan* with every id that *names* knows, and every pointer at it, called as it says."""
    return cast("P", _renamed(plan, names)) if names else plan


def _renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - any value of the model
    cls = type(cast("object", value))
    if isinstance(value, tuple):
        row = cast("tuple[object, ...]", value)
        made = tuple(_renamed(it, names) for it in row)
        return row if all(a is b for a, b in zip(made, row, strict=True)) else made
    if isinstance(value, Translation):
        tables = {
            name: tuple((names.get(key, key), words) for key, words in getattr(value, name))
            for name in ("titles", "prose")
        }
        return attrs.evolve(value, titles=tables["titles"], prose=tables["prose"])
    if not attrs.has(cls):
        return value
    changed: dict[str, Any] = {}
    own = "id" if isinstance(value, Entity) else _KEYS.get(cls, "")
    for attribute in attrs.fields(cls):
        old = getattr(value, attribute.name)
        if attribute.name == own:
            new = names.get(old, old)
        elif attribute.init and attribute.name != "origin":
            new = _renamed(old, names)
        else:
            continue
        if new is not old:
            changed[attribute.alias or attribute.name] = new
    return attrs.evolve(value, **changed) if changed else value
