"""What comes of asking several methods: who was asked, what each says, where they disagree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from planmodel.evaluation import reasons as why
from planmodel.evaluation.grade_order import shown_grade
from planmodel.evaluation.method_words import View
from planmodel.evaluation.outcome import NotAssessable, Trace
from planmodel.evaluation.results import Assessment
from planmodel.model.indicators import Indicator
from planmodel.model.plan import Plan
from planmodel.periods import Period
from planmodel.text import Language, Text, true_minus

__all__ = ["Cell", "Comparison", "Method", "Row", "Silence"]

Kind: TypeAlias = Literal["rule", "profile"]

_NOTHING = (why.NO_VALUE.code, why.NOT_PUBLISHED.code, why.PENDING.code)


@frozen
class Method:
    """A method that was asked.

    Attributes:
        name: its name, and ``version`` the version of its text.
        kind: a rule of some office, or a published profile.
        title: what people call it.
        looks_at: what it holds against what.
        view: the same as one of few words, by which methods are set side by side.
        number: what the number is that stands beside its verdicts.
        grades: its verdicts, best first: label and meaning.
        source: where it is published, and ``url`` the address.
    """

    name: str
    kind: Kind
    title: Text
    looks_at: Text
    version: str = ""
    view: View = "other"
    number: Text | None = None
    grades: tuple[tuple[str, Text | None], ...] = ()
    source: Text | str = ""
    url: str = ""


@frozen
class Cell:
    """What one method says of one indicator.

    Attributes:
        method: the name of the method.
        verdict: its own word, or ``None``.
        title: what the word means, where the method says so.
        printed: the number it stands on, as people read it.
        number: the same as a number, rounded as printed, and ``unit`` its unit: ``%`` for a
            ratio, nothing for a score and for what is in the unit of the indicator.
        standing: where the verdict stands in the method's own order: 1 best, 0 worst.
        reason: why there is no verdict.
        reach: how much of the change that was needed by now was made, in per cent.
        case: the case that held, where the method asks for several.
        by_target: the method asked for nothing but whether the target is met.
    """

    method: str
    verdict: str | None = None
    title: Text | None = None
    printed: str = ""
    standing: Decimal | None = None
    reason: NotAssessable | None = None
    trace: Trace = field(factory=Trace, repr=False)
    reach: Decimal | None = None
    case: Text | None = None
    number: Decimal | None = None
    unit: str = ""
    by_target: bool = False

    def in_language(self, language: Language) -> str:
        """The verdict and its number, or the reason."""
        if self.verdict is None:
            return "-" if self.reason is None else self.reason.in_language(language)
        words = shown_grade(self.verdict, self.title, language)
        if not self.printed:
            return words
        number = true_minus(self.printed)
        return f"{words}（{number}）" if language == "ja" else f"{words} ({number})"


@frozen
class Row:
    """One indicator under every method.

    ``agree`` is ``None`` where fewer than two methods give a verdict; ``because`` says why they
    do not agree, ``assessment`` has the figures that all of them start from.
    """

    indicator: Indicator
    cells: tuple[Cell, ...]
    agree: bool | None
    because: tuple[Text, ...] = ()
    assessment: Assessment | None = None


@frozen
class Silence:
    """One reason for which methods give no verdict, and on which indicators.

    Each of the methods gives it on each of the indicators, and on no others.
    """

    reason: NotAssessable
    methods: tuple[Method, ...]
    indicators: tuple[Indicator, ...]


@frozen
class Comparison:
    """Indicators down, methods across."""

    plan: Plan[Any]
    period: Period
    known_by: dt.date | None
    methods: tuple[Method, ...]
    rows: tuple[Row, ...]
    synthetic: bool

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @property
    def disagreements(self) -> tuple[Row, ...]:
        """The indicators on which methods disagree."""
        return tuple(row for row in self.rows if row.agree is False)

    @property
    def silences(self) -> tuple[Silence, ...]:
        """Why methods give no verdict where others could, those of one reason together.

        What no method can judge (no value is known) is no silence of a method.
        """
        found: dict[NotAssessable, dict[str, list[Indicator]]] = {}
        for row in self.rows:
            for cell in row.cells:
                if cell.reason is not None and cell.reason.code not in _NOTHING:
                    methods = found.setdefault(cell.reason, {})
                    methods.setdefault(cell.method, []).append(row.indicator)
        return tuple(
            silence for reason, methods in found.items() for silence in self._told(reason, methods)
        )

    def _told(self, reason: NotAssessable, on: dict[str, list[Indicator]]) -> Iterator[Silence]:
        """One silence for all methods that give *reason* on the very same indicators."""
        alike: dict[tuple[str, ...], list[Method]] = {}
        for method in self.methods:
            if method.name in on:
                alike.setdefault(tuple(it.id for it in on[method.name]), []).append(method)
        for methods in alike.values():
            yield Silence(reason, tuple(methods), tuple(on[methods[0].name]))

    def records(self, language: Language = "en") -> list[dict[str, Any]]:
        """One flat row an indicator and method, for CSV and data frames."""
        return [
            {
                "indicator": row.indicator.id,
                "number": row.indicator.number,
                "title": self.plan.title_of(row.indicator, language),
                "period": str(self.period),
                "method": cell.method,
                "verdict": cell.verdict,
                "meaning": None if cell.title is None else cell.title.in_language(language),
                "number_behind": cell.number,
                "number_behind_unit": cell.unit or None,
                "reason_code": None if cell.reason is None else cell.reason.code,
                "reason": None if cell.reason is None else cell.reason.in_language(language),
                "methods_agree": row.agree,
                "synthetic": self.synthetic,
            }
            for row in self.rows
            for cell in row.cells
        ]
