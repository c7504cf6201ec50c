"""Coverage: which topics a plan covers, with what, on whose word, and which it leaves empty."""

from __future__ import annotations

import pytest
from attrs import evolve as with_fields

from planmodel.errors import PlanmodelError, UsageError
from planmodel.model.organisations import Department
from planmodel.reports import render_coverage, render_coverage_markdown
from planmodel.reports.coverage import Coverage, coverage
from planmodel.reports.covering import build_coverage
from report_samples import HOSTILE, health, idle, small_plan, tagged_plan


def found() -> Coverage:
    """The tagged plan by the seven national issues."""
    return coverage(tagged_plan(), "national-2017")


def test_a_tagged_section_brings_its_measures_and_their_departments() -> None:
    """A tag on a group counts for the measures in it, in document order."""
    first = found().rows[0]
    assert [it.id for it in first.measures] == ["keep-job", "find-job"]
    assert [it.id for it in first.departments] == ["work", "health"]
    assert (first.stated, first.assigned, first.assigned_by) == (0, 1, ("試験",))


def test_an_indicator_counts_by_its_own_tag_and_by_what_it_measures() -> None:
    """A tagged indicator stands under its topic; one attached below a tagged node does too."""
    rows = found().rows
    assert [it.id for it in rows[4].indicators] == ["cases"]
    assert [it.id for it in rows[4].departments] == ["health"]
    assert (rows[4].measures, rows[4].stated, rows[4].assigned) == ((), 1, 0)
    assert rows[0].indicators == ()


def test_lead_and_others_of_a_measure_answer() -> None:
    """The departments of a measure that a topic takes are its own."""
    assert [it.id for it in found().rows[1].measures] == ["visit"]
    assert {it.id for it in found().rows[1].departments} >= {"work"}


def test_what_is_empty_and_what_is_untagged_is_told() -> None:
    """Four topics hold nothing; one measure belongs to no topic."""
    it = found()
    assert [row.topic.number for row in it.empty] == ["3", "4", "6", "7"]
    assert all(row.is_empty for row in it.empty)
    assert [one.id for one in it.untagged] == ["unassigned"]
    assert len(list(it)) == 7


def test_a_ready_made_axis_needs_not_be_in_the_plan() -> None:
    """A plan without the axis has nothing under it, and every measure is untagged."""
    plan = small_plan()
    it = coverage(plan, "national-2017")
    assert len(it.empty) == 7
    assert len(it.untagged) == len(plan.measures())


def test_an_unknown_axis_is_refused_with_a_suggestion() -> None:
    """The axes that there are, and the nearest one."""
    with pytest.raises(UsageError, match="national-2017"):
        coverage(small_plan(), "national-2071")


def test_who_says_so_is_told_in_words() -> None:
    """Stated by the document, assigned by somebody, or nothing."""
    it = found()
    said = [it.basis_of(row, "ja") for row in it]
    assert said[0] == "試験による付与（1件）"
    assert said[4] == "文書に記載（1件）"
    assert said[2] == ""
    assert it.basis_of(it.rows[4], "en") == "stated in the document (1)"
    nobody = with_fields(it.rows[0], assigned_by=(), stated=2)
    assert it.basis_of(nobody, "en") == "stated in the document (2), assigned (1)"


def test_titles_come_in_the_language_asked_for() -> None:
    """A ready-made axis brings its English titles; a plan's own title comes first."""
    it = found()
    assert it.title_of(it.rows[0].topic, "ja") == "就労・住居の確保等"
    assert it.title_of(it.rows[0].topic, "en") == "Securing employment and housing"
    assert "seven" in it.title_of(it.axis, "en").lower()


def test_records_are_flat() -> None:
    """A row a thing, the same columns in each; a topic with nothing has a row of its own."""
    records = found().records("ja")
    assert len({tuple(it) for it in records}) == 1
    assert [it["kind"] for it in records if it["topic_number"] == "1"] == [
        "measure", "measure", "department", "department",
    ]  # fmt: skip
    (empty,) = [it for it in records if it["topic_number"] == "3"]
    assert (empty["kind"], empty["id"], empty["title"]) == ("", "", "")
    assert found().records("en")[0]["topic_title"] == "Securing employment and housing"


def test_the_matrix_counts_measures_by_department() -> None:
    """A measure of two departments counts in both; the total counts it once."""
    view = build_coverage(found(), language="ja")
    assert [it.text for it in view.departments] == ["産業労働部", "健康福祉部"]
    first = view.rows[0]
    assert (first.counts, first.total, len(first.indicators)) == ((1, 1), 2, 0)
    assert (view.covered, len(view.untagged), view.measures) == (3, 1, 4)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_both_forms_say_everything(language: str) -> None:
    """Topics, measures, indicators, what is empty and what is untagged stand in each."""
    view = build_coverage(found(), language=language)
    for made in (render_coverage(found(), language), render_coverage_markdown(found(), language)):
        assert view.headline in made
        assert made.count(view.labels["nothing"]) >= 4
        for row in view.rows:
            assert row.title.text in made
            for title, _, _ in row.measures:
                assert title.text in made
        for title, _ in view.untagged:
            assert title.text in made


@pytest.mark.parametrize(
    ("language", "said", "all_tagged"),
    [
        (
            "ja",
            "この項目を付けた取組はない（この分類軸の項目が付いていない取組が1件ある）",
            "この項目を付けた取組・指標はない",
        ),
        (
            "en",
            "no measure is tagged with it (1 measure carries no tag of this axis)",
            "no measure or indicator is tagged with it",
        ),
    ],
)
def test_a_topic_without_tags_is_not_said_to_be_empty(
    language: str, said: str, all_tagged: str
) -> None:
    """Where measures are untagged nobody knows; the count of them stands beside, in both forms."""
    for made in (render_coverage(found(), language), render_coverage_markdown(found(), language)):
        assert said in made
    tagged = with_fields(found(), untagged=())
    for made in (render_coverage(tagged, language), render_coverage_markdown(tagged, language)):
        assert all_tagged in made
        assert said not in made


def test_a_measure_without_department_says_that_nothing_is_stated() -> None:
    """Not stated is not none."""
    assert "記載なし" in render_coverage(found(), "ja")
    assert "記載なし" in render_coverage_markdown(found(), "ja")


def test_hostile_words_stay_words() -> None:
    """Markup in a title is text."""
    plan = tagged_plan(departments=[Department("work", HOSTILE), health, idle])
    page = render_coverage(coverage(plan, "national-2017"), "ja")
    assert "<script" not in page
    assert "\n\n## b" not in render_coverage_markdown(coverage(plan, "national-2017"), "ja")


def test_a_language_without_reports_is_refused() -> None:
    """Reports are written in Japanese and English."""
    with pytest.raises(PlanmodelError, match="not written in"):
        render_coverage(found(), "fr")


@pytest.mark.parametrize(("language", "between"), [("ja", "、"), ("en", ", ")])
def test_departments_of_a_measure_are_set_apart_as_the_language_does(
    language: str, between: str
) -> None:
    """A Japanese comma in Japanese, an English one in English."""
    made = render_coverage_markdown(found(), language)
    (line,) = (it for it in made.splitlines() if it.startswith("- ") and "健康福祉部" in it)
    assert f"{between}健康福祉部" in line.partition("産業労働部")[2]
