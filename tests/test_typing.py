"""What the type checkers must accept, and what they must refuse."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

REFUSED = re.compile(r"  # type: ignore\[[a-z-]+\]$")
FILES = sorted((Path(__file__).parent / "typing").glob("*.py"))


Lines = dict[str, list[int]]
"""The lines with errors, by the name of their file."""


def bare(line: str) -> str:
    """*line* without the comment that says what is wrong in it."""
    return REFUSED.sub("", line)


def mypy(folder: Path, checkout: Path) -> Lines:
    """The lines in which mypy finds errors."""
    pytest.importorskip("mypy", reason="mypy is not installed")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(folder), str(folder)]
    run = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    found = re.findall(r"(\w+\.py):(\d+): error", run.stdout)
    return by_file((name, int(line)) for name, line in found)


def pyright(folder: Path, checkout: Path) -> Lines:
    """The lines in which pyright finds errors."""
    pytest.importorskip("pyright", reason="pyright is not installed")
    command = [sys.executable, "-m", "pyright", "--outputjson", str(folder)]
    run = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    report = json.loads(run.stdout[run.stdout.index("{") :])
    assert report["summary"]["filesAnalyzed"] == len(FILES), run.stdout
    errors = [it for it in report["generalDiagnostics"] if it["severity"] == "error"]
    return by_file((Path(it["file"]).name, it["range"]["start"]["line"] + 1) for it in errors)


def by_file(found: Iterable[tuple[str, int]]) -> Lines:
    """Lines in order, each once, by their file."""
    told: Lines = {}
    for name, line in sorted(set(found)):
        told.setdefault(name, []).append(line)
    return told


@pytest.fixture(scope="module", params=[mypy, pyright])
def told(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, checkout: Path
) -> Lines:
    """What one checker finds in the files without their comments; all of them in one run."""
    folder = tmp_path_factory.mktemp("bare")
    for file in FILES:
        lines = file.read_text(encoding="utf-8").splitlines()
        (folder / file.name).write_text("\n".join(map(bare, lines)) + "\n", encoding="utf-8")
    check: Callable[[Path, Path], Lines] = request.param
    return check(folder, checkout)


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES, ids=lambda it: it.stem)
def test_exactly_the_marked_lines_are_refused(told: Lines, file: Path) -> None:
    """Without its comments, a file has an error in each line that had one, and in no other."""
    lines = file.read_text(encoding="utf-8").splitlines()
    marked = [number for number, line in enumerate(lines, start=1) if REFUSED.search(line)]
    assert told.get(file.name, []) == marked


@pytest.mark.slow
def test_there_is_no_error_in_any_other_file(told: Lines) -> None:
    """What a checker finds elsewhere would be in the library itself."""
    assert told.keys() <= {it.name for it in FILES}
