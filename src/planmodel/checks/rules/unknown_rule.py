"""PM002: an ignore of a rule that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.text import say

__all__ = ["unknown_rule"]


@rule(
    "PM002",
    "unknown-rule",
    "warning",
    title=say("ignore of a rule that does not exist", "存在しない規則の無視"),
    does_ja="""
        計画に書かれた Ignore の符号または名称が、どの規則のものでもないときに知らせる。
        綴りの近い規則があれば示す。
        """,
    bad_ja="""
        書き間違えた Ignore は何も無視しないため、書いた人の意図が働かない。
        """,
)
def unknown_rule(look: Look) -> Iterable[Hit]:
    """Report ignores of the plan that name no rule.

    ## What it does
    Reports an `Ignore` whose code is neither the code nor the name of a rule,
    and names the nearest one.

    ## Why it is bad
    A misspelled ignore switches nothing off, whatever its author meant.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[NotStated("抜粋に記載なし")]],
        ignores=[Ignore("unused-organisation", "附属資料だけに出る")],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[NotStated("抜粋に記載なし")]],
        ignores=[Ignore("unused-organization", "附属資料だけに出る")],
    )
    ```

    ## Reference
    `planmodel.Ignore`
    """
    del look  # the ignores are read where they are applied
    return ()
