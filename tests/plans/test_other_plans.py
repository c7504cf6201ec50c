"""Plans of other shapes, written with public names only, work everywhere Hyogo's does."""

from __future__ import annotations

import ast
import re
from decimal import Decimal
from html import unescape
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from attrs import frozen

from planmodel import Measure, Node, Observations, Plan, Relisted, check, evaluate
from planmodel.cli import main
from planmodel.evaluation import (
    NotAssessable,
    joined_series,
    lineage_of,
    measure,
    read_rule,
    rule_names,
)
from planmodel.exchange.documents import from_json, to_json
from planmodel.exchange.loading import load
from planmodel.model.generic import GenericPlan
from planmodel.reports import render_html
from plans import city_chapter, four_levels, kagoshima, tottori_2nd

HERE = Path(__file__).parent


@frozen
class Case:
    """A model, a year to judge, and words of its own that must show wherever it is shown."""

    module: ModuleType
    period: str
    words: tuple[str, ...]
    reported: tuple[str, ...] = ()
    """Words that only the report has room for."""
    info: tuple[str, ...] = ()
    """Codes of what is worth knowing about it, and meant so."""

    @property
    def path(self) -> Path:
        """The file of the model."""
        return HERE / f"{self.module.__name__.rpartition('.')[2]}.py"

    @property
    def plan(self) -> Plan[Any]:
        """The plan."""
        plan = self.module.plan
        assert isinstance(plan, Plan)
        return plan

    @property
    def observations(self) -> Observations:
        """The facts in the same file."""
        observations = self.module.observations
        assert isinstance(observations, Observations)
        return observations


TOTTORI = Case(
    tottori_2nd,
    "2022..2026",
    ("就労・住居の確保等", "地域による包摂の推進", "求職の相談", "再犯者数", "443", "354"),
    ("再犯者率", "分母も動く"),
    info=("PM202",),
)
FOUR_LEVELS = Case(
    four_levels,
    "FY2022",
    ("Ⅰ 暮らしを支える", "Ⅰ-2 住まい", "施策番号3 知ってもらう", "イ しごとの相談", "再掲"),
    info=("PM202",),
)
CITY = Case(
    city_chapter,
    "FY2022",
    ("第1節 相談の充実", "(1) 窓口の整備", "② 訪問相談", "訪問相談の件数"),
    info=("PM202",),
)
KAGOSHIMA = Case(kagoshima, "2021年", ("再犯者数", "鹿児島県"))
CASES = [pytest.param(case, id=case.plan.id) for case in (TOTTORI, FOUR_LEVELS, CITY, KAGOSHIMA)]


@pytest.mark.parametrize("case", CASES)
def test_only_public_names_are_used(case: Case) -> None:
    """Everything that a plan needs is found at the top of the package (and in attrs)."""
    tree = ast.parse(case.path.read_text(encoding="utf-8"))
    rooms = {it.module for it in ast.walk(tree) if isinstance(it, ast.ImportFrom)}
    assert rooms <= {"planmodel", "attrs", "__future__"}
    assert not [it for it in ast.walk(tree) if isinstance(it, ast.Import)]


@pytest.mark.parametrize("case", CASES)
def test_the_file_loads_as_a_plan(case: Case) -> None:
    """The path alone is enough; what is read equals what was written."""
    assert to_json(load(case.path)) == to_json(case.plan)


@pytest.mark.parametrize("case", CASES)
def test_nothing_in_it_is_wrong_or_doubtful(case: Case) -> None:
    """No error and no warning; what is worth knowing is what the model means."""
    findings = check(case.plan, case.observations)
    assert [str(it) for it in findings if it.severity != "info"] == []
    assert tuple(it.code for it in findings) == case.info


@pytest.mark.parametrize("case", CASES)
def test_every_rule_judges_it_or_says_why_not(case: Case) -> None:
    """Under each shipped rule every indicator has a grade or a reason, never neither."""
    for rule in rule_names():
        for it in evaluate(case.plan, case.observations, period=case.period, rules=rule):
            assert (it.grade is not None) != (it.reason is not None), (rule, it)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_report_speaks_its_words(case: Case, language: str) -> None:
    """The HTML report contains the plan's own words, and its title."""
    evaluation = evaluate(case.plan, case.observations, period=case.period)
    html = render_html(case.plan, evaluation, language=language)
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", html)))
    wanted = [case.plan.title, *case.words, *case.reported]
    if language == "en":
        wanted = [it for it in wanted if it != "再掲"]
    plain = text.replace(" ", "")
    assert [it for it in wanted if it.replace(" ", "") not in plain] == []


@pytest.mark.parametrize("case", CASES)
def test_the_command_line_speaks_its_words(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    """`show` prints headings, numbers and figures as the plan does."""
    assert main(["show", str(case.path), "--lang", "ja"]) == 0
    shown = capsys.readouterr().out
    assert [it for it in case.words if it not in shown] == []


@pytest.mark.parametrize("case", CASES)
def test_the_command_line_checks_it(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` ends without complaint and speaks of the plan's own levels."""
    assert main(["check", str(case.path), "--lang", "ja"]) == 0
    printed = capsys.readouterr().out
    if case.info:
        words = [level.word for level in case.plan.vocabulary]
        assert any(word in printed for word in words)


@pytest.mark.parametrize("case", CASES)
def test_json_keeps_it_with_its_classes_and_without(case: Case) -> None:
    """Typed reading gives an equal plan; without the classes the text comes back the same."""
    plan = case.plan
    text = to_json(plan)
    assert from_json(text, type(plan)) == plan
    generic = from_json(text)
    assert to_json(generic) == text
    assert isinstance(generic, GenericPlan) == (type(plan) is not Plan)
    assert generic.vocabulary == plan.vocabulary
    assert [it.heading for it in generic.walk()] == [it.heading for it in plan.walk()]


# --- Tottori ---------------------------------------------------------------------------------


def test_tottori_has_five_priority_issues_and_no_pillars() -> None:
    """取組 stand right under the 重点課題, whose order is the plan's."""
    plan = tottori_2nd.plan
    assert [level.word for level in plan.vocabulary] == ["再犯防止推進計画", "重点課題", "取組"]
    assert [it.heading for it in plan.sections] == [
        "1 就労・住居の確保等",
        "2 福祉サービス・保健医療の利用の促進等",
        "3 学校等と連携した修学支援の実施等",
        "4 民間協力者の活動の促進等",
        "5 地域による包摂の推進",
    ]


def test_a_mean_of_five_years_is_judged_against_a_mean_of_five_years() -> None:
    """The span 2018 to 2022 lies one of five years on the way from 2017-2021 to 2022-2026."""
    evaluation = evaluate(tottori_2nd.plan, tottori_2nd.observations, period="2018..2022")
    (it,) = evaluation
    assert (it.facts.elapsed, it.facts.duration) == (1, 5)
    assert it.expected == Decimal("425.2")
    assert it.grade == "on-pace"
    final = evaluate(tottori_2nd.plan, tottori_2nd.observations, period="2022..2026")
    assert final["reoffenders"].grade == "reached"
    assert final.synthetic


def test_the_headline_indicator_took_the_place_of_another() -> None:
    """The rate of the first plan is named with the reason, and the series are not joined."""
    plan, observations = tottori_2nd.plan, tottori_2nd.observations
    (step,) = lineage_of(plan, tottori_2nd.reoffenders)
    assert step.title == "再犯者率"
    assert step.plan_title == "鳥取県の再犯防止の計画（第1期）"
    assert "分母" in step.in_language("ja")
    joined = joined_series(plan, tottori_2nd.reoffenders, observations)
    assert isinstance(joined, NotAssessable)
    assert joined.code == "not_joinable"


# --- four levels -----------------------------------------------------------------------------


def test_depth_is_uneven_and_numbers_follow_it() -> None:
    """施策番号 run through the plan whatever they stand under; 重点課題 repeat their parent's."""
    numbers = {it.id: it.number for it in four_levels.plan.walk()}
    assert [numbers[it] for it in ("training", "hiring", "learning", "watching")] == [
        "施策番号1",
        "施策番号2",
        "施策番号3",
        "施策番号4",
    ]
    assert (numbers["work"], numbers["home"]) == ("Ⅰ-1", "Ⅰ-2")
    depths = {len(four_levels.plan.path(it)) for it in four_levels.plan.measures()}
    assert depths == {3, 4}


def test_a_task_is_owned_once_and_listed_again_elsewhere() -> None:
    """It counts once, and both places that list it again are known."""
    plan = four_levels.plan
    assert [it.id for it in plan.relisted_under("counseling")] == ["home", "learning"]
    assert [it.id for it in plan.walk()].count("counseling") == 1
    home = plan["home"]
    assert isinstance(home, Node)
    assert isinstance(home.children[-1], Relisted)


def test_a_level_keeps_its_own_field() -> None:
    """The budget of a 施策 is typed in the model and carried by documents that do not know it."""
    plan = four_levels.plan
    training = plan["training"]
    assert isinstance(training, four_levels.Policy)
    assert training.budget == 12_500
    (level,) = [it for it in plan.vocabulary if it.word == "施策"]
    assert [it.name for it in level.own_fields] == ["budget"]
    typed = from_json(to_json(plan), four_levels.SupportPlan)
    again = typed["training"]
    assert isinstance(again, four_levels.Policy)
    assert again.budget == 12_500


def test_increments_after_a_running_total_add_up() -> None:
    """120 at the start, then 41 and 45: 206, which meets the mid-term target of 200 on the way."""
    it = evaluate(four_levels.plan, four_levels.observations, period="FY2022")["seats"]
    assert it.actual == 206
    assert it.expected == 200
    assert it.goal == 360


# --- the chapter of a city's plan ------------------------------------------------------------


def test_each_year_is_held_against_its_own_target() -> None:
    """Where the plan prints a target for every year, the line between first and last is not drawn.

    340 is asked for in FY2022 (a line from 300 would ask for 350).
    """
    evaluation = evaluate(city_chapter.plan, city_chapter.observations, period="FY2022")
    assert evaluation["visits"].expected == 340
    assert evaluation["visits"].grade == "behind"
    assert evaluation["unanswered"].standing is not None
    assert evaluation["unanswered"].standing.word == "lost"


def test_the_chapter_knows_the_plans_it_belongs_to() -> None:
    """Chapter of, parent, split and merge are told by the report, in the plan's words."""
    plan = city_chapter.plan
    kinds = [it.kind for it in plan.relations]
    assert kinds == ["chapter_of", "parent", "split_from", "merged_from"]
    html = render_html(plan, language="ja")
    for title in ("架空市地域福祉計画", "架空市総合計画", "架空市安全計画", "架空市更生支援指針"):
        assert title in html


# --- Kagoshima -------------------------------------------------------------------------------

_SCALE = {"kind": "bands", "bands": [{"label": "-", "at_least": 0}, {"label": "!", "below": 0}]}


@pytest.mark.parametrize(
    ("name", "convention", "printed"),
    [
        ("progress_from_baseline", None, "85.8%"),
        ("ratio_to_target", "T/v", "96.6%"),
        ("ratio_to_target", "2-v/T", "96.4%"),
        ("ratio_to_target", "v/T", "103.6%"),
    ],
)
def test_one_series_has_many_published_answers(
    name: str, convention: str | None, printed: str
) -> None:
    """Kagoshima's 784 of 2021 is 85.8, 96.6, 96.4 or 103.6, and only a declared rule says which."""
    data: dict[str, Any] = {
        "name": "test",
        "version": "1",
        "measure": name,
        "grade_on": "exact",
        "rounding": {"mode": "half_up", "places": 1},
        "scale": _SCALE,
    }
    if convention is not None:
        data["convention"] = convention
    rule = read_rule(data)
    it = evaluate(kagoshima.plan, kagoshima.observations, period="2021年", rules=rule)[
        "reoffenders"
    ]
    assert it.printed == printed
    direct = measure(
        name, value=784, target=757, baseline=947, direction="decrease", convention=convention
    )
    assert f"{direct.value:.1%}" == printed


def test_the_printed_number_of_a_relative_target_holds() -> None:
    """20%減 of 947 is 757.6; the plan prints 757, and that is what is judged."""
    it = evaluate(kagoshima.plan, kagoshima.observations, period="2021年")["reoffenders"]
    assert it.goal == 757
    assert it.target is not None
    assert it.target.value == 757


def test_an_indicator_without_a_tree_is_whole() -> None:
    """A plan of one indicator and no outline has no measures, and says why."""
    assert kagoshima.plan.measures() == ()
    assert kagoshima.plan.not_stated("sections") is not None
    assert kagoshima.plan.indicators_of(kagoshima.plan) == (kagoshima.reoffenders,)
    assert not [it for it in kagoshima.plan.walk() if isinstance(it, Measure)]
