"""Tidy tables: one file a table, long form, header in row 1, one value a cell, ASCII names.

Times stand in their canonical form with their first and last day beside them (western, ISO).
Numbers are plain; why there is none stands in ``absences.csv``. A text that a spreadsheet might
take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from planmodel.exchange.cells import write_cell
from planmodel.exchange.csv_lines import csv_line
from planmodel.model.absence import Missing, NotStated
from planmodel.model.amounts import Amount
from planmodel.model.ids import Entity, Ref
from planmodel.model.indicators import Baseline, Indicator
from planmodel.model.outline import Node, Relisted
from planmodel.model.plan import Plan
from planmodel.model.targets import AgainstBenchmark, AllOf, Between, Relative, Target
from planmodel.periods import CalendarYear, Cohort, Day, FiscalYear, Window

__all__ = ["render"]

Record: TypeAlias = dict[str, object]

_NO_CELL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_PERIODS = (FiscalYear, CalendarYear, Day, Window, Cohort)


def render(plan: Plan[Any], *, bom: bool = False) -> Mapping[str, bytes]:
    """*plan* as CSV files by name, UTF-8; with *bom* as Excel expects it."""
    start = b"\xef\xbb\xbf" if bom else b""
    return {
        f"{name}.csv": start + _table(columns, records).encode("utf-8")
        for name, (columns, records) in _tables(plan).items()
    }


def _table(columns: str, records: Iterable[Record]) -> str:
    names = columns.split()
    lines = [csv_line(names)]
    lines += (csv_line(_cell(record.get(name)) for name in names) for record in records)
    return "".join(lines)


def _cell(value: object) -> str:
    if isinstance(value, (NotStated, Missing)):
        return ""
    if isinstance(value, Ref):
        return value.id
    if isinstance(value, str):
        value = _NO_CELL.sub(" ", value)
    return write_cell(value)


def _tables(plan: Plan[Any]) -> dict[str, tuple[str, Iterable[Record]]]:
    nodes = list(plan.walk())
    return {
        "plan": (
            "id word title status issuer issuer_code language version" + _TIME,
            [{**_own(plan), **_issuer(plan), "word": plan.word, **_time(plan.period)}],
        ),
        "outline": (
            "position id parent depth form word number title is_new lead source note",
            _outline(plan, nodes),
        ),
        "outline_departments": (
            "node position department",
            _pairs(nodes, "departments", "department"),
        ),
        "outline_partners": ("node position partner", _pairs(nodes, "partners", "partner")),
        "outline_indicators": (
            "node position indicator",
            _pairs([plan, *nodes], "measured_by", "indicator"),
        ),
        "outline_relisted": ("node number relisted", _relisted(nodes)),
        "indicators": (
            _INDICATOR_COLUMNS,
            _indicators(plan.indicators, ""),
        ),
        "targets": (
            "indicator position version form scope value unit mark text strict low high change"
            " change_unit of benchmark decided because printed note" + _TIME,
            _targets(plan),
        ),
        "benchmarks": ("id indicator title unit note", _benchmarks(plan)),
        "departments": (
            "id name parent category valid_from valid_to source note",
            map(_own, plan.departments),
        ),
        "partners": ("id name category role generic source note", map(_own, plan.partners)),
        "topics": ("axis axis_title id number title", _topics(plan)),
        "tags": ("about topic basis by because", _tags(plan, nodes)),
        "translations": ("language kind id text", _translations(plan)),
        "absences": ("about what kind reason", _absences(plan, nodes)),
    }


_TIME = " period first_day last_day"
_INDICATOR_COLUMNS = (
    "id parent kind title unit direction department number is_new stage role data_source"
    " path numerator denominator parts_add_up baseline baseline_text baseline_unit"
    " baseline_mark baseline_state baseline_period baseline_first_day baseline_last_day"
    " source note"
)


def _own(entity: Entity) -> Record:
    """The fields of *entity* by name."""
    record: Record = {
        it.alias or it.name: getattr(entity, it.name) for it in attrs.fields(type(entity))
    }
    return {**record, "source": entity.source.place if entity.source else ""}


def _time(period: object, prefix: str = "") -> Record:
    if not isinstance(period, _PERIODS):
        return {}
    return {
        f"{prefix}period": str(period),
        f"{prefix}first_day": period.first_day,
        f"{prefix}last_day": period.last_day,
    }


def _issuer(plan: Plan[Any]) -> Record:
    if plan.issuer is None:
        return {"issuer": ""}
    return {"issuer": plan.issuer.name, "issuer_code": plan.issuer.code}


def _outline(plan: Plan[Any], nodes: Iterable[Node]) -> Iterator[Record]:
    for position, node in enumerate(nodes, start=1):
        way = plan.path(node)
        yield {
            **_own(node),
            "position": str(position),
            "parent": way[-2].id if len(way) > 1 else plan.id,
            "depth": str(len(way)),
            "form": node.form,
            "word": node.word,
            "number": node.number,
        }


def _pairs(nodes: Iterable[Any], name: str, column: str) -> Iterator[Record]:
    for node in nodes:
        for position, ref in enumerate(getattr(node, name), start=1):
            yield {"node": node.id, "position": str(position), column: ref}


def _relisted(nodes: Iterable[Node]) -> Iterator[Record]:
    for node in nodes:
        for child in node.children:
            if isinstance(child, Relisted):
                yield {"node": node.id, "number": child.fixed_number, "relisted": child.of}


def _amount(amount: Amount | None, name: str, prefix: str = "") -> Record:
    if amount is None:
        return {}
    return {
        name: amount.number,
        f"{prefix}text": amount.words,
        f"{prefix}unit": amount.unit,
        f"{prefix}mark": amount.mark,
    }


def _indicators(indicators: Iterable[Indicator], parent: str) -> Iterator[Record]:
    for it in indicators:
        record: Record = {**_own(it), "kind": it.kind, "parent": parent, "baseline": None}
        if it.baseline is not None:
            record |= _amount(it.baseline.amount, "baseline", "baseline_")
            record |= {
                "baseline_state": it.baseline.state,
                **_time(it.baseline.period, "baseline_"),
            }
        yield record
        yield from _indicators(it.parts, it.id)


def _every(indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    for it in indicators:
        yield it
        yield from _every(it.parts)


def _targets(plan: Plan[Any]) -> Iterator[Record]:
    for it in _every(plan.indicators):
        for position, newest in enumerate(it.targets, start=1):
            # Version 1 is the first one; a revision counts on.
            versions = list(newest.versions())
            for version, target in zip(range(len(versions), 0, -1), versions, strict=True):
                yield {
                    "indicator": it.id,
                    "position": str(position),
                    "version": str(version),
                    **_target(target),
                }


def _target(target: Target) -> Record:
    record: Record = {
        it.alias or it.name: getattr(target, it.name) for it in attrs.fields(type(target))
    }
    record |= {"form": target.form, "value": target.value, **_time(target.period)}
    record |= _amount(target.amount, "value") if target.amount is not None else {}
    match target:
        case Between():
            record |= {
                "low": target.low.number,
                "high": target.high.number,
                "unit": target.low.unit,
            }
        case Relative():
            record |= {"change": target.change.size, "change_unit": target.change.unit}
        case AgainstBenchmark():
            record |= {"benchmark": target.benchmark}
        case AllOf():
            record |= {"benchmark": target.whole}
        case _:
            pass
    return record


def _benchmarks(plan: Plan[Any]) -> Iterator[Record]:
    for it in _every(plan.indicators):
        for benchmark in it.benchmarks:
            yield {**_own(benchmark), "indicator": it.id}


def _topics(plan: Plan[Any]) -> Iterator[Record]:
    for axis in plan.axes:
        for topic in axis.topics:
            yield {**_own(topic), "axis": axis.id, "axis_title": axis.title}


def _tags(plan: Plan[Any], nodes: Iterable[Node]) -> Iterator[Record]:
    tagged: list[Any] = [plan, *_every(plan.indicators), *nodes]
    for it in tagged:
        for tag in it.tags:
            yield {
                "about": it.id,
                "topic": tag.topic,
                "basis": tag.basis,
                "by": tag.by,
                "because": tag.because,
            }


def _translations(plan: Plan[Any]) -> Iterator[Record]:
    for text in plan.prose:
        yield {"language": plan.language, "kind": "prose", "id": text.of, "text": text.text}
    for it in plan.translations:
        for kind in ("titles", "prose", "phrases"):
            pairs: tuple[tuple[str, str], ...] = getattr(it, kind)
            for key, words in pairs:
                yield {
                    "language": it.language,
                    "kind": kind.removesuffix("s"),
                    "id": key,
                    "text": words,
                }


def _absences(plan: Plan[Any], nodes: Iterable[Node]) -> Iterator[Record]:
    """Everything that is not stated or missing, and why."""
    for it in (plan, *plan.departments, *plan.figures, *_every(plan.indicators), *nodes):
        for field in attrs.fields(type(it)):
            yield from _absence(it.id, field.alias or field.name, getattr(it, field.name))
        if isinstance(it, Indicator):
            for position, target in enumerate(it.targets, start=1):
                yield from _absence(it.id, f"targets[{position}].period", target.period)
                if target.amount is not None:
                    yield from _absence(it.id, f"targets[{position}]", target.amount)
    for gap in plan.gaps:
        yield {"about": gap.about, "what": gap.what, "kind": "not_stated", "reason": gap.reason}


def _absence(about: str, what: str, value: object) -> Iterator[Record]:
    if isinstance(value, Baseline):
        yield from _absence(about, what, value.amount)
        yield from _absence(about, f"{what}.period", value.period)
    absence = value.absence if isinstance(value, Amount) else value
    if isinstance(absence, (NotStated, Missing)):
        kind = "not_stated" if isinstance(absence, NotStated) else "missing"
        yield {"about": about, "what": what, "kind": kind, "reason": absence.reason}
