"""Axes: topics that cross the outline, and tags that say on whose word they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Literal, TypeAlias

from attrs import Attribute, field, frozen

from planmodel.errors import ModelError, Problem
from planmodel.model.ids import Entity, Ref, RefKind, as_tuple, ref_to, text_problem
from planmodel.model.typing_checks import Checked
from planmodel.text import say

__all__ = ["Axis", "Basis", "Tag", "Topic", "to_tags"]

Basis: TypeAlias = Literal["stated", "assigned"]
"""Stated by the document, or assigned by someone named."""


@frozen(slots=False)
class Topic(Entity):
    """One topic of an axis, with its printed number if it has one."""

    ref_kind: ClassVar[RefKind] = "topic"

    title: str
    number: str = field(default="", kw_only=True, repr=False)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this topic in itself."""
        yield from Entity.problems(self)
        problem = text_problem(self.title, "title")
        if problem is not None:
            yield problem


def to_topics(value: Iterable[Topic]) -> tuple[Topic, ...]:
    """Topics as a tuple."""
    return as_tuple(value, "topics", Topic)


@frozen(slots=False)
class Axis(Entity):
    """A set of topics that stands beside the outline: 3本柱, 重点課題, SDGs, target groups."""

    ref_kind: ClassVar[RefKind] = "axis"

    title: str
    topics: tuple[Topic, ...] = field(default=(), kw_only=True, repr=False, converter=to_topics)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this axis in itself."""
        yield from Entity.problems(self)
        problem = text_problem(self.title, "title")
        if problem is not None:
            yield problem


def to_topic(value: Topic | Ref[Topic]) -> Ref[Topic]:
    """A topic as a pointer."""
    return ref_to(value, "topic", "topic")


def _verify(tag: Tag, _attribute: Attribute[Any], _value: object) -> None:
    if tag.basis not in ("stated", "assigned"):
        raise ModelError(
            Problem(
                say("{it!r} is no basis", "{it!r}は根拠の種類ではない", it=tag.basis),
                where="Tag.basis",
                expected="stated, assigned",
            )
        )
    if tag.basis == "assigned" and not tag.by:
        raise ModelError(
            Problem(
                say("an assigned tag names who assigned it", "付与した分類には付与者の名が要る"),
                where="Tag.by",
            )
        )


@frozen
class Tag(Checked):
    """A topic given to a node or an indicator, and on whose word.

    Attributes:
        topic: the topic.
        basis: ``stated`` by the document, or ``assigned`` by someone.
        by: who assigned it (required for ``assigned``).
        because: what it rests on.

    Raises:
        ModelError: the basis is unknown, or an assigned tag names nobody.
    """

    topic: Ref[Topic] = field(converter=to_topic)
    basis: Basis = "stated"
    by: str = field(default="", kw_only=True)
    because: str = field(default="", kw_only=True, validator=_verify)


def to_tags(value: Iterable[Tag]) -> tuple[Tag, ...]:
    """Tags as a tuple."""
    return as_tuple(value, "tags", Tag)
