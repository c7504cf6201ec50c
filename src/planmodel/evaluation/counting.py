"""The units in which a plan and its ledger count: what is counted otherwise is not taken."""

from __future__ import annotations

from typing import Any

from planmodel.errors import DocumentError
from planmodel.evaluation import reasons as why
from planmodel.evaluation.outcome import NotAssessable
from planmodel.model.plan import Plan
from planmodel.observations.records import Observation
from planmodel.text import say
from planmodel.units import Units, default_units
from planmodel.units.known_units import units_with

__all__ = ["in_other_unit", "is_percentage", "units_of"]

_PERCENT = "%"


def units_of(plan: Plan[Any]) -> Units:
    """The units that *plan* can use; the library's own where the plan's cannot be read."""
    try:
        return units_with(plan.own_units)
    except DocumentError:
        return default_units()


def is_percentage(unit: str, plan: Plan[Any]) -> bool:
    """Whether what is counted in *unit* is a share already: percent, or per mille."""
    if unit == _PERCENT:
        return True
    known = units_of(plan).find(unit) if unit else None
    return known is not None and known.kind == _PERCENT


def in_other_unit(row: Observation, unit: str, plan: Plan[Any]) -> NotAssessable | None:
    """Why the number of *row* is none of a series counted in *unit*, or ``None`` where it is one.

    A row without a unit is counted in that of its series. Nothing is converted: whether the unit
    or the number is the mistake, only the author of the row can tell.
    """
    given = row.amount.unit
    if not given or not unit or given == unit:
        return None
    units = units_of(plan)
    if units.same(given, unit):
        return None
    return NotAssessable(
        why.OTHER_UNIT.code,
        say(
            "the value {amount} is given in {given}, and the indicator is counted in {unit}",
            "実績値「{amount}」の単位は{given}で、指標の単位の{unit}と違う",
            amount=row.amount,
            given=units.find(given) or given,
            unit=units.find(unit) or unit,
        ),
    )
