"""The fixed words of every report, in English and Japanese."""

from __future__ import annotations

from string import Formatter
from typing import Any

from planmodel.dsl.labels import VALUES, plan_words
from planmodel.model.plan import Plan
from planmodel.reports.outlook_words import OUTLOOK_LABELS
from planmodel.text import Language, Text, filled, say

__all__ = [
    "KINDS",
    "LABELS",
    "POINTS",
    "STATES",
    "SYMBOL_WORDS",
    "labels",
    "made_with",
]

LABELS: dict[str, Text] = {
    # the page
    "skip": say("Skip to the report", "本文へ移動"),
    "contents": say("Contents", "目次"),
    "report_of": say("Progress report", "進捗状況報告"),
    "outline_only": say("Plan at a glance", "計画の概要"),
    "synthetic": say("Synthetic data", "合成データ"),
    "synthetic_banner": say(
        "This report contains synthetic data. Figures marked “synthetic” were made up to "
        "illustrate; they are not results.",
        "この報告書には合成データ（例示のために作った架空の数値）が含まれます。"
        "「合成」と付した数値は実績ではありません。",
    ),
    "synthetic_short": say(
        "Synthetic data – for illustration only", "合成データを含む – 例示であり実績ではない"
    ),
    "synthetic_mark": say("synthetic", "合成"),
    "page": say("Page", "ページ"),
    "back": say("Back to contents", "目次へ戻る"),
    "made_with": say("Made with planmodel {version}", "planmodel {version} で作成"),
    # the cover
    "status": say("Status", "計画の状態"),
    "issuer": say("Issued by", "策定者"),
    "plan_period": say("Plan period", "計画期間"),
    "published": say("Published", "公表"),
    "judged_period": say("Period judged", "評価対象期間"),
    "known_by": say("Facts known by", "判明時点"),
    "all_facts": say("all facts to hand", "手元の全データ"),
    "until_day": say("{day}", "{day}まで"),
    "rule": say("Rule of judgement", "評価ルール"),
    "rule_version": say("version {version}", "版 {version}"),
    "rule_source": say("Source of the rule", "評価ルールの出典"),
    "library": say("Software", "作成ソフトウェア"),
    "data_kind": say("Data", "データの性質"),
    "made": say("Date of the report", "作成日"),
    "edition": say("Edition of the model", "モデルの版"),
    "scope": say("Scope", "対象"),
    "scope_department": say("Part of {name} only", "{name}の担当分のみ"),
    "principle": say("Basic principle", "基本理念"),
    "no_evaluation": say("No evaluation was made.", "評価は行っていない。"),
    # the summary
    "summary": say("Summary", "概況"),
    "judged_of": say("indicators judged", "指標を評価"),
    "n_of_m": say("{n} of {m}", "{m}件中{n}件"),
    "with_counting": say("{judged}; {counting}", "{judged}（{counting}）"),
    "headline": say(
        "{n} of {m} {m:indicator|indicators} could be judged; {rest} could not.",
        "{m}件の指標のうち{n}件を評価した。{rest}件は評価できない。",
    ),
    "headline_all": say(
        "{m:The only indicator|All {m} indicators} could be judged.",
        "{m}件の指標すべてを評価した。",
    ),
    "headline_none": say(
        "{m:The only indicator could not be judged|None of the {m} indicators could be judged}.",
        "{m}件の指標のいずれも評価できない。",
    ),
    "headline_empty": say("The plan has no indicators.", "指標が設定されていない。"),
    "headline_not_own": say(
        "This department answers for none of the plan’s {all} {all:indicator|indicators}.",
        "この部署が担当する指標はない（計画全体の指標は{all}件）。",
    ),
    "grade": say("Grade", "判定"),
    "no_grades": say("Sections have no grade. {why}.", "{section}の判定はない（{why}）。"),
    "indicators_count": say("Indicators", "指標数"),
    "not_judged": say("Could not be judged", "評価できない"),
    "by_section": say("By {section}", "{section}別の状況"),
    "by_section_note": say(
        "A grade for a section stands only where enough of its indicators were judged.",
        "{section}の判定は、評価できた指標が十分にある場合にのみ示す。",
    ),
    "section": say("{Section}", "{Section}"),
    "coverage": say("Judged", "評価できた指標"),
    "why": say("Reason", "理由"),
    "no_grade": say("no grade", "判定なし"),
    # indicators
    "indicators": say("Indicators", "指標一覧"),
    "indicator": say("Indicator", "指標"),
    "no_indicators": say("There are no indicators.", "指標はない。"),
    "no_own_indicators": say("None is assigned to this department.", "担当する指標はない。"),
    "is_new": say("new", "新"),
    "department": say("Department", "担当"),
    "co_departments": say("with", "共同"),
    "baseline": say("Baseline", "基準値"),
    "actual": say("Actual", "実績"),
    "expected": say("Expected", "期待値"),
    "target": say("Target", "目標"),
    "benchmark": say("Compared with", "比較値"),
    "judgement": say("Judgement", "判定"),
    "details": say("Indicators one by one", "指標ごとの状況"),
    "details_note": say(
        "The marks in the table head are those of the chart. A dashed line is the expected path, "
        "a solid line the actual values.",
        "表の見出しの記号は図の記号に対応する。破線は期待される推移、実線は実績を示す。",
    ),
    "measures_what": say("Measurement", "種別"),
    "unit": say("Unit", "単位"),
    "direction": say("Desired direction", "望ましい方向"),
    "attached": say("Attached to", "位置づけ"),
    "stage": say("Stage", "段階"),
    "role": say("Rank", "指標区分"),
    "data_source": say("Data source", "データの出所"),
    "benchmarks": say("Benchmark", "比較対象"),
    "counted_from": say("Counted from", "累計の起点"),
    "replaces": say("Replaces", "置き換えた指標"),
    "parts": say("Sub-series", "内訳"),
    "values": say("Values", "数値"),
    "period": say("Period", "時期"),
    "chart": say("Chart", "図"),
    "no_numbers": say("There is no number to draw.", "図に示せる数値がない。"),
    "one_number": say(
        "There is too little to draw: see the table.", "図に示せる数値が少ないため、表のみを示す。"
    ),
    "reason_and_trace": say("How this was judged", "判定の根拠"),
    "steps": say("Steps", "計算の経過"),
    "formula": say("Formula", "式"),
    "standing": say("Standing", "達成状況"),
    "since": say("first reached in {period}", "{period}に初めて達成"),
    "lost_since": say("lost since {period}", "{period}から未達"),
    "kept_since": say("since {period}", "{period}から"),
    "gap": say("Still to go", "目標までの差"),
    "gap_over": say("Beyond the target by", "目標を超えた幅"),
    "change": say("Change on the year before", "前年との差"),
    "computed_grade": say("Computed grade", "計算による判定"),
    "by_hand": say("Judged by {by}: {grade}", "{by}による判定: {grade}"),
    "by_hand_on": say("Judged by {by} on {day}: {grade}", "{by}による判定（{day}）: {grade}"),
    "because": say("Reason", "理由"),
    "assumptions": say("Assumptions", "前提"),
    "state_of_value": say("State of the value", "値の状態"),
    "source": say("Source", "出典"),
    "note": say("Note", "注記"),
    "baseline_note": say("Note on the baseline", "基準値の注記"),
    "target_note": say("Note on the target", "目標の注記"),
    "revised_from": say("revised from {old}: {because}", "{old}から改定（{because}）"),
    # the outline
    "outline": say("Outline and measures", "施策体系と{measure}"),
    "measures": say("Measures", "{measure}"),
    "relisted": say("listed again", "再掲"),
    "not_stated": say("not stated", "記載なし"),
    "undecided": say("not yet decided", "未定"),
    "as_above": say("as above", "同上"),
    "none": say("none", "なし"),
    "no_children": say("Nothing stands below it.", "下位の項目はない。"),
    "no_department": say("no department named", "担当部署なし"),
    "lead": say("lead", "主担当"),
    "partners": say("Partners", "連携先"),
    "measured_by": say("Indicators", "指標"),
    "implementation": say("Implementation", "実施状況"),
    "budget": say("Budget", "予算"),
    "settlement": say("Settlement", "決算"),
    "thousand_yen": say("{n} thousand yen", "{n}千円"),
    "levels_line": say("{levels}", "{levels}"),
    "numbers_line": say(
        "{sections} {sections:section|sections} and {measures} {measures:measure|measures}",
        "{section}{sections}件、{measure}{measures}件",
    ),
    # departments
    "departments": say("By department", "担当部署別"),
    "departments_note": say(
        "Choose a department to see its indicators and measures.",
        "部署を選ぶと、担当する指標と{measure}を表示する。",
    ),
    "department_counts": say(
        "{indicators} {indicators:indicator|indicators}, {measures} {measures:measure|measures}",
        "指標{indicators}件・{measure}{measures}件",
    ),
    "department_idle": say("no indicator and no measure", "担当する指標・{measure}はない"),
    "belongs_to": say("belongs to {name}", "所属: {name}"),
    "under": say("Under", "位置づけ"),
    # what is missing
    "unjudged": say("What could not be judged", "評価できなかった指標"),
    "unjudged_note": say(
        "A missing value is not a zero: these indicators count neither as good nor as bad.",
        "値がないことは0を意味しない。次の指標は達成・未達のいずれにも数えていない。",
    ),
    "all_judged": say("Everything could be judged.", "すべての指標を評価した。"),
    "gaps": say("What the document does not state", "計画に記載のない事項"),
    "gaps_note": say(
        "“Not stated” is not “none”: the document is silent, and nothing was filled in.",
        "「記載なし」は「なし」と異なる。計画に記載がないものは補っていない。",
    ),
    "open_places": say("What is still to be decided", "未定の事項"),
    "open_places_note": say(
        "The plan is not finished here. Beside it stands what was noted down, "
        "such as the words of the plan that it started from.",
        "計画がまだ定めていない事項。書き留めてあること（出発点とした計画の記載など）を併せて示す。",
    ),
    "noted": say("Noted", "書き留めたこと"),
    "no_gaps": say("Nothing is left open.", "記載のない事項はない。"),
    "concerns": say("Concerns", "対象"),
    "what": say("Item", "事項"),
    "how_many": say("Number", "件数"),
    "whole_plan": say("the whole plan", "計画全体"),
    # the rest
    "opinions": say("Opinions and answers", "審議会等の意見と対応"),
    "opinion": say("Opinion", "意見"),
    "answer": say("Answer", "対応"),
    "no_answer": say("no answer yet", "対応は未定"),
    "context": say("Context figures", "関連する数値"),
    "figure": say("Figure", "項目"),
    "value": say("Value", "値"),
    "governance": say("Review", "評価・検証"),
    "council": say("Council", "審議機関"),
    "review": say("How often", "評価の時期"),
    "follow_up": say("What follows", "反映"),
    "relations": say("Relation to other plans", "他の計画との関係"),
    "lineage": say("Lineage", "計画・指標の系譜"),
    "lineage_indicators": say("Indicators that were replaced", "置き換えられた指標"),
    "series": say("Series", "系列の接続"),
    "roles": say("Roles", "役割分担"),
    "sources": say("Sources", "出典"),
    "documents": say("Documents", "文書"),
    "legal": say("Legal basis", "根拠法令"),
    "data": say("Sources of the values", "実績値の出典"),
    # changes
    "changes": say("Table of changes", "新旧対照表"),
    "old": say("Before", "変更前"),
    "new": say("After", "変更後"),
    "kind": say("Change", "区分"),
    "field": say("Field", "項目"),
    "no_changes": say("The two plans say the same.", "二つの計画に違いはない。"),
    "stands_under": say("stands under", "位置"),
    "changes_line": say("{n} {n:change|changes}", "変更{n}件"),
    "compared": say("Compared", "比較した計画"),
}
"""Labels by name; the ones with a place in braces are filled in while a view is built."""

KINDS: dict[str, Text] = {
    name: words for field in ("kind", "direction", "stage") for name, words in VALUES[field].items()
}
"""The words for what kind an indicator is, which way it shall go, and its stage."""

STATES = VALUES["state"]
"""How sure a value is."""

POINTS: dict[str, Text] = {
    name: LABELS[name] for name in ("baseline", "actual", "expected", "target", "benchmark")
}
"""The kinds of points in a chart, in the order of the table beside it."""

SYMBOL_WORDS: dict[str, Text] = {
    "v": say("actual", "実績値"),
    "T": say("target", "目標値"),
    "b": say("baseline", "基準値"),
    "N": say("base", "母数"),
    "e": say("expected", "期待値"),
    "p": say("year before", "前年値"),
    "k": say("years so far", "経過年数"),
    "n": say("years in all", "全年数"),
    "d": say("direction", "方向"),
}
"""What the letters in formulas stand for."""


def labels(plan: Plan[Any], language: Language) -> dict[str, str]:
    """Every label in *language* that needs no facts but the words of *plan*."""
    words = plan_words(plan)
    return {
        name: filled(text, **words).in_language(language)
        for name, text in {**LABELS, **OUTLOOK_LABELS}.items()
        if all(place in words for _, place, _, _ in Formatter().parse(text.en) if place)
    }


def made_with(language: Language) -> str:
    """Which software made a page, with its version."""
    from planmodel import __version__

    return filled(LABELS["made_with"], version=__version__).in_language(language)
