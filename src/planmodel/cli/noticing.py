"""What somebody who only judges or reports has to hear: doubtful facts, and a year asked amiss."""

from __future__ import annotations

import argparse
import datetime as dt
import shlex
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from planmodel.checks.finding import Finding
from planmodel.checks.registry import all_rules
from planmodel.checks.run import check
from planmodel.cli.tables import shortened, visible
from planmodel.evaluation.results import Assessment
from planmodel.model.absence import NotStated
from planmodel.model.plan import Plan
from planmodel.observations.ledger import Observations
from planmodel.periods import Period
from planmodel.text import Text, say

__all__ = ["Notices", "notice"]

_WIDEST = 160


@frozen
class Notices:
    """What is to be told beside a judgement.

    Attributes:
        lines: the sentences.
        findings: what `check` finds in the facts, errors and warnings only.
    """

    lines: tuple[Text, ...]
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "notices": list(self.lines),
            "findings": [it.to_dict() for it in self.findings],
        }


def notice(  # noqa: PLR0913 - the two clocks are two
    options: argparse.Namespace,
    plan: Plan[Any],
    facts: Observations,
    period: Period,
    known_by: dt.date | None,
    *,
    judged: Iterable[Assessment | None],
    notes: Iterable[Text] = (),
) -> Notices:
    """Look over the *facts* and the *period* asked for, and tell of it on the error stream.

    *judged* are the indicators as judged, *notes* what the judgement itself has to say of the rule.
    """
    rules = [it.code for it in all_rules() if it.needs_observations and it.severity != "info"]
    findings = check(plan, facts, select=rules, known_by=known_by)
    lines = [*notes, *_doubts(options, findings), *_outside(plan, period)]
    if not any(it is not None and it.observation is not None for it in judged):
        lines += _of_another_kind(plan, facts.known_by(known_by), period)
    mark = say("note", "注意").in_language(options.lang)
    sys.stderr.writelines(f"{mark}: {visible(it.in_language(options.lang))}\n" for it in lines)
    return Notices(tuple(lines), findings)


def _doubts(options: argparse.Namespace, findings: tuple[Finding, ...]) -> Iterator[Text]:
    if not findings:
        return
    words = ["planmodel", "check", options.plan]
    for it in options.observations or ():
        words += ["--observations", it]
    words += ["--synthetic"] * options.synthetic
    message = findings[0].message
    english, japanese = (shortened(message.in_language(it), _WIDEST) for it in ("en", "ja"))
    yield say(
        "the facts have {n} {n:fault|faults} ({eg}{first}). what and where: {command}",
        "実績データに指摘が{n}件ある（{eg}{first}）。確認するには: {command}",
        n=len(findings),
        first=Text(english, japanese),
        eg=say("such as: ", "例: ") if len(findings) > 1 else "",
        command=shlex.join(words),
    )


def _outside(plan: Plan[Any], period: Period) -> Iterator[Text]:
    """Whether *period* lies before every baseline or after every target and the plan itself."""
    given: list[Period | NotStated | None] = [plan.period]
    for indicator in plan.indicators:
        if indicator.baseline is not None:
            given.append(indicator.baseline.period)
        given += (it.period for it in indicator.targets)
    known = [it for it in given if it is not None and not isinstance(it, NotStated)]
    if not known:
        return
    first, last = (min(it.first_day for it in known), max(it.last_day for it in known))
    if period.last_day < first or period.first_day > last:
        yield say(
            "{period} lies outside of what the plan speaks of ({plan}, with its baselines and "
            "targets)",
            "{period}は計画の対象（{plan}、基準値と目標の時期を含む）の外にある",
            period=period,
            plan=plan.period,
        )


def _of_another_kind(plan: Plan[Any], facts: Observations, period: Period) -> Iterator[Text]:
    """Where *period* has no value, but one of another kind and the same year has some."""
    counted: Counter[Period] = Counter()
    for indicator in plan.indicators:
        held = facts.standing(indicator)
        if period in held:
            return
        year = getattr(period, "year", None)
        counted.update(it for it in held if getattr(it, "year", "") == year)
    if counted:
        other, count = counted.most_common(1)[0]
        yield say(
            "no value for {asked} is known, but {n} for {other}: --period {name}",
            "{asked}の値はないが、{other}の値は{n}件ある: --period {name}",
            asked=period,
            n=count,
            other=other,
            name=str(other) if str(other).startswith("FY") else f"CY{other}",
        )
