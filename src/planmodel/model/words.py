"""The words of a plan: every level of an outline is a class with a word, a style and children."""

from __future__ import annotations

import re
import sys
import types
import typing
from collections.abc import Iterator
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

import attrs
from attrs import frozen

from planmodel.errors import ModelError, Problem
from planmodel.model.typing_checks import Checked, refuse_names
from planmodel.text import say

__all__ = ["Level", "LevelForm", "OwnField", "child_types", "type_word"]

LevelForm: TypeAlias = Literal["plan", "section", "measure"]
"""What a word stands for: the plan, a level with children, or a measure."""


@frozen
class OwnField(Checked):
    """A field that a plan's own word has beside those of its ready-made level."""

    name: str
    type: str


@frozen
class Level(Checked):
    """One level of a plan's vocabulary, as data.

    Attributes:
        word: the plan's word for it (行動の柱).
        form: plan, section or measure.
        numbering: the sample of its numbering style.
        children: the words that may stand under it; empty for a measure.
        own_fields: the fields this word adds.
    """

    word: str
    form: LevelForm
    numbering: str = ""
    children: tuple[str, ...] = ()
    own_fields: tuple[OwnField, ...] = ()


def _flatten(annotation: object) -> Iterator[object]:
    if get_origin(annotation) in (Union, types.UnionType):
        for part in get_args(annotation):
            yield from _flatten(part)
    else:
        yield annotation


def _resolve(annotation: object, owner: type) -> object:
    if isinstance(annotation, typing.ForwardRef):
        annotation = annotation.__forward_arg__
    if not isinstance(annotation, str):
        return annotation
    scope = vars(sys.modules[owner.__module__]) | {owner.__name__: owner}
    try:
        return eval(annotation, scope)  # noqa: S307 - the author's own annotation, as typing does
    except NameError as error:
        raise ModelError(
            Problem(
                say(
                    "{name} names a child level that does not exist: {why}",
                    "{name}の下位の語が見つからない: {why}",
                    name=owner.__name__,
                    why=str(error),
                )
            )
        ) from error


_KNOWN_CHILDREN: dict[type[Any], tuple[type[Any], ...]] = {}


def child_types(owner: type[Any]) -> tuple[type[Any], ...]:
    """The classes that *owner* (a section or plan class) takes as children; empty means any node.

    They are read off the brackets it was derived with: ``class Pillar(Section[Group | Measure])``.

    Raises:
        ModelError: a name in quotes does not exist in the module of the class.
    """
    known = _KNOWN_CHILDREN.get(owner)
    if known is None:
        known = _KNOWN_CHILDREN[owner] = _read_children(owner)
    return known


def _read_children(owner: type[Any]) -> tuple[type[Any], ...]:
    for cls in owner.__mro__:
        for base in vars(cls).get("__orig_bases__", ()):
            arguments = get_args(base)
            origin = get_origin(base)
            if not arguments or origin is typing.Generic or not isinstance(origin, type):
                continue
            found = tuple(_flatten(_resolve(arguments[0], cls)))
            found = tuple(part for one in found for part in _flatten(_resolve(one, cls)))
            if any(isinstance(one, typing.TypeVar) for one in found):
                continue
            classes: list[object] = [get_origin(one) or one for one in found]
            return tuple(one for one in classes if isinstance(one, type))
    return ()


def own_fields(cls: type[Any], base: type[Any]) -> tuple[OwnField, ...]:
    """The fields that *cls* adds to *base*, with their types as words.

    Raises:
        ModelError: one has a name that the class under *cls* uses itself.
    """
    refuse_names(cls)
    known = {attribute.name for attribute in attrs.fields(base)}
    return tuple(
        OwnField(attribute.alias or attribute.name, type_word(attribute.type))
        for attribute in attrs.fields(cls)
        if attribute.name not in known
    )


_PREFIX = re.compile(r"\b(?:\w+\.)+(?=\w)")


def type_word(annotation: object) -> str:
    """*annotation* in words: the same whether it is still text or somebody has resolved it."""
    named = annotation.__name__ if isinstance(annotation, type) else str(annotation)
    return _PREFIX.sub("", named)
