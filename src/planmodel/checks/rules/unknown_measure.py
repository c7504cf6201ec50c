"""PM305: an implementation record of something that the plan does not have."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.text import say

__all__ = ["unknown_measure"]


@rule(
    "PM305",
    "unknown-measure",
    "error",
    title=say("implementation of an unknown measure", "計画にない取組の実施状況"),
    needs_observations=True,
    does_ja="""
        実施状況の記録が指す取組（または項目）が、計画の体系にないときに、一つにつき一度知らせる。
        綴りの近い取組があれば示す。
        """,
    bad_ja="""
        その記録は報告書に現れず、本来の取組は未報告と扱われる。
        """,
)
def unknown_measure(look: Look) -> Iterable[Hit]:
    """Report records of what was done for a measure that is not in the outline.

    ## What it does
    Looks up the measure (or section) of every implementation record in the outline,
    and reports each unknown one once.

    ## Why it is bad
    The record appears in no report, and the measure it was meant for seems to be idle.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("patrol", "巡回")]],
    )
    observations = Observations(implementations=[
        Implementation("patrols", FiscalYear(2020), status="実施済", synthetic=True),
    ])
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("patrol", "巡回")]],
    )
    observations = Observations(implementations=[
        Implementation("patrol", FiscalYear(2020), status="実施済", synthetic=True),
    ])
    ```

    ## Reference
    `planmodel.Implementation`
    """
    counts: dict[str, int] = {}
    places = {row.measure: row.origin for row in reversed(look.observations.implementations)}
    for row in look.observations.implementations:
        if row.measure not in look.node_ids:
            counts[row.measure] = counts.get(row.measure, 0) + 1
    for measure, count in counts.items():
        message = say(
            "the plan does not have {id!r}, of which implementation is recorded ({count})",
            "計画にない取組「{id}」の実施状況の記録が{count}件ある",
            count=count,
            id=measure,
        )
        hint = look.suggestion(measure, "node") or say("mend the id", "識別子を直す")
        yield Hit(measure, look.place_of(measure, places[measure]), message, hint)
