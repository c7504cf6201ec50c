"""Why something cannot be judged: every reason has a code of its own and a sentence."""

from __future__ import annotations

from typing import Final

from planmodel.dsl.absences import besides, is_undecided
from planmodel.evaluation.outcome import NotAssessable
from planmodel.model.absence import Missing, NotStated
from planmodel.text import say

__all__ = ["ANY_REASON", "REASONS", "codes_of", "target_absent"]

ANY_REASON: Final = "any"
"""The word of a rule for all other reasons."""

REASONS: Final[dict[str, NotAssessable]] = {}
"""Every reason of the measures, the grades and the roll-up, by its code."""


def _reason(code: str, en: str, ja: str) -> NotAssessable:
    REASONS[code] = NotAssessable(code, say(en, ja))
    return REASONS[code]


NO_VALUE = _reason(
    "no_value",
    "there is no value; a missing value is not a zero",
    "実績値がない（欠測は0ではない）",
)
NO_TARGET = _reason("no_target", "there is no numeric target", "数値目標がない")
NO_BASELINE = _reason("no_baseline", "there is no baseline", "基準値がない")
NO_BASE = _reason(
    "no_base",
    "the base (the size of the whole) is missing",
    "母数（全体の大きさ）がない",
)
VALUE_IS_SHARE = _reason(
    "value_is_share",
    "the value is a percentage: it is a share already, and no base divides it again",
    "実績値が百分率で、すでに割合であるため、母数でさらに割ることはしない",
)
NO_EXPECTED = _reason(
    "no_expected",
    "the year has no expected value",
    "その年の期待値がない",
)
NO_PREVIOUS = _reason("no_previous", "there is no value of the year before", "前年の実績値がない")
NO_TIME = _reason(
    "no_time",
    "the years of the baseline, the value or the target are not known",
    "基準値・実績値・目標値のいずれかの年が分からない",
)
NO_ELAPSED = NotAssessable(
    NO_TIME.code,
    say(
        "the time from the baseline to the value (elapsed) is not known",
        "基準値から実績値までの期間（elapsed）が分からない",
    ),
)
NO_DURATION = NotAssessable(
    NO_TIME.code,
    say(
        "the time from the baseline to the target (duration) is not known",
        "基準値から目標値までの期間（duration）が分からない",
    ),
)
NO_DIRECTION = _reason(
    "no_direction",
    "nothing declares whether more or less is better",
    "増加と減少のどちらが望ましいかが宣言されていない",
)
NO_CONVENTION = _reason(
    "no_convention",
    "less is better, and the rule declares no convention for that",
    "減少が望ましい指標だが、評価ルールにその計算方法の定めがない",
)
NO_PATH = _reason(
    "no_path",
    "neither an expected value nor the shape of the path is declared",
    "期待値も目標までの道筋（直線・等比）も定められていない",
)
TARGET_ZERO = _reason(
    "target_zero",
    "the target is 0, and nothing can be divided by it",
    "目標値が0のため、比率を計算できない",
)
VALUE_ZERO = _reason(
    "value_zero",
    "the value is 0, and nothing can be divided by it",
    "実績値が0のため、比率を計算できない",
)
BASE_ZERO = _reason(
    "base_zero",
    "the base is 0, and nothing can be divided by it",
    "母数が0のため、割合を計算できない",
)
BASELINE_ZERO = _reason(
    "baseline_zero",
    "the baseline is 0, and nothing can be divided by it",
    "基準値が0のため、比率を計算できない",
)
PREVIOUS_ZERO = _reason(
    "previous_zero",
    "the value of the year before is 0, and nothing can be divided by it",
    "前年の値が0のため、比率を計算できない",
)
EXPECTED_ZERO = _reason(
    "expected_zero",
    "the expected value is 0, and nothing can be divided by it",
    "期待値が0のため、比率を計算できない",
)
TARGET_IS_BASELINE = _reason(
    "target_is_baseline",
    "the target equals the baseline: there is no way to go",
    "目標値が基準値と同じで、進むべき幅がない",
)
EXPECTED_IS_BASELINE = _reason(
    "expected_is_baseline",
    "the expected value equals the baseline: no change was expected yet",
    "期待値が基準値と同じで、まだ変化が見込まれていない",
)
BASELINE_BEYOND_TARGET = _reason(
    "baseline_beyond_target",
    "the baseline was already on the good side of the target: "
    "the ratio would grow while things get worse",
    "基準値がすでに目標を超えているため、悪化するほど数値が大きくなってしまう",
)
BASELINE_BEYOND_EXPECTED = _reason(
    "baseline_beyond_expected",
    "the baseline was already on the good side of the expected value: "
    "the ratio would grow while things get worse",
    "基準値がすでに期待値を超えているため、悪化するほど数値が大きくなってしまう",
)
NO_TIME_ELAPSED = _reason(
    "no_time_elapsed",
    "the value is of the baseline's own year: no time has passed",
    "実績値が基準年のもので、まだ時間が経過していない",
)
BEFORE_BASELINE = _reason(
    "before_baseline",
    "the value is of a time before the baseline",
    "実績値が基準年より前のものである",
)
TARGET_NOT_AFTER_BASELINE = _reason(
    "target_not_after_baseline",
    "the target year is not after the baseline year",
    "目標年が基準年より後でない",
)
TARGET_YEAR_PASSED = _reason(
    "target_year_passed",
    "the target year has come: no time is left",
    "目標年に達しており、残りの期間がない",
)
NO_GROWTH_RATE = _reason(
    "no_growth_rate",
    "a growth rate needs a baseline and a target that are both above or both below 0",
    "伸び率は、基準値と目標値がともに正またはともに負でなければ計算できない",
)
RUNNING_TOTAL = _reason(
    "running_total",
    "the rule does not say whether a running total is judged net of its baseline "
    "(net_of_baseline = true or false)",
    "累計の指標を、基準値を差し引いて評価するかどうかが評価ルールに定められていない"
    "（net_of_baseline = true または false）",
)
NOT_COVERED = _reason(
    "not_covered",
    "fewer parts were assessed than the rule demands",
    "評価できたものの割合が、評価ルールの定める下限に満たない",
)
NOTHING_ASSESSED = _reason(
    "nothing_assessed",
    "none of the parts could be assessed",
    "評価できたものが一つもない",
)
NO_PARTS = _reason("no_parts", "there is nothing to roll up", "集約する対象がない")
NO_SCORE = _reason(
    "no_score",
    "its grade counts nothing in this roll-up",
    "この集約では、その評定に点数の定めがない",
)
NO_NUMBER = _reason(
    "no_number",
    "its grade stands on no number that could count in this roll-up",
    "その評定には、この集約に算入できる数値がない",
)
NO_GROUP = _reason(
    "no_group",
    "none of the groups counts in this roll-up",
    "この集約に算入できるまとまりがない",
)
NO_MAIN_PART = _reason(
    "no_main_part",
    "none of the parts is marked as a main one",
    "主要な指標として示されたものがない",
)
NO_WEIGHT = _reason(
    "no_weight",
    "the weights of the assessed parts add up to 0",
    "評価できたものの重みの合計が0である",
)
WEIGHT_NOT_DECLARED = _reason(
    "weight_not_declared",
    "no weight is declared for some of the parts",
    "重みの定められていないものがある",
)
NOT_JUDGED_YET = _reason(
    "not_judged_yet",
    "the rule leaves the judgement to people, and nobody has given it yet",
    "人が判定する定めだが、まだ判定がない",
)
NO_BENCHMARK = _reason(
    "no_benchmark",
    "the series it is compared with has no value for the same period",
    "比較する系列に同じ期の値がない",
)
DISCONTINUED = _reason("discontinued", "it was discontinued", "中止された")
PENDING = _reason("pending", "the figures are still being compiled", "集計中である")
NOT_KNOWN = _reason("not_known", "the value cannot be known", "値を把握できない")
NOT_SURVEYED = _reason(
    "not_surveyed", "there was no survey that year", "その年は調査が行われていない"
)
NOT_PUBLISHED = _reason(
    "not_published", "the value is not published yet", "値がまだ公表されていない"
)
NOT_A_NUMBER = _reason(
    "not_a_number", "the value is words, not a number", "値が数ではなく言葉である"
)
OTHER_UNIT = _reason(
    "other_unit",
    "the value is given in another unit than that of the indicator",
    "実績値の単位が指標の単位と違う",
)
INCREMENTS_INCOMPLETE = _reason(
    "increments_incomplete",
    "only increments are known, and the running total before them is not",
    "増分だけが分かっていて、それ以前の累計が分からない",
)
TARGET_NOT_STATED = _reason("target_not_stated", "the target is not stated", "目標の記載がない")
TARGET_BETWEEN = _reason(
    "target_between",
    "the target is a range: it is met or not, without a ratio",
    "目標が範囲で示されており、比率では評価できない（達成か否かのみ）",
)
TARGET_SEVERAL = _reason(
    "target_several",
    "several conditions are due together: all are met or not, without a ratio",
    "同じ期限の条件が複数あり、比率では評価できない（すべてを満たすか否かのみ）",
)
TARGET_MILESTONE = _reason(
    "target_milestone",
    "the target is something to be done, not a number",
    "目標が数値ではなく事項である",
)
TARGET_NO_NUMBER = _reason(
    "target_no_number", "the plan sets no number", "計画が数値目標を設けていない"
)

_WIDER: Final = {
    "value_is_share": "no_base",
    **dict.fromkeys(
        (
            "discontinued",
            "pending",
            "not_known",
            "not_surveyed",
            "not_published",
            "not_a_number",
            "other_unit",
            "increments_incomplete",
        ),
        "no_value",
    ),
    **dict.fromkeys(
        (
            "target_not_stated",
            "target_between",
            "target_several",
            "target_milestone",
            "target_no_number",
        ),
        "no_target",
    ),
}


def target_absent(absence: Missing | NotStated) -> NotAssessable:
    """That there is no target, with the reason: the plan is silent, or has not decided yet."""
    if not is_undecided(absence.reason):
        text = say(
            "the target is not stated ({why})", "目標の記載がない（{why}）", why=absence.reason
        )
    elif besides(absence.reason):
        text = say(
            "the target is not yet decided ({why})",
            "目標が未定である（{why}）",
            why=besides(absence.reason),
        )
    else:
        text = say("the target is not yet decided", "目標が未定である")
    return NotAssessable(TARGET_NOT_STATED.code, text)


def codes_of(code: str) -> tuple[str, ...]:
    """*code*, then the wider one that it is a case of: ``pending`` is a case of ``no_value``."""
    return (code, _WIDER[code]) if code in _WIDER else (code,)
