"""What changed since in the plan that a plan was made from, and what of it to take over.

`rule` says as data which fields follow the other plan, `items` are the values that come out,
`finding` finds them, `fitting` makes things of the other plan fit into this one, `renaming` reads
it under the ids that this plan uses, and `deciding` records what was accepted and rejected.
"""

from __future__ import annotations

from planmodel.dsl.drifting.deciding import Decided, decide
from planmodel.dsl.drifting.finding import drift
from planmodel.dsl.drifting.items import Drift, DriftItem
from planmodel.dsl.drifting.rule import FieldRule, read_field_rule, shipped_field_rule

__all__ = [
    "Decided",
    "Drift",
    "DriftItem",
    "FieldRule",
    "decide",
    "drift",
    "read_field_rule",
    "shipped_field_rule",
]
