"""A plan as the rows of the form, and what of it the form has no place for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from attrs import frozen

from planmodel.errors import Problem, UsageError
from planmodel.exchange.form_leaving import left_out
from planmodel.exchange.form_tables import folded
from planmodel.exchange.form_values import write_absence, write_amount, write_period
from planmodel.exchange.form_words import (
    DIRECTIONS,
    FORMS,
    KINDS,
    LANGUAGES,
    LEVEL_FORMS,
    MARK,
    SAME,
    SCOPES,
    TOP,
)
from planmodel.model.absence import NotStated
from planmodel.model.ids import Ref
from planmodel.model.indicators import Indicator
from planmodel.model.outline import Node, Relisted
from planmodel.model.plan import Plan
from planmodel.model.targets import (
    AgainstBenchmark,
    AllOf,
    AtLeast,
    Between,
    Bound,
    Milestone,
    NoNumber,
    Rank,
    Relative,
    Target,
)
from planmodel.model.words import Level
from planmodel.text import Language, Text, say

__all__ = ["Filled", "empty_form", "fill_form"]

Cells: TypeAlias = dict[str, str]
"""The words of a row by column."""


@frozen
class Filled:
    """What stands in the form: the items of the plan, and the rows of each table.

    ``left`` names what the plan has and the form does not.
    """

    items: Cells
    levels: tuple[Cells, ...]
    outline: tuple[Cells, ...] = ()
    indicators: tuple[Cells, ...] = ()
    departments: tuple[Cells, ...] = ()
    left: tuple[Text, ...] = ()


def empty_form(levels: Iterable[Level | str], language: Language) -> Filled:
    """A form that only names levels; bare words are sections, the last of them the measure."""
    given = list(levels)
    rows: list[Cells] = []
    if not any(isinstance(it, Level) and it.form == "plan" for it in given):
        rows.append(_level(LEVEL_FORMS["plan"].in_language(language), "plan", "", language))
    for position, it in enumerate(given, start=1):
        if isinstance(it, Level):
            rows.append(_level(it.word, it.form, it.numbering, language))
        else:
            form = "measure" if position == len(given) else "section"
            rows.append(_level(it, form, "", language))
    return Filled({}, tuple(rows))


def fill_form(plan: Plan[Any], language: Language) -> Filled:
    """The rows of *plan*.

    Raises:
        UsageError: its levels have no order from the top down.
    """
    levels = _in_order(plan)
    names = _names_of_nodes(plan)
    return Filled(
        _items(plan, language),
        tuple(_level(it.word, it.form, it.numbering, language) for it in levels),
        tuple(_outline(plan, {it.word: at for at, it in enumerate(levels)}, language)),
        tuple(row for it in plan.indicators for row in _indicator(plan, it, names, language)),
        tuple(_departments(plan, language)),
        tuple(left_out(plan)),
    )


def _level(word: str, form: str, numbering: str, language: Language) -> Cells:
    said = LEVEL_FORMS[form].in_language(language)
    return {"word": word, "form": said, "numbering": numbering}


def _in_order(plan: Plan[Any]) -> list[Level]:
    """The levels, each behind every level that may stand over it."""
    levels = {it.word: it for it in plan.vocabulary}
    over: dict[str, set[str]] = {word: set() for word in levels}
    for node in (*plan.walk(), plan):
        inside = plan.outline if node is plan else getattr(node, "children", ())
        for child in inside:
            if isinstance(child, Node):
                over[child.word].add(getattr(node, "word", plan.word))
    for level in levels.values():
        for word in level.children:
            if word in over and level.word not in levels[word].children:
                over[word].add(level.word)
    ordered: list[Level] = []
    while over:
        free = next((word for word, above in over.items() if not above & over.keys()), None)
        if free is None:
            raise UsageError(
                Problem(
                    say(
                        "the levels {words} stand under each other; the form cannot say that",
                        "階層{words}が互いの下にあり、この様式では表せない",
                        words=list(over),
                    )
                )
            )
        del over[free]
        ordered.append(levels[free])
    return ordered


def _names(
    plan: Plan[Any], refs: tuple[Ref[Any], ...] | Ref[Any] | NotStated | None, language: Language
) -> str:
    if isinstance(refs, NotStated):
        return write_absence(refs, language)
    several = refs if isinstance(refs, tuple) else (refs,)
    return "、".join(plan.title_of(it) for it in several if it is not None)


def _mark(*, given: bool, language: Language) -> str:
    return MARK.in_language(language) if given else ""


def _items(plan: Plan[Any], language: Language) -> Cells:
    named = LANGUAGES.get(plan.language)
    absence = plan.not_stated("sections")
    return {
        "title": plan.title,
        "id": plan.id,
        "period": write_period(plan.period, language),
        "issuer": "" if plan.issuer is None else plan.issuer.name,
        "code": "" if plan.issuer is None else plan.issuer.code,
        "status": plan.status,
        "published": "" if plan.published is None else write_period(plan.published, language),
        "principle": plan.principle,
        "language": "" if named is None else named.in_language(language),
        "below": "" if absence is None else write_absence(absence, language),
        "note": plan.note,
    }


def _outline(plan: Plan[Any], ranks: dict[str, int], language: Language) -> Iterator[Cells]:
    stack: list[tuple[int, str]] = []
    waiting: list[tuple[Node | Relisted, str]] = [(it, "") for it in reversed(plan.outline)]
    while waiting:
        child, parent = waiting.pop()
        owned = child if isinstance(child, Node) else plan[child.of]
        assert isinstance(owned, Node)  # noqa: S101 - a relisting points at a node
        rank = ranks[owned.word]
        while stack and stack[-1][0] >= rank:
            stack.pop()
        row: Cells = {"level": owned.word, "title": owned.title, "id": owned.id}
        if (stack[-1][1] if stack else "") != parent:
            row["parent"] = parent or TOP.in_language(language)
        if isinstance(child, Relisted):
            yield {**row, "again": _mark(given=True, language=language),
                   "number": child.fixed_number}  # fmt: skip
            continue
        absence = child.not_stated("children")
        yield {
            **row,
            "number": child.fixed_number,
            "departments": _names(
                plan, child.not_stated("departments") or child.departments, language
            ),
            "lead": _names(plan, child.lead, language),
            "is_new": _mark(given=child.is_new, language=language),
            "below": "" if absence is None else write_absence(absence, language),
            "note": child.note,
        }
        if child.level.form == "section":
            stack.append((rank, child.id))
            waiting.extend((it, child.id) for it in reversed(child.children))


def _names_of_nodes(plan: Plan[Any]) -> dict[str, str]:
    """The title of each node by its id, where the title alone says which node is meant."""
    called: dict[str, list[str]] = {}
    for node in plan.walk():
        called.setdefault(folded(node.title), []).append(node.id)
        called.setdefault(folded(node.number + node.title), []).append(node.id)
        called.setdefault(folded(node.id), []).append(node.id)
    taken = {folded(plan.word), folded(TOP.en), folded(TOP.ja)}
    return {
        node.id: node.title
        for node in plan.walk()
        if set(called[folded(node.title)]) == {node.id}
        and folded(node.title) not in taken
        and not re.search("[;；]", node.title)
    }


def _indicator(
    plan: Plan[Any], it: Indicator, names: dict[str, str], language: Language
) -> Iterator[Cells]:
    absence = it.not_stated("targets")
    direction = it.direction
    department = it.department
    refs = (department, *it.co_departments) if isinstance(department, Ref) else department
    first = {
        "number": it.number,
        "title": it.title,
        "unit": it.unit,
        "kind": KINDS[it.kind].in_language(language),
        "direction": write_absence(direction, language)
        if isinstance(direction, NotStated)
        else ("" if direction is None else DIRECTIONS[direction].in_language(language)),
        "role": it.role,
        "is_new": _mark(given=it.is_new, language=language),
        "baseline": "" if it.baseline is None else write_amount(it.baseline.amount, language),
        "baseline_year": "" if it.baseline is None else write_period(it.baseline.period, language),
        "departments": _names(plan, refs, language),
        "attached": "；".join(
            TOP.in_language(language) if node is plan else names.get(node.id, node.id)
            for node in plan.nodes_of(it)
        ),
        "data_source": it.data_source,
        "note": it.note,
        "id": it.id,
    }
    if absence is not None:
        yield {**first, "target": write_absence(absence, language)}
        return
    rows = [_target(plan, target, language) for target in it.targets] or [{}]
    yield {**first, **rows[0]}
    for row in rows[1:]:
        yield {"title": SAME.in_language(language), **row}


def _target(plan: Plan[Any], target: Target, language: Language) -> Cells:
    form, value = _form(plan, target, language)
    return {
        "form": FORMS[form].in_language(language),
        "target": value,
        "target_year": write_period(target.period, language),
        "scope": "" if target.scope == "by" else SCOPES[target.scope].in_language(language),
    }


def _form(  # noqa: PLR0911 - every form of a target
    plan: Plan[Any], target: Target, language: Language
) -> tuple[str, str]:
    match target:
        case Bound():
            strict = ("at_least", "more_than") if isinstance(target, AtLeast) else (
                "at_most", "less_than",
            )  # fmt: skip
            return strict[target.strict], write_amount(target.amount, language)
        case Between():
            ends = (write_amount(it, language) for it in (target.low, target.high))
            return "range", "～".join(ends)
        case Relative():
            stated = "" if target.stated is None else write_amount(target.stated, language)
            form = "baseline" if target.of == "baseline" else "previous_year"
            return form, f"{target.change}（{stated}）" if stated else str(target.change)
        case AgainstBenchmark():
            form = "other_at_least" if target.side == "at_least" else "other_at_most"
            return form, plan.title_of(target.benchmark)
        case AllOf():
            return "all_of", plan.title_of(target.whole)
        case Milestone():
            return "milestone", target.text
        case Rank():
            return "rank", f"{target.among}{target.position}位"
        case NoNumber():
            return "no_number", target.reason
        case _:
            raise UsageError(say("a target of its own form", "独自の形の目標は様式に書けない"))


def _departments(plan: Plan[Any], language: Language) -> Iterator[Cells]:
    for it in plan.departments:
        yield {
            "name": it.name,
            "parent": _names(plan, it.parent, language),
            "category": it.category,
            "note": it.note,
            "id": it.id,
        }
