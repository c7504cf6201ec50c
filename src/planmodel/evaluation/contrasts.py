"""Why two methods judge one indicator differently: what each of them sees, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planmodel.evaluation.compared import Cell, Method
from planmodel.evaluation.facts import Facts
from planmodel.evaluation.method_words import View
from planmodel.evaluation.rounding import Rounding
from planmodel.text import Text, say

__all__ = ["contrast", "verdict_of"]

_SMALL = Decimal(10)

_CLOSE = say(
    "Both follow the change since the baseline; where they draw the line between enough and not "
    "enough differs.",
    "どちらも基準値からの変化に注目するが、どこまで届けば十分とするかの線引きが異なる。",
)
_GROWTH = say(
    "One expects the same growth rate every year, the other the same amount: on the way to the "
    "target they expect different values.",
    "一方は毎年同じ率、他方は毎年同じ量の変化を前提とするため、途中の年に見込む値が異なる。",
)
_BOUNDS = say(
    "The nearer a value comes to its natural limit, the more a method with bounds counts the same "
    "step.",
    "上下限を使う手法は、限界に近づくほど同じ1単位の変化を大きく数える。",
)
_STEPS = say(
    "Both see the same; they divide it into grades differently.",
    "見ているものは同じで、段階の区切り方が異なる。",
)
_AGAINST = say(
    "Both see the value itself, held against different figures.",
    "どちらも実績値そのものを見るが、比べる相手が異なる。",
)
_CHANGE = say(
    "Both see the change since the baseline, held against different figures.",
    "どちらも基準値からの変化を見るが、比べる相手が異なる。",
)


def verdict_of(method: Method, cell: Cell) -> Text:
    """What a method says, and what it looked at; one with cases names the case that held."""
    if method.view == "cases" and cell.case is not None:
        return say(
            "{method} says {verdict}: {case}",
            "{method}は「{verdict}」: {case}",
            method=method.title,
            verdict=cell,
            case=cell.case,
        )
    return say(
        "{method} says {verdict}: it looks at {looks}",
        "{method}は「{verdict}」: {looks}",
        method=method.title,
        verdict=cell,
        looks=method.looks_at,
    )


def contrast(best: tuple[Method, Cell], worst: tuple[Method, Cell], facts: Facts) -> Iterator[Text]:
    """Why the best and the worst verdict are apart; nothing where the methods' words say it all."""
    one, other = best[0], worst[0]
    views: set[View] = {one.view, other.view}
    if views <= {"cases", "other"}:
        return
    if "level" in views and len(views) > 1:
        yield from _baseline_counts(facts)
    elif "bounds" in views and len(views) > 1:
        yield _BOUNDS
    elif views == {"growth", "change"}:
        yield from _paces(best[1], worst[1])
    elif views == {one.view}:
        if one.looks_at == other.looks_at:
            yield _STEPS
        elif one.view == "level":
            yield _AGAINST
        elif one.view == "change":
            yield _CHANGE


def _baseline_counts(facts: Facts) -> Iterator[Text]:
    """A value is near its target where the baseline was, whether or not anything changed."""
    start, target = facts.baseline, facts.target
    if start is None or not target:
        return
    share = 100 * start / target
    if share <= 0:
        return
    if facts.direction == "increase" and start < target:
        yield say(
            "The baseline was already {share}% of the target. A method that looks at the value "
            "itself counts that in; one that looks at the change does not.",
            "基準値の時点ですでに目標値の{share}%に当たる。実績値そのものを見る手法はこれを"
            "含めて評価し、変化を見る手法は含めない。",
            share=Rounding("half_up", 0).apply(share),
        )
    elif facts.direction == "increase":
        yield say(
            "The baseline was already at the target or beyond. A method that looks at the value "
            "itself finds that good, even where the value got worse.",
            "基準値の時点ですでに目標値に達していた。実績値そのものを見る手法では、"
            "基準値より悪化しても良い評価になる。",
        )
    else:
        yield say(
            "A method that looks at the value itself counts what was there at the start; one that "
            "looks at the change does not.",
            "実績値そのものを見る手法は基準値の水準を含めて評価し、変化を見る手法は含めない。",
        )


def _paces(one: Cell, other: Cell) -> Iterator[Text]:
    if one.reach is None or other.reach is None:
        yield _GROWTH
        return
    yield _CLOSE if abs(one.reach - other.reach) <= _SMALL else _GROWTH
