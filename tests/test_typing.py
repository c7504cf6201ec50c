"""What the type checkers must accept, and what they must refuse."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

REFUSED = re.compile(r"  # type: ignore\[[a-z-]+\]$")
FILES = sorted((Path(__file__).parent / "typing").glob("*.py"))


def mypy(file: Path, checkout: Path) -> list[int]:
    """The lines in which mypy finds errors."""
    pytest.importorskip("mypy", reason="mypy is not installed")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(file.parent), str(file)]
    run = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    found = re.findall(rf"{re.escape(file.name)}:(\d+): error", run.stdout)
    return sorted({int(line) for line in found})


def pyright(file: Path, checkout: Path) -> list[int]:
    """The lines in which pyright finds errors."""
    pytest.importorskip("pyright", reason="pyright is not installed")
    command = [sys.executable, "-m", "pyright", "--outputjson", str(file)]
    run = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    report = json.loads(run.stdout[run.stdout.index("{") :])
    assert report["summary"]["filesAnalyzed"] == 1, run.stdout
    errors = [it for it in report["generalDiagnostics"] if it["severity"] == "error"]
    return sorted({it["range"]["start"]["line"] + 1 for it in errors})


@pytest.mark.slow
@pytest.mark.parametrize("checker", [mypy, pyright])
@pytest.mark.parametrize("file", FILES, ids=lambda it: it.stem)
def test_exactly_the_marked_lines_are_refused(
    checkout: Path, tmp_path: Path, file: Path, checker: Callable[[Path, Path], list[int]]
) -> None:
    """Without its comments, a file has an error in each line that had one, and in no other."""
    lines = file.read_text(encoding="utf-8").splitlines()
    marked = [number for number, line in enumerate(lines, start=1) if REFUSED.search(line)]
    bare = tmp_path / file.name
    bare.write_text("\n".join(REFUSED.sub("", line) for line in lines) + "\n", encoding="utf-8")
    assert checker(bare, checkout) == marked
