"""Objects of the model from JSON objects: one strict reader for each class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any, TypeAlias, cast

import attrs

from planmodel.errors import Problem, did_you_mean
from planmodel.exchange.hooks import Hooks
from planmodel.exchange.json_text import step
from planmodel.exchange.leaves import AS_THEY_ARE, LEAVES, Hook, pointer_hook, shared
from planmodel.exchange.members import INDICATORS, PAIRS, POINTS_AT, TAGS, TARGETS, Member, members
from planmodel.exchange.refusals import RefusedError, problems_of, wrong_kind
from planmodel.exchange.strict import FACTORIES
from planmodel.model.absence import Missing, NotStated
from planmodel.model.ids import Citation, Entity, Ref
from planmodel.model.indicators import Indicator
from planmodel.model.origins import Origin
from planmodel.model.targets import Target
from planmodel.periods import CalendarYear, Cohort, Day, FiscalYear, Window
from planmodel.text import say

__all__ = ["ClassReader", "plan_hooks"]

_NOTHING: Mapping[str, Any] = {}
_NOWHERE = Origin()
_TEXTUAL = (FiscalYear, CalendarYear, Day, Window, Cohort, NotStated, Missing, Ref)
_Field: TypeAlias = tuple[str, type | None, Hook, Any]
"""The name for the constructor, the type of values that are taken as they are, hook, and type."""


class ClassReader:
    """Makes objects of one class; `read` collects every problem of an object.

    *hooks* read the keys they name, *tag* is a key that says the class, *fixed* are values of
    fields that do not stand in the document.
    """

    def __init__(
        self,
        cls: type[Any],
        made: Hooks,
        hooks: Mapping[str, Hook] = _NOTHING,
        *,
        tag: str = "",
        fixed: Mapping[str, object] = _NOTHING,
    ) -> None:
        self._class = cls
        self._types = made
        self._hooks = hooks
        self._tags = (tag,) if tag else ()
        self._given: dict[str, Any] = dict(fixed)
        if issubclass(cls, Entity):
            self._given["origin"] = _NOWHERE
        self._required: frozenset[str] = frozenset()
        self._fields: dict[str, _Field] = {}

    def look_up(self) -> dict[str, _Field]:
        """What reads each key. Done on first use unless asked for: an indicator holds indicators.

        Raises:
            ModelError: the type of a field cannot be found or read.
        """
        found = [it for it in members(self._class) if it.alias not in self._given]
        self._required = frozenset(it.key for it in found if it.required)
        self._fields = {it.key: self._field(it) for it in found}
        return self._fields

    def _field(self, it: Member) -> _Field:
        hook = self._hooks.get(it.key) or _special(self._class, it)
        hook = hook or self._types.hook(it.type)
        return it.alias, AS_THEY_ARE.get(hook), hook, it.type

    def read(
        self, value: dict[str, Any], _: object = None, *, more: Mapping[str, object] = _NOTHING
    ) -> Any:  # noqa: ANN401 - the class
        """The object that *value* says, with *more* values of fields given by name.

        Raises:
            RefusedError: *value* is no object, keys are unknown or missing, values do not fit, or
                the object as a whole.
        """
        if not isinstance(value, dict):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise wrong_kind(value, say("an object", "オブジェクト"))
        fields = self._fields or self.look_up()
        values = self._given.copy()
        problems: list[Problem] = []
        failed: list[str] = []
        for key, raw in value.items():
            found = fields.get(key)
            if found is None:
                problems += self._unknown(key)
                continue
            alias, plain, hook, kind = found
            try:
                values[alias] = raw if type(raw) is plain else hook(raw, kind)
            except Exception as error:  # noqa: BLE001 - an author's converter may raise anything
                failed.append(key)
                problems += (it.at(step("", key)) for it in problems_of(error))
        if more:
            values.update(more)
        lacking = [] if value.keys() >= self._required else self._lacking(value)
        if not (problems or lacking):
            return self._made(values)
        problems += _missing(lacking)
        if not lacking and self._may_be_tried(failed):
            try:
                self._made(values)
            except RefusedError as error:
                problems += error.problems
        raise RefusedError(problems)

    def _made(self, values: dict[str, Any]) -> object:
        try:
            return self._class(**values)
        except Exception as error:  # noqa: BLE001 - an author's converter may raise anything
            refused = RefusedError([*problems_of(error, self._fields)])
        raise refused

    def _unknown(self, key: str) -> tuple[Problem, ...]:
        return () if key in self._tags else (_unknown(key, (*self._fields, *self._tags)),)

    def _lacking(self, given: Mapping[str, object]) -> list[str]:
        return [key for key in self._fields if key in self._required and key not in given]

    def _may_be_tried(self, failed: Iterable[str]) -> bool:
        """Whether the object is made although a part of it is wrong, for what it says of the rest.

        What an entity says of its id and title is wanted even then;
        a value without one of its parts would only say that the part is missing.
        """
        return issubclass(self._class, Entity) and not any(it in self._required for it in failed)


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
    made = plan_hooks()
    if isinstance(value, dict):
        found = made.hook(dict[str, str])(value, dict[str, str])
        return tuple(found.items())
    if isinstance(value, list):
        kind = tuple[tuple[str, str], ...]
        return cast("tuple[tuple[str, str], ...]", made.hook(kind)(value, kind))
    raise wrong_kind(value, say("an object of id and words", "識別子と語句のオブジェクト"))


def _plain_class(cls: type[Any], made: Hooks) -> Hook:
    read = ClassReader(cls, made, tag=TAGS.get(cls, "")).read
    return _once(read) if cls is Citation else read


def _once(read: Hook) -> Hook:
    """*read* for objects that hold only texts, and of which a document has many that are alike."""

    def make(items: tuple[tuple[str, Any], ...]) -> object:
        return read(dict(items), None)

    def read_once(value: dict[str, Any], kind: object) -> object:
        try:
            return shared(make, tuple(value.items()))
        except (AttributeError, TypeError):  # no object, or one that holds more than texts
            return read(value, kind)

    return read_once


def _tagged(tag: str, classes: Mapping[str, type[Any]], _: object, made: Hooks) -> Hook:
    """A hook that reads the class that the *tag* names."""
    readers = {word: _plain_class(cls, made) for word, cls in classes.items()}

    def read(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise wrong_kind(value, say("an object", "オブジェクト"))
        given = cast("dict[str, Any]", value)
        word = given.get(tag)
        if not isinstance(word, str) or word not in classes:
            problems = [_wrong_tag(tag, given, classes)]
            near = _nearest(given, word, classes)
            try:
                readers[near[0]]({key: given[key] for key in given if key in near[1]}, None)
            except RefusedError as error:
                # What lacks is not known while the class is not.
                problems += (it for it in error.problems if it.where)
            every = {it.key for cls in classes.values() for it in members(cls)}
            problems += (
                _unknown(key, tuple(every)) for key in given if key != tag and key not in every
            )
            raise RefusedError(problems)
        return readers[word](given, None)

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
    from difflib import get_close_matches  # only who errs waits for it

    keys = {name: {it.key for it in members(cls)} for name, cls in classes.items()}
    like = get_close_matches(word[:100], classes, n=1) if isinstance(word, str) else []
    name = like[0] if like else max(keys, key=lambda it: len(keys[it] & given.keys()))
    return name, keys[name]


@cache
def plan_hooks() -> Hooks:
    """The strict hooks, with those of the model's classes."""
    return Hooks(
        LEAVES,
        (
            (lambda kind: kind is Indicator, partial(_tagged, "kind", INDICATORS)),
            (lambda kind: kind is Target, partial(_tagged, "form", TARGETS)),
            *FACTORIES,
            (_is_plain, _plain_class),
        ),
    )


def _is_plain(kind: object) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and kind not in _TEXTUAL
