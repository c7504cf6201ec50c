"""A plan, a department's part of it, or one thing in it, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from attrs import fields

from planmodel.cli.tables import columns
from planmodel.dsl.absences import besides, is_undecided
from planmodel.dsl.containers import own_fields
from planmodel.dsl.labels import field_label, thing_label
from planmodel.dsl.wording import label_in, shown
from planmodel.model.absence import NotStated
from planmodel.model.axes import Tag
from planmodel.model.ids import Citation, Entity, Ref
from planmodel.model.indicators import Baseline, Indicator, Lineage
from planmodel.model.organisations import Department
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.model.targets import Target
from planmodel.periods import Period
from planmodel.reports.aiming import target_words
from planmodel.reports.speaking import Speaker
from planmodel.text import Language, in_language, say

__all__ = ["aim", "department_text", "plan_data", "plan_text", "thing_data", "thing_text"]


def _open(absence: NotStated, language: Language) -> str:
    """That the document is silent, or that nothing is decided yet."""
    is_open = is_undecided(absence.reason)
    said = say("not yet decided", "未定") if is_open else say("not stated", "記載なし")
    return said.in_language(language)


def _open_with_reason(plan: Plan[Any], absence: NotStated, language: Language) -> str:
    why = besides(plan.phrase(absence.reason, language))
    return ": ".join(it for it in (_open(absence, language), why) if it)


def _period(period: Period | NotStated, language: Language) -> str:
    if isinstance(period, NotStated):
        return _open(period, language)
    return period.in_language(language)


def _names(plan: Plan[Any], node: Node, language: Language) -> str:
    absence = node.not_stated("departments")
    if absence is not None:
        return _open(absence, language)
    separator = "・" if language == "ja" else ", "
    return separator.join(plan.title_of(ref, language) for ref in node.departments if ref in plan)


def _node_lines(plan: Plan[Any], node: Node, depth: int, language: Language) -> list[str]:
    title = plan.title_of(node, language)
    names = _names(plan, node, language)
    line = "  " * depth + node.numbering.heading(node.number, title)
    if names:
        line += f" [{names}]"
    lines = [line]
    absence = node.not_stated("children")
    if absence is not None:
        lines.append("  " * (depth + 1) + _open_with_reason(plan, absence, language))
    for child in node.children:
        if isinstance(child, Node):
            lines += _node_lines(plan, child, depth + 1, language)
        elif child.of in plan:
            again = say("listed again", "再掲").in_language(language)
            lines.append("  " * (depth + 1) + f"{plan.title_of(child.of, language)} ({again})")
    return lines


def _indicator_rows(
    plan: Plan[Any], indicators: tuple[Indicator, ...], language: Language, space: int | None
) -> str:
    speaker = Speaker(plan, language)
    rows = [
        (
            it.number,
            plan.title_of(it, language),
            "-" if it.baseline is None else speaker.amount(it.baseline.amount, it.unit).text,
            " / ".join(aim(speaker, one, it.unit) for one in it.targets) or "-",
            it.id,
        )
        for it in indicators
    ]
    head = (
        "",
        *(
            word.in_language(language)
            for word in (
                say("indicator", "指標"),
                say("baseline", "基準値"),
                say("target", "目標"),
                say("id", "識別子"),
            )
        ),
    )
    return columns(rows, head, layout=" t", space=space)


def aim(speaker: Speaker, target: Target, unit: str) -> str:
    """The number that *target* aims at, as printed or translated; its words where it has none."""
    if target.printed and not speaker.is_foreign:
        return target.printed
    if target.amount is not None and target.amount.number is not None:
        return speaker.amount(target.amount, unit).text
    return target_words(speaker, target, unit).text


def plan_text(plan: Plan[Any], language: Language, space: int | None = None) -> str:
    """Title, period, outline and indicators."""
    head = [plan.title_of(plan, language)]
    if plan.issuer is not None:
        head.append(plan.phrase(plan.issuer.name, language))
    head.append(_period(plan.period, language))
    lines = [" / ".join(it for it in (*head, plan.phrase(plan.status, language)) if it), ""]
    absence = plan.not_stated("sections")
    if absence is not None:
        outline = say("outline", "体系").in_language(language)
        lines.append(f"{outline}: {_open_with_reason(plan, absence, language)}")
    for node in plan.outline:
        lines += _node_lines(plan, node, 0, language)
    if plan.indicators:
        lines += ["", _indicator_rows(plan, plan.indicators, language, space)]
    return "\n".join(lines)


def department_text(
    plan: Plan[Any], department: Department, language: Language, space: int | None = None
) -> str:
    """The measures and indicators a department answers for."""
    lines = [plan.title_of(department, language), ""]
    for measure in plan.measures(department):
        way = [plan.title_of(it, language) for it in plan.path(measure)]
        lines.append(" > ".join(way))
    indicators = plan.indicators_of(department)
    if indicators:
        lines += ["", _indicator_rows(plan, indicators, language, space)]
    return "\n".join(lines)


def _plain(value: object) -> object:
    """*value* as text, numbers, lists and objects; pointers are ids, empty fields are left out."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, tuple):
        return [_plain(it) for it in cast("tuple[object, ...]", value)]
    if isinstance(value, NotStated):
        return {"not_stated": value.reason}
    if isinstance(value, (Tag, Baseline, Target, Entity, Lineage)):
        return {name: _plain(it) for name, it in _said(value)}
    if isinstance(value, Citation):
        value = " / ".join(it for it in (value.document, value.place, value.url) if it)
    return value.id if isinstance(value, Ref) else str(value)


def _said(value: Tag | Baseline | Target | Entity | Lineage) -> Iterator[tuple[str, object]]:
    """The fields of *value* that say something; a target begins with its form."""
    if isinstance(value, Target):
        yield "form", value.form
    for name in (it.name.removeprefix("_") for it in fields(type(value))):
        it = getattr(value, name)
        if name != "origin" and it not in (None, "", (), False):
            yield name, it


def thing_data(plan: Plan[Any], thing: Entity, language: Language) -> dict[str, Any]:
    """One thing as plain data: its fields that say something, and where it stands."""
    fields = {
        name: _plain(value)
        for name, value in own_fields(thing).items()
        if value not in (None, "", (), False)
    }
    path = [it.id for it in plan.path(thing)] if thing is not plan else []
    return {
        "id": thing.id,
        "kind": thing.ref_kind,
        "name": plan.title_of(thing, language),
        "place": path,
        "origin": str(thing.origin),
        **fields,
    }


def thing_text(plan: Plan[Any], thing: Entity, language: Language, space: int | None = None) -> str:
    """One thing: title, description, place, and every field that says something."""
    lines = [plan.title_of(thing, language)]
    prose = plan.prose_of(thing, language)
    if prose:
        lines.append(prose)
    way = () if thing is plan else plan.path(thing)[:-1]
    rows = [
        (_label("id", language), thing.id),
        (_label("what", language), thing_label(thing, plan, language)),
        (_label("place", language), " > ".join(plan.title_of(it, language) for it in way)),
        (_label("origin", language), str(thing.origin)),
    ]
    # The word of a level is told above; its number and title stand in the outline below.
    rows += [
        (label_in(plan, name, language, type(thing)), shown(value, plan, language, name))
        for name, value in own_fields(thing).items()
        if name != "word" and value is not None and value is not False and value not in ("", ())
    ]
    lines += ["", columns([row for row in rows if row[1]], space=space)]
    if isinstance(thing, Node):
        lines += ["", *_node_lines(plan, thing, 0, language)]
    return "\n".join(lines)


def _label(name: str, language: Language) -> str:
    return in_language(field_label(name), language)


def plan_data(plan: Plan[Any], language: Language) -> dict[str, Any]:
    """The plan in short, for machines; ``planmodel export --format json`` gives all of it."""
    return {
        "id": plan.id,
        "title": plan.title_of(plan, language),
        "period": _plain(plan.period),
        "nodes": [
            {
                "id": node.id,
                "word": node.word,
                "number": node.number,
                "title": plan.title_of(node, language),
                "path": [it.id for it in plan.path(node)],
                "departments": [ref.id for ref in node.departments],
            }
            for node in plan.walk()
        ],
        "indicators": [thing_data(plan, it, language) for it in plan.indicators],
    }
