"""The sheets of a filled form as rows of words, each cell with its place; problems collected."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import TypeVar

from attrs import define, field

from planmodel.errors import DocumentError, PlanmodelError, Problem, did_you_mean
from planmodel.exchange.cells import unsafe_problem
from planmodel.exchange.form_layout import Column, SheetForm
from planmodel.exchange.workbooks import RawSheet, cell_name, plain_text
from planmodel.text import Text, say

__all__ = ["Complaints", "Row", "choose", "folded", "read_items", "read_table"]

MAX_TOLD = 500
"""The most problems told at once."""

_HEADER_WITHIN = 20
_MAX_GUESSES = 50
_MAX_WORDS = 500
_GAPS = re.compile(r"[\s*＊]+")

V = TypeVar("V")


def folded(text: str) -> str:
    """*text* as it is compared: half width, no blanks, no case."""
    return _GAPS.sub("", unicodedata.normalize("NFKC", text)).casefold()


@define
class Complaints:
    """What is wrong with a form, all of it."""

    file: str
    found: list[Problem] = field(factory=list[Problem])
    _guesses: int = 0
    _enough: set[str] = field(factory=set[str])

    def only(self, place: str, what: Text, hint: Text | str = "") -> None:
        """A problem at a place of which nothing else is to be told."""
        self.add(place, what, hint=hint)
        self._enough.add(place)

    def add(self, place: str, what: Text, expected: Text | str = "", hint: Text | str = "") -> None:
        """One more problem, at a place such as ``体系!C5``."""
        if place in self._enough:
            return
        self.found.append(Problem(what, f"{self.file}:{place}", expected, hint))

    def guess(self, word: str, known: Iterable[str]) -> Text | str:
        """A hint at the nearest known word; guessing is dear, and done for the first few only."""
        self._guesses += 1
        if self._guesses > _MAX_GUESSES:
            return ""
        words = list(islice(known, _MAX_WORDS + 1))
        return "" if len(words) > _MAX_WORDS else did_you_mean(word, words)

    def attempt(self, place: str, make: Callable[[], V]) -> V | None:
        """What *make* makes; what it refuses is told at *place*."""
        try:
            return make()
        except PlanmodelError as error:
            for it in error.problems:
                self.add(place, it.what if isinstance(it.what, Text) else Text(it.what, it.what),
                         it.expected, it.hint)  # fmt: skip
            return None

    def refuse_if_any(self) -> None:
        """Raise what was found.

        Raises:
            DocumentError: something was.
        """
        if not self.found:
            return
        told = self.found[:MAX_TOLD]
        if len(self.found) > MAX_TOLD:
            more = say(
                "and {n} more {n:problem|problems}",
                "ほかに{n}件の問題がある",
                n=len(self.found) - MAX_TOLD,
            )
            told = [*told, Problem(more, self.file)]
        raise DocumentError(*told)


@define
class Row:
    """One row of a table: its words by column, and where they stand."""

    sheet: str
    number: int
    cells: dict[str, str]
    columns: Mapping[str, int]
    numeric: frozenset[str] = frozenset()
    """The columns whose cells hold numbers rather than text."""
    continued: frozenset[str] = frozenset()
    """The columns whose words come from a merged cell above."""

    def __getitem__(self, key: str) -> str:
        return self.cells.get(key, "")

    def place(self, key: str = "") -> str:
        """The address of a cell, or of the row."""
        if key not in self.columns:
            return f"{self.sheet}!{self.number + 1}"
        return f"{self.sheet}!{cell_name(self.number, self.columns[key])}"


def choose(
    row: Row, key: str, choices: Mapping[str, Text], told: Complaints, *, needed: bool = False
) -> str:
    """What the cell means among *choices*; empty where it is empty or means nothing."""
    cell = row[key]
    if not cell:
        if needed:
            told.add(row.place(key), say("the cell is empty", "空欄である"), _words(choices))
        return ""
    wanted = folded(cell)
    for code, word in choices.items():
        if wanted in (code, folded(word.en), folded(word.ja)):
            return code
    words = [text for word in choices.values() for text in (word.ja, word.en)]
    what = say("'{cell}' is not one of the words", "「{cell}」は選択肢にない", cell=cell)
    told.add(row.place(key), what, _words(choices), told.guess(cell, words))
    return ""


def _words(choices: Mapping[str, Text]) -> Text:
    return say("{words}", "{words}", words=list(choices.values()))


def read_items(sheet: RawSheet, columns: tuple[Column, ...], told: Complaints) -> Row:
    """The items of a sheet that has their names in column A and the answers in column B."""
    known = {folded(text): it.key for it in columns for text in (it.head.ja, it.head.en)}
    cells: dict[str, str] = {}
    at: dict[str, int] = {}
    for number, values in enumerate(sheet.rows):
        name = plain_text(values[0]) if values else ""
        answer = plain_text(values[1]) if len(values) > 1 else ""
        key = known.get(folded(name))
        place = f"{sheet.name}!{cell_name(number, 1)}"
        if key is not None:
            if key in cells and answer:
                what = say("the item {name} stands twice", "項目「{name}」が二つある", name=name)
                told.add(place, what)
            if answer or key not in at:
                cells[key], at[key] = _checked(answer, place, told), number
        elif answer and name:
            what = say("the item {name} is unknown", "「{name}」という項目はない", name=name)
            if number:  # the first row may be a heading
                told.add(place, what, hint=told.guess(name, (it.head.ja for it in columns)))
    return _Items(sheet.name, 0, cells, dict.fromkeys(at, 1), lines=at)


@define
class _Items(Row):
    """The items as one row, whose cells stand below each other."""

    lines: Mapping[str, int] = field(factory=dict[str, int])

    def place(self, key: str = "") -> str:
        """The address of the answer, or the sheet."""
        return f"{self.sheet}!{cell_name(self.lines[key], 1)}" if key in self.lines else self.sheet


def read_table(sheet: RawSheet, form: SheetForm, merged: str, told: Complaints) -> list[Row]:
    """The rows of a table that say something.

    *merged* is what merged cells mean: ``rows``, ``first``, or nothing where the form is silent.
    """
    start, columns = _header(sheet, form, told)
    if not columns:
        return []
    rows: list[Row] = []
    keys = list(columns.items())
    for number in range(start + 1, len(sheet.rows)):
        values = sheet.rows[number]
        cells: dict[str, str] = {}
        numeric: set[str] = set()
        for key, column in keys:
            value = values[column] if column < len(values) else ""
            text = plain_text(value)
            if text:
                place = f"{sheet.name}!{cell_name(number, column)}"
                cells[key] = _checked(text, place, told)
                if not isinstance(value, str):
                    numeric.add(key)
        rows.append(Row(sheet.name, number, cells, columns, frozenset(numeric)))
    _spread(sheet, rows, start + 1, columns, merged, told)
    return [row for row in rows if row.cells]


def _checked(text: str, place: str, told: Complaints) -> str:
    unsafe = None if text.isprintable() else unsafe_problem(text)
    if unsafe is not None:
        told.found.append(unsafe.at(f"{told.file}:{place}"))
    return text


def _header(sheet: RawSheet, form: SheetForm, told: Complaints) -> tuple[int, dict[str, int]]:
    """The row of the headings, and the column of each; nothing where there is none."""
    known = {folded(text): it.key for it in form.columns for text in (it.head.ja, it.head.en)}
    needed = {it.key for it in form.columns if it.is_needed}
    for number, values in enumerate(sheet.rows[:_HEADER_WITHIN]):
        heads = [plain_text(value) for value in values]
        found = {known[folded(head)] for head in heads if folded(head) in known}
        if needed <= found:
            return number, _columns(sheet.name, number, heads, known, form, told)
    if any(plain_text(value) for values in sheet.rows for value in values):
        told.add(
            sheet.name,
            say("the row of headings is missing", "見出しの行がない"),
            say("{heads}", "{heads}", heads=[it.head for it in form.columns if it.is_needed]),
        )
    return 0, {}


def _columns(  # noqa: PLR0913, PLR0917 - what a heading is read from
    name: str,
    number: int,
    heads: list[str],
    known: Mapping[str, str],
    form: SheetForm,
    told: Complaints,
) -> dict[str, int]:
    columns: dict[str, int] = {}
    for column, head in enumerate(heads):
        place = f"{name}!{cell_name(number, column)}"
        key = known.get(folded(head))
        if key is None and head:
            told.add(
                place,
                say("the column '{head}' is unknown", "「{head}」という列はない", head=head),
                hint=told.guess(head, (it.head.ja for it in form.columns))
                or say("put remarks into the column note", "注記は「備考」の列に書く"),
            )
        elif key in columns:
            told.add(
                place, say("the column {head} stands twice", "列「{head}」が二つある", head=head)
            )
        elif key is not None:
            columns[key] = column
    return columns


def _spread(  # noqa: PLR0913, PLR0917 - what merged cells need
    sheet: RawSheet,
    rows: list[Row],
    start: int,
    columns: Mapping[str, int],
    merged: str,
    told: Complaints,
) -> None:
    """Give the value of merged cells to the rows they cover, if the form says so."""
    key_of = {column: key for key, column in columns.items()}
    last = start + len(rows) - 1
    for (top, left), (bottom, right) in sheet.merged:
        inside = [it for it in range(left, min(right, max(key_of)) + 1) if it in key_of]
        if bottom < start or top > last or not inside:
            continue
        place = f"{sheet.name}!{cell_name(top, left)}:{cell_name(bottom, right)}"
        if len(inside) > 1:
            told.add(
                place,
                say("cells of several columns are merged", "複数の列にまたがって結合されている"),
                hint=say("unmerge them, and fill each cell", "結合を解除し、それぞれの列に書く"),
            )
        elif top < bottom and merged == "rows":
            _fill(rows[max(top, start) - start : min(bottom, last) - start + 1], key_of[inside[0]])
        elif top < bottom and not merged:
            told.add(
                place,
                say("cells are merged", "セルが結合されている"),
                hint=say(
                    "unmerge them and fill every row, or say on the sheet Plan what merged cells "
                    "mean",
                    "結合を解除して各行に書くか、「計画」シートで結合したセルの扱いを選ぶ",
                ),
            )


def _fill(rows: list[Row], key: str) -> None:
    for row in rows[1:]:
        # A row that is blank but for this is a blank row: nothing is made of nothing.
        if row.cells and not row[key]:
            row.cells[key] = rows[0][key]
            row.continued |= {key}
