"""Indicators as a report shows them: figures, judgement, chart, and how it was judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.outcome import INPUT_WORDS, Step
from planmodel.evaluation.results import Assessment, Evaluation
from planmodel.model.absence import NotStated
from planmodel.model.amounts import Amount
from planmodel.model.ids import Ref
from planmodel.model.indicators import Indicator
from planmodel.model.outline import Node
from planmodel.model.targets import Target
from planmodel.reports.aiming import condition_words
from planmodel.reports.charting import draw, figures_beside
from planmodel.reports.describing import baseline_words, fact, facts_of, remarks_on, standing_words
from planmodel.reports.grading import by_hand_words, grade_words
from planmodel.reports.lineages import earlier_points, seams
from planmodel.reports.numbers import plain_number, told_apart, true_minus
from planmodel.reports.outlooks import outlook_view
from planmodel.reports.speaking import Speaker
from planmodel.reports.tabling import plan_points, value_table
from planmodel.reports.view import NOTHING, Fact, IndicatorView, Link, StepView, Words
from planmodel.reports.words import STATES, SYMBOL_WORDS
from planmodel.text import Text

__all__ = ["indicator_view", "number_and_title"]


def number_and_title(speaker: Speaker, indicator: Indicator) -> Words:
    """An indicator's printed number before its title."""
    words = speaker.title(indicator)
    return evolve(words, text=f"{indicator.number} {words.text}".strip())


def indicator_view(
    speaker: Speaker, indicator: Indicator, evaluation: Evaluation | None
) -> IndicatorView:
    """Everything a report says about *indicator*, judged or not."""
    assessment = None if evaluation is None else evaluation[indicator]
    known_by = None if evaluation is None else evaluation.known_by
    points = plan_points(indicator) if assessment is None else assessment.points
    earlier = earlier_points(speaker, indicator, evaluation)
    points = (*points, *earlier)
    title = number_and_title(speaker, indicator)
    target = _target(indicator, assessment, known_by)
    return IndicatorView(
        id=indicator.id,
        anchor=f"indicator-{indicator.id}",
        number=indicator.number,
        title=speaker.title(indicator),
        is_new=indicator.is_new,
        unit=speaker.unit(indicator.unit),
        departments=tuple(_departments(speaker, indicator)),
        nodes=tuple(_nodes(speaker, indicator)),
        baseline=_baseline(speaker, indicator, known_by),
        actual=_actual(speaker, assessment),
        expected=_expected(speaker, indicator, assessment),
        target=_target_or_absence(speaker, indicator, _conditions(assessment, target)),
        judged=assessment is not None and assessment.is_judged,
        grade="" if assessment is None else grade_words(assessment, speaker.language),
        printed="" if assessment is None else true_minus(assessment.printed),
        reason=_reason(speaker, assessment),
        facts=(
            *facts_of(speaker, indicator),
            *remarks_on(speaker, indicator, assessment, target),
            *(Fact(speaker.label("series"), it) for it in seams(speaker, earlier)),
        ),
        outcome=() if assessment is None else tuple(_outcome(speaker, assessment)),
        steps=() if assessment is None else tuple(_steps(speaker, assessment)),
        notes=() if assessment is None else tuple(speaker.say(it) for it in assessment.notes),
        by_hand=_by_hand(speaker, assessment),
        prose=speaker.prose(indicator),
        chart=draw(
            points,
            speaker=speaker,
            key=indicator.id,
            title=title.text,
            unit=indicator.unit,
            now=None if assessment is None else assessment.value_period,
        ),
        table=value_table(speaker, indicator, points, evaluation),
        parts=tuple(_parts(speaker, indicator, evaluation)),
        synthetic=assessment is not None and assessment.synthetic,
        outlook=outlook_view(speaker, indicator, evaluation),
    )


def _departments(speaker: Speaker, indicator: Indicator) -> Iterator[Link]:
    if isinstance(indicator.department, Ref):
        yield speaker.department(indicator.department)
    elif isinstance(indicator.department, NotStated):
        yield Link(speaker.absence(indicator.department))
    for ref in indicator.co_departments:
        yield speaker.department(ref)


def _nodes(speaker: Speaker, indicator: Indicator) -> Iterator[Link]:
    for node in speaker.plan.nodes_of(indicator):
        if isinstance(node, Node):
            yield speaker.link(speaker.heading(node), f"node-{node.id}")
        else:
            yield Link(Words(speaker.label("whole_plan")))


def _baseline(speaker: Speaker, indicator: Indicator, known_by: dt.date | None) -> Words:
    baseline = None if indicator.baseline is None else indicator.baseline.known_by(known_by)
    if baseline is None:
        return NOTHING
    return baseline_words(speaker, baseline, indicator.unit)


def _actual(speaker: Speaker, assessment: Assessment | None) -> Words:
    """The value judged: the running total or the level, or why there is none."""
    if assessment is None:
        return NOTHING
    row, unit = assessment.observation, assessment.indicator.unit
    period = speaker.say(assessment.value_period)
    if row is not None and row.value is None:
        return evolve(speaker.amount(row.amount, unit, period), synthetic=row.synthetic)
    if assessment.actual is None:
        return NOTHING
    notes = [period]
    if row is not None and row.state != "final":
        notes.append(STATES[row.state].in_language(speaker.language))
    mark = "" if row is None else row.amount.mark
    return Words(
        speaker.quantity(assessment.actual, unit) + mark,
        note="; ".join(notes),
        synthetic=row is not None and row.synthetic,
    )


def _expected(speaker: Speaker, indicator: Indicator, assessment: Assessment | None) -> Words:
    if assessment is None or assessment.expected is None:
        return NOTHING
    shown = told_apart(assessment.expected, figures_beside(assessment.points))
    return Words(speaker.quantity(shown, indicator.unit), note=speaker.say(assessment.value_period))


def _target(
    indicator: Indicator, assessment: Assessment | None, known_by: dt.date | None
) -> Target | None:
    if assessment is not None:
        return assessment.target
    known = [it.known_by(known_by) for it in indicator.targets]
    return next((it for it in reversed(known) if it is not None), None)


def _conditions(assessment: Assessment | None, target: Target | None) -> tuple[Target, ...]:
    """All that is due together, where it is known; else the one *target*."""
    if assessment is not None:
        return assessment.conditions
    return () if target is None else (target,)


def _target_or_absence(
    speaker: Speaker, indicator: Indicator, targets: tuple[Target, ...]
) -> Words:
    absence = indicator.not_stated("targets")
    if not targets and absence is not None:
        return speaker.absence(absence)
    return condition_words(speaker, targets, indicator.unit)


def _reason(speaker: Speaker, assessment: Assessment | None) -> str:
    if assessment is None or assessment.is_judged or assessment.reason is None:
        return ""
    return speaker.sentence(assessment.reason)


def _outcome(speaker: Speaker, it: Assessment) -> Iterator[Fact]:
    unit = it.indicator.unit
    if it.measure and it.printed:
        title = speaker.say(MEASURES[it.measure].title) if it.measure in MEASURES else it.measure
        yield Fact(title, Words(true_minus(it.printed)))
    if it.standing is not None and it.standing.word is not None:
        yield fact(speaker, "standing", standing_words(speaker, it.standing))
    if it.gap is not None:
        name = "gap" if it.gap >= 0 else "gap_over"
        yield fact(speaker, name, speaker.difference(abs(it.gap), unit))
    if it.change is not None:
        yield fact(speaker, "change", speaker.difference(it.change, unit, sign=True))
    if it.by_hand is not None and it.computed_grade is not None:
        said = "" if it.grade_title is None else speaker.say(it.grade_title)
        yield fact(speaker, "computed_grade", it.computed_grade, said)


def _by_hand(speaker: Speaker, assessment: Assessment | None) -> Words:
    if assessment is None or assessment.by_hand is None:
        return NOTHING
    judged = assessment.by_hand
    text = by_hand_words(speaker, judged)
    because = speaker.free(judged.because)
    return Words(text, note=because.text, synthetic=judged.synthetic)


def _steps(speaker: Speaker, assessment: Assessment) -> Iterator[StepView]:
    for step in assessment.trace.steps:
        yield _step(speaker, step)


def _step(speaker: Speaker, step: Step) -> StepView:
    return StepView(
        name=speaker.say(step.name),
        formula=step.formula,
        inputs=tuple(
            (_input_name(speaker, name), _figure(speaker, it)) for name, it in step.inputs
        ),
        value="" if step.value is None else _figure(speaker, step.value),
        note="" if step.note is None else speaker.say(step.note),
    )


def _input_name(speaker: Speaker, name: str) -> str:
    word: Text | None = SYMBOL_WORDS.get(name)
    if word is not None:
        return f"{name} {word.in_language(speaker.language)}"
    return INPUT_WORDS[name].in_language(speaker.language) if name in INPUT_WORDS else name


def _figure(speaker: Speaker, value: Any) -> str:  # noqa: ANN401 - a step may hold anything
    if isinstance(value, Amount):
        return speaker.amount(value, "").text
    return plain_number(value) or speaker.say(value)


def _parts(
    speaker: Speaker, indicator: Indicator, evaluation: Evaluation | None
) -> Iterator[tuple[Words, Words, Words, Words]]:
    for part in indicator.parts:
        assessment = None if evaluation is None else evaluation[part]
        known_by = None if evaluation is None else evaluation.known_by
        yield (
            speaker.title(part),
            _baseline(speaker, part, known_by),
            _actual(speaker, assessment),
            _target_or_absence(
                speaker, part, _conditions(assessment, _target(part, assessment, known_by))
            ),
        )
