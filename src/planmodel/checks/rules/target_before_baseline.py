"""PM205: a target that is due before its baseline."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look, stated
from planmodel.checks.rule import Hit, hit, rule
from planmodel.periods import Period, same_kind
from planmodel.text import say

__all__ = ["target_before_baseline"]


@rule(
    "PM205",
    "target-before-baseline",
    "warning",
    title=say("target due before its baseline", "基準より前の目標"),
    does_ja="""
        目標の時期が、その指標の基準値の時期より前であるときに知らせる。
        年度と暦年のように種類の違う時期は、目標が基準の初日より前に終わるときだけ知らせる。
        """,
    bad_ja="""
        基準から目標への道筋が逆向きになり、進捗率が意味を失う。年の書き間違いが疑われる。
        """,
)
def target_before_baseline(look: Look) -> Iterable[Hit]:
    """Report targets that lie in an earlier year than the baseline.

    ## What it does
    Compares the period of each target with that of the indicator's baseline.
    Periods of different kinds (fiscal and calendar years) are reported only
    where the target ends before the first day of the baseline.

    ## Why it is bad
    The way from baseline to target runs backwards, and progress along it has no meaning.
    Most likely a year is mistyped.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2011), FiscalYear(2021)),
        indicators=[
            Stock(
                "groups", "防犯グループ数", unit="グループ",
                department=NotStated("資料に記載なし"),
                baseline=Baseline("2,329グループ", FiscalYear(2017)),
                targets=[AtLeast("2,500グループ", FiscalYear(2012))],
            ),
        ],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2011), FiscalYear(2021)),
        indicators=[
            Stock(
                "groups", "防犯グループ数", unit="グループ",
                department=NotStated("資料に記載なし"),
                baseline=Baseline("2,329グループ", FiscalYear(2017)),
                targets=[AtLeast("2,500グループ", FiscalYear(2021))],
            ),
        ],
    )
    ```

    ## Reference
    `planmodel.Baseline`, `planmodel.Target`
    """
    for indicator in look.indicators:
        baseline = look.baseline(indicator)
        start = stated(baseline.period) if baseline is not None else None
        if start is None:
            continue
        for target in look.targets(indicator):
            due = stated(target.period)
            if due is not None and _before(due, start):
                message = say(
                    "the target of {title!r} is due in {due}, its baseline is of {start}",
                    "「{title}」の目標の時期（{due}）が、基準値の時期（{start}）より前である",
                    title=look.title(indicator),
                    due=due,
                    start=start,
                )
                yield hit(indicator, message, say("mend one of the years", "年を確かめて直す"))


def _before(due: Period, start: Period) -> bool:
    return due < start if same_kind(due, start) else due.last_day < start.first_day
