"""What was decided about changes of the other plan, and what happens to it later."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import planmodel as pm
from dsl.plan_makers import SLOW, plans
from planmodel.dsl.derivations import Record
from planmodel.dsl.drifting import decide, drift
from planmodel.dsl.drifting.items import Drift
from planmodel.dsl.edits import Add, Amend, Drop, Edit, Move, Replace
from planmodel.dsl.fingerprints import mark
from planmodel.dsl.revising import revise
from planmodel.dsl.source.adopted import adopted_source
from planmodel.errors import ModelError
from planmodel.model.indicators import Indicator
from planmodel.text import in_language

UNDECIDED = pm.NotStated("未定。兵庫県: 3回")
OWN = pm.Baseline("2回", pm.FiscalYear(2020))
meetings = pm.Flow("meetings", "会議の回数", unit="回")
visits = pm.Measure("visits", "訪問")
talks = pm.Measure("talks", "相談")
BASE = pm.Plan(
    "base",
    "計画",
    period=pm.FiscalYear(2019),
    indicators=[meetings],
    sections=[pm.Action("work", "就労")[pm.Pillar("jobs", "就労支援")[visits, talks]]],
    version="1",
)
FORK = revise(BASE, id="fork")


def items(found: Drift) -> dict[str, Any]:
    """What was found, by key."""
    return {it.key: it for it in found}


def taken(
    upstream: pm.Plan[Any], plan: pm.Plan[Any] = FORK, *keys: str
) -> tuple[tuple[Edit, ...], pm.Plan[Any], Record]:
    """The edits, the plan and the record after accepting *keys* (or everything proposed)."""
    assert plan.derived_from is not None
    found = drift(plan, upstream)
    accept = [it for it in found.proposed if not keys or it.key in keys]
    done = decide(found, Record(plan.derived_from), accept=accept)
    return done.edits, done.plan, done.record


def test_a_figure_written_later_wins_over_what_was_accepted_before() -> None:
    """The accepted baseline was to fill an empty place, and the place is empty no more."""
    upstream = revise(BASE, Amend("meetings", {"baseline": UNDECIDED}))
    edits, plan, _ = taken(upstream)
    assert plan["meetings"].baseline is not None
    written = revise(FORK, Amend("meetings", {"baseline": OWN}))
    later = revise(written, *edits, lenient=True)
    assert later["meetings"].baseline == OWN
    assert not [it for it in pm.check(later) if it.code == "PM112"]


def test_a_change_of_kind_sets_the_kind_and_nothing_else() -> None:
    """Unit, figures and words that are written later are those of the indicator."""
    total = pm.Cumulative("meetings", "会議の回数", unit="回")
    edits, plan, _ = taken(revise(BASE, Replace(total)))
    assert isinstance(plan["meetings"], pm.Cumulative)
    (edit,) = edits
    assert isinstance(edit, Amend)
    assert dict(edit.fields) == {"kind": "cumulative"}
    written = revise(FORK, Amend("meetings", {"baseline": OWN, "unit": "件", "title": "開催"}))
    later = revise(written, *edits, lenient=True)
    assert isinstance(later["meetings"], pm.Cumulative)
    assert (later["meetings"].baseline, later["meetings"].unit) == (OWN, "件")


def test_what_is_open_is_told_where_it_is_written() -> None:
    """An accepted change of one field does not move the others into another file."""
    upstream = revise(BASE, Amend("meetings", {"unit": "件"}))
    edits, plan, _ = taken(upstream)
    assert plan["meetings"].origin == FORK["meetings"].origin
    (edit,) = edits
    assert isinstance(edit, Amend)
    assert edit.was == (("unit", "回"),)


def test_what_was_left_as_it_is_here_is_remembered() -> None:
    """A change of a title that was rejected stands by its field, until a later one is taken."""
    assert FORK.derived_from is not None
    there = revise(BASE, Amend("visits", {"title": "家庭訪問"}), Amend("meetings", {"unit": "件"}))
    found = drift(FORK, there)
    done = decide(found, Record(FORK.derived_from), reject=tuple(found))
    assert done.record.derivation.left == (
        ("meetings", f"unit:{mark('回')}"),
        ("visits", f"title:{mark('訪問')}"),
    )
    assert done.plan.derived_from == done.record.derivation
    later = revise(there, Amend("meetings", {"unit": "人"}))
    again = drift(done.plan, later, record=done.record)
    after = decide(again, done.record, accept=tuple(again))
    assert after.record.derivation.left == (("visits", f"title:{mark('訪問')}"),)


def test_what_the_other_plan_does_not_state_is_to_be_decided_here() -> None:
    """Why another issuer's document is silent below a new section is not said of this plan's."""
    theirs = pm.evolve(BASE, issuer=pm.Issuer("兵庫県"))
    ours = pm.evolve(revise(theirs, id="fork"), issuer=pm.Issuer("鳥取県"))
    silent = pm.Pillar("online", "オンライン相談")[pm.NotStated("抜粋にない")]
    there = revise(theirs, Add(silent, under="work"))
    _, plan, _ = taken(there, ours)
    assert plan["online"].not_stated("children") == pm.NotStated("未定")
    _, same, _ = taken(there, pm.evolve(ours, issuer=pm.Issuer("兵庫県")))
    assert same["online"].not_stated("children") == pm.NotStated("抜粋にない")


@pytest.mark.parametrize("neighbor", [{"before": "meetings"}, {"after": "meetings"}])
def test_a_new_indicator_stands_where_it_stands_there(neighbor: dict[str, str]) -> None:
    """What comes first there comes first here, and no change of order is left to decide."""
    first = pm.Flow("booklets", "手引書", unit="部")
    there = revise(BASE, Add(first, **neighbor))
    assert FORK.derived_from is not None
    found = drift(FORK, there, base=BASE)
    done = decide(found, Record(FORK.derived_from), accept=found.proposed, base=BASE)
    assert [it.id for it in done.plan.indicators] == [it.id for it in there.indicators]
    assert done.base is not None
    assert not drift(done.plan, there, record=done.record, base=done.base)


@SLOW
@given(plans(), st.data())
def test_what_is_written_by_hand_is_never_hidden(base: pm.Plan[Any], data: st.DataObject) -> None:
    """Whatever was accepted of an indicator, a figure that is written later stands."""
    indicators = [it for it in base.index.entities.values() if isinstance(it, Indicator)]
    if not indicators:
        return
    one = data.draw(st.sampled_from(indicators))
    fork = revise(base, id="fork")
    there = data.draw(
        st.sampled_from(
            [{"unit": "社"}, {"baseline": pm.Baseline(7, pm.FiscalYear(2001))}, {"baseline": None}]
        )
    )
    edits, _, _ = taken(revise(base, Amend(one.id, there)), fork)
    mine: dict[str, Any] = {"unit": "世帯", "baseline": pm.Baseline("123世帯", pm.FiscalYear(2001))}
    written = revise(fork, Amend(one.id, mine))
    later = revise(written, *edits, lenient=True)
    assert later[one.id] == written[one.id]


def test_what_cannot_come_holds_back_only_what_needs_it() -> None:
    """A measure that moved into a level that is not here is told; all the rest can be taken."""
    there = pm.evolve(
        FORK,
        id="base",
        derived_from=None,
        version="2",
        indicators=[pm.evolve(meetings, unit="件")],
        sections=[
            pm.Action("work", "就労")[
                pm.Pillar("jobs", "就労支援")[pm.MeasureGroup("group", "群")[visits], talks]
            ]
        ],
    )

    class Flat(pm.Section[pm.Measure], word="柱"): ...

    class Top(pm.Section[Flat], word="大柱"): ...

    class Ours(pm.Plan[Top], word="計画"): ...

    mine = Ours(
        "ours",
        "計画",
        period=pm.FiscalYear(2019),
        indicators=[meetings],
        sections=[Top("work", "就労")[Flat("jobs", "就労支援")[visits, talks]]],
        derived_from=FORK.derived_from,
    )
    found = drift(mine, there)
    by_key = items(found)
    assert by_key["group"].edit is None
    assert by_key["visits.parent"].edit is None
    assert "group" in str(by_key["visits.parent"].why)
    assert [it.key for it in found.clear] == ["meetings.unit"]
    _, plan, _ = taken(there, mine)
    assert plan["meetings"].unit == "件"


def test_something_new_that_was_rejected_comes_back_when_it_changes() -> None:
    """Title, place or unit: the new thing is proposed again as it is by then, and only then."""
    count = pm.Flow("count", "件数", unit="件")
    upstream = revise(BASE, Add(pm.Measure("new", "新しい取組"), under="jobs"), Add(count))
    found = drift(FORK, upstream)
    assert FORK.derived_from is not None
    done = decide(found, Record(FORK.derived_from), reject=tuple(found))
    assert not drift(done.plan, upstream, record=done.record)
    changed = revise(
        upstream, Amend("new", {"title": "改めた取組"}), Amend("count", {"unit": "人"})
    )
    again = drift(done.plan, changed, record=done.record)
    assert sorted(items(again)) == ["count", "new"]
    assert all(it.change == "added" and it.edit is not None for it in again)
    rejected = decide(again, done.record, reject=tuple(again))
    assert not drift(rejected.plan, changed, record=rejected.record)
    accepted = decide(again, done.record, accept=tuple(again))
    assert accepted.plan["new"].title == "改めた取組"
    assert not drift(accepted.plan, changed, record=accepted.record)


def test_what_was_dropped_here_stays_gone() -> None:
    """A change of something that this plan took out itself is nobody's concern."""
    mine = revise(FORK, Drop("talks", because="不要"))
    assert not drift(mine, revise(BASE, Amend("talks", {"note": "x"})))


def test_a_new_unit_is_not_taken_over_figures_in_the_old_one() -> None:
    """It is marked as changed here as well, so that only who names it takes it."""
    mine = revise(FORK, Amend("meetings", {"baseline": OWN}))
    found = drift(mine, revise(BASE, Amend("meetings", {"unit": "件"})))
    (item,) = found
    assert item.both
    assert item.can_be_accepted
    assert not found.clear


def test_only_what_was_changed_here_counts_as_such() -> None:
    """An order that nobody changed here did not change here, and a rejection changes nothing."""
    upstream = revise(BASE, Move("talks", under="jobs", before="visits"))
    found = drift(revise(FORK, Add(pm.Measure("own", "独自"), under="jobs")), upstream, base=BASE)
    assert [(it.key, it.both) for it in found] == [("jobs.order", False)]
    new = revise(
        BASE, Add(pm.Measure("new", "新"), under="jobs"), Amend("visits", {"title": "巡回"})
    )
    first = drift(FORK, new, base=BASE)
    assert FORK.derived_from is not None
    done = decide(first, Record(FORK.derived_from), reject=tuple(first), base=BASE)
    after = drift(done.plan, new, record=done.record, base=done.base)
    assert not after
    assert not after.local


def test_the_reason_of_a_decision_stands_in_the_edit() -> None:
    """The edit says why it was accepted, and where it comes from."""
    assert FORK.derived_from is not None
    found = drift(FORK, revise(BASE, Amend("meetings", {"unit": "件"}), version="2"))
    done = decide(found, Record(FORK.derived_from), accept=tuple(found), because="国に合わせる")
    assert [it.because for it in done.edits] == ["国に合わせる (base 2)"]


def test_edits_about_what_is_gone_do_nothing() -> None:
    """Who deletes a thing of their own plan has deleted it, whatever was taken over about it."""
    edits: tuple[Edit, ...] = (
        Add(pm.Measure("new", "新"), under="jobs", after="talks"),
        Amend("talks", {"title": "面談"}, was={"title": "相談"}),
        Move("talks", under="jobs", before="visits"),
        Drop("talks", because="base 2"),
    )
    bare = revise(FORK, Drop("talks", because="不要"))
    plan = revise(bare, *edits, lenient=True)
    assert [it.id for it in plan["jobs"].children] == ["visits", "new"]
    with pytest.raises(ModelError):
        revise(bare, *edits)


def test_what_somebody_wrote_wins_over_an_addition_of_the_same_id() -> None:
    """An accepted addition stands aside for one's own thing, and what follows still holds."""
    edit = Add(pm.Measure("new", "新"), under="jobs")
    own = revise(FORK, Add(pm.Measure("new", "自県の取組"), under="jobs", before="visits"))
    after = revise(own, edit, Amend("visits", {"title": "家庭訪問"}), lenient=True)
    assert [it.title for it in after["jobs"].children] == ["自県の取組", "家庭訪問", "相談"]
    with pytest.raises(ModelError, match="already in the plan"):
        revise(own, edit)


def test_an_edit_that_cannot_be_applied_is_named_by_its_line() -> None:
    """The place is the edit's own, and a hint says what to do."""
    edit = Add(pm.Measure("new", "新"), under="gone")
    with pytest.raises(ModelError) as caught:
        revise(FORK, edit, lenient=True)
    (problem,) = caught.value.problems
    assert problem.where.startswith(f"{edit.origin} Add")
    assert problem.hint


def test_something_written_by_hand_inside_of_what_was_added_is_told_with_a_way_out() -> None:
    """A section that was taken over holds an id that somebody has written since."""
    edit = Add(pm.Pillar("care", "支援")[pm.Measure("new", "新")], under="work")
    own = revise(FORK, Add(pm.Measure("new", "自県の取組"), under="jobs"))
    with pytest.raises(ModelError, match="new is already in the plan") as caught:
        revise(own, edit, lenient=True)
    (problem,) = caught.value.problems
    assert problem.where.startswith(str(edit.origin))
    assert "take it out of this edit" in str(problem.hint)
    assert "識別子を変える" in in_language(problem.hint, "ja")


def test_the_guard_is_written_with_the_edit() -> None:
    """What is taken over says in its module what it was taken over from."""
    edits, plan, _ = taken(revise(BASE, Amend("meetings", {"unit": "件"})))
    code = adopted_source(plan, edits, "fork")
    assert 'was={"unit": "回"}' in code.replace("\n", "")
    assert attrs.has(type(edits[0]))
