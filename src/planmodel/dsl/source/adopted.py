"""The module that keeps what a plan took over from the one it was made from: edits, as code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from planmodel.dsl.containers import own_fields
from planmodel.dsl.edits import Add, Amend, Edit, Replace
from planmodel.dsl.own_types import is_own, parts_of
from planmodel.dsl.source.layout import Bracketed, Call, Expression, Item, Row
from planmodel.dsl.source.package_words import DOCS, language_of
from planmodel.dsl.source.pages import Page
from planmodel.dsl.source.values import Writer
from planmodel.errors import ModelError, Problem
from planmodel.model.ids import Entity, Ref
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["adopted_source"]

_HELD = ("children", "sections")


def adopted_source(plan: Plan[Any], edits: Iterable[Edit], package: str) -> str:
    """The text of ``adopted.py`` of the *package* of *plan*: its list of *edits*.

    Classes of the package's own are imported relatively; pointers are written by kind and id.

    Raises:
        ModelError: a value is of a class that no module makes, or that only the other plan has.
    """
    edits = tuple(edits)
    _refuse_foreign_types(edits, package)
    page = Page("adopted", DOCS["adopted"].in_language(language_of(plan)))
    own = {type(it).__name__ for it in (plan, *plan.walk())} - {
        type(it).__name__
        for it in (plan, *plan.walk())
        if type(it).__module__.startswith("planmodel.")
    }

    def held(thing: Entity, _: Page) -> Expression | None:
        return _node(thing, writer) if isinstance(thing, Node) else None

    writer = Writer(page, _no_name, held, lambda name: name in own)
    row = Row([_edit(it, writer) for it in edits])
    page.let("adopted", row, f"list[{page.use('planmodel.dsl.edits', 'Edit')}]")
    page.imports = {
        f".{module.removeprefix(f'{package}.')}" if module.startswith(f"{package}.") else module: it
        for module, it in page.imports.items()
    }
    return page.code()


def _refuse_foreign_types(edits: Iterable[Edit], package: str) -> None:
    """Refuse values of types that the other plan has of its own: its package may not be there."""
    problems = [
        _foreign(where, cls)
        for where, cls in dict.fromkeys(_types_in(edits))
        if is_own(cls) and cls.__module__.partition(".")[0] != package
    ]
    if problems:
        raise ModelError(*problems)


def _foreign(where: str, cls: type[Any]) -> Problem:
    what = say(
        "this value of the type {name} is one that only the other plan has",
        "この型{name}の値は、もとの計画だけにある",
        name=cls.__qualname__,
    )
    hint = say("add it to this plan's vocabulary first", "先にこの計画の語彙に加える")
    return Problem(what, where, hint=hint)


def _types_in(edits: Iterable[Edit]) -> Iterator[tuple[str, type[Any]]]:
    for edit in edits:
        if isinstance(edit, Amend):
            for name, value in edit.fields:
                yield from ((f"{edit.id}.{name}", type(it)) for it in parts_of(value))
        things: list[Any] = [edit.thing] if isinstance(edit, (Add, Replace)) else []
        while things:
            thing = things.pop(0)
            things.extend(getattr(thing, "children", ()))
            for name, value in own_fields(thing).items() if isinstance(thing, Node) else ():
                yield from ((f"{thing.id}.{name}", type(it)) for it in parts_of(value))


def _no_name(_ref: Ref[Any], _page: Page) -> None:
    """Pointers are written by kind and id: what has a name here may lose it in its module."""


def _edit(edit: Edit, writer: Writer) -> Expression:
    if not isinstance(edit, Amend):
        return writer.call(edit)
    items = [Item(writer.value(edit.id)), Item(writer.value(dict(edit.fields)))]
    if edit.was:
        items.append(Item(writer.value(dict(edit.was)), "was="))
    if edit.because:
        items.append(Item(writer.value(edit.because), "because="))
    return Call(writer.known(Amend), items)


def _node(thing: Entity, writer: Writer) -> Expression:
    made = writer.call(thing, skip=_HELD)
    absence = thing.not_stated("children")
    if absence is not None:
        return Bracketed(made, [writer.value(absence)])
    children = [writer.value(it) for it in getattr(thing, "children", ())]
    return Bracketed(made, children) if children else made
