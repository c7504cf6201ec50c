"""Checks, measures, grading rules and published methods, each explained as text."""

from __future__ import annotations

from planmodel.checks.registry import all_rules, explain
from planmodel.cli.explaining_rules import rule_text
from planmodel.cli.tables import columns
from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.meanings import letters_of, refused_where
from planmodel.evaluation.method_words import PROFILE_LOOKS
from planmodel.evaluation.profiles import profile_named, profile_names
from planmodel.evaluation.rules.loading import load_rule, rule_names
from planmodel.text import Language, say

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
        return rule_text(name, language)
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
