"""Runs the command line inside the test, and keeps what it said."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import frozen

from planmodel.cli import main

EXAMPLE = "examples/hyogo_5th"
FY2020 = ("--period", "FY2020")


@frozen
class Run:
    """Exit status, standard output and standard error of one command."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output as data; refuses what is no strict JSON."""

        def refuse(name: str) -> Any:
            raise AssertionError(name)

        return json.loads(self.out, parse_constant=refuse)


class Terminal:
    """A terminal in English (or in *language*) that runs commands."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch, language: str = "en"
    ) -> None:
        self._capsys = capsys
        self.patch = patch
        for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "COLUMNS"):
            patch.delenv(name, raising=False)
        patch.setenv("LANG", "ja_JP.UTF-8" if language == "ja" else "en_US.UTF-8")

    def __call__(self, *arguments: object) -> Run:
        """Run ``planmodel`` with *arguments*; a traceback in the output fails the test."""
        self._capsys.readouterr()
        status = main([str(it) for it in arguments])
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err + said.out
        return Run(status, said.out, said.err)
