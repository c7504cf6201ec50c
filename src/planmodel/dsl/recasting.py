"""`recast`: a plan in the words of another vocabulary, level for level."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar, cast

import attrs

from planmodel.dsl.amending import without_texts
from planmodel.dsl.generalizing import base_fields
from planmodel.dsl.labels import field_label
from planmodel.dsl.matching import LevelKey, Words, level_key, level_mapping, word_of
from planmodel.dsl.own_fields import from_plain
from planmodel.errors import ModelError, PlanmodelError, Problem
from planmodel.model.absence import NotStated
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection, own_values
from planmodel.model.outline import Measure, Node, Relisted, Section
from planmodel.model.plan import Plan
from planmodel.model.words import type_word
from planmodel.text import Text, say

__all__ = ["recast", "recast_node"]

P = TypeVar("P", bound=Plan[Any])

_SAID = ("departments", "lead", "partners", "measured_by", "tags")
_GENERIC = (GenericMeasure, GenericPlan, GenericSection)


def recast(
    plan: Plan[Any],
    other: type[P],
    words: Words | None = None,
    *,
    lose: Collection[str] = (),
) -> P:
    """*plan* as a plan of the class *other*, every node in the class of its new level.

    Levels are matched by what they are: one that *other* has too stays itself, one of the same
    word becomes that, and the rest are matched in order, sections with sections from the top,
    measures with measures. *words* says it otherwise: by class or word of the old level the new
    class, or ``None`` for a level that is left out; what stood under it moves up.
    Ids, titles, pointers, texts and places in files stay. Fields that an old word has of its own
    are carried to fields of the same name.

    Args:
        plan: the plan.
        other: the class of the new plan.
        words: where the order of the levels says it wrong.
        lose: names of own fields that the new words do not have and that may be lost.

    Returns:
        A plan of class *other* with the same id.

    Raises:
        ModelError: a level has no counterpart, a node may not stand under its parent in the new
            words, an own field would be lost, or one without a default is not given; all at once.
        UsageError: *words* names a level that the plan does not use, or a class that is no level.
    """
    mapping, problems = level_mapping(plan, other, words or {})
    caster = _Caster(mapping, lose)
    caster.problems += problems
    fields: dict[str, Any] = base_fields(plan)
    fields |= caster.own(plan, other)
    if not isinstance(fields["sections"], NotStated):
        fields["sections"] = caster.row(fields["sections"])
    caster.problems += _lost_pointers(plan, caster.gone)
    if not caster.problems:
        try:
            return without_texts(other(**fields), caster.gone)
        except PlanmodelError as error:
            caster.problems += error.problems
    raise ModelError(*caster.problems)


def _lost_pointers(plan: Plan[Any], gone: Collection[str]) -> list[Problem]:
    return [
        Problem(
            say(
                "{id} is listed again, but its level is left out",
                "{id}は再掲されているが、階層ごと省かれる",
                id=it.id,
            ),
            where=node.id,
        )
        for node in plan.walk()
        for it in node.children
        if isinstance(it, Relisted) and it.id in gone and node.id not in gone
    ]


def recast_node(
    node: Node, mapping: Mapping[LevelKey, type[Any] | None], lose: Collection[str] = ()
) -> Node:
    """*node*, with everything under it, in the classes that *mapping* gives for its levels.

    Raises:
        ModelError: as for `recast`.
    """
    caster = _Caster(mapping, lose)
    found = caster.row((node,))
    if caster.problems or len(found) != 1:
        raise ModelError(*caster.problems)
    return cast("Node", found[0])


class _Caster:
    """Turns nodes into those of other classes, and collects what cannot be done."""

    def __init__(self, mapping: Mapping[LevelKey, type[Any] | None], lose: Collection[str]) -> None:
        self.mapping = mapping
        self.lose = lose
        self.problems: list[Problem] = []
        self.gone: set[str] = set()

    def row(self, children: Iterable[Node | Relisted]) -> tuple[Any, ...]:
        found: list[Any] = []
        for it in children:
            if isinstance(it, Relisted):
                found.append(it)
                continue
            key = level_key(it)
            if key not in self.mapping:
                # Its level has no counterpart, which is told once for the level.
                continue
            cls = self.mapping[key]
            if cls is None:
                self._left_out(it)
                found.extend(self.row(it.children))
            else:
                found.extend(self._node(it, cls))
        return tuple(found)

    def _left_out(self, it: Node) -> None:
        self.gone.add(it.id)
        for name in _SAID:
            if getattr(it, name) and name not in self.lose:
                self._problem(
                    f"{type(it).__name__}({it.id!r})",
                    say(
                        "its level is left out, and its {name} would be lost",
                        "階層ごと省かれ、{name}が失われる",
                        name=field_label(name),
                    ),
                    say(
                        "put it elsewhere first, or allow it: lose=[{name!r}]",
                        "先に移すか、lose=[{name!r}] で認める",
                        name=name,
                    ),
                )

    def _node(self, it: Node, cls: type[Any]) -> list[Node]:
        fields: dict[str, Any] = base_fields(it)
        before = len(self.problems)
        fields |= self.own(it, cls)
        if isinstance(it, Section) and not isinstance(fields["children"], NotStated):
            fields["children"] = self.row(fields["children"])
        if len(self.problems) > before:
            return []
        if issubclass(cls, Measure):
            fields.pop("children", None)
        try:
            return [cls(**fields)]
        except PlanmodelError as error:
            self.problems += error.problems
            return []

    def own(self, it: Node | Plan[Any], cls: type[Any]) -> dict[str, Any]:
        """The fields that the new word has of its own, from those of the old one."""
        base = _base(cls)
        known = {attribute.name for attribute in attrs.fields(base)}
        wanted = {
            attribute.alias or attribute.name: attribute
            for attribute in attrs.fields(cls)
            if attribute.name not in known
        }
        given = _own_fields(it)
        place = f"{type(it).__name__}({it.id!r})"
        for name, (_, is_said) in given.items():
            if name not in wanted and is_said and name not in self.lose:
                self._problem(
                    place,
                    say(
                        "{word} has no field {name}, and what it says here would be lost",
                        "「{word}」に項目{name}はなく、ここの内容が失われる",
                        word=word_of(cls),
                        name=name,
                    ),
                    say(
                        "give the class the field, or allow it: lose=[{name!r}]",
                        "クラスに項目を加えるか、lose=[{name!r}] で認める",
                        name=name,
                    ),
                )
        for name, attribute in wanted.items():
            if name not in given and attribute.default is attrs.NOTHING:
                self._problem(
                    place,
                    say(
                        "{word} needs a field {name}, which is not given",
                        "「{word}」には項目{name}が要るが、与えられていない",
                        word=word_of(cls),
                        name=name,
                    ),
                    say("give the field a default", "項目に既定値を与える"),
                )
        found = {name: value for name, (value, _) in given.items() if name in wanted}
        if isinstance(it, _GENERIC):
            types = {name: type_word(cast("object", wanted[name].type)) for name in found}
            return {name: from_plain(value, types[name]) for name, value in found.items()}
        return found

    def _problem(self, where: str, what: Text, hint: Text) -> None:
        self.problems.append(Problem(what, where, hint=hint))


def _base(cls: type[Any]) -> type[Any]:
    return next(it for it in (Plan, Measure, Section) if issubclass(cls, it))


def _own_fields(it: Node | Plan[Any]) -> dict[str, tuple[Any, bool]]:
    """Own fields by name: the value, and whether it differs from the default."""
    if isinstance(it, _GENERIC):
        return {name: (value, True) for name, value in own_values(it.own).items()}
    known = {attribute.name for attribute in attrs.fields(_base(type(it)))}
    found: dict[str, tuple[Any, bool]] = {}
    for attribute in attrs.fields(type(it)):
        if attribute.name in known:
            continue
        value: object = getattr(it, attribute.name)
        default: Any = attribute.default
        if isinstance(default, cast("type[Any]", attrs.Factory)):
            default = attrs.NOTHING if default.takes_self else default.factory()
        found[attribute.alias or attribute.name] = (value, value != default)
    return found
