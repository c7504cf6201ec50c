"""Several conditions on one indicator, and the target that a ratio is made with."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_samples import END, START, judged, plan_of, row, series_of_years, stock
from planmodel import (
    AgainstBenchmark,
    Amount,
    AtLeast,
    AtMost,
    Baseline,
    Benchmark,
    Between,
    FiscalYear,
    Milestone,
    NoNumber,
    NotStated,
    Observations,
    evaluate,
    report,
)
from planmodel.errors import ModelError
from planmodel.evaluation import compare_methods

RULES = ("on-pace", "ibaraki", "osaka-library", "tama-target", "tama-gap", "sano")


def both(*targets: Any, **more: Any) -> Any:
    """A level in percent with *targets*."""
    return stock(targets=list(targets), unit="%", baseline=Baseline(40, START), **more)


TWO = both(AtLeast(50, END), AtMost(70, END))
RANGE = both(Between(50, 70, END))


@given(value=st.decimals(0, 120, places=1), rule=st.sampled_from((*RULES, "nagayo", "fukuoka")))
def test_a_lower_and_an_upper_bound_are_a_range(value: Decimal, rule: str) -> None:
    """50以上 and 70以下 are judged like 50以上70以下 by every rule: met or not, without a ratio."""
    two = judged(TWO, row("level", 2020, value), rules=rule)
    one = judged(RANGE, row("level", 2020, value), rules=rule)
    assert (two.grade, two.value, two.gap, two.goal) == (one.grade, one.value, one.gap, one.goal)
    assert two.facts.reached is one.facts.reached is (50 <= value <= 70)
    assert two.facts.target_kind == one.facts.target_kind == "between"
    assert two.standing is not None
    assert two.standing == one.standing
    if two.grade is None:
        assert two.reason is not None
        assert two.reason.code == "target_several"


@given(value=st.decimals(0, 120, places=1), year=st.sampled_from((2018, 2020, 2021)))
def test_the_default_rule_says_of_a_range_what_the_standing_says(value: Decimal, year: int) -> None:
    """A target that is only met or not is judged when it is met and when it is not."""
    for aimed in (TWO, RANGE, both(AtLeast(50, END), Between(40, 70, END))):
        found = judged(aimed, row("level", year, value), year=year)
        assert found.standing is not None
        assert found.grade == str(found.standing.word).replace("_", "-")
        assert (found.value, found.reason) == (None, None)


def test_no_method_takes_the_first_of_two_conditions_for_all() -> None:
    """75 breaks the upper bound: no rule and no profile calls it reached or on pace."""
    table = compare_methods(plan_of(TWO), Observations([row("level", 2020, 75)]), period="FY2020")
    verdicts = {cell.verdict for cell in table.rows[0].cells if cell.reason is None}
    assert verdicts == {"not-reached"}


@pytest.mark.parametrize(("language", "link"), [("en", " and "), ("ja", "、かつ")])
def test_reports_and_traces_print_both_conditions(language: str, link: str, tmp_path: Path) -> None:
    """A reader sees the upper bound beside the lower one, in the report and in the trace."""
    plan = plan_of(TWO)
    judgement = evaluate(plan, Observations([row("level", 2020, 75)]), period="FY2020")
    assert judgement["level"].conditions == TWO.targets
    assert "at least 50, at most 70" in str(judgement["level"].trace)
    written = report(
        plan, judgement, to=tmp_path / "report.md", format="markdown", language=language
    )
    line = next(it for it in written.read_text("utf-8").splitlines() if link in it and "70" in it)
    assert "50" in line


def test_two_bounds_on_one_side_are_the_harder_one() -> None:
    """50以上 and 60以上 ask for 60: one threshold, whichever is written first."""
    one = judged(both(AtLeast(60, END)), row("level", 2020, 55))
    for targets in ((AtLeast(50, END), AtLeast(60, END)), (AtLeast(60, END), AtLeast(50, END))):
        found = judged(both(*targets), row("level", 2020, 55))
        assert (found.goal, found.value, found.expected) == (60, one.value, one.expected)
        assert found.target == AtLeast(60, END)
        assert any("hardest" in str(note) for note in found.notes)
    down = judged(both(AtMost(5, END), AtMost(3, END), direction="decrease"), row("level", 2020, 9))
    assert down.goal == 3
    strict = both(AtLeast(60, END), AtLeast(60, END, strict=True))
    assert judged(strict, row("level", 2020, 60)).grade != "reached"


def test_a_mid_term_range_does_not_bend_the_way() -> None:
    """45以上55以下 on the way to 60以上 is no point on a line."""
    mid = FiscalYear(2019)
    bent = both(AtLeast(45, mid), AtMost(55, mid), AtLeast(60, END))
    straight = both(AtLeast(60, END))
    found, one = (judged(it, row("level", 2020, 50)) for it in (bent, straight))
    assert (found.expected, found.value) == (one.expected, one.value)


def test_undated_conditions_hold_together() -> None:
    """Without dates, the second of two conditions is no less a condition."""
    never = NotStated("期限の記載がない")
    undated = both(AtLeast(50, never), AtMost(70, never))
    assert judged(undated, row("level", 2020, 60)).grade == "reached"
    assert judged(undated, row("level", 2020, 75)).grade == "not-reached"


def test_a_word_of_no_number_is_no_condition_beside_one() -> None:
    """It asks for nothing; alone it still says that there is no number."""
    beside = both(NoNumber("質の目標は設定しない", END), AtLeast(60, END))
    assert judged(beside, row("level", 2020, 60)).grade == "reached"
    assert judged(beside, row("level", 2020, 60)).notes == ()
    later = both(AtLeast(60, FiscalYear(2019)), NoNumber("数値目標は設定しない", END))
    reason = judged(later, row("level", 2020, 60)).reason
    assert reason is not None
    assert reason.code == "target_no_number"


def test_a_condition_that_fails_decides_and_one_that_is_unknown_leaves_open() -> None:
    """50以上 and 全国平均以上: 45 fails for sure, 55 cannot be said without the average."""
    average = Benchmark("average", "全国平均", unit="%")
    asked = both(AtLeast(50, END), AgainstBenchmark(average, END), benchmarks=[average])
    rows = row("average", 2019, 44), row("level", 2019, 55)
    known = {year: judged(asked, *rows, row("level", 2020, it), year=year) for year, it in
             ((2019, 55), (2020, 45))}  # fmt: skip
    assert known[2019].grade == "reached"
    assert known[2020].facts.reached is False
    open_ = judged(asked, *rows, row("level", 2020, 55))
    assert open_.facts.reached is None
    assert open_.reason is not None
    assert open_.reason.code == "no_benchmark"


# --- what is to be done --------------------------------------------------------------------------


def words(year: int, text: str) -> Any:
    """A report in words."""
    return row("level", year, Amount(words=text))


def test_a_milestone_is_reached_by_the_words_that_mean_done() -> None:
    """Its own text, or words declared on it; nothing is guessed from what looks alike."""
    center = both(Milestone("設置", END, done=("設置済", "開所")))
    for text in ("設置", "設置済", "開所"):
        found = judged(center, words(2020, text))
        assert (found.grade, found.reason) == ("reached", None)
        assert found.standing is not None
        assert (found.standing.word, found.standing.first_reached) == ("reached", FiscalYear(2020))
    for text in ("設置予定", "設置済み", "未設置"):
        found = judged(center, words(2020, text))
        assert found.grade is None
        assert found.reason is not None
        assert text in str(found.reason)
        assert "設置済" in found.reason.in_language("ja")
    plain = both(Milestone("設置", END))
    assert judged(plain, words(2020, "設置済")).grade is None


def test_a_milestone_keeps_its_first_year() -> None:
    """Done in 2019 and reported again in 2020."""
    center = both(Milestone("設置", END, done=["設置済"]))
    found = judged(center, words(2019, "設置済"), words(2020, "設置済"))
    assert found.standing is not None
    assert found.standing.first_reached == FiscalYear(2019)


def test_a_milestone_beside_a_number_needs_both() -> None:
    """A number cannot say that something was done."""
    asked = both(Milestone("設置", END, done=["設置済"]), AtLeast(60, END))
    found = judged(asked, row("level", 2020, 60))
    assert (found.grade, found.facts.reached, found.facts.target_kind) == (None, None, "several")


def test_words_that_mean_done_are_words() -> None:
    """A bare string is no list of words, and empty words mean nothing."""
    with pytest.raises(ModelError, match="done"):
        Milestone("設置", END, done="設置済")
    with pytest.raises(ModelError, match=r"done\[1\]"):
        Milestone("設置", END, done=["設置済", " "])


# --- the target of the year ----------------------------------------------------------------------


@pytest.mark.parametrize("rule", ["osaka-library", "sano"])
def test_a_year_without_a_printed_target_is_told(rule: str) -> None:
    """v/T of a year without its T takes the one that is due, and says so in both languages."""
    some = both(AtLeast(50, FiscalYear(2018)), AtLeast(60, END))
    for aimed in (some, both(AtLeast(60, END))):
        found = judged(aimed, row("level", 2020, 55), rules=rule)
        told = [it for it in found.notes if "no target is printed for FY2020" in str(it)]
        assert str(told[0]).endswith("compared with the one due FY2021")
        assert "2020年度の目標値の記載がない" in told[0].in_language("ja")
        assert "2021年度" in told[0].in_language("ja")
        assert str(told[0]) in str(found.trace)


def test_a_year_with_a_printed_target_is_held_against_it() -> None:
    """The year's own target is taken, told and traced; in the final year it is the only one."""
    some = both(AtLeast(50, FiscalYear(2020)), AtLeast(60, END))
    found = judged(some, row("level", 2020, 55), rules="osaka-library")
    assert (found.grade, found.value) == ("A", 110)
    assert "printed for the year" in str(found.trace)
    last = series_of_years(some, {2021: 66}, year=2021, rules="osaka-library")
    assert (last.grade, last.notes) == ("A", ())
    assert evaluate(plan_of(some), period="FY2020", rules="osaka-library")["level"].notes == ()
