"""The words that cells of the Excel form choose from, and the marks that mean something in it."""

from __future__ import annotations

from typing import Final

from planmodel.text import Text, say

__all__ = [
    "DIRECTIONS",
    "FORMS",
    "KINDS",
    "LANGUAGES",
    "LEVEL_FORMS",
    "MARK",
    "MERGED",
    "NOT_STATED",
    "SAME",
    "SCOPES",
    "TOP",
    "YEARS",
]

MARK: Final = say("yes", "○")
SAME: Final = say("same", "同上")
TOP: Final = say("(top)", "（最上位）")
NOT_STATED: Final = say("not stated", "記載なし")

KINDS: Final[dict[str, Text]] = {
    "stock": say("level at a time", "現在値"),
    "flow": say("amount in a year", "年間"),
    "cumulative": say("running total", "累計"),
}
DIRECTIONS: Final[dict[str, Text]] = {
    "increase": say("increase", "増加"),
    "decrease": say("decrease", "減少"),
    "maintain": say("maintain", "維持"),
}
FORMS: Final[dict[str, Text]] = {
    "at_least": say("at least", "以上"),
    "at_most": say("at most", "以下"),
    "more_than": say("more than", "超"),
    "less_than": say("less than", "未満"),
    "range": say("range", "範囲"),
    "baseline": say("change on baseline", "基準値比の増減"),
    "previous_year": say("change on last year", "前年比の増減"),
    "other_at_least": say("at least another", "比較対象以上"),
    "other_at_most": say("at most another", "比較対象以下"),
    "all_of": say("all of", "すべて"),
    "milestone": say("milestone", "事項"),
    "rank": say("rank", "順位"),
    "no_number": say("no number", "数値目標なし"),
}
SCOPES: Final[dict[str, Text]] = {
    "by": say("by then", "期限まで"),
    "every_year": say("every year", "毎年度"),
    "keep": say("keep", "維持"),
}
LEVEL_FORMS: Final[dict[str, Text]] = {
    "plan": say("plan", "計画"),
    "section": say("section", "項目"),
    "measure": say("measure", "取組"),
}
YEARS: Final[dict[str, Text]] = {
    "fiscal": say("fiscal years", "年度"),
    "calendar": say("calendar years", "暦年"),
}
MERGED: Final[dict[str, Text]] = {
    "rows": say("holds for all rows of the merged cells", "結合した行すべてに当てはまる"),
    "first": say("holds for the first cell only", "先頭のセルだけの値とする"),
}
LANGUAGES: Final[dict[str, Text]] = {
    "ja": say("Japanese", "日本語"),
    "en": say("English", "英語"),
}
