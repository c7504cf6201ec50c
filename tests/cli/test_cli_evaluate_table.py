"""The table of judgements says what was asked for, and what was reached and lost."""

from __future__ import annotations

from judging_samples import plan_of
from planmodel import (
    AtLeast,
    AtMost,
    Baseline,
    Between,
    FiscalYear,
    Indicator,
    Observation,
    Observations,
    Relative,
    Stock,
    evaluate,
)
from planmodel.cli.commands.evaluate import table, traces
from planmodel.exchange.csv_lines import csv_records
from planmodel.model.targets import Target
from planmodel.text import Language

END = FiscalYear(2021)


def level(key: str, *targets: Target, unit: str = "%", base: int = 40) -> Stock:
    """A level with these targets."""
    return Stock(
        key,
        key,
        unit=unit,
        direction="increase",
        baseline=Baseline(base, FiscalYear(2017)),
        targets=targets,
        path="linear",
    )


def told(language: Language, it: Indicator, *values: int) -> str:
    """The table of *it* with *values* up to FY2020."""
    first = 2021 - len(values)
    rows = Observations(
        Observation(it, FiscalYear(first + at), value) for at, value in enumerate(values)
    )
    return table(evaluate(plan_of(it), rows, period="FY2020"), language)


def test_the_goal_is_said_with_its_condition() -> None:
    """Strict bounds, ranges and several conditions are told as the report tells them."""
    strict = level("strict", AtLeast(93, END, strict=True))
    assert "more than 93%" in told("en", strict, 93)
    assert "93%超" in told("ja", strict, 93)
    assert "40% to 60%" in told("en", level("range", Between(40, 60, END)), 50)
    both = level("both", AtLeast(50, END), AtMost(70, END))
    assert "at least 50% and at most 70%" in told("en", both, 60)


def test_a_worked_out_goal_has_words_and_number() -> None:
    """What the plan prints no number for is told in its words, with the number they come to."""
    times = level("times", Relative("1.6倍", END), unit="人", base=100)
    assert "基準値比 1.6倍（160人）" in told("ja", times, 130)
    more = level("more", Relative("前年度比増", END, of="previous_year"), unit="人")
    assert "前年度比増（950人）" in told("ja", more, 950, 950)
    assert "up on the year before (950 people)" in told("en", more, 950, 950)


def test_what_was_reached_and_lost_is_told() -> None:
    """61, 59, 55 against 60 is on its path, and below the table it is said that it was reached."""
    lost = level("level", AtLeast(60, END))
    text = told("en", lost, 61, 59, 55)
    assert "on the expected path" in text
    assert "level: lost (first reached in FY2018, lost since FY2019)" in text
    japanese = told("ja", lost, 61, 59, 55)
    assert "達成後に下回った（2018年度に初めて達成、2019年度から未達）" in japanese
    assert "Reached and lost" not in told("en", lost, 61)


def test_what_is_to_be_kept_is_told_in_words_of_keeping() -> None:
    """A target to be kept is not kept since a year, and nothing is said of reaching it."""
    kept = level("kept", AtLeast(60, END, scope="keep"))
    text = told("ja", kept, 61, 59)
    assert "維持できていない（2020年度から）" in text
    assert "初めて達成" not in text


def test_the_trace_says_that_a_target_was_lost() -> None:
    """Below the judgement stands since when, as in the report."""
    it = level("level", AtLeast(60, END))
    rows = Observations(Observation(it, FiscalYear(2018 + at), 61 - 2 * at) for at in range(3))
    text = traces(evaluate(plan_of(it), rows, period="FY2020"), "level", "en")
    assert "Standing: lost (first reached in FY2018, lost since FY2019)" in text


def test_a_negative_ratio_has_a_minus_in_text_and_is_a_number_in_csv() -> None:
    """Words print a minus; CSV has no apostrophe before a number, and one before a formula."""
    it = level("level", AtLeast(60, END))
    rows = Observations([Observation(it, FiscalYear(2020), 30)])
    text = traces(evaluate(plan_of(it), rows, period="FY2020"), "level", "en").splitlines()[3]
    assert "(−" in text
    lines = csv_records([{"number": "-12.1%", "title": "-1+cmd"}]).splitlines()
    assert lines[1] == "-12.1%,'-1+cmd"
