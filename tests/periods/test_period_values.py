"""Periods are values that cannot be wrong."""

from __future__ import annotations

import datetime as dt
import pickle
import subprocess
import sys
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import planmodel.periods
from period_strategies import fiscal_years, months, periods
from planmodel.errors import ModelError
from planmodel.periods import (
    CalendarYear,
    Cohort,
    Day,
    FiscalYear,
    Period,
    Window,
    contains,
    fiscal_year_of,
)


def test_a_japanese_fiscal_year_runs_from_april_to_march() -> None:
    """FY2020 is 1 April 2020 to 31 March 2021."""
    year = FiscalYear(2020)
    assert (year.first_day, year.last_day) == (dt.date(2020, 4, 1), dt.date(2021, 3, 31))


def test_a_fiscal_year_can_start_in_any_month() -> None:
    """The start month moves the days, and one that starts in January is a calendar year's days."""
    assert FiscalYear(2020, 7).last_day == dt.date(2021, 6, 30)
    january, calendar = FiscalYear(2020, 1), CalendarYear(2020)
    assert (january.first_day, january.last_day) == (calendar.first_day, calendar.last_day)
    assert january != calendar


@pytest.mark.parametrize(
    ("period", "english", "japanese", "canonical"),
    [
        (FiscalYear(2020), "FY2020", "2020年度", "FY2020"),
        (FiscalYear(2020, 7), "FY2020 (from July)", "2020年度（7月開始）", "FY2020/7"),
        (CalendarYear(2020), "2020", "2020年", "2020"),
        (Day("2020-10-01"), "2020-10-01", "2020年10月1日", "2020-10-01"),
        (
            Window(FiscalYear(2013), FiscalYear(2017)),
            "FY2013–FY2017",
            "2013～2017年度",
            "FY2013..FY2017",
        ),
        (
            Window(FiscalYear(2013, 7), FiscalYear(2017, 7)),
            "FY2013–FY2017 (from July)",
            "2013～2017年度（7月開始）",
            "FY2013/7..FY2017/7",
        ),
        (
            Window(CalendarYear(2013), CalendarYear(2017)),
            "2013–2017",
            "2013～2017年",
            "2013..2017",
        ),
        (
            Cohort(CalendarYear(2022), CalendarYear(2024), "releases"),
            "releases of 2022, known in 2024",
            "2022年releases（2024年判明）",
            "2022@2024:releases",
        ),
        (
            Cohort(CalendarYear(2022), FiscalYear(2024)),
            "cohort of 2022, known in FY2024",
            "2022年（2024年度判明）",
            "2022@FY2024",
        ),
    ],
)
def test_words_and_canonical_form(
    period: Period, english: str, japanese: str, canonical: str
) -> None:
    """Each kind is put in English, in Japanese, and in the form that documents store."""
    assert period.in_language("en") == english
    assert period.in_language("ja") == japanese
    assert str(period) == canonical


def test_a_cohort_has_the_days_of_the_year_it_is_about() -> None:
    """When a cohort became known is not part of its days."""
    cohort = Cohort(CalendarYear(2022), CalendarYear(2024))
    assert (cohort.first_day, cohort.last_day) == (dt.date(2022, 1, 1), dt.date(2022, 12, 31))


def test_a_cohort_name_is_made_plain() -> None:
    """Full-width letters and double spaces in a name do not make another cohort."""
    cohort = Cohort(CalendarYear(2022), CalendarYear(2024), " ＮＰＯ　 users ")
    assert cohort.name == "NPO users"


@pytest.mark.parametrize(
    "make",
    [
        lambda: FiscalYear(0),
        lambda: FiscalYear(99999),
        lambda: FiscalYear(-5),
        lambda: FiscalYear("2020"),  # type: ignore[arg-type]
        lambda: FiscalYear(2020.0),  # type: ignore[arg-type]
        lambda: FiscalYear(True),  # noqa: FBT003 - a flag is no year
        lambda: FiscalYear(2020, 0),
        lambda: FiscalYear(2020, 13),
        lambda: CalendarYear(999),
        lambda: CalendarYear(9999),
        lambda: Day("2017-02-30"),
        lambda: Day("20171001"),
        lambda: Day("2017-W01-1"),
        lambda: Day("0999-01-01"),
        lambda: Day(dt.datetime(2017, 10, 1, 9, tzinfo=dt.UTC)),
        lambda: Day(None),  # type: ignore[arg-type]
        lambda: Window(FiscalYear(2017), FiscalYear(2013)),
        lambda: Window(FiscalYear(2013), CalendarYear(2017)),
        lambda: Window(FiscalYear(2013), FiscalYear(2017, 7)),
        lambda: Window(Day("2013-01-01"), Day("2014-01-01")),  # type: ignore[arg-type]
        lambda: Cohort(CalendarYear(2022), CalendarYear(2021)),
        lambda: Cohort(FiscalYear(2022), CalendarYear(2022)),
        lambda: Cohort(CalendarYear(2022), 2024),  # type: ignore[arg-type]
        lambda: Cohort(CalendarYear(2022), CalendarYear(2024), None),  # type: ignore[arg-type]
        *(
            lambda name=name: Cohort(CalendarYear(2022), CalendarYear(2024), name)
            for name in (
                "度",
                "の者",
                "2年以内",
                "a,b",
                "a（b）",
                "a:b",
                "a\nb\x00",
                "x" * 101,
                "Cohort",
            )
        ),
        lambda: FiscalYear(9998).shift(1),
        lambda: Day("1000-01-01").shift(-1),
        lambda: fiscal_year_of(dt.date(2020, 1, 1), 13),
        lambda: fiscal_year_of(dt.date(1000, 1, 1)),
    ],
)
def test_what_is_no_period_is_refused(make: Callable[[], object]) -> None:
    """A period that cannot be is a ModelError, with a sentence in both languages."""
    with pytest.raises(ModelError) as caught:
        make()
    problem = caught.value.problems[0]
    assert problem.in_language("en") != problem.in_language("ja")
    assert "\n" not in str(caught.value)


def test_a_window_lists_its_years() -> None:
    """Both ends are part of a window, and one year alone is a window too."""
    window = Window(FiscalYear(2013, 7), FiscalYear(2015, 7))
    assert window.years == (FiscalYear(2013, 7), FiscalYear(2014, 7), FiscalYear(2015, 7))
    assert Window(CalendarYear(2013), CalendarYear(2013)).years == (CalendarYear(2013),)


def test_29_february_shifts_to_the_28th() -> None:
    """A day that the other year lacks becomes the last of its month."""
    assert Day("2020-02-29").shift(1) == Day("2021-02-28")
    assert Day("2020-02-29").shift(4) == Day("2024-02-29")


@given(periods, st.integers(-10, 10))
def test_shifting_there_and_back_is_nothing(period: Period, years: int) -> None:
    """Shifting by n and by -n gives the same period, but for 29 February."""
    if (period.first_day.month, period.first_day.day) == (2, 29):
        return
    assert period.shift(years).shift(-years) == period
    assert period.shift(years).kind == period.kind


@given(periods)
def test_periods_are_values(period: Period) -> None:
    """Equal, hashed and pickled by value; frozen; first day not after last; one-line repr."""
    assert pickle.loads(pickle.dumps(period)) == period  # noqa: S301 - our own bytes
    assert hash(attrs.evolve(period)) == hash(period)
    assert period.first_day <= period.last_day
    assert "\n" not in repr(period)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        period.kind_of_its_own = 1  # type: ignore[union-attr]


@given(st.dates(dt.date(1010, 1, 1), dt.date(9900, 1, 1)), months)
def test_every_day_is_in_its_fiscal_year(date: dt.date, start_month: int) -> None:
    """fiscal_year_of names the one fiscal year that contains the day."""
    year = fiscal_year_of(date, start_month)
    assert contains(year, date)
    assert not contains(year.shift(1), date)
    assert not contains(year.shift(-1), date)


@given(fiscal_years)
def test_fiscal_years_follow_without_gap(year: FiscalYear) -> None:
    """The next fiscal year starts the day after this one ends."""
    assert year.shift(1).first_day - year.last_day == dt.timedelta(days=1)


def test_the_room_is_lazy() -> None:
    """Fetching FiscalYear does not read the modules about eras, and dir() names everything."""
    code = (
        "import sys; from planmodel.periods import FiscalYear; "
        "print([m for m in sys.modules if m.startswith('planmodel.periods.')])"
    )
    seen = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "planmodel.periods.single" in seen.stdout
    assert not {"eras", "reading", "printing"} & set(seen.stdout.replace("'", ".").split("."))
    assert dir(planmodel.periods) == sorted(planmodel.periods.__all__)
    assert all(hasattr(planmodel.periods, name) for name in planmodel.periods.__all__)
    assert not hasattr(planmodel.periods, "Quarter")
