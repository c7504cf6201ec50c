"""One look at a plan: what every rule needs, gathered in one pass and kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from attrs import define, field

from planmodel.errors import DocumentError, did_you_mean
from planmodel.model.absence import NotStated
from planmodel.model.ids import Entity
from planmodel.model.indicators import Baseline, Benchmark, Indicator
from planmodel.model.organisations import Department
from planmodel.model.origins import Origin
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.model.targets import Target
from planmodel.observations.ledger import Observations
from planmodel.observations.records import Observation
from planmodel.periods import Period
from planmodel.text import Text
from planmodel.units import Units, default_units
from planmodel.units.known_units import units_with

__all__ = ["Look", "stated"]

_LONGEST_TITLE = 60
_MOST_SUGGESTIONS = 12


@define(eq=False, slots=False, repr=False)
class Look:
    """A plan and its observations, as they were known on a day, with what rules look up in them.

    Attributes:
        plan: the plan.
        observations: its ledger as known on the day; empty where none was given.
        known_by: the day; ``None`` means all that is known.
    """

    plan: Plan[Any]
    observations: Observations = field(factory=Observations)
    known_by: dt.date | None = None

    # --- what there is -----------------------------------------------------------------------

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every node of the outline in document order."""
        return tuple(self.plan.walk())

    @cached_property
    def node_ids(self) -> frozenset[str]:
        """The ids of the nodes that the outline owns."""
        return frozenset(node.id for node in self.nodes)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator, each followed by its parts."""
        found: list[Indicator] = []
        waiting = list(reversed(self.plan.indicators))
        while waiting:
            indicator = waiting.pop()
            found.append(indicator)
            waiting.extend(reversed(indicator.parts))
        return tuple(found)

    @cached_property
    def series(self) -> dict[str, Indicator | Benchmark]:
        """Everything that can be observed, by id."""
        found: dict[str, Indicator | Benchmark] = {}
        for indicator in self.indicators:
            found.setdefault(indicator.id, indicator)
            for benchmark in indicator.benchmarks:
                found.setdefault(benchmark.id, benchmark)
        return found

    @cached_property
    def departments(self) -> dict[str, Department]:
        """The departments by id."""
        found: dict[str, Department] = {}
        for department in self.plan.departments:
            found.setdefault(department.id, department)
        return found

    @cached_property
    def ids(self) -> dict[str, list[str]]:
        """The ids of every kind of thing."""
        found: dict[str, list[str]] = {}
        for entity in self.plan.index.entities.values():
            found.setdefault(entity.ref_kind, []).append(entity.id)
        return found

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Every thing with an id, also those whose id stands twice."""
        index = self.plan.index
        again = (entity for group in index.duplicates.values() for entity in group[1:])
        return (*index.entities.values(), *again)

    @cached_property
    def units(self) -> Units:
        """The units that the plan can use; the library's own where the plan's cannot be read."""
        try:
            return self.own_units()
        except DocumentError:
            return default_units()

    def own_units(self) -> Units:
        """The library's units and those that the plan defines.

        Raises:
            DocumentError: the plan's definitions cannot be read.
        """
        return units_with(self.plan.own_units)

    # --- at the time -------------------------------------------------------------------------

    def baseline(self, of: Indicator | Benchmark) -> Baseline | None:
        """The baseline that held on the day."""
        return of.baseline.known_by(self.known_by) if of.baseline is not None else None

    def targets(self, of: Indicator) -> Iterator[Target]:
        """The targets that held on the day."""
        for target in of.targets:
            known = target.known_by(self.known_by)
            if known is not None:
                yield known

    def standing(self, series: str) -> dict[Period, Observation]:
        """The row that holds for each period of a series."""
        return self.observations.standing(series)

    def has_values(self, series: Indicator | Benchmark, period: Period | None = None) -> bool:
        """Whether a series has a number in *period*, or in any period."""
        baseline = self.baseline(series)
        printed = baseline is not None and baseline.value is not None
        if baseline is not None and printed and period in (None, baseline.period):
            return True
        rows = self.standing(series.id)
        if period is not None:
            return period in rows and rows[period].value is not None
        return any(row.value is not None for row in rows.values())

    def place_of(self, about: str, origin: Origin) -> Origin:
        """Where a row was written, or, where nobody noted that, the thing it is about."""
        if str(origin):
            return origin
        thing = self.plan.index.entities.get(about)
        return thing.origin if thing is not None else origin

    # --- words -------------------------------------------------------------------------------

    def title(self, of: Entity | str) -> Text:
        """What a message calls a thing: its title in the reader's language, short and on one line.

        A thing that is not in the plan is called by its id.
        """
        thing = self.plan.index.entities.get(of) if isinstance(of, str) else of
        if thing is None:
            return _short_text(str(of), str(of))
        if self.plan.index.entities.get(thing.id) is thing:
            return _short_text(self.plan.title_of(thing, "en"), self.plan.title_of(thing, "ja"))
        return self.own_title(thing)

    def own_title(self, of: Entity) -> Text:
        """What the plan itself calls a thing, in its own language and in no translation."""
        own = str(getattr(of, "title", None) or getattr(of, "name", of.id))
        return _short_text(own, own)

    def word(self, of: Node) -> Text:
        """The plan's word for the level of a node, in the reader's language where it is known."""
        word = of.word
        return _short_text(self.plan.phrase(word, "en"), self.plan.phrase(word, "ja"))

    def phrase(self, words: str) -> Text:
        """Printed words in the reader's language where they are translated."""
        return Text(self.plan.phrase(words, "en"), self.plan.phrase(words, "ja"))

    @cached_property
    def _suggested(self) -> dict[tuple[str, str], Text | str]:
        return {}

    def suggestion(self, word: str, kind: str, known: Iterable[str] | None = None) -> Text | str:
        """A "did you mean" among *known* words, or among the ids of a *kind*; empty if none.

        Looking for the nearest word is slow, so it is done for the first few words only.
        """
        key = (kind, word)
        if key not in self._suggested:
            if len(self._suggested) >= _MOST_SUGGESTIONS:
                return ""
            words = self.ids.get(kind, []) if known is None else known
            self._suggested[key] = did_you_mean(word, words)
        return self._suggested[key]


def _short_text(en: str, ja: str) -> Text:
    return Text(_short(en), _short(ja))


def _short(words: str) -> str:
    plain = "".join(char if char.isprintable() else " " for char in words)
    plain = " ".join(plain.split())
    return plain if len(plain) <= _LONGEST_TITLE else plain[: _LONGEST_TITLE - 1] + "…"


def stated(value: Period | NotStated | None) -> Period | None:
    """*value* where it is a period."""
    return None if isinstance(value, NotStated) else value
