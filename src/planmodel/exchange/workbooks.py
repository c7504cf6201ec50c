"""Workbooks opened with care: sizes are checked before anything is laid out in memory.

An .xlsx file is an archive of XML. It is unpacked here within limits and packed again for the
reader, so that what is read is what was measured: no bomb, no hidden second content,
no sheet whose two far corners claim all the memory of the machine.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable
from html import unescape
from importlib import import_module
from io import BytesIO
from typing import Any, TypeAlias

from attrs import frozen

from planmodel.errors import DocumentError, Problem, missing_extra
from planmodel.files import read_bytes
from planmodel.text import Text, say

__all__ = ["MAX_CELLS", "MAX_UNPACKED", "RawSheet", "cell_name", "plain_text", "read_sheets"]

MAX_UNPACKED = 256 * 1024 * 1024
"""The largest content of a workbook, unpacked, in bytes (256 MiB)."""

MAX_CELLS = 4_000_000
"""The most cells between the first and the last one of a sheet."""

_MAX_PARTS = 2_000
_OLE = b"\xd0\xcf\x11\xe0"
_WANTED = re.compile(r"\[Content_Types\]\.xml|_rels/[^/]+|xl/(?!media/|drawings/|embeddings/).+")
_ERROR = re.compile(rb"""<(?:\w+:)?c\s([^<>]*\bt\s*=\s*["']e["'][^<>]*)>""")
_UNCOMPUTED = re.compile(
    rb"""<(?:\w+:)?c\s([^<>]*)>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<>]*</(?:\w+:)?f>)\s*"""
    rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v\s*>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_IS_TEXT = re.compile(rb"""\bt\s*=\s*["']str["']""")
_SHEET = re.compile(r"""<(?:\w+:)?sheet\s[^<>]*>""")
_LINK = re.compile(r"""<(?:\w+:)?Relationship\s[^<>]*>""")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ADDRESS = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")
_LONGEST = 12
_COUNTS = re.compile(rb"""\s(?:uniqueCount|count)\s*=\s*["'][^"']*["']""")
_HEAD = 4096

_Sheet: TypeAlias = Any
# A class of an extra.
_Wrong: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]

Range: TypeAlias = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a merged range, as row and column from 0."""


@frozen
class RawSheet:
    """A sheet as it stands.

    Attributes:
        name: on its tab.
        rows: its cells, from A1 on.
        merged: the ranges that are merged.
        errors: the addresses of cells whose formula gives an error; among the rows they are empty.
        uncomputed: the addresses of cells whose formula was never computed; they are empty too.
    """

    name: str
    rows: list[list[Any]]
    merged: tuple[Range, ...] = ()
    errors: tuple[str, ...] = ()
    uncomputed: tuple[str, ...] = ()


def read_sheets(path: str | os.PathLike[str]) -> list[RawSheet]:
    """Every visible sheet of the workbook at *path*, in its order.

    Raises:
        DocumentError: there is no such file, it is no .xlsx workbook, or it is too large.
        MissingExtraError: the extra ``excel`` is not installed.
    """
    where = os.fspath(path)
    content = read_bytes(path)
    try:
        calamine: Any = import_module("python_calamine")
    except ImportError as error:
        raise missing_extra(say("reading workbooks", "Excelファイルの読み込み"), "excel") from error
    packed, errors = _repacked(content, where)
    try:
        with calamine.CalamineWorkbook.from_filelike(BytesIO(packed)) as book:
            shown = [
                it.name
                for it in book.sheets_metadata
                if it.visible == calamine.SheetVisibleEnum.Visible
                and it.typ == calamine.SheetTypeEnum.WorkSheet
            ]
            return [_sheet(book.get_sheet_by_name(it), errors.get(it, ((), ()))) for it in shown]
    except BaseException as error:
        # A panic of the reader's own language arrives as no Exception.
        is_panic = type(error).__name__ == "PanicException"
        if not isinstance(error, (calamine.CalamineError, OSError, ValueError)) and not is_panic:
            raise
        raise _no_workbook(where) from error


def _sheet(sheet: _Sheet, wrong: _Wrong) -> RawSheet:
    rows: list[list[Any]] = [] if sheet.start is None else sheet.to_python(skip_empty_area=False)
    return RawSheet(sheet.name, rows, tuple(sheet.merged_cell_ranges or ()), *wrong)


def _refuse(where: str, what: Text, hint: Text | str = "") -> DocumentError:
    return DocumentError(Problem(what, where=where, hint=hint))


def _no_workbook(where: str) -> DocumentError:
    return _refuse(
        where,
        say("this is no Excel workbook (.xlsx)", "Excelブック（.xlsx）として読めない"),
        say("open it in Excel and save it again as .xlsx", "Excelで開き、.xlsx形式で保存し直す"),
    )


def _too_large(where: str) -> DocumentError:
    return _refuse(
        where,
        say("the workbook is too large", "ブックが大きすぎる"),
        say(
            "delete unused rows and columns far out, and pictures",
            "遠く離れた不要な行・列や画像を削除する",
        ),
    )


def _repacked(content: bytes, where: str) -> tuple[bytes, dict[str, _Wrong]]:
    """The parts of the workbook that hold cells, unpacked within the limits and packed again.

    With it the cells of each sheet whose formula gives an error or was never computed: the reader
    takes them for empty.
    """
    if content.startswith(_OLE):
        raise _refuse(
            where,
            say(
                "the workbook is of an old format (.xls), or has a password",
                "旧形式（.xls）か、パスワード付きのブックである",
            ),
            say("save it as .xlsx without a password", "パスワードなしの.xlsx形式で保存し直す"),
        )
    out = BytesIO()
    left = MAX_UNPACKED
    wrong: dict[str, _Wrong] = {}
    names: dict[str, str] = {}
    try:
        with (
            zipfile.ZipFile(BytesIO(content)) as archive,
            zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy,
        ):
            parts = archive.infolist()
            if len(parts) > _MAX_PARTS:
                raise _too_large(where)
            for part in parts:
                if _WANTED.fullmatch(part.filename) is None:
                    continue
                with archive.open(part) as stream:
                    data = stream.read(left + 1)
                left -= len(data)
                if left < 0 or ("worksheets/" in part.filename and _extent(data) > MAX_CELLS):
                    raise _too_large(where)
                if "worksheets/" in part.filename:
                    wrong[part.filename] = (_errors(data), _uncomputed(data))
                elif part.filename == "xl/sharedStrings.xml":
                    # The reader would set aside as much memory as the head claims.
                    data = _COUNTS.sub(b"", data[:_HEAD]) + data[_HEAD:]
                elif part.filename in _BOOK:
                    names[part.filename] = data.decode("utf-8", errors="replace")
                copy.writestr(part.filename, data)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _no_workbook(where) from error
    parts_of = _parts_of_sheets(*(names.get(it, "") for it in _BOOK))
    return out.getvalue(), {name: wrong.get(part, ((), ())) for name, part in parts_of.items()}


_BOOK = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")


def _errors(sheet: bytes) -> tuple[str, ...]:
    return _addresses(it[1] for it in _ERROR.finditer(sheet))


def _uncomputed(sheet: bytes) -> tuple[str, ...]:
    # A formula may give an empty text; then the cell says that it is one.
    cells = (it[1] for it in _UNCOMPUTED.finditer(sheet))
    return _addresses(it for it in cells if not _IS_TEXT.search(it))


def _addresses(cells: Iterable[bytes]) -> tuple[str, ...]:
    found = (_ADDRESS.search(b" " + it) for it in cells)
    return tuple(b"".join(it.groups()).decode() for it in found if it is not None)


def _parts_of_sheets(book: str, links: str) -> dict[str, str]:
    """The part of the archive that each sheet stands in, by the sheet's name."""
    targets: dict[str, str] = {}
    for link in map(_attributes, _LINK.findall(links)):
        target = link.get("Target", "").removeprefix("/").removeprefix("xl/")
        targets[link.get("Id", "")] = f"xl/{target}"
    return {
        sheet.get("name", ""): targets.get(sheet.get("r:id", ""), "")
        for sheet in map(_attributes, _SHEET.findall(book))
    }


def _attributes(tag: str) -> dict[str, str]:
    return {name: unescape(one or other) for name, one, other in _ATTRIBUTE.findall(tag)}


def _extent(sheet: bytes) -> int:
    """The number of cells in the rectangle that the addresses of *sheet* span, from A1 on."""
    columns, rows = b"A", 1
    for found in _ADDRESS.finditer(sheet):
        column, row = found[1][:_LONGEST].upper(), found[2][:_LONGEST]
        if (len(column), column) > (len(columns), columns):
            columns = column
        rows = max(rows, int(row))
    return rows * _column_number(columns.decode())


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell_name(row: int, column: int) -> str:
    """The address of a cell: ``B5`` for row 4 and column 1, counted from 0."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def plain_text(value: object) -> str:
    """What a cell says: on one line, without blanks around it; a whole number has no ``.0``."""
    if isinstance(value, str):
        return _one_line(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _digits(value)
    if isinstance(value, dt.datetime):
        is_day = value.time() == dt.time()
        return value.date().isoformat() if is_day else value.isoformat(sep=" ")
    return "" if value is None else str(value)


def _digits(value: float) -> str:
    from decimal import Decimal

    number = Decimal(repr(value))
    if number == number.to_integral_value():
        return format(number.quantize(Decimal(1)), "f") if abs(number) < 10**15 else repr(value)
    return format(number, "f")


def _one_line(text: str) -> str:
    """*text* without the line breaks that make it fit into its cell."""
    text = text.strip()
    if text.isprintable():
        return text
    joined = ""
    for line in text.splitlines():
        part = line.strip()
        if joined and part and _is_narrow(joined[-1]) and _is_narrow(part[0]):
            joined += " "  # between words of an alphabet a break is a blank, in Japanese nothing
        joined += part
    return joined


def _is_narrow(char: str) -> bool:
    return unicodedata.east_asian_width(char) not in ("W", "F")
