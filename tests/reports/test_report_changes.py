"""The table of changes: every difference, before and after, in both forms."""

from __future__ import annotations

from attrs import evolve

from planmodel import AtLeast, FiscalYear, Issuer, Measure, Role
from planmodel import evolve as changed
from planmodel.dsl.change_words import has_entries
from planmodel.dsl.comparing import Changes, changes
from planmodel.dsl.edits import Add, Drop, Move, Replace
from planmodel.dsl.revising import revise
from planmodel.reports import render_changes_html, render_changes_markdown
from planmodel.reports.changes import build_changes
from report_samples import HOSTILE, small_plan


def revised() -> Changes:
    """The small plan and a revision of it with a change of every kind."""
    plan = small_plan()
    new = revise(
        plan,
        Replace(changed(plan.indicators[0], targets=[AtLeast("70件", FiscalYear(2021))])),
        Add(Measure("added", HOSTILE), under="ties"),
        Drop("unassigned", because="終わった"),
        Move("visit", under="ties"),
        id="small-2",
        title="安全計画（改定）",
    )
    return changes(plan, new)


def test_every_difference_has_its_row() -> None:
    """Rows come in the order of the differences, each with its kind in words."""
    found = revised()
    view = build_changes(found)
    assert len(view.rows) == len(found)
    assert {"追加", "削除", "変更", "移動"} <= {row.kind for row in view.rows}


def test_before_and_after_are_printed() -> None:
    """A changed target shows the old and the new one; a moved measure its two places."""
    rows = {row.title.text: row for row in build_changes(revised()).rows}
    lines = {line.name: line for line in rows["雇用の件数"].lines}
    assert (lines["目標"].old.text, lines["目標"].new.text) == (
        "60件以上 (2021年度)",
        "70件以上 (2021年度)",
    )
    moved = next(row for row in build_changes(revised()).rows if row.kind == "移動")
    assert (moved.lines[0].old.text, moved.lines[0].new.text) == (
        "ア 就労の支援",
        "イ つながりを保つ",
    )


def test_both_forms_show_them() -> None:
    """HTML and Markdown hold both sides, and hostile words stay words."""
    page, text = render_changes_html(revised()), render_changes_markdown(revised())
    for made in (page, text):
        assert "60件以上" in made
        assert "70件以上" in made
    assert "<script" not in page
    assert "\n\n## b" not in text
    assert "新旧対照表" in page
    assert "Table of changes" in render_changes_html(revised(), language="en")


def test_equal_plans_differ_in_nothing() -> None:
    """The same plan twice says so in a sentence."""
    same = changes(small_plan(), evolve(small_plan()))
    assert "違いはない" in render_changes_html(same)
    assert "違いはない" in render_changes_markdown(same)


def test_plans_of_two_issuers_are_not_before_and_after() -> None:
    """The columns are called by the issuers, and nothing reads as abolished."""
    one = changed(small_plan(), issuer=Issuer("兵庫県"))
    other = revise(one, Drop("unassigned", because="対象外"), id="other", issuer=Issuer("鳥取県"))
    for made in (
        render_changes_html(changes(one, other)),
        render_changes_markdown(changes(one, other)),
    ):
        assert "兵庫県のみ" in made
        assert not any(word in made for word in ("削除", "追加", "変更前", "変更後"))
    view = build_changes(changes(one, other))
    assert (view.labels["old"], view.labels["new"]) == ("兵庫県", "鳥取県")
    edition = revise(one, Drop("unassigned", because="終了"), id="next")
    assert "削除" in render_changes_html(changes(one, edition))


def test_an_entry_of_a_list_has_a_line() -> None:
    """Who does what is read one below the other; a list of names stays in its line."""
    plan = small_plan()
    roles = [Role("県", "調整する"), Role("市町", "支援する")]
    found = changes(plan, changed(plan, roles=roles))
    assert "県: 調整する\n市町: 支援する" in [it.new for it in found.rows("ja")]
    assert "調整する<br>市町: 支援する" in render_changes_markdown(found, language="ja")
    assert "調整する\n市町: 支援する" in render_changes_html(found, language="ja")
    assert not has_entries(("県", "市町"))
