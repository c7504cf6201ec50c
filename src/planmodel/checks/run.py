"""Running the rules over a plan."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from planmodel.checks.finding import Finding
from planmodel.checks.look import Look
from planmodel.checks.registry import all_rules, rule_of
from planmodel.checks.rule import Hit, Rule
from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.model.arguments import need_plan
from planmodel.model.facts import Ignore
from planmodel.model.plan import Plan
from planmodel.observations.ledger import Observations
from planmodel.text import Text, say

__all__ = ["check"]

UNUSED_IGNORE = "PM001"
UNKNOWN_RULE = "PM002"
RULE_FAILED = "PM003"
_PREFIX = re.compile(r"[A-Z]{2,8}[0-9]{0,2}")


def check(
    plan: Plan[Any],
    observations: Observations | None = None,
    *,
    select: Iterable[str] | str | None = None,
    ignore: Iterable[str] | str | None = None,
    known_by: dt.date | None = None,
) -> tuple[Finding, ...]:
    """What is wrong, doubtful or worth knowing in a plan and its observations, gravest first.

    It never raises on a plan: a rule that fails on it becomes a finding of its own.

    Args:
        plan: the plan.
        observations: the year's facts; rules about them rest where none are given.
        select: codes, names or beginnings of codes (``PM2``) of the rules to run;
            by default all that need not be asked for. A rule that must be asked for runs only
            when its whole code or its name stands here.
        ignore: rules not to run, written in the same way.
        known_by: nothing known later than this day is looked at; ``None`` means all.

    Raises:
        UsageError: *select* or *ignore* names no rule, *plan* is no plan, or rules of installed
            distributions collide.
    """
    need_plan(plan)
    chosen = _chosen(select, ignore)
    known = Observations() if observations is None else observations.known_by(known_by)
    look = Look(plan, known, known_by)
    running = [it for it in chosen if observations is not None or not it.needs_observations]
    found = [finding for it in running for finding in _run(it, look)]
    found = _without_ignored(plan, found, {it.code: it for it in running})
    return tuple(sorted(found, key=Finding.sort_key))


def _run(rule: Rule, look: Look) -> list[Finding]:
    found: list[Finding] = []
    try:
        for it in rule.scan(look):
            found.append(_finding(rule, it))  # noqa: PERF401 - what was found before it failed stays
    except Exception as error:  # noqa: BLE001 - a check never raises on a plan, a rule may be anybody's
        message = say(
            "the rule {code} {name} failed: {why}",
            "規則 {code} {name} が途中で失敗した: {why}",
            code=rule.code,
            name=rule.name,
            why=f"{type(error).__name__}: {error}",
        )
        hint = say("report it to those who keep the rule", "規則の管理者に知らせる")
        failed = rule_of(RULE_FAILED)
        found.append(_finding(failed, Hit(look.plan.id, look.plan.origin, message, hint)))
    return found


def _finding(rule: Rule, it: Hit) -> Finding:
    return Finding(rule.code, rule.name, rule.severity, it.about, it.place, it.message, it.hint)


# --- which rules -------------------------------------------------------------------------------


def _chosen(select: Iterable[str] | str | None, ignore: Iterable[str] | str | None) -> list[Rule]:
    problems: list[Problem] = []
    if select is None:
        wanted = [it for it in all_rules() if not it.opt_in]
    else:
        named = _named(select, "select", problems)
        wanted = [it for it in all_rules() if it in named]
    dropped = _named(ignore or (), "ignore", problems)
    if problems:
        raise UsageError(*problems)
    return [it for it in wanted if it not in dropped]


def _named(words: Iterable[str] | str, where: str, problems: list[Problem]) -> set[Rule]:
    found: set[Rule] = set()
    for word in [words] if isinstance(words, str) else words:
        matching = _matching(word)
        if not matching:
            what = say("there is no rule {it!r}", "「{it}」という規則はない", it=word)
            problems.append(Problem(what, where=where, hint=_nearest(word)))
        found.update(matching)
    return found


def _matching(word: str) -> list[Rule]:
    exact = [it for it in all_rules() if word in (it.code, it.name)]
    if exact or not _PREFIX.fullmatch(word):
        return exact
    return [it for it in all_rules() if it.code.startswith(word) and not it.opt_in]


def _nearest(word: str) -> Text | str:
    return did_you_mean(word, [key for it in all_rules() for key in (it.name, it.code)])


# --- ignores in the plan -----------------------------------------------------------------------


def _without_ignored(
    plan: Plan[Any], found: list[Finding], running: dict[str, Rule]
) -> list[Finding]:
    """*found* less what the plan ignores, and with what is wrong with the ignores themselves."""
    if not plan.ignores:
        return found
    codes = {key: it.code for it in all_rules() for key in (it.code, it.name)}
    used: set[int] = set()
    kept = _filtered(plan.ignores, found, codes, used)
    may_be_unused = running.keys() - {UNUSED_IGNORE, UNKNOWN_RULE, RULE_FAILED}
    about_ignores: list[Finding] = []
    for position, ignore in enumerate(plan.ignores):
        code = codes.get(ignore.code)
        if code is None and UNKNOWN_RULE in running:
            about_ignores.append(_finding(running[UNKNOWN_RULE], _unknown(plan, ignore)))
        # What was not run cannot be said to find nothing.
        elif position not in used and code in may_be_unused and UNUSED_IGNORE in running:
            about_ignores.append(_finding(running[UNUSED_IGNORE], _unused(plan, ignore)))
    return kept + _filtered(plan.ignores, about_ignores, codes, used)


def _filtered(
    ignores: tuple[Ignore, ...], found: list[Finding], codes: dict[str, str], used: set[int]
) -> list[Finding]:
    by_target: dict[tuple[str, str], list[int]] = {}
    for position, ignore in enumerate(ignores):
        key = (codes.get(ignore.code, ""), ignore.at)
        by_target.setdefault(key, []).append(position)
    kept: list[Finding] = []
    for finding in found:
        here = by_target.get((finding.code, finding.about), [])
        everywhere = by_target.get((finding.code, ""), [])
        if finding.code != RULE_FAILED and (here or everywhere):
            used.update(here or everywhere)
        else:
            kept.append(finding)
    return kept


def _unknown(plan: Plan[Any], ignore: Ignore) -> Hit:
    message = say(
        "the plan ignores {code!r}, and there is no such rule",
        "計画が無視すると定めた「{code}」という規則はない",
        code=ignore.code,
    )
    return Hit(ignore.at or plan.id, plan.origin, message, _nearest(ignore.code))


def _unused(plan: Plan[Any], ignore: Ignore) -> Hit:
    if ignore.at:
        message = say(
            "the plan ignores {code} at {at!r}, where it finds nothing",
            "計画は「{at}」での{code}を無視すると定めているが、そこに該当はない",
            code=ignore.code,
            at=ignore.at,
        )
    else:
        message = say(
            "the plan ignores {code}, which finds nothing",
            "計画は{code}を無視すると定めているが、該当はない",
            code=ignore.code,
        )
    hint = say("take the Ignore away", "そのIgnoreを削除する")
    return Hit(ignore.at or plan.id, plan.origin, message, hint)
