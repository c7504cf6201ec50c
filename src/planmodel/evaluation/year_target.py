"""The target that a ratio to the target is one to: the year's own, or the one that is due."""

from __future__ import annotations

from attrs import evolve

from planmodel.evaluation.facts import Facts
from planmodel.evaluation.gathering import Gathered
from planmodel.evaluation.rules.model import Rule
from planmodel.evaluation.timeline import position
from planmodel.model.absence import NotStated
from planmodel.text import say

__all__ = ["against_the_year", "is_to_target"]

_OF_YEAR = say(
    "the ratio to the target takes the target printed for the year",
    "達成率は、その年について記載された目標値に対するもの",
)


def is_to_target(found: Gathered, rule: Rule) -> bool:
    """Whether *rule* grades the ratio to the target."""
    judging = rule.judging_for(found.facts)
    return judging is not None and judging.measure == "ratio_to_target"


def against_the_year(found: Gathered) -> tuple[Gathered, Facts]:
    """A ratio to the target is one to the year's own target, where the plan prints one.

    Where it prints none for the year, it is one to the target due in another year, and said so.
    """
    facts, target = found.facts, found.target
    if found.reading is None or target is None or facts.target is None:
        return found, facts
    now = found.reading.row.period
    of_year = found.aim.of_year(position(now))
    if of_year is not None:
        note, facts = _OF_YEAR, evolve(facts, target=of_year)
    elif found.aim.is_for_another_year(position(now)) and not isinstance(target.period, NotStated):
        note = say(
            "no target is printed for {now}; compared with the one due {due}",
            "{now}の目標値の記載がないため、{due}を期限とする目標値と比べた",
            now=now,
            due=target.period,
        )
    else:
        return found, facts
    return evolve(found, notes=(*found.notes, note)), facts
