"""PM107: a level of the outline with nothing under it."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.text import say

__all__ = ["empty_level"]


@rule(
    "PM107",
    "empty-level",
    "warning",
    title=say("level of the outline left empty", "下位が空の項目"),
    does_ja="""
        下に何も置かれていない項目を知らせる。
        計画に項目も指標も一つもない場合は、計画について知らせる。
        NotStated（記載なし）と書かれた所は対象にしない。
        """,
    bad_ja="""
        取組のない柱は、書きかけか、文書に記載がないかのどちらかである。
        どちらであるかは書いた人にしか分からない。
        """,
)
def empty_level(look: Look) -> Iterable[Hit]:
    """Report sections that hold nothing, unless their contents are not stated.

    ## What it does
    Reports a section without children, and a plan with neither sections nor indicators.
    What is `NotStated` is passed over.

    ## Why it is bad
    A pillar without measures is either unfinished, or the document does not print them.
    Only its author knows which, and should say so.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[NotStated("抜粋には行動7だけが載っている")]],
    )
    ```

    ## Reference
    `planmodel.NotStated`
    """
    plan = look.plan
    hint = say(
        "write what stands here, or NotStated with the reason",
        "下位の項目を書くか、理由を添えてNotStatedとする",
    )
    if not plan.sections and not plan.indicators and plan.not_stated("sections") is None:
        message = say(
            "the plan has neither sections nor indicators", "計画に項目も指標も一つもない"
        )
        yield hit(plan, message, hint)
    for node in look.nodes:
        if node.form == "section" and not node.children and node.not_stated("children") is None:
            message = say(
                "there is nothing under {heading!r} ({word})",
                "{word}「{heading}」の下に何もない",
                heading=look.title(node),
                word=look.word(node),
            )
            yield hit(node, message, hint)
