"""Lineage in a report: where the plan comes from and goes to, and what indicators replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from planmodel.evaluation.background import Point
from planmodel.evaluation.joining import JoinedPoint, joined_series
from planmodel.evaluation.lineage import Succession, lineage_of
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.results import Evaluation
from planmodel.model.indicators import Indicator
from planmodel.model.plan import Plan
from planmodel.periods import Period
from planmodel.reports.speaking import Speaker
from planmodel.reports.view import LineageRow, Words
from planmodel.text import Text, filled, say

__all__ = ["LINEAGE_KINDS", "earlier_points", "fate", "lineage_rows", "replaced", "seams"]

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

_JOINED = say(
    "joined where there are values of both, shown on both sides of a seam",
    "接続する（前の指標の実績値があれば、継ぎ目を示して続ける）",
)
_SEAM = say(
    "{periods}: values of {title}, which it took the place of", "{periods}は前身の「{title}」の値"
)
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


def earlier_points(
    speaker: Speaker, indicator: Indicator, evaluation: Evaluation | None
) -> tuple[Point, ...]:
    """Values of the indicators that *indicator* took the place of, where they are one series.

    Each says in its note of what indicator it is; periods that have a value of its own are its own.
    """
    if evaluation is None or not any(it.joinable for it in indicator.replaces):
        return ()
    ledger = evaluation.observations
    editions = [(it, ledger) for it in speaker.earlier]
    found = joined_series(speaker.plan, indicator, ledger, editions, known_by=evaluation.known_by)
    if isinstance(found, NotAssessable):
        return ()
    plans = {it.id: it for it in (*speaker.earlier, speaker.plan)}
    return tuple(
        Point(it.period, it.value, "actual", it.synthetic, _title(speaker, plans[it.plan], it))
        for it in found.points
        if (it.plan, it.indicator) != (speaker.plan.id, indicator.id)
    )


def _title(speaker: Speaker, plan: Plan[Any], point: JoinedPoint) -> str:
    return Speaker(plan, speaker.language).title(plan[point.indicator]).text


def seams(speaker: Speaker, points: Iterable[Point]) -> Iterator[Words]:
    """One sentence for each earlier indicator whose values are among *points*."""
    periods: dict[str, list[Period]] = {}
    for it in points:
        periods.setdefault(it.note, []).append(it.period)
    for title, when in periods.items():
        yield Words(speaker.say(filled(_SEAM, periods=when, title=title)))


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
