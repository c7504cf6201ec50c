"""Plans of any depth and any words: modeled, numbered, shown and exchanged in those words."""

# ruff: noqa: N801, PLC2401 - words of plans are Japanese

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import field

from planmodel import (
    Action,
    AtLeast,
    Baseline,
    FiscalYear,
    Measure,
    Node,
    NotStated,
    Observation,
    Observations,
    Pillar,
    Plan,
    Relisted,
    Section,
    Stock,
    check,
    evaluate,
    frozen,
)
from planmodel.cli.showing import plan_text
from planmodel.errors import ModelError
from planmodel.evaluation import rule_names
from planmodel.exchange.documents import from_json, to_json
from planmodel.model.generic import GenericPlan
from planmodel.reports import render_html

YEAR = FiscalYear(2021)
UNKNOWN = NotStated("架空の計画のため")


def count(key: str = "count") -> Stock:
    """An indicator that any plan may have."""
    return Stock(
        key,
        "見守りの輪の数",
        unit="団体",
        direction="increase",
        department=UNKNOWN,
        baseline=Baseline(10, FiscalYear(2018)),
        targets=[AtLeast(16, YEAR)],
    )


# --- two levels ------------------------------------------------------------------------------


class 事業(Measure, numbering="1"):
    """All there is under the plan."""


class 実施計画(Plan[事業]):
    """Two levels: the plan and what is done."""


def two_levels() -> Plan[Any]:
    """A plan that is a list."""
    one = count()
    return 実施計画(
        "two",
        "二段の計画",
        period=YEAR,
        indicators=[one],
        measured_by=[one],
        sections=[事業("a", "巡回"), 事業("b", "広報")],
    )


# --- five levels -----------------------------------------------------------------------------


class 細事業(Measure, numbering="ア"):
    """Level five."""


class 取組項目(Section[細事業 | Relisted], numbering="①"):
    """Level four."""


class 具体的施策(Section[取組項目], numbering="(1)", word="具体的施策（案）"):
    """Level three; its word is no identifier."""


class 節(Section[具体的施策], numbering="1."):
    """Level two."""


class 重点課題(Section[節], numbering="第1"):
    """Level one."""


class 推進計画(Plan[重点課題], word="再犯防止 推進計画"):
    """The plan, whose word has a space in it."""


def five_levels() -> Plan[Any]:
    """The national plan's depth: 第1 / 1. / (1) / ① / ア."""
    one = count()
    shared = 細事業("shared", "相談")
    return 推進計画(
        "five",
        "五段の計画",
        period=YEAR,
        indicators=[one],
        sections=[
            重点課題("l1", "住まい", measured_by=[one])[
                節("l2", "住まいの確保")[
                    具体的施策("l3", "入居の支援")[
                        取組項目("l4", "保証")[shared, 細事業("l5", "保証人")],
                        取組項目("l4b", "相談")[Relisted(shared)],
                    ]
                ]
            ],
        ],
    )


# --- no tree ---------------------------------------------------------------------------------


def no_tree() -> Plan[Any]:
    """Indicators only."""
    one, other = count(), count("other")
    return Plan("bare", "指標だけの計画", period=YEAR, indicators=[one, other], measured_by=[one])


# --- one own class under the ready-made levels ------------------------------------------------


@frozen
class CostedMeasure(Measure, word="予算付きの取組"):
    """A measure with what it costs, in thousands of yen (千円)."""

    cost: int = field(default=0, kw_only=True)


def one_own_class() -> Plan[Any]:
    """Ready-made levels, and one class of our own for the measures that need a field."""
    one = count()
    return Plan(
        "own",
        "取組だけが独自の計画",
        period=YEAR,
        indicators=[one],
        sections=[
            Action("a", "見守り", measured_by=[one])[
                Pillar("p", "地域の目")[CostedMeasure("m", "巡回", cost=1200)],
                Measure("n", "広報"),
            ]
        ],
    )


# --- words that are no identifiers -----------------------------------------------------------


class Cross(Measure, word="取組 (※2)", numbering="・"):
    """A word with a space, brackets and a mark."""


class Number7(Section[Cross], word="7つの「柱」", numbering="柱の1"):
    """A word that begins with a digit and quotes itself."""


class Braces(Plan[Number7], word='計画{素案} "v2"\\'):
    """A word with braces, quotes and a backslash."""


def odd_words() -> Plan[Any]:
    """Words that break whoever formats or evaluates them."""
    one = count()
    return Braces(
        "odd",
        "語の変わった計画",
        period=YEAR,
        indicators=[one],
        sections=[Number7("a", "一つ目", measured_by=[one])[Cross("m", "巡回")]],
    )


SHAPES: list[Callable[[], Plan[Any]]] = [
    two_levels,
    five_levels,
    no_tree,
    one_own_class,
    odd_words,
]


@pytest.fixture(params=SHAPES, ids=lambda it: it.__name__)
def plan(request: pytest.FixtureRequest) -> Plan[Any]:
    """A plan of each shape."""
    made: Plan[Any] = request.param()
    return made


@pytest.fixture
def observations(plan: Plan[Any]) -> Observations:
    """A made-up value for each of its indicators."""
    return Observations(Observation(it, YEAR, 14, synthetic=True) for it in plan.indicators)


def test_it_has_no_errors_and_no_doubts(plan: Plan[Any], observations: Observations) -> None:
    """A check finds nothing above info, whatever the depth."""
    findings = check(plan, observations)
    assert [str(it) for it in findings if it.severity != "info"] == []


def test_it_is_judged_by_every_rule(plan: Plan[Any], observations: Observations) -> None:
    """Every indicator gets a grade or a reason, and the plan a count of what was judged."""
    for rule in rule_names():
        evaluation = evaluate(plan, observations, period=YEAR, rules=rule)
        assert all((it.grade is None) != (it.reason is None) for it in evaluation)
        summary = evaluation.summary_of(plan)
        assert summary is not None
        assert summary.total == len(plan.indicators)


def test_it_is_shown_and_reported_in_its_words(plan: Plan[Any], observations: Observations) -> None:
    """Every heading stands in the text, and number and title of each in the report."""
    shown = plan_text(plan, "ja")
    evaluation = evaluate(plan, observations, period=YEAR)
    html = render_html(plan, evaluation, language="ja")
    for node in plan.walk():
        assert node.heading in shown
        assert node.title in html
        assert node.number in html


def test_json_loses_nothing(plan: Plan[Any]) -> None:
    """With the classes the plan is equal again; without them the text is the same again."""
    text = to_json(plan)
    assert from_json(text, type(plan), words=[CostedMeasure]) == plan
    generic = from_json(text)
    assert to_json(generic) == text
    assert [it.heading for it in generic.walk()] == [it.heading for it in plan.walk()]
    assert [it.word for it in generic.vocabulary] == [it.word for it in plan.vocabulary]


def test_documents_without_the_classes_keep_the_words() -> None:
    """A reader that knows none of the classes still says the plan's own words for the levels."""
    generic = from_json(to_json(odd_words()))
    assert isinstance(generic, GenericPlan)
    assert generic.word == '計画{素案} "v2"\\'
    assert [it.word for it in generic.walk()] == ["7つの「柱」", "取組 (※2)"]


def test_five_levels_are_numbered_as_the_national_plan_does() -> None:
    """第1 / 1. / (1) / ① / ア, each at its level."""
    numbers = [it.number for it in five_levels().path("shared") if isinstance(it, Node)]
    assert numbers == ["第1", "1.", "(1)", "①", "ア"]


def test_an_own_measure_stands_where_the_ready_made_one_may() -> None:
    """Only the one class is new; its word and field are in the vocabulary, beside 取組."""
    plan = one_own_class()
    measure = plan["m"]
    assert isinstance(measure, CostedMeasure)
    assert measure.cost == 1200
    assert {"取組", "予算付きの取組"} <= {it.word for it in plan.vocabulary}
    assert [it.id for it in plan.measures()] == ["m", "n"]


def test_a_forgotten_frozen_is_told() -> None:
    """A class with a field of its own and without @frozen is an error with a sentence."""

    class Careless(Measure):
        cost: int = 0

    with pytest.raises(ModelError, match="@frozen"):
        Careless("m", "巡回")


def test_a_child_of_the_wrong_level_is_told_in_the_words_of_the_plan() -> None:
    """Japanese class names give Japanese errors."""
    with pytest.raises(ModelError) as caught:
        節("s", "住まい")[細事業("m", "保証人")]  # type: ignore[index]
    told = caught.value.in_language("ja")
    assert "細事業" in told
    assert "具体的施策（案）" in told


@pytest.mark.parametrize(
    ("style", "first", "third", "twelfth"),
    [
        ("行動1", "行動1", "行動3", "行動12"),
        ("ア", "ア", "ウ", "シ"),
        ("イ", "イ", "ハ", "ヲ"),
        ("あ", "あ", "う", "し"),
        ("■", "■", "■", "■"),
        ("第1", "第1", "第3", "第12"),
        ("第一", "第一", "第三", "第十二"),
        ("第1章", "第1章", "第3章", "第12章"),
        ("1.", "1.", "3.", "12."),
        ("１", "１", "３", "１２"),
        ("(1)", "(1)", "(3)", "(12)"),
        ("（１）", "（１）", "（３）", "（１２）"),
        ("①", "①", "③", "⑫"),
        ("⑴", "⑴", "⑶", "⑿"),
        ("Ⅰ", "Ⅰ", "Ⅲ", "Ⅻ"),
        ("I", "I", "III", "XII"),
        ("ⅰ)", "ⅰ)", "ⅲ)", "ⅻ)"),
        ("A", "A", "C", "L"),
        ("a)", "a)", "c)", "l)"),
        ("重点課題01", "重点課題01", "重点課題03", "重点課題12"),
        ("{parent}-1", "Ⅰ-1", "Ⅰ-3", "Ⅰ-12"),
        ("施策番号{running}", "施策番号1", "施策番号3", "施策番号12"),
        ("", "", "", ""),
    ],
)
def test_numbers_of_every_style(style: str, first: str, third: str, twelfth: str) -> None:
    """Letters and numerals of every style are counted, printed and kept by documents."""

    class Item(Measure, word="項目", numbering=style):
        """An item of the style."""

    class Part(Section[Item], word="部", numbering="Ⅰ"):
        """The level above it."""

    class Numbered(Plan[Part], word="計画"):
        """The plan."""

    plan = Numbered(
        "numbered",
        "番号の計画",
        period=YEAR,
        sections=[Part("part", "一つ")[*(Item(f"i{n}", f"題{n}") for n in range(1, 13))]],
    )
    items = plan.measures()
    assert [items[at].number for at in (0, 2, 11)] == [first, third, twelfth]
    generic = from_json(to_json(plan))
    assert [it.number for it in generic.measures()] == [it.number for it in items]


def test_a_heading_in_brackets_has_no_number() -> None:
    """A bracketed level prints its title in brackets."""

    class Item(Measure, word="項目", numbering="【】"):
        """A heading in brackets."""

    class Numbered(Plan[Item], word="計画"):
        """The plan."""

    (item,) = Numbered("n", "計画", period=YEAR, sections=[Item("i", "見守り")]).measures()
    assert (item.number, item.heading) == ("", "【見守り】")


def test_a_number_set_by_hand_holds() -> None:
    """A number that the document prints out of order is kept, and the next one counts on."""
    plan = 実施計画(
        "hand",
        "番号を手で付けた計画",
        period=YEAR,
        sections=[事業("a", "巡回", number="1の2"), 事業("b", "広報"), 事業("c", "相談")],
    )
    assert [it.number for it in plan.measures()] == ["1の2", "2", "3"]
