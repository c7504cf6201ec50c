"""PM211: a rate that its numerator and denominator do not give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import frozen

from planmodel.checks.amounts import last_place, number_in
from planmodel.checks.look import Look, stated
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.amounts import Amount
from planmodel.model.indicators import Benchmark, Indicator
from planmodel.periods import Period
from planmodel.text import say
from planmodel.units import Unit, format_number

__all__ = ["ratio_mismatch"]

_HUNDRED = Decimal(100)


@rule(
    "PM211",
    "ratio-mismatch",
    "warning",
    title=say("rate that its numerator and denominator do not give", "分子・分母と合わない率"),
    does_ja="""
        分子と分母の書かれた率について、同じ時期の分子・分母から計算した率と、
        印刷された率を比べる。差が印刷の最終桁の一単位以上であれば知らせる。
        端数処理で説明できる差は知らせない。
        """,
    bad_ja="""
        率か実数のどちらかが誤っているか、時期や範囲の違う数を組み合わせている。
        """,
)
def ratio_mismatch(look: Look) -> Iterable[Hit]:
    """Report rates that differ from the quotient of their counts.

    ## What it does
    Where an indicator has a numerator and a denominator, divides their values of one period
    (baselines or observations), and reports a difference of one unit or more in the last printed
    place of the rate. What rounding can explain is let through.

    ## Why it is bad
    One of the three figures is wrong, or they are of different times or areas.

    ## Example
    ```python
    unknown = NotStated("資料に記載なし")
    h29 = FiscalYear(2017)
    solved = Flow("solved", "解消", unit="件", department=unknown, baseline=Baseline("89件", h29))
    known = Flow("known", "認知", unit="件", department=unknown, baseline=Baseline("120件", h29))
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            solved, known,
            Stock(
                "rate", "解消率", unit="%", department=unknown,
                numerator=solved, denominator=known, baseline=Baseline("89.0%", h29),
            ),
        ],
    )
    ```

    ## Use instead
    ```python
    unknown = NotStated("資料に記載なし")
    h29 = FiscalYear(2017)
    solved = Flow("solved", "解消", unit="件", department=unknown, baseline=Baseline("89件", h29))
    known = Flow("known", "認知", unit="件", department=unknown, baseline=Baseline("120件", h29))
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            solved, known,
            Stock(
                "rate", "解消率", unit="%", department=unknown,
                numerator=solved, denominator=known, baseline=Baseline("74.1%", h29),
            ),
        ],
    )
    ```

    ## Reference
    `planmodel.Indicator`
    """
    for indicator in look.indicators:
        if indicator.numerator is None or indicator.denominator is None:
            continue
        over = look.series.get(indicator.numerator.id)
        under = look.series.get(indicator.denominator.id)
        unit = look.units.find(indicator.unit)
        if over is None or under is None or unit is None:
            continue
        ratio = _Ratio(look, over, under, unit)
        for period, printed in _values(look, indicator).items():
            yield from _compared(look, indicator, ratio, period, printed)


def _compared(
    look: Look, indicator: Indicator, ratio: _Ratio, period: Period, printed: Amount
) -> Iterator[Hit]:
    rate = number_in(printed, indicator.unit, look.units)
    exact = ratio.of(period)
    if rate is None or exact is None:
        return
    step = last_place(printed, indicator.unit, look.units)
    if abs(rate - exact) >= step:
        message = say(
            "{title!r} is printed as {printed} for {period}, "
            "and {over!r} by {under!r} gives {exact}",
            "「{title}」の{period}の値は{printed}だが、"
            "「{over}」を「{under}」で割ると{exact}になる",
            title=look.title(indicator),
            printed=printed,
            period=period,
            over=look.title(ratio.over),
            under=look.title(ratio.under),
            exact=f"{format_number(_shown(exact, step))}{indicator.unit}",
        )
        yield hit(indicator, message)


@frozen
class _Ratio:
    """Two series and the unit in which their quotient is told."""

    look: Look
    over: Indicator | Benchmark
    under: Indicator | Benchmark
    unit: Unit

    def of(self, period: Period) -> Decimal | None:
        """The exact rate of *period*, or ``None`` where it cannot be formed."""
        numbers: list[Decimal] = []
        units: list[Unit] = []
        for series in (self.over, self.under):
            unit = self.look.units.find(series.unit)
            amount = _values(self.look, series).get(period)
            number = number_in(amount, series.unit, self.look.units)
            if unit is None or number is None:
                return None
            units.append(unit)
            numbers.append(number * unit.factor)
        scale = self._scale(*units)
        if scale is None or not numbers[1]:
            return None
        return numbers[0] / numbers[1] * scale

    def _scale(self, over: Unit, under: Unit) -> Decimal | None:
        if self.unit.kind == "%":
            return _HUNDRED / self.unit.factor if over.kind == under.kind else None
        if self.unit.symbol == "倍":
            return Decimal(1)
        fits = self.unit.parts is not None and self.unit.kind == f"{over.kind}/{under.kind}"
        return 1 / self.unit.factor if fits else None


def _values(look: Look, series: Indicator | Benchmark) -> dict[Period, Amount]:
    values = {period: row.amount for period, row in look.standing(series.id).items()}
    baseline = look.baseline(series)
    start = stated(baseline.period) if baseline is not None else None
    if baseline is not None and start is not None:
        values.setdefault(start, baseline.amount)
    return values


def _shown(number: Decimal, step: Decimal) -> Decimal:
    finer = step.scaleb(-1)
    return number.quantize(finer) if number.is_finite() else number
