"""The trace of a whole judgement: the clocks, every input with its source, the rule, each step."""

from __future__ import annotations

from attrs import evolve

from planmodel.evaluation.gathering import Gathered, Scene
from planmodel.evaluation.grading import Grade
from planmodel.evaluation.outcome import NotAssessable, Step, Trace
from planmodel.model.absence import NotStated
from planmodel.model.indicators import Baseline, Indicator
from planmodel.text import Text, say

__all__ = ["trace_of"]

_JOINED = "{notes}"


def trace_of(
    scene: Scene,
    indicator: Indicator,
    found: Gathered,
    result: Grade,
    by_formula: NotAssessable | None,
) -> Trace:
    """How the judgement of *indicator* came about, from the clocks to the grade.

    *by_formula* is the reason before the plan and the ledger were asked for a nearer one.
    """
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
        steps.append(_baseline_step(found.baseline))
    if found.target is not None:
        steps.append(_target_step(found))
    steps.append(_row_step(scene, found))
    steps.extend(Step(say("assumption", "前提"), note=note) for note in found.notes)
    trace = Trace(tuple(steps)) + _nearer(result, by_formula)
    if result.reason is not None:
        trace += Step(say("cannot be judged", "評価できない"), note=result.reason.reason)
    return trace


def _nearer(result: Grade, by_formula: NotAssessable | None) -> Trace:
    """How the grade came about, with what the plan and the ledger say where the rule says less."""
    reason = result.reason
    if reason is None or by_formula is None or reason == by_formula:
        return result.trace
    general = by_formula.reason
    return Trace(
        tuple(
            evolve(step, note=reason.reason) if step.note == general else step
            for step in result.trace.steps
        )
    )


def _note(notes: list[Text]) -> Text | None:
    return say(_JOINED, _JOINED, notes=tuple(notes)) if notes else None


def _revision(revised: object, because: str) -> list[Text]:
    if revised is None:
        return []
    text = say("revised: {why}", "改定後の値（理由: {why}）", why=because)
    return [text if because else say("revised", "改定後の値")]


def _baseline_step(baseline: Baseline) -> Step:
    notes: list[Text] = []
    if not isinstance(baseline.period, NotStated):
        notes.append(say("{period}", "{period}", period=baseline.period))
    if baseline.method:
        notes.append(Text("{it}", "{it}", (("it", baseline.method),)))
    notes += _revision(baseline.revises, baseline.because)
    return Step(say("baseline", "基準値"), value=baseline.amount, note=_note(notes))


def _target_step(found: Gathered) -> Step:
    target = found.target
    asking = (target,) if found.aim.is_single else found.aim.finals
    each = [it.printed or str(it.amount or "") for it in asking if it is not None]
    printed = " / ".join(it for it in each if it)
    notes: list[Text] = []
    if target is not None and not isinstance(target.period, NotStated):
        notes.append(say("due {period}", "期限{period}", period=target.period))
    if found.goal.moving:
        notes.append(say("a moving benchmark", "変動する比較対象"))
    if target is not None:
        notes += _revision(target.revises, target.because)
    return Step(
        say("target", "目標"),
        inputs={"as printed": printed} if printed else {},
        value=found.goal.number,
        note=_note(notes),
    )


def _row_step(scene: Scene, found: Gathered) -> Step:
    name = say("actual for {period}", "{period}の実績", period=scene.period)
    if found.reading is None:
        return Step(name, note=say("no row is known", "該当する記録がない"))
    row = found.reading.row
    notes: list[Text] = []
    if row.known_on is not None:
        notes.append(say("known on {day}", "{day}公表", day=row.known_on.isoformat()))
    if row.source:
        notes.append(say("source: {source}", "出典: {source}", source=row.source))
    if row.state != "final":
        notes.append(say("state: {state}", "状態: {state}", state=_STATES[row.state]))
    if row.synthetic:
        notes.append(say("synthetic, not observed", "合成データ（実測ではない）"))
    return Step(name, value=row.amount, note=_note(notes))


_STATES = {
    "provisional": say("provisional", "速報値"),
    "estimated": say("estimated", "推計値"),
    "forecast": say("forecast", "見込み"),
    "revised": say("revised", "改定値"),
}
