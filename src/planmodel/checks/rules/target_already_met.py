"""PM207: a target that the baseline already meets."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from planmodel.checks.amounts import Limit, limits, number_in, other_end
from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.indicators import Cumulative, Indicator
from planmodel.model.targets import Bound, Target
from planmodel.text import Text, say

__all__ = ["target_already_met"]


@rule(
    "PM207",
    "target-already-met",
    "warning",
    title=say("target that the baseline already meets", "基準値がすでに満たしている目標"),
    does_ja="""
        基準値が、以上・以下・範囲・増減の目標をすでに満たしているときに知らせる。
        期限が同じ下限と上限は一つの範囲とみなす。
        維持する目標（keep、every_year、方向が maintain）と、
        動く比較対象に対する目標は対象にしない。
        累計が基準値を下回る目標は PM208 が見る。
        """,
    bad_ja="""
        計画が始まる前に達成している目標では、取組の効果を測れない。
        進捗率は、悪化するほど大きくなる。
        """,
)
def target_already_met(look: Look) -> Iterable[Hit]:
    """Report targets that were met before the plan began.

    ## What it does
    Compares the baseline with every bound, range and change that is aimed at.
    A lower and an upper bound due together are one range.
    Targets to keep a level (scope `keep` or `every_year`, direction `maintain`) and targets
    against a benchmark, which moves, are passed over.
    A running total whose target lies below its baseline is the matter of PM208.

    ## Why it is bad
    A target that is met on the first day tells nothing about what the plan brought.
    Progress from the baseline even grows while things get worse.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2019), FiscalYear(2021)),
        indicators=[
            Stock(
                "watched", "見守りが行われている学校の割合", unit="%",
                department=NotStated("資料に記載なし"),
                baseline=Baseline("95.1%", FiscalYear(2017)),
                targets=[AtLeast("90%", FiscalYear(2021))],
            ),
        ],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2019), FiscalYear(2021)),
        indicators=[
            Stock(
                "watched", "見守りが行われている学校の割合", unit="%",
                department=NotStated("資料に記載なし"),
                baseline=Baseline("95.1%", FiscalYear(2017)),
                targets=[AtLeast("90%", FiscalYear(2021), scope="keep")],
            ),
        ],
    )
    ```

    ## Reference
    `planmodel.Target`
    """
    for indicator in look.indicators:
        baseline = look.baseline(indicator)
        if baseline is None or indicator.direction == "maintain":
            continue
        start = number_in(baseline.amount, indicator.unit, look.units)
        if start is None:
            continue
        for target in look.targets(indicator):
            if target.scope != "by":
                continue
            goals = _goals(look, indicator, target)
            if not goals or not all(_met(start, goal) for goal in goals):
                continue
            if isinstance(indicator, Cumulative) and any(start > goal for *_, goal in goals):
                continue
            message = say(
                "the baseline {baseline} of {title!r} already meets the target {target}",
                "「{title}」の基準値「{baseline}」は、目標「{target}」をすでに満たしている",
                baseline=baseline.amount,
                title=look.title(indicator),
                target=_shown(target, goals),
            )
            hint = say(
                "where the level is to be kept, say scope='keep'",
                "水準を保つ目標であれば、scope='keep'とする",
            )
            yield hit(indicator, message, hint)


def _goals(look: Look, indicator: Indicator, target: Target) -> tuple[Limit, ...]:
    """The limits of a target; two bounds that are a range count once, at the lower one."""
    other = other_end(look, indicator, target)
    if other is None:
        return limits(look, indicator, target)
    if other.side == "at_least":
        return ()
    return (*limits(look, indicator, target), *limits(look, indicator, other))


def _met(value: Decimal, limit: Limit) -> bool:
    side, strict, bound = limit
    if value == bound:
        return not strict
    return value > bound if side == "at_least" else value < bound


def _shown(target: Target, goals: tuple[Limit, ...]) -> Text | str:
    is_range = len(goals) > 1
    if target.printed and not (is_range and isinstance(target, Bound)):
        return target.printed
    if target.amount is not None and not is_range:
        return str(target.amount)
    return "–".join(f"{goal:,f}" for *_, goal in goals)
