"""One row each: what an indicator was, what was done for a measure, what people decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from attrs import Attribute, field, frozen

from planmodel.errors import Problem
from planmodel.model.absence import Missing, NotStated
from planmodel.model.amounts import STATES, Amount, State, to_amount, to_number_or_none
from planmodel.model.ids import Entity
from planmodel.model.origins import Origin
from planmodel.model.times import period_problem, to_date_or_none
from planmodel.model.typing_checks import refuse
from planmodel.periods import Period
from planmodel.text import say

__all__ = ["Implementation", "Judgement", "Observation", "Opinion", "ReportedAs", "to_id"]

ReportedAs: TypeAlias = Literal["", "running_total", "increment"]
"""How a cumulative indicator's value was reported; empty for stocks and flows."""


def to_id(value: str | Entity) -> str:
    """The id of a thing of the plan, or the id itself."""
    return value.id if isinstance(value, Entity) else value


def _time_problems(row: Observation | Implementation | Judgement | Opinion) -> Iterator[Problem]:
    problem = period_problem(row.period, "period", may_be_open=False)
    if problem is not None:
        yield problem


def _check_time(row: Any, _attribute: Attribute[Any], _value: object) -> None:  # noqa: ANN401 - any record
    refuse(row, _time_problems(row), "")


def _check(row: Observation, _attribute: Attribute[Any], _value: object) -> None:
    problems = list(_time_problems(row))
    if row.state not in STATES:
        problems.append(
            Problem(
                say("{state!r} is no state", "{state!r}は値の状態ではない", state=row.state),
                where="state",
                expected=", ".join(STATES),
            )
        )
    if row.reported_as not in ("", "running_total", "increment"):
        problems.append(
            Problem(
                say("{it!r} is no way to report", "{it!r}は報告の仕方ではない", it=row.reported_as),
                where="reported_as",
                expected="running_total, increment",
            )
        )
    refuse(row, problems, "")


@frozen
class Observation:
    """What a series (an indicator, a sub-series or a benchmark) was.

    Attributes:
        series: the id of the indicator, part or benchmark.
        period: the time it is of.
        amount: the number, words, or the reason why there is none.
        state: how sure it is.
        known_on: the day it became known; ``None`` where nobody noted it (then always known).
        source: who published it, and where.
        note: a remark.
        reported_as: for cumulative indicators, a running total or the period's increment.
        base: the size of the whole it is a share of, if known.
        synthetic: made up, not observed.
    """

    series: str = field(converter=to_id)
    period: Period = field()
    amount: Amount = field(converter=to_amount)
    state: State = field(default="final", kw_only=True)
    known_on: dt.date | None = field(default=None, kw_only=True, converter=to_date_or_none)
    source: str = field(default="", kw_only=True)
    note: str = field(default="", kw_only=True)
    reported_as: ReportedAs = field(default="", kw_only=True)
    base: Decimal | None = field(default=None, kw_only=True, converter=to_number_or_none)
    synthetic: bool = field(default=False, kw_only=True)
    origin: Origin = field(factory=Origin, kw_only=True, eq=False, repr=False, validator=_check)

    @property
    def value(self) -> Decimal | None:
        """The number, or ``None`` where there is none (`absence` says why)."""
        return self.amount.number

    @property
    def absence(self) -> Missing | NotStated | None:
        """Why there is no number, where there is none."""
        return self.amount.absence


@frozen
class Implementation:
    """What was done for a measure in a year; budget and settlement in thousands of yen (千円).

    ``status`` is a word of the prefecture's own (実施済, 実施中, 未着手, 中止, …).
    """

    measure: str = field(converter=to_id)
    period: Period = field()
    status: str = field(default="", kw_only=True)
    text: str = field(default="", kw_only=True)
    budget: Decimal | None = field(default=None, kw_only=True, converter=to_number_or_none)
    settlement: Decimal | None = field(default=None, kw_only=True, converter=to_number_or_none)
    department: str = field(default="", kw_only=True)
    known_on: dt.date | None = field(default=None, kw_only=True, converter=to_date_or_none)
    source: str = field(default="", kw_only=True)
    synthetic: bool = field(default=False, kw_only=True)
    origin: Origin = field(
        factory=Origin, kw_only=True, eq=False, repr=False, validator=_check_time
    )


@frozen
class Judgement:
    """A grade that people set over the computed one: which body, when, and why."""

    about: str = field(converter=to_id)
    period: Period = field()
    grade: str = field()
    by: str = field(kw_only=True)
    because: str = field(kw_only=True)
    known_on: dt.date | None = field(default=None, kw_only=True, converter=to_date_or_none)
    synthetic: bool = field(default=False, kw_only=True)
    origin: Origin = field(
        factory=Origin, kw_only=True, eq=False, repr=False, validator=_check_time
    )


@frozen
class Opinion:
    """An opinion of the council, and the answer to it."""

    period: Period = field()
    text: str = field()
    by: str = field(kw_only=True)
    about: str = field(default="", kw_only=True)
    answer: str = field(default="", kw_only=True)
    known_on: dt.date | None = field(default=None, kw_only=True, converter=to_date_or_none)
    synthetic: bool = field(default=False, kw_only=True)
    origin: Origin = field(
        factory=Origin, kw_only=True, eq=False, repr=False, validator=_check_time
    )
