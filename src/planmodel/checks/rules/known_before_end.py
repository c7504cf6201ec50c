"""PM304: a final value that was known before its period had ended."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.periods import Day
from planmodel.text import say

__all__ = ["known_before_end"]

_SURE = ("final", "revised")


@rule(
    "PM304",
    "known-before-end",
    "info",
    title=say("final value known before its period had ended", "時期の終わる前の確定値"),
    needs_observations=True,
    does_ja="""
        確定値または改定値とされた実績値の判明日（known_on）が、
        その値の時期の最終日より前であるときに知らせる。
        """,
    bad_ja="""
        年度途中の値を年度の実績として評価しているか、日付の書き間違いである。
        """,
)
def known_before_end(look: Look) -> Iterable[Hit]:
    """Report final values dated earlier than the last day they are about.

    ## What it does
    Compares the day on which a final or revised value became known with the last day of its period.

    ## Why it is bad
    Either the value of part of a year is judged as that of the year, or the date is mistyped.
    A count on a day, such as 10月1日現在, is written with that day as its period.

    ## Example
    ```python
    import datetime as dt

    unknown = NotStated("資料に記載なし")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[Stock("groups", "防犯グループ数", unit="グループ", department=unknown)],
    )
    observations = Observations([
        Observation(
            "groups", FiscalYear(2020), "2,400グループ",
            known_on=dt.date(2020, 10, 14), synthetic=True,
        ),
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
        Observation(
            "groups", FiscalYear(2020), "2,400グループ",
            known_on=dt.date(2021, 10, 14), synthetic=True,
        ),
    ])
    ```

    ## Reference
    `planmodel.Observation`
    """
    for row in look.observations:
        if row.known_on is None or row.state not in _SURE or row.value is None:
            continue
        if row.known_on < row.period.last_day:
            message = say(
                "the {period} value of {title!r} is dated {day}, before that period ends",
                "「{title}」の{period}の値が、その時期の終わる前の{day}の日付になっている",
                period=row.period,
                title=look.title(row.series),
                day=Day(row.known_on),
            )
            hint = say(
                "mend the date, or say state='provisional' or 'forecast'",
                "日付を直すか、state='provisional'または'forecast'とする",
            )
            yield Hit(row.series, look.place_of(row.series, row.origin), message, hint)
