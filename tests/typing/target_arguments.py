"""Every form of target is written with its own words first and its period last.

Checked by mypy and pyright, and run by ``tests/model/test_target_arguments.py``.
"""

from __future__ import annotations

from planmodel import (
    AgainstBenchmark,
    AllOf,
    AtLeast,
    AtMost,
    Benchmark,
    Between,
    FiscalYear,
    Milestone,
    NoNumber,
    Rank,
    Relative,
    Target,
)

DUE = FiscalYear(2021)
SERIES = Benchmark("national", "全国平均")

FORMS: tuple[Target, ...] = (
    AtLeast("2,500グループ", DUE),
    AtMost(16, DUE),
    Between("40%", "60%", DUE),
    Relative("20%減", DUE),
    AgainstBenchmark(SERIES, DUE),
    AllOf(SERIES, DUE),
    Milestone("設置", DUE),
    Rank(1, "東北", DUE),
    NoNumber("数値目標は設定しない", DUE),
)
