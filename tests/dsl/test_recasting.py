"""Plans in other words: level for level, nothing lost without a word."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import given

import planmodel as pm
from dsl.plan_makers import SLOW, IssuePlan, plans
from planmodel.dsl.comparing import changes
from planmodel.dsl.generalizing import generalize
from planmodel.dsl.recasting import recast
from planmodel.errors import ModelError, UsageError
from planmodel.model.generic import GenericPlan


class Leaf(pm.Measure, word="具体的施策", numbering="①"):
    """A measure of another plan."""


class Item(pm.Section[Leaf | pm.Relisted], word="項", numbering="(1)"):
    """Its third level."""


class Chapter(pm.Section[Item | Leaf | pm.Relisted], word="節", numbering="1"):
    """Its second level."""


class Issue(pm.Section[Chapter | Item | Leaf | pm.Relisted], word="重点課題", numbering="第1"):
    """Its first level."""


class NationalPlan(pm.Plan[Issue | Chapter | Leaf], word="再犯防止計画"):
    """A plan of as many levels as the ready-made one."""


class Ready(pm.Plan[pm.Action | pm.Pillar | pm.Measure]):
    """The ready-made levels, as the levels of a class of its own."""


@frozen
class Costed(pm.Measure, word="事業"):
    """A measure with fields of its own."""

    budget: Decimal = field(kw_only=True)
    note_ja: str = field(default="", kw_only=True)


class CostedPlan(pm.Plan[pm.Action | Costed], word="事業計画"):
    """A plan of costed measures."""


class Short(pm.Plan["Policy | Leaf"], word="短い計画"):
    """A plan of two levels."""


class Policy(pm.Section[Leaf | pm.Relisted], word="政策"):
    """Its only section."""


retention = pm.Measure("retention", "職場定着", is_new=True)
BASE = Ready(
    "base",
    "計画",
    period=pm.FiscalYear(2019),
    sections=[
        pm.Action("work", "就労")[
            pm.Pillar("stay", "定着")[retention, pm.Measure("match", "マッチング")],
            pm.Pillar("again", "再掲")[pm.Relisted(retention)],
            pm.Pillar("open", "記載なし")[pm.NotStated("抜粋にない")],
        ],
    ],
    prose=[pm.Prose("stay", "続ける。"), pm.Prose("work", "働く。")],
)


@SLOW
@given(plans("ready"))
def test_there_and_back_is_where_it_began(plan: pm.Plan[Any]) -> None:
    """Levels of as many kinds, no fields of their own: recasting twice changes nothing."""
    mine = recast(plan, Ready)
    there = recast(mine, NationalPlan)
    assert {type(it) for it in there.walk()} <= {Issue, Chapter, Item, Leaf}
    assert recast(there, Ready) == mine
    assert {it.name for one in changes(mine, there) for it in one.fields} <= {"word"}


@SLOW
@given(plans("fork"))
def test_a_plan_read_without_its_classes_gets_them_back(plan: pm.Plan[Any]) -> None:
    """What was generalized becomes the fork's plan again, own fields that JSON holds included."""
    general = generalize(plan)
    back = recast(general, IssuePlan)
    assert generalize(back) == general
    assert back == plan


def test_words_change_and_everything_else_stays() -> None:
    """Ids, titles, pointers, absences, flags and lines in files are those of the plan."""
    there = recast(BASE, NationalPlan)
    assert [(it.id, it.word, it.number) for it in there.walk()] == [
        ("work", "重点課題", "第1"),
        ("stay", "節", "1"),
        ("retention", "具体的施策", "①"),
        ("match", "具体的施策", "②"),
        ("again", "節", "2"),
        ("open", "節", "3"),
    ]
    assert there.id == "base"
    assert there["open"].not_stated("children") == pm.NotStated("抜粋にない")
    assert [it.id for it in there.relisted_under("retention")] == ["again"]
    assert there["retention"].origin == retention.origin
    assert {it.id for it in changes(BASE, there)} == {"plan", *(it.id for it in BASE.walk())}


def test_a_level_may_be_left_out() -> None:
    """What stood under it moves up, and texts about it go."""
    there = recast(BASE, Short, {pm.Pillar: None, "行動": Policy})
    work: Any = there["work"]
    assert [it.id for it in work.children] == ["retention", "match", "retention"]
    assert [it.of for it in there.prose] == ["work"]


def test_what_a_left_out_level_says_is_not_lost_silently() -> None:
    """Indicators and tags of a level that is left out have to be given up by name."""
    jobs = pm.Flow("jobs", "件数", unit="件")
    plan = Ready(
        "p",
        "計画",
        period=pm.FiscalYear(2019),
        indicators=[jobs],
        sections=[
            pm.Action("a", "行動")[
                pm.Pillar("b", "柱", measured_by=[jobs])[retention],
                pm.Pillar("c", "柱")[pm.Relisted(pm.Ref("node", "b"))],
            ],
        ],
    )
    with pytest.raises(ModelError) as caught:
        recast(plan, Short, {pm.Pillar: None})
    assert len(caught.value.problems) == 1
    assert "indicators would be lost" in str(caught.value)
    there = recast(plan, Short, {pm.Pillar: None}, lose=["measured_by"])
    assert [it.id for it in there.walk()] == ["a", "retention"]


def test_own_fields_are_carried_by_name() -> None:
    """A field that both words have keeps its value."""
    plan = CostedPlan(
        "p", "計画", period=pm.FiscalYear(2019), sections=[Costed("m", "事業", budget=Decimal(5))]
    )
    assert recast(plan, CostedPlan) == plan
    general = generalize(plan)
    assert isinstance(general, GenericPlan)
    assert general.vocabulary[0].word == "事業計画"


def test_own_fields_that_would_be_lost_and_needed_ones_are_named_together() -> None:
    """Each field that has no place, and each that nothing fills, is a problem of its own."""
    costed = CostedPlan(
        "p",
        "計画",
        period=pm.FiscalYear(2019),
        sections=[
            Costed("m", "事業", budget=Decimal(5)),
            Costed("n", "事業", budget=Decimal(6), note_ja="x"),
        ],
    )
    with pytest.raises(ModelError) as caught:
        recast(costed, Short)
    told = [
        (it.where, str(it.what).split("field ")[1].split(",")[0]) for it in caught.value.problems
    ]
    assert told == [
        ("Costed('m')", "budget"),
        ("Costed('n')", "budget"),
        ("Costed('n')", "note_ja"),
    ]
    there = recast(costed, Short, lose=["budget", "note_ja"])
    assert [type(it) for it in there.walk()] == [Leaf, Leaf]
    with pytest.raises(ModelError) as caught:
        recast(there, CostedPlan)
    assert [it.where for it in caught.value.problems] == ["Leaf('m')", "Leaf('n')"]
    assert "必要" in caught.value.in_language("ja") or "要る" in caught.value.in_language("ja")


def test_levels_without_a_counterpart_are_named() -> None:
    """Too many levels for the other words: each one left over is told, with what to write."""
    with pytest.raises(ModelError) as caught:
        recast(BASE, Short)
    assert "no level left for 行動の柱" in str(caught.value)
    assert "words={'行動の柱': …}" in str(caught.value)


def test_a_node_that_may_not_stand_where_it_stood_is_told() -> None:
    """Depth has to fit: a measure right under the plan is refused where the words say so."""

    class Strict(pm.Plan[Policy], word="厳格な計画"):
        """A plan that takes sections only."""

    plan = Ready("p", "計画", period=pm.FiscalYear(2019), sections=[retention])
    with pytest.raises(ModelError, match="'retention' cannot stand under Strict"):
        recast(plan, Strict)


def test_wrong_words_are_refused_together() -> None:
    """A level that is not used, and a class that is none, are told at once."""
    with pytest.raises(UsageError) as caught:
        recast(BASE, Short, {"基本方針": Policy, pm.Measure: Policy})
    assert len(caught.value.problems) == 2
    with pytest.raises(UsageError, match="no words of its own"):
        recast(BASE, GenericPlan)


def test_a_class_names_the_level_that_has_its_word() -> None:
    """The ready-made class stands for a fork's own class of the same word."""

    class OwnPillar(pm.Section[pm.Measure], word="行動の柱"):
        """A fork's own."""

    class OwnAction(pm.Section[OwnPillar], word="行動"):
        """A fork's own."""

    class OwnPlan(pm.Plan[OwnAction], word="計画"):
        """A fork's own."""

    mine = OwnPlan(
        "mine",
        "計画",
        period=pm.FiscalYear(2019),
        sections=[OwnAction("a", "行動")[OwnPillar("p", "柱")[pm.Measure("m", "取組")]]],
    )
    there = recast(mine, Short, {pm.Pillar: None})
    assert [it.id for it in there.walk()] == ["a", "m"]
