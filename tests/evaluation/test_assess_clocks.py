"""The two clocks: the year that is judged, and the day up to which facts count."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_samples import END, START, day, judged, plan_of, row, stock, total
from planmodel import (
    AgainstBenchmark,
    AtLeast,
    Baseline,
    Benchmark,
    CalendarYear,
    FiscalYear,
    Judgement,
    Observation,
    Observations,
    PlanmodelError,
    evaluate,
)
from planmodel.errors import ParseError, UsageError
from planmodel.evaluation.methods import compare_methods

BENCHMARK = Benchmark("country", "全国")
MOVING = stock(targets=[AgainstBenchmark(BENCHMARK, END)], benchmarks=[BENCHMARK])
RATE = stock(40, 60, unit="%")
PLAN = plan_of(
    type(MOVING)("moving", "比較", unit="%", targets=MOVING.targets, benchmarks=[BENCHMARK]),
    type(RATE)("rate", "率", unit="%", baseline=RATE.baseline, targets=RATE.targets),
    total(),
)
SERIES = ("moving", "rate", "total", "country")
CLOCK = day("2021-10-13")

days = st.dates(dt.date(2019, 1, 1), CLOCK) | st.none()
later = st.dates(CLOCK + dt.timedelta(days=1), dt.date(2024, 1, 1))
amounts = st.decimals(0, 100, places=1)


def rows(known: st.SearchStrategy[Any]) -> st.SearchStrategy[Observation]:
    """Rows of any series and year that became known on days of *known*."""
    return st.builds(
        lambda series, year, value, on, *, made_up: row(
            series, year, value, known_on=on, synthetic=made_up
        ),
        st.sampled_from(SERIES),
        st.integers(2016, 2022),
        amounts,
        known,
        made_up=st.booleans(),
    )


judgements = st.builds(
    lambda about, on: Judgement(
        about, FiscalYear(2020), "◎", by="審議会", because="理由", known_on=on
    ),
    st.sampled_from((*SERIES[:3], "small")),
    later,
)


@given(
    st.lists(rows(days), max_size=6),
    st.lists(rows(later) | judgements, max_size=6),
    st.sampled_from(("on-pace", "nagayo", "sano")),
)
def test_what_becomes_known_later_changes_nothing(
    before: list[Observation], after: list[Any], rule: str
) -> None:
    """Whatever is appended after the day, the judgement as known on that day is the same."""
    ledger = Observations(before)
    year: dict[str, Any] = {"period": "FY2020", "known_by": CLOCK, "rules": rule}
    first = evaluate(PLAN, ledger, **year)
    second = evaluate(PLAN, ledger.append(*after), **year)
    assert first.rows() == second.rows()
    assert first.synthetic == second.synthetic
    assert [(it.node.id, it.grade, it.assessed) for it in first.summaries] == [
        (it.node.id, it.grade, it.assessed) for it in second.summaries
    ]
    assert [str(it.trace) for it in first] == [str(it.trace) for it in second]
    assert [it.points for it in first] == [it.points for it in second]


@given(st.lists(rows(days), max_size=6), st.lists(rows(later), max_size=4))
def test_a_comparison_of_methods_keeps_to_the_clock_too(
    before: list[Observation], after: list[Observation]
) -> None:
    """What is appended later changes no cell of last year's comparison."""
    asked: dict[str, Any] = {
        "period": "FY2020",
        "known_by": CLOCK,
        "methods": ("on-pace", "open-sdg-2.4"),
    }
    first = compare_methods(PLAN, Observations(before), **asked)
    second = compare_methods(PLAN, Observations([*before, *after]), **asked)
    assert first.records() == second.records()


@given(st.lists(rows(days), max_size=6))
def test_a_judgement_is_a_pure_function(before: list[Observation]) -> None:
    """The same plan, ledger, period and rule give the same, and nothing given is changed."""
    ledger = Observations(before)
    as_it_was = (repr(PLAN), PLAN, ledger.rows)
    first, second = (evaluate(PLAN, ledger, period="FY2020") for _ in range(2))
    assert first.rows() == second.rows()
    assert str(first) == str(second)
    assert (repr(PLAN), PLAN, ledger.rows) == as_it_was


def test_a_value_is_provisional_then_final_then_revised() -> None:
    """Each day has its own row, and the trace says in which state the value was."""
    ledger = [
        row("level", 2020, 14, state="provisional", known_on=day("2021-06-30")),
        row("level", 2020, 16, state="final", known_on=day("2021-11-30")),
        row("level", 2020, 15, state="revised", known_on=day("2022-11-30")),
    ]
    seen = {}
    for on in ("2021-06-29", "2021-06-30", "2021-11-30", "2022-11-30"):
        found = judged(stock(), *ledger, known_by=day(on))
        seen[on] = (found.actual, found.observation.state if found.observation else None)
    assert seen == {
        "2021-06-29": (None, None),
        "2021-06-30": (14, "provisional"),
        "2021-11-30": (16, "final"),
        "2022-11-30": (15, "revised"),
    }
    trace = judged(stock(), *ledger, known_by=day("2021-07-01")).trace
    assert "state: provisional" in str(trace)
    assert "速報値" in trace.in_language("ja")


def test_rows_out_of_order_are_taken_by_their_day() -> None:
    """A correction that is written down before the row it corrects still counts."""
    new = row("level", 2020, 15, known_on=day("2022-11-30"))
    old = row("level", 2020, 14, known_on=day("2021-06-30"))
    assert judged(stock(), new, old).actual == 15


def test_a_revised_target_counts_from_its_decision() -> None:
    """Before the decision the old target judges, after it the new one; the trace says why."""
    old = AtLeast(20, END)
    new = AtLeast(30, END, decided=day("2020-04-01"), because="上方修正", revises=old)
    value = row("level", 2020, 16, known_on=day("2020-01-01"))
    before = judged(stock(targets=[new]), value, known_by=day("2020-03-31"))
    after = judged(stock(targets=[new]), value, known_by=day("2020-04-01"))
    assert (before.goal, before.expected) == (20, 17.5)
    assert (after.goal, after.expected) == (30, 25)
    assert "上方修正" in str(after.trace)
    assert "上方修正" not in str(before.trace)


def test_a_target_set_later_is_no_target_before() -> None:
    """Where nothing was aimed at yet, nothing can be judged."""
    late = AtLeast(20, END, decided=day("2020-04-01"))
    found = judged(stock(targets=[late]), row("level", 2019, 16), known_by=day("2020-03-31"))
    assert found.target is None
    assert found.reason is not None


def test_a_revised_baseline_counts_from_its_decision() -> None:
    """Before the decision the old baseline starts the line, after it the new one."""
    old = Baseline(10, START)
    new = Baseline(12, START, decided=day("2020-04-01"), because="集計の誤り", revises=old)
    value = row("level", 2020, 16)
    before = judged(stock(baseline=new), value, known_by=day("2020-03-31"))
    after = judged(stock(baseline=new), value)
    assert (before.facts.baseline, before.expected) == (10, 17.5)
    assert (after.facts.baseline, after.expected) == (12, 18)
    assert "集計の誤り" in str(after.trace)


def test_a_revised_baseline_of_a_benchmark_counts_from_its_decision() -> None:
    """What the plan printed of another series is read as it stood on the day."""
    old = Baseline(11, START)
    new = Baseline(13, START, decided=day("2020-04-01"), revises=old)
    country = Benchmark("country", "全国", baseline=new)
    level = stock(targets=[AgainstBenchmark(country, END)], benchmarks=[country])
    value = row("level", 2017, 12)
    assert judged(level, value, year=2017, known_by=day("2020-03-31")).goal == 11
    assert judged(level, value, year=2017).goal == 13


def test_a_row_without_a_day_is_always_known() -> None:
    """Where nobody noted the day, the value is not lost."""
    assert judged(stock(), row("level", 2020, 16), known_by=day("1999-01-01")).actual == 16


def test_both_clocks_and_the_rule_are_carried() -> None:
    """The result says what was judged, when, by which rule and by which version."""
    judgement = evaluate(plan_of(stock()), period="FY2020", known_by=CLOCK, rules="sano")
    assert judgement.period == FiscalYear(2020)
    assert judgement.known_by == CLOCK
    assert (judgement.rule, judgement.rule_version) == ("sano", "2016")
    assert "佐野市" in judgement.rule_title.in_language("ja")
    assert judgement.rule_source
    assert judgement.library_version
    assert judgement.grades[0] == "7"
    assert len(judgement.grade_titles) == len(judgement.grades)


def test_a_time_of_day_counts_as_its_day() -> None:
    """A datetime is a date, and nobody is surprised by what Python thinks of comparing them."""
    clock = dt.datetime(2021, 10, 13, 9, 30, tzinfo=dt.UTC)
    judgement = evaluate(PLAN, Observations([row("rate", 2020, 50, known_on=CLOCK)]),
                         period="FY2020", known_by=clock)  # fmt: skip
    assert judgement.known_by == CLOCK
    assert judgement["rate"].actual == 50


@pytest.mark.parametrize(
    "clocks",
    [{"period": 2020}, {"period": None}, {"period": "FY2020", "known_by": "13.10.2021"},
     {"period": "2020"}, {"period": ""}],
)  # fmt: skip
def test_a_clock_that_is_none_is_refused_with_a_sentence(clocks: dict[str, Any]) -> None:
    """A number for a year, or other text for a date, gives a sentence and no traceback."""
    with pytest.raises(PlanmodelError) as caught:
        evaluate(PLAN, **clocks)
    assert caught.value.in_language("ja")
    assert caught.value.problems[0].expected


def test_a_period_is_text_or_object() -> None:
    """``"FY2020"`` and ``FiscalYear(2020)`` are the same year; ``"2020"`` is a calendar year."""
    assert evaluate(PLAN, period="FY2020").period == FiscalYear(2020)
    assert evaluate(PLAN, period="2020年").period == CalendarYear(2020)


@pytest.mark.parametrize("text", ["令和2年度", "2020年度", "FY2020", "R2年度", "２０２０年度"])
def test_a_period_may_be_written_as_printed(text: str) -> None:
    """What can be read in one way only is read."""
    assert evaluate(PLAN, period=text).period == FiscalYear(2020)


@pytest.mark.parametrize("text", ["2020", "2020 (R2)", "２０２０", "nonsense", ""])
def test_a_period_that_can_be_read_in_two_ways_is_refused(text: str) -> None:
    """A bare year is neither a fiscal nor a calendar year; nothing is guessed."""
    with pytest.raises(ParseError):
        evaluate(PLAN, period=text)


def test_the_refusal_of_a_bare_year_says_what_to_write() -> None:
    """Both ways of writing it are named."""
    with pytest.raises(ParseError, match=r"FY2020.*CalendarYear\(2020\)"):
        evaluate(PLAN, period="2020")


def test_the_day_may_be_iso_text() -> None:
    """A day is a date or its ISO text; other text is refused."""
    assert evaluate(PLAN, period="FY2020", known_by="2021-10-31").known_by == dt.date(2021, 10, 31)
    with pytest.raises(UsageError, match="no date"):
        evaluate(PLAN, period="FY2020", known_by="31.10.2021")
