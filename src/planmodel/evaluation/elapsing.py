"""How many years pass between two periods, and what has to be assumed to say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from planmodel.evaluation import reasons as why
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.precision import divide
from planmodel.evaluation.timeline import position
from planmodel.model.absence import NotStated
from planmodel.model.indicators import Baseline
from planmodel.model.targets import Target
from planmodel.periods import (
    CalendarYear,
    Cohort,
    Day,
    FiscalYear,
    Period,
    Window,
    Year,
    fiscal_year_of,
    same_kind,
    years_between,
)
from planmodel.text import Text, say

__all__ = ["Elapsed", "Times", "elapsed", "how_mixed", "is_due", "times_of"]

_CALENDAR = say(
    "fiscal and calendar years are set against each other, year for year",
    "年度と暦年を同じ年どうしで比べている",
)
_MONTHS = say(
    "fiscal years that begin in different months are set against each other, year for year",
    "始まる月の異なる年度を同じ年どうしで比べている",
)
_DAYS = say(
    "a day is set against a year: it counts as the year that it lies in",
    "年月日は、その日の属する年または年度として比べている",
)
_MIDDLE = say(
    "a span of years counts from its middle", "複数年の期間は、その中間の時点として扱っている"
)
_NAMES = say(
    "cohorts of different names are set against each other, year for year",
    "名称の異なる集団（コホート）を同じ年どうしで比べている",
)


@frozen
class Elapsed:
    """The years between two periods, or why they cannot be told; and what was assumed."""

    years: Fraction | NotAssessable
    notes: tuple[Text, ...] = ()


def elapsed(start: Period, end: Period) -> Elapsed:
    """The years from *start* to *end*, in true periods where both are of one kind.

    Others are set against each other year for year, and `Elapsed.notes` say so. A cohort is only
    set against a cohort, and no year of a span lies after that span.
    """
    if same_kind(start, end):
        return Elapsed(years_between(start, end))
    if isinstance(start, Cohort) is not isinstance(end, Cohort):
        return Elapsed(_one_cohort(start, end))
    if isinstance(start, Window) and not isinstance(end, Window) and _is_within(end, start):
        return Elapsed(_within(start, end))
    first, last = _as_year(start, end), _as_year(end, start)
    return Elapsed(Fraction(position(last) - position(first)), tuple(how_mixed((start, end))))


def _one_cohort(start: Period, end: Period) -> NotAssessable:
    text = say(
        "{start} and {end} cannot be set against each other: one is a cohort, the other is not",
        "{start}と{end}は、一方だけが集団（コホート）の期間であるため比べられない",
        start=start,
        end=end,
    )
    return NotAssessable(why.NO_TIME.code, text)


def _within(start: Period, end: Period) -> NotAssessable:
    text = say(
        "{end} lies within the span of the baseline ({start}): no time has passed",
        "{end}は基準値の期間（{start}）の中にあり、まだ時間が経過していない",
        start=start,
        end=end,
    )
    return NotAssessable(why.NO_TIME.code, text)


def _is_within(period: Period, span: Window) -> bool:
    at = position(_as_year(period, span.first))
    return position(span.first) <= at <= position(span.last)


def _as_year(period: Period, like: Period) -> Period:
    """A day as the year, fiscal or calendar, that it lies in, as *like* has it."""
    if not isinstance(period, Day):
        return period
    unit = _year_of(like)
    if isinstance(unit, CalendarYear):
        return CalendarYear(period.date.year)
    return fiscal_year_of(period.date, unit.start_month) if unit is not None else period


def _year_of(period: Period) -> Year | None:
    """A year of the kind that *period* is made of; ``None`` for a day."""
    if isinstance(period, Window):
        return _year_of(period.first)
    if isinstance(period, Cohort):
        return _year_of(period.of)
    return None if isinstance(period, Day) else period


def how_mixed(periods: Iterable[Period]) -> Iterator[Text]:
    """What is set against what where *periods* are not all of one kind."""
    given = tuple(periods)
    years = [year for year in map(_year_of, given) if year is not None]
    known = [it.known_in for it in given if isinstance(it, Cohort)]
    if len({type(it) for it in years}) > 1 or len({type(it) for it in known}) > 1:
        yield _CALENDAR
    if _months(years) > 1 or _months(known) > 1:
        yield _MONTHS
    if len(years) < len(given) and years:
        yield _DAYS
    if 0 < sum(isinstance(it, Window) for it in given) < len(given):
        yield _MIDDLE
    if len({it.name for it in given if isinstance(it, Cohort)}) > 1:
        yield _NAMES


def _months(years: Iterable[Year]) -> int:
    """In how many different months the fiscal years among *years* begin."""
    return len({it.start_month for it in years if isinstance(it, FiscalYear)})


@frozen
class Times:
    """The periods from the baseline to the value and to the target, as far as they are known."""

    passed: Decimal | None = None
    whole: Decimal | None = None
    notes: tuple[Text, ...] = ()
    reason: NotAssessable | None = None


def times_of(baseline: Baseline | None, at: Period, target: Target | None) -> Times:
    """The times from *baseline* to a value of *at* and to *target*, and what was assumed."""
    if baseline is None or isinstance(baseline.period, NotStated):
        return Times()
    spans = [elapsed(baseline.period, at)]
    if target is not None and not isinstance(target.period, NotStated):
        spans.append(elapsed(baseline.period, target.period))
    passed, whole = _decimal(spans[0]), _decimal(spans[1]) if len(spans) > 1 else None
    notes = dict.fromkeys(note for span in spans for note in span.notes)
    reasons = (it.years for it in spans if isinstance(it.years, NotAssessable))
    return Times(passed, whole, tuple(notes), next(reasons, None))


def is_due(target: Target | None, at: Period) -> bool | None:
    """Whether *target* is due in *at* or was before: a span after its end, a day in its year.

    ``None`` where there is no target, or none with a date.
    """
    if target is None or isinstance(target.period, NotStated):
        return None
    since = elapsed(target.period, at).years
    return not isinstance(since, NotAssessable) and since >= 0


def _decimal(span: Elapsed) -> Decimal | None:
    if isinstance(span.years, NotAssessable):
        return None
    return divide(Decimal(span.years.numerator), Decimal(span.years.denominator))
