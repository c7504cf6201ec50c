"""What every published profile has: its data, what it is asked, and what it answers."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Literal, TypeAlias, TypedDict

from attrs import field, frozen

from planmodel.evaluation.outcome import NotAssessable, Number, Step, Trace
from planmodel.evaluation.points import Points
from planmodel.evaluation.profiles.classes import Ladder
from planmodel.text import Language, Text, say

__all__ = [
    "NOT_AVAILABLE",
    "Call",
    "Direction",
    "Profile",
    "ProfileDefaults",
    "SeriesJudgement",
    "Thresholds",
]

Direction: TypeAlias = Literal["increase", "decrease"]
"""The wanted direction. It is always passed: data do not say what is wanted."""

NOT_AVAILABLE = "not_available"
"""The status of a series that its profile cannot judge."""


class ProfileDefaults(TypedDict, total=False):
    """What a published method assumes where nothing is said; used only when asked for by name."""

    direction: Direction
    base_year: int
    target_year: int


@frozen
class Thresholds:
    """The three lower limits of a profile that can be overridden; each is inclusive."""

    high: float
    med: float
    low: float


@frozen
class Call:
    """What a profile is asked: the series and what was declared about it.

    ``sign`` of the direction is +1 where more is better and −1 where less is better.
    ``thresholds`` are overrides by name (``high``, ``med``, ``low``), where a profile has them.
    """

    points: Points
    direction: Direction
    target: Decimal | None = None
    target_year: int | None = None
    base_year: int | None = None
    limit: Decimal | None = None
    current_year: int | None = None
    bounds: tuple[Decimal, Decimal] | None = None
    thresholds: tuple[tuple[str, float], ...] = ()

    @property
    def sign(self) -> int:
        """+1 where more is better, −1 where less is better."""
        return 1 if self.direction == "increase" else -1

    def met(self, value: Number, target: Number) -> bool:
        """Whether *value* is at the *target* or on its good side."""
        return value >= target if self.direction == "increase" else value <= target


@frozen(repr=False)
class SeriesJudgement:
    """What a published profile says about a series.

    Attributes:
        profile: The name of the profile, and ``version`` the version of its text.
        call: What was asked (the series, sorted, and everything declared about it).
        progress: The profile's progress figure, or ``None`` where it gives none.
        score: The profile's score; for ``escap`` its current status index.
        status: The class, in the profile's own words; ``not_available`` where not judged.
        reason: ``None`` when judged, else why not.
        progress_reason: Why there is no ``progress``, also where its target alone decided the
            class (then ``reason`` is ``None``); for ``escap`` why there is no
            ``anticipated_progress_index``.
        base: The baseline value used, and ``base_year`` its year.
        current: The value judged, and ``current_year`` its year.
        target_used: The target after the profile's substitutions, or ``None`` without target.
        growth: The yearly growth rate from baseline to current, where the profile uses one.
        required_growth: The size of the yearly growth rate that leads to the target.
        coefficient: C, which shrinks the thresholds near a natural limit; ``None`` where none
            applies.
        sign: −1 where the profile turns its figure because the baseline is negative, else 1.
        current_status_index: Only ``escap``: 10 is the target, 0 the baseline.
        current_status: Only ``escap``: the class of that index.
        anticipated_progress_index: Only ``escap``: the same, with the value projected for the
            target year (``anticipated``).
        anticipated_status: Only ``escap``: the class of that index.
    """

    profile: str
    version: str
    call: Call
    status: str
    progress: float | None = None
    score: float | None = None
    reason: NotAssessable | None = None
    base: Number | None = None
    base_year: int | None = None
    current: Number | None = None
    current_year: int | None = None
    target_used: Decimal | None = None
    growth: float | None = None
    required_growth: float | None = None
    coefficient: float | None = None
    sign: int | None = None
    slope: float | None = None
    anticipated: Number | None = None
    current_status_index: float | None = None
    current_status: str | None = None
    anticipated_progress_index: float | None = None
    anticipated_status: str | None = None
    progress_reason: NotAssessable | None = None

    @property
    def target_year(self) -> int | None:
        """The target year that was declared."""
        return self.call.target_year

    @property
    def direction(self) -> Direction:
        """The wanted direction that was declared."""
        return self.call.direction

    @property
    def status_label(self) -> Text:
        """The class in words."""
        return _profile(self.profile).label(self.status)

    @property
    def trace(self) -> Trace:
        """The steps that led to the result, made when somebody asks for them."""
        return _profile(self.profile).explain(self)

    def in_language(self, language: Language) -> str:
        """The result in one sentence of *language*."""
        label = self.status_label.in_language(language)
        if self.reason is not None:
            separator = "。" if language == "ja" else ": "
            return f"{label}{separator}{self.reason.in_language(language)}"
        facts = {"label": label, "profile": self.profile, "score": _short(self.score)}
        if self.score is None:
            said = say("{label} ({profile})", "{label}（{profile}）", **facts)
        else:
            said = say(
                "{label}, score {score} ({profile})", "{label}、スコア{score}（{profile}）", **facts
            )
        return said.in_language(language)

    def __repr__(self) -> str:
        told = f"{self.profile!r}, status={self.status!r}"
        if self.reason is not None:
            return f"SeriesJudgement({told}, reason={self.reason.code!r})"
        return (
            f"SeriesJudgement({told}, progress={_short(self.progress)}, score={_short(self.score)})"
        )

    def __str__(self) -> str:
        return self.in_language("en")

    def _repr_html_(self) -> str:
        steps = "".join(
            f"<li>{html.escape(step.in_language('en'))}</li>" for step in self.trace.steps
        )
        return f"<p>{html.escape(self.in_language('en'))}</p><ol>{steps}</ol>"


def _short(number: float | None) -> str:
    return "None" if number is None else f"{number:.6g}"


def _profile(name: str) -> Profile:
    from planmodel.evaluation.profiles import profile_named

    return profile_named(name)


@frozen
class Profile:
    """A published method: where it comes from, what it needs, and its two functions.

    ``needs`` are the arguments it cannot do without, ``needs_with_target`` those it needs once
    there is a target, ``takes`` the further ones that have a meaning for it. ``ladders`` are the
    classes by which it judges, with their thresholds as published; ``limits`` tells the thresholds
    of a call, where they can be overridden.
    """

    name: str
    version: str
    title: Text
    source: Text
    url: str
    labels: Mapping[str, Text] = field(repr=False)
    judge: Callable[[Call], SeriesJudgement] = field(repr=False)
    explain: Callable[[SeriesJudgement], Trace] = field(repr=False)
    defaults: ProfileDefaults = field(factory=ProfileDefaults, repr=False)
    needs: tuple[str, ...] = ()
    needs_with_target: tuple[str, ...] = ()
    takes: frozenset[str] = frozenset()
    ladders: tuple[Ladder, ...] = field(default=(), repr=False)
    limits: Callable[[Call], Thresholds] | None = field(default=None, repr=False)

    def label(self, status: str) -> Text:
        """The words for *status*."""
        return self.labels[status]

    def in_language(self, language: Language) -> str:
        """The title in *language*."""
        return self.title.in_language(language)


def progress_step(judged: SeriesJudgement, formula: str, signs: Mapping[str, object]) -> Step:
    """The step of a trace that shows the progress figure, or why there is none."""
    name = say("Progress", "進捗の値")
    if judged.progress_reason is not None:
        return Step(name, note=judged.progress_reason.reason)
    return Step(name, formula, signs, judged.progress)


def data_steps(judged: SeriesJudgement) -> tuple[Step, ...]:
    """The first step of every trace: what was read, and from what it is measured."""
    points = judged.call.points
    return (
        Step(
            say("Values read", "読み込んだ値"),
            inputs={"values": len(points), "missing": points.missing},
            note=say("sorted by year", "年の順に並べ替えた") if points.resorted else None,
        ),
    )
