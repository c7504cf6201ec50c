"""PM302: a running total that falls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from planmodel.checks.amounts import number_in
from planmodel.checks.look import Look, stated
from planmodel.checks.rule import Hit, rule
from planmodel.model.absence import NotStated
from planmodel.model.amounts import Amount
from planmodel.model.indicators import Cumulative
from planmodel.model.origins import Origin
from planmodel.periods import Period
from planmodel.text import say

__all__ = ["falling_total"]


@rule(
    "PM302",
    "falling-total",
    "warning",
    title=say("running total that falls", "減少した累計"),
    needs_observations=True,
    does_ja="""
        累計の指標の実績値が、それより前の時期の累計または基準値より小さいときに知らせる。
        増分として報告された値は、負であるときに知らせる。
        """,
    bad_ja="""
        累計は減らない。その年だけの件数を報告したか、過去の値を訂正していない。
        """,
)
def falling_total(look: Look) -> Iterable[Hit]:
    """Report running totals that are smaller than an earlier one.

    ## What it does
    Follows the totals of a cumulative indicator from its baseline through the observed periods.
    A value reported as an increment is reported where it is negative.

    ## Why it is bad
    A total never falls. Either one year's amount was reported in its place,
    or an earlier value was corrected and the correction is not in the ledger.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2019), FiscalYear(2021)),
        indicators=[
            Cumulative(
                "leaders", "リーダー養成数", unit="人",
                department=NotStated("資料に記載なし"),
                baseline=Baseline("3,816人", FiscalYear(2017)),
            ),
        ],
    )
    observations = Observations([
        Observation("leaders", FiscalYear(2019), "1,210人", synthetic=True),
    ])
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2019), FiscalYear(2021)),
        indicators=[
            Cumulative(
                "leaders", "リーダー養成数", unit="人",
                department=NotStated("資料に記載なし"),
                baseline=Baseline("3,816人", FiscalYear(2017)),
            ),
        ],
    )
    observations = Observations([
        Observation(
            "leaders", FiscalYear(2019), "1,210人", reported_as="increment", synthetic=True
        ),
    ])
    ```

    ## Reference
    `planmodel.Cumulative`, `planmodel.Observation`
    """
    for indicator in look.indicators:
        if isinstance(indicator, Cumulative):
            yield from _of_indicator(look, indicator)


@frozen
class _Total:
    """A running total at a time."""

    period: Period
    number: Decimal
    amount: Amount
    origin: Origin


def _of_indicator(look: Look, indicator: Cumulative) -> Iterator[Hit]:
    totals: dict[tuple[str | int, ...], list[_Total]] = {}
    for period, row in look.standing(indicator.id).items():
        number = number_in(row.amount, indicator.unit, look.units)
        if number is None:
            continue
        if row.reported_as != "increment":
            total = _Total(period, number, row.amount, row.origin)
            totals.setdefault(period.kind, []).append(total)
        elif number < 0:
            message = say(
                "the total {title!r} is reported to have changed by {amount} in {period}",
                "累計「{title}」の{period}の増分が{amount}である",
                title=look.title(indicator),
                amount=row.amount,
                period=period,
            )
            yield Hit(indicator.id, look.place_of(indicator.id, row.origin), message)
    start = _start(look, indicator)
    for kind, group in totals.items():
        if start is not None and start.period.kind == kind:
            group.append(start)
        group.sort(key=lambda it: it.period.place)
        for earlier, later in pairwise(group):
            if later.number < earlier.number:
                message = say(
                    "the total {title!r} falls from {before} in {earlier} to {after} in {later}",
                    "累計「{title}」が{earlier}の{before}から{later}の{after}に減っている",
                    title=look.title(indicator),
                    before=earlier.amount,
                    earlier=earlier.period,
                    after=later.amount,
                    later=later.period,
                )
                hint = say(
                    "if it is the amount of one year, say reported_as='increment'",
                    "その年だけの件数であれば、reported_as='increment'とする",
                )
                yield Hit(indicator.id, look.place_of(indicator.id, later.origin), message, hint)


def _start(look: Look, indicator: Cumulative) -> _Total | None:
    baseline = look.baseline(indicator)
    period = stated(baseline.period) if baseline is not None else None
    if baseline is None or period is None:
        return None
    number = number_in(baseline.amount, indicator.unit, look.units)
    since = indicator.counted_from
    if number is None or _is_later(since, period):
        return None
    return _Total(period, number, baseline.amount, indicator.origin)


def _is_later(since: Period | NotStated | None, period: Period) -> bool:
    if since is None or isinstance(since, NotStated):
        return False
    return since.first_day > period.last_day
