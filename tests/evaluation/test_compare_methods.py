"""Methods side by side: what each says, where they disagree, and why."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judging_samples import END, START, day, judged, plan_of, row, stock, total
from planmodel import (
    AgainstBenchmark,
    AtLeast,
    AtMost,
    Baseline,
    Benchmark,
    Between,
    FiscalYear,
    Judgement,
    NoNumber,
    NotStated,
    Observation,
    Observations,
    PlanmodelError,
    Relative,
    Stock,
    evaluate,
    evolve,
)
from planmodel.cli.comparing import as_text
from planmodel.evaluation import NotAssessable, prospect, read_rule
from planmodel.evaluation.method_words import VIEW_TITLES
from planmodel.evaluation.methods import DEFAULT_METHODS, Comparison, compare_methods
from planmodel.evaluation.rules import rule_names

KAGOSHIMA = Stock(
    "repeat-offenders",
    "再犯者数",
    number="①",
    unit="人",
    direction="decrease",
    baseline=Baseline(947, START),
    targets=[AtMost(757, FiscalYear(2023))],
)
ACTUALS = Observations(
    [row(KAGOSHIMA, year, it) for year, it in {2018: 881, 2019: 845, 2020: 851, 2021: 784}.items()]
)
STRAIGHT = read_rule(
    {
        "name": "straight",
        "version": "1",
        "measure": "ratio_to_target",
        "convention": "v/T",
        "grade_on": "exact",
        "title": {"en": "Direction ignored", "ja": "方向を無視"},
        "scale": {
            "kind": "bands",
            "bands": [{"label": "high", "at_least": 100}, {"label": "low", "below": 100}],
        },
    }
)


def compared(*methods: Any, plan: Any = None, ledger: Any = ACTUALS, **more: Any) -> Comparison:
    """Kagoshima's indicator in FY2021 under *methods*."""
    given: dict[str, Any] = {"period": "FY2021", **more}
    if methods:
        given["methods"] = methods
    return compare_methods(plan or plan_of(KAGOSHIMA), ledger, **given)


def test_one_indicator_gets_different_answers() -> None:
    """784 of 757 is "high" where the direction is ignored, and behind the target elsewhere."""
    (found,) = compared(STRAIGHT, "on-pace", "open-sdg-2.4", "escap")
    by_name = {cell.method: cell for cell in found.cells}
    assert by_name["straight"].verdict == "high"
    assert by_name["straight"].printed == "103.6%"
    assert by_name["on-pace"].verdict == "on-pace"
    assert by_name["open-sdg-2.4"].verdict == "substantial_progress"
    assert by_name["escap"].verdict is None
    assert by_name["escap"].reason is not None
    assert by_name["escap"].reason.code == "no_bounds"


def test_every_shipped_rule_and_profile_is_asked_by_default() -> None:
    """Each has a column with its name, title, version and what it looks at, in both languages."""
    found = compared()
    assert tuple(it.name for it in found.methods) == DEFAULT_METHODS
    assert set(rule_names()) <= set(DEFAULT_METHODS)
    for method in found.methods:
        assert method.version
        assert method.kind in {"rule", "profile"}
        for text in (method.title, method.looks_at):
            assert text.in_language("en") != ""
            assert text.in_language("ja") != ""
        assert method.looks_at.in_language("en") != method.looks_at.in_language("ja")
    (only,) = found
    assert [cell.method for cell in only.cells] == list(DEFAULT_METHODS)


def test_a_disagreement_says_who_looks_at_what() -> None:
    """The best and the worst verdict are named with what they look at."""
    level = stock(20, 10)
    ledger = Observations([row("level", 2018, "10.5"), row("level", 2020, 19)])
    found = compared("on-pace", STRAIGHT, plan=plan_of(level), ledger=ledger, period="FY2020")
    (only,) = found
    assert only.agree is False
    assert found.disagreements == (only,)
    told = " ".join(str(it) for it in only.because)
    assert "On pace" in told
    assert "Direction ignored says low (95.0%)" in told
    assert "the value against the target printed for the year" in told
    assert "方向を無視は「low（95.0%）」" in " ".join(it.in_language("ja") for it in only.because)


def test_who_cannot_say_anything_is_named_once_with_the_reason() -> None:
    """A method without a verdict is told once for the whole comparison, with its indicators."""
    first, second = stock(20, 10), evolve(stock(30, 10), id="second")
    ledger = Observations([row("level", 2020, 19), row("second", 2020, 19)])
    found = compared(
        "on-pace", STRAIGHT, "escap", plan=plan_of(first, second), ledger=ledger, period="FY2020"
    )
    (silence,) = found.silences
    assert silence.reason.code == "no_bounds"
    assert [it.name for it in silence.methods] == ["escap"]
    assert [it.id for it in silence.indicators] == ["level", "second"]
    told = " ".join(str(it) for one in found for it in one.because)
    assert "lowest and the highest" not in told


def test_what_no_method_can_judge_is_no_silence_of_a_method() -> None:
    """Where no value is known, the indicator lacks it and not the method."""
    found = compared("on-pace", "eustat", plan=plan_of(stock(20, 10)), ledger=Observations())
    assert found.silences == ()
    assert found.rows[0].agree is None


def test_a_start_near_the_target_is_named_as_the_cause() -> None:
    """18 of 20 was the start: a share of the target is high although nothing got better."""
    level = stock(20, 18)
    found = compared(
        "on-pace", "sano", plan=plan_of(level),
        ledger=Observations([row("level", 2020, 18)]), period="FY2020",
    )  # fmt: skip
    (only,) = found
    assert only.agree is False
    assert "The baseline was already 90% of the target" in str(only.because[-1])
    assert "90%" in only.because[-1].in_language("ja")


def test_a_start_beyond_the_target_is_named_as_the_cause() -> None:
    """From 25 down to 19 where 20 was wanted: at 95% of the target, and getting worse."""
    level = stock(20, 25, direction="increase", targets=[AtLeast(20, END)])
    found = compared(
        "sano", "nagayo", plan=plan_of(level),
        ledger=Observations([row("level", 2020, 19)]), period="FY2020",
    )  # fmt: skip
    told = [str(it) for it in found.rows[0].because]
    assert any("at the target or beyond" in it for it in told)


def test_the_case_that_held_is_named() -> None:
    """Nagayo compares in several ways; the one that gave the verdict is told."""
    found = compared(
        "nagayo", "sano", plan=plan_of(stock(20, 18)),
        ledger=Observations([row("level", 2020, 19)]), period="FY2020",
    )  # fmt: skip
    (only,) = found
    assert any("the first case that holds" in str(it) for it in only.because)


def test_methods_say_what_they_see_and_where_they_are_published() -> None:
    """Each has a view, its verdicts best first, and a source."""
    for method in compared().methods:
        assert method.view in VIEW_TITLES
        assert len(method.grades) >= 3
        assert method.source or method.name == "on-pace"
        assert method.number is not None or method.view == "cases"


def test_letters_have_an_order_of_their_own() -> None:
    """Nagayo asks for B before A, Fukuoka for b before a; the best is still S, and a."""
    level = stock(20, 10)
    found = compared(
        "nagayo",
        "fukuoka",
        plan=plan_of(level),
        ledger=Observations([row("level", 2020, 18)]),
        period="FY2020",
    )
    town, city = found.rows[0].cells
    assert (town.verdict, city.verdict) == ("A", "a")
    assert city.standing == 1
    assert town.standing == 1 - Decimal(1) / Decimal(3)
    assert found.rows[0].agree is True


def test_methods_without_a_verdict_for_one_reason_share_a_line() -> None:
    """Three rules that say nothing of running totals are named together."""
    ledger = Observations([row("total", 2020, 9)])
    found = compared(
        "on-pace", "fukuoka", "nagayo", "sano", "ibaraki", STRAIGHT,
        plan=plan_of(total()), ledger=ledger, period="FY2020",
    )  # fmt: skip
    (only,) = found
    silent = [it for it in found.silences if "running total" in str(it.reason)]
    assert [[one.name for one in it.methods] for it in silent] == [["sano", "ibaraki", "straight"]]
    assert only.indicator == silent[0].indicators[0]
    assert [cell.verdict for cell in only.cells[3:]] == [None, None, None]


def test_a_silence_is_true_for_each_of_its_pairs() -> None:
    """A range that one method judges and another does not is not said of both."""
    wide = stock(targets=[Between(40, 60, END)])
    above = evolve(wide, id="above", baseline=Baseline(70, START))
    above = evolve(above, direction="decrease")
    found = compared(
        "on-pace", "sano", "open-sdg-2.4", "eustat", plan=plan_of(wide, above),
        ledger=Observations([row("level", 2020, 50), row("above", 2020, 35)]), period="FY2020",
    )  # fmt: skip
    told = {
        (it.reason, method.name, one.id)
        for it in found.silences
        for method in it.methods
        for one in it.indicators
    }
    cells = {
        (cell.reason, cell.method, line.indicator.id)
        for line in found
        for cell in line.cells
        if cell.reason is not None
    }
    assert told == cells
    assert {it.reason.code for it in found.silences} == {"target_between"}


@pytest.mark.parametrize("profile", ["open-sdg-2.4", "eustat", "escap"])
def test_a_profile_does_not_call_met_what_the_plan_does_not(profile: str) -> None:
    """93超 is not met by 93, and the method says that it knows no such target."""
    strict = stock(targets=[AtLeast(93, END, strict=True)], unit="%", baseline=Baseline(80, START))
    for value, is_best in ((94, True), (93, None), (85, False)):
        ledger = Observations([row("level", 2020, value)])
        found = compared(profile, plan=plan_of(strict), ledger=ledger, period="FY2020")
        (cell,) = found.rows[0].cells
        if is_best is None:
            assert cell.reason is not None
            assert cell.reason.code == "target_asks_for_more"
        else:
            assert (cell.standing == 1) is is_best


def asked_of(level: Any, values: dict[int, Any]) -> NotAssessable:
    """Why there is no outlook for *level* in FY2020, which is no other reason than a profile's."""
    ledger = Observations([row("level", year, value) for year, value in values.items()])
    plan = plan_of(level)
    found = prospect(evaluate(plan, ledger, period="FY2020"), "level")
    assert isinstance(found, NotAssessable)
    table = compare_methods(plan, ledger, period="FY2020", methods=["eustat"])
    assert table.rows[0].cells[0].reason == found
    return found


def test_more_than_the_year_before_is_a_target_that_moves() -> None:
    """前年度比増 is met by 43 after 42, and that says nothing of the years to come."""
    more = stock(targets=[Relative("前年度比増", END, of="previous_year")])
    for values in ({2019: 42, 2020: 43}, {2019: 43, 2020: 43}, {2020: 43}):
        assert asked_of(more, values).code == "moving_target"


def test_each_target_that_is_not_met_at_its_number_has_its_own_reason() -> None:
    """A year that failed, a number that must be passed and a wrong side are three things."""
    yearly = stock(targets=[AtLeast(30, END, scope="every_year")])
    assert asked_of(yearly, {2018: 31, 2019: 29, 2020: 33}).code == "target_broken"
    strict = stock(targets=[AtLeast(30, END, strict=True)])
    assert asked_of(strict, {2020: 30}).code == "target_asks_for_more"
    wrong = stock(targets=[AtMost(30, END)], direction="increase")
    assert asked_of(wrong, {2020: 33}).code == "target_on_the_other_side"


@pytest.mark.parametrize("scope", ["every_year", "keep"])
def test_one_broken_year_decides_a_target_of_every_year_and_no_other(scope: Any) -> None:
    """29 now, or 29 before and 28 now: no pace mends a 毎年度30, but 30 can be kept again."""
    level = stock(targets=[AtLeast(30, END, scope=scope)], baseline=Baseline(20, START))
    for values in ({2018: 31, 2019: 32, 2020: 29}, {2018: 31, 2019: 29, 2020: 28}, {2020: 29}):
        ledger = Observations([row("level", year, value) for year, value in values.items()])
        found = prospect(evaluate(plan_of(level), ledger, period="FY2020"), "level")
        is_decided = isinstance(found, NotAssessable)
        assert is_decided is (scope == "every_year")
        if isinstance(found, NotAssessable):
            assert found.code == "target_broken"
            assert "a year has failed it" in str(found)


def test_before_the_plan_begins_no_year_can_break_its_target() -> None:
    """A year before FY2018 below 毎年度30 leaves the outlook of the years to come."""
    level = stock(targets=[AtLeast(30, END, scope="every_year")], baseline=Baseline(20, START))
    ledger = Observations([row("level", 2017, 20), row("level", 2018, 31)])
    for period in ("FY2017", "FY2018"):
        found = prospect(evaluate(plan_of(level), ledger, period=period), "level")
        assert not isinstance(found, NotAssessable)


def test_a_reason_of_the_outlook_speaks_of_the_target_and_of_no_method() -> None:
    """`prospect` called directly reads well: it is no method that it tells of."""
    more = stock(targets=[Relative("前年度比増", END, of="previous_year")])
    found = asked_of(more, {2019: 42, 2020: 43})
    assert str(found) == "the target is no fixed number but moves"
    assert found.in_language("ja") == "目標が固定された数値でなく、変動する"


def test_the_nearer_reason_is_given_by_the_outlook_as_by_the_judgement() -> None:
    """Where the plan sets no number, a missing baseline is not what is in the way."""
    none = stock(targets=[NoNumber("動向を見る", END)], baseline=None)
    assert asked_of(none, {2020: 33}) == judged(none, row("level", 2020, 33)).reason
    unknown = stock(baseline=Baseline(NotStated("集計中"), START))
    assert asked_of(unknown, {2020: 15}) == judged(unknown, row("level", 2020, 15)).reason


def test_two_conditions_are_no_target_of_a_profile() -> None:
    """50 to 70 in two conditions is neither met by 75 nor "no target"."""
    two = stock(targets=[AtLeast(50, END), AtMost(70, END)], unit="%")
    for value in (60, 75):
        ledger = Observations([row("level", 2020, value)])
        found = compared("eustat", plan=plan_of(two), ledger=ledger, period="FY2020")
        (cell,) = found.rows[0].cells
        assert cell.reason is not None
        assert cell.reason.code in {"target_several", "target_between"}


def test_a_method_says_its_own_grade_whatever_people_made_of_it() -> None:
    """A grade by hand is no grade of a method, and is not compared."""
    by_hand = Judgement(
        about="level", period=FiscalYear(2020), grade="Z", by="審議会", because="感染症の影響"
    )
    ledger = Observations([row("level", 2020, 19)], judgements=[by_hand])
    found = compared("sano", "on-pace", plan=plan_of(stock(20, 10)), ledger=ledger, period="FY2020")
    assert [it.verdict for it in found.rows[0].cells] == ["6", "on-pace"]


def test_reaching_the_target_is_named_where_it_decided() -> None:
    """The default rule says "reached" because of the target, not because of the pace."""
    level = stock(20, 20, targets=[AtLeast(20, END)])
    found = compared(
        "on-pace", "nagayo", plan=plan_of(level),
        ledger=Observations([row("level", 2020, 20)]), period="FY2020",
    )  # fmt: skip
    told = " ".join(str(it) for it in found.rows[0].because)
    assert "the target is met" in told
    assert "against the change expected" not in told


@pytest.mark.parametrize(
    "more",
    [
        {"targets": [AtLeast(20, END, scope="keep")]},
        {"targets": [AtLeast(20, END)], "direction": "maintain"},
        {"targets": [Relative("増", END, of="previous_year")]},
    ],
)
@pytest.mark.parametrize("base", [5, 25])
def test_what_is_only_met_or_not_is_said_to_be_just_that(more: dict[str, Any], base: int) -> None:
    """Where the default rule gives no ratio it looks at no change, and not at the baseline."""
    level = stock(20, base, **{"direction": "increase", **more})
    rows = [row("level", 2019, 20), row("level", 2020, 19)]
    found = compared(
        "ibaraki", "on-pace", plan=plan_of(level), ledger=Observations(rows), period="FY2020"
    )
    (only,) = found
    assert only.agree is False
    told = " ".join(str(it) for it in only.because)
    assert "the target is not met" in told
    assert "One asks only whether the target is met" in told
    assert "baseline" not in told
    assert "目標を達成していない" in only.because[1].in_language("ja")


def test_a_target_missed_without_a_baseline_is_told_by_its_case() -> None:
    """In the due year nothing is said of a change since a baseline that is not there."""
    rows = Observations([row("level", 2021, 19)])
    level = plan_of(stock(baseline=None))
    found = compared("sano", "on-pace", plan=level, ledger=rows, period="FY2021")
    (cell,) = (it for it in found.rows[0].cells if it.method == "on-pace")
    assert cell.verdict == "not-reached"
    assert cell.case is not None
    assert "improvement since the baseline is not assessable" in str(cell.case)


@given(start=st.integers(-50, 50), goal=st.integers(-50, 50), value=st.integers(-60, 60))
def test_a_share_of_the_target_is_one_of_two_positive_numbers(
    start: int, goal: int, value: int
) -> None:
    """A baseline of −10 is not 500% of a target of −2."""
    level = stock(goal, start, direction="increase", targets=[AtLeast(goal, END)])
    rows = Observations([row("level", 2020, value)])
    found = compared(
        "sano", "tama-gap", "nagayo", plan=plan_of(level), ledger=rows, period="FY2020"
    )
    told = " ".join(str(it) for it in found.rows[0].because)
    if start <= 0 or goal <= 0:
        assert "baseline was already" not in told
    for share in re.findall(r"already (-?\d+)% of the target", told):
        assert 0 <= int(share) <= 100


@pytest.mark.parametrize(
    ("goal", "base", "values", "method", "word"),
    [
        (200, 0, {2020: 60}, "open-sdg-2.4", "nothing grows from 0"),
        (0, 10, {2020: 1}, "eustat", "no steady rate of growth leads to 0"),
    ],
)
def test_a_zero_under_growth_rates_is_named_as_the_cause(
    goal: int, base: int, values: dict[int, int], method: str, word: str
) -> None:
    """From 0 and to 0 there is no growth rate."""
    ledger = Observations([row("level", at, it) for at, it in values.items()])
    other = "tama-gap" if goal == 0 else "osaka-library"
    found = compared(method, other, plan=plan_of(stock(goal, base)), ledger=ledger, period="FY2020")
    assert found.rows[0].agree is False
    assert word in str(found.rows[0].because[-1])


@pytest.mark.parametrize(
    ("goal", "at", "value", "word"),
    [(102, 2020, "101.45", "draw the line"), (400, 2019, "230", "same growth rate")],
)
def test_paces_within_ten_points_differ_in_the_line_they_draw(
    goal: int, at: int, value: str, word: str
) -> None:
    """Further apart, the yearly rate against the yearly amount is the cause."""
    ledger = Observations([row("level", at, Decimal(value))])
    plan = plan_of(stock(goal, 100))
    found = compared("on-pace", "eustat", plan=plan, ledger=ledger, period=FiscalYear(at))
    assert found.rows[0].agree is False
    assert word in str(found.rows[0].because[-1])


def test_early_in_a_plan_the_final_target_is_named_as_the_cause() -> None:
    """A fifth of the way after a fifth of the time is on pace, and far from the target."""
    ledger = Observations([row("level", 2018, 32)])
    found = compared(
        "tama-gap", "sano", plan=plan_of(stock(100, 10)), ledger=ledger, period="FY2018"
    )
    (only,) = found
    assert only.agree is False
    assert "although there is time left" in str(only.because[-1])


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(
        [
            stock(), stock(5, 10), stock(0, 10), stock(10, 0), total(), stock(unit="%"),
            stock(20, 20), stock(targets=[AtLeast(9, END)]), stock(20, 10, path="geometric"),
            stock(targets=[AtLeast(15, FiscalYear(2020)), AtLeast(20, END)]),
        ]
    ),
    st.dictionaries(st.integers(2017, 2022), st.decimals(-5, 60, places=1), min_size=1, max_size=6),
    st.lists(st.sampled_from((*DEFAULT_METHODS, STRAIGHT)), min_size=2, max_size=4, unique_by=str),
)  # fmt: skip
def test_every_disagreement_has_a_why(
    indicator: Any, values: dict[int, Decimal], methods: list[Any]
) -> None:
    """Beside the two verdicts stands at least one sentence, in both languages."""
    ledger = Observations([Observation(indicator, FiscalYear(at), it) for at, it in values.items()])
    found = compare_methods(plan_of(indicator), ledger, period="FY2020", methods=methods)
    for line in found.disagreements:
        assert len(line.because) > 2
        for sentence in line.because:
            assert sentence.in_language("en") != sentence.in_language("ja")


def test_methods_agree_or_there_is_nothing_to_compare() -> None:
    """Two that say the same agree; one verdict alone, or none, is neither."""
    level = stock(20, 10)
    reached = Observations([row("level", 2021, 20)])
    (same,) = compared("on-pace", STRAIGHT, plan=plan_of(level), ledger=reached)
    assert (same.agree, same.because) == (True, ())
    (alone,) = compared("on-pace", plan=plan_of(level), ledger=reached)
    assert alone.agree is None
    (none,) = compared("on-pace", STRAIGHT, plan=plan_of(level), ledger=Observations())
    assert none.agree is None
    assert all(cell.reason is not None for cell in none.cells)


def test_profiles_take_the_baseline_of_the_plan() -> None:
    """A row before the baseline changes no profile's verdict."""
    earlier = ACTUALS.append(row(KAGOSHIMA, 2014, 1200), row(KAGOSHIMA, 2016, 400))
    asked = ("open-sdg-2.4", "eustat")
    assert compared(*asked).records() == compared(*asked, ledger=earlier).records()


def test_profiles_take_no_value_after_the_year_judged() -> None:
    """What came after FY2019 plays no part in FY2019."""
    asked: dict[str, Any] = {"period": "FY2019"}
    early = Observations(ACTUALS.rows[:2])
    assert (
        compared("eustat", ledger=early, **asked).records() == compared("eustat", **asked).records()
    )


def test_a_profile_refuses_a_moving_target() -> None:
    """Growth rates towards a benchmark that moves were never published."""
    country = Benchmark("country", "全国")
    level = stock(targets=[AgainstBenchmark(country, END)], benchmarks=[country])
    ledger = Observations([row("level", 2020, 12), row("country", 2020, 11)])
    found = compared("open-sdg-2.4", plan=plan_of(level), ledger=ledger, period="FY2020")
    (cell,) = found.rows[0].cells
    assert cell.reason is not None
    assert cell.reason.code == "moving_target"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"baseline": None}, "no_baseline"),
        ({"direction": None, "targets": []}, "no_direction"),
    ],
)
def test_a_profile_says_what_it_lacks(more: dict[str, Any], code: str) -> None:
    """Without baseline or direction a profile has nothing to say, and says why."""
    found = compared(
        "open-sdg-2.4",
        plan=plan_of(stock(**more)),
        ledger=Observations([row("level", 2020, 12)]),
        period="FY2020",
    )
    (cell,) = found.rows[0].cells
    assert cell.reason is not None
    assert cell.reason.code == code


def test_records_are_flat() -> None:
    """One record an indicator and method, the same columns in each, missing is ``None``."""
    found = compared("on-pace", "escap")
    records = found.records("ja")
    assert len(records) == 2
    assert len({tuple(it) for it in records}) == 1
    first, second = records
    assert (first["indicator"], first["number"], first["title"]) == (
        "repeat-offenders",
        "①",
        "再犯者数",
    )
    assert (first["verdict"], first["meaning"], first["reason"]) == ("on-pace", "想定どおり", None)
    assert (second["verdict"], second["reason_code"]) == (None, "no_bounds")
    assert second["reason"] != found.records("en")[1]["reason"]


def test_a_cell_is_a_verdict_with_its_number_or_a_reason() -> None:
    """In words of either language."""
    (found,) = compared("on-pace", "escap")
    judged, silent = found.cells
    assert judged.in_language("ja") == f"想定どおり（{judged.printed}）"
    assert "unit has none" in silent.in_language("en")
    assert judged.standing == 1 - Decimal(1) / Decimal(3)
    assert str(judged.trace)


def test_the_clock_and_made_up_data_are_carried() -> None:
    """A value that was published later is not used; synthetic rows mark the comparison."""
    late = Observations([row(KAGOSHIMA, 2021, 784, known_on=day("2022-08-01"), synthetic=True)])
    before = compared("on-pace", ledger=late, known_by=day("2022-07-31"))
    after = compared("on-pace", ledger=late)
    assert before.rows[0].cells[0].verdict is None
    assert after.rows[0].cells[0].verdict == "on-pace"
    assert (before.synthetic, after.synthetic) == (False, True)


def test_an_unknown_method_is_refused_with_a_suggestion() -> None:
    """A slip of the keyboard gets the nearest name."""
    with pytest.raises(PlanmodelError, match="eustat"):
        compared("eustad")


def test_a_plan_without_indicators_has_no_rows() -> None:
    """Nothing down, the methods across."""
    found = compared("on-pace", plan=plan_of(), ledger=None)
    assert (found.rows, found.records(), found.disagreements) == ((), [], ())


@given(
    st.sampled_from([stock(), stock(5, 10), total(), stock(unit="%"), stock(targets=[])]),
    st.dictionaries(st.integers(2015, 2022), st.decimals(-100, 200, places=1), max_size=6),
)
def test_comparing_never_fails(indicator: Any, values: dict[int, Decimal]) -> None:
    """Whatever the figures, every method gives a verdict or a reason."""
    ledger = Observations([Observation(indicator, FiscalYear(at), it) for at, it in values.items()])
    found = compare_methods(plan_of(indicator), ledger, period="FY2020")
    for cell in found.rows[0].cells:
        assert (cell.verdict is None) == (cell.reason is not None)
        assert cell.in_language("ja")


def test_a_method_named_twice_is_taken_once() -> None:
    """Its column would stand there twice, and agree with itself."""
    found = compared("on-pace", STRAIGHT, "on-pace", STRAIGHT, plan=plan_of(KAGOSHIMA))
    assert [it.name for it in found.methods] == ["on-pace", "straight"]
    assert len(found.rows[0].cells) == 2


@pytest.mark.parametrize(
    ("numbers", "language", "said"),
    [
        (("", ""), "ja", "水準、二つ目"),
        (("", ""), "en", "水準, 二つ目"),
        (("①", ""), "ja", "①、二つ目"),
        (("①", "②"), "ja", "①②"),
        (("①", "②"), "en", "① ②"),
    ],
)
def test_titles_that_stand_for_numbers_have_commas_between_them(
    numbers: tuple[str, str], language: Any, said: str
) -> None:
    """Numbers stand side by side; a title needs to be told from the next one."""
    one = evolve(stock(20, 10), number=numbers[0])
    two = evolve(one, id="second", title="二つ目", number=numbers[1])
    plan = plan_of(one, two)
    rows = Observations([row("level", 2020, 19), row("second", 2020, 19)])
    named = compared("on-pace", "escap", plan=plan, ledger=rows, period="FY2020")
    assert f"escap ({said})" in as_text(named, language)
    silent = compared("on-pace", plan=plan, ledger=Observations(), period="FY2020")
    assert f"  {said}: " in as_text(silent, language)
