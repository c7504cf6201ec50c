"""Observations and the year's other facts as CSV: read strictly, appended, never overwritten.

A folder holds the facts of a plan as any number of ``*.csv`` files.
What a file holds is told by its header: observations, implementation records, judgements by
people, or opinions of a council. Files whose names begin with ``synthetic`` hold made-up rows;
a folder is read without them unless they are asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from planmodel.errors import DocumentError, PlanmodelError, Problem
from planmodel.exchange.cells import unsafe_problem
from planmodel.exchange.csv_lines import (
    Line,
    cell_problems,
    csv_line,
    decode,
    place,
    read_lines,
)
from planmodel.exchange.fact_headers import table_of
from planmodel.exchange.fact_tables import OBSERVATIONS, TABLES, Table
from planmodel.files import MAX_BYTES, read_bytes, write_bytes
from planmodel.model.origins import Origin
from planmodel.observations.ledger import Observations, Row
from planmodel.text import say

__all__ = [
    "append_observations",
    "load_observations",
    "read_observations",
    "write_observations",
]


def load_observations(
    path: str | os.PathLike[str], *, synthetic: bool = False, limit: int = MAX_BYTES
) -> Observations:
    """The facts in a CSV file, or in every ``*.csv`` file of a folder in the order of their names.

    In a folder, files whose names begin with ``synthetic`` are read only if *synthetic* is set;
    their rows are marked as made up. A file named here is always read.
    Files are UTF-8 (with or without BOM) or cp932, at most *limit* bytes each.

    Raises:
        DocumentError: something is absent, too large or cannot be read; every wrong cell is named.
    """
    source = Path(path)
    if not source.is_dir():
        return _load(source, limit)
    ledger, problems = Observations(), list[Problem]()
    for file in sorted(source.glob("*.csv"), key=lambda it: it.name):
        if _is_synthetic(file) and not synthetic:
            continue
        try:
            ledger = ledger.append(_load(file, limit))
        except DocumentError as error:
            problems += error.problems
    if problems:
        raise DocumentError(*problems)
    return ledger


def _is_synthetic(file: Path) -> bool:
    return file.name.casefold().startswith("synthetic")


def _load(file: Path, limit: int) -> Observations:
    text, _ = decode(read_bytes(file, limit=limit), str(file))
    return read_observations(text, file=str(file), synthetic=_is_synthetic(file))


def read_observations(text: str, *, file: str = "", synthetic: bool = False) -> Observations:
    r"""The facts that CSV *text* says; *file* is named in errors and origins.

    With *synthetic*, every row is marked as made up.

    Raises:
        DocumentError: the header or a cell is wrong; all of them are named by line and column.

    >>> ledger = read_observations(
    ...     "indicator,period,value,state,known_on,source,note\n"
    ...     "employment-rate,FY2020,67.5,final,2021-10-14,a newspaper,\n"
    ... )
    >>> ledger.rows[0].value
    Decimal('67.5')
    """
    problems: list[Problem] = []
    lines = read_lines(text, file, problems)
    if not lines:
        problems = problems or [
            Problem(
                say("the table is empty", "表が空である"),
                where=file,
                expected=say("a header row", "見出し行"),
            )
        ]
        raise DocumentError(*problems)
    table, columns = table_of(lines[0], file, problems)
    rows: list[Row] = []
    for line in lines[1:]:
        rows += _row(table, columns, line, file, problems, synthetic=synthetic)
    if problems:
        raise DocumentError(*problems)
    return Observations().append(*rows)


def _row(  # noqa: PLR0913 - one call, in one loop
    table: Table,
    columns: Sequence[str],
    line: Line,
    file: str,
    problems: list[Problem],
    *,
    synthetic: bool,
) -> list[Row]:
    unfit = list(cell_problems(line, columns, file))
    if unfit:
        problems += unfit
        return []
    cells = dict(zip(columns, line.cells, strict=True))
    if synthetic:
        if cells.get("synthetic", "").lower() == "false":
            problems.append(
                Problem(
                    say(
                        "the row says it is real, the name of the file says synthetic",
                        "ファイル名は架空データを示すが、この行は実データとされている",
                    ),
                    where=place(file, line.number, "synthetic"),
                    hint=say("move it to another file", "別のファイルに移す"),
                )
            )
        cells["synthetic"] = "true"
    try:
        return [table.read(cells, Origin(file, line.number))]
    except PlanmodelError as error:
        problems += (
            Problem(p.what, place(file, line.number, p.where), p.expected, p.hint)
            for p in error.problems
        )
        return []


def _rows_of(rows: Iterable[Row] | Observations) -> tuple[Row, ...]:
    if not isinstance(rows, Observations):
        return tuple(rows)
    return (*rows.rows, *rows.implementations, *rows.judgements, *rows.opinions)


def _table_for(rows: Sequence[Row], file: str) -> Table:
    kinds = {type(row) for row in rows} or {OBSERVATIONS.row}
    if len(kinds) == 1:
        for table in TABLES:
            if table.row in kinds:
                return table
    raise DocumentError(
        Problem(
            say(
                "one file holds rows of one kind, not {kinds}",
                "一つのファイルには一種類の行だけを書く（{kinds}）",
                kinds=sorted(kind.__name__ for kind in kinds),
            ),
            where=file,
            hint=say("write one file for each kind", "種類ごとにファイルを分ける"),
        )
    )


def _text(table: Table, rows: Sequence[Row], columns: Sequence[str], file: str, end: str) -> str:
    """*rows* as CSV lines under *columns*, without the header.

    Raises:
        DocumentError: a value has no column, holds a line break, or would not read back the same.
    """
    problems: list[Problem] = []
    lines: list[str] = []
    for number, row in enumerate(rows, start=1):
        cells = table.cells(row)
        for column, cell in cells.items():
            problem = unsafe_problem(cell)
            if problem is None and cell and column not in columns:
                problem = Problem(
                    say("the file has no column for this", "ファイルにこの列がない"),
                    hint=say("write it to a new file", "新しいファイルに書く"),
                )
            if problem is not None:
                problems.append(problem.at(f"{file}, row {number}, column {column}"))
        problems += (it.at(f"{file}, row {number}") for it in _lost(table, row, cells))
        lines.append(csv_line((cells.get(column, "") for column in columns), end))
    if problems:
        raise DocumentError(*problems)
    return "".join(lines)


def _lost(table: Table, row: Row, cells: dict[str, str]) -> Iterator[Problem]:
    """Why *row* would not be read back from its *cells* as it is."""
    try:
        same = table.read(cells, row.origin) == row
    except PlanmodelError as error:
        for it in error.problems:
            yield Problem(it.what, f", column {it.where}", it.expected, it.hint)
        return
    if not same:
        yield Problem(say("the row would not read back the same", "書き出すと元の行に戻せない"))


def write_observations(path: str | os.PathLike[str], rows: Iterable[Row] | Observations) -> Path:
    """Write *rows* (of one kind) to a new file at *path*, UTF-8, whole or not at all.

    Text that a spreadsheet might take for a formula gets an apostrophe in front,
    which `read_observations` takes away again. Optional columns stand only where a row needs them.

    Raises:
        DocumentError: the file exists already, the rows are of several kinds, or a value cannot be
            written (line breaks, control characters).
    """
    file = Path(path)
    if file.exists():
        raise DocumentError(
            Problem(
                say("there is a file already", "既にファイルがある"),
                where=str(file),
                hint=say(
                    "facts are never overwritten: append to it, or choose another name",
                    "事実は上書きしない。追記するか、別の名前にする",
                ),
            )
        )
    given = _rows_of(rows)
    table = _table_for(given, str(file))
    used = {column for row in given for column, cell in table.cells(row).items() if cell}
    columns = [*table.columns, *(column for column in table.optional if column in used)]
    body = _text(table, given, columns, str(file), "\n")
    return write_bytes(file, _encoded(csv_line(columns) + body, "utf-8", str(file)))


def append_observations(path: str | os.PathLike[str], rows: Iterable[Row] | Observations) -> Path:
    """Append *rows* to the file at *path* (made if absent), whole or not at all.

    What stands in the file stays byte for byte; its encoding and line ends are kept.

    Raises:
        DocumentError: the file is no table of such rows, has faults, or lacks a column they need.
    """
    file = Path(path)
    if not file.exists():
        return write_observations(file, rows)
    given = _rows_of(rows)
    before = read_bytes(file)
    text, encoding = decode(before, str(file))
    read_observations(text, file=str(file))
    table, columns = table_of(read_lines(text, str(file), [])[0], str(file), [])
    if given and _table_for(given, str(file)) is not table:
        raise DocumentError(
            Problem(
                say("the file holds {name}", "ファイルの内容は{name}である", name=table.name),
                where=str(file),
                hint=say("write the rows to another file", "別のファイルに書く"),
            )
        )
    end = "\r\n" if "\r\n" in text else "\n"
    body = _text(table, given, columns, str(file), end)
    gap = "" if not text or text.endswith(("\n", "\r")) else end
    return write_bytes(file, before + _encoded(gap + body, encoding, str(file)))


def _encoded(text: str, encoding: str, file: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise DocumentError(
            Problem(
                say(
                    "'{sign}' cannot be written in the encoding of the file ({encoding})",
                    "「{sign}」はファイルの文字コード（{encoding}）では書けない",
                    sign=text[error.start : error.end].encode("unicode-escape").decode(),
                    encoding=encoding,
                ),
                where=file,
                hint=say("save the file as UTF-8 first", "先にファイルをUTF-8で保存する"),
            )
        ) from error
