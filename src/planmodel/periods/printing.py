"""Periods in the styles in which plans print them."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.periods.checking import APRIL, check_month
from planmodel.periods.composed import Cohort, Period, Window
from planmodel.periods.eras import EraYear, era_of_date, era_of_year
from planmodel.periods.single import Day, FiscalYear, Year
from planmodel.text import say

__all__ = ["STYLES", "Style", "print_period"]

Style: TypeAlias = Literal["canonical", "western", "era", "era_short", "western_era", "era_western"]
"""How a period is printed; the table in `print_period` shows each."""

STYLES: tuple[Style, ...] = get_args(Style)
"""All styles."""


def print_period(period: Period, style: Style, *, start_month: int = APRIL) -> str:
    """*period* in *style*; `parse_period` reads every one of them back as an equal period.

    ==============  =====================  ==================
    style           fiscal year            day
    ==============  =====================  ==================
    canonical       FY2017                 2017-10-01
    western         2017年度               2017年10月1日
    era             平成29年度             平成29年10月1日
    era_short       H29年度                H29.10.1
    western_era     2017（平成29）年度     2017（平成29）年10月1日
    era_western     平成29（2017）年度     平成29（2017）年10月1日
    ==============  =====================  ==================

    A year in which the era changed takes the new name (2019 is 令和元年), a day that of the day.
    What no era reaches (years before 1868 or after 2217, days before 1873) is printed western.

    Args:
        period: what to print.
        style: one of `STYLES`.
        start_month: fiscal years that start in another month say so: 2017年度（7月開始）.

    Raises:
        UsageError: no such style.
        ModelError: no such month.

    >>> print_period(FiscalYear(2019), "era"), print_period(FiscalYear(2019), "era_short")
    ('令和元年度', 'R1年度')
    """
    check_month(start_month)
    if style not in STYLES:
        raise UsageError(
            Problem(
                say("there is no style {style}", "{style}という書式はない", style=repr(style)),
                expected=say("one of {styles}", "{styles}のいずれか", styles=STYLES),
                hint=did_you_mean(str(style), STYLES),
            )
        )
    return _printed(period, style, start_month)


def _printed(period: Period, style: Style, start_month: int) -> str:
    if style == "canonical":
        return str(period)
    if isinstance(period, Day):
        return _day(period, style)
    if isinstance(period, Window):
        first, last = _year(period.first, style), _year(period.last, style)
        return f"{first}～{last}{_start(period.last, start_month)}"
    if isinstance(period, Cohort):
        of = _year(period.of, style) + _start(period.of, start_month)
        known = _year(period.known_in, style) + _start(period.known_in, start_month)
        return f"{of}{period.name}（{known}判明）"
    return _year(period, style) + _start(period, start_month)


def _start(year: Year, start_month: int) -> str:
    if not isinstance(year, FiscalYear) or year.start_month == start_month:
        return ""
    return f"（{year.start_month}月開始）"


def _year(year: Year, style: Style) -> str:
    mark = "年度" if isinstance(year, FiscalYear) else "年"
    return _number(year.year, era_of_year(year.year), style) + mark


def _day(day: Day, style: Style) -> str:
    date = day.date
    era = era_of_date(date)
    if style == "era_short" and era:
        return f"{era.brief}.{date.month}.{date.day}"
    return f"{_number(date.year, era, style)}年{date.month}月{date.day}日"


def _number(western: int, era: EraYear | None, style: Style) -> str:
    if era is None or style == "western":
        return str(western)
    if style == "era":
        return era.long
    if style == "era_short":
        return era.brief
    if style == "western_era":
        return f"{western}（{era.long}）"
    return f"{era.long}（{western}）"
