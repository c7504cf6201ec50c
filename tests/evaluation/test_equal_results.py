"""Results are values: the same judgement twice is equal, hashes alike and survives pickling."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from attrs import evolve

from judging_samples import plan_of, row, stock, total
from planmodel import Action, Evaluation, Observations, Plan, evaluate
from planmodel.errors import UnknownIdError
from planmodel.evaluation import compare_methods


@pytest.fixture
def plan() -> Plan[Any]:
    """Two indicators, one of them under an action."""
    first, second = stock(), total()
    return plan_of(first, second, sections=[Action("a", "見守り", measured_by=[first])])


@pytest.fixture
def rows() -> Observations:
    """Values of both."""
    return Observations([row("level", 2019, 12), row("level", 2020, 15), row("total", 2020, 17)])


def test_the_same_judgement_twice_is_equal(plan: Plan[Any], rows: Observations) -> None:
    """Evaluations, assessments and summaries compare by their data."""
    once = evaluate(plan, rows, period="FY2020", rules="ibaraki")
    again = evaluate(plan, rows, period="FY2020", rules="ibaraki")
    assert once == again
    assert hash(once) == hash(again)
    assert once.assessments == again.assessments
    assert len({*once.assessments, *again.assessments}) == len(once)
    assert once.summaries == again.summaries
    assert {*once.summaries} == {*again.summaries}


def test_another_year_or_value_is_another_judgement(plan: Plan[Any], rows: Observations) -> None:
    """What differs in its data is not equal."""
    once = evaluate(plan, rows, period="FY2020")
    assert once != evaluate(plan, rows, period="FY2019")
    assert once != evaluate(plan, rows.append(row("level", 2020, 16)), period="FY2020")
    assert once["level"] != evolve(once["level"], grade="?")


def test_a_judgement_survives_pickling(plan: Plan[Any], rows: Observations) -> None:
    """What comes back is equal, and can still be explained and drawn."""
    once = evaluate(plan, rows, period="FY2020", rules="ibaraki")
    back: Evaluation = pickle.loads(pickle.dumps(once))  # noqa: S301 - our own bytes
    assert back == once
    assert hash(back) == hash(once)
    assert back["level"].trace.steps
    assert [str(it.trace) for it in back] == [str(it.trace) for it in once]
    assert [it.trace for it in back] == [it.trace for it in once]
    assert [it.points for it in back] == [it.points for it in once]
    assert [it.standing for it in back] == [it.standing for it in once]
    assert [it.trace for it in back.summaries] == [it.trace for it in once.summaries]


def test_looking_up_does_not_walk_through_all_judgements_again(
    plan: Plan[Any], rows: Observations, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many look-ups cost one walk, and leave equality, hash and pickle as they were."""
    once = evaluate(plan, rows, period="FY2020", rules="ibaraki")
    again = evaluate(plan, rows, period="FY2020", rules="ibaraki")
    walks: list[int] = []
    real = Evaluation.with_parts
    monkeypatch.setattr(Evaluation, "with_parts", lambda self: walks.append(1) or real(self))
    for _ in range(5):
        assert [once[it.id] for it in plan.indicators] == list(once)
        summaries = [once.summary_of(it.node) for it in once.summaries]
        assert summaries == list(once.summaries)
    assert len(walks) == 1
    assert once == again
    assert hash(once) == hash(again)
    assert pickle.dumps(once) == pickle.dumps(again)
    assert evolve(once, assessments=once.assessments[:1]).assessments == once.assessments[:1]
    with pytest.raises(UnknownIdError, match="levle"):
        once["levle"]


def test_methods_side_by_side_compare_by_value(plan: Plan[Any], rows: Observations) -> None:
    """A comparison is a value too."""
    once = compare_methods(plan, rows, period="FY2020")
    again = compare_methods(plan, rows, period="FY2020")
    assert once == again
    assert hash(once) == hash(again)
    assert pickle.loads(pickle.dumps(once)) == once  # noqa: S301 - our own bytes
    assert once.silences == again.silences
