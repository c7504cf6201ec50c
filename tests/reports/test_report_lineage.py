"""Lineage in a report: plans before and after, and what indicators took the place of."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from planmodel import (
    Baseline,
    FiscalYear,
    Lineage,
    Observation,
    Observations,
    Plan,
    Relation,
    Stock,
    check,
    evaluate,
)
from planmodel.reports import build_report, render_html, render_markdown
from report_samples import small_plan


def edition(
    key: str, *, indicator: str = "rate", words: str = "再犯者率", unit: str = "%", **more: Any
) -> Plan[Any]:
    """An edition with one rate; *more* are fields of the plan, or what the rate replaces."""
    rate = Stock(
        indicator,
        words,
        unit=unit,
        number="①",
        baseline=Baseline(Decimal(45), FiscalYear(2017)),
        replaces=more.pop("replaces", ()),
    )
    title = more.pop("title", f"計画{key}")
    return Plan(key, title, period=FiscalYear(2019), indicators=[rate], **more)


def newer(*, joinable: bool = False) -> Plan[Any]:
    """The second edition, whose indicator took the place of one of the first."""
    lineage = Lineage("old-rate", "率は分母も動くため", joinable=joinable, plan="first")
    relations = [
        Relation("predecessor", "第1期計画", plan="first"),
        Relation("merged_into", "総合計画", because="計画を一本化するため"),
        Relation("takes_into_account", "国の計画"),
    ]
    return edition("second", replaces=[lineage], words="再犯者数", relations=relations)


def test_plans_before_and_after_stand_apart_from_those_beside() -> None:
    """Predecessor and merger are lineage; what is taken into account is not."""
    report = build_report(newer())
    assert [(it.label, it.value.text) for it in report.descent] == [
        ("前計画", "第1期計画"),
        ("統合先", "総合計画"),
    ]
    assert report.descent[1].value.note == "計画を一本化するため"
    assert [it.value.text for it in report.relations] == ["国の計画"]


def test_a_replaced_indicator_is_told_with_its_reason() -> None:
    """What it took the place of, why, and that the series are not joined."""
    (row,) = build_report(newer()).lineage
    assert row.indicator.words.text == "① 再犯者数"
    assert row.indicator.anchor == "indicator-rate"
    assert row.because.text == "率は分母も動くため"
    assert row.before.note == "第1期計画"
    assert row.fate.startswith("接続しない")


def test_an_edition_at_hand_gives_the_title_and_may_be_joined() -> None:
    """With the first edition its own words stand there, and a declared joint holds."""
    first = edition("first", indicator="old-rate", words="旧再犯者率", title="第1期計画")
    plan = newer(joinable=True)
    (alone,) = build_report(plan).lineage
    assert "接続できない" in alone.fate
    (row,) = build_report(plan, earlier=[first]).lineage
    assert row.before.text == "旧再犯者率"
    assert row.fate.startswith("接続する")
    other = edition("first", indicator="old-rate", unit="人")
    (row,) = build_report(plan, earlier=[other]).lineage
    assert "単位が異なる" in row.fate


def test_steps_further_back_follow() -> None:
    """The predecessor's own predecessor has a row of its own."""
    zero = Lineage("oldest", "調査の廃止", plan="zero")
    first = edition("first", indicator="old-rate", words="旧再犯者率", replaces=[zero])
    rows = build_report(newer(), earlier=[first]).lineage
    assert [row.indicator.words.text for row in rows] == ["① 再犯者数", "① 旧再犯者率"]
    assert rows[1].indicator.anchor == ""
    assert rows[1].before.text == "oldest"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_page_and_markdown_show_it(language: str) -> None:
    """Both have the part, in the contents too; a plan without lineage has none."""
    plan = newer()
    view = build_report(plan, language=language)
    for made in (render_html(plan, language=language), render_markdown(plan, language=language)):
        assert view.labels["lineage"] in made
        assert view.lineage[0].fate.split(" (")[0] in made
        assert "率は分母も動くため" in made
    assert '<section id="lineage"' in render_html(plan, language=language)
    assert 'href="#lineage"' in render_html(plan, language=language)
    without = small_plan(relations=[])
    assert 'id="lineage"' not in render_html(without, language=language)


def test_the_part_of_the_indicator_says_it_too() -> None:
    """Among its facts: what it replaced, in which plan, why, and whether the series go on."""
    (indicator,) = build_report(newer()).indicators
    fact = next(it for it in indicator.facts if it.label == "置き換えた指標")
    for words in ("第1期計画", "率は分母も動くため", "接続しない"):
        assert words in fact.value.note


def test_a_joined_series_is_shown_with_its_seam() -> None:
    """Values of the earlier indicator stand in chart and table, and say whose they are."""
    first = edition("first", indicator="old-rate", words="旧再犯者率", title="第1期計画")
    made_up = Observations(
        [
            Observation("old-rate", FiscalYear(2018), "48%", synthetic=True),
            Observation("old-rate", FiscalYear(2019), "47%", synthetic=True),
            Observation("rate", FiscalYear(2022), "45%", synthetic=True),
            Observation("rate", FiscalYear(2023), "44%", synthetic=True),
        ]
    )
    plan = newer(joinable=True)
    assert not [it for it in check(plan, made_up) if it.code == "PM301"]
    judged = evaluate(plan, made_up, period=FiscalYear(2023))
    view = build_report(plan, judged, earlier=[first]).indicators[0]
    rows = {period: cells for period, cells, _ in view.table.rows}
    assert any(it.text == "48" and it.note == "旧再犯者率" for it in rows["2018年度"])
    assert any("2018年度、2019年度は前身の「旧再犯者率」の値" in it.value.text for it in view.facts)
    assert view.chart is not None
    assert sum(line.kind == "actual" for line in view.chart.lines) == 2
    apart = build_report(newer(), judged, earlier=[first]).indicators[0]
    assert "2018年度" not in {period for period, _, _ in apart.table.rows}
