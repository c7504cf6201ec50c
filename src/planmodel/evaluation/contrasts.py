"""Why two methods judge one indicator differently: what each of them sees, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planmodel.evaluation.compared import Cell, Method
from planmodel.evaluation.facts import Facts
from planmodel.evaluation.method_words import LOOKS_AT, VIEW_TITLES, View
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
_CASES = say(
    "Each asks conditions of its own, in its own order; the first that holds decides.",
    "それぞれ独自の条件を独自の順に当てはめ、最初に該当したものが結果となる。",
)
_CASE_OR_NUMBER = say(
    "One asks several conditions, and the first that holds decides; the other divides one number "
    "into grades.",
    "一方は複数の条件のうち最初に該当したもので決まり、他方は一つの数値を段階に区切る。",
)
_TARGET_ONLY = say(
    "One asks only whether the target is met; the other divides a number into grades.",
    "一方は目標を達成しているかだけを問い、他方は数値を段階に区切る。",
)
_APART = say(
    "They hold the value against different figures.",
    "実績値を比べる相手が異なる。",
)
_FROM_NOTHING = say(
    "The baseline is 0, and nothing grows from 0 at any rate. A method of growth rates that puts a "
    "small number in its place sees an enormous growth in any value.",
    "基準値が0で、0からの伸び率は計算できない。0を小さな数に置き換える伸び率の手法では、"
    "どのような値でも極端に大きな伸びになる。",
)
_TO_NOTHING = say(
    "The target is 0, and no steady rate of growth leads to 0. A method of growth rates asks for "
    "−100% a year, or puts a small number in the place of 0.",
    "目標値が0で、一定の率の変化では0に届かない。伸び率の手法は年−100%を求めるか、"
    "0を小さな数に置き換える。",
)
_FINAL = say(
    "One holds the value against the final target, although there is time left; the other takes "
    "the time into account, or the change since the baseline.",
    "一方は期間が残っていても最終目標値と比べ、他方は経過年数または基準値からの変化を考慮する。",
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
    """What a method says, and what it looked at; where a case decided, that case."""
    if cell.case is not None:
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


def contrast(
    best: tuple[Method, Cell], worst: tuple[Method, Cell], facts: Facts
) -> tuple[Text, ...]:
    """Why the best and the worst verdict are apart: always at least one sentence."""
    views = _view(*best), _view(*worst)
    found = tuple(_particular(best, worst, views, facts))
    if found:
        return found
    other = views[1] if best[1].by_target else views[0]
    if (best[1].by_target or worst[1].by_target) and other != "cases":
        return (_TARGET_ONLY,)
    return (_general(best[0], worst[0], views),)


def _view(method: Method, cell: Cell) -> View:
    return method.view if cell.case is None else "cases"


def _particular(
    best: tuple[Method, Cell],
    worst: tuple[Method, Cell],
    views: tuple[View, View],
    facts: Facts,
) -> Iterator[Text]:
    """What the figures of this very indicator have to do with it."""
    seen = set(views)
    if "growth" in seen and not (facts.baseline and facts.target):
        yield from _zeros(facts)
    elif "level" in seen and len(seen) > 1:
        if views[1] != "level" and not worst[1].by_target:
            yield from _baseline_counts(facts)
        elif views[0] != "cases":
            yield from _ahead_of_time(worst[0], facts)
    elif "bounds" in seen and len(seen) > 1:
        yield _BOUNDS
    elif seen == {"growth", "change"}:
        yield from _paces(best[1], worst[1])


def _general(one: Method, other: Method, views: tuple[View, View]) -> Text:
    """What kind of thing each of the two sees."""
    is_same = views[0] == views[1]
    if "cases" in views:
        return _CASES if is_same else _CASE_OR_NUMBER
    if one.looks_at == other.looks_at or (is_same and views[0] == "growth"):
        return _STEPS
    if is_same:
        return {"level": _AGAINST, "change": _CHANGE}.get(views[0], _APART)
    return say(
        "They see different things of the same indicator. {one}; {other}.",
        "同じ指標でも見ているものが異なる。「{one}」手法と「{other}」手法である。",
        one=VIEW_TITLES[views[0]],
        other=VIEW_TITLES[views[1]],
    )


def _zeros(facts: Facts) -> Iterator[Text]:
    """A growth rate from 0 or to 0 is none, and what takes its place decides the verdict."""
    if facts.baseline == 0:
        yield _FROM_NOTHING
    if facts.target == 0:
        yield _TO_NOTHING


def _ahead_of_time(method: Method, facts: Facts) -> Iterator[Text]:
    """A value is far from the final target early on, even where it is on its way."""
    early = (
        facts.elapsed is not None
        and facts.duration is not None
        and facts.elapsed < facts.duration
        and facts.expected is None
    )
    if method.looks_at == LOOKS_AT["ratio_to_target"] and early:
        yield _FINAL


def _baseline_counts(facts: Facts) -> Iterator[Text]:
    """A value is near its target where the baseline was, whether or not anything changed."""
    start, target = facts.baseline, facts.target
    if start is None or target is None or start <= 0 or target <= 0:
        return
    share = 100 * start / target
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
