"""PM210: a share of a whole that exceeds the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from planmodel.checks.amounts import amounts_of, number_in
from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.dsl.labels import field_label
from planmodel.model.amounts import Amount
from planmodel.model.indicators import Indicator
from planmodel.model.origins import Origin
from planmodel.model.targets import AllOf
from planmodel.text import Text, say
from planmodel.units import Unit

__all__ = ["share_above_whole"]

_HUNDRED = Decimal(100)


@rule(
    "PM210",
    "share-above-whole",
    "warning",
    title=say("share of a whole above 100%", "全体を超える割合"),
    does_ja="""
        全体に対する割合だと宣言された指標について、100%を超える基準値・目標・実績を知らせる。
        宣言とみなすのは、同じ単位で数えた分子と分母が書かれているとき、
        値に母数（base）が書かれているとき、または「全市町村」のように全体（AllOf）を目標とするときである。
        前年比や達成率のように100%を超えうる率は、宣言がない限り対象にしない。
        """,
    bad_ja="""
        一部が全体より大きいことはない。分子と分母の取り違えか、書き間違いである。
        """,
)
def share_above_whole(look: Look) -> Iterable[Hit]:
    """Report values of a declared share that lie above the whole.

    ## What it does
    Looks at indicators that are declared to be a share of a whole:
    those in % with a numerator and a denominator counted in one unit, values with a `base`,
    and targets that are everything of a whole (`AllOf`).
    Rates that may exceed 100%, such as a comparison with the year before, declare none of these.

    ## Why it is bad
    A part is never larger than its whole:
    numerator and denominator are exchanged, or a figure is mistyped.

    ## Example
    ```python
    unknown = NotStated("資料に記載なし")
    watched = Stock("watched", "見守りのある学校", unit="校", department=unknown)
    schools = Stock("schools", "公立小学校", unit="校", department=unknown)
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            watched, schools,
            Stock(
                "share", "見守りのある学校の割合", unit="%", department=unknown,
                numerator=watched, denominator=schools,
                targets=[AtLeast("110%", FiscalYear(2021))],
            ),
        ],
    )
    ```

    ## Use instead
    ```python
    unknown = NotStated("資料に記載なし")
    watched = Stock("watched", "見守りのある学校", unit="校", department=unknown)
    schools = Stock("schools", "公立小学校", unit="校", department=unknown)
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            watched, schools,
            Stock(
                "share", "見守りのある学校の割合", unit="%", department=unknown,
                numerator=watched, denominator=schools,
                targets=[AtLeast("100%", FiscalYear(2021))],
            ),
        ],
    )
    ```

    ## Reference
    `planmodel.Indicator`, `planmodel.AllOf`
    """
    for indicator in look.indicators:
        unit = look.units.find(indicator.unit)
        if unit is None:
            continue
        if unit.kind == "%" and _is_share(look, indicator):
            yield from _above_hundred(look, indicator, unit)
        yield from _above_base(look, indicator, unit)
        yield from _above_all(look, indicator)


def _is_share(look: Look, indicator: Indicator) -> bool:
    if indicator.numerator is None or indicator.denominator is None:
        return False
    over = look.series.get(indicator.numerator.id)
    under = look.series.get(indicator.denominator.id)
    if over is None or under is None:
        return False
    first, second = look.units.find(over.unit), look.units.find(under.unit)
    return first is not None and second is not None and first.kind == second.kind


def _above_hundred(look: Look, indicator: Indicator, unit: Unit) -> Iterator[Hit]:
    whole = _HUNDRED / unit.factor
    given: list[tuple[Text | str, Amount, Origin]] = [
        (field_label(name), amount, indicator.origin)
        for name, amount in amounts_of(look, indicator)
    ]
    given.extend(
        (_of_period(row.period), row.amount, row.origin)
        for row in look.standing(indicator.id).values()
    )
    for name, amount, origin in given:
        number = number_in(amount, indicator.unit, look.units)
        if number is not None and number > whole:
            message = say(
                "{title!r} is a share of a whole, and its {name} is {amount}",
                "「{title}」は全体に対する割合だが、{name}が{amount}である",
                title=look.title(indicator),
                name=name,
                amount=amount,
            )
            yield Hit(indicator.id, look.place_of(indicator.id, origin), message)


def _above_base(look: Look, indicator: Indicator, unit: Unit) -> Iterator[Hit]:
    baseline = look.baseline(indicator)
    given: list[tuple[Text | str, Amount, Decimal | None, Origin]] = []
    if baseline is not None:
        given.append((field_label("baseline"), baseline.amount, baseline.base, indicator.origin))
    given.extend(
        (_of_period(row.period), row.amount, row.base, row.origin)
        for row in look.standing(indicator.id).values()
    )
    declared = unit.kind == "%" and _is_share(look, indicator)
    for name, amount, base, origin in given:
        number = number_in(amount, indicator.unit, look.units)
        if base is None or number is None or declared:
            continue
        whole = _HUNDRED / unit.factor if unit.kind == "%" else base
        if number > whole:
            message = say(
                "{title!r} is a share of a whole of {base}, and its {name} is {amount}",
                "「{title}」は全体（{base}）に対する割合だが、{name}が{amount}である",
                title=look.title(indicator),
                base=base,
                name=name,
                amount=amount,
            )
            yield Hit(indicator.id, look.place_of(indicator.id, origin), message)


def _above_all(look: Look, indicator: Indicator) -> Iterator[Hit]:
    wholes = {it.whole.id for it in look.targets(indicator) if isinstance(it, AllOf)}
    for whole in sorted(wholes):
        sizes = look.standing(whole)
        for period, row in look.standing(indicator.id).items():
            size = sizes.get(period)
            if size is None or size.value is None or row.value is None or row.value <= size.value:
                continue
            message = say(
                "{title!r} was {amount} in {period}, and the whole {whole!r} was {size}",
                "「{title}」の{period}の値{amount}が、全体「{whole}」の{size}を超えている",
                title=look.title(indicator),
                amount=row.amount,
                period=period,
                whole=look.title(whole),
                size=size.amount,
            )
            yield Hit(indicator.id, look.place_of(indicator.id, row.origin), message)


def _of_period(period: object) -> Text:
    return say("value of {period}", "{period}の値", period=period)
