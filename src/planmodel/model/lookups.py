"""The look-ups of a plan: its contents by id, by place and by pointer, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from planmodel.errors import Problem, UnknownIdError, UsageError, did_you_mean
from planmodel.model.axes import Axis
from planmodel.model.facts import Document, Figure, Law, Prose, Translation
from planmodel.model.ids import Entity, Ref
from planmodel.model.index import PlanIndex, build_index, walk
from planmodel.model.indicators import Indicator
from planmodel.model.organisations import Department, Partner
from planmodel.model.outline import Measure, Node
from planmodel.model.texts import TextIndex, build_texts
from planmodel.text import Language, Text, form_of, say

__all__ = ["Lookups"]

E = TypeVar("E", bound=Entity)


class Lookups(Entity):
    """What a plan can be asked; the answers come from an index that is built once, when needed."""

    if TYPE_CHECKING:
        # What every plan has; `Plan` defines these as its fields.
        language: str
        axes: tuple[Axis, ...]
        departments: tuple[Department, ...]
        documents: tuple[Document, ...]
        figures: tuple[Figure, ...]
        indicators: tuple[Indicator, ...]
        laws: tuple[Law, ...]
        measured_by: tuple[Ref[Indicator], ...]
        partners: tuple[Partner, ...]
        prose: tuple[Prose, ...]
        translations: tuple[Translation, ...]

        @property
        def outline(self) -> tuple[Node, ...]:
            """The top level of the outline."""
            ...

    def walk(self) -> Iterator[Node]:
        """Every node of the outline in document order, each once, where it is owned."""
        return walk(self.outline)

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
        top = (self._known(under),) if under is not None else self.outline
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
        if not isinstance(key, (str, Ref, Entity)):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise UsageError(
                Problem(
                    say("{it!r} is no id", "{it!r}は識別子ではない", it=key),
                    where=self.id,
                    hint=say(
                        "to go through the outline, write plan.walk()",
                        "体系をたどるには plan.walk() と書く",
                    ),
                )
            )
        wanted = key if isinstance(key, str) else key.id
        found = self.index.entities.get(wanted)
        if found is None:
            raise UnknownIdError(
                Problem(
                    say("there is no {id!r} in the plan", "計画に{id!r}はない", id=wanted),
                    where=self.id,
                    hint=self._meant(wanted),
                )
            )
        return found

    def _meant(self, words: str) -> Text | str:
        """A hint for *words* that are no id: the id of what is called so, or the nearest id."""
        entities = self.index.entities
        named = [it.id for it in entities.values() if words in (self.title_of(it), _number(it))]
        if not named:
            return did_you_mean(words, entities)
        return say("write its id: {ids}", "識別子で指定する: {ids}", ids=named)

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
        pointers = thing.measured_by if isinstance(thing, (Node, Lookups)) else ()
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

    def phrase(self, words: str, language: Language | str, number: object = None) -> str:
        """Printed *words* (a unit, a level, a reason) in *language*; themselves where unknown.

        A translation may tell one from many (``municipality|municipalities``): the form for
        *number* is given, and without a number the one for many.
        """
        if language == self.language:
            return words
        return form_of(self._texts.phrase(words, language), number)


def _number(thing: Entity) -> str:
    return str(getattr(thing, "number", ""))
