"""The guide for another prefecture is followed to the letter: every command, every edit."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PAGES = ("docs/how-to/another-prefecture.md", "docs/how-to/another-prefecture.ja.md")
STEP = re.compile(
    r"^```(?P<language>\w+)\n(?P<code>.*?)^```$|`(?P<file>[\w/]+\.\w+)`", re.MULTILINE | re.DOTALL
)
INSTALLED = Path(sys.executable).parent


def apply(file: Path, lines: list[str]) -> None:
    """Replace the lines with ``-`` by those with ``+``; they stand there exactly once."""
    old = "".join(f"{it[1:]}\n" for it in lines if it.startswith("-"))
    new = "".join(f"{it[1:]}\n" for it in lines if it.startswith("+"))
    text = file.read_text(encoding="utf-8")
    assert f"\n{text}".count(f"\n{old}") == 1, (file, old)
    file.write_text(f"\n{text}".replace(f"\n{old}", f"\n{new}")[1:], encoding="utf-8")


def pattern(shown: list[str]) -> str:
    """What is shown, to the letter: a line of ``…`` is any lines, and in a line any words."""
    lines = (re.escape(it).replace("…", ".*") + "\n" if it != "…" else "(.*\n)*" for it in shown)
    return "".join(lines)


def run(line: str, expected: list[str], folder: Path) -> None:
    """Type *line*; it finishes fine, and what the guide shows is all that it prints."""
    program, *arguments = shlex.split(line)
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [str(INSTALLED / program), *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, (line, done.stdout, done.stderr)
    assert re.fullmatch(pattern(expected), done.stdout), (line, done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_the_guide_can_be_followed(checkout: Path, tmp_path: Path, page: str) -> None:
    """In an empty folder, with the installed commands, from the start to the last drift."""
    text = (checkout / page).read_text(encoding="utf-8")
    file = ""
    commands = edits = 0
    for step in STEP.finditer(text):
        if step["file"]:
            file = step["file"]
        elif step["language"] == "diff":
            apply(tmp_path / file, step["code"].splitlines())
            edits += 1
        elif step["language"] == "text":
            (tmp_path / file).write_text(step["code"], encoding="utf-8")
            edits += 1
        elif step["language"] == "console":
            for shown in re.split(r"^\$ ", step["code"], flags=re.MULTILINE)[1:]:
                line, *expected = shown.splitlines()
                if " pip install " not in line:
                    run(line, expected, tmp_path)
                    commands += 1
    assert (commands, edits) == (13, 16)
    report = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "再犯者数" in report
    assert "仕事を続けられるよう支える。" in report
    assert "就労支援員を置き" not in report
    assert ("合成データ" if page.endswith(".ja.md") else "ynthetic data") in report


def steps_of(text: str) -> list[str]:
    """The blocks of a page; of a console only what is typed, in no language."""
    found: list[str] = []
    for step in STEP.finditer(text):
        code = step["code"] or ""
        if step["language"] == "console":
            typed = [it for it in code.splitlines() if it.startswith("$ ")]
            code = re.sub("--lang (en|ja)", "--lang", "\n".join(typed))
        found.append(code)
    return [it for it in found if it]


def test_both_languages_show_the_same_steps(checkout: Path) -> None:
    """Commands and edits are the same, but for the language they ask for."""
    english, japanese = (
        steps_of((checkout / page).read_text(encoding="utf-8")) for page in PAGES
    )  # fmt: skip
    assert english == japanese
