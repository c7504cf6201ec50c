"""A rule as objects: how it judges, its variants, the roll-up, the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from planmodel.evaluation.arithmetic import Convention
from planmodel.evaluation.catalog import OF_ONE_TARGET
from planmodel.evaluation.facts import Facts, Path
from planmodel.evaluation.interval import Interval
from planmodel.evaluation.reasons import codes_of
from planmodel.evaluation.rounding import Rounding
from planmodel.evaluation.rules.steps import Band, Case, Condition, FirstMatch, Scale, Which
from planmodel.text import Language, Text

__all__ = [
    "MAIN_ROLES",
    "Counting",
    "Judging",
    "Method",
    "RollUpRule",
    "Rule",
    "Source",
    "Variant",
    "takes_year",
]

Method: TypeAlias = Literal["mean", "worst", "weighted", "points", "main", "by_hand"]
Counting: TypeAlias = Literal["score", "number", "printed"]
"""What a part counts in a roll-up: the score of its grade, or the number the grade stands on."""
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
