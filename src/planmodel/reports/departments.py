"""The departments, each with the indicators and the measures that it answers for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from planmodel.model.ids import Ref
from planmodel.model.organisations import Department
from planmodel.model.outline import Measure, Node
from planmodel.reports.outlining import Done, measure_row
from planmodel.reports.speaking import Speaker
from planmodel.reports.view import NOTHING, DepartmentView, IndicatorView, MeasureRow, Words

__all__ = ["department_views"]


def department_views(
    speaker: Speaker,
    departments: Iterable[Department],
    measures: Iterable[Measure],
    views: tuple[IndicatorView, ...],
    done: Done,
) -> Iterator[DepartmentView]:
    """The *departments*, each with its indicators and with its share of the *measures*."""
    plan = speaker.plan
    shown = tuple(departments)
    by_id = {it.id: it for it in views}
    by_department: dict[str, list[Measure]] = {it.id: [] for it in shown}
    for measure in measures:
        ids = [ref.id for ref in measure.departments]
        if isinstance(measure.lead, Ref):
            ids.append(measure.lead.id)
        for key in dict.fromkeys(ids):
            if key in by_department:
                by_department[key].append(measure)
    for department in shown:
        indicators = plan.indicators_of(department)
        held = by_department[department.id]
        summary = speaker.label("department_idle")
        if indicators or held:
            summary = speaker.label(
                "department_counts", indicators=len(indicators), measures=len(held)
            )
        yield DepartmentView(
            id=department.id,
            anchor=f"department-{department.id}",
            name=speaker.title(department),
            parent=_parent(speaker, department),
            summary=summary,
            indicators=tuple(by_id[it.id] for it in indicators if it.id in by_id),
            measures=_by_way(speaker, held, done),
        )


def _by_way(
    speaker: Speaker, measures: Iterable[Measure], done: Done
) -> tuple[tuple[Words, tuple[MeasureRow, ...]], ...]:
    groups: dict[Words, list[MeasureRow]] = {}
    for it in measures:
        groups.setdefault(_way_to(speaker, it), []).append(measure_row(speaker, it, done))
    return tuple((way, tuple(rows)) for way, rows in groups.items())


def _parent(speaker: Speaker, department: Department) -> Words:
    if not isinstance(department.parent, Ref):
        return NOTHING
    name = speaker.title(department.parent)
    return evolve(name, text=speaker.label("belongs_to", name=name.text))


def _way_to(speaker: Speaker, measure: Measure) -> Words:
    """The headings above a measure, in one line."""
    above = [it for it in speaker.plan.path(measure)[:-1] if isinstance(it, Node)]
    said = [speaker.heading(it) for it in above]
    foreign = next((it.language for it in said if it.language), "")
    return Words(" › ".join(it.text for it in said), foreign)
