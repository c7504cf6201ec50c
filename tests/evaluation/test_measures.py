"""Every measure gives its exact value or the one reason why it cannot."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import UsageError
from planmodel.evaluation import NotAssessable, measure, measure_names
from planmodel.evaluation.arithmetic import progress_from_baseline
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.reasons import REASONS

UP: dict[str, Any] = {"direction": "increase"}
DOWN: dict[str, Any] = {"direction": "decrease"}
LINE: dict[str, Any] = {"path": "linear"}

VALUES: list[tuple[str, dict[str, Any], str]] = [
    ("ratio_to_target", {"value": 131, "target": 524, **UP}, "0.25"),
    ("ratio_to_target", {"value": 5, "target": 4, "convention": "T/v", **DOWN}, "0.8"),
    ("ratio_to_target", {"value": 5, "target": 4, "convention": "2-v/T", **DOWN}, "0.75"),
    ("ratio_to_target", {"value": 0, "target": 4, "convention": "2-v/T", **DOWN}, "2"),
    ("ratio_to_target", {"value": 5, "target": 4, "convention": "v/T", **DOWN}, "1.25"),
    (
        "ratio_to_target",
        {"value": 5, "target": 4, "baseline": 8, "convention": "(b-v)/(b-T)", **DOWN},
        "0.75",
    ),
    ("ratio_to_target", {"value": 5, "target": 4, "convention": "T/v", **UP}, "1.25"),
    ("ratio_to_expected", {"value": 3, "expected": 4, **UP}, "0.75"),
    ("ratio_to_expected", {"value": 5, "expected": 4, "convention": "T/v", **DOWN}, "0.8"),
    ("ratio_to_expected", {"value": 5, "expected": 4, "convention": "2-v/T", **DOWN}, "0.75"),
    ("ratio_to_expected", {"value": 5, "expected": 4, "convention": "v/T", **DOWN}, "1.25"),
    (
        "ratio_to_expected",
        {"value": 5, "expected": 4, "baseline": 8, "convention": "(b-v)/(b-T)", **DOWN},
        "0.75",
    ),
    (
        "ratio_to_expected",
        {"value": 6, "baseline": 0, "target": 20, "elapsed": 2, "duration": 5, **UP, **LINE},
        "0.75",
    ),
    (
        "ratio_to_expected",
        {"value": 30, "baseline": 0, "target": 20, "elapsed": 9, "duration": 5, **UP, **LINE},
        "1.5",
    ),
    (
        "ratio_to_expected",
        {
            "value": 12,
            "baseline": 20,
            "target": 10,
            "elapsed": 2,
            "duration": 5,
            "convention": "2-v/T",
            **DOWN,
            **LINE,
        },
        "1.25",
    ),
    (
        "ratio_to_expected",
        {"value": 3, "target": 20, "elapsed": 1, "duration": 5, "path": "linear_from_zero", **UP},
        "0.75",
    ),
    (
        "ratio_to_expected",
        {
            "value": 55,
            "baseline": 100,
            "target": 121,
            "elapsed": 1,
            "duration": 2,
            "path": "geometric",
            **UP,
        },
        "0.5",
    ),
    (
        "pace_ratio",
        {"value": 14, "baseline": 10, "target": 30, "elapsed": 2, "duration": 5, **UP, **LINE},
        "0.5",
    ),
    (
        "pace_ratio",
        {"value": 26, "baseline": 30, "target": 10, "elapsed": 2, "duration": 5, **DOWN, **LINE},
        "0.5",
    ),
    ("pace_ratio", {"value": 7, "baseline": 10, "expected": 20, **UP}, "-0.3"),
    (
        "pace_ratio",
        {"value": 25, "baseline": 10, "target": 30, "elapsed": 8, "duration": 5, **UP, **LINE},
        "0.75",
    ),
    ("progress_from_baseline", {"value": 53, "baseline": 15, "target": 50 + 26, **UP}, None),
    ("progress_from_baseline", {"value": 9, "baseline": 12, "target": 8, **DOWN}, "0.75"),
    ("progress_from_baseline", {"value": 14, "baseline": 12, "target": 8, **DOWN}, "-0.5"),
    ("share_of_base", {"value": 10, "base": 40}, "0.25"),
    ("expected_linear", {"baseline": 86.5, "target": 92, "elapsed": 3, "duration": 5}, "89.8"),
    ("expected_linear", {"baseline": 86.5, "target": 92, "elapsed": 6, "duration": 5}, "92"),
    ("expected_linear", {"baseline": 0, "target": 100, "elapsed": 1, "duration": 2}, "50"),
    ("expected_linear_from_zero", {"target": 100, "elapsed": 1, "duration": 5}, "20"),
    ("expected_geometric", {"baseline": 100, "target": 121, "elapsed": 1, "duration": 2}, "110"),
    ("expected_geometric", {"baseline": -100, "target": -121, "elapsed": 1, "duration": 2}, "-110"),
    ("expected_geometric", {"baseline": 3, "target": 7, "elapsed": 0, "duration": 2}, "3"),
    ("expected_geometric", {"baseline": 3, "target": 7, "elapsed": 3, "duration": 2}, "7"),
    ("elapsed_share", {"elapsed": 1, "duration": 2}, "0.5"),
    ("elapsed_share", {"elapsed": 0, "duration": 2}, "0"),
    ("expected_linear", {"baseline": 3, "target": 7, "elapsed": 0, "duration": 2}, "3"),
    (
        "ratio_to_expected",
        {"value": 6, "baseline": 8, "target": 20, "elapsed": 0, "duration": 5, **UP, **LINE},
        "0.75",
    ),
    (
        "ratio_to_expected",
        {
            "value": 16,
            "baseline": 20,
            "target": 0,
            "elapsed": 2,
            "duration": 5,
            "convention": "(b-v)/(b-T)",
            **DOWN,
            **LINE,
        },
        "0.5",
    ),
    ("observed_pace", {"value": 16, "baseline": 10, "elapsed": 4}, "1.5"),
    ("required_pace", {"value": 16, "target": 10, "elapsed": 1, "duration": 5}, "-1.5"),
    ("gap", {"value": 95.1, "target": 100, **UP}, "4.9"),
    ("gap", {"value": 784, "target": 757, **DOWN}, "27"),
    ("gap_to_expected", {"value": 85.9, "expected": 85, **UP}, "-0.9"),
    (
        "gap_to_expected",
        {"value": 7, "baseline": 10, "target": 0, "elapsed": 2, "duration": 5, **DOWN, **LINE},
        "1",
    ),
    ("gap_to_expected", {"value": 3, "expected": 0, **DOWN}, "3"),
    ("change", {"value": 67.5, "previous": 80}, "-12.5"),
    ("ratio_to_previous", {"value": 9, "previous": 12}, "0.75"),
    ("change_rate", {"value": 9, "previous": 12}, "-0.25"),
    ("change_rate", {"value": -9, "previous": -12}, "0.25"),
    ("improvement", {"value": 9, "previous": 12, **DOWN}, "3"),
    ("improvement", {"value": 9, "previous": 12, **UP}, "-3"),
    ("change_from_baseline", {"value": 9, "baseline": 12}, "-3"),
    ("change_rate_from_baseline", {"value": 15, "baseline": 12}, "0.25"),
    ("improvement_from_baseline", {"value": 9, "baseline": 12, **DOWN}, "3"),
    ("improvement_from_baseline", {"value": 9, "baseline": 12, **UP}, "-3"),
]


@pytest.mark.parametrize(("name", "figures", "expected"), VALUES)
def test_the_value_of_a_measure(name: str, figures: dict[str, Any], expected: str | None) -> None:
    """A value comes without a reason, exactly as the formula says."""
    measured = measure(name, **figures)
    assert measured.reason is None
    if expected is not None:
        assert measured.value == Decimal(expected)


TIMES: dict[str, Any] = {"elapsed": 2, "duration": 5}
REFUSALS: list[tuple[str, dict[str, Any], str]] = [
    ("ratio_to_target", {"target": 4, **UP}, "no_value"),
    ("ratio_to_target", {"value": 4, **UP}, "no_target"),
    ("ratio_to_target", {"value": 4, "target": 0, **UP}, "target_zero"),
    ("ratio_to_target", {"value": 4, "target": 0, "convention": "T/v", **DOWN}, "target_zero"),
    ("ratio_to_target", {"value": 4, "target": 0, "convention": "2-v/T", **DOWN}, "target_zero"),
    ("ratio_to_target", {"value": 0, "target": 4, "convention": "T/v", **DOWN}, "value_zero"),
    (
        "ratio_to_target",
        {"value": 3, "target": 4, "convention": "(b-v)/(b-T)", **DOWN},
        "no_baseline",
    ),
    ("ratio_to_expected", {"expected": 4, **UP}, "no_value"),
    ("ratio_to_expected", {"value": 4, **UP}, "no_path"),
    ("ratio_to_expected", {"value": 4, "expected": 0, **UP}, "expected_zero"),
    (
        "ratio_to_expected",
        {"value": 4, "expected": 0, "convention": "2-v/T", **DOWN},
        "expected_zero",
    ),
    ("ratio_to_expected", {"value": 0, "expected": 4, "convention": "T/v", **DOWN}, "value_zero"),
    ("ratio_to_expected", {"value": 4, "target": 5, **TIMES, **UP, **LINE}, "no_baseline"),
    ("ratio_to_expected", {"value": 4, "baseline": 5, **TIMES, **UP, **LINE}, "no_target"),
    ("ratio_to_expected", {"value": 4, "baseline": 5, "target": 6, **UP, **LINE}, "no_time"),
    (
        "ratio_to_expected",
        {"value": 4, "baseline": -2, "target": 3, "elapsed": 2, "duration": 5, **UP, **LINE},
        "expected_zero",
    ),
    ("pace_ratio", {"baseline": 1, "expected": 4, **UP}, "no_value"),
    ("pace_ratio", {"value": 4, "expected": 4, **UP}, "no_baseline"),
    ("pace_ratio", {"value": 4, "baseline": 4, **UP}, "no_path"),
    ("pace_ratio", {"value": 5, "baseline": 4, "expected": 4, **UP}, "expected_is_baseline"),
    ("pace_ratio", {"value": 5, "baseline": 6, "expected": 4, **UP}, "baseline_beyond_expected"),
    (
        "pace_ratio",
        {"value": 5, "baseline": 4, "target": 4, **TIMES, **UP, **LINE},
        "target_is_baseline",
    ),
    (
        "pace_ratio",
        {"value": 5, "baseline": 4, "target": 3, **TIMES, **UP, **LINE},
        "baseline_beyond_target",
    ),
    (
        "pace_ratio",
        {"value": 5, "baseline": 4, "target": 9, "elapsed": 0, "duration": 5, **UP, **LINE},
        "no_time_elapsed",
    ),
    *(
        (name, {"value": 5, "baseline": 4, "target": 9, **times, **UP, **LINE}, code)
        for name in ("ratio_to_expected", "pace_ratio")
        for times, code in (
            ({"elapsed": 0, "duration": 0}, "target_not_after_baseline"),
            ({"elapsed": -1, "duration": 5}, "before_baseline"),
            ({"elapsed": 1}, "no_time"),
            ({"duration": 1}, "no_time"),
        )
    ),
    ("progress_from_baseline", {"baseline": 1, "target": 4, **UP}, "no_value"),
    ("progress_from_baseline", {"value": 1, "target": 4, **UP}, "no_baseline"),
    ("progress_from_baseline", {"value": 1, "baseline": 4, **UP}, "no_target"),
    (
        "progress_from_baseline",
        {"value": 5, "baseline": 4, "target": 4, **UP},
        "target_is_baseline",
    ),
    (
        "progress_from_baseline",
        {"value": 5, "baseline": 4.1, "target": 4, **UP},
        "baseline_beyond_target",
    ),
    (
        "progress_from_baseline",
        {"value": 5, "baseline": 4, "target": 4.1, **DOWN},
        "baseline_beyond_target",
    ),
    ("share_of_base", {"base": 4}, "no_value"),
    ("share_of_base", {"value": 4}, "no_base"),
    ("share_of_base", {"value": 4, "base": 0}, "base_zero"),
    ("expected_linear", {"target": 4, **TIMES}, "no_baseline"),
    ("expected_linear", {"baseline": 4, **TIMES}, "no_target"),
    ("expected_linear", {"baseline": 4, "target": 5, "elapsed": 1}, "no_time"),
    (
        "expected_linear",
        {"baseline": 4, "target": 5, "elapsed": 0, "duration": 0},
        "target_not_after_baseline",
    ),
    (
        "expected_linear",
        {"baseline": 4, "target": 5, "elapsed": -1, "duration": 2},
        "before_baseline",
    ),
    ("expected_linear_from_zero", {**TIMES}, "no_target"),
    ("expected_geometric", {"target": 4, **TIMES}, "no_baseline"),
    ("expected_geometric", {"baseline": 4, **TIMES}, "no_target"),
    ("expected_geometric", {"baseline": 0, "target": 4, **TIMES}, "no_growth_rate"),
    ("expected_geometric", {"baseline": 4, "target": 0, **TIMES}, "no_growth_rate"),
    ("expected_geometric", {"baseline": -4, "target": 4, **TIMES}, "no_growth_rate"),
    (
        "expected_geometric",
        {"baseline": 4, "target": 5, "elapsed": 1, "duration": -1},
        "target_not_after_baseline",
    ),
    ("elapsed_share", {"elapsed": 1}, "no_time"),
    ("elapsed_share", {"elapsed": 1, "duration": 0}, "target_not_after_baseline"),
    ("observed_pace", {"baseline": 1, "elapsed": 1}, "no_value"),
    ("observed_pace", {"value": 1, "elapsed": 1}, "no_baseline"),
    ("observed_pace", {"value": 1, "baseline": 1}, "no_time"),
    ("observed_pace", {"value": 1, "baseline": 1, "elapsed": 0}, "no_time_elapsed"),
    ("observed_pace", {"value": 1, "baseline": 1, "elapsed": -1}, "before_baseline"),
    ("required_pace", {"target": 1, **TIMES}, "no_value"),
    ("required_pace", {"value": 1, **TIMES}, "no_target"),
    ("required_pace", {"value": 1, "target": 1, "duration": 5}, "no_time"),
    (
        "required_pace",
        {"value": 1, "target": 1, "elapsed": 5, "duration": 5},
        "target_year_passed",
    ),
    ("gap", {"target": 1, **UP}, "no_value"),
    ("gap_to_expected", {"expected": 1, **UP}, "no_value"),
    ("gap_to_expected", {"value": 1, **UP}, "no_path"),
    ("gap_to_expected", {"value": 1, "target": 2, "path": "linear", **UP}, "no_baseline"),
    ("gap", {"value": 1, **UP}, "no_target"),
    ("change", {"previous": 1}, "no_value"),
    ("change", {"value": 1}, "no_previous"),
    ("change_rate", {"previous": 1}, "no_value"),
    ("change_rate", {"value": 1}, "no_previous"),
    ("change_rate", {"value": 1, "previous": 0}, "previous_zero"),
    ("ratio_to_previous", {"previous": 1}, "no_value"),
    ("ratio_to_previous", {"value": 1}, "no_previous"),
    ("ratio_to_previous", {"value": 1, "previous": 0}, "previous_zero"),
    ("improvement", {"previous": 1, **UP}, "no_value"),
    ("improvement", {"value": 1, **UP}, "no_previous"),
    ("change_from_baseline", {"baseline": 1}, "no_value"),
    ("change_from_baseline", {"value": 1}, "no_baseline"),
    ("change_rate_from_baseline", {"baseline": 1}, "no_value"),
    ("change_rate_from_baseline", {"value": 1}, "no_baseline"),
    ("change_rate_from_baseline", {"value": 1, "baseline": 0}, "baseline_zero"),
    ("improvement_from_baseline", {"baseline": 1, **UP}, "no_value"),
    ("improvement_from_baseline", {"value": 1, **UP}, "no_baseline"),
]


@pytest.mark.parametrize(("name", "figures", "code"), REFUSALS)
def test_what_cannot_be_judged_has_a_reason(name: str, figures: dict[str, Any], code: str) -> None:
    """There is no value, the reason has its own code, and it reads in both languages."""
    measured = measure(name, **figures)
    assert measured.value is None
    assert measured.percent is None
    assert measured.reason is not None
    assert measured.reason.code == code
    assert str(measured.reason)
    assert measured.reason.in_language("ja") != str(measured.reason)


def test_only_a_ratio_has_a_percentage() -> None:
    """A gap of 5 persons is not 500%."""
    for name, figures, _ in VALUES:
        measured = measure(name, **figures)
        assert (measured.percent is None) is not MEASURES[name].is_ratio


def test_every_measure_is_tested_with_and_without_a_value() -> None:
    """No measure is forgotten in the two tables above."""
    assert {name for name, _, _ in VALUES} == set(measure_names())
    assert {name for name, _, _ in REFUSALS} == set(measure_names())


def test_every_reason_has_its_own_code_and_sentences() -> None:
    """No two reasons share a code or a sentence."""
    assert len({str(reason) for reason in REASONS.values()}) == len(REASONS)
    assert len({reason.in_language("ja") for reason in REASONS.values()}) == len(REASONS)
    assert all(code == reason.code for code, reason in REASONS.items())


def test_kagoshima_has_five_answers_for_the_same_figures() -> None:
    """947 (2017), target 757 (2023), actual 784 (2021): 85.8, 103.6, 96.6 and 96.4 percent."""
    figures: dict[str, Any] = {"value": 784, "target": 757, "baseline": 947, **DOWN}

    def percent(name: str, **more: Any) -> Decimal:
        exact = measure(name, **figures, **more).percent
        assert exact is not None
        return round(exact, 1)

    assert percent("progress_from_baseline") == Decimal("85.8")
    assert percent("ratio_to_target", convention="v/T") == Decimal("103.6")
    assert percent("ratio_to_target", convention="T/v") == Decimal("96.6")
    assert percent("ratio_to_target", convention="2-v/T") == Decimal("96.4")
    assert percent("ratio_to_target", convention="(b-v)/(b-T)") == Decimal("85.8")


def test_a_printed_expected_value_wins_over_the_line() -> None:
    """Where the document prints the year's value, the path is not used, and the trace says so."""
    figures: dict[str, Any] = {"value": 6, "baseline": 0, "target": 20, **TIMES, **UP, **LINE}
    measured = measure("ratio_to_expected", expected=12, **figures)
    assert measured.value == Decimal("0.5")
    assert "as given" in str(measured.trace)


def test_a_trace_tells_formula_inputs_and_value() -> None:
    """The steps can be followed with a pocket calculator, in both languages."""
    measured = measure(
        "pace_ratio", value=89.5, baseline=86.5, target=92, elapsed=3, duration=5, **UP, **LINE
    )
    english, japanese = str(measured.trace), measured.trace.in_language("ja")
    assert "b + (T − b)·k/n = 89.8" in english
    assert "(v − b)/(e − b) = 0.909" in english
    assert "期待値（直線）" in japanese
    passed = measure(
        "pace_ratio", value=89.5, baseline=86.5, target=92, elapsed=6, duration=5, **UP, **LINE
    )
    assert "the target year has passed" in str(passed.trace)
    refused = measure("ratio_to_expected", value=1, **UP, **LINE)
    assert "no numeric target" in str(refused.trace)


def test_round_numbers_print_without_exponents() -> None:
    """70 percent is 70, not 7E+1, and a growth rate that comes out even is even."""
    assert str(measure("share_of_base", value=7, base=10).percent) == "70"
    grown = measure("expected_geometric", baseline=100, target=121, elapsed=1, duration=2)
    assert str(grown.value) == "110"


def test_notes_warn_of_ratios_that_run_the_wrong_way() -> None:
    """A negative target and an ignored direction are said in the trace."""
    negative = measure("ratio_to_target", value=-5, target=-10, **UP)
    assert negative.value == Decimal("0.5")
    assert "falls while things get better" in str(negative.trace)
    ignored = measure("ratio_to_target", value=784, target=757, convention="v/T", **DOWN)
    assert "direction is ignored" in str(ignored.trace)


def test_a_result_reads_as_a_sentence() -> None:
    """A value and a reason both print after the name of the measure."""
    assert str(measure("gap", value=1, target=3, **UP)) == "gap to the target: 2"
    missing = measure("gap", value=None, target=3, **UP)
    assert missing.in_language("ja") == "目標値までの差: 実績値がない（欠測は0ではない）"


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), "NaN", True, object(), "12x", 1e999])
def test_what_is_no_number_is_refused_with_its_name(bad: Any) -> None:
    """NaN, infinity and the like are a wrong call, not a missing value."""
    with pytest.raises(UsageError, match="target"):
        measure("gap", value=1, target=bad, direction="increase")


def test_a_fraction_is_a_figure_where_it_is_a_decimal() -> None:
    """3/5 of a period is 0.6; 1/3 is refused, and the error says what to pass."""
    times: dict[str, Any] = {"elapsed": Fraction(3, 5), "duration": Fraction(2)}
    assert measure("elapsed_share", **times).value == Decimal("0.3")
    assert measure("share_of_base", value=Fraction(1, 2**200), base=1).value
    for endless in (Fraction(1, 3), Fraction(1, 2**500)):
        with pytest.raises(UsageError, match=r"value: .*digits do not end"):
            measure("share_of_base", value=endless, base=1)


def test_a_wrong_call_names_everything_at_once() -> None:
    """The name, the figures and the declarations are all looked at before anything is raised."""
    with pytest.raises(UsageError) as caught:
        measure("ratio_to_targt", value=float("nan"), direction="up", path="straight")  # type: ignore[arg-type]
    message = str(caught.value)
    assert len(caught.value.problems) == 4
    assert "did you mean ratio_to_target?" in message
    assert "path" in message
    assert "値" in caught.value.in_language("ja")


@pytest.mark.parametrize("name", [n for n, spec in MEASURES.items() if spec.is_directed])
def test_a_direction_is_never_defaulted(name: str) -> None:
    """A measure that needs the direction refuses to be computed without it."""
    with pytest.raises(UsageError, match="direction"):
        measure(name, value=1, target=2, baseline=0, expected=1, previous=1)


@pytest.mark.parametrize("name", [n for n, spec in MEASURES.items() if spec.has_convention])
def test_a_convention_is_never_defaulted_where_less_is_better(name: str) -> None:
    """T/v, 2 − v/T and the others differ, so one is declared."""
    with pytest.raises(UsageError, match="convention"):
        measure(name, value=1, target=2, expected=1, direction="decrease")
    with pytest.raises(UsageError, match="T/v"):
        measure(name, value=1, target=2, expected=1, direction="decrease", convention="T:v")  # type: ignore[arg-type]


def test_a_path_is_never_defaulted() -> None:
    """Without an expected value and without a path there is no expected value."""
    without = measure("pace_ratio", value=3, baseline=1, target=5, elapsed=1, duration=2, **UP)
    assert isinstance(without.reason, NotAssessable)
    assert without.reason.code == "no_path"


FIGURES = st.decimals(-(10**6), 10**6, places=3)


@given(FIGURES, FIGURES, st.integers(1, 20), st.integers(1, 20))
def test_a_value_on_the_line_is_exactly_on_pace(
    baseline: Decimal, target: Decimal, elapsed: int, duration: int
) -> None:
    """Whoever stands exactly on the line has exactly 1, whatever the line's digits are."""
    if target == baseline:
        return
    value_n = Fraction(baseline) + (Fraction(target) - Fraction(baseline)) * min(
        Fraction(elapsed, duration), 1
    )
    scaled = Decimal(int(value_n * duration * 1000)) / Decimal(1000)
    figures: dict[str, Any] = {
        "value": scaled,
        "baseline": baseline * duration,
        "target": target * duration,
        "elapsed": elapsed,
        "duration": duration,
        "direction": "increase" if target > baseline else "decrease",
        "path": "linear",
    }
    assert measure("pace_ratio", **figures).value == 1
    ratio = measure("ratio_to_expected", convention="v/T", **figures)
    assert ratio.value == 1 if scaled else ratio.reason is not None


@given(FIGURES, FIGURES, FIGURES)
def test_progress_does_not_depend_on_which_way_is_up(
    value: Decimal, baseline: Decimal, target: Decimal
) -> None:
    """Mirroring all figures and the direction changes nothing."""
    up = progress_from_baseline(value, baseline, target, 1)
    down = progress_from_baseline(-value, -baseline, -target, -1)
    assert up == down


@given(FIGURES, FIGURES, FIGURES)
def test_a_value_beyond_the_target_has_more_than_all_of_the_progress(
    value: Decimal, baseline: Decimal, target: Decimal
) -> None:
    """Progress is never capped, and below the baseline it is negative."""
    progress = progress_from_baseline(value, baseline, target, 1)
    if baseline >= target:
        assert isinstance(progress, NotAssessable)
    else:
        assert isinstance(progress, Decimal)
        assert (progress > 1) is (value > target)
        assert (progress < 0) is (value < baseline)


@given(st.integers(1, 10**30))
def test_nearly_the_target_is_never_the_target(digits: int) -> None:
    """A ratio that is less than 1 by one part in 10³⁰ or more is still less than 1."""
    target = digits * 10**30
    ratio = measure("ratio_to_target", value=target - 1, target=target, direction="increase").value
    assert ratio is not None
    assert ratio < 1


@pytest.mark.parametrize("name", ["progress_from_baseline", "pace_ratio", "ratio_to_target"])
def test_no_way_at_all_is_zero_without_a_sign(name: str) -> None:
    """0 divided by a way down, or by a target below 0, is 0 and not −0, in the trace too."""
    figures: dict[str, Any] = (
        {"value": 0, "target": -5, "direction": "increase"}
        if name == "ratio_to_target"
        else {
            "value": 200,
            "baseline": 200,
            "target": 100,
            "expected": 150,
            "direction": "decrease",
        }
    )
    found = measure(name, **figures)
    assert found.value is not None
    assert str(found.value) == "0"
    assert str(found.trace).endswith(("= 0", "this ratio falls while things get better"))
    assert "-0" not in str(found.trace)
