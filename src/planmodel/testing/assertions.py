"""Assertions about plans."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planmodel.exchange.documents import from_json, to_json
from planmodel.model.generic import GenericPlan
from planmodel.model.outline import Node
from planmodel.model.plan import Plan

__all__ = ["assert_round_trip"]


def assert_round_trip(plan: Plan[Any], words: Iterable[type[Node]] = ()) -> None:
    """Assert that *plan* survives its JSON document: with its classes, and without them.

    *words* are classes that stand in for the plan's own levels, as for `from_json`.

    Raises:
        AssertionError: it does not.
    """
    text = to_json(plan)
    typed: Plan[Any] = from_json(text, type(plan), words=words)
    if typed != plan:
        raise AssertionError(f"read with its classes, {plan!r} is another plan")
    if to_json(typed) != text:
        raise AssertionError(f"written again, {plan!r} is another document")
    numbers = [(it.id, it.number, it.word) for it in plan.walk()]
    for read in (typed, from_json(text)):
        if [(it.id, it.number, it.word) for it in read.walk()] != numbers:
            raise AssertionError(f"read again, {plan!r} has other numbers")
    generic = from_json(text, GenericPlan)
    if to_json(generic) != text or to_json(from_json(text)) != text:
        raise AssertionError(f"read without its classes, {plan!r} loses something")
