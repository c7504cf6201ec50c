"""The plan: one value that holds everything, and the look-ups over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar, cast, overload

from attrs import field, frozen

from planmodel.errors import Problem, UnknownIdError, did_you_mean
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
from planmodel.model.index import PlanIndex, build_index, place, walk
from planmodel.model.indicators import Indicator, to_indicators
from planmodel.model.organisations import Department, Issuer, Partner
from planmodel.model.outline import Measure, Node, Section, level_of, wrong_child
from planmodel.model.texts import TextIndex, build_texts
from planmodel.model.words import Level, child_types, own_fields
from planmodel.periods import Period
from planmodel.text import Language, say

__all__ = ["Plan"]

S = TypeVar("S", bound=Node)
E = TypeVar("E", bound=Entity)


def _place(value: Iterable[S] | NotStated) -> tuple[S, ...] | NotStated:
    if isinstance(value, NotStated):
        return value
    # What is no node stays as it is for the plan's own checks, which know the class and say so.
    return place(as_tuple(value, "sections"))


@frozen(slots=False)
class Plan(Entity, Generic[S]):
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

    # --- words -------------------------------------------------------------------------------

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
        levels: dict[str, Level] = {self.word: self.level}
        waiting = [*child_types(type(self))]
        seen: set[type] = set()
        while waiting:
            cls = waiting.pop(0)
            if cls in seen or not issubclass(cls, Node) or cls in (Node, Section):
                continue
            seen.add(cls)
            if hasattr(cls, "form"):
                level = level_of(cls)
                levels.setdefault(level.word, level)
            waiting.extend(child_types(cls))
        for node in self.walk():
            # A word's own subclass stands in for it; what is used says most.
            levels[node.word] = node.level
        return tuple(levels.values())

    # --- contents ----------------------------------------------------------------------------

    @property
    def sections(self) -> tuple[S, ...]:
        """The top level of the outline; empty where there is none or it is not stated."""
        return () if isinstance(self._sections, NotStated) else self._sections

    @property
    def outline(self) -> tuple[Node, ...]:
        """The same as ``sections``, typed as nodes: for code that serves plans of any words."""
        return self.sections

    def walk(self) -> Iterator[Node]:
        """Every node of the outline in document order, each once, where it is owned."""
        return walk(self.sections)

    def measures(
        self,
        department: Department | Ref[Department] | str | None = None,
        *,
        under: Node | Ref[Node] | str | None = None,
    ) -> tuple[Measure, ...]:
        """The measures, all or those of a *department* and *under* a node, in document order.

        Raises:
            UnknownIdError: the department or the node is not in the plan.
        """
        top = (self._known(under),) if under is not None else self.sections
        found = [it for it in walk(cast("tuple[Node, ...]", top)) if isinstance(it, Measure)]
        if department is None:
            return tuple(found)
        wanted = self._known(department).id
        return tuple(
            it
            for it in found
            if any(ref.id == wanted for ref in it.departments)
            or (isinstance(it.lead, Ref) and it.lead.id == wanted)
        )

    # --- look-ups ----------------------------------------------------------------------------

    @cached_property
    def index(self) -> PlanIndex:
        """Everything by id and every pointer the other way round."""
        return build_index(self)

    @cached_property
    def _texts(self) -> TextIndex:
        return build_texts(self.prose, self.translations)

    def __getstate__(self) -> dict[str, Any]:
        return {k: v for k, v in vars(self).items() if k not in ("index", "_texts")}

    @overload
    def __getitem__(self, key: Ref[E]) -> E: ...
    @overload
    def __getitem__(self, key: E) -> E: ...
    @overload
    def __getitem__(self, key: str) -> Entity: ...
    def __getitem__(self, key: Ref[Any] | Entity | str) -> Entity:
        """The thing that *key* (a pointer, an id, or an older version of the thing) means here.

        Raises:
            UnknownIdError: nothing in the plan has this id, or it is of another kind.
        """
        found = self._known(key)
        if isinstance(key, Ref) and found.ref_kind != key.kind:
            raise UnknownIdError(
                Problem(
                    say(
                        "{id!r} is a {found}, not a {wanted}",
                        "{id!r}は{wanted}ではなく{found}である",
                        id=key.id,
                        found=found.ref_kind,
                        wanted=key.kind,
                    ),
                    where=self.id,
                )
            )
        return found

    def _known(self, key: Ref[Any] | Entity | str) -> Entity:
        wanted = key if isinstance(key, str) else key.id
        found = self.index.entities.get(wanted)
        if found is None:
            raise UnknownIdError(
                Problem(
                    say("there is no {id!r} in the plan", "計画に{id!r}はない", id=wanted),
                    where=self.id,
                    hint=did_you_mean(wanted, self.index.entities),
                )
            )
        return found

    def __contains__(self, key: object) -> bool:
        if isinstance(key, (Ref, Entity)):
            found = self.index.entities.get(key.id)
            kind = key.ref_kind if isinstance(key, Entity) else key.kind
            return found is not None and found.ref_kind == kind
        return key in self.index.entities

    def parent(self, of: Ref[Any] | Entity | str) -> Entity | None:
        """What the thing stands under: a node, the plan, or the parent of a department.

        Raises:
            UnknownIdError: it is not in the plan.
        """
        thing = self._known(of)
        if isinstance(thing, Department):
            return self[thing.parent] if isinstance(thing.parent, Ref) else None
        return self.index.parents.get(thing.id)

    def path(self, to: Ref[Any] | Entity | str) -> tuple[Entity, ...]:
        """The way down to the thing, itself included, the plan left out.

        Raises:
            UnknownIdError: it is not in the plan.
        """
        way = [self._known(to)]
        seen = {way[0].id}
        while (above := self.parent(way[0])) is not None and above is not self:
            if above.id in seen:
                break
            seen.add(above.id)
            way.insert(0, above)
        return tuple(way)

    def indicators_of(self, of: Ref[Any] | Entity | str) -> tuple[Indicator, ...]:
        """The indicators attached to a node or to the plan, or that a department answers for.

        Raises:
            UnknownIdError: it is not in the plan.
        """
        thing = self._known(of)
        if isinstance(thing, Department):
            return tuple(
                it
                for it in self.indicators
                if (isinstance(it.department, Ref) and it.department.id == thing.id)
                or any(ref.id == thing.id for ref in it.co_departments)
            )
        pointers = thing.measured_by if isinstance(thing, (Node, Plan)) else ()
        found = (self.index.entities.get(ref.id) for ref in pointers)
        return tuple(it for it in found if isinstance(it, Indicator))

    def nodes_of(self, indicator: Ref[Indicator] | Indicator | str) -> tuple[Entity, ...]:
        """The nodes (or the plan) that *indicator* is attached to.

        Raises:
            UnknownIdError: it is not in the plan.
        """
        return tuple(self.index.measured.get(self._known(indicator).id, ()))

    def relisted_under(self, node: Ref[Any] | Node | str) -> tuple[Node, ...]:
        """The sections that list *node* again.

        Raises:
            UnknownIdError: it is not in the plan.
        """
        return tuple(self.index.relisted.get(self._known(node).id, ()))

    # --- texts -------------------------------------------------------------------------------

    def title_of(self, of: Ref[Any] | Entity | str, language: Language | str | None = None) -> str:
        """The title or name of a thing in *language*; the plan's own words where none is given.

        Raises:
            UnknownIdError: it is not in the plan.
        """
        thing = self._known(of)
        key = "plan" if thing is self else thing.id
        if language is not None and language != self.language:
            translated = self._texts.title(key, language)
            if translated:
                return translated
        return str(getattr(thing, "title", None) or getattr(thing, "name", thing.id))

    def prose_of(self, of: Ref[Any] | Entity | str, language: Language | str | None = None) -> str:
        """The description of a thing in *language*, or an empty string.

        Raises:
            UnknownIdError: it is not in the plan.
        """
        thing = self._known(of)
        key = "plan" if thing is self else thing.id
        return self._texts.prose(key, None if language == self.language else language)

    def phrase(self, words: str, language: Language | str) -> str:
        """Printed *words* (a unit, a level, a reason) in *language*; themselves where unknown."""
        return words if language == self.language else self._texts.phrase(words, language)
