"""Periods of every kind, for properties."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from planmodel.periods import CalendarYear, Cohort, Day, FiscalYear, Period, Window, Year

numbers = st.one_of(st.integers(1868, 2060), st.integers(1010, 9900))
months = st.integers(1, 12)
calendar_years = st.builds(CalendarYear, numbers)
fiscal_years = st.builds(FiscalYear, numbers, st.one_of(st.just(4), months))
years: st.SearchStrategy[Year] = st.one_of(calendar_years, fiscal_years)
days = st.builds(
    Day,
    st.one_of(
        st.dates(dt.date(1868, 1, 1), dt.date(2060, 12, 31)),
        st.dates(dt.date(1010, 1, 1), dt.date(9900, 12, 31)),
    ),
)
windows = st.builds(lambda year, n: Window(year, year.shift(n)), years, st.integers(0, 40))

NAMES = ("", "出所者", "releases", "年少者", "平成組", "十月入所者", "of the year", "drug users ①")
"""Names of cohorts, most of them chosen to be taken for a part of the year."""


@st.composite
def _cohorts(draw: st.DrawFn) -> Cohort:
    of, known_in = draw(years), draw(years)
    lag = of.year + 2 + draw(st.integers(0, 5)) - known_in.year
    return Cohort(of, known_in.shift(lag), draw(st.sampled_from(NAMES)))


cohorts = _cohorts()
periods: st.SearchStrategy[Period] = st.one_of(years, days, windows, cohorts)
