"""Indicators that took the place of others, and series joined across editions."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from planmodel import (
    CalendarYear,
    Cumulative,
    FiscalYear,
    Flow,
    Indicator,
    Lineage,
    Observation,
    Observations,
    Plan,
    Relation,
    Stock,
    Window,
)
from planmodel.evaluation import NotAssessable, joined_series, lineage_of
from planmodel.evaluation.joining import Joined


def count(key: str, *replaces: Lineage, kind: Any = Flow, unit: str = "人", **more: Any) -> Any:
    """An indicator named like its id."""
    return kind(key, f"{key}の数", unit=unit, replaces=replaces, **more)


def edition(key: str, *indicators: Indicator, **more: Any) -> Plan[Any]:
    """A plan that holds only indicators."""
    return Plan(key, f"計画{key}", period=FiscalYear(2020), indicators=indicators, **more)


def ledger(series: str, **values: float) -> Observations:
    """Yearly values, written as y2018=1."""
    return Observations(
        Observation(series, FiscalYear(int(year[1:])), value) for year, value in values.items()
    )


def joinable(indicator: str, plan: str = "first") -> Lineage:
    """A declaration that the series goes on."""
    return Lineage(indicator, "同じ数え方のため", joinable=True, plan=plan)


def code_of(outcome: Joined | NotAssessable) -> str:
    """Why there is no series."""
    assert isinstance(outcome, NotAssessable)
    return outcome.code


def values_of(outcome: Joined | NotAssessable) -> list[tuple[int, Decimal, str]]:
    """Year, value and edition of every point."""
    assert isinstance(outcome, Joined)
    return [
        (it.period.year, it.value, it.plan)
        for it in outcome.points
        if isinstance(it.period, FiscalYear)
    ]


def test_series_are_joined_where_the_plan_declares_it() -> None:
    """Values of both editions stand in the order of time, each with the edition it is from."""
    old, new = count("old"), count("new", joinable("old"))
    joined = joined_series(
        edition("second", new),
        new,
        ledger("new", y2021=3, y2020=2),
        [(edition("first", old), ledger("old", y2018=0, y2019=1))],
    )
    assert values_of(joined) == [
        (2018, 0, "first"),
        (2019, 1, "first"),
        (2020, 2, "second"),
        (2021, 3, "second"),
    ]
    assert isinstance(joined, Joined)
    assert joined.ends is None
    assert not joined.synthetic


def test_series_are_not_joined_where_the_plan_does_not_declare_it() -> None:
    """Without a declaration there is no series, and the reason is the plan's own."""
    old = count("old")
    new = count("new", Lineage("old", "分母が動くため", plan="first"))
    outcome = joined_series(
        edition("second", new),
        new,
        ledger("new", y2021=3),
        [(edition("first", old), ledger("old", y2018=1))],
    )
    assert code_of(outcome) == "not_joinable"
    assert "分母が動くため" in str(outcome)


@pytest.mark.parametrize(
    ("before", "code"),
    [
        (count("old", kind=Stock), "kinds_differ"),
        (count("old", unit="件"), "units_differ"),
        (count("other"), "predecessor_missing"),
    ],
)
def test_a_declaration_does_not_make_one_series_of_two_things(before: Indicator, code: str) -> None:
    """Another kind, another unit, or nothing there: declared or not, that is no series."""
    new = count("new", joinable("old"))
    outcome = joined_series(
        edition("second", new), new, Observations(), [(edition("first", before), Observations())]
    )
    assert code_of(outcome) == code


def test_spellings_of_one_unit_are_one_unit() -> None:
    """か所 and 箇所 count the same."""
    new = count("new", joinable("old"), unit="か所")
    old = count("old", unit="箇所")
    outcome = joined_series(
        edition("second", new),
        new,
        Observations(),
        [(edition("first", old), ledger("old", y2018=1))],
    )
    assert values_of(outcome) == [(2018, 1, "first")]


def test_an_edition_that_is_not_at_hand_is_named_by_its_title() -> None:
    """The relation of the plan tells the title; the reason carries it."""
    new = count("new", joinable("old"))
    plan = edition("second", new, relations=[Relation("predecessor", "第1期計画", plan="first")])
    outcome = joined_series(plan, new, Observations())
    assert code_of(outcome) == "edition_missing"
    assert "第1期計画" in str(outcome)
    (step,) = lineage_of(plan, new)
    assert (step.title, step.plan_title, step.predecessor) == ("old", "第1期計画", None)


def test_an_indicator_without_a_predecessor_has_nothing_to_join() -> None:
    """A first indicator says so."""
    new = count("new")
    outcome = joined_series(edition("second", new), new, ledger("new", y2021=3))
    assert code_of(outcome) == "no_predecessor"
    assert lineage_of(edition("second", new), new) == ()


def test_several_predecessors_make_no_series() -> None:
    """What was merged from two is not joined to either, even if each is declared joinable."""
    new = count("new", joinable("a"), joinable("b"))
    first = edition("first", count("a"), count("b"))
    outcome = joined_series(edition("second", new), new, Observations(), [(first, Observations())])
    assert code_of(outcome) == "several_predecessors"


def test_a_circle_of_replacements_ends() -> None:
    """Two indicators that replace each other are told, and nothing runs for ever."""
    a = count("a", Lineage("b", "循環", joinable=True))
    b = count("b", Lineage("a", "循環", joinable=True))
    plan = edition("plan", a, b)
    joined = joined_series(plan, a, ledger("a", y2020=1))
    assert isinstance(joined, Joined)
    assert joined.ends is not None
    assert joined.ends.code == "lineage_circle"


def test_two_ways_to_one_ancestor_are_no_circle() -> None:
    """A merge of two that both came from one tells four steps and no circle."""
    top = count("top")
    left, right = count("left", joinable("top")), count("right", joinable("top"))
    new = count("new", joinable("left", ""), joinable("right", ""))
    steps = lineage_of(edition("second", left, right, new), new, [edition("first", top)])
    assert [step.title for step in steps] == ["leftの数", "rightの数", "topの数", "topの数"]
    assert all(step.obstacle is None for step in steps)


def test_a_series_reaches_back_as_far_as_the_declarations_do() -> None:
    """Over three editions the series begins where the first break is, and says why."""
    oldest = count("oldest")
    old = count("old", Lineage("oldest", "調査が変わったため", plan="zeroth"))
    new = count("new", joinable("old"))
    joined = joined_series(
        edition("second", new),
        new,
        ledger("new", y2021=3),
        [
            (edition("zeroth", oldest), ledger("oldest", y2010=9)),
            (edition("first", old), ledger("old", y2018=1)),
        ],
    )
    assert [year for year, _, _ in values_of(joined)] == [2018, 2021]
    assert isinstance(joined, Joined)
    assert joined.ends is not None
    assert joined.ends.code == "not_joinable"


def test_the_later_edition_holds_where_two_speak_of_one_year() -> None:
    """A year that both editions print is taken from the later one, with a note if they differ."""
    old, new = count("old"), count("new", joinable("old"))
    joined = joined_series(
        edition("second", new),
        new,
        ledger("new", y2019=5, y2020=6),
        [(edition("first", old), ledger("old", y2019=4, y2020=6))],
    )
    assert values_of(joined) == [(2019, 5, "second"), (2020, 6, "second")]
    assert isinstance(joined, Joined)
    assert len(joined.notes) == 1
    assert "4" in str(joined.notes[0])


def test_means_of_years_and_single_years_do_not_mix() -> None:
    """A mean over five years is not set beside yearly values, and a note says so."""
    old, new = count("old"), count("new", joinable("old"))
    mean = Observation("old", Window(FiscalYear(2014), FiscalYear(2018)), 4)
    joined = joined_series(
        edition("second", new),
        new,
        ledger("new", y2020=6),
        [(edition("first", old), Observations([mean]))],
    )
    assert values_of(joined) == [(2020, 6, "second")]
    assert isinstance(joined, Joined)
    assert len(joined.notes) == 1


def test_fiscal_and_calendar_years_are_joined_with_a_note() -> None:
    """A declared join of calendar to fiscal years stands, and says what it mixes."""
    old, new = count("old"), count("new", joinable("old"))
    joined = joined_series(
        edition("second", new),
        new,
        ledger("new", y2020=6),
        [(edition("first", old), Observations([Observation("old", CalendarYear(2018), 4)]))],
    )
    assert isinstance(joined, Joined)
    assert [str(it.period) for it in joined.points] == ["2018", "FY2020"]
    assert len(joined.notes) == 1


def test_running_totals_that_start_anew_are_not_joined() -> None:
    """Two running totals counted from different starts are not one series."""
    old = count("old", kind=Cumulative, counted_from=FiscalYear(2010))
    new = count("new", joinable("old"), kind=Cumulative, counted_from=FiscalYear(2020))
    outcome = joined_series(
        edition("second", new), new, Observations(), [(edition("first", old), Observations())]
    )
    assert code_of(outcome) == "count_restarts"


def test_only_what_was_known_is_joined() -> None:
    """A value published later than the day asked for is not in the series."""
    old, new = count("old"), count("new", joinable("old"))
    late = Observation("old", FiscalYear(2019), 4, known_on=dt.date(2021, 10, 14))
    early = Observation("old", FiscalYear(2018), 3, synthetic=True)
    joined = joined_series(
        edition("second", new),
        new,
        Observations(),
        [(edition("first", old), Observations([early, late]))],
        known_by=dt.date(2021, 10, 13),
    )
    assert [year for year, _, _ in values_of(joined)] == [2018]
    assert isinstance(joined, Joined)
    assert joined.synthetic


def test_a_step_back_is_said_in_both_languages() -> None:
    """What, of which plan, why, and whether the series goes on."""
    old = count("old")
    new = count("new", Lineage("old", "分母が動くため", plan="first"))
    (step,) = lineage_of(edition("second", new), new, [edition("first", old)])
    assert str(step) == (
        "took the place of oldの数 (計画first), because 分母が動くため; the series are not joined"
    )
    assert step.in_language("ja") == (
        "oldの数（計画first）に代わるもの。理由: 分母が動くため。系列は接続しない"
    )
