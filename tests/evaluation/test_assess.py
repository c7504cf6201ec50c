"""What an assessment says beside its grade: the measure, the number printed, the nearest reason."""

from __future__ import annotations

from typing import Any

import pytest

from judging_samples import END, START, judged, plan_of, row, stock, total
from planmodel import (
    AtMost,
    Baseline,
    CalendarYear,
    FiscalYear,
    Judgement,
    NotStated,
    Observation,
    Observations,
    Window,
    evaluate,
)
from planmodel.evaluation import Rule, read_rule
from planmodel.model.ids import Ref


def rule(**entries: Any) -> Rule:
    """A rule that says met or not met, unless told otherwise."""
    cases = [{"label": "met", "reached": True}, {"label": "not met", "otherwise": True}]
    return read_rule(
        {
            "name": "ours",
            "version": "1",
            "grade_on": "exact",
            "scale": {"kind": "first_match", "cases": cases},
            **entries,
        }
    )


def bands(measure: str, **entries: Any) -> Rule:
    """A rule that tells whether a number is ten or more."""
    found = [{"label": "ten", "at_least": 10}, {"label": "less", "below": 10}]
    return rule(measure=measure, scale={"kind": "bands", "bands": found}, **entries)


def test_a_rule_without_a_title_is_called_by_its_name() -> None:
    """In both languages; a title of its own wins."""
    plan = plan_of(stock())
    plain = evaluate(plan, period="FY2020", rules=rule()).rule_title
    assert [plain.in_language(it) for it in ("en", "ja")] == ["ours", "ours"]
    titled = evaluate(plan, period="FY2020", rules=rule(title={"en": "Ours", "ja": "当県"}))
    assert [titled.rule_title.in_language(it) for it in ("en", "ja")] == ["Ours", "当県"]


def test_a_rule_that_only_asks_conditions_measures_nothing() -> None:
    """There is no measure and no number, and yet a grade."""
    found = judged(stock(), row("level", 2020, 15), rules=rule())
    assert (found.measure, found.value, found.printed) == ("", None, "")
    assert found.grade == "not met"


@pytest.mark.parametrize(
    ("measure", "value", "printed"),
    [
        ("progress_from_baseline", 15, "50.0%"),
        ("gap", 15, "5.0"),
        ("gap", -1984, "2,004.0"),
        ("gap", "19.96", "0.0"),
        ("gap", "19.95", "0.1"),
        ("gap", "20.05", "-0.1"),
    ],
)
def test_only_a_ratio_is_printed_in_percent(measure: str, value: Any, printed: str) -> None:
    """Half up to one place where the rule says nothing of it, with commas."""
    found = judged(stock(), row("level", 2020, value), rules=bands(measure))
    assert found.printed == printed


def test_a_real_grade_by_hand_marks_nothing_as_made_up() -> None:
    """Neither does one that is not there; a made-up one does."""
    made_up = {}
    for synthetic in (None, False, True):
        ledger = Observations([row("level", 2020, 15)])
        if synthetic is not None:
            by = Judgement(
                "level",
                FiscalYear(2020),
                "met",
                by="審議会",
                because="理由",
                synthetic=synthetic,
            )
            ledger = ledger.append(by)
        made_up[synthetic] = evaluate(plan_of(stock()), ledger, period="FY2020")["level"].synthetic
    assert made_up == {None: False, False: False, True: True}


# -- the nearest reason -------------------------------------------------------------------------


def test_a_time_that_cannot_be_told_is_the_reason_only_where_time_is_needed() -> None:
    """A year within the span of the baseline: v/T lacks its convention, the pace lacks the time."""
    span = Window(CalendarYear(2017), CalendarYear(2021))
    falling = stock(5, 10, baseline=Baseline(10, span), targets=[AtMost(5, END)])
    by_target = judged(falling, row("level", 2020, 7), rules=bands("ratio_to_target")).reason
    assert by_target is not None
    assert by_target.code == "no_convention"
    by_pace = judged(falling, row("level", 2020, 7), rules=bands("pace_ratio", path="linear"))
    assert str(by_pace.reason) == (
        "FY2020 lies within the span of the baseline (2017–2021): no time has passed"
    )


def test_a_baseline_that_is_not_stated_is_the_reason_only_where_one_is_needed() -> None:
    """Its own words stand for progress from it, not for the ratio of a running total."""
    unknown = total(20, baseline=Baseline(NotStated("調査中"), START))
    progress = judged(unknown, row("total", 2020, 15), rules=bands("progress_from_baseline"))
    assert str(progress.reason) == "there is no baseline (調査中)"
    running = judged(unknown, row("total", 2020, 15), rules="sano").reason
    assert running is not None
    assert running.code == "running_total"
    assert "調査中" not in str(running)


def test_a_denominator_that_the_plan_does_not_have_is_called_by_its_id() -> None:
    """A plan may point at what is still to be written; its rows are found all the same."""
    share = stock(denominator=Ref[Any]("indicator", "households"))
    rows = row("level", 2020, 15), Observation("households", CalendarYear(2020), 400)
    found = judged(share, *rows)
    assert found.facts.base == 400
    assert [str(it) for it in found.notes] == [
        "households: the value of calendar year 2020 stands for FY2020"
    ]
