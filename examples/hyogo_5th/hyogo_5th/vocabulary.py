"""The words of the plan's levels.

Chapter VI prints them: 行動 (numbered 行動1 to 行動8), 行動の柱 (ア, イ, …), under 主な取組
headings in brackets, and 取組 (each behind a ■).
The document has no word for a heading in brackets; 取組群 is this model's.

A level is one class: its base says what may stand under it, ``word`` how the plan calls it,
``numbering`` shows how its first number is printed.
A plan of another shape renames, adds or takes away classes here.
For a field of its own (a budget, an article) write ``@frozen`` above the class::

    @frozen
    class Measure(planmodel.Measure, word="事業"):
        budget: int = field(default=0, kw_only=True)
"""

from __future__ import annotations

import planmodel

__all__ = ["Action", "Measure", "MeasureGroup", "Pillar", "SafetyPlan"]


class Measure(planmodel.Measure, word="取組", numbering="■"):
    """取組: what is done, and by which departments. Chapter VI, every line behind a ■."""


class MeasureGroup(planmodel.Section[Measure], word="取組群", numbering="()"):
    """A heading in brackets over one or more 取組, such as (啓発活動の推進)."""


class Pillar(planmodel.Section[MeasureGroup], word="行動の柱", numbering="ア"):
    """行動の柱: a line of work within a 行動. Chapter VI, table."""


class Action(planmodel.Section[Pillar], word="行動", numbering="行動1"):
    """行動: one of the eight actions (アクション8). Chapter IV, 【8つの行動の展開】."""


class SafetyPlan(planmodel.Plan[Action], word="計画"):
    """計画: the plan itself."""
