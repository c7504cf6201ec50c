"""What a plan and its ledger say about one indicator in one period, gathered for a judgement."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve, frozen

from planmodel.evaluation import reasons as why
from planmodel.evaluation.aiming import Aim, aim_of
from planmodel.evaluation.counting import is_percentage
from planmodel.evaluation.elapsing import is_due, times_of
from planmodel.evaluation.facts import Direction, Facts
from planmodel.evaluation.goals import Around, Goal, all_met, compared_series, goal_in
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.precision import subtract
from planmodel.evaluation.reached import Standing, standing_of
from planmodel.evaluation.scene import Scene
from planmodel.evaluation.timeline import (
    Place,
    Reading,
    Series,
    find_row,
    nearby,
    position,
    series_of,
)
from planmodel.model.absence import NotStated
from planmodel.model.indicators import Baseline, Indicator
from planmodel.model.targets import Target
from planmodel.periods import CalendarYear, FiscalYear, Period, Window
from planmodel.text import Text, say

__all__ = ["Gathered", "gather"]

_SIDE = say(
    "the direction is taken from the side of the target",
    "望ましい方向は目標の形（以上・以下）による",
)
_DIRECTIONS: tuple[Direction, ...] = ("increase", "decrease")


@frozen
class Gathered:
    """Everything known about an indicator in a period (see `Assessment` for the fields)."""

    facts: Facts
    series: Series
    aim: Aim
    baseline: Baseline | None
    reading: Reading | None
    around: Around
    at: Period
    """The period of the row that counts."""
    no_base: NotAssessable | None
    """Why the whole that is printed beside the value does not divide it."""
    change: Decimal | None
    notes: tuple[Text, ...]
    reason: NotAssessable | None
    no_time: NotAssessable | None
    """Why the time from the baseline to the value, or to the target, cannot be told."""
    first: Place | None
    """Where the plan begins."""

    @property
    def target(self) -> Target | None:
        """The target that is measured."""
        return self.aim.target

    @property
    def goal(self) -> Goal:
        """What it asks for in the period."""
        return self.aim.goal

    @property
    def standing(self) -> Standing | None:
        """Reached, held or lost, every period against what was asked for in that very period.

        ``None`` where nothing can be met, or nothing is asked of the period yet.
        """
        found = _standing(self.series, self.aim, self.around, self.at, self.first)
        if found is None or found.reason is None:
            return found
        return evolve(found, reason=self.reason)


def gather(scene: Scene, indicator: Indicator) -> Gathered:
    """What the plan and the ledger say about *indicator*, as known."""
    known_by, period = scene.known_by, scene.period
    baseline = indicator.baseline.known_by(known_by) if indicator.baseline else None
    rows = scene.rows(indicator.id)
    series = series_of(scene.plan, indicator, rows, baseline)
    reading = find_row(rows, period)
    notes: list[Text] = [*series.notes]
    if reading is not None and reading.note is not None:
        notes.append(reading.note)
    at = _asked_of(indicator, baseline, scene) if reading is None else reading.row.period
    if reading is None and at != period:
        notes.append(_taken_as(period, at))
    value = series.numbers.get(at)
    previous = _previous(series, at, baseline)
    reference = None if baseline is None else baseline.value
    around = Around(period, scene.benchmark, scene.names, reference, previous)
    aim = aim_of(indicator, baseline, around, known_by)
    notes.extend(aim.notes(position(at)))
    notes.extend(_stand_ins(scene, indicator, aim, at))
    target, goal = aim.target, aim.goal
    direction = _direction(indicator, goal, notes)
    reached = all_met(aim.goals, value, series.words.get(at, ""))
    if reached and aim.is_yearly:
        standing = _standing(series, aim, around, at, scene.first)
        if standing is not None and standing.word == "lost":
            reached = False
            notes.append(say("{standing}", "{standing}", standing=standing))
    times = times_of(baseline, at, target)
    notes.extend(times.notes)
    base = _base(scene, indicator, reading, at)
    is_share = base is not None and is_percentage(indicator.unit, scene.plan)
    reason = _why_no_value(series, at, reading, aim, period) if value is None else goal.reason
    facts = Facts(
        value=value,
        target=goal.number,
        baseline=reference,
        base=None if is_share else base,
        expected=aim.expected(position(at)),
        previous=previous,
        elapsed=times.passed,
        duration=times.whole,
        direction=direction,
        path=aim.path,
        kind=indicator.kind,
        target_kind=aim.form,
        target_scope=aim.scope,
        has_path=not aim.is_direct if aim.finals else None,
        has_baseline=indicator.baseline is not None,
        final_year=scene.is_final,
        due=is_due(target, at),
        reached=reached,
        tags=frozenset(
            word
            for word in (indicator.role, indicator.stage, *(tag.topic.id for tag in indicator.tags))
            if word
        ),
        indicator=indicator.id,
        nearer=reason,
        drawn=aim.drawn(position(at)),
    )
    return Gathered(
        facts=facts,
        series=series,
        aim=aim,
        baseline=baseline,
        reading=reading,
        around=around,
        at=at,
        no_base=why.VALUE_IS_SHARE if is_share else None,
        change=None if value is None or previous is None else subtract(value, previous),
        notes=tuple(notes),
        reason=reason,
        no_time=times.reason,
        first=scene.first,
    )


def _asked_of(indicator: Indicator, baseline: Baseline | None, scene: Scene) -> Period:
    """What the period judged asks of *indicator* while there is no value.

    Where baseline and targets are of spans of one length, a single year is the end of such a
    span, as it is when there is a value of that span; else it is the period itself.
    """
    asked = scene.period
    known = (target.known_by(scene.known_by) for target in indicator.targets)
    spans = [target.period for target in known if target is not None]
    start = None if baseline is None else baseline.period
    if not isinstance(asked, (FiscalYear, CalendarYear)) or not isinstance(start, Window):
        return asked
    lengths = {len(it.years) if isinstance(it, Window) else 1 for it in (start, *spans)}
    if len(lengths) > 1 or not spans:
        return asked
    return start.shift(asked.year - start.last.year)


def _taken_as(period: Period, span: Period) -> Text:
    return say(
        "{period} is taken as the end of {span}, a span as long as those of baseline and target",
        "{period}を、基準値・目標と同じ長さの期間（{span}）の最終年として扱った",
        period=period,
        span=span,
    )


def _stand_ins(scene: Scene, indicator: Indicator, aim: Aim, at: Period) -> Iterator[Text]:
    """Where a value that something is held against is of another period than its own."""
    for pointer in (compared_series(target) for target in aim.finals):
        note = None if pointer is None else scene.stand_in(pointer.id, scene.period, at)
        if note is not None:
            yield note
    if indicator.denominator is not None:
        note = scene.stand_in(indicator.denominator.id, at, at)
        if note is not None:
            yield note


def _why_no_value(
    series: Series, at: Period, reading: Reading | None, aim: Aim, period: Period
) -> NotAssessable:
    if at in series.words and aim.done:
        text = say(
            "'{word}' is not declared to mean that it is done; these are: {done}",
            "「{word}」が達成に当たるかどうかが定められていない（達成に当たる語: {done}）",
            word=series.words[at],
            done=" / ".join(aim.done),
        )
        return NotAssessable(why.NOT_A_NUMBER.code, text)
    if reading is not None:
        return series.missing.get(at, why.NO_VALUE)
    others = nearby(series, period)
    text = (
        say(
            "no value for {period} is known, only for {others}",
            "{period}の実績値は得られておらず、{others}の値だけがある",
            period=period,
            others=others,
        )
        if others
        else say(
            "no value for {period} is known", "{period}の実績値が得られていない", period=period
        )
    )
    return NotAssessable(why.NO_VALUE.code, text)


def _previous(series: Series, at: Period, baseline: Baseline | None) -> Decimal | None:
    """The number of the year before; in the first year that is the baseline, if it is of it."""
    try:
        before = at.shift(-1)
    except ValueError:
        return None
    if before in series.numbers or before in series.missing:
        return series.numbers.get(before)
    return baseline.value if baseline is not None and baseline.period == before else None


def _direction(indicator: Indicator, goal: Goal, notes: list[Text]) -> Direction | None:
    for declared in _DIRECTIONS:
        if indicator.direction == declared:
            return declared
    if goal.direction is not None:
        notes.append(_SIDE)
    return goal.direction


def _base(
    scene: Scene, indicator: Indicator, reading: Reading | None, at: Period
) -> Decimal | None:
    if reading is not None and reading.row.base is not None:
        return reading.row.base
    if indicator.denominator is None:
        return None
    return scene.benchmark(indicator.denominator.id, at)


def _must_hold(period: Period, aim: Aim, first: Place | None) -> bool:
    """Whether a target of every year is about *period*: the plan and its way have begun."""
    start = None if aim.baseline is None else aim.baseline.period
    if (
        start is not None
        and not isinstance(start, NotStated)
        and position(period) <= position(start)
    ):
        return False
    return first is None or position(period) >= first


def _goals_then(period: Period, series: Series, aim: Aim, around: Around) -> tuple[Goal, ...]:
    previous = _previous(series, period, aim.baseline)
    then = evolve(around, period=period, previous=previous)
    return tuple(goal_in(target, then) for target in aim.finals)


def _standing(
    series: Series, aim: Aim, around: Around, at: Period, first: Place | None
) -> Standing | None:
    if aim.is_yearly and not _must_hold(at, aim, first):
        return None
    met: list[tuple[Period, bool | None]] = []
    for period, number in series.until(at):
        if aim.is_yearly and not _must_hold(period, aim, first):
            continue
        goals = aim.goals if period == at else _goals_then(period, series, aim, around)
        met.append((period, all_met(goals, number, series.words.get(period, ""))))
    is_open = all(it is None for _, it in met)
    if is_open and not any(goal.interval is not None or goal.done for goal in aim.goals):
        return None
    if not met or met[-1][0] != at:
        met.append((at, None))
    return standing_of(met, maintain=aim.is_kept, every_year=aim.is_yearly)
