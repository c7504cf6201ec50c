"""PM102: one id for two things."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.dsl.labels import KINDS
from planmodel.text import say

__all__ = ["duplicate_id"]


@rule(
    "PM102",
    "duplicate-id",
    "error",
    title=say("one id for two things", "二つのものに付いた同じ識別子"),
    does_ja="""
        計画の中で同じ識別子が二度使われているとき、二つ目以降を知らせる。
        計画自身を指す語である plan を、計画以外の識別子に使った場合も知らせる。
        """,
    bad_ja="""
        識別子で引くと先に書いたものだけが見つかり、後のものの指標や担当部署は失われる。
        """,
)
def duplicate_id(look: Look) -> Iterable[Hit]:
    """Report ids that stand for more than one thing.

    ## What it does
    Reports every thing whose id an earlier thing of the plan already has,
    and the use of `plan`, which means the plan itself, for anything else.

    ## Why it is bad
    Who looks an id up finds the first thing only; what hangs on the second one is lost.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("patrol", "巡回"), Measure("patrol", "声かけ")]],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("patrol", "巡回"), Measure("greet", "声かけ")]],
    )
    ```

    ## Reference
    `planmodel.Entity`
    """
    for group in look.plan.index.duplicates.values():
        first = group[0]
        for again in group[1:]:
            message = say(
                "the id {id!r} of {again!r} already stands for the {kind} {first!r} ({place})",
                "「{again}」の識別子「{id}」は、すでに{kind}「{first}」（{place}）のものである",
                id=again.id,
                again=look.title(again),
                kind=KINDS[first.ref_kind],
                first=look.title(first),
                place=str(first.origin) or "?",
            )
            hint = say(
                "give it an id of its own; to list a node again, write Relisted",
                "別の識別子を付ける。再掲ならRelistedと書く",
            )
            yield hit(again, message, hint)
    taken = look.plan.index.entities.get("plan")
    if taken is not None and taken is not look.plan:
        message = say(
            "the id 'plan' of {title!r} means the plan itself",
            "「{title}」の識別子「plan」は計画自身を指す語である",
            title=look.title(taken),
        )
        yield hit(taken, message, say("take another id", "別の識別子にする"))
