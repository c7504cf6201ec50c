"""Names of fields, of kinds of things and of fixed values for people: the only table of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final, cast

from planmodel.model.ids import Entity
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.text import Language, Text, in_language, say

__all__ = [
    "FIELDS",
    "KINDS",
    "VALUES",
    "field_label",
    "kind_label",
    "level_counts",
    "level_words",
    "plan_words",
    "thing_label",
    "value_label",
]

KINDS: Final[dict[str, Text]] = {
    "axis": say("axis", "分類軸"),
    "benchmark": say("benchmark", "比較対象"),
    "department": say("department", "部署"),
    "document": say("document", "文書"),
    "figure": say("context figure", "関連する数値"),
    "indicator": say("indicator", "指標"),
    "law": say("law", "法令"),
    "node": say("section or measure", "区分・取組"),
    "partner": say("partner", "連携先"),
    "plan": say("plan", "計画"),
    "topic": say("topic", "分類項目"),
}
"""What an id can mean, where the plan has no word of its own for it."""

FIELDS: Final[dict[str, Text]] = {
    "about": say("concerns", "対象"),
    "absence": say("why there is none", "値がない理由"),
    "actor": say("actor", "主体"),
    "amount": say("value", "値"),
    "among": say("among", "順位の範囲"),
    "article": say("article", "条項"),
    "at": say("place", "箇所"),
    "axes": say("axes", "分類軸"),
    "base": say("count behind the share", "率の母数"),
    "baseline": say("baseline", "基準値"),
    "baseline_period": say("time of the baseline", "基準値の時期"),
    "basis": say("basis", "根拠"),
    "because": say("reason", "理由"),
    "benchmark": say("benchmark", "比較対象"),
    "benchmarks": say("benchmarks", "比較対象"),
    "by": say("by", "判断した者"),
    "category": say("category", "区分"),
    "change": say("change", "増減"),
    "children": say("what stands below", "下位の項目"),
    "co_departments": say("departments that share", "共同担当部署"),
    "code": say("code", "コード"),
    "council": say("council", "審議機関"),
    "counted_from": say("start of the count", "累計の起点"),
    "data_source": say("source of the data", "データの出所"),
    "date": say("date", "日付"),
    "decided": say("decided on", "決定日"),
    "denominator": say("denominator", "分母"),
    "department": say("department", "担当部署"),
    "departments": say("departments", "担当部署"),
    "derived_from": say("made from", "もとにした計画"),
    "done": say("words for done", "達成を表す語"),
    "direction": say("desired direction", "望ましい方向"),
    "document": say("document", "文書"),
    "documents": say("documents", "文書"),
    "figures": say("context figures", "関連する数値"),
    "fingerprints": say("fingerprints", "指紋"),
    "follow_up": say("what follows", "反映"),
    "form": say("form", "形式"),
    "gaps": say("what is left open", "記載のない事項"),
    "generic": say("stands for many", "総称"),
    "governance": say("review", "評価・検証"),
    "group": say("group", "分類"),
    "high": say("highest value", "上限"),
    "id": say("id", "識別子"),
    "ignores": say("ignored rules", "無視する規則"),
    "in_force": say("date in force", "施行日"),
    "indicator": say("indicator", "指標"),
    "indicators": say("indicators", "指標"),
    "is_new": say("new", "新規"),
    "issuer": say("issuer", "策定者"),
    "joinable": say("series go on as one", "系列の接続"),
    "kind": say("kind", "種別"),
    "language": say("language", "言語"),
    "law": say("law", "法令"),
    "laws": say("laws", "法令"),
    "lead": say("lead department", "主担当部署"),
    "legal_bases": say("legal bases", "根拠法令"),
    "low": say("lowest value", "下限"),
    "made": say("made on", "作成日"),
    "mark": say("printed mark", "印"),
    "measured_by": say("attached indicators", "位置づける指標"),
    "method": say("method", "算出方法"),
    "name": say("name", "名称"),
    "note": say("note", "備考"),
    "number": say("number", "番号"),
    "numbering": say("numbering", "番号の形"),
    "numerator": say("numerator", "分子"),
    "of": say("concerns", "対象"),
    "order": say("order", "順序"),
    "origin": say("written at", "記述箇所"),
    "own": say("fields of its own", "独自の項目"),
    "own_fields": say("fields of its own", "独自の項目"),
    "own_units": say("own units", "独自の単位"),
    "parent": say("superior organization", "上位の組織"),
    "partners": say("partners", "連携先"),
    "parts": say("sub-series", "内訳"),
    "parts_add_up": say("parts add up", "内訳の合計が一致"),
    "path": say("path to the target", "目標までの道筋"),
    "period": say("time", "時期"),
    "phrase": say("wording", "語句の訳"),
    "phrases": say("wordings", "語句の訳"),
    "place": say("place", "位置"),
    "plan": say("plan", "計画"),
    "position": say("place in the ranking", "順位"),
    "principle": say("basic principle", "基本理念"),
    "printed": say("as printed", "計画の記載"),
    "promulgated": say("date of promulgation", "公布日"),
    "prose": say("description", "説明"),
    "published": say("date of publication", "公表日"),
    "publisher": say("publisher", "発行者"),
    "reason": say("reason", "理由"),
    "reasons": say("reasons", "理由"),
    "left": say("left as it is here", "見送った変更"),
    "relations": say("relation to other plans", "他の計画との関係"),
    "relisted": say("listed again", "再掲"),
    "replaces": say("replaces", "置き換えた指標"),
    "review": say("how often", "評価の時期"),
    "revises": say("revised from", "改定前"),
    "role": say("rank", "指標区分"),
    "roles": say("roles", "役割分担"),
    "scope": say("held", "達成の形"),
    "sections": say("outline", "施策体系"),
    "side": say("side", "達成の側"),
    "size": say("size", "大きさ"),
    "source": say("place in the document", "記載箇所"),
    "stage": say("stage", "段階"),
    "state": say("state of the value", "値の状態"),
    "stated": say("value printed beside", "併記された値"),
    "status": say("status", "計画の状態"),
    "strict": say("beyond, not at", "超・未満"),
    "style": say("style of numbers", "番号の種類"),
    "succeeds": say("predecessors", "前身"),
    "tags": say("topics", "分類項目"),
    "target": say("target", "目標"),
    "target_period": say("time of the target", "目標の時期"),
    "targets": say("targets", "目標"),
    "text": say("text", "内容"),
    "title": say("title", "名称"),
    "titles": say("titles", "名称"),
    "topic": say("topic", "分類項目"),
    "topics": say("topics", "分類項目"),
    "translations": say("translations", "翻訳"),
    "type": say("type", "型"),
    "unit": say("unit", "単位"),
    "url": say("address", "URL"),
    "valid_from": say("valid from", "設置日"),
    "valid_to": say("valid to", "廃止日"),
    "version": say("edition", "版"),
    "what": say("item", "事項"),
    "whole": say("whole", "全体"),
    "word": say("level", "階層の語"),
    "words": say("words", "記載の語"),
    "about_amount": say("about", "概数"),
    "after": say("after the number", "番号の後"),
    "before": say("before the number", "番号の前"),
    "sample": say("sample number", "番号の見本"),
    "higher": say("counters of levels above", "上の階層の番号"),
}
"""Fields of things and of the values in them, by their names."""

_SPECIAL: Final[dict[tuple[str, str], Text]] = {
    ("Amount", "about"): FIELDS["about_amount"],
    ("Amount", "number"): say("number", "数"),
    ("Citation", "place"): say("place in the document", "記載箇所"),
    ("Partner", "role"): say("role", "役割"),
    ("Plan", "period"): say("plan period", "計画期間"),
    ("Relation", "plan"): say("id of the plan", "計画の識別子"),
    ("Relation", "kind"): say("relation", "関係"),
    ("Relative", "of"): say("compared with", "比較の基準"),
}
"""Fields whose name means something else in one class."""

VALUES: Final[dict[str, dict[str, Text]]] = {
    "basis": {
        "stated": say("stated by the document", "計画に記載"),
        "assigned": say("assigned", "分類者の判断"),
    },
    "direction": {
        "increase": say("more is better", "増加が望ましい"),
        "decrease": say("less is better", "減少が望ましい"),
        "maintain": say("to be kept", "維持が望ましい"),
    },
    "form": {
        "plan": say("plan", "計画"),
        "section": say("section", "区分"),
        "measure": say("measure", "取組"),
        "at_least": say("at least", "以上"),
        "at_most": say("at most", "以下"),
        "between": say("range", "範囲"),
        "relative": say("change", "増減"),
        "against_benchmark": say("against a benchmark", "比較対象との比較"),
        "all_of": say("all of a whole", "全体のすべて"),
        "milestone": say("milestone", "節目"),
        "rank": say("rank", "順位"),
        "no_number": say("no numeric target", "数値目標なし"),
    },
    "kind": {
        "stock": say("level at a time", "現在高・率"),
        "flow": say("amount in a period", "期間中の量"),
        "cumulative": say("running total", "累計"),
        "predecessor": say("predecessor", "前計画"),
        "successor": say("successor", "後継計画"),
        "parent": say("parent plan", "上位計画"),
        "chapter_of": say("chapter of", "構成する計画"),
        "split_into": say("split into", "分離先"),
        "split_from": say("split from", "分離元"),
        "merged_into": say("merged into", "統合先"),
        "merged_from": say("merged from", "統合元"),
        "add_on_to": say("add-on to", "追補する計画"),
        "extended": say("extended", "期間延長"),
        "doubles_as": say("doubles as", "兼ねる計画"),
        "takes_into_account": say("takes into account", "勘案する計画"),
        **KINDS,
    },
    "of": {
        "baseline": say("the baseline", "基準値"),
        "previous_year": say("the year before", "前年"),
    },
    "path": {
        "linear": say("in equal steps", "毎年同じ幅"),
        "geometric": say("in equal rates", "毎年同じ率"),
    },
    "scope": {
        "by": say("by then", "その時期まで"),
        "every_year": say("every year", "毎年度"),
        "keep": say("kept there", "維持"),
    },
    "side": {
        "at_least": say("at least", "以上"),
        "at_most": say("at most", "以下"),
    },
    "stage": {
        "input": say("input", "投入"),
        "activity": say("activity", "活動"),
        "output": say("output", "産出"),
        "outcome": say("outcome", "成果"),
    },
    "state": {
        "final": say("final", "確定値"),
        "provisional": say("provisional", "速報値"),
        "estimated": say("estimated", "推計値"),
        "forecast": say("forecast", "見込み"),
        "revised": say("revised", "改定値"),
    },
}
"""Values that code writes as one of a few names, by the field they stand in."""

_LANGUAGES: Final = {"en": say("English", "英語"), "ja": say("Japanese", "日本語")}
_NAME = re.compile(r"(?P<head>\w+)(?:\.(?P<part>[\w-]+))?(?:\[(?P<inside>.*)\])?", re.DOTALL)


def kind_label(kind: str) -> Text | str:
    """The word for a kind of thing."""
    return KINDS.get(kind, kind)


def thing_label(thing: Entity, plan: Plan[Any], language: Language) -> str:
    """What *thing* is called in *plan*: its level's own word, else the word for its kind."""
    if isinstance(thing, (Node, Plan)):
        return plan.phrase(cast("Node", thing).word, language)
    return in_language(kind_label(thing.ref_kind), language)


def level_words(plan: Plan[Any], form: str, language: Language) -> tuple[str, ...]:
    """The words of *plan* for its levels of one *form*, in the order in which they appear."""
    found = dict.fromkeys(it.word for it in plan.walk() if it.form == form)
    if not found:
        found = dict.fromkeys(it.word for it in plan.vocabulary if it.form == form)
    return tuple(dict.fromkeys(plan.phrase(word, language) for word in found))


def plan_words(plan: Plan[Any]) -> dict[str, Text]:
    """What sentences call one measure and one section of *plan*: ``measure``, ``section``.

    English ones use the plan's words where it has them in English. Where they speak of several,
    they speak of measures and sections: a word as printed has no plural.
    """
    top = tuple(dict.fromkeys(it.word for it in plan.outline if it.form == "section"))
    measures = "・".join(level_words(plan, "measure", "ja")) or "取組"
    sections = "・".join(top) or "区分"
    own = [plan.phrase(word, "en") for word in top]
    section = " / ".join(own) if own and all(it.isascii() for it in own) else "section"
    capital = section[:1].upper() + section[1:]
    return {
        "measure": say("measure", "{ja}", ja=measures),
        "section": say("{en}", "{ja}", en=section, ja=sections),
        "Section": say("{en}", "{ja}", en=capital, ja=sections),
    }


def level_counts(plan: Plan[Any], nodes: Iterable[Node]) -> tuple[Text, ...]:
    """How many of *nodes* are of each level, in the plan's own words and order."""
    counts = Counter(it.word for it in nodes)
    order = {level.word: at for at, level in enumerate(plan.vocabulary)}
    return tuple(
        say("{en}: {n}", "{ja}{n}件", en=plan.phrase(word, "en"), ja=word, n=counts[word])
        for word in sorted(counts, key=lambda it: order.get(it, len(order)))
    )


def value_label(field: str, value: str) -> Text | None:
    """The words for a *value* of *field* that code writes as a name; ``None`` for any other."""
    return VALUES.get(field, {}).get(value)


def field_label(name: str, of: type[Any] | None = None) -> Text | str:
    """The words for the field *name*, of the class *of* where that is known.

    ``title.en`` is the title in that language, ``phrase.en[…]`` a wording in it. A field that a
    fork's class adds keeps its name.
    """
    found = _NAME.fullmatch(name.lstrip("_"))
    if found is None:
        return name
    known = _known(found["head"], of)
    if known is None:
        return name
    inside: list[object] = []
    if found["inside"] is not None:
        inside.append(found["inside"])
    if found["part"]:
        inside.append(_LANGUAGES.get(found["part"]) or _known(found["part"], None) or found["part"])
    return say("{it} ({of})", "{it}（{of}）", it=known, of=inside) if inside else known


def _known(name: str, of: type[Any] | None) -> Text | None:
    for cls in () if of is None else of.__mro__:
        special = _SPECIAL.get((cls.__name__, name))
        if special is not None:
            return special
    return FIELDS.get(name)
