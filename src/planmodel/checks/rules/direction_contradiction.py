"""PM213: a target that pulls against the declared direction."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.amounts import other_end
from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.targets import AgainstBenchmark, Bound, Relative, Target
from planmodel.text import Text, say

__all__ = ["direction_contradiction"]

_WAYS: dict[str, Text] = {
    "increase": say("more is better", "増加が望ましい"),
    "decrease": say("less is better", "減少が望ましい"),
    "maintain": say("the level is to be kept", "維持が望ましい"),
}
_AGAINST = {"increase": "at_most", "decrease": "at_least"}


@rule(
    "PM213",
    "direction-contradiction",
    "warning",
    title=say("target against the declared direction", "望ましい方向と逆の目標"),
    does_ja="""
        増加が望ましいと宣言された指標の「以下」や減少の目標、
        減少が望ましいと宣言された指標の「以上」や増加の目標、
        維持が望ましいと宣言された指標の増減の目標を知らせる。
        期限が同じ下限と上限は一つの範囲であり、対象にしない。
        """,
    bad_ja="""
        方向か目標のどちらかが誤っており、達成した年が悪化と評価されかねない。
        """,
)
def direction_contradiction(look: Look) -> Iterable[Hit]:
    """Report targets on the wrong side of what is declared to be good.

    ## What it does
    Compares the declared direction of an indicator with its targets: at most where more is better,
    at least where less is better, a rise or fall where the level is to be kept.
    A lower and an upper bound due together are a range and pull nowhere.

    ## Why it is bad
    One of the two is wrong, and a year in which the target is met may be judged as a bad one.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            Flow(
                "thefts", "盗難件数", unit="件", department=NotStated("資料に記載なし"),
                direction="decrease", targets=[AtLeast("900件", FiscalYear(2021))],
            ),
        ],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            Flow(
                "thefts", "盗難件数", unit="件", department=NotStated("資料に記載なし"),
                direction="decrease", targets=[AtMost("900件", FiscalYear(2021))],
            ),
        ],
    )
    ```

    ## Reference
    `planmodel.Indicator`, `planmodel.Target`
    """
    for indicator in look.indicators:
        direction = indicator.direction
        if not isinstance(direction, str):
            continue
        for target in look.targets(indicator):
            is_end = other_end(look, indicator, target) is not None
            if not is_end and _contradicts(direction, target):
                message = say(
                    "for {title!r} {way}, and the target is {target}",
                    "「{title}」は{way}とされているが、目標は「{target}」である",
                    title=look.title(indicator),
                    way=_WAYS[direction],
                    target=_shown(target),
                )
                yield hit(indicator, message, say("mend one of the two", "いずれかを直す"))


def _contradicts(direction: str, target: Target) -> bool:
    if direction == "maintain":
        return isinstance(target, Relative)
    if isinstance(target, (Bound, Relative, AgainstBenchmark)):
        return target.side == _AGAINST[direction]
    return False


def _shown(target: Target) -> Text | str:
    if target.printed:
        return target.printed
    if isinstance(target, Relative):
        return str(target.change)
    amount = target.amount
    at_most = getattr(target, "side", "") == "at_most"
    if amount is None:
        benchmark = str(getattr(target, "benchmark", ""))
        if at_most:
            return say("at most {it}", "{it}以下", it=benchmark)
        return say("at least {it}", "{it}以上", it=benchmark)
    if at_most:
        return say("at most {it}", "{it}以下", it=amount)
    return say("at least {it}", "{it}以上", it=amount)
