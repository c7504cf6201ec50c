"""PM001: an ignore that matches nothing."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.text import say

__all__ = ["unused_ignore"]


@rule(
    "PM001",
    "unused-ignore",
    "info",
    title=say("ignore that matches nothing", "該当のない無視の指定"),
    does_ja="""
        計画に書かれた Ignore のうち、実行した規則が何も見つけなかったものを知らせる。
        実行しなかった規則の Ignore は対象にしない。
        """,
    bad_ja="""
        直した後に残った Ignore は、次に同じ誤りが起きたときにそれを隠してしまう。
        """,
)
def unused_ignore(look: Look) -> Iterable[Hit]:
    """Report ignores of the plan that nothing needs any more.

    ## What it does
    Reports an `Ignore` of the plan where the rule it switches off was run and found nothing.

    ## Why it is bad
    An ignore that is left behind hides the next mistake of the same kind.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("m", "巡回")]],
        ignores=[Ignore("empty-level", "本文は別冊にある", at="a")],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")],
        ignores=[Ignore("empty-level", "本文は別冊にある", at="a")],
    )
    ```

    ## Reference
    `planmodel.Ignore`
    """
    del look  # what is ignored is known only after every other rule has run
    return ()
