"""What plans are made of: titles, amounts, targets, indicators."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import count
from typing import Any, cast

from hypothesis import strategies as st

from planmodel.model.absence import Missing, NotStated
from planmodel.model.amounts import Amount, State
from planmodel.model.axes import Tag, Topic
from planmodel.model.change import Change
from planmodel.model.ids import Citation, Ref
from planmodel.model.indicators import (
    Baseline,
    Benchmark,
    Cumulative,
    Flow,
    Indicator,
    Lineage,
    Stock,
)
from planmodel.model.organisations import Department
from planmodel.model.targets import (
    AgainstBenchmark,
    AllOf,
    AtLeast,
    AtMost,
    Between,
    Milestone,
    NoNumber,
    Rank,
    Relative,
    Target,
)
from planmodel.periods import Period
from planmodel.testing.times import days, periods

__all__ = ["HOSTILE", "amounts", "ids", "indicators", "notes", "targets", "titles"]

HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|'/C calc'!A0",
    '"] --> n2["end',
    "end",
    "# [a](javascript:x) | `b` ${c} {{d}} %s {0}",
    "\u202eright to left\u2066",
    "A" * 10_000,
    "改\n行\tと",
    "\ufeff\u200b見えない",
    "𠮷野家🏳️‍🌈",
    "\\u0041 \\ \" ' /",
)
"""Words that break carelessly written files: markup, formulas, brackets, odd characters."""

_CONTROLS = "".join(map(chr, (*range(9), *range(11, 32))))
_PLAIN = (
    "就労支援等の充実", "就職後の職場定着を支援", "協力雇用主の数", "A measure (2nd phase)",
    "ア〜ウの取組", "相談件数（累計）", "保護観察対象者等への支援", "30%以上の達成",
)  # fmt: skip
_UNITS = ("%", "人", "件", "グループ", "市町", "人/10万人", "千円")
_REASONS = ("the extract does not say", "集計中", "未公表", "なし")

# Strategies are made once: making and checking them costs more than drawing from them.
FLAG = st.booleans()
MARKED = st.sampled_from(("", "", "*"))
STATES: st.SearchStrategy[State] = st.sampled_from(
    ("final", "provisional", "estimated", "forecast", "revised")
)
UNITS = st.sampled_from(_UNITS)
_SCOPES = st.sampled_from(("by", "every_year", "keep"))
_PRINTED = st.sampled_from(("", "2,500グループ以上"))
_METHODS = st.sampled_from(("", "5か年平均"))
_KINDS = st.sampled_from((Stock, Flow, Cumulative))
_DIRECTIONS = st.sampled_from((None, "increase", "decrease", "maintain"))
_NUMBERS = st.sampled_from(("", "①"))
_STAGES = st.sampled_from((None, "output", "outcome"))
_ROLES = st.sampled_from(("", "成果指標"))
UP_TO_2 = st.integers(0, 2)


def ids(prefix: str = "x") -> Iterator[str]:
    """Ids that never repeat, from a counter."""
    return (f"{prefix}-{number}" for number in count(1))


@cache
def titles(*, hostile: bool = False) -> st.SearchStrategy[str]:
    """Printed words; with *hostile* also such as break carelessly written files."""
    plain = st.sampled_from(_PLAIN)
    if not hostile:
        return plain
    # Titles are never blank and hold no lone surrogates and no control characters.
    signs = st.characters(codec="utf-8", exclude_characters=_CONTROLS)
    anything = st.text(signs, min_size=1, max_size=30)
    return plain | st.sampled_from(HOSTILE) | anything.filter(lambda it: bool(it.strip()))


@cache
def notes(*, hostile: bool = False) -> st.SearchStrategy[str]:
    """Remarks, most of them empty."""
    return st.just("") | st.just("") | titles(hostile=hostile)


@cache
def numbers() -> st.SearchStrategy[Decimal]:
    """Exact numbers with up to three places."""
    return st.builds(_number, st.integers(-(10**9), 10**9), st.integers(0, 3))


def _number(digits: int, places: int) -> Decimal:
    return Decimal(digits).scaleb(-places)


@cache
def amounts(*, absent: bool = True) -> st.SearchStrategy[Amount]:
    """Numbers with and without unit, mark and printed words; words; absences where *absent*."""
    number = st.builds(
        Amount,
        numbers(),
        unit=st.just("") | st.sampled_from(_UNITS),
        mark=st.sampled_from(("", "", "*")),
        printed=st.sampled_from(("", "", "2,329グループ*")),
        about=st.booleans(),
    )
    if not absent:
        return number
    words = st.builds(Amount, words=st.sampled_from(("設置済", "実施")))
    absence = st.builds(Missing, st.sampled_from(_REASONS)) | st.builds(
        NotStated, st.sampled_from(_REASONS)
    )
    return number | number | words | st.builds(Amount, absence=absence)


@cache
def silences() -> st.SearchStrategy[NotStated]:
    """Things that a document does not state."""
    return st.builds(NotStated, st.sampled_from(_REASONS))


@cache
def times() -> st.SearchStrategy[Period | NotStated]:
    """Periods, now and then not stated."""
    return periods() | periods() | silences()


@cache
def citations() -> st.SearchStrategy[Citation | None]:
    """Places in a document, most of them none."""
    return (
        st.none() | st.none() | st.builds(Citation, st.just("第3章"), st.sampled_from(("", "doc")))
    )


@st.composite
def targets(draw: st.DrawFn, benchmark: Ref[Any] | None = None) -> Target:
    """A target of any form; those that need another series only with a *benchmark*."""
    more: dict[str, Any] = {"scope": draw(_SCOPES), "printed": draw(_PRINTED)}
    if draw(UP_TO_2) == 2:  # noqa: PLR2004 - one in three
        more |= {"decided": draw(days()), "note": draw(notes())}
        if draw(FLAG):
            more |= {"revises": AtMost(1, draw(times())), "because": "改定"}
    period = draw(times())
    form = draw(_FORMS if benchmark is None else _ALL_FORMS)
    if form in _BOUNDS:
        return _BOUNDS[form](draw(amounts(absent=False)), period, strict=draw(FLAG), **more)
    if form == "between":
        low, high = sorted((draw(numbers()), draw(numbers())))
        return Between(low, high, period, **more)
    if form == "relative":
        return Relative(draw(changes()), period, stated=draw(_MAYBE_AMOUNT), **more)
    plain: dict[str, Callable[[], Target]] = {
        "previous_year": lambda: Relative("前年度比増", period, of="previous_year", **more),
        "milestone": lambda: Milestone("設置", period, done=draw(_DONE), **more),
        "rank": lambda: Rank(1, "東北", period, **more),
        "no_number": lambda: NoNumber("数値目標は設定しない", period, **more),
        "against_benchmark": lambda: AgainstBenchmark(
            cast("Ref[Any]", benchmark), period, side="at_most", **more
        ),
        "all_of": lambda: AllOf(cast("Ref[Any]", benchmark), period, **more),
    }
    return plain[form]()


_BOUNDS: dict[str, type[AtLeast | AtMost]] = {"at_least": AtLeast, "at_most": AtMost}
_PLAIN_FORMS = (*_BOUNDS, "between", "relative", "previous_year", "milestone", "rank", "no_number")
_FORMS = st.sampled_from(_PLAIN_FORMS)
_DONE = st.sampled_from(((), ("設置済",), ("設置済", "完了")))
_ALL_FORMS = st.sampled_from((*_PLAIN_FORMS, "against_benchmark", "all_of"))


@cache
def changes() -> st.SearchStrategy[Change]:
    """Changes against a reference."""
    units = st.sampled_from(("percent", "times", "points", "amount"))
    return st.builds(Change, units, numbers(), st.sampled_from(("", "2割減")))


@st.composite
def baselines(draw: st.DrawFn) -> Baseline:
    """A start value, now and then revised."""
    first = Baseline(
        draw(amounts()),
        draw(times()),
        state=draw(STATES),
        method=draw(_METHODS),
        note=draw(notes()),
    )
    if not draw(FLAG):
        return first
    return Baseline(draw(amounts()), draw(times()), decided=draw(days()), revises=first)


_MAYBE_AMOUNT = st.none() | amounts(absent=False)
MAYBE_TIME = st.none() | times()
_BASELINES = st.none() | baselines()
MAYBE_SILENCE = st.none() | silences()
_PATHS = st.sampled_from((None, "linear", "geometric")) | silences()
_REPLACED = st.lists(st.just(Lineage("old-one", "unclear", joinable=True)), max_size=1)


def tags(topics: Sequence[Topic]) -> st.SearchStrategy[tuple[Tag, ...]]:
    """Some of *topics* as tags, stated or assigned."""
    if not topics:
        return st.just(())
    one = st.sampled_from(topics)
    stated = st.builds(Tag, one)
    assigned = st.builds(Tag, one, st.just("assigned"), by=st.just("県"), because=notes())
    return st.lists(stated | assigned, max_size=2).map(tuple)


@st.composite
def indicators(  # noqa: PLR0913 - each is one part of the plan around it
    draw: st.DrawFn,
    *,
    names: Iterator[str] | None = None,
    departments: Sequence[Department] = (),
    topics: Sequence[Topic] = (),
    others: Sequence[Indicator] = (),
    hostile: bool = False,
    depth: int = 1,
) -> Indicator:
    """An indicator of any kind, with baseline, targets, benchmarks and parts.

    *names* gives the ids, *others* are indicators that it may point at.
    """
    fresh = names if names is not None else ids("indicator")
    kind = cast("type[Any]", draw(_KINDS))
    benchmarks = [
        Benchmark(
            next(fresh),
            draw(titles(hostile=hostile)),
            unit=draw(UNITS),
            baseline=draw(_BASELINES),
        )
        for _ in range(draw(UP_TO_2))
    ]
    aim = targets(benchmarks[0].ref if benchmarks else None)
    department = st.sampled_from(departments) if departments else st.none()
    pointer = st.none() | st.sampled_from(others) if others else st.none()
    more: dict[str, Any] = {}
    if kind is Cumulative:
        more["counted_from"] = draw(MAYBE_TIME)
    return cast(
        "Indicator",
        kind(
            next(fresh),
            draw(titles(hostile=hostile)),
            unit=draw(UNITS),
            direction=draw(_DIRECTIONS),
            department=draw(st.none() | silences() | department),
            co_departments=draw(st.lists(st.sampled_from(departments), max_size=2))
            if departments
            else (),
            baseline=draw(_BASELINES),
            targets=draw(st.lists(aim, max_size=2) | silences()),
            number=draw(_NUMBERS),
            is_new=draw(FLAG),
            stage=draw(_STAGES),
            role=draw(_ROLES),
            data_source=draw(notes(hostile=hostile)),
            path=draw(_PATHS),
            numerator=draw(pointer),
            denominator=draw(pointer),
            parts=[
                draw(indicators(names=fresh, departments=departments, depth=depth - 1))
                for _ in range(draw(UP_TO_2) if depth else 0)
            ],
            parts_add_up=draw(FLAG),
            benchmarks=benchmarks,
            replaces=draw(_REPLACED),
            tags=draw(tags(topics)),
            source=draw(citations()),
            note=draw(notes(hostile=hostile)),
            **more,
        ),
    )
