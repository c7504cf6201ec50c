"""How the profile ``open-sdg-2.4`` combines the scores of several series into one.

The mean of the scores that exist; a group is averaged first, to any depth. The class comes from
the mean, and "target achieved" only where every scored series has achieved its target.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol, TypeAlias, Union, runtime_checkable

from attrs import frozen

from planmodel.errors import Problem, UsageError
from planmodel.evaluation.outcome import NotAssessable, Step, Trace
from planmodel.evaluation.points import things_in, unreadable
from planmodel.evaluation.profiles.base import NOT_AVAILABLE
from planmodel.evaluation.profiles.open_sdg import (
    ACHIEVED,
    DETERIORATION,
    LIMITED,
    MODERATE,
    PROFILE,
    SUBSTANTIAL,
)
from planmodel.text import Language, say

__all__ = ["HasScore", "ScoreRollUp", "Scored", "roll_up_scores"]

_HIGH, _MED, _LOW = 2.5, 0.0, -2.5
_DEEPEST = 100


@runtime_checkable
class HasScore(Protocol):
    """Anything with a score (or ``None``) and a status: a judged series, or a roll-up."""

    @property
    def score(self) -> Decimal | float | None:
        """The score, −5 to 5."""
        ...

    @property
    def status(self) -> str:
        """The class; ``target_achieved`` has a meaning here."""
        ...


@frozen
class Scored:
    """A score that was computed elsewhere, with the class that was given with it."""

    score: Decimal | float | None
    status: str


Part: TypeAlias = Union[HasScore, Iterable["Part"]]  # noqa: UP007 - the name refers to itself

NOTHING_SCORED = NotAssessable(
    "nothing_scored", say("no series has a score", "スコアのある系列が一つもない")
)


@frozen
class ScoreRollUp:
    """The score of a group of series, from how many of how many.

    ``scored`` of ``series`` had a score. ``parts`` are the scores that were averaged.
    """

    score: float | None
    status: str
    scored: int
    series: int
    parts: tuple[float | None, ...] = ()
    reason: NotAssessable | None = None

    @property
    def trace(self) -> Trace:
        """The step that led to the score."""
        return Trace(
            (
                Step(
                    say("Mean of the scores that exist", "スコアのある系列の平均"),
                    inputs={"scores": [part for part in self.parts if part is not None]},
                    value=self.score,
                    note=say(
                        "{scored} of {series} series have a score",
                        "{series}系列中{scored}系列にスコアがある",
                        scored=self.scored,
                        series=self.series,
                    ),
                ),
            )
        )

    def in_language(self, language: Language) -> str:
        """The result in one sentence of *language*, with how many of how many."""
        said = say(
            "{label} ({scored} of {series} series)",
            "{label}（{series}系列中{scored}系列）",
            label=PROFILE.label(self.status),
            scored=self.scored,
            series=self.series,
        )
        return said.in_language(language)

    def __str__(self) -> str:
        return self.in_language("en")


def status_of(score: float) -> str:
    """The class of a mean score; each limit belongs to the class above it."""
    if score >= _HIGH:
        return SUBSTANTIAL
    if score >= _MED:
        return MODERATE
    return LIMITED if score >= _LOW else DETERIORATION


@frozen
class _Group:
    score: float | None
    scored: int
    series: int
    achieved: bool
    parts: tuple[float | None, ...]


def _finite(given: object) -> float | None:
    if isinstance(given, bool) or not isinstance(given, (Decimal, float, int)):
        return None
    try:
        score = float(given)
    except (ValueError, OverflowError):  # a signaling NaN; a whole number of a thousand digits
        return None
    return score if math.isfinite(score) else None


def _leaf(part: HasScore) -> _Group | None:
    given = part.score
    if isinstance(part, ScoreRollUp):
        return _Group(part.score, part.scored, part.series, part.status == ACHIEVED, ())
    if given is None:
        return _Group(None, 0, 1, achieved=True, parts=())
    score = _finite(given)
    return None if score is None else _Group(score, 1, 1, part.status == ACHIEVED, ())


def _group(parts: Iterable[object], where: str, depth: int, problems: list[Problem]) -> _Group:
    found: list[_Group] = []
    for position, part in enumerate(parts):
        place = f"{where}[{position}]"
        leaf = None
        if isinstance(part, HasScore):
            leaf = _leaf(part)
        elif (inner := things_in(part)) is not None:
            if depth < _DEEPEST:
                leaf = _group(inner, place, depth + 1, problems)
            else:
                deep = say("the groups are nested too deeply", "入れ子が深すぎる")
                problems.append(Problem(deep, "parts", say("100 levels at most", "100段まで")))
                continue
        if leaf is None:
            what = say("{part} has no score", "{part}にはスコアがない", part=unreadable(part))
            expected = say(
                "a judged series, Scored(score, status), or a group of them",
                "評価済みの系列、Scored(score, status)、またはその集まり",
            )
            problems.append(Problem(what, place, expected))
            continue
        found.append(leaf)
    scores = [it.score for it in found if it.score is not None]
    return _Group(
        math.fsum(scores) / len(scores) if scores else None,
        sum(it.scored for it in found),
        sum(it.series for it in found),
        all(it.achieved for it in found if it.score is not None),
        tuple(it.score for it in found),
    )


def roll_up_scores(parts: Iterable[Part]) -> ScoreRollUp:
    """One score for several series, as Open SDG 2.4 averages them.

    Args:
        parts: Judged series, `Scored` pairs, earlier roll-ups, or groups of them. A group is
            averaged first, and counts as one part of the group it stands in.

    Raises:
        UsageError: A part has no score attribute, its score is no finite number, or the groups
            are nested more than 100 deep.

    >>> from planmodel.evaluation import Scored, roll_up_scores
    >>> group = [Scored(5.0, "target_achieved"), Scored(None, "not_available")]
    >>> print(roll_up_scores([group, Scored(1.0, "moderate_progress")]))
    substantial progress (2 of 3 series)
    """
    problems: list[Problem] = []
    things = things_in(parts)
    if things is None:
        what = say(
            "{parts} are no series", "{parts}は系列の集まりではない", parts=unreadable(parts)
        )
        raise UsageError(Problem(what, "parts"))
    group = _group(things, "parts", 1, problems)
    if problems:
        raise UsageError(*problems)
    if group.score is None:
        return ScoreRollUp(None, NOT_AVAILABLE, 0, group.series, group.parts, reason=NOTHING_SCORED)
    status = ACHIEVED if group.achieved else status_of(group.score)
    return ScoreRollUp(group.score, status, group.scored, group.series, group.parts)
