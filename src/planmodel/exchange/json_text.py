"""JSON text to values, within limits: what Python's parser lets through or chokes on is refused.

Refused are text that is too long or nested too deep, NaN, infinities and numbers that become one,
whole numbers of absurd length, lone surrogates, and a key that stands twice in one object.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

from planmodel.errors import DocumentError, Problem
from planmodel.files import MAX_BYTES
from planmodel.text import Text, say

__all__ = ["MAX_DEPTH", "JsonPath", "is_too_deep", "parse_json", "step"]

MAX_DEPTH = 320
"""How deep objects and lists may be nested; a level of an outline takes two (150 levels fit)."""

JsonPath = str
"""A place in a document, such as ``$.plan.sections[0].title``."""

_LONGEST_NUMBER = 400
_BOM = "\ufeff"
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class _Unfit(str):
    """A number of the text that no plan can hold; found again by its type."""

    __slots__ = ()


class _Doubled(dict[str, Any]):
    """An object in whose text a key stands twice."""

    __slots__ = ("keys_twice",)
    keys_twice: list[str]


def parse_json(text: str | bytes, *, file: str = "", limit: int = MAX_BYTES) -> Any:  # noqa: ANN401 - JSON
    """The value that *text* says.

    Raises:
        DocumentError: it is no JSON, or goes beyond a limit; every bad number, character and
            doubled key is named with its path.
    """
    if len(text) > limit:
        raise _refuse(
            say(
                "the document is larger than {limit} bytes",
                "文書が{limit}バイトを超えている",
                limit=limit,
            ),
            file,
            say("split it into smaller ones", "小さく分ける"),
        )
    plain = (_decoded(text, file) if isinstance(text, bytes) else text).removeprefix(_BOM)
    content, has_surrogates = (text, False) if isinstance(text, bytes) else _encoded(plain)
    if is_too_deep(plain, content):
        raise _refuse(
            say(
                "the document is nested more than {limit} levels deep",
                "文書の入れ子が{limit}段を超えている",
                limit=MAX_DEPTH,
            ),
            file,
        )
    odd: list[object] = []
    value = _parsed(plain, file, odd)
    if odd or has_surrogates or (b"\\" in content and _ESCAPED_SURROGATE.search(plain)):
        problems = list(_oddities(value, "$"))
        if problems:
            raise DocumentError(*(it.at(f"{file}:" if file else "") for it in problems))
    return value


def _refuse(what: Text, file: str, hint: Text | str = "") -> DocumentError:
    return DocumentError(Problem(what, where=file, hint=hint))


def _decoded(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refuse(
            say(
                "byte {place} is no UTF-8", "{place}バイト目がUTF-8ではない", place=error.start + 1
            ),
            file,
            say("save the document as UTF-8", "文書をUTF-8で保存する"),
        ) from error


def _encoded(text: str) -> tuple[bytes, bool]:
    """*text* as UTF-8, and whether it holds surrogates (which are replaced)."""
    try:
        return text.encode("utf-8"), False
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace"), True


def is_too_deep(text: str, content: bytes) -> bool:
    """Whether brackets are nested too deep, told before parsing, which would recurse."""
    brackets = content.translate(None, _NOT_BRACKETS)
    for _ in range(MAX_DEPTH // 2):
        shorter = brackets.replace(b"{}", b"").replace(b"[]", b"")
        if len(shorter) == len(brackets):
            break
        brackets = shorter
    if not brackets:
        return False
    depth = 0
    for token in _TOKEN.finditer(text):
        sign = text[token.start()]
        if sign != '"':
            depth += 1 if sign in "[{" else -1
            if depth > MAX_DEPTH:
                return True
    return False


def _parsed(text: str, file: str, odd: list[object]) -> object:
    def number(digits: str) -> object:
        value = float(digits)
        if len(digits) <= _LONGEST_NUMBER and math.isfinite(value):
            return value
        odd.append(digits)
        return _Unfit(digits)

    def whole(digits: str) -> object:
        if len(digits) <= _LONGEST_NUMBER:
            return int(digits)
        odd.append(digits)
        return _Unfit(digits)

    def constant(word: str) -> object:
        odd.append(word)
        return _Unfit(word)

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(found)
        if len(value) == len(found):
            return value
        doubled = _Doubled(value)
        counts = Counter(key for key, _ in found)
        doubled.keys_twice = [key for key, count in counts.items() if count > 1]
        odd.append(doubled)
        return doubled

    try:
        return json.loads(
            text,
            parse_float=number,
            parse_int=whole,
            parse_constant=constant,
            object_pairs_hook=pairs,
        )
    except json.JSONDecodeError as error:
        at_end = error.pos >= len(text.rstrip())
        what = (
            say("the document breaks off here", "文書がここで途切れている")
            if at_end and text.strip()
            else say("this is no JSON: {why}", "JSONとして読めない: {why}", why=_no_json(error.msg))
        )
        place = f"line {error.lineno}, column {error.colno}"
        where = f"{file}:{error.lineno}:{error.colno}" if file else place
        raise _refuse(what, where) from error
    except RecursionError as error:
        raise _refuse(
            say("the document is nested too deep", "文書の入れ子が深すぎる"), file
        ) from error


_COMPLAINTS = (
    ("Expecting value", say("a value is missing here", "ここに値がない")),
    ("property name", say("a key in double quotes is missing here", "二重引用符付きのキーがない")),
    ("trailing comma", say("a comma stands before the end", "末尾の前に余分なコンマがある")),
    ("':' delimiter", say("a colon is missing here", "ここにコロン「:」がない")),
    ("',' delimiter", say("a comma is missing here", "ここにコンマ「,」がない")),
    ("Unterminated string", say("a text is never closed", "文字列の引用符が閉じていない")),
    (
        "control character",
        say(
            "a line break or the like stands in a text; write it as \\n",
            "文字列に改行などの制御文字がある（\\nのように書く）",
        ),
    ),
    ("escape", say("a backslash begins nothing known", "バックスラッシュの使い方が誤っている")),
    ("Extra data", say("something stands after the end", "文書の終わりの後に余分な内容がある")),
)


def _no_json(message: str) -> Text:
    """What Python's parser says in *message*, in our own words."""
    for sign, words in _COMPLAINTS:
        if sign in message:
            return words
    return say("something else stands where a value should", "書き方が誤っている")


def step(path: JsonPath, key: str | int) -> JsonPath:
    """The path of the member *key* of the value at *path*."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    if _PLAIN_KEY.fullmatch(key):
        return f"{path}.{key}"
    return f"{path}[{json.dumps(key[:60])}]"


def _oddities(value: object, path: JsonPath) -> Iterator[Problem]:
    stack: list[tuple[object, JsonPath]] = [(value, path)]
    while stack:
        it, where = stack.pop()
        if isinstance(it, _Unfit):
            shown = it if len(it) <= 20 else f"{it[:20]}…"  # noqa: PLR2004 - for people
            yield Problem(
                say(
                    "{number} is no number that a plan can hold",
                    "{number}は計画に使える数ではない",
                    number=shown,
                ),
                where=where,
            )
        elif isinstance(it, str):
            if _SURROGATE.search(it):
                yield Problem(
                    say("a lone surrogate is no character", "孤立したサロゲートは文字ではない"),
                    where=where,
                )
        elif isinstance(it, dict):
            members = cast("dict[str, object]", it)
            if isinstance(it, _Doubled):
                yield from (
                    Problem(say("the key stands twice", "同じキーが二つある"), where=step(where, k))
                    for k in it.keys_twice
                )
            for key, member in reversed(members.items()):
                if _SURROGATE.search(key):
                    yield Problem(
                        say("a lone surrogate is no character", "孤立したサロゲートは文字ではない"),
                        where=step(where, key),
                    )
                stack.append((member, step(where, key)))
        elif isinstance(it, list):
            items = cast("list[object]", it)
            stack += [(member, step(where, n)) for n, member in reversed([*enumerate(items)])]
