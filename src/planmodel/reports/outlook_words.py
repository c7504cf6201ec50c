"""The fixed words of the outlook: nothing of it is said without saying that it is approximate."""

from __future__ import annotations

from planmodel.text import Text, say

__all__ = ["OUTLOOK_LABELS", "REASONS"]

OUTLOOK_LABELS: dict[str, Text] = {
    "outlook": say("Outlook (approximate)", "見通し（概算）"),
    "outlook_note": say(
        "Computed from the values so far and nothing else; no forecast. The band spans three "
        "simple projections: no further change, the pace since the baseline, and the recent trend "
        "fading out. The chance takes the years to come to be like those so far, and the cases of "
        "a count to be independent, which makes it look surer than it is. What is planned or "
        "known beside the values plays no part.",
        "これまでの実績値だけから機械的に計算した概算であり、予測ではない。見込みの幅は、"
        "最新値のまま・基準年からの平均ペース・直近の傾向が次第に弱まる場合の三つを含む。"
        "達成の確率は、今後もこれまでと同様に推移すると仮定した場合のもので、件数については"
        "一件ごとに独立と仮定するため、実際より確かに見えることがある。"
        "今後予定する取組や社会情勢の変化は考慮していない。",
    ),
    "band_year": say("Band in the target year", "目標年度の見込みの幅"),
    "pace": say("Pace a year", "年当たりのペース"),
    "pace_observed": say("so far", "実績"),
    "pace_required": say("needed", "必要"),
    "at_this_pace": say("At this pace", "このままのペースでの到達"),
    "chance": say("Chance of the target", "目標達成の確率"),
    "arrives": say("At this pace reached in {year}", "このままのペースで{year}に到達"),
    "a_year": say("a year", "／年"),
    "chance_short": say("chance", "達成の確率"),
    "from_to": say("{low} to {high}", "{low}〜{high}"),
    "unchanged": say("unchanged at {value}", "{value}のまま"),
    "impossible": say(
        "a projection; part of it lies outside what is possible",
        "計算上の値で、実際には取り得ない範囲を含む",
    ),
    "no_chance": say("not given ({why})", "示さない（{why}）"),
    "reached": say("target reached already", "すでに目標に到達"),
    "in_time": say("target reached in time", "目標年度までに到達"),
    "late": say("target reached later", "目標年度より後に到達"),
    "never": say("target not reached", "到達しない"),
    "unknown": say("cannot be said", "見通しを示せない"),
    "headline": say(
        "An outlook can be given for {shown} of {m} {m:indicator|indicators}. At the pace so far, "
        "{n} would reach the target in time. This is no certainty.",
        "{m}件の指標のうち{shown}件は見通しを示せる。これまでのペースが続くと、そのうち{n}件が"
        "目標年度までに目標に到達する計算になる（確実なものではない）。",
    ),
    "headline_nothing": say(
        "No outlook can be given for any indicator.", "見通しを示せる指標はない。"
    ),
    "no_outlook": say("No outlook", "見通しを示せない指標"),
    "no_outlook_short": say("none", "示せない"),
}
"""Labels by name; the ones with a place in braces are filled in while a view is built."""

REASONS: dict[str, Text] = {
    "target_year_passed": say("the target year has come", "目標年度に達している"),
    "too_few_values": say("it needs at least 4 values", "4つ以上の値が必要"),
}
"""Reasons of the outlook in words for a report, by their codes."""
