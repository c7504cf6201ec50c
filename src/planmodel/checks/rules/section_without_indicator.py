"""PM202: a section that no indicator measures."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, or_ignored, rule
from planmodel.model.outline import Node
from planmodel.text import say

__all__ = ["section_without_indicator"]


@rule(
    "PM202",
    "section-without-indicator",
    "info",
    title=say("section that no indicator measures", "指標のない項目"),
    does_ja="""
        その項目にも下位にも指標が付いていない項目を知らせる。
        上位の項目について知らせたときは、その下位は繰り返さない。
        同じ階層のすべてに指標がないときは、計画について一度だけ知らせる。
        自身または下位に記載なし（NotStated）がある項目は、指標がないとは言えないため対象にしない。
        意図して指標を置かない計画は、その理由を Ignore に書く。
        """,
    bad_ja="""
        指標のない柱は、実施したことは分かっても、成果が出たかどうかを評価できない。
        """,
)
def section_without_indicator(look: Look) -> Iterable[Hit]:
    """Report sections with no indicator on themselves or below.

    ## What it does
    Reports a section where neither it nor anything below it has an indicator.
    What stands below a reported section is not reported again,
    and where a whole level has none this is said once, about the plan.
    A section whose contents, or those of a section below it, are `NotStated` is passed over.
    A plan that has no indicator there on purpose says so with an `Ignore` and the reason.

    ## Why it is bad
    Of such a pillar one can say what was done, and not what came of it.

    ## Example
    ```python
    count = Stock("groups", "団体数", unit="団体", department=NotStated("資料に記載なし"))
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[count],
        sections=[
            Action("a", "見守り", measured_by=[count])[Measure("m", "巡回")],
            Action("b", "啓発")[Measure("n", "広報")],
        ],
    )
    ```

    ## Use instead
    ```python
    count = Stock("groups", "団体数", unit="団体", department=NotStated("資料に記載なし"))
    copies = Flow("copies", "広報紙の部数", unit="部", department=NotStated("資料に記載なし"))
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[count, copies],
        sections=[
            Action("a", "見守り", measured_by=[count])[Measure("m", "巡回")],
            Action("b", "啓発", measured_by=[copies])[Measure("n", "広報")],
        ],
    )
    ```

    ## Reference
    `planmodel.Plan.indicators_of`
    """
    measured, unknown = _known(look)
    passed = measured | unknown
    bare: dict[str, list[Node]] = {}
    levels: dict[str, int] = {}
    for node in look.nodes:
        if node.form != "section" or node.id in unknown:
            continue
        levels[node.word] = levels.get(node.word, 0) + 1
        parent = look.plan.index.parents.get(node.id)
        is_top = parent is None or parent is look.plan or parent.id in passed
        if node.id not in measured and is_top:
            bare.setdefault(node.word, []).append(node)
    hint = say("attach an indicator, where there is one", "該当する指標があれば付ける")
    for word, nodes in bare.items():
        if len(nodes) > 1 and len(nodes) == levels[word]:
            message = say(
                "at the level {word!r}, none of the {count} whose contents are stated "
                "has an indicator, on itself or below",
                "内容が記載された{word}{count}件のいずれにも、それ自体にも下位にも指標がない",
                count=len(nodes),
                word=look.word(nodes[0]),
            )
            yield hit(look.plan, message, or_ignored(hint, "PM202", look.plan))
            continue
        for node in nodes:
            message = say(
                "{title!r} ({word}) has no indicator, on itself or below",
                "{word}「{title}」には、それ自体にも下位にも指標がない",
                title=look.title(node),
                word=look.word(node),
            )
            yield hit(node, message, or_ignored(hint, "PM202", node))


def _known(look: Look) -> tuple[set[str], set[str]]:
    """The ids of nodes that have an indicator or one below, and of those not stated to the end."""
    measured: set[str] = set()
    unknown: set[str] = set()
    for node in reversed(look.nodes):
        if node.measured_by:
            measured.add(node.id)
        if node.not_stated("children") is not None:
            unknown.add(node.id)
        parent = look.plan.index.parents.get(node.id)
        if parent is not None:
            if node.id in measured:
                measured.add(parent.id)
            if node.id in unknown:
                unknown.add(parent.id)
    return measured, unknown - measured
