"""The outlook: bands, paces, arrival and probability, and when there is none."""

from __future__ import annotations

import decimal
import math
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import PlanmodelError, UsageError
from planmodel.evaluation import (
    Band,
    NotAssessable,
    Outlook,
    Probability,
    probability_of_count,
    probability_of_share,
    probability_of_value,
    series_outlook,
)
from planmodel.evaluation.points import Points, read_points
from planmodel.evaluation.projection import arrival, band, damped_value, pace_since, short

KAGOSHIMA = [(2017, 947), (2021, 784)]
LONG = [(2016, 50), (2017, 54), (2018, 55), (2019, 60), (2020, 61)]


def points(*pairs: tuple[int, Any]) -> Points:
    """The pairs, read and sorted."""
    return read_points(pairs, [])


def look(series: Any, **declared: Any) -> Outlook:
    """The outlook towards 70 in 2024, more being better, from 2016 unless said otherwise."""
    usual: dict[str, Any] = {
        "target": 70,
        "target_year": 2024,
        "base_year": 2016,
        "direction": "increase",
        "years": "fiscal",
    }
    return series_outlook(series, **{**usual, **declared})


def test_what_is_not_known_is_told_once_and_in_whole_sentences() -> None:
    """Without values there is one line; one pace without the other has its reason."""
    empty = look([])
    assert str(empty) == "FY2024: there is no value; a missing value is not a zero"
    assert empty.in_language("ja") == "2024年度の見通し: 実績値がない（欠測は0ではない）"
    assert "None" not in str(empty.trace)
    one = look([(2016, 50)])
    assert "required pace a year: 2.500" in str(one)
    assert "実績の年当たりのペース: 実績値が基準年のもので" in one.in_language("ja")


def reason(outcome: object) -> str:
    """The code of a reason."""
    assert isinstance(outcome, NotAssessable)
    return outcome.code


def chance(outcome: object) -> float:
    """The value of a probability."""
    assert isinstance(outcome, Probability)
    assert outcome.approximate
    return outcome.value


def problems(function: Any, *args: Any, **more: Any) -> list[str]:
    """Where the problems of a refused call lie."""
    with pytest.raises(UsageError) as caught:
        function(*args, **more)
    return [problem.where for problem in caught.value.problems]


# -- the band ---------------------------------------------------------------------------------


def test_damped_trend_by_hand() -> None:
    """Level 10, trend 4; then 16 and 18 move both with 0.5, 0.3 and 0.9."""
    first = 0.5 * 16 + 0.5 * (10 + 0.9 * 6)
    trend = 0.3 * (first - 10) + 0.7 * 0.9 * 6
    second = 0.5 * 18 + 0.5 * (first + 0.9 * trend)
    trend = 0.3 * (second - first) + 0.7 * 0.9 * trend
    damped = damped_value(points((2018, 10), (2019, 16), (2020, 18)), 2022)
    assert isinstance(damped, Decimal)
    assert float(damped) == pytest.approx(second + (0.9 + 0.81) * trend)


def test_damped_trend_passes_silent_years_as_a_forecast_would() -> None:
    """Two years without a value fade the trend twice; nothing is filled in."""
    trend = 6 / 3
    level = 10 + (0.9 + 0.81) * trend
    trend *= 0.81
    now = 0.5 * 16 + 0.5 * (level + 0.9 * trend)
    trend = 0.3 * (now - level) + 0.7 * 0.9 * trend
    damped = damped_value(points((2018, 10), (2021, 16)), 2022)
    assert isinstance(damped, Decimal)
    assert float(damped) == pytest.approx(now + 0.9 * trend)


def test_a_damped_trend_needs_two_values() -> None:
    """One value has no trend, and no value is another reason than one."""
    assert reason(damped_value(points((2018, 10)), 2022)) == "one_point"
    assert reason(damped_value(points(), 2022)) == "no_value"


def test_a_level_series_stays_level() -> None:
    """No change in, no change out, in all three projections."""
    flat = band(points((2018, 7), (2019, 7), (2020, 7)), base_year=2018, year=2030)
    assert isinstance(flat, Band)
    assert flat.low == flat.high == 7


def test_a_band_is_three_projections_and_never_one_number() -> None:
    """Last value, same pace since the baseline, damped trend; lowest to highest."""
    seen = band(points(*LONG), base_year=2016, year=2024)
    assert isinstance(seen, Band)
    assert (seen.last_value, seen.same_pace) == (61, 72)
    assert seen.low == 61 < seen.damped < seen.high == 72
    assert seen.approximate
    assert str(seen) == "between 61.00 and 72.00 (approximate)"
    assert seen.in_language("ja") == "61.00〜72.00（概算）"
    assert "α = 0.5, β = 0.3, φ = 0.9" in str(seen.trace)
    for name in ("value", "__float__", "__int__"):
        assert not hasattr(seen, name)


def test_the_pace_is_measured_from_the_baseline_and_not_from_the_first_row() -> None:
    """An older row changes the trend, not the pace."""
    assert pace_since(points(*LONG), 2016) == Decimal("2.75")
    assert pace_since(points((2010, 10), *LONG), 2016) == Decimal("2.75")


@pytest.mark.parametrize(
    ("series", "year", "code"),
    [
        ([], 2024, "no_value"),
        ([(2016, 5)], 2024, "one_point"),
        ([(2017, 5), (2018, 6)], 2024, "no_baseline"),
        (LONG, 2020, "target_year_passed"),
        ([(2015, 4), (2016, 5)], 2024, "no_time_elapsed"),
    ],
)
def test_no_band_has_a_reason(series: Any, year: int, code: str) -> None:
    """One point, no baseline, no time left."""
    assert reason(band(points(*series), base_year=2016, year=year)) == code


# -- arrival ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("series", "target", "direction", "year"),
    [
        ([(2016, 10), (2020, 18)], 20, "increase", 2021),
        ([(2016, 10), (2020, 18)], 22, "increase", 2022),
        ([(2016, 10), (2020, 18)], "22.01", "increase", 2023),
        ([(2016, 18), (2020, 10)], 6, "decrease", 2022),
        ([(2016, 0), (2019, 1)], 2, "increase", 2022),
        ([(2016, 0), (2019, Decimal("0.1"))], Decimal("0.2"), "increase", 2022),
    ],
)
def test_arrival_is_the_first_year_at_or_beyond_the_target(
    series: Any, target: Any, direction: Any, year: int
) -> None:
    """Exact: a third a year is not rounded into a year later."""
    found = arrival(points(*series), base_year=2016, target=Decimal(target), direction=direction)
    assert found == year


@pytest.mark.parametrize(
    ("series", "direction", "code"),
    [
        ([(2016, 10), (2020, 10)], "increase", "not_moving"),
        ([(2016, 10), (2020, 9)], "increase", "moving_away"),
        ([(2016, 30), (2020, 31)], "decrease", "moving_away"),
        ([(2016, 10), (2020, 20)], "increase", "reached_already"),
        ([(2016, 10), (2020, 25)], "increase", "reached_already"),
        ([(2016, 30), (2020, 15)], "decrease", "reached_already"),
        ([(2016, 30), (2020, 20)], "decrease", "reached_already"),
        ([(2016, 20), (2020, 20)], "decrease", "reached_already"),
        ([(2016, 10), (2020, Decimal("10.001"))], "increase", "too_far"),
        ([(2017, 10), (2020, 11)], "increase", "no_baseline"),
    ],
)
def test_never_has_a_reason(series: Any, direction: Any, code: str) -> None:
    """Not moving, moving the wrong way, there already, or too far to name a year."""
    found = arrival(points(*series), base_year=2016, target=Decimal(20), direction=direction)
    assert reason(found) == code


def test_a_year_of_arrival_has_four_digits_to_go() -> None:
    """9999 years ahead is still named, one more is not; the next year is near enough."""
    for years, found in ((9999, 12015), (10_000, "too_far")):
        series = points((2015, 0), (2016, 1))
        seen = arrival(series, base_year=2015, target=Decimal(1 + years), direction="increase")
        assert found == (seen if isinstance(seen, int) else reason(seen))
    assert "9999 years" in str(
        arrival(series, base_year=2015, target=Decimal(10**6), direction="increase")
    )
    assert isinstance(band(points(*LONG), base_year=2016, year=2021), Band)


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(-50, 50), st.integers(1, 9))
def test_arrival_is_where_the_line_crosses(start: int, now: int, target: int, years: int) -> None:
    """In the year named the line is there, in the year before it is not yet."""
    series = points((2016, start), (2016 + years, now))
    found = arrival(series, base_year=2016, target=Decimal(target), direction="increase")
    if not isinstance(found, int):
        assert now >= target or now <= start
        return
    ahead = found - 2016 - years
    assert (now - start) * ahead >= (target - now) * years > (now - start) * (ahead - 1)


# -- the outlook as a whole -------------------------------------------------------------------


def test_outlook_of_kagoshima() -> None:
    """Fast enough and there in a year, with no probability from two values."""
    seen = look(
        KAGOSHIMA,
        target=757,
        target_year=2023,
        base_year=2017,
        direction="decrease",
        years="calendar",
    )
    assert (seen.observed_pace, seen.required_pace) == (Decimal("-40.75"), Decimal("-13.5"))
    assert seen.is_fast_enough
    assert seen.arrival == 2022
    assert reason(seen.probability) == "too_few_values"
    assert seen.in_language("ja").splitlines() == [
        "2023年の見通し: 702.5〜784.0（概算）",
        "年当たりのペース: 実績-40.75、必要-13.50",
        "このままのペースで2022年に到達（概算）",
        "目標達成の確率: 確率の推計には4個以上の値が必要",
    ]


def test_outlook_names_fiscal_years_as_such() -> None:
    """FY2024 and 2024年度; every line says that it is approximate or why there is nothing."""
    seen = look(LONG)
    assert str(seen.arrival_sentence) == "at this pace reached in FY2024 (approximate)"
    assert "2024年度に到達" in seen.in_language("ja")
    assert seen.approximate
    assert str(seen).count("(approximate)") == 3
    assert "Required pace" in str(seen.trace)
    assert "実績のペース" in seen.trace.in_language("ja")


def test_too_slow_is_said() -> None:
    """Fast enough only where the observed pace is at least the required one."""
    assert look(LONG, target=72).is_fast_enough is True
    assert look(LONG, target=73).is_fast_enough is False
    falling = [(2016, 50), (2020, 42)]
    assert look(falling, target=34, direction="decrease").is_fast_enough is True
    assert look(falling, target=33, direction="decrease").is_fast_enough is False
    assert look([]).is_fast_enough is None
    assert look([(2017, 5), (2018, 6)]).is_fast_enough is None
    assert look(LONG, target_year=2020).is_fast_enough is None


def test_values_after_the_current_year_are_not_used() -> None:
    """The outlook of 2018 does not know 2019."""
    seen = look(LONG, current_year=2018)
    assert (seen.value, seen.year) == (55, 2018)
    assert seen.probability == look(LONG[:3]).probability


def test_an_empty_series_has_reasons_everywhere() -> None:
    """No part of the outlook is a number."""
    seen = look([])
    assert seen.value is seen.year is None
    parts = (seen.band, seen.observed_pace, seen.required_pace, seen.arrival, seen.probability)
    assert {reason(part) for part in parts} == {"no_value"}
    assert "there is no value" in str(seen.trace)


def test_after_the_target_year_nothing_is_foretold() -> None:
    """The required pace, the band and the probability are gone."""
    seen = look(LONG, target_year=2020)
    for part in (seen.band, seen.required_pace, seen.probability):
        assert reason(part) == "target_year_passed"


def test_a_wrong_outlook_call_names_everything() -> None:
    """All problems at once."""
    where = problems(
        look, [(2016, "x")], target=None, direction="up", years="fiscall", target_year=2016
    )
    assert where == ["series[0]", "direction", "years", "target", "target_year"]
    with pytest.raises(UsageError, match="did you mean fiscal"):
        look(LONG, years="fiscall")


# -- counts -----------------------------------------------------------------------------------


def test_count_target_by_direct_sum() -> None:
    """35 in three years, 30 more in three: the sum over a Gamma(35⅓, 3) rate."""
    p = 3 / 6
    terms = [
        math.exp(math.lgamma(35 + 1 / 3 + k) - math.lgamma(35 + 1 / 3) - math.lgamma(k + 1))
        * p ** (35 + 1 / 3)
        * (1 - p) ** k
        for k in range(31)
    ]
    declared: dict[str, Any] = {"remaining": 30, "years_left": 3}
    more = chance(probability_of_count([12, 9, 14], direction="increase", **declared))
    less = chance(probability_of_count([12, 9, 14], direction="decrease", **declared))
    assert more == pytest.approx(1 - math.fsum(terms[:30]), abs=1e-12)
    assert less == pytest.approx(math.fsum(terms), abs=1e-12)


def test_a_prior_can_be_passed() -> None:
    """Gamma(a₀, b₀) adds a₀ events in b₀ years; neutral is a third of an event in none."""
    declared: dict[str, Any] = {"remaining": 20, "years_left": 2, "direction": "increase"}
    usual = chance(probability_of_count([10, 10], **declared))
    assert usual == chance(probability_of_count([10, 10], prior=(1 / 3, 0), **declared))
    assert usual == pytest.approx(
        chance(probability_of_count([Decimal(10)], prior=("10.333333333333333", 1), **declared))
    )


def test_a_missing_year_is_not_a_year_without_events() -> None:
    """None leaves the year out; 0 counts as a year."""
    declared: dict[str, Any] = {"remaining": 10, "years_left": 2, "direction": "increase"}
    known = probability_of_count([5, 6], **declared)
    assert chance(probability_of_count([5, None, 6], **declared)) == chance(known)
    assert chance(probability_of_count([5, 0, 6], **declared)) < chance(known)


@pytest.mark.parametrize(
    ("flows", "more", "code"),
    [
        ([], {}, "flows_unknown"),
        ([None, None], {}, "flows_unknown"),
        ([0], {"prior": (0, 0)}, "flows_unknown"),
        ([5], {"years_left": 0}, "target_year_passed"),
        ([10**10 + 1], {}, "too_large"),
        ([5], {"remaining": 10**10 + 1}, "too_large"),
    ],
)
def test_no_count_probability_has_a_reason(flows: Any, more: Any, code: str) -> None:
    """Unknown flows, no time left, numbers too large."""
    declared = {"remaining": 3, "years_left": 2, "direction": "increase", **more}
    assert reason(probability_of_count(flows, **declared)) == code


def test_the_largest_counts_are_still_answered() -> None:
    """Ten thousand million events, ten million in the denominator."""
    count = probability_of_count([10**10], remaining=10**10, years_left=1, direction="increase")
    share = probability_of_share(
        [(5000, 10_000)], denominator=10**7, target_percent=50, direction="increase"
    )
    assert chance(count) == pytest.approx(0.5, abs=1e-4)
    assert chance(share) == pytest.approx(0.5, abs=1e-4)


def test_one_problem_is_enough_to_be_refused() -> None:
    """Everything else being right."""
    up: Any = "up"
    count: dict[str, Any] = {"remaining": 1, "years_left": 1}
    assert problems(probability_of_count, [1], direction=up, **count) == ["direction"]
    share: dict[str, Any] = {"denominator": 9, "target_percent": 50}
    assert problems(probability_of_share, [(1, 2)], direction=up, **share) == ["direction"]
    value: dict[str, Any] = {"target": 9, "target_year": 2024}
    assert problems(probability_of_value, LONG, direction=up, **value) == ["direction"]
    assert problems(look, LONG, direction=up) == ["direction"]
    for name in ("target", "target_year", "base_year"):
        assert problems(look, LONG, **{name: None}) == [name]


def test_counts_that_are_decided_are_certain() -> None:
    """Nothing remaining is reached; a ceiling that is broken stays broken."""
    for direction, left, value in (
        ("increase", 0, 1),
        ("increase", -3, 1),
        ("decrease", -1, 0),
        ("decrease", Decimal("-0.5"), 0),
    ):
        found = probability_of_count(
            [4, 5],
            remaining=left,
            years_left=1,
            direction=direction,  # type: ignore[arg-type]
        )
        assert chance(found) == value


def test_parts_of_a_count_are_whole() -> None:
    """2.5 still needed means 3, 2.5 still allowed means 2."""
    declared: dict[str, Any] = {"years_left": 1}
    for direction, whole in (("increase", 3), ("decrease", 2)):
        half = probability_of_count([2], remaining="2.5", direction=direction, **declared)  # type: ignore[arg-type]
        same = probability_of_count([2], remaining=whole, direction=direction, **declared)  # type: ignore[arg-type]
        assert chance(half) == chance(same)


@given(
    st.lists(st.integers(0, 10**6), min_size=1, max_size=6),
    st.integers(1, 5 * 10**6),
    st.integers(1, 10),
)
def test_the_two_directions_of_a_count_make_one(flows: list[int], left: int, years: int) -> None:
    """P(total ≥ R) + P(total ≤ R − 1) = 1, and needing one more is not likelier."""
    declared: dict[str, Any] = {"years_left": years}
    more = chance(probability_of_count(flows, remaining=left, direction="increase", **declared))
    less = chance(probability_of_count(flows, remaining=left - 1, direction="decrease", **declared))
    further = chance(
        probability_of_count(flows, remaining=left + 1, direction="increase", **declared)
    )
    assert more + less == pytest.approx(1, abs=1e-9)
    assert further <= more + 1e-9


def test_wrong_counts_are_named() -> None:
    """Negative, broken, not a number; a prior that is none; a direction that is none."""
    where = problems(
        probability_of_count,
        [1, -1, 2.5, "x"],
        remaining=None,
        years_left="soon",
        direction="up",
        prior=(-1, 0),
    )
    assert where == [
        "flows[1]",
        "flows[2]",
        "flows[3]",
        "years_left",
        "remaining",
        "direction",
        "prior",
    ]
    usual: dict[str, Any] = {"remaining": 1, "years_left": 1, "direction": "increase"}
    assert problems(probability_of_count, 5, **usual) == ["flows"]
    assert problems(probability_of_count, [5], **{**usual, "prior": 3}) == ["prior"]
    assert problems(probability_of_count, [5], **{**usual, "prior": (1, "x")})[0] == "prior[1]"


def test_a_thousand_closed_forms_are_cheap() -> None:
    """Tens of microseconds each, whatever the size of the counts."""
    started = time.perf_counter()
    for left in range(1000):
        probability_of_count(
            [90_000, 110_000], remaining=190_000 + left, years_left=2, direction="increase"
        )
    assert time.perf_counter() - started < 2


# -- shares -----------------------------------------------------------------------------------


def test_share_target_by_direct_sum() -> None:
    """37 of 40 seen, 90% of the next 40: 36 or more of a beta-binomial."""

    def log_beta(a: float, b: float) -> float:
        return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)

    def term(k: int) -> float:
        exponent = log_beta(37.5 + k, 3.5 + 40 - k) - log_beta(37.5, 3.5)
        return math.comb(40, k) * math.exp(exponent)

    declared: dict[str, Any] = {"denominator": 40, "target_percent": 90}
    more = probability_of_share([(37, 40)], direction="increase", **declared)
    less = probability_of_share([(37, 40)], direction="decrease", **declared)
    assert chance(more) == pytest.approx(math.fsum(term(k) for k in range(36, 41)), abs=1e-12)
    assert chance(less) == pytest.approx(math.fsum(term(k) for k in range(37)), abs=1e-12)
    assert "BetaBinomial" in str(more.trace)  # type: ignore[union-attr]


def test_shares_add_up_over_the_years() -> None:
    """Two years of twenty are one of forty; a year with a part missing is left out."""
    declared: dict[str, Any] = {
        "denominator": 50,
        "target_percent": "92.5",
        "direction": "increase",
    }
    one = probability_of_share([(37, 40)], **declared)
    two = probability_of_share([(18, 20), (None, 20), (5, None), (19, 20)], **declared)
    assert chance(one) == chance(two)
    assert chance(one) == chance(probability_of_share([(36, 39)], prior=(1.5, 0.5), **declared))


@pytest.mark.parametrize(
    ("observed", "more", "code"),
    [
        ([], {}, "denominators_unknown"),
        ([(None, None)], {}, "denominators_unknown"),
        ([(0, 0)], {}, "denominators_unknown"),
        ([(1, 2)], {"denominator": None}, "denominators_unknown"),
        ([(1, 2)], {"denominator": 0}, "denominators_unknown"),
        ([(0, 2)], {"prior": (0, 1)}, "denominators_unknown"),
        ([(2, 2)], {"prior": (1, 0)}, "denominators_unknown"),
        ([(1, 2)], {"denominator": 10**7 + 1}, "too_large"),
    ],
)
def test_no_share_probability_has_a_reason(observed: Any, more: Any, code: str) -> None:
    """Denominators that are not known, or too large."""
    declared = {"denominator": 10, "target_percent": 50, "direction": "increase", **more}
    assert reason(probability_of_share(observed, **declared)) == code


def test_a_prior_may_weigh_next_to_nothing() -> None:
    """Five of five, and a prior that hardly knows of a miss: no error, and all but certain."""
    for weight in (1e-17, 1e-100, 1e-300):
        for hits, direction in ((5, "increase"), (0, "decrease")):
            found = probability_of_share(
                [(hits, 5)],
                denominator=10,
                target_percent=50,
                direction=direction,  # type: ignore[arg-type]
                prior=(1, weight) if hits else (weight, 1),
            )
            assert chance(found) == pytest.approx(1)
        none = probability_of_count(
            [0, 0], remaining=3, years_left=9, direction="increase", prior=(weight, 1)
        )
        assert 0 <= chance(none) < 1e-12


def test_a_share_beyond_its_ends_is_certain() -> None:
    """More than 100% cannot be reached; at most 100% and at least 0% always are."""
    for percent, direction, value in (
        (101, "increase", 0),
        (0, "increase", 1),
        (-5, "increase", 1),
        (100, "decrease", 1),
        (120, "decrease", 1),
        (-1, "decrease", 0),
    ):
        found = probability_of_share(
            [(5, 9)],
            denominator=10,
            target_percent=percent,
            direction=direction,  # type: ignore[arg-type]
        )
        assert chance(found) == value


def test_wrong_shares_are_named() -> None:
    """A numerator above its denominator, what is no pair, what is no number."""
    where = problems(
        probability_of_share,
        [(5, 4), 3, (1, "x"), (-1, 2)],
        denominator=2.5,
        target_percent=None,
        direction="increase",
    )
    assert where == [
        "observed[0]",
        "observed[1]",
        "observed[2]",
        "observed[3]",
        "denominator",
        "target_percent",
    ]
    usual: dict[str, Any] = {"denominator": 1, "target_percent": 1, "direction": "increase"}
    assert problems(probability_of_share, None, **usual) == ["observed"]


# -- continuous values ------------------------------------------------------------------------


def test_continuous_probability_by_hand() -> None:
    """Drift 2 a year with residuals −1, 1, 0, 0 … on t with n − 2 degrees of freedom."""
    series = [(2016, 10), (2017, 11), (2018, 14), (2019, 16)]
    sigma = math.sqrt((1 + 1 + 0) / 2)
    error = sigma * math.sqrt(2 + 4 / 3)
    t = (21 - 20) / error
    expected = 0.5 - t / (2 * math.sqrt(2 + t * t))
    found = probability_of_value(series, target=21, target_year=2021, direction="increase")
    assert chance(found) == pytest.approx(expected, abs=1e-12)
    other = probability_of_value(series, target=21, target_year=2021, direction="decrease")
    assert chance(other) == pytest.approx(1 - expected, abs=1e-12)


def test_figures_of_any_size_are_judged_alike() -> None:
    """Neither huge nor tiny values overflow; the trace tells the degrees of freedom."""
    usual = probability_of_value(LONG, target=70, target_year=2024, direction="increase")
    assert isinstance(usual, Probability)
    assert "ν = 3" in str(usual.trace)
    for factor in (Decimal("1e290"), Decimal("1e-290")):
        scaled = [(year, value * factor) for year, value in LONG]
        found = probability_of_value(
            scaled, target=70 * factor, target_year=2024, direction="increase"
        )
        assert chance(found) == pytest.approx(usual.value)
    mixed = [(2016, 1), (2017, 1e200), (2018, 5), (2019, 1e200)]
    assert (
        chance(probability_of_value(mixed, target=1e200, target_year=2024, direction="increase"))
        > 0
    )


def test_a_share_that_was_never_seen_has_a_small_probability_and_not_none() -> None:
    """None of five, all of five: the prior keeps both ends open."""
    declared: dict[str, Any] = {"denominator": 5, "target_percent": 50}
    for hits, direction in ((0, "increase"), (5, "decrease")):
        found = probability_of_share([(hits, 5)], direction=direction, **declared)  # type: ignore[arg-type]
        assert 0 < chance(found) < 0.1


def test_gaps_between_the_years_count_as_long_as_they_are() -> None:
    """A change over two years has twice the drift and twice the variance."""
    series = [(2014, 10), (2016, 15), (2017, 16), (2019, 20)]
    drift = 2
    spread = ((5 - 2 * drift) ** 2 / 2 + (1 - drift) ** 2 + (4 - 2 * drift) ** 2 / 2) / 2
    error = math.sqrt(spread * (1 + 1 / 5))
    t = (24 - 22) / error
    expected = 0.5 - t / (2 * math.sqrt(2 + t * t))
    found = probability_of_value(series, target=24, target_year=2020, direction="increase")
    assert chance(found) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    ("series", "code"),
    [
        ([], "no_value"),
        (LONG[:3], "too_few_values"),
        ([(2016, 1), (2017, 2), (2018, 3), (2019, 4)], "no_spread"),
        ([(2016, 0.1), (2017, 0.2), (2018, 0.3), (2019, 0.4)], "no_spread"),
        ([(2016, 0), (2017, 0), (2018, 0), (2019, 0)], "no_spread"),
        ([*LONG, (2024, 3)], "target_year_passed"),
    ],
)
def test_no_continuous_probability_has_a_reason(series: Any, code: str) -> None:
    """Fewer than four values, no spread, no time left."""
    found = probability_of_value(series, target=0, target_year=2024, direction="increase")
    assert reason(found) == code


def test_four_values_are_enough() -> None:
    """N ≥ 4."""
    found = probability_of_value(LONG[:4], target=70, target_year=2024, direction="increase")
    assert 0 < chance(found) < 1
    late = probability_of_value(
        LONG, target=70, target_year=2024, direction="increase", current_year=2019
    )
    assert late == found


def test_a_wrong_continuous_call_names_everything() -> None:
    """All problems at once."""
    where = problems(
        probability_of_value, [(1, 2, 3)], target=None, target_year=None, direction="down"
    )
    assert where == ["series[0]", "target", "target_year", "direction"]


@given(
    st.lists(st.integers(-1000, 1000), min_size=4, max_size=8),
    st.integers(-2000, 2000),
    st.sampled_from([1, 7, 1000]),
    st.integers(-100, 100),
)
def test_a_change_of_unit_changes_no_probability(
    values: list[int], target: int, factor: int, shift: int
) -> None:
    """Values and target times a factor plus a shift."""

    def found(series: list[int], aim: int) -> Any:
        pairs = list(enumerate(series, start=2010))
        return probability_of_value(pairs, target=aim, target_year=2020, direction="increase")

    one = found(values, target)
    two = found([factor * value + shift for value in values], factor * target + shift)
    assert isinstance(one, NotAssessable) == isinstance(two, NotAssessable)
    if isinstance(one, Probability):
        assert two.value == pytest.approx(one.value, abs=1e-6)


# -- words and laws ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "en", "ja"),
    [
        (0.0099, "under 1% (approximate)", "1%未満（概算）"),
        (0.01, "about 1% (approximate)", "約1%（概算）"),
        (0.63, "about 63% (approximate)", "約63%（概算）"),
        (0.99, "about 99% (approximate)", "約99%（概算）"),
        (0.9901, "over 99% (approximate)", "99%超（概算）"),
    ],
)
def test_a_probability_is_never_said_sharper_than_it_is(value: float, en: str, ja: str) -> None:
    """Whole percents, and no 0% or 100%."""
    found = probability_of_count([1], remaining=1, years_left=1, direction="increase")
    assert isinstance(found, Probability)
    said = Probability(value, found.method)
    assert (str(said), said.in_language("ja")) == (en, ja)
    assert "ガンマ・ポアソン" in found.trace.in_language("ja")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("1234.5", "1235"),
        ("12.3456", "12.35"),
        ("0.0123456", "0.01235"),
        ("-40.75", "-40.75"),
        ("1234567890123.4", "1234567890123"),
        ("12345678901234", "1.235e+13"),
        ("0.0000000000012345", "0.000000000001235"),
        ("1e200", "1e+200"),
        ("1e-30", "1e-30"),
    ],
)
def test_figures_are_shown_short(number: str, text: str) -> None:
    """Four digits, or the whole units."""
    assert short(Decimal(number)) == text


JUNK = st.one_of(
    st.none(),
    st.integers(-100, 3000),
    st.floats(),
    st.text(max_size=3),
    st.decimals(),
    st.lists(st.one_of(st.integers(), st.tuples(st.integers(), st.floats())), max_size=5),
)


@given(st.lists(JUNK, min_size=5, max_size=5))
def test_no_other_exception_ever(junk: list[Any]) -> None:
    """Whatever is passed: an outcome, or one error of the library."""
    calls: list[Any] = [
        lambda a, b, c, d, e: series_outlook(
            a, target=b, target_year=c, base_year=d, direction="increase", years=e
        ),
        lambda a, b, c, d, _: probability_of_count(
            a, remaining=b, years_left=c, direction="decrease", prior=d
        ),
        lambda a, b, c, d, _: probability_of_share(
            a, denominator=b, target_percent=c, direction="increase", prior=d
        ),
        lambda a, b, c, d, _: probability_of_value(
            a, target=b, target_year=c, direction="increase", current_year=d
        ),
    ]
    for call in calls:
        outcome: Any
        try:
            outcome = call(*junk)
        except PlanmodelError as error:
            outcome = error
        assert outcome.in_language("ja")
        assert str(outcome)


@given(
    st.dictionaries(
        st.integers(2010, 2022),
        st.one_of(st.none(), st.integers(-99, 99), st.decimals(-99, 99, places=2)),
        max_size=8,
    ),
    st.integers(-99, 99),
    st.sampled_from(["increase", "decrease"]),
)
def test_same_input_same_outlook(series: dict[int, Any], target: int, direction: Any) -> None:
    """Twice the same, under any decimal context, and the band holds what it is made of."""
    declared: dict[str, Any] = {"target": target, "base_year": 2015, "direction": direction}
    seen = look(series, **declared)
    with decimal.localcontext(decimal.Context(prec=3, Emax=4, Emin=-4)):
        again = look(series, **declared)
        text = str(again)
    assert seen == again
    assert str(seen) == text
    assert look(dict(reversed(series.items())), **declared) == seen
    if isinstance(seen.band, Band):
        assert seen.band.low <= seen.band.damped <= seen.band.high
    if isinstance(seen.probability, Probability):
        assert 0 <= seen.probability.value <= 1


def test_a_far_year_is_no_burden() -> None:
    """Ten million years ahead, and a gap as long, cost nothing."""
    seen = look([(-9_999_999, 1), (2016, 2), (2017, 3)], target_year=9_999_999)
    assert isinstance(seen.band, Band)
    assert seen.band.low <= seen.band.high
