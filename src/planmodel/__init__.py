"""Plans of governments as typed values: model, check, judge and report them.

Everything an author types is here. Nothing is loaded before it is used:
``import planmodel`` costs hardly more than starting Python.
"""

from __future__ import annotations

# Type checkers take this name as true; importing it from typing would double the time to start.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from attrs import frozen as frozen

    from planmodel.checks.finding import Finding as Finding
    from planmodel.checks.registry import explain as explain
    from planmodel.checks.run import check as check
    from planmodel.dsl.comparing import changes as changes
    from planmodel.dsl.derivations import read_derivation as read_derivation
    from planmodel.dsl.edits import Add as Add
    from planmodel.dsl.edits import Amend as Amend
    from planmodel.dsl.edits import Drop as Drop
    from planmodel.dsl.edits import Move as Move
    from planmodel.dsl.edits import Replace as Replace
    from planmodel.dsl.ready_axes import ready_axis as ready_axis
    from planmodel.dsl.ready_axes import ready_axis_translation as ready_axis_translation
    from planmodel.dsl.recasting import recast as recast
    from planmodel.dsl.revising import revise as revise
    from planmodel.dsl.source.writing import to_source as to_source
    from planmodel.dsl.texts import read_prose as read_prose
    from planmodel.dsl.texts import read_translation as read_translation
    from planmodel.errors import PlanmodelError as PlanmodelError
    from planmodel.errors import Problem as Problem
    from planmodel.evaluation.assess import evaluate as evaluate
    from planmodel.evaluation.results import Assessment as Assessment
    from planmodel.evaluation.results import Evaluation as Evaluation
    from planmodel.exchange.documents import from_json as from_json
    from planmodel.exchange.documents import to_json as to_json
    from planmodel.exchange.exporting import export as export
    from planmodel.exchange.loading import load as load
    from planmodel.exchange.observations_csv import load_observations as load_observations
    from planmodel.model.absence import Missing as Missing
    from planmodel.model.absence import NotStated as NotStated
    from planmodel.model.amounts import Amount as Amount
    from planmodel.model.axes import Axis as Axis
    from planmodel.model.axes import Tag as Tag
    from planmodel.model.axes import Topic as Topic
    from planmodel.model.facts import Derivation as Derivation
    from planmodel.model.facts import Document as Document
    from planmodel.model.facts import Figure as Figure
    from planmodel.model.facts import Gap as Gap
    from planmodel.model.facts import Governance as Governance
    from planmodel.model.facts import Ignore as Ignore
    from planmodel.model.facts import Law as Law
    from planmodel.model.facts import LegalBasis as LegalBasis
    from planmodel.model.facts import Prose as Prose
    from planmodel.model.facts import Relation as Relation
    from planmodel.model.facts import Role as Role
    from planmodel.model.facts import Translation as Translation
    from planmodel.model.ids import Citation as Citation
    from planmodel.model.ids import Entity as Entity
    from planmodel.model.ids import Ref as Ref
    from planmodel.model.ids import evolve as evolve
    from planmodel.model.indicators import Baseline as Baseline
    from planmodel.model.indicators import Benchmark as Benchmark
    from planmodel.model.indicators import Cumulative as Cumulative
    from planmodel.model.indicators import Flow as Flow
    from planmodel.model.indicators import Indicator as Indicator
    from planmodel.model.indicators import Lineage as Lineage
    from planmodel.model.indicators import Stock as Stock
    from planmodel.model.levels import Action as Action
    from planmodel.model.levels import Measure as Measure
    from planmodel.model.levels import MeasureGroup as MeasureGroup
    from planmodel.model.levels import Pillar as Pillar
    from planmodel.model.organisations import Department as Department
    from planmodel.model.organisations import Issuer as Issuer
    from planmodel.model.organisations import Partner as Partner
    from planmodel.model.outline import Node as Node
    from planmodel.model.outline import Relisted as Relisted
    from planmodel.model.outline import Section as Section
    from planmodel.model.plan import Plan as Plan
    from planmodel.model.targets import AgainstBenchmark as AgainstBenchmark
    from planmodel.model.targets import AllOf as AllOf
    from planmodel.model.targets import AtLeast as AtLeast
    from planmodel.model.targets import AtMost as AtMost
    from planmodel.model.targets import Between as Between
    from planmodel.model.targets import Milestone as Milestone
    from planmodel.model.targets import NoNumber as NoNumber
    from planmodel.model.targets import Rank as Rank
    from planmodel.model.targets import Relative as Relative
    from planmodel.model.targets import Target as Target
    from planmodel.observations.ledger import Observations as Observations
    from planmodel.observations.records import Implementation as Implementation
    from planmodel.observations.records import Judgement as Judgement
    from planmodel.observations.records import Observation as Observation
    from planmodel.observations.records import Opinion as Opinion
    from planmodel.periods import CalendarYear as CalendarYear
    from planmodel.periods import Cohort as Cohort
    from planmodel.periods import Day as Day
    from planmodel.periods import FiscalYear as FiscalYear
    from planmodel.periods import Window as Window
    from planmodel.reports.writing import report as report

__version__ = "0.1.0"

_ROOMS = {
    "attrs": "frozen",
    "planmodel.checks.finding": "Finding",
    "planmodel.checks.registry": "explain",
    "planmodel.checks.run": "check",
    "planmodel.dsl.comparing": "changes",
    "planmodel.dsl.derivations": "read_derivation",
    "planmodel.dsl.edits": "Add Amend Drop Move Replace",
    "planmodel.dsl.ready_axes": "ready_axis ready_axis_translation",
    "planmodel.dsl.recasting": "recast",
    "planmodel.dsl.revising": "revise",
    "planmodel.dsl.source.writing": "to_source",
    "planmodel.dsl.texts": "read_prose read_translation",
    "planmodel.errors": "PlanmodelError Problem",
    "planmodel.evaluation.assess": "evaluate",
    "planmodel.evaluation.results": "Assessment Evaluation",
    "planmodel.exchange.documents": "from_json to_json",
    "planmodel.exchange.exporting": "export",
    "planmodel.exchange.loading": "load",
    "planmodel.exchange.observations_csv": "load_observations",
    "planmodel.model.absence": "Missing NotStated",
    "planmodel.model.amounts": "Amount",
    "planmodel.model.axes": "Axis Tag Topic",
    "planmodel.model.facts": (
        "Derivation Document Figure Gap Governance Ignore Law LegalBasis Prose Relation Role "
        "Translation"
    ),
    "planmodel.model.ids": "Citation Entity Ref evolve",
    "planmodel.model.indicators": "Baseline Benchmark Cumulative Flow Indicator Lineage Stock",
    "planmodel.model.levels": "Action Measure MeasureGroup Pillar",
    "planmodel.model.organisations": "Department Issuer Partner",
    "planmodel.model.outline": "Node Relisted Section",
    "planmodel.model.plan": "Plan",
    "planmodel.model.targets": (
        "AgainstBenchmark AllOf AtLeast AtMost Between Milestone NoNumber Rank Relative Target"
    ),
    "planmodel.observations.ledger": "Observations",
    "planmodel.observations.records": "Implementation Judgement Observation Opinion",
    "planmodel.periods": "CalendarYear Cohort Day FiscalYear Window",
    "planmodel.reports.writing": "report",
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names.split()}

__all__ = [
    "Action",
    "Add",
    "AgainstBenchmark",
    "AllOf",
    "Amend",
    "Amount",
    "Assessment",
    "AtLeast",
    "AtMost",
    "Axis",
    "Baseline",
    "Benchmark",
    "Between",
    "CalendarYear",
    "Citation",
    "Cohort",
    "Cumulative",
    "Day",
    "Department",
    "Derivation",
    "Document",
    "Drop",
    "Entity",
    "Evaluation",
    "Figure",
    "Finding",
    "FiscalYear",
    "Flow",
    "Gap",
    "Governance",
    "Ignore",
    "Implementation",
    "Indicator",
    "Issuer",
    "Judgement",
    "Law",
    "LegalBasis",
    "Lineage",
    "Measure",
    "MeasureGroup",
    "Milestone",
    "Missing",
    "Move",
    "NoNumber",
    "Node",
    "NotStated",
    "Observation",
    "Observations",
    "Opinion",
    "Partner",
    "Pillar",
    "Plan",
    "PlanmodelError",
    "Problem",
    "Prose",
    "Rank",
    "Ref",
    "Relation",
    "Relative",
    "Relisted",
    "Replace",
    "Role",
    "Section",
    "Stock",
    "Tag",
    "Target",
    "Topic",
    "Translation",
    "Window",
    "__version__",
    "changes",
    "check",
    "evaluate",
    "evolve",
    "explain",
    "export",
    "from_json",
    "frozen",
    "load",
    "load_observations",
    "read_derivation",
    "read_prose",
    "read_translation",
    "ready_axis",
    "ready_axis_translation",
    "recast",
    "report",
    "revise",
    "to_json",
    "to_source",
]


def __getattr__(name: str) -> object:
    room = _HOME.get(name)
    if room is None:
        raise AttributeError(f"module 'planmodel' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(room), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
