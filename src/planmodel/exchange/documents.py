"""Plans as JSON documents: written, and read with every problem named by its path.

A document is an object with the keys ``format`` (``planmodel/plan``), ``format_version``,
``vocabulary`` (the plan's levels) and ``plan``. See the reference for what stands inside.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeVar, cast, overload

from planmodel._memory import undisturbed
from planmodel.errors import DocumentError, ModelError, Problem, UsageError, did_you_mean
from planmodel.exchange.json_text import MAX_DEPTH, is_too_deep, parse_json, step
from planmodel.exchange.leaves import forgotten
from planmodel.exchange.migrations import FORMAT_VERSION, migrate
from planmodel.exchange.outlines import PlanReader, generic_reader, place_origins, typed_reader
from planmodel.exchange.recursion import room
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
from planmodel.model.arguments import need_plan
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
        ModelError: a word's own field holds what a document has no form for, or the plan is nested
            deeper than `from_json` reads (150 levels of an outline fit).
        UsageError: *plan* is no plan.
    """
    need_plan(plan)
    try:
        with room():
            document = {
                "format": FORMAT,
                "format_version": FORMAT_VERSION,
                "vocabulary": write_levels(plan.vocabulary),
                "plan": write(plan),
            }
            text = json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)
    except RecursionError as error:
        raise _too_deep() from error
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ModelError(
            Problem(
                say("a lone surrogate is no character", "孤立したサロゲートは文字ではない"),
                where=text[max(0, error.start - 40) : error.start],
            )
        ) from error
    if is_too_deep(text, content):
        raise _too_deep()
    return text


def _too_deep() -> ModelError:
    what = say(
        "the plan is nested more than {limit} levels deep as a document",
        "計画を文書にすると入れ子が{limit}段を超える",
        limit=MAX_DEPTH,
    )
    return ModelError(Problem(what))


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
        UsageError: *text* is no text, or *plan_class* or one of *words* is no class of a plan or
            a level.
    """
    if not isinstance(text, (str, bytes)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise UsageError(
            Problem(
                say("{it} is no document", "{it}は文書ではない", it=type(text).__name__),
                "text",
                "str, bytes",
                say("a file is read by planmodel.load(…)", "ファイルは planmodel.load(…) で読む"),
            )
        )
    with undisturbed(), room(), forgotten():
        # A call of its own: what was parsed is gone before the collector looks at what is left.
        return _read(text, plan_class, tuple(words), file, limit)


def _read(
    text: str | bytes,
    plan_class: type[Plan[Any]] | None,
    words: tuple[type[Node], ...],
    file: str,
    limit: int,
) -> Plan[Any]:
    here = f"{file}:" if file else ""
    problems: list[Problem] = []
    document = _opened(parse_json(text, file=file, limit=limit), file, problems)
    if "vocabulary" in document:
        wrong: list[Problem] = []
        read = _reader_for(document["vocabulary"], plan_class, words, wrong)
        problems += (it.at(f"{here}$.vocabulary") for it in wrong)
        if read is not None and "plan" in document:
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


def _opened(value: object, file: str, problems: list[Problem]) -> dict[str, Any]:
    """The document in *value*, in the present version; keys unknown or missing are *problems*."""
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
    problems += (
        Problem(
            say("the key is unknown", "知らないキーである"),
            where=f"{here}{step('$', key)}",
            hint=did_you_mean(key[:100], _KEYS),
        )
        for key in document
        if key not in _KEYS
    )
    problems += (
        Problem(say("{key} is missing", "{key}がない", key=key), where=f"{here}$")
        for key in _KEYS
        if key not in document
    )
    return document
