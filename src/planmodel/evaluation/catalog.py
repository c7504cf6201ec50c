"""The catalogue of measures: the name, the formula and the needs of each."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from typing import Final, TypeAlias, cast

from attrs import frozen

from planmodel.evaluation import arithmetic as compute
from planmodel.evaluation import changes, expecting
from planmodel.evaluation import reasons as why
from planmodel.evaluation.arithmetic import Convention, Outcome
from planmodel.evaluation.facts import SIGNS, Facts, Path
from planmodel.text import Text, say

__all__ = ["MEASURES", "OF_ONE_TARGET", "MeasureSpec"]

_Compute: TypeAlias = Callable[[Facts, Convention | None, Path | None], Outcome]


@frozen
class MeasureSpec:
    """A measure: its name, its formula, the figures it needs, and the function that computes it.

    Attributes:
        title: what it is called.
        formula: in the letters of `SYMBOLS`; d is +1 where more is better, −1 where less is.
        needs: the figures it is made of.
        is_ratio: a pure number that reports print in percent; otherwise in the indicator's unit.
        is_directed: it cannot be computed without the wanted direction.
        has_convention: where less is better, it is formed in a way that must be declared.
        has_path: it needs the year's expected value, printed or on a declared path.
    """

    name: str
    title: Text
    formula: str
    needs: tuple[str, ...]
    compute: _Compute
    is_ratio: bool = False
    is_directed: bool = False
    has_convention: bool = False
    has_path: bool = False


def _ratio_to_target(facts: Facts, convention: Convention | None, _path: Path | None) -> Outcome:
    sign = SIGNS.get(facts.direction)
    if sign is None:
        return why.NO_DIRECTION
    return compute.ratio_to_target(facts.value, facts.target, sign, convention, facts.baseline)


def _picker(names: tuple[str, ...]) -> Callable[[Facts], tuple[Decimal | None, ...]]:
    return cast("Callable[[Facts], tuple[Decimal | None, ...]]", attrgetter(*names))


def _directed(function: Callable[..., Outcome], names: tuple[str, ...]) -> _Compute:
    figures = _picker(names)

    def run(facts: Facts, _convention: Convention | None, _path: Path | None) -> Outcome:
        sign = SIGNS.get(facts.direction)
        return why.NO_DIRECTION if sign is None else function(*figures(facts), sign)

    return run


def _plain(function: Callable[..., Outcome], names: tuple[str, ...]) -> _Compute:
    figures = _picker(names)

    def run(facts: Facts, _convention: Convention | None, _path: Path | None) -> Outcome:
        return function(*figures(facts))

    return run


_LINE = "baseline target elapsed duration"


def _function(name: str) -> Callable[..., Outcome]:
    room = changes if name in changes.__all__ else compute
    return cast("Callable[..., Outcome]", getattr(room, name))


def _specs() -> tuple[MeasureSpec, ...]:
    def plain(  # noqa: PLR0913 - one row of the table below
        name: str, en: str, ja: str, formula: str, needs: str, *, ratio: bool = False
    ) -> MeasureSpec:
        function = _function(name)
        arguments = tuple(needs.split())
        return MeasureSpec(
            name, say(en, ja), formula, arguments, _plain(function, arguments), is_ratio=ratio
        )

    def directed(  # noqa: PLR0913 - the same
        name: str, en: str, ja: str, formula: str, needs: str, *, ratio: bool = False
    ) -> MeasureSpec:
        function = _function(name)
        arguments = tuple(needs.split())
        run = _directed(function, arguments)
        return MeasureSpec(
            name, say(en, ja), formula, arguments, run, is_ratio=ratio, is_directed=True
        )

    return (
        MeasureSpec(
            "ratio_to_target",
            say("ratio to target", "達成率（目標値に対する比）"),
            "v/T",
            ("value", "target"),
            _ratio_to_target,
            is_ratio=True,
            is_directed=True,
            has_convention=True,
        ),
        MeasureSpec(
            "ratio_to_expected",
            say("ratio to the expected value", "期待値に対する比"),
            "v/e",
            ("value", "expected"),
            expecting.ratio_to_expected,
            is_ratio=True,
            is_directed=True,
            has_convention=True,
            has_path=True,
        ),
        MeasureSpec(
            "pace_ratio",
            say("pace ratio", "期待される変化に対する比"),
            "(v − b)/(e − b)",
            ("value", "baseline", "expected"),
            expecting.pace_ratio,
            is_ratio=True,
            is_directed=True,
            has_path=True,
        ),
        directed(
            "progress_from_baseline",
            "progress from the baseline",
            "進捗率（基準値から目標値まで）",
            "(v − b)/(T − b)",
            "value baseline target",
            ratio=True,
        ),
        plain(
            "share_of_base",
            "share of the base",
            "母数に占める割合",
            "v/N",
            "value base",
            ratio=True,
        ),
        plain(
            "expected_linear",
            "expected value on a straight line",
            "期待値（直線）",
            "b + (T − b)·k/n",
            _LINE,
        ),
        plain(
            "expected_linear_from_zero",
            "expected value on a straight line from 0",
            "期待値（0からの直線）",
            "T·k/n",
            "target elapsed duration",
        ),
        plain(
            "expected_geometric",
            "expected value at a constant rate of growth",
            "期待値（等比）",
            "b·(T/b)^(k/n)",
            _LINE,
        ),
        plain(
            "elapsed_share",
            "share of the time that has passed",
            "経過期間の割合",
            "k/n",
            "elapsed duration",
            ratio=True,
        ),
        plain(
            "observed_pace",
            "observed pace a period",
            "これまでの1期当たりの変化",
            "(v − b)/k",
            "value baseline elapsed",
        ),
        plain(
            "required_pace",
            "required pace a period",
            "今後必要な1期当たりの変化",
            "(T − v)/(n − k)",
            "value target elapsed duration",
        ),
        directed("gap", "gap to the target", "目標値までの差", "d·(T − v)", "value target"),
        MeasureSpec(
            "gap_to_expected",
            say("gap to the expected value", "期待値までの差"),
            "d·(e − v)",
            ("value", "expected"),
            expecting.gap_to_expected,
            is_directed=True,
            has_path=True,
        ),
        plain("change", "change on the year before", "前年からの増減", "v − p", "value previous"),
        plain(
            "change_rate",
            "rate of change on the year before",
            "前年からの増減率",
            "(v − p)/|p|",
            "value previous",
            ratio=True,
        ),
        plain(
            "ratio_to_previous",
            "ratio to the year before",
            "前年度比",
            "v/p",
            "value previous",
            ratio=True,
        ),
        directed(
            "improvement",
            "improvement on the year before",
            "前年からの改善",
            "d·(v − p)",
            "value previous",
        ),
        plain(
            "change_from_baseline",
            "change since the baseline",
            "基準値からの増減",
            "v − b",
            "value baseline",
        ),
        plain(
            "change_rate_from_baseline",
            "rate of change since the baseline",
            "基準値からの増減率",
            "(v − b)/|b|",
            "value baseline",
            ratio=True,
        ),
        directed(
            "improvement_from_baseline",
            "improvement since the baseline",
            "基準値からの改善",
            "d·(v − b)",
            "value baseline",
        ),
    )


MEASURES: Final[dict[str, MeasureSpec]] = {spec.name: spec for spec in _specs()}
"""Every measure by its name."""

OF_ONE_TARGET: Final = frozenset(
    name for name, it in MEASURES.items() if "target" in it.needs and "duration" not in it.needs
)
"""The measures that hold the value against a target alone: the final one, or that of the year."""
