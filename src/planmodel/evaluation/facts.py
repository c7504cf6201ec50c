"""What a judgement starts from: the figures of one indicator in one period, and what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, Literal, TypeAlias, cast

from attrs import frozen

from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.evaluation.arithmetic import Convention, Sign
from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.precision import read
from planmodel.text import Text, say

__all__ = [
    "CONVENTIONS",
    "DIRECTIONS",
    "KINDS",
    "PATHS",
    "SCOPES",
    "SIGNS",
    "SYMBOLS",
    "Direction",
    "Facts",
    "Kind",
    "Path",
    "read_word",
]

Direction: TypeAlias = Literal["increase", "decrease"]
Kind: TypeAlias = Literal["stock", "flow", "cumulative"]
Path: TypeAlias = Literal["linear", "geometric", "linear_from_zero"]

DIRECTIONS: Final[tuple[Direction, ...]] = ("increase", "decrease")
"""The wanted directions."""

SIGNS: Final[dict[str | None, Sign]] = {"increase": 1, "decrease": -1}
"""The sign d of each direction."""

CONVENTIONS: Final[tuple[Convention, ...]] = ("v/T", "T/v", "2-v/T", "(b-v)/(b-T)")
"""How a ratio is formed where less is better; ``v/T`` ignores the direction."""

SCOPES: Final = ("by", "every_year", "keep")
"""When a target asks: by its period, in every year up to it, or to be kept."""

KINDS: Final[tuple[Kind, ...]] = ("stock", "flow", "cumulative")
PATHS: Final[tuple[Path, ...]] = ("linear", "geometric", "linear_from_zero")
"""The shapes of the way from the baseline to the target; the last one starts at 0."""

SYMBOLS: Final[dict[str, str]] = {
    "value": "v",
    "target": "T",
    "baseline": "b",
    "base": "N",
    "expected": "e",
    "previous": "p",
    "elapsed": "k",
    "duration": "n",
}
"""The figures and the letters that stand for them in formulas."""


@frozen
class Facts:
    """One indicator in one period. ``None`` is missing, which is never 0.

    Attributes:
        value, target, baseline: the figures v, T and b.
        base: the whole N of which the value is a share.
        expected: the year's expected value e, where the document prints one; it wins over a line.
        previous: the value of the year before.
        elapsed, duration: periods from the baseline to the value, and to the target.
        direction: whether more or less is better.
        path: the shape of the way to the target, as declared by the indicator or the plan.
        kind: stock, flow or cumulative (then value, baseline and target are running totals).
        target_kind: the form of the target (``at_least``, ``between``, …), for rules that ask.
        target_scope: due ``by`` its period, to hold in ``every_year``, or to ``keep``.
        has_path: whether a way leads to the target; none does where it is asked for in the very
            year: what shall be kept, another series, the year before.
        has_baseline: ``False`` where there is no baseline at all, known or not, so that a running
            total has nothing to be judged net of.
        final_year: whether this is the last year of the plan, for rules that ask.
        due: whether the target is due in this year or was before; ``None``: as *elapsed* and
            *duration* say (see `is_due`).
        reached: whether the target is met, where that is more than a comparison with T; a target
            of every year is met where no year has failed.
        tags: words by which a rule tells indicators apart (``survey``).
        indicator: its id, for rules that round it in its own way.
        of_year: the same with the target printed for the year, where it is not the final one; a
            rule says which of the two it takes.
        nearer: why there is no value or no target, where plan and ledger say more than that.
        state: a word that stands instead of a value (``discontinued``, 中止), if any.
        drawn: e·n and n where the expected value is drawn between two printed ones, so that a
            ratio to it is one division of exact numbers; no argument of `measure` or `grade`.
    """

    value: Decimal | None = None
    target: Decimal | None = None
    baseline: Decimal | None = None
    base: Decimal | None = None
    expected: Decimal | None = None
    previous: Decimal | None = None
    elapsed: Decimal | None = None
    duration: Decimal | None = None
    direction: Direction | None = None
    path: Path | None = None
    kind: Kind | None = None
    target_kind: str | None = None
    target_scope: str | None = None
    has_path: bool | None = None
    has_baseline: bool | None = None
    final_year: bool | None = None
    due: bool | None = None
    reached: bool | None = None
    tags: frozenset[str] = frozenset()
    indicator: str | None = None
    state: str | None = None
    of_year: Facts | None = None
    nearer: NotAssessable | None = None
    drawn: tuple[Decimal, Decimal] | None = None

    @property
    def is_due(self) -> bool | None:
        """Whether the target is due or was before; ``None`` where that is not known."""
        if self.due is not None or self.elapsed is None or self.duration is None:
            return self.due
        return self.elapsed >= self.duration

    @classmethod
    def of(cls, given: Mapping[str, object], problems: list[Problem] | None = None) -> Facts:
        """The facts in *given*, whose figures may be numbers of any kind or text.

        Raises:
            UsageError: all that is wrong, unless *problems* is passed to collect it.
        """
        found: list[Problem] = [] if problems is None else problems
        taken: dict[str, object] = {}
        for name, it in given.items():
            if name in SYMBOLS:
                taken[name] = read(name, it, found)
            elif name in _WORDS:
                taken[name] = _word(name, it, found)
            elif name in _FLAGS:
                taken[name] = _flag(name, it, found)
            elif name in _NAMES:
                taken[name] = _name(name, it, found)
            elif name == "tags":
                taken[name] = _tags(it, found)
            else:
                found.append(
                    Problem(
                        say("there is no such fact", "そのような項目はない"),
                        name,
                        hint=did_you_mean(name, _ALL),
                    )
                )
        if found and problems is None:
            raise UsageError(*found)
        return cls(**taken)  # type: ignore[arg-type]  # every entry was read above


_WORDS: dict[str, tuple[str, ...]] = {
    "target_scope": SCOPES,
    "direction": DIRECTIONS,
    "path": PATHS,
    "kind": KINDS,
}
_FLAGS = ("final_year", "due", "has_path", "has_baseline", "reached")
_NAMES = ("indicator", "state", "target_kind")
_ALL = (*SYMBOLS, *_WORDS, *_FLAGS, *_NAMES, "tags")


def read_word(name: str, given: object, known: Iterable[str], problems: list[Problem]) -> bool:
    """Whether *given* is one of the *known* words; if not, that goes to *problems*."""
    choices = tuple(known)
    if isinstance(given, str) and given in choices:
        return True
    problems.append(
        Problem(
            say("{given!r} is unknown", "{given!r}は知られていない", given=given),
            name,
            ", ".join(choices),
            did_you_mean(given, choices) if isinstance(given, str) else "",
        )
    )
    return False


def _word(name: str, given: object, problems: list[Problem]) -> object:
    return given if given is None or read_word(name, given, _WORDS[name], problems) else None


def _flag(name: str, given: object, problems: list[Problem]) -> object:
    if given is not None and not isinstance(given, bool):
        problems.append(_wrong(name, given, "True, False"))
    return given


def _name(name: str, given: object, problems: list[Problem]) -> object:
    if given is not None and not isinstance(given, str):
        problems.append(_wrong(name, given, "str"))
    return given


def _tags(given: object, problems: list[Problem]) -> frozenset[str]:
    shown = given
    if isinstance(given, (frozenset, set, tuple, list)):
        tags = tuple(cast("Iterable[object]", given))
        if all(isinstance(tag, str) for tag in tags):
            return frozenset(cast("tuple[str, ...]", tags))
    problems.append(_wrong("tags", shown, say("a collection of words", "語の集まり")))
    return frozenset()


def _wrong(name: str, given: object, expected: Text | str) -> Problem:
    return Problem(
        say("{given!r} does not fit here", "{given!r}はここに使えない", given=given),
        name,
        expected,
    )
