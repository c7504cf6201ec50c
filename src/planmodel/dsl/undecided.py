"""What is still to be decided: absences that show what the plan one started from says there."""

from __future__ import annotations

from typing import Any

from planmodel.dsl.showing import shown
from planmodel.model.absence import NotStated
from planmodel.model.plan import Plan
from planmodel.text import Language

__all__ = ["is_undecided", "reason", "undecided", "whose"]

_OPENINGS = ("to be decided", "未定")


def is_undecided(words: str) -> bool:
    """Whether a reason only says that something is still to be decided."""
    return words.strip().lower().startswith(_OPENINGS)


def whose(plan: Plan[Any], language: Language) -> str:
    """The issuer of *plan* (or its title) in *language*."""
    name = plan.title if plan.issuer is None else plan.issuer.name
    return plan.phrase(name, language)


def reason(plan: Plan[Any], said: object, language: Language) -> str:
    """The words for what is to be decided, with what *plan* says there.

    ``to be decided; Hyogo: 2,329グループ* (FY2017)``, ``未定。兵庫県: 2,329グループ*（2017年度）``.
    """
    opening = "未定" if language == "ja" else "to be decided"
    words = said if isinstance(said, str) else shown(said, plan, language)
    if not words:
        return opening
    between = "。" if language == "ja" else "; "
    return f"{opening}{between}{whose(plan, language)}: {words}"


def undecided(plan: Plan[Any], said: object, language: Language) -> NotStated:
    """An absence for what is to be decided, with what *plan* says there."""
    return NotStated(reason(plan, said, language))
