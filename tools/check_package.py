"""Build the wheel and the sdist, and use the wheel as a stranger would, outside the checkout.

python tools/check_package.py
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from collections.abc import Iterable
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
DIST = CHECKOUT / "dist"
EXAMPLE = "planmodel/_templates/hyogo_5th/"

SMOKE = """\
import pathlib, sys
import planmodel
here = pathlib.Path(planmodel.__file__)
assert pathlib.Path(sys.prefix) in here.parents, here
missing = [name for name in planmodel.__all__ if not hasattr(planmodel, name)]
assert not missing, missing
plan = planmodel.load("hyogo_5th")
same = planmodel.from_json(planmodel.to_json(plan))
assert [node.id for node in same.walk()] == [node.id for node in plan.walk()]
print(planmodel.__version__, "loads", plan.title)
"""


def run(*command: str | Path, folder: Path = CHECKOUT) -> None:
    """Run a command, and stop where it fails."""
    print("+", *command, flush=True)
    subprocess.run([str(part) for part in command], cwd=folder, check=True)


def python_of(folder: Path) -> Path:
    """The interpreter of a virtual environment."""
    return folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"


def check_names(archive: str, names: Iterable[str], needed: Iterable[str]) -> None:
    """Every needed file is in the archive, and nothing that belongs to a machine is."""
    present = set(names)
    absent = [name for name in needed if name not in present]
    strange = [name for name in present if "__pycache__" in name or "/.venv" in name]
    if absent or strange:
        sys.exit(f"{archive}: without {absent}, with {strange}")


def build() -> Path:
    """Build both archives (the wheel from the sdist), look into them, return the wheel."""
    shutil.rmtree(DIST, ignore_errors=True)
    run(sys.executable, "-m", "build", "--outdir", DIST)
    (wheel,), (sdist,) = DIST.glob("*.whl"), DIST.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        needed = ["planmodel/__init__.py", "planmodel/py.typed", f"{EXAMPLE}pyproject.toml"]
        check_names(wheel.name, archive.namelist(), needed)
    with tarfile.open(sdist) as archive:
        root = sdist.name.removesuffix(".tar.gz")
        names = [name.removeprefix(f"{root}/") for name in archive.getnames()]
        needed = ["Makefile", "LICENSE", "CHANGELOG.md", "README.ja.md", "docs/conf.py"]
        check_names(sdist.name, names, [*needed, "tests/conftest.py", "tools/read_seed.py"])
    return wheel


def try_wheel(wheel: Path) -> None:
    """Install the wheel into an empty environment elsewhere; load, check and report from it."""
    with tempfile.TemporaryDirectory(prefix="planmodel-wheel-") as name:
        folder = Path(name)
        venv.create(folder / "venv", with_pip=True)
        python = python_of(folder / "venv")
        pip: list[str | Path] = [
            python,
            "-m",
            "pip",
            "--disable-pip-version-check",
            "--quiet",
            "install",
        ]
        run(*pip, wheel)
        run(python, "-W", "error", "-c", SMOKE, folder=folder)
        command = python.with_name("planmodel")
        run(command, "--help", folder=folder)
        run(*pip, f"{wheel}[report]")
        template = next((folder / "venv").rglob("planmodel/_templates/hyogo_5th"))
        shutil.copytree(template, folder / "plan")
        run(command, "check", "plan", folder=folder)
        for report in ("report.html", "report.md"):
            run(command, "report", "plan", "--period", "FY2020", "--output", report, folder=folder)
            if not (folder / report).stat().st_size:
                sys.exit(f"{report} is empty")


if __name__ == "__main__":
    try_wheel(build())
