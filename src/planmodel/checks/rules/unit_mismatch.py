"""PM203: a value whose unit is not that of its indicator."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.amounts import amounts_of, same_unit
from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.dsl.labels import field_label
from planmodel.model.indicators import Benchmark, Indicator
from planmodel.model.targets import AgainstBenchmark, Relative
from planmodel.text import say
from planmodel.units import Unit, difference_unit

__all__ = ["unit_mismatch"]

_POINTS = "ポイント"


@rule(
    "PM203",
    "unit-mismatch",
    "error",
    title=say("unit of a value is not that of its indicator", "値と指標の単位の違い"),
    does_ja="""
        基準値・目標・比較対象に書かれた単位を、指標の単位と比べる。
        か所とカ所のような表記の揺れは同じ単位とみなし、千円と億円は違う単位とみなす。
        ポイントの増減は、差をポイントで数える単位（%など）の指標にだけ認める。
        """,
    bad_ja="""
        人を件と、千円を億円と比べた評価は、数字が出てもすべて誤りである。
        """,
)
def unit_mismatch(look: Look) -> Iterable[Hit]:
    """Report baselines, targets and benchmarks in another unit than their indicator.

    ## What it does
    Compares the unit of every baseline, target and benchmark with that of its indicator.
    Spellings of one unit (か所, カ所) are the same; 千円 and 億円 are not.
    A change in ポイント needs an indicator whose differences are counted in ポイント, such as %.

    ## Why it is bad
    Where people are compared with cases, or thousands with hundreds of millions,
    every figure that follows is wrong.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            Stock(
                "groups", "防犯グループ数", unit="グループ",
                department=NotStated("資料に記載なし"),
                targets=[AtLeast("2,500人", FiscalYear(2021))],
            ),
        ],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            Stock(
                "groups", "防犯グループ数", unit="グループ",
                department=NotStated("資料に記載なし"),
                targets=[AtLeast("2,500グループ", FiscalYear(2021))],
            ),
        ],
    )
    ```

    ## Reference
    `planmodel.units`
    """
    for indicator in look.indicators:
        yield from _of_amounts(look, indicator)
        yield from _of_targets(look, indicator)


def _of_amounts(look: Look, indicator: Indicator) -> Iterable[Hit]:
    things: tuple[Indicator | Benchmark, ...] = (indicator, *indicator.benchmarks)
    for thing in things:
        for name, amount in amounts_of(look, thing):
            wanted = thing.unit
            if amount.unit and wanted and not same_unit(amount.unit, wanted, look.units):
                message = say(
                    "the {field} {amount} of {title!r} is in {given}, the unit is {wanted}",
                    "「{title}」の{field}「{amount}」の単位は{given}で、定めた単位の{wanted}と違う",
                    field=field_label(name),
                    amount=amount,
                    title=look.title(thing),
                    given=amount.unit,
                    wanted=wanted,
                )
                yield hit(thing, message, say("mend one of the two", "いずれかを直す"))


def _of_targets(look: Look, indicator: Indicator) -> Iterable[Hit]:
    benchmarks = {it.id: it for it in indicator.benchmarks}
    unit = look.units.find(indicator.unit)
    for target in look.targets(indicator):
        if isinstance(target, AgainstBenchmark):
            benchmark = benchmarks.get(target.benchmark.id)
            if benchmark is None or not benchmark.unit:
                continue
            if not same_unit(benchmark.unit, indicator.unit, look.units):
                message = say(
                    "{title!r} is in {unit}, and is held against {other!r}, which is in {given}",
                    "「{title}」の単位は{unit}だが、比較対象「{other}」の単位は{given}である",
                    title=look.title(indicator),
                    unit=indicator.unit,
                    other=look.title(benchmark),
                    given=benchmark.unit,
                )
                yield hit(indicator, message)
        elif isinstance(target, Relative) and target.change.unit == "points":
            if unit is None or _in_points(unit):
                continue
            message = say(
                "the target {change} of {title!r} is in points, the unit is {unit}",
                "「{title}」の目標「{change}」はポイントだが、指標の単位は{unit}である",
                change=str(target.change),
                title=look.title(indicator),
                unit=indicator.unit,
            )
            yield hit(indicator, message)


def _in_points(unit: Unit) -> bool:
    return _POINTS in (unit.symbol, difference_unit(unit).symbol) or unit.kind == "%"
