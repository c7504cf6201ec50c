"""The axes of a chart: round numbers upwards, time across."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from attrs import frozen

from planmodel.periods import CalendarYear, FiscalYear, Period
from planmodel.reports.chart import Tick
from planmodel.reports.numbers import text_of_number
from planmodel.reports.speaking import Speaker

__all__ = ["Scale", "at", "place_in_time", "scale_of", "ticks_in_time", "width_of"]

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_QUARTER = 2.5
_INTERVALS = 4
_AIR = 0.12
_ALL = 100.0
_MOST_TICKS = 7
_LONGEST = 60
_FLAT = 1e-12
_MOST_PLACES = 6
_FONT = 12.0
_NARROW, _WIDE = 0.58, 1.0
_FIRST_WIDE = "\u2000"


@frozen
class Scale:
    """An axis of values: where it starts and ends, and how far its ticks stand apart."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values that get a line."""
        count = round((self.high - self.low) / self.step)
        return tuple(self.low + self.step * n for n in range(count + 1))

    @property
    def names(self) -> tuple[str, ...]:
        """The printed numbers of the ticks, with as many places as the step needs."""
        power = math.floor(math.log10(self.step))
        is_quarter = math.isclose(self.step / 10.0**power, _QUARTER)
        places = max(0, -power + is_quarter)
        numbers = [Decimal(f"{tick:.{places}f}") + 0 for tick in self.ticks]
        if places > _MOST_PLACES:
            return tuple(f"{number:g}" for number in numbers)
        return tuple(text_of_number(number) for number in numbers)


def scale_of(values: Sequence[float], *, is_share: bool) -> Scale:
    """Round numbers around *values* with some air.

    The axis starts at zero where the values reach down to half of the largest one;
    a share (per cent) that stays below 100 gets an axis that does too.
    """
    low, high = min(values), max(values)
    span = high - low
    if span < _FLAT * max(1.0, abs(high)):
        span = abs(high) / 5 or 1.0
    bottom, top = low - span * _AIR, high + span * _AIR
    if low >= 0:
        bottom = 0.0 if low <= high / 2 else max(0.0, bottom)
    rough = (top - bottom) / _INTERVALS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * it for it in _STEPS if power * it >= rough * 0.999)
    if not is_share and all(value.is_integer() for value in values):
        step = float(max(1, math.ceil(step)))
    start, end = math.floor(bottom / step + 1e-9) * step, math.ceil(top / step - 1e-9) * step
    if is_share and high <= _ALL < end:
        start, end = _ALL - math.ceil((_ALL - bottom) / step - 1e-9) * step, _ALL
        start = max(0.0, start) if low >= 0 else start
    return Scale(start, end, step)


def place_in_time(period: Period) -> float:
    """The middle of *period* as a day number."""
    return (period.first_day.toordinal() + period.last_day.toordinal()) / 2


def ticks_in_time(
    periods: Iterable[Period], across: Callable[[float], float], speaker: Speaker
) -> tuple[Tick, ...]:
    """The names under a chart: every year (or every few) where all are years, else each period."""
    given = set(periods)
    shown = _years(given) or sorted(given, key=place_in_time)
    ticks: list[Tick] = []
    end = -math.inf
    for period in shown:
        name, x = _short(period, speaker), across(place_in_time(period))
        half = width_of(name) / 2
        if x - half > end:
            ticks.append(Tick(at(x), name))
            end = x + half
    return tuple(ticks)


def _years(periods: set[Period]) -> Sequence[Period]:
    years = [it for it in periods if isinstance(it, (FiscalYear, CalendarYear))]
    if len(years) < len(periods) or len({it.kind for it in years}) > 1:
        return []
    first, last = min(it.year for it in years), max(it.year for it in years)
    if last - first >= _LONGEST:
        return []
    stride = max(1, math.ceil((last - first + 1) / _MOST_TICKS))
    sample = years[0]
    return [sample.shift(year - sample.year) for year in range(last, first - 1, -stride)][::-1]


def _short(period: Period, speaker: Speaker) -> str:
    if isinstance(period, FiscalYear) and speaker.language == "ja":
        return str(period.year)
    return speaker.say(period)


def at(coordinate: float) -> str:
    """A coordinate as text, to a tenth."""
    return f"{coordinate:.1f}".removesuffix(".0")


def width_of(text: str) -> float:
    """How wide *text* will be about, in the reader's font."""
    return _FONT * sum(_NARROW if char < _FIRST_WIDE else _WIDE for char in text)
