"""Targets in a form: the word for the form, the value as printed, the time, how it is due."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from attrs import define, field

from planmodel.errors import ParseError
from planmodel.exchange.form_layout import FORMS, SCOPES
from planmodel.exchange.form_tables import Complaints, Row, choose
from planmodel.exchange.form_values import Times, absence_in, amount_in, split_range, two_parts
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
        if not cell and not form and not row["target_year"]:
            return None
        if not cell:
            what = say("the target is missing", "目標値が空欄である")
            self.told.add(row.place("target"), what)
            return None
        notes: list[str] = []
        period = self.times.at(row, "target_year", needed=True, notes=notes)
        scope = cast("Scope", choose(row, "scope", SCOPES, self.told) or "by")
        if period is None:
            return None
        rest = {"scope": scope, "note": "。".join(notes)}
        make = self._maker(row, form, cell)
        if make is None:
            return None
        place = row.place("target")
        return self.told.attempt(place, lambda: make(cast("Period", period), rest))

    def _maker(
        self, row: Row, form: str, cell: str
    ) -> Callable[[Period, dict[str, str]], Target] | None:
        if form in ("baseline", "previous_year"):
            return lambda period, rest: _relative(cell, form, period, rest)
        if form == "milestone":
            return lambda period, rest: Milestone(cell, period, **_kw(rest))
        if form == "no_number":
            return lambda period, rest: NoNumber(cell, period, **_kw(rest))
        if form == "rank":
            return lambda period, rest: _rank(cell, period, rest)
        if form in ("other_at_least", "other_at_most", "all_of"):
            benchmark = self._benchmark(cell, row)
            if form == "all_of":
                return lambda period, rest: AllOf(benchmark, period, **_kw(rest))
            side = "at_least" if form == "other_at_least" else "at_most"
            return lambda period, rest: AgainstBenchmark(
                benchmark, period, **_kw({**rest, "side": side})
            )
        if form == "range":
            return lambda period, rest: _between(cell, period, rest)
        return self._bound(row, form, cell)

    def _benchmark(self, title: str, row: Row) -> Benchmark:
        held = self.benchmarks.get(title)
        if held is None:
            key = f"{self.id}-benchmark-{len(self.benchmarks) + 1}"
            origin = Origin(self.told.file, path=row.place("target"))
            held = self.benchmarks[title] = Benchmark(key, title, unit=self.unit, origin=origin)
        return held

    def _bound(
        self, row: Row, form: str, cell: str
    ) -> Callable[[Period, dict[str, str]], Target] | None:
        """A number to stay on one side of, whose side the form says, or the words themselves."""
        said = _said(cell)
        if said is None or (form and said[0] not in ("", form)):
            amount = None
            if said is not None:
                what = say(
                    "'{cell}' says otherwise than the form of the target",
                    "「{cell}」は目標の形の欄と食い違う",
                    cell=cell,
                )
                self.told.add(row.place("target"), what)
                return None
        elif said[0] == "range":
            return lambda period, rest: _between(cell, period, rest)
        else:
            form, amount = form or said[0], said[1]
        if amount is None:
            amount = amount_in(row, "target", self.unit, self.told)
        if amount is None:
            return None
        if not form:
            self.told.add(
                row.place("form"),
                say("it is not said how the target is meant", "目標の形が空欄である"),
                say("{words}", "{words}", words=list(FORMS.values())),
            )
            return None
        kind, strict = _SIDES[form]
        printed = cell if said is not None and said[0] else ""
        return lambda period, rest: kind(
            amount, period, strict=strict, printed=printed, **_kw(rest)
        )


def _kw(rest: dict[str, str]) -> dict[str, object]:  # keyword arguments of a target
    return dict(rest)


def _said(cell: str) -> tuple[str, Amount | None] | None:
    """The form that the words of *cell* themselves say, and their amount; nothing if unreadable."""
    from planmodel.units import read_quantity

    if absence_in(cell) is not None:
        return "", None
    try:
        read = read_quantity(cell)
    except ParseError:
        return None
    if read.qualifier in ("exact", "about", "missing"):
        return "", None
    amount = (
        None
        if read.number is None
        else Amount(read.number, unit=read.unit_text, mark=read.mark)
    )
    return read.qualifier, amount


def _relative(cell: str, form: str, period: Period, rest: dict[str, str]) -> Target:
    change, stated = two_parts(cell)
    of = "baseline" if form == "baseline" else "previous_year"
    return Relative(change, period, stated=stated or None, **_kw({**rest, "of": of}))


def _rank(cell: str, period: Period, rest: dict[str, str]) -> Target:
    import unicodedata

    found = _RANK.fullmatch(cell) or _RANK.fullmatch(unicodedata.normalize("NFKC", cell))
    if found is None:
        raise ParseError(
            say("'{cell}' is no rank", "「{cell}」は順位として読めない（例: 東北1位）", cell=cell)
        )
    return Rank(int(found[2]), found[1], period, **_kw(rest))


def _between(cell: str, period: Period, rest: dict[str, str]) -> Target:
    ends = split_range(cell)
    if ends is not None:
        return Between(to_amount(ends[0]), to_amount(ends[1]), period, **_kw(rest))
    from planmodel.units import read_quantity

    read = read_quantity(cell)
    if read.low is None or read.high is None:
        raise ParseError(say("'{cell}' is no range", "「{cell}」は範囲ではない", cell=cell))
    low, high = (Amount(it, unit=read.unit_text) for it in (read.low, read.high))
    return Between(low, high, period, **_kw({**rest, "printed": cell}))
