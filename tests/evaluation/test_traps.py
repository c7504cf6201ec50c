"""Traps seen in other systems, one test each (those about measures, grades and roll-ups)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from planmodel.evaluation import Group, Part, grade, load_rule, measure, read_rule, roll_up

UP: dict[str, Any] = {"direction": "increase"}
MEAN = read_rule(
    {"name": "mean", "version": "1", "rollup": {"method": "mean", "minimum_coverage": 50}}
)
WEIGHTED = read_rule(
    {"name": "weighted", "version": "1", "rollup": {"method": "weighted", "minimum_coverage": 0}}
)


def test_the_first_stored_row_taken_as_baseline() -> None:
    """A measure knows no series: without a declared baseline there is no progress."""
    it = measure("progress_from_baseline", value=784, target=757, direction="decrease")
    assert it.value is None
    assert it.reason is not None
    assert it.reason.code == "no_baseline"


def test_regression_shown_as_no_value() -> None:
    """What went backwards is a negative number, and gets its grade."""
    figures: dict[str, Any] = {"value": 90, "baseline": 100, "target": 120, **UP}
    it = measure("progress_from_baseline", **figures)
    assert it.value == Decimal("-0.5")
    times = {"elapsed": 1, "duration": 2}
    assert grade(load_rule("tama-gap"), **figures, **times).label == "③"


def test_a_real_zero_turned_blank() -> None:
    """0 is a value: it is measured, printed and graded; only None is missing."""
    it = grade(load_rule("ibaraki"), value=0, expected=2000, **UP)
    assert (it.label, it.number, str(it.printed)) == ("C", 0, "0.0")
    assert str(measure("gap", value=0, target=0, **UP)) == "gap to the target: 0"
    assert roll_up([Part("a", 0), Part("b", 0)], MEAN).value == 0


def test_a_cap_written_with_max_instead_of_min() -> None:
    """Nothing is capped: above 100 stays above, below 0 stays below."""
    figures: dict[str, Any] = {"baseline": 0, "target": 100, **UP}
    assert measure("progress_from_baseline", value=250, **figures).percent == 250
    assert measure("progress_from_baseline", value=-50, **figures).percent == -50
    assert measure("ratio_to_target", value=3034064, target=1570693, **UP).value != 1


def test_direction_read_off_the_data_so_that_an_overshot_goal_turns_decreasing() -> None:
    """Beyond the target the declared direction still holds, and the gap is negative."""
    figures: dict[str, Any] = {"value": 120, "target": 100, **UP}
    assert measure("gap", **figures).value == -20
    assert measure("progress_from_baseline", baseline=50, **figures).percent == 140
    beyond = measure("progress_from_baseline", value=130, baseline=120, target=100, **UP)
    assert beyond.reason is not None
    assert beyond.reason.code == "baseline_beyond_target"


def test_a_weighted_sum_not_divided_by_the_weights() -> None:
    """Weights of 30 and 70 give a mean between the scores, not a hundredfold of it."""
    parts = [Part("a", 2, weight=30), Part("b", 4, weight=70)]
    assert roll_up(parts, WEIGHTED).value == Decimal("3.4")


def test_a_zero_target_replaced_silently() -> None:
    """Nothing is divided by 0 or by a stand-in for it."""
    it = measure("ratio_to_target", value=3, target=0, direction="decrease", convention="T/v")
    assert it.reason is not None
    assert it.reason.code == "target_zero"
    # The way from 10 to 0 has a length, and is no division by 0.
    way = measure("progress_from_baseline", value=3, baseline=10, target=0, direction="decrease")
    assert way.value == Decimal("0.7")


def test_before_the_first_milestone_nothing_is_ever_late() -> None:
    """In the first of four years a fourth of the way is expected, and its absence is seen."""
    figures: dict[str, Any] = {"baseline": 100, "target": 140, "elapsed": 1, "duration": 4, **UP}
    assert measure("expected_linear", **figures).value == 110
    assert grade(load_rule("tama-gap"), value=101, **figures).label == "③"


def test_not_saying_how_many_children_had_data() -> None:
    """A pillar with one measured indicator out of four does not look complete."""
    pillar = Group("pillar", [Part("①", 5), Part("②"), Part("③"), Part("④")])
    alone = roll_up(pillar.parts, MEAN)
    assert alone.value is None
    assert str(alone).endswith("(1 of 4 assessed)")
    above = roll_up([pillar, Part("⑤", 3)], MEAN)
    assert above.value is None
    assert (above.assessed, above.total) == (1, 5)


def test_a_stock_summed_over_years_because_a_flag_was_forgotten() -> None:
    """No measure adds two years; a running total is judged net of its baseline or not at all."""
    it = grade(load_rule("sano"), value=53, baseline=23, target=62, kind="cumulative", **UP)
    assert it.label is None
    assert it.reason is not None
    assert it.reason.code == "running_total"
    assert (
        grade(load_rule("sano"), value=53, baseline=23, target=62, kind="stock", **UP).label == "5"
    )
