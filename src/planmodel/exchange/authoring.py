"""What Python's own errors mean for the author of a plan: a slip in a call or in a name."""

from __future__ import annotations

import ast
import builtins
import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from linecache import getlines
from types import FrameType, TracebackType
from typing import Any

from attrs import frozen

from planmodel.errors import Problem, did_you_mean
from planmodel.model.ids import loose_problems
from planmodel.text import Text, say

__all__ = ["slips"]

_UNKNOWN = re.compile(r"got an unexpected keyword argument '(\w+)'")
_MISSING = re.compile(r"missing \d+ required (?:positional|keyword-only) arguments?: (.+)")
_TOO_MANY = re.compile(r"takes (?:from \d+ to )?(\d+) positional arguments? but (\d+)")
_TWICE = re.compile(r"got multiple values for argument '(\w+)'")


def slips(error: BaseException) -> list[Problem]:
    """The slips of an author that *error* stands for, without a place; none where it is another.

    Known are calls of the library's classes and functions (and of classes made from them) with
    wrong arguments, and names that do not exist. Nothing of the author's is run for it.
    """
    frame, call = _failing_call(error.__traceback__)
    if isinstance(error, TypeError):
        target = _named(call.func, frame) if call is not None and frame is not None else None
        if target is not None and _is_ours(target):
            return list(_wrong_arguments(str(error), target, call))
    if isinstance(error, NameError) and error.name and frame is not None:
        return [_unknown_name(error.name, frame)]
    if isinstance(error, (AttributeError, ImportError)):
        return [it] if (it := _unknown_member(error)) else []
    return []


@frozen
class _Call:
    func: ast.expr
    keywords: tuple[str, ...]


def _failing_call(trace: TracebackType | None) -> tuple[FrameType | None, _Call | None]:
    """The last frame on the way to an error, and the call that it was at."""
    if trace is None:
        return None, None
    while trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code
    first, last, start, end = next(
        islice(code.co_positions(), trace.tb_lasti // 2, None), (None,) * 4
    )
    if first is None or last is None or start is None or end is None:
        return trace.tb_frame, None
    lines = [it.encode() for it in getlines(code.co_filename)[first - 1 : last]]
    if not lines:
        return trace.tb_frame, None
    lines[-1] = lines[-1][:end]
    lines[0] = lines[0][start:]
    try:
        found = ast.parse(b"(" + b"".join(lines) + b")", mode="eval").body
    except (SyntaxError, ValueError):
        return trace.tb_frame, None
    if not isinstance(found, ast.Call):
        return trace.tb_frame, None
    keywords = tuple(it.arg for it in found.keywords if it.arg is not None)
    return trace.tb_frame, _Call(found.func, keywords)


def _scope(frame: FrameType) -> dict[str, Any]:
    return vars(builtins) | frame.f_globals | frame.f_locals


def _named(func: ast.expr, frame: FrameType) -> object:
    """What a dotted name stands for; nothing for any other expression."""
    if isinstance(func, ast.Name):
        return _scope(frame).get(func.id)
    if isinstance(func, ast.Attribute):
        owner = _named(func.value, frame)
        return None if owner is None else inspect.getattr_static(owner, func.attr, None)
    return None


def _is_ours(target: object) -> bool:
    made_from = target.__mro__ if isinstance(target, type) else (target,)
    modules = (str(getattr(it, "__module__", "")) for it in made_from)
    return any(it.partition(".")[0] == "planmodel" for it in modules)


def _wrong_arguments(message: str, target: Any, call: _Call | None) -> Iterator[Problem]:  # noqa: ANN401 - any class or function
    name = str(getattr(target, "__name__", target))
    try:
        parameters = inspect.signature(target).parameters.values()
    except (TypeError, ValueError):
        return
    known = [it.name for it in parameters if it.name not in ("self", "origin")]
    if (found := _UNKNOWN.search(message)) is not None:
        loose = list(loose_problems(target)) if isinstance(target, type) else []
        if loose:
            yield from loose
            return
        written = call.keywords if call is not None else ()
        wrong = dict.fromkeys((found[1], *(it for it in written if it not in known)))
        for word in wrong:
            yield _unknown_argument(name, word, known)
    elif (found := _MISSING.search(message)) is not None:
        words = re.findall(r"'(\w+)'", found[1])
        what = say("{name} lacks {words}", "{name}に{words}がない", name=name, words=words)
        yield Problem(what, hint=_written(name, parameters))
    elif _TOO_MANY.search(message) is not None:
        what = say(
            "{name} is given more than it takes by position",
            "{name}に、名前を付けずに渡せる数より多くの引数がある",
            name=name,
        )
        yield Problem(what, hint=_written(name, parameters))
    elif (found := _TWICE.search(message)) is not None:
        what = say(
            "{name} is given {word} twice, by position and by name",
            "{name}に{word}が位置と名前で二度渡されている",
            name=name,
            word=found[1],
        )
        yield Problem(what, hint=_written(name, parameters))


def _unknown_argument(name: str, word: str, known: list[str]) -> Problem:
    what = say(
        "{name} takes no argument {word!r}", "{name}に引数「{word}」はない", name=name, word=word
    )
    near = did_you_mean(word, known)
    return Problem(what, expected="" if near else ", ".join(known), hint=near)


def _written(name: str, parameters: Iterable[inspect.Parameter]) -> Text:
    """How a call of *name* is written: what it needs, and that the rest goes by name."""
    needed = [it for it in parameters if it.default is it.empty and it.kind < it.VAR_KEYWORD]
    words = [f"{it.name}=…" if it.kind is it.KEYWORD_ONLY else it.name for it in needed]
    return say(
        "write {name}({words}), and all else by name",
        "{name}({words}) と書き、ほかは名前を付けて渡す",
        name=name,
        words=", ".join(words),
    )


def _public() -> list[str]:
    names: list[str] = sys.modules["planmodel"].__all__
    return names


def _unknown_name(name: str, frame: FrameType) -> Problem:
    what = say("the name {name!r} is not defined", "名前「{name}」は定義されていない", name=name)
    if name in _public():
        hint = say(
            "write: from planmodel import {name}", "from planmodel import {name} と書く", name=name
        )
        return Problem(what, hint=hint)
    return Problem(what, hint=did_you_mean(name, [*_scope(frame), *_public()]))


def _unknown_member(error: AttributeError | ImportError) -> Problem | None:
    """What planmodel itself does not have, in ``planmodel.Mesure`` or ``import Mesure``."""
    pattern = r"(?:module|cannot import name) '(\w+)'(?: has no attribute| from) '(\w+)'"
    found = re.match(pattern, str(error))
    words = set(found.groups()) if found is not None else set[str]()
    if len(words) != len(("planmodel", "the name")) or "planmodel" not in words:
        return None
    (name,) = words - {"planmodel"}
    what = say("planmodel has no {name!r}", "planmodelに「{name}」はない", name=name)
    return Problem(what, hint=did_you_mean(name, _public()))
