"""PM201: an indicator that no department answers for."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.text import say

__all__ = ["indicator_without_department"]


@rule(
    "PM201",
    "indicator-without-department",
    "warning",
    title=say("indicator without a department", "担当課のない指標"),
    does_ja="""
        担当課も関係課も書かれていない指標を知らせる。NotStated（記載なし）は対象にしない。
        内訳の系列は親の指標の担当に属するものとみなす。
        """,
    bad_ja="""
        毎年度の実績を誰に照会するかが決まらない。
        """,
)
def indicator_without_department(look: Look) -> Iterable[Hit]:
    """Report indicators for which nobody answers.

    ## What it does
    Reports indicators with neither a department nor co-departments. `NotStated` is passed over.
    Parts belong to the department of their indicator.

    ## Why it is bad
    Nobody can be asked for its value when the year is over.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[Stock("groups", "防犯グループ数", unit="グループ")],
    )
    ```

    ## Use instead
    ```python
    safety = Department("safety", "地域安全課")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        departments=[safety],
        indicators=[Stock("groups", "防犯グループ数", unit="グループ", department=safety)],
    )
    ```

    ## Reference
    `planmodel.Indicator`
    """
    for indicator in look.plan.indicators:
        if indicator.department is None and not indicator.co_departments:
            message = say(
                "no department answers for the indicator {title!r}",
                "指標「{title}」に担当課がない",
                title=look.title(indicator),
            )
            hint = say(
                "name the department, or write NotStated with the reason",
                "担当課を書くか、理由を添えてNotStatedとする",
            )
            yield hit(indicator, message, hint)
