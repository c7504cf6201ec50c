"""What each method looks at, in words, and the order of the words it judges by."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from planmodel.text import Text, say

__all__ = [
    "CASES",
    "FROM_ZERO",
    "LOOKS_AT",
    "ORDERS",
    "PROFILE_LOOKS",
    "PROFILE_NUMBERS",
    "PROFILE_VIEWS",
    "VIEWS",
    "VIEW_TITLES",
    "View",
]

View: TypeAlias = Literal["level", "change", "growth", "bounds", "cases", "other"]
"""What a method sees of an indicator: the value itself, its change, a growth rate, …"""

VIEW_TITLES: Final[dict[View, Text]] = {
    "level": say("The value itself", "実績値そのものを見る"),
    "change": say("The change since the baseline", "基準値からの変化を見る"),
    "cases": say("Conditions in order", "条件に順に当てはめる"),
    "growth": say("Growth rates", "伸び率を見る"),
    "bounds": say("Distance to natural limits", "上下限までの距離を見る"),
    "other": say("Other", "その他"),
}
"""The views in the order in which a table shows them."""

VIEWS: Final[dict[str, View]] = {
    "ratio_to_target": "level",
    "ratio_to_expected": "level",
    "share_of_base": "level",
    "gap": "level",
    "gap_to_expected": "level",
    "pace_ratio": "change",
    "progress_from_baseline": "change",
    "change_from_baseline": "change",
    "change_rate_from_baseline": "change",
    "improvement_from_baseline": "change",
}
"""What a rule sees that grades the number of a measure."""

PROFILE_VIEWS: Final[dict[str, View]] = {
    "open-sdg-2.4": "growth", "eustat": "growth", "escap": "bounds",
}  # fmt: skip

FROM_ZERO: Final = say(
    "the value against what was expected by this year, on a straight line that starts at 0",
    "実績値を、0から目標値へ引いた直線上のその年の値と比べる",
)
PROFILE_NUMBERS: Final = {
    "open-sdg-2.4": say("a score from −5 to 5", "得点（−5〜5）"),
    "eustat": say("a score from −5 to 5", "得点（−5〜5）"),
    "escap": say("an index: 10 is the target, 0 the baseline", "指数（10が目標、0が基準値）"),
}

LOOKS_AT: Final = {
    "ratio_to_target": say(
        "the value against the target printed for the year, or else the final target, whatever "
        "the year",
        "実績値を、その年の目標値（記載がなければ、年次を考慮せず最終目標値）と比べる",
    ),
    "ratio_to_expected": say(
        "the value against what was expected by this year",
        "実績値をその年の期待値と比べる",
    ),
    "pace_ratio": say(
        "the change since the baseline against the change expected by this year",
        "基準値からの変化量を、その年までに見込んだ変化量と比べる",
    ),
    "progress_from_baseline": say(
        "the change since the baseline against the whole way to the target",
        "基準値からの変化量を、目標までの全体の幅と比べる",
    ),
}
PROFILE_LOOKS: Final = {
    "open-sdg-2.4": say(
        "the yearly growth rate so far against the rate that leads to the target",
        "これまでの年平均伸び率を、目標に届く伸び率と比べる",
    ),
    "eustat": say(
        "the yearly growth rate so far against the rate that leads to the target, "
        "with the Basque statistics office's thresholds",
        "これまでの年平均伸び率を、目標に届く伸び率と比べる（バスク統計局のしきい値）",
    ),
    "escap": say(
        "the way covered so far, on a logit scale between natural bounds",
        "自然な上下限の間のロジット尺度で、これまでに進んだ割合を見る",
    ),
}
CASES: Final = say(
    "the first of several conditions that holds", "複数の条件のうち最初に当てはまるもの"
)

ORDERS: Final[dict[str, tuple[str, ...]]] = {
    "open-sdg-2.4": (
        "target_achieved", "substantial_progress", "moderate_progress", "limited_progress",
        "deterioration",
    ),
    "eustat": (
        "significant_progress", "moderate_progress", "no_progress", "moderate_deterioration",
        "significant_deterioration",
    ),
    "escap": ("On-track", "Slow progress", "Regression"),
}  # fmt: skip
