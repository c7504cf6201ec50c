"""What single cells of a form say: absences, times, amounts, targets; and how these are written."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Literal, cast

from attrs import frozen

from planmodel.errors import ParseError, PlanmodelError, Problem
from planmodel.exchange.form_tables import Complaints, Row
from planmodel.exchange.form_words import NOT_STATED
from planmodel.model.absence import NotStated
from planmodel.model.amounts import Amount, to_amount
from planmodel.periods import FiscalYear, Period, Year, parse_period
from planmodel.periods.stretches import parse_month
from planmodel.text import Language, Text, say

__all__ = [
    "Times",
    "absence_in",
    "amount_in",
    "split_range",
    "two_parts",
    "write_absence",
    "write_amount",
    "write_period",
]

_ABSENCE = re.compile(r"(?:記載なし|記載無し|not stated)(?:\s*[:：]\s*(.+))?", re.IGNORECASE)
_BARE = re.compile(r"[0-9]{4}")
_HALVES = re.compile(r"[~〜～]")
_PARENTHESIS = re.compile(r"(.*?)\s*[（(]([^（()）]+)[)）]")


def absence_in(cell: str) -> NotStated | None:
    """The absence that a cell states: ``記載なし: 理由``, ``not stated: reason``."""
    found = _ABSENCE.fullmatch(cell)
    return None if found is None else NotStated(found[1] or cell)


def write_absence(absence: NotStated, language: Language) -> str:
    """The cell that `absence_in` reads back."""
    return f"{NOT_STATED.in_language(language)}: {absence.reason}"


@frozen
class Times:
    """How times are read in one workbook: what a bare year means there."""

    years: Literal["fiscal", "calendar"] | None
    told: Complaints

    def at(
        self, row: Row, key: str, *, needed: bool = False, notes: list[str] | None = None
    ) -> Period | NotStated | None:
        """The time in a cell; what was normalized (平成32年度) goes to *notes*."""
        cell, place = row[key], row.place(key)
        if not cell:
            if needed:
                what = say("the time is missing", "時点が空欄である")
                hint = say(
                    "or write not stated: (reason)", "計画にないときは「記載なし: 理由」と書く"
                )
                self.told.add(place, what, hint=hint)
            return None
        absence = absence_in(cell)
        if absence is not None:
            return absence
        if self._is_ambiguous(cell):
            what = say(
                "'{cell}' may be a fiscal or a calendar year",
                "「{cell}」が年度か暦年か分からない",
                cell=cell,
            )
            hint = say(
                "write {fiscal}, or say on the sheet Plan what bare years are",
                "「{cell}年度」か「{cell}年」と書くか、「計画」シートで年だけの書き方を選ぶ",
                cell=cell,
                fiscal=f"FY{cell}" if cell[0].isdecimal() else f"{cell} FY",
            )
            self.told.add(place, what, hint=hint)
            return None
        year = self._year_of_month(cell, key)
        if year is not None and notes is not None:
            notes.append(_on_month(cell, key, year).in_language("ja"))
            return year
        read = self.told.attempt(place, lambda: parse_period(cell, reading=self.years))
        if read is None:
            return None
        if notes is not None:
            notes += (it.in_language("ja") for it in read.notes)
        return read.period

    def _is_ambiguous(self, cell: str) -> bool:
        """Whether *cell* is a time (2021, R3, R3～R5) only once bare years are of a kind."""
        if self.years is not None:
            return False
        if _BARE.fullmatch(unicodedata.normalize("NFKC", cell)):
            return True
        return not _is_period(cell) and _is_period(cell, reading="fiscal")

    def _year_of_month(self, cell: str, key: str) -> Year | None:
        """The year that a month stands for: that of publication, or of the kind the form says."""
        month = parse_month(cell)
        if month is None or month.notes:
            return None
        if key == "published" or self.years == "calendar":
            return month.calendar
        return month.fiscal if self.years == "fiscal" else None


def _is_period(cell: str, reading: Literal["fiscal"] | None = None) -> bool:
    try:
        parse_period(cell, reading=reading)
    except PlanmodelError:
        return False
    return True


def _on_month(cell: str, key: str, year: Year) -> Text:
    """What keeps the month that a year stands for."""
    if key == "published":
        return say("published in {cell}", "公表の時期は「{cell}」", cell=cell)
    return say("'{cell}' was read as {year}", "「{cell}」は{year}と読んだ", cell=cell, year=year)


def write_period(period: Period | NotStated, language: Language) -> str:
    """The cell that is read back as *period*: as printed, or else in the canonical form."""
    if isinstance(period, NotStated):
        return write_absence(period, language)
    for text in (period.in_language(language), period.in_language("ja"), str(period)):
        if isinstance(period, FiscalYear) and _BARE.fullmatch(text):
            continue
        try:
            if not _BARE.fullmatch(text) and parse_period(text).period == period:
                return text
        except ParseError:
            continue
    return f"{period}年" if _BARE.fullmatch(str(period)) else str(period)


def amount_in(
    row: Row, key: str, unit: str, told: Complaints, *, words: bool = False
) -> Amount | None:
    """The amount in a cell, or nothing where it is empty; *words* may stand instead of a number."""
    cell, place = row[key], row.place(key)
    if not cell:
        return None
    absence = absence_in(cell)
    if absence is not None:
        return Amount(absence=absence)
    if _may_be_a_share(row, key, unit, told):
        return None
    if words:
        try:
            return to_amount(cell)
        except ValueError:
            return Amount(words=cell)
    return told.attempt(place, lambda: _amount(cell))


def _may_be_a_share(row: Row, key: str, unit: str, told: Complaints) -> bool:
    """Whether a number cell may be a percentage that Excel keeps as a share (95% as 0.95)."""
    cell = row[key]
    if key not in row.numeric or unicodedata.normalize("NFKC", unit) != "%":
        return False
    if not abs(Decimal(cell)) <= 1 or Decimal(cell) == 0:
        return False
    what = say(
        "'{cell}' may be {cell}% or {percent}%",
        "「{cell}」が{cell}%か{percent}%か分からない",
        cell=cell,
        percent=(Decimal(cell) * 100).normalize(),
    )
    hint = say("write it as text, with the sign %", "文字列として「%」を付けて書く")
    told.add(row.place(key), what, hint=hint)
    return True


def _amount(cell: str) -> Amount:
    try:
        return to_amount(cell)
    except ValueError as error:
        problems = cast("list[Problem]", getattr(error, "problems", ()))
        # The last problem speaks to authors of Python.
        raise ParseError(*problems[:1]) from error


def write_amount(amount: Amount, language: Language) -> str:
    """The cell that is read back as *amount*."""
    if isinstance(amount.absence, NotStated):
        return write_absence(amount.absence, language)
    if amount.printed or amount.absence is not None or amount.number is None:
        return str(amount)
    return f"{amount.number:f}{amount.unit}{amount.mark}"


def split_range(cell: str) -> tuple[str, str] | None:
    """The two ends of a range that is written with a wave (40%～60%)."""
    halves = _HALVES.split(cell)
    if len(halves) != 2 or not all(it.strip() for it in halves):  # noqa: PLR2004 - two ends
        return None
    return halves[0].strip(), halves[1].strip()


def two_parts(cell: str) -> tuple[str, str]:
    """*cell* and what stands in brackets behind it: 20%減（757）."""
    found = _PARENTHESIS.fullmatch(cell)
    return (cell, "") if found is None or not found[1] else (found[1], found[2])
