"""Plans as JSON documents: written, and read with every problem named by its path.

A document is an object with the keys ``format`` (``planmodel/plan``), ``format_version``,
``vocabulary`` (the plan's levels) and ``plan``. See the reference for what stands inside.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeVar, cast, overload

from planmodel._memory import undisturbed
from planmodel.errors import DocumentError, ModelError, Problem, did_you_mean
from planmodel.exchange.json_text import parse_json, step
from planmodel.exchange.migrations import FORMAT_VERSION, migrate
from planmodel.exchange.outlines import PlanReader, generic_reader, place_origins, typed_reader
from planmodel.exchange.refusals import RefusedError
from planmodel.exchange.vocabulary import (
    check_levels,
    read_levels,
    ready_made,
    words_of,
    write_levels,
)
from planmodel.exchange.writing import write
from planmodel.files import MAX_BYTES
from planmodel.model.generic import GenericPlan
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["FORMAT", "from_json", "to_json"]

FORMAT = "planmodel/plan"
"""What a document says it is."""

_KEYS = ("format", "format_version", "vocabulary", "plan")

P = TypeVar("P", bound=Plan[Any])


def to_json(plan: Plan[Any], *, indent: int | None = 2) -> str:
    """*plan* as a JSON document; keys stand in a stable order, what is default is left out.

    Raises:
        ModelError: a word's own field holds what a document has no form for.
    """
    document = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "vocabulary": write_levels(plan.vocabulary),
        "plan": write(plan),
    }
    text = json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ModelError(
            Problem(
                say("a lone surrogate is no character", "孤立したサロゲートは文字ではない"),
                where=text[max(0, error.start - 40) : error.start],
            )
        ) from error
    return text


@overload
def from_json(
    text: str | bytes,
    plan_class: type[P],
    *,
    words: Iterable[type[Node]] = (),
    file: str = "",
    limit: int = MAX_BYTES,
) -> P: ...
@overload
def from_json(
    text: str | bytes,
    plan_class: None = None,
    *,
    words: Iterable[type[Node]] = (),
    file: str = "",
    limit: int = MAX_BYTES,
) -> Plan[Any]: ...
def from_json(
    text: str | bytes,
    plan_class: type[Plan[Any]] | None = None,
    *,
    words: Iterable[type[Node]] = (),
    file: str = "",
    limit: int = MAX_BYTES,
) -> Plan[Any]:
    """The plan that a JSON document says.

    With *plan_class* (and classes for further *words*) the plan is made of these classes, and the
    fields that they add are read as their types say. Without it, a document in the ready-made
    words becomes a `Plan`, and one in any other words a `GenericPlan`, which loses nothing:
    ``to_json(from_json(text))`` is *text* again where `to_json` wrote it.
    *file* is named in errors and in the origins of what was read.

    Raises:
        DocumentError: the text is no such document; every problem has the path of its place.
        UsageError: *plan_class* or one of *words* is no class of a plan or a level.
    """
    here = f"{file}:" if file else ""
    with undisturbed():
        document = _opened(parse_json(text, file=file, limit=limit), file)
        problems: list[Problem] = []
        read = _reader_for(document["vocabulary"], plan_class, tuple(words), problems)
        problems = [it.at(f"{here}$.vocabulary") for it in problems]
        if read is not None:
            try:
                plan = read(document["plan"])
                if not problems:
                    place_origins(plan, file, "$.plan")
                    return plan
            except RefusedError as error:
                problems += (it.at(f"{here}$.plan") for it in error.problems)
    raise DocumentError(*problems)


def _reader_for(
    vocabulary: object,
    plan_class: type[Plan[Any]] | None,
    words: tuple[type[Node], ...],
    problems: list[Problem],
) -> PlanReader | None:
    """What reads a plan of this *vocabulary*; what is wrong with that goes to *problems*."""
    typed = words_of(plan_class or Plan, words) if plan_class or words else None
    try:
        levels = read_levels(vocabulary)
    except RefusedError as error:
        problems += error.problems
        return None
    if typed is None:
        typed = ready_made(levels)
    elif not issubclass(typed.plan, GenericPlan):
        problems += check_levels(levels, typed)
    if typed is None or issubclass(typed.plan, GenericPlan):
        return generic_reader(levels)
    return typed_reader(typed)


def _opened(value: object, file: str) -> dict[str, Any]:
    """The document in *value*, in the present version, with its four keys and no others."""
    here = f"{file}:" if file else ""
    document = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    if document.get("format") != FORMAT:
        raise DocumentError(
            Problem(
                say("this is no document of a plan", "計画の文書ではない"),
                where=f"{here}$.format" if document else file,
                expected=f'{{"format": "{FORMAT}", …}}',
            )
        )
    document = migrate(document, file)
    problems = [
        Problem(
            say("the key is unknown", "知らないキーである"),
            where=f"{here}{step('$', key)}",
            hint=did_you_mean(key[:100], _KEYS),
        )
        for key in document
        if key not in _KEYS
    ]
    problems += (
        Problem(say("{key} is missing", "{key}がない", key=key), where=f"{here}$")
        for key in _KEYS
        if key not in document
    )
    if problems:
        raise DocumentError(*problems)
    return document
