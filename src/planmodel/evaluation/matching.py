"""Whether the conditions of a rule hold: yes, no, or cannot be known, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TypeAlias

from planmodel.evaluation import arithmetic as compute
from planmodel.evaluation import reasons as why
from planmodel.evaluation.arithmetic import Outcome
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.expecting import is_target_itself, scaled_expected, scaled_gap
from planmodel.evaluation.facts import SIGNS, Facts, Path
from planmodel.evaluation.interval import Interval
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.precision import HUNDRED, UNITS, divide, fma, multiply
from planmodel.evaluation.reasons import ANY_REASON, codes_of
from planmodel.evaluation.rules.model import Judging, takes_year
from planmodel.evaluation.rules.steps import Case, Condition, FirstMatch, Which

__all__ = ["Verdict", "facts_for", "first_case", "first_of", "holds", "number_of"]

Verdict: TypeAlias = bool | NotAssessable

_NET = ("ratio_to_target", "ratio_to_expected")


def facts_for(name: str, facts: Facts, which: Which | None) -> Facts:
    """The facts with the target that the measure *name* takes."""
    if facts.of_year is not None and takes_year(name, which):
        return facts.of_year
    return facts


def number_of(name: str, facts: Facts, judging: Judging, which: Which | None = None) -> Outcome:
    """The measure *name* as *judging* declares it: in percent for a ratio, else in the unit.

    *which* target it takes is a condition's own word, if there is one.
    """
    if facts.of_year is not None:
        facts = facts_for(name, facts, which or judging.target)
    spec = MEASURES[name]
    path = facts.path if judging.path == "declared" else judging.path
    if facts.kind == "cumulative" and name in _NET and judging.net_of_baseline is not False:
        outcome = _net(name, facts, judging, path)
    else:
        outcome = spec.compute(facts, judging.convention, path)
    if spec.is_ratio and isinstance(outcome, Decimal):
        return fma(outcome, HUNDRED, UNITS)
    return outcome


def _net(name: str, facts: Facts, judging: Judging, path: Path | None) -> Outcome:
    """A ratio of running totals without what was there at the start.

    Where the baseline is 0 or there is none at all, nothing needs to be declared.
    """
    if facts.has_baseline is False or judging.net_of_baseline is None:
        if facts.has_baseline is not False and facts.value is not None and facts.baseline != 0:
            return why.RUNNING_TOTAL
        return MEASURES[name].compute(facts, judging.convention, path)
    if name == "ratio_to_target":
        return MEASURES["progress_from_baseline"].compute(facts, None, None)
    if path != "linear_from_zero" or is_target_itself(facts):
        return MEASURES["pace_ratio"].compute(facts, None, path)
    sign = SIGNS.get(facts.direction)
    if sign is None:
        return why.NO_DIRECTION
    return compute.pace_ratio_linear(
        facts.value, facts.baseline, facts.target, facts.elapsed, facts.duration, sign
    )


def _all_of(verdicts: Iterable[Verdict]) -> Verdict:
    unknown: NotAssessable | None = None
    for verdict in verdicts:
        if verdict is False:
            return False
        if isinstance(verdict, NotAssessable):
            unknown = verdict if unknown is None else unknown
    return True if unknown is None else unknown


def _any_of(verdicts: Iterable[Verdict]) -> Verdict:
    unknown: NotAssessable | None = None
    for verdict in verdicts:
        if verdict is True:
            return True
        if isinstance(verdict, NotAssessable):
            unknown = verdict if unknown is None else unknown
    return False if unknown is None else unknown


def holds(condition: Condition, test: Callable[[Condition], Iterable[Verdict]]) -> Verdict:
    """Whether *condition* holds; *test* gives the verdicts on what it states itself."""

    def verdicts() -> Iterable[Verdict]:
        yield from test(condition)
        for part in condition.all_of:
            yield holds(part, test)
        if condition.any_of:
            yield _any_of(holds(part, test) for part in condition.any_of)
        if condition.negated is not None:
            verdict = holds(condition.negated, test)
            yield verdict if isinstance(verdict, NotAssessable) else not verdict

    return _all_of(verdicts())


def _reached(facts: Facts, which: Which | None) -> Verdict:
    if which == "year" and facts.of_year is not None:
        facts = facts.of_year
    if facts.reached is not None:
        return facts.reached
    outcome = MEASURES["gap"].compute(facts, None, None)
    return outcome if isinstance(outcome, NotAssessable) else outcome <= 0


_NOT_THERE: dict[str, NotAssessable] = {
    "value": why.NO_VALUE,
    "target": why.NO_TARGET,
    "baseline": why.NO_BASELINE,
    "base": why.NO_BASE,
    "previous": why.NO_PREVIOUS,
}


def _lies_in(condition: Condition, interval: Interval, number: Decimal, facts: Facts) -> Verdict:
    """Whether *number* lies in the interval, or in that percentage of the size of a figure.

    The ends are multiplied and nothing is divided, so the figure may be 0.
    """
    if condition.percent_of is None:
        return interval.contains(number)
    figure: Decimal | None = getattr(facts, condition.percent_of)
    if figure is None:
        return _NOT_THERE[condition.percent_of]
    scaled = interval.times(figure.copy_abs())
    return scaled.contains(multiply(number, HUNDRED))


def _lies_in_expected(
    interval: Interval, name: str, number: Decimal, facts: Facts, path: Path | None
) -> Verdict:
    """`_lies_in` for percentages of the year's expected value, which is no rounded quotient.

    Number and ends are taken n times, so that a gap of a third of something is exactly that.
    """
    scaled = scaled_expected(facts, path)
    if isinstance(scaled, NotAssessable):
        return scaled
    e_n, n = scaled
    times_n = multiply(number, n)
    gap = scaled_gap(facts, path) if name == "gap_to_expected" else why.NO_EXPECTED
    if not isinstance(gap, NotAssessable) and divide(gap[0], n) == number:
        times_n = gap[0]
    return interval.times(e_n.copy_abs()).contains(multiply(times_n, HUNDRED))


def _is_among(codes: frozenset[str], outcome: Outcome, facts: Facts) -> bool:
    """Whether *outcome* is a reason that one of *codes* names; the nearest one counts as well."""
    if isinstance(outcome, Decimal):
        return False
    known = codes_of(outcome.code)
    if facts.nearer is not None and outcome.code in codes_of(facts.nearer.code):
        known = codes_of(facts.nearer.code)
    return ANY_REASON in codes or not codes.isdisjoint(known)


def first_case(
    scale: FirstMatch, facts: Facts, judging: Judging, own: Outcome | None
) -> Case | NotAssessable:
    """The first case of *scale* that holds for *facts*; *own* is the number that is graded."""

    def number_in(condition: Condition) -> Outcome:
        name = condition.measure or judging.measure
        if name is None or (name == judging.measure and condition.target in (None, judging.target)):
            return why.NO_VALUE if own is None else own
        return number_of(name, facts, judging, condition.target)

    def test(condition: Condition) -> Iterable[Verdict]:
        yield condition.applies_to(facts)
        which = condition.target or judging.target
        if condition.reached is not None:
            reached = _reached(facts, which)
            yield reached if isinstance(reached, NotAssessable) else reached is condition.reached
        if condition.not_assessable is not None:
            yield _is_among(condition.not_assessable, number_in(condition), facts)
        if condition.interval is not None:
            number = number_in(condition)
            name = condition.measure or judging.measure or ""
            if not isinstance(number, Decimal):
                yield number
            elif condition.percent_of == "expected":
                path = facts.path if judging.path == "declared" else judging.path
                yield _lies_in_expected(condition.interval, name, number, facts, path)
            else:
                seen = facts.of_year if which == "year" and facts.of_year is not None else facts
                yield _lies_in(condition, condition.interval, number, seen)

    return first_of(scale, test)


def first_of(
    scale: FirstMatch, test: Callable[[Condition], Iterable[Verdict]]
) -> Case | NotAssessable:
    """The first case of *scale* that *test* finds to hold."""
    for case in scale.cases[:-1]:
        verdict = True if case.condition is None else holds(case.condition, test)
        if isinstance(verdict, NotAssessable):
            return verdict
        if verdict:
            return case
    return scale.cases[-1]
