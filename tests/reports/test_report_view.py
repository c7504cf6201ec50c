"""The view model says what is there, what is not, and how much of the whole was judged."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from judging_samples import plan_of
from planmodel import (
    Action,
    AtLeast,
    AtMost,
    Baseline,
    CalendarYear,
    FiscalYear,
    Judgement,
    Measure,
    Node,
    Observation,
    Observations,
    Relative,
    Section,
    Stock,
)
from planmodel.errors import UnknownIdError, UsageError
from planmodel.evaluation.assess import evaluate
from planmodel.reports import build_report, render_html, render_markdown
from planmodel.reports.view import IndicatorView, Report
from planmodel.text import Language
from report_samples import judged, ledger, small_plan


class Deep(Section[Node], word="段", numbering="1"):
    """A level under itself."""


def view(**choices: object) -> Report:
    """The view of the small plan, judged."""
    evaluation = judged()
    return build_report(evaluation.plan, evaluation, **choices)  # type: ignore[arg-type]


def one(report: Report, key: str) -> IndicatorView:
    """The indicator of a report with an id."""
    return next(it for it in report.indicators if it.id == key)


def test_the_summary_never_looks_complete() -> None:
    """One of three was judged, and the headline, the counts and the sections all say so."""
    report = view()
    assert (report.assessed, report.total, report.coverage) == (1, 3, "3件中1件")
    assert "2件は評価できない" in report.headline
    assert sum(it.count for it in report.counts) == 3
    assert [(it.count, it.judged) for it in report.counts][-1] == (2, False)
    assert [(it.coverage, it.pips) for it in report.sections] == [
        ("2件中1件", "●○"),
        ("1件中0件", "○"),
    ]


def test_every_indicator_that_was_not_judged_has_its_reason() -> None:
    """A missing benchmark and a value still being compiled are different reasons."""
    report = view()
    reasons = {it.reason for it in report.unjudged}
    assert len(reasons) == 2
    assert sum(len(it.indicators) for it in report.unjudged) == 2
    assert one(report, "rate").reason in reasons
    assert not one(report, "jobs").reason


def test_a_missing_value_is_never_a_number() -> None:
    """What is still being compiled is shown in words, not as 0, and is marked absent."""
    actual = one(view(), "cases").actual
    assert actual.text == "集計中"
    assert actual.absent


def test_not_stated_is_not_none() -> None:
    """A silent document and an empty place read differently."""
    items = {it.heading.text: it for it in view().outline}
    silent, again, empty = (
        items[name].absent for name in ("ア 街頭の見守り", "イ 家庭の見守り", "ウ 空の柱")
    )
    assert (silent.text, silent.note) == ("記載なし", "抜粋に印刷されていない")
    assert (again.text, again.note) == ("記載なし", "同上")
    assert empty.text == "下位の項目はない。"
    rows = {it.id: it for item in view().outline for it in item.measures if not it.relisted}
    assert rows["find-job"].departments_absent.text == "記載なし"
    assert rows["unassigned"].departments_absent.text == "担当部署なし"


def test_every_measure_stands_once_and_again_where_it_is_listed_again() -> None:
    """The outline shows each measure in its place, and 再掲 where another section lists it."""
    rows = [it for item in view().outline for it in item.measures]
    assert [it.id for it in rows if not it.relisted] == [
        "keep-job",
        "find-job",
        "visit",
        "unassigned",
    ]
    assert [it.id for it in rows if it.relisted] == ["keep-job"]


def test_measures_after_a_subsection_keep_their_place() -> None:
    """A measure that follows a group is not taken into the group."""
    items = view().outline
    held = [(it.opens, it.depth, [row.id for row in it.measures]) for it in items if it.measures]
    assert held == [
        (True, 3, ["keep-job", "find-job"]),
        (False, 2, ["visit"]),
        (True, 2, ["keep-job", "unassigned"]),
    ]


def test_the_lead_comes_first() -> None:
    """The department in the lead stands before the others and is marked."""
    rows = {it.id: it for item in view().outline for it in item.measures}
    names = [(it.words.text, it.words.note) for it in rows["visit"].departments]
    assert names == [("健康福祉部", "主担当"), ("産業労働部", "")]


def test_what_was_done_is_shown() -> None:
    """The year's record of a measure stands under it, with its money."""
    rows = {it.id: it for item in view().outline for it in item.measures if not it.relisted}
    (done,) = rows["keep-job"].done
    assert "実施済" in done.text
    assert done.note == "予算 1,200千円"


def test_the_report_of_one_department_shows_its_part() -> None:
    """Indicators, measures and the sections above them; nothing of the others."""
    report = view(department="health")
    assert [it.id for it in report.indicators] == ["rate", "cases"]
    assert [it.id for it in report.departments] == ["health"]
    rows = [it.id for item in report.outline for it in item.measures]
    assert rows == ["keep-job", "visit", "keep-job"]
    assert (report.assessed, report.total) == (0, 2)
    assert report.department.text == "健康福祉部"


def test_a_department_with_nothing_says_so() -> None:
    """Nothing to answer for is said in words."""
    idle = next(it for it in view().departments if it.id == "idle")
    assert idle.summary == "担当する指標・取組はない"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_department_without_indicators_is_not_said_to_be_judged(language: str) -> None:
    """It answers for none of the plan's indicators: nothing was judged, nothing is missing."""
    evaluation = judged()
    plan, choices = evaluation.plan, {"language": language, "department": "idle"}
    report = build_report(plan, evaluation, **choices)  # type: ignore[arg-type]
    own = {
        "en": "This department answers for none of the plan’s 3 indicators.",
        "ja": "この部署が担当する指標はない（計画全体の指標は3件）。",
    }
    assert (report.headline, report.coverage) == (own[language], "")
    text = render_markdown(plan, evaluation, view=report)
    assert report.labels["no_own_indicators"] in text
    for name in ("all_judged", "unjudged"):
        assert report.labels[name] not in text
        assert report.labels[name] not in render_html(plan, evaluation, view=report)


def test_an_empty_plan_is_not_said_to_be_judged() -> None:
    """Where there is no indicator, nothing is said about judging them."""
    evaluation = judged(plan_of())
    text = render_markdown(evaluation.plan, evaluation)
    assert "指標が設定されていない" in text
    assert "すべての指標を評価した" not in text


@pytest.mark.parametrize(("department", "marked"), [("idle", False), ("work", True)])
def test_a_report_is_marked_where_it_shows_something_made_up(
    department: str, *, marked: bool
) -> None:
    """The part of a department that shows no made-up figure does not warn of one."""
    rows = Observations(row for row in ledger(synthetic=True) if row.series == "jobs")
    evaluation = evaluate(small_plan(), rows, period="FY2020")
    report = build_report(evaluation.plan, evaluation, department=department)
    assert report.synthetic is marked
    said = [fact.value.text for fact in report.cover]
    assert (report.labels["synthetic_short"] in said) is marked


def test_one_thing_is_not_said_to_be_many() -> None:
    """With one indicator, one section and one measure every English sentence is in the singular."""
    jobs = small_plan().indicators[0]
    plan = plan_of(
        evolve(jobs, parts=()),
        departments=small_plan().departments,
        partners=small_plan().partners,
        sections=[Action("a", "A")[Measure("m", "M", departments=small_plan().departments[:1])]],
    )
    rows = Observations(row for row in ledger() if row.series == "jobs")
    report = build_report(plan, evaluate(plan, rows, period="FY2020"), language="en")
    assert report.headline == "The only indicator could be judged."
    assert report.outline_line == "1 section and 1 measure"
    assert report.departments[0].summary == "1 indicator, 1 measure"
    assert "1 of 1 indicator." in report.outlook_headline


def test_a_value_stands_with_its_own_period() -> None:
    """A calendar year judged in a fiscal year is printed as the calendar year that it is."""
    part = Stock("part", "内訳", unit="件")
    level = Stock(
        "level",
        "水準",
        unit="件",
        parts=(part,),
        baseline=Baseline(10, CalendarYear(2017)),
        targets=[AtMost(5, CalendarYear(2021))],
        path="linear",
    )
    rows = Observations(Observation(it, CalendarYear(2020), 7) for it in (level, part))
    evaluation = evaluate(plan_of(level), rows, period="FY2020")
    found = one(build_report(evaluation.plan, evaluation), "level")
    assert (found.actual.note, found.expected.note) == ("2020年", "2020年")
    assert (found.parts[0][2].text, found.parts[0][2].note) == ("7件", "2020年")
    assert [period for period, _, is_now in found.table.rows if is_now] == ["2020年"]
    assert evaluation["level"].value_period == CalendarYear(2020)


@pytest.mark.parametrize(
    ("start", "end", "actual", "expected"),
    [("1.52%", "1.43%", "1.47%", "1.466%"), ("0.0001%", "0.0002%", "0.0001%", "0.00016%")],
)
def test_the_expected_value_has_the_places_of_its_neighbors(
    start: str, end: str, actual: str, expected: str
) -> None:
    """The expected value is printed one place finer than the figures that it is held against."""
    falls = start > end
    bound = AtMost if falls else AtLeast
    rate = Stock(
        "rate",
        "率",
        unit="%",
        direction="decrease" if falls else "increase",
        baseline=Baseline(start, FiscalYear(2023)),
        targets=[bound(end, FiscalYear(2028))],
        path="linear",
    )
    rows = Observations([Observation(rate, FiscalYear(2026), actual)])
    evaluation = evaluate(plan_of(rate), rows, period="FY2026")
    found = one(build_report(evaluation.plan, evaluation), "rate")
    assert found.expected.text == expected
    now = next(cells for _, cells, is_now in found.table.rows if is_now)
    assert expected.removesuffix("%") in [it.text for it in now]


def test_translated_words_keep_the_original() -> None:
    """English words come with the printed ones; what has no translation is marked Japanese."""
    report = view(language="en")
    assert (report.title.text, report.title.original) == ("Safety Plan", "安全計画")
    assert one(report, "jobs").baseline.text == "20 cases*"
    untranslated = one(report, "rate").title
    assert (untranslated.text, untranslated.language) == ("解消率", "ja")
    heading = next(it.heading for it in report.outline if "Support" in it.heading.text)
    assert (heading.text, heading.original) == (
        "Action 1 Support a new start",
        "行動1 立ち直りを支える",
    )
    assert one(report, "rate").target.text == "at least national average"


def test_an_english_reason_starts_with_a_capital() -> None:
    """Reasons stand as lines of their own."""
    assert all(it.reason[0].isupper() for it in view(language="en").unjudged)


def test_gaps_are_grouped_by_what_and_why() -> None:
    """What is not stated is listed once a reason, with all the things it concerns."""
    gaps = {it.what.text: it for it in view().gaps}
    assert [it.words.text for it in gaps["下位の項目"].things] == [
        "ア 街頭の見守り",
        "イ 家庭の見守り",
    ]
    assert gaps["「*」の意味"].reason.text == "脚注がない"
    assert {"公表日", "上位の組織", "累計の起点", "担当部署"} <= gaps.keys()


def test_a_grade_by_hand_stands_with_its_reason() -> None:
    """The grade that people set is the one shown; who and why stand beside it."""
    evaluation = judged()
    ledger = evaluation.observations.append(
        Judgement("jobs", FiscalYear(2020), "B", by="審議会", because="離職が多い")
    )
    again = evaluate(evaluation.plan, ledger, period=FiscalYear(2020))
    it = one(build_report(again.plan, again), "jobs")
    assert it.grade == "B"
    assert (it.by_hand.text, it.by_hand.note) == ("審議会による判定: B", "離職が多い")


def test_a_grade_by_hand_of_a_section_stands_with_day_and_reason() -> None:
    """Who, when and why, for a section as for an indicator."""
    evaluation = judged()
    node = next(it.node for it in evaluation.summaries if it.node is not evaluation.plan)
    given = {"by": "審議会", "because": "離職が多い", "known_on": dt.date(2021, 9, 1)}
    ledger = evaluation.observations.append(
        Judgement("jobs", FiscalYear(2020), "B", **given),
        Judgement(node.id, FiscalYear(2020), "C", **given),
    )
    again = evaluate(evaluation.plan, ledger, period=FiscalYear(2020))
    report = build_report(again.plan, again)
    assert one(report, "jobs").by_hand.text == "審議会による判定（2021年9月1日）: B"
    (section,) = (it for it in report.sections if "による判定" in it.grade)
    assert section.grade == "審議会による判定（2021年9月1日）: C"
    assert section.reason == "理由: 離職が多い"
    assert "離職が多い" in render_markdown(again.plan, again)


def test_a_revised_target_keeps_the_one_before() -> None:
    """The old target and the reason stand among the facts of the indicator."""
    old = AtLeast("60件", FiscalYear(2021))
    new = AtLeast(
        "70件", FiscalYear(2021), decided=dt.date(2020, 4, 1), because="早く届いた", revises=old
    )
    plan = small_plan()
    jobs = evolve(plan.indicators[0], targets=[new])
    report = build_report(small_plan(indicators=[jobs, *plan.indicators[1:]]))
    notes = [it.value.text for it in one(report, "jobs").facts if it.label == "目標の注記"]
    assert notes == ["60件以上から改定（早く届いた）"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("ja", "基準値比 20%減（757件）"), ("en", "down 20% on the baseline (757 cases)")],
)
def test_a_relative_target_keeps_its_printed_number(language: str, text: str) -> None:
    """The change and the number that the document prints for it are both shown."""
    cut = Stock(
        "cut",
        "再犯者数",
        unit="件",
        direction="decrease",
        baseline=Baseline("947件", FiscalYear(2017)),
        targets=[Relative("20%減", FiscalYear(2023), stated="757件")],
    )
    plan = small_plan()
    report = build_report(small_plan(indicators=[*plan.indicators, cut]), language=language)
    assert one(report, "cut").target.text == text


def test_without_an_evaluation_nothing_is_judged() -> None:
    """A plan alone is told without grades, reasons or counts."""
    report = build_report(small_plan())
    assert not report.evaluated
    assert not report.counts
    assert all(not it.grade and not it.reason and not it.actual for it in report.indicators)
    assert one(report, "jobs").chart is not None


def test_a_plan_without_anything_has_a_report() -> None:
    """No indicators, no outline, no departments: still a report, which says so."""
    empty = small_plan(indicators=[], sections=[], departments=[], gaps=[], prose=[], relations=[])
    evaluation = evaluate(empty, None, period=FiscalYear(2020))
    report = build_report(empty, evaluation)
    assert report.headline == "指標が設定されていない。"
    assert report.outline == ()


def test_a_deep_outline_is_walked() -> None:
    """Depth is not bounded by the interpreter's own stack."""
    node = Deep("l0", "底")
    for depth in range(1, 300):
        node = Deep(f"l{depth}", "段")[node]
    report = build_report(small_plan(sections=[node]))
    assert max(it.depth for it in report.outline) == 300


def test_bad_requests_are_refused() -> None:
    """Another language, another plan's evaluation, an unknown department."""
    evaluation = judged()
    with pytest.raises(UsageError, match="'fr'"):
        build_report(evaluation.plan, evaluation, language="fr")
    with pytest.raises(UsageError, match="of the plan 'small'"):
        build_report(evolve(evaluation.plan, id="other"), evaluation)
    with pytest.raises(UnknownIdError, match="no 'nobody'"):
        build_report(evaluation.plan, evaluation, department="nobody")


@pytest.mark.parametrize(
    ("change", "language", "text"),
    [
        ("+1件", "ja", "基準値比 +1件"),
        ("5件減", "ja", "基準値比 5件減"),
        ("1増", "ja", "基準値比 1件増"),
        ("-5件", "en", "down 5 cases on the baseline"),
    ],
)
def test_a_change_by_an_amount_has_its_unit_once(
    change: str, language: Language, text: str
) -> None:
    """What is printed with the unit gets no second one, whatever the language of the plan."""
    plan = small_plan()
    more = Stock(
        "more",
        "件数",
        unit="件",
        direction="increase",
        baseline=Baseline("947件", FiscalYear(2017)),
        targets=[Relative(change, FiscalYear(2023))],
    )
    other = "en" if language == "ja" else "ja"
    report = build_report(
        small_plan(indicators=[*plan.indicators, more], language=other), language=language
    )
    assert one(report, "more").target.text == text
