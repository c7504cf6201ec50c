"""What a period can be made of, and the sentence for what it cannot."""

from __future__ import annotations

import datetime as dt
import re

from planmodel.errors import ModelError, Problem
from planmodel.text import say

__all__ = [
    "APRIL",
    "FIRST_YEAR",
    "LAST_YEAR",
    "anniversary",
    "as_date",
    "as_name",
    "check_month",
    "check_year",
]

APRIL = 4
"""The month in which Japan's fiscal year starts (財政法 第11条; 地方自治法 第208条)."""

FIRST_YEAR = 1000
LAST_YEAR = 9998
"""Years have four digits, and the fiscal year that starts in the last one still ends."""

_MONTHS = 12
_LONGEST_NAME = 100
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_NAME = re.compile(r"[^\d度の()（）「」、,:;@][^()（）「」、,:;@]*")


def check_year(year: object) -> None:
    """Refuse what is no year from 1000 to 9998.

    Raises:
        ModelError: *year* is not an `int`, or out of range.
    """
    if type(year) is int and FIRST_YEAR <= year <= LAST_YEAR:
        return
    raise ModelError(
        Problem(
            say("{year} is not a year", "{year}は年ではない", year=repr(year)),
            where="year",
            expected=say(
                "a whole number from {first} to {last}",
                "{first}から{last}までの整数",
                first=FIRST_YEAR,
                last=LAST_YEAR,
            ),
        )
    )


def check_month(month: object) -> None:
    """Refuse what is no month from 1 to 12.

    Raises:
        ModelError: *month* is not an `int`, or out of range.
    """
    if type(month) is int and 1 <= month <= _MONTHS:
        return
    raise ModelError(
        Problem(
            say("{month} is not a month", "{month}は月ではない", month=repr(month)),
            where="start_month",
            expected=say("a whole number from 1 to 12", "1から12までの整数"),
        )
    )


def as_date(value: dt.date | str) -> dt.date:
    """*value* as a date; a string must be an ISO date such as 2017-10-01.

    Raises:
        ModelError: no such date, a date with a time of day, or a year out of range.
    """
    date = _date(value)
    if date is not None and FIRST_YEAR <= date.year <= LAST_YEAR:
        return date
    raise ModelError(
        Problem(
            say("{value} is not a day", "{value}は日付ではない", value=repr(value)),
            where="date",
            expected=say(
                "a date without a time, or text such as 2017-10-01",
                "時刻を含まない日付、または2017-10-01の形の文字列",
            ),
        )
    )


def _date(value: object) -> dt.date | None:
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value) if _ISO_DAY.fullmatch(value) else None
        except ValueError:
            return None
    # A datetime is a date to Python; dropping its time would be a silent change.
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    return None


def as_name(value: str) -> str:
    """*value* as the name of a cohort: full-width letters made plain, single spaces.

    Raises:
        ModelError: text that could not be told from the years printed around it.
    """
    name = _plain_name(value)
    if name is not None:
        return name
    raise ModelError(
        Problem(
            say(
                "{value} cannot be the name of a cohort",
                "{value}は集団の名称にできない",
                value=repr(value),
            ),
            where="name",
            expected=say(
                "up to {longest} printable characters without brackets, commas, colons or @,"
                " that start with no digit, 度 or の (and not the bare word cohort)",
                "括弧・読点・コロン・@を含まず、数字・「度」・「の」で始まらない{longest}字以内の文字"
                "（cohortの1語だけは不可）",
                longest=_LONGEST_NAME,
            ),
        )
    )


def _plain_name(value: object) -> str | None:
    if not isinstance(value, str) or len(value) > _LONGEST_NAME:
        return None
    if not value:
        return value
    from planmodel.periods.scanning import plain

    name = plain(value)
    fits = _NAME.fullmatch(name) and name.isprintable() and len(name) <= _LONGEST_NAME
    return name if fits and name.casefold() != "cohort" else None


def anniversary(date: dt.date, years: int) -> dt.date:
    """The same day *years* later; 29 February becomes the 28th in a common year."""
    try:
        return date.replace(year=date.year + years)
    except ValueError:
        return date.replace(year=date.year + years, day=28)
