"""Small plans and ledgers for the tests of judging."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from planmodel import (
    Assessment,
    AtLeast,
    AtMost,
    Baseline,
    Cumulative,
    FiscalYear,
    Indicator,
    Observation,
    Observations,
    Plan,
    Stock,
    Window,
    evaluate,
)

START, END = FiscalYear(2017), FiscalYear(2021)


def stock(goal: float | Decimal = 20, base: float | Decimal = 10, /, **more: Any) -> Stock:
    """A level that shall rise from 10 (FY2017) to 20 (FY2021), unless told otherwise."""
    given: dict[str, Any] = {
        "unit": "人",
        "direction": "increase" if goal >= base else "decrease",
        "baseline": Baseline(base, START),
        "targets": [AtLeast(goal, END) if goal >= base else AtMost(goal, END)],
        "path": "linear",
    }
    return Stock("level", "水準", **{**given, **more})


def total(goal: float = 20, base: float | None = 10, /, **more: Any) -> Cumulative:
    """A running total that shall grow from 10 (FY2017) to 20 (FY2021), unless told otherwise."""
    given: dict[str, Any] = {
        "unit": "件",
        "direction": "increase",
        "baseline": None if base is None else Baseline(base, START),
        "targets": [AtLeast(goal, END)],
        "path": "linear",
    }
    return Cumulative("total", "累計", **{**given, **more})


def plan_of(*indicators: Indicator, **more: Any) -> Plan[Any]:
    """A plan of fiscal years 2018 to 2021 that holds nothing but *indicators*."""
    given: dict[str, Any] = {"period": Window(FiscalYear(2018), END), "indicators": indicators}
    return Plan("small", "小さな計画", **{**given, **more})


def row(series: str | Indicator, year: int, value: Any, /, **more: Any) -> Observation:
    """The value of a series in a fiscal year."""
    return Observation(series, FiscalYear(year), value, **more)


def day(text: str) -> dt.date:
    """A date from its text."""
    return dt.date.fromisoformat(text)


def judged(indicator: Indicator, *rows: Observation, year: Any = 2020, **more: Any) -> Assessment:
    """The assessment of one indicator in a fiscal year (or another period)."""
    period = FiscalYear(year) if isinstance(year, int) else year
    return evaluate(plan_of(indicator), Observations(rows), period=period, **more)[indicator]


def series_of_years(
    indicator: Indicator, values: dict[int, Any], *, year: int, **more: Any
) -> Assessment:
    """The assessment after *values* by fiscal year."""
    rows = [row(indicator, at, value) for at, value in values.items()]
    return judged(indicator, *rows, year=year, **more)


def number(value: Decimal | None) -> float | None:
    """A number that is compared with a literal; ``None`` stays ``None``."""
    return None if value is None else float(value)
