"""What a caller of `evaluate` passes, read: the two clocks and the ledger."""

from __future__ import annotations

import datetime as dt
import re

from planmodel.errors import ParseError, Problem, UsageError
from planmodel.observations.ledger import Observations
from planmodel.periods import (
    CalendarYear,
    Cohort,
    Day,
    FiscalYear,
    Period,
    Window,
    parse_period,
)
from planmodel.text import say

__all__ = ["day_told", "ledger_told", "period_told"]


def period_told(given: object) -> Period:
    """The period that *given* is or says: in the canonical form, or as documents print it.

    Raises:
        ParseError: the text is no period, or can be read in two ways (``"2020"``).
        UsageError: it is neither a period nor text.
    """
    if isinstance(given, str):
        read = parse_period(given).period
        if not isinstance(read, CalendarYear) or _SAYS_YEAR.search(given):
            return read
        year = read.year
        what = say(
            "'{year}' says neither fiscal nor calendar year",
            "「{year}」は年度か暦年かを示していない",
            year=str(year),
        )
        hint = say(
            "write 'FY{year}' (or '{year}年度'), or CalendarYear({year}) (or '{year}年')",
            "「FY{year}」（または「{year}年度」）か、CalendarYear({year})（または「{year}年」）と書く",
            year=str(year),
        )
        raise ParseError(Problem(what, "period", f"FY{year}", hint))
    if isinstance(given, (FiscalYear, CalendarYear, Day, Window, Cohort)):
        return given
    what = say("{given!r} is no period", "{given!r}は期間ではない", given=given)
    raise UsageError(Problem(what, "period", 'FiscalYear(2020), "FY2020", "2020年度"'))


_SAYS_YEAR = re.compile("[年CR]", re.IGNORECASE)


def day_told(given: object) -> dt.date | None:
    """The day that *given* is or says, or ``None`` for none.

    Raises:
        UsageError: it is neither a date nor the text of one.
    """
    if isinstance(given, dt.datetime):
        return given.date()
    if given is None or isinstance(given, dt.date):
        return given
    expected = 'datetime.date(2021, 10, 31), "2021-10-31"'
    if isinstance(given, str):
        try:
            return dt.date.fromisoformat(given)
        except ValueError:
            pass
    what = say("{given!r} is no date", "{given!r}は日付ではない", given=given)
    raise UsageError(Problem(what, "known_by", expected))


def ledger_told(given: object) -> Observations:
    """The ledger that *given* is; ``None`` is an empty one.

    Raises:
        UsageError: it is no ledger.
    """
    if given is None:
        return Observations()
    if isinstance(given, Observations):
        return given
    what = say("{it} is no ledger", "{it}は実績値の台帳ではない", it=type(given).__name__)
    hint = say(
        "read a table with planmodel.load_observations(…), or write Observations([…])",
        "表は planmodel.load_observations(…) で読み込むか、Observations([…]) と書く",
    )
    raise UsageError(Problem(what, "observations", "Observations", hint))
