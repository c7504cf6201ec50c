"""Nodes and plans of a vocabulary that is data: a document read without its fork's classes.

The level is a value on each object here, not a class, so that any reader opens any plan and loses
nothing: fields that a fork added are carried as the JSON they were read from.
"""

from __future__ import annotations

import json
from typing import Any, TypeAlias

from attrs import field, frozen

from planmodel.model.numbering import Numbering, numbering
from planmodel.model.outline import Measure, Node, Relisted, Section
from planmodel.model.plan import Plan
from planmodel.model.words import Level

__all__ = [
    "GenericMeasure",
    "GenericNode",
    "GenericPlan",
    "GenericSection",
    "OwnFields",
    "own_values",
]

OwnFields: TypeAlias = tuple[tuple[str, str], ...]
"""Names of a word's own fields with their values as JSON text."""


def own_values(own: OwnFields) -> dict[str, Any]:
    """The values of *own* fields as plain Python."""
    return {name: json.loads(text) for name, text in own}


@frozen(slots=False)
class GenericMeasure(Measure):
    """A measure whose level is data."""

    given_level: Level = field(kw_only=True, repr=False)
    own: OwnFields = field(default=(), kw_only=True, repr=False)

    @property
    def word(self) -> str:
        """The plan's word for this level."""
        return self.given_level.word

    @property
    def numbering(self) -> Numbering:
        """The style of this level's numbers."""
        return numbering(self.given_level.numbering)

    @property
    def level(self) -> Level:
        """This level as data."""
        return self.given_level


@frozen(slots=False)
class GenericSection(Section["GenericNode | Relisted"]):
    """A section whose level is data."""

    given_level: Level = field(kw_only=True, repr=False)
    own: OwnFields = field(default=(), kw_only=True, repr=False)

    @property
    def word(self) -> str:
        """The plan's word for this level."""
        return self.given_level.word

    @property
    def numbering(self) -> Numbering:
        """The style of this level's numbers."""
        return numbering(self.given_level.numbering)

    @property
    def level(self) -> Level:
        """This level as data."""
        return self.given_level

    @property
    def child_words(self) -> tuple[str, ...]:
        """The words that may stand here; empty where every node may."""
        return self.given_level.children

    def takes(self, child: object) -> bool:
        """Whether *child* may stand under this section."""
        if isinstance(child, Relisted):
            return True
        words = self.given_level.children
        return isinstance(child, Node) and (not words or child.word in words)


GenericNode: TypeAlias = GenericSection | GenericMeasure
"""A node whose level is data."""


@frozen(slots=False)
class GenericPlan(Plan[GenericSection | GenericMeasure]):
    """A plan whose vocabulary is data; ``given_levels[0]`` is the plan's own level."""

    given_levels: tuple[Level, ...] = field(kw_only=True, repr=False)
    own: OwnFields = field(default=(), kw_only=True, repr=False)

    @property
    def word(self) -> str:
        """The plan's word for itself."""
        return self.given_levels[0].word

    @property
    def child_words(self) -> tuple[str, ...]:
        """The words of the top level; empty where every node may stand there."""
        return self.given_levels[0].children

    def takes(self, child: object) -> bool:
        """Whether *child* may stand at the top of this plan's outline."""
        words = self.child_words
        return isinstance(child, Node) and (not words or child.word in words)

    @property
    def level(self) -> Level:
        """The plan itself as a level."""
        return self.given_levels[0]

    @property
    def vocabulary(self) -> tuple[Level, ...]:
        """The levels as the document declares them."""
        return self.given_levels
