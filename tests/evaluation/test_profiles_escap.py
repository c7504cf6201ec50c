"""The profile escap: logits, projection, the two indices and their classes."""

from __future__ import annotations

import math
import sys
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from planmodel.evaluation import judge_series
from planmodel.evaluation.points import Points
from planmodel.evaluation.profiles.base import Call
from planmodel.evaluation.profiles.escap import ANTICIPATED, CURRENT, PROFILE, logit_slope
from planmodel.evaluation.profiles.growth import BEYOND_RANGE

DECLARED: dict[str, Any] = {
    "target": 80,
    "base_year": 2015,
    "current_year": 2020,
    "target_year": 2030,
    "bounds": (0, 100),
}


def judge(series: Any, direction: Any = "increase", **declared: Any) -> Any:
    """The series under this profile, on 0 to 100 towards 80 unless said otherwise."""
    return judge_series(series, profile="escap", direction=direction, **{**DECLARED, **declared})


def points(*pairs: tuple[int, float]) -> Points:
    """The pairs as a sorted series."""
    return Points(tuple(year for year, _ in pairs), tuple(value for _, value in pairs))


def logit(share: float) -> float:
    """ln(u/(1 − u))."""
    return math.log(share / (1 - share))


@pytest.mark.parametrize(
    ("index", "now", "then"),
    [
        (10, "On-track", "Will meet target"),
        (math.nextafter(9, 10), "On-track", "Will meet target"),
        (9, "Slow progress", "Need to accelerate"),
        (math.nextafter(0, 1), "Slow progress", "Need to accelerate"),
        (0, "Regression", "No progress expected"),
        (-3, "Regression", "No progress expected"),
    ],
)
def test_a_limit_belongs_to_the_class_below_it(index: float, now: str, then: str) -> None:
    """More than 9, more than 0, and the rest."""
    assert (CURRENT.find(index), ANTICIPATED.find(index)) == (now, then)


def test_the_slope_is_the_mean_of_the_yearly_changes() -> None:
    """Each pair counts once, whatever its length."""
    slope = logit_slope(points((2010, 20), (2012, 30), (2013, 25)), 0, 100)
    first = (logit(0.3) - logit(0.2)) / 2
    assert slope == pytest.approx((first + logit(0.25) - logit(0.3)) / 2)


@pytest.mark.parametrize("years", [(2010, 2011, 2013, 2016), (2010, 2012, 2013, 2016)])
def test_the_pairs_of_uneven_years_are_averaged_also_where_one_has_the_mean_length(
    years: tuple[int, ...],
) -> None:
    """It is the mean over pairs, not the change from first to last over the whole span."""
    values = (20, 30, 25, 60)
    slopes = [
        (logit(values[i + 1] / 100) - logit(values[i] / 100)) / (years[i + 1] - years[i])
        for i in range(3)
    ]
    slope = logit_slope(points(*zip(years, values, strict=True)), 0, 100)
    assert slope == pytest.approx(sum(slopes) / 3)
    assert slope != pytest.approx((logit(0.6) - logit(0.2)) / 6)


def test_a_pair_beyond_the_bounds_is_left_out_of_the_mean() -> None:
    """20, 120, 30, 40 year after year: only the step from 30 to 40 has a change."""
    slope = logit_slope(points((2015, 20), (2016, 120), (2017, 30), (2018, 40)), 0, 100)
    assert slope == pytest.approx(logit(0.4) - logit(0.3))


@pytest.mark.parametrize(
    ("series", "end"), [([(2015, 1), (2016, 99)], 100), ([(2015, 99), (2016, 1)], 0)]
)
def test_a_steep_slope_ends_on_the_bound_however_far_it_leads(series: Any, end: int) -> None:
    """No year is too far ahead or back to be projected."""
    judged = judge(series, base_year=1900, current_year=2017, target_year=2200)
    assert (judged.anticipated, judged.base) == (end, 100 - end)


def test_an_observed_year_is_taken_as_it_was_seen() -> None:
    """No projection where there is a value, and the trace says which is which."""
    judged = judge([(2015, 20), (2020, 50)])
    assert (judged.base, judged.current) == (20, 50)
    assert judged.current_status_index == pytest.approx(10 * 30 / 60)
    assert judged.current_status == "Slow progress"
    expected = 100 / (1 + math.exp(-(logit(0.5) + 10 * (logit(0.5) - logit(0.2)) / 5)))
    assert judged.anticipated == pytest.approx(expected)
    assert judged.anticipated_progress_index == 10
    assert judged.anticipated_status == "Will meet target"
    assert "observed" in str(judged.trace)
    assert "projected with the slope" in str(judged.trace)


def test_an_observed_target_year_counts_as_observed() -> None:
    """The value at a year is the observation there, in the target year as well."""
    judged = judge([(2015, 20), (2020, 50), (2030, 40)])
    assert judged.anticipated == 40
    assert judged.anticipated_progress_index == pytest.approx(10 * 20 / 60)


def test_the_slope_leads_backwards_too() -> None:
    """A base year before the first value is projected."""
    judged = judge([(2017, 30), (2019, 40)])
    slope = (logit(0.4) - logit(0.3)) / 2
    assert judged.base == pytest.approx(100 / (1 + math.exp(-(logit(0.4) - 4 * slope))))


def test_bounds_set_the_scale() -> None:
    """On 10 to 60 the value 20 is a fifth of the way."""
    judged = judge([(2015, 20), (2017, 35)], bounds=(10, 60), target=50)
    slope = (logit(0.5) - logit(0.2)) / 2
    assert judged.slope == pytest.approx(slope)
    assert judged.current == pytest.approx(10 + 50 / (1 + math.exp(-3 * slope)))


def test_a_wanted_fall_turns_the_index() -> None:
    """d·(v − b)/|T − b| with d = −1."""
    judged = judge([(2015, 60), (2020, 50)], "decrease", target=20)
    assert judged.current_status_index == pytest.approx(2.5)
    assert judge([(2015, 60), (2020, 70)], "decrease", target=20).current_status == "Regression"
    assert judge([(2015, 60), (2020, 20)], "decrease", target=20).current_status_index == 10


@pytest.mark.parametrize(
    ("direction", "series", "target", "now", "then"),
    [
        ("increase", [(2015, 20), (2020, 50)], 80, "slow progress", "will meet the target"),
        ("decrease", [(2015, 50), (2020, 60)], 20, "regression", "no progress expected"),
    ],
)
def test_each_index_stands_beside_its_class(
    direction: Any, series: Any, target: int, now: str, then: str
) -> None:
    """The trace names the class of both indices, in both languages."""
    judged = judge(series, direction, target=target)
    lines = str(judged.trace).splitlines()
    assert next(it for it in lines if "Current status index" in it).endswith(f"— {now}")
    assert next(it for it in lines if "Anticipated progress index" in it).endswith(f"— {then}")
    in_japanese = judged.trace.in_language("ja")
    assert f"— {judged.status_label.ja}" in in_japanese


def test_score_is_the_current_index() -> None:
    """The status and the score of the result are those of the current year."""
    judged = judge([(2015, 20), (2020, 50)])
    assert (judged.score, judged.status) == (judged.current_status_index, judged.current_status)
    assert judged.progress is None


@pytest.mark.parametrize(
    "series",
    [
        [(2015, 20), (2018, 100)],
        [(2015, 0), (2018, 20)],
        [(2015, 0), (2016, 50), (2018, 60)],
        [(2015, 100), (2016, 50), (2018, 60)],
        [(2015, 100), (2018, 100)],
        [(2015, 0), (2016, 50), (2018, 100)],
        [(2015, 0), (2016, 50), (2018, 0)],
        [(2015, 120), (2018, 20)],
        [(2015, 20), (2016, 30), (2018, 120)],
    ],
)
def test_without_a_finite_slope_the_last_value_stands(series: Any) -> None:
    """Values on a bound have an infinite logit, values beyond it none."""
    judged = judge(series, target=130)
    assert judged.slope is None
    assert judged.anticipated == series[-1][1]
    assert "there is no finite slope" in str(judged.trace)


def test_values_beyond_the_bounds_are_counted_in_the_trace() -> None:
    """A wrong scale does not pass unnoticed."""
    judged = judge([(2015, 120), (2018, 20), (2019, 130)])
    assert "outside the bounds, without a logit: 2 of 3 values" in str(judged.trace)
    assert "上下限の外にあり、ロジットを計算できない値: 3個中2個" in judged.trace.in_language("ja")
    for series in ([(2015, 0), (2018, 20)], [(2015, 20), (2018, 100)]):
        assert "outside the bounds" not in str(judge(series).trace)


@pytest.mark.parametrize(
    "series", [[(2015, 0), (2018, 20)], [(2015, 20), (2018, 120)], [(2015, 90)]]
)
def test_a_slope_that_does_not_exist_has_its_reason_beside_it(series: Any) -> None:
    """The step of the slope has a value or says why it has none, in both languages."""
    for language in ("en", "ja"):
        lines = judge(series).trace.in_language(language).splitlines()
        step = next(line for line in lines if "ΔL/Δy" in line)
        assert "—" in step


@pytest.mark.parametrize(
    ("values", "n"), [((0, 20, 30), 1), ((0, 20, 100), 2), ((20, 100, 100, 100, 30), 3)]
)
def test_values_on_a_bound_are_counted_in_the_trace(values: tuple[int, ...], n: int) -> None:
    """Both bounds count, and no value between them."""
    shown = str(judge(list(enumerate(values, start=2015))).trace)
    assert f"on a bound, with an infinite logit: {n} of {len(values)} values" in shown


def test_why_there_is_no_slope_depends_on_how_many_values_there_are() -> None:
    """One value tells of no change; of two, one on a bound tells of no finite one."""
    one, two = (str(judge(it).trace) for it in ([(2015, 90)], [(2015, 0), (2018, 20)]))
    alone = "only one value, so nothing is known about the change"
    assert (alone in one, alone in two) == (True, False)
    assert ("so there is no finite slope" in one, "so there is no finite slope" in two) == (
        False,
        True,
    )
    for shown in (one, two):
        assert "the last value: there is no finite slope" in shown


@given(st.integers(1, 99), st.sampled_from(["increase", "decrease"]), st.lists(st.integers(1, 99)))
def test_a_series_that_ends_where_it_began_stays_there_exactly(
    value: int, direction: Any, between: list[int]
) -> None:
    """With values year after year nothing moves, and a last value on the target has index 10."""
    series = list(enumerate([value, *between, value], start=2016))
    last = series[-1][0]
    judged = judge(series, direction, target=value, current_year=last + 1, target_year=last + 5)
    assert judged.slope == 0
    assert judged.base == judged.current == judged.anticipated == value
    assert judged.current_status_index == judged.anticipated_progress_index == 10
    assert "there is no change" in str(judged.trace)


@given(st.integers(1, 500), st.integers(1, 400))
def test_nine_tenths_of_the_way_are_not_more(start: int, step: int) -> None:
    """The index of observed values is exact, so exactly 9 is slow progress and 9.1 is on track."""
    base = Decimal(start) / 10
    target, value = base + step, base + Decimal(9 * step) / 10
    judged = judge([(2015, base), (2020, value)], target=target)
    assert (judged.current_status_index, judged.current_status) == (9, "Slow progress")
    more = judge([(2015, base), (2020, base + Decimal(91 * step) / 100)], target=target)
    assert more.current_status == "On-track"


def test_a_met_target_is_not_explained_by_the_formula_of_the_way() -> None:
    """The step says what gave 10."""
    assert "x ≥ T → 10 = 10.0" in str(judge([(2015, 50), (2020, 85)]).trace)
    assert "10·d·(x − b)/|T − b| = " in str(judge([(2015, 50), (2020, 60)]).trace)


def test_one_value_says_nothing_about_change() -> None:
    """Insufficient data, unless that value already meets the target."""
    judged = judge([(2018, 40)])
    assert (judged.status, judged.reason.code) == ("not_available", "one_point")
    assert judged.current_status == judged.anticipated_status == "Insufficient data"
    assert judged.current_status_index is judged.anticipated_progress_index is None
    reached = judge([(2018, 80)])
    assert reached.current_status_index == reached.anticipated_progress_index == 10
    assert reached.reason is None


def test_an_index_is_refused_where_no_float_can_hold_it() -> None:
    """The largest float itself is still an index; one more than that is beyond the range."""
    largest = int(sys.float_info.max)
    for size, refused in ((largest, False), (largest + 1, True)):
        value = Decimal(f"-{size}e-10")
        judged = judge([(2015, 0), (2020, value)], target=Decimal("1e-9"), bounds=(-1, 1))
        assert judged.current_status_index == (None if refused else -sys.float_info.max)
        assert judged.reason is (BEYOND_RANGE if refused else None)


def test_an_empty_series_is_no_data() -> None:
    """Not an error."""
    judged = judge([])
    assert (judged.status, judged.current_status) == ("not_available", "No data")
    assert judged.reason.code == "no_data"
    assert "change of the logit" not in str(judged.trace)


@pytest.mark.parametrize("lacking", DECLARED)
def test_nothing_is_judged_without_all_that_the_method_needs(lacking: str) -> None:
    """One entry missing, and neither index is made up from the others."""
    whole = Call(
        points((2015, 20), (2020, 50)), "increase", Decimal(80), 2030, 2015,
        current_year=2020, bounds=(Decimal(0), Decimal(100)),
    )  # fmt: skip
    assert PROFILE.judge(whole).current_status == "Slow progress"
    judged = PROFILE.judge(evolve(whole, **{lacking: None}))
    assert (judged.status, judged.score) == ("not_available", None)
    assert judged.current_status == judged.anticipated_status == "No data"


def test_a_baseline_on_the_target_gives_no_index() -> None:
    """The distance is zero: not assessable once the target is lost."""
    judged = judge([(2015, 80), (2020, 70)])
    assert (judged.status, judged.reason.code) == ("not_available", "base_is_target")
    assert judged.current_status == "Insufficient data"
    assert "baseline equals the target" in str(judged.trace)


@given(
    st.lists(st.integers(1, 99), min_size=2, max_size=6),
    st.integers(1, 99),
    st.integers(1, 50),
    st.integers(-50, 50),
)
def test_a_change_of_unit_changes_nothing(
    values: list[int], target: int, factor: int, shift: int
) -> None:
    """Value, target and bounds times a factor plus a shift give the same indices."""
    series = list(enumerate(values, start=2015))
    moved = [(year, factor * value + shift) for year, value in series]
    one = judge(series, target=target)
    # A projection that lands on the target lands a last digit beside it on another scale.
    for value in (one.base, one.current, one.anticipated):
        assume(abs(float(value) - target) > 1e-6)
    other = judge(
        moved, target=factor * target + shift, bounds=(shift, Decimal(100 * factor + shift))
    )
    for name in ("current_status_index", "anticipated_progress_index"):
        here, there = getattr(one, name), getattr(other, name)
        assert (here is None) == (there is None)
        assert here is None or here == pytest.approx(there, rel=1e-6, abs=1e-6)


def test_a_baseline_that_is_the_target_is_the_reason_of_the_index_that_is_missing() -> None:
    """The current value meets the target, the projected one does not, and nothing lies between."""
    judged = judge([(2015, 50), (2019, 60), (2020, 40)], target=50, current_year=2019)
    assert (judged.current_status_index, judged.reason) == (10, None)
    assert judged.anticipated_progress_index is None
    assert judged.progress_reason.code == "base_is_target"
    line = str(judged.trace).splitlines()[6]
    assert line.endswith(f"insufficient data: {judged.progress_reason.reason}")
    assert f"データ不足（{judged.progress_reason.reason.ja}）" in judged.trace.in_language("ja")
