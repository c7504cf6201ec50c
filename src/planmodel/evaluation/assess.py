"""`evaluate`: a plan and its ledger judged in one year under one rule."""

from __future__ import annotations

import datetime as dt
import os
from decimal import Decimal
from typing import Any

from attrs import frozen

from planmodel._memory import undisturbed
from planmodel.errors import Problem, UsageError
from planmodel.evaluation.asking import day_told, ledger_told, period_told
from planmodel.evaluation.background import Point
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.charting import chart_points
from planmodel.evaluation.expecting import expected_value
from planmodel.evaluation.gathering import Gathered, gather
from planmodel.evaluation.given_grades import strange_grades
from planmodel.evaluation.goals import compared_series
from planmodel.evaluation.grade_order import best_first
from planmodel.evaluation.grading import Grade, grade_facts
from planmodel.evaluation.groups import Part
from planmodel.evaluation.outcome import NotAssessable, Trace
from planmodel.evaluation.reached import Standing
from planmodel.evaluation.reasons import NO_BASE, NO_BASELINE, NO_TIME
from planmodel.evaluation.results import Assessment, Evaluation
from planmodel.evaluation.rounding import ONE_PLACE
from planmodel.evaluation.rules.fitting import misfits
from planmodel.evaluation.rules.loading import load_rule
from planmodel.evaluation.rules.model import Rule
from planmodel.evaluation.rules.steps import Case
from planmodel.evaluation.scene import Scene
from planmodel.evaluation.summarizing import as_by_hand, summaries
from planmodel.evaluation.timeline import position
from planmodel.evaluation.tracing import trace_of
from planmodel.evaluation.year_target import with_year
from planmodel.model.absence import NotStated
from planmodel.model.arguments import need_plan
from planmodel.model.indicators import Indicator
from planmodel.model.plan import Plan
from planmodel.observations.ledger import Observations
from planmodel.periods import (
    Period,
    Window,
)
from planmodel.text import Language, Text, say

__all__ = ["DEFAULT_RULE", "evaluate", "period_told"]

DEFAULT_RULE = "on-pace"
"""The rule used where none is named: reached, on pace, behind (or not reached, once the target is
due), worse than before, and no more."""


def evaluate(
    plan: Plan[Any],
    observations: Observations | None = None,
    *,
    period: Period | str,
    known_by: dt.date | str | None = None,
    rules: Rule | str | os.PathLike[str] = DEFAULT_RULE,
) -> Evaluation:
    """Every indicator of *plan* judged in *period*, and every section above them.

    Args:
        plan: the plan.
        observations: the ledger; none at all gives "no value is known" everywhere.
        period: the year judged, or its text: canonical (``"FY2020"``) or as printed
            (``"令和2年度"``). A bare ``"2020"`` is refused: it may be a fiscal or a calendar year.
        known_by: facts known later are not used; ``None`` means all. A date or ISO text.
        rules: a rule, the name of a shipped one, or the path of a rule file.

    The same plan, ledger, period, date and rule give the same result for ever.

    Raises:
        ParseError: the text of the period is none, or can be read in two ways.
        DocumentError: the rule cannot be found or read.
        UsageError: the rule grades no indicators, a clock is neither period nor date, *plan* is
            no plan, or *observations* are none.
    """
    need_plan(plan)
    ledger = ledger_told(observations)
    when = period_told(period)
    known_by = day_told(known_by)
    rule = rules if isinstance(rules, Rule) else load_rule(rules)
    if rule.judging is None:
        what = say(
            "the rule {rule} only rolls up and grades no indicators",
            "評価ルール「{rule}」は集約だけを定め、指標を評定しない",
            rule=rule.name,
        )
        raise UsageError(Problem(what, "rules"))
    scene = Scene(
        plan,
        ledger,
        when,
        known_by,
        _is_final(plan, when),
        _names(plan),
        ledger.synthetic,
    )
    assessments: list[Assessment] = []
    parts: dict[str, Part] = {}
    with undisturbed():
        for indicator in plan.indicators:
            assessment, part = _assess(scene, indicator, rule)
            assessments.append(assessment)
            parts[indicator.id] = part
    given = {it.computed_grade for it in assessments}
    others = (*rule.steps, *(Case(label) for label in rule.state_scores))
    of_others = (step for step in others if step.label in given)
    grades = best_first((*rule.judging.scale.steps, *of_others))
    whole = tuple(summaries(scene, rule, parts))
    return Evaluation(
        plan=plan,
        observations=ledger,
        period=when,
        known_by=known_by,
        rule=rule.name,
        rule_version=rule.version,
        rule_title=rule.title or Text(rule.name, rule.name),
        rule_source="" if rule.source is None else rule.source.title,
        grades=tuple(step.label for step in grades),
        assessments=tuple(assessments),
        summaries=whole,
        library_version=_version(),
        grade_titles=tuple(step.title for step in grades),
        notes=(*misfits(rule, plan), *strange_grades(rule, assessments, whole)),
    )


def _version() -> str:
    from planmodel import __version__

    return __version__


def _is_final(plan: Plan[Any], period: Period) -> bool:
    if isinstance(plan.period, NotStated):
        return False
    last = plan.period.last if isinstance(plan.period, Window) else plan.period
    return position(period) >= position(last)


def _names(plan: Plan[Any]) -> dict[str, Text]:
    return {
        it.id: Text(plan.title_of(it, "en"), plan.title_of(it, "ja"))
        for indicator in plan.indicators
        for it in (*indicator.benchmarks, indicator.denominator)
        if it is not None and it in plan
    }


@frozen(eq=False)
class _Background:
    """What an assessment was made from."""

    scene: Scene
    indicator: Indicator
    found: Gathered
    result: Grade
    by_formula: NotAssessable | None

    def title(self, language: Language) -> str:
        plan = self.scene.plan
        is_known = self.indicator in plan
        return plan.title_of(self.indicator, language) if is_known else self.indicator.title

    def standing(self) -> Standing | None:
        return self.found.standing

    def points(self) -> tuple[Point, ...]:
        return chart_points(self.scene, self.indicator, self.found)

    def why_no_goal(self) -> NotAssessable | None:
        return self.found.goal.reason

    def trace(self) -> Trace:
        return trace_of(self.scene, self.indicator, self.found, self.result, self.by_formula)


def _assess(scene: Scene, indicator: Indicator, rule: Rule) -> tuple[Assessment, Part]:
    found = with_year(gather(scene, indicator), rule)
    facts = found.facts
    result = grade_facts(rule, facts)
    by_formula = result.reason
    reason = _nearest(by_formula, found)
    if reason is not None:
        result = result.because(reason)
    by_hand = scene.observations.judgement(indicator.id, scene.period, scene.known_by)
    if by_hand is not None:
        result = result.overridden(as_by_hand(by_hand))
    judging = result.judging
    measure = "" if judging is None or judging.measure is None else judging.measure
    expected = expected_value(facts, facts.path)
    background = _Background(scene, indicator, found, result, by_formula)
    assessment = Assessment(
        indicator=indicator,
        period=scene.period,
        measure=measure,
        facts=facts,
        target=found.target,
        baseline=found.baseline,
        observation=None if found.reading is None else found.reading.row,
        actual=facts.value,
        goal=found.goal.number,
        expected=expected if isinstance(expected, Decimal) and not found.aim.is_direct else None,
        value=result.number,
        printed=_printed(result, measure),
        reason=reason,
        grade=result.shown if result.is_graded else None,
        computed_grade=result.label if result.is_computed else None,
        state=None if result.is_computed else result.label,
        grade_title=None if result.step is None else result.step.title,
        by_hand=by_hand,
        gap=_gap(found),
        change=found.change,
        notes=found.notes,
        synthetic=_is_synthetic(scene, indicator) or bool(by_hand and by_hand.synthetic),
        parts=tuple(_assess(scene, it, rule)[0] for it in indicator.parts),
        conditions=found.aim.finals,
        background=background,
        explain=background.trace,
    )
    rollup = rule.rollup
    main = rollup is not None and rollup.is_main(indicator.id, indicator.role)
    return assessment, Part.of(indicator.id, result, main=main)


def _nearest(reason: NotAssessable | None, found: Gathered) -> NotAssessable | None:
    """What the plan and the ledger say of the gap is nearer to the reader than the formula."""
    if reason is None:
        return None
    if reason.code == NO_BASE.code and found.no_base is not None:
        return found.no_base
    if found.reason is not None:
        return found.reason
    if reason.code == NO_TIME.code and found.no_time is not None:
        return found.no_time
    absence = None if found.baseline is None else found.baseline.absence
    if reason.code == NO_BASELINE.code and absence is not None:
        text = say("there is no baseline ({why})", "基準値がない（{why}）", why=absence.reason)
        return NotAssessable(reason.code, text)
    return reason


def _is_synthetic(scene: Scene, indicator: Indicator) -> bool:
    """Whether any figure that the judgement or its chart shows was made up."""
    if not scene.has_synthetic:
        return False
    compared = (indicator.denominator, *(compared_series(it) for it in indicator.targets))
    series = [indicator.id, *(it.id for it in indicator.benchmarks)]
    series += [pointer.id for pointer in compared if pointer is not None]
    return any(row.synthetic for key in series for row in scene.rows(key).values())


def _printed(result: Grade, measure: str) -> str:
    number = result.printed if result.printed is not None else result.number
    if number is None:
        return ""
    shown = number if result.printed is not None else ONE_PLACE.apply(number)
    return f"{shown:,f}%" if MEASURES[measure].is_ratio else f"{shown:,f}"


def _gap(found: Gathered) -> Decimal | None:
    outcome = MEASURES["gap"].compute(found.facts, None, None)
    return outcome if isinstance(outcome, Decimal) else None
