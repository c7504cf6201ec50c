"""CSV text to rows and back: encodings, quoting, and the place of everything that is wrong."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from planmodel.errors import DocumentError, Problem
from planmodel.exchange.cells import unsafe_problem, write_cell
from planmodel.text import Text, say

__all__ = ["Line", "csv_line", "decode", "place", "read_lines"]

_PRINTED = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?%?", re.ASCII)
_BOM = "\ufeff"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@frozen
class Line:
    """One row of a table and the line of the file it starts on (from 1)."""

    number: int
    cells: tuple[str, ...]


def place(file: str, line: int, column: str = "") -> str:
    """Where something stands: ``actual.csv:7, column value``."""
    where = f"{file}:{line}" if file else f"line {line}"
    return f"{where}, column {column}" if column else where


def decode(content: bytes, file: str) -> tuple[str, str]:
    """The text of a CSV file and the encoding it is in: UTF-8 (with or without BOM) or cp932.

    Raises:
        DocumentError: it is in neither.
    """
    if not content.startswith(_UTF_16):
        for encoding in ("utf-8", "cp932"):
            try:
                return content.decode(encoding), encoding
            except UnicodeDecodeError:
                continue
    raise DocumentError(
        Problem(
            say("the encoding is unknown", "文字コードを判別できない"),
            where=file,
            expected=say("UTF-8 or cp932 (Shift_JIS)", "UTF-8またはcp932（シフトJIS）"),
            hint=say("save it again as CSV UTF-8", "「CSV UTF-8（コンマ区切り）」形式で保存し直す"),
        )
    )


def read_lines(text: str, file: str, problems: list[Problem]) -> list[Line]:
    """The rows of *text* that are not empty; what is wrong with their cells goes to *problems*."""
    reader = csv.reader(io.StringIO(text.removeprefix(_BOM), newline=""), strict=True)
    lines: list[Line] = []
    number = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return lines
        except csv.Error as error:
            problems.append(
                Problem(
                    _no_csv(str(error)),
                    where=place(file, number),
                    hint=say(
                        "look for an unpaired quotation mark on this line",
                        "この行の引用符の対応を確かめる",
                    ),
                )
            )
            return lines
        if any(cell.strip() for cell in cells):
            lines.append(Line(number, tuple(cells)))
        number = reader.line_num + 1


def _no_csv(message: str) -> Text:
    """What Python's parser says in *message*, in our own words."""
    if "field larger" in message:
        return say("this is no CSV: a cell is too long", "CSVとして読めない: セルが長すぎる")
    if "unexpected end" in message:
        return say(
            "this is no CSV: a quotation mark is never closed",
            "CSVとして読めない: 引用符が閉じていない",
        )
    return say(
        "this is no CSV: a quotation mark stands inside a value",
        "CSVとして読めない: 値の途中に引用符がある",
    )


def cell_problems(line: Line, columns: Sequence[str], file: str) -> Iterator[Problem]:
    """What is wrong with a *line* whatever its columns mean: the count of cells, bad characters."""
    if len(line.cells) != len(columns):
        yield Problem(
            say(
                "the row has {found} cells, the header {wanted}",
                "列数が{found}で、見出し行の{wanted}と違う",
                found=len(line.cells),
                wanted=len(columns),
            ),
            where=place(file, line.number),
            hint=say(
                "put a value that holds a comma into quotation marks",
                "コンマを含む値は引用符で囲む",
            ),
        )
    for column, cell in zip(columns, line.cells, strict=False):
        problem = unsafe_problem(cell)
        if problem is not None:
            yield problem.at(place(file, line.number, column))


def csv_line(cells: Iterable[str], end: str = "\n") -> str:
    """One row as CSV text."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator=end).writerow(list(cells))
    return buffer.getvalue()


def csv_records(records: Sequence[Mapping[str, object]]) -> str:
    """*records* of the same keys as CSV, keys first; what looks like a formula stays text."""
    if not records:
        return ""
    rows = [[_record_cell(it) for it in record.values()] for record in records]
    return "".join([csv_line(records[0]), *map(csv_line, rows)])


def _record_cell(value: object) -> str:
    """A number, also one in per cent, as it is; anything else guarded as text."""
    if isinstance(value, str) and _PRINTED.fullmatch(value):
        return value
    is_plain = value is None or isinstance(value, (bool, int, float, Decimal))
    return write_cell(value if is_plain else str(value))
