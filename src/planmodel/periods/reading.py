"""Printed periods read: what the text says, what had to be told, and what it does not say."""

from __future__ import annotations

import re
from typing import NoReturn

from attrs import frozen

from planmodel.errors import ModelError, ParseError, PlanmodelError, Problem, need_text
from planmodel.periods.canonical import match_canonical
from planmodel.periods.checking import APRIL
from planmodel.periods.composed import Cohort, Period, Window
from planmodel.periods.context import Context, Reading, context_of, refuse, year_meant
from planmodel.periods.days import read_day
from planmodel.periods.eras import note_on_era
from planmodel.periods.scanning import Scanner, plain, shown
from planmodel.periods.single import CalendarYear, Day, FiscalYear, Year
from planmodel.periods.stretches import read_stretch
from planmodel.periods.yearwords import YearWords, read_year
from planmodel.text import Text, say

__all__ = ["ReadPeriod", "parse_period"]

_LONGEST = 200
_KNOWN = re.compile(r"に?判明\)?")
_COHORT_NAME = re.compile(r"[^(),、]*")
_COHORT_BREAK = re.compile(r"[(,、]")
_ENGLISH_COHORT = re.compile(r"(?:(.+) of )?([^,]+), ?known in (.+)", re.IGNORECASE)
_LEAD = re.compile(r"(?:as of|(?:mean|average) (?:of|over)|from)(?![a-z])", re.IGNORECASE)
_BREAK = re.compile(r"[-~〜∼‐‑‒–—―−ー]|から|to(?![a-z])|through(?![a-z])|\.\.\.?", re.IGNORECASE)
_LENGTH = r"(?:の?([0-9]{1,4}) ?[かカヵヶケ箇個]?年度?間?)?(?:の?平均値?|mean|average)?"
_WINDOW_END = re.compile(rf"(?:まで)?(?:\({_LENGTH}\)|{_LENGTH})", re.IGNORECASE)
_YEAR_END = re.compile(r"の?平均値?|中|mean|average", re.IGNORECASE)
_DAY_END = re.compile(r"現在|の?時点")
_MONTH_AND_DAY = re.compile(r"[0-9]{1,2} ?月 ?[0-9]{1,2} ?日")
_FORMS = say(
    "a form such as 2020年度, 令和2年, R2年度, 2017（H29）年度, FY2020, 2017年10月1日, H25～29年度",
    "2020年度、令和2年、R2年度、2017（H29）年度、FY2020、2017年10月1日、H25～H29年度などの形",
)


@frozen
class ReadPeriod:
    """A period that was read.

    Attributes:
        period: the period.
        notes: what the reader of the document should know: a year that never existed,
            a bare number taken for a calendar year.
    """

    period: Period
    notes: tuple[Text, ...] = ()


def parse_period(
    text: str, *, start_month: int = APRIL, reading: Reading | None = None
) -> ReadPeriod:
    """Read a period as documents print it, in full or half width, western or by era.

    Years (2020年度, 2020年, FY2020, 平成29年度, 令和元年度, R3年, 2017（H29）年度),
    days (2017年10月1日現在, H29.10.1, 平成29年度末),
    windows (2013〜2017年平均, 平成25年から平成29年, 平成25～29年度),
    months or days that make whole years (令和5年4月～令和10年3月 is FY2023..FY2027),
    cohorts (令和4年出所者、令和6年判明) and every canonical form.
    A time that an era does not have (平成32年度) is read as what it became, with a note.

    Args:
        text: the printed words.
        start_month: the month in which fiscal years start that do not say it.
        reading: what a year means that says neither 年 nor 年度, as in 「2017 (H29)」.
            Without it such a text is refused; only a lone western year, which is the canonical
            form of a calendar year, is then read as one, with a note.

    Raises:
        ParseError: the text cannot be read, or can be read in two ways.
        UsageError: *text* is no text, or there is no such month or reading.

    >>> read = parse_period("平成３２年度")
    >>> str(read.period), str(read.notes[0])
    ('FY2020', '平成32年度 never existed; it was read as 令和2年度 (FY2020)')
    >>> str(parse_period("2017 (H29)", reading="fiscal").period)
    'FY2017'
    """
    context = context_of(start_month, reading)
    need_text(text, "text", "令和2年度")
    try:
        if len(text) > _LONGEST:
            refuse(say("it is too long", "長すぎる"), expected=_FORMS)
        return _read(plain(text), context)
    except (ModelError, ParseError) as error:
        raise _wrapped(text, error) from None


def _wrapped(text: str, error: PlanmodelError) -> ParseError:
    return ParseError(
        *(
            Problem(
                say(
                    "'{text}' cannot be read as a period: {why}",
                    "「{text}」は期間として読めない: {why}",
                    text=shown(text),
                    why=problem.what,
                ),
                expected=problem.expected,
                hint=problem.hint,
            )
            for problem in error.problems
        )
    )


def _read(text: str, context: Context) -> ReadPeriod:
    if not text:
        refuse(say("it is empty", "空である"), expected=_FORMS)
    canonical = match_canonical(text)
    if canonical is not None:
        return _from_canonical(canonical, context)
    cohort = _cohort(text, context)
    if cohort is not None:
        return cohort
    scanner = Scanner(text)
    scanner.take(_LEAD)
    first = read_year(scanner)
    if first is None:
        _no_year(scanner)
    read = (
        _stretch(scanner, first, context)
        or _day(scanner, first, context)
        or _window(scanner, first, context)
        or _single(scanner, first, context)
    )
    if not scanner.done:
        _not_understood(scanner)
    return read


def _from_canonical(period: Period, context: Context) -> ReadPeriod:
    """A canonical form, where the call says more about years than the form does."""
    if isinstance(period, Window):
        return ReadPeriod(Window(_told(period.first, context), _told(period.last, context)))
    if isinstance(period, Cohort):
        of, known_in = _told(period.of, context), _told(period.known_in, context)
        return ReadPeriod(Cohort(of, known_in, period.name))
    if isinstance(period, Day):
        return ReadPeriod(period)
    if isinstance(period, CalendarYear) and context.reading is None:
        note = say(
            "{year} says neither 年 nor 年度; it was read as a calendar year",
            "「{year}」には「年」も「年度」もない。暦年と読んだ",
            year=str(period),
        )
        return ReadPeriod(period, (note,))
    return ReadPeriod(_told(period, context))


def _told(year: Year, context: Context) -> Year:
    if isinstance(year, FiscalYear):
        unsaid = year.start_month == APRIL
        return FiscalYear(year.year, context.start_month) if unsaid else year
    return FiscalYear(year.year, context.start_month) if context.reading == "fiscal" else year


def _cohort(text: str, context: Context) -> ReadPeriod | None:
    english = _ENGLISH_COHORT.fullmatch(text)
    if english:
        name, of_text, known_text = english.groups()
        name = "" if (name or "").casefold() == "cohort" else name or ""
        of, known_in = _whole_year(of_text), _whole_year(known_text)
    elif "判明" in text:
        scanner = Scanner(text)
        of = read_year(scanner)
        found = scanner.match(_COHORT_NAME)
        name = found.group().strip().removeprefix("の") if found else ""
        known_in = read_year(scanner) if scanner.take(_COHORT_BREAK) else None
        if known_in is None or not scanner.take(_KNOWN) or not scanner.done:
            return None
    else:
        return None
    if of is None or known_in is None:
        return None
    years = year_meant(of, context), year_meant(known_in, context)
    return ReadPeriod(Cohort(*years, name), _notes((of, years[0]), (known_in, years[1])))


def _whole_year(text: str) -> YearWords | None:
    scanner = Scanner(text)
    year = read_year(scanner)
    return year if scanner.done else None


def _stretch(scanner: Scanner, first: YearWords, context: Context) -> ReadPeriod | None:
    found = read_stretch(scanner, first, context, _BREAK)
    if found is None:
        return None
    window, notes = found
    _check_length(scanner, window)
    return ReadPeriod(window if len(window.years) > 1 else window.first, notes)


def _day(scanner: Scanner, year: YearWords, context: Context) -> ReadPeriod | None:
    found = read_day(scanner, year, lambda words: year_meant(words, context))
    if found is None:
        return None
    scanner.take(_DAY_END)
    return ReadPeriod(found.day, _notes((year, found.about)))


def _window(scanner: Scanner, first: YearWords, context: Context) -> ReadPeriod | None:
    back = scanner.at
    if not scanner.take(_BREAK):
        return None
    last = read_year(scanner, after=first)
    if last is None:
        scanner.at = back
        return None
    mark, month = last.mark or first.mark, last.start_month or first.start_month
    years = [year_meant(words, context, mark=mark, start_month=month) for words in (first, last)]
    window = Window(years[0], years[1])
    _check_length(scanner, window)
    return ReadPeriod(window, _notes((first, years[0]), (last, years[1])))


def _check_length(scanner: Scanner, window: Window) -> None:
    found = scanner.match(_WINDOW_END)
    length = found and (found.group(1) or found.group(2))
    if length and int(length) != len(window.years):
        refuse(
            say(
                "it says {said} {said:year|years}, but {first} to {last} are {n}",
                "{said}年とあるが、{first}から{last}までは{n}年である",
                said=int(length),
                first=window.first,
                last=window.last,
                n=len(window.years),
            )
        )


def _single(scanner: Scanner, words: YearWords, context: Context) -> ReadPeriod:
    scanner.take(_YEAR_END)
    if not scanner.done:
        _not_understood(scanner)
    year = year_meant(words, context)
    return ReadPeriod(year, _notes((words, year)))


def _notes(*printed: tuple[YearWords, Period]) -> tuple[Text, ...]:
    notes = (note_on_era(words.era, period) for words, period in printed if words.era)
    return tuple(note for note in notes if note is not None)


def _no_year(scanner: Scanner) -> NoReturn:
    if scanner.take(_MONTH_AND_DAY):
        refuse(
            say("the day has no year", "年がない"),
            hint=say(
                "write the year too, as in 2017年10月1日現在", "2017年10月1日現在のように年も書く"
            ),
        )
    refuse(say("there is no year in front", "先頭に年がない"), expected=_FORMS)


def _not_understood(scanner: Scanner) -> NoReturn:
    refuse(
        say("'{rest}' is not understood", "「{rest}」が分からない", rest=shown(scanner.rest)),
        expected=_FORMS,
    )
