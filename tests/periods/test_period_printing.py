"""Printed, then read, a period is the same."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from period_strategies import months, periods
from planmodel.errors import ModelError, ParseError, UsageError
from planmodel.periods import (
    STYLES,
    CalendarYear,
    Cohort,
    Day,
    FiscalYear,
    Period,
    Style,
    Window,
    parse_period,
    period_from_canonical,
    print_period,
)
from planmodel.periods.eras import ERAS, era_of_date, era_of_year

PRINTED_STYLES = [style for style in STYLES if style != "canonical"]


@given(periods, st.sampled_from(STYLES))
def test_print_then_parse_is_the_identity(period: Period, style: Style) -> None:
    """Every period printed in every style is read back equal, and nothing has to be told."""
    read = parse_period(print_period(period, style))
    assert read.period == period
    lone_year = style == "canonical" and isinstance(period, CalendarYear)
    assert len(read.notes) == lone_year


@given(periods, st.sampled_from(PRINTED_STYLES), months)
def test_print_then_parse_with_another_start_month(
    period: Period, style: Style, start_month: int
) -> None:
    """Where fiscal years start in another month, both sides are told so and agree."""
    text = print_period(period, style, start_month=start_month)
    assert parse_period(text, start_month=start_month).period == period


@given(periods)
def test_the_words_of_both_languages_are_read_back(period: Period) -> None:
    """What messages and reports print is read back; English years need to be said calendar."""
    assert parse_period(period.in_language("ja")).period == period
    assert parse_period(period.in_language("en"), reading="calendar").period == period


@given(periods)
def test_the_canonical_form_is_strict_and_exact(period: Period) -> None:
    """str() is the canonical form, and gives back the period and nothing else."""
    assert period_from_canonical(str(period)) == period
    assert str(period_from_canonical(str(period))) == str(period)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2020年度",
        " FY2020",
        "FY2020 ",
        "fy2020",
        "FY2020/4",
        "FY2020/07",
        "FY2020/13",
        "FY0999",
        "FY２０２０",
        "2020-10-1",
        "2020-02-30",
        "2020-10-01\n",
        "FY2017..FY2013",
        "FY2013..2017",
        "2013..2017..2020",
        "2022@2020",
        "2022@2024:",
        "2022@2024:ＮＰＯ",
        "2022@2024:a b  c",
        "２０２０",
        "9" * 100_000,
    ],
)
def test_canonical_reading_guesses_nothing(text: str) -> None:
    """Whatever is not exactly the canonical form is refused, in one line, in both languages."""
    with pytest.raises(ParseError) as caught:
        period_from_canonical(text)
    assert len(str(caught.value)) < 400
    assert str(caught.value) != caught.value.in_language("ja")


def test_canonical_reading_says_what_was_meant() -> None:
    """A printed form where a canonical one belongs is refused with the right one."""
    with pytest.raises(ParseError, match=r"write FY2017$"):
        period_from_canonical("平成29年度")


@pytest.mark.parametrize(
    ("style", "year", "day"),
    [
        ("canonical", "FY2017", "2017-10-01"),
        ("western", "2017年度", "2017年10月1日"),
        ("era", "平成29年度", "平成29年10月1日"),
        ("era_short", "H29年度", "H29.10.1"),
        ("western_era", "2017（平成29）年度", "2017（平成29）年10月1日"),
        ("era_western", "平成29（2017）年度", "平成29（2017）年10月1日"),
    ],
)
def test_styles(style: Style, year: str, day: str) -> None:
    """Each style prints what the reference says."""
    assert print_period(FiscalYear(2017), style) == year
    assert print_period(Day("2017-10-01"), style) == day


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (FiscalYear(2019), "令和元年度"),
        (CalendarYear(1989), "平成元年"),
        (CalendarYear(1926), "昭和元年"),
        (CalendarYear(1868), "明治元年"),
        (CalendarYear(1867), "1867年"),
        (CalendarYear(2217), "令和199年"),
        (CalendarYear(2218), "2218年"),
        (Day("2019-04-30"), "平成31年4月30日"),
        (Day("2019-05-01"), "令和元年5月1日"),
        (Day("1989-01-07"), "昭和64年1月7日"),
        (Day("1873-01-01"), "明治6年1月1日"),
        (Day("1872-12-31"), "1872年12月31日"),
        (FiscalYear(2020, 7), "令和2年度（7月開始）"),
        (Window(FiscalYear(2013), FiscalYear(2019)), "平成25年度～令和元年度"),
        (
            Cohort(CalendarYear(2022), CalendarYear(2024), "出所者"),
            "令和4年出所者（令和6年判明）",
        ),
    ],
)
def test_eras_change_where_the_law_says(period: Period, text: str) -> None:
    """A year of change takes the new name, a day that of the day; no era, no era name."""
    assert print_period(period, "era") == text


@given(st.dates(dt.date(1873, 1, 1), dt.date(2200, 12, 31)))
def test_every_day_is_within_its_era(date: dt.date) -> None:
    """The era printed with a day was in force on it, and counts from its first year."""
    found = era_of_date(date)
    assert found is not None
    assert found.era.first_day <= date <= found.era.last_day
    assert found.western == date.year


def test_eras_follow_each_other() -> None:
    """No day after 明治 began lies between two eras, and each first year is 元年."""
    for earlier, later in pairwise(ERAS):
        assert 0 <= (later.first_day - earlier.last_day).days <= 1
        found = era_of_year(later.first_year)
        assert found is not None
        assert (found.era, found.number, found.brief) == (later, 1, f"{later.letter}1")


def test_unknown_styles_and_months_are_refused() -> None:
    """A style that does not exist is named, with the nearest one."""
    with pytest.raises(UsageError, match="did you mean western"):
        print_period(FiscalYear(2020), "westen")  # type: ignore[arg-type]
    with pytest.raises(ModelError):
        print_period(FiscalYear(2020), "western", start_month=13)
