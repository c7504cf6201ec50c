"""Indicators: what is measured, from where, and what it shall become.

The kind of measurement is the type, because everything after depends on it:
two years of a `Stock` are never added, two of a `Flow` make a total,
and a `Cumulative` indicator already is one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, ClassVar, Literal, TypeAlias

from attrs import Attribute, field, frozen

from planmodel.errors import Problem
from planmodel.model.absence import Missing, NotStated
from planmodel.model.amounts import STATES, Amount, State, to_amount, to_number_or_none
from planmodel.model.axes import Tag, to_tags
from planmodel.model.ids import Entity, Ref, RefKind, as_tuple, ref_to, refs_to, text_problem
from planmodel.model.organisations import (
    Department,
    to_department_or_absence,
    to_departments,
)
from planmodel.model.targets import Target
from planmodel.model.times import period_problem, to_date_or_none
from planmodel.model.typing_checks import Checked, refuse
from planmodel.periods import Day, Period
from planmodel.text import say

__all__ = [
    "Baseline",
    "Benchmark",
    "Cumulative",
    "Direction",
    "Flow",
    "Indicator",
    "IndicatorKind",
    "Lineage",
    "PathShape",
    "Stage",
    "Stock",
    "to_indicator_or_none",
    "to_indicators",
]

IndicatorKind: TypeAlias = Literal["stock", "flow", "cumulative"]
"""The level at a time, the amount in one period, or the running total since a start."""

Direction: TypeAlias = Literal["increase", "decrease", "maintain"]
"""The desired direction; declared, never guessed from data."""

Stage: TypeAlias = Literal["input", "activity", "output", "outcome"]
"""Where in the results chain the indicator measures."""

PathShape: TypeAlias = Literal["linear", "geometric"]
"""How values are expected to move between baseline and target."""


def _verify(baseline: Baseline, _attribute: Attribute[Any], _value: object) -> None:
    problems: list[Problem] = []
    problem = period_problem(baseline.period, "period")
    if problem is not None:
        problems.append(problem)
    if baseline.state not in STATES:
        problems.append(
            Problem(
                say("{it!r} is no state", "{it!r}は値の状態ではない", it=baseline.state),
                where="state",
                expected=", ".join(STATES),
            )
        )
    if baseline.revises is not None and baseline.decided is None:
        problems.append(
            Problem(
                say(
                    "a revised baseline needs the date of its decision",
                    "改定された基準値には決定日が要る",
                ),
                where="decided",
            )
        )
    refuse(baseline, problems, "Baseline.")


@frozen
class Baseline:
    """What an indicator was at the start: ``Baseline("2,329グループ*", FiscalYear(2017))``.

    Attributes:
        amount: the number, words or absence.
        period: when it was measured; `NotStated` where the document gives no time.
        state: how sure it is.
        method: how it was made, where not simply measured (mean of five years).
        base: the size of the whole it is a share of, if known.
        note: a remark, such as the reading taken of an ambiguous year.
        decided, because, revises: as for targets; the baseline before it is kept.
    """

    amount: Amount = field(converter=to_amount)
    period: Period | NotStated = field()
    state: State = field(default="final", kw_only=True)
    method: str = field(default="", kw_only=True)
    base: Decimal | None = field(default=None, kw_only=True, converter=to_number_or_none)
    note: str = field(default="", kw_only=True)
    decided: dt.date | None = field(default=None, kw_only=True, converter=to_date_or_none)
    because: str = field(default="", kw_only=True)
    revises: Baseline | None = field(default=None, kw_only=True, validator=_verify)

    @property
    def value(self) -> Decimal | None:
        """The number, or ``None`` where there is none (`absence` says why)."""
        return self.amount.number

    @property
    def absence(self) -> Missing | NotStated | None:
        """Why there is no number, where there is none."""
        return self.amount.absence

    def known_by(self, day: dt.date | None) -> Baseline | None:
        """The version that held on *day* (``None``: the newest), if one did."""
        baseline: Baseline | None = self
        while baseline is not None:
            if day is None or baseline.decided is None or baseline.decided <= day:
                return baseline
            baseline = baseline.revises
        return None


def to_baseline(value: Baseline | NotStated | None) -> Baseline | None:
    """A baseline; `NotStated` becomes a baseline whose amount and time are not stated."""
    return Baseline(value, value) if isinstance(value, NotStated) else value


def to_targets(value: Iterable[Target] | NotStated) -> tuple[Target, ...] | NotStated:
    """Targets as a tuple; an absence stays what it is."""
    return value if isinstance(value, NotStated) else as_tuple(value, "targets", Target)


def to_parts(value: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Sub-series as a tuple."""
    return as_tuple(value, "parts")


def to_benchmarks(value: Iterable[Benchmark]) -> tuple[Benchmark, ...]:
    """Benchmarks as a tuple."""
    return as_tuple(value, "benchmarks")


def to_lineages(value: Iterable[Lineage]) -> tuple[Lineage, ...]:
    """Lineages as a tuple."""
    return as_tuple(value, "replaces")


def to_indicator_or_none(value: Indicator | Ref[Indicator] | None) -> Ref[Indicator] | None:
    """An indicator as a pointer, or ``None``."""
    return None if value is None else ref_to(value, "indicator", "indicator")


def to_indicators(value: Iterable[Indicator | Ref[Indicator]]) -> tuple[Ref[Indicator], ...]:
    """Indicators as pointers."""
    return refs_to(value, "indicator", "measured_by")


@frozen(slots=False)
class Benchmark(Entity):
    """Another series that an indicator is held against: 全国平均, the number of municipalities.

    Its values live in the observations, under its id; ``baseline`` is what the plan prints.
    """

    ref_kind: ClassVar[RefKind] = "benchmark"

    title: str
    unit: str = field(default="", kw_only=True, repr=False)
    baseline: Baseline | None = field(default=None, kw_only=True, repr=False, converter=to_baseline)


@frozen
class Lineage(Checked):
    """An indicator of this or another plan that this one took the place of, and why.

    Attributes:
        indicator: the id of the earlier one.
        because: why it was replaced.
        joinable: whether the two series may be joined into one.
        plan: the id of the plan it stood in; empty for this plan.
        title: its printed words, for readers who do not have that plan at hand.
    """

    indicator: str
    because: str
    joinable: bool = False
    plan: str = ""
    title: str = field(default="", kw_only=True)


@frozen(slots=False)
class Indicator(Entity):
    """What is measured. Use one of its kinds: `Stock`, `Flow`, `Cumulative`.

    Attributes:
        title: the printed words without number, (累計), 【新】 and [課].
        unit: the unit as the plan words it.
        direction: the desired direction; ``None`` or `NotStated` where nothing declares it.
        department: the one responsible.
        co_departments: others that share the responsibility.
        baseline: the start value.
        targets: one or more, mid-term and final, or one for every year.
        number: the printed number (①).
        is_new: whether the document marks it 【新】.
        stage: input, activity, output or outcome.
        role: the plan's word for its rank (成果指標, 活動指標, 参考指標).
        data_source: where its values come from.
        path: the declared path from baseline to target.
        numerator, denominator: the two counts of a ratio.
        parts: sub-series (by sex, age, area).
        parts_add_up: whether the parts must add up to the whole.
        benchmarks: the series it is compared with.
        replaces: the indicators it took the place of.
    """

    ref_kind: ClassVar[RefKind] = "indicator"
    kind: ClassVar[IndicatorKind]

    title: str
    unit: str = field(kw_only=True, repr=False)
    direction: Direction | NotStated | None = field(default=None, kw_only=True, repr=False)
    department: Ref[Department] | NotStated | None = field(
        default=None, kw_only=True, repr=False, converter=to_department_or_absence
    )
    co_departments: tuple[Ref[Department], ...] = field(
        default=(), kw_only=True, repr=False, converter=to_departments
    )
    baseline: Baseline | None = field(default=None, kw_only=True, repr=False, converter=to_baseline)
    _targets: tuple[Target, ...] | NotStated = field(
        default=(), kw_only=True, repr=False, converter=to_targets, alias="targets"
    )
    number: str = field(default="", kw_only=True, repr=False)
    is_new: bool = field(default=False, kw_only=True, repr=False)
    stage: Stage | None = field(default=None, kw_only=True, repr=False)
    role: str = field(default="", kw_only=True, repr=False)
    data_source: str = field(default="", kw_only=True, repr=False)
    path: PathShape | NotStated | None = field(default=None, kw_only=True, repr=False)
    numerator: Ref[Indicator] | None = field(
        default=None, kw_only=True, repr=False, converter=to_indicator_or_none
    )
    denominator: Ref[Indicator] | None = field(
        default=None, kw_only=True, repr=False, converter=to_indicator_or_none
    )
    parts: tuple[Indicator, ...] = field(default=(), kw_only=True, repr=False, converter=to_parts)
    parts_add_up: bool = field(default=False, kw_only=True, repr=False)
    benchmarks: tuple[Benchmark, ...] = field(
        default=(), kw_only=True, repr=False, converter=to_benchmarks
    )
    replaces: tuple[Lineage, ...] = field(
        default=(), kw_only=True, repr=False, converter=to_lineages
    )
    tags: tuple[Tag, ...] = field(default=(), kw_only=True, repr=False, converter=to_tags)

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets; empty where there are none or they are not stated."""
        return () if isinstance(self._targets, NotStated) else self._targets

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this indicator in itself."""
        yield from Entity.problems(self)
        for name in ("title", "unit"):
            problem = text_problem(getattr(self, name), name)
            if problem is not None:
                yield problem
        if not hasattr(type(self), "kind"):
            yield Problem(
                say("an indicator is of a kind", "指標には種別が要る"),
                expected="Stock, Flow, Cumulative",
            )
        for name, allowed in _WORDS.items():
            value: object = getattr(self, name)
            if value is not None and not isinstance(value, NotStated) and value not in allowed:
                yield Problem(
                    say("{it!r} is not allowed here", "{it!r}はここに書けない", it=value),
                    where=name,
                    expected=", ".join(allowed),
                )
        for name, kind in _HOLDS.items():
            for position, it in enumerate(getattr(self, name), start=1):
                if not isinstance(it, kind):
                    yield Problem(
                        say("{it!r} does not belong here", "{it!r}はここに置けない", it=it),
                        where=f"{name}[{position}]",
                        expected=kind.__name__,
                    )


_WORDS: dict[str, tuple[str, ...]] = {
    "direction": ("increase", "decrease", "maintain"),
    "path": ("linear", "geometric"),
    "stage": ("input", "activity", "output", "outcome"),
}
_HOLDS: dict[str, type[Any]] = {"benchmarks": Benchmark, "parts": Indicator, "replaces": Lineage}


# Stock and Flow add no field: @frozen would only make every method of Indicator once more.
class Stock(Indicator):
    """The level at a time: a number in existence, a rate (現在高・率). Two years never add up."""

    kind: ClassVar[IndicatorKind] = "stock"


class Flow(Indicator):
    """The amount in one period (年間). Two years add up to a total."""

    kind: ClassVar[IndicatorKind] = "flow"


@frozen(slots=False)
class Cumulative(Indicator):
    """The running total since a start (累計). Two years never add up; differences are flows.

    Attributes:
        counted_from: when the count starts; `NotStated` where the document does not say.
    """

    kind: ClassVar[IndicatorKind] = "cumulative"

    counted_from: Day | Period | NotStated | None = field(default=None, kw_only=True, repr=False)
