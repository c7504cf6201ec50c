"""The profile open-sdg-2.4: its limits, its scores, its substitutions and its roll-up."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import UsageError
from planmodel.evaluation import Scored, ScoreRollUp, judge_series, roll_up_scores
from planmodel.evaluation.profiles.base import Thresholds
from planmodel.evaluation.profiles.growth import closeness
from planmodel.evaluation.profiles.open_sdg import (
    WITH_TARGET,
    WITHOUT_TARGET,
    classify,
    score_with_target,
    score_without_target,
)

PROGRESS = st.floats(-20, 20)


def judge(series: Any, direction: Any = "increase", **declared: Any) -> Any:
    """The series under this profile, from 2015 unless said otherwise."""
    return judge_series(
        series, profile="open-sdg-2.4", direction=direction, **{"base_year": 2015, **declared}
    )


@pytest.mark.parametrize(
    ("progress", "without_target", "with_target"),
    [
        (0.95, "substantial_progress", "substantial_progress"),
        (math.nextafter(0.95, 0), "substantial_progress", "moderate_progress"),
        (0.6, "substantial_progress", "moderate_progress"),
        (math.nextafter(0.6, 0), "substantial_progress", "limited_progress"),
        (0.015, "substantial_progress", "limited_progress"),
        (math.nextafter(0.015, 0), "moderate_progress", "limited_progress"),
        (0.005, "moderate_progress", "limited_progress"),
        (math.nextafter(0.005, 0), "limited_progress", "limited_progress"),
        (0.0, "limited_progress", "limited_progress"),
        (-0.0, "limited_progress", "limited_progress"),
        (math.nextafter(0.0, -1), "deterioration", "deterioration"),
    ],
)
def test_a_threshold_belongs_to_the_class_above_it(
    progress: float, without_target: str, with_target: str
) -> None:
    """0.015, 0.005 and 0 without a target, 0.95, 0.6 and 0 with one, each inclusive."""
    plain, aimed = WITHOUT_TARGET, WITH_TARGET
    assert classify(progress, plain.high, plain.med, plain.low) == without_target
    assert classify(progress, aimed.high, aimed.med, aimed.low) == with_target


@pytest.mark.parametrize(
    ("progress", "score"),
    [
        (0.03, 5.0),
        (0.02, 5.0),
        (0.018, 4.0),
        (0.015, 2.5),
        (0.01, 1.25),
        (0.005, 0.0),
        (0.002, -1.5),
        (0.0, -2.5),
        (-0.01, -3.75),
        (-0.02, -5.0),
        (-0.5, -5.0),
    ],
)
def test_score_without_a_target(progress: float, score: float) -> None:
    """Four straight lines, cut at −5 and 5."""
    assert score_without_target(progress, WITHOUT_TARGET, 1.0) == pytest.approx(score, abs=1e-12)


@pytest.mark.parametrize(
    ("progress", "score"),
    [(1.0, 2.8572), (0.6, 0.00004), (0.5999, -0.00039667), (0.0, -2.5), (-0.5, -4.58335)],
)
def test_score_with_a_target(progress: float, score: float) -> None:
    """Two straight lines with the coefficients of the program, cut at −5 and 5."""
    assert score_with_target(progress, WITH_TARGET) == pytest.approx(score, abs=1e-9)
    assert score_with_target(1e9, WITH_TARGET) == 5
    assert score_with_target(-1e9, WITH_TARGET) == -5


@given(PROGRESS, st.floats(0.01, 1))
def test_a_score_lies_between_minus_five_and_five(progress: float, c: float) -> None:
    """Whatever the figure, the score stays on its scale, and its class agrees with the sign."""
    limits = Thresholds(0.015 * c, 0.005 * c, 0.0)
    assert -5 <= score_without_target(progress, limits, c) <= 5
    assert -5 <= score_with_target(progress, WITH_TARGET) <= 5


@given(PROGRESS, PROGRESS)
def test_a_better_figure_never_scores_less(one: float, other: float) -> None:
    """Both scores rise with the figure, apart from the 0.0001 the program leaves at 0.6."""
    low, high = sorted((one, other))
    assert score_without_target(low, WITHOUT_TARGET, 1.0) <= (
        score_without_target(high, WITHOUT_TARGET, 1.0) + 1e-12
    )
    assert score_with_target(low, WITH_TARGET) <= score_with_target(high, WITH_TARGET) + 1e-4


@pytest.mark.parametrize(
    ("base", "c"),
    [
        ("0", 1.0),
        ("50", 1 - 0.5**4.44),
        ("-50", 1 - 0.5**4.44),
        ("99", 1 - 0.99**4.44),
        ("100", 0.0),
        ("150", 1 - 0.5**4.44),
        ("190", 1 - 0.1**4.44),
        ("200", 1.0),
        ("201", 1.0),
    ],
)
def test_closeness_to_a_natural_limit(base: str, c: float) -> None:
    """C is 0 at the limit, 1 at zero and from twice the limit on, with the power 4.44 between."""
    assert closeness(Decimal(base), Decimal(100)) == pytest.approx(c, abs=1e-12)
    assert closeness(Decimal(base), Decimal(-100)) == pytest.approx(c, abs=1e-12)


def test_closeness_to_a_limit_of_zero_is_one() -> None:
    """A limit of zero never shrinks a threshold."""
    assert closeness(Decimal(0), Decimal(0)) == closeness(Decimal(3), Decimal(0)) == 1


def test_a_limit_shrinks_the_thresholds_and_stretches_the_score() -> None:
    """Close to the limit a small growth is already moderate progress."""
    series = [(2015, 96), (2016, Decimal("96.15"))]
    free, near = judge(series), judge(series, limit=100)
    c = 1 - 0.96**4.44
    assert (free.status, near.status) == ("limited_progress", "moderate_progress")
    assert near.coefficient == pytest.approx(c)
    assert near.score == pytest.approx(250 * near.progress / c - 1.25)
    assert "× C" in str(near.trace)


def test_a_baseline_on_the_limit_only_has_to_stay_there() -> None:
    """C is 0: no growth is substantial progress with score 5, any loss is deterioration."""
    stays = judge([(2015, 100), (2018, 100)], limit=100)
    falls = judge([(2015, 100), (2018, 99)], limit=100)
    assert (stays.status, stays.score) == ("substantial_progress", 5)
    assert falls.status == "deterioration"
    assert falls.score == pytest.approx(125 * falls.progress - 2.5)


def test_a_limit_is_ignored_where_there_is_a_target() -> None:
    """The natural limit has a meaning only without a target, and the trace says so."""
    series = [(2015, 96), (2018, 97)]
    declared: dict[str, Any] = {"target": 99, "target_year": 2030}
    with_limit = judge(series, limit=100, **declared)
    assert with_limit.score == judge(series, **declared).score
    assert with_limit.coefficient is None
    assert "limit is ignored" in str(with_limit.trace)


def test_a_target_equal_to_the_baseline_gives_no_ratio() -> None:
    """No growth is required, so there is no figure; the reason says so."""
    judged = judge([(2015, 60), (2018, 58)], target=60, target_year=2030)
    assert (judged.status, judged.progress) == ("not_available", None)
    assert judged.reason.code == "no_required_growth"


def test_reached_is_tested_even_where_nothing_can_be_computed() -> None:
    """One value at the target is target achieved; the trace keeps why there is no figure."""
    judged = judge([(2020, 60)], target=60, target_year=2030)
    assert (judged.status, judged.score, judged.progress) == ("target_achieved", 5, None)
    assert judged.reason is None
    assert "at least one year after" in str(judged.trace)


@pytest.mark.parametrize(("direction", "best"), [("increase", 61), ("decrease", 59)])
def test_the_target_itself_is_reached(direction: str, best: int) -> None:
    """At the target, or on its good side, is achieved; one step short is not."""
    declared: dict[str, Any] = {"target": 60, "target_year": 2030}
    for value in (60, best):
        judged = judge([(2015, 50), (2018, value)], direction, **declared)
        assert judged.status == "target_achieved"
    judged = judge([(2015, 70), (2018, 120 - best)], direction, **declared)
    assert judged.status != "target_achieved"


def test_the_trace_names_the_formula() -> None:
    """Growth alone without a target, over what the target asks for with one; a score last."""
    points = [(2015, 10), (2020, 12)]
    alone = judge(points, direction="increase", base_year=2015, target_year=2030)
    aimed = judge(points, direction="increase", base_year=2015, target_year=2030, target=20)
    assert ": s·d·g(v, b) = " in str(alone.trace)
    assert ": s·d·g(v, b)/|g(T, b)| = " in str(aimed.trace)
    assert "Score, −5 to 5" in str(alone.trace).splitlines()[-1]
    unknown = judge([], direction="increase", base_year=2015, target_year=2030)
    assert "Score" not in str(unknown.trace)


def test_the_trace_tells_why_a_reached_target_has_no_figure() -> None:
    """A flat series on its target: reached, and no growth was required."""
    flat = judge([(2015, 60), (2020, 60)], target=60, target_year=2030)
    assert "Progress — the target equals the baseline" in str(flat.trace)
    assert "v ≥ T = yes" in str(flat.trace)
    falling = judge([(2015, 60), (2020, 50)], "decrease", target=40, target_year=2030)
    assert "v ≤ T = no" in str(falling.trace)


def test_a_reason_is_said_once() -> None:
    """Where there is no result, the last step says why, and no other."""
    lost = judge([(2015, 60), (2020, 50)], target=60, target_year=2030)
    assert str(lost.trace).count("the target equals the baseline") == 1


def test_a_negative_baseline_turns_the_sign() -> None:
    """From −20 to −10 is a rise, although the ratio falls."""
    rise = judge([(2015, -20), (2018, -10)])
    fall = judge([(2015, -20), (2018, -30)])
    assert (rise.sign, rise.status) == (-1, "substantial_progress")
    assert rise.progress == pytest.approx(1 - 0.5 ** (1 / 3))
    assert (fall.sign, fall.status) == (-1, "deterioration")


def test_a_change_of_sign_has_no_growth_rate() -> None:
    """Baseline and value on different sides of zero: not assessable, with the reason."""
    judged = judge([(2015, 20), (2018, -10)], "decrease")
    assert (judged.status, judged.reason.code) == ("not_available", "sign_change")
    assert (judged.base, judged.current) == (20, -10)


def test_a_target_across_zero_uses_the_size_of_the_complex_root_and_says_so() -> None:
    """As the published program has it; the trace warns that the root is complex."""
    judged = judge([(2015, -20), (2019, -10)], target=5, target_year=2030)
    root = complex(-0.25) ** (1 / 15)
    assert judged.required_growth == pytest.approx(abs(root - 1))
    assert "complex root" in str(judged.trace)
    assert "複素数" in judged.trace.in_language("ja")


def test_a_baseline_of_zero_is_replaced_and_said() -> None:
    """0 becomes 0.001 in this profile, in the result and in the trace."""
    judged = judge([(2015, 0), (2018, 5)])
    assert judged.base == Decimal("0.001")
    assert "0 is replaced by 0.001" in str(judged.trace)


def test_a_baseline_year_without_a_value_takes_the_next_later_one() -> None:
    """Never an earlier one."""
    judged = judge([(2013, 9), (2017, 10), (2020, 12)], base_year=2015)
    assert (judged.base_year, judged.base) == (2017, 10)


def test_no_value_from_the_base_year_on_is_not_assessable() -> None:
    """A series that ends before its base year has no baseline."""
    judged = judge([(2012, 9), (2013, 10)])
    assert (judged.status, judged.reason.code) == ("not_available", "base_not_observed")
    assert judged.current == 10


def test_a_target_year_before_the_baseline_that_was_found_is_not_assessable() -> None:
    """The base year asked for is earlier, the one with a value is not."""
    judged = judge([(2021, 9), (2023, 10)], target=20, target_year=2021)
    assert judged.reason.code == "target_year_not_later"


def test_thresholds_can_be_declared() -> None:
    """An override changes the class and the line the score is read from."""
    series = [(2015, 100), (2016, 102)]
    assert judge(series).status == "substantial_progress"
    assert judge(series, thresholds={"high": "0.03"}).status == "moderate_progress"
    assert judge(series, thresholds={"high": 0.04, "med": 0.03}).status == "limited_progress"
    strict = judge(series, thresholds={"high": 0.06, "med": 0.05, "low": 0.04})
    assert (strict.status, strict.score) == ("deterioration", pytest.approx(0))


def test_a_declared_threshold_itself_belongs_to_the_class_above_it() -> None:
    """Also in the score, where the lines no longer meet."""
    strict = Thresholds(0.012, 0.007, 0.001)
    assert score_without_target(0.012, strict, 1.0) == pytest.approx(1.0)
    assert score_without_target(0.007, strict, 1.0) == pytest.approx(0.5)
    assert score_without_target(0.001, strict, 1.0) == pytest.approx(-2.0)
    assert score_with_target(0.5, Thresholds(0.9, 0.5, 0.0)) == pytest.approx(-0.71425)


def test_nothing_is_said_to_be_replaced_that_was_not() -> None:
    """Without a zero there is no step of that kind."""
    for more in ({}, {"target": 20, "target_year": 2030}):
        assert "replaced" not in str(judge([(2015, 5), (2018, 6)], **more).trace)


def test_values_after_the_current_year_are_not_used() -> None:
    """The judged year can be set back, as though the series ended there."""
    series = [(2015, 100), (2018, 101), (2022, 150)]
    judged, short = judge(series, current_year=2020), judge(series[:2])
    assert (judged.current, judged.current_year) == (101, 2018)
    assert (judged.progress, judged.score) == (short.progress, short.score)
    assert judge(series, current_year=2022).current == 150


@pytest.mark.parametrize(
    ("score", "status"),
    [
        (5, "substantial_progress"),
        (2.5, "substantial_progress"),
        (math.nextafter(2.5, 0), "moderate_progress"),
        (0, "moderate_progress"),
        (math.nextafter(0, -1), "limited_progress"),
        (-2.5, "limited_progress"),
        (math.nextafter(-2.5, -5), "deterioration"),
        (-5, "deterioration"),
    ],
)
def test_the_class_of_a_mean_score(score: float, status: str) -> None:
    """2.5, 0 and −2.5, each inclusive."""
    assert roll_up_scores([Scored(score, "x")]).status == status


def test_a_group_is_averaged_first_to_any_depth() -> None:
    """(1 + (3 + (5 + 5)/2)/2)/2, not the mean of four."""
    five = Scored(5, "target_achieved")
    rolled = roll_up_scores([Scored(1, "x"), [Scored(3, "x"), [five, five]]])
    assert rolled.score == 2.5
    assert (rolled.scored, rolled.series) == (4, 4)
    again = roll_up_scores([Scored(1, "x"), roll_up_scores([Scored(3, "x"), (five, five)])])
    assert (again.score, again.series) == (2.5, 4)


def test_achieved_only_where_every_scored_series_achieved() -> None:
    """A series without a score does not stand in the way; one that has not achieved does."""
    achieved, open_ = Scored(5, "target_achieved"), Scored(None, "not_available")
    assert roll_up_scores([achieved, [achieved, open_]]).status == "target_achieved"
    assert roll_up_scores([achieved, [Scored(5, "substantial_progress")]]).status == (
        "substantial_progress"
    )
    assert str(roll_up_scores([achieved, open_])) == "target achieved (1 of 2 series)"
    inner = roll_up_scores([achieved])
    assert roll_up_scores([inner, achieved]).status == "target_achieved"
    inner = roll_up_scores([Scored(5, "substantial_progress")])
    assert roll_up_scores([inner, achieved]).status == "substantial_progress"


def test_nothing_scored_is_not_available() -> None:
    """An empty roll-up is not zero: it says that nothing had a score."""
    for parts in ([], [[]], [Scored(None, "not_available")]):
        rolled = roll_up_scores(parts)
        assert (rolled.score, rolled.status, rolled.scored) == (None, "not_available", 0)
        assert rolled.reason is not None
        assert rolled.reason.code == "nothing_scored"


def test_judged_series_roll_up_as_they_are() -> None:
    """The results of judge_series go in directly, and how many of how many is said."""
    judged = [judge([(2015, 100), (2018, 101)]), judge([])]
    rolled = roll_up_scores(judged)
    assert isinstance(rolled, ScoreRollUp)
    assert rolled.score == pytest.approx(judged[0].score)
    assert rolled.in_language("ja").endswith("（2系列中1系列）")
    assert "1 of 2 series" in str(rolled.trace)


def test_bad_parts_of_a_roll_up_are_all_named() -> None:
    """What has no score, what is not finite, and what is nested without end."""
    with pytest.raises(UsageError) as caught:
        roll_up_scores([3, Scored(math.nan, "x"), [Scored(1, "x"), "abc"]])  # type: ignore[list-item]
    assert [problem.where for problem in caught.value.problems] == [
        "parts[0]",
        "parts[1]",
        "parts[2][1]",
    ]
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(UsageError, match="nested too deeply"):
        roll_up_scores(endless)
    with pytest.raises(UsageError, match="are no series"):
        roll_up_scores("abc")  # type: ignore[arg-type]
    deep: Any = Scored(1, "x")
    for _ in range(99):
        deep = [deep]
    assert roll_up_scores([deep]).score == 1
    with pytest.raises(UsageError, match="nested too deeply"):
        roll_up_scores([[deep]])
    for score in (True, "1", 10**400, Decimal("sNaN")):
        with pytest.raises(UsageError, match="has no score"):
            roll_up_scores([Scored(score, "x")])  # type: ignore[arg-type]


def test_the_trace_of_a_mean_lists_the_scores_that_exist() -> None:
    """A series without a score is counted and not listed."""
    rolled = roll_up_scores([Scored(3, "x"), Scored(None, "not_available"), Scored(4, "x")])
    text = str(rolled.trace)
    assert "[scores = 3.0, 4.0]" in text
    assert "None" not in text
    assert "2 of 3 series have a score" in text


def test_groups_nested_too_deeply_do_not_hide_the_next_problem() -> None:
    """All that is wrong is named at once."""
    deep: Any = [Scored(1, "x")]
    for _ in range(101):
        deep = [deep]
    with pytest.raises(UsageError) as caught:
        roll_up_scores([deep, "no score"])  # type: ignore[list-item]
    assert [str(it.what) for it in caught.value.problems] == [
        "the groups are nested too deeply",
        "'no score' has no score",
    ]


def test_no_change_is_zero_without_a_sign() -> None:
    """Where less is wanted and nothing changes, the figures are 0 and not −0."""
    judged = judge([(2015, 100), (2020, 100)], "decrease")
    assert math.copysign(1, judged.progress) == 1
    assert "-0.0" not in str(judged.trace)
