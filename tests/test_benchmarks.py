"""The benchmarks can be run: their modules load, and their table says what holds."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from time import sleep

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
SCRIPTS = sorted(path.stem for path in BENCHMARKS.glob("bench_*.py"))


@pytest.fixture(autouse=True)
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripts import each other by bare names, as scripts in one folder do."""
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_script_loads_and_can_be_started(name: str) -> None:
    """Loading measures nothing; `main` does."""
    assert callable(import_module(name).main)


def test_a_missed_goal_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    """The table prints the ratio, the goal, and whether it held."""
    timing = import_module("timing")
    timing.table(
        "Reading",
        [timing.Pair("one", "other", 3.0, 1.0, 2.0), timing.Pair("two", "other", 1.0, 1.0, 2.0)],
    )
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "| one | other | 3.00 | ≤ 2 | **missed** |",
        "| two | other | 1.00 | ≤ 2 | held |",
    ]


def test_the_best_time_counts() -> None:
    """Work is measured in turn with its rival, and a ratio comes out."""
    timing = import_module("timing")
    pair = timing.paired("nothing", lambda: None, "nothing", lambda: None, rounds=2)
    assert pair.ratio > 0
    assert pair.holds


def test_the_time_of_others_does_not_count() -> None:
    """Processor time is measured, of this process or of those it starts: waiting is free."""
    timing = import_module("timing")
    asleep = timing.paired("asleep", lambda: sleep(0.2), "idle", lambda: None, rounds=1)
    assert asleep.seconds < 0.1
    bare, busy = timing.process(["-c", "pass"]), timing.process(["-c", "sum(range(2_000_000))"])
    pair = timing.paired("busy", busy, "bare", bare, rounds=2, clock=timing.children_time)
    assert pair.seconds > pair.rival_seconds > 0
