"""Targets in words: what is aimed at, without the time."""

from __future__ import annotations

from typing import Any

from planmodel.model.change import Change
from planmodel.model.ids import Ref
from planmodel.model.plan import Plan
from planmodel.model.targets import (
    AgainstBenchmark,
    AllOf,
    Between,
    Bound,
    Milestone,
    NoNumber,
    Rank,
    Relative,
    Target,
)
from planmodel.text import Language, Text, filled, in_language, say

__all__ = ["BOUNDS", "change_words", "target_words"]

BOUNDS: dict[tuple[str, bool], Text] = {
    ("at_least", False): say("at least {it}", "{it}以上"),
    ("at_least", True): say("more than {it}", "{it}超"),
    ("at_most", False): say("at most {it}", "{it}以下"),
    ("at_most", True): say("less than {it}", "{it}未満"),
}
"""What a bound says, by its side and whether it is strict."""

_OF_YEAR_BEFORE = say("{it} on the year before", "前年比 {it}")


def change_words(change: Change, plan: Plan[Any], language: Language) -> str:
    """*change* in words: as printed, or as the plan translates it, else built from its parts."""
    translated = plan.phrase(change.printed, language)
    return translated if translated != change.printed else change.in_language(language)


def _relative(target: Relative, plan: Plan[Any], language: Language) -> str:
    words = change_words(target.change, plan, language)
    if target.of == "previous_year" and not words.startswith("前年"):
        words = filled(_OF_YEAR_BEFORE, it=words).in_language(language)
    if target.stated is None:
        return words
    both = say("{change} ({stated})", "{change}（{stated}）", change=words, stated=target.stated)
    return both.in_language(language)


def target_words(target: Target, plan: Plan[Any], language: Language) -> str:
    """What *target* aims at, in words; as printed where the document's words were kept."""
    printed = plan.phrase(target.printed, language)
    if printed and (language == plan.language or printed != target.printed):
        return printed
    return in_language(_aim(target, plan, language), language)


def _aim(  # noqa: PLR0911 - one a form
    target: Target, plan: Plan[Any], language: Language
) -> Text | str:
    match target:
        case Bound():
            return filled(BOUNDS[target.side, target.strict], it=target.amount)
        case Between():
            return say("{low} to {high}", "{low}以上{high}以下", low=target.low, high=target.high)
        case Relative():
            return _relative(target, plan, language)
        case AgainstBenchmark():
            name = _name(target.benchmark, plan, language)
            return filled(BOUNDS[target.side, target.strict], it=name)
        case AllOf():
            name = _name(target.whole, plan, language)
            return say("all of {name}", "{name}のすべて", name=name)
        case Milestone():
            return plan.phrase(target.text, language)
        case Rank():
            among = plan.phrase(target.among, language)
            return say("place {n} in {among}", "{among}{n}位", n=target.position, among=among)
        case NoNumber():
            return plan.phrase(target.reason, language)
        case _:
            return target.printed


def _name(ref: Ref[Any], plan: Plan[Any], language: Language) -> str:
    return plan.title_of(ref, language) if ref.id in plan else str(ref.id)
