"""Times as plans print them: fiscal and calendar years, days, windows of years, cohorts.

Values stand in `single` and `composed`, their order and distance in `ordering` and `distance`,
the form that documents store in `canonical`, Japanese eras in `eras`,
printed forms out in `printing` and in through `reading`.
Nothing but the values is imported before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planmodel.periods.canonical import period_from_canonical
    from planmodel.periods.composed import Cohort, Period, Window
    from planmodel.periods.context import Reading
    from planmodel.periods.distance import contains, fiscal_year_of, same_kind, years_between
    from planmodel.periods.printing import STYLES, Style, print_period
    from planmodel.periods.reading import ReadPeriod, parse_period
    from planmodel.periods.single import CalendarYear, Day, FiscalYear, Year

__all__ = [
    "STYLES",
    "CalendarYear",
    "Cohort",
    "Day",
    "FiscalYear",
    "Period",
    "ReadPeriod",
    "Reading",
    "Style",
    "Window",
    "Year",
    "contains",
    "fiscal_year_of",
    "parse_period",
    "period_from_canonical",
    "print_period",
    "same_kind",
    "years_between",
]

_ROOMS = {
    "canonical": ("period_from_canonical",),
    "composed": ("Cohort", "Period", "Window"),
    "context": ("Reading",),
    "distance": ("contains", "fiscal_year_of", "same_kind", "years_between"),
    "printing": ("STYLES", "Style", "print_period"),
    "reading": ("ReadPeriod", "parse_period"),
    "single": ("CalendarYear", "Day", "FiscalYear", "Year"),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    room = _HOME.get(name)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
    value: object = getattr(import_module(f"{__name__}.{room}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
