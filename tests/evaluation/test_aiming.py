"""What the targets of an indicator come to in one period, and the way drawn between them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_samples import END, START, stock
from planmodel import (
    AgainstBenchmark,
    AllOf,
    AtLeast,
    AtMost,
    Baseline,
    Between,
    FiscalYear,
    Milestone,
    NoNumber,
    NotStated,
)
from planmodel.evaluation.aiming import Aim, aim_of
from planmodel.evaluation.goals import Around
from planmodel.model.ids import Ref

NATION = Ref[Any]("benchmark", "nation")
Y18, Y19, Y20 = (FiscalYear(it) for it in (2018, 2019, 2020))


def aim(*targets: Any, baseline: Baseline | None = None, **more: Any) -> Aim:
    """What a level with *targets* aims at in FY2019, in which the nation has 50."""
    indicator = stock(targets=targets, baseline=baseline, **more)
    around = Around(Y19, lambda _key, _period: Decimal(50), {})
    return aim_of(indicator, baseline, around, None)


FROM_10 = Baseline(10, START)
TWO_YEARS = AtLeast(12, Y19), AtLeast(20, END)


def notes(of: Aim, year: int) -> list[str]:
    """What had to be assumed, in words."""
    return [str(it) for it in of.notes(year)]


# -- what is asked for --------------------------------------------------------------------------


def test_an_indicator_without_targets_aims_at_nothing() -> None:
    """No target, form or scope, nothing to keep, even where it shall stay as it is."""
    for nothing in (aim(), aim(direction="maintain")):
        assert (nothing.target, nothing.form, nothing.scope) == (None, None, None)
        assert (nothing.is_kept, nothing.is_yearly, nothing.is_direct) == (False, False, False)
        assert (nothing.expected(2019), nothing.of_year(2019)) == (None, None)
        assert nothing.is_for_another_year(2019) is False
        assert nothing.notes(2019) == ()


def test_of_conditions_that_are_no_one_threshold_the_first_is_the_target() -> None:
    """Where one says what both ask for it is that one, wherever it stands."""
    low, high, higher = AtLeast(20, END), AtMost(30, END), AtLeast(25, END)
    assert aim(low, high).target == low
    assert aim(high, low).target == high
    assert aim(low, higher).target == aim(higher, low).target == higher


@pytest.mark.parametrize(
    ("targets", "form"),
    [
        ((AtLeast(50, END),), "at_least"),
        ((AtLeast(50, END), AtLeast(60, END)), "at_least"),
        ((AtLeast(50, END), AtMost(70, END)), "between"),
        ((AtLeast(40, END), AgainstBenchmark(NATION, END)), "several"),
        ((AtMost(60, END), AgainstBenchmark(NATION, END, side="at_most")), "several"),
        ((AtLeast(50, END), Milestone("設置", END)), "several"),
    ],
)
def test_only_a_lower_end_with_an_upper_one_is_a_range(targets: Any, form: str) -> None:
    """A fixed and a moving threshold on one side are several conditions, not a range."""
    assert aim(*targets).form == form


@pytest.mark.parametrize(
    ("scopes", "maintain", "scope", "yearly"),
    [
        (("by",), False, "by", False),
        (("by",), True, "keep", False),
        (("keep",), False, "keep", False),
        (("every_year",), False, "every_year", True),
        (("by", "keep"), False, "keep", False),
        (("by", "every_year"), False, "every_year", True),
        (("keep", "every_year"), False, "every_year", True),
    ],
)
def test_one_condition_to_be_kept_makes_the_whole_one_to_be_kept(
    scopes: Any,
    scope: str,
    maintain: bool,  # noqa: FBT001 - a row of the table
    yearly: bool,  # noqa: FBT001 - a row of the table
) -> None:
    """By a date only where all are, and in every single year where one is."""
    targets = [AtLeast(20 + at, END, scope=it) for at, it in enumerate(scopes)]
    found = aim(*targets, direction="maintain" if maintain else "increase")
    assert (found.scope, found.is_yearly) == (scope, yearly)
    assert found.is_kept is found.is_direct is (scope != "by")


# -- the way ------------------------------------------------------------------------------------


def test_one_target_alone_draws_no_way_of_its_own() -> None:
    """Not in its year and not before it: the line from the baseline is a matter of the rule."""
    one = aim(AtLeast(20, END), baseline=FROM_10)
    for year in range(2016, 2024):
        assert (one.expected(year), one.drawn(year)) == (None, None)


@given(st.integers(-99, 99), st.integers(-99, 99), st.integers(-99, 99))
def test_between_two_years_the_way_is_straight(base: int, middle: int, last: int) -> None:
    """From the baseline to the first printed number, and from it to the next one."""
    found = aim(AtLeast(middle, Y19), AtLeast(last, END), baseline=Baseline(base, START))
    numbers = {2017: base, 2019: middle, 2021: last}
    for year in (2018, 2020):
        before, after = numbers[year - 1], numbers[year + 1]
        assert found.expected(year) == Decimal(before + after) / 2
        assert found.drawn(year) == (before + after, 2)
    for year in (2019, 2021):
        assert (found.expected(year), found.drawn(year)) == (numbers[year], None)
    for year in (2016, 2017, 2022):
        assert (found.expected(year), found.drawn(year)) == (None, None)


@pytest.mark.parametrize(
    "baseline",
    [
        None,
        Baseline(NotStated("記載なし"), START),
        Baseline(10, NotStated("記載なし")),
        Baseline(10, Y19),
        Baseline(10, Y20),
        Baseline(10, FiscalYear(2022)),
    ],
)
def test_without_a_baseline_before_them_the_way_starts_at_the_first_printed_number(
    baseline: Baseline | None,
) -> None:
    """A baseline that is unknown, undated or no earlier than the first target is no point on it."""
    found = aim(*TWO_YEARS, baseline=baseline)
    assert (found.expected(2018), found.drawn(2018)) == (None, None)
    assert found.expected(2019) == 12
    assert (found.expected(2020), found.drawn(2020)) == (16, (32, 2))


def test_what_is_drawn_by_a_rate_of_growth_is_no_fraction() -> None:
    """200 lies half-way from 100 to 400; only a straight line gives two whole numbers."""
    grown = aim(
        AtLeast(400, Y19), AtLeast(1600, END), baseline=Baseline(100, START), path="geometric"
    )
    assert (grown.expected(2018), grown.drawn(2018)) == (200, None)


def test_what_is_asked_for_in_the_very_year_has_no_way() -> None:
    """A level to be kept expects its own number every year, whatever was printed for others."""
    kept = aim(AtLeast(12, Y19), AtLeast(20, END, scope="keep"), baseline=FROM_10)
    for year in (2018, 2019, 2020):
        assert (kept.expected(year), kept.drawn(year), kept.of_year(year)) == (20, None, None)
        assert kept.is_for_another_year(year) is False
        assert kept.notes(year) == ()


def test_a_number_that_moves_is_printed_for_no_year() -> None:
    """The whole of FY2019 is no number of FY2021, and fixed ones before it stay as printed."""
    for moving in (AllOf(NATION, END), AgainstBenchmark(NATION, END)):
        alone = aim(moving)
        assert (alone.printed, alone.is_for_another_year(2019)) == ({}, False)
        before = aim(AtLeast(30, Y18), AtLeast(40, Y19), moving)
        assert before.printed == {2018: 30, 2019: 40}
        assert before.of_year(2018) is None
        assert before.is_for_another_year(2020) is False
    assert not aim(AllOf(NATION, END)).is_direct
    assert aim(AgainstBenchmark(NATION, END)).is_direct


def test_the_number_of_a_year_is_one_that_is_printed_for_it() -> None:
    """Not the last one, which is the target itself, and none where the year has none."""
    found = aim(*TWO_YEARS)
    assert [found.of_year(year) for year in (2018, 2019, 2020, 2021)] == [None, 12, None, None]
    other = [found.is_for_another_year(year) for year in (2018, 2019, 2020, 2021)]
    assert other == [True, False, True, False]
    assert aim(Between(40, 60, END)).is_for_another_year(2019) is False


# -- what is told -------------------------------------------------------------------------------

LINEAR = "linear path assumed"
HARDEST = "several conditions are due together; all must hold, and the hardest one is measured"
ALL = "several conditions are due together; all must hold"
BETWEEN = "targets are printed for several years; the path is drawn from one to the next"


@pytest.mark.parametrize(
    ("targets", "path", "told"),
    [
        ((AtLeast(20, END),), "linear", []),
        ((AtLeast(20, END),), None, [LINEAR]),
        ((AtLeast(20, Y20),), None, [LINEAR]),
        ((AtLeast(20, END), AtLeast(25, END)), "linear", [HARDEST]),
        ((AtLeast(20, END), AtMost(25, END)), None, [ALL]),
        (TWO_YEARS, "linear", [BETWEEN]),
        (TWO_YEARS, None, [BETWEEN, LINEAR]),
        ((AtLeast(15, Y20), AtLeast(20, END)), None, []),
        ((Between(40, 60, END),), None, []),
        ((NoNumber("増やす", END),), None, []),
        ((AtLeast(12, Y18), AtLeast(15, Y19), Milestone("設置", END)), None, []),
    ],
)
def test_what_had_to_be_assumed_is_told_and_nothing_else(
    targets: Any, path: Any, told: list[str]
) -> None:
    """A path only where there is a number to go to, and none was printed for the year itself."""
    assert notes(aim(*targets, baseline=FROM_10, path=path), 2020) == told
