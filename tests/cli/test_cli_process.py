"""The command line as a process of its own: pipes, consoles, and how it is started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def started(
    checkout: Path, *arguments: str, encoding: str = "utf-8", **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """``python -m planmodel.cli`` with *arguments* in the checkout."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", "planmodel.cli", *arguments],
        cwd=checkout,
        env={**inherited, "PYTHONIOENCODING": encoding, **variables},
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_it_runs_as_a_module_in_the_language_of_the_machine(checkout: Path) -> None:
    """``LANG`` chooses; the status is that of the command."""
    run = started(checkout, "check", "examples/hyogo_5th", LANG="ja_JP.UTF-8")
    assert (run.returncode, run.stderr) == (0, b"")
    assert "誤り0件" in run.stdout.decode()
    assert started(checkout, "check", "nowhere.json", LANG="ja_JP.UTF-8").returncode == 2


@pytest.mark.parametrize("encoding", ["ascii", "cp932"])
def test_a_console_that_lacks_a_character_gets_a_mark(checkout: Path, encoding: str) -> None:
    """Instead of an error: the rest of the page is still readable."""
    run = started(
        checkout, "evaluate", "examples/hyogo_5th", "--period", "FY2020", encoding=encoding
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"67.5" in run.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pipe that can break")
def test_a_reader_who_has_seen_enough_causes_no_error(checkout: Path) -> None:
    """``planmodel show … | head -1`` ends quietly, however much there is to print."""
    command = [sys.executable, "-u", "-m", "planmodel.cli"]
    command += ["export", "examples/hyogo_5th", "--format", "json"]
    with subprocess.Popen(
        command, cwd=checkout, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read()
        status = process.wait(timeout=60)
    assert (status, said) == (0, b"")
