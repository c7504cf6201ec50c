"""PM216: an indicator that nothing in the plan is measured by."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, or_ignored, rule
from planmodel.model.ids import Ref
from planmodel.text import say

__all__ = ["unattached_indicator"]


@rule(
    "PM216",
    "unattached-indicator",
    "info",
    title=say("indicator attached to nothing", "どこにも位置づけられていない指標"),
    does_ja="""
        計画にも体系のどの項目にも位置づけられておらず（measured_by）、ほかの指標の分子・分母でもない
        指標を知らせる。どの指標も位置づけられていないときは、計画について一度だけ知らせる。
        体系のない計画は対象にしない。
        """,
    bad_ja="""
        その数値が何の成果を表すのかが報告書から分からず、どの柱の評価にも数えられない。
        measured_by の書き漏れであることが多い。
        """,
)
def unattached_indicator(look: Look) -> Iterable[Hit]:
    """Report indicators that neither the plan nor anything in its outline is measured by.

    ## What it does
    Reports an indicator that stands in no `measured_by`, of the plan or of anything in its outline,
    and is no numerator or denominator of another one.
    Where this is so of all indicators, it is said once, about the plan.
    A plan without an outline is passed over.

    ## Why it is bad
    A report cannot say what the number is a result of, and no pillar counts it.
    Most often a `measured_by` was forgotten.

    ## Example
    ```python
    count = Stock("groups", "団体数", unit="団体", department=NotStated("資料に記載なし"))
    copies = Flow("copies", "広報紙の部数", unit="部", department=NotStated("資料に記載なし"))
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[count, copies],
        sections=[Action("a", "見守り", measured_by=[count])[Measure("m", "巡回")]],
    )
    ```

    ## Use instead
    ```python
    count = Stock("groups", "団体数", unit="団体", department=NotStated("資料に記載なし"))
    copies = Flow("copies", "広報紙の部数", unit="部", department=NotStated("資料に記載なし"))
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[count, copies],
        measured_by=[copies],
        sections=[Action("a", "見守り", measured_by=[count])[Measure("m", "巡回")]],
    )
    ```

    ## Reference
    `planmodel.Plan.measured_by`
    """
    if not look.nodes:
        return
    used = {*look.plan.index.measured, *_parts_of_rates(look)}
    loose = [it for it in look.plan.indicators if it.id not in used]
    hint = say(
        "name it in measured_by= of what it measures, or of the plan",
        "それが表す項目の、または計画の measured_by= に書く",
    )
    if len(loose) > 1 and len(loose) == len(look.plan.indicators):
        message = say(
            "none of the {count} indicators is attached to the plan or to anything in its outline",
            "指標{count}件のいずれも、計画にも体系のどの項目にも位置づけられていない",
            count=len(loose),
        )
        yield hit(look.plan, message, or_ignored(hint, "PM216", look.plan))
        return
    for it in loose:
        message = say(
            "{title!r} is attached neither to the plan nor to anything in its outline",
            "指標「{title}」は、計画にも体系のどの項目にも位置づけられていない",
            title=look.title(it),
        )
        yield hit(it, message, or_ignored(hint, "PM216", it))


def _parts_of_rates(look: Look) -> Iterable[str]:
    """The ids of what other indicators are computed from."""
    for indicator in look.indicators:
        for pointer in (indicator.numerator, indicator.denominator):
            if isinstance(pointer, Ref):
                yield pointer.id
