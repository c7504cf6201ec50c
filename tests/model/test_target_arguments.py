"""Targets are written in the order in which a plan prints them."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from planmodel.model.targets import Target

WRITTEN = runpy.run_path(str(Path(__file__).parents[1] / "typing" / "target_arguments.py"))


def test_every_form_takes_its_period_last() -> None:
    """What the type checkers accept is what runs, and each form has the period it was given."""
    forms: tuple[Target, ...] = WRITTEN["FORMS"]
    assert len({target.form for target in forms}) == len(forms)
    assert {target.period for target in forms} == {WRITTEN["DUE"]}


def test_a_target_of_no_form_has_no_period() -> None:
    """The base class is not for use on its own."""
    with pytest.raises(NotImplementedError):
        _ = Target().period
