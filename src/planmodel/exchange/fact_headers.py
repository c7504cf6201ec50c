"""What a table of facts holds, told by its header."""

from __future__ import annotations

from planmodel.errors import DocumentError, Problem, did_you_mean
from planmodel.exchange.csv_lines import Line, place
from planmodel.exchange.fact_tables import OBSERVATIONS, TABLES, Table
from planmodel.text import say

__all__ = ["table_of"]


def table_of(header: Line, file: str, problems: list[Problem]) -> tuple[Table, tuple[str, ...]]:
    """The table that *header* is of, the one it shares most columns with; and its columns.

    Raises:
        DocumentError: *problems*, and what is wrong with the header.
    """
    columns = tuple(cell.strip() for cell in header.cells)
    alike = {it.casefold() for it in columns}
    table = max(TABLES, key=lambda it: len(alike & it.columns.keys()) / len(it.columns))
    if not alike & table.columns.keys():
        raise DocumentError(
            *problems,
            Problem(
                say(
                    "the first row is no header of a table of facts",
                    "1行目が見出し行として認識できない",
                ),
                where=place(file, header.number),
                expected=",".join(OBSERVATIONS.columns),
                hint=say("separate the columns with commas", "列はコンマで区切る")
                if len(columns) == 1
                else "",
            ),
        )
    where = place(file, header.number)
    missing = [column for column in table.columns if column not in alike]
    unknown = [column for column in columns if column not in table.readers]
    twice = sorted({column for column in columns if columns.count(column) > 1})
    problems += (
        Problem(
            say("the column {column} is missing", "列「{column}」がない", column=column),
            where=where,
            hint=say(
                "the table of {name} has the columns {columns}",
                "この表の列: {columns}",
                name=table.name,
                columns=list(table.columns),
            ),
        )
        for column in missing
    )
    problems += (
        Problem(
            say("the column '{column}' is unknown", "列「{column}」は知らない列である", column=it),
            where=where,
            hint=did_you_mean(it, table.readers),
        )
        for it in unknown
    )
    problems += (
        Problem(say("the column {it} stands twice", "列「{it}」が二つある", it=it), where=where)
        for it in twice
    )
    if missing or unknown or twice:
        # Without sure columns, every cell would be reported against the wrong one.
        raise DocumentError(*problems)
    return table, columns
