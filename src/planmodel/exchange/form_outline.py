"""The outline of a form: rows placed under each other, numbered, and made into nodes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from attrs import define, field

from planmodel.exchange.form_departments import Departments
from planmodel.exchange.form_ids import Ids
from planmodel.exchange.form_levels import Levels
from planmodel.exchange.form_placing import place_rows
from planmodel.exchange.form_tables import Complaints, Row, choose, folded
from planmodel.exchange.form_values import absence_in
from planmodel.exchange.form_words import MARK
from planmodel.model.absence import NotStated
from planmodel.model.generic import GenericMeasure, GenericNode, GenericSection
from planmodel.model.ids import Ref
from planmodel.model.indicators import Indicator
from planmodel.model.numbering import Above, numbering
from planmodel.model.organisations import Department
from planmodel.model.origins import Origin
from planmodel.model.outline import Relisted
from planmodel.model.words import Level
from planmodel.text import say

__all__ = ["Item", "Outline", "read_outline"]

_MOST_NAMED = 5


@define(eq=False)
class Item:
    """A row of the outline on its way to becoming a node.

    ``rank`` is the place of its level, ``above`` the item it stands under (``None``: the plan).
    """

    row: Row
    rank: int
    level: Level
    is_again: bool
    above: Item | None = None
    below: list[Item] = field(factory=list["Item"])
    id: str = ""
    number: str = ""
    owner: Item | None = None
    measured_by: list[Ref[Indicator]] = field(factory=list[Ref[Indicator]])
    made: GenericNode | None = None

    @property
    def title(self) -> str:
        """The title."""
        return self.row["title"]


@define
class Outline:
    """Every item in the order of the rows, and those at the top."""

    items: list[Item]
    top: list[Item]
    by_id: dict[str, Item] = field(factory=dict[str, "Item"])
    by_title: dict[tuple[str, bool], list[Item]] = field(
        factory=dict[tuple[str, bool], list["Item"]]
    )

    def named(self, name: str, *, sections: bool = False) -> list[Item]:
        """The owned items that *name* may mean: the one of this id, else those of this title.

        Of very many only the first few: more than one is too many already.
        """
        wanted = folded(name)
        item = self.by_id.get(wanted)
        if item is not None and (item.level.form == "section" or not sections):
            return [item]
        return self.by_title.get((wanted, sections), [])

    def call(self, item: Item, title: str) -> None:
        """Let *item* be found by *title*."""
        kinds = (False, True) if item.level.form == "section" else (False,)
        for sections in kinds:
            held = self.by_title.setdefault((folded(title), sections), [])
            if len(held) < _MOST_NAMED and item not in held:
                held.append(item)

    def nodes(self, departments: Departments, told: Complaints) -> tuple[GenericNode, ...]:
        """The nodes at the top, with everything below them."""
        # From the lowest level up: what stands below is made before what holds it.
        for item in sorted(self.items, key=lambda it: -it.rank):
            if not item.is_again:
                item.made = _node(item, departments, told)
        return tuple(it.made for it in self.top if it.made is not None)


def read_outline(rows: Sequence[Row], levels: Levels, ids: Ids, told: Complaints) -> Outline:
    """The items of *rows*, each under the one it belongs to, with ids and numbers."""
    items = [it for it in (_item(row, levels, told) for row in rows) if it is not None]
    outline = Outline(items, [])
    owned = [it for it in items if not it.is_again]
    for item in owned:
        item.id = ids.given_to(item.row)
        if item.id:
            outline.by_id[folded(item.id)] = item
        outline.call(item, item.title)
    place_rows(outline, levels, told)
    _give_ids(outline, ids)
    _give_numbers(outline.top, "", (), {})
    for item in owned:
        outline.by_id[folded(item.id)] = item
        outline.call(item, f"{item.number}{item.title}")
    for item in items:
        if item.is_again:
            item.owner = _owner(item, outline, told)
    return outline


def _item(row: Row, levels: Levels, told: Complaints) -> Item | None:
    is_again = choose(row, "again", {"yes": MARK}, told) == "yes"
    if not row["title"]:
        told.add(row.place("title"), say("the title is missing", "題名が空欄である"))
        return None
    word = row["level"]
    rank = levels.rank_of.get(folded(word), -1) if word else len(levels.below)
    if rank < 0 or (not word and not is_again):
        told.add(
            row.place("level"),
            say("'{word}' is no level of the plan", "「{word}」は計画の階層にない", word=word)
            if word
            else say("the level is missing", "階層が空欄である"),
            say("{words}", "{words}", words=[it.word for it in levels.below]),
            told.guess(word, (it.word for it in levels.below)) if word else "",
        )
        return None
    level = levels.below[rank] if word else levels.plan
    return Item(row, rank, level, is_again)


def _give_ids(outline: Outline, ids: Ids) -> None:
    """Ids from the position for all that have none: ``measure-3-2``."""
    waiting: list[tuple[list[Item], str]] = [(outline.top, "")]
    while waiting:
        items, path = waiting.pop(0)
        owned = [it for it in items if not it.is_again]
        for position, item in enumerate(owned, start=1):
            here = f"{path}-{position}"
            if not item.id:
                item.id = ids.made(f"{item.level.form}{here}")
            if item.below:
                waiting.append((item.below, here))


def _give_numbers(
    items: list[Item], parent: str, above: tuple[Above, ...], running: dict[str, int]
) -> None:
    """Numbers as they will be printed; as deep as there are levels, which are few."""
    positions: dict[str, int] = {}
    for item in items:
        if item.is_again:
            item.number = item.row["number"]
            continue
        style = numbering(item.level.numbering)
        counter = running if style.runs_through else positions
        counter[item.level.word] = counter.get(item.level.word, 0) + 1
        position = counter[item.level.word]
        computed = style.number(position, parent, above)
        given = item.row["number"]
        item.number = given or computed
        if given and folded(given) == folded(computed):
            # As the numbering gives it: it shall go on moving with its row.
            item.number = computed
            item.row.cells["number"] = ""
        _give_numbers(
            item.below, item.number, style.as_above(position, item.number, above), running
        )


def _owner(item: Item, outline: Outline, told: Complaints) -> Item | None:
    given = item.row["id"]
    found = outline.named(given) if given else outline.named(item.title)
    if len(found) == 1:
        return found[0]
    name = given or item.title
    told.add(
        item.row.place("id" if given else "title"),
        say("no row owns '{name}'", "「{name}」の本掲の行がない", name=name)
        if not found
        else say(
            "'{name}' may be any of {rows}",
            "「{name}」が{rows}のどれか分からない",
            name=name,
            rows=[it.row.place() for it in found],
        ),
        hint=say(
            "give the row it means an id, and write that id here",
            "本掲の行に識別子を付け、この行にも書く",
        ),
    )
    return None


def _children(item: Item, told: Complaints) -> Iterator[GenericNode | Relisted]:
    for child in item.below:
        if not child.is_again:
            if child.made is not None:
                yield child.made
        elif child.owner is not None:
            yield Relisted(Ref("node", child.owner.id), number=child.row["number"])
    below = absence_in(item.row["below"]) if item.row["below"] else None
    if item.row["below"] and (below is None or item.below):
        told.add(
            item.row.place("below"),
            say("this row has rows below it", "この行の下に行がある")
            if below
            else say("this is no absence", "記載なしの書き方ではない"),
            say("not stated: (reason)", "記載なし: 理由"),
        )


def _node(item: Item, departments: Departments, told: Complaints) -> GenericNode | None:
    row = item.row
    leads = departments.refs(row, "lead")
    if not isinstance(leads, NotStated) and len(leads) > 1:
        told.add(row.place("lead"), say("only one can lead", "主担当は一つだけ書く"))
    children = tuple(_children(item, told))
    absence = absence_in(row["below"]) if row["below"] else None
    return told.attempt(
        row.place(),
        lambda: _made(
            item,
            departments.refs(row, "departments"),
            leads if isinstance(leads, NotStated) else next(iter(leads), None),
            absence if absence is not None and not children else children,
            is_new=choose(row, "is_new", {"yes": MARK}, told) == "yes",
            origin=Origin(told.file, path=row.place()),
        ),
    )


def _made(  # noqa: PLR0913 - the fields of a node
    item: Item,
    departments: tuple[Ref[Department], ...] | NotStated,
    lead: Ref[Department] | NotStated | None,
    children: tuple[GenericNode | Relisted, ...] | NotStated,
    *,
    is_new: bool,
    origin: Origin,
) -> GenericNode:
    row = item.row
    if item.level.form == "measure":
        return GenericMeasure(
            item.id,
            item.title,
            given_level=item.level,
            departments=departments,
            lead=lead,
            is_new=is_new,
            number=row["number"],
            note=row["note"],
            measured_by=item.measured_by,
            origin=origin,
        )
    return GenericSection(
        item.id,
        item.title,
        given_level=item.level,
        departments=departments,
        lead=lead,
        is_new=is_new,
        number=row["number"],
        note=row["note"],
        measured_by=item.measured_by,
        children=cast("tuple[GenericNode, ...]", children),
        origin=origin,
    )
