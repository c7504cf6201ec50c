"""`generalize`: a plan of any words as one whose words are data, so that plans can be compared.

Two plans say the same in the same words exactly when they are equal once generalized,
whatever classes they were written with.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import attrs

from planmodel.dsl.containers import own_fields, said
from planmodel.dsl.showing import plain
from planmodel.model.absence import NotStated
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection, OwnFields
from planmodel.model.ids import Entity
from planmodel.model.outline import Measure, Node, Relisted, Section
from planmodel.model.plan import Plan
from planmodel.model.words import Level

__all__ = ["base_fields", "generalize", "levels_of", "own_names"]


def base_fields(thing: Node | Plan[Any]) -> dict[str, Any]:
    """The fields that every measure, section or plan has, by the name that its class takes."""
    base: type[Any] = Measure if isinstance(thing, Measure) else Section
    base = Plan if isinstance(thing, Plan) else base
    return {
        attribute.alias or attribute.name: getattr(thing, attribute.name)
        for attribute in attrs.fields(base)
        if attribute.init
    }


def own_names(level: Level) -> tuple[str, ...]:
    """The names of the fields that a word has of its own."""
    return tuple(it.name for it in level.own_fields)


def levels_of(plan: Plan[Any]) -> tuple[Level, ...]:
    """The words of *plan* that are used or can be reached, the plan's own first.

    A level takes what it declares and what stands under it: a word that stands in for another
    one is named too.
    """
    known = {it.word: it for it in plan.vocabulary}
    below: dict[str, dict[str, None]] = {
        word: dict.fromkeys(it.children) for word, it in known.items()
    }
    used: dict[str, None] = {}
    outline: tuple[Any, ...] = (plan, *plan.walk())
    for thing in outline:
        used[thing.word] = None
        known.setdefault(thing.word, thing.level)
        row = plan.outline if thing is plan else thing.children
        # A level that declares nothing takes everything.
        if below.setdefault(thing.word, {}):
            below[thing.word].update({it.word: None for it in row if isinstance(it, Node)})
    reached = {plan.word: None} | used
    waiting = list(reached)
    while waiting:
        for word in below.get(waiting.pop(0), {}):
            if word in known and word not in reached:
                reached[word] = None
                waiting.append(word)
    return tuple(attrs.evolve(known[word], children=tuple(below[word])) for word in reached)


def _own(thing: Entity, level: Level) -> OwnFields:
    values = own_fields(thing)
    if not isinstance(thing, (GenericMeasure, GenericPlan, GenericSection)):
        values = said(thing, values)
        names: Iterable[str] = own_names(level)
    else:
        names = [name for name, _ in thing.own]
    found = {name: plain(values[name]) for name in names if name in values}
    return tuple(
        (name, json.dumps(value, ensure_ascii=False, sort_keys=True))
        for name, value in sorted(found.items())
        if value is not None
    )


def generalize(plan: Plan[Any]) -> GenericPlan:
    """*plan* with its words as data: the same ids, texts, pointers and numbers.

    Fields that a word has of its own are kept as JSON where they differ from their default.
    """
    levels = levels_of(plan)
    by_word = {it.word: it for it in levels}

    def row(children: Iterable[Node | Relisted]) -> tuple[Any, ...]:
        return tuple(node(it) if isinstance(it, Node) else it for it in children)

    def node(it: Node) -> GenericMeasure | GenericSection:
        level = by_word[it.word]
        fields: dict[str, Any] = base_fields(it) | {"given_level": level, "own": _own(it, level)}
        if isinstance(it, Measure):
            return GenericMeasure(**fields)
        if not isinstance(fields["children"], NotStated):
            fields["children"] = row(fields["children"])
        return GenericSection(**fields)

    fields = base_fields(plan)
    if not isinstance(fields["sections"], NotStated):
        fields["sections"] = row(fields["sections"])
    own = _own(plan, levels[0])
    return GenericPlan(**fields, given_levels=levels, own=own)
