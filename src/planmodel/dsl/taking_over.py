"""What of a plan another issuer can start from, and what has to stay open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar, cast

import attrs
from attrs import define, field

from planmodel.dsl.absences import is_undecided
from planmodel.dsl.labels import field_label
from planmodel.dsl.offering import issuer_names
from planmodel.dsl.undecided import reason
from planmodel.model.absence import NotStated
from planmodel.model.axes import Axis, Tag
from planmodel.model.facts import Gap, Law, LegalBasis, Translation
from planmodel.model.ids import Entity, Ref, evolve
from planmodel.model.indicators import Benchmark, Cumulative, Indicator
from planmodel.model.organisations import Partner
from planmodel.model.outline import Node, Relisted, Section
from planmodel.model.plan import Plan
from planmodel.text import Language, Text, in_language

__all__ = ["TakeOver"]

_LOCAL_LAW = re.compile("条例|規則|要綱|要領|ordinance|by-?law", re.IGNORECASE)
_AREAS = re.compile("[国都道府県市区町村、・]+")


@define(slots=False)
class TakeOver:
    """Takes over one template, and notes what is left open on the way."""

    template: Plan[Any]
    language: Language
    shared: frozenset[str]
    gaps: list[Gap] = field(factory=list[Gap])
    opened: dict[str, object] = field(factory=dict[str, object])
    labels: dict[str, Text | str] = field(factory=dict[str, "Text | str"])

    # --- what is open ------------------------------------------------------------------------

    def open(self, said: object) -> NotStated:
        """An absence instead of what the template says."""
        if isinstance(said, NotStated) and not is_undecided(said.reason):
            # Why the template's document is silent is no concern of the new plan's.
            said = ""
        words = reason(self.template, said, self.language)
        self.opened[words] = said
        return NotStated(words)

    def gap(self, about: str, name: str, said: object) -> None:
        """A gap where no field can hold an absence; one that the template has is carried on."""
        label = self._label(name, about)
        if any((it.about, it.what) == (about, label) for it in self._carried()):
            return
        words = reason(self.template, said, self.language)
        self.opened[words] = said
        self.gaps.append(Gap(about, label, words))

    def _label(self, name: str, about: str) -> str:
        label = field_label(name, Plan if about == "plan" else None)
        words = in_language(label, self.language)
        self.labels[words] = label
        return words

    def _carried(self) -> Iterator[Gap]:
        return (it for it in self.template.gaps if is_undecided(it.reason))

    def all_gaps(self, plan: Plan[Any], *, titled: bool) -> tuple[Gap, ...]:
        """The gaps of *plan*: what its template has not decided either, then what is open now."""
        title = self._label("title", "plan")
        return tuple(
            it
            for it in (*self._carried(), *self.gaps)
            if it.about == "plan" or it.about in plan
            if not (titled and (it.about, it.what) == ("plan", title))
        )

    def plan_gaps(self) -> None:
        """What the plan as a whole leaves open."""
        it = self.template
        self.gap("plan", "title", it.title)
        if it.principle:
            self.gap("plan", "principle", it.principle)
        local = [one for one in it.legal_bases if self._is_local(one.law)]
        if local:
            self.gap("plan", "legal_bases", tuple(local))
        if it.governance is not None:
            self.gap("plan", "governance", it.governance.council)
        actors = dict.fromkeys(one.actor for one in it.roles)
        if actors:
            self.gap("plan", "roles", tuple(actors))
        for one in it.relations:
            self.gap("plan", "relations", one.title)
        axes = tuple(one.title for one in it.axes if one.id not in self.shared)
        if axes:
            self.gap("plan", "axes", axes)

    # --- organisations, axes, laws -----------------------------------------------------------

    def partners(self) -> tuple[Partner, ...]:
        """Partners of measures that stand for many bodies; single ones are somebody's neighbors."""
        return self._partners

    @cached_property
    def _partners(self) -> tuple[Partner, ...]:
        used = {ref.id for node in self.template.walk() for ref in node.partners}
        names = issuer_names(self.template)
        kept = tuple(
            bare(it, role="")
            for it in self.template.partners
            if it.generic and it.id in used and not any(name in it.name for name in names)
        )
        for it in kept:
            # Which kinds of municipalities there are (区, 町, 村) differs between prefectures.
            if _AREAS.fullmatch(it.name):
                self.gap(it.id, "name", it.name)
        return kept

    def axes(self) -> tuple[Axis, ...]:
        """Axes that are not the template's own."""
        return tuple(it for it in self.template.axes if it.id in self.shared)

    def tags(self, tags: Iterable[Tag]) -> tuple[Tag, ...]:
        """Tags that somebody assigned by a shared axis; what a document states is its own."""
        topics = {topic.id for axis in self.axes() for topic in axis.topics}
        return tuple(it for it in tags if it.topic.id in topics and it.basis == "assigned")

    def _is_local(self, law: Ref[Law]) -> bool:
        found = self.template.index.entities.get(law.id)
        return not isinstance(found, Law) or _LOCAL_LAW.search(found.title) is not None

    def laws(self) -> tuple[Law, ...]:
        """Laws of the nation, with their dates."""
        return tuple(
            bare(it, in_force=None if isinstance(it.in_force, NotStated) else it.in_force)
            for it in self.template.laws
            if not self._is_local(it.ref)
        )

    def legal_bases(self) -> tuple[LegalBasis, ...]:
        """Articles of laws of the nation."""
        return tuple(
            LegalBasis(it.law, it.article)
            for it in self.template.legal_bases
            if not self._is_local(it.law)
        )

    # --- indicators --------------------------------------------------------------------------

    def indicator(self, it: Indicator) -> Indicator:
        """An indicator with its definition, its figures open."""
        changes: dict[str, Any] = {
            "department": self._department(it),
            "co_departments": (),
            "baseline": None if it.baseline is None else self.open(it.baseline),
            "targets": self._targets(it),
            "number": "",
            "is_new": False,
            "path": None if isinstance(it.path, NotStated) else it.path,
            "direction": self.open(it.direction)
            if isinstance(it.direction, NotStated)
            else it.direction,
            "replaces": (),
            "tags": self.tags(it.tags),
            "parts": tuple(self.indicator(part) for part in it.parts),
            "benchmarks": tuple(self._benchmark(one) for one in it.benchmarks),
            "data_source": "",
        }
        if it.data_source:
            self.gap(it.id, "data_source", it.data_source)
        if isinstance(it, Cumulative) and it.counted_from is not None:
            changes["counted_from"] = self.open(it.counted_from)
        return bare(it, **changes, **self.own_fields(it))

    def _department(self, it: Indicator) -> NotStated | None:
        if isinstance(it.department, NotStated):
            return self.open(it.department)
        named = tuple(ref for ref in (it.department, *it.co_departments) if ref is not None)
        return self.open(named) if named else None

    def _targets(self, it: Indicator) -> tuple[Any, ...] | NotStated:
        absence = it.not_stated("targets")
        if absence is not None:
            return self.open(absence)
        return self.open(it.targets) if it.targets else ()

    def _benchmark(self, it: Benchmark) -> Benchmark:
        baseline: Any = None if it.baseline is None else self.open(it.baseline)
        return bare(it, baseline=baseline)

    # --- the outline -------------------------------------------------------------------------

    def sections(self) -> tuple[Any, ...] | NotStated:
        """The outline, its departments open."""
        absence = self.template.not_stated("sections")
        if absence is not None:
            return self.open(absence)
        return tuple(self._node(it) for it in self.template.outline)

    def _node(self, it: Node) -> Node:
        node = it
        kept = {partner.id for partner in self.partners()}
        departments = it.not_stated("departments") or it.departments
        changes: dict[str, Any] = {
            "departments": self.open(departments) if departments else (),
            "lead": None if it.lead is None else self.open(it.lead),
            "partners": tuple(ref for ref in it.partners if ref.id in kept),
            "tags": self.tags(it.tags),
            "is_new": False,
            "number": "",
        }
        gone = tuple(ref for ref in it.partners if ref.id not in kept)
        if gone:
            self.gap(it.id, "partners", gone)
        if isinstance(it, Section):
            absence = it.not_stated("children")
            changes["children"] = self._children(node) if absence is None else self.open(absence)
        return bare(node, **changes, **self.own_fields(node))

    def _children(self, it: Node) -> tuple[Any, ...]:
        return tuple(
            self._node(child) if isinstance(child, Node) else Relisted(child.of)
            for child in it.children
        )

    def own_fields(self, it: Entity) -> dict[str, Any]:
        """Defaults for the fields that a fork's class adds; one without is kept, and noted."""
        base: type[Any] = next(
            (cls for cls in type(it).__mro__ if cls.__module__.startswith("planmodel.")), type(it)
        )
        known = {attribute.name for attribute in attrs.fields(base)}
        changes: dict[str, Any] = {"own": ()} if hasattr(it, "own") else {}
        for attribute in attrs.fields(type(it)):
            if attribute.name in known or attribute.name == "own":
                continue
            name = attribute.alias or attribute.name
            default: Any = attribute.default
            if isinstance(default, cast("type[Any]", attrs.Factory)):
                default = attrs.NOTHING if default.takes_self else default.factory()
            if default is attrs.NOTHING:
                key = "plan" if it is self.template else it.id
                self.gap(key, name, getattr(it, attribute.name))
            else:
                changes[name] = default
        return changes

    # --- texts -------------------------------------------------------------------------------

    def translations(self, plan: Plan[Any]) -> tuple[Translation, ...]:
        """Titles and words of what was taken over, and what is to be decided, translated."""
        words = set(_words(plan))
        found: list[Translation] = []
        for it in self.template.translations:
            phrases = {key: text for key, text in it.phrases if key in words}
            if it.language in ("en", "ja"):
                phrases |= self._open_phrases(plan, "en" if it.language == "en" else "ja")
            found.append(
                Translation(
                    it.language,
                    titles=tuple(pair for pair in it.titles if pair[0] in plan),
                    phrases=tuple(phrases.items()),
                )
            )
        return tuple(found)

    def _open_phrases(self, plan: Plan[Any], language: Language) -> dict[str, str]:
        """What is to be decided, and how gaps call it, in *language*."""
        used = {gap.what for gap in plan.gaps}
        labels = {key: it for key, it in self.labels.items() if key in used}
        reasons = {key: reason(self.template, it, language) for key, it in self.opened.items()}
        return reasons | {key: in_language(it, language) for key, it in labels.items()}


def _words(plan: Plan[Any]) -> Iterator[str]:
    """The printed words of *plan* that a translation has as phrases."""
    yield from (level.word for level in plan.vocabulary)
    for indicator in plan.indicators:
        yield from (indicator.unit, indicator.role)
        yield from (it.unit for it in indicator.parts)
        yield from (it.unit for it in indicator.benchmarks)
    yield from (it.category for it in plan.partners)
    yield from (words for gap in plan.gaps for words in (gap.what, gap.reason))


_E = TypeVar("_E", bound=Entity)


def bare(thing: _E, **changes: object) -> _E:
    """*thing* without source and note, changed, written where the start was asked for."""
    return evolve(thing, source=None, note="", **changes)
