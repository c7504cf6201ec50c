"""The four tables of the year's facts: their columns, and how a row is made of cells and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from attrs import frozen

from planmodel.errors import ModelError, PlanmodelError, Problem
from planmodel.exchange.cells import (
    Reader,
    read_day,
    read_flag,
    read_needed,
    read_number,
    read_period,
    read_text,
    word_reader,
    write_cell,
)
from planmodel.model.absence import Missing, NotStated
from planmodel.model.amounts import Amount, to_amount
from planmodel.model.origins import Origin
from planmodel.observations.ledger import Row
from planmodel.observations.records import Implementation, Judgement, Observation, Opinion
from planmodel.text import say

__all__ = ["IMPLEMENTATIONS", "JUDGEMENTS", "OBSERVATIONS", "OPINIONS", "TABLES", "Table"]

STATES = ("final", "provisional", "estimated", "forecast", "revised")


@frozen
class Table:
    """One kind of table.

    Attributes:
        name: what it holds, as a word for file names and messages.
        row: the class of its rows.
        columns: the columns that every such file has, in the order they are written.
        optional: further columns, written only where a row needs them.
        build: makes a row of the values read.
        cells: takes a row apart again.
    """

    name: str
    row: type[Any]
    columns: Mapping[str, Reader]
    optional: Mapping[str, Reader]
    build: Callable[[dict[str, Any], Origin], Row]
    cells: Callable[[Any], dict[str, str]]

    @property
    def readers(self) -> dict[str, Reader]:
        """Every column with its reader."""
        return {**self.columns, **self.optional}

    def read(self, cells: Mapping[str, str], origin: Origin) -> Row:
        """The row that *cells* (by column) say.

        Raises:
            ModelError: every cell that cannot be read, its column as the place.
        """
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for column, reader in self.readers.items():
            try:
                values[column] = reader(cells.get(column, ""))
            except PlanmodelError as error:
                problems += (Problem(p.what, column, p.expected, p.hint) for p in error.problems)
        if problems:
            raise ModelError(*problems)
        return self.build(values, origin)


def _read_value(cell: str) -> Amount | None:
    """A number, or a word that stands for no number."""
    from planmodel.units import missing_reason

    if cell and missing_reason(cell) is not None:
        return to_amount(cell)
    number = read_number(cell)
    return None if number is None else Amount(number)


def _amount(values: dict[str, Any]) -> Amount:
    value = cast("Amount | None", values.pop("value"))
    words, missing, silent = (values.pop(name) for name in ("words", "missing", "not_stated"))
    unit, mark, printed, about = (values.pop(name) for name in ("unit", "mark", "printed", "about"))
    given = [it for it in (value, words, missing, silent) if it]
    if len(given) != 1:
        what = (
            say("the value is given twice", "値が二重に与えられている")
            if given
            else say("there is no value", "値がない")
        )
        raise ModelError(
            Problem(
                what,
                where="value",
                expected=say(
                    "a number, or a word for no number: なし, ―, 集計中, 未公表, 調査せず",
                    "数、または なし・―・集計中・未公表・調査せず",
                ),
                hint=say(
                    "a missing value is never 0 and never an empty cell",
                    "欠測は0でも空欄でもなく、理由の語で書く",
                ),
            )
        )
    if value is not None and value.absence is not None:
        return value
    absence = Missing(missing) if missing else NotStated(silent) if silent else None
    number = None if value is None else value.number
    return Amount(
        number, unit=unit, mark=mark, printed=printed, words=words, about=about, absence=absence
    )


def _build_observation(values: dict[str, Any], origin: Origin) -> Observation:
    series, period, amount = values.pop("indicator"), values.pop("period"), _amount(values)
    return Observation(series, period, amount, origin=origin, **values)


def _amount_cells(amount: Amount) -> dict[str, str]:
    if amount.absence is not None and amount.printed and not amount.unit + amount.mark:
        from planmodel.units import missing_reason

        if missing_reason(amount.printed) is not None and to_amount(amount.printed) == amount:
            return {"value": amount.printed}
    absent = amount.absence
    return {
        "value": write_cell(amount.number),
        "words": write_cell(amount.words),
        "missing": write_cell(absent.reason if isinstance(absent, Missing) else ""),
        "not_stated": write_cell(absent.reason if isinstance(absent, NotStated) else ""),
        "unit": write_cell(amount.unit),
        "mark": write_cell(amount.mark),
        "printed": write_cell(amount.printed),
        "about": write_cell(amount.about or ""),
    }


def _observation_cells(row: Observation) -> dict[str, str]:
    plain = _attributes("period", "state", "known_on", "source", "note", "reported_as", "base")
    cells = {"indicator": write_cell(row.series), **plain(row), **_amount_cells(row.amount)}
    return {**cells, "synthetic": write_cell(row.synthetic or "")}


def _attributes(*names: str) -> Callable[[Any], dict[str, str]]:
    def cells(row: object) -> dict[str, str]:
        return {
            name: write_cell(value)
            for name in names
            # A flag that does not hold is an empty cell.
            if (value := getattr(row, name)) is not False
        }

    return cells


def _builder(row: type[Any]) -> Callable[[dict[str, Any], Origin], Row]:
    def build(values: dict[str, Any], origin: Origin) -> Row:
        return cast("Row", row(origin=origin, **values))

    return build


def _plain(name: str, row: type[Any], columns: dict[str, Reader], needed: Iterable[str]) -> Table:
    """A table whose columns are the fields of its rows."""
    must = dict.fromkeys(needed, read_needed)
    readers = {column: must.get(column, reader) for column, reader in columns.items()}
    optional: dict[str, Reader] = {"synthetic": read_flag}
    cells = _attributes(*columns, *optional)
    return Table(name, row, readers, optional, _builder(row), cells)


OBSERVATIONS = Table(
    "observations",
    Observation,
    {
        "indicator": read_needed,
        "period": read_period,
        "value": _read_value,
        "state": word_reader(STATES, "final"),
        "known_on": read_day,
        "source": read_text,
        "note": read_text,
    },
    {
        "reported_as": word_reader(("running_total", "increment")),
        "base": read_number,
        "synthetic": read_flag,
        "words": read_text,
        "missing": read_text,
        "not_stated": read_text,
        "unit": read_text,
        "mark": read_text,
        "printed": read_text,
        "about": read_flag,
    },
    _build_observation,
    _observation_cells,
)
"""What each indicator was."""

IMPLEMENTATIONS = _plain(
    "implementations",
    Implementation,
    {
        "measure": read_text,
        "period": read_period,
        "status": read_text,
        "text": read_text,
        "budget": read_number,
        "settlement": read_number,
        "department": read_text,
        "known_on": read_day,
        "source": read_text,
    },
    ["measure"],
)
"""What was done for each measure, with money in thousands of yen."""

JUDGEMENTS = _plain(
    "judgements",
    Judgement,
    {
        "about": read_text,
        "period": read_period,
        "grade": read_text,
        "by": read_text,
        "because": read_text,
        "known_on": read_day,
    },
    ["about", "grade", "by"],
)
"""Grades that people set."""

OPINIONS = _plain(
    "opinions",
    Opinion,
    {
        "period": read_period,
        "text": read_text,
        "by": read_text,
        "about": read_text,
        "answer": read_text,
        "known_on": read_day,
    },
    ["text", "by"],
)
"""Opinions of the council, and the answers."""

TABLES = (OBSERVATIONS, IMPLEMENTATIONS, JUDGEMENTS, OPINIONS)
"""Every kind of table that a folder of facts may hold."""
