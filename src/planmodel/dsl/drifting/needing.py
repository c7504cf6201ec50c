"""What items need of each other: nothing is proposed that could not come."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from planmodel.dsl.drifting.items import DriftItem
from planmodel.text import say

__all__ = ["with_needs"]


def with_needs(items: Iterable[DriftItem]) -> tuple[DriftItem, ...]:
    """*items* with what each needs as keys of items that are there.

    An item that needs one for which nothing is proposed is only told itself.
    """
    found = tuple(items)
    while True:
        owners = {key: it for it in found if it.change == "added" for key, _ in it.covers}
        done = tuple(_checked(it, owners) for it in found)
        if done == found:
            break
        found = done
    keys = {key: it.key for key, it in owners.items()}
    return tuple(
        attrs.evolve(it, needs=tuple(dict.fromkeys(keys[n] for n in it.needs if n in keys)))
        if it.needs
        else it
        for it in found
    )


def _checked(it: DriftItem, owners: dict[str, DriftItem]) -> DriftItem:
    lacking = [owners[key].key for key in it.needs if key in owners and owners[key].edit is None]
    if it.edit is None or not lacking:
        return it
    why = say(
        "{it}, which it needs, is not taken over", "必要な{it}を取り入れられない", it=lacking[0]
    )
    return attrs.evolve(it, edit=None, along=(), needs=(), why=why)
