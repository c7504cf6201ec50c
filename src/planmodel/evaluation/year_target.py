"""The target that is taken: the year's own, or the one that is due, as the rule declares."""

from __future__ import annotations

from attrs import evolve

from planmodel.evaluation.facts import Facts
from planmodel.evaluation.gathering import Gathered
from planmodel.evaluation.goals import all_met
from planmodel.evaluation.rules.model import Rule
from planmodel.evaluation.timeline import position
from planmodel.model.absence import NotStated
from planmodel.text import Text, say

__all__ = ["with_year"]

_OF_YEAR = say(
    "the ratio to the target takes the target printed for the year",
    "達成率は、その年について記載された目標値に対するもの",
)
_DECLARED = say(
    "the rule takes the target printed for the year",
    "評価ルールの定めにより、その年について記載された目標値を用いる",
)


def with_year(found: Gathered, rule: Rule) -> Gathered:
    """*found* with the target printed for its year beside the final one.

    Where *rule* takes the target of the year, the notes say so; where the plan prints none for
    the year, they say which one is taken.
    """
    facts = _with_year(found)
    judging = rule.judging_for(facts)
    note: Text | None = None
    if judging is not None and judging.asks_year:
        if facts.of_year is not None:
            note = _DECLARED if judging.declares_year else _OF_YEAR
        else:
            note = _of_another_year(found)
    if note is None:
        return found if facts is found.facts else evolve(found, facts=facts)
    return evolve(found, facts=facts, notes=(*found.notes, note))


def _with_year(found: Gathered) -> Facts:
    facts = found.facts
    if found.reading is None or found.target is None or facts.target is None:
        return facts
    now = position(found.reading.row.period)
    of_year = found.aim.of_year(now)
    if of_year is None:
        return facts
    met = all_met(found.aim.goals_of(now), facts.value, found.series.words.get(found.at, ""))
    return evolve(facts, of_year=evolve(facts, target=of_year, reached=met))


def _of_another_year(found: Gathered) -> Text | None:
    target = found.target
    if found.reading is None or target is None or found.facts.target is None:
        return None
    now = found.reading.row.period
    if not found.aim.is_for_another_year(position(now)) or isinstance(target.period, NotStated):
        return None
    return say(
        "no target is printed for {now}; compared with the one due {due}",
        "{now}の目標値の記載がないため、{due}を期限とする目標値と比べた",
        now=now,
        due=target.period,
    )
