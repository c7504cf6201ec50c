"""PM308: two values for one series, period and day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.observations.records import Observation
from planmodel.periods import Period
from planmodel.text import say

__all__ = ["conflicting_rows"]


@rule(
    "PM308",
    "conflicting-rows",
    "warning",
    title=say("two values known on one day", "同じ日付の食い違う実績値"),
    needs_observations=True,
    does_ja="""
        同じ系列・時期・判明日（known_on）の実績値が二つ以上あり、値が違うときに知らせる。
        判明日の違う行は改定であり、対象にしない。
        """,
    bad_ja="""
        後に書かれた行が使われるだけで、どちらが正しいかは記録から分からない。
        """,
)
def conflicting_rows(look: Look) -> Iterable[Hit]:
    """Report rows that contradict each other without saying which is newer.

    ## What it does
    Reports rows of one series, period and day of knowledge whose values differ.
    Rows of different days are revisions, and are let through.

    ## Why it is bad
    The row written last is used, and nobody can tell whether it is the right one.

    ## Example
    ```python
    unknown = NotStated("資料に記載なし")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[Stock("groups", "防犯グループ数", unit="グループ", department=unknown)],
    )
    observations = Observations([
        Observation("groups", FiscalYear(2019), "2,400グループ", synthetic=True),
        Observation("groups", FiscalYear(2019), "2,410グループ", synthetic=True),
    ])
    ```

    ## Use instead
    ```python
    import datetime as dt

    unknown = NotStated("資料に記載なし")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[Stock("groups", "防犯グループ数", unit="グループ", department=unknown)],
    )
    observations = Observations([
        Observation("groups", FiscalYear(2019), "2,400グループ", synthetic=True),
        Observation(
            "groups", FiscalYear(2019), "2,410グループ",
            state="revised", known_on=dt.date(2020, 12, 1), synthetic=True,
        ),
    ])
    ```

    ## Reference
    `planmodel.Observations`
    """
    first: dict[tuple[str, Period, dt.date | None], Observation] = {}
    for row in look.observations:
        earlier = first.setdefault((row.series, row.period, row.known_on), row)
        if _said(earlier) != _said(row):
            message = say(
                "{title!r} has two values for {period}, {one} and {other}, known on the same day",
                "「{title}」の{period}に、判明日が同じ二つの値（{one}、{other}）がある",
                title=look.title(row.series),
                period=row.period,
                one=earlier.amount,
                other=row.amount,
            )
            hint = say(
                "give the later one its known_on, or take one away",
                "新しい方に判明日（known_on）を書くか、一方を外す",
            )
            yield Hit(row.series, look.place_of(row.series, row.origin), message, hint)


def _said(row: Observation) -> tuple[object, ...]:
    return (row.value, row.amount.words, row.absence, row.amount.unit, row.reported_as)
