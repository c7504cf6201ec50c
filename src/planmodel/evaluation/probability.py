"""How likely a target is to be met, as closed forms; approximate, and said to be so.

Count targets: a Gamma prior on a Poisson rate gives a negative binomial total.
Percentages with known denominators: a Beta prior gives a beta-binomial count.
Other values: with at least four of them, a random walk with drift, whose prediction follows
Student's t. Each says why where the data cannot carry it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import reduce

from planmodel.errors import Problem, UsageError
from planmodel.evaluation import reasons as why
from planmodel.evaluation.likelihood import (
    DENOMINATORS_UNKNOWN,
    FEWEST_VALUES,
    FLOWS_UNKNOWN,
    NO_SPREAD,
    TOO_FEW,
    TOO_LARGE,
    Probability,
    need,
    read_count,
    read_prior,
    read_shares,
)
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.points import (
    Points,
    SeriesLike,
    Value,
    read_number,
    read_points,
    read_year,
    things_in,
    unreadable,
)
from planmodel.evaluation.precision import add, divide, multiply, subtract
from planmodel.evaluation.profiles.base import Direction
from planmodel.evaluation.series import read_direction
from planmodel.evaluation.special import (
    beta_binomial_survival,
    incomplete_beta,
    negative_binomial_survival,
    student_survival,
)
from planmodel.text import say

__all__ = [
    "COUNT_PRIOR",
    "SHARE_PRIOR",
    "Probability",
    "probability_of_count",
    "probability_of_share",
    "probability_of_value",
]

COUNT_PRIOR = (1 / 3, 0.0)
"""Shape and rate of the Gamma prior of a yearly count: neutral, worth a third of an event."""

SHARE_PRIOR = (0.5, 0.5)
"""The two parameters of the Beta prior of a share: that of Jeffreys."""

_LARGEST_COUNT = Decimal(10**10)
_LARGEST_DENOMINATOR = 10**7
_NO_SPREAD = 1e-24
_COUNT_METHOD = say("Gamma–Poisson prediction of the count", "件数のガンマ・ポアソン予測")
_SHARE_METHOD = say("Beta-binomial prediction of the share", "割合のベータ二項予測")
_VALUE_METHOD = say(
    "Random walk with drift, Student's t prediction", "ドリフト付きランダムウォークのt分布予測"
)


def probability_of_count(
    flows: Iterable[Value],
    *,
    remaining: Value,
    years_left: Value,
    direction: Direction,
    prior: tuple[Value, Value] = COUNT_PRIOR,
) -> Probability | NotAssessable:
    """The probability that the total of the years ahead meets a count target.

    With yearly counts k over m years, R remaining and r years left, and a prior Gamma(a₀, b₀):
    the total is negative binomial with n = a₀ + Σk and p = (b₀ + m)/(b₀ + m + r);
    where more is wanted P(total ≥ R), where less is wanted P(total ≤ R).

    Args:
        flows: The count of each year; ``None`` is a year whose count is not known, which is
            left out of k and of m.
        remaining: What is still needed (``increase``) or may still happen (``decrease``).
        years_left: Years until the target, in the unit of the yearly counts.
        direction: Whether the target is a floor or a ceiling.
        prior: a₀ and b₀.

    Raises:
        UsageError: A count is negative or no whole number, or an argument is no number.

    >>> from planmodel.evaluation import probability_of_count
    >>> print(probability_of_count([12, 9, 14], remaining=30, years_left=3, direction="increase"))
    about 75% (approximate)
    """
    problems: list[Problem] = []
    things = things_in(flows)
    if things is None:
        what = say("{given} are no counts", "{given}は件数の並びではない", given=unreadable(flows))
        problems.append(Problem(what, "flows"))
    given = [read_count(f"flows[{i}]", it, problems) for i, it in enumerate(things or ())]
    left = read_number("remaining", remaining, problems)
    ahead = read_number("years_left", years_left, problems)
    need("remaining", remaining, problems)
    need("years_left", years_left, problems)
    wanted = read_direction(direction, problems)
    shape, rate = read_prior(prior, problems)
    if problems or left is None or ahead is None:
        raise UsageError(*problems)
    counts = [count for count in given if count is not None]
    total = reduce(add, counts, Decimal(0))
    n, seen = shape + float(total), rate + len(counts)
    if not counts or n <= 0:
        return FLOWS_UNKNOWN
    if ahead <= 0:
        return why.TARGET_YEAR_PASSED
    if max(total, left) > _LARGEST_COUNT:
        return TOO_LARGE
    years = float(ahead)
    if wanted == "increase":
        value = negative_binomial_survival(_whole(left, ROUND_CEILING), n, seen, years)
    else:
        value = _at_most(_whole(left, ROUND_FLOOR), n, seen, years)
    inputs = {"Σk": total, "m": len(counts), "R": left, "r": ahead, "prior": f"Gamma{prior}"}
    return Probability(
        value,
        _COUNT_METHOD,
        "NB(a₀ + Σk, (b₀ + m)/(b₀ + m + r))",
        tuple(inputs.items()),
    )


def _whole(number: Decimal, rounding: str) -> int:
    return int(number.to_integral_value(rounding))


def _at_most(allowed: int, n: float, seen: float, ahead: float) -> float:
    """P(total ≤ allowed), computed as such: a small probability keeps its digits."""
    if allowed < 0:
        return 0.0
    total = seen + ahead
    return incomplete_beta(n, allowed + 1, seen / total, ahead / total)


def probability_of_share(
    observed: Iterable[tuple[Value, Value]],
    *,
    denominator: Value,
    target_percent: Value,
    direction: Direction,
    prior: tuple[Value, Value] = SHARE_PRIOR,
) -> Probability | NotAssessable:
    """The probability that a percentage meets its target on a known denominator.

    With s of n observed in all and a prior Beta(a₀, b₀), the numerator out of N is
    beta-binomial with a = a₀ + s and b = b₀ + n − s. The target is met from ⌈N·T/100⌉ on where
    more is wanted, up to ⌊N·T/100⌋ where less is wanted.

    Args:
        observed: Pairs of numerator and denominator, one a year; a pair with ``None`` is a year
            that is not known and is left out.
        denominator: N, the denominator of the year that is judged.
        target_percent: T, from 0 to 100.
        direction: Whether the target is a floor or a ceiling.
        prior: a₀ and b₀.

    Raises:
        UsageError: A numerator is larger than its denominator, a count is negative or no whole
            number, or an argument is no number.

    >>> from planmodel.evaluation import probability_of_share
    >>> print(probability_of_share(
    ...     [(37, 40)], denominator=40, target_percent=90, direction="increase"))
    about 72% (approximate)
    """
    problems: list[Problem] = []
    hits, trials = read_shares(observed, problems)
    whole = read_count("denominator", denominator, problems)
    percent = read_number("target_percent", target_percent, problems)
    need("target_percent", target_percent, problems)
    wanted = read_direction(direction, problems)
    first, second = read_prior(prior, problems)
    if problems or percent is None:
        raise UsageError(*problems)
    a, b = first + float(hits), second + float(subtract(trials, hits))
    if not whole or not trials or a <= 0 or b <= 0:
        return DENOMINATORS_UNKNOWN
    if whole > _LARGEST_DENOMINATOR:
        return TOO_LARGE
    count = divide(multiply(whole, percent), Decimal(100))
    # Beyond 0 and N all counts are alike.
    if wanted == "increase":
        needed = min(count, add(whole, Decimal(1))).to_integral_value(ROUND_CEILING)
        value = beta_binomial_survival(int(needed), int(whole), a, b)
    else:
        # At most so many hits are at least the rest of misses.
        allowed = max(Decimal(-1), min(count, whole)).to_integral_value(ROUND_FLOOR)
        value = beta_binomial_survival(int(whole) - int(allowed), int(whole), b, a)
    inputs = {"s": hits, "n": trials, "N": whole, "T": percent, "prior": f"Beta{prior}"}
    return Probability(
        value, _SHARE_METHOD, "BetaBinomial(N, a₀ + s, b₀ + n − s)", tuple(inputs.items())
    )


def probability_of_value(
    series: SeriesLike,
    *,
    target: Value,
    target_year: int,
    direction: Direction,
    current_year: int | None = None,
) -> Probability | NotAssessable:
    """The probability that a continuous value is at its target, or beyond it, in the target year.

    The yearly changes are taken as drift plus independent noise: from n values over G years with
    mean change μ a year and variance σ² a year, the value h years after the last one is
    y + hμ, with variance σ²·(h + h²/G), and follows Student's t with n − 2 degrees of freedom.
    At least four values are needed. Nothing bounds the values: near 0% or 100% prefer
    `probability_of_share`.

    Raises:
        UsageError: The call has no meaning; all that is wrong with it is named at once.

    >>> from planmodel.evaluation import probability_of_value
    >>> print(probability_of_value(
    ...     [(2017, 947), (2018, 880), (2019, 850), (2020, 800), (2021, 784)],
    ...     target=757, target_year=2023, direction="decrease"))
    about 87% (approximate)
    """
    problems: list[Problem] = []
    points = read_points(series, problems)
    aim = read_number("target", target, problems)
    year = read_year("target_year", target_year, problems)
    until = read_year("current_year", current_year, problems)
    need("target", target, problems)
    need("target_year", target_year, problems)
    wanted = read_direction(direction, problems)
    if problems or aim is None or year is None:
        raise UsageError(*problems)
    return drift_probability(points.cut(until), target=aim, year=year, direction=wanted)


def drift_probability(
    points: Points, *, target: Decimal, year: int, direction: Direction
) -> Probability | NotAssessable:
    """`probability_of_value` for a series that is read already."""
    n = len(points)
    if n < FEWEST_VALUES:
        return TOO_FEW if n else why.NO_VALUE
    ahead = year - points.years[-1]
    if ahead <= 0:
        return why.TARGET_YEAR_PASSED
    scale = max(abs(float(value)) for value in (*points.values, target)) or 1.0
    values = [float(value) / scale for value in points.values]
    steps = [points.years[i] - points.years[i - 1] for i in range(1, n)]
    span = points.years[-1] - points.years[0]
    drift = (values[-1] - values[0]) / span
    spread = math.fsum(
        (values[i + 1] - values[i] - years * drift) ** 2 / years for i, years in enumerate(steps)
    ) / (n - 2)
    if spread <= _NO_SPREAD:
        return NO_SPREAD
    error = math.sqrt(spread * (ahead + ahead * ahead / span))
    distance = float(target) / scale - (values[-1] + ahead * drift)
    t = (distance if direction == "increase" else -distance) / error
    inputs = {"n": n, "T": target, "h": ahead, "t": f"{t:.4g}", "ν": n - 2}
    return Probability(
        student_survival(t, n - 2),
        _VALUE_METHOD,
        "P(t_ν > (T − (y + hμ))/(σ√(h + h²/G)))",
        tuple(inputs.items()),
    )
