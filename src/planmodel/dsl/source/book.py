"""All modules of one plan in the making: what is written where, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias, cast

import attrs

from planmodel.dsl.absences import is_undecided
from planmodel.dsl.own_fields import from_plain
from planmodel.dsl.source.classes import write_words
from planmodel.dsl.source.layout import Atom, Bracketed, Call, Expression, Item, Row
from planmodel.dsl.source.naming import Names
from planmodel.dsl.source.pages import Page
from planmodel.dsl.source.values import Writer
from planmodel.dsl.source.words import Vocabulary, WordsFrom, vocabulary_of
from planmodel.model.absence import NotStated
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection, own_values
from planmodel.model.ids import Entity, Ref
from planmodel.model.indicators import Indicator
from planmodel.model.outline import Node, Relisted
from planmodel.model.plan import Plan

__all__ = ["Book", "PageOf"]

PageOf: TypeAlias = Callable[[str, str], str]
"""The path of the module for a kind of thing (and, in the outline, the name of its section)."""

_DEEPEST = 20
"""Brackets in brackets: Python reads a hundred at most, and people far fewer."""

_LONGEST_CHAIN = 40

_GIVEN = ("given_level", "given_levels", "own", "children", "sections")


def refs_in(value: object) -> Iterator[Ref[Any]]:
    """Every pointer inside *value*, in order."""
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in cast("tuple[object, ...]", value):
            yield from refs_in(one)
    elif attrs.has(type(value)):
        for attribute in attrs.fields(cast("Any", type(value))):
            if attribute.name not in ("origin", "_children", "_sections", "given_level"):
                yield from refs_in(getattr(value, attribute.name))


class Book:
    """Writes a plan over the pages that *page_of* names."""

    def __init__(self, plan: Plan[Any], page_of: PageOf, words: WordsFrom) -> None:
        self.plan = plan
        self.pages: dict[str, Page] = {}
        self._page_of = page_of
        self.names = Names()
        self.names.hold("plan", "adopted", "HERE", *(it.name for it in attrs.fields(Plan)))
        self.words: Vocabulary = vocabulary_of(
            plan, self.names, self.page(page_of("vocabulary", "")), words
        )
        write_words(self.words, self.writer(self.words.page))
        self._variables: dict[tuple[str, str], str] = {}
        self._things: dict[tuple[str, str], Entity] = {}
        self._homes: dict[tuple[str, str], Page] = {}
        self._begun: set[tuple[str, str]] = set()
        self._done: set[tuple[str, str]] = set()
        self._rank: dict[str, int] = {}
        self._waiting_for: dict[NotStated, str] = {}
        self._enter()

    # --- what has a name ---------------------------------------------------------------------

    def page(self, path: str) -> Page:
        """The page at *path*."""
        if path not in self.pages:
            self.pages[path] = Page(path)
        return self.pages[path]

    def writer(self, page: Page) -> Writer:
        """A writer on *page*."""
        return Writer(page, self._refer, self._held, self.words.shadowed, self.words.named)

    def _enter(self) -> None:
        plan = self.plan
        pointed: set[tuple[str, str]] = {(it.kind, it.id) for it in refs_in(plan)}
        for node in plan.walk():
            pointed.update((it.kind, it.id) for it in refs_in(node))
            pointed.update(("node", it.id) for it in node.children if isinstance(it, Relisted))
        organisations = self.page(self._page_of("organisations", ""))
        context = self.page(self._page_of("context", ""))
        axes = self.page(self._page_of("axes", ""))
        indicators = self.page(self._page_of("indicators", ""))
        for name in ("departments", "partners"):
            for thing in getattr(plan, name):
                self._name(thing, organisations)
        for axis in plan.axes:
            for topic in axis.topics:
                if ("topic", topic.id) in pointed:
                    self._name(topic, axes)
            self._name(axis, axes)
        for law in plan.laws:
            self._name(law, context)
        for indicator in plan.indicators:
            self._name_indicator(indicator, indicators, pointed, top=True)
        self._name_nodes(pointed)

    def _name_indicator(
        self, it: Indicator, page: Page, pointed: set[tuple[str, str]], *, top: bool
    ) -> None:
        for benchmark in it.benchmarks:
            if ("benchmark", benchmark.id) in pointed:
                self._name(benchmark, page)
        for part in it.parts:
            self._name_indicator(part, page, pointed, top=False)
        if top or ("indicator", it.id) in pointed:
            self._name(it, page)

    def _name_nodes(self, pointed: set[tuple[str, str]]) -> None:
        for section in self.plan.outline:
            key = (section.ref_kind, section.id)
            if key in self._things:
                continue
            name = self.names.variable(section.id, "section")
            page = self.page(self._page_of("outline", name))
            self._put(section, page, name)
            stack = [(it, 1) for it in section.children]
            while stack:
                it, depth = stack.pop(0)
                if not isinstance(it, Node):
                    continue
                if ("node", it.id) in pointed or depth % _DEEPEST == 0:
                    self._name(it, page)
                stack = [*((child, depth + 1) for child in it.children), *stack]

    def _name(self, thing: Entity, page: Page) -> None:
        if (thing.ref_kind, thing.id) not in self._things:
            self._put(thing, page, self.names.variable(thing.id, thing.ref_kind))

    def _put(self, thing: Entity, page: Page, name: str) -> None:
        key = (thing.ref_kind, thing.id)
        self._variables[key] = name
        self._things[key] = thing
        self._homes[key] = page
        self._rank.setdefault(page.path, len(self._rank))

    # --- pointers ----------------------------------------------------------------------------

    def _refer(self, ref: Ref[Any], page: Page) -> Expression | None:
        key = (ref.kind, ref.id)
        thing = self._things.get(key)
        return None if thing is None else self._mention(thing, key, page)

    def _held(self, thing: Entity, page: Page) -> Expression | None:
        key = (thing.ref_kind, thing.id)
        # Of two things with one id only the first has the name.
        if self._things.get(key) is not thing:
            return self.node(thing, page, 0) if isinstance(thing, Node) else None
        return self._mention(thing, key, page)

    def _mention(self, thing: Entity, key: tuple[str, str], page: Page) -> Expression | None:
        home = self._homes[key]
        later = self._rank.get(home.path, 0) > self._rank.get(page.path, len(self._rank))
        waits = key in self._begun and key not in self._done
        # A chain of things that each point at the next is not followed for ever.
        if later or waits or (key not in self._done and self._waiting() > _LONGEST_CHAIN):
            return None
        self.define(thing)
        return Atom(page.use_page(home, self._variables[key]))

    def _waiting(self) -> int:
        return len(self._begun) - len(self._done)

    # --- statements --------------------------------------------------------------------------

    def define(self, thing: Entity) -> None:
        """Write *thing* under its name, unless that is done; what it points at comes before."""
        key = (thing.ref_kind, thing.id)
        if key in self._begun:
            return
        self._begun.add(key)
        page = self._homes[key]
        made = self.node(thing, page, 0) if isinstance(thing, Node) else None
        page.let(self._variables[key], made or self.writer(page).call(thing))
        self._done.add(key)

    def node(self, thing: Node, page: Page, depth: int) -> Expression:
        """*thing* with its children in brackets."""
        writer = self.writer(page)
        items = list(writer.fields(thing, _GIVEN, self._shared(thing, page)))
        items[2:2] = self._own(thing, writer)
        made = Call(self.words.head(thing, writer), items)
        absence = thing.not_stated("children")
        if absence is not None:
            return Bracketed(made, [writer.value(absence)])
        children = [self._child(it, page, depth + 1) for it in thing.children]
        return Bracketed(made, children) if children else made

    def _child(self, it: Node | Relisted, page: Page, depth: int) -> Expression:
        if isinstance(it, Relisted):
            return self.writer(page).call(it)
        key = (it.ref_kind, it.id)
        if self._things.get(key) is it:
            named = self._mention(it, key, page)
            if named is not None:
                return named
        return self.node(it, page, depth)

    def _own(self, thing: object, writer: Writer) -> list[Item]:
        if not isinstance(thing, (GenericMeasure, GenericPlan, GenericSection)):
            return []
        types = {it.name: it.type for it in thing.level.own_fields}
        return [
            Item(writer.value(from_plain(value, types.get(name, ""))), f"{name}=")
            for name, value in own_values(thing.own).items()
        ]

    # --- what many wait for ------------------------------------------------------------------

    def name_waiting(self, page: Page, note: str) -> None:
        """Name every absence of departments that is to be decided, so that one edit settles it."""
        absences = dict.fromkeys(it.not_stated("departments") for it in self.plan.walk())
        found = [it for it in absences if it is not None and is_undecided(it.reason)]
        if found:
            page.body.append(note)
        for number, absence in enumerate(found, start=1):
            name = self.names.variable(f"departments-{number}", "departments")
            page.let(name, self.writer(page).value(absence))
            self._waiting_for[absence] = name

    def _shared(self, thing: Node, page: Page) -> dict[str, Expression]:
        absence = thing.not_stated("departments")
        name = None if absence is None else self._waiting_for.get(absence)
        home = self.page(self._page_of("organisations", ""))
        return {} if name is None else {"departments": Atom(page.use_page(home, name))}

    # --- lists and the plan ------------------------------------------------------------------

    def rows(self, name: str, page: Page) -> Row:
        """The plan's list *name* on *page*: names of what is written before, the rest as it is."""
        writer = self.writer(page)
        held: Iterable[object] = getattr(self.plan, name)
        return Row([writer.value(it) for it in held])

    def plan_call(self, given: dict[str, Expression | None]) -> Call:
        """The plan as a call, with *given* code for some fields (``None`` leaves one out)."""
        plan = self.plan
        page = self.page(self._page_of("plan", ""))
        writer = self.writer(page)
        lists = {
            name: self.rows(name, page)
            for name in LISTS
            if name not in given and getattr(plan, name)
        }
        fields: dict[str, Expression | None] = {**lists, **given}
        absence = plan.not_stated("sections")
        if absence is not None and "sections" not in given:
            fields["sections"] = writer.value(absence)
        skip = (*(it for it in _GIVEN if it != "sections"), *LISTS, *given)
        items = [*writer.fields(plan, skip), *self._own(plan, writer)]
        items += [Item(value, f"{name}=") for name, value in fields.items() if value is not None]
        items.sort(key=_place_in_plan)
        return Call(self.words.head(plan, writer), items)


LISTS = (
    "departments",
    "partners",
    "indicators",
    "axes",
    "laws",
    "figures",
    "documents",
    "sections",
)


_PLAN_ORDER = (
    "", "status", "issuer", "published", "period", "principle", "departments", "partners",
    "indicators", "measured_by", "sections", "axes", "tags", "laws", "legal_bases", "governance",
    "roles", "relations", "figures", "documents", "gaps", "ignores", "prose", "translations",
    "own_units", "language", "note", "source", "version", "derived_from",
)  # fmt: skip


def _place_in_plan(item: Item) -> int:
    name = item.before.rstrip("=")
    # A fork's own fields stand before what the plan holds.
    return _PLAN_ORDER.index(name) if name in _PLAN_ORDER else _PLAN_ORDER.index("principle")
