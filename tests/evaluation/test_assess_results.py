"""What a judgement gives back: rows, traces, grades by hand, summaries, variants."""

from __future__ import annotations

import pickle
from decimal import Decimal, localcontext
from typing import Any

import pytest

from judging_samples import END, START, day, judged, plan_of, row, series_of_years, stock, total
from planmodel import (
    Action,
    AtLeast,
    Baseline,
    FiscalYear,
    Judgement,
    Measure,
    Observation,
    Observations,
    Pillar,
    Plan,
    PlanmodelError,
    Stock,
    evaluate,
)
from planmodel.cli.commands.evaluate import table
from planmodel.errors import UnknownIdError, UsageError
from planmodel.evaluation import read_rule
from planmodel.evaluation.rules import Rule


def named(name: str, **more: Any) -> Stock:
    """A level from 10 to 20 with an id of its own."""
    return Stock(
        name,
        more.pop("title", name),
        unit="人",
        direction="increase",
        path="linear",
        baseline=Baseline(10, START),
        targets=[AtLeast(20, END)],
        **more,
    )


DONE = {"en": "done", "ja": "済"}


def scoring(**rollup: Any) -> Rule:
    """Three grades by progress, and a roll-up."""
    return read_rule(
        {
            "name": "ours",
            "version": "1",
            "measure": "progress_from_baseline",
            "grade_on": "exact",
            "states": {"−": ["any"]},
            "scale": {
                "kind": "bands",
                "bands": [
                    {"label": "◎", "at_least": 100, "score": 3, "title": DONE},
                    {"label": "○", "at_least": 50, "below": 100, "score": 2},
                    {"label": "△", "below": 50, "score": 1},
                ],
            },
            "rollup": {"method": "mean", "minimum_coverage": 50, **rollup},
        }
    )


def hand(about: str, grade: str = "◎", **more: Any) -> Judgement:
    """A grade that the council sets in FY2020."""
    given: dict[str, Any] = {"by": "審議会", "because": "調査の方法が変わったため"}
    return Judgement(about, FiscalYear(2020), grade, **{**given, **more})


FOUR = tuple(named(name) for name in "abcd")


def nested(*indicators: Stock) -> Plan[Any]:
    """Two actions; the first pillar of the first one has all *indicators*, the rest has none."""
    return plan_of(
        *indicators,
        sections=(
            Action("first", "一")[
                Pillar("measured", "柱", measured_by=indicators)[Measure("act", "取組")],
                Pillar("silent", "沈黙")[Measure("other", "別の取組")],
            ],
            Action("second", "二"),
        ),
    )


# --- by hand ----------------------------------------------------------------------------------


def test_a_grade_by_hand_stands_over_the_computed_one_and_both_are_shown() -> None:
    """The council's grade counts, the computed one stays, and body, day and reason are told."""
    ledger = Observations([row("level", 2020, 12)], judgements=[hand("level")])
    found = evaluate(plan_of(stock()), ledger, period="FY2020", rules=scoring())["level"]
    assert (found.grade, found.computed_grade) == ("◎", "△")
    assert found.value == Decimal(20)
    assert found.by_hand is not None
    assert found.by_hand.by == "審議会"
    assert "調査の方法が変わったため" in found.trace.in_language("ja")
    assert found.row()["by_hand"] == "審議会"
    assert found.row()["by_hand_because"] == "調査の方法が変わったため"


def test_a_line_shows_the_grade_by_hand_with_its_reason_beside_the_computed_one() -> None:
    """Grade, body, day and reason, then what the rule says, also where it says nothing."""
    judgement = hand("level", known_on=day("2021-09-01"))
    found = evaluate(
        plan_of(stock()), Observations([row("level", 2020, 12)], judgements=[judgement]),
        period="FY2020", rules=scoring(),
    )  # fmt: skip
    assert str(found) == (
        "水準: ◎ (by 審議会, 2021-09-01, because: 調査の方法が変わったため); computed: △ (20.0%)"
    )
    assert found.in_language("ja") == (
        "水準: ◎（審議会、2021-09-01、理由: 調査の方法が変わったため）。計算では△（20.0%）"
    )
    assert "computed: △" in found._repr_html_()
    silent = evaluate(
        plan_of(stock()), Observations(judgements=[judgement]), period="FY2020", rules=scoring()
    )
    assert "computed: cannot be judged, because no value" in str(silent)


def test_the_table_of_the_command_line_tells_who_judged_and_why() -> None:
    """Below the table stand the grades of people, of an indicator and of a section."""
    ledger = Observations(
        [row(name, 2020, 12) for name in "abcd"],
        judgements=[hand("a", known_on=day("2021-09-01")), hand("measured", "○")],
    )
    found = evaluate(nested(*FOUR), ledger, period="FY2020", rules=scoring())
    text = table(found, "ja")
    assert "人による判定:" in text
    assert "◎（審議会、2021-09-01、理由: 調査の方法が変わったため）。計算では△（20.0%）" in text
    assert "柱: ○（審議会、理由: 調査の方法が変わったため）" in text
    assert "Judged by people" not in table(evaluate(nested(*FOUR), period="FY2020"), "en")


def test_people_may_grade_what_cannot_be_computed() -> None:
    """The grade counts, there is no computed one, and why there is no number stays told."""
    ledger = Observations(judgements=[hand("level", "○")])
    found = evaluate(plan_of(stock()), ledger, period="FY2020", rules=scoring())["level"]
    assert (found.grade, found.computed_grade, found.is_judged) == ("○", None, True)
    assert found.reason is not None
    assert found.reason.code == "no_value"


def test_the_latest_grade_by_hand_as_known_counts() -> None:
    """A council may change its mind; last year's report keeps the first word."""
    ledger = Observations(
        [row("level", 2020, 12)],
        judgements=[
            hand("level", "○", known_on=day("2021-09-01")),
            hand("level", "◎", known_on=day("2022-09-01")),
        ],
    )
    grades = [
        evaluate(plan_of(stock()), ledger, period="FY2020", rules=scoring(), known_by=on)["level"]
        for on in (day("2021-08-31"), day("2021-09-01"), None)
    ]
    assert [it.grade for it in grades] == ["△", "○", "◎"]


def test_a_made_up_grade_by_hand_marks_the_judgement() -> None:
    """A grade that nobody gave is synthetic like a value that nobody observed."""
    ledger = Observations([row("level", 2020, 12)], judgements=[hand("level", synthetic=True)])
    judgement = evaluate(plan_of(stock()), ledger, period="FY2020")
    assert judgement.synthetic
    assert judgement["level"].synthetic


@pytest.mark.parametrize("rule", ["on-pace", scoring(), scoring(method="by_hand")])
def test_a_section_graded_by_hand_says_so_under_every_rule(rule: Any) -> None:
    """Also under a rule without a roll-up, the council's word on an action is shown."""
    ledger = Observations([row("a", 2020, 12)], judgements=[hand("first", "○")])
    summary = evaluate(nested(*FOUR), ledger, period="FY2020", rules=rule).summary_of("first")
    assert summary is not None
    assert summary.grade == "○"
    assert summary.by_hand is not None
    assert (summary.assessed <= 1, summary.total) == (True, 4)


# --- roll-up -----------------------------------------------------------------------------------


def test_a_pillar_with_one_measured_indicator_of_four_does_not_look_complete() -> None:
    """1 of 4 is below the declared coverage: no grade, and the count is told."""
    ledger = Observations([row("a", 2020, 20)])
    judgement = evaluate(nested(*FOUR), ledger, period="FY2020", rules=scoring())
    for key in ("small", "first", "measured"):
        summary = judgement.summary_of(key)
        assert summary is not None
        assert (summary.grade, summary.value) == (None, None)
        assert (summary.assessed, summary.total) == (1, 4)
        assert summary.reason is not None
        assert summary.reason.code == ("not_covered" if key == "measured" else "no_group")
        assert str(summary.coverage) == "1 of 4 judged"
        assert summary.coverage.in_language("ja") == "4件中1件を評価"


def test_with_enough_coverage_there_is_a_mean_and_still_the_count() -> None:
    """Two of four: (3 + 1) / 2, and 2 of 4 stands beside it."""
    ledger = Observations([row("a", 2020, 20), row("b", 2020, 11)])
    summary = evaluate(nested(*FOUR), ledger, period="FY2020", rules=scoring()).summary_of("first")
    assert summary is not None
    assert summary.value == 2
    assert (summary.assessed, summary.total) == (2, 4)


def test_sections_without_indicators_have_no_summary() -> None:
    """A pillar that measures nothing is not summed up as nothing judged."""
    judgement = evaluate(nested(*FOUR), period="FY2020", rules=scoring())
    assert [it.node.id for it in judgement.summaries] == ["small", "first", "measured"]
    assert judgement.summary_of("silent") is None
    assert judgement.summary_of("second") is None


def test_without_a_rule_for_groups_only_the_count_is_given() -> None:
    """The default rule grades no sections, and says so."""
    ledger = Observations([row("a", 2020, 20), row("b", 2020, 12)])
    judgement = evaluate(nested(*FOUR), ledger, period="FY2020")
    summary = judgement.summary_of("measured")
    assert summary is not None
    assert (summary.grade, summary.assessed, summary.total) == (None, 2, 4)
    assert summary.reason is not None
    assert summary.reason.code == "no_rollup"


def test_an_indicator_at_two_places_is_counted_once() -> None:
    """At an action and again at its pillar it is still one of one."""
    (one,) = FOUR[:1]
    plan = plan_of(
        one,
        sections=(Action("first", "一", measured_by=[one])[Pillar("p", "柱", measured_by=[one])],),
    )
    summary = evaluate(plan, Observations([row("a", 2020, 20)]), period="FY2020").summary_of(plan)
    assert summary is not None
    assert (summary.assessed, summary.total) == (1, 1)


def test_an_indicator_that_hangs_nowhere_is_counted_at_the_plan() -> None:
    """It is judged and summed up, though no section has it."""
    judgement = evaluate(plan_of(*FOUR), Observations([row("a", 2020, 20)]), period="FY2020")
    (summary,) = judgement.summaries
    assert summary.node == judgement.plan
    assert (summary.assessed, summary.total) == (1, 4)


def test_a_plan_without_indicators_has_nothing_to_judge() -> None:
    """No rows, one summary of nothing of nothing, and no failure."""
    for rule in ("on-pace", scoring()):
        judgement = evaluate(plan_of(), period="FY2020", rules=rule)
        assert judgement.rows() == []
        (summary,) = judgement.summaries
        assert (summary.assessed, summary.total) == (0, 0)


# --- rules ---------------------------------------------------------------------------------------


def test_a_variant_judges_the_last_year_in_its_own_way() -> None:
    """In FY2020 against the path, in the last year against the target."""
    rule = read_rule(
        {
            "name": "ours",
            "version": "2",
            "measure": "pace_ratio",
            "path": "declared",
            "grade_on": "exact",
            "scale": {
                "kind": "bands",
                "bands": [
                    {"label": "順調", "at_least": 100},
                    {"label": "遅れ", "below": 100},
                ],
            },
            "variants": [
                {
                    "when": {"final_year": True},
                    "scale": {
                        "kind": "first_match",
                        "cases": [
                            {"label": "達成", "reached": True},
                            {"label": "未達成", "otherwise": True},
                        ],
                    },
                }
            ],
        }
    )
    values = {2020: 18, 2021: 19}
    assert series_of_years(stock(), values, year=2020, rules=rule).grade == "順調"
    assert series_of_years(stock(), values, year=2021, rules=rule).grade == "未達成"


def test_a_rule_that_only_rolls_up_is_refused() -> None:
    """It cannot grade an indicator, and says which rule it is."""
    rule = read_rule(
        {"name": "whole", "version": "1", "rollup": {"method": "mean", "minimum_coverage": 50}}
    )
    with pytest.raises(UsageError, match="whole"):
        evaluate(plan_of(stock()), period="FY2020", rules=rule)


def test_an_unknown_rule_is_refused_with_a_suggestion() -> None:
    """A slip of the keyboard is answered with the nearest name."""
    with pytest.raises(PlanmodelError, match="ibaraki"):
        evaluate(plan_of(stock()), period="FY2020", rules="ibaragi")


def test_what_a_grade_means_is_carried() -> None:
    """Beside the label stands its title, where the rule has one."""
    found = judged(stock(), row("level", 2020, 20), rules=scoring())
    assert found.grade_title is not None
    assert found.grade_title.in_language("ja") == "済"


def test_a_ratio_is_printed_by_the_rule_or_to_one_place() -> None:
    """Half up to one place where the rule says nothing; the value itself stays exact."""
    third = judged(stock(40, 10), row("level", 2020, "10.015"), rules=scoring())
    assert third.printed == "0.1%"
    assert third.value == Decimal("0.05")
    long = judged(stock(40, 10), row("level", 2020, 20), rules=scoring())
    assert long.printed == "33.3%"
    assert long.value is not None
    assert str(long.value).startswith("33.3333333333333333333333333333")


def test_very_large_ratios_are_printed_too() -> None:
    """Thirty digits are many, and no reason to fail."""
    found = judged(stock(Decimal("10.000000000000000001"), 10), row("level", 2020, 10**15))
    assert found.printed.endswith("%")
    assert "e" not in found.printed.lower()


def test_the_decimal_context_of_the_caller_changes_nothing() -> None:
    """Somebody else's precision of three digits leaves every figure as it was."""
    rows = [row("level", 2019, "12.3456789"), row("level", 2020, "16.3456789")]
    usual = judged(stock(), *rows)
    with localcontext() as context:
        context.prec = 3
        coarse = judged(stock(), *rows)
    assert usual.row() == coarse.row()
    assert usual.change == 4
    assert [it.value for it in usual.points] == [it.value for it in coarse.points]


# --- rows, lines, traces -----------------------------------------------------------------------


def test_rows_are_flat_and_missing_is_none() -> None:
    """One row an indicator with the same columns, for a data frame."""
    judgement = evaluate(plan_of(*FOUR), Observations([row("a", 2020, 0)]), period="FY2020")
    rows = judgement.rows()
    assert [it["indicator"] for it in rows] == list("abcd")
    assert len({tuple(it) for it in rows}) == 1
    assert rows[0]["actual"] == 0
    assert rows[0]["actual"] is not None
    assert rows[1]["actual"] is None
    assert rows[1]["value"] is None
    assert rows[1]["printed"] is None
    assert rows[1]["reason_code"] == "no_value"
    plain = (str, int, bool, Decimal, type(None))
    assert all(isinstance(cell, plain) for it in rows for cell in it.values())


def test_a_trace_holds_every_input_the_rule_and_each_step() -> None:
    """Clocks, baseline, target, row with source and day, rule with version, formula, grade."""
    value = row("level", 2020, 15, known_on=day("2021-08-01"), source="県統計年鑑")
    trace = judged(
        stock(path=None), value, rules="ibaraki", known_by=day("2021-10-31")
    ).trace.in_language("en")
    for words in (
        "indicator = level",
        "period = FY2020",
        "known by = 2021-10-31",
        "baseline = 10",
        "FY2017",
        "due FY2021",
        "actual for FY2020 = 15",
        "known on 2021-08-01",
        "source: 県統計年鑑",
        "linear path assumed",
        "Ibaraki",
        "2016",
        "b + (T − b)·k/n",
        "v/e",
        "17.5",
    ):
        assert words in trace, words
    lines = trace.splitlines()
    assert [line.split(".")[0] for line in lines] == [str(at + 1) for at in range(len(lines))]


def test_a_trace_ends_with_the_reason_where_there_is_no_grade() -> None:
    """The last step says why."""
    trace = str(judged(stock()).trace)
    assert trace.splitlines()[-1].endswith("no value for FY2020 is known")


def test_braces_and_markup_in_words_of_the_plan_are_only_words() -> None:
    """A source, a title or a reason may hold what means something elsewhere."""
    odd = "{x} {0} <script>alert(1)</script> %s"
    changed = Baseline(10, START, decided=day("2020-01-01"), because=odd, method=odd,
                       revises=Baseline(9, START))  # fmt: skip
    level = Stock("level", odd, unit="{人}", direction="increase", baseline=changed,
                  targets=[AtLeast(20, END, printed=odd)])  # fmt: skip
    judgement = evaluate(
        plan_of(level), Observations([row("level", 2020, 15, source=odd)]), period="FY2020"
    )
    found = judgement["level"]
    assert odd in str(found.trace)
    assert odd in found.in_language("ja")
    shown = judgement._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_a_notebook_shows_a_table_and_marks_made_up_data() -> None:
    """Every indicator has its row; synthetic data is said to be so before the table."""
    made_up = Observations([row("a", 2020, 15, synthetic=True)])
    shown = evaluate(plan_of(*FOUR), made_up, period="FY2020")._repr_html_()
    assert shown.count("<tr>") == 5
    assert shown.index("synthetic data") < shown.index("<table>")
    assert "synthetic" not in evaluate(plan_of(*FOUR), period="FY2020")._repr_html_()


def test_made_up_values_mark_only_their_indicator() -> None:
    """The whole evaluation is marked, and the indicators one by one."""
    ledger = Observations([row("a", 2020, 15, synthetic=True), row("b", 2020, 15)])
    judgement = evaluate(plan_of(*FOUR), ledger, period="FY2020")
    assert judgement.synthetic
    assert [it.synthetic for it in judgement] == [True, False, False, False]


def test_a_judgement_is_a_line_and_a_short_repr() -> None:
    """For a terminal and for a debugger, in both languages."""
    found = judged(stock(), row("level", 2020, 15))
    assert str(found.in_language("en")) == "水準: behind the expected path (66.7%)"
    assert found.in_language("ja") == "水準: 想定より遅れ（66.7%）"
    assert "評価できない" in judged(stock()).in_language("ja")
    assert repr(found) == "Assessment('level', FY2020, behind)"
    judgement = evaluate(plan_of(stock()), period="FY2020")
    assert repr(judgement) == "Evaluation('small', FY2020, rule='on-pace', 0 of 1 judged)"
    assert str(judgement) == judgement.in_language("en")
    assert len(judgement) == 1


def test_an_assessment_is_found_by_indicator_or_id() -> None:
    """An unknown id is answered with the nearest known one."""
    judgement = evaluate(plan_of(stock()), period="FY2020")
    assert judgement[stock()] is judgement["level"]
    with pytest.raises(UnknownIdError, match="level"):
        judgement["levle"]


def test_a_chart_has_baseline_actuals_path_and_target() -> None:
    """The points are in time order, and those of other years are there as well."""
    found = series_of_years(stock(), {2018: 11, 2020: 15}, year=2020)
    kinds: dict[str, list[tuple[str, Decimal]]] = {}
    for point in found.points:
        kinds.setdefault(point.kind, []).append((str(point.period), point.value))
    assert kinds["baseline"] == [("FY2017", 10)]
    assert kinds["actual"] == [("FY2018", 11), ("FY2020", 15)]
    assert kinds["expected"] == [
        ("FY2017", 10),
        ("FY2018", Decimal("12.5")),
        ("FY2019", 15),
        ("FY2020", Decimal("17.5")),
        ("FY2021", 20),
    ]
    assert kinds["target"] == [("FY2021", 20)]


def test_the_change_on_the_year_before_needs_the_year_before() -> None:
    """Two years apart is no year; in the first year the baseline is the year before."""
    assert series_of_years(stock(), {2019: 12, 2020: 15}, year=2020).change == 3
    assert series_of_years(stock(), {2018: 12, 2020: 15}, year=2020).change is None
    assert series_of_years(stock(), {2018: 12}, year=2018).change == 2
    hidden = series_of_years(stock(), {2019: "未公表", 2020: 15}, year=2020)
    assert hidden.change is None


def test_the_gap_is_positive_while_there_is_still_to_go() -> None:
    """Whatever the direction; beyond the target it is negative, and never cut off at 0."""
    assert judged(stock(20, 10), row("level", 2020, 15)).gap == 5
    assert judged(stock(10, 20), row("level", 2020, 15)).gap == 5
    assert judged(stock(20, 10), row("level", 2020, 25)).gap == -5


def test_an_evaluation_keeps_what_it_rests_on() -> None:
    """Plan and ledger are the ones that were given."""
    plan, ledger = plan_of(total()), Observations([Observation("total", FiscalYear(2020), 15)])
    judgement = evaluate(plan, ledger, period="FY2020")
    assert judgement.plan is plan
    assert judgement.observations is ledger
    assert pickle.loads(pickle.dumps(judgement.rows())) == judgement.rows()  # noqa: S301 - our own
