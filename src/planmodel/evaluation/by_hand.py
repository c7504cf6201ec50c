"""A judgement given by people: it stands over the computed one, and both are shown."""

from __future__ import annotations

import datetime as dt

from attrs import Attribute, field, frozen

from planmodel.errors import ModelError, Problem
from planmodel.observations.records import Judgement
from planmodel.text import Language, say

__all__ = ["ByHand"]


def _some_text(_given: ByHand, attribute: Attribute[str], value: str) -> None:
    if not value.strip():
        what = say("a judgement by hand needs it", "人による判定には必ず要る")
        raise ModelError(Problem(what, f"ByHand.{attribute.name}"))


@frozen
class ByHand:
    """A grade that a body gave by hand.

    Attributes:
        label: the grade.
        body: who gave it.
        date: when; ``None`` where it is not known.
        reason: why.

    Raises:
        ModelError: the grade, the body or the reason is empty.
    """

    label: str = field(validator=_some_text)
    body: str = field(validator=_some_text)
    date: dt.date | None
    reason: str = field(validator=_some_text)

    @classmethod
    def of(cls, judgement: Judgement) -> ByHand:
        """The row of a ledger as the grade that stands over the computed one."""
        return cls(judgement.grade, judgement.by, judgement.known_on, judgement.because)

    def in_language(self, language: Language) -> str:
        """Grade, body, date and reason in one line."""
        day = () if self.date is None else (self.date.isoformat(),)
        if language == "ja":
            return f"{self.label}（{'、'.join((self.body, *day, f'理由: {self.reason}'))}）"
        return f"{self.label} ({', '.join((f'by {self.body}', *day, f'because: {self.reason}'))})"

    def __str__(self) -> str:
        return self.in_language("en")
