"""Which level of one vocabulary is which level of another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from planmodel.errors import Problem, UsageError
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection
from planmodel.model.levels import Action, MeasureGroup, Pillar
from planmodel.model.outline import Measure, Node, Section
from planmodel.model.plan import Plan
from planmodel.model.words import child_types
from planmodel.text import say

__all__ = ["LevelKey", "Words", "level_key", "level_mapping", "word_of"]

LevelKey: TypeAlias = "type[Any] | str"
"""A level of the plan to be recast: its class, or its word."""

Words: TypeAlias = Mapping[LevelKey, "type[Any] | None"]
"""Which class takes the place of which level; ``None`` leaves the level out."""

_READY: tuple[type[Any], ...] = (Action, Pillar, MeasureGroup, Measure)


def level_key(thing: Node | Plan[Any]) -> LevelKey:
    """What stands for the level of *thing*: its class, or its word where levels are data."""
    if isinstance(thing, (GenericMeasure, GenericPlan, GenericSection)):
        return thing.word
    return type(thing)


def word_of(key: LevelKey) -> str:
    """The word of a level."""
    return key if isinstance(key, str) else str(getattr(key, "class_word", key.__name__))


def is_level(cls: type[Any]) -> bool:
    """Whether *cls* is a class of sections or measures."""
    return issubclass(cls, (Measure, Section))


def _levels(plan: type[Plan[Any]]) -> list[type[Any]]:
    """The levels that a plan class declares, from the top down; the ready-made ones if none."""
    found: list[type[Any]] = []
    waiting = list(child_types(plan))
    while waiting:
        cls = waiting.pop(0)
        if cls in found or cls is Section or not is_level(cls):
            continue
        found.append(cls)
        waiting.extend(child_types(cls))
    return found or list(_READY)


@attrs.frozen
class _Old:
    """A level of the plan to be recast."""

    key: LevelKey
    word: str
    form: type[Any]


def _used(plan: Plan[Any]) -> list[_Old]:
    """The levels that nodes of *plan* are of, outer ones first."""
    declared = [it.word for it in plan.vocabulary]
    found: dict[LevelKey, _Old] = {}
    for node in plan.walk():
        form = Measure if isinstance(node, Measure) else Section
        found.setdefault(level_key(node), _Old(level_key(node), node.word, form))
    return sorted(found.values(), key=lambda it: declared.index(it.word))


def _declared(plan: Plan[Any]) -> list[_Old]:
    """The levels that *plan* declares, used or not."""
    if isinstance(plan, GenericPlan):
        forms: dict[str, type[Any]] = {"section": Section, "measure": Measure}
        levels = [it for it in plan.vocabulary if it.form in forms]
        return [_Old(it.word, it.word, forms[it.form]) for it in levels]
    return [
        _Old(cls, word_of(cls), Measure if issubclass(cls, Measure) else Section)
        for cls in _levels(type(plan))
    ]


def level_mapping(
    plan: Plan[Any], other: type[Plan[Any]], words: Words
) -> tuple[dict[LevelKey, type[Any] | None], list[Problem]]:
    """Which class takes the place of which level of *plan*, and what has no counterpart.

    Raises:
        UsageError: *words* names a level that the plan does not use, or a class that is no level.
    """
    if issubclass(other, GenericPlan):
        raise UsageError(
            Problem(
                say("{it} has no words of its own", "{it}には固有の語がない", it=other.__name__),
                where="recast",
                hint=say("for words as data: generalize", "語をデータにするには generalize"),
            )
        )
    used, new = _used(plan), _levels(other)
    mapping = _given(used, words)
    old = [it for it in _declared(plan) if it.key not in mapping]
    old += [it for it in used if it not in old and it.key not in mapping]
    free = [cls for cls in new if cls not in mapping.values()]
    for form in (Section, Measure):
        _match(
            [it for it in old if it.form is form],
            [cls for cls in free if issubclass(cls, form)],
            {it.key for it in used},
            mapping,
        )
    problems: list[Problem] = []
    for it in used:
        if it.key in mapping:
            continue
        # A measure may stand in for another one: several kinds of measures become one.
        fit = [cls for cls in new if it.form is Measure and issubclass(cls, Measure)]
        if fit:
            mapping[it.key] = fit[0]
        else:
            problems.append(_no_counterpart(it.word, other, new))
    return mapping, problems


def _match(
    old: list[_Old],
    free: list[type[Any]],
    used: set[LevelKey],
    mapping: dict[LevelKey, type[Any] | None],
) -> None:
    """Match the levels of one form: the same class, the same word, then the order."""
    for by_class in (True, False):
        for it in list(old):
            same = [cls for cls in free if (it.key is cls if by_class else it.word == word_of(cls))]
            if same:
                mapping[it.key] = same[0]
                free.remove(same[0])
                old.remove(it)
    if len(old) != len(free):
        # Level for level is not possible: match those that are used.
        old = [it for it in old if it.key in used]
    mapping.update({it.key: cls for it, cls in zip(old, free, strict=False)})


def _given(old: list[_Old], words: Words) -> dict[LevelKey, type[Any] | None]:
    mapping: dict[LevelKey, type[Any] | None] = {}
    problems: list[Problem] = []
    for given, cls in words.items():
        found = [it for it in old if given in (it.key, it.word)]
        # Another class of the same word means the same level, as where words are matched unasked.
        found = found or [it for it in old if it.word == word_of(given)]
        if not found:
            known = [it.word for it in old]
            problems.append(
                Problem(
                    say("no node is a {it}", "「{it}」の項目はない", it=word_of(given)),
                    where="words",
                    expected=say("one of {known}", "{known}のいずれか", known=known),
                )
            )
        for it in found:
            if cls is None or issubclass(cls, it.form):
                mapping[it.key] = cls
            else:
                problems.append(
                    Problem(
                        say(
                            "{old} cannot become {new}",
                            "「{old}」は{new}になれない",
                            old=word_of(given),
                            new=getattr(cls, "__name__", repr(cls)),
                        ),
                        where="words",
                        expected=say("a class of sections", "節のクラス")
                        if it.form is Section
                        else say("a class of measures", "取組のクラス"),
                    )
                )
    if problems:
        raise UsageError(*problems)
    return mapping


def _no_counterpart(word: str, other: type[Plan[Any]], new: list[type[Any]]) -> Problem:
    return Problem(
        say(
            "{other} has no level left for {word}",
            "{other}には「{word}」に当たる階層が残っていない",
            other=other.__name__,
            word=word,
        ),
        where="recast",
        expected=say("one of {words}", "{words}のいずれか", words=[word_of(it) for it in new]),
        hint=say(
            "say words={{{word!r}: …}}, or None to leave the level out",
            "words={{{word!r}: …}} で指定する（Noneは階層を省く）",
            word=word,
        ),
    )
