"""States instead of grades: the code of the nearest reason decides what is printed."""

from __future__ import annotations

from typing import Any

import pytest

from judging_samples import END, START, judged, row, stock
from planmodel import (
    Amount,
    AtLeast,
    Baseline,
    Between,
    Cumulative,
    Milestone,
    Missing,
    NoNumber,
    NotStated,
)
from planmodel.evaluation import grade, read_rule
from planmodel.evaluation.rules import Rule


def rule(**states: list[str]) -> Rule:
    """A rule on the pace that prints *states*."""
    return read_rule(
        {
            "name": "ours",
            "version": "1",
            "measure": "pace_ratio",
            "path": "declared",
            "grade_on": "exact",
            "states": states,
            "scale": {
                "kind": "bands",
                "bands": [{"label": "○", "at_least": 100}, {"label": "△", "below": 100}],
            },
        }
    )


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("集計中", "pending"),
        ("未公表", "not_published"),
        ("調査せず", "not_surveyed"),
        ("調査なし", "not_surveyed"),
        ("把握不能", "not_known"),
        ("不明", "not_known"),
        ("中止", "discontinued"),
        ("廃止", "discontinued"),
        ("―", "no_value"),
    ],
)
def test_the_word_in_the_ledger_decides_the_state(word: str, code: str) -> None:
    """集計中 in the ledger is pending, and prints what the rule says of pending."""
    both = rule(印=[code], 他=["any"])
    found = judged(stock(), row("level", 2020, Missing(word)), rules=both)
    assert found.reason is not None
    assert (found.reason.code, found.state, found.grade) == (code, "印", None)
    alone = judged(stock(), row("level", 2020, Missing(word)), rules=rule(印=[code]))
    assert alone.state == "印"
    assert "= 印 — " in str(alone.trace)
    assert grade(both, state=code).label == "印"


@pytest.mark.parametrize(
    ("targets", "code"),
    [
        ([Between(40, 60, END)], "target_between"),
        ([Milestone("設置", END)], "target_milestone"),
        ([NoNumber("数値目標は設定しない", END)], "target_no_number"),
        (NotStated("抜粋にない"), "target_not_stated"),
        ([AtLeast(NotStated("抜粋にない"), END)], "target_not_stated"),
        ([AtLeast(5, END), Between(40, 60, END)], "target_several"),
        ([], "no_target"),
    ],
)
def test_the_form_of_the_target_decides_the_state(targets: Any, code: str) -> None:
    """A target that is no number has a state of its own, or that of no target."""
    aimed = stock(targets=targets)
    for name in (code, "no_target", "any"):
        found = judged(aimed, row("level", 2020, 70), rules=rule(印=[name]))
        assert found.reason is not None
        assert (found.reason.code, found.state) == (code, "印")
    both = judged(aimed, row("level", 2020, 70), rules=rule(印=[code], 他=["any"]))
    assert both.state == "印"


def test_a_value_in_words_and_a_total_that_is_not_known_have_states() -> None:
    """Both are cases of no value."""
    words = row("level", 2020, Amount(words="おおむね順調"))
    assert judged(stock(), words, rules=rule(語=["not_a_number"], 他=["any"])).state == "語"
    total = Cumulative(
        "level", "累計", unit="件", direction="increase", baseline=Baseline(1, START)
    )
    added = row("level", 2020, 5, reported_as="increment")
    for code in ("increments_incomplete", "no_value"):
        assert judged(total, added, rules=rule(不=[code], 他=["any"])).state == "不"


def test_a_nearer_state_wins_over_the_wider_one() -> None:
    """Pending is a case of no value; the rule may tell them apart or not."""
    pending = row("level", 2020, Missing("集計中"))
    apart = rule(集=["pending"], 無=["no_value"], 他=["any"])
    assert judged(stock(), pending, rules=apart).state == "集"
    assert judged(stock(), rules=apart).state == "無"
    assert judged(stock(), pending, rules=rule(無=["no_value"], 他=["any"])).state == "無"
    assert judged(stock(), pending, rules=rule(他=["not_known"])).state is None
    assert judged(stock(), pending, rules="nagayo").state == "−"
