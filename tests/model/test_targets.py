"""Targets and baselines: what their constructors refuse, and which version held on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from planmodel import (
    AgainstBenchmark,
    AtLeast,
    AtMost,
    Baseline,
    Benchmark,
    Between,
    CalendarYear,
    Department,
    FiscalYear,
    Milestone,
    NoNumber,
    NotStated,
    Rank,
    Ref,
    Relative,
    Stock,
    Target,
)
from planmodel.errors import ModelError

YEAR = FiscalYear(2021)
JUNE, JULY = dt.date(2020, 6, 1), dt.date(2020, 7, 1)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: AtLeast(5, 2021), r"AtLeast.period: '2021' is no period.*FiscalYear\(2021\)"),
        (lambda: AtLeast(5, "R3"), "no period"),
        (lambda: AtLeast(5, YEAR, scope="always"), "no scope"),
        (lambda: AtLeast("5〜10人", YEAR), "not one number but range"),
        (lambda: Between(60, 40, YEAR), "lower end 60 lies above the upper end 40"),
        (lambda: Relative("20%", YEAR), "no change"),
        (lambda: Relative("20%減", YEAR, of="last_year"), "no reference of a change"),
        (lambda: AgainstBenchmark(Benchmark("n", "全国"), YEAR, side="above"), "no side"),
        (lambda: AgainstBenchmark(Department("d", "課"), YEAR), "is no benchmark"),
        (lambda: Rank(0, "東北", YEAR), "no place"),
        (lambda: Milestone(" ", YEAR), "no text"),
        (lambda: NoNumber("", YEAR), "no text"),
        (lambda: AtMost(5, YEAR, revises=AtMost(4, YEAR)), "needs the date of its decision"),
        (lambda: AtMost(5, YEAR, decided="2020/6/1"), "is not a day"),
        (lambda: Baseline(5, 2017), "Baseline.period: '2017' is no period"),
        (lambda: Baseline(5, YEAR, state="sure"), "no state"),
        (lambda: Baseline(5, YEAR, revises=Baseline(4, YEAR)), "needs the date"),
    ],
)
def test_what_a_constructor_refuses(make: Callable[[], object], sentence: str) -> None:
    """What one object can know to be wrong never becomes an object."""
    with pytest.raises(ModelError, match=sentence):
        make()


def test_all_problems_are_named_at_once() -> None:
    """Two faults are two problems."""
    wrong: Any = "always"
    with pytest.raises(ModelError) as caught:
        AtLeast(5, wrong, scope=wrong)
    assert len(caught.value.problems) == 2


def test_values_and_sides() -> None:
    """What is aimed at, and on which side the good values lie."""
    assert AtLeast("2,500グループ", YEAR).value == Decimal(2500)
    assert (AtLeast(1, YEAR).side, AtMost(1, YEAR).side) == ("at_least", "at_most")
    assert Relative("20%減", YEAR, stated="757人").value == Decimal(757)
    assert Relative("20%減", YEAR).value is None
    assert [Relative(it, YEAR).side for it in ("20%減", "1.6倍")] == ["at_most", "at_least"]
    assert Relative("20%減", YEAR).arithmetic(Decimal(947)) == Decimal("757.6")
    assert Rank(1, "東北", YEAR).value == Decimal(1)
    assert [it.value for it in (Milestone("設置", YEAR), NoNumber("設定しない", YEAR))] == [
        None
    ] * 2


def test_the_date_may_not_be_stated() -> None:
    """A target without a year says why."""
    assert AtLeast(5, NotStated("年の記載なし")).period == NotStated("年の記載なし")


def test_the_version_that_held_on_a_day() -> None:
    """A revised target is known from its decision on, and the one before it until then."""
    first = AtMost(100, YEAR)
    second = AtMost(90, YEAR, decided=JUNE, because="上方修正", revises=first)
    third = AtMost("80", YEAR, decided="2020-07-01", because="達成", revises=second)
    held = [third.known_by(day) for day in (dt.date(2020, 5, 31), JUNE, JULY, None)]
    assert held == [first, second, third, third]
    assert list(third.versions()) == [third, second, first]
    assert AtMost(1, YEAR, decided=JUNE).known_by(dt.date(2020, 5, 31)) is None


def test_a_revised_baseline_too() -> None:
    """The statistics office corrects what it published."""
    old = Baseline(100, FiscalYear(2017))
    new = Baseline(101, FiscalYear(2017), decided=JUNE, because="訂正", revises=old)
    assert [new.known_by(it) for it in (dt.date(2020, 5, 1), JUNE, None)] == [old, new, new]
    late = Baseline(1, YEAR, decided=JUNE)
    assert late.known_by(dt.date(2020, 5, 1)) is None


def test_a_baseline_that_is_not_stated() -> None:
    """Neither amount nor time is invented."""
    thing = Stock("s", "数", unit="件", baseline=NotStated("記載なし"))
    assert thing.baseline is not None
    assert (thing.baseline.value, thing.baseline.absence) == (None, NotStated("記載なし"))
    assert thing.baseline.period == NotStated("記載なし")


def test_a_base_is_exact() -> None:
    """10 of 179 municipalities."""
    base: Any = 179
    assert Baseline(10, CalendarYear(2017), base=base).base == Decimal(179)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": ""}, "title"),
        ({"unit": " "}, "unit"),
        ({"direction": "up"}, "direction"),
        ({"stage": "result"}, "stage"),
        ({"path": "curved"}, "path"),
        ({"targets": AtLeast(5, YEAR)}, "put it in brackets"),
        ({"targets": ["5件"]}, r"targets\[1\]"),
        ({"benchmarks": [Department("d", "課")]}, r"benchmarks\[1\]"),
        ({"department": "地域安全課"}, "is no department"),
        ({"department": Ref("partner", "d")}, "is no department"),
    ],
)
def test_what_an_indicator_refuses(fields: dict[str, Any], sentence: str) -> None:
    """Words outside their lists and things in the wrong place."""
    with pytest.raises(ModelError, match=sentence):
        Stock(**({"id": "s", "title": "数", "unit": "件"} | fields))


def test_targets_not_stated_read_as_none() -> None:
    """A rule that goes through targets needs no special case, and can still ask."""
    thing = Stock("s", "数", unit="件", targets=NotStated("記載なし"))
    assert thing.targets == ()
    assert thing.not_stated("targets") == NotStated("記載なし")
    assert thing.not_stated("title") is None


def test_targets_are_values() -> None:
    """Equal, hashable, and frozen."""
    one, two = AtLeast("5件", YEAR), AtLeast("5件", YEAR)
    assert {one, two} == {one}
    assert one != AtMost("5件", YEAR)
    with pytest.raises(AttributeError):
        one.strict = True  # type: ignore[misc]
    assert isinstance(one, Target)
