"""What is rolled up and what comes out: parts, groups of them, and a group as one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from attrs import field, frozen

from planmodel.evaluation import reasons as why
from planmodel.evaluation.by_hand import ByHand
from planmodel.evaluation.grading import Grade
from planmodel.evaluation.outcome import NotAssessable, Step, Trace
from planmodel.evaluation.precision import Figure
from planmodel.evaluation.rules.model import RollUpRule
from planmodel.evaluation.rules.steps import Band, Case
from planmodel.evaluation.rules.wording import first_that_holds
from planmodel.text import Language, Text, say
from planmodel.units import exact

__all__ = ["Child", "Group", "Part", "RolledUp", "counted", "score_of"]

_ZERO = Decimal(0)


def to_figure(value: Figure | None) -> Decimal | None:
    """*value* exactly; ``None`` stays missing."""
    return None if value is None else exact(value)


@frozen
class Part:
    """One judged thing in a group.

    Attributes:
        name: what it is called.
        score: what it counts; ``None`` and no label that counts: it could not be assessed.
        label: its grade, if it has one; the rule may say what a grade counts.
        weight: for weighted means.
        main: whether it is a main indicator.
        reason: why it could not be assessed.
        number: the exact number that its grade stands on, for rules that count numbers.
        printed: that number as printed.

    Raises:
        ModelError: the score, the weight or a number is no finite number.
    """

    name: str
    score: Decimal | None = field(default=None, converter=to_figure)
    label: str | None = None
    weight: Decimal | None = field(default=None, converter=to_figure)
    main: bool = False
    reason: NotAssessable | None = None
    number: Decimal | None = field(default=None, converter=to_figure)
    printed: Decimal | None = field(default=None, converter=to_figure)

    @property
    def is_assessed(self) -> bool:
        """Whether anything came out: a grade, a score or a number."""
        found = (self.label, self.score, self.number, self.printed)
        return any(it is not None for it in found)

    @classmethod
    def of(
        cls, name: str, grade: Grade, *, weight: Figure | None = None, main: bool = False
    ) -> Part:
        """The part that *grade* is."""
        if not grade.is_graded:
            return cls(name, None, None, weight, main, grade.reason)
        number, printed = (grade.number, grade.printed) if grade.reason is None else (None, None)
        return cls(name, grade.score, grade.shown, weight, main, None, number, printed)


@frozen
class Group:
    """Parts and groups that are rolled up first, by the same rule unless it has its own.

    Attributes:
        by_hand: a grade of the whole group given by people.
    """

    name: str
    parts: tuple[Child, ...] = field(converter=tuple["Child", ...])
    weight: Decimal | None = field(default=None, converter=to_figure)
    by_hand: ByHand | None = None
    rule: RollUpRule | None = None


Child: TypeAlias = Part | Group


@frozen
class RolledUp:
    """A group as one.

    Attributes:
        value: the exact number; ``None`` where there is none.
        printed: the number as the rule prints it.
        label: the computed grade.
        reason: why it is not assessable.
        assessed: how many parts (at any depth) went into it.
        total: how many parts (at any depth) there are.
        parts: what it was made of, groups already rolled up.
        by_hand: a grade by people, which stands over the computed one.
    """

    name: str
    rule: RollUpRule = field(repr=False)
    value: Decimal | None = None
    printed: Decimal | None = None
    label: str | None = None
    reason: NotAssessable | None = None
    assessed: int = 0
    total: int = 0
    parts: tuple[Part | RolledUp, ...] = field(default=(), repr=False)
    by_hand: ByHand | None = None
    points: Decimal = field(default=_ZERO, repr=False)
    units: int = field(default=0, repr=False)
    covered: int = field(default=0, repr=False)
    weight: Decimal | None = field(default=None, repr=False)
    step: Band | Case | None = field(default=None, repr=False)

    @property
    def shown(self) -> str | None:
        """The grade that stands: by hand where people gave one, else the computed one."""
        return self.label if self.by_hand is None else self.by_hand.label

    @property
    def is_percentage(self) -> bool:
        """Whether its number is in percent: of the attainable points, or made of ratios."""
        return self.rule.of != "score" or self.rule.full is not None

    @property
    def score(self) -> Decimal | None:
        """What the group counts in the group above it.

        Where numbers count, it is its own number, whatever grade people gave.
        """
        if self.by_hand is not None and self.rule.of == "score":
            return score_of(self.by_hand.label, self.rule)
        if self.rule.of == "printed" and self.printed is not None:
            return self.printed
        return self.value

    @property
    def counts_by_hand(self) -> bool:
        """Whether a grade by people is what the group counts in the group above it."""
        return self.by_hand is not None and self.rule.of == "score"

    @property
    def counts(self) -> bool:
        """Whether it counts in the group above it."""
        return self.score is not None and (self.reason is None or self.counts_by_hand)

    @property
    def why_not_counted(self) -> NotAssessable | None:
        """Why it does not count in the group above it; ``None`` where it does."""
        if self.counts:
            return None
        if self.by_hand is None or not self.counts_by_hand:
            return why.NO_NUMBER if self.reason is None else self.reason
        text = say(
            "the grade {label}, given by {body}, has no score in this rule",
            "{body}による判定「{label}」には、この評価ルールに点数の定めがない",
            label=self.by_hand.label,
            body=self.by_hand.body,
        )
        return NotAssessable(why.NO_SCORE.code, text)

    @property
    def coverage(self) -> Text:
        """How many of how many parts were assessed; where not all of these count, how many do."""
        leaves = self.leaves
        assessed = sum(it.is_assessed for it in leaves)
        if (assessed, len(leaves)) == (self.assessed, self.total):
            return say("{n} of {m} assessed", "{m}件中{n}件を評価", n=self.assessed, m=self.total)
        return say(
            "{n} of {m} counted, {k} of {j} assessed",
            "{m}件中{n}件を算入、{j}件中{k}件を評価",
            n=self.assessed,
            m=self.total,
            k=assessed,
            j=len(leaves),
        )

    @property
    def leaves(self) -> tuple[Part, ...]:
        """The parts at any depth."""
        found: list[Part] = []
        for part in self.parts:
            found.extend([part] if isinstance(part, Part) else part.leaves)
        return tuple(found)

    @property
    def trace(self) -> Trace:
        """The parts, what each counted, and what came out."""
        return Trace(tuple(_steps(self)))

    def in_language(self, language: Language) -> str:
        """The grade or the number or the reason, and always how many of how many counted."""
        if self.by_hand is not None:
            outcome = self.by_hand.in_language(language)
        elif self.reason is not None:
            outcome = self.reason.in_language(language)
        else:
            number = self.value if self.printed is None else self.printed
            outcome = self.label or f"{number:f}"
        coverage = self.coverage.in_language(language)
        return f"{outcome}（{coverage}）" if language == "ja" else f"{outcome} ({coverage})"

    def __str__(self) -> str:
        return self.in_language("en")


def counted(part: Part, rule: RollUpRule) -> Decimal | None:
    """What *part* counts under *rule*: its number, its score or that of its grade."""
    if rule.of == "number":
        return part.number
    if rule.of == "printed":
        return part.printed
    return part.score if part.score is not None else score_of(part.label, rule)


def score_of(label: str | None, rule: RollUpRule) -> Decimal | None:
    """What the grade *label* counts under *rule*, if it says so."""
    if label is None:
        return None
    if label in rule.scores:
        return rule.scores[label]
    steps = () if rule.scale is None else rule.scale.steps
    return next((step.score for step in steps if step.label == label), None)


def _told(part: Part | RolledUp, rule: RollUpRule) -> Decimal | None:
    return counted(part, rule) if isinstance(part, Part) else part.score


def _steps(group: RolledUp) -> Iterator[Step]:
    for part in group.parts:
        label = part.label if isinstance(part, Part) else part.shown
        score = _told(part, group.rule)
        kind = "score" if group.rule.of == "score" else "number"
        shown = {kind: score} if score is not None else {}
        if part.weight is not None and group.rule.method == "weighted":
            shown["weight"] = part.weight
        reason = part.reason if isinstance(part, Part) else part.why_not_counted
        note = None if score is not None or reason is None else reason.reason
        name = say("{name}", "{name}", name=part.name)
        yield Step(name, inputs=shown, value=label, note=note)
    method = say(
        "roll-up ({method}, {coverage})",
        "集約（{method}、{coverage}）",
        method=group.rule.method,
        coverage=group.coverage,
    )
    note = None if group.reason is None else group.reason.reason
    yield Step(method, value=group.value, note=note)
    if group.label is not None:
        yield Step(say("grade of the group", "全体の評定"), value=group.label, note=_why(group))
    if group.by_hand is not None:
        yield Step(say("grade by hand", "人による判定"), value=group.by_hand)


def _why(group: RolledUp) -> Text | None:
    """The condition that gave *group* its grade, if one did."""
    condition = group.step.condition if isinstance(group.step, Case) else None
    return None if condition is None else first_that_holds(condition, None)
