"""The Excel form for a plan: written empty or filled, and read back as a plan.

For officers who have their plan as a table. `write_form` writes the workbook, `read_form` makes a
plan of it or tells everything that is wrong, each with its sheet and cell.
It is lenient where only the hand is careless (full-width digits, blank rows, line breaks in
cells) and strict where the meaning is at stake (a year without its kind, merged cells, 0.95 or
95%, a title that two rows share).
"""

from __future__ import annotations

import os
from typing import Any, cast

from planmodel.errors import DocumentError, Problem
from planmodel.exchange.form_departments import read_departments
from planmodel.exchange.form_ids import Ids
from planmodel.exchange.form_indicators import read_indicators
from planmodel.exchange.form_layout import (
    DEPARTMENTS,
    INDICATORS,
    ITEMS,
    LEVELS,
    OUTLINE,
    PLAN,
    TABLES,
)
from planmodel.exchange.form_levels import read_levels
from planmodel.exchange.form_outline import read_outline
from planmodel.exchange.form_tables import Complaints, Row, choose, folded, read_items, read_table
from planmodel.exchange.form_values import Times, absence_in
from planmodel.exchange.form_words import LANGUAGES, MERGED, YEARS
from planmodel.exchange.form_writing import write_form
from planmodel.exchange.workbooks import RawSheet, read_sheets
from planmodel.model.generic import GenericPlan
from planmodel.model.organisations import Issuer
from planmodel.model.origins import Origin
from planmodel.text import say

__all__ = ["read_form", "write_form"]


def read_form(path: str | os.PathLike[str], *, id: str = "") -> GenericPlan:  # noqa: A002 - the plan's own field
    """The plan that a filled form says.

    Ids that the form leaves empty are made from the position (``measure-3-2``), the plan's own is
    *id*, or ``plan`` where neither says one. Every thing remembers its sheet and row.

    Raises:
        DocumentError: it is no such workbook, or something in it is wrong: everything at once,
            each with its sheet and cell (the first 500).
        MissingExtraError: the extra ``excel`` is not installed.
    """
    file = os.fspath(path)
    told = Complaints(file)
    sheets = _sheets(read_sheets(path), told)
    items = read_items(sheets[PLAN.ja], ITEMS, told)
    merged = choose(items, "merged", MERGED, told)
    tables = {it.title.ja: read_table(sheets[it.title.ja], it, merged, told) for it in TABLES}
    ids = Ids(told)
    ids.reserve(items)
    for form in (OUTLINE, INDICATORS, DEPARTMENTS):
        for row in tables[form.title.ja]:
            if not row["again"]:
                ids.reserve(row)
    times = Times(cast("Any", choose(items, "years", YEARS, told) or None), told)
    levels = read_levels(sheets[LEVELS.title.ja].name, tables[LEVELS.title.ja], told)
    departments = read_departments(tables[DEPARTMENTS.title.ja], ids, told)
    outline = read_outline(tables[OUTLINE.title.ja], levels, ids, told)
    indicators, of_plan = read_indicators(
        tables[INDICATORS.title.ja], outline, levels.plan.word, departments, ids, times, told
    )
    nodes = outline.nodes(departments, told)
    fields = _plan_fields(items, times, told)
    absence = absence_in(items["below"]) if items["below"] else None
    if items["below"] and (absence is None or nodes):
        what = say("either rows of the outline or 'not stated'", "体系の行か「記載なし」の一方だけ")
        told.add(items.place("below"), what, say("not stated: (reason)", "記載なし: 理由"))
    fields |= {
        "sections": absence or nodes,
        "departments": departments.found,
        "indicators": indicators,
        "measured_by": of_plan,
        "given_levels": levels.all,
        "origin": Origin(file, path=items.place()),
    }
    told.refuse_if_any()
    key = id or ids.given_to(items) or "plan"
    plan = told.attempt(items.place(), lambda: GenericPlan(key, items["title"], **fields))
    told.refuse_if_any()
    assert plan is not None  # noqa: S101 - what was refused was told
    return plan


def _sheets(found: list[RawSheet], told: Complaints) -> dict[str, RawSheet]:
    """The sheets of the form by their Japanese names, whatever language theirs are in."""
    by_name = {folded(it.name): it for it in found}
    sheets: dict[str, RawSheet] = {}
    shown: list[RawSheet] = []
    for title in (PLAN, *(it.title for it in TABLES)):
        sheet = by_name.get(folded(title.ja)) or by_name.get(folded(title.en))
        if sheet is not None:
            sheets[title.ja] = sheet
            shown.append(sheet)
        elif title is DEPARTMENTS.title:
            sheets[title.ja] = RawSheet(title.ja, [])
        else:
            what = say("the sheet {title} is missing", "シート「{title}」がない", title=title)
            told.found.append(Problem(what, told.file))
    if told.found:
        raise DocumentError(*told.found)
    for sheet in shown:
        for cell in sheet.errors:
            what = say("the formula gives an error", "数式の結果がエラーである")
            told.only(f"{sheet.name}!{cell}", what)
        for cell in sheet.uncomputed:
            what = say("the formula has not been computed", "数式がまだ計算されていない")
            hint = say("open the workbook in Excel and save it", "Excelで開き、保存し直す")
            told.only(f"{sheet.name}!{cell}", what, hint)
    return sheets


def _plan_fields(items: Row, times: Times, told: Complaints) -> dict[str, Any]:
    notes: list[str] = [items["note"]] if items["note"] else []
    if not items["title"]:
        told.add(items.place("title"), say("the title is missing", "計画の名称が空欄である"))
    code = items["code"]
    issuer = None
    if items["issuer"]:
        issuer = told.attempt(items.place("code"), lambda: Issuer(items["issuer"], folded(code)))
    elif code:
        what = say("a code without an issuer", "団体コードだけで策定主体がない")
        told.add(items.place("issuer"), what)
        told.attempt(items.place("code"), lambda: Issuer("-", folded(code)))
    is_english = items.sheet == PLAN.en
    return {
        "period": times.at(items, "period", needed=True, notes=notes),
        "published": times.at(items, "published", notes=notes),
        "issuer": issuer,
        "status": items["status"],
        "principle": items["principle"],
        "language": choose(items, "language", LANGUAGES, told) or ("en" if is_english else "ja"),
        "note": "。".join(notes),
    }
