"""What each method looks at, in words, and the order of the words it judges by."""

from __future__ import annotations

from typing import Final

from planmodel.text import say

__all__ = ["CASES", "LOOKS_AT", "ORDERS", "PROFILE_LOOKS"]

LOOKS_AT: Final = {
    "ratio_to_target": say(
        "the value against the final target, whatever the year",
        "実績値を最終目標値と比べる（年次を考慮しない）",
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
