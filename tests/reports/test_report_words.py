"""Reports say what the plan says: its own words for its levels, everywhere."""

from __future__ import annotations

from typing import Any

import pytest

import planmodel as pm
from planmodel.cli.covering import as_text
from planmodel.reports import (
    render_coverage,
    render_coverage_markdown,
    render_html,
    render_markdown,
)
from planmodel.reports.coverage import coverage
from planmodel.reports.covering import build_coverage


class Project(pm.Measure, word="事業"):
    """A measure."""


class Part(pm.Section[Project], word="節", numbering="第1節"):
    """A section."""


class Issue(pm.Section[Part], word="重点課題", numbering="1"):
    """A top level."""


class Ours(pm.Plan[Issue], word="推進計画"):
    """A plan of these words."""


def plan() -> pm.Plan[Any]:
    """A plan of three levels, none of which has a word of the library's."""
    office = pm.Department("office", "福祉課")
    count = pm.Flow("count", "件数", unit="件", department=office)
    projects = [Project(f"p{n}", f"相談{n}", departments=[office]) for n in range(3)]
    return Ours(
        "ours",
        "市の計画",
        period=pm.FiscalYear(2021),
        departments=[office],
        indicators=[count],
        sections=[Issue("work", "就労", measured_by=[count])[Part("jobs", "支援")[*projects]]],
    )


def test_a_report_uses_the_words_of_the_plan() -> None:
    """Neither 取組 nor 区分 of the library stands in the report of a plan that has other words."""
    ours = plan()
    judged = pm.evaluate(ours, pm.Observations(), period=pm.FiscalYear(2021))
    page = render_markdown(ours, judged, language="ja")
    html = render_html(ours, judged, language="ja")
    for text in (page, html):
        assert "重点課題1件、節1件、事業3件" in text
        assert "施策体系と事業" in text
        assert "指標1件・事業3件" in text
        assert "重点課題別の状況" in text
        assert "取組" not in text
    assert "区分" not in page.replace("指標区分", "")


def test_coverage_uses_the_words_of_the_plan() -> None:
    """In the terminal, in Markdown and in HTML."""
    found = coverage(plan(), "national-2017")
    pages = [
        render_coverage(found, language="ja"),
        render_coverage_markdown(found, language="ja"),
        as_text(found, "ja"),
    ]
    for page in pages:
        assert "事業" in page
        assert "取組" not in page
    assert build_coverage(found, language="en").labels["all_measures"] == "Measures"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_english_speaks_of_measures(language: str) -> None:
    """A printed word has no plural; English keeps its own."""
    page = render_markdown(plan(), language=language)
    assert ("1件" in page) is (language == "ja")


def test_an_english_report_uses_the_words_that_the_plan_has_in_english() -> None:
    """Levels are counted and called by their English words; without these they are sections."""
    ours = plan()
    words = {"重点課題": "Issue", "節": "Part", "事業": "Project"}
    english = pm.evolve(ours, translations=[pm.Translation("en", phrases=words)])
    judged = pm.evaluate(english, pm.Observations(), period=pm.FiscalYear(2021))
    said = render_markdown(english, judged, language="en")
    assert "Issue: 1, Part: 1, Project: 3" in said
    assert "### By Issue" in said
    assert "2 sections and 3 measures" in render_markdown(ours, language="en")
