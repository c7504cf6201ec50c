"""What a function was given where it wants a plan."""

from __future__ import annotations

from planmodel.errors import Problem, UsageError
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["need_plan"]


def need_plan(value: object) -> None:
    """Refuse *value* where a plan is wanted.

    Raises:
        UsageError: it is no plan; what names one is loaded first.
    """
    if not isinstance(value, Plan):
        hint = say("load it first: planmodel.load(…)", "先に planmodel.load(…) で読み込む")
        raise UsageError(
            Problem(
                say("{it} is no plan", "{it}は計画ではない", it=type(value).__name__),
                "plan",
                "Plan",
                hint,
            )
        )
