"""What a plan was made from, and what was decided since about changes there, as a file.

``derivation.json`` lies beside a derived plan. It holds id, version and fingerprints of the plan
it came from, and for every proposed change that was accepted or rejected when and why, so that
nothing is proposed twice.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, TypeAlias, cast

from attrs import field, frozen

from planmodel.errors import DocumentError, Problem
from planmodel.files import read_bytes, write_text
from planmodel.model.facts import Derivation
from planmodel.text import Text, say

__all__ = [
    "Decision",
    "Record",
    "Verdict",
    "parse_record",
    "read_derivation",
    "read_record",
    "record_text",
    "write_record",
]

Verdict: TypeAlias = Literal["accepted", "rejected"]
"""What was decided about a proposed change."""

_FORMAT = 1


@frozen
class Decision:
    """What was decided about one proposed change, when, and why.

    ``item`` names the change: the thing, the field, and what the other plan says there; another
    change of the same field is another item.
    """

    item: str
    verdict: Verdict
    on: dt.date | None = None
    because: str = ""


def _decisions(value: Any) -> tuple[Decision, ...]:  # noqa: ANN401 - checked by the reader
    return tuple(value)


def _keys(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(value)


@frozen
class Record:
    """What a plan was made from, all decisions since, and where the other plan is found.

    ``source`` is the name of a shipped plan or of a module, or a path from the folder that holds
    the record. ``only`` names the items of the outline that were taken over at the start, where
    not all of them were.
    """

    derivation: Derivation
    decisions: tuple[Decision, ...] = field(default=(), converter=_decisions)
    source: str = ""
    only: tuple[str, ...] = field(default=(), converter=_keys)

    def verdict(self, item: str) -> Verdict | None:
        """What was last decided about *item*, if anything."""
        found = [it for it in self.decisions if it.item == item]
        return found[-1].verdict if found else None

    @property
    def rejected(self) -> frozenset[tuple[str, str]]:
        """Things and their fields whose last change in the other plan was rejected."""
        last: dict[tuple[str, str], Verdict] = {}
        for it in self.decisions:
            key, _, rest = it.item.partition(" ")
            last[key, rest.partition(":")[0]] = it.verdict
        return frozenset(key for key, verdict in last.items() if verdict == "rejected")


def record_text(record: Record) -> str:
    """*record* as JSON, one fingerprint and one decision a line, so that edits merge well."""
    it = record.derivation
    decisions = [
        {
            "item": one.item,
            "verdict": one.verdict,
            "on": None if one.on is None else one.on.isoformat(),
            "because": one.because,
        }
        for one in record.decisions
    ]
    head = {
        "format": _FORMAT,
        "plan": it.plan,
        "version": it.version,
        "title": it.title,
        "made": None if it.made is None else it.made.isoformat(),
        "source": record.source,
        **({"only": list(record.only)} if record.only else {}),
        **({"reasons": [list(pair) for pair in it.reasons]} if it.reasons else {}),
        **({"left": [list(pair) for pair in it.left]} if it.left else {}),
    }
    lines = [f"  {json.dumps(key)}: {_json(value)}," for key, value in head.items()]
    pairs = [f"    {_json(list(pair))}" for pair in it.fingerprints]
    lines.append(
        '  "fingerprints": [' + ("\n" + ",\n".join(pairs) + "\n  " if pairs else "") + "],"
    )
    rows = [f"    {_json(one)}" for one in decisions]
    lines.append('  "decisions": [' + ("\n" + ",\n".join(rows) + "\n  " if rows else "") + "]")
    return "{\n" + "\n".join(lines) + "\n}\n"


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    # A lone surrogate cannot be written as UTF-8; its escape can.
    return text if text.isprintable() else json.dumps(value)


def parse_record(text: str | bytes, *, file: str = "") -> Record:
    """The record that *text* holds.

    Raises:
        DocumentError: it is no JSON, of a newer format, or something in it is of the wrong kind;
            all problems at once.
    """
    try:
        content: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError(
            Problem(say("this is no JSON: {why}", "JSONとして読めない: {why}", why=error), file)
        ) from error
    problems = tuple(_problems(content, file))
    if problems:
        raise DocumentError(*problems)
    made = content.get("made")
    derivation = Derivation(
        content["plan"],
        content["version"],
        content.get("title", ""),
        tuple((key, mark) for key, mark in content.get("fingerprints", [])),
        None if made is None else dt.date.fromisoformat(made),
        tuple((key, why) for key, why in content.get("reasons", [])),
        tuple((key, name) for key, name in content.get("left", [])),
    )
    decisions = [
        Decision(
            one["item"],
            one["verdict"],
            None if one.get("on") is None else dt.date.fromisoformat(one["on"]),
            one.get("because", ""),
        )
        for one in content.get("decisions", [])
    ]
    return Record(derivation, decisions, content.get("source", ""), content.get("only", []))


def _problems(content: object, file: str) -> Iterator[Problem]:
    if not isinstance(content, dict):
        yield _wrong("$", file, say("an object", "オブジェクト"))
        return
    found = cast("dict[str, Any]", content)
    a_text = say("a text", "文字列")
    checks: dict[str, tuple[bool, Text | str]] = {
        "format": (found.get("format") == _FORMAT, str(_FORMAT)),
        "plan": (isinstance(found.get("plan"), str), a_text),
        "version": (isinstance(found.get("version"), str), a_text),
        "title": (isinstance(found.get("title", ""), str), a_text),
        "made": (_is_day(found.get("made")), "2026-04-01"),
        "source": (isinstance(found.get("source", ""), str), a_text),
    }
    for name, (fits, expected) in checks.items():
        if not fits:
            yield _wrong(f"$.{name}", file, expected)
    yield from _row_problems("only", found, file, lambda row: isinstance(row, str), '"id"')
    yield from _row_problems("fingerprints", found, file, _is_pair, '["id", "title:…"]')
    yield from _row_problems("reasons", found, file, _is_pair, '["id", "…"]')
    yield from _row_problems("left", found, file, _is_pair, '["id", "title:…"]')
    yield from _row_problems(
        "decisions", found, file, _is_decision, '{"item": …, "verdict": "accepted"}'
    )


def _wrong(at: str, file: str, expected: Text | str) -> Problem:
    what = say("this is not what is expected here", "ここに書けない値である")
    return Problem(what, f"{file}: {at}" if file else at, expected)


def _row_problems(
    name: str, found: dict[str, Any], file: str, fits: Callable[[Any], bool], expected: str
) -> Iterator[Problem]:
    rows: Any = found.get(name, [])
    if not isinstance(rows, list):
        yield _wrong(f"$.{name}", file, say("a list", "並び"))
        return
    for number, row in enumerate(cast("list[object]", rows)):
        if not fits(row):
            yield _wrong(f"$.{name}[{number}]", file, expected)


def _is_pair(row: Any) -> bool:  # noqa: ANN401 - JSON
    return isinstance(row, list) and [type(it) for it in cast("list[object]", row)] == [str, str]


def _is_decision(row: Any) -> bool:  # noqa: ANN401 - JSON
    if not isinstance(row, dict):
        return False
    one = cast("dict[str, Any]", row)
    fits = isinstance(one.get("item"), str) and one.get("verdict") in ("accepted", "rejected")
    return fits and isinstance(one.get("because", ""), str) and _is_day(one.get("on"))


def _is_day(value: object) -> bool:
    if value is None:
        return True
    if not isinstance(value, str):
        return False
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def read_record(path: str | os.PathLike[str]) -> Record:
    """The record in the file at *path*.

    Raises:
        DocumentError: the file is absent or too large, or see `parse_record`.
    """
    return parse_record(read_bytes(path), file=os.fspath(path))


def read_derivation(path: str | os.PathLike[str]) -> Derivation:
    """What a plan was made from, read from the ``derivation.json`` beside it.

    Raises:
        DocumentError: see `read_record`.
    """
    return read_record(path).derivation


def write_record(path: str | os.PathLike[str], record: Record) -> None:
    """Write *record* to *path*, whole or not at all.

    Raises:
        DocumentError: the folder does not exist or cannot be written, or the disk is full.
    """
    write_text(path, record_text(record))
