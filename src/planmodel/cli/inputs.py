"""What a person typed, read: the plan, the facts, the period, the date, the department."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
import unicodedata
from collections.abc import Iterable
from typing import Any, cast

from planmodel.errors import ParseError, Problem, UnknownIdError, UsageError, did_you_mean
from planmodel.model.ids import Entity
from planmodel.model.organisations import Department
from planmodel.model.plan import Plan
from planmodel.observations.ledger import Observations
from planmodel.periods import Period
from planmodel.text import say

__all__ = [
    "read_date",
    "read_department",
    "read_levels",
    "read_observations",
    "read_period",
    "read_plan",
    "read_thing",
]


def read_plan(options: argparse.Namespace) -> Plan[Any]:
    """The plan that the command names."""
    from planmodel.exchange.loading import load

    return load(options.plan)


def read_observations(options: argparse.Namespace) -> Observations:
    """The facts that the command names, or those beside the plan.

    Raises:
        UsageError: synthetic facts are asked for, and there are none beside the plan.
    """
    paths = _observation_files(options)
    ledger = Observations()
    if paths:
        from planmodel.exchange.observations_csv import load_observations

        for path in paths:
            ledger = ledger.append(load_observations(path, synthetic=options.synthetic))
    return ledger


def _observation_files(options: argparse.Namespace) -> list[Any]:
    if options.observations:
        return list(options.observations)
    from planmodel.exchange.loading import observations_beside

    folder = observations_beside(options.plan)
    if not options.synthetic:
        return [] if folder is None else [folder]
    files = [] if folder is None else sorted(folder.glob("synthetic*.csv"))
    if not files:
        what = say(
            "there are no synthetic observations beside the plan",
            "計画に添えられた合成データはない",
        )
        raise UsageError(Problem(what, "--synthetic"))
    return files


def read_period(options: argparse.Namespace) -> Period:
    """The period as typed, in its canonical or in any printed form; a bare year is fiscal.

    What had to be assumed (平成32年度 never was) is told on the error stream.
    """
    from planmodel.periods import parse_period, period_from_canonical

    text = unicodedata.normalize("NFKC", options.period).strip()
    is_year = re.fullmatch("[0-9]{4}", text) is not None
    if not is_year:
        try:
            return period_from_canonical(text)
        except ParseError:
            pass
    read = parse_period(f"{text}年度" if is_year else text, reading="fiscal")
    for note in read.notes:
        sys.stderr.write(note.in_language(options.lang) + "\n")
    return read.period


def read_date(options: argparse.Namespace) -> dt.date | None:
    """The day up to which facts count, if one is given.

    Raises:
        UsageError: it is no date.
    """
    if options.as_of is None:
        return None
    try:
        return dt.date.fromisoformat(options.as_of)
    except ValueError as error:
        what = say("{text!r} is no date", "{text!r}は日付ではない", text=options.as_of)
        raise UsageError(Problem(what, "--as-of", "2021-10-31")) from error


def read_thing(
    plan: Plan[Any], words: str, where: str = "ID", among: Iterable[Entity] | None = None
) -> Entity:
    """The thing with this id, or the only one with this printed number, title or name.

    Raises:
        UnknownIdError: the plan (or *among*) has none, or several; the nearest or all of them are
            named.
    """
    things = plan.index.entities if among is None else {it.id: it for it in among}
    if words in things:
        return things[words]
    if among is None and words == plan.id:
        return plan
    found = [it for it in things.values() if words in _spoken(plan, it)]
    if len(found) == 1:
        return found[0]
    if found:
        what = say("{words!r} may be several things", "「{words}」は複数ある", words=words)
        ids = ", ".join(it.id for it in found[:_MOST])
        more = ", …" if len(found) > _MOST else ""
        hint = say("name one by its id: {ids}", "識別子で指定する: {ids}", ids=f"{ids}{more}")
        raise UnknownIdError(Problem(what, where, hint=hint))
    known = [*things, *(name for it in things.values() for name in _spoken(plan, it))]
    what = say("there is no {id!r} in the plan", "計画に「{id}」はない", id=words)
    raise UnknownIdError(Problem(what, where, hint=did_you_mean(words, known)))


_MOST = 5


def _spoken(plan: Plan[Any], thing: Entity) -> set[str]:
    """What people call *thing*: its number, its titles, and both together."""
    titles = {plan.title_of(thing, language) for language in (plan.language, "ja", "en")}
    number = str(getattr(thing, "number", ""))
    heading = str(getattr(thing, "heading", ""))
    return {it for it in (*titles, number, heading) if it}


def read_department(plan: Plan[Any], words: str) -> Department:
    """The department with this id or name.

    Raises:
        UnknownIdError: the plan has none.
    """
    found = read_thing(plan, words, "--department", plan.departments)
    return cast("Department", found)


def read_levels(words: str) -> list[str]:
    """The words of levels, as typed between commas (also 、 and ，).

    Raises:
        UsageError: a word is empty or stands twice.
    """
    levels = [it.strip() for it in re.split("[,、，]", words)]
    problems: list[Problem] = []
    for position, word in enumerate(levels):
        if not word:
            what = say("level {n} has no name", "{n}番目の階層に呼び名がない", n=position + 1)
            problems.append(Problem(what, "--levels", "重点課題,施策,取組"))
        elif _folded(word) in {_folded(it) for it in levels[:position]}:
            what = say("the level {word} stands twice", "階層「{word}」が二つある", word=word)
            problems.append(Problem(what, "--levels"))
    if problems:
        raise UsageError(*problems)
    return levels


def _folded(word: str) -> str:
    """*word* as somebody reads it: Ａ, a and A are one."""
    return unicodedata.normalize("NFKC", word).casefold()
