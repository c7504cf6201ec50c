"""What a plan says beside its outline: laws, context figures, governance, relations, texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Literal, TypeAlias, cast

from attrs import field, frozen

from planmodel.errors import ModelError, Problem
from planmodel.model.absence import NotStated
from planmodel.model.amounts import Amount, to_amount
from planmodel.model.ids import (
    Citation,
    Entity,
    Ref,
    RefKind,
    as_tuple,
    ref_to,
    text_problem,
)
from planmodel.model.origins import Origin
from planmodel.model.times import period_problem
from planmodel.model.typing_checks import Checked
from planmodel.periods import Day, Period
from planmodel.text import say

__all__ = [
    "Derivation",
    "Document",
    "Figure",
    "Gap",
    "Governance",
    "Ignore",
    "Law",
    "LegalBasis",
    "Prose",
    "Relation",
    "RelationKind",
    "Role",
    "Translation",
]


@frozen(slots=False)
class Law(Entity):
    """An act, ordinance or amendment that the plan names, with the dates it names."""

    ref_kind: ClassVar[RefKind] = "law"

    title: str
    promulgated: Day | None = field(default=None, kw_only=True, repr=False)
    in_force: Day | Period | NotStated | None = field(default=None, kw_only=True, repr=False)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this law in itself."""
        yield from Entity.problems(self)
        problem = text_problem(self.title, "title")
        if problem is not None:
            yield problem


def to_law(value: Law | Ref[Law]) -> Ref[Law]:
    """A law as a pointer."""
    return ref_to(value, "law", "law")


@frozen
class LegalBasis(Checked):
    """An article that the plan rests on, and what it rests on it for."""

    law: Ref[Law] = field(converter=to_law)
    article: str = ""
    because: str = field(default="", kw_only=True)
    source: Citation | None = field(default=None, kw_only=True)


@frozen(slots=False)
class Document(Entity):
    """A document that figures and words were taken from."""

    ref_kind: ClassVar[RefKind] = "document"

    title: str
    publisher: str = field(default="", kw_only=True, repr=False)
    date: str = field(default="", kw_only=True, repr=False)
    url: str = field(default="", kw_only=True, repr=False)


@frozen(slots=False)
class Figure(Entity):
    """A context figure: a number the plan quotes but does not aim at."""

    ref_kind: ClassVar[RefKind] = "figure"

    title: str
    amount: Amount = field(converter=to_amount)
    period: Period | NotStated = field()
    group: str = field(default="", kw_only=True, repr=False)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this figure in itself."""
        yield from Entity.problems(self)
        for problem in (text_problem(self.title, "title"), period_problem(self.period, "period")):
            if problem is not None:
                yield problem


@frozen
class Governance(Checked):
    """Who looks after the plan: the council, how often it reviews, and what follows from it."""

    council: str
    review: str = ""
    follow_up: str = ""
    source: Citation | None = field(default=None, kw_only=True)


@frozen
class Role(Checked):
    """What an actor (県, 市町, 県民) is to do, in our own words, with its place in the document."""

    actor: str
    text: str
    source: Citation | None = field(default=None, kw_only=True)


RelationKind: TypeAlias = Literal[
    "predecessor", "successor", "parent", "chapter_of", "split_into", "split_from",
    "merged_into", "merged_from", "add_on_to", "extended", "doubles_as", "takes_into_account",
]  # fmt: skip
"""How a plan stands to another."""

_RELATIONS = frozenset(RelationKind.__args__)  # type: ignore[attr-defined]


def _relation_kind(value: RelationKind) -> RelationKind:
    given = cast("object", value)
    if not isinstance(given, str) or given not in _RELATIONS:
        raise ModelError(
            Problem(
                say(
                    "{value!r} is no relation of plans",
                    "{value!r}は計画の関係ではない",
                    value=value,
                ),
                where="Relation.kind",
                expected=", ".join(sorted(_RELATIONS)),
            )
        )
    return value


@frozen
class Relation(Checked):
    """How this plan stands to another one.

    ``of`` is the id of the node that the relation concerns, empty for the whole plan.
    """

    kind: RelationKind = field(converter=_relation_kind)
    title: str
    plan: str = ""
    of: str = ""
    period: Period | NotStated | None = field(default=None, kw_only=True)
    because: str = field(default="", kw_only=True)
    source: Citation | None = field(default=None, kw_only=True)


@frozen
class Gap(Checked):
    """Something the document leaves open that no field of its own stands for.

    ``about`` is the id of the thing concerned (or ``plan``), ``what`` names what is not stated.
    """

    about: str
    what: str
    reason: str


@frozen
class Ignore(Checked):
    """A rule switched off for a reason, at one place or (``at`` empty) in the whole plan."""

    code: str
    because: str
    at: str = ""

    def __attrs_post_init__(self) -> None:
        Checked.__attrs_post_init__(self)
        if not self.because.strip():
            raise ModelError(
                Problem(
                    say("a rule is ignored for a reason", "規則を無視するには理由が要る"),
                    where="Ignore.because",
                )
            )


@frozen
class Prose(Checked):
    """A description in our own words of the thing with this id (``plan`` for the plan itself)."""

    of: str
    text: str
    source: Citation | None = field(default=None, kw_only=True)
    origin: Origin = field(default=Origin(), kw_only=True, eq=False, repr=False)


def to_pairs(value: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """A dictionary or pairs as a tuple of pairs."""
    given: Any = value
    pairs = given.items() if isinstance(value, Mapping) else as_tuple(given, "Translation")
    found: tuple[object, ...] = tuple(
        [tuple(cast("Any", it)) if isinstance(it, list) else it for it in pairs]
    )
    wrong = [it for it in found if not _is_pair(it)]
    if wrong:
        raise ModelError(
            *(
                Problem(
                    say("{it} is no pair of texts", "{it}は文字列の組ではない", it=repr(it)),
                    where="Translation",
                    expected=say("an id and its words", "識別子と語句"),
                )
                for it in wrong
            )
        )
    return cast("tuple[tuple[str, str], ...]", found)


def _is_pair(it: object) -> bool:
    match it:
        case (str(), str()):
            return isinstance(it, tuple)
        case _:
            return False


@frozen
class Translation(Checked):
    """The words of the plan in another language.

    Attributes:
        language: a language tag (``en``).
        titles: id and translated title or name; the plan's own title under ``plan``.
        prose: id and translated description.
        phrases: any other printed words (units, level words, reasons) and their translation.
        origin: the file it was read from, outside equality and repr.
    """

    language: str
    titles: tuple[tuple[str, str], ...] = field(default=(), converter=to_pairs)
    prose: tuple[tuple[str, str], ...] = field(default=(), converter=to_pairs)
    phrases: tuple[tuple[str, str], ...] = field(default=(), converter=to_pairs)
    origin: Origin = field(default=Origin(), kw_only=True, eq=False, repr=False)


@frozen
class Derivation(Checked):
    """What a plan was made from: its id, version, and fingerprints of its things as they were.

    ``reasons`` say why it differs from that plan: an id, or id and field, and the reason.
    ``left`` are ids and fields that changed there since and were left as they are here, each
    field with the hash of what is here (``title:…``); their fingerprints are those of the change.
    """

    plan: str
    version: str
    title: str = ""
    fingerprints: tuple[tuple[str, str], ...] = ()
    made: dt.date | None = None
    reasons: tuple[tuple[str, str], ...] = ()
    left: tuple[tuple[str, str], ...] = ()
