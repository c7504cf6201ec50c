"""Series joined across editions of a plan, as far as the plans declare that they go on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import frozen

from planmodel.evaluation.lineage import Succession, lineage_of
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.timeline import position, series_of
from planmodel.model.indicators import Indicator
from planmodel.model.plan import Plan
from planmodel.observations.ledger import Observations
from planmodel.periods import CalendarYear, FiscalYear, Period, Window
from planmodel.text import Text, say

__all__ = ["Edition", "Joined", "JoinedPoint", "joined_series"]

Edition: TypeAlias = tuple[Plan[Any], Observations]
"""An edition of a plan with its ledger."""


@frozen
class JoinedPoint:
    """One value of a joined series, and the edition and indicator it comes from."""

    period: Period
    value: Decimal
    plan: str
    indicator: str
    synthetic: bool = False


@frozen
class Joined:
    """A series joined across editions, in the order of time.

    ``notes`` say what had to be decided, ``ends`` why it does not reach back further.
    """

    points: tuple[JoinedPoint, ...]
    notes: tuple[Text, ...] = ()
    ends: NotAssessable | None = None

    @property
    def synthetic(self) -> bool:
        """Whether any value was made up."""
        return any(point.synthetic for point in self.points)


def joined_series(
    plan: Plan[Any],
    indicator: Indicator,
    observations: Observations,
    earlier: Iterable[Edition] = (),
    *,
    known_by: dt.date | None = None,
) -> Joined | NotAssessable:
    """The series of *indicator*, with those before it where the plans declare that they go on.

    Values are those of the ledgers (running totals for cumulative indicators); where two editions
    speak of one period, the later edition holds and a note says so if they differ.

    Args:
        plan: the plan that holds the indicator.
        indicator: the indicator.
        observations: its ledger.
        earlier: earlier editions with their ledgers, in any order.
        known_by: facts known later are not used; ``None`` means all.

    Returns:
        The joined series, or why the nearest step back is not possible. Where a later step is not,
        the series begins there and ``ends`` says why.
    """
    ledgers = {it.id: ledger for it, ledger in earlier} | {plan.id: observations}
    steps = lineage_of(plan, indicator, [it for it, _ in earlier])
    points: dict[Period, JoinedPoint] = {}
    notes: list[Text] = []
    _take(points, notes, plan, indicator, observations, known_by)
    later = indicator
    while True:
        here = [it for it in steps if it.indicator is later]
        obstacle = _obstacle_of(here)
        if obstacle is not None:
            if later is indicator:
                return obstacle
            ends = None if obstacle is _FIRST else obstacle
            ordered = sorted(points.values(), key=lambda it: position(it.period))
            return Joined(tuple(ordered), tuple(notes), ends)
        step = here[0]
        assert step.plan is not None  # noqa: S101 - without an obstacle both are at hand
        assert step.predecessor is not None  # noqa: S101 - the same
        _take(points, notes, step.plan, step.predecessor, ledgers[step.plan.id], known_by)
        later = step.predecessor


_FIRST = NotAssessable(
    "no_predecessor",
    say("it took the place of no other indicator", "他の指標に代わったものではない"),
)
_SEVERAL = NotAssessable(
    "several_predecessors",
    say(
        "it took the place of several indicators, whose series do not make one",
        "複数の指標に代わったもので、それらの系列は一つにならない",
    ),
)


def _obstacle_of(steps: list[Succession]) -> NotAssessable | None:
    if not steps:
        return _FIRST
    return _SEVERAL if len(steps) > 1 else steps[0].obstacle


def _take(  # noqa: PLR0913, PLR0917 - what is taken, and where it goes
    points: dict[Period, JoinedPoint],
    notes: list[Text],
    plan: Plan[Any],
    indicator: Indicator,
    ledger: Observations,
    known_by: dt.date | None,
) -> None:
    """Add the values of one edition to *points*; those that are there already stay."""
    rows = ledger.standing(indicator, known_by)
    baseline = None if indicator.baseline is None else indicator.baseline.known_by(known_by)
    series = series_of(plan, indicator, rows, baseline)
    notes += (note for note in series.notes if note not in notes)
    spans = {isinstance(it, Window) for it in points}
    kinds = {it.kind for it in points}
    types = {type(it) for it in points}
    mixed = False
    for period, value in series.numbers.items():
        if spans and isinstance(period, Window) not in spans:
            notes += _once(notes, _SPANS)
            continue
        mixed = mixed or bool(kinds and period.kind not in kinds)
        types |= {type(period)}
        held = points.get(period)
        if held is None:
            synthetic = rows[period].synthetic
            points[period] = JoinedPoint(period, value, plan.id, indicator.id, synthetic)
        elif held.value != value:
            notes.append(_differ(period, held, value, plan))
    if mixed:
        notes += _once(notes, _MIXED if types == _YEARS else _KINDS)


_SPANS = say(
    "values over spans of years are not joined to values of single years",
    "複数年の期間の値は、単年の値と接続していない",
)
_YEARS = {FiscalYear, CalendarYear}
_KINDS = say(
    "periods of different kinds stand in one series", "種類の異なる期間の値が一つの系列に並んでいる"
)
_MIXED = say(
    "fiscal and calendar years stand in one series", "年度の値と暦年の値が一つの系列に並んでいる"
)


def _once(notes: list[Text], note: Text) -> Iterator[Text]:
    if note not in notes:
        yield note


def _differ(period: Period, held: JoinedPoint, value: Decimal, plan: Plan[Any]) -> Text:
    return say(
        "for {period} the later edition says {held}, {plan} said {value}; the later one holds",
        "{period}の値は後の計画では{held}、{plan}では{value}で、後の計画の値による",
        period=period,
        held=held.value,
        plan=plan.title,
        value=value,
    )
