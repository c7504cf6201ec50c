"""Targets: every form that plans print, each dated, each with its words kept."""

# The field ``period`` of each form stands in for the property of the base.
# pyright: reportIncompatibleMethodOverride=false

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, ClassVar, Literal, TypeAlias

from attrs import Attribute, field, frozen

from planmodel.errors import Problem
from planmodel.model.absence import NotStated
from planmodel.model.amounts import Amount, to_amount, to_amount_or_none
from planmodel.model.change import Change, to_change
from planmodel.model.ids import Ref, as_tuple, ref_to, text_problem
from planmodel.model.times import period_problem, to_date_or_none
from planmodel.model.typing_checks import refuse
from planmodel.periods import Period
from planmodel.text import say

__all__ = [
    "AgainstBenchmark",
    "AllOf",
    "AtLeast",
    "AtMost",
    "Between",
    "Bound",
    "Milestone",
    "NoNumber",
    "Rank",
    "Relative",
    "Scope",
    "Side",
    "Target",
]

Scope: TypeAlias = Literal["by", "every_year", "keep"]
"""Due by the period, held in every year up to it, or kept once there (維持・定着)."""

Side: TypeAlias = Literal["at_least", "at_most"]
"""On which side of a bound the good values lie."""


def to_benchmark(value: object) -> Ref[Any]:
    """A benchmark or a pointer at one, as a pointer."""
    return ref_to(value, "benchmark", "benchmark")


def to_done(value: Iterable[str]) -> tuple[str, ...]:
    """The words that mean that a milestone is done, as a tuple."""
    return as_tuple(value, "done", str)


def _verify(target: Target, _attribute: Attribute[Any], _value: object) -> None:
    refuse(target, target.problems(), f"{type(target).__name__}.")


@frozen
class Target:
    """What an indicator shall be, and when.

    Attributes:
        period: when it is due; `NotStated` where the document gives no date.
        printed: the words as printed, where they say more than the fields.
        note: a remark.
        scope: due by the period, held every year up to it, or kept.
        decided: when it was set, if it was set later than the plan (known from that day on).
        because: why it was revised.
        revises: the target it takes the place of, kept for judging earlier dates.

    ``value`` is the number aimed at, where the form has one.
    """

    form: ClassVar[str] = ""

    printed: str = field(default="", kw_only=True)
    note: str = field(default="", kw_only=True)
    scope: Scope = field(default="by", kw_only=True)
    decided: dt.date | None = field(default=None, kw_only=True, converter=to_date_or_none)
    because: str = field(default="", kw_only=True)
    revises: Target | None = field(default=None, kw_only=True, validator=_verify)

    # Each form declares it anew behind its own fields: type checkers keep an inherited field
    # in its place, and the arguments would then be expected in another order.
    @property
    def period(self) -> Period | NotStated:
        """When it is due."""
        raise NotImplementedError

    @property
    def value(self) -> Decimal | None:
        """The number aimed at, or ``None`` where the form has none."""
        return None

    @property
    def amount(self) -> Amount | None:
        """The amount aimed at as printed, or ``None`` where the form has none."""
        return None

    def problems(self) -> Iterator[Problem]:
        """What this target alone can know to be wrong with itself."""
        problem = period_problem(self.period, "period")
        if problem is not None:
            yield problem
        side: object = getattr(self, "side", "at_least")
        if side not in ("at_least", "at_most"):
            yield Problem(
                say(
                    "{side!r} is no side of a bound", "{side!r}は以上・以下の別ではない", side=side
                ),
                where="side",
                expected="at_least, at_most",
            )
        if self.scope not in ("by", "every_year", "keep"):
            yield Problem(
                say("{scope!r} is no scope", "{scope!r}という範囲はない", scope=self.scope),
                where="scope",
                expected="by, every_year, keep",
            )
        if self.revises is not None and self.decided is None:
            yield Problem(
                say(
                    "a revised target needs the date of its decision",
                    "改定された目標には決定日が要る",
                ),
                where="decided",
                hint=say(
                    "without it, last year's judgement cannot be repeated",
                    "決定日がないと昨年の評価を再現できない",
                ),
            )

    def versions(self) -> Iterator[Target]:
        """This target and the ones it revises, newest first."""
        target: Target | None = self
        while target is not None:
            yield target
            target = target.revises

    def known_by(self, day: dt.date | None) -> Target | None:
        """The version that held on *day* (``None``: the newest), if one did."""
        for target in self.versions():
            if day is None or target.decided is None or target.decided <= day:
                return target
        return None


@frozen
class Bound(Target):
    """A number that values shall stay on one side of."""

    side: ClassVar[Side]

    _amount: Amount = field(alias="amount", converter=to_amount)
    period: Period | NotStated = field()
    strict: bool = field(default=False, kw_only=True)

    @property
    def amount(self) -> Amount:
        """The amount aimed at, as printed."""
        return self._amount

    @property
    def value(self) -> Decimal | None:
        """The number aimed at."""
        return self._amount.number


@frozen
class AtLeast(Bound):
    """以上 (or 超 with ``strict``): ``AtLeast("2,500グループ", FiscalYear(2021))``."""

    form: ClassVar[str] = "at_least"
    side: ClassVar[Side] = "at_least"


@frozen
class AtMost(Bound):
    """以下 (or 未満 with ``strict``): ``AtMost("16%", FiscalYear(2023))``."""

    form: ClassVar[str] = "at_most"
    side: ClassVar[Side] = "at_most"


@frozen
class Between(Target):
    """A range, both ends included: 40%以上60%以下."""

    form: ClassVar[str] = "between"

    low: Amount = field(converter=to_amount)
    high: Amount = field(converter=to_amount)
    period: Period | NotStated = field()

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this range in itself."""
        yield from Target.problems(self)
        if (
            self.low.number is not None
            and self.high.number is not None
            and self.low.number > self.high.number
        ):
            yield Problem(
                say(
                    "the lower end {low} lies above the upper end {high}",
                    "下限{low}が上限{high}より大きい",
                    low=self.low,
                    high=self.high,
                ),
                where="low",
            )


@frozen
class Relative(Target):
    """A change against the baseline or the year before: 20%減, 1.6倍, 7ポイント向上.

    Attributes:
        change: the change as printed.
        stated: the number that the document prints for it; it is never overwritten by arithmetic.
        of: what it is a change of.
    """

    form: ClassVar[str] = "relative"

    change: Change = field(converter=to_change)
    period: Period | NotStated = field()
    stated: Amount | None = field(default=None, kw_only=True, converter=to_amount_or_none)
    of: Literal["baseline", "previous_year"] = field(default="baseline", kw_only=True)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this change in itself."""
        yield from Target.problems(self)
        if self.of not in ("baseline", "previous_year"):
            yield Problem(
                say("{it!r} is no reference of a change", "{it!r}は増減の基準ではない", it=self.of),
                where="of",
                expected="baseline, previous_year",
            )

    @property
    def side(self) -> Side:
        """A rise is to be reached from below, a fall from above."""
        return "at_least" if self.change.is_rise else "at_most"

    @property
    def amount(self) -> Amount | None:
        """The printed number, if the document prints one."""
        return self.stated

    @property
    def value(self) -> Decimal | None:
        """The printed number; without one, `arithmetic` gives it from the baseline."""
        return None if self.stated is None else self.stated.number

    def arithmetic(self, reference: Decimal) -> Decimal | None:
        """The exact result of the change on *reference*; ``None`` for a change without a size."""
        return self.change.applied_to(reference)


@frozen
class AgainstBenchmark(Target):
    """At least (or at most) another series in the same period: 全国平均以上."""

    form: ClassVar[str] = "against_benchmark"

    benchmark: Ref[Any] = field(converter=to_benchmark)
    period: Period | NotStated = field()
    side: Side = field(default="at_least", kw_only=True)
    strict: bool = field(default=False, kw_only=True)


@frozen
class AllOf(Target):
    """Everything of a whole that moves: 全市町村. ``whole`` is the series of its size."""

    form: ClassVar[str] = "all_of"

    whole: Ref[Any] = field(converter=to_benchmark)
    period: Period | NotStated = field()


@frozen
class Milestone(Target):
    """Something to be done, without a number: 設置, 策定.

    It is reached when the words reported for it (``Amount(words="設置済")``) are its own text or
    one of *done*; other words are not judged by guessing.

    Attributes:
        text: what is to be done.
        done: words that a report uses when it is done (設置済, 完了).
    """

    form: ClassVar[str] = "milestone"

    text: str = field()
    period: Period | NotStated = field()
    done: tuple[str, ...] = field(default=(), kw_only=True, converter=to_done)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this milestone in itself."""
        yield from Target.problems(self)
        places = [("text", self.text), *((f"done[{at}]", it) for at, it in enumerate(self.done))]
        for where, words in places:
            problem = text_problem(words, where)
            if problem is not None:
                yield problem


@frozen
class Rank(Target):
    """A place among others: 東北1位 is ``Rank(1, "東北", …)``; a smaller number is better."""

    form: ClassVar[str] = "rank"

    position: int = field()
    among: str = field()
    period: Period | NotStated = field()

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this rank in itself."""
        yield from Target.problems(self)
        if type(self.position) is not int or self.position < 1:
            yield Problem(
                say("{it!r} is no place", "{it!r}は順位ではない", it=self.position),
                where="position",
                expected=say("a whole number from 1 on", "1以上の整数"),
            )

    @property
    def value(self) -> Decimal | None:
        """The place aimed at."""
        return Decimal(self.position)


@frozen
class NoNumber(Target):
    """The document sets no number and says why: 「数値目標は設定しない」."""

    form: ClassVar[str] = "no_number"

    reason: str = field()
    period: Period | NotStated = field()

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this absence of a number in itself."""
        yield from Target.problems(self)
        problem = text_problem(self.reason, "reason")
        if problem is not None:
            yield problem
