"""Fields that a word has of its own, from the JSON in which plans carry them without the class."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any, cast

from planmodel.periods import period_from_canonical

__all__ = ["from_plain"]

_PERIODS = ("FiscalYear", "CalendarYear", "Day", "Window", "Cohort", "Period")


def from_plain(value: Any, types: str) -> object:  # noqa: ANN401 - JSON
    """A value of JSON as a field of the type *types* wants it, where JSON has no form of its own.

    Lists become tuples, texts exact numbers, days and periods. What does not fit stays as it is.
    """
    if isinstance(value, list):
        return tuple(cast("list[object]", value))
    wanted = {it.strip().rpartition(".")[2] for it in types.split("|")}
    if isinstance(value, str) and "str" not in wanted:
        for name, read in _READ.items():
            if name in wanted:
                try:
                    return read(value)
                except (ValueError, ArithmeticError):
                    continue
    return value


_READ: dict[str, Callable[[str], object]] = {
    "Decimal": Decimal,
    "date": dt.date.fromisoformat,
    **dict.fromkeys(_PERIODS, period_from_canonical),
}
