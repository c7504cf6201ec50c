"""Lineage: what an indicator took the place of, and whether the two series may be one.

They may only where the plan itself declares it (`Lineage.joinable`) and nothing that they are
made of stands against it. Else there is a reason.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from planmodel.evaluation.outcome import NotAssessable
from planmodel.model.absence import NotStated
from planmodel.model.indicators import Cumulative, Indicator, Lineage
from planmodel.model.plan import Plan
from planmodel.text import Language, Text, say

__all__ = ["Succession", "lineage_of"]


@frozen
class Succession:
    """One step back: an indicator, and the one it took the place of.

    Attributes:
        indicator: the later one.
        lineage: what its plan declares: why, and whether the series may be joined.
        plan: the plan of the earlier one; ``None`` where that edition is not at hand.
        predecessor: the earlier one; ``None`` where it is not at hand.
        title: its words as the later plan gives them, else its own title, else its id.
        plan_title: the title of its plan as far as it is known; empty for the plan itself.
        obstacle: why the two series are not one; ``None`` where they may be joined.
    """

    indicator: Indicator
    lineage: Lineage
    plan: Plan[Any] | None
    predecessor: Indicator | None
    title: str
    plan_title: str
    obstacle: NotAssessable | None

    def in_language(self, language: Language) -> str:
        """What it took the place of, why, and whether the series go on, as one line."""
        of: Text | str = self.title
        if self.plan_title:
            of = say("{title} ({plan})", "{title}（{plan}）", title=of, plan=self.plan_title)
        fate: Text | NotAssessable = say("the series are not joined", "系列は接続しない")
        if self.lineage.joinable:
            fate = self.obstacle or say("the series are joined", "系列は接続する")
        return say(
            "took the place of {of}, because {why}; {fate}",
            "{of}に代わるもの。理由: {why}。{fate}",
            of=of,
            why=self.lineage.because,
            fate=fate,
        ).in_language(language)

    def __str__(self) -> str:
        return self.in_language("en")


def lineage_of(
    plan: Plan[Any], indicator: Indicator, earlier: Iterable[Plan[Any]] = ()
) -> tuple[Succession, ...]:
    """What *indicator* took the place of, and that one in its turn, the nearest first.

    Args:
        plan: the plan that holds the indicator.
        indicator: the indicator.
        earlier: earlier editions at hand, found by their ids; without them ids stand for titles.
    """
    plans = {plan.id: plan, **{it.id: it for it in earlier}}
    found: list[Succession] = []
    start = (plan.id, indicator.id)
    waiting = [(plan, indicator, frozenset({start}))]
    seen = {start}
    while waiting:
        here, later, way = waiting.pop(0)
        for lineage in later.replaces:
            step = _step(here, later, lineage, plans, way)
            found.append(step)
            if step.plan is not None and step.predecessor is not None:
                key = (step.plan.id, step.predecessor.id)
                if key not in seen:
                    seen.add(key)
                    waiting.append((step.plan, step.predecessor, way | {key}))
    return tuple(found)


_CIRCLE = NotAssessable(
    "lineage_circle",
    say("the indicators take each other's place in a circle", "指標の代替関係が循環している"),
)


def _step(
    here: Plan[Any],
    later: Indicator,
    lineage: Lineage,
    plans: dict[str, Plan[Any]],
    way: frozenset[tuple[str, str]],
) -> Succession:
    there = plans.get(lineage.plan) if lineage.plan else here
    thing = None if there is None else there.index.entities.get(lineage.indicator)
    before = thing if isinstance(thing, Indicator) else None
    name = lineage.plan
    if there is not None:
        name = "" if there is here else there.title
    else:
        name = next((it.title for it in here.relations if it.plan == name), name)
    return Succession(
        later,
        lineage,
        there if before is not None else None,
        before,
        lineage.title or (lineage.indicator if before is None else before.title),
        name,
        _obstacle(later, lineage, there, before, name, way),
    )


def _obstacle(  # noqa: PLR0911, PLR0913, PLR0917 - every reason has a sentence of its own
    later: Indicator,
    lineage: Lineage,
    there: Plan[Any] | None,
    before: Indicator | None,
    name: str,
    way: frozenset[tuple[str, str]],
) -> NotAssessable | None:
    if not lineage.joinable:
        return NotAssessable(
            "not_joinable",
            say(
                "the series may not be joined: {why}", "系列は接続しない（{why}）",
                why=lineage.because,
            ),
        )  # fmt: skip
    if there is None:
        return NotAssessable(
            "edition_missing",
            say("the plan {name} is not at hand", "計画「{name}」が手元にない", name=name),
        )
    if before is None:
        return NotAssessable(
            "predecessor_missing",
            say(
                "the plan {plan} has no indicator {id!r}",
                "計画「{plan}」に指標「{id}」がない",
                plan=there.title,
                id=lineage.indicator,
            ),
        )
    if (there.id, before.id) in way:
        return _CIRCLE
    if later.kind != before.kind:
        return NotAssessable(
            "kinds_differ",
            say(
                "one is a {later}, the other a {before}", "種別が異なる（{later}と{before}）",
                later=_KINDS[later.kind], before=_KINDS[before.kind],
            ),
        )  # fmt: skip
    if not _same_unit(later.unit, before.unit):
        return NotAssessable(
            "units_differ",
            say(
                "the units differ: {later} and {before}", "単位が異なる（{later}と{before}）",
                later=later.unit, before=before.unit,
            ),
        )  # fmt: skip
    return _other_count(later, before)


_KINDS = {
    "stock": say("stock", "現在高"),
    "flow": say("flow", "年間の量"),
    "cumulative": say("running total", "累計"),
}


def _other_count(later: Indicator, before: Indicator) -> NotAssessable | None:
    """Two running totals that are counted from different starts."""
    if not (isinstance(later, Cumulative) and isinstance(before, Cumulative)):
        return None
    starts = later.counted_from, before.counted_from
    if any(it is None or isinstance(it, NotStated) for it in starts) or starts[0] == starts[1]:
        return None
    return NotAssessable(
        "count_restarts",
        say(
            "the running totals are counted from different starts, {later} and {before}",
            "累計の起点が異なる（{later}と{before}）",
            later=starts[0],
            before=starts[1],
        ),
    )


def _same_unit(one: str, other: str) -> bool:
    if unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other):
        return True
    from planmodel.units import default_units

    units = default_units()
    known = units.find(one)
    return known is not None and known == units.find(other)
