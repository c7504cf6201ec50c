"""The edges of what counts as a series, and how a thing that is none is shown."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from planmodel.errors import Problem
from planmodel.evaluation.points import Points, read_points, unreadable


def read(*entries: Any) -> tuple[Points, list[Problem]]:
    """The points of *entries*, and what was wrong with them."""
    problems: list[Problem] = []
    return read_points(entries, problems), problems


@pytest.mark.parametrize("shape", [tuple, list])
@pytest.mark.parametrize(
    "value",
    [
        1e-300,
        1e300,
        -1e-300,
        -1e300,
        0,
        0.0,
        10**300,
        Decimal("1e-300"),
        Decimal("1e300"),
        Decimal("0e-400"),
        "-1e300",
        Fraction(1, 4),
    ],
)
def test_a_number_at_the_edge_of_what_can_be_computed_is_read(shape: Any, value: Any) -> None:
    """Zero, and sizes from 1e-300 to 1e300 with both ends, however the pair is written."""
    points, problems = read(shape((2020, value)))
    assert problems == []
    assert points.at(2020) == (
        Decimal("0.25") if isinstance(value, Fraction) else Decimal(str(value))
    )


@pytest.mark.parametrize("shape", [tuple, list])
@pytest.mark.parametrize(
    "value", [9e-301, 1.1e300, -1.1e300, 10**301, Decimal("1e-301"), Decimal("-1e301"), "1e301"]
)
def test_a_number_beyond_the_edge_is_refused(shape: Any, value: Any) -> None:
    """One problem, at its place; no point is made of it."""
    points, problems = read((2019, 1), shape((2020, value)))
    assert [it.where for it in problems] == ["series[1]"]
    assert points.years == (2019,)


@pytest.mark.parametrize("shape", [tuple, list])
@pytest.mark.parametrize("year", [9_999_999, -9_999_999, "9999999", " 2020 ", 2020.0])
def test_a_year_is_a_whole_number_of_at_most_seven_digits(shape: Any, year: Any) -> None:
    """As a number or as its digits."""
    points, problems = read(shape((year, 1)))
    assert (points.years, problems) == ((int(year),), [])


@pytest.mark.parametrize("shape", [tuple, list])
@pytest.mark.parametrize(
    "year", [10_000_000, -10_000_000, "10000000", "9" * 41, "2020.0", 2020.5, True, None]
)
def test_what_is_no_year_is_named_so(shape: Any, year: Any) -> None:
    """One problem, and no point."""
    points, problems = read(shape((year, 1)))
    assert points.years == ()
    assert [str(it.what) for it in problems] == [f"{unreadable(year)} is not a year"]


@pytest.mark.parametrize(
    ("what", "shown"),
    [
        ("abc", "'abc'"),
        ("x" * 40, "'" + "x" * 40 + "'"),
        ("x" * 41, "'" + "x" * 40 + "…'"),
        (2.5, "2.5"),
        (Decimal("1E+400"), "1E+400"),
        (Fraction(1, 3), "1/3"),
        (Fraction(1, 3**90), f"1/{3**90}"[:40]),
        (2**39 - 1, str(2**39 - 1)),
        (2**39, "int"),
        (True, "bool"),
        (None, "NoneType"),
        ([1], "list"),
    ],
)
def test_what_cannot_be_read_is_shown_in_a_few_characters(what: Any, shown: str) -> None:
    """Short words and numbers as they are; what could be long or say anything by its type."""
    assert unreadable(what) == shown


def test_missing_years_are_counted_and_are_no_points() -> None:
    """Two values, two gaps, sorted by year."""
    points, problems = read((2021, 2), [2019, 1], (2020, None), (2018, None))
    assert problems == []
    assert (points.years, points.missing, points.resorted) == ((2019, 2021), 2, True)
    assert points.cut(2020) == Points((2019,), (1,), 2, resorted=True)
    assert (points.until(None), points.until(2019), points.until(2018)) == (2, 1, 0)
    assert points.at(2020) is None
