"""Everything the document leaves open: what, why, and of which things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from planmodel.dsl.absences import besides, is_undecided
from planmodel.dsl.wording import label_in
from planmodel.model.absence import NotStated
from planmodel.model.ids import Entity
from planmodel.model.indicators import Benchmark, Indicator
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.reports.speaking import Speaker
from planmodel.reports.view import AbsenceRow, Link, Words

__all__ = ["absence_rows", "field_words"]


def field_words(speaker: Speaker, name: str, of: Entity | None = None) -> str:
    """The name of a field as readers say it."""
    return label_in(speaker.plan, name, speaker.language, None if of is None else type(of))


def absence_rows(speaker: Speaker, *, undecided: bool) -> tuple[AbsenceRow, ...]:
    """What is not stated, or still *undecided*, by what and why; gaps without a field last."""
    groups: dict[tuple[str, str], list[Link]] = {}
    for thing, name, absence in _absences(speaker.plan):
        if is_undecided(absence.reason) is not undecided:
            continue
        groups.setdefault((name, absence.reason), []).append(_where(speaker, thing))
    rows = [
        AbsenceRow(Words(field_words(speaker, name)), _why(speaker, reason), tuple(things))
        for (name, reason), things in groups.items()
    ]
    rows.extend(
        AbsenceRow(
            speaker.phrase(gap.what), _why(speaker, gap.reason), (_about(speaker, gap.about),)
        )
        for gap in speaker.plan.gaps
        if is_undecided(gap.reason) is undecided
    )
    return tuple(rows)


def _why(speaker: Speaker, reason: str) -> Words:
    words = speaker.phrase(reason)
    return attrs.evolve(words, text=besides(words.text), original=besides(words.original))


def _about(speaker: Speaker, key: str) -> Link:
    thing = speaker.plan.index.entities.get(key)
    if thing is None or key == "plan":
        return Link(Words(speaker.label("whole_plan") if key == "plan" else key))
    return _where(speaker, thing)


def _where(speaker: Speaker, thing: Entity) -> Link:
    if isinstance(thing, Plan):
        return Link(Words(speaker.label("whole_plan")))
    if isinstance(thing, Node):
        kind = "measure" if thing.form == "measure" else "node"
        return speaker.link(speaker.heading(thing), f"{kind}-{thing.id}")
    words = speaker.title(thing)
    if isinstance(thing, Indicator) and thing.number:
        words = attrs.evolve(words, text=f"{thing.number} {words.text}")
    return speaker.link(words, f"{thing.ref_kind}-{thing.id}")


def _absences(plan: Plan[Any]) -> Iterator[tuple[Entity, str, NotStated]]:
    for thing in _things(plan):
        for attribute in attrs.fields(type(thing)):
            value: object = getattr(thing, attribute.name)
            if isinstance(value, NotStated):
                yield thing, attribute.name.lstrip("_"), value
        if isinstance(thing, (Indicator, Benchmark)) and thing.baseline is not None:
            absence = thing.baseline.absence
            if isinstance(absence, NotStated):
                yield thing, "baseline", absence
            elif isinstance(thing.baseline.period, NotStated):
                yield thing, "baseline_period", thing.baseline.period
        if isinstance(thing, Indicator):
            for target in thing.targets:
                if isinstance(target.period, NotStated):
                    yield thing, "target_period", target.period


def _things(plan: Plan[Any]) -> Iterator[Entity]:
    yield plan
    for group in (plan.departments, plan.partners, plan.laws, plan.figures):
        yield from group
    for indicator in plan.indicators:
        yield indicator
        yield from indicator.benchmarks
        yield from indicator.parts
    yield from plan.walk()
