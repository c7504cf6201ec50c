"""The same plan under several methods side by side: where they disagree, and why.

A method is a grading rule (shipped or a prefecture's own) or a published profile.
Each keeps its own words; what is compared is where in its own order a verdict stands.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from planmodel.errors import DocumentError, Problem, did_you_mean
from planmodel.evaluation.assess import evaluate, period_told
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.compared import Cell, Comparison, Method, Row, Silence
from planmodel.evaluation.contrasts import contrast, verdict_of
from planmodel.evaluation.grade_explaining import GRADE
from planmodel.evaluation.grade_order import best_first
from planmodel.evaluation.grading import grade_facts
from planmodel.evaluation.method_words import (
    CASES,
    FROM_ZERO,
    LOOKS_AT,
    ORDERS,
    PROFILE_LOOKS,
    PROFILE_NUMBERS,
    PROFILE_VIEWS,
    VIEWS,
    View,
)
from planmodel.evaluation.outcome import NotAssessable, Trace
from planmodel.evaluation.profiles import profile_names
from planmodel.evaluation.results import Assessment, Evaluation
from planmodel.evaluation.rounding import ONE_PLACE
from planmodel.evaluation.rules.loading import load_rule, rule_names
from planmodel.evaluation.rules.model import Judging, Rule
from planmodel.evaluation.rules.steps import Band, Case, Condition, FirstMatch
from planmodel.evaluation.serial import judge_assessment
from planmodel.model.plan import Plan
from planmodel.observations.ledger import Observations
from planmodel.periods import Period
from planmodel.text import Text, say

__all__ = [
    "DEFAULT_METHODS",
    "Cell",
    "Comparison",
    "Method",
    "Row",
    "Silence",
    "compare_methods",
]

DEFAULT_METHODS = (
    "on-pace", "ibaraki", "osaka-library", "tama-target", "tama-gap", "sano", "nagayo", "fukuoka",
    "open-sdg-2.4", "eustat", "escap",
)  # fmt: skip
"""Every shipped rule and profile."""

_APART = Decimal("0.5")
_MET = Condition(reached=True)
_NOT_MET = say("the target is not met", "目標を達成していない")


def compare_methods(
    plan: Plan[Any],
    observations: Observations | None = None,
    *,
    period: Period | str,
    known_by: dt.date | None = None,
    methods: Iterable[Rule | str | os.PathLike[str]] = DEFAULT_METHODS,
) -> Comparison:
    """Every indicator of *plan* in *period* under each of *methods*, one named twice only once.

    Methods disagree on an indicator when their verdicts stand half an order or more apart:
    the best word of one beside the middle or worst word of another.

    Raises:
        DocumentError: a method is neither a profile nor a rule that can be read.
        ParseError: the text of the period is none.
    """
    when = period_told(period)
    asked: list[Method] = []
    columns: list[list[Cell]] = []
    basis = evaluate(plan, observations, period=when, known_by=known_by)
    for it in _once(methods):
        if isinstance(it, str) and it in profile_names():
            method, cells = _by_profile(it, basis)
        else:
            rule = it if isinstance(it, Rule) else _rule_named(it)
            judged = evaluate(plan, observations, period=when, known_by=known_by, rules=rule)
            method, cells = _by_rule(rule, judged)
        asked.append(method)
        columns.append(cells)
    rows = tuple(
        _row(assessment, tuple(column[at] for column in columns), asked)
        for at, assessment in enumerate(basis)
    )
    ledger = Observations() if observations is None else observations.known_by(known_by)
    return Comparison(plan, when, known_by, tuple(asked), rows, ledger.synthetic)


def _once(
    methods: Iterable[Rule | str | os.PathLike[str]],
) -> Iterator[Rule | str | os.PathLike[str]]:
    taken: list[Rule | str | os.PathLike[str]] = []
    for it in methods:
        if it not in taken:
            taken.append(it)
            yield it


def _rule_named(name: str | os.PathLike[str]) -> Rule:
    try:
        return load_rule(name)
    except DocumentError as error:
        near = did_you_mean(str(name), [*rule_names(), *profile_names()])
        if not near or str(name) in rule_names():
            raise
        what = say("there is no method called {name}", "「{name}」という手法はない", name=name)
        raise DocumentError(Problem(what, "methods", hint=near)) from error


def _by_rule(rule: Rule, judged: Evaluation) -> tuple[Method, list[Cell]]:
    judging = rule.judging
    measure = None if judging is None else judging.measure
    looks, number = CASES, None
    view: View = "cases"
    if judging is not None and measure is not None:
        looks = LOOKS_AT.get(measure, MEASURES[measure].title)
        if measure == "ratio_to_expected" and judging.path == "linear_from_zero":
            looks = FROM_ZERO
        view, number = VIEWS.get(measure, "other"), MEASURES[measure].title
    method = Method(
        rule.name,
        "rule",
        judged.rule_title,
        looks,
        rule.version,
        view,
        number,
        tuple(zip(judged.grades, judged.grade_titles, strict=True)),
        "" if rule.source is None else rule.source.title,
        "" if rule.source is None else rule.source.url,
    )
    return method, [_rule_cell(method, rule, it) for it in judged]


def _rule_cell(method: Method, rule: Rule, it: Assessment) -> Cell:
    """What the rule itself says, whatever people made of it."""
    label = it.computed_grade
    judging = rule.judging_for(it.facts)
    number, unit = _number_behind(judging, it)
    if label is None:
        return Cell(
            method.name,
            reason=it.reason,
            printed=it.printed,
            trace=it.trace,
            number=number,
            unit=unit,
        )
    standing = None
    labels = [] if judging is None else [step.label for step in best_first(judging.scale.steps)]
    if label in labels and len(labels) > 1:
        standing = 1 - Decimal(labels.index(label)) / Decimal(len(labels) - 1)
    trace = it.trace
    case = _case_of(judging, grade_facts(rule, it.facts).step, trace)
    if case is None and method.view == "cases":
        case = next((step.note for step in trace.steps if step.name == GRADE), None)
    return Cell(
        method.name,
        label,
        it.grade_title,
        it.printed,
        standing,
        trace=trace,
        reach=it.value if it.measure == "pace_ratio" else None,
        case=case,
        number=number,
        unit=unit,
        by_target=_asks_only_reached(judging),
    )


def _number_behind(judging: Judging | None, it: Assessment) -> tuple[Decimal | None, str]:
    """The number of *it* rounded as it is printed, and its unit."""
    if it.value is None:
        return None, ""
    rounding = None if judging is None else judging.rounding_of(it.id)
    is_ratio = it.measure in MEASURES and MEASURES[it.measure].is_ratio
    return (rounding or ONE_PLACE).apply(it.value), "%" if is_ratio else ""


def _case_of(judging: Judging | None, step: Band | Case | None, trace: Trace) -> Text | None:
    """The case that decided in words, where it was one and not the number that the rule grades.

    So it is where there is no such number, and where the case asks whether the target is met, or
    why something cannot be computed.
    """
    if judging is None or not isinstance(judging.scale, FirstMatch) or not isinstance(step, Case):
        return None
    if step.condition is None and _asks_only_reached(judging):
        return _NOT_MET
    parts = () if step.condition is None else tuple(step.condition.parts())
    is_asked = any(it.reached is not None or it.not_assessable is not None for it in parts)
    if judging.measure is not None and not is_asked:
        return None
    return next((it.note for it in trace.steps if it.name == GRADE), None)


def _asks_only_reached(judging: Judging | None) -> bool:
    """Whether the cases ask for nothing but the target being met."""
    scale = None if judging is None else judging.scale
    return isinstance(scale, FirstMatch) and all(
        case.condition in {None, _MET} for case in scale.cases
    )


def _by_profile(name: str, basis: Evaluation) -> tuple[Method, list[Cell]]:
    from planmodel.evaluation.profiles import profile_named

    profile = profile_named(name)
    order = ORDERS[name]
    method = Method(
        name,
        "profile",
        profile.title,
        PROFILE_LOOKS[name],
        profile.version,
        PROFILE_VIEWS[name],
        PROFILE_NUMBERS[name],
        tuple((it, profile.label(it)) for it in order),
        profile.source,
        profile.url,
    )
    return method, [_profile_cell(name, it) for it in basis]


def _profile_cell(name: str, it: Assessment) -> Cell:
    judged = judge_assessment(it, name)
    if isinstance(judged, NotAssessable):
        return Cell(name, reason=judged)
    if judged.reason is not None:
        return Cell(name, reason=judged.reason, trace=judged.trace)
    order = ORDERS[name]
    standing = None
    if judged.status in order:
        standing = 1 - Decimal(order.index(judged.status)) / Decimal(len(order) - 1)
    reach = None
    if PROFILE_VIEWS[name] == "growth" and judged.progress is not None:
        reach = 100 * Decimal(str(judged.progress))
    score = None if judged.score is None else ONE_PLACE.apply(judged.score)
    return Cell(
        name,
        judged.status,
        judged.status_label,
        "" if score is None else f"{score:f}",
        standing,
        trace=judged.trace,
        reach=reach,
        number=score,
    )


def _row(assessment: Assessment, cells: tuple[Cell, ...], methods: list[Method]) -> Row:
    indicator = assessment.indicator
    judged = [it for it in cells if it.standing is not None]
    if len(judged) <= 1:
        return Row(indicator, cells, None, (), assessment)
    best = max(judged, key=lambda it: it.standing or Decimal(0))
    worst = min(judged, key=lambda it: it.standing or Decimal(0))
    agree = (best.standing or Decimal(0)) - (worst.standing or Decimal(0)) < _APART
    if agree:
        return Row(indicator, cells, agree, (), assessment)
    by_name = {it.name: it for it in methods}
    ends = (by_name[best.method], best), (by_name[worst.method], worst)
    because = (
        *(verdict_of(method, cell) for method, cell in ends),
        *contrast(*ends, assessment.facts),
    )
    return Row(indicator, cells, agree, because, assessment)
