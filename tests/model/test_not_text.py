"""What reads printed text says so when it is given none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from planmodel.checks.registry import explain
from planmodel.errors import UsageError
from planmodel.periods import parse_period, period_from_canonical
from planmodel.units import missing_reason, parse_number, read_quantity, unit

READERS: tuple[Callable[[Any], object], ...] = (
    parse_period,
    period_from_canonical,
    read_quantity,
    parse_number,
    missing_reason,
    unit,
    explain,
)


@pytest.mark.parametrize("value", [None, 5, b"5", ["5"]])
@pytest.mark.parametrize("read", READERS, ids=lambda it: it.__name__)
def test_no_text_is_refused_in_a_sentence(read: Callable[[Any], object], value: object) -> None:
    """Python's own words never reach the author."""
    with pytest.raises(UsageError, match=r"is no text \(expected str: .*write it in quotes"):
        read(value)
