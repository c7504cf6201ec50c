"""Ids of what a form holds: as given, or made from the position, and never twice the same."""

from __future__ import annotations

import unicodedata

from attrs import define, field

from planmodel.exchange.form_tables import Complaints, Row
from planmodel.model.ids import id_problem
from planmodel.text import Text, say

__all__ = ["Ids"]


@define
class Ids:
    """The ids given out so far. All that are given by hand are reserved before any is made."""

    told: Complaints
    _places: dict[str, str] = field(factory=dict[str, str])
    _of_rows: dict[tuple[str, int], str] = field(factory=dict[tuple[str, int], str])

    def reserve(self, row: Row) -> None:
        """Take the id written in *row*, if there is one, and tell what is wrong with it."""
        cell = row["id"]
        if not cell:
            return
        place = row.place("id")
        key = unicodedata.normalize("NFKC", cell).casefold()
        problem = id_problem(key)
        if problem is not None:
            what = problem.what if isinstance(problem.what, Text) else say("no id", "識別子でない")
            self.told.add(place, what, problem.expected, problem.hint)
        elif key in self._places:
            self.told.add(
                place,
                say(
                    "the id '{id}' stands twice, first in {first}",
                    "識別子「{id}」が二度使われている（最初は{first}）",
                    id=cell,
                    first=self._places[key],
                ),
                hint=say(
                    "upper and lower case, full and half width are the same",
                    "大文字と小文字、全角と半角は区別しない",
                ),
            )
        else:
            self._places[key] = place
            self._of_rows[row.sheet, row.number] = key

    def given_to(self, row: Row) -> str:
        """The id that was reserved for *row*, or nothing."""
        return self._of_rows.get((row.sheet, row.number), "")

    def made(self, wish: str) -> str:
        """*wish*, or with the next free number behind it where it is taken."""
        key, number = wish, 2
        while key in self._places:
            key, number = f"{wish}-{number}", number + 1
        self._places[key] = wish
        return key
