"""Finding and reading rules: shipped ones by name, others from TOML or JSON files or data."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NoReturn, TypeAlias, cast

from planmodel.errors import DocumentError, Problem
from planmodel.evaluation.rules.building import BASES, build_rule
from planmodel.evaluation.rules.known import rule_names, rule_path
from planmodel.evaluation.rules.mending import further_problems
from planmodel.evaluation.rules.model import Rule
from planmodel.evaluation.rules.reading import REFUSED
from planmodel.evaluation.rules.shape import RULE
from planmodel.files import read_bytes
from planmodel.text import say

__all__ = ["load_rule", "read_rule", "rule_names"]

MAX_BYTES = 1_000_000
_OF_THE_AUTHOR = ("title", "note", "source")
"""Entries that tell of the one who wrote them, and of nobody who changed the rule."""
_Data: TypeAlias = Mapping[str, object]


def load_rule(name_or_path: str | os.PathLike[str]) -> Rule:
    """The known rule of that name, or the rule in that file (TOML or JSON).

    A text is a path when it ends in ``.toml`` or ``.json`` or holds a separator.

    Raises:
        DocumentError: there is no such rule, or it is a bad one; all problems, with their places.

    >>> from planmodel.evaluation import load_rule
    >>> [band.label for band in load_rule("ibaraki").judging.scale.steps]
    ['A', 'B+', 'B', 'C']
    """
    if isinstance(name_or_path, str) and not _is_path(name_or_path):
        return _known(name_or_path)
    path = Path(name_or_path)
    return _read(_parse(path), str(path), path.parent, (_key(path),))


def read_rule(data: _Data, *, where: str = "rule", beside: str | os.PathLike[str] = ".") -> Rule:
    """The rule in *data*, as a file would hold it.

    Args:
        data: the entries of a rule.
        where: what problems call it.
        beside: the folder from which ``extends`` is looked up.

    Raises:
        DocumentError: it is a bad rule; all problems, with their places.
    """
    return _read(data, where, Path(beside), ())


@cache
def _known(name: str) -> Rule:
    path = rule_path(name, "")
    return _read(_parse(path), name, path.parent, (_key(path),))


def _is_path(text: str) -> bool:
    return text.endswith((".toml", ".json")) or "/" in text or os.sep in text


def _key(path: Path) -> str:
    return str(path.resolve())


def _parse(path: Path) -> _Data:
    try:
        text = read_bytes(path, limit=MAX_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = say("the file is not UTF-8", "ファイルがUTF-8でない")
        raise DocumentError(Problem(what, str(path))) from error
    try:
        if path.suffix == ".json":
            parsed: object = json.loads(
                text,
                parse_float=Decimal,
                parse_constant=_refuse_constant,
                object_pairs_hook=_without_doubles,
            )
        else:
            parsed = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        what = say("the file cannot be read: {why}", "ファイルを読めない: {why}", why=error)
        raise DocumentError(Problem(what, str(path))) from error
    if not isinstance(parsed, dict):
        what = say("the file holds no table", "ファイルの内容が表でない")
        raise DocumentError(Problem(what, str(path)))
    return cast("_Data", parsed)


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a number of JSON")


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(n for n in names if names.count(n) > 1)!r} stands twice")
    return table


def _read(data: object, where: str, beside: Path, chain: tuple[str, ...]) -> Rule:
    problems: list[Problem] = []
    merged = _merged(data, where, beside, chain, problems)
    rule: Rule | None = None
    if merged is not None:
        found: list[Problem] = []
        rule = build_rule(merged, found)
        problems += [_placed(problem, where) for problem in found]
    elif isinstance(data, Mapping):
        problems += _further(cast("_Data", data), where, beside, chain)
    if problems or rule is None:
        raise DocumentError(*problems)
    return rule


def _further(data: _Data, where: str, beside: Path, chain: tuple[str, ...]) -> list[Problem]:
    """What else is wrong with *data*, as far as it and the rule that it extends can be read."""
    extends = data.get("extends")
    base: _Data | None = {}
    if isinstance(extends, str) and extends.strip():
        base = _base(extends, where, beside, chain, [])
    if base is None:
        return []
    return [_placed(it, where) for it in further_problems(data, _handed_on(base))]


def _placed(problem: Problem, where: str) -> Problem:
    place = f"{where}: {problem.where}" if problem.where else where
    return Problem(problem.what, place, problem.expected, problem.hint)


def _merged(
    data: object, where: str, beside: Path, chain: tuple[str, ...], problems: list[Problem]
) -> Mapping[str, object] | None:
    """The entries of *data* over those of the rule that it extends, or ``None`` if it is bad."""
    found: list[Problem] = []
    read = RULE.read(data, "", found)
    problems += [_placed(problem, where) for problem in found]
    extends = cast("_Data", data).get("extends") if isinstance(data, Mapping) else None
    base: Mapping[str, object] | None = {}
    if isinstance(extends, str) and extends.strip():
        base = _base(extends, where, beside, chain, problems)
    if read is REFUSED or base is None:
        return None
    return {**_handed_on(base), **cast("Mapping[str, object]", read)}


def _handed_on(base: _Data) -> dict[str, object]:
    """The entries of *base* that hold in a rule that extends it, and where they come from."""
    if not base:
        return {}
    kept = {key: it for key, it in base.items() if key not in _OF_THE_AUTHOR}
    own = f"{base['name']} {base['version']}"
    return {**kept, BASES: (own, *cast("tuple[str, ...]", base.get(BASES, ())))}


def _base(
    extends: str, where: str, beside: Path, chain: tuple[str, ...], problems: list[Problem]
) -> Mapping[str, object] | None:
    place = f"{where}: extends"
    try:
        path = beside / extends if _is_path(extends) else rule_path(extends, place)
        if _key(path) in chain:
            what = say(
                "{extends} comes back to itself: {chain}",
                "{extends}の参照が循環している: {chain}",
                extends=extends,
                chain=" → ".join(Path(link).name for link in (*chain, _key(path))),
            )
            problems.append(Problem(what, place))
            return None
        parent = _parse(path)
    except DocumentError as error:
        problems += error.problems
        return None
    return _merged(parent, str(path.name), path.parent, (*chain, _key(path)), problems)
