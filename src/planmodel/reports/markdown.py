"""The Markdown report: the same view model as plain text, every sign of it escaped."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from planmodel.evaluation.results import Evaluation
from planmodel.model.ids import Ref
from planmodel.model.organisations import Department
from planmodel.model.plan import Plan
from planmodel.reports.building import build_report
from planmodel.reports.marking import bullet, cell, escape, link, series, table
from planmodel.reports.outline_markdown import measure_lines, outline_item
from planmodel.reports.outlook_markdown import outlook_line, outlook_lines
from planmodel.reports.view import (
    DepartmentView,
    Fact,
    IndicatorView,
    Report,
)

__all__ = ["render_markdown"]

_BLANKS = re.compile(r"\n{3,}")


def render_markdown(  # noqa: PLR0913 - the choices of a report
    plan: Plan[Any],
    evaluation: Evaluation | None = None,
    *,
    language: str | None = None,
    department: Department | Ref[Department] | str | None = None,
    made: dt.date | None = None,
    earlier: Iterable[Plan[Any]] = (),
    view: Report | None = None,
) -> str:
    """A report as CommonMark with tables (see `build_report` for the arguments).

    Raises:
        UsageError: the language is unknown, or the evaluation is of another plan.
        UnknownIdError: the plan has no such department.
    """
    report = view or build_report(
        plan, evaluation, language=language, department=department, made=made, earlier=earlier
    )
    text = "\n".join(_lines(report)).strip() + "\n"
    return _BLANKS.sub("\n\n", text)


def _lines(r: Report) -> Iterator[str]:  # noqa: C901 - one part after the other
    L = r.labels  # noqa: N806 - the name that the templates use
    if r.synthetic:
        yield from (f"> **{L['synthetic']}** — {escape(L['synthetic_banner'])}", "")
    yield from (f"# {cell(r.title)}", "")
    yield from (f"**{escape(' — '.join(it for it in (r.subtitle, r.period) if it))}**", "")
    yield from _facts(r.cover)
    if r.principle:
        yield from ("", f"**{L['principle']}**: {cell(r.principle)}")
    if r.prose:
        yield from ("", escape(r.prose.text))
    yield from ("", f"## {L['summary']}", "")
    yield from _summary(r)
    yield from ("", f"## {L['indicators']}", "")
    yield from _overview(r)
    if r.evaluated and r.indicators:
        yield from ("", f"## {L['unjudged']}", "")
        yield from _unjudged(r)
    if r.outlook_headline:
        yield from ("", f"## {L['outlook']}", "")
        yield from outlook_lines(r)
    if r.indicators:
        yield from ("", f"## {L['details']}", "")
        for indicator in r.indicators:
            yield from _indicator(r, indicator)
    yield from ("", f"## {L['outline']}", "", escape(r.outline_line), "")
    for item in r.outline:
        yield from outline_item(r, item)
    if r.departments:
        yield from ("", f"## {L['departments']}", "")
        for it in r.departments:
            yield from _department(r, it)
    yield from _rest(r)
    yield from ("", "---", "", escape(r.made_with))
    if r.synthetic:
        yield from ("", f"**{escape(L['synthetic_short'])}**")


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        yield f"- **{escape(fact.label)}**: {cell(fact.value)}"


def _summary(r: Report) -> Iterator[str]:
    L = r.labels  # noqa: N806
    if not r.evaluated:
        yield escape(L["no_evaluation"])
        return
    coverage = f"**{escape(r.coverage)}** — " if r.coverage else ""
    yield from (f"{coverage}{escape(r.headline)}", "")
    if r.counts:
        rows = [(escape(it.label), str(it.count)) for it in r.counts]
        yield from table((L["grade"], L["indicators_count"]), rows, right=(1,))
    if r.sections:
        yield from ("", f"### {L['by_section']}", "")
        if r.sections_note:
            yield from (escape(r.sections_note), "")
        sections = [
            (
                "\u3000" * (it.depth - 1) + cell(it.heading),
                escape(it.coverage),
                " — ".join(escape(x) for x in (it.grade or L["no_grade"], it.reason) if x),
            )
            for it in r.sections
        ]
        shown = 2 if r.sections_note else 3
        head = (L["section"], L["coverage"], L["judgement"])
        yield from table(head[:shown], (row[:shown] for row in sections))


def _verdict(r: Report, it: IndicatorView) -> str:
    if it.judged:
        brackets = f" ({escape(it.printed)})" if it.printed else ""
        return f"**{escape(it.grade)}**{brackets}"
    state = f" ({escape(it.grade)})" if it.grade else ""
    return f"{r.labels['not_judged']}{state} — {escape(it.reason)}"


def _name(it: IndicatorView) -> str:
    mark = f"{escape(it.number)} " if it.number else ""
    return mark + cell(it.title)


def _overview(r: Report) -> Iterator[str]:
    L = r.labels  # noqa: N806
    if not r.indicators:
        yield escape(L["no_own_indicators" if r.department else "no_indicators"])
        return
    judged = r.evaluated
    head = [L["indicator"], L["department"], L["baseline"]]
    has_expected = any(it.expected for it in r.indicators)
    head += [L["actual"]] if judged else []
    head += [L["expected"]] if has_expected else []
    head += [L["target"], *([L["judgement"]] if judged else [])]
    rows = (
        [
            _name(it) + (f" **{L['is_new']}**" if it.is_new else ""),
            series(map(link, it.departments), r.language),
            cell(it.baseline),
            *([cell(it.actual, L)] if judged else []),
            *([cell(it.expected)] if has_expected else []),
            cell(it.target),
            *([_verdict(r, it)] if judged else []),
        ]
        for it in r.indicators
    )
    yield from table(head, rows)


def _unjudged(r: Report) -> Iterator[str]:
    if not r.unjudged:
        yield escape(r.labels["all_judged"])
        return
    yield from (escape(r.labels["unjudged_note"]), "")
    for group in r.unjudged:
        yield f"- **{escape(group.reason)}** ({len(group.indicators)})"
        yield from (f"  - {link(it)}" for it in group.indicators)


def _indicator(r: Report, it: IndicatorView) -> Iterator[str]:
    L = r.labels  # noqa: N806
    yield from ("", f"### {_name(it)}", "")
    if it.prose:
        yield from (escape(it.prose.text), "")
    if r.evaluated:
        yield from (_verdict(r, it), "")
    if it.by_hand:
        yield from (f"{cell(it.by_hand, L)}", "")
    yield from _facts(it.outcome)
    yield from _facts(it.facts)
    yield from _place_and_aim(r, it)
    for note in it.notes:
        yield f"- **{L['assumptions']}**: {escape(note)}"
    if it.table.rows:
        yield ""
        head = [f"{L['period']} ({cell(it.unit)})", *(label for _, label, _ in it.table.kinds)]
        rows = (
            [escape(period), *(cell(x, L) for x in cells)] for period, cells, _ in it.table.rows
        )
        yield from table(head, rows, right=range(1, len(head)))
    if it.outlook is not None and not it.outlook.said:
        yield from ("", outlook_line(r, it.outlook))
    if it.parts:
        yield ""
        head = [L["parts"], L["baseline"], L["actual"], L["target"]]
        yield from table(head, ([cell(x, L) for x in part] for part in it.parts))
    yield from _steps(r, it)


def _place_and_aim(r: Report, it: IndicatorView) -> Iterator[str]:
    L = r.labels  # noqa: N806
    if it.departments:
        yield f"- **{L['department']}**: {series(map(link, it.departments), r.language)}"
    where = ", ".join(link(x) for x in it.nodes)
    if where:
        yield f"- **{L['attached']}**: {where}"
    if not it.table.rows:
        yield f"- **{L['baseline']}**: {cell(it.baseline) if it.baseline else L['none']}"
    yield f"- **{L['target']}**: {cell(it.target) if it.target else L['none']}"


def _steps(r: Report, it: IndicatorView) -> Iterator[str]:
    L = r.labels  # noqa: N806
    if it.steps:
        yield from ("", f"{L['steps']}:", "")
        for position, step in enumerate(it.steps, start=1):
            said = [escape(step.name)]
            said += [f"= **{escape(step.value)}**"] if step.value else []
            said += [f": {escape(step.formula)}"] if step.formula else []
            inputs = "; ".join(f"{escape(name)} = {escape(value)}" for name, value in step.inputs)
            said += [f"({inputs})"] if inputs else []
            said += [f"— {escape(step.note)}"] if step.note else []
            yield f"{position}. {' '.join(said)}"


def _department(r: Report, it: DepartmentView) -> Iterator[str]:
    yield from ("", f"### {cell(it.name)}", "", escape(it.summary), "")
    if it.parent:
        yield from (escape(it.parent.text), "")
    for indicator in it.indicators:
        verdict = f": {_verdict(r, indicator)}" if r.evaluated else ""
        yield bullet(f"{_name(indicator)}{verdict}")
    for way, rows in it.measures:
        yield from ("", escape(way.text) or "—", "")
        for row in rows:
            yield from measure_lines(r, row, short=True)


def _rest(r: Report) -> Iterator[str]:
    L = r.labels  # noqa: N806
    if r.opinions:
        yield from ("", f"## {L['opinions']}", "")
        yield from table(
            (L["opinion"], L["answer"]),
            (
                (
                    f"{cell(it.by)}: {cell(evolve(it.text, synthetic=it.synthetic), L)}",
                    cell(it.answer),
                )
                for it in r.opinions
            ),
        )
    if not r.department:
        yield from _gaps(r)
    if r.figures:
        yield from ("", f"## {L['context']}", "")
        yield from table(
            (L["figure"], L["value"]),
            (
                (f"{cell(group)}: {cell(title)}" if group else cell(title), cell(amount))
                for group, title, amount in r.figures
            ),
        )
    if r.descent or r.lineage:
        yield from ("", f"## {L['lineage']}", "")
        yield from _facts(r.descent)
        yield from _lineage(r)
    for name, facts in (("governance", r.governance), ("roles", r.roles)):
        if facts:
            yield from ("", f"## {L[name]}", "")
            yield from _facts(facts)
    if r.relations:
        yield from ("", f"## {L['relations']}", "")
        yield from _facts(r.relations)
    yield from _sources(r)


def _sources(r: Report) -> Iterator[str]:
    L = r.labels  # noqa: N806
    if r.legal or r.documents or r.data:
        yield from ("", f"## {L['sources']}")
    for name, links in (("legal", r.legal), ("documents", r.documents), ("data", r.data)):
        if links:
            yield from ("", f"### {L[name]}", "")
            yield from (bullet(link(it)) for it in links)


def _lineage(r: Report) -> Iterator[str]:
    L = r.labels  # noqa: N806
    if not r.lineage:
        return
    yield from ("", f"### {L['lineage_indicators']}", "")
    yield from table(
        (L["indicator"], L["replaces"], L["because"], L["series"]),
        (
            (link(it.indicator), cell(it.before), cell(it.because), escape(it.fate))
            for it in r.lineage
        ),
    )


def _gaps(r: Report) -> Iterator[str]:
    L = r.labels  # noqa: N806
    for name, why, rows in (("open_places", "noted", r.open_places), ("gaps", "why", r.gaps)):
        if rows:
            yield from ("", f"## {L[name]}", "", escape(L[f"{name}_note"]), "")
            said = (
                (
                    cell(it.what),
                    cell(evolve(it.reason, note="")),
                    "; ".join(link(x) for x in it.things),
                )
                for it in rows
            )
            yield from table((L["what"], L[why], L["concerns"]), said)
    if not r.open_places and not r.gaps:
        yield from ("", f"## {L['gaps']}", "", escape(L["no_gaps"]))
