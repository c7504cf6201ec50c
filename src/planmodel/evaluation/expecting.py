"""The year's expected value, and the measures that hold the value against it."""

from __future__ import annotations

from decimal import Decimal

from planmodel.evaluation import arithmetic as compute
from planmodel.evaluation import reasons as why
from planmodel.evaluation.arithmetic import Convention, Outcome
from planmodel.evaluation.facts import SIGNS, Facts, Path
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.precision import add, divide, multiply, subtract

__all__ = [
    "expected_value",
    "gap_to_expected",
    "is_given",
    "is_target_itself",
    "pace_ratio",
    "ratio_to_expected",
    "scaled_expected",
    "scaled_gap",
]

_ZERO = Decimal(0)
_ONE = Decimal(1)


def expected_value(facts: Facts, path: Path | None) -> Outcome:
    """The year's expected value: as printed, the target itself, else on the *path*.

    ``linear_from_zero`` is a rule's own clock and takes no notice of printed values.
    """
    if facts.expected is not None and is_given(facts, path):
        return facts.expected
    if is_target_itself(facts):
        return why.NO_TARGET if facts.target is None else facts.target
    if path == "linear_from_zero":
        return compute.expected_linear_from_zero(facts.target, facts.elapsed, facts.duration)
    if path is None:
        return why.NO_PATH
    on_path = compute.expected_linear if path == "linear" else compute.expected_geometric
    return on_path(facts.baseline, facts.target, facts.elapsed, facts.duration)


def is_given(facts: Facts, path: Path | None) -> bool:
    """Whether the expected value comes with the figures, and the *path* takes notice of it."""
    if facts.expected is None:
        return False
    return path != "linear_from_zero" or facts.has_path is False


def is_target_itself(facts: Facts) -> bool:
    """Whether T itself is expected and no line is drawn to it, whatever the path.

    So it is with what is asked for in the very year, and with a target that is due where nothing
    tells from where and when a line would start.
    """
    if facts.has_path is False:
        return True
    if facts.baseline is None or facts.elapsed is None or facts.duration is None:
        return facts.due is True
    return False


def ratio_to_expected(facts: Facts, convention: Convention | None, path: Path | None) -> Outcome:
    """v/e; where less is better, as the *convention* says."""
    sign = SIGNS.get(facts.direction)
    if sign is None:
        return why.NO_DIRECTION
    v, b = facts.value, facts.baseline
    # What `is_target_itself` says of most figures, without the call: this runs in loops.
    usual = facts.has_path is not False and facts.due is not True
    on_line = usual or not is_target_itself(facts)
    if path == "linear" and facts.expected is None and on_line:
        return compute.ratio_to_expected_linear(
            v, b, facts.target, facts.elapsed, facts.duration, sign, convention
        )
    if path == "linear_from_zero" and on_line:
        return compute.ratio_to_expected_linear_from_zero(
            v, b, facts.target, facts.elapsed, facts.duration, sign, convention
        )
    if v is None:
        return why.NO_VALUE
    scaled = scaled_expected(facts, path)
    if isinstance(scaled, NotAssessable):
        return scaled
    e_n, n = scaled
    return compute.ratio_to_expected(multiply(v, n), e_n, sign, convention, _times(b, n))


def pace_ratio(facts: Facts, _convention: Convention | None, path: Path | None) -> Outcome:
    """(v − b)/(e − b)."""
    sign = SIGNS.get(facts.direction)
    if sign is None:
        return why.NO_DIRECTION
    v, b = facts.value, facts.baseline
    # What `is_target_itself` says of most figures, without the call: this runs in loops.
    usual = facts.has_path is not False and facts.due is not True
    on_line = usual or not is_target_itself(facts)
    if path == "linear" and facts.expected is None and on_line:
        return compute.pace_ratio_linear(v, b, facts.target, facts.elapsed, facts.duration, sign)
    if path == "linear_from_zero" and on_line:
        return compute.pace_ratio_linear_from_zero(
            v, b, facts.target, facts.elapsed, facts.duration, sign
        )
    if v is None:
        return why.NO_VALUE
    scaled = scaled_expected(facts, path)
    if isinstance(scaled, NotAssessable):
        return scaled
    e_n, n = scaled
    return compute.pace_ratio(multiply(v, n), _times(b, n), e_n, sign)


def gap_to_expected(facts: Facts, _convention: Convention | None, path: Path | None) -> Outcome:
    """d·(e − v): what is missing to the value expected for the year, in the unit."""
    scaled = scaled_gap(facts, path)
    if isinstance(scaled, NotAssessable):
        return scaled
    left, n = scaled
    return left if n == _ONE else divide(left, n)


def scaled_gap(facts: Facts, path: Path | None) -> tuple[Decimal, Decimal] | NotAssessable:
    """The gap to the expected value times n, and n, as in `scaled_expected`."""
    sign = SIGNS.get(facts.direction)
    if sign is None:
        return why.NO_DIRECTION
    if facts.value is None:
        return why.NO_VALUE
    scaled = scaled_expected(facts, path)
    if isinstance(scaled, NotAssessable):
        return scaled
    e_n, n = scaled
    left = compute.gap(multiply(facts.value, n), e_n, sign)
    return left if isinstance(left, NotAssessable) else (left, n)


def scaled_expected(facts: Facts, path: Path | None) -> tuple[Decimal, Decimal] | NotAssessable:
    """The expected value as e·n and n, n > 0, so that nothing is divided before a ratio is.

    Both are exact where the value is printed or lies on straight lines.
    """
    e = expected_value(facts, path)
    if isinstance(e, NotAssessable):
        return e
    if is_target_itself(facts):
        return e, _ONE
    is_from_zero = path == "linear_from_zero"
    if facts.drawn is not None and not is_from_zero:
        return facts.drawn
    b, t = _ZERO if is_from_zero else facts.baseline, facts.target
    k, n = facts.elapsed, facts.duration
    is_line = is_from_zero or (path == "linear" and facts.expected is None)
    if not is_line or b is None or t is None or k is None or n is None or k >= n:
        return e, _ONE
    return add(multiply(b, subtract(n, k)), multiply(t, k)), n


def _times(figure: Decimal | None, n: Decimal) -> Decimal | None:
    return None if figure is None else multiply(figure, n)
