"""The page on which methods stand side by side: verdicts, reasons, and what is marked."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from planmodel import FiscalYear, Observation, Observations
from planmodel.evaluation.methods import Comparison, compare_methods
from planmodel.reports import render_methods, render_methods_markdown
from planmodel.reports.methods import build_methods
from report_samples import hostile_plan, ledger, small_plan

SILENT_ON_TOTALS = {"茨城県総合戦略KPI評価", "佐野市施策評価"}


def comparison(**more: Any) -> Comparison:
    """The small plan's year under every shipped method."""
    known = ledger(synthetic=more.pop("synthetic", False)).append(
        Observation("cases", FiscalYear(2019), "4,980件")
    )
    return compare_methods(more.pop("plan", None) or small_plan(), known, period="FY2020", **more)


def apart() -> Comparison:
    """One rate that is near its target and has got worse."""
    rows = [
        Observation("rate", FiscalYear(2020), "88.0%"),
        Observation("nation", FiscalYear(2020), "88.5%"),
    ]
    return compare_methods(small_plan(), Observations(rows), period="FY2020")


def test_methods_that_see_the_same_stand_together() -> None:
    """Each view opens once and spans its columns; the cells follow the same order."""
    view = build_methods(comparison())
    opened = [it for it in view.methods if it.opens_view]
    assert sum(it.opens_view for it in opened) == len(view.methods) == 11
    assert len({it.view for it in view.methods}) == len(opened)
    for row in view.rows:
        assert [cell.method for cell in row.cells] == [it.title for it in view.methods]


def test_a_verdict_keeps_its_own_word_number_and_place() -> None:
    """Words and numbers are those of the method; a sign tells its place without color."""
    found = comparison()
    view = build_methods(found)
    told = {cell.method: cell for cell in view.rows[0].cells}
    by_name = {it.name: it.title.in_language("ja") for it in found.methods}
    own = {by_name[cell.method]: cell for cell in found.rows[0].cells}
    for title, cell in own.items():
        if cell.verdict is None:
            assert (told[title].words, told[title].sign) == ("", "")
            continue
        assert cell.title is None or cell.title.in_language("ja") in told[title].words
        assert told[title].number == cell.printed.replace("-", "−")
        assert told[title].sign in "▲◆▼"


def test_disagreement_is_in_words() -> None:
    """A split row says so, names the figures, and gives reasons; the headline counts it."""
    found = apart()
    (row,) = found.disagreements
    view = build_methods(found)
    shown = next(it for it in view.rows if it.state == "apart")
    assert shown.agreement == "分かれる"
    assert len(shown.because) == len(row.because) >= 2
    assert [name for name, _ in shown.figures] == ["基準値", "実績", "目標"]
    assert (view.apart, view.compared) == (1, sum(it.agree is not None for it in found))
    page = render_methods(found)
    assert "分かれる" in page
    for sentence in shown.because:
        assert sentence in page


def test_a_reason_for_silence_is_given_once() -> None:
    """Rules that declare nothing for running totals share one line with a letter."""
    view = build_methods(comparison())
    totals = [it for it in view.silences if "累計" in it.reason]
    assert len(totals) == 1
    assert set(totals[0].methods) >= SILENT_ON_TOTALS
    cells = [cell for row in view.rows for cell in row.cells if cell.note == totals[0].letter]
    assert len(cells) == len(totals[0].methods) * len(totals[0].indicators)
    assert render_methods(comparison()).count(totals[0].reason) == 1


def test_what_nobody_can_judge_has_one_reason_in_its_row() -> None:
    """A value that is not published is told once, in the row."""
    view = build_methods(comparison())
    pending = next(it for it in view.rows if it.reason)
    assert "認知件数" in pending.title.text
    assert render_methods(comparison()).count(pending.reason) == 1


def test_every_method_says_what_it_is() -> None:
    """Title, what it looks at, verdicts and version stand below the table; sources are links."""
    for language in ("ja", "en"):
        page = render_methods(comparison(), language)
        for it in build_methods(comparison(), language=language).methods:
            assert f'id="{it.anchor}"' in page
            assert it.looks_at in unescape(page)
            assert it.version in page
            assert not it.url or it.url.startswith("https://")


def test_synthetic_data_are_marked() -> None:
    """Banner, title and foot of the page say so; without such data nothing does."""
    assert "合成データ" in render_methods(comparison(synthetic=True))
    assert "合成データ" in render_methods_markdown(comparison(synthetic=True))
    assert "合成" not in render_methods(comparison())
    assert "合成" not in render_methods_markdown(comparison())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_markdown_says_the_same(language: str) -> None:
    """Every verdict, reason and method of the page stands in the text."""
    for found in (comparison(), apart()):
        view = build_methods(found, language=language)
        text = render_methods_markdown(found, language)
        for row in view.rows:
            assert row.title.text in text
            for cell in row.cells:
                assert cell.words.split(" ")[-1] in text
        assert all(it.title.replace("*", "") in text for it in view.methods)
        assert text.count("\n## ") >= 1


def test_hostile_words_stay_words() -> None:
    """Markup in titles is text, in both forms."""
    found = comparison(plan=hostile_plan())
    assert "<script" not in render_methods(found)
    assert "\n\n## b" not in render_methods_markdown(found)


def test_a_plan_without_indicators_has_a_page() -> None:
    """The page says that there is nothing to compare."""
    empty = compare_methods(small_plan(indicators=[], sections=[]), period="FY2020")
    assert "指標はない" in render_methods(empty)
    assert render_methods_markdown(empty).startswith("# 評価手法の比較")
