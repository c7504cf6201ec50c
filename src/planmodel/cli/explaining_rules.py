"""A grading rule explained: everything that it declares, its grades, its states, its roll-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from planmodel.cli.tables import columns
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.reasons import ANY_REASON, REASONS
from planmodel.evaluation.rules.loading import load_rule
from planmodel.evaluation.rules.model import MAIN_ROLES, Judging, RollUpRule, Rule
from planmodel.evaluation.rules.steps import Band, Scale
from planmodel.evaluation.rules.wording import WHICH_TARGET, describe
from planmodel.text import Language, Text, say

__all__ = ["rule_text"]

_ON: Final = {
    "exact": say("the exact number is graded", "端数処理前の数値で評定"),
    "printed": say("the printed number is graded", "表示する数値で評定"),
}
_PATHS: Final = {
    "declared": say("as the indicator or the plan declares", "指標または計画の宣言による"),
    "linear": say("line from the baseline", "基準値からの直線"),
    "geometric": say("constant rate of growth", "等比"),
    "linear_from_zero": say("line from 0", "0からの直線"),
}
_NET: Final = {
    True: say(
        "running totals: net of their baseline (net_of_baseline)",
        "累計の指標: 基準値を差し引く（net_of_baseline）",
    ),
    False: say(
        "running totals: as they are, baseline included (net_of_baseline)",
        "累計の指標: 基準値を差し引かない（net_of_baseline）",
    ),
}
_METHODS: Final = {
    "mean": say("mean of the parts", "各部分の平均"),
    "worst": say("the worst part", "最も低いもの"),
    "weighted": say("weighted mean of the parts", "重み付き平均"),
    "points": say("points added up", "点数の合計"),
    "main": say("the main indicators", "主要指標による"),
    "by_hand": say("by people", "人が判定する"),
}
_COUNTING: Final = {
    "score": say("the score of its grade", "評定の点数"),
    "number": say("the exact number its grade stands on", "評定の根拠となる端数処理前の数値"),
    "printed": say("the printed number its grade stands on", "評定の根拠となる表示値"),
}


def rule_text(name: str, language: Language) -> str:
    """What the rule called *name*, or in that file, declares.

    Raises:
        DocumentError: the file is bad.
    """
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
        lines += ["", _grades(rule.judging.scale, rule.judging.measure, language)]
    for variant in rule.variants:
        own = None if rule.judging is None else rule.judging.measure
        head = say("Where {when}:", "次の場合: {when}", when=describe(variant.when, own))
        lines += ["", head.in_language(language)]
        lines += _declared(variant.judging, rule.judging, language)
        if rule.judging is None or variant.judging.scale != rule.judging.scale:
            lines.append(_grades(variant.judging.scale, variant.judging.measure, language))
    lines += _states(rule, language)
    if rule.rollup is not None:
        lines += _roll_up(rule.rollup, language)
    return "\n".join(lines)


def _grades(scale: Scale, measure: str | None, language: Language) -> str:
    """The grades of a scale, each with what leads to it, what it means and what it counts."""
    rows: list[tuple[str, str, str, str]] = []
    for step in scale.steps:
        title = "" if step.title is None else step.title.in_language(language)
        if isinstance(step, Band):
            when = step.in_language(language)
        elif step.condition is None:
            when = say("otherwise", "その他").in_language(language)
        else:
            when = describe(step.condition, measure).in_language(language)
        rows.append((step.label, when, title, _score(step.score, language)))
    return columns(rows)


def _score(score: Decimal | None, language: Language) -> str:
    if score is None:
        return ""
    return say("score {n}", "点数{n}", n=score).in_language(language)


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
    if judging.path != "declared" or (measure is not None and MEASURES[measure].has_path):
        way = _PATHS[judging.path]
        yield "path", say("path to the target: {way}", "目標までの道筋: {way}", way=way)
    if judging.target is not None:
        yield "target", WHICH_TARGET[judging.target]
    if judging.net_of_baseline is not None:
        yield "net_of_baseline", _NET[judging.net_of_baseline]
    if judging.limits is not None:
        yield "limits", say("limits: {it}", "上下限: {it}", it=judging.limits)
    if judging.rounding is not None and measure is not None:
        on = _ON[judging.grade_on]
        yield "rounding", say("{it}; {on}", "{it}、{on}", it=judging.rounding, on=on)
    for name, rounding in judging.roundings.items() if measure is not None else ():
        told = say("{name}: {it}", "{name}: {it}", name=name, it=rounding)
        yield f"rounding of {name}", told


def _declared(judging: Judging, base: Judging | None, language: Language) -> list[str]:
    """What *judging* declares, a line each; beside *base* only what it declares otherwise."""
    known = {} if base is None else dict(_entries(base))
    own = dict(_entries(judging))
    lines = [text for entry, text in own.items() if known.get(entry) != text]
    if judging.measure is not None:
        gone = (text for entry, text in known.items() if entry not in own)
        lines += [say("does not apply: {it}", "適用しない: {it}", it=text) for text in gone]
    return [it.in_language(language) for it in lines]


def _states(rule: Rule, language: Language) -> list[str]:
    """What is printed instead of a grade, for which reason, and what that counts."""
    if not rule.states:
        return []
    other = say("every other reason", "その他すべての理由")
    rows = [
        (
            code,
            label,
            _score(rule.state_scores.get(label), language),
            (other if code == ANY_REASON else REASONS[code].reason).in_language(language),
        )
        for code, label in rule.states.items()
    ]
    head = say("Instead of a grade, by the reason:", "評定の代わりに示す語（理由別）:")
    return ["", head.in_language(language), columns(rows)]


def _roll_up(rule: RollUpRule, language: Language) -> list[str]:
    head = say(
        "Roll-up: {method} ({name})",
        "集約: {method}（{name}）",
        method=_METHODS[rule.method],
        name=rule.method,
    )
    lines = ["", *(it.in_language(language) for it in (head, *_roll_up_entries(rule)))]
    return lines if rule.scale is None else [*lines, _grades(rule.scale, None, language)]


def _roll_up_entries(rule: RollUpRule) -> Iterator[Text]:
    yield say(
        "coverage: at least {n}% of the parts must be assessed",
        "評価できたものの割合の下限: {n}%",
        n=rule.minimum_coverage,
    )
    if rule.method != "by_hand":
        it = _COUNTING[rule.of]
        yield say("a part counts {it}", "各部分で数えるもの: {it}", it=it)
    if rule.scores:
        yield say("scores: {it}", "点数: {it}", it=_pairs(rule.scores))
    if rule.full is not None:
        yield say("full score of a part: {n}", "各部分の満点: {n}", n=rule.full)
    if rule.weights:
        yield say("weights: {it}", "重み: {it}", it=_pairs(rule.weights))
    if rule.default_weight is not None:
        yield say("weight of all others: {n}", "ほかのものの重み: {n}", n=rule.default_weight)
    if rule.main:
        yield say("main indicators: {it}", "主要指標: {it}", it=tuple(sorted(rule.main)))
    if rule.main_roles != MAIN_ROLES:
        roles = tuple(sorted(rule.main_roles))
        yield say("roles of main indicators: {it}", "主要指標の役割: {it}", it=roles)
    if rule.rounding is not None:
        on = _ON[rule.grade_on]
        yield say("{it}; {on}", "{it}、{on}", it=rule.rounding, on=on)


def _pairs(given: Mapping[str, Decimal]) -> tuple[str, ...]:
    return tuple(f"{name} {number:f}" for name, number in given.items())
