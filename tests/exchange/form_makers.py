"""Workbooks as officers send them: made cell by cell, careless or hostile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

LEVEL_HEADS = ("語", "種別", "番号の例")
OUTLINE_HEADS = (
    "階層", "番号", "題名", "担当課", "主担当", "親", "新規", "再掲", "下位の記載", "備考",
    "識別子",
)  # fmt: skip
INDICATOR_HEADS = (
    "番号", "題名", "単位", "種別", "望ましい方向", "基準値", "基準年", "目標の形", "目標値",
    "目標年", "達成の仕方", "担当課", "体系での位置", "識別子",
)  # fmt: skip
DEPARTMENT_HEADS = ("名称", "上位の部署", "区分", "識別子")

LEVELS = (
    ("計画", "計画", ""),
    ("課題", "項目", "1"),
    ("施策", "項目", "(1)"),
    ("取組", "取組", "■"),
)

Cell = Any
Rows = Sequence[Mapping[str, Cell] | Sequence[Cell]]


def form(  # noqa: PLR0913 - the sheets of a form
    path: Path,
    *,
    plan: Mapping[str, Cell] | None = None,
    levels: Rows = LEVELS,
    outline: Rows = (),
    indicators: Rows = (),
    departments: Rows = (),
    merged: Sequence[tuple[str, str, Cell]] = (),
    leave_out: str = "",
) -> Path:
    """Write a form with these cells; a row is a mapping by heading, or cells from A on.

    ``merged`` are sheet, range and value of cells to merge.
    """
    book = xlsxwriter.Workbook(
        path,
        {"strings_to_formulas": False, "strings_to_urls": False, "default_date_format": "yyyy"},
    )
    items = {"計画の名称": "架空の計画", "計画期間": "2021～2025年度"} | dict(plan or {})
    sheets: dict[str, tuple[Sequence[str], Rows]] = {
        "計画": (("項目", "記入欄"), list(items.items())),
        "階層": (LEVEL_HEADS, levels),
        "体系": (OUTLINE_HEADS, outline),
        "指標": (INDICATOR_HEADS, indicators),
        "担当課": (DEPARTMENT_HEADS, departments),
    }
    for name, (heads, rows) in sheets.items():
        if name == leave_out:
            continue
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, heads)
        for number, row in enumerate(rows, start=1):
            cells = [row.get(head, "") for head in heads] if isinstance(row, Mapping) else row
            for column, cell in enumerate(cells):
                if cell != "":
                    sheet.write(number, column, cell)
        for where, cells_at, value in merged:
            if where == name:
                sheet.merge_range(cells_at, value)
    book.close()
    return path


def rows_of(*titles: tuple[str, str], **more: Cell) -> list[dict[str, Cell]]:
    """Rows of an outline from pairs of level and title, each with the same other cells."""
    return [{"階層": level, "題名": title, **more} for level, title in titles]


def indicator(title: str = "見守りの数", **more: Cell) -> dict[str, Cell]:
    """A row of a good indicator, changed by heading."""
    return {
        "題名": title,
        "単位": "団体",
        "種別": "現在値",
        "基準値": "10団体",
        "基準年": "2020年度",
        "目標の形": "以上",
        "目標値": "20団体",
        "目標年": "2025年度",
    } | more
