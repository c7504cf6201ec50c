"""The trace of a whole judgement: the clocks, every input with its source, the rule, each step."""

from __future__ import annotations

from typing import TypeAlias

from attrs import evolve

from planmodel.evaluation import reasons as why
from planmodel.evaluation.explaining import AS_GIVEN
from planmodel.evaluation.gathering import Gathered
from planmodel.evaluation.grading import Grade
from planmodel.evaluation.outcome import NotAssessable, Step, Trace
from planmodel.evaluation.scene import Scene
from planmodel.evaluation.timeline import position
from planmodel.model.absence import NotStated
from planmodel.model.indicators import Baseline, Indicator
from planmodel.model.targets import Relative, Target
from planmodel.text import Text, say

__all__ = ["trace_of"]

_JOINED = "{notes}"

_Nearer: TypeAlias = "list[tuple[NotAssessable, NotAssessable]]"
"""Pairs of what a formula says and what the plan or the ledger says instead."""


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
        steps.append(_target_step(scene, found, found.target))
    steps.append(_row_step(scene, found))
    steps.extend(Step(say("assumption", "前提"), note=note) for note in found.notes)
    nearer = _nearer(found, result, by_formula)
    steps.extend(_told(step, found, nearer) for step in result.trace.steps)
    return Trace(tuple(steps))


def _nearer(found: Gathered, result: Grade, by_formula: NotAssessable | None) -> _Nearer:
    """What the plan and the ledger say, by what a formula says that knows neither."""
    known: list[tuple[NotAssessable, NotAssessable]] = []
    if result.reason is not None and by_formula is not None:
        known.append((by_formula, result.reason))
    if found.no_time is not None:
        times = (why.NO_TIME, why.NO_ELAPSED, why.NO_DURATION)
        known += ((general, found.no_time) for general in times)
    if found.no_base is not None:
        known.append((why.NO_BASE, found.no_base))
    if found.goal.reason is not None:
        known.append((why.NO_TARGET, found.goal.reason))
    if found.reason is not None and found.facts.value is None:
        known.append((why.NO_VALUE, found.reason))
    return known


def _told(step: Step, found: Gathered, nearer: _Nearer) -> Step:
    """A step of the rule in the words of the plan."""
    if step.name == AS_GIVEN:
        return evolve(step, name=_origin_of_expected(found))
    reasons = (reason for general, reason in nearer if general.reason == step.note)
    reason = next(reasons, None)
    return step if reason is None else evolve(step, note=reason.reason)


def _origin_of_expected(found: Gathered) -> Text:
    """Where the expected value of a plan comes from."""
    aim = found.aim
    if aim.is_direct and aim.goal.moving:
        return say(
            "asked for in the very period: the value it is held against",
            "その期に求められる値（比較対象の値）",
        )
    if aim.is_direct:
        return say(
            "asked for in the very period: the target itself",
            "その期に求められる値（目標値そのもの）",
        )
    if position(found.at) in aim.printed:
        return say("expected value printed for the year", "期待値（その年の記載値）")
    return say(
        "expected value between the values printed before and after the year",
        "期待値（前後の年の記載値の間）",
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


def _target_step(scene: Scene, found: Gathered, target: Target) -> Step:
    from planmodel.dsl.aims import target_words

    def words(it: Target) -> Text:
        return Text(target_words(it, scene.plan, "en"), target_words(it, scene.plan, "ja"))

    notes: list[Text] = []
    if not isinstance(target.period, NotStated):
        notes.append(say("due {period}", "期限{period}", period=target.period))
    if target.scope in _SCOPES:
        notes.append(_SCOPES[target.scope])
    if found.goal.moving:
        by_year = isinstance(target, Relative) and target.of == "previous_year"
        before = say("held against the year before", "前年の実績との比較")
        notes.append(before if by_year else say("a moving benchmark", "変動する比較対象"))
    notes += _revision(target.revises, target.because)
    return Step(
        say("target", "目標") if found.facts.of_year is None else say("final target", "最終目標"),
        inputs={"in the plan": tuple(words(it) for it in found.aim.finals)},
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


_SCOPES = {
    "every_year": say("to be met every year", "毎年度満たすもの"),
    "keep": say("to be kept", "維持するもの"),
}
_STATES = {
    "provisional": say("provisional", "速報値"),
    "estimated": say("estimated", "推計値"),
    "forecast": say("forecast", "見込み"),
    "revised": say("revised", "改定値"),
}
