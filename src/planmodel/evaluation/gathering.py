"""What a plan and its ledger say about one indicator in one period, gathered for a judgement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from attrs import define, field, frozen

from planmodel.evaluation import reasons as why
from planmodel.evaluation.facts import Direction, Facts, Path
from planmodel.evaluation.goals import Around, Goal, goal_in
from planmodel.evaluation.interval import Interval
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.reached import Standing, standing
from planmodel.evaluation.timeline import Reading, Series, elapsed, find_row, position, series_of
from planmodel.model.absence import NotStated
from planmodel.model.indicators import Baseline, Indicator
from planmodel.model.plan import Plan
from planmodel.model.targets import Target
from planmodel.observations.ledger import Observations
from planmodel.periods import Period
from planmodel.text import Text, say

__all__ = ["Gathered", "Scene", "gather"]

_LINEAR = say("linear path assumed", "直線的な進捗を仮定")
_SIDE = say(
    "the direction is taken from the side of the target",
    "望ましい方向は目標の形（以上・以下）による",
)
_SEVERAL = say(
    "several conditions are due together; the first one is measured, all must hold",
    "同じ期限の条件が複数あり、比率は最初の条件で測り、達成はすべてを満たす場合とする",
)
_PRECISION = 60
_DIRECTIONS: tuple[Direction, ...] = ("increase", "decrease")


@define
class Scene:
    """The plan, the ledger and the two clocks of an evaluation, with rows looked up once.

    Attributes:
        plan: what is judged.
        observations: the ledger.
        period: the period judged.
        known_by: the day up to which facts count.
        is_final: whether the period is the plan's last year, or later.
    """

    plan: Plan[Any]
    observations: Observations
    period: Period
    known_by: dt.date | None
    is_final: bool
    names: Mapping[str, str]
    _standing: dict[str, Mapping[Period, Any]] = field(factory=dict[str, Mapping[Period, Any]])

    def rows(self, series: str) -> Mapping[Period, Any]:
        """The rows that hold for *series*, by period."""
        found = self._standing.get(series)
        if found is None:
            found = self._standing[series] = self.observations.standing(series, self.known_by)
        return found

    def benchmark(self, series: str, period: Period) -> Decimal | None:
        """The value of another series in *period*, observed or printed as its baseline."""
        reading = find_row(self.rows(series), period)
        if reading is not None:
            return reading.row.value
        thing = self.plan.index.entities.get(series)
        baseline = getattr(thing, "baseline", None)
        if isinstance(baseline, Baseline) and baseline.period == period:
            return baseline.value
        return None


@frozen
class Gathered:
    """Everything known about an indicator in a period (see `Assessment` for the fields)."""

    facts: Facts
    series: Series
    goal: Goal
    target: Target | None
    baseline: Baseline | None
    reading: Reading | None
    standing: Standing | None
    change: Decimal | None
    notes: tuple[Text, ...]
    reason: NotAssessable | None


def _decimal(share: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = _PRECISION
        return Decimal(share.numerator) / Decimal(share.denominator)


def _due(target: Target) -> Fraction | None:
    return None if isinstance(target.period, NotStated) else position(target.period)


def _targets_in_force(indicator: Indicator, known_by: dt.date | None) -> list[Target]:
    known = (target.known_by(known_by) for target in indicator.targets)
    return [target for target in known if target is not None]


def _final(targets: list[Target]) -> list[Target]:
    """The targets due last (several where several conditions are due together)."""
    dates = [due for due in map(_due, targets) if due is not None]
    if not dates:
        return targets[:1]
    last = max(dates)
    return [target for target in targets if _due(target) == last]


def gather(scene: Scene, indicator: Indicator) -> Gathered:
    """What the plan and the ledger say about *indicator*, as known."""
    known_by, period = scene.known_by, scene.period
    baseline = indicator.baseline.known_by(known_by) if indicator.baseline else None
    rows = scene.rows(indicator.id)
    series = series_of(indicator, rows, baseline)
    reading = find_row(rows, period)
    notes: list[Text] = [*series.notes]
    if reading is not None and reading.note is not None:
        notes.append(reading.note)
    at = period if reading is None else reading.row.period
    value = series.numbers.get(at)
    previous = _previous(series, at)

    targets = _targets_in_force(indicator, known_by)
    finals = _final(targets)
    reference = None if baseline is None else baseline.value
    around = Around(period, scene.benchmark, scene.names, reference, previous)
    goals = [goal_in(target, around) for target in finals]
    goal = goals[0] if goals else Goal(reason=_no_target(indicator))
    if len(goals) > 1:
        notes.append(_SEVERAL)
    if goal.note is not None:
        notes.append(goal.note)

    target = finals[0] if finals else None
    direction = _direction(indicator, goal, notes)
    path = _path(indicator, notes) if target is not None else None
    times = _times(baseline, at, target, notes)
    kept = target is not None and target.scope in ("every_year", "keep")
    expected = goal.number if kept else _expected(targets, around, position(at), baseline)
    meets = [it.interval for it in goals if it.interval is not None]
    stands = _standing(series, finals, around, at) if meets else None
    facts = Facts(
        value=value,
        target=goal.number,
        baseline=reference,
        base=_base(scene, indicator, reading, at),
        expected=expected,
        previous=previous,
        elapsed=times[0],
        duration=times[1],
        direction=direction,
        path=path,
        kind=indicator.kind,
        target_kind=None if target is None else target.form,
        final_year=scene.is_final,
        reached=_reached(value, meets) if meets and len(meets) == len(goals) else None,
        tags=frozenset(
            word
            for word in (indicator.role, indicator.stage, *(tag.topic.id for tag in indicator.tags))
            if word
        ),
        indicator=indicator.id,
    )
    change = None if value is None or previous is None else value - previous
    reason = _why_no_value(series, at, reading, period) if value is None else goal.reason
    return Gathered(
        facts, series, goal, target, baseline, reading, stands, change, tuple(notes), reason
    )


def _why_no_value(
    series: Series, at: Period, reading: Reading | None, period: Period
) -> NotAssessable:
    if reading is not None:
        return series.missing.get(at, why.NO_VALUE)
    return NotAssessable(
        why.NO_VALUE.code,
        say(
            "no value for {period} is known",
            "{period}の実績値が得られていない",
            period=period,
        ),
    )


def _no_target(indicator: Indicator) -> NotAssessable:
    absence = indicator.not_stated("targets")
    if absence is None:
        return why.NO_TARGET
    text = say("the target is not stated ({why})", "目標の記載がない（{why}）", why=absence.reason)
    return NotAssessable("target_not_stated", text)


def _previous(series: Series, at: Period) -> Decimal | None:
    try:
        return series.numbers.get(at.shift(-1))
    except ValueError:
        return None


def _direction(indicator: Indicator, goal: Goal, notes: list[Text]) -> Direction | None:
    for declared in _DIRECTIONS:
        if indicator.direction == declared:
            return declared
    if goal.direction is not None:
        notes.append(_SIDE)
    return goal.direction


def _path(indicator: Indicator, notes: list[Text]) -> Path:
    if indicator.path is not None and not isinstance(indicator.path, NotStated):
        return indicator.path
    notes.append(_LINEAR)
    return "linear"


def _times(
    baseline: Baseline | None, at: Period, target: Target | None, notes: list[Text]
) -> tuple[Decimal | None, Decimal | None]:
    if baseline is None or isinstance(baseline.period, NotStated):
        return None, None
    passed, note = elapsed(baseline.period, at)
    if note is not None:
        notes.append(note)
    if target is None or isinstance(target.period, NotStated):
        return _decimal(passed), None
    whole, note = elapsed(baseline.period, target.period)
    if note is not None and note not in notes:
        notes.append(note)
    return _decimal(passed), _decimal(whole)


def _expected(
    targets: list[Target], around: Around, now: Fraction, baseline: Baseline | None
) -> Decimal | None:
    """The year's expected value, where the plan prints targets for several years."""
    points: dict[Fraction, Decimal] = {}
    for target in targets:
        due, goal = _due(target), goal_in(target, around)
        if due is not None and goal.number is not None and not goal.moving:
            points.setdefault(due, goal.number)
    if len(points) <= 1 or now in points:
        return points.get(now) if len(points) > 1 else None
    if baseline is not None and baseline.value is not None:
        start = baseline.period
        if not isinstance(start, NotStated) and position(start) < min(points):
            points[position(start)] = baseline.value
    return _between(points, now)


def _between(points: Mapping[Fraction, Decimal], now: Fraction) -> Decimal | None:
    earlier = max((at for at in points if at < now), default=None)
    later = min((at for at in points if at > now), default=None)
    if earlier is None or later is None:
        return None
    with localcontext() as context:
        context.prec = _PRECISION
        share = _decimal((now - earlier) / (later - earlier))
        return points[earlier] + (points[later] - points[earlier]) * share


def _base(
    scene: Scene, indicator: Indicator, reading: Reading | None, at: Period
) -> Decimal | None:
    if reading is not None and reading.row.base is not None:
        return reading.row.base
    if indicator.denominator is None:
        return None
    return scene.benchmark(indicator.denominator.id, at)


def _reached(value: Decimal | None, meets: list[Interval]) -> bool | None:
    return None if value is None else all(it.contains(value) for it in meets)


def _standing(series: Series, finals: list[Target], around: Around, at: Period) -> Standing:
    """Reached, held or lost, every period against what was asked for in that very period."""
    met: list[tuple[Period, Decimal | None]] = []
    for period, number in series.until(at):
        then = Around(period, around.benchmark, around.names, around.reference, None)
        intervals = [goal_in(target, then).interval for target in finals]
        known = [it for it in intervals if it is not None]
        if number is None or len(known) < len(finals):
            met.append((period, None))
        else:
            met.append((period, Decimal(all(it.contains(number) for it in known))))
    if not met or met[-1][0] != at:
        met.append((at, None))
    keep = any(target.scope in ("keep", "every_year") for target in finals)
    return standing(met, bool, maintain=keep)
