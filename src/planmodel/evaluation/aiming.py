"""What a plan aims at with an indicator, and what it expects on the way there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from planmodel.evaluation import reasons as why
from planmodel.evaluation.arithmetic import expected_geometric, expected_linear
from planmodel.evaluation.facts import Path
from planmodel.evaluation.goals import Around, Goal, goal_in, together
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.precision import fma, multiply, subtract
from planmodel.evaluation.timeline import Place, position
from planmodel.model.absence import NotStated
from planmodel.model.indicators import Baseline, Indicator
from planmodel.model.targets import Between, NoNumber, Target
from planmodel.text import Text, say

__all__ = ["Aim", "aim_of"]

_LINEAR = say("linear path assumed", "直線的な進捗を仮定")
_BETWEEN = say(
    "targets are printed for several years; the path is drawn from one to the next",
    "複数の年に目標値の記載があり、それらを順に結んだ線を期待値とした",
)
_ALL = say(
    "several conditions are due together; all must hold",
    "同じ期限の条件が複数あり、達成はすべてを満たす場合とする",
)
_HARDEST = say(
    "several conditions are due together; all must hold, and the hardest one is measured",
    "同じ期限の条件が複数あり、達成はすべてを満たす場合とし、比率は最も厳しい条件で測る",
)


@frozen
class Aim:
    """What an indicator shall become, as known and as asked in one period.

    Attributes:
        targets: the targets in force.
        finals: those of them due last; several where several conditions are due together.
        goals: what each of the finals asks for in the period.
        goal: what they ask for together; its number is what is measured against.
        baseline: where the way starts.
        path: the shape of the way, as declared or assumed.
        is_assumed: the document is silent about the path.
        asked: what each of the targets asks for in the period.
        printed: the numbers that are printed for years, by their place in time.
        maintains: the indicator is declared to be one that shall stay where it is.
    """

    targets: tuple[Target, ...]
    finals: tuple[Target, ...]
    goals: tuple[Goal, ...]
    goal: Goal
    baseline: Baseline | None
    path: Path | None
    is_assumed: bool
    asked: tuple[Goal, ...]
    printed: Mapping[Place, Decimal]
    maintains: bool

    @property
    def target(self) -> Target | None:
        """The target that is measured; the first where no single one is."""
        if self.is_single:
            return self.finals[self.goals.index(self.goal)]
        return self.finals[0] if self.finals else None

    @property
    def done(self) -> tuple[str, ...]:
        """The words that say that what is to be done was done."""
        return tuple(dict.fromkeys(word for goal in self.goals for word in goal.done))

    @property
    def is_single(self) -> bool:
        """Whether one of the finals alone says what all of them ask for."""
        return self.goal in self.goals

    @property
    def form(self) -> str | None:
        """The form of what is asked for: a target's own, or that of several together."""
        target = self.target
        if target is None or self.is_single:
            return None if target is None else target.form
        range_ = self.goal.interval
        is_range = range_ is not None and range_.low is not None and range_.high is not None
        return Between.form if is_range else "several"

    @property
    def is_kept(self) -> bool:
        """Whether it is to be held rather than reached."""
        kept = (target.scope in ("every_year", "keep") for target in self.finals)
        return any(kept) or (self.maintains and bool(self.finals))

    @property
    def is_yearly(self) -> bool:
        """Whether it is to hold in every single year."""
        return any(target.scope == "every_year" for target in self.finals)

    @property
    def scope(self) -> str | None:
        """When it asks: in every year, to be kept, or by its date."""
        if self.is_yearly:
            return "every_year"
        return "keep" if self.is_kept else "by" if self.finals else None

    @property
    def is_direct(self) -> bool:
        """Whether what is asked for is asked for in the very year, so that there is no way to go.

        So it is with what shall be kept, and with another series of the same year.
        """
        target = self.target
        return self.is_kept or (self.goal.moving and target is not None and target.form != "all_of")

    def expected(self, now: Place) -> Decimal | None:
        """The value expected at *now*, where that is no matter of one line to one target.

        A printed one counts as it is. Between two of them, or the baseline and the first, the
        path is drawn. One target alone says nothing here.
        """
        if self.is_direct:
            return self.goal.number
        if len(self.printed) <= 1 or now in self.printed:
            return self.printed.get(now) if len(self.printed) > 1 else None
        span = self._span(now)
        return None if span is None else _drawn(*span, self.path)

    def drawn(self, now: Place) -> tuple[Decimal, Decimal] | None:
        """What is expected between two printed years as e·n and n, on a straight line."""
        is_between = len(self.printed) > 1 and now not in self.printed and not self.is_direct
        span = self._span(now) if is_between and self.path != "geometric" else None
        if span is None:
            return None
        start, end, k, n = span
        return fma(end, k, multiply(start, subtract(n, k))), n

    def _span(self, now: Place) -> tuple[Decimal, Decimal, Decimal, Decimal] | None:
        """The numbers before and after *now*, and how far it lies between them: k of n."""
        points = dict(self.printed)
        if self.baseline is not None and self.baseline.value is not None:
            start = self.baseline.period
            if not isinstance(start, NotStated) and position(start) < min(points):
                points[position(start)] = self.baseline.value
        earlier = max((at for at in points if at < now), default=None)
        later = min((at for at in points if at > now), default=None)
        if earlier is None or later is None:
            return None
        share = Fraction(now - earlier, later - earlier)
        k, n = Decimal(share.numerator), Decimal(share.denominator)
        return points[earlier], points[later], k, n

    def of_year(self, now: Place) -> Decimal | None:
        """The target printed for this very year, where it is not the final one."""
        if self.is_direct or self.goal.moving or not self.printed or now == max(self.printed):
            return None
        return self.printed.get(now)

    def goals_of(self, now: Place) -> tuple[Goal, ...]:
        """What the targets due at *now* ask for."""
        both = zip(self.targets, self.asked, strict=True)
        return tuple(goal for target, goal in both if _due(target) == now)

    def is_for_another_year(self, now: Place) -> bool:
        """Whether the target that is measured is a number due in another year than *now*."""
        if self.is_direct or self.goal.moving or not self.printed:
            return False
        return now not in self.printed

    def notes(self, now: Place) -> tuple[Text, ...]:
        """What had to be assumed of the goal, and of the way to it at *now*."""
        found = [_HARDEST if self.is_single else _ALL] if len(self.goals) > 1 else []
        if self.goal.note is not None:
            found.append(self.goal.note)
        if self.goal.number is None or self.is_direct:
            return tuple(found)
        by_print = self.expected(now) is not None
        if by_print and now not in self.printed:
            found.append(_BETWEEN)
        if self.is_assumed and not (by_print and now in self.printed):
            found.append(_LINEAR)
        return tuple(found)


def _drawn(
    start: Decimal, end: Decimal, k: Decimal, n: Decimal, path: Path | None
) -> Decimal | None:
    on_path = expected_geometric if path == "geometric" else expected_linear
    found = on_path(start, end, k, n)
    return found if isinstance(found, Decimal) else None


def aim_of(
    indicator: Indicator, baseline: Baseline | None, around: Around, known_by: dt.date | None
) -> Aim:
    """What *indicator* aims at in the period that *around* tells of, as known on a day."""
    known = (target.known_by(known_by) for target in indicator.targets)
    targets = _asking(target for target in known if target is not None)
    asked = tuple(goal_in(target, around) for target in targets)
    dues = tuple(_due(target) for target in targets)
    last = _last(dues)
    declared = indicator.path
    is_assumed = declared is None or isinstance(declared, NotStated)
    path: Path = "linear" if declared is None or isinstance(declared, NotStated) else declared
    finals = tuple(targets[at] for at in last)
    goals = tuple(asked[at] for at in last)
    return Aim(
        targets,
        finals,
        goals,
        together(goals) if goals else Goal(reason=_no_target(indicator)),
        baseline,
        path if finals else None,
        is_assumed,
        asked,
        _printed(dues, asked),
        indicator.direction == "maintain",
    )


def _printed(dues: tuple[Place | None, ...], asked: tuple[Goal, ...]) -> dict[Place, Decimal]:
    """The numbers that are asked for in the years for which there are targets."""
    by_due: dict[Place, list[Goal]] = {}
    for due, goal in zip(dues, asked, strict=True):
        if due is not None:
            by_due.setdefault(due, []).append(goal)
    numbers: dict[Place, Decimal] = {}
    for due, goals in by_due.items():
        goal = together(goals)
        if goal.number is not None and not goal.moving:
            numbers[due] = goal.number
    return numbers


def _asking(targets: Iterable[Target]) -> tuple[Target, ...]:
    """The targets, without a word of no number beside a condition that is due with it."""
    given = tuple(targets)
    dues = {_due(it) for it in given if not isinstance(it, NoNumber)}
    return tuple(it for it in given if not isinstance(it, NoNumber) or _due(it) not in dues)


def _due(target: Target) -> Place | None:
    return None if isinstance(target.period, NotStated) else position(target.period)


def _last(dues: tuple[Place | None, ...]) -> list[int]:
    """Where the targets due last stand; without any date, all of them."""
    last = max((due for due in dues if due is not None), default=None)
    return [at for at, due in enumerate(dues) if due == last]


def _no_target(indicator: Indicator) -> NotAssessable:
    absence = indicator.not_stated("targets")
    return why.NO_TARGET if absence is None else why.target_absent(absence)
