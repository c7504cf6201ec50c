"""The outlook of an indicator of a plan: which probability its kind can carry, from which years."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from judging_samples import START, plan_of, stock, total
from planmodel import (
    AtLeast,
    AtMost,
    Baseline,
    CalendarYear,
    FiscalYear,
    Missing,
    Observation,
    Observations,
    Window,
    evaluate,
)
from planmodel.evaluation import (
    NotAssessable,
    Outlook,
    Probability,
    probability_of_count,
    probability_of_share,
    probability_of_value,
    prospect,
)
from planmodel.periods import Period


def outlook(indicator: Any, values: Mapping[int, Any], year: int = 2019, **bases: Any) -> Outlook:
    """The outlook in a fiscal year; *bases* are denominators by ``y2018`` and the like."""
    rows = [
        Observation(indicator, FiscalYear(at), value, base=bases.get(f"y{at}"))
        for at, value in values.items()
    ]
    judged = evaluate(plan_of(indicator), Observations(rows), period=FiscalYear(year))
    found = prospect(judged, indicator)
    assert isinstance(found, Outlook)
    return found


def why_no_chance(found: Outlook) -> str:
    """The code of the reason for having no probability."""
    assert isinstance(found.probability, NotAssessable)
    return found.probability.code


def test_a_running_total_has_the_probability_of_its_yearly_counts() -> None:
    """10, 13, 13 and two years for the 7 that are missing to 20; a year of none is a count."""
    found = outlook(total(), {2018: 13, 2019: 13})
    assert found.probability == probability_of_count(
        [3, 0], remaining=7, years_left=2, direction="increase"
    )
    one = outlook(total(), {2018: 13}, 2018)
    assert one.probability == probability_of_count(
        [3], remaining=7, years_left=3, direction="increase"
    )


@pytest.mark.parametrize(
    "values",
    [{2019: 13}, {2018: 13, 2020: 14}, {2018: 13, 2019: 12}, {2018: 13, 2019: 12, 2020: 18}],
)
def test_a_running_total_with_a_gap_or_a_fall_has_no_yearly_counts(
    values: dict[int, int],
) -> None:
    """A year that is missing, or less than the year before."""
    assert why_no_chance(outlook(total(), values, max(values))) == "flows_unknown"


def test_in_the_year_of_the_baseline_there_is_no_yearly_count_yet() -> None:
    """One value is no flow."""
    found = outlook(total(), {2017: 10}, 2017)
    assert why_no_chance(found) == "flows_unknown"


def test_a_running_total_of_parts_of_things_is_no_count() -> None:
    """13.5 cannot be counted: the general probability is asked, and it needs four values."""
    values = {2018: "13.5", 2019: 14}
    found = outlook(total(), values)
    assert found.probability == probability_of_value(
        [(2017, 10), (2018, "13.5"), (2019, 14)],
        target=20,
        target_year=2021,
        direction="increase",
    )
    assert why_no_chance(found) == "too_few_values"


def share(**more: Any) -> Any:
    """A percentage that shall fall from 50 to 40."""
    return stock(40, 50, **{"unit": "%", **more})


def test_a_percentage_with_every_denominator_has_the_probability_of_a_share() -> None:
    """45.5% of 200 and 44% of 250 are 91 and 110; the last denominator is that of the target."""
    found = outlook(share(), {2019: 44, 2018: "45.5"}, y2018=200, y2019=250)
    assert isinstance(found.probability, Probability)
    assert found.probability == probability_of_share(
        [(91, 200), (110, 250)], denominator=250, target_percent=40, direction="decrease"
    )
    printed = outlook(share(), {2018: "33.3"}, 2018, y2018=3)
    assert printed.probability == probability_of_share(
        [(1, 3)], denominator=3, target_percent=40, direction="decrease"
    )


def test_one_denominator_that_is_not_known_takes_the_shares_away() -> None:
    """Then the percentages are values like any others."""
    values = {2018: "45.5", 2019: 44}
    found = outlook(share(), values, y2019=250)
    assert why_no_chance(found) == "too_few_values"
    known = outlook(share(), {**values, 2020: 30}, y2018=200, y2019=250)
    assert known.probability == outlook(share(), values, y2018=200, y2019=250).probability


def test_later_years_and_missing_values_say_nothing_of_the_year_judged() -> None:
    """A row of 2020 without a denominator, and one without a value, change nothing in FY2019."""
    alone = outlook(share(), {2018: "45.5", 2019: 44}, y2018=200, y2019=250)
    with_later = outlook(share(), {2020: 41, 2018: "45.5", 2019: 44}, y2018=200, y2019=250)
    assert with_later == alone
    rows = [
        Observation("level", FiscalYear(2018), "45.5", base=200),
        Observation("level", FiscalYear(2019), 44, base=250),
        Observation("level", FiscalYear(2016), Missing("集計中")),
    ]
    judged = evaluate(plan_of(share()), Observations(rows), period=FiscalYear(2019))
    assert prospect(judged, "level") == alone


def test_a_number_that_is_no_percentage_has_no_share() -> None:
    """Persons of a whole are not graded as a rate, whatever denominator stands beside them."""
    found = outlook(stock(40, 50), {2018: 45, 2019: 44}, y2018=200, y2019=250)
    assert why_no_chance(found) == "too_few_values"


@pytest.mark.parametrize(("indicator", "last"), [(total(), 25), (share(), 41), (stock(), 15)])
def test_at_its_year_a_target_is_no_matter_of_chance(indicator: Any, last: int) -> None:
    """In the due year and later the years ahead are over."""
    for year in (2021, 2022):
        found = outlook(indicator, {year: last}, year, **{f"y{year}": 100})
        assert why_no_chance(found) == "target_year_passed"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"targets": [AtLeast(20, FiscalYear(2017))]}, "target_not_after_baseline"),
        ({"targets": [AtLeast(20, FiscalYear(2016))]}, "target_not_after_baseline"),
        ({"targets": []}, "no_target"),
        ({"baseline": None}, "no_baseline"),
    ],
)
def test_what_an_outlook_needs(more: dict[str, Any], code: str) -> None:
    """A target after its baseline, and both of them."""
    level = stock(**more)
    judged = evaluate(
        plan_of(level), Observations([Observation(level, FiscalYear(2019), 15)]), period="FY2019"
    )
    found = prospect(judged, level)
    assert isinstance(found, NotAssessable)
    assert found.code == code


def test_calendar_years_stay_calendar_years() -> None:
    """The year of arrival is one of the kind in which the values are."""
    level = stock(
        baseline=Baseline(10, CalendarYear(2017)), targets=[AtLeast(20, CalendarYear(2021))]
    )
    rows = [Observation(level, CalendarYear(2019), 14)]
    judged = evaluate(plan_of(level), Observations(rows), period=CalendarYear(2019))
    found = prospect(judged, level)
    assert isinstance(found, Outlook)
    assert (found.years, found.arrival) == ("calendar", 2022)
    fiscal = outlook(stock(baseline=Baseline(10, START)), {2019: 14})
    assert (fiscal.years, fiscal.arrival) == ("fiscal", 2022)


def five_years(last: int) -> Window:
    """Five calendar years."""
    return Window(CalendarYear(last - 4), CalendarYear(last))


def of_spans(*values: tuple[Period, int], start: Period, end: Period) -> Outlook | NotAssessable:
    """The outlook in FY2024 of 443 that shall fall to 354."""
    level = stock(354, 443, baseline=Baseline(443, start), targets=[AtMost(354, end)])
    rows = [Observation(level, period, value) for period, value in values]
    return prospect(evaluate(plan_of(level), Observations(rows), period="FY2024"), level)


def test_the_outlook_of_spans_is_told_in_spans() -> None:
    """At −15 a year from 398 in 2020–2024, 354 comes in 2023–2027, not in any single year."""
    found = of_spans((five_years(2024), 398), start=five_years(2021), end=five_years(2026))
    assert isinstance(found, Outlook)
    assert isinstance(found.arrival, int)
    assert found.period_in(found.arrival) == five_years(2027)
    assert found.period_in(found.target_year) == found.target_period == five_years(2026)
    assert "at this pace reached in 2023–2027 (approximate)" in str(found)
    assert found.in_language("ja").startswith("2022～2026年の見通し")
    assert "2020–2024" in str(found.trace)


def test_spans_of_an_even_number_of_years_have_an_outlook() -> None:
    """The middle of two years is no year, their end is."""
    two = [Window(FiscalYear(at - 1), FiscalYear(at)) for at in (2020, 2024, 2029)]
    found = of_spans((two[1], 400), start=two[0], end=two[2])
    assert isinstance(found, Outlook)
    assert isinstance(found.arrival, int)
    assert found.period_in(found.arrival) == two[2]


def test_a_span_that_has_not_ended_is_not_known() -> None:
    """In FY2024 nobody knows the value of 2022–2026, whose middle is 2024."""
    rows = (five_years(2024), 398), (five_years(2026), 300)
    found = of_spans(*rows, start=five_years(2021), end=five_years(2026))
    assert isinstance(found, Outlook)
    assert (found.value, found.year) == (398, 2024)


@pytest.mark.parametrize(
    ("value", "end"),
    [
        (five_years(2024), FiscalYear(2026)),
        (FiscalYear(2024), five_years(2028)),
        (Window(CalendarYear(2022), CalendarYear(2024)), five_years(2026)),
    ],
)
def test_spans_of_different_lengths_have_no_outlook(value: Period, end: Period) -> None:
    """A year of arrival of one would be none of the other."""
    found = of_spans((value, 398), start=five_years(2021), end=end)
    assert isinstance(found, NotAssessable)
    assert found.code == "spans_mixed"


def test_a_baseline_of_several_years_leaves_the_outlook_in_years() -> None:
    """Only the start is a mean of years: it counts at its middle, and the years are years."""
    found = of_spans((FiscalYear(2024), 398), start=five_years(2021), end=FiscalYear(2026))
    assert isinstance(found, Outlook)
    assert (found.target_period, found.target_year, found.observed_pace) == (None, 2026, -9)


@pytest.mark.parametrize("last", [five_years(2024), FiscalYear(2024)])
def test_an_arrival_in_thousands_of_years_is_still_said(last: Period) -> None:
    """Ten in three years, and 29,989 to go: no period has such a number."""
    start, end = last.shift(-3), last.shift(2)
    level = stock(1, 30_000, baseline=Baseline(30_000, start), targets=[AtMost(1, end)])
    rows = [Observation(level, last, 29_990)]
    found = prospect(evaluate(plan_of(level), Observations(rows), period="FY2024"), level)
    assert isinstance(found, Outlook)
    assert found.arrival == 2024 + 8997
    assert "11021" in str(found)
