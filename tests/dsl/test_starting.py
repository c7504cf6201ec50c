"""A plan of one's own: the build of another, and none of its figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import planmodel as pm
from dsl.plan_makers import SLOW, plans
from planmodel.dsl.absences import absences_in, is_undecided
from planmodel.dsl.blank import start_blank
from planmodel.dsl.fingerprints import fingerprints
from planmodel.dsl.source.folders import write_folder
from planmodel.dsl.source.package import write_package
from planmodel.dsl.source.writing import to_source
from planmodel.dsl.starting import start_from
from planmodel.dsl.undecided import undecided
from planmodel.dsl.wording import shown
from planmodel.errors import ModelError
from planmodel.exchange.loading import load


@pytest.fixture(scope="module")
def hyogo(checkout: Path) -> pm.Plan[Any]:
    """The example."""
    return load(checkout / "examples" / "hyogo_5th")


@pytest.fixture(scope="module")
def tottori(hyogo: pm.Plan[Any]) -> pm.Plan[Any]:
    """A plan of another prefecture, started from it."""
    return start_from(hyogo, id="tottori-2nd", issuer="鳥取県", code="310000")


def series_of(indicator: pm.Indicator) -> list[pm.Indicator | pm.Benchmark]:
    """An indicator, its parts and its benchmarks."""
    parts = [one for part in indicator.parts for one in series_of(part)]
    return [indicator, *indicator.benchmarks, *parts]


@SLOW
@given(plans())
def test_nothing_that_only_its_issuer_can_say_is_taken_over(plan: pm.Plan[Any]) -> None:
    """No amount, target, department, source, note, number, fact or sentence of another stays."""
    mine = start_from(plan, id="mine", issuer="鳥取県")
    for indicator in mine.indicators:
        for one in series_of(indicator):
            baseline = one.baseline
            assert baseline is None or baseline.absence is not None
            assert baseline is None or is_undecided(str(baseline.amount))
        assert indicator.targets == ()
        assert not isinstance(indicator.department, pm.Ref)
        assert (indicator.number, indicator.is_new, indicator.replaces) == ("", False, ())
    for node in mine.walk():
        assert node.departments == ()
        assert not isinstance(node.lead, pm.Ref)
        assert (node.fixed_number, node.is_new, node.tags) == ("", False, ())
    for thing in mine.index.entities.values():
        assert (thing.source, thing.note) == (None, "")
    gone = ("departments", "figures", "documents", "roles", "ignores", "axes", "tags")
    assert all(getattr(mine, name) == () for name in gone)
    assert (mine.governance, mine.principle, mine.status) == (None, "", "")
    assert (mine.prose, [it for one in mine.translations for it in one.prose]) == ((), [])


@SLOW
@given(plans())
def test_the_build_is_taken_over(plan: pm.Plan[Any]) -> None:
    """Outline, titles, kinds, units and who measures what are those of the template."""
    mine = start_from(plan, id="mine", issuer="鳥取県")
    assert type(mine) is type(plan)
    assert [(it.id, it.title, type(it)) for it in mine.walk()] == [
        (it.id, it.title, type(it)) for it in plan.walk()
    ]
    assert [it.measured_by for it in mine.walk()] == [it.measured_by for it in plan.walk()]
    assert [(it.id, it.title, it.unit, it.kind) for it in mine.indicators] == [
        (it.id, it.title, it.unit, it.kind) for it in plan.indicators
    ]
    assert mine.derived_from is not None
    assert mine.derived_from.plan == plan.id
    assert mine.derived_from.fingerprints == fingerprints(plan)


def test_hyogos_figures_are_shown_and_not_taken(tottori: pm.Plan[Any]) -> None:
    """What is to be decided says so, and what Hyogo says there."""
    groups = tottori["crime-prevention-groups"]
    assert isinstance(groups, pm.Stock)
    assert groups.baseline is not None
    assert groups.baseline.absence == pm.NotStated("未定。兵庫県: 2,329グループ*（2017年度）")
    assert groups.not_stated("targets") == pm.NotStated(
        "未定。兵庫県: 2,500グループ*以上（2021年度）"
    )
    assert groups.department == pm.NotStated("未定。兵庫県: 地域安全課")
    assert tottori["retention"].not_stated("departments") == pm.NotStated(
        "未定。兵庫県: 産業労働部"
    )
    assert tottori["information"].not_stated("children") == pm.NotStated("未定")
    assert tottori.issuer == pm.Issuer("鳥取県", "310000")
    assert tottori.title == "鳥取県の計画（名称未定）"
    assert isinstance(tottori.period, pm.NotStated)


def test_nothing_else_names_hyogo(tottori: pm.Plan[Any]) -> None:
    """Outside of what is to be decided, neither prefecture nor its city nor its bodies occur."""
    plain = attrs.evolve(tottori, derived_from=None, gaps=(), translations=())
    names = ("兵庫", "Hyogo", "神戸", "条例第", "審議会", "企画県民部", "2,329", "第5期")
    lines = to_source(plain, words="write").splitlines()
    assert [
        line for line in lines if "未定" not in line and any(name in line for name in names)
    ] == []
    assert [it.title for it in tottori.laws] == [
        "再犯の防止等の推進に関する法律",
        "性犯罪の厳罰化等を図る改正刑法",
        "犯罪被害者等基本法",
    ]
    assert [str(it.law) for it in tottori.legal_bases] == ["reoffending-act"]
    assert tottori.relations == ()
    assert all(it.generic for it in tottori.partners)
    assert [it.id for it in tottori.axes] == ["national-2017"]
    assert all(tag.basis == "assigned" for node in tottori.walk() for tag in node.tags)


def test_a_started_plan_is_clean_and_lists_what_is_left(tottori: pm.Plan[Any]) -> None:
    """No error and no warning; what is open is told, by absence and by gap."""
    found = pm.check(tottori)
    assert [str(it) for it in found if it.severity != "info"] == []
    told = [it.message.in_language("ja") for it in found if it.code == "PM112"]
    assert any("2,329グループ*" in it for it in told)
    assert any("地域安全まちづくり条例 第12条" in it for it in told)
    assert any("神戸保護観察所" in it for it in told)
    assert len(told) > 80


def serious(plan: pm.Plan[Any]) -> list[str]:
    """What a check of *plan* finds at warning and above."""
    return [str(it) for it in pm.check(plan) if it.severity != "info"]


def test_every_part_of_the_example_starts_clean(hyogo: pm.Plan[Any]) -> None:
    """Whichever item is asked for, nothing is left that only the others needed."""
    for node in hyogo.walk():
        mine = start_from(hyogo, id="mine", issuer="鳥取県", only=[node.id])
        assert serious(mine) == [], node.id
        assert {it.id for it in hyogo.path(node.id)} <= {it.id for it in mine.walk()}


INHERITED = {"PM102", "PM103", "PM108", "PM113", "PM204", "PM211", "PM401"}
"""What a start cannot mend: something twice (ids, titles), units nobody knows, no translation."""


@SLOW
@given(plans(), st.data())
def test_every_start_is_clean(plan: pm.Plan[Any], data: st.DataObject) -> None:
    """Of any plan, whatever it lacks itself, and of any selection of its items."""
    keys = [it.id for it in plan.walk()]
    only = data.draw(st.lists(st.sampled_from(keys), max_size=3)) if keys else []
    mine = start_from(plan, id="mine", issuer="鳥取県", only=only)
    found = [it for it in pm.check(mine) if it.severity != "info"]
    assert [str(it) for it in found if it.code not in INHERITED] == []


def test_what_a_template_lacks_is_open_in_the_start() -> None:
    """An indicator without department and an empty level are open, not forgotten."""
    plan = pm.Plan(
        "base",
        "計画",
        period=pm.FiscalYear(2020),
        issuer=pm.Issuer("兵庫県"),
        indicators=[pm.Stock("groups", "グループ数", unit="グループ")],
        sections=[pm.Action("a", "見守り")],
        translations=[pm.Translation("en", titles=(("plan", "Plan"),))],
    )
    mine = start_from(plan, id="mine", issuer="鳥取県")
    groups = mine["groups"]
    assert isinstance(groups, pm.Stock)
    assert groups.department == pm.NotStated("未定")
    assert mine["a"].not_stated("children") == pm.NotStated("未定")


def absences(plan: pm.Plan[Any]) -> list[tuple[str, str]]:
    """All that is open in *plan*, by id."""
    held = [
        ("plan" if it is plan else it.id, absence.reason)
        for it in plan.index.entities.values()
        for attribute in attrs.fields(type(it))
        for absence in absences_in(getattr(it, attribute.name))
    ]
    return held + [(it.about, f"{it.what}: {it.reason}") for it in plan.gaps]


@SLOW
@given(plans())
def test_what_is_open_is_carried_on_as_it_is(plan: pm.Plan[Any]) -> None:
    """However often a plan is started from a start, nothing is nested, doubled or forgotten."""
    first = start_from(plan, id="first", issuer="鳥取県")
    again = start_from(first, id="again", issuer="米子市")
    third = start_from(again, id="third", issuer="境港市")
    assert absences(again) == absences(first)
    assert absences(third) == absences(first)


def test_a_fork_of_a_fork_names_the_plan_that_decided(tottori: pm.Plan[Any]) -> None:
    """Hyogo's figure stays Hyogo's, in both languages; what Tottori decided is Tottori's."""
    period = pm.NotStated("未定")
    mine = pm.revise(
        tottori,
        pm.Amend("security-cameras", {"baseline": pm.Baseline("10台", period)}),
        pm.Amend("crime-prevention-groups", {"baseline": pm.Baseline(period, pm.FiscalYear(2020))}),
    )
    city = start_from(mine, id="yonago", issuer="米子市", code="312029")
    reasons = [
        str(it.baseline.amount)
        for key in ("security-cameras", "crime-prevention-groups", "child-safety-leaders")
        if isinstance(it := city[key], pm.Indicator) and it.baseline is not None
    ]
    assert reasons == [
        "未定。鳥取県: 10台",
        "未定。鳥取県: 2020年度",
        "未定。兵庫県: 3,816人（2017年度）",
    ]
    assert city.phrase(reasons[2], "en") == "to be decided; Hyogo Prefecture: 3,816人 (FY2017)"
    assert city["retention"].not_stated("departments") == pm.NotStated("未定。兵庫県: 産業労働部")


def test_a_baseline_of_which_nothing_is_stated_is_shown_once() -> None:
    """Amount and time are one absence."""
    nothing = pm.NotStated("資料に記載なし")
    plan = pm.Plan("base", "計画", period=pm.FiscalYear(2020))
    assert shown(pm.Baseline(nothing, nothing), plan, "ja") == "資料に記載なし"


def test_what_is_left_goes_away_one_by_one(tottori: pm.Plan[Any]) -> None:
    """Deciding one thing takes one line off the list."""

    def left(plan: pm.Plan[Any]) -> int:
        return sum(it.code == "PM112" for it in pm.check(plan))

    decided = pm.revise(
        tottori, pm.Amend("security-cameras", {"baseline": pm.Baseline(10, pm.FiscalYear(2022))})
    )
    assert left(decided) == left(tottori) - 1


def test_what_is_open_is_told_in_english_too(tottori: pm.Plan[Any]) -> None:
    """The translations of the template grow by those of the reasons."""
    groups = tottori["crime-prevention-groups"]
    assert isinstance(groups, pm.Stock)
    assert groups.baseline is not None
    words = tottori.phrase(str(groups.baseline.amount), "en")
    assert words == "to be decided; Hyogo Prefecture: 2,329グループ* (FY2017)"
    assert tottori.title_of("work", "en") == "Better support for employment"


def test_a_package_of_it_is_whole(tottori: pm.Plan[Any], tmp_path: Path) -> None:
    """Written, loaded and compared, nothing is missing."""
    folder = write_folder(tmp_path / "tottori", write_package(tottori))
    assert load(folder).derived_from == tottori.derived_from
    assert not pm.changes(load(folder), tottori)


def test_plans_in_english_stay_english() -> None:
    """The reason is in the language of the plan."""
    groups = pm.Stock(
        "groups",
        "Groups",
        unit="グループ",
        baseline=pm.Baseline("2,329グループ", pm.NotStated("no year")),
    )
    plan = pm.Plan(
        "hyogo",
        "Safety plan",
        period=pm.FiscalYear(2019),
        issuer=pm.Issuer("Hyogo"),
        indicators=[groups],
        language="en",
    )
    mine = start_from(plan, id="tottori", issuer="Tottori", title="Tottori's plan")
    baseline = mine.indicators[0].baseline
    assert baseline is not None
    assert str(baseline.amount) == "to be decided; Hyogo: 2,329グループ (no year)"
    assert mine.title == "Tottori's plan"
    assert undecided(plan, "", "en") == pm.NotStated("to be decided")


def test_fields_of_a_forks_own_go_back_to_their_default() -> None:
    """A field without a default is kept, because it has to be something, and noted."""

    @pm.frozen
    class Costed(pm.Measure, word="事業"):
        """A measure with fields of its own."""

        budget: Decimal = attrs.field(kw_only=True)
        article: str = attrs.field(default="", kw_only=True)

    measure = Costed("m", "事業", budget=Decimal(5), article="第1条")
    plan = pm.Plan("p", "計画", period=pm.FiscalYear(2019), sections=[measure])
    mine = start_from(plan, id="q", issuer="鳥取県")
    kept: Any = mine["m"]
    assert (kept.budget, kept.article) == (Decimal(5), "")
    assert [(it.about, it.what, it.reason) for it in mine.gaps if it.about == "m"] == [
        ("m", "budget", "未定。計画: 5")
    ]


def test_everything_wrong_with_a_start_is_told_at_once(hyogo: pm.Plan[Any]) -> None:
    """Id, issuer and code are checked together, the check digit included."""
    with pytest.raises(ModelError) as caught:
        start_from(hyogo, id="鳥取 2期", issuer=" ", code="310001")
    assert len(caught.value.problems) == 3
    with pytest.raises(ModelError, match="an id inside the plan"):
        start_from(hyogo, id="retention", issuer="鳥取県")


# --- blank -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "levels",
    [
        ["取組"],
        ["重点課題", "取組"],
        [("基本方針", "第1"), ("重点課題", "ア"), "施策", ("取組", "・")],
        ["計画の柱", "1. 節", "class", "項（小）", "取組 {x}"],
    ],
)
def test_a_blank_plan_shows_each_level_once(levels: list[Any], tmp_path: Path) -> None:
    """The outline is one node of each level; the package of it is clean and loads."""
    plan = start_blank(levels, id="blank-plan", issuer="鳥取県", code="310000")
    words = [it if isinstance(it, str) else it[0] for it in levels]
    assert [it.word for it in plan.walk()] == words
    assert [it.word for it in plan.vocabulary] == ["計画", *words]
    folder = write_folder(tmp_path / "blank", write_package(plan))
    back = load(folder)
    assert [(it.word, it.number, it.title) for it in back.walk()] == [
        (it.word, it.number, it.title) for it in plan.walk()
    ]
    assert [str(it) for it in pm.check(back) if it.severity != "info"] == []


def test_wrong_levels_are_told_at_once() -> None:
    """Empty words, words that stand twice, a wrong code and a wrong id, together."""
    with pytest.raises(ModelError) as caught:
        start_blank(["", "柱", "柱", "計画"], id="A B", issuer="", code="1")
    assert len(caught.value.problems) == 6
    with pytest.raises(ModelError, match="at least one level"):
        start_blank([], id="a", issuer="鳥取県")
