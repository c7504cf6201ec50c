"""What a plan says is absent, and whether that is only still to be decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, cast

import attrs

from planmodel.model.absence import NotStated
from planmodel.model.ids import Entity
from planmodel.model.origins import Origin

__all__ = ["absences_in", "besides", "is_undecided"]

_OPENINGS = ("to be decided", "未定")
_OPENING = re.compile(rf"\s*(?:{'|'.join(_OPENINGS)})[\s。．.;；:：、,]*", re.IGNORECASE)
_PLAIN = (str, int, Decimal, type(None))


def is_undecided(words: str) -> bool:
    """Whether a reason only says that something is still to be decided."""
    return words.strip().lower().startswith(_OPENINGS)


def besides(words: str) -> str:
    """What a reason says besides that something is still to be decided.

    >>> besides("未定。兵庫県: 95.1%"), besides("to be decided"), besides("no such word")
    ('兵庫県: 95.1%', '', 'no such word')
    """
    return _OPENING.sub("", words, count=1) if is_undecided(words) else words


def absences_in(value: object) -> Iterator[NotStated]:
    """Every absence inside *value*; things with ids of their own are not looked into."""
    if isinstance(value, _PLAIN):
        return
    if isinstance(value, NotStated):
        yield value
    elif isinstance(value, tuple):
        for item in cast("tuple[object, ...]", value):
            yield from absences_in(item)
    elif attrs.has(type(value)) and not isinstance(value, (Entity, Origin)):
        for attribute in attrs.fields(cast("Any", type(value))):
            yield from absences_in(getattr(value, attribute.name))
