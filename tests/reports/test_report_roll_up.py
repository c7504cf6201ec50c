"""A roll-up is shown wherever judgements are: its grade, its number, or why there is neither."""

from __future__ import annotations

from typing import Any

import pytest

from judging_samples import END, START, row
from planmodel import (
    Action,
    AtLeast,
    Baseline,
    FiscalYear,
    Judgement,
    Observations,
    Plan,
    Stock,
    Window,
    evaluate,
)
from planmodel.cli.commands.evaluate import as_data, table
from planmodel.evaluation import Evaluation, read_rule
from planmodel.reports import render_html, render_markdown
from planmodel.text import Language

SCORES = {"A": 3, "B": 1}
HALF = {"mode": "half_up", "places": 1}
GRADES = {
    "kind": "bands",
    "bands": [{"label": "良", "at_least": 2}, {"label": "可", "below": 2}],
}


def judged(*more: Judgement, **rollup: Any) -> Evaluation:
    """Four levels under one section, three of them known: 20, 20 and 10 of 20 (synthetic)."""
    levels = [
        Stock(
            key,
            key,
            unit="人",
            direction="increase",
            path="linear",
            baseline=Baseline(10, START),
            targets=[AtLeast(20, END)],
        )
        for key in "abcd"
    ]
    plan = Plan(
        "p",
        "計画",
        period=Window(FiscalYear(2018), END),
        indicators=levels,
        sections=[Action("x", "節", measured_by=levels)],
    )
    rule = read_rule(
        {
            "name": "ours",
            "version": "1",
            "measure": "ratio_to_target",
            "grade_on": "exact",
            "scale": {
                "kind": "bands",
                "bands": [{"label": "A", "at_least": 100}, {"label": "B", "below": 100}],
            },
            "rollup": {"method": "mean", "minimum_coverage": 50, "scores": SCORES, **rollup},
        }
    )
    rows = [row("a", 2020, 20), row("b", 2020, 20), row("c", 2020, 10)]
    return evaluate(plan, Observations(rows, judgements=more), period="FY2020", rules=rule)


def by_hand(about: str, grade: str) -> Judgement:
    """A grade that the governor gave (synthetic)."""
    return Judgement(about, FiscalYear(2020), grade, by="知事", because="災害")


def pages(it: Evaluation, language: Language) -> tuple[str, str, str]:
    """The table of the terminal, the report in Markdown and in HTML."""
    return (
        table(it, language),
        render_markdown(it.plan, it, language=language),
        render_html(it.plan, it, language=language),
    )


def test_a_number_without_a_grade_is_shown_everywhere() -> None:
    """(3 + 3 + 1) / 3 = 2.333…: printed as the rule says, exact in the data."""
    it = judged(rounding=HALF)
    terminal, markdown, html = pages(it, "en")
    assert "計画: 2.3 (3 of 4 judged)" in terminal
    assert "節: 2.3 (3 of 4 judged)" in terminal
    assert "| the whole plan | 3 of 4 | 2.3 |" in markdown
    assert "have no grade" not in markdown
    assert html.count('<span class="grade"><bdi>2.3</bdi></span>') == 2
    summary = as_data(it, "en", traced=None)["summaries"][0]
    assert (str(summary["value"])[:8], summary["printed"]) == ("2.333333", "2.3")
    for page in pages(it, "ja"):
        assert "判定はない" not in page
        assert "2.3" in page


def test_a_number_without_a_rounding_is_printed_to_one_place() -> None:
    """As all figures are where a rule says nothing; a percentage has its sign."""
    assert [it.printed for it in judged().summaries] == ["2.3", "2.3"]
    assert judged(method="points", full=3).summaries[1].printed == "77.8%"
    rates = judged(of="number", scores={})
    assert [it.outcome for it in rates.summaries] == ["83.3%", "83.3%"]
    graded = judged(scale=GRADES).summaries[0]
    assert (graded.outcome, graded.computed, graded.printed) == ("良", "良", "2.3")


def test_a_number_stands_beside_a_grade_by_hand() -> None:
    """What people say stands, and what the rule computes is told."""
    it = judged(by_hand("x", "A"), rounding=HALF)
    terminal, markdown, _ = pages(it, "en")
    assert "節: A (by 知事, because: 災害); computed: 2.3" in terminal
    assert "Computed grade: 2.3" in markdown


@pytest.mark.parametrize(("language", "word"), [("en", "demands 90%"), ("ja", "90%に満たない")])
def test_why_the_whole_is_not_assessable_is_told(language: Language, word: str) -> None:
    """Terminal and reports say that no group counts, and the reason of the group."""
    it = judged(minimum_coverage=90, scale=GRADES)
    assert {page.count(word) for page in pages(it, language)} == {2}
    told = [str(row["reason"]) for row in as_data(it, "en", traced=None)["summaries"]]
    assert [text.startswith("none of the groups counts") for text in told] == [True, False]


def test_a_grade_by_hand_without_a_score_is_told() -> None:
    """The section keeps it, the whole says why it has none."""
    it = judged(by_hand("x", "可"), scale=GRADES)
    assert [(row.grade, row.value is None) for row in it.summaries] == [(None, True), ("可", False)]
    for page in pages(it, "en"):
        assert "the grade 可, given by 知事, has no score in this rule" in page


def test_grades_by_hand_that_the_rule_does_not_know_are_noted() -> None:
    """Outside the scale, or without a score where scores count; the known ones are not named."""
    odd = judged(by_hand("a", "Z"), by_hand("b", "B"), by_hand("x", "可"), scale=GRADES)
    strange, worthless = odd.notes
    assert str(strange) == "a: the grade Z, given by 知事, is none of this rule"
    assert str(worthless).startswith("x: the grade 可, given by 知事, has no score in this rule")
    assert "集約に算入されない" in worthless.in_language("ja")
    assert judged(by_hand("x", "A"), by_hand("p", "良"), scale=GRADES).notes == ()
    rates = judged(by_hand("x", "可"), by_hand("p", "Z"), scale=GRADES, of="number", scores={})
    assert [str(it)[:14] for it in rates.notes] == ["p: the grade Z"]
    assert judged(by_hand("x", "Z"), method="by_hand").notes == ()
