"""The steps of a grade, written down when somebody asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from planmodel.evaluation.arithmetic import Outcome
from planmodel.evaluation.catalog import MEASURES, OF_ONE_TARGET
from planmodel.evaluation.expecting import is_target_itself
from planmodel.evaluation.facts import Facts
from planmodel.evaluation.grade_order import grade_text
from planmodel.evaluation.matching import facts_for, number_of
from planmodel.evaluation.measures import Measured
from planmodel.evaluation.outcome import NotAssessable, Step, Trace
from planmodel.evaluation.precision import share
from planmodel.evaluation.rules.model import Judging
from planmodel.evaluation.rules.steps import Band, Condition, FirstMatch, Which
from planmodel.evaluation.rules.wording import first_that_holds
from planmodel.text import Text, say

if TYPE_CHECKING:
    from planmodel.evaluation.grading import Grade

__all__ = ["GRADE", "explain_grade"]

GRADE: Final = say("grade", "評定")
"""The step that says which grade came out."""


def explain_grade(grade: Grade) -> Trace:
    """The steps that led to *grade*: the rule, the measure, the rounding, the band or case."""
    rule, judging = grade.rule, grade.judging
    steps = [Step(say("rule", "評価ルール"), value=rule, note=rule.note)]
    trace = Trace()
    if judging is not None and grade.facts.state is None:
        if judging.measure is not None:
            name, number = judging.measure, grade.number
            if number is None or judging.limits is not None:
                outcome = number_of(name, grade.facts, judging)
            else:
                outcome = number
            trace = _measured(grade, judging, name, outcome, judging.target)
            if judging.limits is not None and number is not None:
                note = say("the limits: {range}", "上下限: {range}", range=judging.limits)
                trace += Step(say("within the limits", "上下限の適用"), value=number, note=note)
        trace += _compared(grade, judging)
    after: list[Step] = []
    if grade.printed is not None and judging is not None:
        rounding = judging.rounding_of(grade.facts.indicator)
        note = say("{rounding}", "{rounding}", rounding=rounding)
        after.append(Step(say("as printed", "表示する数値"), value=grade.printed, note=note))
    after.append(_decision(grade))
    if grade.by_hand is not None:
        after.append(Step(say("grade by hand", "人による判定"), value=grade.by_hand))
    return Trace((*steps, *trace.steps, *after))


def _taken(facts: Facts) -> Step:
    """Which target is taken, where one is printed for the year beside the final one."""
    note = (
        say("the final one", "最終目標値")
        if facts.of_year is not None
        else say("printed for the year", "その年の記載値")
    )
    return Step(say("target taken", "用いる目標値"), value=facts.target, note=note)


def _measured(
    grade: Grade, judging: Judging, name: str, outcome: Outcome, which: Which | None
) -> Trace:
    """The steps of the measure *name*, which gave *outcome*, as *judging* declares it."""
    facts = facts_for(name, grade.facts, which)
    has_choice = grade.facts.of_year is not None and name in OF_ONE_TARGET
    start = Trace((_taken(facts),) if has_choice else ())
    is_net = (
        facts.kind == "cumulative"
        and judging.net_of_baseline is True
        and facts.has_baseline is not False
        and name in ("ratio_to_target", "ratio_to_expected")
    )
    if is_net:
        name = "progress_from_baseline" if name == "ratio_to_target" else "pace_ratio"
    path = facts.path if judging.path == "declared" else judging.path
    if is_net and path == "linear_from_zero" and not is_target_itself(facts):
        # Net of the baseline, what starts at 0 is the line from the baseline.
        path, facts = "linear", evolve(facts, expected=None)
    spec = MEASURES[name]
    number = None if isinstance(outcome, NotAssessable) else outcome
    reason = outcome if isinstance(outcome, NotAssessable) else None
    value = share(number) if spec.is_ratio and number is not None else number
    trace = start + Measured(name, value, reason, facts, judging.convention, path).trace
    if is_net:
        note = say(
            "a running total is judged net of its baseline",
            "累計のため、基準値を差し引いて評価した",
        )
        trace += Step(say("running total", "累計"), note=note)
    if spec.is_ratio and number is not None:
        trace += Step(say("in percent", "百分率"), value=number)
    return trace


def _compared(grade: Grade, judging: Judging) -> Trace:
    """The other measures that the cases up to the one that holds were asked about."""
    steps: list[Step] = []
    own = None if judging.measure is None else (judging.measure, judging.target)
    asked: set[object] = {own, None}
    cases = judging.scale.cases if isinstance(judging.scale, FirstMatch) else ()
    for case in cases:
        if case.condition is None:
            break
        for part in case.condition.parts():
            which = part.target or judging.target
            if not part.applies_to(grade.facts):
                continue
            if _takes_target(part, judging) and (None, which) not in asked:
                asked.add((None, which))
                steps += _target_of(grade.facts, which)
            name = part.measure or (None if part.target is None else judging.measure)
            key = None if name is None else (name, which)
            if name is None or key in asked:
                continue
            asked.add(key)
            outcome = number_of(name, grade.facts, judging, which)
            steps.extend(_measured(grade, judging, name, outcome, which).steps)
        if case is grade.step:
            break
    return Trace(tuple(steps))


def _takes_target(part: Condition, judging: Judging) -> bool:
    """Whether *part* asks about a target beside the one that its measure takes."""
    of_target = part.percent_of == "target"
    return part.reached is not None or (
        of_target and (part.measure or judging.measure) not in OF_ONE_TARGET
    )


def _target_of(facts: Facts, which: Which | None) -> list[Step]:
    """Which target it is that is met or not, or of which something is a percentage."""
    if facts.of_year is None:
        return []
    return [_taken(facts.of_year if which == "year" else facts)]


def _decision(grade: Grade) -> Step:
    if grade.reason is not None:
        name = say("state", "状態") if grade.label else say("not assessable", "評価できない")
        name = GRADE if grade.is_computed else name
        return Step(name, value=grade.label, note=grade.reason.reason)
    step, note = grade.step, None
    own = None if grade.judging is None else grade.judging.measure
    if isinstance(step, Band):
        note = _range_note(grade, step)
    elif step is not None and step.condition is not None:
        note = first_that_holds(step.condition, own)
    elif step is not None:
        note = say("no case before it holds", "ほかのどの場合にも当てはまらない")
    value = None if step is None else grade_text(step.label, step.title)
    return Step(GRADE, value=value, note=note)


def _range_note(grade: Grade, band: Band) -> Text:
    on_printed = grade.judging is not None and grade.judging.grade_on == "printed"
    return say(
        "{what} {number} is {range}",
        "{what}{number}は{range}",
        what=say("the printed", "表示値") if on_printed else say("the exact", "正確な値"),
        number=grade.graded_on,
        range=band,
    )
