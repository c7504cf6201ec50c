"""Japan's eras (元号) from 明治 to 令和, and the years and days they name.

Sources: 元号法 (昭和54年法律第43号) and the orders made under it
(昭和64年政令第1号: 平成 from 8 January 1989; 平成31年政令第143号: 令和 from 1 May 2019);
for the older eras the proclamations of 1868 (明治改元の詔), 30 July 1912 and 25 December 1926.
Until 明治5年 days were counted in the lunisolar calendar; 明治6年1月1日 is 1 January 1873
(明治5年太政官布告第337号).
"""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from planmodel.errors import ParseError, Problem
from planmodel.periods.checking import LAST_YEAR
from planmodel.periods.composed import Period
from planmodel.periods.single import Day
from planmodel.text import Language, Text, say

__all__ = [
    "ERAS",
    "FIRST_SOLAR_DAY",
    "Era",
    "EraYear",
    "era_of_date",
    "era_of_year",
    "note_on_era",
]

LONGEST_ERA = 199
"""The highest year of an era that is read: 昭和100年 and 明治150年 are printed in earnest."""

FIRST_SOLAR_DAY = dt.date(1873, 1, 1)
"""明治6年1月1日, the first day of the present calendar."""


@frozen
class Era:
    """One era.

    Attributes:
        name: as in 平成.
        letter: the initial, as in H.
        first_day: its first day.
        last_day: its last day; on two of the changes both eras name the same day.
    """

    name: str
    letter: str
    first_day: dt.date
    last_day: dt.date

    @property
    def short(self) -> str:
        """The first character, as in 平."""
        return self.name[0]

    @property
    def first_year(self) -> int:
        """The western year of its 元年."""
        return self.first_day.year


ERAS = (
    Era("明治", "M", dt.date(1868, 1, 25), dt.date(1912, 7, 30)),
    Era("大正", "T", dt.date(1912, 7, 30), dt.date(1926, 12, 25)),
    Era("昭和", "S", dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
    Era("平成", "H", dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    Era("令和", "R", dt.date(2019, 5, 1), dt.date.max),
)
"""The eras, oldest first. 令和 has no end yet."""


@frozen
class EraYear:
    """A year counted in an era: 平成 and 29.

    Raises:
        ParseError: the number is not from 1 to 199, or the year is out of range.
    """

    era: Era
    number: int

    def __attrs_post_init__(self) -> None:
        if 1 <= self.number <= LONGEST_ERA and self.western <= LAST_YEAR:
            return
        raise ParseError(
            Problem(
                say(
                    "{era} has no year {number}",
                    "{era}に{number}年はない",
                    era=self.era.name,
                    number=self.number,
                ),
                expected=say(
                    "元年 or a number from 1 to {longest}",
                    "元年、または1から{longest}までの数",
                    longest=LONGEST_ERA,
                ),
            )
        )

    @property
    def western(self) -> int:
        """The western year."""
        return self.era.first_year + self.number - 1

    @property
    def long(self) -> str:
        """平成29, 令和元."""
        return f"{self.era.name}{'元' if self.number == 1 else self.number}"

    @property
    def brief(self) -> str:
        """H29, R1."""
        return f"{self.era.letter}{self.number}"


def era_of_year(year: int) -> EraYear | None:
    """*year* in the last era that began in or before it: 2019 is 令和元.

    None before 明治, and where no era reaches (after 2217).
    """
    for era in reversed(ERAS):
        if year >= era.first_year:
            number = year - era.first_year + 1
            return EraYear(era, number) if number <= LONGEST_ERA else None
    return None


def era_of_date(date: dt.date) -> EraYear | None:
    """The year of *date* in the era of that very day: 30 April 2019 is in 平成31.

    None before 1873, when days were counted in another calendar, and where no era reaches.
    """
    if date < FIRST_SOLAR_DAY:
        return None
    era = next(era for era in reversed(ERAS) if date >= era.first_day)
    number = date.year - era.first_year + 1
    return EraYear(era, number) if number <= LONGEST_ERA else None


@frozen
class _Written:
    """A fiscal year, calendar year or day as an era writes it, for a note."""

    year: EraYear
    tail: str

    def in_language(self, _language: Language) -> str:
        return f"{self.year.long}{self.tail}"


def note_on_era(printed: EraYear, period: Period) -> Text | None:
    """What to tell about *period* printed in *printed*: nothing, or that there was no such time.

    平成32年度 was printed in plans written before the change of era, and never came.
    """
    era = printed.era
    if era.first_day <= period.last_day and period.first_day <= era.last_day:
        return None
    known = (
        era_of_date(period.date) if isinstance(period, Day) else era_of_year(period.first_day.year)
    )
    tail = period.in_language("ja").lstrip("0123456789")
    return say(
        "{printed} never existed; it was read as {meant} ({period})",
        "{printed}は実在しない。{meant}（{period}）と読み替えた",
        printed=_Written(printed, tail),
        meant=_Written(known, tail) if known else period,
        period=period,
    )
