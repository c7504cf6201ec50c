"""Names of fields and kinds for people."""

from __future__ import annotations

from typing import Final

from planmodel.text import Text, say

__all__ = ["field_label", "kind_label"]

_KINDS: Final[dict[str, Text]] = {
    "axis": say("axis", "軸"),
    "benchmark": say("benchmark", "比較対象の系列"),
    "department": say("department", "部署"),
    "document": say("document", "文書"),
    "figure": say("figure", "参考数値"),
    "indicator": say("indicator", "指標"),
    "law": say("law", "法令"),
    "node": say("item of the outline", "体系の項目"),
    "partner": say("partner", "連携先"),
    "plan": say("plan", "計画"),
    "topic": say("topic", "分類項目"),
}

_FIELDS: Final[dict[str, Text]] = {
    "axes": say("crossing axes", "体系と交わる分類"),
    "amount": say("amount", "数値"),
    "article": say("article", "条項"),
    "baseline": say("baseline", "基準値"),
    "category": say("category", "区分"),
    "children": say("what stands under it", "下位の項目"),
    "co_departments": say("co-owners", "共管部署"),
    "counted_from": say("counted from", "累計の起点"),
    "data_source": say("source of data", "データの出所"),
    "date": say("date", "日付"),
    "denominator": say("denominator", "分母"),
    "department": say("department", "担当部署"),
    "departments": say("departments", "担当部署"),
    "direction": say("desired direction", "望ましい方向"),
    "gaps": say("what is left open", "記載のない事項"),
    "generic": say("stands for many", "総称"),
    "governance": say("governance", "推進体制"),
    "group": say("group", "分類"),
    "ignores": say("ignored rules", "無視する規則"),
    "in_force": say("in force", "施行"),
    "is_new": say("new", "新規"),
    "issuer": say("issuer", "策定主体"),
    "kind": say("kind", "種別"),
    "language": say("language", "言語"),
    "lead": say("lead", "主管部署"),
    "legal_bases": say("legal bases", "根拠法令"),
    "measured_by": say("indicators", "指標"),
    "name": say("name", "名称"),
    "note": say("note", "備考"),
    "number": say("number", "番号"),
    "numerator": say("numerator", "分子"),
    "own_units": say("own units", "独自の単位"),
    "parent": say("belongs to", "上位"),
    "partners": say("partners", "連携先"),
    "parts_add_up": say("parts add up", "内訳の合計が一致"),
    "path": say("path", "推移の形"),
    "period": say("period", "期間"),
    "phrase": say("phrase", "語句の訳"),
    "principle": say("principle", "基本理念"),
    "promulgated": say("promulgated", "公布"),
    "prose": say("description", "説明"),
    "published": say("published", "公表"),
    "publisher": say("publisher", "発行者"),
    "relations": say("relations to other plans", "他計画との関係"),
    "replaces": say("replaces", "前身の指標"),
    "role": say("role", "役割"),
    "roles": say("roles", "役割分担"),
    "sections": say("outline", "体系"),
    "source": say("source", "出典"),
    "stage": say("stage", "段階"),
    "status": say("status", "状態"),
    "succeeds": say("succeeds", "前身"),
    "tags": say("topics", "分類"),
    "targets": say("targets", "目標値"),
    "title": say("title", "名称"),
    "unit": say("unit", "単位"),
    "url": say("address", "URL"),
    "valid_from": say("valid from", "設置日"),
    "valid_to": say("valid to", "廃止日"),
    "version": say("version", "版"),
    "word": say("level", "階層の語"),
}


def kind_label(kind: str) -> Text | str:
    """The word for a kind of thing."""
    return _KINDS.get(kind, kind)


def field_label(name: str) -> Text | str:
    """The word for a field; ``title.en`` is the title in that language."""
    head, _, rest = name.partition(".")
    known = _FIELDS.get(head.partition("[")[0])
    if known is None:
        return name
    inside = rest or head.partition("[")[2].rstrip("]")
    return say("{it} ({of})", "{it}（{of}）", it=known, of=inside) if inside else known
