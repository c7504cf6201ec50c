"""What is still to be decided: absences that show what the plan one started from says there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from planmodel.dsl.absences import absences_in, is_undecided
from planmodel.dsl.wording import in_short
from planmodel.model.absence import NotStated
from planmodel.model.ids import evolve
from planmodel.model.indicators import Benchmark, Indicator
from planmodel.model.outline import Node, Relisted
from planmodel.model.plan import Plan
from planmodel.model.targets import AgainstBenchmark, AllOf
from planmodel.text import Language

__all__ = ["reason", "undecided", "whose", "with_open_places"]

P = TypeVar("P", bound=Plan[Any])


def whose(plan: Plan[Any], language: Language) -> str:
    """The issuer of *plan* (or its title) in *language*."""
    name = plan.title if plan.issuer is None else plan.issuer.name
    return plan.phrase(name, language)


def reason(plan: Plan[Any], said: object, language: Language) -> str:
    """The words for what is to be decided, with what *plan* says there.

    ``to be decided; Hyogo: 2,329グループ* (FY2017)``, ``未定。兵庫県: 2,329グループ*（2017年度）``.
    What *plan* itself has not decided is not repeated; where it has decided nothing there, its
    own words for that are carried on, and name the plan that they came from.
    """
    opening = "未定" if language == "ja" else "to be decided"
    words = said if isinstance(said, str) else in_short(said, plan, language, is_undecided)
    if not words:
        open_there = (it.reason for it in absences_in(said) if is_undecided(it.reason))
        return plan.phrase(next(open_there, opening), language)
    between = "。" if language == "ja" else "; "
    return f"{opening}{between}{whose(plan, language)}: {words}"


def undecided(plan: Plan[Any], said: object, language: Language) -> NotStated:
    """An absence for what is to be decided, with what *plan* says there."""
    return NotStated(reason(plan, said, language))


def with_open_places(plan: P) -> P:
    """*plan* with an absence wherever something must stand and nothing does.

    Such places are the department of an indicator, what is under a section, an outline where
    there are no indicators either, and the value of a series that others are held against.
    """
    here = NotStated("未定" if plan.language == "ja" else "to be decided")
    compared = set(_compared(plan))
    indicators = tuple(_indicator(it, here, compared, top=True) for it in plan.indicators)
    sections: Any = plan.not_stated("sections")
    if sections is None:
        sections = tuple(_child(it, here) for it in plan.outline)
    is_empty = not sections and not indicators
    return evolve(
        plan,
        origin=plan.origin,
        indicators=indicators,
        sections=here if is_empty else sections,
    )


def _compared(plan: Plan[Any]) -> Iterator[str]:
    """The ids of all series that a target is held against."""
    for it in plan.index.entities.values():
        for target in it.targets if isinstance(it, Indicator) else ():
            if isinstance(target, AgainstBenchmark):
                yield target.benchmark.id
            elif isinstance(target, AllOf):
                yield target.whole.id


def _indicator(
    it: Indicator, here: NotStated, compared: Collection[str], *, top: bool
) -> Indicator:
    def benchmark(one: Benchmark) -> Benchmark:
        is_open = one.baseline is None and one.id in compared
        return evolve(one, origin=one.origin, baseline=here) if is_open else one

    changes: dict[str, Any] = {
        "benchmarks": tuple(benchmark(one) for one in it.benchmarks),
        "parts": tuple(_indicator(part, here, compared, top=False) for part in it.parts),
    }
    if top and it.department is None and not it.co_departments:
        changes["department"] = here
    return evolve(it, origin=it.origin, **changes)


def _child(it: Node | Relisted, here: NotStated) -> Node | Relisted:
    if not isinstance(it, Node) or it.form != "section" or it.not_stated("children") is not None:
        return it
    children = tuple(_child(child, here) for child in it.children)
    return evolve(it, origin=it.origin, children=children or here)
