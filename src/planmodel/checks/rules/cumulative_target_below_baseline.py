"""PM208: a running total whose target lies below its baseline."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.amounts import number_in, target_number
from planmodel.checks.look import Look, stated
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.absence import NotStated
from planmodel.model.indicators import Baseline, Cumulative
from planmodel.text import say

__all__ = ["cumulative_target_below_baseline"]


@rule(
    "PM208",
    "cumulative-target-below-baseline",
    "error",
    title=say("cumulative target below its baseline", "基準値を下回る累計の目標"),
    does_ja="""
        累計の指標の目標が、基準値より小さいときに知らせる。
        累計の起算が基準値より後である場合は、数え直しになるため対象にしない。
        """,
    bad_ja="""
        累計は減らない。目標が年間の件数で書かれているか、基準値が別の累計である。
        """,
)
def cumulative_target_below_baseline(look: Look) -> Iterable[Hit]:
    """Report running totals that would have to fall to reach their target.

    ## What it does
    Compares baseline and target of cumulative indicators.
    Where the count starts anew after the baseline (`counted_from`), nothing is compared.

    ## Why it is bad
    A running total never falls. Either the target is meant for one year,
    or the baseline belongs to another count.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2019), FiscalYear(2021)),
        indicators=[
            Cumulative(
                "leaders", "リーダー養成数", unit="人",
                department=NotStated("資料に記載なし"),
                baseline=Baseline("3,816人", FiscalYear(2017)),
                targets=[AtLeast("1,200人", FiscalYear(2021))],
            ),
        ],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2019), FiscalYear(2021)),
        indicators=[
            Cumulative(
                "leaders", "リーダー養成数", unit="人",
                department=NotStated("資料に記載なし"),
                baseline=Baseline("3,816人", FiscalYear(2017)),
                targets=[AtLeast("8,572人", FiscalYear(2021))],
            ),
        ],
    )
    ```

    ## Reference
    `planmodel.Cumulative`
    """
    for indicator in look.indicators:
        baseline = look.baseline(indicator)
        if not isinstance(indicator, Cumulative) or baseline is None:
            continue
        start = number_in(baseline.amount, indicator.unit, look.units)
        if start is None or counts_anew(indicator, baseline):
            continue
        for target in look.targets(indicator):
            goal = target_number(look, indicator, target)
            if goal is not None and goal < start:
                message = say(
                    "the running total {title!r} is to reach {goal:}, and was {baseline} before",
                    "累計「{title}」の目標「{goal}」が基準値「{baseline}」を下回る",
                    title=look.title(indicator),
                    goal=target.amount or goal,
                    baseline=baseline.amount,
                )
                hint = say(
                    "write the total as target, or say with counted_from where the count begins",
                    "目標を累計で書くか、起算時をcounted_fromに書く",
                )
                yield hit(indicator, message, hint)


def counts_anew(indicator: Cumulative, baseline: Baseline) -> bool:
    """Whether the count starts after the baseline, which then belongs to another count."""
    since, period = indicator.counted_from, stated(baseline.period)
    if since is None or isinstance(since, NotStated) or period is None:
        return False
    return since.first_day > period.last_day
