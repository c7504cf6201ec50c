"""The departments of a form: those of their own sheet, or those that the other sheets name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define, field

from planmodel.exchange.form_ids import Ids
from planmodel.exchange.form_tables import Complaints, Row, folded
from planmodel.exchange.form_values import absence_in
from planmodel.model.absence import NotStated
from planmodel.model.ids import Ref
from planmodel.model.organisations import Department
from planmodel.model.origins import Origin
from planmodel.text import say

__all__ = ["Departments", "read_departments"]

_BETWEEN = re.compile(r"\s*[、，,;；／]\s*")


@define
class Departments:
    """Departments by name; unknown ones are taken in only where the form lists none."""

    told: Complaints
    ids: Ids
    is_open: bool
    by_name: dict[str, str] = field(factory=dict[str, str])
    found: list[Department] = field(factory=list[Department])

    def refs(self, row: Row, key: str) -> tuple[Ref[Department], ...] | NotStated:
        """The departments that a cell names, in its order; or that they are not stated."""
        cell = row[key]
        absence = absence_in(cell) if cell else None
        if absence is not None:
            return absence
        if not cell:
            return ()
        ids = self._whole(cell)
        if ids is None:
            parts = [it for it in _BETWEEN.split(cell) if it]
            place = row.place(key)
            ids = [one for it in parts for one in self._named(it, place, row)]
        return tuple(Ref("department", it) for it in dict.fromkeys(ids))

    def _whole(self, name: str) -> list[str] | None:
        known = self.by_name.get(folded(name))
        return None if known is None else [known]

    def _named(self, name: str, place: str, row: Row) -> list[str]:
        known = self._whole(name)
        if known is not None:
            return known
        parts = name.split("・")
        each = [self.by_name.get(folded(it)) for it in parts]
        if len(parts) > 1 and all(each):
            return [it for it in each if it is not None]
        if self.is_open and len(parts) == 1:
            return [self._new(name, Origin(self.told.file, path=row.place()))]
        if self.is_open:
            self.told.add(
                place,
                say(
                    "'{name}' may be one department or {n}",
                    "「{name}」が一つの部署か{n}つの部署か分からない",
                    name=name,
                    n=len(parts),
                ),
                hint=say(
                    "separate them by 、 or list them on the sheet Departments",
                    "「、」で区切るか、「担当課」シートに書く",
                ),
            )
        else:
            self.told.add(
                place,
                say("no department '{name}' is listed", "担当課「{name}」が一覧にない", name=name),
                hint=self.told.guess(name, (it.name for it in self.found))
                or say("add it to the sheet Departments", "「担当課」シートに加える"),
            )
        return []

    def _new(self, name: str, origin: Origin) -> str:
        key = self.ids.made(f"department-{len(self.found) + 1}")
        self.by_name[folded(name)] = key
        self.found.append(Department(key, name, origin=origin))
        return key


def read_departments(rows: Iterable[Row], ids: Ids, told: Complaints) -> Departments:
    """The departments listed in *rows*."""
    listed = list(rows)
    held = Departments(told, ids, is_open=not listed)
    named: list[tuple[Row, str]] = []
    for number, row in enumerate(listed, start=1):
        name = row["name"]
        if not name:
            told.add(row.place("name"), say("the name is missing", "名称が空欄である"))
            continue
        if folded(name) in held.by_name:
            what = say("'{name}' is listed twice", "「{name}」が二度書かれている", name=name)
            told.add(row.place("name"), what)
            continue
        key = ids.given_to(row) or ids.made(f"department-{number}")
        held.by_name[folded(name)] = key
        named.append((row, key))
    for row, key in named:
        parent = _parent(row, key, held, listed)
        made = told.attempt(
            row.place(),
            lambda row=row, key=key, parent=parent: Department(  # type: ignore[misc]
                key,
                row["name"],
                parent=parent,
                category=row["category"],
                note=row["note"],
                origin=Origin(told.file, path=row.place()),
            ),
        )
        if made is not None:
            held.found.append(made)
    _no_circles(held, {key: row for row, key in named}, told)
    return held


def _parent(
    row: Row, key: str, held: Departments, rows: list[Row]
) -> Ref[Department] | NotStated | None:
    cell = row["parent"]
    if not cell:
        return None
    absence = absence_in(cell)
    if absence is not None:
        return absence
    known = held.by_name.get(folded(cell))
    if known is None or known == key:
        what = (
            say("a department cannot be its own parent", "自らを上位の部署にはできない")
            if known
            else say("no department '{name}' is listed", "部署「{name}」が一覧にない", name=cell)
        )
        hint = "" if known else held.told.guess(cell, (it["name"] for it in rows))
        held.told.add(row.place("parent"), what, hint=hint)
        return None
    return Ref("department", known)


def _no_circles(held: Departments, rows: dict[str, Row], told: Complaints) -> None:
    above = {it.id: it.parent.id for it in held.found if isinstance(it.parent, Ref)}
    for circle in circles(above):
        names = [rows[it]["name"] for it in circle]
        told.add(
            rows[circle[0]].place("parent"),
            say(
                "the departments stand under each other in a circle: {names}",
                "上位の部署の指定が循環している: {names}",
                names=" → ".join([*names, names[0]]),
            ),
        )


def circles(above: dict[str, str]) -> list[list[str]]:
    """The circles in a relation of things to the one above each; every thing is looked at once."""
    found: list[list[str]] = []
    done: set[str] = set()
    for start in above:
        way: dict[str, None] = {}
        here: str | None = start
        while here is not None and here not in done and here not in way:
            way[here] = None
            here = above.get(here)
        if here is not None and here in way:
            steps = list(way)
            found.append(steps[steps.index(here) :])
        done.update(way)
    return found
