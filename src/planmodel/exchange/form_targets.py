"""Targets in a form: the word for the form, the value as printed, the time, how it is due."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Literal, TypeAlias, cast

from attrs import define, evolve, field

from planmodel.errors import ParseError
from planmodel.exchange.form_tables import Complaints, Row, choose
from planmodel.exchange.form_values import Times, absence_in, amount_in, split_range, two_parts
from planmodel.exchange.form_words import FORMS, SCOPES
from planmodel.model.absence import NotStated
from planmodel.model.amounts import Amount, to_amount
from planmodel.model.indicators import Benchmark
from planmodel.model.origins import Origin
from planmodel.model.targets import (
    AgainstBenchmark,
    AllOf,
    AtLeast,
    AtMost,
    Between,
    Bound,
    Milestone,
    NoNumber,
    Rank,
    Relative,
    Scope,
    Target,
)
from planmodel.periods import Period
from planmodel.text import say

__all__ = ["TargetReader"]

Due: TypeAlias = Period | NotStated
Make: TypeAlias = Callable[[Due], Target]

_RANK = re.compile(r"(.+?)\s*第?([0-9]{1,4})位")
_SIDES: dict[str, tuple[type[Bound], bool]] = {
    "at_least": (AtLeast, False),
    "at_most": (AtMost, False),
    "more_than": (AtLeast, True),
    "less_than": (AtMost, True),
}


@define
class TargetReader:
    """Reads the targets of one indicator, and keeps the series they are held against."""

    id: str
    unit: str
    times: Times
    told: Complaints
    benchmarks: dict[str, Benchmark] = field(factory=dict[str, Benchmark])

    def read(self, row: Row) -> Target | None:
        """The target in *row*; nothing where it has none, or it cannot be read."""
        cell, form = row["target"], choose(row, "form", FORMS, self.told)
        if not cell:
            if row["form"] or row["target_year"] or row["scope"]:
                what = say("the target is missing", "目標値が空欄である")
                self.told.add(row.place("target"), what)
            return None
        notes: list[str] = []
        period = self.times.at(row, "target_year", needed=True, notes=notes)
        scope = cast("Scope", choose(row, "scope", SCOPES, self.told) or "by")
        if row["form"] and not form:
            return None
        make = self._maker(row, form, cell)
        if make is None or period is None:
            return None
        place, note = row.place("target"), "。".join(notes)
        made = self.told.attempt(place, lambda: make(period))
        return None if made is None else evolve(made, scope=scope, note=note)

    def _maker(self, row: Row, form: str, cell: str) -> Make | None:
        """What makes the target of a *form*; nothing where the cell cannot be read for it."""
        if form in _MAKERS:
            return lambda due: _MAKERS[form](cell, due)
        if form not in ("other_at_least", "other_at_most", "all_of"):
            return self._bound(row, form, cell)
        benchmark = self._benchmark(cell, row)
        if form == "all_of":
            return lambda due: AllOf(benchmark, due)
        side: Literal["at_least", "at_most"] = "at_least" if form == "other_at_least" else "at_most"
        return lambda due: AgainstBenchmark(benchmark, due, side=side)

    def _benchmark(self, title: str, row: Row) -> Benchmark:
        held = self.benchmarks.get(title)
        if held is None:
            key = f"{self.id}-benchmark-{len(self.benchmarks) + 1}"
            origin = Origin(self.told.file, path=row.place("target"))
            held = self.benchmarks[title] = Benchmark(key, title, unit=self.unit, origin=origin)
        return held

    def _bound(self, row: Row, form: str, cell: str) -> Make | None:
        """A number to stay on one side of; which side, the form says or the words themselves."""
        qualifier, amount = _said(cell)
        if qualifier == "range" and not form:
            return lambda due: _between(cell, due)
        if form and qualifier not in ("", form):
            what = say(
                "'{cell}' says otherwise than the form of the target",
                "「{cell}」は目標の形の欄と食い違う",
                cell=cell,
            )
            self.told.add(row.place("target"), what)
            return None
        side = form or qualifier
        if amount is None:
            amount = amount_in(row, "target", self.unit, self.told)
        if not side:
            what = say("it is not said how the target is meant", "目標の形が空欄である")
            words = say("{words}", "{words}", words=list(FORMS.values()))
            self.told.add(row.place("form"), what, words)
        if not side or amount is None:
            return None
        known, (kind, strict) = amount, _SIDES[side]
        printed = cell if qualifier else ""
        return lambda due: kind(known, due, strict=strict, printed=printed)


def _said(cell: str) -> tuple[str, Amount | None]:
    """The form that the words of *cell* say by themselves (2,500以上), and then the amount."""
    from planmodel.units import read_quantity

    if absence_in(cell) is not None:
        return "", None
    try:
        read = read_quantity(cell)
    except ParseError:
        return "", None
    if read.qualifier in ("exact", "about", "missing"):
        return "", None
    if read.number is None:
        return read.qualifier, None
    return read.qualifier, Amount(read.number, unit=read.unit_text, mark=read.mark)


def _on_baseline(cell: str, due: Due) -> Target:
    change, stated = two_parts(cell)
    return Relative(change, due, stated=stated or None)


def _on_last_year(cell: str, due: Due) -> Target:
    change, stated = two_parts(cell)
    return Relative(change, due, stated=stated or None, of="previous_year")


def _rank(cell: str, due: Due) -> Target:
    found = _RANK.fullmatch(cell) or _RANK.fullmatch(unicodedata.normalize("NFKC", cell))
    if found is None:
        raise ParseError(
            say("'{cell}' is no rank", "「{cell}」は順位として読めない（例: 東北1位）", cell=cell)
        )
    return Rank(int(found[2]), found[1], due)


def _between(cell: str, due: Due) -> Target:
    ends = split_range(cell)
    if ends is not None:
        return Between(to_amount(ends[0]), to_amount(ends[1]), due)
    from planmodel.units import read_quantity

    read = read_quantity(cell)
    if read.low is None or read.high is None:
        raise ParseError(say("'{cell}' is no range", "「{cell}」は範囲ではない", cell=cell))
    low, high = (Amount(it, unit=read.unit_text) for it in (read.low, read.high))
    return Between(low, high, due, printed=cell)


_MAKERS: dict[str, Callable[[str, Due], Target]] = {
    "baseline": _on_baseline,
    "previous_year": _on_last_year,
    "rank": _rank,
    "range": _between,
    "milestone": Milestone,
    "no_number": NoNumber,
}
