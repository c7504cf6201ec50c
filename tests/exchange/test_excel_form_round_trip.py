"""A plan that the form can hold comes back from it equal."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from planmodel import (
    AgainstBenchmark,
    AtLeast,
    AtMost,
    Baseline,
    Benchmark,
    Between,
    CalendarYear,
    Cohort,
    Cumulative,
    Day,
    Department,
    FiscalYear,
    Flow,
    Indicator,
    Issuer,
    Milestone,
    Node,
    NoNumber,
    NotStated,
    Plan,
    Rank,
    Ref,
    Relative,
    Relisted,
    Section,
    Stock,
    Window,
)
from planmodel.errors import UsageError
from planmodel.exchange.excel_form import read_form, write_form
from planmodel.exchange.form_levels import ranked
from planmodel.exchange.loading import load
from planmodel.exchange.workbooks import read_sheets
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection
from plans import city_chapter, four_levels, kagoshima, tottori_2nd

TITLES = [
    "就労支援",
    "住まい（仮称）",
    "=1+1",
    "+81",
    "@SUM(A1)",
    "-2",
    "'quoted'",
    "http://example.com/",
    "mailto:a@example.com",
    "007",
    "1e5",
    "TRUE",
    "2021-10-01",
    "#REF",
    'say "it" & <b>',
    "{=A1}",
    "か\u3099結合",
    "housing first",
    "全角　空白",
    "\u202eright\u200f",
    "🏴\u200d☠️",
    "_x0041_",
    "長" * 300,
    "計画",
    "（最上位）",
    "n1",
    "i0",
    "一；二",
    "記載なし",
]
"""Titles that a spreadsheet would like to make something else of."""

WORDS = ["基本方針", "重点 課題", "施策(案)", "7本柱", "取組", "事業"]
STYLES = ["", "1", "(1)", "ア", "①", "■", "【】", "{parent}-1", "No.{running}"]
PERIODS = [
    FiscalYear(2021),
    CalendarYear(2021),
    FiscalYear(2021, 7),
    Day("2021-10-01"),
    Window(CalendarYear(2013), CalendarYear(2017)),
    Window(FiscalYear(2019), FiscalYear(2021)),
    Cohort(CalendarYear(2022), CalendarYear(2024), "出所者"),
    NotStated("印刷されていない"),
]
AMOUNTS = ["2,329件*", "95.1", "５３％", "約100人", "-3", "0", "集計中"]

titles = st.sampled_from(TITLES)
periods = st.sampled_from(PERIODS)
amounts = st.sampled_from(AMOUNTS)
scopes = st.sampled_from(["by", "every_year", "keep"])


@st.composite
def targets(draw: st.DrawFn, benchmark: Benchmark) -> Any:
    """A target of a form that the workbook has a word for."""
    due, scope = draw(periods), draw(scopes)
    numbers = st.sampled_from(["2,500件*", "95.1", "５３％", "約100人"])
    make = draw(
        st.sampled_from([
            lambda: AtLeast(draw(numbers), due, strict=draw(st.booleans()), scope=scope),
            lambda: AtMost(draw(numbers), due, strict=draw(st.booleans()), scope=scope),
            lambda: Between("40%", "60%", due, scope=scope),
            lambda: Relative("20%減", due, stated=draw(st.sampled_from([None, 757])), scope=scope),
            lambda: Relative("前年度比増", due, of="previous_year", scope=scope),
            lambda: AgainstBenchmark(benchmark, due, scope=scope),
            lambda: Milestone("協議会の設置", due, scope=scope),
            lambda: Rank(3, "東北", due, scope=scope),
            lambda: NoNumber("増減で測れないため", due, scope=scope),
        ])
    )  # fmt: skip
    return make()


@st.composite
def indicators(draw: st.DrawFn, key: str, departments: list[Department]) -> Indicator:
    """An indicator with any number of targets."""
    unit = draw(st.sampled_from(["件", "％", "人/10万人"]))
    benchmark = Benchmark(f"{key}-benchmark-1", "全国平均", unit=unit)
    drawn = draw(st.lists(targets(benchmark), max_size=3))
    owners = draw(st.lists(st.sampled_from(departments), max_size=3, unique_by=lambda it: it.id))
    department: Any = owners[0] if owners else draw(st.sampled_from([None, NotStated("不明")]))
    kind = draw(st.sampled_from([Stock, Flow, Cumulative]))
    return kind(
        key,
        draw(titles),
        unit=unit,
        number=draw(st.sampled_from(["", "①", "指標1"])),
        direction=draw(
            st.sampled_from([None, "increase", "maintain", NotStated("書かれていない")])
        ),
        role=draw(st.sampled_from(["", "成果指標"])),
        is_new=draw(st.booleans()),
        baseline=draw(st.none() | st.builds(Baseline, amounts, periods)),
        targets=drawn or draw(st.sampled_from([(), NotStated("案のため")])),
        benchmarks=[benchmark] if any(isinstance(it, AgainstBenchmark) for it in drawn) else [],
        department=department,
        co_departments=owners[1:],
        data_source=draw(st.sampled_from(["", "県統計"])),
        note=draw(st.sampled_from(["", "=注記"])),
    )


@st.composite
def plans(draw: st.DrawFn) -> GenericPlan:
    """A plan that the form can hold: levels in order, nodes of any depth, indicators anywhere."""
    counter = itertools.count(1)
    names = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True))
    forms: list[Any] = ["section"] * (len(names) - 1) + ["measure"]
    styled = [(*it, draw(st.sampled_from(STYLES))) for it in zip(names, forms, strict=True)]
    levels = ranked([("計画", "plan", ""), *styled])
    parents = [None, NotStated("不明"), Ref("department", "d1")]
    departments = [
        Department(
            f"d{n}",
            f"部署{n}・室" if n == 2 else f"部署{n}",
            parent=draw(st.sampled_from(parents[: n + 1])),
        )
        for n in range(1, draw(st.integers(2, 4)))
    ]  # fmt: skip
    measured = [draw(indicators(f"i{n}", departments)) for n in range(draw(st.integers(0, 3)))]
    measures: list[Node] = []

    def common(rank: int) -> dict[str, Any]:
        owners = st.lists(st.sampled_from(departments), max_size=3, unique_by=lambda it: it.id)
        return {
            "given_level": levels[rank],
            "departments": draw(owners | st.just(NotStated("記載がない"))),
            "lead": draw(st.none() | st.sampled_from(departments)),
            "is_new": draw(st.booleans()),
            "number": draw(st.sampled_from(["", "", "9の2"])),
            "note": draw(st.sampled_from(["", "注"])),
            "measured_by": [it for it in measured if draw(st.booleans())],
        }

    def node(over: int) -> Any:
        rank = draw(st.integers(over + 1, len(levels) - 1))
        key, title = f"n{next(counter)}", draw(titles)
        if levels[rank].form == "measure":
            measures.append(GenericMeasure(key, title, **common(rank)))
            return measures[-1]
        below: Any = [node(rank) for _ in range(draw(st.integers(0, 3)))]
        if measures and draw(st.booleans()):
            again = Relisted(measures[0], number=draw(st.sampled_from(["", "（再掲）"])))
            below.insert(draw(st.integers(0, len(below))), again)
        children = below or draw(st.sampled_from([(), NotStated("抜粋のため")]))
        return GenericSection(key, title, children=children, **common(rank))

    sections = [node(0) for _ in range(draw(st.integers(0, 4)))]
    return GenericPlan(
        "made-up",
        draw(titles),
        given_levels=levels,
        period=draw(periods),
        published=draw(st.none() | periods),
        issuer=draw(st.none() | st.just(Issuer("兵庫県", "280003"))),
        status=draw(st.sampled_from(["", "案"])),
        principle=draw(st.sampled_from(["", "=安全"])),
        departments=departments,
        indicators=measured,
        measured_by=[it for it in measured if draw(st.booleans())],
        sections=sections or draw(st.sampled_from([(), NotStated("体系の印刷なし")])),
        language=draw(st.sampled_from(["ja", "en"])),
    )


@pytest.mark.parametrize("language", ["ja", "en"])
@given(data=st.data())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_plan_comes_back_from_its_form_equal(
    tmp_path: Path, language: Any, data: st.DataObject
) -> None:
    """Everything that the form holds, in either language, whatever the titles look like."""
    plan = data.draw(plans())
    path = write_form(tmp_path / "plan.xlsx", plan=plan, language=language, overwrite=True)
    assert read_form(path) == plan


@pytest.mark.parametrize("title", TITLES)
def test_no_title_becomes_a_formula_a_link_or_a_number(tmp_path: Path, title: str) -> None:
    """Every cell of a filled form is text, and the file holds no formula and no link."""
    import zipfile

    level = ranked([("計画", "plan", ""), ("取組", "measure", "")])
    plan = GenericPlan(
        "p",
        title,
        given_levels=level,
        period=FiscalYear(2021),
        sections=[GenericMeasure("m", title, given_level=level[1])],
    )
    path = write_form(tmp_path / "plan.xlsx", plan=plan)
    sheets = {it.name: it for it in read_sheets(path)}
    assert sheets["体系"].rows[1][2] == title
    assert all(isinstance(cell, str) for it in sheets.values() for row in it.rows for cell in row)
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if "worksheets/" in name:
                content = archive.read(name)
                assert b"<f>" not in content
                assert b"<hyperlink" not in content
            assert "externalLink" not in name


def same_outline(plan: Plan[Any], other: Plan[Any]) -> bool:
    """Whether two plans have the same outline, whatever their classes."""

    def seen(it: Plan[Any]) -> list[Any]:
        return [
            (
                node.id, node.word, node.heading, node.title, node.departments, node.lead,
                node.is_new, node.measured_by, node.note, [child.id for child in node.children],
                node.not_stated("children"),
            )
            for node in it.walk()
        ]  # fmt: skip

    return seen(plan) == seen(other)


SHOWN = {
    "tottori": tottori_2nd.plan,
    "kagoshima": kagoshima.plan,
    "four levels": four_levels.plan,
    "city": city_chapter.plan,
    "hyogo": load("hyogo_5th"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_plans_of_any_words_keep_outline_and_figures(tmp_path: Path, name: str) -> None:
    """Plans written as Python go through the form with words, numbers, owners and figures."""
    plan = SHOWN[name]
    again = read_form(write_form(tmp_path / "plan.xlsx", plan=plan))
    assert same_outline(plan, again)
    assert [it.word for it in again.vocabulary] == [it.word for it in plan.vocabulary]
    for one, other in zip(plan.indicators, again.indicators, strict=True):
        assert (one.id, one.title, one.unit, one.kind) == (
            other.id,
            other.title,
            other.unit,
            other.kind,
        )
        assert one.direction == other.direction
        assert [it.value for it in one.targets] == [it.value for it in other.targets]
        assert [it.period for it in one.targets] == [it.period for it in other.targets]
        assert (one.baseline and one.baseline.amount) == (other.baseline and other.baseline.amount)
    assert plan.measured_by == again.measured_by


def test_what_the_form_has_no_place_for_is_told_on_its_first_sheet(tmp_path: Path) -> None:
    """Hyogo's partners, laws and tags are counted there, not dropped in silence."""
    path = write_form(tmp_path / "plan.xlsx", plan=SHOWN["hyogo"])
    told = {str(cell) for row in read_sheets(path)[0].rows for cell in row}
    assert f"連携先: {len(SHOWN['hyogo'].partners)}件" in told
    assert any(it.startswith("分類: ") for it in told)


def test_levels_that_stand_under_each_other_are_refused(tmp_path: Path) -> None:
    """A form has one order of levels from the top down; a plan without one cannot be written."""

    class Loop(Section["Loop"], word="節"):
        """A level that holds itself."""

    plan = Plan("p", "計画", period=FiscalYear(2021), sections=[Loop("a", "一")[Loop("b", "二")]])
    with pytest.raises(UsageError, match="under each other"):
        write_form(tmp_path / "plan.xlsx", plan=plan)


def test_a_text_longer_than_a_cell_is_refused(tmp_path: Path) -> None:
    """Excel would cut it off in silence."""
    plan = Plan("p", "計画", period=FiscalYear(2021), principle="長" * 32_768)
    with pytest.raises(UsageError, match="longer than a cell"):
        write_form(tmp_path / "plan.xlsx", plan=plan)
    assert not (tmp_path / "plan.xlsx").exists()
