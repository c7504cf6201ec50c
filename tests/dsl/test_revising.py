"""Revisions: edits as values, applied all or none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import planmodel as pm
from dsl.plan_makers import SLOW, plans
from planmodel.dsl.comparing import changes
from planmodel.dsl.edits import Add, Amend, Drop, Move, Replace, edit_text
from planmodel.dsl.revising import ids_inside, revise
from planmodel.errors import ModelError
from planmodel.model.ids import Entity

industry = pm.Department("industry", "産業労働部")
employment = pm.Flow("employment", "支援件数", unit="件")
retention = pm.Measure("retention", "定着の支援", departments=[industry])
matching = pm.Measure("matching", "マッチング")
housing = pm.Measure("housing", "住まいの確保")
BASE = pm.Plan(
    "base",
    "計画",
    period=pm.FiscalYear(2019),
    departments=[industry],
    indicators=[employment],
    sections=[
        pm.Action("rehabilitation", "更生支援", measured_by=[employment])[
            pm.Pillar("work", "就労支援")[retention, matching],
            pm.Pillar("homes", "住まい")[housing],
            pm.Pillar("unknown", "記載なし")[pm.NotStated("抜粋")],
        ]
    ],
    prose=[pm.Prose("retention", "支える。"), pm.Prose("homes", "住まい。")],
    translations=[pm.Translation("en", titles=(("retention", "Retention"),))],
    version="1",
)


def kinds(old: pm.Plan[Any], new: pm.Plan[Any]) -> list[tuple[str, str]]:
    """What changed, as kind and id."""
    return [(it.kind, it.id) for it in changes(old, new)]


def things(plan: pm.Plan[Any]) -> list[Entity]:
    """Everything in the plan that can be dropped."""
    return [it for it in plan.index.entities.values() if it is not plan]


@SLOW
@given(plans(), st.data())
def test_dropping_removes_a_thing_and_what_it_holds_and_nothing_else(
    plan: pm.Plan[Any], data: st.DataObject
) -> None:
    """The changes after a drop are the removals of the thing and of everything inside it."""
    assume(things(plan))
    thing = data.draw(st.sampled_from(things(plan)))
    after = revise(plan, Drop(thing, because="見直し"))
    assert sorted(kinds(plan, after)) == sorted(("removed", key) for key in ids_inside(thing))


@SLOW
@given(plans(), st.data())
def test_replacing_a_thing_changes_the_fields_given_and_nothing_else(
    plan: pm.Plan[Any], data: st.DataObject
) -> None:
    """A replaced thing differs in the field that was evolved; what it holds stays."""
    thing = data.draw(st.sampled_from(things(plan)))
    after = revise(plan, Replace(pm.evolve(thing, note="この行で変えた")))
    found = changes(plan, after)
    assert [(it.kind, it.id) for it in found] == [("changed", thing.id)]
    assert [it.name for it in found.items[0].fields] == ["note"]
    assert after[thing.id].origin.file == __file__


@SLOW
@given(plans(), st.data())
def test_amending_is_replacing_by_an_evolved_thing(plan: pm.Plan[Any], data: st.DataObject) -> None:
    """`Amend` and `Replace(evolve(…))` of the same field give equal plans."""
    thing = data.draw(st.sampled_from(things(plan)))
    amended = revise(plan, Amend(thing.id, {"note": "新しい備考"}))
    assert amended == revise(plan, Replace(pm.evolve(thing, note="新しい備考")))
    assert amended[thing.id].origin.file == __file__


@SLOW
@given(plans(), st.data())
def test_adding_a_copy_adds_one_thing(plan: pm.Plan[Any], data: st.DataObject) -> None:
    """A copy under a new id, put beside the old one, is the only change; dropping it undoes it."""
    thing = data.draw(st.sampled_from(things(plan)))
    empty = {
        name: () for name in ("children", "parts", "benchmarks", "topics") if hasattr(thing, name)
    }
    if not isinstance(thing, pm.Section):
        empty.pop("children", None)
    copy = pm.evolve(thing, id="a-copy", **empty)
    above = plan.index.parents[thing.id]
    after = revise(plan, Add(copy, under=above, after=thing))
    assert kinds(plan, after) == [("added", "a-copy")]
    assert revise(after, Drop("a-copy", because="取消")) == plan


TREE = pm.Plan(
    "tree",
    "計画",
    period=pm.FiscalYear(2019),
    sections=[
        pm.Action(f"a{a}", "行動")[
            tuple(
                pm.Pillar(f"p{a}{p}", "柱")[
                    tuple(pm.Measure(f"m{a}{p}{m}", "取組") for m in range(3))
                ]
                for p in range(2)
            )
        ]
        for a in range(3)
    ],
)


@given(
    st.sampled_from([it for it in TREE.walk() if TREE.parent(it) is not TREE]),
    st.sampled_from([it for it in TREE.walk() if isinstance(it, pm.Section)]),
)
def test_moving_a_node_moves_it_alone(node: Any, other: Any) -> None:
    """A node moved under another parent is the only change, and moving it back restores it."""
    above: Any = TREE.parent(node)
    assume(other.takes(node) and other.id not in ids_inside(node))
    after = revise(TREE, Move(node, under=other))
    row = [it.id for it in above.children]
    later = next(iter(row[row.index(node.id) + 1 :]), None)
    if other.id != above.id:
        assert kinds(TREE, after) == [("moved", node.id)]
    assert revise(after, Move(node, under=above, before=later)) == TREE


@SLOW
@given(plans())
def test_everything_can_be_dropped(plan: pm.Plan[Any]) -> None:
    """Dropping all that the plan itself holds leaves a plan without contents."""
    top = [it for it in things(plan) if plan.index.parents[it.id] is plan]
    after = revise(plan, *(Drop(it, because="全廃") for it in top))
    assert things(after) == []
    assert {it.kind for it in changes(plan, after)} <= {"removed"}


@SLOW
@given(plans(), st.data())
def test_revising_changes_no_plan(plan: pm.Plan[Any], data: st.DataObject) -> None:
    """The base is the same value after a revision, and no edit at all gives it back."""
    before, kept = hash(plan) if not has_lists(plan) else 0, pm.evolve(plan)
    thing = data.draw(st.sampled_from(things(plan)))
    revise(plan, Drop(thing, because="見直し"), id="another")
    assert plan == kept
    assert before == (hash(plan) if not has_lists(plan) else 0)
    assert revise(plan) is plan


def has_lists(plan: pm.Plan[Any]) -> bool:
    """Whether something in the plan cannot be hashed."""
    try:
        hash(plan)
    except TypeError:
        return True
    return False


def test_edits_of_one_revision_do_not_undo_each_other() -> None:
    """A section evolved from the base keeps what earlier edits put under it."""
    work: Any = BASE["work"]
    after = revise(
        BASE,
        Add(pm.Measure("new", "新規"), under="work"),
        Drop("matching", because="統合"),
        Replace(pm.evolve(work, title="就労支援等の充実")),
    )
    assert [it.id for it in after["work"].children] == ["retention", "new"]  # type: ignore[attr-defined]
    assert kinds(BASE, after) == [
        ("changed", "work"),
        ("added", "new"),
        ("removed", "matching"),
    ]


def test_a_section_may_bring_other_children() -> None:
    """Children that are not those of the base take the place of the present ones."""
    work: Any = BASE["work"]
    after = revise(BASE, Replace(pm.evolve(work, children=(matching,))))
    assert kinds(BASE, after) == [("removed", "retention")]


def test_amendments_of_one_thing_add_up() -> None:
    """Two amendments of different fields both hold, texts beside the outline included."""
    after = revise(
        BASE,
        Amend("retention", {"title": "職場定着の支援"}),
        Amend(retention, {"note": "重点", "prose": "長く支える。", "title.en": "Staying"}),
        Amend("homes", {"prose": None}),
        Amend("plan", {"status": "案", "prose": "計画の説明"}),
    )
    assert after.title_of("retention") == "職場定着の支援"
    assert after.title_of("retention", "en") == "Staying"
    assert after.prose_of("retention") == "長く支える。"
    assert after.prose_of("homes") == ""
    assert (after.status, after.prose_of(after)) == ("案", "計画の説明")
    assert after["retention"].note == "重点"


def test_what_is_dropped_takes_its_texts_along() -> None:
    """No description, translation or gap about a dropped thing stays behind."""
    base = pm.evolve(BASE, gaps=[pm.Gap("retention", "期限", "書かれていない")])
    after = revise(base, Drop("work", because="統合"))
    assert [it.of for it in after.prose] == ["homes"]
    assert after.translations[0].titles == ()
    assert after.gaps == ()


def test_another_id_remembers_what_it_came_from() -> None:
    """A revision under another id knows the plan, its version and all of its things."""
    after = revise(BASE, id="next", title="次期計画")
    assert after.derived_from is not None
    assert (after.derived_from.plan, after.derived_from.version) == ("base", "1")
    keys = [key for key, _ in after.derived_from.fingerprints]
    assert keys == ["plan", "industry", "employment", "rehabilitation", "work", "retention",
                    "matching", "homes", "housing", "unknown"]  # fmt: skip
    assert revise(BASE, title="同じ計画").derived_from is None


def test_all_wrong_edits_are_named_at_once() -> None:
    """Nothing is applied where something is wrong, and every wrong edit has its number."""
    with pytest.raises(ModelError) as caught:
        revise(
            BASE,
            Drop("retentoin", because="x"),
            Add(industry),
            Replace(pm.Measure("industry", "部")),
            Move("homes", under="homes"),
            Move("industry", under="homes"),
            Add(pm.Topic("t", "分野")),
            Add(pm.Measure("m", "x"), under="work", before="housing"),
            Amend("work", {"children": ()}),
            Replace(pm.Measure("work", "取組になる")),
            Add(pm.Pillar("p", "重複")[retention]),
            Amend("retention", {"prose": 3}),
            Drop("base", because="x"),
        )
    lines = [it.in_language("ja") for it in caught.value.problems]
    assert len(lines) == 12
    assert [line.split("]")[0] for line in lines] == [f"revise[{n}" for n in range(1, 13)]
    assert "retention" in lines[0]


def test_a_drop_needs_a_reason() -> None:
    """Nothing is dropped without saying why."""
    with pytest.raises(ModelError, match="for a reason"):
        Drop("x", because=" ")


def test_children_that_were_not_stated_can_be_added() -> None:
    """Under a section whose children are not stated, the first one added is its only child."""
    after = revise(BASE, Add(pm.Measure("new", "新規"), under="unknown"))
    assert [it.id for it in after["unknown"].children] == ["new"]  # type: ignore[attr-defined]


def test_edits_are_told_in_both_languages() -> None:
    """Each edit is a line with its reason."""
    edits = (
        Add(retention, under="work", because="新規"),
        Replace(retention),
        Amend("work", {"title": "x", "note": "y"}),
        Drop("work", because="統合"),
        Move("work", under="rehabilitation"),
    )
    assert [edit_text(it, "ja") for it in edits] == [
        "workの下にretentionを追加（新規）",
        "retentionを差し替え",
        "workを修正: 名称、備考",
        "workを削除（統合）",
        "workをrehabilitationの下へ移動",
    ]
    assert edit_text(edits[3], "en") == "drop work (統合)"
