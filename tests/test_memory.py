"""The garbage collector waits while much is made at once, and is itself again afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from planmodel._memory import undisturbed


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Every test leaves the collector as it found it."""
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


def test_it_waits_and_goes_on() -> None:
    """Inside it is off, afterwards on."""
    gc.enable()
    with undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    """An error inside does not leave it off."""
    gc.enable()
    with pytest.raises(LookupError), undisturbed():
        raise LookupError
    assert gc.isenabled()


def test_who_switched_it_off_keeps_it_off() -> None:
    """A program that runs without it is not given it back."""
    gc.disable()
    with undisturbed():
        assert not gc.isenabled()
    assert not gc.isenabled()
