"""The ledger: every row that ever was, and what was known on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from attrs import evolve, field, frozen

from planmodel.errors import ModelError, Problem
from planmodel.model.ids import Entity, as_tuple
from planmodel.observations.records import (
    Implementation,
    Judgement,
    Observation,
    Opinion,
    to_id,
)
from planmodel.periods import Period
from planmodel.text import say

__all__ = ["Observations", "Row"]

Row: TypeAlias = Observation | Implementation | Judgement | Opinion
"""Anything a ledger holds."""

R = TypeVar("R", Observation, Implementation, Judgement, Opinion)


def _rows(value: Iterable[Observation]) -> tuple[Observation, ...]:
    return as_tuple(value, "rows", Observation)


def _implementations(value: Iterable[Implementation]) -> tuple[Implementation, ...]:
    return as_tuple(value, "implementations", Implementation)


def _judgements(value: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return as_tuple(value, "judgements", Judgement)


def _opinions(value: Iterable[Opinion]) -> tuple[Opinion, ...]:
    return as_tuple(value, "opinions", Opinion)


def _known(rows: Iterable[R], day: dt.date | None) -> tuple[R, ...]:
    return tuple(it for it in rows if day is None or it.known_on is None or it.known_on <= day)


@frozen(slots=False)
class Observations:
    """An append-only ledger of the year's facts.

    Rows keep the order in which they were written.
    Of several rows for one series and period the one known last holds; among rows of one day
    (or without a day) the one written last.
    """

    rows: tuple[Observation, ...] = field(default=(), converter=_rows)
    implementations: tuple[Implementation, ...] = field(
        default=(), converter=_implementations, kw_only=True
    )
    judgements: tuple[Judgement, ...] = field(default=(), converter=_judgements, kw_only=True)
    opinions: tuple[Opinion, ...] = field(default=(), converter=_opinions, kw_only=True)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows or self.implementations or self.judgements or self.opinions)

    @property
    def synthetic(self) -> bool:
        """Whether any row was made up rather than observed."""
        groups: tuple[Iterable[Row], ...] = (
            self.rows,
            self.implementations,
            self.judgements,
            self.opinions,
        )
        return any(row.synthetic for group in groups for row in group)

    def append(self, *more: Row | Observations) -> Observations:
        """A ledger with *more* rows (or all rows of other ledgers) at the end; nothing is lost.

        Raises:
            ModelError: something is no row of a ledger.
        """
        groups: dict[type[Any], list[Any]] = {
            Observation: list(self.rows),
            Implementation: list(self.implementations),
            Judgement: list(self.judgements),
            Opinion: list(self.opinions),
        }
        for it in more:
            if isinstance(it, Observations):
                groups[Observation].extend(it.rows)
                groups[Implementation].extend(it.implementations)
                groups[Judgement].extend(it.judgements)
                groups[Opinion].extend(it.opinions)
            elif type(it) in groups:
                groups[type(it)].append(it)
            else:
                raise ModelError(
                    Problem(
                        say("{it!r} is no row of a ledger", "{it!r}は台帳の行ではない", it=it),
                        expected="Observation, Implementation, Judgement, Opinion",
                    )
                )
        return Observations(
            groups[Observation],
            implementations=groups[Implementation],
            judgements=groups[Judgement],
            opinions=groups[Opinion],
        )

    def known_by(self, day: dt.date | None) -> Observations:
        """The rows known on *day*; rows without a date are always known, ``None`` means all."""
        if day is None:
            return self
        return evolve(
            self,
            rows=_known(self.rows, day),
            implementations=_known(self.implementations, day),
            judgements=_known(self.judgements, day),
            opinions=_known(self.opinions, day),
        )

    @cached_property
    def _by_series(self) -> dict[str, list[Observation]]:
        found: dict[str, list[Observation]] = {}
        for row in self.rows:
            found.setdefault(row.series, []).append(row)
        return found

    @cached_property
    def _by_subject(self) -> dict[str, list[Judgement]]:
        found: dict[str, list[Judgement]] = {}
        for row in self.judgements:
            found.setdefault(row.about, []).append(row)
        return found

    def __getstate__(self) -> dict[str, Any]:
        indexes = ("_by_series", "_by_subject")
        return {name: value for name, value in vars(self).items() if name not in indexes}

    @property
    def series_ids(self) -> tuple[str, ...]:
        """The ids that have rows, in the order of their first row."""
        return tuple(self._by_series)

    def of(self, series: str | Entity) -> tuple[Observation, ...]:
        """Every row of a series, in the order written."""
        return tuple(self._by_series.get(to_id(series), ()))

    def standing(
        self, series: str | Entity, known_by: dt.date | None = None
    ) -> dict[Period, Observation]:
        """For each period of a series the row that holds among those known on *known_by*."""
        best: dict[Period, tuple[dt.date, Observation]] = {}
        for row in self._by_series.get(to_id(series), ()):
            if known_by is not None and row.known_on is not None and row.known_on > known_by:
                continue
            day = row.known_on or dt.date.min
            held = best.get(row.period)
            if held is None or day >= held[0]:
                best[row.period] = (day, row)
        return {period: row for period, (_, row) in best.items()}

    def at(
        self, series: str | Entity, period: Period, known_by: dt.date | None = None
    ) -> Observation | None:
        """The row that holds for a series in *period* among those known on *known_by*."""
        return self.standing(series, known_by).get(period)

    def judgement(
        self, about: str | Entity, period: Period, known_by: dt.date | None = None
    ) -> Judgement | None:
        """The latest grade that people set for a thing in *period*, if any."""
        found = None
        for row in _known(self._by_subject.get(to_id(about), []), known_by):
            if row.period == period:
                newer = found is None or (row.known_on or dt.date.min) >= (
                    found.known_on or dt.date.min
                )
                found = row if newer else found
        return found
