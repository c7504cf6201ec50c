"""Times as fields: what stands where a period or a date is wanted."""

from __future__ import annotations

import datetime as dt

from planmodel.errors import Problem
from planmodel.model.absence import NotStated
from planmodel.periods import CalendarYear, Cohort, Day, FiscalYear, Window
from planmodel.text import Text, say

__all__ = ["period_problem", "to_date_or_none"]

_PERIODS = (FiscalYear, CalendarYear, Day, Window, Cohort)


def period_problem(
    value: object, where: str, *, may_be_open: bool = True, may_be_none: bool = False
) -> Problem | None:
    """What is wrong with *value* as a period, or nothing.

    ``may_be_open`` lets `NotStated` stand there, ``may_be_none`` lets nothing stand there.
    """
    if isinstance(value, _PERIODS) or (may_be_open and isinstance(value, NotStated)):
        return None
    if value is None and may_be_none:
        return None
    hint: Text | str = ""
    if isinstance(value, (int, str)):
        hint = say(
            "write FiscalYear({it}) or CalendarYear({it}), whichever is meant",
            "年度か暦年かに応じて FiscalYear({it}) または CalendarYear({it}) と書く",
            it=value if isinstance(value, int) else 2021,
        )
    return Problem(
        say("{it!r} is no period", "{it!r}は時期ではない", it=_plain(value)),
        where=where,
        expected="FiscalYear, CalendarYear, Day, Window, Cohort"
        + (", NotStated" if may_be_open else ""),
        hint=hint,
    )


def _plain(value: object) -> object:
    return value if isinstance(value, (int, str)) else repr(value)


def to_date_or_none(value: dt.date | str | None) -> dt.date | None:
    """*value* as a date (ISO text such as ``2021-10-14`` is taken too), or ``None``.

    Raises:
        ModelError: it is no day, or has a time of day.
    """
    if value is None:
        return None
    from planmodel.periods.checking import as_date

    return as_date(value)
