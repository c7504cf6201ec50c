"""Checks: what only the whole plan can know to be wrong, found by rules with codes and pages.

What one object can know, its constructor refuses.
Everything else is a `Finding`: a code, a severity, a place, a message and a hint.
`check` runs the rules and never raises on a plan; `explain` tells what a rule is about.
A rule is made by the decorator of `planmodel.checks.rule`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planmodel.checks.finding import SEVERITIES, Finding, Severity, summary
    from planmodel.checks.look import Look
    from planmodel.checks.registry import all_rules, explain, rule_of
    from planmodel.checks.rule import HEADINGS, Hit, Rule, hit
    from planmodel.checks.run import check

__all__ = [
    "HEADINGS",
    "SEVERITIES",
    "Finding",
    "Hit",
    "Look",
    "Rule",
    "Severity",
    "all_rules",
    "check",
    "explain",
    "hit",
    "rule_of",
    "summary",
]

_ROOMS = {
    "finding": ("SEVERITIES", "Finding", "Severity", "summary"),
    "look": ("Look",),
    "registry": ("all_rules", "explain", "rule_of"),
    "rule": ("HEADINGS", "Hit", "Rule", "hit"),
    "run": ("check",),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    room = _HOME.get(name)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
    value: object = getattr(import_module(f"{__name__}.{room}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
