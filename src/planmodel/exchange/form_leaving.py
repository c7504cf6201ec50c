"""What a plan has that the Excel form has no place for: told on its first sheet, never dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from planmodel.model.indicators import Indicator
from planmodel.model.plan import Plan
from planmodel.text import Text, say

__all__ = ["left_out"]

_LISTS: dict[str, Text] = {
    "partners": say("partners", "連携先"),
    "axes": say("crossing axes", "横断的な軸"),
    "laws": say("laws", "法令"),
    "legal_bases": say("legal bases", "根拠規定"),
    "roles": say("roles", "役割"),
    "relations": say("relations to other plans", "他計画との関係"),
    "figures": say("context figures", "関連する数値"),
    "documents": say("documents", "出典の文書"),
    "prose": say("descriptions", "説明文"),
    "translations": say("translations", "翻訳"),
    "gaps": say("gaps", "記載のない事項"),
    "ignores": say("rules switched off", "無視する規則"),
}


def left_out(plan: Plan[Any]) -> Iterator[Text]:
    """What *plan* has and the form has no place for, with how many of each."""
    for name, word in _LISTS.items():
        count = len(getattr(plan, name))
        if count:
            yield say("{what}: {n}", "{what}: {n}件", what=word, n=count)
    fields: Counter[Text] = Counter()
    for it in plan.indicators:
        fields[say("remarks on figures", "数値の注記")] += sum(bool(note) for note in _remarks(it))
        fields[say("values of what targets are held against", "比較対象の値")] += sum(
            one.baseline is not None and one.baseline.value is not None for one in it.benchmarks
        )
        fields[say("sub-series", "内訳の系列")] += len(it.parts)
        fields[say("indicators replaced", "代替された指標")] += len(it.replaces)
        fields[say("revised targets", "改定前の目標")] += sum(
            len(tuple(target.versions())) - 1 for target in it.targets
        )
    fields[say("tags", "分類")] += sum(len(it.tags) for it in plan.walk())
    fields[say("tags", "分類")] += sum(len(it.tags) for it in plan.indicators)
    fields[say("own fields", "独自の項目")] += sum(len(it.own_fields) for it in plan.vocabulary)
    for word, count in fields.items():
        if count:
            yield say("{what}: {n}", "{what}: {n}件", what=word, n=count)


def _remarks(indicator: Indicator) -> Iterator[str]:
    if indicator.baseline is not None:
        yield indicator.baseline.note
        yield indicator.baseline.method
    yield from (it.note for it in indicator.targets)
