"""What of a plan is tagged with which topic of an axis, and with which topics nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from planmodel.dsl.ready_axes import ready_axis, ready_axis_names, ready_axis_translation
from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.model.axes import Axis, Tag, Topic
from planmodel.model.ids import Entity, Ref
from planmodel.model.indicators import Indicator
from planmodel.model.organisations import Department
from planmodel.model.outline import Measure, Node
from planmodel.model.plan import Plan
from planmodel.text import Language, Text, in_language, say

__all__ = ["Coverage", "TopicCoverage", "coverage"]


@frozen(eq=False)
class TopicCoverage:
    """What a plan holds for one topic.

    Attributes:
        topic: the topic.
        measures: tagged measures, and those under tagged sections, in document order.
        departments: those that answer for these measures, or for the indicators.
        indicators: tagged indicators, and those attached to tagged nodes or below them.
        stated, assigned: how many tags the document states, and how many somebody assigned.
        assigned_by: who assigned them.
    """

    topic: Topic
    measures: tuple[Measure, ...]
    departments: tuple[Department, ...]
    indicators: tuple[Indicator, ...]
    stated: int
    assigned: int
    assigned_by: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is tagged with the topic; the plan may still do something about it."""
        return not (self.measures or self.indicators)


@frozen(eq=False)
class Coverage:
    """A plan by the topics of an axis; ``untagged`` are the measures that no topic takes."""

    plan: Plan[Any]
    axis: Axis
    rows: tuple[TopicCoverage, ...]
    untagged: tuple[Measure, ...]

    def __iter__(self) -> Iterator[TopicCoverage]:
        return iter(self.rows)

    @property
    def empty(self) -> tuple[TopicCoverage, ...]:
        """The topics with which nothing is tagged."""
        return tuple(row for row in self.rows if row.is_empty)

    def title_of(self, thing: Axis | Topic, language: Language) -> str:
        """The title of the axis or a topic; a ready-made axis brings its own translation."""
        if thing in self.plan:
            title = self.plan.title_of(thing, language)
            if title != thing.title or language == self.plan.language:
                return title
        if self.axis.id in ready_axis_names() and language == "en":
            return dict(ready_axis_translation(self.axis.id).titles)[thing.id]
        return thing.title

    def basis_of(self, row: TopicCoverage, language: Language) -> str:
        """Who says that things belong to the topic, in words; empty where nobody does."""
        parts: list[Text] = []
        if row.stated:
            parts.append(say("stated in the document ({n})", "文書に記載（{n}件）", n=row.stated))
        if row.assigned and row.assigned_by:
            by = tuple(self.plan.phrase(it, language) for it in row.assigned_by)
            parts.append(
                say("assigned by {by} ({n})", "{by}による付与（{n}件）", by=by, n=row.assigned)
            )
        elif row.assigned:
            parts.append(say("assigned ({n})", "付与（{n}件）", n=row.assigned))
        return in_language(parts, language)

    def records(self, language: Language = "ja") -> list[dict[str, Any]]:
        """One flat row for each thing under a topic; a topic with nothing has a row of its own."""
        found: list[dict[str, Any]] = []
        for row in self.rows:
            base = {
                "axis": self.axis.id,
                "topic": row.topic.id,
                "topic_number": row.topic.number,
                "topic_title": self.title_of(row.topic, language),
                "basis": self.basis_of(row, language),
            }
            held: list[tuple[str, Entity]] = [
                *(("measure", it) for it in row.measures),
                *(("department", it) for it in row.departments),
                *(("indicator", it) for it in row.indicators),
            ]
            found += [
                {**base, "kind": kind, "id": it.id, "title": self.plan.title_of(it, language)}
                for kind, it in held
            ] or [{**base, "kind": "", "id": "", "title": ""}]
        return found


def coverage(plan: Plan[Any], axis: str) -> Coverage:
    """*plan* by the topics of *axis*: one of its own, or a ready-made one.

    Raises:
        UsageError: neither the plan nor the library has such an axis.
    """
    own = next((it for it in plan.axes if it.id == axis), None)
    if own is None and axis not in ready_axis_names():
        known = list(dict.fromkeys((*(it.id for it in plan.axes), *ready_axis_names())))
        what = say("there is no axis {axis!r}", "軸{axis!r}はない", axis=axis)
        raise UsageError(Problem(what, "--axis", ", ".join(known), did_you_mean(axis, known)))
    chosen = own or ready_axis(axis)
    rows = tuple(_row(plan, topic) for topic in chosen.topics)
    taken = {measure.id for row in rows for measure in row.measures}
    untagged = tuple(it for it in plan.measures() if it.id not in taken)
    return Coverage(plan, chosen, rows, untagged)


def _row(plan: Plan[Any], topic: Topic) -> TopicCoverage:
    tags: list[Tag] = []
    measures: dict[str, Measure] = {}
    indicators: dict[str, Indicator] = {}
    for node in plan.walk():
        held = [tag for tag in node.tags if tag.topic.id == topic.id]
        if not held:
            continue
        tags += held
        measures.update({it.id: it for it in plan.measures(under=node)})
        for below in _and_below(plan, node):
            indicators.update({it.id: it for it in plan.indicators_of(below)})
    for indicator in plan.indicators:
        held = [tag for tag in indicator.tags if tag.topic.id == topic.id]
        if held:
            tags += held
            indicators[indicator.id] = indicator
    answering = {ref.id for measure in measures.values() for ref in measure.departments}
    for indicator in indicators.values():
        if isinstance(indicator.department, Ref):
            answering.add(indicator.department.id)
        answering.update(ref.id for ref in indicator.co_departments)
    ordered = tuple(it for it in plan.departments if it.id in answering)
    return TopicCoverage(
        topic,
        tuple(it for it in plan.measures() if it.id in measures),
        ordered,
        tuple(it for it in plan.indicators if it.id in indicators),
        sum(tag.basis == "stated" for tag in tags),
        sum(tag.basis == "assigned" for tag in tags),
        tuple(dict.fromkeys(tag.by for tag in tags if tag.by)),
    )


def _and_below(plan: Plan[Any], node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        if isinstance(child, Node):
            yield from _and_below(plan, child)
