"""Where a command writes: links, modes, pipes and the terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli_running import EXAMPLE, FY2020, Terminal
from planmodel.errors import DocumentError
from planmodel.files import write_text

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, modes and pipes of POSIX")


def test_a_link_stays_and_a_mode_is_kept(tmp_path: Path) -> None:
    """The file behind the link is written, under the mode it had."""
    file, link = tmp_path / "file.txt", tmp_path / "link.txt"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    link.symlink_to(file)
    write_text(link, "new")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "new"
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_pipe_is_refused_and_stays(tmp_path: Path) -> None:
    """What is no regular file is never replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(DocumentError, match="not a regular file"):
        write_text(pipe, "new")
    assert pipe.is_fifo()


def test_a_hyphen_is_the_terminal(planmodel: Terminal) -> None:
    """``-o -`` prints, and writes no file of that name."""
    assert planmodel("show", EXAMPLE, "-o", "-").out == planmodel("show", EXAMPLE).out
    assert not Path("-").exists()


def test_endings_that_say_another_format_are_refused(planmodel: Terminal, tmp_path: Path) -> None:
    """A report is no Word file, and tables are no single file."""
    word, one = tmp_path / "x.docx", tmp_path / "one.csv"
    assert planmodel("report", EXAMPLE, *FY2020, "-o", word).status == 2
    assert planmodel("export", EXAMPLE, "--format", "csv", "-o", one).status == 2
    assert not word.exists()
    assert not one.exists()


@pytest.mark.parametrize("command", [("check", EXAMPLE), ("show", EXAMPLE, "--json")])
def test_a_device_is_written(planmodel: Terminal, command: tuple[str, ...]) -> None:
    """``-o /dev/null`` throws the output away; a device is never replaced."""
    run = planmodel(*command, "-o", "/dev/null")
    assert (run.status, run.out) == (0, "")
    assert Path("/dev/null").is_char_device()


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """*line* as a shell runs it; ``planmodel`` is ours."""
    program = f"{sys.executable} -m planmodel"
    return subprocess.run(  # noqa: S602 - our own lines
        line.replace("planmodel", program, 1),
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LANG": "en_US.UTF-8"},
    )


def test_the_device_of_the_output_is_the_output() -> None:
    """``-o /dev/stdout`` prints."""
    ran = shell("planmodel explain PM201 -o /dev/stdout | head -n 1")
    assert "PM201" in ran.stdout
    assert ran.stderr == ""


@pytest.mark.parametrize("line", ["planmodel explain", "planmodel --help", "planmodel --version"])
def test_an_output_that_is_closed_or_full_is_told(line: str) -> None:
    """A sentence and status 2, not silence and not a defect of ours."""
    for target in (">&-", "> /dev/full"):
        ran = shell(f"{line} {target}")
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr.startswith("error: the output cannot be written: ")
