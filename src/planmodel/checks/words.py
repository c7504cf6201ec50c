"""Words for the kinds of things and for their fields, as messages use them."""

from __future__ import annotations

from typing import Final

from planmodel.text import Text, say

__all__ = ["FIELDS", "KINDS", "field_word"]

KINDS: Final[dict[str, Text]] = {
    "axis": say("axis", "軸"),
    "benchmark": say("benchmark", "比較対象の系列"),
    "department": say("department", "部署"),
    "document": say("document", "文書"),
    "figure": say("figure", "参考数値"),
    "indicator": say("indicator", "指標"),
    "law": say("law", "法令"),
    "node": say("section or measure", "節・取組"),
    "partner": say("partner", "連携先"),
    "plan": say("plan", "計画"),
    "topic": say("topic", "分類項目"),
}
"""What an id can mean."""

FIELDS: Final[dict[str, Text]] = {
    "amount": say("value", "値"),
    "baseline": say("baseline", "基準値"),
    "benchmark": say("benchmark of a target", "目標の比較対象"),
    "category": say("category", "区分"),
    "children": say("children", "下位の項目"),
    "co_departments": say("co-departments", "関係課"),
    "counted_from": say("start of the count", "累計の起算時"),
    "denominator": say("denominator", "分母"),
    "department": say("department", "担当課"),
    "departments": say("departments", "担当部署"),
    "direction": say("direction", "望ましい方向"),
    "in_force": say("day of coming into force", "施行日"),
    "law": say("legal basis", "根拠法令"),
    "lead": say("lead department", "主担当部署"),
    "measured_by": say("indicators", "指標"),
    "numerator": say("numerator", "分子"),
    "of": say("relation to another plan", "他計画との関係"),
    "parent": say("parent department", "上位の部署"),
    "partners": say("partners", "連携先"),
    "path": say("path to the target", "目標までの道筋"),
    "period": say("period", "時期"),
    "published": say("date of publication", "公表時期"),
    "sections": say("sections", "項目"),
    "source": say("source document", "出典の文書"),
    "succeeds": say("predecessors", "前身の部署"),
    "target": say("target", "目標"),
    "targets": say("targets", "目標"),
    "whole": say("whole of a target", "目標の母数"),
}
"""What a field is called."""


def field_word(name: str) -> Text:
    """The words for the field *name*; a field of a fork's own keeps its name."""
    plain = name.lstrip("_")
    return FIELDS.get(plain) or Text(plain, plain)
