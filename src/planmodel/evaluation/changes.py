"""The arithmetic of changes: on the year before and since the baseline (see `arithmetic`)."""

from __future__ import annotations

from decimal import Decimal

from planmodel.evaluation import reasons as why
from planmodel.evaluation.arithmetic import Outcome, Sign
from planmodel.evaluation.precision import divide, subtract

__all__ = [
    "change",
    "change_from_baseline",
    "change_rate",
    "change_rate_from_baseline",
    "improvement",
    "improvement_from_baseline",
    "ratio_to_previous",
]


def change(v: Decimal | None, p: Decimal | None) -> Outcome:
    """The difference v − p, in the unit (ポイント for percentages)."""
    if v is None:
        return why.NO_VALUE
    return why.NO_PREVIOUS if p is None else subtract(v, p)


def change_from_baseline(v: Decimal | None, b: Decimal | None) -> Outcome:
    """The difference v − b, in the unit (ポイント for percentages)."""
    if v is None:
        return why.NO_VALUE
    return why.NO_BASELINE if b is None else subtract(v, b)


def change_rate(v: Decimal | None, p: Decimal | None) -> Outcome:
    """(v − p)/|p|: the change as a share of the value of the year before."""
    if v is None:
        return why.NO_VALUE
    if p is None:
        return why.NO_PREVIOUS
    return divide(subtract(v, p), p.copy_abs()) if p else why.PREVIOUS_ZERO


def ratio_to_previous(v: Decimal | None, p: Decimal | None) -> Outcome:
    """v/p: the value as a share of the value of the year before (前年度比)."""
    if v is None:
        return why.NO_VALUE
    if p is None:
        return why.NO_PREVIOUS
    return divide(v, p) if p else why.PREVIOUS_ZERO


def change_rate_from_baseline(v: Decimal | None, b: Decimal | None) -> Outcome:
    """(v − b)/|b|: the change as a share of the baseline."""
    if v is None:
        return why.NO_VALUE
    if b is None:
        return why.NO_BASELINE
    return divide(subtract(v, b), b.copy_abs()) if b else why.BASELINE_ZERO


def improvement(v: Decimal | None, p: Decimal | None, d: Sign) -> Outcome:
    """d·(v − p): the change, positive where it is for the better."""
    if v is None:
        return why.NO_VALUE
    if p is None:
        return why.NO_PREVIOUS
    return subtract(v, p) if d > 0 else subtract(p, v)


def improvement_from_baseline(v: Decimal | None, b: Decimal | None, d: Sign) -> Outcome:
    """d·(v − b): the change since the baseline, positive where it is for the better."""
    if v is None:
        return why.NO_VALUE
    if b is None:
        return why.NO_BASELINE
    return subtract(v, b) if d > 0 else subtract(b, v)
