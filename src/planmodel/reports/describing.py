"""What a plan says of an indicator beside its figures: kind, direction, sources, notes."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from planmodel.evaluation.lineage import lineage_of
from planmodel.evaluation.reached import Standing
from planmodel.evaluation.results import Assessment
from planmodel.model.absence import NotStated
from planmodel.model.indicators import Baseline, Cumulative, Indicator
from planmodel.model.targets import Target
from planmodel.reports.aiming import target_remarks
from planmodel.reports.lineages import fate, replaced
from planmodel.reports.speaking import Speaker
from planmodel.reports.view import Fact, Words
from planmodel.reports.words import KINDS, STATES

__all__ = ["baseline_words", "fact", "facts_of", "remarks_on", "standing_words"]


def fact(speaker: Speaker, label: str, text: str, note: str = "") -> Fact:
    """A label and words in the language of the report."""
    return Fact(speaker.label(label), Words(text, note=note))


def facts_of(speaker: Speaker, indicator: Indicator) -> Iterator[Fact]:
    """What kind of measurement it is, where it shall go, where its values come from."""
    language = speaker.language
    yield fact(speaker, "measures_what", KINDS[indicator.kind].in_language(language))
    yield Fact(speaker.label("unit"), speaker.unit(indicator.unit))
    if isinstance(indicator.direction, NotStated):
        yield Fact(speaker.label("direction"), speaker.absence(indicator.direction))
    elif indicator.direction is not None:
        yield fact(speaker, "direction", KINDS[indicator.direction].in_language(language))
    if indicator.stage is not None:
        yield fact(speaker, "stage", KINDS[indicator.stage].in_language(language))
    for name in ("role", "data_source", "note"):
        words = speaker.phrase(getattr(indicator, name))
        if words:
            yield Fact(speaker.label(name), words)
    if isinstance(indicator, Cumulative):
        yield from _start_of_count(speaker, indicator)
    yield from _compared(speaker, indicator)
    if indicator.source is not None:
        yield Fact(speaker.label("source"), speaker.phrase(indicator.source.place))


def _compared(speaker: Speaker, indicator: Indicator) -> Iterator[Fact]:
    """What it is compared with, and what it took the place of."""
    for benchmark in indicator.benchmarks:
        words = speaker.title(benchmark)
        if benchmark.baseline is not None:
            value = baseline_words(speaker, benchmark.baseline, benchmark.unit or indicator.unit)
            note = f"{value.text} ({value.note})" if value.note else value.text
            words = evolve(words, note=note)
        yield Fact(speaker.label("benchmarks"), words)
    for step in lineage_of(speaker.plan, indicator, speaker.earlier):
        if step.indicator is indicator:
            words = replaced(speaker, step)
            because = speaker.phrase(step.lineage.because).text
            notes = (words.note, because, speaker.say(fate(step)))
            said = "; ".join(it for it in notes if it)
            yield Fact(speaker.label("replaces"), evolve(words, note=said))


def _start_of_count(speaker: Speaker, indicator: Cumulative) -> Iterator[Fact]:
    start = indicator.counted_from
    if isinstance(start, NotStated):
        yield Fact(speaker.label("counted_from"), speaker.absence(start))
    elif start is not None:
        yield fact(speaker, "counted_from", speaker.say(start))


def remarks_on(
    speaker: Speaker, indicator: Indicator, assessment: Assessment | None, target: Target | None
) -> Iterator[Fact]:
    """What was noted on the figures: baseline, target, and the value judged."""
    baseline = indicator.baseline if assessment is None else assessment.baseline
    if baseline is not None and baseline.note:
        yield Fact(speaker.label("baseline_note"), speaker.phrase(baseline.note))
    for words in target_remarks(speaker, target, indicator.unit):
        yield Fact(speaker.label("target_note"), words)
    row = None if assessment is None else assessment.observation
    if row is not None:
        for name, noted in (("data", row.source), ("note", row.note)):
            if noted:
                words = evolve(speaker.free(noted), synthetic=row.synthetic)
                yield Fact(speaker.label(name), words)


def standing_words(speaker: Speaker, standing: Standing) -> str:
    """Where a series stands and since when, in words of reaching or of keeping."""
    kept = standing.maintain
    since = (
        [("kept_since", standing.met_since or standing.lost_since)]
        if kept
        else [("since", standing.first_reached), ("lost_since", standing.lost_since)]
    )
    said = [speaker.label(name, period=speaker.say(it)) for name, it in since if it is not None]
    words = speaker.say(standing)
    if not said or (kept and standing.failed and standing.met_since is not None):
        return words
    if speaker.language == "ja":
        return f"{words}（{'、'.join(said)}）"
    return f"{words} ({', '.join(said)})"


def baseline_words(speaker: Speaker, baseline: Baseline, unit: str) -> Words:
    """A baseline with its period, how it was made and how sure it is."""
    if isinstance(baseline.absence, NotStated):
        return speaker.absence(baseline.absence)
    notes = [speaker.period(baseline.period)]
    if baseline.method:
        notes.append(speaker.phrase(baseline.method).text)
    if baseline.state != "final":
        notes.append(STATES[baseline.state].in_language(speaker.language))
    return speaker.amount(baseline.amount, unit, note="; ".join(it for it in notes if it))
