"""judge_series as a whole: what it accepts, what it refuses, and the laws it keeps."""

from __future__ import annotations

import decimal
import math
import pickle
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import planmodel.evaluation
from planmodel.errors import PlanmodelError, UsageError
from planmodel.evaluation import judge_series, profile_defaults, profile_named, profile_names
from planmodel.evaluation.points import exact, read_points

KAGOSHIMA = [(2017, 947), (2021, 784)]
GROWTH = ("open-sdg-2.4", "eustat")
DECLARED: dict[str, dict[str, Any]] = {
    "open-sdg-2.4": {"base_year": 2015, "target_year": 2030},
    "eustat": {"base_year": 2015, "target_year": 2030},
    "escap": {
        "base_year": 2015,
        "target_year": 2030,
        "current_year": 2020,
        "bounds": (0, 100),
        "target": 80,
    },
}
VALUES = st.one_of(
    st.none(),
    st.integers(-1000, 1000),
    st.floats(-1e6, 1e6).filter(lambda x: x == 0 or abs(x) > 1e-9),
    st.decimals(-1000, 1000, places=3),
)
SERIES = st.dictionaries(st.integers(2010, 2030), VALUES, max_size=8)
DIRECTIONS = st.sampled_from(["increase", "decrease"])
JUNK = st.one_of(
    VALUES,
    st.floats(),
    st.text(max_size=5),
    st.booleans(),
    st.decimals(),
    st.integers(),
    st.sampled_from(["1e400", "NaN", "sNaN", "１２", "", "1e-99999999", Decimal("1e999999")]),
    st.lists(st.integers(), max_size=3),
)


def judge(
    series: Any, profile: str = "open-sdg-2.4", direction: Any = "increase", **more: Any
) -> Any:
    """The series with everything the profile needs."""
    return judge_series(
        series, profile=profile, direction=direction, **{**DECLARED.get(profile, {}), **more}
    )


def problems(*args: Any, **more: Any) -> list[str]:
    """Where the problems of a refused call lie."""
    with pytest.raises(UsageError) as caught:
        judge(*args, **more)
    return [problem.where for problem in caught.value.problems]


# -- the traps --------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", GROWTH)
def test_trap_first_stored_row_is_not_taken_as_baseline(profile: str) -> None:
    """A series that starts earlier than the base year gives the same result as without."""
    declared = {"base_year": 2017, "target": 757, "target_year": 2023}
    short = judge(KAGOSHIMA, profile, "decrease", **declared)
    long = judge([(2014, 1200), *KAGOSHIMA], profile, "decrease", **declared)
    assert (long.base, long.base_year) == (947, 2017)
    assert (long.progress, long.status) == (short.progress, short.status)


@pytest.mark.parametrize("profile", GROWTH)
def test_trap_no_base_year_is_an_error_and_not_the_first_row(profile: str) -> None:
    """Nothing is taken for the baseline that was not asked for."""
    assert problems(KAGOSHIMA, profile, base_year=None) == ["base_year"]


def test_a_default_is_suggested_where_the_method_prints_one() -> None:
    """2015 is the default of open-sdg; the texts of the others give none."""
    with pytest.raises(UsageError, match=r"base_year.*takes 2015"):
        judge(KAGOSHIMA, base_year=None)
    with pytest.raises(UsageError) as caught:
        judge(KAGOSHIMA, "eustat", base_year=None)
    assert "2015" not in str(caught.value)


@pytest.mark.parametrize(
    ("profile", "status"),
    [
        ("open-sdg-2.4", "deterioration"),
        ("eustat", "significant_deterioration"),
        ("escap", "Regression"),
    ],
)
def test_trap_regression_is_not_shown_as_no_value(profile: str, status: str) -> None:
    """A fall where a rise is wanted is a negative figure with its own class."""
    judged = judge([(2015, 50), (2020, 40)], profile, target=80)
    figure = judged.current_status_index if profile == "escap" else judged.progress
    assert figure < 0
    assert (judged.status, judged.reason) == (status, None)
    assert judged.score < 0


@pytest.mark.parametrize("profile", GROWTH)
@pytest.mark.parametrize("target", [None, 1000])
def test_trap_a_cap_is_not_written_with_max_instead_of_min(profile: str, target: Any) -> None:
    """A figure far above the cap scores 5 and one far below it −5; one between keeps its own."""
    best = judge([(2015, 50), (2020, 900)], profile, target=target)
    worst = judge([(2015, 50), (2020, 1)], profile, target=target)
    some = judge([(2015, 1000), (2020, 1008)], profile, target=None if target is None else 1030)
    assert (best.score, worst.score) == (5, -5)
    assert -5 < some.score < 5


def test_trap_a_zero_target_is_not_replaced_silently() -> None:
    """open-sdg-2.4 replaces it and says so in both languages; the others leave it alone."""
    series = [(2015, 10), (2020, 5)]
    replaced = judge(series, direction="decrease", target=0)
    assert replaced.target_used == Decimal("0.001")
    assert replaced.call.target == 0
    assert "0 is replaced by 0.001" in str(replaced.trace)
    assert "0を0.001に置き換えた" in replaced.trace.in_language("ja")
    for profile in ("eustat", "escap"):
        kept = judge(series, profile, "decrease", target=0)
        assert kept.target_used == 0
        assert "replaced" not in str(kept.trace)


@pytest.mark.parametrize("profile", profile_names())
def test_trap_direction_is_not_read_off_the_data(profile: str) -> None:
    """An overshot goal stays a goal to rise: above the target is met, not a missed decrease."""
    overshot = judge([(2015, 85), (2020, 90)], profile, "increase", target=80)
    assert overshot.score == (10 if profile == "escap" else 5)
    falling = judge([(2015, 85), (2020, 82)], profile, "decrease", target=80)
    rising = judge([(2015, 85), (2020, 90)], profile, "decrease", target=80)
    assert falling.score > 0 > rising.score or falling.score > rising.score
    with pytest.raises(TypeError):
        judge_series(KAGOSHIMA, profile=profile)  # type: ignore[call-arg]


@pytest.mark.parametrize("profile", GROWTH)
def test_trap_a_real_zero_is_not_blank(profile: str) -> None:
    """A value of zero is judged; a missing one is skipped and counted."""
    judged = judge([(2015, 5), (2020, 0), (2021, None)], profile, "decrease")
    assert (judged.current, judged.current_year, judged.progress) == (0, 2020, 1)
    assert judged.call.points.missing == 1
    assert "missing = 1" in str(judged.trace)


# -- what it accepts --------------------------------------------------------------------------


def test_the_growth_of_kagoshima_is_1_26() -> None:
    """947 to 784 in four years against 757 in six: substantial, although not reached."""
    judged = judge(KAGOSHIMA, direction="decrease", base_year=2017, target=757, target_year=2023)
    assert judged.progress == pytest.approx(1.259, abs=1e-3)
    assert (judged.status, judged.score) == ("substantial_progress", pytest.approx(4.707, abs=1e-3))


@pytest.mark.parametrize(
    "series",
    [
        {2015: 1.5, 2020: 2},
        [(2020, 2), (2015, 1.5)],
        [("2015", "1.5"), ("2020", "2")],
        [[2015, Decimal("1.5")], [2020, Decimal(2)]],
        [(2015.0, 1.5), (2018, None), (2020.0, 2.0)],
        iter([(2015, 1.5), (2020, 2)]),
        {"２０１５": 1.5, 2020: 2},
    ],
)
def test_a_series_may_come_in_any_shape(series: Any) -> None:
    """Pairs, mapping, iterator; numbers or strings; in any order."""
    judged = judge(series)
    assert (judged.base, judged.current) == (Decimal("1.5"), 2)
    assert (judged.base_year, judged.current_year) == (2015, 2020)


def test_years_out_of_order_are_sorted_and_said() -> None:
    """A year says where its value belongs."""
    assert "sorted by year" in str(judge([(2020, 2), (2015, 1)]).trace)
    assert "sorted" not in str(judge([(2015, 1), (2020, 2)]).trace)


@pytest.mark.parametrize("profile", GROWTH)
def test_the_trace_tells_which_values_were_used(profile: str) -> None:
    """Baseline and value with their years, and that the year asked for had none."""
    text = str(judge([(2016, 10), (2020, 12)], profile).trace)
    assert "Baseline b [y_b = 2016] = 10 — no value for 2015" in text
    assert "Current value v [y = 2020] = 12" in text
    assert "no value for" not in str(judge([(2015, 10), (2020, 12)], profile).trace)


def test_floats_are_read_by_their_shortest_digits() -> None:
    """0.1 is the decimal 0.1, and stays it in the result."""
    assert judge([(2015, 0.1), (2020, 5e-1)]).base == Decimal("0.1")
    assert exact(Decimal("0.10")) == exact(0.1)


@pytest.mark.parametrize("profile", GROWTH)
def test_an_empty_series_is_not_available_and_no_error(profile: str) -> None:
    """Nothing, or only missing values."""
    for series in ([], {}, [(2020, None)]):
        judged = judge(series, profile, target=3)
        assert (judged.status, judged.reason.code) == ("not_available", "no_data")
        assert judged.progress is judged.score is judged.base is judged.current is None


@pytest.mark.parametrize("profile", profile_names())
def test_an_empty_series_is_not_available_whatever_else_lacks(profile: str) -> None:
    """Without values nothing is needed; what is wrong is an error all the same."""
    for series in ([], {}, [(2020, None)]):
        judged = judge_series(series, profile=profile, direction="increase")
        assert (judged.status, judged.reason.code) == ("not_available", "no_data")
        assert judged.trace.in_language("ja")
    with pytest.raises(UsageError):
        judge_series([], profile=profile, direction="increase", base_year="x")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="base_year"):
        judge_series([(2020, 1)], profile=profile, direction="increase")


def test_a_fraction_is_read_where_it_is_a_decimal() -> None:
    """1/2 is 0.5; 1/3 is refused, and the error says what to pass."""
    judged = judge([(2015, Fraction(1, 2)), (2020, Fraction(3, 4))], target=Fraction(4, 5))
    assert (judged.base, judged.current) == (Decimal("0.5"), Decimal("0.75"))
    with pytest.raises(UsageError, match=r"1/3.*digits do not end") as caught:
        judge([(2015, Fraction(1, 3))], target=Fraction(1, 3 * 10**50))
    assert [it.where for it in caught.value.problems] == ["series[0]", "target"]


def test_values_too_far_apart_are_not_assessable() -> None:
    """A growth rate beyond floating point is no number and no crash."""
    judged = judge([(2015, 1e-299), (2016, 1e299)])
    assert judged.reason.code == "beyond_range"
    judged = judge([(2015, 1e-299), (2016, 1)], target=1e299, target_year=2016)
    assert judged.reason.code == "beyond_range"


def test_a_million_points_are_read_in_seconds() -> None:
    """The cost lies in reading, once."""
    count = 10**6
    judged = judge(((year, 1.0 + year) for year in range(count)), base_year=2015)
    assert (judged.base, judged.current) == (2016, count)
    assert len(judged.call.points) == count


# -- what it refuses --------------------------------------------------------------------------


def test_everything_wrong_is_named_at_once() -> None:
    """One error holds all problems of the call."""
    where = problems(
        [(2015, 1), (2015, 2), ("x", 3), (2017, "abc"), 5],
        profile="eustatt",
        direction="up",
        target=math.nan,
        base_year=2030,
        target_year=2020,
        bounds=(1, 0),
    )
    assert where == [
        "profile",
        "series[2]",
        "series[3]",
        "series[4]",
        "series",
        "direction",
        "target",
        "bounds",
    ]


def test_an_unknown_profile_gets_the_nearest_name() -> None:
    """In both languages."""
    with pytest.raises(UsageError) as caught:
        judge(KAGOSHIMA, "open-sdg")
    assert "did you mean open-sdg-2.4?" in str(caught.value)
    assert "「open-sdg-2.4」のことか" in caught.value.in_language("ja")
    with pytest.raises(UsageError):
        profile_named(3)  # type: ignore[arg-type]


def test_a_misspelt_direction_gets_the_nearest_word() -> None:
    """Words only: no sign, no number."""
    with pytest.raises(UsageError, match="did you mean increase"):
        judge(KAGOSHIMA, direction="increasing")
    assert problems(KAGOSHIMA, direction=1) == ["direction"]


def test_two_values_for_one_year_are_refused() -> None:
    """Nothing says which of them is meant; a missing one is no second value."""
    with pytest.raises(UsageError, match="2015 has two values"):
        judge([(2015, 1), (2016, 2), (2015, 1)])
    assert judge([(2015, 1), (2015, None), (2020, 2)]).base == 1


@pytest.mark.parametrize(
    "value",
    [
        math.nan,
        math.inf,
        -math.inf,
        "NaN",
        "Infinity",
        Decimal("sNaN"),
        "1e301",
        1e-301,
        10**400,
        "",
        "１２a",
        "1,000",
        True,
        b"1",
        [1],
        object(),
        Decimal("1e999999"),
        "9" * 5000,
    ],
)
def test_what_is_no_finite_number_is_refused(value: Any) -> None:
    """NaN, infinity and sizes no growth rate can be computed with, as value and as target."""
    assert problems([(2015, value)]) == ["series[0]"]
    assert problems([], target=value) == ["target"]
    assert problems([], limit=value) == ["limit"]


@pytest.mark.parametrize("year", [None, "abc", 2015.5, math.nan, math.inf, 10**7, "9" * 5000, True])
def test_what_is_no_year_is_refused(year: Any) -> None:
    """As key of the series and as argument."""
    assert problems([(year, 1)]) == ["series[0]"]
    if year is not None:
        assert problems([], base_year=year) == ["base_year"]
    assert judge([(9_999_999, 1), (-9_999_999, 1)], base_year=9_999_999).base_year == 9_999_999
    assert judge([(2020, 1)], base_year=-9_999_999).base_year == 2020


@pytest.mark.parametrize("series", [None, 5, "2015", b"12", [(1, 2, 3)], [5], ["ab"], [{1, 2}]])
def test_what_is_no_series_is_refused(series: Any) -> None:
    """A series is pairs of year and value."""
    assert problems(series)[0].startswith("series")


def test_many_bad_entries_are_named_in_part_and_counted() -> None:
    """A hundred bad lines do not make a hundred sentences."""
    with pytest.raises(UsageError) as caught:
        judge([(year, "x") for year in range(100)])
    assert len(caught.value.problems) == 21
    assert "80 more entries cannot be read" in str(caught.value)


@pytest.mark.parametrize(
    "bounds",
    [(100, 0), (0, 0), (None, 1), (1,), 5, "01", (0, math.nan), (1, "1.00000000000000000001")],
)
def test_bounds_the_wrong_way_round_are_refused(bounds: Any) -> None:
    """Two different numbers, the lower one first."""
    assert problems([], "escap", bounds=bounds)[0].startswith("bounds")


@pytest.mark.parametrize("profile", profile_names())
def test_years_the_wrong_way_round_are_refused(profile: str) -> None:
    """A target year that is not after the base year, a judged year before it."""
    assert problems([], profile, target=5, target_year=2015) == ["target_year"]
    assert problems([], profile, target=5, current_year=2014) == ["current_year"]
    assert judge([], profile, target=5, target_year=2016, current_year=2015).reason is not None


@pytest.mark.parametrize(
    ("profile", "extra"),
    [
        ("open-sdg-2.4", {"bounds": (0, 1)}),
        ("eustat", {"bounds": (0, 1)}),
        ("eustat", {"thresholds": {"high": 1}}),
        ("escap", {"limit": 1}),
        ("escap", {"thresholds": {"high": 1}}),
    ],
)
def test_an_argument_without_meaning_is_refused(profile: str, extra: dict[str, Any]) -> None:
    """Nothing that is declared is ignored without a word."""
    assert problems([], profile, **extra) == [next(iter(extra))]


@pytest.mark.parametrize(
    "missing", ["target", "target_year", "base_year", "current_year", "bounds"]
)
def test_escap_needs_everything(missing: str) -> None:
    """Each missing argument is named."""
    assert problems(KAGOSHIMA, "escap", **{missing: None}) == [missing]


@pytest.mark.parametrize("profile", GROWTH)
def test_a_target_needs_its_year(profile: str) -> None:
    """Without a target its year has no use and is not asked for."""
    assert problems(KAGOSHIMA, profile, target=3, target_year=None) == ["target_year"]
    assert judge([(2020, 1)], profile, target_year=None).reason is not None


def test_thresholds_are_checked() -> None:
    """Names and numbers."""
    assert problems([], thresholds=5) == ["thresholds"]
    assert problems([], thresholds={"higher": 1, 3: 1, "low": "x"}) == [
        "thresholds",
        "thresholds",
        "thresholds['low']",
    ]


@pytest.mark.parametrize(
    ("given", "target"),
    [
        ({"high": 0.1, "med": 0.2, "low": 0}, None),
        ({"high": 0.1, "med": 0.1}, None),
        ({"med": 0.015}, None),
        ({"low": 0.005}, None),
        ({"high": 0.6}, 3),
        ({"low": 2, "med": 1, "high": 0}, 3),
    ],
)
def test_thresholds_that_do_not_fall_are_one_error(given: dict[str, float], target: Any) -> None:
    """The high one is above med and that above low; what is not passed stays as published."""
    assert problems(KAGOSHIMA, thresholds=given, target=target) == ["thresholds"]
    steep = {"high": 0.9, "med": 0.5, "low": -0.1}
    assert judge(KAGOSHIMA, thresholds=steep, target=target).status != "not_available"


# -- laws -------------------------------------------------------------------------------------


@given(st.one_of(st.lists(st.tuples(JUNK, JUNK), max_size=4), JUNK), st.data())
def test_no_other_exception_ever(series: Any, data: st.DataObject) -> None:
    """Whatever is passed: a judgement, or one error of the library."""
    arguments = {
        name: data.draw(JUNK, name)
        for name in ("target", "target_year", "base_year", "limit", "current_year", "bounds")
    }
    for profile in profile_names():
        outcome: Any
        try:
            outcome = judge_series(series, profile=profile, direction="increase", **arguments)
            steps = outcome.trace.in_language("ja")
        except PlanmodelError as error:
            outcome, steps = error, str(error.problems)
        assert steps
        assert outcome.in_language("ja")
        assert str(outcome)


@given(SERIES, DIRECTIONS, st.one_of(st.none(), st.integers(-100, 100)), st.data())
def test_same_input_same_result(
    series: dict[int, Any], direction: Any, target: Any, data: st.DataObject
) -> None:
    """Twice the same, in any order of the pairs, and under any decimal context of the caller."""
    for profile in profile_names():
        more = {} if target is None and profile == "escap" else {"target": target}
        judged = judge(series, profile, direction, **more)
        assert (judged.reason is None) == (judged.status != "not_available")
        for figure in (judged.progress, judged.score):
            assert figure is None or math.isfinite(figure)
        pairs = data.draw(st.permutations(list(series.items())))
        with decimal.localcontext(decimal.Context(prec=2, Emax=5, Emin=-5)):
            again = judge(pairs, profile, direction, **more)
        for name in ("progress", "score", "status", "base", "current", "reason", "coefficient"):
            assert getattr(again, name) == getattr(judged, name)
        assert judge(series, profile, direction, **more) == judged
        assert pickle.loads(pickle.dumps(judged)) == judged  # noqa: S301
        assert str(judge(series, profile, direction, **more).trace) == str(judged.trace)


@given(
    st.dictionaries(st.integers(2015, 2025), st.integers(1, 10**6), min_size=2, max_size=6),
    st.one_of(st.none(), st.integers(1, 10**6)),
    DIRECTIONS,
    st.sampled_from([2, 10, 1000, -1]),
)
def test_a_change_of_unit_changes_no_growth(
    series: dict[int, int], target: int | None, direction: Any, factor: int
) -> None:
    """All values and the target times a factor; times −1 with the other direction."""
    other = {"increase": "decrease", "decrease": "increase"}[direction] if factor < 0 else direction
    scaled = {year: factor * value for year, value in series.items()}
    one = judge(series, direction=direction, target=target)
    two = judge(scaled, direction=other, target=None if target is None else factor * target)
    assert (one.progress is None) == (two.progress is None)
    if one.progress is not None:
        assert two.progress == pytest.approx(one.progress, rel=1e-9, abs=1e-12)


@given(SERIES, DIRECTIONS)
def test_a_value_before_the_baseline_changes_nothing(
    series: dict[int, Any], direction: Any
) -> None:
    """Rows older than the base year have no say."""
    later = {year: value for year, value in series.items() if year >= 2015}
    if any(value is not None for value in later.values()):
        one, two = judge(series, direction=direction), judge(later, direction=direction)
        assert (one.progress, one.score, one.status) == (two.progress, two.score, two.status)


# -- what it shows ----------------------------------------------------------------------------


def test_results_speak_both_languages() -> None:
    """A sentence for people, one line for programmers, steps for those who ask."""
    judged = judge([(2015, 40), (2023, 51)])
    assert str(judged) == "substantial progress, score 5 (open-sdg-2.4)"
    assert judged.in_language("ja") == "大きく進展、スコア5（open-sdg-2.4）"
    assert repr(judged) == (
        "SeriesJudgement('open-sdg-2.4', status='substantial_progress', "
        "progress=0.0308341, score=5)"
    )
    empty = judge([])
    assert str(empty) == "not available: the series has no value"
    assert empty.in_language("ja") == "評価できない。系列に値が一つもない"
    assert (
        repr(empty) == "SeriesJudgement('open-sdg-2.4', status='not_available', reason='no_data')"
    )
    assert "<ol><li>" in judged._repr_html_()


@pytest.mark.parametrize("name", profile_names())
def test_every_profile_tells_its_source_and_its_words(name: str) -> None:
    """Version, source, address, and each class in both languages."""
    profile = profile_named(name)
    assert profile.name == name
    assert profile.version
    assert profile.url.startswith("https://")
    assert profile.source.en != profile.source.ja
    assert all(label.en != label.ja for label in profile.labels.values())
    assert profile.in_language("ja") != profile.in_language("en")


def test_defaults_are_those_of_the_method_and_only_by_name() -> None:
    """open-sdg falls and aims at 2030 from 2015; the copy is the caller's."""
    defaults = profile_defaults("open-sdg-2.4")
    assert defaults == {"direction": "decrease", "base_year": 2015, "target_year": 2030}
    assert profile_defaults("eustat") == profile_defaults("escap") == {}
    defaults["base_year"] = 1990
    assert profile_defaults("open-sdg-2.4")["base_year"] == 2015
    judged = judge_series(
        [(2015, 5), (2020, 3)], profile="open-sdg-2.4", **profile_defaults("open-sdg-2.4")
    )
    assert judged.direction == "decrease"


def test_the_room_lists_its_public_names() -> None:
    """Names are loaded on use, and an unknown one is an AttributeError."""
    assert {"judge_series", "profile_defaults", "roll_up_scores"} <= set(dir(planmodel.evaluation))
    with pytest.raises(AttributeError, match="no attribute 'achievement'"):
        planmodel.evaluation.achievement  # noqa: B018


def test_an_iterator_that_fails_fails_as_itself() -> None:
    """An error of the caller's own iterator is not hidden."""

    def pairs() -> Iterator[tuple[int, int]]:
        yield 2015, 1
        raise KeyError("disk")

    with pytest.raises(KeyError, match="disk"):
        judge(pairs())


def test_reading_keeps_every_value() -> None:
    """Points look up, cut and count as a sorted list does."""
    points = read_points([(2020, 3), (2015, 1), (2018, None)], [])
    assert (len(points), points.missing, points.resorted) == (2, 1, True)
    assert (points.at(2015), points.at(2016), points.at(2030)) == (1, None, None)
    assert (points.until(2014), points.until(2015), points.until(None)) == (0, 1, 2)
