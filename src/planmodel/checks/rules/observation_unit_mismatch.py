"""PM303: an observation in another unit than its series."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.amounts import same_unit
from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.text import say

__all__ = ["observation_unit_mismatch"]


@rule(
    "PM303",
    "observation-unit-mismatch",
    "error",
    title=say("observation in another unit than its indicator", "指標と単位の違う実績値"),
    needs_observations=True,
    does_ja="""
        実績値に書かれた単位が、その指標や比較対象の単位と違うときに、行ごとに知らせる。
        単位のない値は、指標の単位で数えたものとみなす。
        """,
    bad_ja="""
        千円と円、人と件を取り違えた実績は、桁や意味の違う評価になる。
        """,
)
def observation_unit_mismatch(look: Look) -> Iterable[Hit]:
    """Report rows whose unit is not the one of the indicator.

    ## What it does
    Compares the unit printed in each row with that of its indicator, part or benchmark.
    A value without a unit is taken to be in the indicator's.

    ## Why it is bad
    A value in 千円 that is read as 円, or people read as cases, is judged as something else.

    ## Example
    ```python
    unknown = NotStated("資料に記載なし")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[Stock("groups", "防犯グループ数", unit="グループ", department=unknown)],
    )
    observations = Observations([
        Observation("groups", FiscalYear(2019), "2,400人", synthetic=True),
    ])
    ```

    ## Use instead
    ```python
    unknown = NotStated("資料に記載なし")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[Stock("groups", "防犯グループ数", unit="グループ", department=unknown)],
    )
    observations = Observations([
        Observation("groups", FiscalYear(2019), "2,400グループ", synthetic=True),
    ])
    ```

    ## Reference
    `planmodel.Observation`, `planmodel.units`
    """
    for row in look.observations:
        series = look.series.get(row.series)
        if series is None or not row.amount.unit or not series.unit:
            continue
        if not same_unit(row.amount.unit, series.unit, look.units):
            message = say(
                "{title!r} was {amount} in {period}, and its unit is {unit}",
                "「{title}」の{period}の実績値「{amount}」は、指標の単位の{unit}と違う",
                title=look.title(series),
                amount=row.amount,
                period=row.period,
                unit=series.unit,
            )
            yield Hit(series.id, look.place_of(series.id, row.origin), message)
