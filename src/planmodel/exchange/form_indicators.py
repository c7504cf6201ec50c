"""The indicators of a form, and where in the outline they hang."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from planmodel.exchange.form_departments import Departments
from planmodel.exchange.form_ids import Ids
from planmodel.exchange.form_outline import Item, Outline
from planmodel.exchange.form_placing import is_top
from planmodel.exchange.form_tables import Complaints, Row, choose, folded
from planmodel.exchange.form_targets import TargetReader
from planmodel.exchange.form_values import Times, absence_in, amount_in
from planmodel.exchange.form_words import DIRECTIONS, KINDS, MARK, SAME
from planmodel.model.absence import NotStated
from planmodel.model.ids import Ref
from planmodel.model.indicators import (
    Baseline,
    Cumulative,
    Flow,
    Indicator,
    Stock,
)
from planmodel.model.origins import Origin
from planmodel.model.targets import Target
from planmodel.text import say

__all__ = ["read_indicators"]

_CLASSES: dict[str, type[Indicator]] = {"stock": Stock, "flow": Flow, "cumulative": Cumulative}
_BETWEEN = re.compile(r"\s*[;；]\s*")
_ONCE = ("unit", "kind", "direction", "role", "is_new", "baseline", "baseline_year", "departments",
         "attached", "data_source", "number", "note", "id")  # fmt: skip
"""What an indicator says once, in its first row."""


def read_indicators(  # noqa: PLR0913, PLR0917 - everything a row of indicators points at
    rows: Sequence[Row],
    outline: Outline,
    plan_word: str,
    departments: Departments,
    ids: Ids,
    times: Times,
    told: Complaints,
) -> tuple[list[Indicator], list[Ref[Indicator]]]:
    """The indicators of *rows*, and pointers at those that hang on the plan as a whole."""
    found: list[Indicator] = []
    of_plan: list[Ref[Indicator]] = []
    for number, group in enumerate(_groups(rows, told), start=1):
        first = group[0]
        key = ids.given_to(first) or ids.made(f"indicator-{number}")
        indicator = _indicator(key, group, departments, times, told)
        places, hangs_on_plan = _places(first, outline, plan_word, told)
        if indicator is None:
            continue
        found.append(indicator)
        of_plan += [indicator.ref] if hangs_on_plan else []
        for item in places:
            item.measured_by.append(indicator.ref)
    return found, of_plan


def _places(
    row: Row, outline: Outline, plan_word: str, told: Complaints
) -> tuple[list[Item], bool]:
    """The items that an indicator hangs on, and whether it hangs on the plan as a whole."""
    cell = row["attached"]
    is_one_name = bool(outline.named(cell)) or folded(cell) == folded(plan_word)
    places: list[Item] = []
    hangs_on_plan = False
    for name in [cell] if is_one_name else [it for it in _BETWEEN.split(cell) if it]:
        items = [] if is_top(name) else outline.named(name)
        if len(items) == 1:
            places.append(items[0])
        elif is_top(name) or (not items and folded(name) == folded(plan_word)):
            hangs_on_plan = True
        elif items:
            what = say(
                "'{name}' may be any of {rows}",
                "「{name}」が{rows}のどれか分からない",
                name=name,
                rows=[it.row.place() for it in items],
            )
            hint = say("write the id of the row", "行の識別子を書く")
            told.add(row.place("attached"), what, hint=hint)
        else:
            what = say("the outline has no row '{name}'", "体系に「{name}」がない", name=name)
            near = told.guess(name, (it.title for it in outline.items))
            told.add(row.place("attached"), what, hint=near)
    return places, hangs_on_plan


def _groups(rows: Sequence[Row], told: Complaints) -> list[list[Row]]:
    """The rows of each indicator: its own, and those that go on with further targets."""
    groups: list[list[Row]] = []
    same = {folded(SAME.en), folded(SAME.ja), "〃", '"'}
    for row in rows:
        title = row["title"]
        goes_on = folded(title) in same or "title" in row.continued
        if not title:
            told.add(
                row.place("title"),
                say("the title is missing", "題名が空欄である"),
                hint=say(
                    "for a further target of the indicator above write 'same'",
                    "上の指標の追加の目標なら「同上」と書く",
                ),
            )
        elif goes_on and groups:
            for key in _ONCE:
                if row[key] and key not in row.continued and row[key] != groups[-1][0][key]:
                    what = say(
                        "a further row says something else than the first row of the indicator",
                        "追加の目標の行に、指標の最初の行と異なる記入がある",
                    )
                    told.add(row.place(key), what)
            groups[-1].append(row)
        elif goes_on:
            what = say("there is no indicator above", "上に指標がない")
            told.add(row.place("title"), what)
        else:
            groups.append([row])
    return groups


def _indicator(
    key: str, group: list[Row], departments: Departments, times: Times, told: Complaints
) -> Indicator | None:
    row = group[0]
    kind = choose(row, "kind", KINDS, told, needed=True)
    if not row["unit"]:
        told.add(row.place("unit"), say("the unit is missing", "単位が空欄である"))
    reader = TargetReader(key, row["unit"], times, told)
    targets = _targets(group, reader)
    fields = {
        "direction": _direction(row, told),
        "baseline": _baseline(row, reader),
        "targets": targets,
        "benchmarks": tuple(reader.benchmarks.values()),
        **_departments(row, departments),
    }
    if not kind or not row["unit"]:
        return None
    return told.attempt(row.place(), _maker(key, _CLASSES[kind], row, fields, told))


def _maker(
    key: str, kind: type[Indicator], row: Row, fields: dict[str, Any], told: Complaints
) -> Callable[[], Indicator]:
    return lambda: kind(
        key,
        row["title"],
        unit=row["unit"],
        number=row["number"],
        role=row["role"],
        is_new=choose(row, "is_new", {"yes": MARK}, told) == "yes",
        data_source=row["data_source"],
        note=row["note"],
        origin=Origin(told.file, path=row.place()),
        **fields,
    )


def _direction(row: Row, told: Complaints) -> Any:  # noqa: ANN401 - a word that was just chosen
    absence = absence_in(row["direction"]) if row["direction"] else None
    return absence or choose(row, "direction", DIRECTIONS, told) or None


def _departments(row: Row, departments: Departments) -> dict[str, Any]:
    refs = departments.refs(row, "departments")
    if isinstance(refs, NotStated):
        return {"department": refs}
    return {"department": next(iter(refs), None), "co_departments": refs[1:]}


def _baseline(row: Row, reader: TargetReader) -> Baseline | None:
    if not row["baseline"] and not row["baseline_year"]:
        return None
    notes: list[str] = []
    period = reader.times.at(row, "baseline_year", needed=True, notes=notes)
    if not row["baseline"]:
        what = say("the baseline is missing", "基準値が空欄である")
        hint = say("or write not stated: (reason)", "計画にないときは「記載なし: 理由」と書く")
        reader.told.add(row.place("baseline"), what, hint=hint)
        return None
    # Where nothing is to be counted, what stands now is words too.
    in_words = folded(row["form"]) in ("milestone", "事項")
    amount = amount_in(row, "baseline", row["unit"], reader.told, words=in_words)
    if amount is None or period is None:
        return None
    return Baseline(amount, period, note="。".join(notes))


def _targets(group: list[Row], reader: TargetReader) -> tuple[Target, ...] | NotStated:
    first = group[0]
    absence = absence_in(first["target"]) if first["target"] else None
    if absence is not None and not first["target_year"] and not first["form"]:
        return absence
    read = (reader.read(row) for row in group)
    return tuple(it for it in read if it is not None)
