"""Conditions of a rule in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from planmodel.dsl.labels import value_label
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.rules.steps import Condition
from planmodel.text import Language, Localized, Text, in_language, say

__all__ = ["WHICH_TARGET", "Described", "describe", "first_that_holds"]


@frozen
class Described:
    """Several statements that must all hold."""

    parts: tuple[Localized, ...]

    def in_language(self, language: Language) -> str:
        """The statements, one after the other."""
        link = "、かつ" if language == "ja" else " and "
        return link.join(part.in_language(language) for part in self.parts)


@frozen
class _Choice:
    """Words of which any one will do."""

    words: tuple[Localized | str, ...]

    def in_language(self, language: Language) -> str:
        return " / ".join(in_language(it, language) for it in self.words)


_SCOPES: Final = {
    "by": say("due by its date", "期限までに達成するもの"),
    "every_year": say("to be met in every year", "毎年度達成するもの"),
    "keep": say("to be kept", "維持するもの"),
}
_FORMS: Final = {"several": say("several conditions", "複数の条件")}
"""What a rule calls a target that is made of several; a plan has no such form."""


def _word(field: str, word: str) -> Localized | str:
    """What people call *word*, a kind of indicator, a form or a scope of target."""
    own = {"scope": _SCOPES, "form": _FORMS}.get(field, {})
    return own.get(word) or value_label(field, word) or word


_WHOLES = {
    "value": say("value", "実績値"),
    "target": say("target", "目標値"),
    "baseline": say("baseline", "基準値"),
    "base": say("base", "母数"),
    "expected": say("expected value", "期待値"),
    "previous": say("value of the year before", "前年の値"),
}


def _unit(condition: Condition) -> Text | str:
    if condition.percent_of is None:
        return ""
    whole = _WHOLES[condition.percent_of]
    return say(" (in % of the {whole})", "（{whole}に対する%）", whole=whole)


_FLAGS: Final[dict[str, dict[bool | str, Text]]] = {
    "reached": {
        True: say("the target is met", "目標を達成している"),
        False: say("the target is not met", "目標を達成していない"),
    },
    "final_year": {
        True: say("it is the final year", "最終年度である"),
        False: say("it is not the final year", "最終年度でない"),
    },
    "due": {
        True: say("the target is due", "目標の期限に達している"),
        False: say("the target is not due yet", "目標の期限に達していない"),
    },
    "has_path": {
        True: say("a way leads to the target", "目標までの途中経過がある"),
        False: say("the target is asked for in the very year", "目標がその年ごとに求められる"),
    },
    "direction": {
        "increase": say("more is better", "増加が望ましい"),
        "decrease": say("less is better", "減少が望ましい"),
    },
}


WHICH_TARGET: Final = {
    "year": say("T is the target printed for the year", "目標値はその年の記載値"),
    "final": say("T is the final target", "目標値は最終目標値"),
}
"""Which target T is, by the word of a rule."""


def _compared(condition: Condition, own: str | None) -> Text:
    """What the interval says of the measure."""
    name = condition.measure or own
    if name is None:
        return say("the number {range}", "数値が{range}", range=condition.interval)
    spec = MEASURES[name]
    return say(
        "{measure}{unit} {range}",
        "{measure}{unit}が{range}",
        measure=spec.title,
        unit=say(" (in %)", "（%）") if spec.is_ratio else _unit(condition),
        range=condition.interval,
    )


def _parts(condition: Condition, own: str | None) -> Iterator[Localized]:
    if condition.interval is not None and condition.counted is None:
        yield _compared(condition, own)
    if condition.not_assessable is not None:
        name = condition.measure or own
        yield say(
            "{measure} is not assessable ({codes})",
            "{measure}を計算できない（{codes}）",
            measure=say("the number", "数値") if name is None else MEASURES[name].title,
            codes=" / ".join(sorted(condition.not_assessable)),
        )
    if condition.target is not None:
        yield WHICH_TARGET[condition.target]
    for name, sentences in _FLAGS.items():
        flag = getattr(condition, name)
        if flag is not None:
            yield sentences[flag]
    for words, field, en, ja in (
        (condition.kinds, "kind", "the kind of indicator is {words}", "指標の種類が{words}"),
        (condition.target_kinds, "form", "the form of target is {words}", "目標の形が{words}"),
        (condition.target_scopes, "scope", "the target is {words}", "目標が{words}"),
        (condition.tags, "", "the indicator carries {words}", "指標に{words}の印がある"),
    ):
        if words is not None:
            yield say(en, ja, words=_Choice(tuple(_word(field, it) for it in sorted(words))))
    yield from _labels(condition)
    yield from (describe(part, own) for part in condition.all_of)
    if condition.any_of:
        any_of = tuple(describe(part, own) for part in condition.any_of)
        yield say("one of these holds: {parts}", "次のいずれか: {parts}", parts=any_of)
    if condition.negated is not None:
        yield say("not ({part})", "次でない: {part}", part=describe(condition.negated, own))


def _labels(condition: Condition) -> Iterator[Localized]:
    """What *condition* asks of the labels of parts."""
    main = condition.among == "main"
    parts = say("main indicators", "主要指標") if main else say("assessed parts", "評価したもの")
    for words, en, ja in (
        (condition.every, "all {parts} are {words}", "{parts}がすべて{words}"),
        (condition.some, "some of the {parts} are {words}", "{parts}に{words}がある"),
        (
            condition.share,
            "the share of {words} among the {parts} (in %) is {range}",
            "{parts}に占める{words}の割合（%）が{range}",
        ),
        (
            condition.count,
            "the number of {words} among the {parts} is {range}",
            "{parts}のうち{words}の数が{range}",
        ),
    ):
        if words is not None:
            told = " / ".join(sorted(words))
            yield say(en, ja, words=told, parts=parts, range=condition.interval)


def first_that_holds(condition: Condition, own: str | None) -> Text:
    """That *condition* is the first that holds; *own* is the measure of the rule."""
    return say(
        "the first case that holds: {condition}",
        "最初に当てはまる場合: {condition}",
        condition=describe(condition, own),
    )


def describe(condition: Condition, own: str | None) -> Localized:
    """*condition* in words; *own* is the measure of the rule."""
    return Described(tuple(_parts(condition, own)))
