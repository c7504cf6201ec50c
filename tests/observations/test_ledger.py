"""The ledger: nothing is lost, and what was known on a day can be seen again."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel import (
    FiscalYear,
    Implementation,
    Judgement,
    Missing,
    Observation,
    Observations,
    Opinion,
    Stock,
)
from planmodel.errors import ModelError

Y19, Y20 = FiscalYear(2019), FiscalYear(2020)
JUNE, JULY = dt.date(2021, 6, 1), dt.date(2021, 7, 1)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Observation("s", 2020, 5), r"period: '2020' is no period"),
        (lambda: Observation("s", None, 5), "no period"),
        (lambda: Observation("s", Y20, float("nan")), "not a number"),
        (lambda: Observation("s", Y20, 5, state="sure"), "no state"),
        (lambda: Observation("s", Y20, 5, reported_as="total"), "no way to report"),
        (lambda: Observation("s", Y20, 5, known_on="14 October"), "is not a day"),
        (lambda: Observation("s", Y20, 5, known_on=dt.datetime(2021, 1, 1)), "is not a day"),  # noqa: DTZ001 - that is the point
        (lambda: Implementation("m", 2020), "no period"),
        (lambda: Implementation("m", Y20, budget=float("inf")), "not a number"),
        (lambda: Judgement("s", "R2", "A", by="審議会", because="x"), "no period"),
        (lambda: Opinion("R2", "意見", by="審議会"), "no period"),
        (lambda: Observations(Observation("s", Y20, 5)), "put it in brackets"),
        (lambda: Observations([Implementation("m", Y20)]), r"rows\[1\].*expected Observation"),
        (lambda: Observations().append("s"), "no row of a ledger"),
    ],
)
def test_what_a_record_refuses(make: Callable[[], object], sentence: str) -> None:
    """Each with a sentence."""
    with pytest.raises(ModelError, match=sentence):
        make()


def test_figures_are_exact() -> None:
    """Also money and bases given as literals."""
    row = Observation("s", Y20, 95.1, base=179)  # type: ignore[arg-type]
    assert (row.value, row.base) == (Decimal("95.1"), Decimal(179))
    assert Implementation("m", Y20, budget=1200.5).budget == Decimal("1200.5")


def test_a_thing_or_its_id() -> None:
    """Both name the series."""
    thing = Stock("s", "数", unit="件")
    assert Observation(thing, Y20, 5) == Observation("s", Y20, 5)
    assert Observations([Observation("s", Y20, 5)]).at(thing, Y20) is not None


def test_a_missing_value_is_a_row() -> None:
    """It holds its reason, and its place in time."""
    row = Observation("s", Y20, "集計中")
    assert (row.value, row.absence) == (None, Missing("集計中"))


def test_a_revision_is_a_new_row() -> None:
    """The old one stays, and is seen again by who asks for that day."""
    first = Observation("s", Y20, 5, known_on=JUNE)
    second = Observation("s", Y20, 6, known_on=JULY, state="revised")
    ledger = Observations([first]).append(second)
    assert tuple(ledger) == (first, second)
    assert ledger.at("s", Y20) == second
    assert ledger.at("s", Y20, known_by=JUNE) == first
    assert ledger.at("s", Y20, known_by=dt.date(2021, 5, 31)) is None
    assert ledger.known_by(JUNE).rows == (first,)
    assert ledger.known_by(None) is ledger


def test_the_row_known_last_holds_whatever_the_order() -> None:
    """Of rows of one day, or without a day, the one written last."""
    early, late = Observation("s", Y20, 5, known_on=JUNE), Observation("s", Y20, 6, known_on=JULY)
    assert Observations([late, early]).at("s", Y20) == late
    one, two = Observation("s", Y20, 7), Observation("s", Y20, 8)
    assert Observations([one, two]).at("s", Y20) == two
    assert Observations([two, early, one]).at("s", Y20) == early


def test_appending_ledgers() -> None:
    """Every sort of row goes to its own place."""
    rows = [
        Observation("s", Y19, 1),
        Implementation("m", Y19),
        Judgement("s", Y19, "A", by="審議会", because="x"),
        Opinion(Y19, "意見", by="審議会"),
    ]
    ledger = Observations().append(*rows)
    both = ledger.append(ledger, Observation("t", Y19, 2, synthetic=True))
    assert (len(both), len(both.implementations), len(both.judgements)) == (3, 2, 2)
    assert len(both.opinions) == 2
    assert (ledger.synthetic, both.synthetic) == (False, True)
    assert both.series_ids == ("s", "t")
    assert (bool(Observations()), bool(Observations(opinions=[rows[3]]))) == (False, True)  # type: ignore[list-item]


def test_the_latest_judgement_holds() -> None:
    """As for values, by the day on which it was made."""
    early = Judgement("s", Y20, "A", by="課", because="x", known_on=JUNE)
    late = Judgement("s", Y20, "B", by="審議会", because="y", known_on=JULY)
    ledger = Observations(judgements=[late, early])
    assert ledger.judgement("s", Y20) == late
    assert ledger.judgement("s", Y20, JUNE) == early
    assert ledger.judgement("s", Y19) is None


days = st.none() | st.dates(dt.date(2021, 1, 1), dt.date(2021, 12, 31))
rows_of_all = st.lists(
    st.builds(
        Observation,
        st.sampled_from(["s", "t"]),
        st.builds(FiscalYear, st.integers(2018, 2021)),
        st.integers(0, 9),
        known_on=days,
    ),
    max_size=8,
)


@given(rows_of_all, days)
def test_both_ways_of_looking_back_agree(rows: list[Observation], day: dt.date | None) -> None:
    """Cutting the ledger at a day, and asking the whole one about that day."""
    ledger = Observations(rows)
    for series in ("s", "t"):
        assert ledger.known_by(day).standing(series) == ledger.standing(series, day)


@given(rows_of_all, rows_of_all)
def test_nothing_is_ever_lost(rows: list[Observation], more: list[Observation]) -> None:
    """What stood in the ledger stands there after every addition, in its order."""
    ledger = Observations(rows).append(*more)
    assert ledger.rows == (*rows, *more)
    again: Any = pickle.loads(pickle.dumps(ledger))  # noqa: S301 - our own bytes
    assert again == ledger
    assert hash(again) == hash(ledger)
