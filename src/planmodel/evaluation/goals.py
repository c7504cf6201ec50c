"""What a target asks for in a period: the numbers that meet it, or why that cannot be said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import singledispatch
from typing import Any, Literal, TypeAlias

from attrs import evolve, frozen

from planmodel.evaluation import reasons as why
from planmodel.evaluation.interval import Interval
from planmodel.evaluation.outcome import NotAssessable
from planmodel.model.ids import Ref
from planmodel.model.targets import (
    AgainstBenchmark,
    AllOf,
    Between,
    Bound,
    Milestone,
    NoNumber,
    Rank,
    Relative,
    Side,
    Target,
)
from planmodel.periods import Period
from planmodel.text import Text, say

__all__ = [
    "Around",
    "BenchmarkAt",
    "Goal",
    "all_met",
    "compared_series",
    "goal_in",
    "is_moving",
    "together",
]

BenchmarkAt: TypeAlias = Callable[[str, Period], Decimal | None]
"""The value of a benchmark in a period, or nothing."""

Wanted: TypeAlias = Literal["increase", "decrease"]


@frozen
class Goal:
    """A target in one period.

    Attributes:
        number: the number aimed at, where there is one.
        interval: the numbers that meet it.
        direction: the side on which the good numbers lie.
        reason: why there is no number.
        moving: the number is another series' value in the same period.
        note: how the number came about.
        done: words that meet it, where it is something to be done.
    """

    number: Decimal | None = None
    interval: Interval | None = None
    direction: Wanted | None = None
    reason: NotAssessable | None = None
    moving: bool = False
    note: Text | None = None
    done: tuple[str, ...] = ()

    def met(self, value: Decimal | None, words: str = "") -> bool | None:
        """Whether *value* or *words* meet it; ``None`` where that cannot be said."""
        if self.interval is not None:
            return None if value is None else self.interval.contains(value)
        return True if words and words in self.done else None


def all_met(goals: Iterable[Goal], value: Decimal | None, words: str = "") -> bool | None:
    """Whether all of *goals* are met: one that is not decides, one unknown leaves it open."""
    known = [goal.met(value, words) for goal in goals]
    if not known or (None in known and False not in known):
        return None
    return all(known)


def together(goals: Sequence[Goal]) -> Goal:
    """What *goals* that are due at one time ask for as one.

    Numbers on one side are one threshold, the hardest of them. Anything else is met or not,
    like a range: it has no number, and so no ratio.
    """
    if len(goals) == 1:
        return goals[0]
    hardest = _hardest(goals)
    if hardest is not None:
        return hardest
    unknown = (it.reason for it in goals if it.interval is None and not it.done)
    return Goal(
        interval=_common(goals),
        reason=next((it for it in unknown if it is not None), why.TARGET_SEVERAL),
        moving=all(it.moving for it in goals),
    )


def _hardest(goals: Sequence[Goal]) -> Goal | None:
    """The one that meets all the others, where all are numbers on the same side."""
    first = goals[0]
    if any(
        it.number is None
        or it.interval is None
        or it.direction != first.direction
        or it.moving is not first.moving
        for it in goals
    ):
        return None

    def hardness(goal: Goal) -> tuple[Decimal, bool]:
        number, interval = goal.number or Decimal(0), goal.interval or Interval()
        if goal.direction == "increase":
            return number, not interval.has_low
        return number.copy_negate(), not interval.has_high

    return max(goals, key=hardness)


def _common(goals: Sequence[Goal]) -> Interval | None:
    """The numbers that meet all of *goals*; ``None`` where one of them names none."""
    found = Interval()
    for goal in goals:
        if goal.interval is None:
            return None
        found = found.within(goal.interval)
    return found


_DIRECTION: dict[Side, Wanted] = {"at_least": "increase", "at_most": "decrease"}


def _bounded(
    number: Decimal | None,
    side: Side,
    *,
    strict: bool = False,
    moving: bool = False,
    note: Text | None = None,
) -> Goal:
    direction = _DIRECTION[side]
    if number is None:
        return Goal(direction=direction, reason=why.NO_TARGET, moving=moving)
    interval = (
        Interval(low=number, has_low=not strict)
        if side == "at_least"
        else Interval(high=number, has_high=not strict)
    )
    return Goal(number, interval, direction, moving=moving, note=note)


def _no_benchmark(name: Text | str, period: Period) -> NotAssessable:
    return NotAssessable(
        why.NO_BENCHMARK.code,
        say(
            "the target is to be held against {name}, whose value for {period} is not known",
            "比較対象「{name}」の{period}の値が分からない",
            name=name,
            period=period,
        ),
    )


def _not_a_number(target: Target, text: Text) -> Goal:
    return Goal(reason=NotAssessable(f"target_{target.form}", text))


@frozen
class Around:
    """What surrounds a target when it is asked about a period.

    Attributes:
        period: the period judged; a moving benchmark is taken from this very period.
        benchmark: looks up another series.
        names: titles of the benchmarks by id.
        reference: the baseline's number, for changes against it.
        previous: the number of the year before, for changes against that.
    """

    period: Period
    benchmark: BenchmarkAt
    names: Mapping[str, Text]
    reference: Decimal | None = None
    previous: Decimal | None = None


def compared_series(target: Target) -> Ref[Any] | None:
    """The other series that *target* is held against, if there is one."""
    if isinstance(target, AgainstBenchmark):
        return target.benchmark
    return target.whole if isinstance(target, AllOf) else None


def is_moving(target: Target) -> bool:
    """Whether its number is another one every year: another series', or the year before's."""
    if isinstance(target, Relative):
        return target.of == "previous_year" and target.value is None
    return compared_series(target) is not None


@singledispatch
def goal_in(target: Target, around: Around) -> Goal:
    """What *target* asks for in the period that *around* tells of."""
    del target, around
    return Goal(reason=why.NO_TARGET)


@goal_in.register
def _(target: Bound, around: Around) -> Goal:
    del around
    absence = target.amount.absence
    if absence is not None:
        return Goal(reason=why.target_absent(absence))
    return _bounded(target.value, target.side, strict=target.strict)


def _moving(key: str, side: Side, around: Around, *, strict: bool = False) -> Goal:
    number = around.benchmark(key, around.period)
    if number is not None:
        return _bounded(number, side, strict=strict, moving=True)
    reason = _no_benchmark(around.names.get(key, key), around.period)
    return Goal(direction=_DIRECTION[side], reason=reason, moving=True)


@goal_in.register
def _(target: AgainstBenchmark, around: Around) -> Goal:
    return _moving(target.benchmark.id, target.side, around, strict=target.strict)


@goal_in.register
def _(target: AllOf, around: Around) -> Goal:
    return _moving(target.whole.id, "at_least", around)


@goal_in.register
def _(target: Between, around: Around) -> Goal:
    del around
    low, high = target.low.number, target.high.number
    return Goal(
        interval=Interval(low, high, has_low=True, has_high=True),
        reason=why.TARGET_BETWEEN,
    )


@goal_in.register
def _(target: Rank, around: Around) -> Goal:
    del around
    return _bounded(Decimal(target.position), "at_most")


@goal_in.register
def _(target: Milestone, around: Around) -> Goal:
    del around
    text = say(
        "the target is something to be done, not a number: {text}",
        "目標が数値ではなく事項である（{text}）",
        text=target.text,
    )
    return evolve(_not_a_number(target, text), done=(target.text, *target.done))


@goal_in.register
def _(target: NoNumber, around: Around) -> Goal:
    del around
    return _not_a_number(
        target,
        say(
            "the plan sets no number: {text}",
            "計画が数値目標を設けていない（{text}）",
            text=target.reason,
        ),
    )


@goal_in.register
def _(target: Relative, around: Around) -> Goal:
    if target.value is not None:
        return _bounded(target.value, target.side)
    by_year = is_moving(target)
    start = around.previous if by_year else around.reference
    if start is None:
        reason = why.NO_PREVIOUS if by_year else why.NO_BASELINE
        return Goal(direction=_DIRECTION[target.side], reason=reason)
    number = target.arithmetic(start)
    if number is None:
        note = _beyond(target, start)
        return _bounded(start, target.side, strict=True, moving=by_year, note=note)
    note = say(
        "the document prints no number; from {start}, {change} comes to {number}",
        "文書に数値の記載がなく、{start}に対する{change}を計算して{number}とした",
        change=target.change,
        start=start,
        number=number,
    )
    return _bounded(number, target.side, moving=by_year, note=note)


def _beyond(target: Relative, start: Decimal) -> Text:
    """前年度比増: better than the reference meets it, and the reference itself does not."""
    return say(
        "asked for: {more} than {start} {reference}",
        "{reference}の{start}を{more}ことを求める目標",
        more=say("more", "上回る") if target.side == "at_least" else say("less", "下回る"),
        start=start,
        reference=say("of the year before", "前年")
        if target.of == "previous_year"
        else say("at the baseline", "基準値"),
    )
