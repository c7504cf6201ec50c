"""How likely the targets of a plan are to be met: always approximate, or a reason why not."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from planmodel.evaluation import reasons as why
from planmodel.evaluation.counting import in_other_unit
from planmodel.evaluation.facts import Direction
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.outlook import Outlook, YearKind, series_outlook
from planmodel.evaluation.probability import (
    Probability,
    probability_of_count,
    probability_of_share,
)
from planmodel.evaluation.results import Assessment, Evaluation
from planmodel.evaluation.serial import (
    PERCENT,
    TARGET_BROKEN,
    asked_years,
    year_of,
    yearly_values,
)
from planmodel.evaluation.spans import place_in, span_of_target
from planmodel.model.indicators import Indicator
from planmodel.periods import CalendarYear
from planmodel.text import say

__all__ = ["prospect"]

_GAPS = NotAssessable(
    "flows_unknown",
    say(
        "the amount of every single year since the baseline is not known",
        "基準年以降の各年の件数がそろっていない",
    ),
)


def prospect(evaluation: Evaluation, indicator: Indicator | str) -> Outlook | NotAssessable:
    """The outlook of an indicator from what was known when the plan was judged.

    A running total of whole numbers gets the probability of a count, a percentage whose
    denominators were all reported that of a share; other series need at least four values.
    A target of every year that a year has failed has no outlook: it is decided. Where target
    and values are of spans of years, they are all of one length, or there is no outlook.

    Raises:
        UnknownIdError: the indicator was not judged.
    """
    assessment = evaluation[indicator]
    asked = asked_years(assessment)
    if isinstance(asked, NotAssessable):
        return asked
    span = TARGET_BROKEN if _is_broken(assessment) else span_of_target(assessment)
    if isinstance(span, NotAssessable):
        return span
    target, due = assessment.facts.target, asked.get("target_year")
    direction = assessment.facts.direction
    if target is None or due is None:
        return why.NO_TARGET
    if direction is None:
        return why.NO_DIRECTION
    base_year = asked["base_year"]
    if due <= base_year:
        return why.TARGET_NOT_AFTER_BASELINE
    values = yearly_values(assessment)
    kind: YearKind = "calendar" if isinstance(assessment.period, CalendarYear) else "fiscal"
    outlook = series_outlook(
        values,
        target=target,
        target_year=due,
        base_year=base_year,
        direction=direction,
        years=kind,
    )
    chance = _of_kind(evaluation, assessment, values, due, direction)
    if chance is not None:
        outlook = evolve(outlook, probability=chance)
    return evolve(outlook, target_period=span)


def _is_broken(assessment: Assessment) -> bool:
    """Whether the target is one of every year, and a year has failed it for good."""
    if assessment.facts.target_scope != "every_year":
        return False
    standing = assessment.standing
    return standing is not None and bool(standing.failed)


def _of_kind(
    evaluation: Evaluation,
    assessment: Assessment,
    values: dict[int, Decimal],
    due: int,
    direction: Direction,
) -> Probability | NotAssessable | None:
    """The probability by the indicator's own kind; ``None`` where only the general one applies."""
    target, last = assessment.facts.target, max(values)
    if target is None:
        return why.NO_TARGET
    if due <= last:
        return why.TARGET_YEAR_PASSED
    whole = all(number == number.to_integral_value() for number in values.values())
    if assessment.indicator.kind == "cumulative" and whole:
        flows = _flows(values)
        if isinstance(flows, NotAssessable):
            return flows
        return probability_of_count(
            flows, remaining=target - values[last], years_left=due - last, direction=direction
        )
    if assessment.indicator.unit in PERCENT:
        shares = _shares(evaluation, assessment)
        if shares:
            return probability_of_share(
                shares, denominator=shares[-1][1], target_percent=target, direction=direction
            )
    return None


def _flows(values: dict[int, Decimal]) -> list[Decimal] | NotAssessable:
    years = sorted(values)
    if len(years) <= 1 or years != list(range(years[0], years[-1] + 1)):
        return _GAPS
    flows = [values[year] - values[year - 1] for year in years[1:]]
    return _GAPS if any(flow < 0 for flow in flows) else flows


def _shares(evaluation: Evaluation, assessment: Assessment) -> list[tuple[Decimal, Decimal]]:
    """Numerator and denominator of every observed year; none at all where one is unknown."""
    rows = evaluation.observations.standing(assessment.id, evaluation.known_by)
    place = place_in(assessment)
    end = year_of(assessment.period, place)
    found: list[tuple[int, Decimal, Decimal]] = []
    for period, row in rows.items():
        year = year_of(period, place)
        if year is None or end is None or year > end or row.value is None:
            continue
        if in_other_unit(row, assessment.indicator.unit, evaluation.plan) is not None:
            continue
        if row.base is None:
            return []
        share = (row.value * row.base / 100).to_integral_value()
        found.append((year, share, row.base))
    return [(share, base) for _, share, base in sorted(found)]
