"""Judging: named measures, declared rules, and results that explain themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planmodel.evaluation.assess import evaluate as evaluate
    from planmodel.evaluation.by_hand import ByHand as ByHand
    from planmodel.evaluation.facts import Facts as Facts
    from planmodel.evaluation.grading import Grade as Grade
    from planmodel.evaluation.grading import grade as grade
    from planmodel.evaluation.groups import Group as Group
    from planmodel.evaluation.groups import Part as Part
    from planmodel.evaluation.groups import RolledUp as RolledUp
    from planmodel.evaluation.interval import Interval as Interval
    from planmodel.evaluation.joining import Joined as Joined
    from planmodel.evaluation.joining import JoinedPoint as JoinedPoint
    from planmodel.evaluation.joining import joined_series as joined_series
    from planmodel.evaluation.likelihood import Probability as Probability
    from planmodel.evaluation.lineage import Succession as Succession
    from planmodel.evaluation.lineage import lineage_of as lineage_of
    from planmodel.evaluation.measures import Measured as Measured
    from planmodel.evaluation.measures import measure as measure
    from planmodel.evaluation.measures import measure_names as measure_names
    from planmodel.evaluation.methods import Comparison as Comparison
    from planmodel.evaluation.methods import compare_methods as compare_methods
    from planmodel.evaluation.outcome import NotAssessable as NotAssessable
    from planmodel.evaluation.outlook import Outlook as Outlook
    from planmodel.evaluation.outlook import series_outlook as series_outlook
    from planmodel.evaluation.probability import probability_of_count as probability_of_count
    from planmodel.evaluation.probability import probability_of_share as probability_of_share
    from planmodel.evaluation.probability import probability_of_value as probability_of_value
    from planmodel.evaluation.profiles import profile_defaults as profile_defaults
    from planmodel.evaluation.profiles import profile_named as profile_named
    from planmodel.evaluation.profiles import profile_names as profile_names
    from planmodel.evaluation.profiles.base import SeriesJudgement as SeriesJudgement
    from planmodel.evaluation.profiles.open_sdg_roll_up import Scored as Scored
    from planmodel.evaluation.profiles.open_sdg_roll_up import ScoreRollUp as ScoreRollUp
    from planmodel.evaluation.profiles.open_sdg_roll_up import roll_up_scores as roll_up_scores
    from planmodel.evaluation.projection import Band as Band
    from planmodel.evaluation.prospects import prospect as prospect
    from planmodel.evaluation.reached import Standing as Standing
    from planmodel.evaluation.reached import standing as standing
    from planmodel.evaluation.results import Assessment as Assessment
    from planmodel.evaluation.results import Evaluation as Evaluation
    from planmodel.evaluation.rollup import roll_up as roll_up
    from planmodel.evaluation.rounding import Rounding as Rounding
    from planmodel.evaluation.rules.loading import load_rule as load_rule
    from planmodel.evaluation.rules.loading import read_rule as read_rule
    from planmodel.evaluation.rules.loading import rule_names as rule_names
    from planmodel.evaluation.rules.model import Rule as Rule
    from planmodel.evaluation.rules.shape import rule_schema as rule_schema
    from planmodel.evaluation.series import judge_series as judge_series

_PUBLIC = {
    "Assessment": "results",
    "Band": "projection",
    "ByHand": "by_hand",
    "Comparison": "methods",
    "Evaluation": "results",
    "Facts": "facts",
    "Grade": "grading",
    "Group": "groups",
    "Interval": "interval",
    "Joined": "joining",
    "JoinedPoint": "joining",
    "Measured": "measures",
    "NotAssessable": "outcome",
    "Outlook": "outlook",
    "Part": "groups",
    "Probability": "likelihood",
    "RolledUp": "groups",
    "Rounding": "rounding",
    "Rule": "rules.model",
    "ScoreRollUp": "profiles.open_sdg_roll_up",
    "Scored": "profiles.open_sdg_roll_up",
    "SeriesJudgement": "profiles.base",
    "Standing": "reached",
    "Succession": "lineage",
    "compare_methods": "methods",
    "evaluate": "assess",
    "grade": "grading",
    "joined_series": "joining",
    "judge_series": "series",
    "lineage_of": "lineage",
    "load_rule": "rules.loading",
    "measure": "measures",
    "measure_names": "measures",
    "probability_of_count": "probability",
    "probability_of_share": "probability",
    "probability_of_value": "probability",
    "profile_defaults": "profiles",
    "profile_named": "profiles",
    "profile_names": "profiles",
    "prospect": "prospects",
    "read_rule": "rules.loading",
    "roll_up": "rollup",
    "roll_up_scores": "profiles.open_sdg_roll_up",
    "rule_names": "rules.loading",
    "rule_schema": "rules.shape",
    "series_outlook": "outlook",
    "standing": "reached",
}
"""Public names and the module each comes from; loaded on use."""


__all__ = [
    "Assessment",
    "Band",
    "ByHand",
    "Comparison",
    "Evaluation",
    "Facts",
    "Grade",
    "Group",
    "Interval",
    "Joined",
    "JoinedPoint",
    "Measured",
    "NotAssessable",
    "Outlook",
    "Part",
    "Probability",
    "RolledUp",
    "Rounding",
    "Rule",
    "ScoreRollUp",
    "Scored",
    "SeriesJudgement",
    "Standing",
    "Succession",
    "compare_methods",
    "evaluate",
    "grade",
    "joined_series",
    "judge_series",
    "lineage_of",
    "load_rule",
    "measure",
    "measure_names",
    "probability_of_count",
    "probability_of_share",
    "probability_of_value",
    "profile_defaults",
    "profile_named",
    "profile_names",
    "prospect",
    "read_rule",
    "roll_up",
    "roll_up_scores",
    "rule_names",
    "rule_schema",
    "series_outlook",
    "standing",
]


def __getattr__(name: str) -> object:
    module = _PUBLIC.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_PUBLIC})
