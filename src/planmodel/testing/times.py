"""Periods of every kind."""

from __future__ import annotations

import datetime as dt
from functools import cache

from hypothesis import strategies as st

from planmodel.periods import CalendarYear, Cohort, Day, FiscalYear, Period, Window, Year

__all__ = ["days", "periods", "years"]

_NAMES = ("", "出所者", "releases", "年少者")


@cache
def days() -> st.SearchStrategy[dt.date]:
    """Days of the time in which plans are made."""
    return st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31))


@cache
def years() -> st.SearchStrategy[Year]:
    """Fiscal and calendar years; most fiscal years start in April."""
    number = st.integers(1990, 2040)
    month = st.sampled_from((4, 4, 4, 1, 7))
    return st.builds(FiscalYear, number, month) | st.builds(CalendarYear, number)


@cache
def periods() -> st.SearchStrategy[Period]:
    """Years, days, windows and cohorts."""
    windows = st.builds(_window, years(), st.integers(0, 5))
    cohorts = st.builds(
        _cohort,
        years(),
        st.integers(0, 5),
        st.sampled_from(_NAMES),
    )
    return years() | st.builds(Day, days()) | windows | cohorts


def _window(year: Year, more: int) -> Window:
    return Window(year, year.shift(more))


def _cohort(year: Year, lag: int, name: str) -> Cohort:
    return Cohort(year, year.shift(lag), name)
