"""A scale as objects: bands, or ordered cases with their conditions."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, TypeAlias

from attrs import field, frozen

from planmodel.evaluation.facts import Direction, Facts, Kind
from planmodel.evaluation.interval import Interval
from planmodel.text import Language, Text

__all__ = ["Band", "Bands", "Case", "Condition", "FirstMatch", "Scale", "Which", "Whole"]

_LOWEST = Decimal("-Infinity")

Whole: TypeAlias = Literal["value", "target", "baseline", "base", "expected", "previous"]
"""A figure of which something may be a percentage."""
Which: TypeAlias = Literal["year", "final"]
"""Which target T is: the one printed for the year, where there is one, or the final one."""


@frozen
class Band:
    """One band of a scale: its grade and the numbers it takes."""

    label: str
    interval: Interval
    score: Decimal | None = None
    title: Text | None = None

    def in_language(self, language: Language) -> str:
        """The numbers it takes, in words of *language*."""
        return self.interval.in_language(language)


@frozen
class Bands:
    """A partition of all numbers: every number lies in exactly one band."""

    bands: tuple[Band, ...]
    _ladder: tuple[tuple[Decimal, bool, Band], ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        rungs = [
            (_LOWEST if low is None else low, band.interval.has_low, band)
            for band in self.bands
            for low in (band.interval.low,)
        ]
        rungs.sort(key=lambda rung: (rung[0], not rung[1]), reverse=True)
        object.__setattr__(self, "_ladder", tuple(rungs))

    def find(self, x: Decimal) -> Band:
        """The band of *x*: the highest one whose lower end it has passed."""
        for low, has_low, band in self._ladder:
            if x >= low if has_low else x > low:
                return band
        raise LookupError(x)  # pragma: no cover - the loader lets no gap pass

    @property
    def steps(self) -> tuple[Band, ...]:
        """The grades in the order of the file."""
        return self.bands


@frozen
class Condition:
    """Something that holds or not; all that it states must hold.

    Attributes:
        measure: the measure compared with *interval*; ``None`` is the rule's own.
        interval: the numbers that satisfy it.
        not_assessable: codes of reasons for one of which the measure cannot be computed.
        target: which target the measure, or *reached*, takes; ``None``: as the rule does.
        percent_of: the figure of which the ends of *interval* are percentages; ``None``: of none.
        reached, final_year, due, has_path: what must be so.
        direction: whether more or less must be better.
        kinds, target_kinds, target_scopes: what the indicator and its target may be.
        tags: words one of which the indicator must carry.
        every, some: labels of the parts of a roll-up.
        share, count: labels of the parts of a roll-up; *interval* is then of the percentage, or
            of the number, of the parts that carry one of them.
        among: whether the labels are those of the main indicators only.
        all_of, any_of, negated: other conditions.
    """

    measure: str | None = None
    interval: Interval | None = None
    not_assessable: frozenset[str] | None = None
    target: Which | None = None
    percent_of: Whole | None = None
    reached: bool | None = None
    final_year: bool | None = None
    due: bool | None = None
    kinds: frozenset[Kind] | None = None
    target_kinds: frozenset[str] | None = None
    target_scopes: frozenset[str] | None = None
    has_path: bool | None = None
    direction: Direction | None = None
    tags: frozenset[str] | None = None
    every: frozenset[str] | None = None
    some: frozenset[str] | None = None
    share: frozenset[str] | None = None
    count: frozenset[str] | None = None
    among: Literal["main"] | None = None
    all_of: tuple[Condition, ...] = ()
    any_of: tuple[Condition, ...] = ()
    negated: Condition | None = None

    @property
    def counted(self) -> frozenset[str] | None:
        """The labels of which *interval* bounds the share or the count."""
        return self.count if self.share is None else self.share

    def parts(self) -> Iterator[Condition]:
        """This condition and those in it, at any depth."""
        yield self
        for part in (*self.all_of, *self.any_of):
            yield from part.parts()
        if self.negated is not None:
            yield from self.negated.parts()

    def applies_to(self, facts: Facts) -> bool:
        """Whether what it states of the indicator and the year holds (no measures)."""
        return (
            (self.final_year is None or facts.final_year is self.final_year)
            and (self.due is None or facts.is_due is self.due)
            and (self.kinds is None or facts.kind in self.kinds)
            and (self.has_path is None or facts.has_path is self.has_path)
            and (self.direction is None or facts.direction == self.direction)
            and (self.target_kinds is None or facts.target_kind in self.target_kinds)
            and (self.target_scopes is None or facts.target_scope in self.target_scopes)
            and (self.tags is None or not self.tags.isdisjoint(facts.tags))
        )


@frozen
class Case:
    """One case of a scale: its grade, and when it is given (``None``: otherwise)."""

    label: str
    condition: Condition | None = None
    score: Decimal | None = None
    title: Text | None = None


@frozen
class FirstMatch:
    """Ordered conditions: the first that holds gives the grade; the last case is an else."""

    cases: tuple[Case, ...]

    @property
    def steps(self) -> tuple[Case, ...]:
        """The grades in the order of the file."""
        return self.cases


Scale: TypeAlias = Bands | FirstMatch
