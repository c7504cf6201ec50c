"""PM003: a rule that failed."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.text import say

__all__ = ["rule_failed"]


@rule(
    "PM003",
    "rule-failed",
    "error",
    title=say("rule that failed", "途中で失敗した規則"),
    does_ja="""
        規則の実行中に例外が起きたとき、検査全体を止めずに、どの規則がなぜ失敗したかを知らせる。
        この規則は無視できない。
        """,
    bad_ja="""
        失敗した規則は最後まで見ていない。指摘がなくても、問題がないことにはならない。
        """,
)
def rule_failed(look: Look) -> Iterable[Hit]:
    """Report a rule that could not be run to its end.

    ## What it does
    Where a rule raises an exception, the check goes on and reports which rule failed, and why.
    It cannot be ignored.

    ## Why it is bad
    A rule that failed has not seen everything: that it reports nothing more means nothing.

    ## Example
    A rule of another distribution that takes every indicator for one with a target:
    ```python
    def scan(look):
        for indicator in look.indicators:
            yield hit(indicator, say("late", "遅い"), indicator.targets[0].printed)
    ```

    ## Use instead
    ```python
    def scan(look):
        for indicator in look.indicators:
            for target in look.targets(indicator):
                yield hit(indicator, say("late", "遅い"), target.printed)
    ```

    ## Reference
    `planmodel.checks.rule.rule`
    """
    del look  # failures are caught where rules are run
    return ()
