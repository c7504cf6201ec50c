"""The outline in brackets: what stands under what, and the words of forks."""

from __future__ import annotations

import pickle
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel import (
    Action,
    Department,
    FiscalYear,
    Measure,
    MeasureGroup,
    NotStated,
    Pillar,
    Plan,
    Ref,
    Relisted,
    Section,
    evolve,
    frozen,
)
from planmodel.errors import ModelError
from planmodel.model.ids import text_problem
from planmodel.model.outline import Node

OPEN = NotStated("抜粋に記載なし")
YEAR = FiscalYear(2021)


@frozen
class CostedMeasure(Measure, word="予算付き取組"):
    """A measure with a budget in thousands of yen."""

    budget: int = attrs.field(default=0, kw_only=True)


class Goal(Section["Policy | Relisted"], word="目標", numbering="目標1"):
    """A level that names its children before they exist."""


class Policy(Section["Policy | CostedMeasure | Relisted"], word="施策", numbering="(1)"):
    """A level that can hold itself."""


class GoalPlan(Plan[Goal], word="戦略"):
    """A plan with words of its own."""


class TestBrackets:
    """Children stand in one pair of brackets, with commas between them."""

    def test_children_in_document_order(self) -> None:
        """One child needs no comma, and none of them is lost."""
        one, two = Measure("m", "巡回"), Measure("n", "声かけ")
        assert MeasureGroup("g", "見出し")[one].children == (one,)
        assert MeasureGroup("g", "見出し")[one, two].children == (one, two)
        assert MeasureGroup("g", "見出し", children=[one, two]).children == (one, two)
        assert MeasureGroup("g", "見出し").children == ()

    def test_a_section_stays_what_it_was(self) -> None:
        """Brackets give a copy: sections are values."""
        bare = Pillar("p", "柱", is_new=True)
        full = bare[Measure("m", "巡回")]
        assert bare.children == ()
        assert full.is_new
        assert full != bare
        assert full.origin == bare.origin

    def test_not_stated_is_not_none(self) -> None:
        """Both are empty to read, and only one has a reason."""
        pillar = Pillar("p", "柱")[OPEN]
        assert pillar.children == ()
        assert pillar.not_stated("children") == OPEN
        assert Pillar("p", "柱").not_stated("children") is None
        assert pillar != Pillar("p", "柱")

    @pytest.mark.parametrize(
        ("children", "sentence"),
        [
            (Action("b", "行動"), "Action 'b' cannot stand under Pillar"),
            ("巡回", "str '巡回' cannot stand under"),
            (None, "NoneType None cannot stand under"),
            ([Measure("m", "巡回")], "take the inner brackets away, or put \\* before them"),
            ((Measure("m", "巡回"), OPEN), "either listed or not stated"),
            (Department("d", "課"), "Department 'd' cannot stand under"),
        ],
    )
    def test_a_wrong_child(self, children: Any, sentence: str) -> None:
        """The message names the child, its owner and the place."""
        with pytest.raises(ModelError, match=sentence) as caught:
            _ = Pillar("p", "柱")[children]
        assert "Pillar('p')[" in str(caught.value)

    def test_what_may_stand_there_is_named(self) -> None:
        """In the words of the plan."""
        with pytest.raises(ModelError, match="one of 取組群, 取組, Relisted"):
            _ = Pillar("p", "柱")[Action("b", "行動")]  # type: ignore[index]

    def test_all_wrong_children_at_once(self) -> None:
        """Two wrong children are two problems, each with its position."""
        wrong: Any = (Action("b", "行動"), Measure("m", "巡回"), Action("c", "行動"))
        with pytest.raises(ModelError) as caught:
            _ = Pillar("p", "柱")[wrong]
        assert [it.where for it in caught.value.problems] == ["Pillar('p')[1]", "Pillar('p')[3]"]

    def test_brackets_twice(self) -> None:
        """The second pair gets a hint, also after NotStated."""
        for full in (Pillar("p", "柱")[Measure("m", "巡回")], Pillar("p", "柱")[OPEN]):
            with pytest.raises(ModelError, match="one pair of brackets"):
                _ = full[Measure("n", "声かけ")]

    def test_a_wrong_child_given_as_a_field(self) -> None:
        """Documents are read that way."""
        children: Any = [Action("b", "行動")]
        with pytest.raises(ModelError, match="cannot stand under"):
            Pillar("p", "柱", children=children)

    def test_a_plan_checks_its_top_level(self) -> None:
        """A measure on top of a plan of actions, and a bare string."""
        sections: Any = [Action("a", "行動")[OPEN], "行動2", Relisted(Ref("node", "a"))]
        with pytest.raises(ModelError) as caught:
            GoalPlan("p", "計画", period=YEAR, sections=sections)
        assert len(caught.value.problems) == 3


class TestRelisted:
    """A node owned in one place can be listed in another."""

    def test_it_points_and_is_not_walked(self) -> None:
        """The walk meets the node once, where it is owned."""
        m = Measure("m", "巡回")
        sections = [Action("a", "見守り")[m], Action("b", "啓発")[Relisted(m, number="(2)")]]
        plan = Plan("p", "計画", period=YEAR, sections=sections)
        assert [node.id for node in plan.walk()] == ["a", "m", "b"]
        (again,) = plan["b"].children  # type: ignore[attr-defined]
        assert (again.id, plan[again.of], again.fixed_number) == ("m", m, "(2)")
        assert plan.relisted_under(m) == (plan["b"],)
        assert plan.parent(m) == plan["a"]

    def test_it_points_at_nodes_only(self) -> None:
        """A department cannot be listed again."""
        wrong: Any = Department("d", "課")
        with pytest.raises(ModelError, match="is no section or measure"):
            Relisted(wrong)


class TestForks:
    """Another prefecture writes one short class a level."""

    def plan(self) -> GoalPlan:
        """Three levels, one inside itself, and a measure with a budget."""
        return GoalPlan(
            "p",
            "計画",
            period=YEAR,
            sections=[
                Goal("g", "安全")[
                    Policy("s", "防犯")[
                        Policy("t", "カメラ")[CostedMeasure("m", "設置補助", budget=1200)],
                        CostedMeasure("n", "点検"),
                    ],
                ],
            ],
        )

    def test_words_and_numbers(self) -> None:
        """Every level has its own word and style."""
        plan = self.plan()
        assert plan.word == "戦略"
        assert [(it.word, it.number) for it in plan.walk()] == [
            ("目標", "目標1"),
            ("施策", "(1)"),
            ("施策", "(1)"),
            ("予算付き取組", "■"),
            ("予算付き取組", "■"),
        ]

    def test_the_vocabulary_is_data(self) -> None:
        """Words, forms, what may stand where, and the fields that a word adds."""
        levels = {it.word: it for it in self.plan().vocabulary}
        assert list(levels) == ["戦略", "目標", "施策", "予算付き取組"]
        assert levels["戦略"].children == ("目標",)
        assert levels["施策"].children == ("施策", "予算付き取組")
        assert [(it.name, it.type) for it in levels["予算付き取組"].own_fields] == [
            ("budget", "int")
        ]
        assert [it.form for it in levels.values()] == ["plan", "section", "section", "measure"]

    def test_names_in_quotes_are_resolved(self) -> None:
        """A level may name one that is written below it, and itself."""
        assert Policy("s", "x")[Policy("t", "y")].children[0].id == "t"
        with pytest.raises(ModelError, match="one of 施策, Relisted"):
            _ = Goal("g", "x")[Measure("m", "y")]  # type: ignore[index]

    def test_a_name_that_does_not_exist(self) -> None:
        """The class that names it is named."""

        class Lost(Section["NoSuchLevel"], word="迷"):  # type: ignore[name-defined]
            """A level with a misspelled child."""

        with pytest.raises(ModelError, match="Lost names a child level that does not exist"):
            _ = Lost("x", "y")[Measure("m", "z")]

    def test_a_subclass_of_a_word_stands_where_the_word_stands(self) -> None:
        """Who only wants another measure keeps the ready-made levels."""
        m = CostedMeasure("m", "補助", budget=5)
        plan = Plan("p", "計画", period=YEAR, sections=[Action("a", "見守り")[m]])
        assert plan[m].budget == 5
        assert plan.measures() == (m,)

    def test_a_class_without_a_word_is_called_by_its_name(self) -> None:
        """Japanese class names give Japanese messages."""

        class 重点課題(Section[Measure]):  # noqa: N801, PLC2401 - a name that a fork may choose
            """A level named in Japanese."""

        assert 重点課題("a", "就労").word == "重点課題"
        with pytest.raises(ModelError, match="cannot stand under 重点課題"):
            _ = 重点課題("a", "就労")[Action("b", "x")]  # type: ignore[index]

    def test_a_field_without_frozen_is_refused(self) -> None:
        """Otherwise the field would be silently lost; also where a later class is @frozen."""

        class Loose(Measure):
            """A field that attrs never sees."""

            constant: ClassVar[int] = 5
            budget: int = 0

        @frozen
        class Below(Loose):
            """Made right, from one that was not."""

            extra: int = 0

        for cls in (Loose, Below):
            with pytest.raises(ModelError, match=r"budget without @frozen.*from planmodel"):
                cls("m", "巡回")

    def test_a_class_variable_is_no_field(self) -> None:
        """A constant of a word needs no @frozen."""

        class Constant(Measure, word="定数取組"):
            """A word with a constant."""

            share: ClassVar[int] = 5

        assert Constant("m", "巡回").share == 5

    def test_a_post_init_of_its_own_drops_no_check(self) -> None:
        """The checks of the base stand elsewhere, and the fork's own run too."""
        ran: list[str] = []

        @frozen
        class Checked(Measure, word="検査取組"):
            """A measure that looks at itself."""

            def __attrs_post_init__(self) -> None:
                ran.append(self.id)

        with pytest.raises(ModelError, match="cannot be an id"):
            Checked("取組", "巡回")
        Checked("m", "巡回")
        assert ran == ["m"]

    def test_two_classes_of_one_word_in_one_plan(self) -> None:
        """A word means one thing."""

        class Other(Measure, word="取組"):
            """Another measure of the same word."""

        sections = [Action("a", "x")[Measure("m", "y"), Other("n", "z")]]
        with pytest.raises(ModelError, match="used by two classes, Measure and Other"):
            Plan("p", "計画", period=YEAR, sections=sections)

    def test_forks_pickle_copy_and_compare(self) -> None:
        """Slotted or not, a fork's plan survives and equals itself."""
        plan = self.plan()
        again = pickle.loads(pickle.dumps(plan))  # noqa: S301 - our own bytes
        assert again == plan == self.plan()
        assert hash(again) == hash(plan)
        assert [node.number for node in again.walk()] == [node.number for node in plan.walk()]
        assert again["m"].budget == 1200
        assert evolve(plan["m"], budget=7) != plan["m"]

    def test_uneven_depth(self) -> None:
        """Osaka and Ishikawa put measures under some sections and sections under others."""
        plan = self.plan()
        assert [len(plan.path(it)) for it in ("m", "n")] == [4, 3]


def test_a_node_repr_is_one_line() -> None:
    """However much stands under it."""
    action = Action("a", "見守り")[Pillar("p", "柱")[Measure("m", "巡回")]]
    assert repr(action) == "Action(id='a', title='見守り')"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": ""}, "no text"),
        ({"title": "\ud800"}, "lone surrogate"),
        ({"departments": "地域安全課"}, "put it in brackets"),
        ({"departments": ["地域安全課"]}, "is no department"),
        ({"departments": Department("d", "課")}, "put it in brackets"),
        ({"partners": [Department("d", "課")]}, "is no partner"),
        ({"tags": ["就労"]}, r"tags\[1\]"),
        ({"lead": "課長"}, "is no department"),
        ({"id": "取組1"}, "cannot be an id"),
        ({"id": "Job Support"}, "did you mean 'job-support'"),
        ({"source": "第5章"}, r"write Citation\('第5章'\)"),
    ],
)
def test_what_a_measure_refuses(fields: dict[str, Any], sentence: str) -> None:
    """Each with a sentence, and a hint where there is one."""
    with pytest.raises(ModelError, match=sentence):
        Measure(**({"id": "m", "title": "巡回"} | fields))


def test_departments_keep_their_printed_order() -> None:
    """Several without a lead, or not stated, which is not none."""
    a, b = Department("a", "企画県民部"), Department("b", "健康福祉部")
    measure = Measure("m", "周知", departments=[b, a.ref])
    assert measure.departments == (b.ref, a.ref)
    assert measure.lead is None
    silent = Measure("m", "周知", departments=OPEN)
    assert (silent.departments, silent.not_stated("departments")) == ((), OPEN)


def test_a_thing_remembers_where_it_was_written() -> None:
    """The line of the author, and no part of equality."""
    measure = Measure("m", "巡回")
    other = evolve(measure, title="声かけ")
    assert measure.origin.file == __file__
    assert other.origin.line == measure.origin.line + 1
    assert Measure("m", "巡回") == measure
    assert isinstance(measure, Node)


def test_evolve_names_what_it_does_not_know() -> None:
    """A misspelled field is refused with the list of fields."""
    with pytest.raises(ModelError, match=r"Measure has no field .*tittle"):
        evolve(Measure("m", "巡回"), tittle="x")
    with pytest.raises(ModelError, match="no text"):
        evolve(Measure("m", "巡回"), title="")


def test_the_type_of_an_own_field_is_one_word_resolved_or_not() -> None:
    """Text, a class and a resolved union of an annotation are told in the same words."""
    from decimal import Decimal

    from planmodel.model.words import type_word

    told = [type_word(it) for it in ("decimal.Decimal | None", "Decimal | None", Decimal | None)]
    assert told == ["Decimal | None"] * 3
    assert type_word(Decimal) == type_word("decimal.Decimal") == "Decimal"
    assert type_word(tuple[Decimal, ...]) == "tuple[Decimal, ...]"


@given(st.text(st.characters(), max_size=5) | st.text("a字 \u3000\n\t\x00\x1f\x7f\ud800"))
def test_which_titles_are_no_words(title: str) -> None:
    """Empty ones, and those with a surrogate or a control character but tab and line feed."""
    wrong = any((it < " " and it not in "\t\n") or "\ud800" <= it <= "\udfff" for it in title)
    assert (text_problem(title, "title") is None) == (bool(title.strip()) and not wrong)


def test_a_placed_node_keeps_every_field() -> None:
    """With its fields in slots and without, a copy equals its node and knows its number."""
    costed = CostedMeasure("m", "巡回", budget=3, note="n")
    bare = Measure("n", "声かけ", note="n")
    for node in (costed, bare):
        placed = node.placed("7")
        assert placed == node
        assert placed.number == "7"
        assert placed.origin is node.origin
        assert not node.number
        assert pickle.loads(pickle.dumps(placed)) == node  # noqa: S301 - our own
