"""Reached, lost, held: where a series stands against its target, and since when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from attrs import frozen

from planmodel.evaluation import reasons as why
from planmodel.evaluation.outcome import NotAssessable
from planmodel.text import Language, say

__all__ = ["Standing", "StandingWord", "standing"]

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
            A target to be kept is only ``held`` or ``lost``. ``None`` where there is no value.
        first_reached: the first period that met the target, kept when it is lost again.
        lost_since: the first period of the present failure, where the word is ``lost``.
        reason: why there is no word.
        maintain: whether it is a target to be kept.
    """

    word: StandingWord | None
    first_reached: object = None
    lost_since: object = None
    reason: NotAssessable | None = None
    maintain: bool = False

    def in_language(self, language: Language) -> str:
        """The standing in words of *language*."""
        if self.word is None:
            return "" if self.reason is None else self.reason.in_language(language)
        word = _NOT_KEPT if self.maintain and self.word == "lost" else _WORDS[self.word]
        return word.in_language(language)

    def __str__(self) -> str:
        return self.in_language("en")


def standing(
    series: Iterable[tuple[object, Decimal | None]],
    meets: Callable[[Decimal], bool],
    *,
    maintain: bool,
) -> Standing:
    """Where *series* stands at its last period against the target that *meets* tells of.

    Args:
        series: periods and values in the order of time; ``None`` is a missing value, which
            neither reaches nor loses anything.
        meets: whether a value meets the target, such as `Interval.contains`.
        maintain: whether the target is to be kept rather than reached.

    >>> from decimal import Decimal
    >>> from planmodel.evaluation import standing
    >>> once = [(2018, Decimal(9)), (2019, Decimal(12)), (2020, Decimal(8))]
    >>> it = standing(once, lambda value: value >= 10, maintain=False)
    >>> it.word, it.first_reached, it.lost_since
    ('lost', 2019, 2020)
    """
    first: object = None
    lost_since: object = None
    ever = now = is_known = False
    for period, value in series:
        is_known = value is not None
        if value is None:
            continue
        before, now = now, meets(value)
        if now and not ever:
            first, ever = period, True
        if now:
            lost_since = None
        elif lost_since is None and (before or maintain):
            lost_since = period
    if not is_known:
        return Standing(None, first, None, why.NO_VALUE, maintain)
    if now:
        return Standing("held" if maintain else "reached", first, None, None, maintain)
    if maintain or ever:
        return Standing("lost", first, lost_since, None, maintain)
    return Standing("not_reached", maintain=maintain)
