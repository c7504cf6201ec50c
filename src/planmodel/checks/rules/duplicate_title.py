"""PM113: one title for two siblings."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from unicodedata import normalize

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.ids import Entity
from planmodel.model.outline import Node
from planmodel.text import say

__all__ = ["duplicate_title"]


@rule(
    "PM113",
    "duplicate-title",
    "warning",
    title=say("one title for two siblings", "並んだ項目の同じ名称"),
    does_ja="""
        同じ項目の下に並ぶ同じ階層の項目と、同じ場所にある同じ単位の指標について、
        名称が重なっていないかを見る。空白と全角・半角の違いは区別しない。
        """,
    bad_ja="""
        同じ行を二度写した誤りであることが多く、担当課への照会も実績も二重になる。
        """,
)
def duplicate_title(look: Look) -> Iterable[Hit]:
    """Report titles that two neighbors share.

    ## What it does
    Compares the titles of nodes of one level under one parent, and of indicators of one unit in
    one place. Blanks, and full or half width, make no difference.

    ## Why it is bad
    Most often a row was copied twice; departments are then asked twice, and figures count twice.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("m", "巡回"), Measure("n", "巡回")]],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("m", "巡回"), Measure("n", "夜間の巡回")]],
    )
    ```

    ## Reference
    `planmodel.Measure`
    """
    same: dict[Hashable, list[Entity]] = {}
    for place, title, thing in _titles(look):
        same.setdefault((place, "".join(normalize("NFKC", title).split())), []).append(thing)
    for things in same.values():
        for thing in things[1:]:
            message = say(
                "{title!r} stands here already: {first}",
                "「{title}」は同じ場所にすでにある（{first}）",
                title=look.title(thing),
                first=things[0].origin.path or things[0].id,
            )
            hint = say(
                "take one away, or word them so that they can be told apart",
                "一方を削るか、区別できる名称にする",
            )
            yield hit(thing, message, hint)


def _titles(look: Look) -> Iterator[tuple[Hashable, str, Entity]]:
    plan = look.plan
    rows = [(id(plan), plan.sections), *((id(node), node.children) for node in look.nodes)]
    for parent, children in rows:
        for child in children:
            if isinstance(child, Node):
                yield (parent, child.word), child.title, child
    for indicator in plan.indicators:
        nodes = plan.index.measured.get(indicator.id, ())
        place = tuple(sorted({node.id for node in nodes}))
        yield ("indicators", place, indicator.unit), indicator.title, indicator
