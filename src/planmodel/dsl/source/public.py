"""What code of a plan imports from ``planmodel``: the classes of the model by their names."""

from __future__ import annotations

from typing import Any, Final

from planmodel.dsl.edits import Add, Amend, Drop, Move, Replace
from planmodel.model.absence import Missing, NotStated
from planmodel.model.amounts import Amount
from planmodel.model.axes import Axis, Tag, Topic
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
from planmodel.model.ids import Citation, Entity, Ref
from planmodel.model.indicators import (
    Baseline,
    Benchmark,
    Cumulative,
    Flow,
    Indicator,
    Lineage,
    Stock,
)
from planmodel.model.levels import Action, MeasureGroup, Pillar
from planmodel.model.organisations import Department, Issuer, Partner
from planmodel.model.outline import Measure, Node, Relisted, Section
from planmodel.model.plan import Plan
from planmodel.model.targets import (
    AgainstBenchmark,
    AllOf,
    AtLeast,
    AtMost,
    Between,
    Milestone,
    NoNumber,
    Rank,
    Relative,
    Target,
)
from planmodel.periods import CalendarYear, Cohort, Day, FiscalYear, Window

__all__ = ["FUNCTIONS", "PUBLIC"]

_CLASSES: tuple[type[Any], ...] = (
    Action, Add, AgainstBenchmark, AllOf, Amend, Amount, AtLeast, AtMost, Axis, Baseline,
    Benchmark, Between, CalendarYear, Citation, Cohort, Cumulative, Day, Department, Derivation,
    Document, Drop, Entity, Figure, FiscalYear, Flow, Gap, Governance, Ignore, Indicator, Issuer,
    Law, LegalBasis, Lineage, Measure, MeasureGroup, Milestone, Missing, Move, NoNumber, Node,
    NotStated, Partner, Pillar, Plan, Prose, Rank, Ref, Relation, Relative, Relisted, Replace,
    Role, Section, Stock, Tag, Target, Topic, Translation, Window,
)  # fmt: skip

PUBLIC: Final[dict[str, type[Any]]] = {cls.__name__: cls for cls in _CLASSES}
"""The classes by name."""

FUNCTIONS: Final = ("read_derivation", "read_prose", "read_translation", "revise")
"""The functions that a package calls."""
