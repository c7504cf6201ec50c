"""Rules applied to facts: shipped rules, conditions, states, running totals, rounding."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.errors import ModelError, UsageError
from planmodel.evaluation import ByHand, grade, load_rule, read_rule
from planmodel.evaluation.precision import as_decimal
from planmodel.evaluation.rules import Rule

UP: dict[str, Any] = {"direction": "increase"}
DOWN: dict[str, Any] = {"direction": "decrease"}


def rule(measure: str | None = "ratio_to_target", /, **entries: Any) -> Rule:
    """A rule with ◎ from 100, ○ from 80 and △, unless *entries* say otherwise."""
    data: dict[str, Any] = {
        "name": "ours",
        "version": "1",
        "grade_on": "exact",
        "scale": {
            "kind": "bands",
            "bands": [
                {"label": "◎", "at_least": 100, "score": 3},
                {"label": "○", "at_least": 80, "below": 100, "score": 2},
                {"label": "△", "below": 80, "score": 1},
            ],
        },
    }
    if measure is not None:
        data["measure"] = measure
    return read_rule({**data, **entries})


@pytest.mark.parametrize(
    ("value", "label", "printed"),
    [
        (2748, "A", "137.4"),
        (2000, "A", "100.0"),
        (1999, "B+", "100.0"),
        (1600, "B+", "80.0"),
        (1599, "B", "80.0"),
        (1000, "B", "50.0"),
        (999, "C", "50.0"),
        (0, "C", "0.0"),
        (-1, "C", "-0.1"),
    ],
)
def test_ibaraki(value: int, label: str, printed: str) -> None:
    """The exact ratio to the year's expected value is graded, although 99.95 prints as 100.0."""
    it = grade(load_rule("ibaraki"), value=value, expected=2000, **UP)
    assert (it.label, str(it.printed)) == (label, printed)


@pytest.mark.parametrize(
    ("value", "target", "label"),
    [
        ("94.5", 95, "B"),
        ("94.9", 95, "B"),
        (5424, 5300, "B"),
        (6568, 5300, "A"),
        (6254, 5300, "A"),
        (62879, 67000, "B"),
        (4, 3, "A"),
        (5, 3, "A"),
        (50, 100, "C"),
        ("49.9", 100, "D"),
        (80, 100, "B"),
        ("79.9", 100, "C"),
        (110, 100, "A"),
        ("109.9", 100, "B"),
    ],
)
def test_osaka_library(value: Any, target: int, label: str) -> None:
    """The first eight are printed in the library's own sheets for 2013 to 2015."""
    assert grade(load_rule("osaka-library"), value=value, target=target, **UP).label == label


@pytest.mark.parametrize(
    ("value", "points"),
    list(
        zip(
            [100, 99, 90, 89, 80, 79, 70, 69, 60, 59, 50, 49, 0],
            "7665544332211",
            strict=True,
        )
    ),
)
def test_sano(value: int, points: str) -> None:
    """Seven points from 100 percent downwards; they are the score, too."""
    it = grade(load_rule("sano"), value=value, target=100, **UP)
    assert (it.label, it.score) == (points, Decimal(points))


def test_tama_reads_the_share_in_two_ways() -> None:
    """Baseline 50, target 100, 70 in the second of five years: 175% of the share, or 100%."""
    figures: dict[str, Any] = {"baseline": 50, "target": 100, "elapsed": 2, "duration": 5, **UP}
    of_target = grade(load_rule("tama-target"), value=70, **figures)
    of_gap = grade(load_rule("tama-gap"), value=70, **figures)
    assert (of_target.label, of_target.number) == ("①", Decimal(175))
    assert (of_gap.label, of_gap.number) == ("①", Decimal(100))
    assert grade(load_rule("tama-gap"), value="69.9", **figures).label == "②"
    assert grade(load_rule("tama-gap"), value=62, **figures).label == "②"
    assert grade(load_rule("tama-gap"), value="61.9", **figures).label == "③"
    assert grade(load_rule("tama-target"), value="39.9", **figures).label == "②"
    assert grade(load_rule("tama-target"), value="23.9", **figures).label == "③"
    assert grade(load_rule("tama-target"), value=70, expected=90, **figures).label == "①"


@pytest.mark.parametrize(
    ("value", "label"),
    [(201, "S"), (200, "A"), (111, "A"), (110, "B"), (100, "B"), (90, "B"), (89, "C")],
)
def test_nagayo(value: int, label: str) -> None:
    """Above the target; within 10% of the baseline; above it; below it."""
    figures: dict[str, Any] = {"baseline": 100, "target": 200, **UP}
    assert grade(load_rule("nagayo"), value=value, **figures).label == label
    mirrored: dict[str, Any] = {"baseline": 100, "target": 0, **DOWN}
    assert grade(load_rule("nagayo"), value=200 - value, **mirrored).label == label


def test_nagayo_prints_a_dash_for_what_is_unknown() -> None:
    """An unknown value is a state with its reason, not a grade."""
    it = grade(load_rule("nagayo"), value=None, baseline=100, target=200, **UP)
    assert (it.label, it.is_graded, it.score) == ("−", False, None)
    assert it.reason is not None
    assert it.reason.code == "no_value"
    assert "missing" in str(it)
    stated = grade(load_rule("nagayo"), state="−", **UP)
    assert stated.reason is not None
    assert (stated.label, stated.reason.code) == ("−", "not_known")


@pytest.mark.parametrize(
    ("value", "tags", "label"),
    [
        (110, (), "a"),
        (109, (), "b"),
        (100, (), "b"),
        (99, (), "c"),
        (98, ("survey",), "b"),
        (97, ("survey",), "c"),
        (102, ("survey",), "b"),
        (103, ("survey",), "b"),
        (110, ("survey",), "a"),
    ],
)
def test_fukuoka(value: int, tags: tuple[str, ...], label: str) -> None:
    """On pace, slower, below the start; a survey's change under 3 points is no change."""
    figures: dict[str, Any] = {"baseline": 100, "target": 120, "elapsed": 5, "duration": 10, **UP}
    it = grade(load_rule("fukuoka"), value=value, path="linear", tags=tags, **figures)
    assert it.label == label


@pytest.mark.parametrize(
    ("value", "with_tag", "without"),
    [("102.9", "b", "a"), (103, "a", "a"), ("101.9", "b", "b"), ("97.1", "b", "c"), (97, "c", "c")],
)
def test_fukuoka_calls_a_small_change_of_a_survey_no_change_even_on_pace(
    value: Any, with_tag: str, without: str
) -> None:
    """102 is on pace to 104: 2.9 points are unchanged in a survey and exactly 3 are not."""
    figures: dict[str, Any] = {"baseline": 100, "target": 104, "elapsed": 5, "duration": 10, **UP}
    for tags, label in ((("survey",), with_tag), ((), without)):
        found = grade(load_rule("fukuoka"), value=value, path="linear", tags=tags, **figures)
        assert found.label == label


def test_fukuoka_asks_for_the_whole_pace() -> None:
    """99.5% of the way that was expected is slower than the pace."""
    figures: dict[str, Any] = {"baseline": 100, "target": 120, "elapsed": 5, "duration": 10, **UP}
    assert grade(load_rule("fukuoka"), value="109.95", path="linear", **figures).label == "b"


def test_nagayo_calls_a_small_fall_from_a_small_baseline_a_fall() -> None:
    """4.4 is more than a tenth below 5, and less than one below it."""
    figures: dict[str, Any] = {"baseline": 5, "target": 9, **UP}
    labels = [
        grade(load_rule("nagayo"), value=it, **figures).label
        for it in ("4.4", "4.5", "5.5", "5.6", 9, "9.1")
    ]
    assert labels == ["C", "B", "B", "A", "A", "S"]


def test_fukuoka_needs_a_declared_path() -> None:
    """The document does not say how the pace is drawn; what needs none is graded all the same."""
    figures: dict[str, Any] = {"baseline": 100, "target": 120, "elapsed": 5, "duration": 10, **UP}
    it = grade(load_rule("fukuoka"), value=110, **figures)
    assert it.label is None
    assert it.reason is not None
    assert it.reason.code == "no_path"
    assert grade(load_rule("fukuoka"), value=120, **figures).label == "a"
    assert grade(load_rule("fukuoka"), value=99, **figures).label == "c"


@pytest.mark.parametrize(
    ("value", "baseline", "target", "label"),
    [
        (62, 65, 60, "c"),
        (59, 65, 60, "c"),
        (65, 65, 60, "a"),
        (70, 65, 60, "a"),
        (59, 60, 60, "c"),
        (60, 60, 60, "a"),
        (61, 60, 60, "a"),
        (61, 60, None, None),
        (59, 60, None, "c"),
        (61, None, 60, None),
    ],
)
def test_fukuoka_where_no_pace_can_be_drawn(
    value: int, baseline: int | None, target: int | None, label: str | None
) -> None:
    """Worse than the start is c; not worse and the target met is a; the rest cannot be told."""
    clock: dict[str, Any] = {"elapsed": 5, "duration": 10, "path": "linear"}
    up = grade(load_rule("fukuoka"), value=value, baseline=baseline, target=target, **clock, **UP)
    assert up.label == label
    mirrored = [None if it is None else -it for it in (baseline, target)]
    down = grade(
        load_rule("fukuoka"),
        value=-value,
        baseline=mirrored[0],
        target=mirrored[1],
        **clock,
        **DOWN,
    )
    assert down.label == label


@pytest.mark.parametrize(
    ("value", "label"), [(-1, "C"), (0, "B"), (1, "A"), (10, "A"), (11, "S"), (None, "−")]
)
def test_nagayo_from_nothing(value: int | None, label: str) -> None:
    """Within a tenth of a baseline of 0 lies only 0; nothing has to be divided by it."""
    it = grade(load_rule("nagayo"), value=value, baseline=0, target=10, **UP)
    assert it.label == label


@given(
    value=st.integers(-300, 300),
    baseline=st.integers(-100, 100),
    least=st.integers(-30, 0),
    most=st.integers(0, 30),
)
def test_a_percentage_of_a_figure_is_a_rate_without_its_division(
    value: int, baseline: int, least: int, most: int
) -> None:
    """|b| times the bounds decides like (v − b)/|b| wherever b is not 0, and also where it is."""
    near = {"at_least": least, "at_most": most}
    figures: dict[str, Any] = {"value": value, "baseline": baseline, **UP}

    def label(condition: dict[str, Any]) -> str | None:
        cases = [{"label": "near", **condition}, {"label": "far", "otherwise": True}]
        scale = {"kind": "first_match", "unit": "percent", "cases": cases}
        return grade(rule(scale=scale), **figures).label

    share = label({"measure": "change_from_baseline", "percent_of": "baseline", **near})
    if baseline:
        assert share == label({"measure": "change_rate_from_baseline", **near})
    else:
        assert share == ("near" if value == 0 else "far")


def test_a_percentage_of_a_figure_that_is_missing_is_not_known() -> None:
    """Nothing is a tenth of a baseline that nobody knows."""
    condition = {"measure": "change", "percent_of": "baseline", "above": 5}
    cases = [{"label": "near", **condition}, {"label": "far", "otherwise": True}]
    it = grade(rule(scale={"kind": "first_match", "cases": cases}), value=3, previous=2, **UP)
    assert it.reason is not None
    assert it.reason.code == "no_baseline"


def short_of(percent: str, **entries: Any) -> Rule:
    """A rule by which a value is near where it lacks at most *percent* of the expected one."""
    asked = {"measure": "gap_to_expected", "percent_of": "expected", "at_most": Decimal(percent)}
    cases = [{"label": "near", **asked}, {"label": "far", "otherwise": True}]
    return rule(scale={"kind": "first_match", "cases": cases}, **{"path": "declared", **entries})


@given(
    value=st.integers(1, 400),
    base=st.integers(0, 90),
    elapsed=st.integers(1, 6),
    path=st.sampled_from(["linear", "linear_from_zero"]),
)
def test_a_percentage_of_the_expected_value_is_exact(
    value: int, base: int, elapsed: int, path: str
) -> None:
    """Sevenths of the way are no rounded figures: a value on the very limit is within it."""
    target, duration = 100, 7
    start = base if path == "linear" else 0
    expected = start + Fraction(target - start) * elapsed / duration
    lacking = (expected - value) / expected * 100
    figures: dict[str, Any] = {
        "value": value, "baseline": base, "target": target, "elapsed": elapsed,
        "duration": duration, "path": "linear", **UP,
    }  # fmt: skip
    it = short_of("12.5", path=path)
    assert grade(it, **figures).label == ("near" if lacking <= Fraction(25, 2) else "far")


@pytest.mark.parametrize(
    ("value", "base", "elapsed"), [(50, 0, 4), (25, 0, 2), (75, 0, 6), (57, 16, 5), (24, 8, 2)]
)
def test_a_limit_between_two_sevenths_is_met_from_both_sides(
    value: int, base: int, elapsed: int
) -> None:
    """What lacks exactly so many percent lacks at least and at most so many."""
    expected = base + Fraction(100 - base) * elapsed / 7
    lacking = as_decimal((expected - value) / expected * 100)
    assert lacking is not None
    figures: dict[str, Any] = {
        "value": value, "baseline": base, "target": 100, "elapsed": elapsed, "duration": 7,
        "path": "linear", **UP,
    }  # fmt: skip
    asked = {"percent_of": "expected", "equals": lacking}
    other = {"label": "else", "otherwise": True}
    of_case = [{"label": "exactly", "measure": "gap_to_expected", **asked}, other]
    of_rule = [{"label": "exactly", **asked}, other]
    for measure, cases in (("ratio_to_target", of_case), ("gap_to_expected", of_rule)):
        it = rule(measure, scale={"kind": "first_match", "cases": cases}, path="declared")
        assert grade(it, **figures).label == "exactly"


def test_a_percentage_of_the_expected_value_takes_a_printed_one_as_it_is() -> None:
    """A printed value wins over the line; without either there is a reason."""
    figures: dict[str, Any] = {"value": 88, "baseline": 0, "target": 200, **UP}
    assert grade(short_of("12"), expected=100, **figures).label == "near"
    assert grade(short_of("11.9"), expected=100, **figures).label == "far"
    unknown = grade(short_of("12"), **figures)
    assert unknown.reason is not None
    assert unknown.reason.code == "no_path"


def test_only_the_own_number_of_a_rule_is_graded_as_printed() -> None:
    """4.4 of 33.3… expected is over 13%; printed as 4 it is 12%, of the same exact 33.3…."""
    entries: dict[str, Any] = {
        "measure": "gap_to_expected", "path": "declared",
        "rounding": {"mode": "half_up", "places": 0},
    }  # fmt: skip
    cases = [
        {"label": "near", "percent_of": "expected", "at_most": 12},
        {"label": "far", "otherwise": True},
    ]
    scale = {"kind": "first_match", "cases": cases}
    figures: dict[str, Any] = {
        "value": "28.9333", "baseline": 0, "target": 100, "elapsed": 1, "duration": 3,
        "path": "linear", **UP,
    }  # fmt: skip
    exact, printed = (rule(scale=scale, grade_on=it, **entries) for it in ("exact", "printed"))
    assert (grade(exact, **figures).label, grade(printed, **figures).label) == ("far", "near")


def test_grading_on_the_printed_number_is_declared() -> None:
    """99.6 prints as 100: whether that is a ◎ is the rule's decision."""
    half_up = {"mode": "half_up", "places": 0}
    exact = rule(rounding=half_up)
    printed = rule(rounding=half_up, grade_on="printed")
    figures: dict[str, Any] = {"value": "99.6", "target": 100, **UP}
    assert grade(exact, **figures).label == "○"
    assert grade(printed, **figures).label == "◎"
    assert grade(printed, **figures).graded_on == 100
    truncated = rule(rounding={"mode": "truncate", "places": 0}, grade_on="printed")
    assert grade(truncated, **figures).label == "○"


def test_one_indicator_may_be_rounded_in_its_own_way() -> None:
    """Real reports round half up and truncate in one document."""
    it = rule(
        rounding={
            "mode": "truncate",
            "places": 1,
            "indicators": {"employment": {"mode": "half_up", "places": 0}},
        }
    )
    figures: dict[str, Any] = {"value": 131, "target": 470, **UP}
    assert str(grade(it, **figures).printed) == "27.8"
    assert str(grade(it, indicator="welfare", **figures).printed) == "27.8"
    assert str(grade(it, indicator="employment", **figures).printed) == "28"


def test_without_a_rounding_nothing_is_printed() -> None:
    """Where the source is silent, no digits are dropped."""
    it = grade(rule(), value=1, target=3, **UP)
    assert it.printed is None
    assert it.number is not None


def test_a_running_total_needs_a_word_about_its_baseline() -> None:
    """v/T of a running total looks nearly done on day one."""
    figures: dict[str, Any] = {
        "value": 4500,
        "baseline": 3816,
        "target": 8572,
        "kind": "cumulative",
        **UP,
    }
    silent = grade(rule(), **figures)
    assert silent.reason is not None
    assert silent.reason.code == "running_total"
    net = grade(rule(net_of_baseline=True), **figures)
    assert net.number is not None
    assert round(net.number, 1) == Decimal("14.4")
    assert "net of its baseline" in str(net.trace)
    gross = grade(rule(net_of_baseline=False), **figures)
    assert gross.number is not None
    assert round(gross.number, 1) == Decimal("52.5")
    assert grade(rule(), **{**figures, "kind": "flow"}).reason is None
    missing = grade(rule(), **{**figures, "value": None})
    assert missing.reason is not None
    assert missing.reason.code == "no_value"
    assert "net_of_baseline = true or false" in str(silent.reason)


def test_a_running_total_without_any_baseline_has_nothing_to_net() -> None:
    """v/T is v/T then; a baseline that is only not known is another matter."""
    figures: dict[str, Any] = {"value": 50, "target": 100, "kind": "cumulative", **UP}
    for net in ({}, {"net_of_baseline": True}, {"net_of_baseline": False}):
        it = grade(rule(**net), has_baseline=False, **figures)
        assert it.number == 50
        assert "net of its baseline" not in str(it.trace)
    assert grade(rule(), **figures).reason is not None
    assert grade(rule(), has_baseline=True, **figures).reason is not None


@given(st.integers(-500, 500), st.sampled_from(["exact", "printed"]))
def test_limits_hold_before_rounding_and_grading(value: int, grade_on: str) -> None:
    """A floor and a cap are the rule's own; the trace shows the number before and after."""
    it = grade(
        rule(
            limits={"at_least": 0, "at_most": 100},
            rounding={"mode": "half_up", "places": 0},
            grade_on=grade_on,
        ),
        value=value,
        target=200,
        **UP,
    )
    assert it.number == min(max(Decimal(value) / 2, Decimal(0)), Decimal(100))
    assert it.graded_on is not None
    assert 0 <= it.graded_on <= 100
    free = grade(rule(), value=value, target=200, **UP)
    shown = str(it.trace)
    assert f"in percent = {free.number:f}" in shown
    assert f"within the limits = {it.number:f} — the limits: ≥ 0 and ≤ 100" in shown
    assert "within the limits" not in str(free.trace)


def test_a_capped_number_is_the_one_that_is_graded() -> None:
    """A band above the cap is never reached, also where the exact number is graded."""
    bands = [{"label": "over", "above": 100}, {"label": "up to", "at_most": 100}]
    scale = {"kind": "bands", "bands": bands}
    figures: dict[str, Any] = {"value": 3, "target": 2, **UP}
    assert grade(rule(scale=scale), **figures).label == "over"
    assert grade(rule(scale=scale, limits={"at_most": 100}), **figures).label == "up to"


def test_a_case_says_what_then_where_a_number_cannot_be_computed() -> None:
    """Without it the first number that cannot be computed ends the search."""
    beyond = {"label": "超過", "not_assessable": ["baseline_beyond_target"]}
    others = [
        {"label": "順調", "at_least": 100},
        {"label": "不明", "not_assessable": ["any"]},
        {"label": "遅れ", "otherwise": True},
    ]
    scale = {"kind": "first_match", "cases": [beyond, *others]}
    it = rule("progress_from_baseline", scale=scale)
    figures: dict[str, Any] = {"target": 20, **UP}
    assert grade(it, value=25, baseline=30, **figures).label == "超過"
    assert grade(it, value=25, baseline=10, **figures).label == "順調"
    assert grade(it, value=15, baseline=10, **figures).label == "遅れ"
    without = grade(it, value=15, **figures)
    assert without.reason is not None
    assert without.reason.code == "no_baseline"
    named = {**beyond, "measure": "progress_from_baseline"}
    only = [named, {"label": "−", "otherwise": True}]
    own = rule(None, scale={"kind": "first_match", "cases": only})
    shown = grade(own, value=25, baseline=30, **figures)
    assert shown.label == "超過"
    assert "is not assessable (baseline_beyond_target)" in str(shown.trace)


def test_a_case_and_a_variant_may_ask_for_the_direction() -> None:
    """Where less is better, other words or other bands may hold."""
    cases = [
        {"label": "減った", "direction": "decrease", "measure": "change", "below": 0},
        {"label": "増えた", "direction": "increase", "measure": "change", "above": 0},
        {"label": "−", "otherwise": True},
    ]
    it = rule(None, scale={"kind": "first_match", "cases": cases})
    assert grade(it, value=3, previous=4, **DOWN).label == "減った"
    assert grade(it, value=3, previous=4, **UP).label == "−"
    assert grade(it, value=5, previous=4, **UP).label == "増えた"
    shown = str(grade(it, value=3, previous=4, **DOWN).trace)
    assert "rate" not in shown
    assert "less is better" in shown
    lower = rule(variants=[{"when": {"direction": "decrease"}, "convention": "T/v"}])
    assert grade(lower, value=5, target=4, **DOWN).label == "○"
    assert grade(lower, value=5, target=4, **UP).label == "◎"


def test_a_running_total_from_zero_reads_the_same_both_ways() -> None:
    """Where the baseline is 0, nothing needs to be declared."""
    figures: dict[str, Any] = {"value": 50, "baseline": 0, "target": 100, "kind": "cumulative"}
    for net in ({}, {"net_of_baseline": True}, {"net_of_baseline": False}):
        assert grade(rule(**net), **figures, **UP).number == 50


def test_the_expected_value_of_a_running_total_is_net_too() -> None:
    """v/e becomes the pace ratio, on any path."""
    figures: dict[str, Any] = {
        "value": 110,
        "baseline": 100,
        "target": 200,
        "elapsed": 1,
        "duration": 5,
        "kind": "cumulative",
        **UP,
    }
    on_line = rule("ratio_to_expected", path="linear", net_of_baseline=True)
    from_zero = rule("ratio_to_expected", path="linear_from_zero", net_of_baseline=True)
    declared = rule("ratio_to_expected", path="declared", net_of_baseline=True)
    assert grade(on_line, **figures).number == 50
    assert grade(from_zero, **figures).number == 50
    assert grade(from_zero, expected=999, **figures).number == 50
    assert grade(declared, expected=140, **figures).number == 25
    assert "expected value on a straight line [b = 100, T = 200, k = 1, n = 5]" in str(
        grade(from_zero, expected=999, **figures).trace
    )
    undirected = grade(from_zero, **{**figures, "direction": None})
    assert undirected.reason is not None
    assert undirected.reason.code == "no_direction"


def test_a_rule_without_a_convention_does_not_judge_less_is_better() -> None:
    """The rule's author has to decide between T/v and its rivals."""
    figures: dict[str, Any] = {"value": 784, "target": 757, **DOWN}
    it = grade(rule(), **figures)
    assert it.reason is not None
    assert it.reason.code == "no_convention"
    assert grade(rule(convention="T/v"), **figures).label == "○"
    assert grade(rule(convention="v/T"), **figures).label == "◎"


def test_variants_for_kinds_targets_and_the_final_year() -> None:
    """The first variant that applies is used, with the rule's other entries."""
    final = {
        "when": {"final_year": True},
        "scale": {
            "kind": "bands",
            "bands": [{"label": "達成", "at_least": 100}, {"label": "未達成", "below": 100}],
        },
    }
    keep = {"when": {"target_kind": ["keep"]}, "measure": "progress_from_baseline"}
    flows = {"when": {"kind": ["flow"], "tags": ["sum"]}, "measure": "change_rate"}
    it = rule(variants=[final, keep, flows])
    figures: dict[str, Any] = {"value": 99, "target": 100, "baseline": 98, "previous": 90, **UP}
    assert grade(it, **figures).label == "○"
    assert grade(it, final_year=False, **figures).label == "○"
    assert grade(it, final_year=True, target_kind="keep", **figures).label == "未達成"
    assert grade(it, target_kind="keep", **figures).number == 50
    assert grade(it, kind="flow", **figures).number == 99
    assert grade(it, kind="flow", tags=["sum"], **figures).number == 10


def test_states_are_shown_instead_of_grades() -> None:
    """中止, 把握不能 and 集計中 are states; an unknown state is told as it is."""
    it = rule(
        states={
            "中止": ["discontinued"],
            "把握不能": ["not_known", "not_surveyed"],
            "集計中": ["pending"],
            "−": ["any"],
        }
    )
    for state, label, code in (
        ("discontinued", "中止", "discontinued"),
        ("中止", "中止", "discontinued"),
        ("not_surveyed", "把握不能", "not_surveyed"),
        ("集計中", "集計中", "pending"),
        ("未着手", "−", "state"),
    ):
        shown = grade(it, value=3, target=4, state=state, **UP)
        assert shown.reason is not None
        assert (shown.label, shown.reason.code, shown.number) == (label, code, None)
        assert not shown.is_graded
    assert grade(it, target=4, **UP).label == "−"
    counting = rule(
        states={"−": ["any"]},
        rollup={"method": "mean", "minimum_coverage": 0, "scores": {"−": 0, "○": 2}},
    )
    assert grade(counting, target=4, **UP).score is None
    assert grade(counting, value=9, target=10, **UP).score == 2
    assert grade(counting, value=10, target=10, **UP).score == 3
    assert str(grade(counting, value=9, target=10, **UP)) == "○"
    assert str(grade(rule(), target=4, **UP)).startswith("there is no value")
    assert grade(rule(), value=3, target=4, state="未着手", **UP).label is None


def test_conditions_are_combined() -> None:
    """all, any, not, equals and reached do what they say; unknown parts decide nothing wrongly."""

    def label(condition: dict[str, Any], **figures: Any) -> str | None:
        cases = [{"label": "yes", **condition}, {"label": "no", "otherwise": True}]
        it = rule(scale={"kind": "first_match", "cases": cases})
        return grade(it, **{"target": 10, **UP, **figures}).label

    big, better = {"above": 50}, {"measure": "improvement", "above": 0}
    assert label({"all": [big, better]}, value=6, previous=5) == "yes"
    assert label({"all": [big, better]}, value=6, previous=7) == "no"
    assert label({"all": [big, better]}, value=5) == "no"
    assert label({"all": [big, better]}, value=6) is None
    assert label({"any": [big, better]}, value=6) == "yes"
    assert label({"any": [big, better]}, value=5) is None
    assert label({"any": [big, better]}, value=5, previous=9) == "no"
    assert label({"not": big}, value=5) == "yes"
    assert label({"not": big}, value=6) == "no"
    assert label({"not": better}, value=6) is None
    assert label({"equals": 60}, value=6) == "yes"
    assert label({"equals": 60}, value=7) == "no"
    assert label({"reached": True}, value=10) == "yes"
    assert label({"reached": True}, value=9) == "no"
    assert label({"reached": False}, value=9) == "yes"
    assert label({"reached": True}, value=9, reached=True) == "yes"
    assert label({"reached": True}, value=9, target=None) is None
    assert label({"final_year": True}, value=9) == "no"
    assert label({"final_year": True}, value=9, final_year=True) == "yes"
    assert label({"due": True}, value=9) == "no"
    assert label({"due": True}, value=9, due=True) == "yes"
    assert label({"due": False}, value=9, elapsed=3, duration=4) == "yes"
    assert label({"due": True}, value=9, elapsed=4, duration=4) == "yes"
    assert label({"due": True}, value=9, elapsed=4, duration=4, due=False) == "no"
    assert label({"kind": ["flow"]}, value=9, kind="flow") == "yes"
    assert label({"target_kind": ["keep"]}, value=9, target_kind="by") == "no"


def test_five_levels_and_a_to_d_are_written_as_data() -> None:
    """Other prefectures' letters need no code: five levels, or A to D at 100, 80 and 60."""
    letters = [("A", 100), ("B", 80), ("C", 60)]
    bands: list[dict[str, Any]] = [{"label": "D", "below": 60}]
    for (label, low), high in zip(letters, [None, 100, 80], strict=True):
        bands.append({"label": label, "at_least": low, **({"below": high} if high else {})})
    it = rule(scale={"kind": "bands", "bands": bands})
    assert [grade(it, value=v, target=100, **UP).label for v in (100, 99, 80, 60, 59)] == list(
        "ABBCD"
    )


def test_a_grade_by_hand_stands_over_the_computed_one_and_both_are_shown() -> None:
    """Name of the body, date and reason are there; the computed grade is not lost."""
    computed = grade(rule(), value=99, target=100, **UP)
    by_hand = ByHand("◎", "審議会", dt.date(2022, 6, 1), "目標を実質的に達成")
    it = computed.overridden(by_hand)
    assert (it.shown, it.label, it.score, computed.shown) == ("◎", "○", Decimal(3), "○")
    assert str(it) == "◎ (by 審議会, 2022-06-01, because: 目標を実質的に達成)"
    assert it.in_language("ja") == "◎（審議会、2022-06-01、理由: 目標を実質的に達成）"
    assert "○" in str(it.trace)
    assert "審議会" in str(it.trace)
    refused = grade(rule(), target=100, **UP).overridden(by_hand)
    assert refused.is_graded
    unknown = computed.overridden(ByHand("X", "審議会", None, "理由"))
    assert unknown.score is None
    with pytest.raises(ModelError, match="reason"):
        ByHand("◎", "審議会", None, " ")


def test_a_trace_explains_the_grade() -> None:
    """Rule, expected value, ratio, rounding and band, one after the other, in both languages."""
    it = grade(load_rule("ibaraki"), value=1999, expected=2000, **UP)
    lines = str(it.trace).splitlines()
    assert "Ibaraki" in lines[0]
    assert "v/e = 0.9995" in lines[2]
    assert lines[-1] == "6. grade = B+ mostly on course — the exact 99.95 is ≥ 80 and < 100"
    assert "80以上100未満" in it.trace.in_language("ja")
    figures: dict[str, Any] = {"baseline": 100, "target": 200, **UP}
    steps = str(grade(load_rule("nagayo"), value=105, **figures).trace)
    assert "gap to the target [v = 105, T = 200, d = +1]: d·(T − v) = 95" in steps
    assert "change since the baseline (in % of the baseline) ≥ -10 and ≤ 10" in steps
    assert "no case before it holds" in str(grade(load_rule("nagayo"), value=9, **figures).trace)
    unknown = str(grade(load_rule("nagayo"), value=105, target=200, **UP).trace)
    assert "there is no baseline" in unknown


def test_every_condition_reads_as_words() -> None:
    """The trace can tell any condition in both languages."""
    condition = {
        "above": 3,
        "reached": False,
        "final_year": False,
        "due": False,
        "kind": ["stock"],
        "target_kind": ["by"],
        "tags": ["x"],
        "all": [{"measure": "gap", "at_least": -99}],
        "any": [{"measure": "change", "at_most": 99}, {"final_year": True}],
        "not": {"reached": True},
    }
    cases = [{"label": "yes", **condition}, {"label": "no", "otherwise": True}]
    it = grade(
        rule(scale={"kind": "first_match", "cases": cases}),
        value=9,
        target=10,
        previous=1,
        final_year=False,
        due=False,
        kind="stock",
        target_kind="by",
        tags=("x", "y"),
        **UP,
    )
    assert it.label == "yes"
    for words in (
        "ratio to target (in %) > 3",
        "not met",
        "not (the target is met)",
        "carries x",
        "not due yet",
    ):
        assert words in str(it.trace)
    assert "次のいずれか" in it.trace.in_language("ja")


def test_a_wrong_call_is_refused_with_all_problems() -> None:
    """Unknown facts, words of the wrong kind and bad figures are named together."""
    with pytest.raises(UsageError) as caught:
        grade(
            rule(),
            valu=3,  # type: ignore[call-arg]
            target="x",
            direction="up",  # type: ignore[arg-type]
            kind="total",  # type: ignore[arg-type]
            final_year="yes",  # type: ignore[arg-type]
            tags="survey",
            indicator=3,  # type: ignore[arg-type]
        )
    assert len(caught.value.problems) == 7
    assert "did you mean value?" in str(caught.value)


def test_a_rule_that_only_rolls_up_grades_no_indicator() -> None:
    """The error names the rule."""
    only = read_rule(
        {"name": "means", "version": "1", "rollup": {"method": "mean", "minimum_coverage": 0}}
    )
    with pytest.raises(UsageError, match="means"):
        grade(only, value=1)


def test_a_rule_may_grade_without_a_measure_of_its_own() -> None:
    """Where every case names its measure, a missing value still is missing."""
    cases = [{"label": "進展", "measure": "improvement", "above": 0}]
    it = rule(
        None,
        scale={"kind": "first_match", "cases": [*cases, {"label": "進展せず", "otherwise": True}]},
    )
    assert grade(it, value=3, previous=2, **UP).label == "進展"
    assert grade(it, value=2, previous=2, **UP).label == "進展せず"
    missing = grade(it, previous=2, **UP)
    assert missing.reason is not None
    assert missing.reason.code == "no_value"
