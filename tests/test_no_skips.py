"""Where every tool is installed, a skipped test is a failure."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TESTS = {
    "test_call.py": "import pytest\ndef test_it():\n    pytest.skip('no browser here')\n",
    "test_module.py": "import pytest\npytest.skip('no Java here', allow_module_level=True)\n",
    "test_mark.py": "import pytest\n@pytest.mark.skip(reason='no npm here')\ndef test_it(): ...\n",
    "test_outside.py": (
        "import pytest\n@pytest.mark.outside\ndef test_it():\n    pytest.skip('no document here')\n"
    ),
    "test_xfail.py": "import pytest\n@pytest.mark.xfail\ndef test_it():\n    assert False\n",
}


def run_tests(folder: Path, *, no_skips: str) -> subprocess.CompletedProcess[str]:
    """Run the small suite under this suite's conftest."""
    for name, content in TESTS.items():
        (folder / name).write_text(content, encoding="utf-8")
    conftest = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
    (folder / "conftest.py").write_text(conftest, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = outside: elsewhere\n", encoding="utf-8")
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-rA",
            "-p",
            "no:cacheprovider",
            "--continue-on-collection-errors",
        ],
        cwd=folder,
        env={**os.environ, "PLANMODEL_NO_SKIPS": no_skips},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_skip_is_a_skip_for_a_user(tmp_path: Path) -> None:
    """Without the variable the suite passes and prints why something was skipped."""
    run = run_tests(tmp_path, no_skips="")
    assert run.returncode == 0, run.stdout
    assert "4 skipped, 1 xfailed" in run.stdout
    assert "no browser here" in run.stdout


def test_a_skip_is_a_failure_where_all_is_installed(tmp_path: Path) -> None:
    """With the variable skips fail with their reasons, but for what lies outside."""
    run = run_tests(tmp_path, no_skips="1")
    assert run.returncode != 0
    for reason in ("no browser here", "no npm here", "no Java here"):
        assert reason in run.stdout
    assert "here a skip is a failure" in run.stdout
    assert "1 failed, 1 skipped, 1 xfailed, 2 errors" in run.stdout
    assert "SKIPPED [1] test_outside.py" in run.stdout
