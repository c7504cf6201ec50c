"""Checks, measures, grading rules and published methods, each explained as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planmodel.checks.registry import all_rules, explain
from planmodel.cli.tables import columns
from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.meanings import letters_of, refused_where
from planmodel.evaluation.method_words import PROFILE_LOOKS
from planmodel.evaluation.profiles import profile_named, profile_names
from planmodel.evaluation.rules.loading import load_rule, rule_names
from planmodel.evaluation.rules.model import Band, Judging
from planmodel.evaluation.rules.wording import describe
from planmodel.text import Language, Text, say

__all__ = ["everything", "explained"]


def everything(language: Language) -> dict[str, str]:
    """The title of everything that can be explained, by its name."""
    return {
        **{it.code: it.title.in_language(language) for it in all_rules()},
        **{name: it.title.in_language(language) for name, it in MEASURES.items()},
        **{name: load_rule(name).in_language(language) for name in rule_names()},
        **{name: profile_named(name).in_language(language) for name in profile_names()},
    }


def explained(name: str, language: Language) -> str:
    """What *name* means: a code or name of a check, a measure, a rule (or its file), a method.

    Raises:
        UsageError: there is nothing of that name; the nearest is named.
        DocumentError: the file of a rule is bad.
    """
    if name in MEASURES:
        return _measure_text(name, language)
    if name in profile_names():
        return _profile_text(name, language)
    if name in rule_names() or name.endswith((".toml", ".json")):
        return _rule_text(name, language)
    codes = {word: it.code for it in all_rules() for word in (it.code, it.code.lower(), it.name)}
    if name not in codes:
        what = say("there is nothing called {name!r}", "「{name}」というものはない", name=name)
        known = [*everything(language), *codes]
        raise UsageError(Problem(what, "explain", hint=did_you_mean(name, known)))
    return explain(codes[name], language)


def _measure_text(name: str, language: Language) -> str:
    it = MEASURES[name]
    letters = [(letter, word.in_language(language)) for letter, word in letters_of(name)]
    refused = say("Not assessable: {where}", "評価できない場合: {where}", where=refused_where(name))
    parts = (f"{it.title.in_language(language)} ({name})", f"  {it.formula}")
    return "\n\n".join((*parts, columns(letters), refused.in_language(language)))


def _profile_text(name: str, language: Language) -> str:
    it = profile_named(name)
    source = say("source: {source} {url}", "出典: {source} {url}", source=it.source, url=it.url)
    looks = say("it looks at {what}", "何を見るか: {what}", what=PROFILE_LOOKS[name])
    how = say(
        "It judges a series of years and is no grading rule: "
        "planmodel compare-methods PLAN --period FY2020 --methods {name}",
        "年ごとの系列を評価する手法で、評価ルールではない: "
        "planmodel compare-methods PLAN --period FY2020 --methods {name}",
        name=name,
    )
    lines = [f"{it.title.in_language(language)} ({name} {it.version})"]
    lines += [text.in_language(language) for text in (source, looks, how)]
    for ladder in it.ladders:
        rows = [
            (status, when.in_language(language), it.labels[status].in_language(language))
            for status, when in ladder.rows()
        ]
        lines += ["", ladder.figure.in_language(language), columns(rows)]
        lines += [] if ladder.note is None else [ladder.note.in_language(language)]
    judged = {status for ladder in it.ladders for status, _ in ladder.rows()}
    rest = [
        (status, word.in_language(language))
        for status, word in it.labels.items()
        if status not in judged
    ]
    head = say("Where nothing can be said", "評価できない場合").in_language(language)
    return "\n".join([*lines, "", head, columns(rest)])


def _rule_text(name: str, language: Language) -> str:
    rule = load_rule(name)
    lines = [rule.in_language(language)]
    if rule.source is not None:
        source = say(
            "source: {title} {url}",
            "出典: {title} {url}",
            title=rule.source.title,
            url=rule.source.url,
        )
        lines.append(source.in_language(language).rstrip())
    if rule.note is not None:
        lines.append(rule.note.in_language(language))
    if rule.judging is not None:
        lines += _declared(rule.judging, None, language)
        lines += ["", _grades(rule.judging, language)]
    for variant in rule.variants:
        own = None if rule.judging is None else rule.judging.measure
        head = say("Where {when}:", "次の場合: {when}", when=describe(variant.when, own))
        lines += ["", head.in_language(language)]
        lines += _declared(variant.judging, rule.judging, language)
        if rule.judging is None or variant.judging.scale != rule.judging.scale:
            lines.append(_grades(variant.judging, language))
    return "\n".join(lines)


def _grades(judging: Judging, language: Language) -> str:
    """The grades of a scale, each with what leads to it and what it means."""
    rows: list[tuple[str, str, str]] = []
    for step in judging.scale.steps:
        title = "" if step.title is None else step.title.in_language(language)
        if isinstance(step, Band):
            when = step.in_language(language)
        elif step.condition is None:
            when = say("otherwise", "その他").in_language(language)
        else:
            when = describe(step.condition, judging.measure).in_language(language)
        rows.append((step.label, when, title))
    return columns(rows)


_ON: Final = {
    "exact": say("the exact number is graded", "端数処理前の数値で評定"),
    "printed": say("the printed number is graded", "表示する数値で評定"),
}


def _entries(judging: Judging) -> Iterator[tuple[str, Text]]:
    """What a rule declares beside its grades, each with the name of the entry."""
    measure = judging.measure
    if measure is None:
        yield "measure", say("measure: none, each case asks its own", "計算: 各条件による")
    else:
        title = MEASURES[measure].title
        yield (
            "measure",
            say("measure: {title} ({name})", "計算: {title}（{name}）", title=title, name=measure),
        )
    if judging.convention is not None:
        it = judging.convention
        yield (
            "convention",
            say("where less is better: {it}", "減少が望ましい場合の計算: {it}", it=it),
        )
    if judging.limits is not None:
        yield "limits", say("limits: {it}", "上下限: {it}", it=judging.limits)
    if judging.rounding is not None and measure is not None:
        on = _ON[judging.grade_on]
        yield "rounding", say("{it}; {on}", "{it}、{on}", it=judging.rounding, on=on)


def _declared(judging: Judging, base: Judging | None, language: Language) -> list[str]:
    """What *judging* declares, a line each; beside *base* only what it declares otherwise."""
    known = {} if base is None else dict(_entries(base))
    return [
        text.in_language(language) for entry, text in _entries(judging) if known.get(entry) != text
    ]
