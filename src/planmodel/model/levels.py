"""The levels that planmodel ships ready made, in the shape and the words of Hyogo's plan."""

from __future__ import annotations

from planmodel.model.outline import Measure, Relisted, Section

__all__ = ["Action", "Measure", "MeasureGroup", "Pillar"]


class MeasureGroup(Section[Measure | Relisted], word="取組群", numbering="（）"):
    """Measures under a heading in brackets."""


class Pillar(Section[MeasureGroup | Measure | Relisted], word="行動の柱", numbering="ア"):
    """A pillar of an action: measure groups, or measures without a heading."""


class Action(Section[Pillar | MeasureGroup | Measure | Relisted], word="行動", numbering="行動1"):
    """An action: pillars, or what stands under pillars where the plan has none."""
