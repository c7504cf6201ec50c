"""Values of fields as JSON and as words, for tables that put an old one beside a new one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, cast

import attrs

from planmodel.model.absence import Missing, NotStated
from planmodel.model.amounts import Amount
from planmodel.model.axes import Tag
from planmodel.model.change import Change
from planmodel.model.facts import Governance, LegalBasis, Relation, Role
from planmodel.model.ids import Citation, Entity, Ref
from planmodel.model.indicators import Baseline, Lineage
from planmodel.model.organisations import Issuer
from planmodel.model.plan import Plan
from planmodel.model.targets import (
    AgainstBenchmark,
    AllOf,
    AtLeast,
    AtMost,
    Between,
    Milestone,
    NoNumber,
    Rank,
    Relative,
    Target,
)
from planmodel.periods import CalendarYear, Cohort, Day, FiscalYear, Window
from planmodel.text import Language, Localized, Text, in_language, say

__all__ = ["plain", "shown", "target_words"]

_PERIODS = (CalendarYear, Cohort, Day, FiscalYear, Window)


def plain(value: object) -> Any:  # noqa: ANN401, C901, PLR0911 - JSON; one case a kind
    """*value* as JSON: exact numbers and periods as text, pointers as ids, objects by field.

    An absence is ``{"not_stated": reason}`` or ``{"missing": reason}``; an object names its class
    under ``type`` and leaves out what it does not say.
    """
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (dt.date, *_PERIODS)):
        return str(value)
    if isinstance(value, Ref):
        return value.id
    if isinstance(value, NotStated):
        return {"not_stated": value.reason}
    if isinstance(value, Missing):
        return {"missing": value.reason}
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value).items()
        return {str(key): plain(it) for key, it in pairs}
    if isinstance(value, (tuple, list)):
        return [plain(it) for it in cast("tuple[object, ...]", value)]
    if isinstance(value, (set, frozenset)):
        return sorted((plain(it) for it in cast("set[object]", value)), key=repr)
    if attrs.has(type(value)):
        return {"type": type(value).__name__} | _plain_fields(value)
    return str(value)


def _plain_fields(value: object) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for attribute in attrs.fields(cast("Any", type(value))):
        it: object = getattr(value, attribute.name)
        if attribute.eq and attribute.init and it != attribute.default:
            found[attribute.alias or attribute.name] = plain(it)
    return found


def _bound(target: AtLeast | AtMost) -> Text:
    amount = target.amount
    if target.side == "at_least":
        if target.strict:
            return say("more than {it}", "{it}超", it=amount)
        return say("at least {it}", "{it}以上", it=amount)
    if target.strict:
        return say("less than {it}", "{it}未満", it=amount)
    return say("at most {it}", "{it}以下", it=amount)


def target_words(  # noqa: C901, PLR0911 - one case a form
    target: Target, plan: Plan[Any]
) -> Text | str:
    """What *target* aims at, in words; as printed where the document's words were kept."""
    if target.printed:
        return target.printed
    match target:
        case AtLeast() | AtMost():
            return _bound(target)
        case Between():
            return say("{low} to {high}", "{low}以上{high}以下", low=target.low, high=target.high)
        case Relative():
            if target.stated is None:
                return str(target.change)
            return say(
                "{change} ({stated})", "{change}（{stated}）", change=str(target.change),
                stated=target.stated,
            )  # fmt: skip
        case AgainstBenchmark():
            name = _name(target.benchmark, plan)
            if target.side == "at_most":
                return say("at most {name}", "{name}以下", name=name)
            return say("at least {name}", "{name}以上", name=name)
        case AllOf():
            return say("all of {name}", "{name}のすべて", name=_name(target.whole, plan))
        case Milestone():
            return target.text
        case Rank():
            return say(
                "place {n} in {among}", "{among}{n}位", n=target.position, among=target.among
            )
        case NoNumber():
            return target.reason
        case _:
            return str(target)


def _name(ref: Ref[Any], plan: Plan[Any]) -> str:
    return plan.title_of(ref) if ref.id in plan else str(ref.id)


def shown(
    value: object, plan: Plan[Any], language: Language, skip: Callable[[str], bool] | None = None
) -> str:
    """*value* as words of *language*; pointers as the names they have in *plan*.

    Absences whose reason *skip* says so of are left out.
    """
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, bool):
        return ("はい" if value else "いいえ") if language == "ja" else ("yes" if value else "no")
    if isinstance(value, Ref):
        key: str = value.id
        return plan.title_of(key, language) if key in plan else key
    if isinstance(value, (tuple, list)):
        parts = (shown(it, plan, language, skip) for it in cast("tuple[object, ...]", value))
        return ("、" if language == "ja" else ", ").join(it for it in parts if it)
    return _object_shown(value, plan, language, skip)


def _object_shown(  # noqa: C901, PLR0911, PLR0912 - one case a kind
    value: object, plan: Plan[Any], language: Language, skip: Callable[[str], bool] | None
) -> str:
    def words(it: object) -> str:
        return shown(it, plan, language, skip)

    def joined(first: object, *rest: object) -> str:
        told = words(first)
        more = [said for it in rest if (said := words(it))]
        opening, closing = ("（", "）") if language == "ja" else (" (", ")")
        inside = ("、" if language == "ja" else ", ").join(more)
        return f"{told}{opening}{inside}{closing}" if inside and told else told or inside

    match value:
        case NotStated() | Missing():
            return "" if skip is not None and skip(value.reason) else value.reason
        case Amount(absence=NotStated()):
            return words(value.absence)
        case Amount():
            return str(value)
        case Baseline():
            return joined(value.amount, None if value.period == value.absence else value.period)
        case Target():
            return joined(target_words(value, plan), value.period)
        case Change():
            return str(value)
        case Tag():
            return joined(value.topic, value.by)
        case Citation():
            return value.place
        case Issuer():
            return joined(value.name, value.code)
        case LegalBasis():
            return f"{words(value.law)} {value.article}".rstrip()
        case Governance():
            return joined(value.council, value.review, value.follow_up)
        case Role():
            return f"{value.actor}: {value.text}"
        case Relation():
            return joined(value.title, value.kind)
        case Lineage():
            return joined(value.title or value.indicator, value.because)
        case Entity():
            return plan.title_of(value, language) if value.id in plan else value.id
        case _:
            if isinstance(value, (Localized, Decimal)):
                return in_language(value, language)
            return str(value)
