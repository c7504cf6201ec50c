"""The numbers of a chart as a table: one row a period, one column a kind of point."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from planmodel.evaluation.background import Point
from planmodel.evaluation.results import Evaluation
from planmodel.model.absence import NotStated
from planmodel.model.indicators import Baseline, Indicator
from planmodel.observations.records import Observation
from planmodel.periods import Period
from planmodel.reports.axes import place_in_time
from planmodel.reports.charting import KINDS, OUTLINES, figures_beside
from planmodel.reports.numbers import text_of_number, told_apart
from planmodel.reports.speaking import Speaker
from planmodel.reports.view import NOTHING, ValueTable, Words
from planmodel.reports.words import STATES

__all__ = ["plan_points", "value_table"]


def plan_points(indicator: Indicator) -> tuple[Point, ...]:
    """What the plan alone gives to draw: baseline, targets, and the benchmarks' baselines."""
    return tuple(_plan_points(indicator))


def _plan_points(indicator: Indicator) -> Iterator[Point]:
    yield from _baseline_point(indicator.baseline, "baseline")
    for target in indicator.targets:
        if target.value is not None and not isinstance(target.period, NotStated):
            yield Point(target.period, target.value, "target")
    for benchmark in indicator.benchmarks:
        yield from _baseline_point(benchmark.baseline, "benchmark", benchmark.id)


def _baseline_point(baseline: Baseline | None, kind: str, note: str = "") -> Iterator[Point]:
    if baseline is not None and baseline.value is not None:
        period = baseline.period
        if not isinstance(period, NotStated):
            yield Point(period, baseline.value, kind, note=note)


def value_table(
    speaker: Speaker,
    indicator: Indicator,
    points: tuple[Point, ...],
    evaluation: Evaluation | None,
) -> ValueTable:
    """The table beside the chart of *points*, with the values that exist but are no numbers."""
    rows: dict[Period, Observation] = {}
    now = None if evaluation is None else evaluation[indicator].value_period
    if evaluation is not None:
        rows = evaluation.observations.standing(indicator, evaluation.known_by)
    cells: dict[tuple[Period, str], Words] = {}
    for period, row in rows.items():
        cells[period, "actual"] = evolve(
            speaker.amount(row.amount, indicator.unit, _state(speaker, row)),
            synthetic=row.synthetic,
        )
    beside = figures_beside(points)
    for given in points:
        is_worked_out = given.kind == "expected"
        point = evolve(given, value=told_apart(given.value, beside)) if is_worked_out else given
        words = _cell(speaker, indicator, point, rows)
        before = cells.get((point.period, point.kind))
        if before is not None and point.kind == "benchmark":
            words = evolve(before, text=f"{before.text} / {words.text}")
        cells[point.period, point.kind] = words
    kinds = [kind for kind in KINDS if any(it == kind for _, it in cells)]
    periods = sorted({period for period, _ in cells}, key=place_in_time)
    return ValueTable(
        tuple((kind, speaker.label(kind), OUTLINES[kind]) for kind in kinds),
        tuple(
            (
                speaker.say(period),
                tuple(cells.get((period, kind), NOTHING) for kind in kinds),
                period == now,
            )
            for period in periods
        ),
    )


def _cell(
    speaker: Speaker, indicator: Indicator, point: Point, rows: dict[Period, Observation]
) -> Words:
    value = point.value
    if point.kind == "expected":
        return Words(text_of_number(value))
    row = rows.get(point.period) if point.kind == "actual" else None
    mark = ""
    if row is not None:
        mark = row.amount.mark
    elif point.kind == "baseline" and indicator.baseline is not None:
        mark = indicator.baseline.amount.mark
    elif point.kind == "target":
        marks = {
            it.amount.mark
            for it in indicator.targets
            if it.amount is not None and it.period == point.period and it.value == value
        }
        mark = min(marks) if marks else ""
    note = "" if row is None else _state(speaker, row)
    if point.kind == "actual" and row is None:
        note = point.note
    return Words(text_of_number(value) + mark, note=note, synthetic=point.synthetic)


def _state(speaker: Speaker, row: Observation) -> str:
    return "" if row.state == "final" else STATES[row.state].in_language(speaker.language)
