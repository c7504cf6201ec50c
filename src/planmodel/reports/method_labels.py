"""The fixed words of the page on which methods stand side by side."""

from __future__ import annotations

from planmodel.text import Text, say

__all__ = ["METHOD_LABELS"]

METHOD_LABELS: dict[str, Text] = {
    "methods_title": say("Methods compared", "評価手法の比較"),
    "methods_lead": say(
        "The same figures of the same year, judged by several methods. Every method keeps its own "
        "words and its own number.",
        "同じ年度の同じ数値を複数の手法で評価した。判定の言葉と数値は各手法のものをそのまま示す。",
    ),
    "methods": say("Methods", "評価手法"),
    "n_methods": say("{n} {n:method|methods}", "{n}手法"),
    "headline": say(
        "The methods disagree on {n} of {m} {m:indicator|indicators}.",
        "{m}件中{n}件の指標で、手法により評価が分かれた。",
    ),
    "headline_agree": say(
        "The methods agree on {m:the only indicator|all {m} indicators} that two or more of them "
        "judged.",
        "二つ以上の手法で評価できた{m}件の指標で、評価はおおむね一致した。",
    ),
    "headline_none": say(
        "No indicator has verdicts of two methods.", "二つ以上の手法で評価できた指標はない。"
    ),
    "disagree_unit": say("indicators judged differently", "件の指標で評価が分かれた"),
    "verdict_table": say("Verdicts", "判定の一覧"),
    "method": say("Method", "手法"),
    "agreement": say("Agreement", "一致"),
    "apart": say("split", "分かれる"),
    "agree": say("agree", "おおむね一致"),
    "alone": say("–", "–"),
    "signs_note": say(
        "▲ upper, ◆ middle, ▼ lower third of the method's own order of verdicts. Verdicts count as "
        "split where they stand half an order or more apart. — with a letter: no verdict, for the "
        "reason of that letter.",
        "▲は各手法の段階の上位、◆は中位、▼は下位を示す。段階の位置が全体の半分以上離れるとき"
        "「分かれる」とする。「—」は判定がないことを示し、添えた英字はその理由の記号である。",
    ),
    "upper": say("upper", "上位"),
    "middle": say("middle", "中位"),
    "lower": say("lower", "下位"),
    "no_verdict": say("no verdict", "判定なし"),
    "per_method": say("By method", "手法別の内訳"),
    "judged_count": say("judged", "評価"),
    "why_apart": say("Where they disagree, and why", "評価が分かれた指標とその理由"),
    "why_apart_note": say(
        "The best and the worst verdict, and what lies between them.",
        "最も良い判定と最も厳しい判定を挙げ、差が生じる理由を示す。",
    ),
    "silences": say("Where a method gives no verdict, and why", "判定がない手法とその理由"),
    "silences_note": say(
        "A method that does not say how such an indicator is judged is not stretched to fit it.",
        "手法に定めのないものは、推測で補わず判定なしとした。",
    ),
    "every_indicator": say("every indicator", "すべての指標"),
    "reason": say("Reason", "理由"),
    "about_methods": say("The methods", "各手法について"),
    "looks_at": say("What it looks at", "何を見るか"),
    "number": say("Number", "数値"),
    "verdicts": say("Verdicts, best first", "判定の段階（良い順）"),
    "version": say("Version", "版"),
    "by": say("by", "手法"),
    "swipe": say("The table scrolls sideways.", "表は横に動かせる。"),
}
"""Labels by name; the ones with a place in braces are filled in while the view is built."""
