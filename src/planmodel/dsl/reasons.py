"""Why two plans differ, as far as the newer one says: edits and lineages carry reasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planmodel.model.ids import Entity
from planmodel.model.indicators import Indicator
from planmodel.model.plan import Plan
from planmodel.text import Text, say

__all__ = ["reason_of"]


def reason_of(old: Plan[Any], new: Plan[Any], key: str, thing: Entity, kind: str) -> Text | str:
    """Why the thing *key* was added, removed or changed on the way from *old* to *new*.

    Edits say it where *new* was made from *old*, and the lineage of indicators in any case;
    empty where nobody said anything.
    """
    said: list[Text | str] = [*_of_edits(old, new, key, thing), *_of_lineage(old, new, thing, kind)]
    if len(said) < 2:  # noqa: PLR2004 - nothing to join
        return said[0] if said else ""
    return say("{it}", "{it}", it=said)


def _of_edits(old: Plan[Any], new: Plan[Any], key: str, thing: Entity) -> Iterator[str]:
    if new.derived_from is None or new.derived_from.plan != old.id or not new.derived_from.reasons:
        return
    keys = {key, thing.id, *_with(old, new, thing), *_with(new, old, thing)}
    own = tuple(f"{it}." for it in {key, thing.id})
    found = (
        why for about, why in new.derived_from.reasons if about in keys or about.startswith(own)
    )
    yield from dict.fromkeys(found)


def _with(plan: Plan[Any], other: Plan[Any], thing: Entity) -> Iterator[str]:
    """What *thing* came or went with: what holds it in *plan* and is not in the *other* one."""
    if plan.index.entities.get(thing.id) is thing and thing is not plan:
        yield from (it.id for it in plan.path(thing) if it.id not in other.index.entities)


def _of_lineage(old: Plan[Any], new: Plan[Any], thing: Entity, kind: str) -> Iterator[Text]:
    if not isinstance(thing, Indicator):
        return
    if kind == "added":
        for it in thing.replaces:
            before = old.index.entities.get(it.indicator)
            title = it.title or (it.indicator if before is None else old.title_of(before))
            yield say(
                "takes the place of {title}: {why}",
                "「{title}」に代わるもの: {why}",
                title=title,
                why=it.because,
            )
    if kind == "removed":
        for later in new.indicators:
            for it in later.replaces:
                if it.indicator == thing.id and it.plan in ("", old.id):
                    yield say(
                        "{title} takes its place: {why}",
                        "「{title}」に置き換え: {why}",
                        title=new.title_of(later),
                        why=it.because,
                    )
