"""What is not there, and why: the model never invents what a document does not say."""

from __future__ import annotations

from attrs import field, frozen

from planmodel.errors import ModelError, Problem
from planmodel.text import say

__all__ = ["Missing", "NotStated"]


def _reason(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ModelError(
            Problem(
                say("a reason is needed", "理由が要る"),
                where="reason",
                expected=say("a sentence", "文"),
                hint=say(
                    "say why nothing stands here, in the plan's own words",
                    "なぜ書かれていないのかを述べる",
                ),
            )
        )
    return value


@frozen
class NotStated:
    """Stands where the document is silent: a value, a parent, a date, a department or children.

    Not stated is not the same as none: rules about empty places skip what is not stated.

    Raises:
        ModelError: the reason is empty.
    """

    reason: str = field(converter=_reason)


@frozen
class Missing:
    """A value that does not exist although its place does: なし, ―, 集計中, 未公表, 調査せず.

    A missing value is never 0, and 0 is never missing.

    Raises:
        ModelError: the reason is empty.
    """

    reason: str = field(converter=_reason)
