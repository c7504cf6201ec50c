"""One series of yearly values, judged by a published method, without a plan."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import cast

from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.evaluation.points import (
    SeriesLike,
    Value,
    pair_of,
    read_number,
    read_points,
    read_year,
    unreadable,
)
from planmodel.evaluation.profiles import profile_named
from planmodel.evaluation.profiles.base import Call, Direction, Profile, SeriesJudgement
from planmodel.text import Text, say

__all__ = ["SeriesJudgement", "judge_series", "read_direction"]

_DIRECTIONS: tuple[Direction, Direction] = ("increase", "decrease")
_THRESHOLDS = ("high", "med", "low")


def judge_series(  # noqa: PLR0913 - a method is asked about a series and what was declared on it
    series: SeriesLike,
    *,
    profile: str,
    direction: Direction,
    target: Value = None,
    target_year: int | None = None,
    base_year: int | None = None,
    limit: Value = None,
    current_year: int | None = None,
    bounds: tuple[Value, Value] | None = None,
    thresholds: Mapping[str, Value] | None = None,
) -> SeriesJudgement:
    """The *series* under the published method *profile*, with every step it took.

    Args:
        series: Pairs of year and value in any order, or a mapping; ``None`` is a missing value,
            which is skipped and counted. Years out of order are sorted. A series without any
            value is ``not_available``, whatever else is passed or lacks.
        profile: The name of the method: ``open-sdg-2.4``, ``eustat`` or ``escap``.
        direction: What is wanted, ``increase`` or ``decrease``; it is never read off the data.
        target: The numeric target in the unit of the series, or ``None`` where there is none.
        target_year: The year of the target.
        base_year: The year asked for as baseline. Each profile says what it takes instead where
            that year has no value; none ever takes the first row because it is the first.
        limit: A natural limit of the scale, such as 100 for a percentage.
        current_year: Values after this year are not used; for ``escap`` the year that is judged.
        bounds: The lowest and the highest possible value (``escap``).
        thresholds: Other values for ``high``, ``med`` and ``low`` (``open-sdg-2.4``), which fall
            in this order.

    Returns:
        The judgement. Where the data cannot carry it, its ``reason`` says why.

    Raises:
        UsageError: The call has no meaning; all that is wrong with it is named at once.

    >>> from planmodel.evaluation import judge_series
    >>> judged = judge_series(
    ...     [(2017, 947), (2021, 784)], profile="open-sdg-2.4", direction="decrease",
    ...     base_year=2017, target=757, target_year=2023,
    ... )
    >>> round(judged.progress, 2), judged.status
    (1.26, 'substantial_progress')
    """
    problems: list[Problem] = []
    chosen: Profile | None = None
    try:
        chosen = profile_named(profile)
    except UsageError as error:
        problems += error.problems
    unread = len(problems)
    points = read_points(series, problems)
    is_empty = not points and len(problems) == unread
    call = Call(
        points,
        read_direction(direction, problems),
        read_number("target", target, problems),
        read_year("target_year", target_year, problems),
        read_year("base_year", base_year, problems),
        read_number("limit", limit, problems),
        read_year("current_year", current_year, problems),
        None if bounds is None else _read_bounds(bounds, problems),
        () if thresholds is None else _read_thresholds(thresholds, problems),
    )
    if chosen is not None:
        given = {
            "target": target,
            "target_year": target_year,
            "base_year": base_year,
            "current_year": current_year,
            "limit": limit,
            "bounds": bounds,
            "thresholds": thresholds,
        }
        _fit(chosen, given, problems, is_empty=is_empty)
        _fall(chosen, call, problems)
    _order(call, problems)
    if problems or chosen is None:
        raise UsageError(*problems)
    return chosen.judge(call)


def read_direction(given: object, problems: list[Problem]) -> Direction:
    """*given* as a direction; what is wrong is added to *problems*."""
    for direction in _DIRECTIONS:
        if isinstance(given, str) and given == direction:
            return direction
    problems.append(
        Problem(
            say("{given} is not a direction", "{given}は方向ではない", given=unreadable(given)),
            "direction",
            say("increase or decrease", "increaseまたはdecrease"),
            did_you_mean(given, _DIRECTIONS) if isinstance(given, str) else "",
        )
    )
    return "increase"


def _read_bounds(given: object, problems: list[Problem]) -> tuple[Decimal, Decimal] | None:
    expected = say("two numbers, the lower one first", "小さい方を先にした二つの数値")
    pair = pair_of(given)
    if pair is None:
        what = say("{given} are not bounds", "{given}は上下限ではない", given=unreadable(given))
        problems.append(Problem(what, "bounds", expected))
        return None
    before = len(problems)
    low = read_number("bounds[0]", pair[0], problems)
    high = read_number("bounds[1]", pair[1], problems)
    if low is not None and high is not None and float(low) < float(high):
        return low, high
    if len(problems) == before:
        what = say(
            "the bounds {low} and {high} are the wrong way round, equal, or not stated",
            "上下限{low}、{high}が逆か、同じか、欠けている",
            low=low,
            high=high,
        )
        problems.append(Problem(what, "bounds", expected))
    return None


def _read_thresholds(given: object, problems: list[Problem]) -> tuple[tuple[str, float], ...]:
    read: list[tuple[str, float]] = []
    if not isinstance(given, Mapping):
        what = say(
            "{given} are not thresholds", "{given}はしきい値ではない", given=unreadable(given)
        )
        problems.append(Problem(what, "thresholds", _name_list(_THRESHOLDS)))
        return ()
    for name, value in cast("Mapping[object, object]", given).items():
        if not isinstance(name, str) or name not in _THRESHOLDS:
            what = say(
                "there is no threshold {name}", "{name}というしきい値はない", name=unreadable(name)
            )
            hint = did_you_mean(name, _THRESHOLDS) if isinstance(name, str) else ""
            problems.append(Problem(what, "thresholds", _name_list(_THRESHOLDS), hint))
        else:
            number = read_number(f"thresholds[{name!r}]", value, problems)
            read += [] if number is None else [(name, float(number))]
    return tuple(read)


def _name_list(names: tuple[str, ...]) -> Text:
    return say("{names}", "{names}", names=names)


def _fit(
    profile: Profile, given: Mapping[str, object], problems: list[Problem], *, is_empty: bool
) -> None:
    """Name what *profile* needs and did not get, and what it got and has no use for.

    An empty series is not available whatever else is known of it, so nothing is needed.
    """
    needed = () if is_empty else profile.needs
    if given["target"] is not None and not is_empty:
        needed += profile.needs_with_target
    for name in needed:
        if given[name] is None:
            default = profile.defaults.get(name)
            hint: Text | str = ""
            if default is not None:
                hint = say(
                    "the published method takes {default}: pass it, "
                    "or profile_defaults({profile!r})",
                    "公表された手法では{default}。明示して渡すか、profile_defaults({profile!r})を使う",
                    default=default,
                    profile=profile.name,
                )
            what = say(
                "the profile {profile} needs it", "手法{profile}に必要", profile=profile.name
            )
            problems.append(Problem(what, name, hint=hint))
    for name in ("limit", "bounds", "thresholds"):
        if given[name] is not None and name not in profile.takes:
            what = say(
                "it has no meaning in the profile {profile}",
                "手法{profile}では意味を持たない",
                profile=profile.name,
            )
            problems.append(Problem(what, name, hint=say("leave it out", "渡さないこと")))


def _fall(profile: Profile, call: Call, problems: list[Problem]) -> None:
    """Name thresholds that do not fall, those that stay as published among them."""
    if not call.thresholds or profile.limits is None:
        return
    limits = profile.limits(call)
    if limits.high > limits.med > limits.low:
        return
    what = say(
        "high {high}, med {med} and low {low} do not fall in this order",
        "high {high}、med {med}、low {low}がこの順に小さくなっていない",
        high=limits.high,
        med=limits.med,
        low=limits.low,
    )
    hint = say(
        "one that is not passed keeps its published value",
        "渡さないしきい値は公表された値のままになる",
    )
    problems.append(Problem(what, "thresholds", "high > med > low", hint))


def _order(call: Call, problems: list[Problem]) -> None:
    """Name the years that are the wrong way round."""
    base = call.base_year
    if base is None:
        return
    if call.target is not None and call.target_year is not None and call.target_year <= base:
        what = say(
            "the target year {target} is not after the base year {base}",
            "目標年{target}が基準年{base}より後になっていない",
            target=call.target_year,
            base=base,
        )
        problems.append(Problem(what, "target_year"))
    if call.current_year is not None and call.current_year < base:
        what = say(
            "the current year {current} is before the base year {base}",
            "評価年{current}が基準年{base}より前になっている",
            current=call.current_year,
            base=base,
        )
        problems.append(Problem(what, "current_year"))
