"""PM108: a re-listing of something that the outline does not own elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.ids import Entity
from planmodel.model.outline import Node, Relisted
from planmodel.text import Text, say

__all__ = ["unknown_relisting"]


@rule(
    "PM108",
    "unknown-relisting",
    "error",
    title=say("re-listing of something not owned", "本掲のない再掲"),
    does_ja="""
        再掲（Relisted）の指す項目が、計画の体系のどこにも本掲されていないとき、
        同じ項目の下に二度置かれているとき、または自らの上位の項目であるときに知らせる。
        """,
    bad_ja="""
        本掲のない再掲は、担当も指標も持たない題名だけの項目になる。
        上位の項目を再掲すると、体系が輪になって印刷できない。
        """,
)
def unknown_relisting(look: Look) -> Iterable[Hit]:
    """Report re-listed nodes that no section owns, or that cannot be listed where they are.

    ## What it does
    Reports a `Relisted` whose node stands nowhere in the outline, that stands twice
    under one section, or that is one of the sections it stands under.

    ## Why it is bad
    A re-listed node that nobody owns is a title without departments or indicators.
    One that lists a section inside itself makes an outline without end.

    ## Example
    ```python
    patrol = Measure("patrol", "巡回")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[
            Action("a", "見守り")[Measure("greet", "声かけ")],
            Action("b", "啓発")[Relisted(patrol)],
        ],
    )
    ```

    ## Use instead
    ```python
    patrol = Measure("patrol", "巡回")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[
            Action("a", "見守り")[patrol],
            Action("b", "啓発")[Relisted(patrol)],
        ],
    )
    ```

    ## Reference
    `planmodel.Relisted`
    """
    for section in look.nodes:
        again = [child.id for child in section.children if isinstance(child, Relisted)]
        if not again:
            continue
        listed = {child.id for child in section.children if isinstance(child, Node)}
        for wanted in again:
            message = _complaint(look, section, wanted, listed)
            listed.add(wanted)
            if message is not None:
                yield hit(section, message, _hint(look, wanted))


def _complaint(look: Look, section: Node, wanted: str, listed: set[str]) -> Text | None:
    facts = {"section": look.title(section), "id": wanted, "title": look.title(wanted)}
    if wanted not in look.node_ids:
        return say(
            "{section!r} lists {id!r} again, which no section of the plan owns",
            "「{section}」で再掲された「{id}」は、計画の体系のどこにも本掲されていない",
            **facts,
        )
    if wanted in listed:
        return say(
            "{section!r} lists {title!r} twice",
            "「{section}」の下に「{title}」が二度並んでいる",
            **facts,
        )
    if wanted == section.id or wanted in _above(look, section):
        return say(
            "{section!r} lists {title!r} again, under which it stands itself",
            "「{section}」が、自らの上位にある「{title}」を再掲している",
            **facts,
        )
    return None


def _above(look: Look, section: Node) -> set[str]:
    above: set[str] = set()
    here: Entity | None = section
    while here is not None and here.id not in above:
        above.add(here.id)
        here = look.plan.index.parents.get(here.id)
    return above


def _hint(look: Look, wanted: str) -> Text | str:
    if wanted in look.node_ids:
        return say("take the re-listing away", "再掲を外す")
    return look.suggestion(wanted, "node") or say(
        "put the node itself into the section that owns it", "本掲する項目の下に項目自体を置く"
    )
