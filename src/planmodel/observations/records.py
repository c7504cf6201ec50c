"""One row each: what an indicator was, what was done for a measure, what people decided."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from attrs import Attribute, field, frozen

from planmodel.errors import ModelError, Problem
from planmodel.model.absence import Missing, NotStated
from planmodel.model.amounts import Amount, State, to_amount
from planmodel.model.ids import Entity
from planmodel.model.origins import Origin
from planmodel.periods import Period
from planmodel.text import say

__all__ = ["Implementation", "Judgement", "Observation", "Opinion", "ReportedAs", "to_id"]

ReportedAs: TypeAlias = Literal["", "running_total", "increment"]
"""How a cumulative indicator's value was reported; empty for stocks and flows."""

_STATES = ("final", "provisional", "estimated", "forecast", "revised")


def to_id(value: str | Entity) -> str:
    """The id of a thing of the plan, or the id itself."""
    return value.id if isinstance(value, Entity) else value


def _check(row: Observation, _attribute: Attribute[Any], _value: object) -> None:
    problems: list[Problem] = []
    if row.state not in _STATES:
        problems.append(
            Problem(
                say("{state!r} is no state", "{state!r}は値の状態ではない", state=row.state),
                where="state",
                expected=", ".join(_STATES),
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
    if problems:
        raise ModelError(*problems)


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
    known_on: dt.date | None = field(default=None, kw_only=True)
    source: str = field(default="", kw_only=True)
    note: str = field(default="", kw_only=True)
    reported_as: ReportedAs = field(default="", kw_only=True)
    base: Decimal | None = field(default=None, kw_only=True)
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
    budget: Decimal | None = field(default=None, kw_only=True)
    settlement: Decimal | None = field(default=None, kw_only=True)
    department: str = field(default="", kw_only=True)
    known_on: dt.date | None = field(default=None, kw_only=True)
    source: str = field(default="", kw_only=True)
    synthetic: bool = field(default=False, kw_only=True)
    origin: Origin = field(factory=Origin, kw_only=True, eq=False, repr=False)


@frozen
class Judgement:
    """A grade that people set over the computed one: which body, when, and why."""

    about: str = field(converter=to_id)
    period: Period = field()
    grade: str = field()
    by: str = field(kw_only=True)
    because: str = field(kw_only=True)
    known_on: dt.date | None = field(default=None, kw_only=True)
    synthetic: bool = field(default=False, kw_only=True)
    origin: Origin = field(factory=Origin, kw_only=True, eq=False, repr=False)


@frozen
class Opinion:
    """An opinion of the council, and the answer to it."""

    period: Period = field()
    text: str = field()
    by: str = field(kw_only=True)
    about: str = field(default="", kw_only=True)
    answer: str = field(default="", kw_only=True)
    known_on: dt.date | None = field(default=None, kw_only=True)
    synthetic: bool = field(default=False, kw_only=True)
    origin: Origin = field(factory=Origin, kw_only=True, eq=False, repr=False)
