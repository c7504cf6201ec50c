"""What a judgement looks at: the plan, the ledger and the two clocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from attrs import define, field

from planmodel.evaluation.counting import in_other_unit
from planmodel.evaluation.timeline import Place, find_row, position
from planmodel.model.absence import NotStated
from planmodel.model.indicators import Baseline
from planmodel.model.plan import Plan
from planmodel.observations.ledger import Observations
from planmodel.observations.records import Observation
from planmodel.periods import Period, Window
from planmodel.text import Text, say

__all__ = ["Scene"]


@define
class Scene:
    """The plan, the ledger and the two clocks of an evaluation, with rows looked up once.

    Attributes:
        plan: what is judged.
        observations: the ledger.
        period: the period judged.
        known_by: the day up to which facts count.
        is_final: whether the period is the plan's last year, or later.
        names: the titles of benchmarks and denominators, by id.
        has_synthetic: whether any row of the ledger was made up.
    """

    plan: Plan[Any]
    observations: Observations
    period: Period
    known_by: dt.date | None
    is_final: bool
    names: Mapping[str, Text]
    has_synthetic: bool
    _standing: dict[str, Mapping[Period, Any]] = field(factory=dict[str, Mapping[Period, Any]])

    @property
    def first(self) -> Place | None:
        """Where the plan begins, if it says so."""
        period = self.plan.period
        if isinstance(period, NotStated):
            return None
        return position(period.first if isinstance(period, Window) else period)

    def rows(self, series: str) -> Mapping[Period, Any]:
        """The rows that hold for *series*, by period."""
        found = self._standing.get(series)
        if found is None:
            found = self._standing[series] = self.observations.standing(series, self.known_by)
        return found

    def counts(self, row: Observation) -> bool:
        """Whether the number of *row* is counted in the unit of its series."""
        unit = getattr(self.plan.index.entities.get(row.series), "unit", "")
        return in_other_unit(row, unit, self.plan) is None

    def stand_in(self, series: str, period: Period, at: Period) -> Text | None:
        """What is to be said where a value of another period than *at* stands in for *series*."""
        reading = find_row(self.rows(series), period)
        if reading is None or reading.note is None or reading.row.period == at:
            return None
        name = self.names.get(series, series)
        return say("{name}: {note}", "{name}: {note}", name=name, note=reading.note)

    def benchmark(self, series: str, period: Period) -> Decimal | None:
        """The value of another series in *period*, observed or printed as its baseline."""
        reading = find_row(self.rows(series), period)
        if reading is not None:
            return reading.row.value if self.counts(reading.row) else None
        thing = self.plan.index.entities.get(series)
        printed = getattr(thing, "baseline", None)
        baseline = printed.known_by(self.known_by) if isinstance(printed, Baseline) else None
        if baseline is not None and baseline.period == period:
            return baseline.value
        return None
