"""PM206: a target that is due outside the plan's period."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look, stated
from planmodel.checks.rule import Hit, hit, rule
from planmodel.text import say

__all__ = ["target_outside_period"]


@rule(
    "PM206",
    "target-outside-period",
    "warning",
    title=say("target due outside the plan's period", "計画期間の外の目標"),
    does_ja="""
        目標の時期が計画期間と一日も重ならないときに知らせる。
        """,
    bad_ja="""
        計画が終わるまでに達成したかどうかを評価できない。
        計画を延長したときの直し忘れや、年の書き間違いが疑われる。
        """,
)
def target_outside_period(look: Look) -> Iterable[Hit]:
    """Report targets whose period has no day in common with the plan's.

    ## What it does
    Compares the days of each target's period with those of the plan's period.

    ## Why it is bad
    The plan will be over without anybody being able to say whether the target was met.
    Either a year is mistyped, or the plan was extended and its targets were forgotten.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2019), FiscalYear(2021)),
        indicators=[
            Stock(
                "groups", "防犯グループ数", unit="グループ",
                department=NotStated("資料に記載なし"),
                targets=[AtLeast("2,500グループ", FiscalYear(2031))],
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
                "groups", "防犯グループ数", unit="グループ",
                department=NotStated("資料に記載なし"),
                targets=[AtLeast("2,500グループ", FiscalYear(2021))],
            ),
        ],
    )
    ```

    ## Reference
    `planmodel.Target`
    """
    period = stated(look.plan.period)
    if period is None:
        return
    for indicator in look.indicators:
        for target in look.targets(indicator):
            due = stated(target.period)
            if due is None:
                continue
            if due.last_day < period.first_day or due.first_day > period.last_day:
                message = say(
                    "the target of {title!r} is due in {due}, outside the plan's period {period}",
                    "「{title}」の目標の時期（{due}）が、計画期間（{period}）の外にある",
                    title=look.title(indicator),
                    due=due,
                    period=period,
                )
                yield hit(indicator, message)
