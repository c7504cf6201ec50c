"""Reached, lost, held: where a series stands against its target, and since when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from attrs import frozen

from planmodel.evaluation import reasons as why
from planmodel.evaluation.outcome import NotAssessable
from planmodel.text import Language, Text, say

__all__ = ["Standing", "StandingWord", "standing", "standing_of"]

StandingWord: TypeAlias = Literal["reached", "not_reached", "lost", "held"]

_WORDS: Final = {
    "reached": say("reached", "達成"),
    "not_reached": say("not reached", "未達成"),
    "lost": say("lost", "達成後に下回った"),
    "held": say("held", "維持"),
}
_NOT_KEPT = say("lost", "維持できていない")


@frozen
class Standing:
    """Where a series stands at its last period.

    Attributes:
        word: ``reached`` now; ``lost`` after it was reached once; ``not_reached`` so far.
            A target to be kept is only ``held`` or ``lost``, and one of every year is ``lost``
            for good once a year has failed. ``None`` where there is no value.
        first_reached: the first period that met the target, kept when it is lost again.
        lost_since: the first period of the present failure; ``None`` where the last value meets
            the target.
        reason: why there is no word.
        maintain: whether it is a target to be kept.
        met_since: the first period of the present success; ``None`` where the last value fails.
        failed: the periods that failed after the target was met, or had to be met.
    """

    word: StandingWord | None
    first_reached: object = None
    lost_since: object = None
    reason: NotAssessable | None = None
    maintain: bool = False
    met_since: object = None
    failed: tuple[object, ...] = ()

    def in_language(self, language: Language) -> str:
        """The standing in words of *language*."""
        if self.word is None:
            return "" if self.reason is None else self.reason.in_language(language)
        if self.maintain and self.failed and self.met_since is not None:
            return self._after_failure().in_language(language)
        word = _NOT_KEPT if self.maintain and self.word == "lost" else _WORDS[self.word]
        return word.in_language(language)

    def _after_failure(self) -> Text:
        """A target to be kept that is met now and was not always."""
        if self.word == "lost":
            return say(
                "not held throughout: broken in {failed}",
                "{failed}に維持できなかった",
                failed=self.failed,
            )
        return say(
            "held again since {since}: broken in {failed}",
            "{since}から再び維持（{failed}に維持できなかった）",
            since=self.met_since,
            failed=self.failed,
        )

    def __str__(self) -> str:
        return self.in_language("en")


def standing(
    series: Iterable[tuple[object, Decimal | None]],
    meets: Callable[[Decimal], bool],
    *,
    maintain: bool,
    every_year: bool = False,
) -> Standing:
    """Where *series* stands at its last period against the target that *meets* tells of.

    Args:
        series: periods and values in the order of time; ``None`` is a missing value, which
            neither reaches nor loses anything.
        meets: whether a value meets the target, such as `Interval.contains`.
        maintain: whether the target is to be kept rather than reached.
        every_year: whether it is to be met in every period of the series, so that one failure
            loses it for good; such a target is one to be kept.

    >>> from decimal import Decimal
    >>> from planmodel.evaluation import standing
    >>> once = [(2018, Decimal(9)), (2019, Decimal(12)), (2020, Decimal(8))]
    >>> it = standing(once, lambda value: value >= 10, maintain=False)
    >>> it.word, it.first_reached, it.lost_since
    ('lost', 2019, 2020)
    """
    met = ((period, None if value is None else meets(value)) for period, value in series)
    return standing_of(met, maintain=maintain, every_year=every_year)


def standing_of(
    met: Iterable[tuple[object, bool | None]], *, maintain: bool, every_year: bool = False
) -> Standing:
    """`standing` for periods of which it is known whether they met the target."""
    maintain = maintain or every_year
    first: object = None
    since: object = None
    failed: list[object] = []
    ever = now = is_known = False
    for period, meets in met:
        is_known = meets is not None
        if meets is None:
            continue
        if since is None or meets is not now:
            since = period
        now = meets
        if now and not ever:
            first, ever = period, True
        elif not now and (ever or every_year):
            failed.append(period)
    lost_since = None if now or not (ever or maintain) else since
    word: StandingWord
    if maintain:
        word = "held" if now and not (every_year and failed) else "lost"
    else:
        word = "reached" if now else "lost" if ever else "not_reached"
    return Standing(
        word if is_known else None,
        first,
        lost_since if is_known else None,
        None if is_known else why.NO_VALUE,
        maintain,
        since if now and is_known else None,
        tuple(failed),
    )
