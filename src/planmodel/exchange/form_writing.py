"""The form as a workbook: text cells, lists to choose from, a sheet that explains the others.

Everything is written as text: no word of a plan becomes a formula, a link or a number.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

from planmodel.errors import DocumentError, Problem, UsageError, missing_extra
from planmodel.exchange.form_filling import Cells, Filled, empty_form, fill_form
from planmodel.exchange.form_layout import (
    DEPARTMENTS,
    INDICATORS,
    ITEMS,
    LEVELS,
    OUTLINE,
    PLAN,
    README,
    TABLES,
    Column,
    SheetForm,
)
from planmodel.exchange.form_words import TOP
from planmodel.exchange.workbooks import cell_name
from planmodel.files import write_bytes
from planmodel.model.levels import Action, Measure, MeasureGroup, Pillar
from planmodel.model.outline import level_of
from planmodel.model.plan import Plan
from planmodel.model.words import Level
from planmodel.text import Language, Text, say

__all__ = ["write_form"]

_Book: TypeAlias = Any
_Sheet: TypeAlias = Any
# Classes of an extra that brings no types.

_LAST_ROW = 20_000
_LONGEST = 32_767
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def write_form(
    path: str | os.PathLike[str],
    *,
    language: Language = "ja",
    levels: Iterable[Level | str] | None = None,
    plan: Plan[Any] | None = None,
    overwrite: bool = False,
) -> Path:
    """Write the form to *path*: empty, or filled with *plan*.

    Args:
        path: the workbook to write (.xlsx).
        language: of headings and explanations; a form is read back in either.
        levels: the words of the levels below the plan, from the top down, the last of them the
            measure; by default the ready-made ones (行動, 行動の柱, 取組群, 取組).
        plan: what to fill in; what the form has no place for is named on its first sheet.
        overwrite: whether a file that is there may be replaced; it may be somebody's filled form.

    Raises:
        UsageError: both *levels* and *plan* are given, or the form cannot hold the plan.
        DocumentError: the file is there already, or cannot be written.
        MissingExtraError: the extra ``excel`` is not installed.
    """
    if plan is not None and levels is not None:
        what = say("a plan brings its own levels", "計画を渡すときは階層を指定できない")
        raise UsageError(Problem(what, "levels"))
    if not overwrite and Path(path).exists():
        raise DocumentError(
            Problem(
                say("the file is there already", "ファイルがすでにある"),
                os.fspath(path),
                hint=say("choose another name", "別の名前にする"),
            )
        )
    if plan is not None:
        filled = fill_form(plan, language)
    else:
        ready = tuple(level_of(it) for it in (Action, Pillar, MeasureGroup, Measure))
        filled = empty_form(ready if levels is None else levels, language)
    return write_bytes(path, _workbook(filled, language))


def _workbook(filled: Filled, language: Language) -> bytes:
    try:
        xlsxwriter: Any = import_module("xlsxwriter")
    except ImportError as error:
        raise missing_extra(say("writing workbooks", "Excelファイルの書き出し"), "excel") from error
    out = BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    # A fixed day: the same form is the same file.
    book.set_properties({"created": dt.datetime(2024, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)})
    page = _Page(book, language)
    page.readme(filled)
    page.plan(filled.items)
    rows = {
        LEVELS.title.en: filled.levels,
        OUTLINE.title.en: filled.outline,
        INDICATORS.title.en: filled.indicators,
        DEPARTMENTS.title.en: filled.departments,
    }
    for form in TABLES:
        page.table(form, rows[form.title.en])
    book.close()
    return out.getvalue()


class _Page:
    """Writes sheets, every cell as text."""

    def __init__(self, book: _Book, language: Language) -> None:
        self.book = book
        self.language: Language = language
        plain = {"num_format": "@", "valign": "top", "text_wrap": True}
        self.cell = book.add_format(plain)
        self.head = book.add_format({**plain, "bold": True, "bg_color": "#D9E2EC", "border": 1})
        self.needed = book.add_format({**plain, "bold": True, "bg_color": "#F7D9A8", "border": 1})
        self.big = book.add_format({**plain, "bold": True, "font_size": 14})

    def say(self, text: Text | str) -> str:
        """The words in the language of the form."""
        return text if isinstance(text, str) else text.in_language(self.language)

    def write(self, sheet: _Sheet, row: int, column: int, text: str, style: object = None) -> None:
        """One cell of text, refused where Excel would cut it."""
        if len(text.encode("utf-16-le")) // 2 > _LONGEST:
            raise UsageError(
                Problem(
                    say(
                        "the text is longer than a cell of Excel holds",
                        "Excelのセルに入る長さを超えている",
                    ),
                    f"{sheet.get_name()}!{cell_name(row, column)}",
                )
            )
        if text:
            sheet.write_string(row, column, text, style or self.cell)

    def sheet(self, title: Text, widths: Iterable[int]) -> _Sheet:
        """A new sheet whose columns are text."""
        sheet = self.book.add_worksheet(self.say(title))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.cell)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        return sheet

    def readme(self, filled: Filled) -> None:
        """The sheet that explains the others."""
        sheet = self.sheet(README, (18, 24, 90))
        self.write(
            sheet, 0, 0, self.say(_TITLE), self.book.add_format({"bold": True, "font_size": 14})
        )
        row = 2
        for line in _GENERAL:
            sheet.merge_range(row, 0, row, 2, "", self.cell)
            self.write(sheet, row, 0, f"・{self.say(line)}")
            row += 1
        if filled.left:
            self.write(sheet, row + 1, 0, self.say(_LEFT), self.head)
            for line in filled.left:
                self.write(sheet, row + 1, 1, self.say(line))
                row += 1
            row += 1
        self._columns_of(sheet, row + 1, PLAN, say("one plan", "計画の全体"), ITEMS)
        row += len(ITEMS) + 3
        for form in TABLES:
            self._columns_of(sheet, row + 1, form.title, form.purpose, form.columns)
            row += len(form.columns) + 3

    def _columns_of(
        self,
        sheet: _Sheet,
        row: int,
        title: Text,
        purpose: Text,
        columns: tuple[Column, ...],
    ) -> None:
        self.write(sheet, row, 0, self.say(title), self.head)
        sheet.merge_range(row, 1, row, 2, "", self.cell)
        self.write(sheet, row, 1, self.say(purpose))
        for position, column in enumerate(columns, start=1):
            style = self.needed if column.is_needed else self.head
            self.write(sheet, row + position, 1, self.say(column.head), style)
            words = "" if column.choices is None else _choices(column, self.language)
            self.write(sheet, row + position, 2, f"{self.say(column.help)}{words}")

    def plan(self, items: Cells) -> None:
        """The sheet on the plan as a whole: names in A, answers in B."""
        sheet = self.sheet(PLAN, (18, 44, 60))
        for column, head in enumerate(_HEADS):
            self.write(sheet, 0, column, self.say(head), self.head)
        for row, item in enumerate(ITEMS, start=1):
            self.write(
                sheet, row, 0, self.say(item.head), self.needed if item.is_needed else self.head
            )
            self.write(sheet, row, 1, items.get(item.key, ""))
            self.write(sheet, row, 2, self.say(item.help))
            self._choose_from(sheet, item, row, row, 1)
        sheet.freeze_panes(1, 1)

    def table(self, form: SheetForm, rows: Iterable[Cells]) -> None:
        """A sheet that is a table: headings in row 1, a row each below."""
        sheet = self.sheet(form.title, (it.width for it in form.columns))
        for column, it in enumerate(form.columns):
            self.write(
                sheet, 0, column, self.say(it.head), self.needed if it.is_needed else self.head
            )
            self._choose_from(sheet, it, 1, _LAST_ROW, column)
        last = 0
        for last, cells in enumerate(rows, start=1):
            for column, it in enumerate(form.columns):
                self.write(sheet, last, column, cells.get(it.key, ""))
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, max(last, 1), len(form.columns) - 1)

    def _choose_from(self, sheet: _Sheet, column: Column, first: int, last: int, at: int) -> None:
        source: object = None
        strict = column.choices is not None
        if column.choices is not None:
            source = [self.say(it) for it in column.choices.values()]
        elif column is OUTLINE.columns[0]:
            source = f"='{self.say(LEVELS.title)}'!$A$3:$A$20"
        if source is None:
            return
        sheet.data_validation(
            first, at, last, at,
            {
                "validate": "list",
                "source": source,
                # Absences stand in some of these columns too: warn, and let the reader decide.
                "error_type": "stop" if strict and column.key != "direction" else "warning",
                "error_title": self.say(column.head)[:32],
                "error_message": self.say(_CHOOSE),
            },
        )  # fmt: skip


def _choices(column: Column, language: Language) -> str:
    assert column.choices is not None  # noqa: S101 - asked for only where there are some
    words = [it.in_language(language) for it in column.choices.values()]
    return f"（{'／'.join(words)}）" if language == "ja" else f" ({' / '.join(words)})"


_HEADS = (say("item", "項目"), say("answer", "記入欄"), say("what belongs there", "説明"))
_CHOOSE = say("choose from the list", "一覧から選ぶ")
_TITLE = say("Form for a plan", "計画の様式")
_LEFT = say("not in this form", "この様式に載らないもの")
_GENERAL = (
    say(
        "Fill the sheets from left to right. What the plan does not say stays empty, or says "
        "'not stated: (reason)'.",
        "左のシートから順に記入する。計画に書かれていないことは空欄のままにするか、"
        "「記載なし: 理由」と書く。",
    ),
    say("Orange headings must be filled in every row.", "橙色の見出しの欄は必ず記入する。"),
    say(
        "Figures are copied as printed, with unit and mark; full width and commas are understood.",
        "数値は単位や印を含めて印刷のとおりに写す。全角や桁区切りのコンマも読み取れる。",
    ),
    say(
        "Blank rows are skipped. Do not merge cells; where you do, say on the sheet Plan what "
        "that means.",
        "空白の行は読み飛ばす。セルは結合しない。結合するときは、その扱いを「計画」シートで選ぶ。",
    ),
    say(
        "Rows stand in the order of the document. {top} as parent puts a row at the top.",
        "行は計画書の順に並べる。「親」の列の{top}は、その行を最上位に置く。",
        top=TOP,
    ),
    say(
        "Ids may stay empty. Once given out they should not change: actuals point at them.",
        "識別子は空欄でよい。一度付いた識別子は実績値から参照されるため、変えない。",
    ),
)
