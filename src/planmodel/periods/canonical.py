"""The form in which documents store a period: ``str(period)``, and strictly back.

====================  ==============================
``FY2020``            the fiscal year from April 2020
``FY2020/7``          the fiscal year from July 2020
``2020``              the calendar year
``2020-10-01``        the day
``FY2013..FY2017``    the window
``2022@2024``         the cohort of 2022, known in 2024
``2022@2024:出所者``  the same, named
====================  ==============================

A period has one canonical form only, so texts can be joined without being read.
"""

from __future__ import annotations

import re
from functools import lru_cache

from planmodel.errors import ModelError, ParseError, Problem, need_text
from planmodel.periods.checking import APRIL
from planmodel.periods.composed import Cohort, Period, Window
from planmodel.periods.single import CalendarYear, Day, FiscalYear, Year
from planmodel.text import Text, say

__all__ = ["match_canonical", "period_from_canonical"]

_LONGEST = 150
_YEAR = r"(?:FY[0-9]{4}(?:/(?:[1-9]|1[0-2]))?|[0-9]{4})"
_CANONICAL = re.compile(
    rf"(?P<year>{_YEAR})(?:\.\.(?P<last>{_YEAR})|@(?P<known>{_YEAR})(?::(?P<name>.+))?)?"
    r"|(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
)
_FORMS = say(
    "a form such as FY2020, 2020, 2020-10-01, FY2013..FY2017 or 2022@2024",
    "FY2020、2020、2020-10-01、FY2013..FY2017、2022@2024などの形",
)


@lru_cache(maxsize=4096)
def match_canonical(text: str) -> Period | None:
    """The period of which *text* is the canonical form; None for any other text.

    Raises:
        ModelError: the text has the form, but there is no such period.
    """
    found = _CANONICAL.fullmatch(text)
    if found is None:
        return None
    year, last, known, name, day = found.group("year", "last", "known", "name", "day")
    period: Period
    if day:
        period = Day(day)
    elif last:
        period = Window(_year(year), _year(last))
    elif known:
        period = Cohort(_year(year), _year(known), name or "")
    else:
        period = _year(year)
    return period if str(period) == text else None


def _year(text: str) -> Year:
    if not text.startswith("FY"):
        return CalendarYear(int(text))
    year, _, month = text[2:].partition("/")
    return FiscalYear(int(year), int(month) if month else APRIL)


def period_from_canonical(text: str) -> Period:
    """The period of which *text* is the canonical form: strict, and nothing is guessed.

    Raises:
        ParseError: any other text; the hint names the canonical form where there is a plain one.
        UsageError: *text* is no text.

    >>> period_from_canonical("FY2013..FY2017").in_language("ja")
    '2013～2017年度'
    """
    try:
        # The cache would keep a long text alive.
        period = match_canonical(text) if len(text) <= _LONGEST else None
    except TypeError:
        need_text(text, "text", "FY2020")
        raise
    except ModelError as error:
        raise ParseError(
            *(Problem(p.what, "", p.expected, p.hint) for p in error.problems)
        ) from None
    if period is not None:
        return period
    from planmodel.periods.scanning import shown

    raise ParseError(
        Problem(
            say(
                "'{text}' is not the canonical form of a period",
                "「{text}」は期間の標準形ではない",
                text=shown(text),
            ),
            expected=_FORMS,
            hint=_meant(text),
        )
    )


def _meant(text: str) -> Text | str:
    from planmodel.periods.reading import parse_period

    try:
        period = parse_period(text).period
    except ParseError:
        return ""
    return say("write {form}", "{form}と書く", form=str(period))
