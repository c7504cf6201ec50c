"""The field rule: which fields of which things follow the plan that a plan was made from, as data.

The shipped rule is the file ``field_rule.toml`` beside this module; it explains itself.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, cast

from attrs import frozen

from planmodel.errors import DocumentError, Problem, did_you_mean
from planmodel.files import read_bytes
from planmodel.model.ids import RefKind
from planmodel.text import say

__all__ = ["FieldRule", "Manner", "read_field_rule", "shipped_field_rule"]

Manner: TypeAlias = Literal["follow", "fill", "local"]
"""What a change there means here: take it over, fill what is empty, or only tell."""

_MANNERS: Final = ("follow", "fill", "local")
_KINDS: Final = (*cast("Any", RefKind).__args__, "*")
_OTHERS: Final = "*"


@frozen
class FieldRule:
    """Manners by kind of thing and field; ``*`` stands for every other kind or field."""

    tables: Mapping[str, Mapping[str, Manner]]

    def manner(self, kind: str, field: str) -> Manner:
        """What a change of *field* of a thing of *kind* means."""
        for table in (kind, _OTHERS):
            for name in (field, _OTHERS):
                found = self.tables.get(table, {}).get(name)
                if found is not None:
                    return found
        return "local"


def read_field_rule(path: str | os.PathLike[str]) -> FieldRule:
    """The field rule in the TOML file at *path*.

    Raises:
        DocumentError: the file is absent, too large or no TOML, or names a kind or a manner that
            does not exist; all problems at once.
    """
    import tomllib

    file = os.fspath(path)
    try:
        content: dict[str, Any] = tomllib.loads(read_bytes(path).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        what = say("the file is not TOML: {why}", "TOMLとして読めない: {why}", why=error)
        raise DocumentError(Problem(what, file)) from error
    problems = [it.at(f"{file}: ") for it in _problems(content)]
    if problems:
        raise DocumentError(*problems)
    return FieldRule(content)


def _problems(content: dict[str, Any]) -> Iterator[Problem]:
    for kind, table in content.items():
        if kind not in _KINDS:
            what = say("there is no kind {it!r}", "「{it}」という種類はない", it=kind)
            yield Problem(what, f"[{kind}]", ", ".join(_KINDS), did_you_mean(kind, _KINDS))
        elif not isinstance(table, dict):
            what = say("{it!r} is no table", "「{it}」は表ではない", it=kind)
            yield Problem(what, kind, f"[{kind}]")
        else:
            for field, manner in cast("dict[str, object]", table).items():
                if manner not in _MANNERS:
                    what = say("{it!r} is no manner", "{it!r}は扱い方ではない", it=manner)
                    yield Problem(what, f"{kind}.{field}", ", ".join(_MANNERS))


@cache
def shipped_field_rule() -> FieldRule:
    """The rule of the library: definitions follow, baselines fill, the rest stays local."""
    return read_field_rule(Path(__file__).with_name("field_rule.toml"))
