"""Judgements of a whole plan: one assessment an indicator, one summary a section, all explained."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from attrs import field, frozen

from planmodel.errors import Problem, UnknownIdError, did_you_mean
from planmodel.evaluation.background import Background, Point
from planmodel.evaluation.by_hand import ByHand
from planmodel.evaluation.facts import Facts
from planmodel.evaluation.grade_order import grade_text
from planmodel.evaluation.outcome import NotAssessable, Trace
from planmodel.evaluation.reached import Standing
from planmodel.evaluation.summary import Summary
from planmodel.model.ids import Entity
from planmodel.model.indicators import Baseline, Indicator
from planmodel.model.plan import Plan
from planmodel.model.targets import Target
from planmodel.observations.ledger import Observations
from planmodel.observations.records import Judgement, Observation
from planmodel.periods import Period
from planmodel.text import Language, Text, in_language, say, true_minus

__all__ = ["Assessment", "Evaluation"]


@frozen
class Assessment:
    """One indicator, judged in one period under one rule.

    Two are equal where their data are; what explains them (*background*, *explain*) is not
    compared. They can be hashed and pickled.

    Attributes:
        indicator: the indicator.
        period: the period judged.
        target: the target in force, as known; ``None`` where there is none.
        conditions: the targets that are due together with it, itself among them: all must hold.
        baseline: the baseline in force, as known.
        observation: the row the judgement rests on; ``None`` where there is none.
        actual: the observed number (a running total for cumulative indicators).
        goal: the number aimed at in this period: the target's own, or its benchmark's.
        expected: the number expected in this period on the declared path.
        measure: the name of the rule's measure.
        value: the measure, exact and unrounded: in per cent for a ratio (93.4, where
            `Measured.value` of the same measure is the pure number 0.934), else in its unit;
            ``None`` where it cannot be judged.
        printed: the measure as the rule prints it, in the scale's unit (per cent for ratios).
        reason: why there is no value or no grade; ``None`` where the value was judged (a state
            that counts as a grade keeps its reason).
        grade: the grade that counts: by hand where people set one, else the computed one.
        computed_grade: the grade under the rule.
        by_hand: the judgement by people, if there is one.
        gap: how far from the goal, in the unit (ポイント for %); positive means still to go.
        change: the difference to the year before, in the unit.
        notes: assumptions made on the way (``linear path assumed``).
        facts: what the measure was computed from.
        synthetic: some input was made up.
        state: what the rule prints instead of a grade (−, 集計中), where it says so.
        grade_title: what the computed grade means, where the rule says so.
        parts: the sub-series of the indicator, each judged in the same way.
        background: what the standing and the points are worked out from.
        explain: writes the trace down.
    """

    indicator: Indicator
    period: Period
    measure: str
    facts: Facts
    target: Target | None = None
    baseline: Baseline | None = None
    observation: Observation | None = None
    actual: Decimal | None = None
    goal: Decimal | None = None
    expected: Decimal | None = None
    value: Decimal | None = None
    printed: str = ""
    reason: NotAssessable | None = None
    grade: str | None = None
    computed_grade: str | None = None
    by_hand: Judgement | None = None
    gap: Decimal | None = None
    change: Decimal | None = None
    notes: tuple[Text, ...] = ()
    synthetic: bool = False
    state: str | None = None
    grade_title: Text | None = None
    parts: tuple[Assessment, ...] = ()
    conditions: tuple[Target, ...] = ()
    background: Background | None = field(default=None, repr=False, eq=False)
    explain: Callable[[], Trace] = field(default=Trace, repr=False, eq=False)

    @property
    def id(self) -> str:
        """The id of the indicator."""
        return self.indicator.id

    def title(self, language: Language) -> str:
        """The title of the indicator in *language*; its own where the plan has no translation."""
        it = self.background
        return self.indicator.title if it is None else it.title(language)

    @property
    def value_period(self) -> Period:
        """The period of the value: the one judged, or the one of another kind that stands for it.

        A calendar year, a day or a span is judged in the fiscal year that it belongs to.
        """
        return self.period if self.observation is None else self.observation.period

    @property
    def is_judged(self) -> bool:
        """Whether there is a grade, computed or by hand."""
        return self.grade is not None

    @property
    def standing(self) -> Standing | None:
        """Reached, held, lost, not reached; every period against what was asked for in it."""
        return None if self.background is None else self.background.standing()

    @property
    def points(self) -> tuple[Point, ...]:
        """What a chart shows."""
        return () if self.background is None else self.background.points()

    @property
    def why_no_goal(self) -> NotAssessable | None:
        """Why there is no number to aim at, whatever the rule makes of it."""
        return None if self.background is None else self.background.why_no_goal()

    @property
    def trace(self) -> Trace:
        """Every input, rule and step; written down only when somebody asks."""
        return self.explain()

    def in_language(self, language: Language) -> str:
        """The judgement as one line of *language*."""
        head = f"{self.indicator.number} {self.title(language)}".strip()
        return f"{head}: {in_language(self.verdict, language)}"

    @property
    def verdict(self) -> Text | str:
        """The grade in words and the number, or why there is none.

        A grade by hand comes with who gave it, when and why, and with the computed one.
        """
        if self.by_hand is None:
            return self._computed
        return say(
            "{by_hand}; computed: {computed}",
            "{by_hand}。計算では{computed}",
            by_hand=ByHand.of(self.by_hand),
            computed=self._computed,
        )

    @property
    def _computed(self) -> Text | str:
        """What the rule says: the grade in words and the number, or why there is none."""
        if self.computed_grade is not None:
            words = grade_text(self.computed_grade, self.grade_title)
            if self.reason is not None:
                return say("{grade} ({why})", "{grade}（{why}）", grade=words, why=self.reason)
            if not self.printed:
                return words
            return say(
                "{grade} ({number})",
                "{grade}（{number}）",
                grade=words,
                number=true_minus(self.printed),
            )
        if self.reason is None:
            return true_minus(self.printed)
        return say("cannot be judged, because {why}", "評価できない（{why}）", why=self.reason)

    def __repr__(self) -> str:
        outcome = self.grade or (self.printed if self.reason is None else self.reason.code)
        return f"Assessment({self.id!r}, {self.period}, {outcome})"

    def row(self) -> dict[str, Any]:
        """One flat row for a data frame; missing is ``None``, never 0."""
        standing, by_hand = self.standing, self.by_hand
        day = None if by_hand is None else by_hand.known_on
        return {
            "indicator": self.id,
            "number": self.indicator.number,
            "title": self.indicator.title,
            "kind": self.indicator.kind,
            "unit": self.indicator.unit,
            "period": str(self.period),
            "baseline": None if self.baseline is None else self.baseline.value,
            "goal": self.goal,
            "expected": self.expected,
            "actual": self.actual,
            "measure": self.measure,
            "value": self.value,
            "printed": self.printed or None,
            "grade": self.grade,
            "computed_grade": self.computed_grade,
            "by_hand": None if by_hand is None else by_hand.by,
            "by_hand_on": None if by_hand is None or day is None else day.isoformat(),
            "by_hand_because": None if by_hand is None else by_hand.because,
            "standing": None if standing is None else standing.word,
            "gap": self.gap,
            "change": self.change,
            "reason_code": None if self.reason is None else self.reason.code,
            "reason": None if self.reason is None else str(self.reason),
            "synthetic": self.synthetic,
        }


@frozen
class Evaluation:
    """A plan judged: every indicator in document order, and every section above them.

    Attributes:
        plan: what was judged.
        observations: the ledger it rests on.
        period: the year judged.
        known_by: facts known later were not used; ``None`` means all.
        rule: the rule's name, and ``rule_version``, ``rule_title`` and ``rule_source`` of it.
        grades: the labels of the rule's scale, best first, each once; then those that only its
            variants know, where they were given.
        grade_titles: what each of them means, where the rule says so.
        assessments: one an indicator.
        summaries: one a section with indicators below it, in document order; the plan comes first.
        library_version: the version of planmodel that judged.
        notes: what of the rule fits nothing in the plan, such as an id that is none, and grades by
            hand that the rule does not know, or that count nothing in its roll-up.
    """

    plan: Plan[Any]
    observations: Observations
    period: Period
    known_by: dt.date | None
    rule: str
    rule_version: str
    rule_title: Text
    rule_source: str
    grades: tuple[str, ...]
    assessments: tuple[Assessment, ...]
    summaries: tuple[Summary, ...]
    library_version: str
    grade_titles: tuple[Text | None, ...] = ()
    notes: tuple[Text, ...] = ()

    def __iter__(self) -> Iterator[Assessment]:
        return iter(self.assessments)

    def __len__(self) -> int:
        return len(self.assessments)

    def __getitem__(self, indicator: Indicator | str) -> Assessment:
        """The assessment of an indicator or a sub-series (or its id).

        Raises:
            UnknownIdError: the plan has no such indicator.
        """
        wanted = indicator if isinstance(indicator, str) else indicator.id
        if wanted in self._by_id:
            return self._by_id[wanted]
        raise UnknownIdError(
            Problem(
                say("no indicator {id!r} was judged", "指標{id!r}は評価されていない", id=wanted),
                hint=did_you_mean(wanted, self._by_id),
            )
        )

    @cached_property
    def _by_id(self) -> dict[str, Assessment]:
        return {it.id: it for it in self.with_parts()}

    @cached_property
    def _summary_by_id(self) -> dict[str, Summary]:
        return {it.node.id: it for it in reversed(self.summaries)}

    def with_parts(self) -> Iterator[Assessment]:
        """Every assessment, each followed by those of its sub-series."""
        waiting = list(reversed(self.assessments))
        while waiting:
            it = waiting.pop()
            yield it
            waiting.extend(reversed(it.parts))

    @property
    def synthetic(self) -> bool:
        """Whether any input was made up; rows known later are none."""
        return self.observations.known_by(self.known_by).synthetic

    @property
    def judged(self) -> tuple[Assessment, ...]:
        """The assessments that have a grade."""
        return tuple(it for it in self.assessments if it.is_judged)

    @property
    def not_judged(self) -> tuple[Assessment, ...]:
        """The assessments without a grade, each with its reason."""
        return tuple(it for it in self.assessments if not it.is_judged)

    def summary_of(self, node: Entity | str) -> Summary | None:
        """The summary of a section or of the plan, if it has indicators below it."""
        wanted = node if isinstance(node, str) else node.id
        return self._summary_by_id.get(wanted)

    def rows(self) -> list[dict[str, Any]]:
        """One flat row an indicator and sub-series, for ``pandas.DataFrame(evaluation.rows())``."""
        return [it.row() for it in self.with_parts()]

    def in_language(self, language: Language) -> str:
        """The judgements, one a line, in *language*."""
        return "\n".join(in_language(it, language) for it in self.assessments)

    def __str__(self) -> str:
        return self.in_language("en")

    def __repr__(self) -> str:
        return (
            f"Evaluation({self.plan.id!r}, {self.period}, rule={self.rule!r}, "
            f"{len(self.judged)} of {len(self.assessments)} judged)"
        )

    def _repr_html_(self) -> str:
        from html import escape

        head = ("", "title", "actual", "grade", "reason")
        rows = (
            (
                it.indicator.number,
                it.title("en"),
                ""
                if it.actual is None
                else f"{it.actual:f} {self.plan.phrase(it.indicator.unit, 'en', it.actual)}",
                "" if it.grade is None else str(it.verdict),
                str(it.reason or ""),
            )
            for it in self.assessments
        )
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
        )
        names = "".join(f"<th>{escape(name)}</th>" for name in head)
        mark = "<p><strong>synthetic data</strong></p>" if self.synthetic else ""
        return f"{mark}<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>"
