"""The points that a chart of an indicator shows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from planmodel.evaluation.background import Point
from planmodel.evaluation.expecting import expected_value
from planmodel.evaluation.gathering import Gathered
from planmodel.evaluation.scene import Scene
from planmodel.evaluation.timeline import position
from planmodel.model.absence import NotStated
from planmodel.model.indicators import Baseline, Indicator
from planmodel.periods import CalendarYear, FiscalYear, Period

__all__ = ["chart_points"]

_LONGEST_PATH = 40


def chart_points(scene: Scene, indicator: Indicator, found: Gathered) -> tuple[Point, ...]:
    """Baseline, actuals, the expected path, targets and benchmark values, each in time order."""
    return tuple(_points(scene, indicator, found))


def _points(scene: Scene, indicator: Indicator, found: Gathered) -> Iterator[Point]:
    start = None if found.baseline is None else found.baseline.period
    first = found.facts.baseline
    if start is not None and first is not None and not isinstance(start, NotStated):
        yield Point(start, first, "baseline")
    rows = scene.rows(indicator.id)
    for period, number in sorted(found.series.numbers.items(), key=lambda it: position(it[0])):
        yield Point(period, number, "actual", rows[period].synthetic)
    yield from _path(found)
    for target in indicator.targets:
        known = target.known_by(scene.known_by)
        if known is None or isinstance(known.period, NotStated):
            continue
        aim = known.value
        if aim is None and known is found.target and not found.goal.moving:
            aim = found.goal.number
        if aim is not None:
            yield Point(known.period, aim, "target")
    for benchmark in indicator.benchmarks:
        yield from _benchmark(scene, benchmark.id)


def _benchmark(scene: Scene, key: str) -> Iterator[Point]:
    known: dict[Period, tuple[Decimal, bool]] = {}
    printed = getattr(scene.plan.index.entities.get(key), "baseline", None)
    baseline = printed.known_by(scene.known_by) if isinstance(printed, Baseline) else None
    if baseline is not None and baseline.value is not None:
        start = baseline.period
        if not isinstance(start, NotStated):
            known[start] = (baseline.value, False)
    for period, row in scene.rows(key).items():
        if row.value is not None and scene.counts(row):
            known[period] = (row.value, row.synthetic)
    for period in sorted(known, key=position):
        number, synthetic = known[period]
        yield Point(period, number, "benchmark", synthetic, key)


def _path(found: Gathered) -> Iterator[Point]:
    baseline, target = found.baseline, found.target
    if (
        baseline is None
        or target is None
        or found.goal.moving
        or found.aim.is_kept
        or found.facts.duration is None
    ):
        return
    start = baseline.period
    if not isinstance(start, (FiscalYear, CalendarYear)) or found.facts.target is None:
        return
    years = int(found.facts.duration)
    if not 0 < years <= _LONGEST_PATH:
        return
    for step in range(years + 1):
        at = start.shift(step)
        printed = found.aim.expected(position(at))
        facts = evolve(found.facts, elapsed=Decimal(step), expected=printed)
        number = expected_value(facts, facts.path)
        if isinstance(number, Decimal):
            yield Point(at, number, "expected")
