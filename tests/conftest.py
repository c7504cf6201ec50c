"""What all tests share: paths, and the promise that nothing is skipped where nothing may be."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long a test takes is no property of what it tests: a busy machine must not fail one.
# Built on Hypothesis's own choice, which in CI takes the same examples every time.
settings.register_profile(
    "suite", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("quick", settings.get_profile("suite"), max_examples=20)
settings.load_profile("suite")

# Checked by type checkers, not run: some lines are wrong on purpose.
collect_ignore_glob = ["typing/*.py"]

NO_SKIPS = os.environ.get("PLANMODEL_NO_SKIPS") == "1"


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds ``src``, ``docs`` and ``examples``."""
    return Path(__file__).resolve().parent.parent


def _fail_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure that keeps its reason."""
    if not (NO_SKIPS and report.skipped) or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    report.outcome = "failed"
    report.longrepr = f"{reason}\nPLANMODEL_NO_SKIPS=1 is set: here a skip is a failure."


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skipped test fails where everything that tests need is installed.

    What lies outside the checkout cannot be installed: a test of it is marked ``outside``.
    """
    report = yield
    if item.get_closest_marker("outside") is None:
        _fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a module that skips itself while it is collected."""
    report = yield
    _fail_if_skipped(report)
    return report
