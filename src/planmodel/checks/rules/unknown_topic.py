"""PM109: a tag whose topic stands on no axis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.dsl.labels import KINDS
from planmodel.model.indicators import Indicator
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["unknown_topic"]


@rule(
    "PM109",
    "unknown-topic",
    "error",
    title=say("tag on a topic that the plan lacks", "計画の軸にない分類項目の付与"),
    does_ja="""
        計画・項目・指標に付けた分類（Tag）の分類項目が、計画のどの軸にもないときに知らせる。
        """,
    bad_ja="""
        軸ごとの一覧や集計に、その項目が現れない。
        """,
)
def unknown_topic(look: Look) -> Iterable[Hit]:
    """Report tags whose topic no axis of the plan has.

    ## What it does
    Looks up the topic of every tag of the plan, its nodes and its indicators on the plan's axes.

    ## Why it is bad
    What is tagged so appears in no table by axis.

    ## Example
    ```python
    housing = Topic("housing", "住居の確保")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "住まい", tags=[Tag(housing)])[Measure("m", "入居の支援")]],
    )
    ```

    ## Use instead
    ```python
    housing = Topic("housing", "住居の確保")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        axes=[Axis("issues", "重点課題", topics=(housing,))],
        sections=[Action("a", "住まい", tags=[Tag(housing)])[Measure("m", "入居の支援")]],
    )
    ```

    ## Reference
    `planmodel.Axis`, `planmodel.Tag`
    """
    topics = {topic.id: topic for axis in look.plan.axes for topic in axis.topics}
    things: tuple[Plan[Any] | Node | Indicator, ...] = (look.plan, *look.nodes, *look.indicators)
    for thing in things:
        for tag in thing.tags:
            wanted = tag.topic.id
            if wanted in topics:
                continue
            other = look.plan.index.entities.get(wanted)
            facts = {"title": look.title(thing), "id": wanted}
            if other is None:
                message = say(
                    "{title!r} is tagged with {id!r}, which no axis of the plan has",
                    "「{title}」に付けた分類項目「{id}」は、計画のどの軸にもない",
                    **facts,
                )
            else:
                message = say(
                    "{title!r} is tagged with {id!r}, which is a {kind} and no topic",
                    "「{title}」に付けた「{id}」は分類項目ではなく{kind}である",
                    kind=KINDS[other.ref_kind],
                    **facts,
                )
            hint = look.suggestion(wanted, "topic", topics) or say(
                "add the topic to an axis of the plan", "計画の軸に分類項目を加える"
            )
            yield hit(thing, message, hint)
