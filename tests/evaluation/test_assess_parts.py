"""Sub-series beside their whole, and targets printed for every year."""

from __future__ import annotations

from typing import Any

import pytest

from planmodel import (
    AtLeast,
    AtMost,
    Baseline,
    FiscalYear,
    Flow,
    Observation,
    Observations,
    Plan,
    Window,
    evaluate,
)
from planmodel.errors import UnknownIdError

YEARS = Window(FiscalYear(2019), FiscalYear(2021))


def _flow(key: str, start: int, aim: int, **more: Any) -> Flow:
    return Flow(
        key,
        key,
        unit="人",
        direction="decrease",
        baseline=Baseline(start, FiscalYear(2017)),
        targets=[AtMost(aim, FiscalYear(2021))],
        **more,
    )


MEN, WOMEN = _flow("men", 80, 60), _flow("women", 20, 16)
PLAN = Plan("p", "計画", period=YEARS, indicators=[_flow("all", 100, 76, parts=(MEN, WOMEN))])
ROWS = Observations(
    [Observation(key, FiscalYear(2020), value) for key, value in (("all", 80), ("men", 58))]
)


def test_a_sub_series_with_a_target_of_its_own_is_judged() -> None:
    """The men reached theirs while the whole did not; the women have no value and say so."""
    judged = evaluate(PLAN, ROWS, period="FY2020")
    men, women = judged["all"].parts
    assert (judged["all"].grade, men.grade, women.grade) == ("on-pace", "reached", None)
    assert women.reason is not None
    assert women.reason.code == "no_value"
    assert judged["men"] is men


def test_sub_series_are_rows_of_their_own_and_count_in_no_roll_up() -> None:
    """A data frame has them after their whole; the coverage counts indicators."""
    judged = evaluate(PLAN, ROWS, period="FY2020")
    assert [row["indicator"] for row in judged.rows()] == ["all", "men", "women"]
    assert (len(judged), judged.summaries[0].total) == (1, 1)


def test_an_unknown_sub_series_is_refused_with_the_nearest_name() -> None:
    """The hint knows sub-series too."""
    with pytest.raises(UnknownIdError, match="did you mean women"):
        evaluate(PLAN, ROWS, period="FY2020")["womem"]


def test_a_ratio_to_the_target_takes_the_target_printed_for_the_year() -> None:
    """336 of the year's 340 is 98.8 %; of the final 400 it would be 84."""
    taught = Flow(
        "taught",
        "受講者数",
        unit="人",
        direction="increase",
        baseline=Baseline(280, FiscalYear(2020)),
        targets=[
            AtLeast(340, FiscalYear(2022)),
            AtLeast(370, FiscalYear(2023)),
            AtLeast(400, FiscalYear(2024)),
        ],
    )
    plan = Plan("p", "計画", period=Window(FiscalYear(2022), FiscalYear(2024)), indicators=[taught])
    rows = Observations([Observation(taught, year, 336) for year in plan.period.years])
    grades = {}
    for year in plan.period.years:
        it = evaluate(plan, rows, period=year, rules="osaka-library")["taught"]
        grades[year.year] = (
            it.printed,
            it.goal,
            any("printed for the year" in str(n) for n in it.notes),
        )
    assert grades == {
        2022: ("98.8%", 400, True),
        2023: ("90.8%", 400, True),
        2024: ("84.0%", 400, False),
    }
