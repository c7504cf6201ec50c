"""Edits: what a revision does to a plan, as values that carry their reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, cast

from attrs import field, frozen

from planmodel.dsl.labels import field_label
from planmodel.errors import ModelError, Problem
from planmodel.model.ids import Entity, Ref
from planmodel.model.origins import Origin, here
from planmodel.text import Language, Text, say

__all__ = ["Add", "Amend", "Drop", "Edit", "Move", "Replace", "edit_text", "reasons_of"]


def _id(value: Entity | Ref[Any] | str) -> str:
    return value if isinstance(value, str) else value.id


def _id_or_none(value: Entity | Ref[Any] | str | None) -> str | None:
    return None if value is None else _id(value)


def _reason(value: str) -> str:
    if not value.strip():
        raise ModelError(
            Problem(
                say("something is dropped for a reason", "削除には理由が要る"),
                where="Drop.because",
            )
        )
    return value


class _Said:
    """What says itself as one line for people."""

    __slots__ = ()

    def in_language(self, language: Language) -> str:
        """The edit as one line of *language*, with its reason."""
        return edit_text(cast("Edit", self), language)

    def __str__(self) -> str:
        return self.in_language("en")


@frozen
class Add(_Said):
    """Put *thing* in: under a section, indicator or axis, or (``under`` left out) in the plan.

    ``before`` or ``after`` names the neighbour; without either it goes to the end.
    """

    thing: Entity
    under: str | None = field(default=None, converter=_id_or_none, kw_only=True)
    before: str | None = field(default=None, converter=_id_or_none, kw_only=True)
    after: str | None = field(default=None, converter=_id_or_none, kw_only=True)
    because: str = field(default="", kw_only=True)
    origin: Origin = field(factory=here, kw_only=True, eq=False, repr=False)


@frozen
class Replace(_Said):
    """Put *thing* where the thing with its id stands: ``Replace(evolve(retention, title="…"))``.

    What stands under the old thing stays there, unless *thing* brings something else than the
    plan that is revised had there: edits of one revision do not undo each other.
    """

    thing: Entity
    because: str = field(default="", kw_only=True)
    origin: Origin = field(factory=here, kw_only=True, eq=False, repr=False)


def _pairs(value: object) -> tuple[tuple[str, object], ...]:
    given: Any = value
    if isinstance(value, Mapping):
        given = cast("Mapping[str, object]", value).items()
    return tuple(given)


@frozen
class Amend(_Said):
    """Set single fields of the thing with this id: ``Amend("retention", {"title": "…"})``.

    Where `Replace` brings a whole thing, this leaves the other fields as they are then, so that
    several amendments of one thing add up. Texts beside the outline are set by ``prose``,
    ``title.en`` and ``prose.en``; ``None`` takes one away. ``plan`` is the plan itself, and
    ``kind`` makes another kind of indicator.

    ``was`` says what fields are amended: one that says something else by then has been written by
    somebody since, and stays as it is.
    """

    id: str = field(converter=_id)
    fields: tuple[tuple[str, object], ...] = field(converter=_pairs)
    was: tuple[tuple[str, object], ...] = field(default=(), converter=_pairs, kw_only=True)
    because: str = field(default="", kw_only=True)
    origin: Origin = field(factory=here, kw_only=True, eq=False, repr=False)


@frozen
class Drop(_Said):
    """Take the thing with this id out, with everything it holds and what is written about it.

    A reason is required. Pointers at it are left where they are: checks will name them.
    """

    id: str = field(converter=_id)
    because: str = field(kw_only=True, converter=_reason)
    origin: Origin = field(factory=here, kw_only=True, eq=False, repr=False)


@frozen
class Move(_Said):
    """Put the node with this id elsewhere, with everything it holds."""

    id: str = field(converter=_id)
    under: str | None = field(default=None, converter=_id_or_none, kw_only=True)
    before: str | None = field(default=None, converter=_id_or_none, kw_only=True)
    after: str | None = field(default=None, converter=_id_or_none, kw_only=True)
    because: str = field(default="", kw_only=True)
    origin: Origin = field(factory=here, kw_only=True, eq=False, repr=False)


Edit: TypeAlias = Add | Replace | Amend | Drop | Move
"""One step of a revision."""


def edit_text(edit: Edit, language: Language) -> str:
    """*edit* as one line for people."""
    line: Text
    match edit:
        case Add():
            line = say(
                "add {id} under {under}",
                "{under}の下に{id}を追加",
                id=edit.thing.id,
                under=edit.under or say("the plan", "計画"),
            )
        case Replace():
            line = say("replace {id}", "{id}を差し替え", id=edit.thing.id)
        case Amend():
            line = say(
                "amend {id}: {fields}",
                "{id}を修正: {fields}",
                id=edit.id,
                fields=[field_label(name) for name, _ in edit.fields],
            )
        case Drop():
            line = say("drop {id}", "{id}を削除", id=edit.id)
        case Move():
            line = say(
                "move {id} under {under}",
                "{id}を{under}の下へ移動",
                id=edit.id,
                under=edit.under or say("the plan", "計画"),
            )
    text = line.in_language(language)
    if not edit.because:
        return text
    return f"{text}（{edit.because}）" if language == "ja" else f"{text} ({edit.because})"


def reasons_of(edits: Iterable[Edit]) -> tuple[tuple[str, str], ...]:
    """What the *edits* are about, as ids or ids with fields, and their reasons."""
    found: dict[str, str] = {}
    for it in edits:
        if not it.because:
            continue
        if isinstance(it, Amend):
            found.update((f"{it.id}.{name}", it.because) for name, _ in it.fields)
        else:
            found[it.thing.id if isinstance(it, (Add, Replace)) else it.id] = it.because
    return tuple(found.items())
