"""The index of a plan: everything by id, and every pointer the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import is_
from typing import TYPE_CHECKING, Any

from attrs import define, field

from planmodel.model.ids import Entity
from planmodel.model.indicators import Indicator
from planmodel.model.numbering import Above
from planmodel.model.outline import Node, Relisted

if TYPE_CHECKING:
    from planmodel.model.lookups import Lookups

__all__ = ["PlanIndex", "place", "walk"]


def walk(children: Iterable[Node | Relisted]) -> Iterator[Node]:
    """Every owned node below, in document order (without recursion: depth is not bounded)."""
    stack = [iter(tuple(children))]
    while stack:
        for child in stack[-1]:
            if isinstance(child, Node):
                yield child
                stack.append(iter(child.children))
                break
        else:
            stack.pop()


def place(
    children: Iterable[Node | Relisted],
    parent: str = "",
    above: tuple[Above, ...] = (),
    running: dict[str, int] | None = None,
) -> tuple[Any, ...]:
    """*children* with the numbers that their positions and styles give them.

    Positions count among siblings of the same word; what already stands right is kept as it is.
    """
    running = {} if running is None else running
    positions: dict[str, int] = {}
    placed: list[Node | Relisted] = []
    for child in children:
        if not isinstance(child, Node):
            placed.append(child)
            continue
        style = child.numbering
        counter = running if style.runs_through else positions
        word = child.word
        position = counter[word] = counter.get(word, 0) + 1
        number = style.number(position, parent, above)
        shown = child.fixed_number or number
        way = style.as_above(position, shown, above) if child.children else ()
        below = place(child.children, shown, way, running) if child.children else ()
        same = all(map(is_, below, child.children))
        if same and number == child.placed_number:
            placed.append(child)
        else:
            placed.append(child.placed(number, None if same else below))
    return tuple(placed)


@define
class PlanIndex:
    """Look-ups over one plan, built once when first asked for."""

    entities: dict[str, Entity] = field(factory=dict[str, Entity])
    duplicates: dict[str, list[Entity]] = field(factory=dict[str, list[Entity]])
    parents: dict[str, Entity] = field(factory=dict[str, Entity])
    measured: dict[str, list[Entity]] = field(factory=dict[str, list[Entity]])
    relisted: dict[str, list[Node]] = field(factory=dict[str, list[Node]])

    def add(self, entity: Entity, parent: Entity) -> None:
        """Take *entity* in, remembering what it stands under."""
        first = self.entities.get(entity.id)
        if first is not None:
            # Also one object in two places: who walks the plan meets it twice.
            self.duplicates.setdefault(entity.id, [first]).append(entity)
            return
        self.entities[entity.id] = entity
        self.parents[entity.id] = parent


def _add_indicator(index: PlanIndex, indicator: Indicator, parent: Entity) -> None:
    index.add(indicator, parent)
    for benchmark in indicator.benchmarks:
        index.add(benchmark, indicator)
    for part in indicator.parts:
        _add_indicator(index, part, indicator)


def _add_outline(index: PlanIndex, plan: Lookups) -> None:
    # In document order: the first of two things with one id is the one that is written first.
    stack: list[tuple[Entity, Iterator[Node | Relisted]]] = [(plan, iter(plan.outline))]
    while stack:
        parent, children = stack[-1]
        for child in children:
            if isinstance(child, Node):
                index.add(child, parent)
                for pointer in child.measured_by:
                    index.measured.setdefault(pointer.id, []).append(child)
                stack.append((child, iter(child.children)))
                break
            if isinstance(parent, Node):
                index.relisted.setdefault(child.of.id, []).append(parent)
        else:
            stack.pop()


def build_index(plan: Lookups) -> PlanIndex:
    """The index of *plan*."""
    index = PlanIndex()
    index.entities[plan.id] = plan
    for group in (plan.documents, plan.departments, plan.partners, plan.laws, plan.figures):
        for entity in group:
            index.add(entity, plan)
    for axis in plan.axes:
        index.add(axis, plan)
        for topic in axis.topics:
            index.add(topic, axis)
    for indicator in plan.indicators:
        _add_indicator(index, indicator, plan)
    for pointer in plan.measured_by:
        index.measured.setdefault(pointer.id, []).append(plan)
    _add_outline(index, plan)
    return index
