"""The library's own rules, one file each, listed by hand.

Codes run by what a rule is about: PM0 the checks themselves, PM1 organizations, ids and outline,
PM2 indicators and targets, PM3 observations, PM4 words. A code is never used twice.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MODULES", "RETIRED"]

MODULES: Final[tuple[str, ...]] = (
    "unused_ignore",
    "unknown_rule",
    "rule_failed",
    "dangling_reference",
    "duplicate_id",
    "duplicate_number",
    "cyclic_departments",
    "unused_organization",
    "idle_department",
    "empty_level",
    "unknown_relisting",
    "unknown_topic",
    "department_not_valid",
    "succession_order",
    "left_undecided",
    "duplicate_title",
    "indicator_without_department",
    "section_without_indicator",
    "unit_mismatch",
    "unknown_unit",
    "target_before_baseline",
    "target_outside_period",
    "target_already_met",
    "cumulative_target_below_baseline",
    "relative_target_arithmetic",
    "share_above_whole",
    "ratio_mismatch",
    "parts_do_not_add_up",
    "direction_contradiction",
    "benchmark_without_series",
    "benchmark_value_missing",
    "unattached_indicator",
    "unknown_series",
    "falling_total",
    "observation_unit_mismatch",
    "known_before_end",
    "unknown_measure",
    "unknown_subject",
    "synthetic_with_real",
    "conflicting_rows",
    "missing_translation",
    "orphaned_text",
    "text_of_former_title",
)
"""The modules, in the order of their codes."""

RETIRED: Final[frozenset[str]] = frozenset()
"""Codes of rules that were withdrawn; they are never given to another rule."""
