"""Comparing plans: nothing is missed, nothing is invented."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

import planmodel as pm
from dsl.plan_makers import SLOW, plans
from planmodel.dsl.comparing import changes
from planmodel.dsl.edits import Add, Amend, Drop, Move, Replace
from planmodel.dsl.fingerprints import fingerprint, fingerprints, marks
from planmodel.dsl.revising import revise
from planmodel.dsl.showing import plain
from planmodel.dsl.wording import shown
from planmodel.reports import render_changes_markdown
from planmodel.text import in_language

national = pm.Benchmark("national", "全国平均", unit="%")
TARGETS = (
    pm.AtLeast("2,500グループ", pm.FiscalYear(2021)),
    pm.AtLeast("93%", pm.FiscalYear(2021), strict=True),
    pm.AtMost("16%", pm.FiscalYear(2023)),
    pm.AtMost("757人", pm.FiscalYear(2023), strict=True),
    pm.Between("40%", "60%", pm.FiscalYear(2023)),
    pm.Relative("20%減", pm.FiscalYear(2023), stated="757人"),
    pm.Relative("前年度比増", pm.FiscalYear(2023)),
    pm.AgainstBenchmark(national, pm.FiscalYear(2021)),
    pm.AgainstBenchmark(national, pm.FiscalYear(2021), side="at_most"),
    pm.AllOf(national, pm.FiscalYear(2021)),
    pm.Milestone("設置", pm.FiscalYear(2020)),
    pm.Rank(1, "東北", pm.FiscalYear(2020)),
    pm.NoNumber("数値目標は設定しない", pm.NotStated("期限なし")),
    pm.AtLeast(1, pm.FiscalYear(2021), printed="全市町村"),
)
rate = pm.Stock("rate", "解消率", unit="%", benchmarks=(national,), targets=TARGETS)
one, two = pm.Topic("t1", "一"), pm.Topic("t2", "二")
m, n, o = (pm.Measure(key, "取組") for key in "mno")
AGAIN = pm.Relisted(m)
BASE = pm.Plan(
    "base",
    "計画",
    period=pm.FiscalYear(2019),
    indicators=[rate],
    axes=[pm.Axis("axis", "柱", topics=(one, two))],
    sections=[
        pm.Action("a", "行動")[pm.Pillar("p", "柱")[m, n]],
        pm.Action("b", "行動")[pm.Pillar("q", "柱")[o]],
    ],
)


@SLOW
@given(plans())
def test_a_plan_does_not_differ_from_itself(plan: pm.Plan[Any]) -> None:
    """No change, and equal fingerprints, between a plan and an equal one."""
    again = pm.evolve(plan)
    assert not changes(plan, again)
    assert fingerprints(plan) == fingerprints(again)


@SLOW
@given(plans(largest=4), plans(largest=4))
def test_what_is_the_other_way_round_is_found_the_other_way_round(
    old: pm.Plan[Any], new: pm.Plan[Any]
) -> None:
    """Added one way is removed the other way; what changed is the same."""
    there, back = changes(old, new), changes(new, old)
    assert {it.id for it in there.of("added")} == {it.id for it in back.of("removed")}
    assert {it.id for it in there.of("changed")} == {it.id for it in back.of("changed")}
    assert {it.id for it in there.of("moved")} == {it.id for it in back.of("moved")}


@SLOW
@given(plans(largest=4), plans(largest=4))
def test_fingerprints_differ_where_fields_differ(old: pm.Plan[Any], new: pm.Plan[Any]) -> None:
    """A thing of both plans has the same fingerprint exactly where nothing of it changed."""
    differing = {it.id for it in changes(old, new) if it.kind in ("changed", "moved")}
    before, after = dict(fingerprints(old)), dict(fingerprints(new))
    assert {key for key in before.keys() & after.keys() if before[key] != after[key]} == differing


@SLOW
@given(plans(largest=4), plans(largest=4))
def test_changes_are_json(old: pm.Plan[Any], new: pm.Plan[Any]) -> None:
    """Whatever differs can be written as JSON and shown in both languages."""
    found = changes(old, new)
    assert len(json.loads(json.dumps(found.to_dict()))["changes"]) == len(found)
    for language in ("en", "ja"):
        assert len(found.rows(language)) >= len(found)


def test_a_fingerprint_tells_which_field_changed() -> None:
    """The hashes of the other fields stay."""
    one = pm.Measure("m", "取組", note="x")
    two = pm.evolve(one, title="別の取組")
    before, after = marks(fingerprint(one)), marks(fingerprint(two))
    assert before.keys() == after.keys() == {"title", "note", "word"}
    assert [name for name in before if before[name] != after[name]] == ["title"]


def test_a_fingerprint_does_not_change_with_the_digits_of_an_equal_number() -> None:
    """95.10 and 95.1 are equal, and so are their fingerprints."""
    one = pm.Stock("s", "率", unit="%", baseline=pm.Baseline(95.10, pm.FiscalYear(2017)))
    two = pm.Stock("s", "率", unit="%", baseline=pm.Baseline("95.1", pm.FiscalYear(2017)))
    assert one == two
    assert fingerprint(one) == fingerprint(two)


def test_a_fingerprint_is_the_same_everywhere() -> None:
    """A figure noted down from another run and machine still holds."""
    assert fingerprint(pm.Measure("m", "住まい🏠")) == "title:13abd5d7cd word:96d1c74c17"


def test_another_kind_of_indicator_is_a_change() -> None:
    """A stock that becomes a flow is not the same indicator."""
    flow = pm.Flow("rate", "解消率", unit="%", benchmarks=(national,), targets=TARGETS)
    found = changes(BASE, revise(BASE, Replace(flow)))
    assert [it.name for it in found.items[0].fields] == ["kind"]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (revise(BASE, Move("n", under="p", before="m")), [("reordered", "p")]),
        (revise(BASE, Move("a", after="b")), [("reordered", "plan")]),
        (revise(BASE, Move("n", under="q")), [("moved", "n")]),
        (
            revise(BASE, Replace(pm.Axis("axis", "柱", topics=(two, one)))),
            [("reordered", "axis")],
        ),
        (
            revise(BASE, Replace(pm.Pillar("q", "柱")[o, AGAIN])),
            [("reordered", "q")],
        ),
        (revise(BASE, Move("n", under="q"), Amend("n", {"title": "x"})), [("moved", "n")]),
        (revise(BASE, id="other", version="2"), [("changed", "plan")]),
        (revise(BASE, id="other"), []),
    ],
)
def test_each_kind_of_change_is_told(after: pm.Plan[Any], expected: list[tuple[str, str]]) -> None:
    """Order, place, fields: each is told as what it is, and once."""
    assert [(it.kind, it.id) for it in changes(BASE, after)] == expected


def test_targets_are_shown_in_words() -> None:
    """Every form of a target reads as a plan would print it."""
    assert [shown(it, BASE, "ja") for it in TARGETS] == [
        "2,500グループ以上（2021年度）",
        "93%超（2021年度）",
        "16%以下（2023年度）",
        "757人未満（2023年度）",
        "40%以上60%以下（2023年度）",
        "20%減（757人）（2023年度）",
        "前年度比増（2023年度）",
        "全国平均以上（2021年度）",
        "全国平均以下（2021年度）",
        "全国平均のすべて（2021年度）",
        "設置（2020年度）",
        "東北1位（2020年度）",
        "数値目標は設定しない（期限なし）",
        "全市町村（2021年度）",
    ]
    assert shown(TARGETS[0], BASE, "en") == "at least 2,500グループ (FY2021)"


def test_rows_are_a_table_of_old_and_new() -> None:
    """A row names the thing, the field in words, and both values."""
    after = revise(
        BASE,
        Amend("m", {"title": "見守り", "is_new": True}),
        Drop("b", because="統合"),
        Add(pm.Measure("new", "新規"), under="p"),
    )
    rows = changes(BASE, after).rows("ja")
    assert [(it.change, it.what, it.number, it.field, it.old, it.new) for it in rows] == [
        ("変更", "取組", "■", "名称", "取組", "見守り"),
        ("変更", "取組", "■", "新規", "いいえ", "はい"),
        ("追加", "取組", "■", "", "", "新規（柱）"),
        ("削除", "行動", "行動2", "", "行動", ""),
        ("削除", "行動の柱", "ア", "", "柱（行動）", ""),
        ("削除", "取組", "■", "", "取組（柱）", ""),
    ]
    assert str(changes(BASE, after).items[0].in_language("en")) == "changed: m 見守り [title, new]"


def test_plain_values_lose_nothing_that_is_said() -> None:
    """Objects become what they say, under the name of their class."""
    assert plain(rate.targets[7]) == {
        "type": "AgainstBenchmark",
        "benchmark": "national",
        "period": "FY2021",
    }
    assert plain(pm.NotStated("未定")) == {"not_stated": "未定"}
    assert plain(pm.Baseline("2,329グループ*", pm.FiscalYear(2017)))["amount"]["number"] == "2329"


def test_the_reason_of_an_edit_stands_beside_the_change() -> None:
    """A plan knows why it differs from the one it was made from, also read from its document."""
    after = revise(
        BASE,
        Amend("m", {"title": "見守り"}, because="語の統一"),
        Drop("b", because="事業終了のため"),
        Add(pm.Measure("new", "新規"), under="p", because="審議会の意見"),
        Amend("n", {"note": "x"}),
        id="next",
    )
    for plan in (after, pm.from_json(pm.to_json(after))):
        found = changes(BASE, plan)
        reasons = {it.id: str(it.because) for it in found if it.because}
        assert reasons == {
            "m": "語の統一",
            "b": "事業終了のため",
            "q": "事業終了のため",
            "o": "事業終了のため",
            "new": "審議会の意見",
        }
        rows = [(it.field, it.new) for it in found.rows("ja") if it.id == "m"]
        assert rows == [("名称", "見守り"), ("理由", "語の統一")]
        page = render_changes_markdown(found, language="ja")
        assert "事業終了のため" in page
        assert '"because": "審議会の意見"' in json.dumps(found.to_dict(), ensure_ascii=False)


def test_why_an_indicator_was_replaced_is_told() -> None:
    """On both sides: what it takes the place of, and what takes its place."""
    number = pm.Flow("number", "件数", unit="件", replaces=[pm.Lineage("rate", "分母が動くため")])
    after = revise(BASE, Drop("rate", because="置き換え"), Add(number))
    reasons = {it.id: it.because for it in changes(BASE, after) if it.because}
    assert in_language(reasons["number"], "ja") == "「解消率」に代わるもの: 分母が動くため"
    assert in_language(reasons["rate"], "ja") == "「件数」に置き換え: 分母が動くため"


def test_an_edit_says_itself() -> None:
    """Printed, it is a sentence with its reason and no code."""
    assert str(Drop("m", because="終了")) == "drop m (終了)"
    assert Amend("m", {"title": "x"}, because="統一").in_language("ja") == "mを修正: 名称（統一）"
