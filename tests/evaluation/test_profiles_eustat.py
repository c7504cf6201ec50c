"""The profile eustat: its limits, its scores and where it looks for a baseline."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.evaluation import judge_series
from planmodel.evaluation.profiles.eustat import with_target, without_target

GOOD, FAIR, NONE = "significant_progress", "moderate_progress", "no_progress"
POOR, BAD = "moderate_deterioration", "significant_deterioration"


def judge(series: Any, direction: Any = "increase", **declared: Any) -> Any:
    """The series under this profile, from 2015 unless said otherwise."""
    return judge_series(
        series, profile="eustat", direction=direction, **{"base_year": 2015, **declared}
    )


@pytest.mark.parametrize(
    ("progress", "status"),
    [
        (math.nextafter(0.01, 1), GOOD),
        (0.01, FAIR),
        (math.nextafter(0.001, 1), FAIR),
        (0.001, NONE),
        (0.0, NONE),
        (-0.001, NONE),
        (math.nextafter(-0.001, -1), POOR),
        (-0.01, POOR),
        (math.nextafter(-0.01, -1), BAD),
    ],
)
def test_classes_without_a_target(progress: float, status: str) -> None:
    """Rising limits are exclusive, falling ones inclusive."""
    assert without_target(progress, 1.0)[0] == status


@pytest.mark.parametrize(
    ("progress", "status"),
    [
        (math.nextafter(0.95, 1), GOOD),
        (0.95, FAIR),
        (math.nextafter(0.6, 1), FAIR),
        (0.6, POOR),
        (0.0, POOR),
        (math.nextafter(0.0, -1), BAD),
    ],
)
def test_classes_with_a_target(progress: float, status: str) -> None:
    """0.95 and 0.6 belong to the class below them, 0 to the one above."""
    assert with_target(progress)[0] == status


@pytest.mark.parametrize(
    ("progress", "c", "score"),
    [
        (0.004, 1.0, 1.0),
        (0.004, 0.5, 2.0),
        (-0.004, 0.5, -1.0),
        (0.02, 1.0, 5.0),
        (0.0199, 1.0, 4.975),
        (-0.0199, 1.0, -4.975),
        (-0.03, 1.0, -5.0),
        (0.0, 1.0, 0.0),
        (0.0, 0.0, 5.0),
        (-0.004, 0.0, -1.0),
    ],
)
def test_score_without_a_target(progress: float, c: float, score: float) -> None:
    """250p, its positive part divided by C, between −5 and 5."""
    assert without_target(progress, c)[1] == pytest.approx(score)


def test_a_limit_shrinks_only_the_rising_limits() -> None:
    """With C = 0.5 a growth of 0.6% is significant, and the falling limits stay."""
    assert without_target(0.006, 0.5)[0] == GOOD
    assert without_target(0.0006, 0.5)[0] == FAIR
    assert without_target(-0.0009, 0.5)[0] == NONE
    assert without_target(-0.009, 0.5)[0] == POOR
    assert without_target(0.0, 0.0) == (GOOD, 5.0)


@pytest.mark.parametrize(
    ("progress", "score"),
    [
        (1.31, 5.0),
        (1.3, 5.0),
        (1.29, 0.69 * 5 / 0.7),
        (0.6, 0.0),
        (0.59, 1.19 * 5 / 1.2 - 5),
        (0.0, -2.5),
        (-0.59, 0.01 * 5 / 1.2 - 5),
        (-0.6, -5.0),
        (-7.0, -5.0),
    ],
)
def test_score_with_a_target(progress: float, score: float) -> None:
    """Two slopes that meet at 0.6, flat beyond 1.3 and −0.6."""
    assert with_target(progress)[1] == pytest.approx(score, abs=1e-12)


@given(st.floats(-1e6, 1e6), st.floats(0, 1))
def test_a_score_lies_between_minus_five_and_five(progress: float, c: float) -> None:
    """Whatever the figure and the limit."""
    assert -5 <= without_target(progress, c)[1] <= 5
    assert -5 <= with_target(progress)[1] <= 5


@pytest.mark.parametrize(
    ("years", "found"),
    [
        ((2013, 2014, 2015, 2016, 2017, 2020), 2015),
        ((2013, 2014, 2016, 2017, 2020), 2016),
        ((2013, 2014, 2017, 2020), 2014),
        ((2013, 2017, 2020), 2017),
        ((2013, 2018, 2020), 2013),
    ],
)
def test_baseline_is_the_nearest_year_the_later_one_first(
    years: tuple[int, ...], found: int
) -> None:
    """In the order 0, +1, −1, +2, −2."""
    judged = judge([(year, year) for year in years])
    assert (judged.base_year, judged.base) == (found, found)


def test_no_value_within_two_years_is_not_assessable() -> None:
    """A year further away is never taken for the baseline."""
    judged = judge([(2012, 5), (2018, 6)], target=7, target_year=2030)
    assert (judged.status, judged.reason.code) == ("not_available", "base_not_observed")


def test_a_met_target_needs_no_baseline() -> None:
    """Met is met, also where no value lies near the base year; the trace says why there is no p."""
    judged = judge({2019: 46.7, 2025: 0.0005}, "decrease", target=1, target_year=2030)
    assert (judged.status, judged.score, judged.progress) == (GOOD, 5, None)
    assert judged.reason is None
    assert judged.progress_reason.code == "base_not_observed"
    assert "Progress — there is no value that can serve as the baseline" in str(judged.trace)
    unmet = judge({2019: 46.7, 2025: 2}, "decrease", target=1, target_year=2030)
    assert str(unmet.trace).count("can serve as the baseline") == 1


def test_a_met_target_is_significant_progress_whatever_the_figure() -> None:
    """The figure is still reported, and the trace says that it did not decide."""
    judged = judge([(2015, 5), (2020, 6)], "decrease", target=25, target_year=2030)
    assert (judged.status, judged.score) == (GOOD, 5)
    assert judged.progress < 0
    assert "whatever the growth" in str(judged.trace)
    assert judge([(2015, 25)], "decrease", target=25, target_year=2030).status == GOOD


@pytest.mark.parametrize(
    ("series", "declared", "code"),
    [
        ([(2015, 0), (2020, 5)], {}, "zero_base"),
        ([(2015, 5)], {}, "too_short"),
        ([], {}, "no_data"),
        ([(2015, 5), (2020, -5)], {}, "sign_change"),
        ([(2015, 5), (2020, 4)], {"target": 5, "target_year": 2030}, "no_required_growth"),
        ([(2016, 5), (2020, 4)], {"target": 6, "target_year": 2016}, "target_year_not_later"),
    ],
)
def test_not_assessable_has_its_own_reason(series: Any, declared: Any, code: str) -> None:
    """No zero is replaced here, and every gap in the data has a name."""
    judged = judge(series, **declared)
    assert (judged.status, judged.score, judged.progress) == ("not_available", None, None)
    assert judged.reason.code == code


def test_the_ratio_is_that_of_the_two_growth_rates() -> None:
    """From 100 to 121 in two years towards 110 a year: 1.1 − 1 over the required rate."""
    judged = judge([(2015, 100), (2017, 121)], target=200, target_year=2025)
    assert judged.growth == pytest.approx(0.1)
    assert judged.required_growth == pytest.approx(2**0.1 - 1)
    assert judged.progress == pytest.approx(0.1 / (2**0.1 - 1))
    assert "|g(T, b)|" in str(judged.trace)


def test_values_after_the_current_year_are_not_used() -> None:
    """The judged year can be set back, as though the series ended there."""
    judged = judge([(2015, 100), (2018, 101), (2022, 150)], current_year=2018)
    assert (judged.current, judged.current_year) == (101, 2018)


def test_one_year_is_enough() -> None:
    """From the year after the baseline on there is a figure."""
    judged = judge([(2015, 100), (2016, 101)])
    assert judged.progress == pytest.approx(0.01)
    assert judged.sign == 1


def test_the_trace_says_only_what_is_so() -> None:
    """Met or not met, in the wanted direction, and no word of a target where there is none."""
    plain = str(judge([(2015, 100), (2018, 101)]).trace)
    assert "whatever the growth" not in plain
    assert "Target reached" not in plain
    declared: dict[str, Any] = {"target": 50, "target_year": 2030}
    rising = str(judge([(2015, 20), (2018, 30)], "increase", **declared).trace)
    falling = str(judge([(2015, 90), (2018, 80)], "decrease", **declared).trace)
    assert "v ≥ T = no" in rising
    assert "v ≤ T = no" in falling
    assert "whatever the growth" not in rising + falling


@pytest.mark.parametrize(
    ("base", "target", "crossing"),
    [(20, 50, False), (0.5, 20, False), (50, 0, False), (-20, 5, True), (20, -5, True)],
)
def test_only_a_crossing_of_zero_is_called_one(
    base: float, target: float, *, crossing: bool
) -> None:
    """The complex root is named where baseline and target differ in sign, and nowhere else."""
    series = [(2015, base), (2018, base * 1.01)]
    direction = "increase" if target > base else "decrease"
    judged = judge(series, direction, target=target, target_year=2030)
    assert ("complex root" in str(judged.trace)) is crossing


def test_a_limit_is_ignored_where_there_is_a_target() -> None:
    """The coefficient belongs to growth without a target."""
    series = [(2015, 50), (2020, 60)]
    assert judge(series, limit=100).coefficient is not None
    aimed = judge(series, limit=100, target=90, target_year=2030)
    assert aimed.coefficient is None
    assert aimed.progress == judge(series, target=90, target_year=2030).progress


@pytest.mark.parametrize("target", [None, 90])
def test_a_trace_ends_with_the_score_where_there_is_one(target: int | None) -> None:
    """And with the class where there is none."""
    scored = judge([(2015, 50), (2020, 60)], target=target, target_year=2030)
    assert str(scored.trace).splitlines()[-1].split(". ")[1].startswith("Score, −5 to 5 = ")
    unscored = judge([(2015, 50), (2015, None)], target=target, target_year=2030)
    assert unscored.score is None
    assert "Score" not in str(unscored.trace)
    met = judge([(2015, 50), (2020, 95)], target=90, target_year=2030)
    assert "whatever the growth" in str(met.trace)
    assert "whatever the growth" not in str(scored.trace)


def test_no_change_is_zero_without_a_sign() -> None:
    """Where less is wanted and nothing changes, the figures are 0 and not −0."""
    judged = judge([(2015, 100), (2020, 100)], "decrease")
    assert math.copysign(1, judged.progress) == 1
    assert "-0.0" not in str(judged.trace)
