"""Single fields of a thing set, and texts beside the outline: a description, a translated title."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar, cast

import attrs
from attrs import evolve as copied

from planmodel.dsl.containers import PLAN_KEY, held_names, text_fields
from planmodel.dsl.edits import Amend
from planmodel.dsl.rebuilding import rebuilt, refusal
from planmodel.errors import ModelError, PlanmodelError, Problem
from planmodel.model.facts import Prose, Translation
from planmodel.model.ids import Citation, Entity, evolve
from planmodel.model.indicators import Cumulative, Flow, Indicator, Stock
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["amended", "is_text_field", "with_text", "without_texts"]

P = TypeVar("P", bound=Plan[Any])


def is_text_field(name: str) -> bool:
    """Whether *name* means a text beside the outline: ``prose``, ``title.en``, ``prose.en``."""
    return name == "prose" or name.startswith(("prose.", "title."))


def with_text(plan: P, key: str, name: str, value: object) -> P:
    """*plan* with the text *name* of the thing *key* set to *value*; ``None`` takes it away.

    Raises:
        ModelError: the value is no text (for ``prose.source``: no citation).
    """
    kind = Citation if name == "prose.source" else str
    if value is not None and not isinstance(value, kind):
        raise ModelError(
            Problem(
                say("{it!r} is no {kind}", "{it!r}は{kind}ではない", it=value, kind=kind.__name__),
                where=f"{key}.{name}",
            )
        )
    if name == "prose.source":
        source: Any = value
        sourced = tuple(copied(it, source=source) if it.of == key else it for it in plan.prose)
        return evolve(plan, origin=plan.origin, prose=sourced)
    text: Any = value
    what, _, language = name.partition(".")
    if not language:
        return evolve(plan, origin=plan.origin, prose=_with_prose(plan.prose, key, text))
    table = "titles" if what == "title" else "prose"
    known = any(it.language == language for it in plan.translations)
    translations = plan.translations if known else (*plan.translations, Translation(language))
    done = tuple(
        _with_pair(it, table, key, text) if it.language == language else it for it in translations
    )
    return evolve(plan, origin=plan.origin, translations=done)


def without_texts(plan: P, keys: Collection[str]) -> P:
    """*plan* without descriptions, translations and gaps that are about the things *keys*."""
    prose = tuple(it for it in plan.prose if it.of not in keys)
    gaps = tuple(it for it in plan.gaps if it.about not in keys)
    translations = tuple(
        copied(
            it,
            titles=tuple(pair for pair in it.titles if pair[0] not in keys),
            prose=tuple(pair for pair in it.prose if pair[0] not in keys),
        )
        for it in plan.translations
    )
    if (prose, gaps, translations) == (plan.prose, plan.gaps, plan.translations):
        return plan
    return evolve(plan, origin=plan.origin, prose=prose, gaps=gaps, translations=translations)


def _with_prose(texts: tuple[Prose, ...], key: str, text: str | None) -> tuple[Prose, ...]:
    if text is None:
        return tuple(it for it in texts if it.of != key)
    if all(it.of != key for it in texts):
        return (*texts, Prose(key, text))
    return tuple(copied(it, text=text) if it.of == key else it for it in texts)


def _with_pair(translation: Translation, table: str, key: str, text: str | None) -> Translation:
    pairs: tuple[tuple[str, str], ...] = getattr(translation, table)
    changed: Any
    if text is None:
        changed = tuple(it for it in pairs if it[0] != key)
    elif all(name != key for name, _ in pairs):
        changed = (*pairs, (key, text))
    else:
        changed = tuple((name, text if name == key else words) for name, words in pairs)
    if table == "titles":
        return copied(translation, titles=changed)
    return copied(translation, prose=changed)


def amended(plan: Plan[Any], edit: Amend) -> Plan[Any]:
    """*plan* with the fields that *edit* sets.

    Raises:
        ModelError: a field is not set this way, or cannot hold the value.
        UnknownIdError: the thing is not in the plan.
    """
    is_plan = edit.id in (plan.id, PLAN_KEY)
    thing: Entity = plan if is_plan else plan[edit.id]
    stale = {name for name, was in edit.was if not _says(plan, thing, name, was)}
    fields = [(name, value) for name, value in edit.fields if name not in stale]
    own = {name: value for name, value in fields if not is_text_field(name)}
    held = [name for name in own if name in (*held_names(thing), "id")]
    if held:
        raise refusal(
            say("{fields} is not set by Amend", "{fields}はAmendでは変えられない", fields=held),
            say("use Add, Drop, Move or Replace", "Add、Drop、Move、Replaceを使う"),
        )
    # Where others go on writing the thing, what is still to be mended is mended there.
    origin = thing.origin if edit.was else edit.origin
    if own and is_plan:
        plan = evolve(plan, origin=origin, **own)
    elif own:
        kind = own.pop("kind", None) if isinstance(thing, Indicator) else None
        if kind is not None:
            thing = _as_kind(cast("Indicator", thing), kind)
        grown = evolve(thing, origin=origin, **own)
        plan = rebuilt(plan, thing.id, lambda _: (grown,))
    for name, value in fields:
        if is_text_field(name):
            plan = with_text(plan, PLAN_KEY if is_plan else thing.id, name, value)
    return plan


def _says(plan: Plan[Any], thing: Entity, name: str, was: object) -> bool:
    """Whether the field *name* of *thing* says *was*."""
    if is_text_field(name):
        key = PLAN_KEY if thing is plan else thing.id
        return text_fields(plan).get(key, {}).get(name) == was
    if name == "kind" and isinstance(thing, Indicator):
        return thing.kind == was
    try:
        return evolve(thing, origin=thing.origin, **{name: was}) == thing
    except PlanmodelError:
        return False


_KINDS: dict[str, type[Indicator]] = {it.kind: it for it in (Stock, Flow, Cumulative)}


def _as_kind(thing: Indicator, kind: object) -> Indicator:
    """*thing* as another kind of indicator, with everything that this kind can say."""
    cls = _KINDS.get(str(kind))
    if cls is None:
        raise refusal(say("{it!r} is no kind of indicator", "{it!r}は指標の種別ではない", it=kind))
    known = {it.alias or it.name for it in attrs.fields(cls)}
    values: dict[str, Any] = {
        attribute.alias or attribute.name: getattr(thing, attribute.name)
        for attribute in attrs.fields(type(thing))
        if attribute.init and (attribute.alias or attribute.name) in known
    }
    return cls(**values)
