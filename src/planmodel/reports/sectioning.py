"""The sections of a judged plan, one row each: how many were judged, and what follows."""

from __future__ import annotations

from collections.abc import Iterator

from planmodel.evaluation.results import Evaluation
from planmodel.evaluation.summary import Summary
from planmodel.model.outline import Node
from planmodel.observations.records import Judgement
from planmodel.reports.grading import by_hand_words
from planmodel.reports.speaking import Speaker
from planmodel.reports.view import SectionRow, Words

__all__ = ["section_rows", "shared_reason"]

_MOST_PIPS = 12


def section_rows(speaker: Speaker, evaluation: Evaluation) -> Iterator[SectionRow]:
    """The sections in document order, before them the whole plan where it is judged as one."""
    for summary in evaluation.summaries:
        if isinstance(summary.node, Node):
            yield _section(speaker, summary, summary.node)
        elif summary.rolled_up is not None or summary.by_hand is not None:
            yield _whole(speaker, summary)


def shared_reason(speaker: Speaker, sections: tuple[SectionRow, ...]) -> str:
    """Why none of the *sections* has a grade or a number, if that is one and the same reason."""
    reasons = {it.reason for it in sections}
    if len(reasons) != 1 or "" in reasons or any(it.grade for it in sections):
        return ""
    return speaker.label("no_grades", why=reasons.pop())


def _coverage(speaker: Speaker, summary: Summary) -> str:
    judged = speaker.label("n_of_m", n=summary.assessed, m=summary.total)
    if summary.counting is None:
        return judged
    return speaker.label("with_counting", judged=judged, counting=speaker.say(summary.counting))


def _whole(speaker: Speaker, summary: Summary) -> SectionRow:
    """The whole plan as one."""
    grade, reason = _grade_and_reason(speaker, summary)
    return SectionRow(
        heading=Words(speaker.label("whole_plan")),
        anchor="",
        coverage=_coverage(speaker, summary),
        grade=grade,
        reason=reason,
        depth=1,
        pips=_pips(summary.assessed, summary.total),
    )


def _section(speaker: Speaker, summary: Summary, node: Node) -> SectionRow:
    grade, reason = _grade_and_reason(speaker, summary)
    return SectionRow(
        heading=speaker.heading(node),
        anchor=f"node-{node.id}" if f"node-{node.id}" in speaker.here else "",
        coverage=_coverage(speaker, summary),
        grade=grade,
        reason=reason,
        depth=len(speaker.plan.path(node)),
        pips=_pips(summary.assessed, summary.total),
    )


def _grade_and_reason(speaker: Speaker, summary: Summary) -> tuple[str, str]:
    """What stands for the whole, its number where it has no grade; and what is said beside it."""
    grade, reason = summary.outcome, ""
    if summary.by_hand is not None:
        grade = by_hand_words(speaker, summary.by_hand)
        reason = _beside_by_hand(speaker, summary, summary.by_hand)
    elif not grade and summary.reason is not None:
        reason = speaker.sentence(summary.reason)
    return grade, reason


def _beside_by_hand(speaker: Speaker, summary: Summary, judged: Judgement) -> str:
    """Why people gave the grade, and what the rule says."""
    because = f"{speaker.label('because')}: {speaker.free(judged.because).text}"
    if not summary.computed:
        return because
    return f"{because}; {speaker.label('computed_grade')}: {summary.computed}"


def _pips(assessed: int, total: int) -> str:
    return "●" * assessed + "○" * (total - assessed) if total <= _MOST_PIPS else ""
