"""What the letters of formulas stand for, and when a measure is not assessable, in words."""

from __future__ import annotations

from typing import Final

from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.facts import SYMBOLS
from planmodel.text import Text, say

__all__ = ["PAGES", "REFUSED_WHERE", "letters_of", "refused_where"]

_LETTERS: Final = {
    "v": say("the value", "実績値"),
    "T": say("the target", "目標値"),
    "b": say("the baseline", "基準値"),
    "N": say("the base, the size of the whole", "母数（全体の大きさ）"),
    "e": say(
        "the value expected for the year, printed or on the path",
        "その年の期待値（記載された値、または経路上の値）",
    ),
    "p": say("the value of the year before", "前年の実績値"),
    "k": say(
        "the time from the baseline to the value, in years", "基準値から実績値までの期間（年）"
    ),
    "n": say(
        "the time from the baseline to the target, in years", "基準値から目標値までの期間（年）"
    ),
    "d": say("+1 where more is better, −1 where less is", "増加が望ましければ+1、減少なら−1"),
}

PAGES: Final = {
    "ratio_to_target": "ratio-to-target",
    "ratio_to_expected": "ratio-to-expected",
    "pace_ratio": "pace-ratio",
    "progress_from_baseline": "progress-from-baseline",
    "share_of_base": "share-of-base",
    **dict.fromkeys(
        ("expected_linear", "expected_linear_from_zero", "expected_geometric"), "expected-values"
    ),
    "elapsed_share": "elapsed-share",
    **dict.fromkeys(("observed_pace", "required_pace"), "pace"),
    "gap": "gap",
    "gap_to_expected": "gap-to-expected",
    **dict.fromkeys(
        (
            "change",
            "change_rate",
            "ratio_to_previous",
            "improvement",
            "change_from_baseline",
            "change_rate_from_baseline",
            "improvement_from_baseline",
        ),
        "change",
    ),
}
"""The page of the documentation about each measure; a page may tell of several."""

REFUSED_WHERE: Final[dict[str, Text]] = {
    "ratio-to-target": say(
        "no value, no target, T = 0, v = 0 under `T/v`; under `(b-v)/(b-T)` what that measure "
        "refuses.",
        "実績値がない、目標値がない、T = 0、`T/v`でv = 0、`(b-v)/(b-T)`でその計算ができない場合。",
    ),
    "ratio-to-expected": say(
        "no value, neither an expected value nor a path, e = 0, v = 0 under `T/v`, and what the "
        "path refuses; under `(b-v)/(b-T)` no baseline, e = b, or a baseline already beyond e, "
        "whatever the line starts from.",
        "実績値がない、期待値も経路もない、e = 0、`T/v`でv = 0、経路の値が求められない場合。"
        "`(b-v)/(b-T)`では、基準値がない、e = b、基準値がすでにeを超えている場合"
        "（直線の起点によらない）。",
    ),
    "pace-ratio": say(
        "no value, no baseline, neither an expected value nor a path, e = b, baseline already "
        "beyond the expected value; on a straight line (from the baseline or from 0) also T = b "
        "and baseline already beyond the target; on the line from the baseline, no time elapsed.",
        "実績値がない、基準値がない、期待値も経路もない、e = b、基準値がすでに期待値を超えている"
        "場合。直線（基準値または0から）では、T = b、基準値がすでに目標値を超えている場合も。"
        "基準値からの直線では、経過期間がない場合も。",
    ),
    "progress-from-baseline": say(
        "no value, no baseline, no target, T = b, baseline already on the good side of T.",
        "実績値・基準値・目標値のいずれかがない、T = b、基準値がすでに目標値より良い場合。",
    ),
    "share-of-base": say("no value, no base, N = 0.", "実績値がない、母数がない、N = 0の場合。"),
    "expected-values": say(
        "no target, no baseline before the target year (the line from 0 needs none), unknown "
        "years, a target year not after the baseline year, a value from before the baseline; for "
        "the geometric path b·T ≤ 0.",
        "目標値がない、目標年より前で基準値がない（0からの直線を除く）、年が分からない、目標年が"
        "基準年より後でない、実績値が基準年より前である場合。等比の経路ではb·T ≤ 0の場合も。",
    ),
    "elapsed-share": say(
        "unknown years, a target year not after the baseline year, a time before the baseline.",
        "年が分からない、目標年が基準年より後でない、基準年より前の時点である場合。",
    ),
    "pace": say(
        "no value, no baseline or no target, unknown years, y = y_b for the observed pace, "
        "y ≥ y_T for the required one.",
        "実績値がない、基準値または目標値がない、年が分からない場合。これまでの変化ではy = y_b、"
        "今後必要な変化ではy ≥ y_Tの場合も。",
    ),
    "gap": say("no value, no target.", "実績値がない、目標値がない場合。"),
    "gap-to-expected": say(
        "no value, neither an expected value nor a path, and what the path refuses.",
        "実績値がない、期待値も経路もない、経路の値が求められない場合。",
    ),
    "change": say(
        "no value, no value of the year before or no baseline; for the rates and the ratio p = 0 "
        "or b = 0.",
        "実績値がない、前年の実績値または基準値がない場合。増減率と前年度比ではp = 0またはb = 0の"
        "場合も。",
    ),
}
"""When the measures of a page are not assessable, word for word as the page says it."""


def letters_of(name: str) -> tuple[tuple[str, Text], ...]:
    """The letters in the formula of the measure *name*, each with its meaning."""
    spec = MEASURES[name]
    letters = [SYMBOLS[it] for it in spec.needs]
    return tuple((it, _LETTERS[it]) for it in (*letters, *(["d"] if "d·" in spec.formula else [])))


def refused_where(name: str) -> Text:
    """When the measure *name* is not assessable."""
    return REFUSED_WHERE[PAGES[name]]
