"""Every form of target, the way to it, and whether it was reached, held or lost."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_samples import END, START, judged, number, plan_of, row, series_of_years, stock
from planmodel import (
    Assessment,
    AtLeast,
    AtMost,
    Baseline,
    Between,
    Day,
    FiscalYear,
    Milestone,
    NoNumber,
    NotStated,
    Observation,
    Observations,
    Rank,
    Relative,
    Window,
    evaluate,
)
from planmodel.evaluation import read_rule
from planmodel.evaluation.precision import as_decimal


def aiming(*targets: Any, **more: Any) -> Any:
    """A level with *targets*; its direction is not declared unless *more* says so."""
    return stock(targets=list(targets), **{"direction": None, **more})


def yearly(**more: Any) -> Any:
    """A level with a printed target for every year: 11, 12, 18, 20."""
    numbers = {2018: 11, 2019: 12, 2020: 18, 2021: 20}
    return stock(targets=[AtLeast(it, FiscalYear(at)) for at, it in numbers.items()], **more)


# --- which target ---------------------------------------------------------------------------

YEAR = {"measure": "ratio_to_target", "convention": "T/v"}
ASKED: list[tuple[dict[str, Any], dict[str, Any], str, str]] = [
    ({"measure": "ratio_to_target", "at_least": 100}, {}, "met", "85.0"),
    ({"measure": "ratio_to_target", "at_least": 100}, YEAR, "met", "85.0"),
    ({"measure": "ratio_to_target", "at_least": 100}, {"target": "final"}, "not met", "100"),
    ({"measure": "ratio_to_target", "at_least": 100, "target": "final"}, YEAR, "not met", "100"),
    ({"measure": "gap", "at_most": 0}, {}, "not met", "100"),
    ({"measure": "gap", "at_most": 0}, YEAR, "not met", "100"),
    ({"measure": "gap", "at_most": 0}, {"target": "year"}, "met", "85.0"),
    ({"measure": "gap", "at_most": 0, "target": "year"}, {}, "met", "85.0"),
    ({"measure": "progress_from_baseline", "at_least": 100}, {"target": "year"}, "met", "85.0"),
    ({"reached": True}, YEAR, "not met", "100"),
    ({"reached": True}, {"target": "year", **YEAR}, "met", "85.0"),
    ({"reached": True, "target": "year"}, {}, "met", "85.0"),
    (
        {"measure": "change_from_baseline", "percent_of": "target", "at_least": 5},
        {"target": "year"},
        "met",
        "85.0",
    ),
    (
        {"measure": "change_from_baseline", "percent_of": "target", "at_least": 5},
        {},
        "not met",
        "100",
    ),
    (
        {"measure": "change_from_baseline", "percent_of": "target", "at_least": 5},
        {"target": "final"},
        "not met",
        "100",
    ),
    ({"at_most": 0, "target": "year"}, {"measure": "gap"}, "met", "85.0"),
    ({"at_most": 0}, {"measure": "gap"}, "not met", "100"),
    ({"measure": "gap", "percent_of": "target", "at_most": 0}, {"target": "year"}, "met", "85.0"),
    ({"percent_of": "target", "at_most": -1}, {"target": "year", "measure": "gap"}, "met", "85.0"),
]


def of_two_targets(asked: dict[str, Any], entries: dict[str, Any]) -> Assessment:
    """85.9 in 2018, where 85.0 is printed for that year and 100 for 2021, as the rule judges it."""
    bod = stock(
        100,
        Decimal("81.3"),
        targets=[AtLeast("85.0", FiscalYear(2018)), AtLeast(100, END)],
    )
    cases = [{"label": "met", **asked}, {"label": "not met", "otherwise": True}]
    rule = read_rule(
        {
            "name": "q",
            "version": "1",
            "grade_on": "exact",
            "convention": "T/v",
            "scale": {"kind": "first_match", "cases": cases},
            **entries,
        }
    )
    return judged(bod, row("level", 2018, "85.9"), year=2018, rules=rule)


@pytest.mark.parametrize(("asked", "entries", "label", "taken"), ASKED)
def test_which_target_is_taken_is_declared_and_no_matter_of_the_place(
    asked: dict[str, Any], entries: dict[str, Any], label: str, taken: str
) -> None:
    """85.9 meets the 85.0 printed for the year and not the final 100; the trace tells which."""
    found = of_two_targets(asked, entries)
    assert found.grade == label
    shown = str(found.trace)
    assert "final target" in shown
    assert f"target taken = {taken} — " in shown
    if "percent_of" in asked:
        assert shown.count("target taken") == 1
    assert (found.facts.target, found.gap) == (100, Decimal("14.1"))


OF_TARGET = {"measure": "change_from_baseline", "percent_of": "target", "at_least": 5}


@pytest.mark.parametrize(
    ("asked", "entries", "who"),
    [
        ({"measure": "ratio_to_target", "at_least": 100}, {}, "the ratio to the target"),
        ({"at_least": 100}, {"measure": "ratio_to_target"}, "the ratio to the target"),
        ({"at_least": 100}, {"measure": "ratio_to_target", "target": "year"}, "the rule"),
        ({"measure": "gap", "at_most": 0, "target": "year"}, {}, "the rule"),
        ({"at_most": 0, "target": "year"}, {"measure": "gap"}, "the rule"),
        ({"reached": True, "target": "year"}, {}, "the rule"),
        (OF_TARGET, {"target": "year"}, "the rule"),
        (OF_TARGET, {}, None),
        ({"measure": "gap", "at_most": 0}, {}, None),
        ({"at_least": 100}, {"measure": "ratio_to_target", "target": "final"}, None),
    ],
)
def test_a_note_says_who_takes_the_target_of_the_year(
    asked: dict[str, Any], entries: dict[str, Any], who: str | None
) -> None:
    """The rule where it says so itself, else the ratio; and no word where it is not taken."""
    notes = [str(note) for note in of_two_targets(asked, entries).notes]
    said = [note for note in notes if "printed for the year" in note]
    assert said == ([] if who is None else [f"{who} takes the target printed for the year"])


@pytest.mark.parametrize("which", ["year", "final"])
def test_a_percentage_of_the_only_target_is_one_of_it(which: str) -> None:
    """5 more than at the start are a quarter of 20, whichever target is asked for."""
    for least, label in ((25, "met"), (Decimal("25.1"), "not met")):
        asked = {**OF_TARGET, "at_least": least}
        cases = [{"label": "met", **asked}, {"label": "not met", "otherwise": True}]
        scale = {"kind": "first_match", "cases": cases}
        entries = {"name": "q", "version": "1", "grade_on": "exact", "target": which}
        rule = read_rule({**entries, "scale": scale})
        assert judged(stock(), row("level", 2020, 15), year=2020, rules=rule).grade == label


def test_where_only_one_target_is_printed_both_words_mean_it() -> None:
    """In the final year, and without a target for the year, T is the one that is due."""
    scale = {
        "kind": "first_match",
        "cases": [{"label": "met", "reached": True}, {"label": "not met", "otherwise": True}],
    }
    for which in ("year", "final"):
        entries = {"name": "q", "version": "1", "grade_on": "exact", "target": which}
        rule = read_rule({**entries, "scale": scale})
        for year in (2020, 2021):
            found = judged(stock(), row("level", year, 15), year=year, rules=rule)
            assert found.grade == "not met"
            assert "target taken" not in str(found.trace)
            told = any("no target is printed" in str(note) for note in found.notes)
            assert told is (which == "year" and year == 2020)


def test_a_case_may_ask_for_the_reason_of_the_ledger() -> None:
    """集計中 is nearer than a missing value."""
    cases = [
        {"label": "集計中", "measure": "gap", "not_assessable": ["pending"]},
        {"label": "欠測", "measure": "gap", "not_assessable": ["no_value"]},
        {"label": "あり", "otherwise": True},
    ]
    rule = read_rule(
        {
            "name": "q",
            "version": "1",
            "grade_on": "exact",
            "scale": {"kind": "first_match", "cases": cases},
        }
    )
    for rows, label in (
        ([row("level", 2019, "集計中")], "集計中"),
        ([], "欠測"),
        ([row("level", 2019, 15)], "あり"),
    ):
        assert judged(stock(), *rows, year=2019, rules=rule).grade == label


# --- the way --------------------------------------------------------------------------------


@pytest.mark.parametrize(("year", "expected"), [(2018, 11), (2019, 12), (2020, 18), (2021, 20)])
def test_a_target_printed_for_the_year_wins_over_the_line(year: int, expected: int) -> None:
    """The line from 10 to 20 would say 12.5, 15, 17.5 and 20; the plan prints its own."""
    found = judged(yearly(path=None), row("level", year, expected), year=year)
    assert found.expected == expected
    assert found.value == Decimal(100)
    assert found.notes == ()
    assert f"expected value printed for the year = {expected}" in str(found.trace)


def test_between_mid_term_and_final_target_the_way_is_in_pieces() -> None:
    """10 in 2017, 12 in 2019, 20 in 2021: 11 is expected in 2018, and 16 in 2020."""
    pieces = stock(targets=[AtLeast(20, END), AtLeast(12, FiscalYear(2019))], path=None)
    expected = {year: judged(pieces, year=year).expected for year in range(2018, 2023)}
    assert expected == {2018: 11, 2019: 12, 2020: 16, 2021: 20, 2022: 20}
    notes = [str(note) for note in judged(pieces, year=2020).notes]
    assert any("several years" in note for note in notes)
    assert "linear path assumed" in notes
    drawn = [it.value for it in judged(pieces, year=2020).points if it.kind == "expected"]
    assert drawn == [10, 11, 12, 16, 20]


def test_pieces_follow_a_declared_rate_of_growth() -> None:
    """On a geometric path 100 in 2017 and 400 in 2019 expect 200 between them, not 250."""
    pieces = stock(
        1600,
        100,
        targets=[AtLeast(400, FiscalYear(2019)), AtLeast(1600, END)],
        path="geometric",
    )
    assert judged(pieces, year=2018).expected == 200
    assert judged(pieces, year=2020).expected == 800


@pytest.mark.parametrize(("rule", "start"), [("on-pace", 10), ("ibaraki", 0), ("tama-gap", 10)])
@given(value=st.integers(1, 99), goal=st.integers(41, 99))
def test_between_two_printed_years_a_ratio_is_one_division(
    rule: str, start: int, value: int, goal: int
) -> None:
    """Thirds of the way cut nothing off: a ratio that comes out even is even."""
    pieces = stock(targets=[AtLeast(40, FiscalYear(2018)), AtLeast(goal, END)])
    found = judged(pieces, row("level", 2019, value), year=2019, rules=rule)
    exact = (value - start) / (Fraction(40 * 2 + goal, 3) - start) * 100
    assert found.value is not None
    assert abs(Fraction(found.value) - exact) < Fraction(1, 10**30)
    assert as_decimal(exact) in {None, found.value}


def test_a_percentage_of_what_lies_between_two_printed_years_is_exact() -> None:
    """A third of the way from 40 to 41 is 121/3, of which 36.3 lacks 10%, neither more nor less."""
    pieces = stock(targets=[AtLeast(40, FiscalYear(2018)), AtLeast(41, END)])
    asked = {"measure": "gap_to_expected", "percent_of": "expected", "equals": 10}
    cases = [{"label": "a tenth", **asked}, {"label": "else", "otherwise": True}]
    entries = {"name": "q", "version": "1", "grade_on": "exact"}
    rule = read_rule({**entries, "scale": {"kind": "first_match", "cases": cases}})
    assert judged(pieces, row("level", 2019, "36.3"), year=2019, rules=rule).grade == "a tenth"


def test_before_the_first_milestone_one_can_be_late() -> None:
    """The way starts at the baseline, so a year before the mid-term target is judged too."""
    pieces = stock(targets=[AtLeast(12, FiscalYear(2019)), AtLeast(20, END)])
    assert judged(pieces, row("level", 2018, "10.5"), year=2018).grade == "behind"
    assert judged(pieces, row("level", 2018, 11), year=2018).grade == "on-pace"


def test_a_linear_path_that_is_assumed_is_told() -> None:
    """Where the document is silent the note says so; where it is declared there is none."""
    silent = (None, NotStated("計画に記載がない"))
    for path in silent:
        notes = judged(stock(path=path), row("level", 2020, 15)).notes
        assert [it.in_language("ja") for it in notes] == ["直線的な進捗を仮定"]
    assert judged(stock(path="linear"), row("level", 2020, 15)).notes == ()


def test_a_geometric_path_that_is_declared_is_taken() -> None:
    """From 100 to 1,600 in four years, 400 is expected half-way."""
    found = judged(stock(1600, 100, path="geometric"), row("level", 2019, 400), year=2019)
    assert found.expected == 400
    assert found.grade == "on-pace"


def test_after_the_target_year_the_target_itself_judges() -> None:
    """The line does not go on rising."""
    found = judged(stock(), row("level", 2024, 19), year=2024)
    assert found.expected == 20
    assert found.value == 90
    assert found.grade == "not-reached"


@pytest.mark.parametrize("year", [2021, 2022, 2030])
@given(value=st.integers(0, 40), goal=st.integers(0, 40), base=st.integers(0, 40))
def test_once_a_target_is_due_nothing_is_behind_or_on_its_path(
    year: int, value: int, goal: int, base: int
) -> None:
    """In the due year and later a value is at its target, or not, or worse than at the start."""
    found = judged(stock(goal, base), row("level", year, value), year=year)
    sign = 1 if goal >= base else -1
    left = "not-reached" if sign * (value - base) >= 0 else "worse"
    assert found.grade == ("reached" if sign * (value - goal) >= 0 else left)


def test_what_must_be_exceeded_is_not_reached_by_its_number() -> None:
    """20超 with 20 in the due year is the whole way and yet not reached (未達成)."""
    more = stock(targets=[AtLeast(20, END, strict=True)])
    found = judged(more, row("level", 2021, 20), year=2021)
    assert (found.grade, found.value) == ("not-reached", 100)
    assert found.grade_title is not None
    assert found.grade_title.in_language("ja") == "未達成"


def test_the_year_before_and_a_milestone_on_the_way_are_no_due_year() -> None:
    """One year early, or in the year of a mid-term target, one is on the path or behind it."""
    assert judged(stock(), row("level", 2020, 15), year=2020).grade == "behind"
    pieces = stock(targets=[AtLeast(12, FiscalYear(2019)), AtLeast(20, END)])
    assert judged(pieces, row("level", 2019, 11), year=2019).grade == "behind"


def test_a_due_target_without_a_baseline_is_reached_or_not() -> None:
    """Nobody can say that 15 is worse than at the start, and before the due year nothing at all."""
    alone = stock(baseline=None)
    usual, due, later = (judged(alone, row("level", it, 15), year=it) for it in (2020, 2021, 2022))
    assert (usual.grade, due.grade, later.grade) == (None, "not-reached", "not-reached")
    assert usual.reason is not None
    assert usual.reason.code == "no_baseline"
    assert (due.reason, due.printed, due.expected) == (None, "", 20)
    assert judged(alone, row("level", 2021, 20), year=2021).grade == "reached"
    assert due.facts.due is True


def test_a_due_target_without_a_value_keeps_its_reason() -> None:
    """What is not known is not missed, with a baseline and without one."""
    for alone in (stock(), stock(baseline=None)):
        found = judged(alone, year=2021)
        assert found.reason is not None
        assert (found.grade, found.reason.code) == (None, "no_value")


def test_whether_a_target_is_due_is_known_to_rules() -> None:
    """A span is due at its end, a day in its year, and what has no date is never said to be due."""
    for year, due in ((2020, False), (2021, True), (2022, True)):
        assert judged(stock(), row("level", year, 15), year=year).facts.due is due
    span = Window(FiscalYear(2018), END)
    for period, due in ((FiscalYear(2020), False), (span, True), (FiscalYear(2022), True)):
        found = judged(
            stock(targets=[AtLeast(20, span)]), Observation("level", period, 15), year=period
        )
        assert found.facts.due is due
    on_a_day = stock(targets=[AtLeast(20, Day("2021-10-01"))])
    assert judged(on_a_day, row("level", 2021, 15), year=2021).facts.due is True
    undated = stock(targets=[AtLeast(20, NotStated("期限の記載がない"))])
    assert judged(undated, row("level", 2021, 15), year=2021).facts.due is None


def test_in_the_year_of_the_baseline_no_change_is_expected_yet() -> None:
    """Not a division by zero, but a reason."""
    found = judged(stock(), row("level", 2017, 10), year=2017)
    assert found.reason is not None
    assert found.reason.code in {"expected_is_baseline", "no_time_elapsed"}


@given(
    base=st.integers(-50, 50),
    goal=st.integers(-50, 50),
    year=st.integers(2017, 2023),
    value=st.decimals(-100, 100, places=2),
)
def test_any_level_is_judged_or_has_its_reason(
    base: int, goal: int, year: int, value: Decimal
) -> None:
    """Every value gets one of the four grades or a reason; reached means reached."""
    found = judged(stock(goal, base), row("level", year, value), year=year)
    met = value >= goal if goal >= base else value <= goal
    assert (found.grade == "reached") is met
    assert (found.grade is None) == (found.reason is not None)
    assert found.gap == (goal - value if goal >= base else value - goal)
    worse = value < base if goal >= base else value > base
    if worse and not met:
        assert found.grade == "worse"


# --- the side and the direction ----------------------------------------------------------------


def test_the_direction_comes_from_the_side_of_the_target_and_that_is_told() -> None:
    """以下 means that less is better where nothing is declared."""
    found = judged(aiming(AtMost(5, END)), row("level", 2020, 6))
    assert found.facts.direction == "decrease"
    assert any("side of the target" in str(note) for note in found.notes)
    declared = judged(aiming(AtMost(5, END), direction="decrease"), row("level", 2020, 6))
    assert declared.notes == ()


def test_the_direction_is_never_read_off_the_data() -> None:
    """A goal that was overshot stays a goal to rise to."""
    found = judged(aiming(AtLeast(20, END)), row("level", 2020, 30))
    assert (found.facts.direction, found.grade) == ("increase", "reached")


def test_strict_ends_are_not_met_by_themselves() -> None:
    """超 and 未満 leave out the number itself, 以上 and 以下 do not."""
    reached = {
        target: judged(aiming(target), row("level", 2020, 16)).grade == "reached"
        for target in (
            AtLeast(16, END),
            AtMost(16, END),
            AtLeast(16, END, strict=True),
            AtMost(16, END, strict=True),
        )
    }
    assert list(reached.values()) == [True, True, False, False]


# --- the forms -----------------------------------------------------------------------------------


def test_a_range_is_met_or_not_without_a_ratio() -> None:
    """40%以上60%以下: both ends are inside; outside there is no way to say how far along."""
    between = aiming(Between(40, 60, END), unit="%")
    for value in (40, 50, 60):
        assert judged(between, row("level", 2020, value)).grade == "reached"
    outside = judged(between, row("level", 2020, 61))
    assert (outside.grade, outside.value, outside.reason) == ("not-reached", None, None)
    assert outside.standing is not None
    assert outside.standing.word == "not_reached"
    other = judged(between, row("level", 2020, 61), rules="sano")
    assert other.reason is not None
    assert other.reason.code == "target_between"


def test_a_rank_is_better_when_it_is_smaller() -> None:
    """東北1位: from place 5 to place 1."""
    rank = aiming(Rank(1, "東北", END), baseline=Baseline(5, START))
    found = judged(rank, row("level", 2019, 3), year=2019)
    assert found.facts.direction == "decrease"
    assert found.value == Decimal(100)
    assert judged(rank, row("level", 2021, 1), year=2021).grade == "reached"


@pytest.mark.parametrize(
    ("target", "code", "words"),
    [
        (Milestone("センターを設置", END), "target_milestone", "センターを設置"),
        (NoNumber("数値目標は設定しない", END), "target_no_number", "数値目標は設定しない"),
        (AtLeast(NotStated("抜粋にない"), END), "target_not_stated", "抜粋にない"),
    ],
)
def test_a_target_without_a_number_says_what_it_is(target: Any, code: str, words: str) -> None:
    """A milestone, no number on purpose, and a number that the document keeps to itself."""
    found = judged(aiming(target), row("level", 2020, 15))
    assert found.actual == 15
    assert found.reason is not None
    assert found.reason.code == code
    assert words in str(found.reason)
    assert words in found.reason.in_language("ja")


def test_no_target_at_all_and_targets_not_stated_are_two_things() -> None:
    """None was set, or the extract does not print them."""
    none = judged(stock(targets=[]), row("level", 2020, 15)).reason
    silent = judged(stock(targets=NotStated("抜粋にない")), row("level", 2020, 15)).reason
    assert none is not None
    assert silent is not None
    assert none.code == "no_target"
    assert silent.code == "target_not_stated"


@pytest.mark.parametrize(
    ("base", "change", "stated", "goal"),
    [
        (947, "20%減", "757", 757),
        (892, "20%減", "714", 714),
        (1124, "3割減", "750", 750),
        (1000, "20%減", None, 800),
        (50, "1.6倍", None, 80),
        (60, "7ポイント向上", None, 67),
    ],
)
def test_a_change_keeps_the_number_that_is_printed(
    base: int, change: str, stated: str | None, goal: int
) -> None:
    """The printed number judges; only where none is printed does arithmetic, and it says so."""
    target = Relative(change, END, stated=stated)
    found = judged(aiming(target, baseline=Baseline(base, START)), row("level", 2020, 1))
    assert number(found.goal) == goal
    computed = any("prints no number" in str(note) for note in found.notes)
    assert computed is (stated is None)


def test_a_change_against_an_unknown_baseline_has_no_number() -> None:
    """20% of nothing is nothing that can be judged."""
    found = judged(aiming(Relative("20%減", END), baseline=None), row("level", 2020, 15))
    assert found.reason is not None
    assert found.reason.code == "no_baseline"


def test_why_a_baseline_is_missing_is_told() -> None:
    """A baseline may be unknown for a reason, and that reason is given."""
    unknown = stock(baseline=Baseline(NotStated("調査前のため不明"), START))
    found = judged(unknown, row("level", 2020, 15))
    assert found.reason is not None
    assert found.reason.code == "no_baseline"
    assert "調査前のため不明" in str(found.reason)


def test_a_target_without_a_date_is_reached_or_cannot_be_timed() -> None:
    """Without a date there is no path, but 20 is 20."""
    undated = stock(targets=[AtLeast(20, NotStated("期限の記載がない"))])
    assert judged(undated, row("level", 2020, 20)).grade == "reached"
    early = judged(undated, row("level", 2020, 15))
    assert early.reason is not None
    assert early.reason.code == "no_time"


def test_several_conditions_due_together_must_all_hold() -> None:
    """20以上 and 30以下 in one year: both must be met, and there is no ratio."""
    both = aiming(AtLeast(20, END), AtMost(30, END))
    assert judged(both, row("level", 2020, 25)).grade == "reached"
    above = judged(both, row("level", 2020, 31))
    assert above.grade != "reached"
    assert any("all must hold" in str(note) for note in above.notes)


# --- reached, held, lost -------------------------------------------------------------------------


def test_reached_and_lost_keeps_the_first_year() -> None:
    """Once there and back again is not the same as never there."""
    found = series_of_years(stock(), {2018: 15, 2019: 21, 2020: 19}, year=2020)
    assert found.standing is not None
    assert found.standing.word == "lost"
    assert found.standing.first_reached == FiscalYear(2019)
    assert found.standing.lost_since == FiscalYear(2020)
    again = series_of_years(stock(), {2019: 21, 2020: 19, 2021: 20}, year=2021)
    assert again.standing is not None
    assert (again.standing.word, again.standing.first_reached) == ("reached", FiscalYear(2019))


def test_a_year_without_a_value_loses_nothing() -> None:
    """What is not known is not a failure; in that year itself there is no word."""
    missing = series_of_years(stock(), {2018: 21, 2019: "未公表", 2020: 20}, year=2020)
    assert missing.standing is not None
    assert missing.standing.word == "reached"
    now = series_of_years(stock(), {2018: 21, 2019: "未公表"}, year=2019).standing
    assert now is not None
    assert (now.word, now.first_reached) == (None, FiscalYear(2018))


def test_years_after_the_one_judged_do_not_count() -> None:
    """A target reached in 2021 was not reached in 2020."""
    found = series_of_years(stock(), {2020: 18, 2021: 25}, year=2020).standing
    assert found is not None
    assert (found.word, found.first_reached) == ("not_reached", None)


@pytest.mark.parametrize("scope", ["every_year", "keep"])
def test_what_is_to_be_kept_is_held_or_lost(scope: Any) -> None:
    """毎年度 30%以上, 4,500件以下の定着: there is no way to it, only yes or no."""
    kept = aiming(AtLeast(30, END, scope=scope), unit="%", baseline=Baseline(35, START))
    held = series_of_years(kept, {2018: 31, 2019: 30, 2020: 33}, year=2020)
    assert held.standing is not None
    assert (held.standing.word, held.grade, held.printed) == ("held", "held", "")
    assert held.grade_title is not None
    assert held.grade_title.in_language("ja") == "維持"
    assert held.notes == () or all("path" not in str(note) for note in held.notes)
    lost = series_of_years(kept, {2018: 31, 2019: 29, 2020: 28}, year=2020)
    assert lost.standing is not None
    assert (lost.standing.word, lost.standing.lost_since) == ("lost", FiscalYear(2019))
    assert lost.grade == "lost"
    assert lost.grade_title is not None
    assert [lost.grade_title.in_language(it) for it in ("en", "ja")] == ["not held", "維持できず"]
    assert lost.standing.in_language("ja") == "維持できていない"


def test_a_target_of_every_year_that_was_broken_once_is_not_held() -> None:
    """毎年度30%以上 with 31, 29, 33: the year that broke it is named; 31, 30, 33 is held."""
    yearly_ = aiming(AtLeast(30, END, scope="every_year"), unit="%", baseline=Baseline(20, START))
    broken = series_of_years(yearly_, {2018: 31, 2019: 29, 2020: 33}, year=2020).standing
    assert broken is not None
    assert (broken.word, broken.failed) == ("lost", (FiscalYear(2019),))
    assert str(broken) == "not held throughout: broken in FY2019"
    assert broken.in_language("ja") == "2019年度に維持できなかった"
    held = series_of_years(yearly_, {2018: 31, 2019: 30, 2020: 33}, year=2020).standing
    assert held is not None
    assert (held.word, held.failed) == ("held", ())


def test_a_target_of_every_year_asks_nothing_of_the_years_before_the_plan() -> None:
    """The plan runs from FY2018, and the baseline's own year is where it starts."""
    aimed = AtLeast(30, END, scope="every_year")
    values = {2016: 10, 2017: 20, 2018: 31, 2019: 30}
    for baseline in (Baseline(10, FiscalYear(2016)), Baseline(31, FiscalYear(2018)), None):
        kept = aiming(aimed, unit="%", baseline=baseline)
        found = series_of_years(kept, values, year=2019).standing
        assert found is not None
        assert (found.word, found.failed) == ("held", ())


def test_a_level_lost_and_kept_again_says_since_when() -> None:
    """4,400, 4,600 and 4,450 under 4,500件以下の維持: held again since FY2020."""
    kept = aiming(AtMost(4500, END, scope="keep"), unit="件", baseline=Baseline(4400, START))
    found = series_of_years(kept, {2018: 4400, 2019: 4600, 2020: 4450}, year=2020).standing
    assert found is not None
    assert (found.word, found.met_since) == ("held", FiscalYear(2020))
    assert str(found) == "held again since FY2020: broken in FY2019"


def test_a_baseline_that_meets_the_target_gives_no_ratio() -> None:
    """The ratio would grow while things get worse; reached and worse are still said."""
    beyond = stock(20, 10, baseline=Baseline(25, START))
    still = judged(beyond, row("level", 2020, 22))
    assert (still.grade, still.value) == ("reached", None)
    lost = judged(beyond, row("level", 2020, 15))
    assert (lost.grade, lost.value) == ("worse", None)
    ratio = judged(beyond, row("level", 2020, 15), rules="fukuoka")
    assert ratio.value is None


def test_a_target_that_equals_its_baseline_is_kept_or_not() -> None:
    """T = b leaves no way to go, and no division by zero."""
    same = stock(10, 10)
    assert judged(same, row("level", 2020, 10)).grade == "reached"
    assert judged(same, row("level", 2020, 9)).grade == "worse"


def test_zero_is_a_target_and_a_value() -> None:
    """待機児童0人: 0 is reached, and v/T is not assessable rather than 0.001 of something."""
    none = stock(0, 10, unit="人")
    assert judged(none, row("level", 2021, 0), year=2021).grade == "reached"
    assert judged(none, row("level", 2021, 0), year=2021).actual == 0
    share = judged(none, row("level", 2021, 3), year=2021, rules="sano")
    assert share.reason is not None
    assert share.reason.code in {"target_zero", "no_convention"}


def test_the_last_year_of_the_plan_is_known_to_rules() -> None:
    """FY2021 and later are final; a plan without a period has no last year."""
    for year, final in ((2020, False), (2021, True), (2022, True)):
        assert judged(stock(), year=year).facts.final_year is final
    timeless = plan_of(stock(), period=NotStated("期間の記載がない"))
    judgement = evaluate(timeless, Observations(), period="FY2021")
    assert judgement["level"].facts.final_year is False


# --- what is asked for in the very year ----------------------------------------------------------


def test_more_than_the_year_before_is_no_path() -> None:
    """950 after 950 is no 増: not reached, ±0, and neither a path nor a ratio is spoken of."""
    rising = aiming(Relative("増", END, of="previous_year"), baseline=Baseline(947, START))
    found = series_of_years(rising, {2019: 950, 2020: 950}, year=2020)
    assert (found.grade, found.printed, found.value) == ("not-reached", "", None)
    assert (found.goal, found.change, found.expected) == (950, 0, None)
    assert found.standing is not None
    assert found.standing.word == "not_reached"
    assert found.grade_title is not None
    assert found.grade_title.in_language("ja") == "未達成"
    assert "asked for: more than 950 of the year before" in [str(it) for it in found.notes]
    assert "path" not in str(found.trace).replace("Where no path leads", "").replace(
        "on the expected path, behind it", ""
    )
    more = series_of_years(rising, {2019: 950, 2020: 951}, year=2020)
    assert (more.grade, more.printed) == ("reached", "")


def test_a_size_on_the_year_before_is_asked_of_the_very_year() -> None:
    """前年度比10%増 after 950 asks for 1,045 in FY2020, and no line leads there from FY2017."""
    rising = aiming(Relative("10%増", END, of="previous_year"), baseline=Baseline(947, START))
    found = series_of_years(rising, {2019: 950, 2020: 1000}, year=2020)
    assert (found.goal, found.grade, found.expected) == (1045, "not-reached", None)


@pytest.mark.parametrize("scope", ["every_year", "keep"])
@pytest.mark.parametrize("rules", ["on-pace", "ibaraki"])
def test_what_is_to_be_kept_has_no_expected_value_anywhere(scope: Any, rules: str) -> None:
    """Trace, row and chart agree: the year asks for 30 itself, nothing is expected on the way."""
    kept = aiming(AtLeast(30, END, scope=scope), unit="%", baseline=Baseline(20, START))
    found = series_of_years(kept, {2019: 31, 2020: 33}, year=2020, rules=rules)
    assert found.goal == 30
    assert found.row()["expected"] is None
    steps = [it.name for it in found.trace.steps if not it.formula]
    assert not [it for it in steps if "expected" in str(it) or "期待" in it.in_language("ja")]
    assert not [it for it in found.points if it.kind == "expected"]


def test_a_broken_year_is_the_grade_of_a_target_of_every_year() -> None:
    """31, 29, 33 under 毎年度30%以上: grade and standing say lost, and the year is named."""
    yearly_ = aiming(AtLeast(30, END, scope="every_year"), unit="%", baseline=Baseline(20, START))
    found = series_of_years(yearly_, {2018: 31, 2019: 29, 2020: 33}, year=2020)
    assert found.standing is not None
    assert (found.grade, found.standing.word, found.facts.reached) == ("lost", "lost", False)
    assert "not held throughout: broken in FY2019" in [str(it) for it in found.notes]
    assert "2019年度に維持できなかった" in found.trace.in_language("ja")


def test_what_is_to_be_maintained_is_held_or_lost() -> None:
    """40%以上60%以下 with direction maintain: the range is printed, no direction is made up."""
    ranged = aiming(Between("40%", "60%", END), unit="%", direction="maintain")
    held = series_of_years(ranged, {2020: 45}, year=2020)
    lost = series_of_years(ranged, {2020: 39}, year=2020)
    assert (held.grade, lost.grade) == ("held", "lost")
    assert "40% to 60%" in str(held.trace)
    assert "40%以上60%以下" in held.trace.in_language("ja")
    paced = series_of_years(ranged, {2020: 45}, year=2020, rules="fukuoka")
    assert "d = −1" not in str(paced.trace)
    assert "d = +1" not in str(paced.trace)


def test_grades_of_variants_are_counted_where_they_were_given() -> None:
    """A plan without anything to be kept has no words for it; one that has, has them last."""
    usual = "reached", "on-pace", "behind", "worse"
    rows = Observations([row("level", 2020, 33)])
    assert evaluate(plan_of(stock()), rows, period="FY2020").grades == usual
    kept = plan_of(aiming(AtLeast(30, END, scope="keep")))
    assert evaluate(kept, rows, period="FY2020").grades == (*usual, "held")
