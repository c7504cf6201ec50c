"""The outlook of a series: a band, two paces, a year of arrival and a probability.

All of it is approximate and says so; where the data cannot carry a part, the part is a reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Literal, TypeAlias

from attrs import frozen

from planmodel.errors import ModelError, Problem, UsageError, did_you_mean
from planmodel.evaluation import reasons as why
from planmodel.evaluation.arithmetic import Outcome, required_pace
from planmodel.evaluation.outcome import NotAssessable, Step, Trace
from planmodel.evaluation.points import (
    Points,
    SeriesLike,
    Value,
    read_number,
    read_points,
    read_year,
    unreadable,
)
from planmodel.evaluation.probability import Probability, drift_probability
from planmodel.evaluation.profiles.base import Direction
from planmodel.evaluation.projection import Band, arrival, band, pace_since, short
from planmodel.evaluation.series import read_direction
from planmodel.periods import CalendarYear, FiscalYear, Period
from planmodel.text import Language, Text, say

__all__ = ["Outlook", "YearKind", "series_outlook"]

YearKind: TypeAlias = Literal["fiscal", "calendar"]
"""Whether the years of a series are fiscal or calendar years; it is declared, not guessed."""

_KINDS: tuple[YearKind, YearKind] = ("fiscal", "calendar")


@frozen
class Outlook:
    """What can be said about the way to a target; every part is a figure or a reason.

    Attributes:
        target: The target, and ``target_year`` its year.
        target_period: The target's own period where target and values are of spans of years (or
            of cohorts); every year here is then the last one of such a span. Else ``None``.
        value: The last value used, and ``year`` its year; ``None`` where there is none.
        band: Where the target year may lie: three projections, never one number.
        observed_pace: The change a year since the baseline.
        required_pace: The change a year that is needed from now on.
        arrival: The year in which the observed pace reaches the target.
        probability: How likely the target is to be met, where the values can carry it.
        approximate: Always true.
    """

    target: Decimal
    target_year: int
    direction: Direction
    years: YearKind
    value: Decimal | None
    year: int | None
    band: Band | NotAssessable
    observed_pace: Outcome
    required_pace: Outcome
    arrival: int | NotAssessable
    probability: Probability | NotAssessable
    approximate: bool = True
    target_period: Period | None = None

    def period_in(self, year: int) -> Period:
        """What a value of *year* is of: the year, or the span of the series that ends with it.

        Raises:
            ModelError: a year is out of range.
        """
        if self.target_period is not None:
            return self.target_period.shift(year - self.target_year)
        return FiscalYear(year) if self.years == "fiscal" else CalendarYear(year)

    @property
    def is_fast_enough(self) -> bool | None:
        """Whether the observed pace is at least the required one; ``None`` where unknown."""
        observed, required = self.observed_pace, self.required_pace
        if isinstance(observed, NotAssessable) or isinstance(required, NotAssessable):
            return None
        return observed >= required if self.direction == "increase" else observed <= required

    @property
    def arrival_sentence(self) -> Text:
        """When the target is reached at the observed pace, or why that cannot be said."""
        if isinstance(self.arrival, NotAssessable):
            return self.arrival.reason
        return say(
            "at this pace reached in {year} (approximate)",
            "このままのペースで{year}に到達（概算）",
            year=self.named(self.arrival),
        )

    def named(self, year: int) -> Text:
        """`period_in` *year* in words; a year too far ahead for a period is its bare number."""
        if self.target_period is not None:
            with suppress(ModelError):
                return say("{period}", "{period}", period=self.period_in(year))
            return say("{year}", "{year}年", year=year)
        if self.years == "fiscal":
            return say("FY{year}", "{year}年度", year=year)
        return say("{year}", "{year}年", year=year)

    @property
    def trace(self) -> Trace:
        """One step a part, with its reason where there is no figure."""
        band_steps = () if isinstance(self.band, NotAssessable) else self.band.trace.steps
        likely = () if isinstance(self.probability, NotAssessable) else self.probability.trace.steps
        given: dict[str, object] = {"v": self.value, "T": self.target}
        if self.value is None:
            last = Step(say("Last value", "最新の値"), note=why.NO_VALUE.reason)
            del given["v"]
        else:
            at = self.year if self.target_period is None else self.named(self.year or 0)
            last = Step(say("Last value", "最新の値"), "", {"year": at}, self.value)
        return Trace(
            (
                last,
                *band_steps,
                _part(
                    say("Observed pace", "実績のペース"), "(v − b)/(y − y_b)", self.observed_pace
                ),
                _part(
                    say("Required pace", "必要なペース"),
                    "(T − v)/(y_T − y)",
                    self.required_pace,
                    given,
                ),
                Step(say("Arrival", "到達の見込み"), value=self.arrival_sentence),
                *likely,
            )
        )

    def in_language(self, language: Language) -> str:
        """The outlook as a few sentences of *language*, one a line."""
        year = self.named(self.target_year)
        lines = [
            say("{year}: {band}", "{year}の見通し: {band}", year=year, band=self.band),
            *self._paces(),
            self.arrival_sentence,
            say("target met: {chance}", "目標達成の確率: {chance}", chance=self.probability),
        ]
        if self.value is None:
            lines = [say("{year}: {why}", "{year}の見通し: {why}", year=year, why=why.NO_VALUE)]
        return "\n".join(line.in_language(language) for line in lines)

    def _paces(self) -> tuple[Text, ...]:
        """Both paces in one line, or what there is of them with the reason for the rest."""
        observed, required = self.observed_pace, self.required_pace
        if isinstance(observed, Decimal) and isinstance(required, Decimal):
            both = say(
                "pace a year: {observed} observed, {required} required",
                "年当たりのペース: 実績{observed}、必要{required}",
                observed=short(observed),
                required=short(required),
            )
            return (both,)
        if observed == required:
            return (say("pace a year: {why}", "年当たりのペース: {why}", why=observed),)
        return (
            say("observed pace a year: {it}", "実績の年当たりのペース: {it}", it=_told(observed)),
            say("required pace a year: {it}", "必要な年当たりのペース: {it}", it=_told(required)),
        )

    def __str__(self) -> str:
        return self.in_language("en")


def _told(outcome: Outcome) -> object:
    return outcome if isinstance(outcome, NotAssessable) else short(outcome)


def _part(
    name: Text, formula: str, outcome: Outcome, inputs: Mapping[str, object] | None = None
) -> Step:
    if isinstance(outcome, NotAssessable):
        return Step(name, formula, inputs or {}, note=outcome.reason)
    return Step(name, formula, inputs or {}, short(outcome))


def series_outlook(  # noqa: PLR0913 - a series and what was declared on it
    series: SeriesLike,
    *,
    target: Value,
    target_year: int,
    base_year: int,
    direction: Direction,
    years: YearKind,
    current_year: int | None = None,
) -> Outlook:
    """The way of a series to its target, as far as its values can carry it.

    Args:
        series: Pairs of year and value in any order, or a mapping; ``None`` is missing.
        target: The target in the unit of the series.
        target_year: Its year.
        base_year: The year the observed pace is measured from; it must have a value.
        direction: What is wanted, ``increase`` or ``decrease``.
        years: Whether the years are ``fiscal`` or ``calendar`` years.
        current_year: Values after this year are not used.

    Raises:
        UsageError: The call has no meaning; all that is wrong with it is named at once.

    >>> from planmodel.evaluation import series_outlook
    >>> outlook = series_outlook(
    ...     [(2017, 947), (2021, 784)], target=757, target_year=2023, base_year=2017,
    ...     direction="decrease", years="calendar")
    >>> print(outlook)
    2023: between 702.5 and 784.0 (approximate)
    pace a year: -40.75 observed, -13.50 required
    at this pace reached in 2022 (approximate)
    target met: at least 4 values are needed for a probability
    """
    problems: list[Problem] = []
    points = read_points(series, problems)
    aim = read_number("target", target, problems)
    due = read_year("target_year", target_year, problems)
    base = read_year("base_year", base_year, problems)
    until = read_year("current_year", current_year, problems)
    wanted = read_direction(direction, problems)
    kind = _read_kind(years, problems)
    for name, given in (("target", target), ("target_year", target_year), ("base_year", base_year)):
        if given is None:
            problems.append(Problem(say("it is needed", "必要な値がない"), name))
    if due is not None and base is not None and due <= base:
        what = say(
            "the target year {due} is not after the base year {base}",
            "目標年{due}が基準年{base}より後になっていない",
            due=due,
            base=base,
        )
        problems.append(Problem(what, "target_year"))
    if problems or aim is None or due is None or base is None:
        raise UsageError(*problems)
    known = points.cut(until)
    return Outlook(
        aim,
        due,
        wanted,
        kind,
        known.value(-1) if known else None,
        known.years[-1] if known else None,
        band(known, base_year=base, year=due),
        pace_since(known, base),
        _required(known, aim, base, due),
        arrival(known, base_year=base, target=aim, direction=wanted),
        drift_probability(known, target=aim, year=due, direction=wanted),
    )


def _required(points: Points, target: Decimal, base_year: int, due: int) -> Outcome:
    if not points:
        return why.NO_VALUE
    elapsed = Decimal(points.years[-1] - base_year)
    return required_pace(points.value(-1), target, elapsed, Decimal(due - base_year))


def _read_kind(given: object, problems: list[Problem]) -> YearKind:
    for kind in _KINDS:
        if isinstance(given, str) and given == kind:
            return kind
    problems.append(
        Problem(
            say("{given} is no kind of year", "{given}は年の種類ではない", given=unreadable(given)),
            "years",
            say("fiscal or calendar", "fiscalまたはcalendar"),
            did_you_mean(given, _KINDS) if isinstance(given, str) else "",
        )
    )
    return "calendar"
