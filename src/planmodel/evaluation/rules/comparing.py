"""What is wrong with the comparisons of a rule, as far as one can see without any figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from planmodel.errors import Problem
from planmodel.evaluation.catalog import MEASURES, OF_ONE_TARGET
from planmodel.evaluation.interval import Interval
from planmodel.evaluation.rules.steps import Bands, Condition, Scale
from planmodel.text import Text, say

__all__ = ["faults", "percent_problems"]

_FEW: Final = Decimal(2)
"""No scale of percentages ends here, but a scale of pure numbers may: 1 and 0.85."""


def faults(condition: Condition, own: str | None) -> Iterator[Text]:
    """What is wrong with a comparison that *condition* itself makes."""
    asks = (condition.measure, condition.percent_of)
    for given in asks if condition.not_assessable is None else asks[1:]:
        if given is not None and condition.interval is None:
            yield say("{it} is compared with nothing", "{it}を比べる数がない", it=given)
    yield from _faults_of_labels(condition)
    if condition.interval is not None and condition.interval.is_empty:
        yield say("no number satisfies it", "満たす数がない")
    measure = condition.measure or own
    takes_target = condition.percent_of == "target" or condition.reached is not None
    if condition.target is not None and not (takes_target or measure in OF_ONE_TARGET):
        yield say(
            "target = {which} says nothing here: nothing is held against one target",
            "target = {which}は、目標値と比べるものがないため意味をもたない",
            which=condition.target,
        )
    if condition.percent_of is not None and measure is not None and MEASURES[measure].is_ratio:
        yield say(
            "{measure} is a ratio already, and no percentage of {whole}",
            "{measure}はすでに比率であり、{whole}に対する百分率ではない",
            measure=measure,
            whole=condition.percent_of,
        )


def _faults_of_labels(condition: Condition) -> Iterator[Text]:
    """What is wrong with what *condition* itself asks of the labels of parts."""
    labels = condition.counted
    if labels is not None and condition.interval is None:
        yield say(
            "how many of {labels} are asked for is not said",
            "{labels}がいくつあればよいかが書かれていない",
            labels=sorted(labels),
        )
    if condition.among is None:
        return
    if labels is None and condition.interval is not None:
        yield say(
            "the number is that of all parts, not of some among them: write it as a condition "
            "of its own under all",
            "数値は全体のものでamongでは絞れない。allの中に別の条件として書く",
        )
    elif labels is None and condition.every is None and condition.some is None:
        yield say(
            "among needs every, some, share or count",
            "amongにはevery・some・share・countのいずれかが要る",
        )


def percent_problems(
    data: Mapping[str, Any], scale: Scale, own: str | None, place: str
) -> list[Problem]:
    """The ends of a *scale* of ratios that look like pure numbers, where *data* says no more."""
    ends = [end for it in _percentages(scale, own) for end in (it.low, it.high) if end is not None]
    if "unit" in data or not any(ends) or any(abs(end) > _FEW for end in ends):
        return []
    most = max(ends, key=abs)
    what = say(
        "all ends are {few} or less, and ratios are in percent",
        "区切りの値がすべて{few}以下だが、比率は%で書く",
        few=_FEW,
    )
    hint = say(
        'write {percent} for {end}; if {end}% is meant, write unit = "percent" in the scale',
        '{end}は{percent}と書く。{end}%のつもりなら、段階にunit = "percent"と書く',
        percent=f"{(most * 100).normalize():f}",
        end=most,
    )
    return [Problem(what, place, hint=hint)]


def _percentages(scale: Scale, own: str | None) -> Iterator[Interval]:
    """The intervals with which ratios are compared."""
    if isinstance(scale, Bands):
        yield from (it.interval for it in scale.bands if own is not None and MEASURES[own].is_ratio)
        return
    for case in scale.cases:
        for part in () if case.condition is None else case.condition.parts():
            name = part.measure or own
            if part.interval is not None and name is not None and MEASURES[name].is_ratio:
                yield part.interval
