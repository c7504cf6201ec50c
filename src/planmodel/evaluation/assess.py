"""`evaluate`: a plan and its ledger judged in one year under one rule."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from planmodel.errors import Problem, UsageError
from planmodel.evaluation.by_hand import ByHand
from planmodel.evaluation.catalog import MEASURES, expected_value
from planmodel.evaluation.charting import chart_points
from planmodel.evaluation.gathering import Gathered, Scene, gather
from planmodel.evaluation.grading import Grade, grade_facts
from planmodel.evaluation.outcome import NotAssessable, Step, Trace
from planmodel.evaluation.results import Assessment, Evaluation, Summary
from planmodel.evaluation.rollup import Child, Group, Part, RolledUp, roll_up
from planmodel.evaluation.rules.loading import load_rule
from planmodel.evaluation.rules.model import Rule
from planmodel.evaluation.timeline import position
from planmodel.model.absence import NotStated
from planmodel.model.ids import Entity
from planmodel.model.indicators import Indicator
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.observations.ledger import Observations
from planmodel.observations.records import Judgement
from planmodel.periods import Period, Window, period_from_canonical
from planmodel.text import Text, say

__all__ = ["DEFAULT_RULE", "evaluate"]

DEFAULT_RULE = "on-pace"
"""The rule used where none is named: it only says reached, on pace, behind, worse than before."""


def evaluate(
    plan: Plan[Any],
    observations: Observations | None = None,
    *,
    period: Period | str,
    known_by: dt.date | None = None,
    rules: Rule | str | os.PathLike[str] = DEFAULT_RULE,
) -> Evaluation:
    """Every indicator of *plan* judged in *period*, and every section above them.

    Args:
        plan: the plan.
        observations: the ledger; none at all gives "no value is known" everywhere.
        period: the year judged, or its canonical text (``"FY2020"``).
        known_by: facts known later are not used; ``None`` means all.
        rules: a rule, the name of a shipped one, or the path of a rule file.

    The same plan, ledger, period, date and rule give the same result for ever.

    Raises:
        ParseError: the text of the period is none.
        DocumentError: the rule cannot be found or read.
        UsageError: the rule grades no indicators.
    """
    ledger = Observations() if observations is None else observations
    when = period_from_canonical(period) if isinstance(period, str) else period
    rule = rules if isinstance(rules, Rule) else load_rule(rules)
    if rule.judging is None:
        what = say(
            "the rule {rule} only rolls up and grades no indicators",
            "評価ルール「{rule}」は集約だけを定め、指標を評定しない",
            rule=rule.name,
        )
        raise UsageError(Problem(what, "rules"))
    scene = Scene(plan, ledger, when, known_by, _is_final(plan, when), _benchmark_names(plan))
    assessments: list[Assessment] = []
    parts: dict[str, Part] = {}
    for indicator in plan.indicators:
        assessment, part = _assess(scene, indicator, rule)
        assessments.append(assessment)
        parts[indicator.id] = part
    return Evaluation(
        plan=plan,
        observations=ledger,
        period=when,
        known_by=known_by,
        rule=rule.name,
        rule_version=rule.version,
        rule_title=rule.title or Text(rule.name, rule.name),
        rule_source="" if rule.source is None else rule.source.title,
        grades=tuple(step.label for step in rule.judging.scale.steps),
        assessments=tuple(assessments),
        summaries=tuple(_summaries(scene, rule, parts)),
        library_version=_version(),
        grade_titles=tuple(step.title for step in rule.judging.scale.steps),
    )


def _version() -> str:
    from planmodel import __version__

    return __version__


def _is_final(plan: Plan[Any], period: Period) -> bool:
    if isinstance(plan.period, NotStated):
        return False
    last = plan.period.last if isinstance(plan.period, Window) else plan.period
    return position(period) >= position(last)


def _benchmark_names(plan: Plan[Any]) -> dict[str, str]:
    names: dict[str, str] = {}
    for indicator in plan.indicators:
        names.update({it.id: it.title for it in indicator.benchmarks})
    return names


def _assess(scene: Scene, indicator: Indicator, rule: Rule) -> tuple[Assessment, Part]:
    found = gather(scene, indicator)
    facts = found.facts
    result = grade_facts(rule, facts)
    by_hand = scene.observations.judgement(indicator.id, scene.period, scene.known_by)
    if by_hand is not None:
        result = result.overridden(_by_hand(by_hand))
    reason = result.reason
    if reason is not None and found.reason is not None:
        # What the plan and the ledger say of the gap is nearer to the reader than the formula.
        reason = found.reason
    judging = result.judging
    measure = "" if judging is None or judging.measure is None else judging.measure
    rows = tuple(scene.rows(indicator.id).values())
    expected = expected_value(facts, facts.path)
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
        expected=expected if isinstance(expected, Decimal) and not found.goal.moving else None,
        value=result.number,
        printed=_printed(result, measure),
        reason=reason,
        grade=result.shown if result.is_graded else None,
        computed_grade=result.label if result.reason is None else None,
        state=result.label if result.reason is not None else None,
        grade_title=None if result.step is None else result.step.title,
        by_hand=by_hand,
        standing=found.standing,
        gap=_gap(found),
        change=found.change,
        notes=found.notes,
        points=chart_points(scene, indicator, found),
        synthetic=any(row.synthetic for row in rows),
        explain=lambda: _trace(scene, indicator, found, result, reason),
    )
    part = Part.of(indicator.id, result, main=bool(indicator.role) and "主" in indicator.role)
    return assessment, part


def _by_hand(judgement: Judgement) -> ByHand:
    return ByHand(judgement.grade, judgement.by, judgement.known_on, judgement.because)


def _printed(result: Grade, measure: str) -> str:
    number = result.printed if result.printed is not None else result.number
    if number is None:
        return ""
    shown = number if result.printed is not None else number.quantize(Decimal("0.1"))
    return f"{shown:,f}%" if measure and MEASURES[measure].is_ratio else f"{shown:,f}"


def _gap(found: Gathered) -> Decimal | None:
    outcome = MEASURES["gap"].compute(found.facts, None, None)
    return outcome if isinstance(outcome, Decimal) else None


def _row_step(scene: Scene, found: Gathered) -> Step:
    name = say("actual for {period}", "{period}の実績", period=scene.period)
    if found.reading is None:
        return Step(name, note=say("no row is known", "該当する記録がない"))
    row = found.reading.row
    facts: list[Text] = []
    if row.known_on is not None:
        facts.append(say("known on {day}", "{day}公表", day=row.known_on.isoformat()))
    if row.source:
        facts.append(say("source: {source}", "出典: {source}", source=row.source))
    if row.state != "final":
        facts.append(say("state: {state}", "状態: {state}", state=row.state))
    if row.synthetic:
        facts.append(say("synthetic, not observed", "合成データ（実測ではない）"))
    note = say("{facts}", "{facts}", facts=tuple(facts)) if facts else None
    return Step(name, value=row.amount, note=note)


def _trace(
    scene: Scene,
    indicator: Indicator,
    found: Gathered,
    result: Grade,
    reason: NotAssessable | None,
) -> Trace:
    clock = "" if scene.known_by is None else scene.known_by.isoformat()
    steps = [
        Step(
            say("what is judged", "評価の対象"),
            inputs={
                "indicator": indicator.id,
                "period": scene.period,
                "known by": clock or say("everything known", "すべての情報"),
            },
        )
    ]
    if found.baseline is not None:
        steps.append(
            Step(
                say("baseline", "基準値"),
                value=found.baseline.amount,
                note=None
                if isinstance(found.baseline.period, NotStated)
                else say("{period}", "{period}", period=found.baseline.period),
            )
        )
    if found.target is not None:
        steps.append(_target_step(found))
    steps.append(_row_step(scene, found))
    steps.extend(Step(say("assumption", "前提"), note=note) for note in found.notes)
    trace = Trace(tuple(steps)) + result.trace
    if reason is not None:
        trace += Step(say("cannot be judged", "評価できない"), note=reason.reason)
    return trace


def _target_step(found: Gathered) -> Step:
    target = found.target
    printed = "" if target is None else target.printed or str(target.amount or "")
    notes: list[Text] = []
    if target is not None and not isinstance(target.period, NotStated):
        notes.append(say("due {period}", "期限{period}", period=target.period))
    if found.goal.moving:
        notes.append(say("a moving benchmark", "変動する比較対象"))
    note = say("{notes}", "{notes}", notes=tuple(notes)) if notes else None
    return Step(
        say("target", "目標"),
        inputs={"as printed": printed} if printed else {},
        value=found.goal.number,
        note=note,
    )


def _summaries(scene: Scene, rule: Rule, parts: dict[str, Part]) -> Iterable[Summary]:
    plan = scene.plan
    groups = [it for it in (_group(scene, node, parts) for node in plan.outline) if it is not None]
    top: list[Child] = [*_own(plan.measured_by, parts), *groups]
    placed = {ref.id for node in plan.walk() for ref in node.measured_by}
    placed.update(ref.id for ref in plan.measured_by)
    top.extend(part for key, part in parts.items() if key not in placed)
    if rule.rollup is None:
        yield from _counted(plan, Group(plan.id, tuple(top)), plan)
        return
    whole = _hand(scene, plan)
    yield from _rolled(scene, roll_up(top, rule, name=plan.id, by_hand=whole), plan)


def _own(refs: Iterable[Any], parts: dict[str, Part]) -> list[Part]:
    return [parts[ref.id] for ref in refs if ref.id in parts]


def _hand(scene: Scene, thing: Entity) -> ByHand | None:
    judgement = scene.observations.judgement(thing.id, scene.period, scene.known_by)
    return None if judgement is None else _by_hand(judgement)


def _group(scene: Scene, node: Node, parts: dict[str, Part]) -> Group | None:
    inner = [
        group
        for child in node.children
        if isinstance(child, Node) and (group := _group(scene, child, parts)) is not None
    ]
    held: list[Child] = [*_own(node.measured_by, parts), *inner]
    return Group(node.id, tuple(held), by_hand=_hand(scene, node)) if held else None


_SILENT = NotAssessable(
    "no_rollup",
    say("the rule says nothing of groups", "評価ルールに集約の定めがない"),
)


def _counted(plan: Plan[Any], group: Group, node: Entity) -> Iterable[Summary]:
    """Summaries under a rule without a roll-up: only how many of how many were judged."""
    leaves = _leaves(group)
    judged = sum(1 for part in leaves if part.label is not None or part.score is not None)
    yield Summary(node, judged, len(leaves), reason=_SILENT)
    for child in group.parts:
        if isinstance(child, Group):
            yield from _counted(plan, child, plan[child.name])


def _leaves(group: Group) -> list[Part]:
    found: list[Part] = []
    for child in group.parts:
        found.extend(_leaves(child) if isinstance(child, Group) else [child])
    return found


def _rolled(scene: Scene, rolled: RolledUp, node: Entity) -> Iterable[Summary]:
    judged = scene.observations.judgement(node.id, scene.period, scene.known_by)
    yield Summary(
        node,
        rolled.assessed,
        rolled.total,
        grade=rolled.shown,
        computed_grade=rolled.label,
        value=rolled.value,
        reason=rolled.reason,
        by_hand=judged,
        trace=rolled.trace,
    )
    for child in rolled.parts:
        if isinstance(child, RolledUp):
            yield from _rolled(scene, child, scene.plan[child.name])
