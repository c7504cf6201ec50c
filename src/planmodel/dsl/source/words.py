"""A vocabulary as classes: those of the library and of a fork imported, others written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, TypeAlias, cast

import attrs
from attrs import define, field

from planmodel.dsl.generalizing import levels_of, own_names
from planmodel.dsl.source.enums import enums_of
from planmodel.dsl.source.naming import Names
from planmodel.dsl.source.pages import Page
from planmodel.dsl.source.public import PUBLIC
from planmodel.dsl.source.values import Writer, importable
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection
from planmodel.model.levels import Action, Measure, MeasureGroup, Pillar
from planmodel.model.outline import Node, Relisted, Section, level_of
from planmodel.model.plan import Plan
from planmodel.model.words import Level, LevelForm, child_types, type_word

__all__ = ["NEEDED", "Key", "Vocabulary", "Word", "WordsFrom", "vocabulary_of"]

WordsFrom: TypeAlias = Literal["import", "write"]
"""Whether a fork's classes are imported from where they are, or written anew."""

_READY: tuple[type[Any], ...] = (Action, Pillar, MeasureGroup, Measure)

Key: TypeAlias = "type[Any] | str"


@define
class Word:
    """One level to be written: its class, base, children and own fields."""

    key: Key
    name: str
    word: str
    base: str
    numbering: str | None = None
    children: list[Key] = field(factory=list[Key])
    takes_relisted: bool = False
    own: list[tuple[str, str, object]] = field(factory=list[tuple[str, str, object]])


NEEDED = object()
"""Stands for the default of a field that has none."""

_EMPTY: dict[str, object] = {"str": "", "tuple": ()}
"""What a field says that a document leaves out, where its type takes no ``None``."""


@define
class Vocabulary:
    """Where the class of each node comes from, and the classes that have to be written."""

    page: Page
    written: dict[Key, Word] = field(factory=dict[Key, Word])
    ready: dict[Key, type[Any]] = field(factory=dict[Key, type[Any]])
    enums: dict[type[Any], str] = field(factory=dict[type[Any], str])

    def shadowed(self, name: str) -> bool:
        """Whether *name* is a class of this vocabulary, not of the library."""
        return name in self.enums.values() or any(it.name == name for it in self.written.values())

    def named(self, cls: type[Any], page: Page) -> str:
        """The name on *page* of an enumeration of this vocabulary; empty for any other class."""
        return page.use_page(self.page, self.enums[cls]) if cls in self.enums else ""

    def head(self, thing: Node | Plan[Any], writer: Writer) -> str:
        """The class of *thing* as it is named on the writer's page."""
        key = _key(thing)
        if key in self.written:
            return writer.page.use_page(self.page, self.written[key].name)
        return writer.known(self.ready[key])


def _key(thing: Node | Plan[Any]) -> Key:
    if isinstance(thing, (GenericMeasure, GenericPlan, GenericSection)):
        return thing.word
    return type(thing)


def vocabulary_of(plan: Plan[Any], names: Names, page: Page, words: WordsFrom) -> Vocabulary:
    """The classes of *plan*'s words; those that are written stand on *page*.

    Raises:
        ModelError: a word's own field has a name that code cannot have.
    """
    found = Vocabulary(page)
    if isinstance(plan, GenericPlan):
        _from_levels(plan, found, names)
    else:
        _from_classes(plan, found, names, words)
    return found


# --- words that are data ---------------------------------------------------------------------


def _from_levels(plan: GenericPlan, found: Vocabulary, names: Names) -> None:
    levels = levels_of(plan)
    ready = _ready_levels(levels)
    relisting = {it.word for it in plan.walk() if any(isinstance(c, Relisted) for c in it.children)}
    values: dict[str, list[dict[str, object]]] = {}
    for thing in (plan, *plan.walk()):
        given = cast("GenericPlan", thing)
        values.setdefault(given.word, []).append(dict(given.own))
    for position, level in enumerate(levels):
        if level.word in ready:
            found.ready[level.word] = ready[level.word]
            continue
        bases = {"plan": "Plan", "section": "Section", "measure": "Measure"}
        word = Word(
            level.word,
            names.word_class(level.word, f"Level{position}" if position else "OwnPlan"),
            level.word,
            bases[level.form],
            level.numbering if level.form != "plan" else None,
            list(level.children),
            level.word in relisting and bool(level.children),
        )
        types = {it.name: it.type for it in level.own_fields}
        given_names = [name for one in values.get(level.word, []) for name in one]
        for name in dict.fromkeys([*own_names(level), *given_names]):
            always = all(name in one for one in values.get(level.word, [{}]))
            default = NEEDED if always else _EMPTY.get(types.get(name, "").partition("[")[0])
            word.own.append((name, types.get(name, "object"), default))
        found.written[level.word] = word


def _ready_levels(levels: tuple[Level, ...]) -> dict[str, type[Any]]:
    """Those words that are exactly the library's own."""
    own = {level_of(cls).word: cls for cls in _READY}
    forms: dict[str, LevelForm] = {it.word: it.form for it in levels}
    found: dict[str, type[Any]] = {}
    for level in levels:
        cls = own.get(level.word)
        if cls is not None and attrs.evolve(level, children=()) == attrs.evolve(
            level_of(cls), children=()
        ):
            found[level.word] = cls
    changed = True
    while changed:
        # A ready-made section takes ready-made sections, and any measure.
        wrong = [
            level.word
            for level in levels
            if level.word in found and level.form == "section" and not _fits(level, found, forms)
        ]
        for word in wrong:
            del found[word]
        changed = bool(wrong)
    plan = levels[0]
    if attrs.evolve(plan, children=()) == Level(Plan.class_word, "plan") and not plan.children:
        found[plan.word] = Plan
    return found


def _fits(level: Level, found: dict[str, type[Any]], forms: dict[str, LevelForm]) -> bool:
    """Whether the ready-made class for *level* takes what the level takes."""
    own = level_of(found[level.word]).children
    more = set(level.children) - set(own)
    return (
        set(own) <= set(level.children)
        and all(forms.get(it) == "measure" for it in more)
        and all(it in found or forms.get(it, "measure") == "measure" for it in own)
    )


# --- words that are classes ------------------------------------------------------------------


def _closure(plan: Plan[Any]) -> Iterator[type[Any]]:
    waiting: list[type[Any]] = [type(plan), *(type(it) for it in plan.walk())]
    seen: set[type[Any]] = set()
    while waiting:
        cls = waiting.pop(0)
        if cls in seen or not _is_word(cls):
            continue
        seen.add(cls)
        yield cls
        waiting.extend(child_types(cls))
        waiting.extend(it for it in cls.__mro__[1:] if _is_word(it))


def _is_word(cls: type[Any]) -> bool:
    return issubclass(cls, (Measure, Section, Plan)) and cls is not Section


def _is_ready(cls: type[Any]) -> bool:
    return cls.__module__.startswith("planmodel.")


def _from_classes(plan: Plan[Any], found: Vocabulary, names: Names, words: WordsFrom) -> None:
    classes = list(_closure(plan))
    forks = [cls for cls in classes if not _is_ready(cls)]
    if words == "import" and all(importable(cls) for cls in forks):
        found.ready.update({cls: cls for cls in classes})
        for cls in forks:
            names.hold(cls.__qualname__.partition(".")[0])
        return
    found.ready.update({cls: cls for cls in classes if _is_ready(cls)})
    # A class keeps its name even where the library has one of the same name: the library's
    # is then written with its module in front.
    for cls in forks:
        free = cls.__name__ not in names.taken or cls.__name__ in PUBLIC
        taken = any(it.name == cls.__name__ for it in found.written.values())
        name = cls.__name__ if free and not taken else names.word_class(cls.__name__, "Level")
        names.hold(name)
        found.written[cls] = Word(cls, name, cls.class_word, "")
    for it in enums_of(plan, forks):
        # As for a level: an enumeration may be called as a class of the library is.
        free = it.__name__ not in names.taken or it.__name__ in PUBLIC
        taken = found.shadowed(it.__name__)
        found.enums[it] = (
            it.__name__ if free and not taken else names.word_class(it.__name__, "Own")
        )
        names.hold(found.enums[it])
    for cls in forks:
        _describe(cls, found.written[cls], found)


def _describe(cls: type[Any], word: Word, found: Vocabulary) -> None:
    base = next(it for it in cls.__mro__[1:] if _is_word(it) or it is Section)
    if base in found.written:
        word.base = found.written[base].name
    else:
        word.base = base.__name__
    style: str = getattr(cls, "class_numbering", "")
    if style != getattr(base, "class_numbering", ""):
        word.numbering = style
    if base in (Section, Plan):
        for it in child_types(cls):
            if it is Relisted:
                word.takes_relisted = True
            else:
                word.children.append(it)
    known = {attribute.name for attribute in attrs.fields(base)}
    for attribute in attrs.fields(cls):
        if attribute.name in known:
            continue
        types = type_word(cast("object", attribute.type))
        for cls_of, name in found.enums.items():
            types = re.sub(rf"\b{cls_of.__name__}\b", name, types)
        default: Any = attribute.default
        if isinstance(default, cast("type[Any]", attrs.Factory)):
            default = attrs.NOTHING if default.takes_self else default.factory()
        given: object = NEEDED if default is attrs.NOTHING else default
        word.own.append((attribute.alias or attribute.name, types, given))
