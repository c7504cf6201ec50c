"""PM209: a relative target whose printed number is not what the arithmetic gives."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from planmodel.checks.amounts import last_place, number_in
from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.targets import Relative
from planmodel.text import say
from planmodel.units import format_number

__all__ = ["relative_target_arithmetic"]


@rule(
    "PM209",
    "relative-target-arithmetic",
    "warning",
    title=say(
        "printed number of a relative target differs from the arithmetic",
        "増減の目標の、印刷された値と計算値の違い",
    ),
    does_ja="""
        基準値に対する増減（20%減、1.6倍など）の目標について、文書に印刷された数と、
        基準値から計算した数を比べる。差が印刷の最終桁の一単位以上であれば知らせる。
        切捨て・切上げ・四捨五入のどれで説明できる差も知らせない
        （947の20%減は757.6、印刷は757）。「約」の付いた数は、0でない最後の桁で見る。
        """,
    bad_ja="""
        どちらの数で評価するかにより、達成・未達成が変わりうる。
        印刷された数が正本であり、ライブラリは書き換えない。
        """,
)
def relative_target_arithmetic(look: Look) -> Iterable[Hit]:
    """Report printed targets that rounding cannot explain.

    ## What it does
    Compares the number that the document prints for a change against the baseline
    (20% less, 1.6 times) with the exact result, and reports a difference of one unit or more in
    the last printed place. What rounding down, up or half up can explain is let through:
    947 less 20% is 757.6, printed 757.
    The last place of an amount said to be about (約750) is its last digit that is not zero.

    ## Why it is bad
    Whether the target was met may depend on which of the two numbers is taken.
    The printed one stands; the library never overwrites it.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2019), FiscalYear(2023)),
        indicators=[
            Flow(
                "thefts", "盗難件数", unit="件",
                department=NotStated("資料に記載なし"),
                baseline=Baseline("1,124件", CalendarYear(2018)),
                targets=[Relative("3割減", CalendarYear(2023), stated="750件")],
            ),
        ],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2019), FiscalYear(2023)),
        indicators=[
            Flow(
                "thefts", "盗難件数", unit="件",
                department=NotStated("資料に記載なし"),
                baseline=Baseline("1,124件", CalendarYear(2018)),
                targets=[Relative("3割減", CalendarYear(2023), stated="787件")],
            ),
        ],
    )
    ```

    ## Reference
    `planmodel.Relative`
    """
    for indicator in look.indicators:
        baseline = look.baseline(indicator)
        if baseline is None:
            continue
        start = number_in(baseline.amount, indicator.unit, look.units)
        if start is None:
            continue
        for target in look.targets(indicator):
            if not isinstance(target, Relative) or target.of != "baseline":
                continue
            printed = number_in(target.stated, indicator.unit, look.units)
            exact = target.arithmetic(start)
            if target.stated is None or printed is None or exact is None:
                continue
            if abs(printed - exact) >= last_place(target.stated, indicator.unit, look.units):
                message = say(
                    "the document prints {stated} for {title!r}, "
                    "and {change} of {baseline} is {exact}",
                    "「{title}」の目標は{stated}と印刷されているが、"
                    "{baseline}の{change}を計算すると{exact}になる",
                    stated=target.stated,
                    title=look.title(indicator),
                    change=str(target.change),
                    baseline=baseline.amount,
                    exact=format_number(_plain(exact)),
                )
                hint = say(
                    "compare it with the document; if it is printed so, ignore this with a reason",
                    "文書と照合し、印刷のとおりであれば理由を添えて無視する",
                )
                yield hit(indicator, message, hint)


def _plain(number: Decimal) -> Decimal:
    return number.normalize() if number else number
