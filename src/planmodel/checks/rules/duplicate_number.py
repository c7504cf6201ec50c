"""PM103: one printed number for two siblings."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from unicodedata import normalize

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.ids import Entity
from planmodel.model.outline import Node
from planmodel.text import say

__all__ = ["duplicate_number"]


@rule(
    "PM103",
    "duplicate-number",
    "warning",
    title=say("one number for two siblings", "並んだ項目に付いた同じ番号"),
    does_ja="""
        同じ項目の下に並ぶ同じ階層の項目、同じ場所の指標、同じ軸の分類項目について、
        印刷される番号が重なっていないかを見る。通し番号の階層は計画全体で見る。
        「■」のような行頭記号は番号とみなさない。
        """,
    bad_ja="""
        番号で引用された項目が、どちらを指すのか分からなくなる。
        """,
)
def duplicate_number(look: Look) -> Iterable[Hit]:
    """Report numbers that two neighbors share.

    ## What it does
    Compares the printed numbers of nodes of one level under one parent (of the whole plan, where
    the style runs through it), of indicators in one place, and of topics of one axis.
    Bullets such as ■ are no numbers.

    ## Why it is bad
    Who cites the number cannot say which of the two is meant.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[
            Action("a", "見守り", number="行動1")[NotStated("抜粋に記載なし")],
            Action("b", "啓発", number="行動1")[NotStated("抜粋に記載なし")],
        ],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[
            Action("a", "見守り")[NotStated("抜粋に記載なし")],
            Action("b", "啓発")[NotStated("抜粋に記載なし")],
        ],
    )
    ```

    ## Reference
    `planmodel.model.numbering`
    """
    seen: dict[Hashable, Entity] = {}
    for place, number, thing in _numbers(look):
        # ㋐ is a sign to Unicode, and a letter to whoever reads it.
        if not any(char.isalnum() for char in normalize("NFKC", number)):
            continue
        first = seen.setdefault((place, number), thing)
        if first is not thing:
            message = say(
                "{thing!r} has the number {number}, as {first!r} has",
                "「{thing}」と「{first}」の番号がともに「{number}」である",
                thing=look.title(thing),
                first=look.title(first),
                number=number,
            )
            yield hit(thing, message, say("number one of them anew", "一方の番号を改める"))


def _numbers(look: Look) -> Iterator[tuple[Hashable, str, Entity]]:
    plan = look.plan
    levels = [(id(plan), plan.sections), *((id(node), node.children) for node in look.nodes)]
    for parent, children in levels:
        for child in children:
            if isinstance(child, Node):
                scope = "" if child.numbering.runs_through else parent
                yield (scope, child.word), child.number, child
    for indicator in plan.indicators:
        nodes = plan.index.measured.get(indicator.id, ())
        yield (
            ("indicators", tuple(sorted({node.id for node in nodes}))),
            indicator.number,
            indicator,
        )
    for axis in plan.axes:
        for topic in axis.topics:
            yield ("topics", id(axis)), topic.number, topic
