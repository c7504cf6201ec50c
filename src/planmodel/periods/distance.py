"""How many years lie between two periods, and which period a day falls in."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from planmodel.periods.checking import APRIL, anniversary, check_month
from planmodel.periods.composed import Period, Window
from planmodel.periods.ordering import not_comparable
from planmodel.periods.single import Day, FiscalYear

__all__ = ["contains", "fiscal_year_of", "same_kind", "years_between"]


def same_kind(a: Period, b: Period) -> bool:
    """Whether *a* and *b* can be compared.

    Fiscal years compare when they start in the same month, windows when their years do,
    cohorts when their years do and they have the same name.
    """
    return a.kind == b.kind


def years_between(a: Period, b: Period) -> Fraction:
    """The years that pass from *a* to *b*; negative when *b* is the earlier one.

    - Years: the difference of the years.
    - Days: full years, then the days left over as a share of the year they lie in,
      counted from the earlier day. 1 October to 1 October is exactly a whole number;
      the anniversary of 29 February in a common year is the 28th.
    - Windows: from middle to middle. A quantity that moves along a straight line has, as its mean
      over a window, its value at the middle, so this is the distance that a pace calls for.
      For windows of one length it is the difference of their last (or first) years.
    - Cohorts: the difference of the years they are about, whenever they became known.

    Raises:
        NotComparableError: the two are of different kinds.

    >>> years_between(FiscalYear(2017), FiscalYear(2021))
    Fraction(4, 1)
    >>> years_between(Day("2017-10-01"), Day("2018-01-01"))
    Fraction(92, 365)
    """
    if a.kind != b.kind:
        raise not_comparable(a, b)
    if isinstance(a, Day) and isinstance(b, Day):
        if b.date < a.date:
            return -_elapsed(b.date, a.date)
        return _elapsed(a.date, b.date)
    if isinstance(a, Window):
        return Fraction(b.place[0] - a.place[0], 2)
    return Fraction(b.place[0] - a.place[0])


def _elapsed(start: dt.date, end: dt.date) -> Fraction:
    full = end.year - start.year
    if anniversary(start, full) > end:
        full -= 1
    before, after = anniversary(start, full), anniversary(start, full + 1)
    return full + Fraction((end - before).days, (after - before).days)


def contains(period: Period, date: dt.date) -> bool:
    """Whether *date* is one of the days of *period*."""
    return period.first_day <= date <= period.last_day


def fiscal_year_of(date: dt.date, start_month: int = APRIL) -> FiscalYear:
    """The fiscal year that *date* falls in.

    Raises:
        ModelError: the month or the year is out of range.

    >>> str(fiscal_year_of(dt.date(2021, 3, 31))), str(fiscal_year_of(dt.date(2021, 4, 1)))
    ('FY2020', 'FY2021')
    """
    check_month(start_month)
    return FiscalYear(date.year - (date.month < start_month), start_month)
