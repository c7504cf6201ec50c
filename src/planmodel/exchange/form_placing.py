"""Where the rows of an outline belong: under the nearest higher level above, or where they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planmodel.exchange.form_departments import circles
from planmodel.exchange.form_tables import Complaints, folded
from planmodel.exchange.form_words import TOP
from planmodel.text import Text, say

if TYPE_CHECKING:
    from planmodel.exchange.form_levels import Levels
    from planmodel.exchange.form_outline import Item, Outline

__all__ = ["is_top", "place_rows"]


_OWN_PARENT = say("a row cannot be its own parent", "自らを親にはできない")


def place_rows(outline: Outline, levels: Levels, told: Complaints) -> None:
    """Put every item under the one it belongs to, and those at the top into ``outline.top``."""
    stack: list[Item] = []
    for item in outline.items:
        given = item.row["parent"]
        while stack and stack[-1].rank >= item.rank:
            stack.pop()
        if given:
            item.above = _named(item, given, outline, levels.plan.word, told)
        else:
            item.above = stack[-1] if stack else None
        if not item.is_again and item.level.form == "section":
            stack.append(item)
    _break_circles(outline, told)
    for item in outline.items:
        if item.above is not None and item.above.rank >= item.rank:
            _refuse(
                item,
                say(
                    "{child} cannot stand under {parent}",
                    "「{child}」は「{parent}」の下に置けない",
                    child=item.level.word,
                    parent=item.above.level.word,
                ),
                told,
            )
            item.above = None
        if item.above is not None:
            item.above.below.append(item)
        else:
            if item.is_again:
                what = say("nothing is listed again at the top", "再掲は最上位に置けない")
                _refuse(item, what, told)
            outline.top.append(item)


def is_top(name: str) -> bool:
    """Whether *name* is the mark for the top: it means that even where a row is called so."""
    return folded(name) in (folded(TOP.en), folded(TOP.ja))


def _refuse(item: Item, what: Text, told: Complaints) -> None:
    told.add(item.row.place("parent"), what)


def _named(
    item: Item, given: str, outline: Outline, plan_word: str, told: Complaints
) -> Item | None:
    if is_top(given):
        return None
    found = outline.named(given, sections=True)
    if len(found) == 1 and found[0] is not item:
        return found[0]
    if not found and folded(given) == folded(plan_word):
        return None
    if not found and item in outline.named(given):
        _refuse(item, _OWN_PARENT, told)
    elif not found:
        what = say("no row is called '{name}'", "「{name}」という行がない", name=given)
        known = (it.title for it in outline.items if it.level.form == "section")
        told.add(item.row.place("parent"), what, hint=told.guess(given, known))
    elif len(found) == 1:
        _refuse(item, _OWN_PARENT, told)
    else:
        what = say(
            "'{name}' may be any of {rows}",
            "「{name}」が{rows}のどれか分からない",
            name=given,
            rows=[it.row.place() for it in found],
        )
        hint = say(
            "give the row it means an id, and write that id here",
            "親の行に識別子を付け、その識別子を書く",
        )
        told.add(item.row.place("parent"), what, hint=hint)
    return None


def _break_circles(outline: Outline, told: Complaints) -> None:
    keys = {id(it): str(at) for at, it in enumerate(outline.items)}
    above = {keys[id(it)]: keys[id(it.above)] for it in outline.items if it.above is not None}
    for circle in circles(above):
        members = [outline.items[int(key)] for key in circle]
        names = " → ".join(it.title for it in [*members, members[0]])
        what = say(
            "the rows stand under each other in a circle: {names}",
            "親の指定が循環している: {names}",
            names=names,
        )
        _refuse(members[0], what, told)
        for it in members:
            it.above = None
