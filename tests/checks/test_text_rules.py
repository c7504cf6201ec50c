"""Words that were taken over, and indicators that nothing is measured by."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import planmodel as pm
from planmodel import Amend, check, revise
from planmodel.dsl.fingerprints import mark

patrol = pm.Measure("patrol", "巡回")
BASE = pm.Plan(
    "fifth",
    "第5期計画",
    period=pm.FiscalYear(2021),
    partners=[pm.Partner("police", "警察", role="巡回する")],
    sections=[pm.Action("a", "見守り")[patrol]],
    prose=[pm.Prose("patrol", "地域を巡る。")],
    translations=[
        pm.Translation(
            "en",
            titles=(("plan", "Fifth plan"), ("patrol", "Patrols"), ("police", "Police")),
            prose=(("patrol", "People walk around."),),
        )
    ],
)


def former(plan: pm.Plan[Any]) -> list[tuple[str, str]]:
    """What PM403 is about, and which texts it names."""
    found = check(plan, select=["PM403"])
    told = [(it.about, it.message.in_language("en").partition("its ")[2]) for it in found]
    return sorted(told)


def test_every_text_that_was_left_behind_is_named() -> None:
    """Description, translated title and translated description, of whatever has a title."""
    plan = revise(
        BASE,
        Amend("patrol", {"title": "防犯カメラ"}),
        Amend("police", {"name": "県警察"}),
        id="sixth",
        title="第6期計画",
    )
    assert former(plan) == [
        (
            "patrol",
            "description, description (English), title (English) are still as taken over",
        ),
        ("police", "title (English) is still as taken over"),
        ("sixth", "title (English) is still as taken over"),
    ]


@pytest.mark.parametrize(
    "edit",
    [
        Amend("patrol", {"note": "新規"}),
        Amend(
            "patrol", {"title": "防犯", "title.en": "Cameras", "prose": "守る。", "prose.en": "-"}
        ),
        Amend("patrol", {"title": "防犯", "title.en": None, "prose": None, "prose.en": None}),
    ],
)
def test_who_leaves_the_title_or_mends_the_words_hears_nothing(edit: Amend) -> None:
    """Words that are new, gone, or still fit are no finding."""
    assert former(revise(BASE, edit, id="sixth")) == []


def test_a_title_that_changed_there_alone_is_no_news_here() -> None:
    """A change there that was left as it is here is passed over until the title here changes."""
    plan = revise(BASE, id="sixth")
    assert plan.derived_from is not None
    marks = tuple(
        (key, written.replace("title:", "title:0")) if key == "patrol" else (key, written)
        for key, written in plan.derived_from.fingerprints
    )
    moved = attrs.evolve(plan.derived_from, fingerprints=marks)
    assert [key for key, _ in former(pm.evolve(plan, derived_from=moved))] == ["patrol"]
    left = attrs.evolve(moved, left=(("patrol", f"title:{mark(plan['patrol'].title)}"),))
    here = pm.evolve(plan, derived_from=left)
    assert former(here) == []
    later = revise(here, Amend("patrol", {"title": "防犯カメラの設置"}))
    assert [key for key, _ in former(later)] == ["patrol"]


def test_an_ignore_with_its_reason_settles_it() -> None:
    """What the hint says to write is what switches the finding off, for each such rule."""
    count = pm.Flow("count", "回数", unit="回", department=pm.NotStated("資料に記載なし"))
    plan = revise(
        BASE,
        Amend("patrol", {"title": "防犯カメラ"}),
        id="sixth",
        title="第6期計画",
        indicators=[count],
    )
    rules = ["PM202", "PM216", "PM403"]
    found = check(plan, select=rules)
    assert {it.code for it in found} == set(rules)
    for it in found:
        written = f'Ignore("{it.code}", "{{}}", at="{it.about}")'
        assert written.format("…") in it.hint.in_language("en")
        assert written.format("理由") in it.hint.in_language("ja")
    settled = pm.evolve(plan, ignores=[pm.Ignore(it.code, "承知", at=it.about) for it in found])
    assert check(settled, select=[*rules, "PM001"]) == ()


def loose(**fields: Any) -> list[str]:
    """What PM216 is about, in a plan with *fields*."""
    plan = pm.Plan("plan", "計画", period=pm.FiscalYear(2021), **fields)
    return [it.about for it in check(plan, select=["PM216"])]


def test_an_indicator_that_nothing_is_measured_by_is_told() -> None:
    """Once for all of them; not where it is part of a rate, nor where there is no outline."""
    part = pm.Flow("part", "就職した人", unit="人")
    whole = pm.Flow("whole", "対象の人", unit="人")
    rate = pm.Flow("rate", "就職率", unit="%", numerator=part, denominator=whole)
    rows: dict[str, Any] = {"indicators": [part, whole, rate]}
    outline = [pm.Action("a", "見守り")[patrol]]
    measured = [pm.Action("a", "見守り", measured_by=[rate])[patrol]]
    assert loose(**rows, sections=outline) == ["rate"]
    assert loose(**rows, sections=measured) == []
    assert loose(**rows, sections=outline, measured_by=[rate]) == []
    assert loose(indicators=[part, whole], sections=outline) == ["plan"]
    assert loose(**rows) == loose(**rows, sections=pm.NotStated("資料に記載なし")) == []
