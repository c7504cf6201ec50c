"""The same plan under several methods side by side: where they disagree, and why.

A method is a grading rule (shipped or a prefecture's own) or a published profile.
Each keeps its own words; what is compared is where in its own order a verdict stands.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from planmodel.errors import DocumentError, Problem, did_you_mean
from planmodel.evaluation import reasons as why
from planmodel.evaluation.assess import evaluate
from planmodel.evaluation.catalog import MEASURES
from planmodel.evaluation.method_words import CASES, LOOKS_AT, ORDERS, PROFILE_LOOKS
from planmodel.evaluation.outcome import NotAssessable, Trace
from planmodel.evaluation.profiles import profile_names
from planmodel.evaluation.results import Assessment, Evaluation
from planmodel.evaluation.rules.loading import load_rule, rule_names
from planmodel.evaluation.rules.model import Rule
from planmodel.evaluation.serial import judge_assessment
from planmodel.model.indicators import Indicator
from planmodel.model.plan import Plan
from planmodel.observations.ledger import Observations
from planmodel.periods import Period, period_from_canonical
from planmodel.text import Language, Text, say

__all__ = ["DEFAULT_METHODS", "Cell", "Comparison", "Method", "Row", "compare_methods"]

DEFAULT_METHODS = (
    "on-pace", "ibaraki", "osaka-library", "tama-target", "tama-gap", "sano", "nagayo", "fukuoka",
    "open-sdg-2.4", "eustat", "escap",
)  # fmt: skip
"""Every shipped rule and profile."""

Kind: TypeAlias = Literal["rule", "profile"]

_APART = Decimal("0.5")


@frozen
class Method:
    """A method that was asked: its name, its title and what it looks at."""

    name: str
    kind: Kind
    title: Text
    looks_at: Text
    version: str = ""


@frozen(eq=False)
class Cell:
    """What one method says of one indicator.

    Attributes:
        method: the name of the method.
        verdict: its own word, or ``None``.
        title: what the word means, where the method says so.
        printed: the number it stands on.
        standing: where the verdict stands in the method's own order: 1 best, 0 worst.
        reason: why there is no verdict.
    """

    method: str
    verdict: str | None = None
    title: Text | None = None
    printed: str = ""
    standing: Decimal | None = None
    reason: NotAssessable | None = None
    trace: Trace = field(factory=Trace, repr=False)

    def in_language(self, language: Language) -> str:
        """The verdict and its number, or the reason."""
        if self.verdict is None:
            return "-" if self.reason is None else self.reason.in_language(language)
        title = self.verdict if self.title is None else self.title.in_language(language)
        return f"{title} ({self.printed})" if self.printed else title


@frozen(eq=False)
class Row:
    """One indicator under every method.

    ``agree`` is ``None`` where fewer than two methods give a verdict.
    """

    indicator: Indicator
    cells: tuple[Cell, ...]
    agree: bool | None
    because: tuple[Text, ...] = ()


@frozen(eq=False)
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
                "number_behind": cell.printed or None,
                "reason_code": None if cell.reason is None else cell.reason.code,
                "reason": None if cell.reason is None else cell.reason.in_language(language),
                "methods_agree": row.agree,
                "synthetic": self.synthetic,
            }
            for row in self.rows
            for cell in row.cells
        ]


def compare_methods(
    plan: Plan[Any],
    observations: Observations | None = None,
    *,
    period: Period | str,
    known_by: dt.date | None = None,
    methods: Iterable[Rule | str | os.PathLike[str]] = DEFAULT_METHODS,
) -> Comparison:
    """Every indicator of *plan* in *period* under each of *methods*.

    Methods disagree on an indicator when their verdicts stand half an order or more apart:
    the best word of one beside the middle or worst word of another.

    Raises:
        DocumentError: a method is neither a profile nor a rule that can be read.
        ParseError: the text of the period is none.
    """
    when = period_from_canonical(period) if isinstance(period, str) else period
    asked: list[Method] = []
    columns: list[list[Cell]] = []
    basis: Evaluation | None = None
    for it in methods:
        if isinstance(it, str) and it in profile_names():
            if basis is None:
                basis = evaluate(plan, observations, period=when, known_by=known_by)
            method, cells = _by_profile(it, basis)
        else:
            rule = it if isinstance(it, Rule) else _rule_named(it)
            judged = evaluate(plan, observations, period=when, known_by=known_by, rules=rule)
            method, cells = _by_rule(rule, judged)
        asked.append(method)
        columns.append(cells)
    rows = tuple(
        _row(indicator, tuple(column[at] for column in columns), asked)
        for at, indicator in enumerate(plan.indicators)
    )
    ledger = Observations() if observations is None else observations.known_by(known_by)
    return Comparison(plan, when, known_by, tuple(asked), rows, ledger.synthetic)


def _rule_named(name: str | os.PathLike[str]) -> Rule:
    try:
        return load_rule(name)
    except DocumentError as error:
        near = did_you_mean(str(name), [*rule_names(), *profile_names()])
        if not near or str(name) in rule_names():
            raise
        what = say("there is no method called {name}", "「{name}」という手法はない", name=name)
        raise DocumentError(Problem(what, "methods", hint=near)) from error


def _by_rule(rule: Rule, judged: Evaluation) -> tuple[Method, list[Cell]]:
    measure = None if rule.judging is None else rule.judging.measure
    looks = CASES
    if measure is not None:
        looks = LOOKS_AT.get(measure, MEASURES[measure].title)
    method = Method(rule.name, "rule", judged.rule_title, looks, rule.version)
    return method, [_rule_cell(rule.name, it, judged.grades) for it in judged]


def _rule_cell(name: str, it: Assessment, grades: tuple[str, ...]) -> Cell:
    if it.grade is None:
        return Cell(name, reason=it.reason, printed=it.printed, trace=it.trace)
    standing = None
    if it.grade in grades and len(grades) > 1:
        standing = 1 - Decimal(grades.index(it.grade)) / Decimal(len(grades) - 1)
    return Cell(name, it.grade, it.grade_title, it.printed, standing, trace=it.trace)


def _by_profile(name: str, basis: Evaluation) -> tuple[Method, list[Cell]]:
    from planmodel.evaluation.profiles import profile_named

    profile = profile_named(name)
    method = Method(name, "profile", profile.title, PROFILE_LOOKS[name], profile.version)
    cells: list[Cell] = []
    for it in basis:
        judged = judge_assessment(it, name)
        if isinstance(judged, NotAssessable):
            cells.append(Cell(name, reason=judged))
            continue
        if judged.reason is not None:
            cells.append(Cell(name, reason=judged.reason, trace=judged.trace))
            continue
        order = ORDERS[name]
        place = order.index(judged.status) if judged.status in order else None
        standing = None if place is None else 1 - Decimal(place) / Decimal(len(order) - 1)
        printed = "" if judged.score is None else f"{judged.score:.1f}"
        cells.append(
            Cell(name, judged.status, judged.status_label, printed, standing, trace=judged.trace)
        )
    return method, cells


_NOTHING = (why.NO_VALUE.code, why.NOT_PUBLISHED.code, why.PENDING.code)


def _row(indicator: Indicator, cells: tuple[Cell, ...], methods: list[Method]) -> Row:
    standings = [it.standing for it in cells if it.standing is not None]
    if len(standings) <= 1:
        return Row(indicator, cells, None)
    agree = max(standings) - min(standings) < _APART
    return Row(indicator, cells, agree, () if agree else tuple(_because(cells, methods)))


def _because(cells: tuple[Cell, ...], methods: list[Method]) -> Iterator[Text]:
    """What the extremes look at, and who could not say anything."""
    judged = [it for it in cells if it.standing is not None]
    best = max(judged, key=lambda it: it.standing or Decimal(0))
    worst = min(judged, key=lambda it: it.standing or Decimal(0))
    by_name = {it.name: it for it in methods}
    for cell in (best, worst):
        yield say(
            "{method} says {verdict}: it looks at {looks}",
            "{method}は「{verdict}」: {looks}",
            method=by_name[cell.method].title,
            verdict=cell,
            looks=by_name[cell.method].looks_at,
        )
    silent: dict[Text, list[Text]] = {}
    for cell in cells:
        if cell.reason is not None and cell.reason.code not in _NOTHING:
            silent.setdefault(cell.reason.reason, []).append(by_name[cell.method].title)
    for reason, names in silent.items():
        yield say(
            "no verdict by {methods}: {why}",
            "評価できないもの（{methods}）: {why}",
            methods=tuple(names),
            why=reason,
        )
