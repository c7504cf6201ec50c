"""Texts beside the outline, set one at a time: a description, a translated title."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar

from attrs import evolve as copied

from planmodel.errors import ModelError, Problem
from planmodel.model.facts import Prose, Translation
from planmodel.model.ids import Citation, evolve
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["is_text_field", "with_text", "without_texts"]

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
