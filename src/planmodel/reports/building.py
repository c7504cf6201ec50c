"""From a plan and its evaluation to the view model of a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from planmodel.dsl.labels import level_counts
from planmodel.errors import Problem, UsageError
from planmodel.evaluation.results import Assessment, Evaluation
from planmodel.model.ids import Ref
from planmodel.model.organisations import Department
from planmodel.model.outline import Measure, Node
from planmodel.model.plan import Plan
from planmodel.reports.absences import absence_rows
from planmodel.reports.beside import (
    cover_facts,
    data_sources,
    documents,
    figure_rows,
    governance_facts,
    legal_links,
    opinion_rows,
    relation_facts,
    role_facts,
)
from planmodel.reports.departments import department_views
from planmodel.reports.grading import counts
from planmodel.reports.indicating import indicator_view, number_and_title
from planmodel.reports.lineages import lineage_rows
from planmodel.reports.outlining import Done, done_in, outline_items
from planmodel.reports.outlooks import arrivals, outlook_headline, without_outlook
from planmodel.reports.sectioning import section_rows, shared_reason
from planmodel.reports.speaking import Speaker, language_of
from planmodel.reports.view import (
    NOTHING,
    Report,
    UnjudgedGroup,
)
from planmodel.reports.words import labels
from planmodel.text import say

__all__ = ["build_report"]


def build_report(  # noqa: PLR0913 - the choices of a report
    plan: Plan[Any],
    evaluation: Evaluation | None = None,
    *,
    language: str | None = None,
    department: Department | Ref[Department] | str | None = None,
    made: dt.date | None = None,
    earlier: Iterable[Plan[Any]] = (),
) -> Report:
    """The view model of a report on *plan*, judged or not.

    Args:
        plan: the plan; where it was judged, the plan that was judged.
        evaluation: its judgement; without one the report tells the plan alone.
        language: ``ja`` or ``en``; by default the plan's own, English for any other.
        department: only what this department answers for.
        made: the date to print; none is printed by default, so that reports can be made again.
        earlier: earlier editions at hand, to tell what indicators took the place of.

    Raises:
        UsageError: the language is unknown, or the evaluation is of another plan.
        UnknownIdError: the plan has no such department.
    """
    if evaluation is not None and evaluation.plan.id != plan.id:
        raise UsageError(
            Problem(
                say(
                    "the evaluation is of the plan {other!r}, not of {own!r}",
                    "この評価は計画{own!r}ではなく{other!r}のものである",
                    other=evaluation.plan.id,
                    own=plan.id,
                ),
                where="evaluation",
            )
        )
    speaker = Speaker(plan, language_of(plan, language), earlier=tuple(earlier))
    chosen = None if department is None else _department(plan, department)
    scope = _Scope(plan, chosen)
    speaker.here.update(scope.anchors())
    done = done_in(evaluation)
    library = _library_version(evaluation)
    made_up = evaluation is not None and _is_made_up(evaluation, scope, done)
    views = tuple(indicator_view(speaker, it, evaluation) for it in scope.indicators)
    report = Report(
        language=speaker.language,
        title=speaker.title(plan),
        subtitle=speaker.label("outline_only" if evaluation is None else "report_of"),
        period="" if evaluation is None else speaker.say(evaluation.period),
        rule="" if evaluation is None else speaker.say(evaluation.rule_title),
        synthetic=made_up,
        labels=labels(plan, speaker.language),
        cover=tuple(cover_facts(speaker, evaluation, chosen, made, library, made_up=made_up)),
        principle=speaker.phrase(plan.principle),
        prose=speaker.prose(plan),
        total=len(scope.indicators),
        indicators=views,
        outline_line=_outline_line(speaker, scope),
        outline=outline_items(speaker, done, scope.kept),
        departments=tuple(
            department_views(speaker, scope.departments, scope.measures, views, done)
        ),
        department=NOTHING if chosen is None else speaker.title(chosen),
        opinions=tuple(opinion_rows(speaker, evaluation)),
        lineage=tuple(lineage_rows(speaker, scope.indicators)),
        documents=tuple(documents(speaker)),
        legal=tuple(legal_links(speaker)),
        made_with=speaker.label("made_with", version=library),
    )
    if evaluation is not None:
        report = _judged(report, speaker, evaluation, scope)
    return report if chosen is not None else _whole(report, speaker)


def _outline_line(speaker: Speaker, scope: _Scope) -> str:
    """How many of each level there are; of sections and measures where it has no other words."""
    levels = level_counts(speaker.plan, (*scope.sections, *scope.measures))
    if speaker.language == "ja" or (levels and all(str(it).isascii() for it in levels)):
        return speaker.label("levels_line", levels=levels)
    return speaker.label("numbers_line", sections=len(scope.sections), measures=len(scope.measures))


def _department(plan: Plan[Any], given: Department | Ref[Department] | str) -> Department:
    pointer: Ref[Department] = Ref("department", given if isinstance(given, str) else given.id)
    return plan[pointer]


class _Scope:
    """What a report is about: everything, or what one department answers for."""

    def __init__(self, plan: Plan[Any], chosen: Department | None) -> None:
        self.plan = plan
        self.chosen = chosen
        self.kept: frozenset[str] | None = None
        if chosen is None:
            self.indicators = plan.indicators
            self.measures = plan.measures()
            self.departments = plan.departments
            self.sections = [it for it in plan.walk() if not isinstance(it, Measure)]
            return
        self.indicators = plan.indicators_of(chosen)
        self.measures = plan.measures(chosen)
        self.departments = (chosen,)
        own = [it for it in plan.walk() if any(ref.id == chosen.id for ref in it.departments)]
        measured = [
            node for it in self.indicators for node in plan.nodes_of(it) if isinstance(node, Node)
        ]
        again = [node for it in self.measures for node in plan.relisted_under(it)]
        self.kept = frozenset(
            above.id for it in (*self.measures, *own, *measured, *again) for above in plan.path(it)
        )
        self.sections = [
            it for it in plan.walk() if it.id in self.kept and not isinstance(it, Measure)
        ]

    def series(self) -> frozenset[str]:
        """The ids of every series behind its indicators."""
        return frozenset(
            it.id
            for indicator in self.indicators
            for it in (indicator, *indicator.benchmarks, *indicator.parts)
        )

    def anchors(self) -> Iterator[str]:
        """The places that the report has."""
        yield from (f"indicator-{it.id}" for it in self.indicators)
        yield from (f"department-{it.id}" for it in self.departments)
        yield from (f"node-{it.id}" for it in self.sections)
        yield from (f"measure-{it.id}" for it in self.measures)


def _library_version(evaluation: Evaluation | None) -> str:
    """The version that judged, or of the library that is installed."""
    if evaluation is not None:
        return evaluation.library_version
    from importlib.metadata import version

    return version("planmodel")


def _is_made_up(evaluation: Evaluation, scope: _Scope, done: Done) -> bool:
    """Whether anything that the report shows was made up."""
    if scope.chosen is None:
        return evaluation.synthetic
    assessments = [evaluation[it] for it in scope.indicators]
    known = evaluation.observations.known_by(evaluation.known_by)
    shown = scope.series()
    return (
        any(it.synthetic for it in assessments)
        or any(row.synthetic for row in known if row.series in shown)
        or any(row.synthetic for it in scope.measures for row in done.get(it.id, ()))
        or any(row.synthetic for row in known.opinions if row.period == evaluation.period)
    )


def _whole(report: Report, speaker: Speaker) -> Report:
    """What only a report on the whole plan tells."""
    return evolve(
        report,
        gaps=absence_rows(speaker, undecided=False),
        open_places=absence_rows(speaker, undecided=True),
        figures=tuple(figure_rows(speaker)),
        governance=tuple(governance_facts(speaker)),
        roles=tuple(role_facts(speaker)),
        relations=tuple(relation_facts(speaker, descent=False)),
        descent=tuple(relation_facts(speaker, descent=True)),
    )


def _judged(report: Report, speaker: Speaker, evaluation: Evaluation, scope: _Scope) -> Report:
    assessments = [evaluation[it] for it in scope.indicators]
    assessed = sum(it.is_judged for it in assessments)
    total = len(assessments)
    sections = tuple(section_rows(speaker, evaluation)) if scope.chosen is None else ()
    return evolve(
        report,
        evaluated=True,
        headline=_headline(speaker, assessed, total, len(evaluation)),
        assessed=assessed,
        coverage=speaker.label("n_of_m", n=assessed, m=total) if total else "",
        counts=counts(speaker, evaluation, assessments) if total else (),
        sections=sections,
        sections_note=shared_reason(speaker, sections),
        unjudged=tuple(_unjudged(speaker, assessments)),
        data=tuple(data_sources(speaker, evaluation, scope.series())),
        **_outlooks(speaker, report),
    )


def _outlooks(speaker: Speaker, report: Report) -> dict[str, Any]:
    """What the outlooks of all indicators come to."""
    held = [
        (evolve(it.title, text=f"{it.number} {it.title.text}".strip()), it.anchor, it.outlook)
        for it in report.indicators
        if it.outlook is not None
    ]
    views = [view for _, _, view in held]
    return {
        "outlook_headline": outlook_headline(speaker, views),
        "arrivals": arrivals(speaker, views),
        "no_outlook": tuple(without_outlook(speaker, held)),
    }


def _headline(speaker: Speaker, assessed: int, total: int, whole: int) -> str:
    name = "headline"
    if not total:
        name = "headline_not_own" if whole else "headline_empty"
    elif not assessed:
        name = "headline_none"
    elif assessed == total:
        name = "headline_all"
    return speaker.label(name, n=assessed, m=total, rest=total - assessed, all=whole)


def _unjudged(speaker: Speaker, assessments: Iterable[Assessment]) -> Iterator[UnjudgedGroup]:
    groups: dict[str, list[Assessment]] = {}
    for it in assessments:
        if not it.is_judged:
            reason = it.state or "" if it.reason is None else speaker.sentence(it.reason)
            groups.setdefault(reason, []).append(it)
    for reason, held in groups.items():
        yield UnjudgedGroup(
            reason,
            tuple(
                speaker.link(number_and_title(speaker, it.indicator), f"indicator-{it.id}")
                for it in held
            ),
        )
