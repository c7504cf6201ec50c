"""The scripts behind `make`: what they say when something is missing, and what they find."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import check_pythons
import pytest

needs_a_shell = pytest.mark.skipif(sys.platform == "win32", reason="make and sh are not used there")


def make_venv(checkout: Path, folder: Path, python: Path) -> subprocess.CompletedProcess[str]:
    """Run the script that `make` uses for the virtual environment."""
    script = checkout / "tools" / "make_venv.sh"
    command = ["sh", str(script), str(folder), str(python)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def stand_in(folder: Path, body: str) -> Path:
    """A program that answers as some Python would."""
    path = folder / "python3"
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="ascii")
    path.chmod(0o755)
    return path


@needs_a_shell
def test_a_python_that_is_too_old_is_refused_in_a_sentence(checkout: Path, tmp_path: Path) -> None:
    """The version that is needed is named, and nothing is made."""
    run = make_venv(checkout, tmp_path / "venv", stand_in(tmp_path, "exit 1"))
    assert run.returncode == 1
    assert "needs Python 3.11 or newer" in run.stderr
    assert not (tmp_path / "venv").exists()


@needs_a_shell
def test_a_python_without_venv_is_refused_with_the_package_to_install(
    checkout: Path, tmp_path: Path
) -> None:
    """Debian's Python without python3-venv gets the line that mends it."""
    body = 'case "$2" in *ensurepip*) exit 1;; *print*) echo 3.11;; esac'
    run = make_venv(checkout, tmp_path / "venv", stand_in(tmp_path, body))
    assert run.returncode == 1
    assert "apt-get install python3.11-venv" in run.stderr
    assert not (tmp_path / "venv").exists()


def test_a_python_that_does_not_run_is_passed_over(tmp_path: Path) -> None:
    """A missing or broken interpreter has no version; this one has its own."""
    assert check_pythons.version_of(tmp_path / "python3.12") is None
    assert check_pythons.version_of(Path(sys.executable)) == sys.version_info[:3]


def test_the_other_pythons_are_others() -> None:
    """The version that runs the tests is not among those to be tried besides."""
    assert sys.version_info.minor not in check_pythons.other_pythons()
