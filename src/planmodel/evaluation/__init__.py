"""Judging: named measures, declared rules, and results that explain themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planmodel.evaluation.measures import Measured as Measured
    from planmodel.evaluation.measures import measure as measure
    from planmodel.evaluation.measures import measure_names as measure_names
    from planmodel.evaluation.outcome import NotAssessable as NotAssessable
    from planmodel.evaluation.profiles import profile_defaults as profile_defaults
    from planmodel.evaluation.profiles import profile_named as profile_named
    from planmodel.evaluation.profiles import profile_names as profile_names
    from planmodel.evaluation.profiles.base import SeriesJudgement as SeriesJudgement
    from planmodel.evaluation.profiles.open_sdg_roll_up import Scored as Scored
    from planmodel.evaluation.profiles.open_sdg_roll_up import ScoreRollUp as ScoreRollUp
    from planmodel.evaluation.profiles.open_sdg_roll_up import roll_up_scores as roll_up_scores
    from planmodel.evaluation.rounding import Rounding as Rounding
    from planmodel.evaluation.series import judge_series as judge_series

_PUBLIC = {
    "Measured": "measures",
    "NotAssessable": "outcome",
    "Rounding": "rounding",
    "ScoreRollUp": "profiles.open_sdg_roll_up",
    "Scored": "profiles.open_sdg_roll_up",
    "SeriesJudgement": "profiles.base",
    "judge_series": "series",
    "measure": "measures",
    "measure_names": "measures",
    "profile_defaults": "profiles",
    "profile_named": "profiles",
    "profile_names": "profiles",
    "roll_up_scores": "profiles.open_sdg_roll_up",
}
"""Public names and the module each comes from; loaded on use."""


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
