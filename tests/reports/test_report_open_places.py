"""What a plan has not decided is not said to be missing from its document."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_samples import plan_of, row, stock
from planmodel import (
    Department,
    Document,
    FiscalYear,
    NotStated,
    Observations,
    Partner,
    Pillar,
    Plan,
    Translation,
)
from planmodel.dsl.absences import besides, is_undecided
from planmodel.evaluation.assess import evaluate
from planmodel.reports import build_report, render_html, render_markdown
from planmodel.reports.view import Report

ELSEWHERE = "未定。兵庫県: 95.1%（2017年度）"
SILENT = "抜粋に印刷されていない"


def open_plan() -> Plan[Any]:
    """A plan that has not decided some things, and does not print others."""
    health = Department("health", "健康福祉部", parent=NotStated(SILENT))
    level = stock(baseline=NotStated(ELSEWHERE), targets=NotStated("to be decided"))
    return plan_of(
        level,
        period=NotStated("未定。兵庫県: 2019～2021年度"),
        published=NotStated(SILENT),
        departments=[health],
        sections=[Pillar("street", "街頭の見守り")[NotStated("未定")]],
    )


def report(language: str) -> Report:
    """The report on that plan, judged."""
    plan = open_plan()
    ledger = Observations().append(row("level", 2020, 12))
    return build_report(plan, evaluate(plan, ledger, period=FiscalYear(2020)), language=language)


@pytest.mark.parametrize(
    ("language", "open_", "silent"),
    [("ja", "未定", "記載なし"), ("en", "not yet decided", "not stated")],
)
def test_what_is_undecided_is_called_so(language: str, open_: str, silent: str) -> None:
    """The word stands in every cell, and what was noted beside it without the word again."""
    made = report(language)
    cover = {it.label: it.value for it in made.cover}
    (period,) = (it for it in cover.values() if "2019" in it.note)
    assert (period.text, period.note) == (open_, "兵庫県: 2019～2021年度")
    assert silent in {it.text for it in cover.values()}
    (level,) = made.indicators
    assert (level.baseline.text, level.baseline.note) == (open_, "兵庫県: 95.1%（2017年度）")
    assert (level.target.text, level.target.note) == (open_, "")
    assert (made.outline[0].absent.text, made.outline[0].absent.note) == (open_, "")


@pytest.mark.parametrize(
    ("language", "said"), [("ja", "目標が未定である"), ("en", "The target is not yet decided")]
)
def test_an_undecided_target_is_the_reason_that_nothing_is_judged(language: str, said: str) -> None:
    """The plan is not said to be silent where it is not finished."""
    assert report(language).indicators[0].reason == said


def test_open_places_and_silences_are_listed_apart() -> None:
    """One list says what is to be decided, the other what the document does not state."""
    made = report("ja")
    assert {(it.what.text, it.reason.text) for it in made.open_places} == {
        ("時期", "兵庫県: 2019～2021年度"),
        ("基準値", "兵庫県: 95.1%（2017年度）"),
        ("目標", ""),
        ("下位の項目", ""),
    }
    assert {(it.what.text, it.reason.text) for it in made.gaps} == {
        ("公表日", SILENT),
        ("上位の組織", SILENT),
    }


@pytest.mark.parametrize("language", ["ja", "en"])
def test_both_lists_stand_in_both_formats(language: str) -> None:
    """Their headings are on the page, in its contents and in Markdown."""
    made = report(language)
    plan = open_plan()
    page, text = (render(plan, view=made) for render in (render_html, render_markdown))
    for name in ("open_places", "gaps"):
        heading = dict(made.labels)[name]
        assert f'<a href="#{name}">{heading}</a>' in page
        assert f'<h2 id="h-{name}">{heading}</h2>' in page
        assert f"## {heading}\n" in text


def test_a_plan_without_silences_has_no_list_of_them() -> None:
    """What is only undecided does not claim that the document was read to its end."""
    plan = plan_of(stock(baseline=NotStated("未定"), department=NotStated("未定")))
    for made in (render_html(plan), render_markdown(plan)):
        assert "未定の事項" in made
        assert "計画に記載のない事項" not in made
        assert "記載のない事項はない" not in made


@given(st.sampled_from(["未定", "to be decided", "To be decided"]), st.text(), st.text("。. ;:"))
def test_besides_the_opening_everything_is_kept(opening: str, words: str, between: str) -> None:
    """Only the opening and its stop are taken away, and nothing of another reason."""
    assert words.endswith(besides(opening + between + words))
    assert words.strip(" 。．.;；:：、,\t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029") in (
        besides(opening + between + words)
    ) or is_undecided(words)


def test_a_translated_reason_keeps_its_original_in_both_formats() -> None:
    """Whoever compares with the document finds its words beside those of the translation."""
    plan = plan_of(
        stock(),
        published=NotStated(SILENT),
        translations=[Translation("en", phrases=((SILENT, "not in the excerpt"),))],
    )
    for made in (render_html(plan, language="en"), render_markdown(plan, language="en")):
        assert "not in the excerpt" in made
        assert SILENT in made


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_plan_without_sources_has_no_part_for_them(language: str) -> None:
    """Neither heading nor entry in the contents; with a document there are both."""
    source = Document("white-paper", "白書")
    for documents, is_there in (((), False), ((source,), True)):
        plan = plan_of(stock(), documents=documents)
        page, text = (it(plan, language=language) for it in (render_html, render_markdown))
        heading = {"ja": "出典", "en": "Sources"}[language]
        assert (f"## {heading}\n" in text) is is_there
        assert ('href="#sources"' in page) is is_there
        assert ('id="sources"' in page) is is_there
        assert page.count("<section") == page.count("</section>")


@pytest.mark.parametrize(("language", "comma"), [("ja", "、"), ("en", ", ")])
def test_partners_and_departments_are_listed_as_the_language_does(
    language: str, comma: str
) -> None:
    """Markdown sets names apart as HTML does."""
    offices = [Department("one", "Office One"), Department("two", "Office Two")]
    groups = [Partner("a", "Group A"), Partner("b", "Group B")]
    section = Pillar("street", "街頭", departments=offices, partners=groups)[NotStated("未定")]
    plan = plan_of(departments=offices, partners=groups, sections=[section])
    text = render_markdown(plan, language=language)
    assert f"Office One{comma}Office Two" in text
    assert f"Group A{comma}Group B" in text
