"""PM212: parts that must add up and do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import frozen

from planmodel.checks.amounts import last_place, number_in
from planmodel.checks.look import Look, stated
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.amounts import Amount
from planmodel.model.indicators import Indicator
from planmodel.model.targets import Bound
from planmodel.periods import Period
from planmodel.text import Text, say
from planmodel.units import format_number

__all__ = ["parts_do_not_add_up"]


@rule(
    "PM212",
    "parts-do-not-add-up",
    "warning",
    title=say("parts that must add up and do not", "合計と合わない内訳"),
    does_ja="""
        内訳の合計が全体に一致すると宣言された指標（parts_add_up）について、
        同じ時期の基準値・目標・実績を足し合わせ、全体の値と比べる。
        整数はちょうど一致すること、小数や千円などは端数処理で説明できることを求める。
        一つでも値が欠けている時期は対象にしない。
        """,
    bad_ja="""
        内訳の漏れか重複計上がある。重複計上があってよいなら、parts_add_up を宣言しない。
        """,
)
def parts_do_not_add_up(look: Look) -> Iterable[Hit]:
    """Report wholes that differ from the sum of their parts, where they must not.

    ## What it does
    For indicators with `parts_add_up`, adds up the baselines, targets and observations of all
    parts in one period and compares the sum with the whole.
    Whole numbers must agree exactly; for decimals, a difference that rounding can explain
    is let through. A period in which one part has no value is passed over.

    ## Why it is bad
    Something was left out or counted twice.
    Where parts may overlap, `parts_add_up` must not be declared.

    ## Example
    ```python
    unknown = NotStated("資料に記載なし")
    h29 = FiscalYear(2017)
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            Flow(
                "victims", "被害者", unit="人", department=unknown,
                baseline=Baseline("100人", h29), parts_add_up=True,
                parts=(
                    Flow("young", "65歳未満", unit="人", baseline=Baseline("40人", h29)),
                    Flow("old", "65歳以上", unit="人", baseline=Baseline("70人", h29)),
                ),
            ),
        ],
    )
    ```

    ## Use instead
    ```python
    unknown = NotStated("資料に記載なし")
    h29 = FiscalYear(2017)
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            Flow(
                "victims", "被害者", unit="人", department=unknown,
                baseline=Baseline("110人", h29), parts_add_up=True,
                parts=(
                    Flow("young", "65歳未満", unit="人", baseline=Baseline("40人", h29)),
                    Flow("old", "65歳以上", unit="人", baseline=Baseline("70人", h29)),
                ),
            ),
        ],
    )
    ```

    ## Reference
    `planmodel.Indicator`
    """
    for indicator in look.indicators:
        if indicator.parts_add_up and indicator.parts:
            parts = [_values(look, part) for part in indicator.parts]
            for key, whole in _values(look, indicator).items():
                amounts = [values[key] for values in parts if key in values]
                if len(amounts) == len(parts):
                    yield from _compared(look, indicator, key, whole, amounts)


@frozen
class _Key:
    """What is added up: baselines, targets of one form, or observations, of one period."""

    what: str
    period: Period


def _values(look: Look, indicator: Indicator) -> dict[_Key, Amount]:
    values: dict[_Key, Amount] = {}
    baseline = look.baseline(indicator)
    start = stated(baseline.period) if baseline is not None else None
    if baseline is not None and start is not None:
        values[_Key("baseline", start)] = baseline.amount
    for target in look.targets(indicator):
        due = stated(target.period)
        if isinstance(target, Bound) and due is not None:
            values[_Key(target.form, due)] = target.amount
    for period, row in look.standing(indicator.id).items():
        values[_Key("observation", period)] = row.amount
    return values


def _compared(
    look: Look, indicator: Indicator, key: _Key, whole: Amount, amounts: list[Amount]
) -> Iterator[Hit]:
    total = number_in(whole, indicator.unit, look.units)
    numbers = [
        number_in(amount if amount.unit else _with_unit(amount, part), indicator.unit, look.units)
        for amount, part in zip(amounts, indicator.parts, strict=True)
    ]
    if total is None or any(it is None for it in numbers):
        return
    added = sum((it for it in numbers if it is not None), Decimal(0))
    if abs(added - total) > _tolerance(look, indicator, [whole, *amounts]):
        message = say(
            "the parts of {title!r} add up to {added}, and the {what} of {period} is {whole}",
            "「{title}」の内訳の合計は{added}だが、{period}の{what}は{whole}である",
            title=look.title(indicator),
            added=f"{format_number(added)}{indicator.unit}",
            what=_WHAT.get(key.what, _TARGET),
            period=key.period,
            whole=whole,
        )
        yield hit(indicator, message)


def _with_unit(amount: Amount, part: Indicator) -> Amount:
    return Amount(amount.number, unit=part.unit) if amount.number is not None else amount


def _tolerance(look: Look, indicator: Indicator, amounts: list[Amount]) -> Decimal:
    steps = [last_place(amount, indicator.unit, look.units) for amount in amounts]
    unit = look.units.find(indicator.unit)
    whole_numbers = all(step == 1 for step in steps)
    if whole_numbers and unit is not None and unit.factor == 1 and unit.kind != "%":
        return Decimal(0)
    return sum(steps, Decimal(0)) / 2


_TARGET = say("target", "目標")
_WHAT: dict[str, Text] = {
    "baseline": say("baseline", "基準値"),
    "observation": say("observation", "実績値"),
}
