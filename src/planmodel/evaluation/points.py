"""A series of yearly values as it was given, checked once and sorted by year."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from itertools import pairwise
from operator import eq, gt
from typing import SupportsIndex, TypeAlias, cast

from attrs import field, frozen

from planmodel.errors import Problem
from planmodel.evaluation.precision import NO_END, as_decimal
from planmodel.text import Text, say

__all__ = [
    "Points",
    "SeriesLike",
    "Value",
    "exact",
    "pair_of",
    "read_number",
    "read_points",
    "read_year",
    "things_in",
    "unreadable",
]

Value: TypeAlias = Decimal | float | int | str | Fraction | None
"""A value of a series; ``None`` is a missing one, which is not a zero.

A fraction counts where it is a decimal that ends.
"""

SeriesLike: TypeAlias = Mapping[int, Value] | Iterable[tuple[int | str, Value]]
"""A series: pairs of year and value, in any order, or a mapping from year to value."""

_Raw: TypeAlias = Decimal | float | int

SMALLEST, LARGEST = 1e-300, 1e300
_DIGITS = 300
_TWO = 2
_LAST_YEAR = 9_999_999
_SHOWN = 40
_TOLD = 20


def exact(value: _Raw) -> Decimal:
    """*value* as a decimal; a float by its shortest digits, so that 0.1 is 0.1."""
    if isinstance(value, Decimal):
        return value
    return Decimal(float.__repr__(value)) if isinstance(value, float) else Decimal(value)


@frozen
class Points:
    """The values of a series in the order of their years, one a year.

    ``missing`` counts the years that were given without a value; ``resorted`` says that the
    years did not come in order.
    """

    years: tuple[int, ...] = ()
    values: tuple[_Raw, ...] = field(default=(), repr=False)
    missing: int = 0
    resorted: bool = False

    def __len__(self) -> int:
        return len(self.years)

    def until(self, year: int | None) -> int:
        """How many points lie at or before *year* (all of them for ``None``)."""
        return len(self.years) if year is None else bisect_right(self.years, year)

    def cut(self, year: int | None) -> Points:
        """The points at or before *year*."""
        n = self.until(year)
        if n == len(self.years):
            return self
        return Points(self.years[:n], self.values[:n], self.missing, self.resorted)

    def from_year(self, year: int) -> int:
        """The position of the first point at or after *year*."""
        return bisect_left(self.years, year)

    def at(self, year: int) -> Decimal | None:
        """The value of *year*, or ``None``."""
        position = bisect_left(self.years, year)
        if position < len(self.years) and self.years[position] == year:
            return exact(self.values[position])
        return None

    def value(self, position: int) -> Decimal:
        """The value at *position*, exact."""
        return exact(self.values[position])


def pair_of(given: object) -> tuple[object, object] | None:
    """*given* as a pair, if it is a tuple or a list of two things."""
    if isinstance(given, (tuple, list)):
        things = tuple(cast("Iterable[object]", given))
        if len(things) == _TWO:
            return things[0], things[1]
    return None


def things_in(given: object) -> Iterable[object] | None:
    """*given* as something to go through, or ``None``; a string is not."""
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        return None
    return cast("Iterable[object]", given)


def unreadable(what: object) -> str:
    """*what* as a few characters that are safe to print, whatever it is."""
    if isinstance(what, str):
        return repr(what if len(what) <= _SHOWN else f"{what[:_SHOWN]}…")
    if isinstance(what, (float, Decimal)):
        return str(what)
    if isinstance(what, Fraction):
        return str(what)[:_SHOWN]
    if type(what) is int and what.bit_length() < _SHOWN:
        return str(what)
    return type(what).__name__


def _as_year(given: object) -> int | None:
    if type(given) is int:
        year = given
    elif isinstance(given, str):
        try:
            year = int(given) if len(given) <= _SHOWN else _LAST_YEAR + 1
        except ValueError:
            return None
    elif isinstance(given, float):
        if not given.is_integer():
            return None
        year = int(given)
    elif isinstance(given, SupportsIndex) and not isinstance(given, bool):
        year = given.__index__()
    else:
        return None
    return year if -_LAST_YEAR <= year <= _LAST_YEAR else None


def _as_number(given: object) -> _Raw | None:
    """*given* as a finite number of a size that can be computed with, or ``None``."""
    number: _Raw
    if isinstance(given, (float, Decimal)) or type(given) is int:
        number = given
    elif isinstance(given, bool):
        return None
    elif isinstance(given, Fraction):
        ended = as_decimal(given)
        if ended is None:
            return None
        number = ended
    elif isinstance(given, str):
        try:
            number = Decimal(given)
        except InvalidOperation:
            return None
    elif isinstance(given, SupportsIndex):
        number = given.__index__()
    else:
        return None
    if isinstance(number, Decimal):
        # adjusted(), not abs(): a caller's decimal context may not hold the number.
        fits = number.is_finite() and (not number or abs(number.adjusted()) <= _DIGITS)
    else:
        fits = not number or SMALLEST <= abs(number) <= LARGEST
    return number if fits else None


def _not_a_year(given: object) -> Text:
    return say("{given} is not a year", "{given}は年として読めない", given=unreadable(given))


def _not_a_number(given: object) -> Text:
    return say(
        "{given} is not a number that can be judged",
        "{given}は評価できる数値ではない",
        given=unreadable(given),
    )


def _way_out(given: object) -> Text | str:
    return NO_END if isinstance(given, Fraction) and as_decimal(given) is None else ""


_A_YEAR = say("a whole number such as 2021", "2021のような整数")
_A_NUMBER = say(
    "a finite number, zero or between 1e-300 and 1e300 in size",
    "有限の数値（0または絶対値が1e-300以上1e300以下）",
)
_A_VALUE = say(
    "a finite number, zero or between 1e-300 and 1e300 in size, or None where it is missing",
    "有限の数値（0または絶対値が1e-300以上1e300以下）、欠測ならNone",
)
_A_SERIES = say(
    "pairs of year and value, or a mapping from year to value",
    "年と値の組の並び、または年から値への対応表",
)


def read_year(where: str, given: object, problems: list[Problem]) -> int | None:
    """The argument *where* as a year; what is wrong is added to *problems*."""
    if given is None:
        return None
    year = _as_year(given)
    if year is None:
        problems.append(Problem(_not_a_year(given), where, _A_YEAR))
    return year


def read_number(where: str, given: object, problems: list[Problem]) -> Decimal | None:
    """The argument *where* as an exact number; what is wrong is added to *problems*."""
    if given is None:
        return None
    number = _as_number(given)
    if number is None:
        problems.append(Problem(_not_a_number(given), where, _A_NUMBER, _way_out(given)))
        return None
    return exact(number)


class _Told:
    """Collects the problems of a series, the first ones in full and the rest as a number."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.more = 0

    def add(self, what: Text, where: str, expected: Text, hint: Text | str = "") -> None:
        if len(self.problems) < _TOLD:
            self.problems.append(Problem(what, where, expected, hint))
        else:
            self.more += 1

    def into(self, problems: list[Problem]) -> None:
        problems += self.problems
        if self.more:
            problems.append(
                Problem(
                    say(
                        "{more} more entries cannot be read",
                        "ほかに{more}件が読めない",
                        more=self.more,
                    ),
                    "series",
                )
            )


def _read_entry(position: int, entry: object, told: _Told) -> tuple[int, _Raw | None] | None:
    pair = pair_of(entry)
    where = f"series[{position}]"
    if pair is None:
        what = say(
            "{given} is not a pair of year and value",
            "{given}は年と値の組ではない",
            given=unreadable(entry),
        )
        told.add(what, where, _A_SERIES)
        return None
    year, number = _as_year(pair[0]), _as_number(pair[1])
    if year is None:
        told.add(_not_a_year(pair[0]), where, _A_YEAR)
    if number is None and pair[1] is not None:
        told.add(_not_a_number(pair[1]), where, _A_VALUE, _way_out(pair[1]))
        return None
    return None if year is None else (year, number)


def _entries(series: object, told: _Told) -> Iterable[tuple[object, object]]:
    entries: object = series
    if isinstance(series, Mapping):
        entries = cast("Mapping[object, object]", series).items()
    things = things_in(entries)
    if things is None:
        what = say("{given} is not a series", "{given}は系列ではない", given=unreadable(entries))
        told.add(what, "series", _A_SERIES)
        return ()
    # Only hoped to be pairs: each is looked at before it is used.
    return cast("Iterable[tuple[object, object]]", things)


def read_points(series: object, problems: list[Problem]) -> Points:
    """The *series* sorted by year; what is wrong with it is added to *problems*.

    Years out of order are sorted, because a year says where its value belongs; two values for
    one year are refused, because nothing says which of them is meant.
    """
    told = _Told()
    years: list[int] = []
    values: list[_Raw] = []
    missing = 0
    for position, entry in enumerate(_entries(series, told)):
        # The usual entry, without a detour: series can be long.
        if type(entry) is tuple and len(entry) == _TWO:
            year, value = entry
            if (
                type(year) is int
                and (type(value) is float or type(value) is int)
                and SMALLEST <= abs(value) <= LARGEST
                and abs(year) <= _LAST_YEAR
            ):
                years.append(year)
                values.append(value)
                continue
        read = _read_entry(position, entry, told)
        if read is None:
            continue
        if read[1] is None:
            missing += 1
        else:
            years.append(read[0])
            values.append(read[1])
    resorted = any(map(gt, years, years[1:]))
    if resorted:
        order = sorted(range(len(years)), key=years.__getitem__)
        years, values = [years[i] for i in order], [values[i] for i in order]
    if any(map(eq, years, years[1:])):
        for year in sorted({year for year, after in pairwise(years) if year == after}):
            what = say("{year} has two values", "{year}年の値が二つある", year=year)
            told.add(what, "series", say("one value a year", "一年に一つの値"))
    told.into(problems)
    return Points(tuple(years), tuple(values), missing, resorted)
