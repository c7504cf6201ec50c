"""One year as it is printed: western, in an era, or in both; with 年, 年度 or neither."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from attrs import evolve, frozen

from planmodel.errors import ParseError, Problem
from planmodel.periods.eras import ERAS, EraYear
from planmodel.periods.scanning import Scanner
from planmodel.periods.single import MONTH_NAMES
from planmodel.text import say

__all__ = ["Mark", "YearWords", "read_year"]

Mark: TypeAlias = Literal["fiscal", "calendar"]

_FISCAL = re.compile(r"(?:FY|fiscal year|fiscal)(?![a-z])", re.IGNORECASE)
_CALENDAR = re.compile(r"(?:CY|calendar year)(?![a-z])", re.IGNORECASE)
_FISCAL_AFTER = re.compile(r"FY(?![a-z0-9])", re.IGNORECASE)
_NEN = re.compile("年")
_DO = re.compile("度")
_TWIN = re.compile(r"(?:年度?)?[・/]")
_GAN = re.compile("元")
_OPEN = re.compile(r"[(\[]")
_CLOSE = re.compile(r"[)\]]")
_ERA_NAME = re.compile(
    "|".join(
        [era.name for era in ERAS]
        + [era.short for era in ERAS]
        + [rf"[{''.join(era.letter for era in ERAS)}]\.?(?= ?[0-9元])"]
    ),
    re.IGNORECASE,
)
_START = re.compile(
    rf"\((?:([0-9]{{1,2}})月(?:開始|始まり)|from ({'|'.join(MONTH_NAMES)}))\)", re.IGNORECASE
)
_DIGITS = 4
_ELIDED_DIGITS = 2


@frozen
class YearWords:
    """What is printed of one year.

    Attributes:
        western: the western year.
        mark: whether it says to be fiscal or calendar; None when it does not.
        era: the year as printed in an era, if it is.
        start_month: the month in which it says to start.
        both: whether it is printed western and in an era.
    """

    western: int
    mark: Mark | None = None
    era: EraYear | None = None
    start_month: int | None = None
    both: bool = False


def read_year(scanner: Scanner, after: YearWords | None = None) -> YearWords | None:
    """The year that stands right here, or None; *after* is the one that opened the window.

    Raises:
        ParseError: the two halves of 2017(H29) contradict each other, or an era has no such year.
    """
    year = _half(scanner) or (after and _elided(scanner, after))
    if not year:
        return None
    year = _with_mark(year, _mark(scanner))
    year = _with_other_half(scanner, year)
    found = scanner.match(_START)
    if found:
        number, name = found.groups()
        month = int(number) if number else MONTH_NAMES.index(name.capitalize()) + 1
        year = evolve(_with_mark(year, "fiscal"), start_month=month)
    return year


def _with_other_half(scanner: Scanner, year: YearWords) -> YearWords:
    back = scanner.at
    if not scanner.take(_OPEN):
        return year
    other = _half(scanner)
    if other is None:
        scanner.at = back
        return year
    other = _with_mark(other, _mark(scanner))
    if not scanner.take(_CLOSE):
        scanner.at = back
        return year
    if other.western != year.western:
        raise ParseError(
            Problem(
                say(
                    "its two halves are different years, {a} and {b}",
                    "2つの表記が別の年（{a}年と{b}年）を指している",
                    a=year.western,
                    b=other.western,
                ),
                hint=say("correct one of them", "どちらかを直す"),
            )
        )
    year = evolve(_with_mark(year, other.mark), era=year.era or other.era, both=True)
    return year if year.mark else _with_mark(year, _mark(scanner))


def _half(scanner: Scanner) -> YearWords | None:
    back = scanner.at
    mark: Mark | None = None
    if scanner.take(_FISCAL):
        mark = "fiscal"
    elif scanner.take(_CALENDAR):
        mark = "calendar"
    counted = _counted(scanner)
    if counted is not None:
        return YearWords(_with_twin(scanner, counted).western, mark, counted)
    number = scanner.number()
    if number and len(number) == _DIGITS:
        return YearWords(int(number), mark)
    scanner.at = back
    return None


def _counted(scanner: Scanner) -> EraYear | None:
    """A year counted in an era: 平成29, R2, 令和元."""
    back = scanner.at
    name = scanner.match(_ERA_NAME)
    number = name and ("1" if scanner.take(_GAN) else scanner.number())
    if name and number:
        initial = name.group()[0].upper()
        era = next(era for era in ERAS if initial in (era.letter, era.short))
        return EraYear(era, int(number))
    scanner.at = back
    return None


def _with_twin(scanner: Scanner, year: EraYear) -> EraYear:
    """*year*, after the same one in the next era, as in 平成31・令和元年度."""
    back = scanner.at
    if scanner.take(_TWIN):
        twin = _counted(scanner)
        if twin is not None and twin.western == year.western:
            return twin
    scanner.at = back
    return year


def _elided(scanner: Scanner, after: YearWords) -> YearWords | None:
    """The short second year of 平成25～29年度 and 2013～17年度."""
    back = scanner.at
    number = scanner.number()
    if number and len(number) <= _ELIDED_DIGITS and not after.both:
        if after.era:
            counted = EraYear(after.era.era, int(number))
            return YearWords(counted.western, None, counted)
        if len(number) == _ELIDED_DIGITS:
            return YearWords(after.western - after.western % 100 + int(number))
    scanner.at = back
    return None


def _mark(scanner: Scanner) -> Mark | None:
    if scanner.take(_NEN):
        return "fiscal" if scanner.take(_DO) else "calendar"
    return "fiscal" if scanner.take(_FISCAL_AFTER) else None


def _with_mark(year: YearWords, mark: Mark | None) -> YearWords:
    if mark is None or mark == year.mark:
        return year
    if year.mark is not None:
        raise ParseError(
            Problem(
                say(
                    "it says both fiscal year and calendar year",
                    "「年度」と「年」が混在している",
                ),
                hint=say("write one of the two", "どちらか一方にする"),
            )
        )
    return evolve(year, mark=mark)
