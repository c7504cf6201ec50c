"""What changed in this plan since it was made from the other one."""

from __future__ import annotations

import attrs

from planmodel.dsl.comparing import ChangeKind, Changes, Difference
from planmodel.dsl.derivations import Record
from planmodel.dsl.drifting.items import ADDED, ORDER, PARENT, REMOVED
from planmodel.dsl.fingerprints import field_key

__all__ = ["made_here"]


def made_here(found: Changes, record: Record) -> Changes:
    """*found* without what only says that a change of the other plan was not taken over."""
    left = record.rejected

    def kept(it: Difference) -> Difference | None:
        if it.kind in ("added", "removed"):
            sign = REMOVED if it.kind == "added" else ADDED
            plan = found.new if it.kind == "added" else found.old
            return None if any((one.id, sign) in left for one in plan.path(it.thing)) else it
        fields = tuple(one for one in it.fields if (it.id, field_key(one.name)) not in left)
        moved = it.kind == "moved" and (it.id, PARENT) not in left
        if it.kind == "reordered":
            return None if (it.id, ORDER) in left else it
        kind: ChangeKind = "moved" if moved else "changed"
        return attrs.evolve(it, kind=kind, fields=fields) if fields or moved else None

    items = (kept(it) for it in found)
    return attrs.evolve(found, items=tuple(it for it in items if it is not None))
