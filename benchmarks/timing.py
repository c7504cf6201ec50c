"""Paired timing: two things in turn, the ratio of their best times on the processor."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from resource import RUSAGE_CHILDREN, getrusage

__all__ = ["Pair", "children_time", "paired", "process", "table"]

Clock = Callable[[], float]
"""Seconds of processor time spent so far; unlike the clock on the wall, not those of others."""


def children_time() -> float:
    """What the processes that this one started and waited for have spent."""
    spent = getrusage(RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


@dataclass(frozen=True)
class Pair:
    """What was measured against what: best seconds of each, and the goal for their ratio."""

    name: str
    rival: str
    seconds: float
    rival_seconds: float
    goal: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the rival's time it took."""
        return self.seconds / self.rival_seconds

    @property
    def holds(self) -> bool:
        """Whether the goal is met, where there is one."""
        return self.goal is None or self.ratio <= self.goal


def _once(work: Callable[[], object], clock: Clock) -> float:
    gc.collect()
    start = clock()
    work()
    return clock() - start


def paired(  # noqa: PLR0913 - one row of a table
    name: str,
    work: Callable[[], object],
    rival: str,
    rival_work: Callable[[], object],
    *,
    goal: float | None = None,
    rounds: int = 7,
    clock: Clock = time.process_time,
) -> Pair:
    """*work* and *rival_work* in turn, *rounds* times after one warm-up each; best times count."""
    _once(work, clock), _once(rival_work, clock)
    times = [(_once(work, clock), _once(rival_work, clock)) for _ in range(rounds)]
    return Pair(name, rival, min(a for a, _ in times), min(b for _, b in times), goal)


def process(arguments: Sequence[str]) -> Callable[[], object]:
    """A whole Python process with *arguments*, timed by `children_time`; its bytecode is kept."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def run() -> None:
        subprocess.run(
            [sys.executable, *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            env=environment,
        )

    return run


def table(title: str, pairs: Sequence[Pair]) -> None:
    """Print the pairs as a Markdown table."""
    print(f"\n### {title}\n")
    print("| what | against | ratio | goal | |\n|---|---|---|---|---|")
    for pair in pairs:
        goal = "" if pair.goal is None else f"≤ {pair.goal:g}"
        mark = "" if pair.goal is None else ("held" if pair.holds else "**missed**")
        print(f"| {pair.name} | {pair.rival} | {pair.ratio:.2f} | {goal} | {mark} |")
