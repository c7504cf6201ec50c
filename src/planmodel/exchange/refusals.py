"""What a document says wrong, collected on the way up with the path that each value has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import cast

from planmodel.errors import PlanmodelError, Problem
from planmodel.exchange.json_text import step
from planmodel.text import Text, say

__all__ = [
    "RefusedError",
    "items_of",
    "json_kind",
    "members_of",
    "problems_of",
    "refuse",
    "wrong_kind",
]

_OWNER = re.compile(r"[A-Z]\w*(?:\((?:'[^']*'|\"[^\"]*\")\))?\.(?=\w)")
_FIELD = re.compile(r"(\w+)(?:\[(\d+)\])?")
_KINDS: dict[type, Text] = {
    str: say("text", "文字列"),
    bool: say("true or false", "真偽値"),
    int: say("a whole number", "整数"),
    float: say("a number", "数"),
    list: say("a list", "並び"),
    dict: say("an object", "オブジェクト"),
    type(None): say("null", "null"),
}


class RefusedError(Exception):
    """A value that does not fit; the places of its problems are relative to it (``.title``)."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(*problems)


def refuse(
    what: Text, *, where: str = "", expected: Text | str = "", hint: Text | str = ""
) -> RefusedError:
    """The refusal of one value for one reason."""
    return RefusedError([Problem(what, where, expected, hint)])


def json_kind(value: object) -> Text | str:
    """What kind of JSON value *value* is, in words."""
    return next(
        (words for kind, words in _KINDS.items() if type(value) is kind), type(value).__name__
    )


def wrong_kind(value: object, expected: Text | str) -> RefusedError:
    """The refusal of a *value* of another kind than *expected*."""
    shown = _shown(value)
    what = (
        say("{shown} is {kind}", "{shown}は{kind}である", shown=shown, kind=json_kind(value))
        if shown
        else say("this is {kind}", "これは{kind}である", kind=json_kind(value))
    )
    return refuse(what, expected=expected)


def _shown(value: object) -> str:
    if isinstance(value, (bool, int, float)):
        return str(value).lower()
    if isinstance(value, str):
        short = value if len(value) <= 40 else value[:40] + "…"  # noqa: PLR2004 - for people
        return repr(short)
    return ""


def items_of(value: object) -> list[object]:
    """The items of a JSON list; none for any other value."""
    return cast("list[object]", value) if type(value) is list else []


def members_of(value: object) -> dict[str, object]:
    """The members of a JSON object; none for any other value."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def problems_of(error: Exception, fields: Collection[str] = ()) -> Iterator[Problem]:
    """The problems that *error* tells, their places as steps from the value it was raised for.

    *fields* are the keys of that value: what a constructor says of one of them is put there.
    """
    if isinstance(error, RefusedError):
        yield from error.problems
    elif isinstance(error, PlanmodelError):
        for problem in error.problems:
            where = _step(problem.where, fields)
            yield Problem(problem.what, where, problem.expected, problem.hint)
    else:
        yield from _problems_of_others(error)


def _problems_of_others(error: Exception) -> Iterator[Problem]:
    # Loaded when somebody else refuses: a document without errors does not pay for it.
    from cattrs.errors import BaseValidationError

    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            below = _note(inner)
            yield from (it.at(below) for it in problems_of(inner))
    else:
        yield Problem(
            say(
                "it cannot be read: {why}",
                "読めない: {why}",
                why=f"{type(error).__name__}: {error}",
            )
        )


def _step(where: str, fields: Collection[str]) -> str:
    found = _FIELD.fullmatch(_OWNER.sub("", where, count=1))
    if found is None or found[1] not in fields:
        return ""
    # The model counts from 1, as people do; a path counts from 0.
    return f".{found[1]}" + (f"[{int(found[2]) - 1}]" if found[2] else "")


def _note(error: Exception) -> str:
    from cattrs.errors import IterableValidationNote

    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            index: object = note.index
            return step("", index if isinstance(index, int) else str(index))
        name = getattr(note, "name", "")
        if name:
            return step("", str(name))
    return ""
