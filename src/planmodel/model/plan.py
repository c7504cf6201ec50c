"""The plan: one value that holds everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Generic, TypeVar

from attrs import field, frozen

from planmodel.errors import Problem
from planmodel.model import holding
from planmodel.model.absence import NotStated
from planmodel.model.axes import Axis, Tag, to_tags
from planmodel.model.facts import (
    Derivation,
    Document,
    Figure,
    Gap,
    Governance,
    Ignore,
    Law,
    LegalBasis,
    Prose,
    Relation,
    Role,
    Translation,
)
from planmodel.model.ids import Entity, Ref, RefKind, as_tuple, text_problem
from planmodel.model.index import place
from planmodel.model.indicators import Indicator, to_indicators
from planmodel.model.lookups import Lookups
from planmodel.model.organisations import Department, Issuer, Partner
from planmodel.model.outline import Node, wrong_child
from planmodel.model.times import period_problem
from planmodel.model.vocabulary import vocabulary_of
from planmodel.model.words import Level, child_types, own_fields
from planmodel.periods import Period
from planmodel.text import say

__all__ = ["Plan"]

S = TypeVar("S", bound=Node)
E = TypeVar("E", bound=Entity)


def _place(value: Iterable[S] | NotStated) -> tuple[S, ...] | NotStated:
    if isinstance(value, NotStated):
        return value
    # What is no node stays as it is for the plan's own checks, which know the class and say so.
    return place(as_tuple(value, "sections"))


@frozen(slots=False)
class Plan(Lookups, Generic[S]):
    """A plan: organisations, indicators and an outline, and what the document says of itself.

    Attributes:
        title: the printed title.
        period: the years it covers.
        sections: the top level of the outline; `NotStated` where the document does not print it.
        status: as printed (案).
        issuer: who issues it.
        published: when; `NotStated` where it is left open.
        departments, partners, indicators: in document order.
        measured_by: indicators attached to the plan as a whole.
        principle: the basic principle, as printed.
        axes, tags: crossing axes, and topics given to the plan itself.
        laws, legal_bases: what the plan rests on.
        governance, roles: who looks after it, and who does what.
        relations: how it stands to other plans.
        figures: context figures.
        documents: where its words and figures come from.
        prose, translations: descriptions by id, and words in other languages.
        gaps: what the document leaves open and no field stands for.
        ignores: rules switched off, with reasons.
        own_units: definitions of units the library does not know (see `planmodel.units`).
        language: the language of its words.
        version: the edition of this model of the plan.
        derived_from: what it was made from.

    Raises:
        ModelError: something in it is of the wrong kind; all problems at once.
    """

    ref_kind: ClassVar[RefKind] = "plan"
    class_word: ClassVar[str] = "計画"

    title: str
    period: Period | NotStated = field(kw_only=True, repr=False)
    _sections: tuple[S, ...] | NotStated = field(
        default=(), kw_only=True, repr=False, alias="sections", converter=_place
    )
    status: str = field(default="", kw_only=True, repr=False)
    issuer: Issuer | None = field(default=None, kw_only=True, repr=False)
    published: Period | NotStated | None = field(default=None, kw_only=True, repr=False)
    departments: tuple[Department, ...] = field(
        default=(), kw_only=True, repr=False, converter=holding.to_departments
    )
    partners: tuple[Partner, ...] = field(
        default=(), kw_only=True, repr=False, converter=holding.to_partners
    )
    indicators: tuple[Indicator, ...] = field(
        default=(), kw_only=True, repr=False, converter=holding.to_indicators
    )
    measured_by: tuple[Ref[Indicator], ...] = field(
        default=(), kw_only=True, repr=False, converter=to_indicators
    )
    principle: str = field(default="", kw_only=True, repr=False)
    axes: tuple[Axis, ...] = field(default=(), kw_only=True, repr=False, converter=holding.to_axes)
    tags: tuple[Tag, ...] = field(default=(), kw_only=True, repr=False, converter=to_tags)
    laws: tuple[Law, ...] = field(default=(), kw_only=True, repr=False, converter=holding.to_laws)
    legal_bases: tuple[LegalBasis, ...] = field(
        default=(), kw_only=True, repr=False, converter=holding.to_legal_bases
    )
    governance: Governance | None = field(default=None, kw_only=True, repr=False)
    roles: tuple[Role, ...] = field(
        default=(), kw_only=True, repr=False, converter=holding.to_roles
    )
    relations: tuple[Relation, ...] = field(
        default=(), kw_only=True, repr=False, converter=holding.to_relations
    )
    figures: tuple[Figure, ...] = field(
        default=(), kw_only=True, repr=False, converter=holding.to_figures
    )
    documents: tuple[Document, ...] = field(
        default=(), kw_only=True, repr=False, converter=holding.to_documents
    )
    prose: tuple[Prose, ...] = field(
        default=(), kw_only=True, repr=False, converter=holding.to_prose
    )
    translations: tuple[Translation, ...] = field(
        default=(), kw_only=True, repr=False, converter=holding.to_translations
    )
    gaps: tuple[Gap, ...] = field(default=(), kw_only=True, repr=False, converter=holding.to_gaps)
    ignores: tuple[Ignore, ...] = field(
        default=(), kw_only=True, repr=False, converter=holding.to_ignores
    )
    own_units: str = field(default="", kw_only=True, repr=False)
    language: str = field(default="ja", kw_only=True, repr=False)
    version: str = field(default="", kw_only=True, repr=False)
    derived_from: Derivation | None = field(default=None, kw_only=True, repr=False)

    def __init_subclass__(cls, *, word: str | None = None, **more: object) -> None:
        super().__init_subclass__(**more)
        cls.class_word = word or vars(cls).get("class_word") or cls.__name__

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this plan in itself; what only shows when it is read is for checks."""
        yield from Entity.problems(self)
        problem = text_problem(self.title, "title")
        if problem is not None:
            yield problem
        for time in (
            period_problem(self.period, "period"),
            period_problem(self.published, "published", may_be_none=True),
        ):
            if time is not None:
                yield time
        for name, kind in holding.KINDS.items():
            for position, it in enumerate(getattr(self, name), start=1):
                if not isinstance(it, kind):
                    yield Problem(
                        say("{it!r} does not belong here", "{it!r}はここに置けない", it=it),
                        where=f"{name}[{position}]",
                        expected=kind.__name__,
                    )
        for position, section in enumerate(self.sections, start=1):
            if not self.takes(section):
                yield wrong_child(section, type(self).__name__, position, self.child_words)
        yield from self._clashing_words()

    def _clashing_words(self) -> Iterator[Problem]:
        classes: dict[str, type[Any]] = {}
        for node in self.walk():
            first = classes.setdefault(node.word, type(node))
            if first is not type(node):
                yield Problem(
                    say(
                        "the word {word} is used by two classes, {first} and {second}",
                        "語「{word}」を二つのクラス{first}と{second}が使っている",
                        word=node.word,
                        first=first.__name__,
                        second=type(node).__name__,
                    ),
                    where="sections",
                    hint=say("give one of them another word=", "一方に別のword=を与える"),
                )
                return

    @property
    def word(self) -> str:
        """The plan's word for itself."""
        return self.class_word

    @property
    def child_words(self) -> tuple[str, ...]:
        """The words of the top level; empty where every node may stand there."""
        return tuple(one.class_word for one in child_types(type(self)) if issubclass(one, Node))

    def takes(self, child: object) -> bool:
        """Whether *child* may stand at the top of this plan's outline."""
        return isinstance(child, child_types(type(self)) or Node)

    @property
    def level(self) -> Level:
        """The plan itself as a level."""
        return Level(self.word, "plan", "", self.child_words, own_fields(type(self), Plan))

    @property
    def vocabulary(self) -> tuple[Level, ...]:
        """The levels of this plan as data, from the plan down: declared ones, then used ones."""
        return vocabulary_of(self.level, child_types(type(self)), self.walk())

    @property
    def sections(self) -> tuple[S, ...]:
        """The top level of the outline; empty where there is none or it is not stated."""
        return () if isinstance(self._sections, NotStated) else self._sections

    @property
    def outline(self) -> tuple[Node, ...]:
        """The same as ``sections``, typed as nodes: for code that serves plans of any words."""
        return self.sections
