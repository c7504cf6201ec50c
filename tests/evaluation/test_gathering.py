"""What is gathered for a judgement: the year before, the whole of a share, words, and standing."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_samples import END, START, judged, plan_of, row, series_of_years, stock
from planmodel import (
    AgainstBenchmark,
    Amount,
    AtLeast,
    Baseline,
    Benchmark,
    Between,
    CalendarYear,
    Day,
    FiscalYear,
    Milestone,
    NoNumber,
    NotStated,
    Observation,
    Observations,
    Stock,
    evaluate,
)
from planmodel.evaluation import Standing, read_rule
from planmodel.evaluation.reasons import REASONS

NATION = Benchmark("nation", "全国平均", unit="人")


def standing(indicator: Stock, *rows: Observation, year: int = 2020, **more: Any) -> Standing:
    """Where the indicator stands in a fiscal year, in a plan that *more* tells of."""
    plan = plan_of(indicator, **more)
    found = evaluate(plan, Observations(rows), period=FiscalYear(year))[indicator].standing
    assert found is not None
    return found


def told(assessment: Any) -> list[str]:
    """The notes, in English."""
    return [str(it) for it in assessment.notes]


# -- the year before ----------------------------------------------------------------------------


def test_a_value_that_is_missing_the_year_before_is_not_the_baseline_instead() -> None:
    """Where the ledger says that FY2017 was not published, there is no change since."""
    assert judged(stock(), row("level", 2018, 12), year=2018).change == 2
    missing = row("level", 2017, "未公表"), row("level", 2018, 12)
    assert judged(stock(), *missing, year=2018).change is None


# -- the whole of a share -----------------------------------------------------------------------

WHOLE = Stock("households", "世帯数", unit="世帯", direction="increase")
SHARE = stock(denominator=WHOLE)


def shared(*rows: Observation) -> Any:
    """The assessment of a share of the households in FY2020."""
    return evaluate(plan_of(SHARE, WHOLE), Observations(rows), period="FY2020")["level"]


def test_the_whole_of_a_share_is_printed_with_it_or_is_another_series() -> None:
    """The one printed beside the value wins; without a value too, the series is known."""
    whole = row("households", 2020, 400)
    assert shared(row("level", 2020, 15), whole).facts.base == 400
    assert shared(row("level", 2020, 15, base=300), whole).facts.base == 300
    assert shared(whole).facts.base == 400
    assert shared(row("level", 2020, 15)).facts.base is None
    assert judged(stock(), row("level", 2020, 15)).facts.base is None


@pytest.mark.parametrize("unit", ["%", "％", "‰"])
def test_a_percentage_is_a_share_already_and_no_base_divides_it(unit: str) -> None:
    """67.5% with its whole beside it is not judged as 67.5/19,980, and the reason says why."""
    share = read_rule(
        {
            "name": "share",
            "version": "1",
            "measure": "share_of_base",
            "grade_on": "exact",
            "scale": {
                "kind": "bands",
                "bands": [{"label": "A", "at_least": 50}, {"label": "B", "below": 50}],
            },
        }
    )
    found = judged(stock(80, 50, unit=unit), row("level", 2020, "67.5", base=19980), rules=share)
    assert (found.grade, found.value, found.actual) == (None, None, Decimal("67.5"))
    assert found.reason == REASONS["value_is_share"]
    steps = [str(it) for it in found.trace.steps]
    assert not any("19980" in it for it in steps)
    assert sum("share already" in it for it in steps) == 2
    counted = judged(stock(80, 50), row("level", 2020, 10, base=40), rules=share)
    assert (counted.grade, counted.printed) == ("B", "25.0%")


# -- another unit -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "value", "given", "english"),
    [
        ("千円", "20000", "円", "given in yen, and the indicator is counted in thousand yen"),
        ("人", "1.5", "百人", "given in 百人, and the indicator is counted in people"),
        ("人", "15", "件", "given in cases, and the indicator is counted in people"),
    ],
)
def test_a_value_in_another_unit_is_not_judged_and_both_units_are_named(
    unit: str, value: str, given: str, english: str
) -> None:
    """It is no number of the indicator: neither graded nor printed with the indicator's unit."""
    found = judged(stock(unit=unit), row("level", 2020, Amount(Decimal(value), unit=given)))
    assert (found.grade, found.actual, found.value, found.gap) == (None, None, None, None)
    assert found.reason is not None
    assert found.reason.code == "other_unit"
    assert english in str(found.reason)
    assert f"単位は{given}で、指標の単位の{unit}と違う" in found.reason.in_language("ja")
    assert not [it for it in found.points if it.kind == "actual"]


def test_spellings_of_one_unit_are_no_other_unit() -> None:
    """か所 and カ所 are one; so is a unit that the plan defines for itself."""
    sites = judged(stock(unit="カ所"), row("level", 2020, Amount(15, unit="か所")))
    assert (sites.actual, sites.grade) == (15, "behind")
    own = plan_of(stock(unit="防犯セット"), own_units="防犯セット : 防犯組 | kit / kits")
    rows = Observations([row("level", 2020, Amount(15, unit="防犯組"))])
    assert evaluate(own, rows, period="FY2020")["level"].actual == 15


def test_a_benchmark_in_another_unit_is_no_number_to_be_held_against() -> None:
    """A national figure in 件 is not that of an indicator in 人."""
    indicator = stock(targets=[AgainstBenchmark(NATION, END)], benchmarks=[NATION])
    values = row("level", 2020, 15), row(NATION.id, 2020, Amount(14, unit="件"))
    found = judged(indicator, *values)
    assert found.reason is not None
    assert found.reason.code == "no_benchmark"
    assert not [it for it in found.points if it.kind == "benchmark"]
    known = judged(indicator, values[0], row(NATION.id, 2020, Amount(14, unit="人")))
    assert (known.goal, known.grade) == (14, "reached")


def test_a_whole_of_another_kind_of_year_is_said_by_its_title() -> None:
    """Not by its id; of the same year there is nothing to say."""
    other = Observation("households", CalendarYear(2020), 400)
    found = shared(row("level", 2020, 15), other)
    assert told(found) == ["世帯数: the value of calendar year 2020 stands for FY2020"]
    assert told(shared(row("level", 2020, 15), row("households", 2020, 400))) == []


# -- words --------------------------------------------------------------------------------------


def test_words_where_a_number_is_aimed_at_are_no_number() -> None:
    """Only a milestone has words that mean that it is done."""
    found = judged(stock(), row("level", 2020, Amount(words="おおむね順調")))
    assert str(found.reason) == "the value is words, not a number: おおむね順調"


# -- the value that stands in -------------------------------------------------------------------


def test_a_series_of_the_year_judged_stands_in_for_nothing() -> None:
    """The level's value is one of the calendar year, and the nation's is of FY2020 itself."""
    compared = stock(targets=[AgainstBenchmark(NATION, END)], benchmarks=[NATION])
    own = Observation("level", CalendarYear(2020), 12)
    found = judged(compared, own, row("nation", 2020, 11))
    assert not [it for it in told(found) if it.startswith("全国平均")]
    assert found.facts.reached is True
    assert found.standing is not None
    assert (found.standing.word, found.standing.reason) == ("reached", None)


OCTOBER = Day("2020-10-01")
LEDGER = [
    Observation("level", FiscalYear(2019), 12),
    Observation("level", CalendarYear(2020), 19),
    Observation("level", OCTOBER, 21),
    Observation("level", FiscalYear(2020), 20),
]


@pytest.mark.parametrize(
    ("period", "word"),
    [(CalendarYear(2020), "lost"), (OCTOBER, "reached"), (FiscalYear(2020), "reached")],
)
def test_a_year_with_several_values_stands_where_the_one_judged_stands(
    period: Any, word: str
) -> None:
    """In whatever order the rows stand, and what ends later in the same year is no matter."""
    for rows in permutations(LEDGER):
        found = judged(stock(), *rows, year=period)
        assert found.facts.reached is (word == "reached")
        assert found.standing is not None
        assert (found.standing.word, found.standing.first_reached) == (word, OCTOBER)


# -- reached, held, lost ------------------------------------------------------------------------

EVERY_YEAR = AtLeast(30, END, scope="every_year")
UNKNOWN = NotStated("記載なし")


@given(st.lists(st.integers(28, 32), min_size=1, max_size=4))
def test_every_year_of_the_plan_counts_for_a_target_of_every_year(values: list[int]) -> None:
    """From its first year on; that a year failed is told where the last one did not."""
    kept = stock(targets=[EVERY_YEAR], baseline=Baseline(10, START))
    by_year = {2017: 10, **{2018 + at: it for at, it in enumerate(values)}}
    last = max(by_year)
    found = series_of_years(kept, by_year, year=last)
    failed = tuple(FiscalYear(at) for at, it in by_year.items() if at > 2017 and it < 30)
    assert found.standing is not None
    assert found.standing.failed == failed
    assert found.standing.word == ("lost" if failed else "held")
    assert found.facts.reached is (not failed)
    is_met = values[-1] >= 30
    assert told(found) == ([str(found.standing)] if failed and is_met else [])


@pytest.mark.parametrize(
    ("baseline", "plan_period", "failed"),
    [
        (Baseline(10, START), UNKNOWN, [2018]),
        (Baseline(10, FiscalYear(2018)), UNKNOWN, []),
        (Baseline(10, UNKNOWN), UNKNOWN, [2016, 2017, 2018]),
        (None, UNKNOWN, [2016, 2017, 2018]),
        (Baseline(10, UNKNOWN), None, [2018]),
        (Baseline(10, FiscalYear(2018)), None, []),
        (None, None, [2018]),
        (None, FiscalYear(2018), [2018]),
    ],
)
def test_the_years_that_count_begin_after_the_baseline_and_with_the_plan(
    baseline: Baseline | None, plan_period: Any, failed: list[int]
) -> None:
    """Whichever is later; without a date for either, every year that is known counts."""
    kept = stock(targets=[EVERY_YEAR], baseline=baseline)
    rows = [row("level", at, it) for at, it in ((2016, 10), (2017, 10), (2018, 10), (2019, 30))]
    more = {} if plan_period is None else {"period": plan_period}
    found = standing(kept, *rows, year=2019, **more)
    assert found.failed == tuple(map(FiscalYear, failed))
    assert found.word == ("lost" if failed else "held")


def test_a_year_of_which_nothing_is_asked_yet_has_no_standing() -> None:
    """The baseline's own year and those before the plan neither hold nor break the target."""
    kept = stock(targets=[EVERY_YEAR], baseline=Baseline(35, START))
    for year in (2016, 2017):
        for value in (35, 25):
            assert judged(kept, row("level", year, value), year=year).standing is None
    assert standing(kept, row("level", 2018, 35), year=2018).word == "held"


def test_what_was_reached_before_the_plan_is_lost_all_the_same() -> None:
    """A target that is due once was reached whenever a value met it."""
    found = standing(stock(), row("level", 2016, 21), row("level", 2020, 15))
    assert (found.word, found.first_reached) == ("lost", FiscalYear(2016))
    before = standing(stock(), row("level", 2016, 21), year=2016)
    assert (before.word, before.first_reached) == ("reached", FiscalYear(2016))


def test_the_reason_of_a_standing_is_only_that_it_has_no_word() -> None:
    """That a range gives no ratio is no reason against having reached it."""
    found = standing(stock(targets=[Between(40, 60, END)]), row("level", 2020, 50))
    assert (found.word, found.reason) == ("reached", None)


def test_a_year_without_a_row_has_no_word() -> None:
    """FY2018 reached it; of FY2019 nothing is known, and that is the reason."""
    found = standing(stock(), row("level", 2018, 21), year=2019)
    assert (found.word, found.first_reached) == (None, FiscalYear(2018))
    assert found.reason is not None
    assert str(found.reason) == "no value for FY2019 is known"


@pytest.mark.parametrize(
    ("targets", "stands"),
    [
        ([AtLeast(20, END)], True),
        ([Between(40, 60, END)], True),
        ([Milestone("設置", END)], True),
        ([AtLeast(20, END), AgainstBenchmark(NATION, END)], True),
        ([AtLeast(20, END), Milestone("設置", END)], True),
        ([AgainstBenchmark(NATION, END)], False),
        ([NoNumber("増やす", END)], False),
        ([], False),
    ],
)
def test_without_any_value_only_what_can_be_met_has_a_standing(
    targets: Any,
    stands: bool,  # noqa: FBT001 - a row of the table
) -> None:
    """It has no word yet; a target of which nothing says when it is met has no standing at all."""
    found = judged(stock(targets=targets, benchmarks=[NATION])).standing
    assert (found is not None) is stands
    assert found is None or (found.word, found.first_reached) == (None, None)
