"""Grades in words, and how many indicators have each."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from planmodel.evaluation.grade_order import shown_grade
from planmodel.evaluation.results import Assessment, Evaluation
from planmodel.observations.records import Judgement
from planmodel.periods import Day
from planmodel.reports.numbers import rounded, text_of_number
from planmodel.reports.speaking import Speaker
from planmodel.reports.view import Count
from planmodel.text import Language

__all__ = ["by_hand_words", "counts", "grade_words"]


def grade_words(assessment: Assessment, language: Language) -> str:
    """The grade that counts, or what the rule prints instead; empty where there is neither."""
    if assessment.grade is None:
        return assessment.state or ""
    if assessment.by_hand is not None:
        return assessment.grade
    return shown_grade(assessment.grade, assessment.grade_title, language)


def by_hand_words(speaker: Speaker, judged: Judgement) -> str:
    """Who gave which grade, and when."""
    by = speaker.free(judged.by).text
    if judged.known_on is None:
        return speaker.label("by_hand", by=by, grade=judged.grade)
    day = speaker.say(Day(judged.known_on))
    return speaker.label("by_hand_on", by=by, grade=judged.grade, day=day)


def counts(
    speaker: Speaker, evaluation: Evaluation, assessments: Iterable[Assessment]
) -> tuple[Count, ...]:
    """How many of *assessments* have each grade of the rule, best first, and how many have none.

    Grades that people gave and the rule does not know come after those it knows.
    """
    given = tuple(assessments)
    titles = dict(zip(evaluation.grades, evaluation.grade_titles, strict=False))
    by_label: dict[str, int] = dict.fromkeys(evaluation.grades, 0)
    rest = 0
    for it in given:
        if it.grade is None:
            rest += 1
        else:
            by_label[it.grade] = by_label.get(it.grade, 0) + 1
    rows = [
        Count(shown_grade(label, titles.get(label), speaker.language), n, _share(n, len(given)))
        for label, n in by_label.items()
    ]
    rows.append(Count(speaker.label("not_judged"), rest, _share(rest, len(given)), judged=False))
    return tuple(rows)


def _share(count: int, total: int) -> str:
    return text_of_number(rounded(Decimal(100 * count) / total)) if total else "0"
