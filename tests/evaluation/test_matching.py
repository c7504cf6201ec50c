"""The conditions of a rule, asked one by one: cases, reasons, and the nearer reason."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel.evaluation import NotAssessable, read_rule
from planmodel.evaluation import reasons as why
from planmodel.evaluation.facts import Facts
from planmodel.evaluation.grading import grade_facts
from planmodel.evaluation.matching import Verdict, first_of, holds
from planmodel.evaluation.rules.steps import Case, Condition, FirstMatch

VERDICTS = st.sampled_from([True, False, why.NO_VALUE])


def asking(*codes: str) -> Any:
    """A rule that asks whether its measure cannot be computed, for one of the *codes*."""
    cases = [{"label": "yes", "not_assessable": list(codes)}, {"label": "no", "otherwise": True}]
    return read_rule(
        {
            "name": "q",
            "version": "1",
            "grade_on": "exact",
            "measure": "progress_from_baseline",
            "scale": {"kind": "first_match", "cases": cases},
        }
    )


PENDING = Facts(target=Decimal(20), baseline=Decimal(10), direction="increase", nearer=why.PENDING)
NO_BASELINE = Facts(
    value=Decimal(15), target=Decimal(20), direction="increase", nearer=why.TARGET_BETWEEN
)
COMPUTED = Facts(value=Decimal(15), target=Decimal(20), baseline=Decimal(10), direction="increase")


@pytest.mark.parametrize(
    ("codes", "facts", "label"),
    [
        (["pending"], PENDING, "yes"),
        (["no_value"], PENDING, "yes"),
        (["discontinued"], PENDING, "no"),
        (["no_baseline"], NO_BASELINE, "yes"),
        (["target_between", "no_target"], NO_BASELINE, "no"),
        (["any"], NO_BASELINE, "yes"),
        (["any"], PENDING, "yes"),
        (["any"], COMPUTED, "no"),
    ],
)
def test_a_case_for_a_reason_takes_that_reason_and_what_is_nearer_of_its_kind(
    codes: list[str], facts: Facts, label: str
) -> None:
    """What the ledger says of a missing value counts for it, and never for another gap."""
    assert grade_facts(asking(*codes), facts).label == label


def test_a_case_without_a_condition_takes_all_that_comes() -> None:
    """What stands after it is never asked."""

    def nothing(_condition: Condition) -> list[Verdict]:
        raise AssertionError

    first = Case("all")
    scale = FirstMatch((first, Case("more", Condition(due=True)), Case("rest")))
    assert first_of(scale, nothing) is first


@given(st.lists(VERDICTS, min_size=1, max_size=4), st.lists(VERDICTS, min_size=1, max_size=4))
def test_what_is_not_known_decides_only_where_nothing_else_does(
    every: list[Verdict], some: list[Verdict]
) -> None:
    """One no makes all of them no, one yes any of them yes; else the unknown stays unknown."""
    given_verdicts = dict(enumerate([*every, *some]))
    parts = tuple(Condition(measure=str(at)) for at in given_verdicts)

    def test(condition: Condition) -> list[Verdict]:
        return [] if condition.measure is None else [given_verdicts[int(condition.measure)]]

    def opposite(verdict: Verdict) -> Verdict:
        return verdict if isinstance(verdict, NotAssessable) else not verdict

    all_of, any_of = Condition(all_of=parts), Condition(any_of=parts)
    verdicts = [*every, *some]
    unknown = why.NO_VALUE if why.NO_VALUE in verdicts else None
    together = False if False in verdicts else unknown or True
    one = True if True in verdicts else unknown or False
    assert (holds(all_of, test), holds(any_of, test)) == (together, one)
    assert holds(Condition(negated=all_of), test) == opposite(together)
    assert holds(Condition(negated=any_of), test) == opposite(one)
    none_of = Condition(all_of=tuple(Condition(negated=part) for part in parts))
    assert holds(none_of, test) == opposite(one)
