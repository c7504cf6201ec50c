"""Grades: a rule applied to the facts of one indicator in one period."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypedDict

from attrs import evolve, field, frozen

from planmodel.errors import Problem, UsageError
from planmodel.evaluation import reasons as why
from planmodel.evaluation.by_hand import ByHand
from planmodel.evaluation.facts import Direction, Facts, Kind, Path
from planmodel.evaluation.matching import first_case, number_of
from planmodel.evaluation.outcome import NotAssessable, Trace
from planmodel.evaluation.precision import Figure
from planmodel.evaluation.rules.model import Judging, Rule
from planmodel.evaluation.rules.steps import Band, Case, FirstMatch
from planmodel.text import Language, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

__all__ = ["Given", "Grade", "grade", "grade_facts"]


class Given(TypedDict, total=False):
    """The facts of an indicator as keywords; see `Facts`."""

    value: Figure | None
    target: Figure | None
    baseline: Figure | None
    base: Figure | None
    expected: Figure | None
    previous: Figure | None
    elapsed: Figure | None
    duration: Figure | None
    direction: Direction | None
    path: Path | None
    kind: Kind | None
    target_kind: str | None
    target_scope: str | None
    has_path: bool | None
    has_baseline: bool | None
    final_year: bool | None
    due: bool | None
    reached: bool | None
    tags: Iterable[str]
    indicator: str | None
    state: str | None


@frozen(slots=False)  # a dict is filled faster than slots, and grades are made by the million
class Grade:
    """What a rule says of one indicator in one period.

    Attributes:
        rule: the rule.
        facts: what was judged.
        number: the exact number that the measure gave, within the limits of the rule: in percent
            for a ratio (93.4, where `Measured.value` of the same measure is the pure number
            0.934), else in its unit.
        outcome: the band or the case that took it, or why there is no grade.
        by_hand: a grade given by people, which stands over the computed one.
    """

    rule: Rule
    facts: Facts = field(repr=False)
    number: Decimal | None
    outcome: Band | Case | NotAssessable
    by_hand: ByHand | None = None

    @property
    def step(self) -> Band | Case | None:
        """The band or the case that took the number; ``None`` where there is no grade."""
        return None if isinstance(self.outcome, NotAssessable) else self.outcome

    @property
    def reason(self) -> NotAssessable | None:
        """Why there is no grade; ``None`` when there is one."""
        return self.outcome if isinstance(self.outcome, NotAssessable) else None

    @property
    def judging(self) -> Judging | None:
        """The entries of the rule that apply to these facts."""
        return self.rule.judging_for(self.facts)

    @property
    def label(self) -> str | None:
        """The computed grade, or the state printed instead; ``None`` where there is neither."""
        if not isinstance(self.outcome, NotAssessable):
            return self.outcome.label
        return self.rule.state_for(self.outcome.code)

    @property
    def printed(self) -> Decimal | None:
        """The number as printed; ``None`` where the rule says nothing of rounding."""
        return None if self.number is None else _printed(self.judging, self.facts, self.number)

    @property
    def graded_on(self) -> Decimal | None:
        """The number that the scale was asked about."""
        judging = self.judging
        on_printed = judging is not None and judging.grade_on == "printed"
        return self.printed if on_printed else self.number

    @property
    def is_computed(self) -> bool:
        """Whether the rule gives a grade: by its scale, or by a state that has a score."""
        return self.reason is None or self.label in self.rule.state_scores

    @property
    def is_graded(self) -> bool:
        """Whether there is a grade, computed or by hand."""
        return self.is_computed or self.by_hand is not None

    @property
    def shown(self) -> str | None:
        """The grade that stands: by hand where people gave one, else the computed one."""
        return self.label if self.by_hand is None else self.by_hand.label

    @property
    def score(self) -> Decimal | None:
        """What the grade that stands counts in a roll-up, if the rule says so."""
        shown = self.shown
        if shown is None or not self.is_graded:
            return None
        if self.rule.rollup is not None and shown in self.rule.rollup.scores:
            return self.rule.rollup.scores[shown]
        if self.by_hand is None and self.step is not None:
            return self.step.score
        steps = () if self.judging is None else self.judging.scale.steps
        known = (step.score for step in steps if step.label == shown)
        return self.rule.state_scores.get(shown, next(known, None))

    @property
    def trace(self) -> Trace:
        """How the grade came about; written down only when somebody asks."""
        from planmodel.evaluation.grade_explaining import explain_grade

        return explain_grade(self)

    def because(self, reason: NotAssessable) -> Grade:
        """The same without a grade for *reason*, which says more than the formula knew."""
        return evolve(self, outcome=reason)

    def overridden(self, by_hand: ByHand) -> Grade:
        """The same with a grade by hand over it; the computed one stays."""
        return evolve(self, by_hand=by_hand)

    def in_language(self, language: Language) -> str:
        """The grade that stands, or the reason why there is none."""
        if self.by_hand is not None:
            return self.by_hand.in_language(language)
        if self.reason is None:
            return self.label or ""
        reason = self.reason.in_language(language)
        return reason if self.label is None else f"{self.label} ({reason})"

    def __str__(self) -> str:
        return self.in_language("en")


def grade(rule: Rule, **given: Unpack[Given]) -> Grade:
    """The grade of one indicator under *rule*; the keywords are the fields of `Facts`.

    Raises:
        UsageError: the call has no meaning, or the rule grades no indicators; all problems.

    >>> from planmodel.evaluation import grade, load_rule
    >>> it = grade(load_rule("ibaraki"), value=2748, expected=2000, direction="increase")
    >>> it.label, it.printed
    ('A', Decimal('137.4'))
    """
    return grade_facts(rule, Facts.of(given))


def grade_facts(rule: Rule, facts: Facts) -> Grade:
    """`grade` for facts that were read before."""
    judging = rule.judging_for(facts) if rule.variants else rule.judging
    if judging is None:
        what = say(
            "the rule {rule} says nothing of this indicator",
            "評価ルール「{rule}」はこの指標を評定しない",
            rule=rule.name,
        )
        raise UsageError(Problem(what, "rule"))
    if facts.state is not None:
        return Grade(rule, facts, None, _state_reason(rule, facts.state))
    number = graded = None
    if judging.measure is not None:
        graded = number_of(judging.measure, facts, judging)
        if isinstance(graded, Decimal):
            if judging.limits is not None:
                graded = judging.limits.nearest(graded)
            number = graded
            if judging.grade_on == "printed":
                graded = _printed(judging, facts, number)
    outcome: Band | Case | NotAssessable
    if isinstance(judging.scale, FirstMatch):
        outcome = first_case(judging.scale, facts, judging, graded)
    elif isinstance(graded, Decimal):
        outcome = judging.scale.find(graded)
    else:
        outcome = why.NO_VALUE if graded is None else graded
    return Grade(rule, facts, number, outcome)


def _printed(judging: Judging | None, facts: Facts, number: Decimal) -> Decimal | None:
    rounding = None if judging is None else judging.rounding_of(facts.indicator)
    return None if rounding is None else rounding.apply(number)


def _state_reason(rule: Rule, state: str) -> NotAssessable:
    """The reason behind a state, given by its code or as the rule prints it."""
    codes = [code for code, label in rule.states.items() if label == state]
    reason = why.REASONS.get(codes[0] if codes else state)
    if reason is None:
        sentence = say("its state is {state}", "状態は「{state}」である", state=state)
        reason = NotAssessable("state", sentence)
    return reason
