"""What a trace says is true for every form of target, and reads in both languages.

All figures are made up.
"""

from __future__ import annotations

import decimal
import re
from itertools import pairwise
from typing import Any

import pytest

from judging_samples import END, judged, plan_of, row, stock
from planmodel import (
    AgainstBenchmark,
    Amount,
    AtLeast,
    AtMost,
    Benchmark,
    Between,
    FiscalYear,
    Milestone,
    NoNumber,
    Observation,
    Observations,
    Rank,
    Relative,
    Stock,
    evaluate,
)
from planmodel.evaluation.methods import DEFAULT_METHODS
from planmodel.evaluation.outcome import INPUT_WORDS, Trace
from planmodel.evaluation.profiles import profile_names

COUNTRY = Benchmark("country", "全国平均")
FORMS: dict[str, dict[str, Any]] = {
    "at least": {"targets": [AtLeast(20, END)]},
    "strict": {"targets": [AtLeast(20, END, strict=True)]},
    "at most": {"targets": [AtMost(5, END)], "direction": "decrease"},
    "zero": {"targets": [AtMost(0, END)], "direction": "decrease"},
    "between": {"targets": [Between(12, 18, END)]},
    "kept": {"targets": [AtMost(20, END, scope="keep")], "direction": "decrease"},
    "every year": {"targets": [AtLeast(12, END, scope="every_year")]},
    "relative": {"targets": [Relative("1.6倍", END)]},
    "stated": {"targets": [Relative("20%減", END, stated=8)], "direction": "decrease"},
    "year before": {"targets": [Relative("前年度比増", END, of="previous_year")]},
    "benchmark": {"targets": [AgainstBenchmark(COUNTRY, END)], "benchmarks": [COUNTRY]},
    "milestone": {"targets": [Milestone("設置", END)]},
    "rank": {"targets": [Rank(1, "東北", END)], "direction": "decrease"},
    "no number": {"targets": [NoNumber("数値目標は設定しない", END)]},
    "two": {"targets": [AtLeast(12, END), AtMost(18, END)]},
    "midway": {"targets": [AtLeast(12, FiscalYear(2019)), AtLeast(20, END)]},
    "printed": {"targets": [AtLeast(12, FiscalYear(2020)), AtLeast(20, END)]},
    "none": {"targets": []},
}
RULES = [it for it in DEFAULT_METHODS if it not in profile_names()]


def indicator(form: str) -> Stock:
    """A level from 10 in FY2017 with the target of that name."""
    return stock(**FORMS[form])


def trace(form: str, value: Any = 15, rule: str = "on-pace") -> Trace:
    """The trace of its judgement in FY2020."""
    rows = [row("level", 2019, 13), row("level", 2020, value)]
    return judged(indicator(form), *rows, rules=rule).trace


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("form", FORMS)
def test_a_trace_has_no_english_in_japanese_and_says_nothing_twice(form: str, rule: str) -> None:
    """Every input is a letter of a formula or has a word, and no line comes twice in a row."""
    for value in (15, 20, Amount(words="設置"), "集計中"):
        steps = trace(form, value, rule).steps
        for step in steps:
            for name, _ in step.inputs:
                assert name in INPUT_WORDS or re.fullmatch("[A-Za-zφΣ](_[A-Za-z])?", name), name
            words = step.in_language("ja")
            assert not re.search(r"\[[a-z]{2}", words), words
        for language in ("en", "ja"):
            lines = [it.in_language(language) for it in steps]
            assert all(a != b for a, b in pairwise(lines))
        names = [str(it.name) for it in steps[-2:]]
        assert names != ["not assessable", "cannot be judged"]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("at least", "20以上"),
        ("strict", "20超"),
        ("at most", "5以下"),
        ("between", "12以上18以下"),
        ("kept", "維持するもの"),
        ("every year", "毎年度満たすもの"),
        ("relative", "1.6倍"),
        ("stated", "20%減（8）"),
        ("benchmark", "変動する比較対象"),
        ("milestone", "設置"),
        ("rank", "東北1位"),
        ("no number", "数値目標は設定しない"),
        ("two", "12以上、18以下"),
    ],
)
def test_the_step_of_the_target_says_what_the_plan_says(form: str, words: str) -> None:
    """Also where that is no number."""
    (line,) = (it for it in trace(form).in_language("ja").splitlines() if ". 目標 " in it)
    assert words in line


@pytest.mark.parametrize(
    ("form", "en", "ja"),
    [
        ("midway", "between the values printed before and after the year = 16", "前後の年の記載値"),
        ("printed", "expected value printed for the year = 12", "その年の記載値"),
        ("at least", "expected value on a straight line [b = 10", "期待値（直線）"),
    ],
)
def test_the_expected_value_says_where_it_comes_from(form: str, en: str, ja: str) -> None:
    """Printed for the year, drawn between two printed ones, or the target itself."""
    found = trace(form)
    assert en in str(found)
    assert ja in found.in_language("ja")
    assert "as given" not in str(found)


@pytest.mark.parametrize(
    ("form", "en", "ja"),
    [
        ("kept", "the target itself = 20", "目標値そのもの"),
        ("every year", "the target itself = 12", "目標値そのもの"),
        ("year before", "the value it is held against = 13", "比較対象の値"),
    ],
)
def test_what_is_asked_in_the_very_period_is_no_expected_value(form: str, en: str, ja: str) -> None:
    """The default rule draws no path to it; a rule on the year's value says what it takes."""
    assert "expected value" not in str(trace(form))
    found = trace(form, rule="ibaraki")
    assert f"asked for in the very period: {en}" in str(found)
    assert f"その期に求められる値（{ja}）" in found.in_language("ja")


def test_a_range_is_not_called_no_target() -> None:
    """Where a rule asks for a ratio, it has the true reason; the default rule asks for none."""
    for rule in ("on-pace", "sano"):
        assert "there is no numeric target" not in str(trace("between", rule=rule))
    assert "the target is a range" in str(trace("between", rule="sano"))


def test_the_figures_of_every_condition_that_was_asked_are_told() -> None:
    """A rule that asks about several measures shows what each was computed from."""
    text = str(trace("at least", rule="fukuoka"))
    assert "expected value on a straight line [b = 10, T = 20, k = 3, n = 4]" in text
    assert "pace ratio [v = 15, b = 10, d = +1, e = 17.5]" in text


def test_no_formula_is_shown_that_was_not_used() -> None:
    """Without a convention there is no v/T where less is better."""
    lines = str(trace("at most", rule="sano")).splitlines()
    assert not any("v/T" in line for line in lines)


def test_a_ratio_is_shown_with_all_its_digits_in_any_context() -> None:
    """The decimal context of the reader cuts nothing off."""
    found = trace("at least", "13.1")
    with decimal.localcontext(decimal.Context(prec=3)):
        short = str(found)
    assert "= 0.4133333333333333333333333333333333333333" in str(trace("at least", "13.1"))
    assert short == str(found)


@pytest.mark.parametrize("profile", profile_names())
def test_the_traces_of_profiles_have_no_english_names_in_japanese(profile: str) -> None:
    """Numbers of values, bounds and thresholds have words."""
    from planmodel.evaluation import judge_series

    given: dict[str, Any] = {"target": 80, "target_year": 2030, "base_year": 2015}
    if profile == "escap":
        given.update(bounds=(0, 100), current_year=2020)
    found = judge_series(
        [(2015, 40), (2018, None), (2020, 50)], profile=profile, direction="increase", **given
    )
    text = found.trace.in_language("ja")
    assert "値の数 = 2、欠測 = 1" in text
    for english in ("missing", "high", "low", "year", "values"):
        assert english not in text


def test_words_of_grades_are_those_of_the_language() -> None:
    """「評定 = 想定より遅れ」, not the code of the case."""
    text = trace("at least", 12).in_language("ja")
    assert "評定 = 想定より遅れ" in text


def test_a_benchmark_in_a_strict_comparison_is_exceeded_and_not_reached() -> None:
    """全国平均超."""
    level = stock(targets=[AgainstBenchmark(COUNTRY, END, strict=True)], benchmarks=[COUNTRY])
    ledger = Observations([row("level", 2020, 15), Observation("country", FiscalYear(2020), 14)])
    found = evaluate(plan_of(level), ledger, period="FY2020")["level"]
    assert "more than 全国平均" in str(found.trace)
