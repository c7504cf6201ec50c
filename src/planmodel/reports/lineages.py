"""Lineage in a report: where the plan comes from and goes to, and what indicators replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from planmodel.evaluation.lineage import Succession, lineage_of
from planmodel.model.indicators import Indicator
from planmodel.reports.speaking import Speaker
from planmodel.reports.view import LineageRow, Words
from planmodel.text import Text, say

__all__ = ["LINEAGE_KINDS", "fate", "lineage_rows", "replaced"]

LINEAGE_KINDS = frozenset(
    {
        "predecessor",
        "successor",
        "split_into",
        "split_from",
        "merged_into",
        "merged_from",
        "add_on_to",
        "extended",
    }
)
"""The relations by which a plan follows others, or is followed."""

_JOINED = say("joined: the values go on as one series", "接続する（一つの系列として扱う）")
_APART = say("not joined: a new series begins", "接続しない（新しい系列として扱う）")


def fate(step: Succession) -> Text:
    """Whether the two series are one, and why not."""
    if not step.lineage.joinable:
        return _APART
    if step.obstacle is None:
        return _JOINED
    return say("not joined, because {why}", "接続できない（{why}）", why=step.obstacle)


def replaced(speaker: Speaker, step: Succession) -> Words:
    """The earlier indicator, with its plan as a note."""
    before = step.predecessor
    if before is not None and step.plan is speaker.plan:
        words = speaker.title(before)
    elif before is not None and step.plan is not None:
        words = Speaker(step.plan, speaker.language).title(before)
    else:
        words = speaker.phrase(step.title)
    return evolve(words, note=speaker.phrase(step.plan_title).text if step.plan_title else "")


def lineage_rows(speaker: Speaker, indicators: Iterable[Indicator]) -> Iterator[LineageRow]:
    """One row a step back, the nearest first."""
    for indicator in indicators:
        for step in lineage_of(speaker.plan, indicator, speaker.earlier):
            later = step.indicator
            is_own = speaker.plan.index.entities.get(later.id) is later
            title = speaker.title(later) if is_own else Words(later.title)
            words = evolve(title, text=f"{later.number} {title.text}".strip())
            yield LineageRow(
                indicator=speaker.link(words, f"indicator-{later.id}" if is_own else ""),
                before=replaced(speaker, step),
                because=speaker.phrase(step.lineage.because),
                fate=speaker.sentence(fate(step)),
            )
