"""Targets in words: what is aimed at, in which form, by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from planmodel.dsl.aims import BOUNDS
from planmodel.model.amounts import Amount
from planmodel.model.change import Change
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
from planmodel.reports.speaking import Speaker
from planmodel.reports.view import Words
from planmodel.text import Language, Text, filled, say

__all__ = ["condition_words", "target_remarks", "target_words"]

_AND: dict[Language, str] = {"en": " and ", "ja": "、かつ"}
_RANGE = say("{low} to {high}", "{low}～{high}")
_ALL = say("all of: {it}", "{it}のすべて")
_RANK = say("place {n} among {among}", "{among}{n}位")
_NO_NUMBER = say("no numeric target", "数値目標なし")
_SCOPES = {
    "by": None,
    "every_year": say("{it} every year", "毎年度 {it}"),
    "keep": say("{it}, kept there", "{it}を維持"),
}
_REFERENCE = {
    "baseline": say("{it} on the baseline", "基準値比 {it}"),
    "previous_year": say("{it} on the year before", "前年比 {it}"),
}


def target_words(speaker: Speaker, target: Target | None, unit: str) -> Words:
    """A target in words, its period as note; empty where there is none."""
    if target is None:
        return Words("")
    words = _aim(speaker, target, unit)
    scope = _SCOPES.get(target.scope)
    if scope is not None and not (target.printed and words.text == target.printed):
        words = evolve(words, text=_fill(speaker, scope, it=words.text))
    notes = (speaker.period(target.period), words.note)
    return evolve(words, note="; ".join(it for it in notes if it))


def condition_words(speaker: Speaker, targets: Sequence[Target], unit: str) -> Words:
    """The targets that are due together in words, all of them; empty where there is none."""
    if len(targets) <= 1:
        return target_words(speaker, targets[0] if targets else None, unit)
    each = [target_words(speaker, it, unit) for it in targets]
    return evolve(each[0], text=_AND[speaker.language].join(dict.fromkeys(it.text for it in each)))


def target_remarks(speaker: Speaker, target: Target | None, unit: str) -> Iterator[Words]:
    """What was said of a target: what it was revised from and why, and its note."""
    if target is not None and target.revises is not None:
        old = _aim(speaker, target.revises, unit).text
        because = speaker.phrase(target.because).text
        yield Words(speaker.label("revised_from", old=old, because=because))
    if target is not None and target.note:
        yield speaker.phrase(target.note)


def _fill(speaker: Speaker, template: Text, **facts: object) -> str:
    return filled(template, **facts).in_language(speaker.language)


def _aim(speaker: Speaker, target: Target, unit: str) -> Words:
    if target.printed:
        printed = speaker.phrase(target.printed)
        if speaker.reads(printed):
            return printed
    built = _built(speaker, target, unit)
    if target.printed and speaker.is_foreign:
        return evolve(built, original=target.printed, original_language=speaker.plan.language)
    return built


def _built(speaker: Speaker, target: Target, unit: str) -> Words:  # noqa: PLR0911 - one a form
    match target:
        case Bound():
            words = speaker.amount(target.amount, unit)
            if words.absent:
                return words
            form = BOUNDS[target.side, target.strict]
            original = f"{words.original}" if words.original else ""
            return evolve(words, text=_fill(speaker, form, it=words.text), original=original)
        case Between():
            low, high = (speaker.amount(it, unit).text for it in (target.low, target.high))
            return Words(_fill(speaker, _RANGE, low=low, high=high))
        case Relative():
            return _relative(speaker, target, unit)
        case AgainstBenchmark():
            form = BOUNDS[target.side, target.strict]
            benchmark = speaker.title(target.benchmark)
            return Words(_fill(speaker, form, it=benchmark.text), benchmark.language)
        case AllOf():
            whole = speaker.title(target.whole)
            return Words(_fill(speaker, _ALL, it=whole.text), whole.language)
        case Milestone():
            return speaker.phrase(target.text)
        case Rank():
            among = speaker.phrase(target.among)
            filled = _fill(speaker, _RANK, n=target.position, among=among.text)
            return Words(filled, among.language)
        case NoNumber():
            reason = speaker.phrase(target.reason)
            return Words(_fill(speaker, _NO_NUMBER), note=reason.text, absent=True)
        case _:
            return speaker.amount(target.amount or Amount(words=target.form or "?"), unit)


def _relative(speaker: Speaker, target: Relative, unit: str) -> Words:
    change = target.change
    words = speaker.phrase(str(change))
    text = words.text if speaker.reads(words) else _change(speaker, change, unit)
    if speaker.language == "en" or not change.printed.startswith(("前年", "基準")):
        text = _fill(speaker, _REFERENCE[target.of], it=text)
    stated = speaker.amount(target.stated, unit).text
    if not stated:
        return Words(text)
    brackets = "（{}）" if speaker.language == "ja" else " ({})"
    return Words(text + brackets.format(stated))


def _change(speaker: Speaker, change: Change, unit: str) -> str:
    """A change in the report's language, where its printed words have no translation.

    An amount gets the unit of the indicator behind its digits, unless it is printed with one.
    """
    said = change.in_language(speaker.language)
    digits = said.rstrip("増減")
    if change.unit != "amount" or not digits[-1:].isdigit():
        return said
    glue = "" if speaker.language == "ja" else " "
    return f"{digits}{glue}{speaker.unit(unit, change.size).text}{said[len(digits) :]}"
