"""The outline as a report shows it: sections with the measures under them, departments beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from attrs import define, evolve, field

from planmodel.evaluation.results import Evaluation
from planmodel.model.ids import Ref
from planmodel.model.indicators import Indicator
from planmodel.model.outline import Measure, Node, Relisted
from planmodel.observations.records import Implementation
from planmodel.reports.indicating import number_and_title
from planmodel.reports.speaking import Speaker
from planmodel.reports.view import NOTHING, Link, MeasureRow, OutlineItem, Words

__all__ = ["Done", "done_in", "measure_row", "outline_items"]

Done: TypeAlias = Mapping[str, tuple[Implementation, ...]]
"""What was done in the period judged, by the id of the measure."""


def done_in(evaluation: Evaluation | None) -> Done:
    """The implementation records of the period judged, as known."""
    found: dict[str, tuple[Implementation, ...]] = {}
    if evaluation is not None:
        for row in evaluation.observations.known_by(evaluation.known_by).implementations:
            if row.period == evaluation.period:
                found[row.measure] = (*found.get(row.measure, ()), row)
    return found


def outline_items(
    speaker: Speaker, done: Done, keep: frozenset[str] | None = None
) -> tuple[OutlineItem, ...]:
    """The outline in document order; *keep* names the nodes to show (``None``: all)."""
    return tuple(_without_repeats(speaker, _Walk(speaker, done, keep).items()))


def _without_repeats(speaker: Speaker, items: Iterator[OutlineItem]) -> Iterator[OutlineItem]:
    """*items*, of which the ones that are not stated say why only once in a row."""
    before = NOTHING
    for item in items:
        same = item.absent.note and item.absent == before
        before = item.absent if item.opens else NOTHING
        if same:
            yield evolve(item, absent=evolve(item.absent, note=speaker.label("as_above")))
        else:
            yield item


@define
class _Walk:
    """One walk over the outline, without recursion: its depth is not bounded."""

    speaker: Speaker
    done: Done
    keep: frozenset[str] | None
    measures: list[MeasureRow] = field(factory=list[MeasureRow])

    def items(self) -> Iterator[OutlineItem]:
        pending: OutlineItem | None = None
        stack: list[tuple[int, Iterator[Node | Relisted]]] = [(1, iter(self.speaker.plan.outline))]
        while stack:
            depth, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                continue
            if self.keep is not None and child.id not in self.keep:
                continue
            relisted = isinstance(child, Relisted)
            node = self._node(child)
            if node is None:
                self.measures.append(_unknown(child.id))
            elif isinstance(node, Measure):
                row = measure_row(self.speaker, node, self.done, relisted=relisted)
                if pending is None or pending.depth != depth - 1:
                    yield from self._closed(pending)
                    pending = _continued(depth - 1)
                self.measures.append(row)
            else:
                yield from self._closed(pending)
                pending = self._section(node, depth, relisted=relisted)
                if not relisted:
                    stack.append((depth + 1, iter(node.children)))
        yield from self._closed(pending)

    def _closed(self, pending: OutlineItem | None) -> Iterator[OutlineItem]:
        if pending is not None:
            yield evolve(pending, measures=tuple(self.measures))
        self.measures = []

    def _node(self, child: Node | Relisted) -> Node | None:
        if isinstance(child, Node):
            return child
        found = self.speaker.plan.index.entities.get(child.id)
        return found if isinstance(found, Node) else None

    def _section(self, node: Node, depth: int, *, relisted: bool) -> OutlineItem:
        speaker = self.speaker
        absence = node.not_stated("children")
        absent = NOTHING
        if absence is not None:
            absent = speaker.absence(absence)
        elif not node.children:
            absent = Words(speaker.label("no_children"))
        return OutlineItem(
            depth=depth,
            anchor="" if relisted else f"node-{node.id}",
            word=speaker.phrase(node.word),
            heading=speaker.heading(node),
            is_new=node.is_new,
            relisted=relisted,
            departments=departments_of(speaker, node),
            partners=tuple(speaker.title(ref) for ref in node.partners),
            indicators=indicator_links(speaker, node),
            prose=NOTHING if relisted else speaker.prose(node),
            absent=NOTHING if relisted else absent,
            measures=(),
        )


def _continued(depth: int) -> OutlineItem:
    """What holds measures that follow the end of a section: they belong further up."""
    return OutlineItem(depth=depth, word=NOTHING, heading=NOTHING, opens=False)


def _unknown(key: str) -> MeasureRow:
    """Stands for a pointer at nothing."""
    return MeasureRow(id=key, title=Words(key, absent=True), relisted=True)


def measure_row(speaker: Speaker, node: Node, done: Done, *, relisted: bool = False) -> MeasureRow:
    """A measure with its departments and what was done for it in the period judged."""
    absence = node.not_stated("departments")
    absent = NOTHING
    if absence is not None:
        absent = speaker.absence(absence)
    elif not node.departments and not isinstance(node.lead, Ref):
        absent = Words(speaker.label("no_department"))
    style = node.numbering
    return MeasureRow(
        id=node.id,
        anchor="" if relisted else f"measure-{node.id}",
        bullet="" if style.is_bracket else speaker.number(node),
        title=speaker.title(node),
        is_new=node.is_new,
        relisted=relisted,
        departments=departments_of(speaker, node),
        departments_absent=absent,
        partners=tuple(speaker.title(ref) for ref in node.partners),
        indicators=indicator_links(speaker, node),
        prose=NOTHING if relisted else speaker.prose(node),
        done=() if relisted else tuple(_said(speaker, it) for it in done.get(node.id, ())),
    )


def departments_of(speaker: Speaker, node: Node) -> tuple[Link, ...]:
    """The departments of a node, the lead first and marked."""
    links: list[Link] = []
    if isinstance(node.lead, Ref):
        link = speaker.department(node.lead)
        links.append(evolve(link, words=evolve(link.words, note=speaker.label("lead"))))
    lead = node.lead.id if isinstance(node.lead, Ref) else ""
    links.extend(speaker.department(ref) for ref in node.departments if ref.id != lead)
    return tuple(links)


def indicator_links(speaker: Speaker, node: Node) -> tuple[Link, ...]:
    """The indicators attached to a node."""
    found = (speaker.plan.index.entities.get(ref.id) for ref in node.measured_by)
    return tuple(
        speaker.link(number_and_title(speaker, it), f"indicator-{it.id}")
        for it in found
        if isinstance(it, Indicator)
    )


def _said(speaker: Speaker, row: Implementation) -> Words:
    said = [speaker.free(it).text for it in (row.status, row.text) if it]
    money = [
        f"{speaker.label(name)} {speaker.label('thousand_yen', n=_number(value))}"
        for name, value in (("budget", row.budget), ("settlement", row.settlement))
        if value is not None
    ]
    text = (" — " if speaker.language == "en" else "　").join(said)
    separator = "、" if speaker.language == "ja" else ", "
    return Words(text, note=separator.join(money), synthetic=row.synthetic)


def _number(value: Decimal) -> str:
    return f"{value:,f}"
