"""``planmodel explain``: what a check, a measure or a grading rule means."""

from __future__ import annotations

import argparse

from planmodel.cli.parsing import Adder
from planmodel.text import Language, say

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say(
            "explain a check, a measure or a grading rule",
            "点検の規則・指標の計算・評価ルールを説明する",
        ),
        "  planmodel explain PM201\n  planmodel explain pace_ratio\n  planmodel explain ibaraki",
    )
    to.option(
        "name",
        nargs="?",
        metavar="NAME",
        en="a code or name (without one: everything that can be explained)",
        ja="番号または名前（省略時は説明できるものの一覧）",
    )
    to.json()
    to.output()


def run(options: argparse.Namespace) -> int:
    """Explain one name, or list what can be explained."""
    from planmodel.checks.registry import all_rules
    from planmodel.cli.output import emit, emit_json
    from planmodel.cli.tables import columns, room
    from planmodel.evaluation.catalog import MEASURES
    from planmodel.evaluation.rules.loading import load_rule, rule_names

    # What machines read is the same under every locale.
    language: Language = (options.asked_lang or "en") if options.json else options.lang
    known: dict[str, str] = {it.code: it.title.in_language(language) for it in all_rules()}
    known.update({name: it.title.in_language(language) for name, it in MEASURES.items()})
    known.update({name: load_rule(name).in_language(language) for name in rule_names()})
    if options.name is None:
        if options.json:
            emit_json(options, known)
        else:
            emit(options, columns(known.items(), space=room(options)))
        return 0
    text = _explained(options.name, language, known)
    if options.json:
        emit_json(options, {"name": options.name, "text": text})
    else:
        emit(options, text)
    return 0


def _explained(name: str, language: Language, known: dict[str, str]) -> str:
    from planmodel.checks.registry import all_rules, explain
    from planmodel.errors import Problem, UsageError, did_you_mean
    from planmodel.evaluation.catalog import MEASURES
    from planmodel.evaluation.rules.loading import rule_names

    if name in MEASURES:
        it = MEASURES[name]
        return f"{it.title.in_language(language)} ({name})\n\n  {it.formula}\n"
    if name in rule_names() or name.endswith((".toml", ".json")):
        return _rule_text(name, language)
    codes = {word: it.code for it in all_rules() for word in (it.code, it.code.lower(), it.name)}
    if name not in codes:
        what = say("there is nothing called {name!r}", "「{name}」というものはない", name=name)
        raise UsageError(Problem(what, "explain", hint=did_you_mean(name, [*known, *codes])))
    return explain(codes[name], language)


def _rule_text(name: str, language: Language) -> str:
    from planmodel.cli.tables import columns
    from planmodel.evaluation.catalog import MEASURES
    from planmodel.evaluation.rules.loading import load_rule
    from planmodel.evaluation.rules.model import Band
    from planmodel.evaluation.rules.wording import describe

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
        measure = rule.judging.measure
        if measure is not None:
            line = say(
                "measure: {title} ({name})",
                "計算: {title}（{name}）",
                title=MEASURES[measure].title,
                name=measure,
            )
            lines.append(line.in_language(language))
        rows: list[tuple[str, str, str]] = []
        for step in rule.judging.scale.steps:
            title = "" if step.title is None else step.title.in_language(language)
            if isinstance(step, Band):
                when = step.in_language(language)
            elif step.condition is None:
                when = say("otherwise", "その他").in_language(language)
            else:
                when = describe(step.condition, measure).in_language(language)
            rows.append((step.label, when, title))
        lines += ["", columns(rows)]
    return "\n".join(lines)
