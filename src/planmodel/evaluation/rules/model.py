"""A rule as objects: the scale with its bands or cases, the variants, the roll-up, the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from planmodel.evaluation.arithmetic import Convention
from planmodel.evaluation.catalog import OF_ONE_TARGET
from planmodel.evaluation.facts import Direction, Facts, Kind, Path
from planmodel.evaluation.interval import Interval
from planmodel.evaluation.reasons import codes_of
from planmodel.evaluation.rounding import Rounding
from planmodel.text import Language, Text

__all__ = [
    "MAIN_ROLES",
    "Band",
    "Bands",
    "Case",
    "Condition",
    "Counting",
    "FirstMatch",
    "Judging",
    "Method",
    "RollUpRule",
    "Rule",
    "Scale",
    "Source",
    "Variant",
    "Which",
    "Whole",
    "takes_year",
]

_LOWEST = Decimal("-Infinity")

Method: TypeAlias = Literal["mean", "worst", "weighted", "points", "main", "by_hand"]
Whole: TypeAlias = Literal["value", "target", "baseline", "base", "expected", "previous"]
"""A figure of which something may be a percentage."""
Counting: TypeAlias = Literal["score", "number", "printed"]
"""What a part counts in a roll-up: the score of its grade, or the number the grade stands on."""
Which: TypeAlias = Literal["year", "final"]
"""Which target T is: the one printed for the year, where there is one, or the final one."""
GradeOn: TypeAlias = Literal["exact", "printed"]


MAIN_ROLES: Final = frozenset({"main", "主", "主要", "主指標", "主要指標"})
"""The roles of main indicators where a rule names neither ids nor roles."""


def takes_year(name: str, which: Which | None) -> bool:
    """Whether the measure *name* takes the target of the year under the declaration *which*.

    Undeclared, the ratio to the target does, wherever it stands, and nothing else.
    """
    if which is None:
        return name == "ratio_to_target"
    return which == "year" and name in OF_ONE_TARGET


@frozen
class Source:
    """Where a rule is published."""

    title: str
    url: str = ""
    note: Text | None = None


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


@frozen
class Judging:
    """How one indicator is graded.

    Attributes:
        measure: the measure whose number is graded; ``None`` where none is, and every case names
            its own.
        convention: how a ratio is formed where less is better; ``None``: not declared.
        target: which target T is; ``None``: the ratio to the target takes that of the year, all
            else the final one.
        limits: a floor and a cap of the number, before it is rounded or graded.
        path: ``declared`` takes the expected value or the path of the indicator.
        net_of_baseline: whether running totals are judged net of it; ``None``: not declared.
        rounding: how the number is printed; ``None``: the source does not say.
        roundings: indicators rounded in another way, by id.
        grade_on: whether the exact or the printed number is graded.
        scale: the grades.
    """

    measure: str | None
    scale: Scale
    grade_on: GradeOn
    convention: Convention | None = None
    target: Which | None = None
    limits: Interval | None = None
    path: Path | Literal["declared"] = "declared"
    net_of_baseline: bool | None = None
    rounding: Rounding | None = None
    roundings: Mapping[str, Rounding] = field(factory=dict[str, Rounding], hash=False)
    asks_year: bool = field(init=False, repr=False, eq=False)
    """Whether anything in it takes the target of the year."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "asks_year", any(self._years()))

    @property
    def declares_year(self) -> bool:
        """Whether it says itself that something in it takes the target of the year."""
        return self.target == "year" or any(part.target == "year" for part in self._conditions())

    def _conditions(self) -> Iterator[Condition]:
        for case in self.scale.cases if isinstance(self.scale, FirstMatch) else ():
            if case.condition is not None:
                yield from case.condition.parts()

    def _years(self) -> Iterator[bool]:
        if self.measure is not None:
            yield takes_year(self.measure, self.target)
        for part in self._conditions():
            which = part.target or self.target
            yield which == "year" and (part.reached is not None or part.percent_of == "target")
            name = part.measure or self.measure
            yield name is not None and takes_year(name, which)

    def rounding_of(self, indicator: str | None) -> Rounding | None:
        """How the number of *indicator* is printed."""
        if indicator is not None and indicator in self.roundings:
            return self.roundings[indicator]
        return self.rounding


@frozen
class Variant:
    """How some indicators, or some years, are graded instead."""

    when: Condition
    judging: Judging


@frozen
class RollUpRule:
    """How the parts of a group become one.

    Attributes:
        method: mean, worst, weighted, points, main or by_hand.
        minimum_coverage: percent of the parts that must be assessed.
        of: what a part counts: its score, or the number its grade stands on, exact or printed.
        scores: what each label counts, where the grades bring no score of their own.
        full: for points, the most one part can get; the result is then a percentage of it.
        weights: for weighted, what each indicator or section weighs, by id.
        default_weight: what the others weigh; ``None``: nothing is declared for them.
        main: the ids of the main indicators, for main and for conditions among them.
        main_roles: words of `Indicator.role` that mark one; compared as a whole.
        scale: the grades of the whole, if it gets one.
    """

    method: Method
    minimum_coverage: Decimal
    scores: Mapping[str, Decimal] = field(factory=dict[str, Decimal], hash=False)
    full: Decimal | None = None
    rounding: Rounding | None = None
    grade_on: GradeOn = "exact"
    scale: Scale | None = None
    weights: Mapping[str, Decimal] = field(factory=dict[str, Decimal], hash=False)
    default_weight: Decimal | None = None
    main: frozenset[str] = frozenset()
    main_roles: frozenset[str] = MAIN_ROLES
    of: Counting = "score"

    def is_main(self, name: str, role: str) -> bool:
        """Whether the indicator called *name* is a main one, by its id or its *role*."""
        return name in self.main or role in self.main_roles

    def weight_of(self, name: str) -> Decimal | None:
        """What the part called *name* weighs; ``None`` where no weight is declared for it."""
        return self.weights.get(name, self.default_weight)


@frozen(repr=False)
class Rule:
    """A grading rule.

    Attributes:
        name, version: which rule this is; every result carries both.
        judging: how an indicator is graded; ``None`` for a rule that only rolls up.
        variants: for some indicators or years; the first that applies.
        states: what is printed instead of a grade, by the code of the reason (``any``: for all).
        state_scores: the states that are grades all the same, and what each counts.
        rollup: how groups are judged, if it says so.
        source: where it is published.
        bases: the rules that it extends, the nearest first, each with its version.
    """

    name: str
    version: str
    judging: Judging | None = None
    variants: tuple[Variant, ...] = ()
    states: Mapping[str, str] = field(factory=dict[str, str], hash=False)
    state_scores: Mapping[str, Decimal] = field(factory=dict[str, Decimal], hash=False)
    rollup: RollUpRule | None = None
    source: Source | None = None
    title: Text | None = None
    note: Text | None = None
    bases: tuple[str, ...] = ()

    def state_for(self, code: str) -> str | None:
        """What is printed for the reason *code*: its own state, the wider one's, that of any."""
        known = (self.states[it] for it in codes_of(code) if it in self.states)
        return next(known, self.states.get("any"))

    @property
    def steps(self) -> tuple[Band | Case, ...]:
        """The grades of the scale, then those of the variants, in the order of the file."""
        own = () if self.judging is None else (self.judging,)
        judgings = (*own, *(it.judging for it in self.variants))
        return tuple(step for judging in judgings for step in judging.scale.steps)

    def judging_for(self, facts: Facts) -> Judging | None:
        """How these *facts* are graded."""
        for variant in self.variants:
            if variant.when.applies_to(facts):
                return variant.judging
        return self.judging

    def in_language(self, language: Language) -> str:
        """The title, or the name, with the version, and the rules that it extends."""
        title = self.name if self.title is None else self.title.in_language(language)
        own = f"{title} {self.version}"
        if language == "ja":
            return own + "".join(f"（{base}による）" for base in self.bases)
        return ", from ".join((own, *self.bases))

    def __str__(self) -> str:
        return self.in_language("en")

    def __repr__(self) -> str:
        return f"Rule({self.name!r}, {self.version!r})"
