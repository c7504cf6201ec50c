"""Drift: what changed in the plan that a plan was made from, and what comes of deciding."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import planmodel as pm
from dsl.plan_makers import SLOW, plans
from planmodel.dsl.comparing import changes
from planmodel.dsl.derivations import Record, parse_record, record_text
from planmodel.dsl.drifting import Drift, decide, drift, read_field_rule, shipped_field_rule
from planmodel.dsl.drifting.deciding import chosen
from planmodel.dsl.drifting.fitting import is_undecided
from planmodel.dsl.edits import Add, Amend, Drop, Edit, Move, Replace
from planmodel.dsl.revising import revise
from planmodel.errors import DocumentError, ModelError, UsageError
from planmodel.model.ids import Ref
from planmodel.model.indicators import Indicator
from planmodel.model.outline import Node

HYOGO, TOTTORI = pm.Issuer("兵庫県", "280003"), pm.Issuer("鳥取県", "310000")
industry = pm.Department("industry", "産業労働部")
employment = pm.Flow(
    "employment",
    "支援件数",
    unit="件",
    department=industry,
    baseline=pm.Baseline("41件", pm.FiscalYear(2017)),
    targets=[pm.AtLeast("50件", pm.FiscalYear(2021))],
)
retention = pm.Measure("retention", "定着の支援", departments=[industry])
matching = pm.Measure("matching", "マッチング")
housing = pm.Measure("housing", "住まいの確保")
BASE = pm.Plan(
    "base",
    "計画",
    issuer=HYOGO,
    period=pm.FiscalYear(2019),
    departments=[industry],
    indicators=[employment],
    sections=[
        pm.Action("rehabilitation", "更生支援", measured_by=[employment])[
            pm.Pillar("work", "就労支援")[retention, matching],
            pm.Pillar("homes", "住まい")[housing],
        ]
    ],
    prose=[pm.Prose("retention", "支える。")],
    version="1",
)
FORK = revise(BASE, id="fork")
UNDECIDED = pm.NotStated("未定。兵庫県: 41件")
FOREIGN = revise(
    BASE,
    Amend(
        "employment", {"baseline": UNDECIDED, "targets": pm.NotStated("未定"), "department": None}
    ),
    id="tottori",
    issuer=TOTTORI,
    departments=[],
)


def keys(found: Drift) -> list[str]:
    """The items by key."""
    return [it.key for it in found]


def one(found: Drift) -> Any:
    """The only item."""
    (item,) = found
    return item


def settle(
    plan: pm.Plan[Any], upstream: pm.Plan[Any], record: Record | None = None
) -> tuple[pm.Plan[Any], Record]:
    """The plan and its record after everything that can be accepted was accepted."""
    assert plan.derived_from is not None
    before = record or Record(plan.derived_from)
    found = drift(plan, upstream, record=before)
    done = decide(found, before, accept=found.proposed)
    return done.plan, done.record


# --- laws ------------------------------------------------------------------------------------


@SLOW
@given(plans())
def test_right_after_deriving_there_is_no_drift(base: pm.Plan[Any]) -> None:
    """Whatever the plan, nothing has changed yet; with the base at hand neither."""
    derived = revise(base, id="derived")
    assert not drift(derived, base)
    assert not drift(derived, base, base=base)


@SLOW
@given(plans())
def test_a_document_of_the_base_is_as_good_as_its_code(base: pm.Plan[Any]) -> None:
    """Read from JSON without its classes, the base still says the same."""
    derived = revise(base, id="derived")
    assert keys(drift(derived, pm.from_json(pm.to_json(base)))) == []


def edits_of(data: st.DataObject, plan: pm.Plan[Any], prefix: str) -> list[Edit]:
    """A few edits, each of another thing."""
    things = [it for it in plan.index.entities.values() if it is not plan]
    some = data.draw(
        st.lists(st.sampled_from(things), max_size=3, unique_by=lambda it: it.id)
        if things
        else st.just([])
    )
    made: list[Edit] = []
    for number, it in enumerate(some):
        if isinstance(it, Indicator):
            fields = data.draw(
                st.sampled_from(
                    [
                        {"unit": "社"},
                        {"baseline": 7},
                        {"targets": ()},
                        {"title": f"{prefix}{number}"},
                    ]
                )
            )
            if "baseline" in fields:
                fields = {"baseline": pm.Baseline(7, pm.FiscalYear(2030))}
            made.append(Amend(it.id, fields))
        elif isinstance(it, Node):
            made.append(Amend(it.id, {"title": f"{prefix}{number}", "is_new": not it.is_new}))
        else:
            made.append(Amend(it.id, {"note": f"{prefix}{number}"}))
    if data.draw(st.booleans()):
        made.append(Add(pm.Law(f"{prefix}-law", prefix)))
    if data.draw(st.booleans()):
        made.append(
            Add(
                pm.Stock(
                    f"{prefix}-new", prefix, unit="人", baseline=pm.Baseline(1, pm.FiscalYear(2030))
                )
            )
        )
    return made


def differences(old: pm.Plan[Any], new: pm.Plan[Any]) -> set[str]:
    """What differs, named as drift names it."""
    return {
        f"{it.id}.{field.name}" for it in changes(old, new) for field in it.fields
    } | {it.id for it in changes(old, new) if it.kind in ("added", "removed")}  # fmt: skip


@SLOW
@given(plans(), st.data())
def test_drift_tells_exactly_what_was_edited_there(base: pm.Plan[Any], data: st.DataObject) -> None:
    """No more and no less than the comparison of the two editions."""
    upstream = revise(base, *edits_of(data, base, "there"))
    derived = revise(base, id="derived")
    assert set(keys(drift(derived, upstream))) == differences(base, upstream)


@SLOW
@given(plans(), st.data())
def test_edits_here_alone_propose_nothing(base: pm.Plan[Any], data: st.DataObject) -> None:
    """What one changes oneself is nobody else's news."""
    derived = revise(base, *edits_of(data, base, "here"), id="derived")
    assert not drift(derived, base, base=base)


@SLOW
@given(plans(), st.data())
def test_what_was_accepted_is_not_proposed_again(base: pm.Plan[Any], data: st.DataObject) -> None:
    """After accepting all that can be accepted only what stays local is told; the file keeps it."""
    upstream = revise(base, *edits_of(data, base, "there"))
    derived = revise(base, *edits_of(data, base, "here"), id="derived")
    plan, record = settle(derived, upstream)
    again = drift(plan, upstream, record=parse_record(record_text(record)))
    assert not again.proposed
    done = decide(again, record, reject=again.items)
    assert not drift(done.plan, upstream, record=done.record)
    assert not drift(done.plan, upstream)


@SLOW
@given(plans(), st.data())
def test_dropping_and_moving_there_is_followed(base: pm.Plan[Any], data: st.DataObject) -> None:
    """Accepting everything brings the outline of an untouched plan to that of the other one."""
    nodes = list(base.walk())
    assume(nodes)
    gone = data.draw(st.sampled_from(nodes))
    upstream = revise(base, Drop(gone.id, because="x"))
    plan, record = settle(revise(base, id="derived"), upstream)
    assert [it.id for it in plan.walk()] == [it.id for it in upstream.walk()]
    assert not drift(plan, upstream, record=record).proposed


# --- the field rule --------------------------------------------------------------------------


def test_definitions_follow() -> None:
    """A changed unit is proposed with its reason, and accepted it stands."""
    upstream = revise(BASE, Amend("employment", {"unit": "社"}), version="2")
    found = drift(FORK, upstream, base=BASE)
    item = one(found)
    assert (item.key, item.then, item.now, item.here) == ("employment.unit", "件", "社", "件")
    assert item.edit == Amend("employment", {"unit": "社"}, was={"unit": "件"}, because="base 2")
    assert found.proposed == (item,)
    assert any("version 2" in str(note) for note in found.notes)
    plan, _ = settle(FORK, upstream)
    assert plan["employment"].unit == "社"


def test_targets_departments_and_words_stay_local() -> None:
    """They are told, with the reason why nothing is proposed."""
    upstream = revise(
        BASE,
        Amend(
            "employment", {"targets": [pm.AtLeast("60件", pm.FiscalYear(2024))], "title": "件数"}
        ),
        Amend("retention", {"departments": [], "prose": "別の説明。"}),
    )
    found = drift(FORK, upstream)
    assert set(keys(found)) == {
        "employment.targets", "employment.title", "retention.departments", "retention.prose",
    }  # fmt: skip
    assert not found.proposed
    assert all(str(it.why) == "stays yours" for it in found)


def test_a_baseline_fills_only_what_is_empty() -> None:
    """Nothing or undecided is filled; a figure of one's own stays."""
    upstream = revise(
        BASE, Amend("employment", {"baseline": pm.Baseline("45件", pm.FiscalYear(2018))})
    )
    empty = revise(BASE, Amend("employment", {"baseline": None}), id="empty")
    assert one(drift(empty, upstream)).edit == Amend(
        "employment",
        {"baseline": pm.Baseline("45件", pm.FiscalYear(2018))},
        was={"baseline": None},
        because="base 1",
    )
    undecided = revise(BASE, Amend("employment", {"baseline": UNDECIDED}), id="undecided")
    assert one(drift(undecided, upstream)).can_be_accepted
    own = revise(
        BASE, Amend("employment", {"baseline": pm.Baseline("3件", pm.FiscalYear(2018))}), id="own"
    )
    assert one(drift(own, upstream)).edit is None
    assert one(drift(FORK, upstream)).edit is None


def test_no_figure_of_another_issuer_becomes_ones_own() -> None:
    """A baseline and a whole new indicator arrive as what is still to be decided."""
    young = pm.Stock(
        "young", "若者の数", unit="人", department=industry,
        baseline=pm.Baseline("12人", pm.FiscalYear(2018)),
        targets=[pm.AtLeast("20人", pm.FiscalYear(2021))],
        source=pm.Citation("表", "draft"),
    )  # fmt: skip
    upstream = revise(
        BASE,
        Amend("employment", {"baseline": pm.Baseline("45件", pm.FiscalYear(2018))}),
        Add(young),
        Add(pm.Measure("visits", "訪問", departments=[industry]), under="work"),
    )
    plan, _ = settle(FOREIGN, upstream)
    baseline = plan["employment"].baseline
    assert is_undecided(baseline)
    assert "45件" in baseline.absence.reason
    added = plan["young"]
    assert is_undecided(added.baseline)
    assert is_undecided(added.not_stated("targets"))
    assert is_undecided(added.department)
    assert added.source is None
    assert is_undecided(plan["visits"].not_stated("departments"))
    assert not plan.departments


def test_another_rule_can_be_given(tmp_path: Path) -> None:
    """A file of one's own says what follows; nonsense in it is told all at once."""
    file = tmp_path / "rule.toml"
    file.write_text('[indicator]\ntargets = "follow"\n', encoding="utf-8")
    upstream = revise(BASE, Amend("employment", {"targets": ()}))
    assert one(drift(FORK, upstream, rule=read_field_rule(file))).can_be_accepted
    file.write_text(
        '[indicater]\nx = "follow"\n[node]\ny = "folow"\n[law]\nz = 1\n', encoding="utf-8"
    )
    with pytest.raises(DocumentError) as caught:
        read_field_rule(file)
    assert [str(it.where).rpartition(" ")[2] for it in caught.value.problems] == [
        "[indicater]", "node.y", "law.z",
    ]  # fmt: skip
    assert shipped_field_rule().manner("figure", "amount") == "local"
    file.write_text("= 1", encoding="utf-8")
    with pytest.raises(DocumentError, match="not TOML"):
        read_field_rule(file)


# --- new, gone, moved, renamed ---------------------------------------------------------------


def test_something_new_comes_with_what_it_needs() -> None:
    """A node measured by a new indicator brings the indicator, and stands after its neighbor."""
    young = pm.Stock("young", "若者の数", unit="人")
    upstream = revise(
        BASE,
        Add(young),
        Add(
            pm.Pillar("study", "学び")[pm.Measure("school", "学校", measured_by=[young])],
            under="rehabilitation",
            after="work",
        ),
    )
    found = drift(FORK, upstream)
    assert keys(found) == ["young", "study"]
    assert found.items[1].needs == ("young",)
    record = Record(FORK.derived_from)  # type: ignore[arg-type]
    done = decide(found, record, accept=[found.items[1]])
    assert [it.key for it in done.accepted] == ["young", "study"]
    assert [it.id for it in done.plan.sections[0].children] == ["work", "study", "homes"]
    assert not pm.check(done.plan, select=["PM101"])
    with pytest.raises(UsageError, match="cannot come without young"):
        decide(found, record, accept=[found.items[1]], reject=[found.items[0]])


def test_a_node_takes_the_class_of_its_place() -> None:
    """A fork of other words gets what is new in its own words."""

    class Effort(pm.Measure, word="とりくみ"):
        pass

    class Theme(pm.Section[Effort], word="課題"):
        pass

    class Strategy(pm.Plan[Theme], word="戦略"):
        pass

    fork = Strategy(
        "fork",
        "戦略",
        period=pm.FiscalYear(2023),
        sections=[Theme("work", "就労")[Effort("retention", "定着の支援")]],
        derived_from=FORK.derived_from,
    )
    upstream = revise(
        BASE,
        Add(pm.Measure("visits", "訪問"), under="work"),
        Add(pm.Pillar("study", "学び")[pm.Measure("school", "学校")], under="rehabilitation"),
    )
    found = {it.key: it for it in drift(fork, upstream)}
    assert isinstance(found["visits"].edit, Add)
    assert type(found["visits"].edit.thing) is Effort
    assert found["study"].edit is None
    assert "rehabilitation" in str(found["study"].why)
    data = pm.from_json(pm.to_json(fork))
    again = {it.key: it for it in drift(data, upstream)}
    assert (
        decide(drift(data, upstream), Record(FORK.derived_from), accept=[again["visits"]])
        .plan["visits"]
        .word
        == "とりくみ"
    )  # type: ignore[arg-type]


def test_what_is_gone_there_is_not_dropped_over_ones_own_work() -> None:
    """A node that was replaced here is marked as changed on both sides."""
    upstream = revise(BASE, Drop("retention", because="x"), Drop("housing", because="x"))
    mine = revise(BASE, Replace(pm.evolve(retention, title="働き続ける支援")), id="mine")
    found = drift(mine, upstream)
    items = {it.key: it for it in found}
    assert items["retention"].both
    assert [it.key for it in found.clear] == ["housing"]
    assert isinstance(items["retention"].edit, Drop)
    dropped = revise(BASE, Drop("retention", because="x"), Drop("housing", because="y"), id="mine")
    assert not drift(dropped, upstream)


def test_moves_are_followed_where_the_place_is_here() -> None:
    """Moved there and untouched here is proposed; moved on both sides is marked."""
    upstream = revise(BASE, Move("matching", under="homes", before="housing"))
    item = one(drift(FORK, upstream, base=BASE))
    assert (item.key, item.then, item.now) == ("matching.parent", "work", "homes")
    plan, record = settle(FORK, upstream)
    assert plan.parent("matching").id == "homes"
    assert not drift(plan, upstream, record=record)
    mine = revise(BASE, Drop("homes", because="x"), id="mine")
    assert one(drift(mine, upstream)).edit is None


def test_a_thing_renamed_there_keeps_its_id_here() -> None:
    """Accepting the new name goes on with the link under the id that one's own figures use."""
    upstream = revise(
        BASE, Drop("matching", because="x"), Add(pm.evolve(matching, id="pairing"), under="work")
    )
    found = drift(FORK, upstream)
    item = one(found)
    assert (item.key, item.change, item.now) == ("matching", "renamed", "pairing")
    record = Record(FORK.derived_from)  # type: ignore[arg-type]
    done = decide(found, record, accept=[item])
    assert done.plan["matching"].title == "マッチング"
    assert not drift(done.plan, upstream, record=done.record)
    later = revise(upstream, Amend("pairing", {"measured_by": [employment]}))
    (next_item,) = drift(done.plan, later, record=done.record)
    assert next_item.key == "matching.measured_by"
    refused = decide(found, record, reject=[item])
    assert not drift(refused.plan, upstream, record=refused.record)


def test_another_order_is_told_once() -> None:
    """Orders stay local; seen once, the same order is not told again."""
    upstream = revise(BASE, Move("retention", under="work", after="matching"))
    found = drift(FORK, upstream, base=BASE)
    assert one(found).key == "work.order"
    assert not drift(FORK, upstream)
    done = decide(found, Record(FORK.derived_from), reject=found.items, base=BASE)  # type: ignore[arg-type]
    assert not drift(done.plan, upstream, record=done.record, base=done.base)


def test_a_kind_that_changed_is_taken_over_with_ones_own_figures() -> None:
    """A flow becomes a running total; baseline and targets stay."""
    new = pm.Cumulative("employment", "支援件数", unit="件", department=industry)
    upstream = revise(
        BASE, Replace(pm.evolve(new, baseline=employment.baseline, targets=employment.targets))
    )
    plan, record = settle(FORK, upstream)
    assert isinstance(plan["employment"], pm.Cumulative)
    assert plan["employment"].targets == employment.targets
    assert not drift(plan, upstream, record=record)


# --- both sides, deciding --------------------------------------------------------------------


def test_both_sides_changed_is_marked_and_both_alike_is_no_news() -> None:
    """Whoever set another unit here must say so to lose it."""
    upstream = revise(BASE, Amend("employment", {"unit": "社"}))
    mine = revise(BASE, Amend("employment", {"unit": "人"}), id="mine")
    found = drift(mine, upstream)
    assert found.both == found.items
    assert not found.clear
    alike = revise(BASE, Amend("employment", {"unit": "社"}), id="alike")
    assert not drift(alike, upstream)


def test_what_was_rejected_comes_back_only_when_it_changes_again() -> None:
    """The second change is news, and its old value is the one that was rejected."""
    upstream = revise(BASE, Amend("employment", {"unit": "社"}))
    record = Record(FORK.derived_from)  # type: ignore[arg-type]
    found = drift(FORK, upstream, base=BASE)
    done = decide(
        found, record, reject=found.items, base=BASE, on=dt.date(2026, 4, 1), because="合わない"
    )
    assert done.plan["employment"].unit == "件"
    assert done.record.decisions[0].because == "合わない"
    assert not drift(FORK, upstream, record=done.record)
    third = revise(BASE, Amend("employment", {"unit": "人"}))
    item = one(drift(done.plan, third, record=done.record, base=done.base))
    assert (item.then, item.now) == ("社", "人")
    back = (
        one(drift(done.plan, BASE, record=done.record))
        if drift(done.plan, BASE, record=done.record)
        else None
    )
    assert back is None


def test_a_choice_that_means_nothing_is_refused() -> None:
    """Unknown keys get a hint; what has nothing to accept, or is decided both ways, is told."""
    upstream = revise(BASE, Amend("employment", {"unit": "社", "title": "件数"}))
    found = drift(FORK, upstream)
    record = Record(FORK.derived_from)  # type: ignore[arg-type]
    assert {it.key for it in chosen(found, ["employment"])} == {
        "employment.unit",
        "employment.title",
    }
    with pytest.raises(UsageError, match=r"did you mean employment\.unit") as caught:
        chosen(found, ["employment.unti", "nothing"])
    assert len(caught.value.problems) == 2
    with pytest.raises(UsageError, match="cannot be accepted"):
        decide(found, record, accept=chosen(found, ["employment.title"]))
    with pytest.raises(UsageError, match="both accepted and rejected"):
        decide(found, record, accept=found.proposed, reject=found.proposed)


def test_a_plan_made_from_nothing_has_no_drift() -> None:
    """It says so instead of comparing."""
    with pytest.raises(UsageError, match="not made from another plan"):
        drift(BASE, BASE)


# --- forks of forks --------------------------------------------------------------------------


def test_a_fork_of_a_fork_hears_of_its_own_parent() -> None:
    """What the middle one takes over from the first is news for the last."""
    last = revise(FORK, id="last")
    upstream = revise(BASE, Amend("employment", {"unit": "社"}))
    assert not drift(last, FORK)
    middle, _ = settle(FORK, upstream)
    assert keys(drift(last, middle)) == ["employment.unit"]
    told = drift(last, upstream)
    assert any("'fork'" in str(note) and "'base'" in str(note) for note in told.notes)


def test_items_are_told_in_both_languages_and_as_data() -> None:
    """One line each; JSON names rule, values and proposal."""
    upstream = revise(BASE, Amend("employment", {"unit": "社"}), Drop("housing", because="x"))
    found = drift(FORK, upstream, base=BASE)
    assert [it.in_language("en") for it in found] == [
        "employment.unit 支援件数 [changed there, indicator, unit]",
        "housing 住まいの確保 [gone there, section or measure]",
    ]
    assert "変更" in found.items[0].in_language("ja")
    assert found.line(found.items[1], "ja") == "housing 住まいの確保 [廃止、取組]"
    data = found.to_dict()
    assert data["items"][0]["rule"] == "follow"
    assert data["items"][0]["then"] == "件"
    assert data["changed_here"] == []


def test_the_shipped_plan_drifts_as_any_other(checkout: Path) -> None:
    """A new edition of the example: one unit, one measure, one title."""
    hyogo = pm.load(checkout / "examples/hyogo_5th")
    fork = revise(hyogo, id="tottori-2nd", issuer=TOTTORI)
    upstream = revise(
        hyogo,
        Amend("retention", {"title": "職場に定着する支援"}),
        Add(
            pm.evolve(hyogo["retention"], id="follow-up", title="離職後の支援"),
            under="probationers",
        ),
        version="2",
    )
    found = drift(fork, upstream, base=hyogo)
    assert set(keys(found)) == {"retention.title", "follow-up"}
    plan, record = settle(fork, upstream)
    assert is_undecided(plan["follow-up"].not_stated("departments"))
    assert not drift(plan, upstream, record=record).proposed


def test_pointers_and_texts_are_called_by_the_names_used_here() -> None:
    """Renaming reaches ids, pointers, descriptions and translations, and leaves the rest."""
    from planmodel.dsl.drifting.renaming import with_ids

    plan = pm.evolve(BASE, translations=[pm.Translation("en", titles={"retention": "Stay"})])
    other = with_ids(plan, {"retention": "stay", "employment": "jobs"})
    assert "stay" in other
    assert "retention" not in other
    assert other.sections[0].measured_by == (Ref("indicator", "jobs"),)
    assert other.prose[0].of == "stay"
    assert other.translations[0].titles == (("stay", "Stay"),)
    assert with_ids(other, {"stay": "retention", "jobs": "employment"}) == plan
    assert with_ids(plan, {}) is plan


def test_edits_that_do_not_go_together_are_refused() -> None:
    """A proposal from an older look at the plan is not applied by half."""
    upstream = revise(BASE, Add(pm.Law("law", "法")))
    found = drift(FORK, upstream)
    taken = revise(FORK, Add(pm.Law("law", "別の法")))
    import attrs

    stale = attrs.evolve(found, derived=taken)
    with pytest.raises(ModelError, match="already in the plan"):
        decide(stale, Record(FORK.derived_from), accept=stale.items)  # type: ignore[arg-type]
