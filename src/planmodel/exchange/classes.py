"""Objects of the model from JSON objects: one strict reader for each class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, cast

import attrs
from attrs import define, field
from cattrs import Converter

from planmodel.errors import Problem, did_you_mean
from planmodel.exchange.json_text import step
from planmodel.exchange.leaves import Hook, pointer_hook
from planmodel.exchange.members import INDICATORS, PAIRS, POINTS_AT, TAGS, TARGETS, Member, members
from planmodel.exchange.refusals import RefusedError, problems_of, wrong_kind
from planmodel.exchange.strict import converter
from planmodel.model.absence import Missing, NotStated
from planmodel.model.ids import Entity, Ref
from planmodel.model.indicators import Indicator
from planmodel.model.origins import Origin
from planmodel.model.targets import Target
from planmodel.periods import CalendarYear, Cohort, Day, FiscalYear, Window
from planmodel.text import say

__all__ = ["ClassReader", "class_reader", "plan_converter"]

_NOWHERE = Origin()
_TEXTUAL = (FiscalYear, CalendarYear, Day, Window, Cohort, NotStated, Missing, Ref)


@define
class ClassReader:
    """Makes objects of one class; `read` collects every problem of an object."""

    make: Any
    given: dict[str, Any]
    tags: tuple[str, ...]
    fields: dict[str, tuple[str, Hook, Any]] = field(factory=dict[str, tuple[str, Hook, Any]])
    required: list[str] = field(factory=list[str])

    def read(self, value: dict[str, Any], more: Mapping[str, object] | None = None) -> Any:  # noqa: ANN401 - the class
        """The object that *value* says, with *more* values of fields given by name.

        Raises:
            RefusedError: keys are unknown or missing, values do not fit, or the object as a whole.
        """
        values: dict[str, Any] = {**self.given, **more} if more else self.given.copy()
        fields = self.fields
        problems: list[Problem] = []
        failed: list[str] = []
        for key, raw in value.items():
            found = fields.get(key)
            if found is None:
                if key not in self.tags:
                    problems.append(_unknown(key, (*fields, *self.tags)))
                continue
            alias, hook, kind = found
            try:
                values[alias] = hook(raw, kind)
            except Exception as error:  # noqa: BLE001 - an author's converter may raise anything
                failed.append(key)
                problems += (it.at(step("", key)) for it in problems_of(error))
        lacking = [key for key in self.required if key not in value]
        if lacking or problems:
            problems += _missing(lacking)
            if lacking or not self._may_be_tried(failed):
                raise RefusedError(problems)
        try:
            made: object = self.make(**values)
        except Exception as error:  # noqa: BLE001 - an author's converter may raise anything
            problems += problems_of(error, fields)
        else:
            if not problems:
                return made
        raise RefusedError(problems)

    def _may_be_tried(self, failed: Iterable[str]) -> bool:
        """Whether the object is made although a part of it is wrong, for what it says of the rest.

        What an entity says of its id and title is wanted even then;
        a value without one of its parts would only say that the part is missing.
        """
        return issubclass(self.make, Entity) and not any(key in self.required for key in failed)


def class_reader(
    cls: type[Any],
    hooks: Mapping[str, Hook],
    made: Converter,
    *,
    tags: tuple[str, ...] = (),
    fixed: Mapping[str, object] | None = None,
) -> ClassReader:
    """The reader of *cls*: *hooks* read the keys they name, *tags* are keys that say the class.

    *fixed* are values of fields that do not stand in the document.
    """
    given: dict[str, Any] = dict(fixed or {})
    if issubclass(cls, Entity):
        given["origin"] = _NOWHERE
    reader = ClassReader(cls, given, tags)
    for it in members(cls):
        if it.alias in given:
            continue
        hook = hooks.get(it.key) or _special(cls, it) or made.get_structure_hook(it.type)
        reader.fields[it.key] = (it.alias, hook, it.type)
        if it.required:
            reader.required.append(it.key)
    return reader


def _missing(keys: Iterable[str]) -> Iterator[Problem]:
    for key in keys:
        yield Problem(say("{key} is missing", "{key}がない", key=key))


def _unknown(key: str, known: tuple[str, ...]) -> Problem:
    return Problem(
        say("the key is unknown", "知らないキーである"),
        where=step("", key),
        hint=did_you_mean(key[:100], known),
    )


def _special(cls: type[Any], it: Member) -> Hook | None:
    kind = POINTS_AT.get((cls, it.name))
    if kind is not None:
        return pointer_hook(kind)
    return _read_pairs if (cls, it.name) in PAIRS else None


def _read_pairs(value: object, _: object) -> tuple[tuple[str, str], ...]:
    """Words by id, as an object; as a list of pairs where an id stands twice."""
    made = plan_converter()
    if isinstance(value, dict):
        found = made.get_structure_hook(dict[str, str])(value, dict[str, str])
        return tuple(found.items())
    if isinstance(value, list):
        kind = tuple[tuple[str, str], ...]
        return cast("tuple[tuple[str, str], ...]", made.get_structure_hook(kind)(value, kind))
    raise wrong_kind(value, say("an object of id and words", "識別子と語句のオブジェクト"))


def _plain_class(cls: type[Any], made: Converter) -> Hook:
    tag = TAGS.get(cls)
    reader = class_reader(cls, {}, made, tags=(tag,) if tag else ())

    def read(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise wrong_kind(value, say("an object", "オブジェクト"))
        return reader.read(cast("dict[str, Any]", value))

    return read


def _tagged(tag: str, classes: Mapping[str, type[Any]], made: Converter) -> Hook:
    """A hook that reads the class that the *tag* names."""
    readers: dict[str, Hook] = {}

    def one(given: dict[str, Any], word: str) -> object:
        hook = readers.get(word)
        if hook is None:
            # Made on first use: an indicator holds indicators.
            hook = readers[word] = _plain_class(classes[word], made)
        return hook(given, None)

    def read(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise wrong_kind(value, say("an object", "オブジェクト"))
        given = cast("dict[str, Any]", value)
        word = given.get(tag)
        if not isinstance(word, str) or word not in classes:
            problems = [_wrong_tag(tag, given, classes)]
            near = _nearest(given, word, classes)
            try:
                one({key: given[key] for key in given if key in near[1]}, near[0])
            except RefusedError as error:
                # What lacks is not known while the class is not.
                problems += (it for it in error.problems if it.where)
            every = {it.key for cls in classes.values() for it in members(cls)}
            problems += (
                _unknown(key, tuple(every)) for key in given if key != tag and key not in every
            )
            raise RefusedError(problems)
        return one(given, word)

    return read


def _wrong_tag(tag: str, given: Mapping[str, object], classes: Mapping[str, type[Any]]) -> Problem:
    word = given.get(tag)
    return Problem(
        say("{word!r} is no {tag}", "{word!r}という{tag}はない", word=word, tag=tag)
        if tag in given
        else say("{tag} is missing", "{tag}がない", tag=tag),
        f".{tag}" if tag in given else "",
        ", ".join(classes),
        did_you_mean(word[:100], classes) if isinstance(word, str) else "",
    )


def _nearest(
    given: Mapping[str, object], word: object, classes: Mapping[str, type[Any]]
) -> tuple[str, set[str]]:
    """The class that was probably meant, and its keys: alike in its word, else in its keys."""
    keys = {name: {it.key for it in members(cls)} for name, cls in classes.items()}
    like = get_close_matches(word[:100], classes, n=1) if isinstance(word, str) else []
    name = like[0] if like else max(keys, key=lambda it: len(keys[it] & given.keys()))
    return name, keys[name]


@cache
def plan_converter() -> Converter:
    """The strict converter with the classes of the model."""
    made = converter()

    def lazily(cls: type[Any], made: Converter) -> Hook:
        hooks: list[Hook] = []

        def read(value: object, kind: object) -> object:
            if not hooks:
                # Made on first use: a baseline holds the baseline before it.
                hooks.append(_plain_class(cls, made))
            return hooks[0](value, kind)

        return read

    made.register_structure_hook_factory(_is_plain, lazily)
    made.register_structure_hook(Indicator, _tagged("kind", INDICATORS, made))
    made.register_structure_hook(Target, _tagged("form", TARGETS, made))
    return made


def _is_plain(kind: object) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and kind not in _TEXTUAL
