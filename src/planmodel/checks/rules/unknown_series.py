"""PM301: observations of something that the plan does not measure."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.dsl.labels import KINDS
from planmodel.text import say

__all__ = ["unknown_series"]


@rule(
    "PM301",
    "unknown-series",
    "error",
    title=say("observation of an unknown indicator", "計画にない指標の実績値"),
    needs_observations=True,
    does_ja="""
        実績値の系列が、計画の指標・内訳・比較対象のどれでもないときに、系列ごとに知らせる。
        綴りの近い指標があれば示す。
        """,
    bad_ja="""
        その実績値はどの評価にも使われず、本来の指標は実績なしと扱われる。
        """,
)
def unknown_series(look: Look) -> Iterable[Hit]:
    """Report observations whose series the plan does not have.

    ## What it does
    Looks up every observed series among the indicators, their parts and their benchmarks,
    and reports each unknown one once.

    ## Why it is bad
    Nobody uses those values, and the indicator they were meant for seems to have none.

    ## Example
    ```python
    unknown = NotStated("資料に記載なし")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[Stock("groups", "防犯グループ数", unit="グループ", department=unknown)],
    )
    observations = Observations([
        Observation("group", FiscalYear(2019), "2,400グループ", synthetic=True),
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
    `planmodel.Observation`
    """
    # Values of what an indicator took the place of may stand in the same file.
    replaced = {it.indicator for one in look.indicators for it in one.replaces}
    for series in look.observations.series_ids:
        if series in look.series or series in replaced:
            continue
        rows = look.observations.of(series)
        other = look.plan.index.entities.get(series)
        if other is None:
            message = say(
                "the plan does not measure {id!r}, of which observations are given ({count})",
                "計画にない系列「{id}」の実績値が{count}件ある",
                count=len(rows),
                id=series,
            )
            hint = look.suggestion(series, "series", look.series) or say(
                "mend the id, or add the indicator", "識別子を直すか、指標を計画に加える"
            )
            yield Hit(series, rows[0].origin, message, hint)
        else:
            message = say(
                "{id!r}, of which observations are given ({count}), is a {kind}",
                "実績値{count}件の系列「{id}」は、指標ではなく{kind}である",
                count=len(rows),
                id=series,
                kind=KINDS[other.ref_kind],
            )
            yield Hit(series, rows[0].origin, message)
