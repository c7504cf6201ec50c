"""`measure`: one named measure of some figures, as a value or a reason, with its steps.

There is no function called "achievement", because the same three figures give different answers
in different reports. A measure is asked for by name, and what it cannot know is declared.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.evaluation.arithmetic import Convention
from planmodel.evaluation.catalog import MEASURES, MeasureSpec
from planmodel.evaluation.facts import CONVENTIONS, DIRECTIONS, Direction, Facts, Path, read_word
from planmodel.evaluation.outcome import NotAssessable, Trace
from planmodel.evaluation.precision import FigureLike, percent
from planmodel.text import Language, say

__all__ = ["Measured", "measure", "measure_names"]


@frozen(slots=False)
class Measured:
    """A measure of some figures: a value or the reason why there is none, and the steps.

    Attributes:
        name: the measure.
        value: exact; a ratio is a pure number (0.934, not 93.4 as in `Grade.number` and
            `Assessment.value`), see `percent`.
        reason: ``None`` when there is a value.
    """

    name: str
    value: Decimal | None
    reason: NotAssessable | None
    facts: Facts
    convention: Convention | None = None
    path: Path | None = None

    @property
    def percent(self) -> Decimal | None:
        """The value of a ratio times 100, exactly; ``None`` for what has a unit, as a gap does."""
        if self.value is None or not MEASURES[self.name].is_ratio:
            return None
        return percent(self.value)

    @property
    def trace(self) -> Trace:
        """How the value came about; written down only when somebody asks."""
        from planmodel.evaluation.explaining import explain

        return explain(self)

    def in_language(self, language: Language) -> str:
        """The value, or the reason why there is none, in *language*."""
        title = MEASURES[self.name].title.in_language(language)
        outcome = f"{self.value:f}" if self.reason is None else self.reason.in_language(language)
        return f"{title}: {outcome}"

    def __str__(self) -> str:
        return self.in_language("en")


def measure_names() -> tuple[str, ...]:
    """The names of all measures."""
    return tuple(MEASURES)


def measure(  # noqa: PLR0913 - every figure has its own name
    name: str,
    *,
    value: FigureLike | None = None,
    target: FigureLike | None = None,
    baseline: FigureLike | None = None,
    base: FigureLike | None = None,
    expected: FigureLike | None = None,
    previous: FigureLike | None = None,
    elapsed: FigureLike | None = None,
    duration: FigureLike | None = None,
    direction: Direction | None = None,
    convention: Convention | None = None,
    path: Path | None = None,
) -> Measured:
    """The measure called *name* of the figures passed; ``None`` is a missing figure, never 0.

    Args:
        name: one of `measure_names`.
        value: v, the value judged.
        target: T.
        baseline: b.
        base: N, the whole of which the value is a share.
        expected: e, the year's expected value as printed; it wins over a path.
        previous: p, the value of the year before.
        elapsed: k, periods from the baseline to the value.
        duration: n, periods from the baseline to the target.
        direction: whether more or less is better.
        convention: how a ratio is formed where less is better.
        path: the shape of the way from baseline to target, where no ``expected`` is printed.

    Raises:
        UsageError: the call has no meaning; all problems at once. What the *figures* cannot carry
            is no error: the result then has a ``reason`` in the place of its ``value``.

    >>> from planmodel.evaluation import measure
    >>> measure("progress_from_baseline", value=784, target=757, baseline=947,
    ...         direction="decrease").percent.quantize(1)
    Decimal('86')
    >>> print(measure("progress_from_baseline", value=3, target=5, baseline=5,
    ...               direction="increase").reason)
    the target equals the baseline: there is no way to go
    """
    problems: list[Problem] = []
    spec = MEASURES.get(name)
    if spec is None:
        problems.append(
            Problem(
                say(
                    "there is no measure called {name!r}", "{name!r}という指標計算はない", name=name
                ),
                "name",
                hint=did_you_mean(str(name), MEASURES) or ", ".join(MEASURES),
            )
        )
    facts = Facts.of(
        {
            "value": value,
            "target": target,
            "baseline": baseline,
            "base": base,
            "expected": expected,
            "previous": previous,
            "elapsed": elapsed,
            "duration": duration,
            "direction": direction,
            "path": path,
        },
        problems,
    )
    if convention is not None:
        read_word("convention", convention, CONVENTIONS, problems)
    if spec is not None:
        _ask_for_declarations(spec, direction, convention, problems)
    if problems or spec is None:
        raise UsageError(*problems)
    outcome = spec.compute(facts, convention, path)
    if isinstance(outcome, NotAssessable):
        return Measured(name, None, outcome, facts, convention, path)
    return Measured(name, outcome or outcome.copy_abs(), None, facts, convention, path)


def _ask_for_declarations(
    spec: MeasureSpec,
    direction: object,
    convention: object,
    problems: list[Problem],
) -> None:
    if spec.is_directed and direction is None:
        problems.append(
            Problem(
                say(
                    "{name} needs to know whether more or less is better",
                    "{name}には、増加と減少のどちらが望ましいかの指定が要る",
                    name=spec.name,
                ),
                "direction",
                ", ".join(DIRECTIONS),
            )
        )
    if spec.has_convention and direction == "decrease" and convention is None:
        problems.append(
            Problem(
                say(
                    "where less is better, {name} is formed in different ways",
                    "減少が望ましい場合、{name}の計算方法はいくつもある",
                    name=spec.name,
                ),
                "convention",
                ", ".join(CONVENTIONS),
                say("say which one the report uses", "報告書が使う方法を指定する"),
            )
        )
