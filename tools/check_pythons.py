"""Run the quick tests against the built wheel, on every other Python ≥ 3.11 of this machine.

    python tools/check_pythons.py [--jobs 2]

Looks for python3.11 and later on the PATH and among the versions that pyenv keeps;
one interpreter a minor version, each in a virtual environment of its own (.venv-3.12, …).
Build the wheel first: tools/check_package.py.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
OLDEST, NEWEST = 11, 15
PROBE = "import ensurepip, sys, venv; print(*sys.version_info[:3], sys.version_info[3])"


def candidates() -> Iterator[Path]:
    """Interpreters that may be there, whether they run or not."""
    for minor in range(OLDEST, NEWEST + 1):
        for folder in os.environ.get("PATH", "").split(os.pathsep):
            if found := shutil.which(f"python3.{minor}", path=folder):
                yield Path(found)
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from sorted(root.glob("versions/3.*/bin/python"))


def version_of(python: Path) -> tuple[int, int, int] | None:
    """Its version, or nothing when it does not run, is no release or cannot make environments."""
    try:
        probe = subprocess.run(
            [python, "-c", PROBE], capture_output=True, text=True, check=True, timeout=60
        )
        major, minor, patch, level = probe.stdout.split()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    if level != "final":
        return None
    return int(major), int(minor), int(patch)


def other_pythons() -> dict[int, Path]:
    """The newest interpreter of every minor version but the one that runs this script."""
    best: dict[int, tuple[tuple[int, int, int], Path]] = {}
    for python in candidates():
        version = version_of(python)
        if version is None or not (3, OLDEST, 0) <= version < (3, NEWEST + 1, 0):
            continue
        known = best.get(version[1])
        if version[1] != sys.version_info.minor and (known is None or version > known[0]):
            best[version[1]] = version, python
    return {minor: python for minor, (_, python) in sorted(best.items())}


def prepare(minor: int, python: Path, wheel: Path) -> Path:
    """The environment's interpreter, with the wheel and the test tools installed."""
    folder = CHECKOUT / f".venv-3.{minor}"
    inside = folder / "bin" / "python"
    stamp = folder / ".suite"
    project = hashlib.sha256((CHECKOUT / "pyproject.toml").read_bytes()).hexdigest()
    pip: list[str | Path] = [
        inside,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--quiet",
        "install",
    ]
    if not stamp.exists() or stamp.read_text(encoding="ascii") != project:
        subprocess.run([python, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([*pip, f"{wheel}[suite]"], check=True)
        stamp.write_text(project, encoding="ascii")
    else:
        subprocess.run([*pip, "--no-deps", "--force-reinstall", wheel], check=True)
    return inside


def main() -> int:
    """Test them all; the exit status says whether all passed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jobs", default="2", help="test processes at a time")
    options = parser.parse_args()
    wheels = sorted((CHECKOUT / "dist").glob("*.whl"))
    if not wheels:
        print("no wheel in dist: run tools/check_package.py first", file=sys.stderr)
        return 2
    pythons = other_pythons()
    if not pythons:
        print(f"no other Python >= 3.{OLDEST} on this machine; nothing more to test")
    failed: list[int] = []
    for minor, python in pythons.items():
        print(f"== Python 3.{minor}: {python}", flush=True)
        inside = prepare(minor, python, wheels[-1])
        quick = ["--quiet", "--numprocesses", options.jobs, "-p", "no:cacheprovider"]
        quick.append("--hypothesis-profile=quick")
        tests = [inside, "-m", "pytest", *quick, "-m", "not slow and not browser", "tests"]
        if subprocess.run(tests, cwd=CHECKOUT, check=False).returncode:
            failed.append(minor)
    if failed:
        print("failed on", *(f"Python 3.{minor}" for minor in failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
