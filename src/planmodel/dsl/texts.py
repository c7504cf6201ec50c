"""Texts of a plan in files of their own: descriptions, and the plan's words in other languages.

Both are TOML in UTF-8, so that a person who translates needs no Python.
A file of descriptions has one table, keyed by id (``plan`` for the plan itself);
a description is a text, or a table with the place in the document that it retells::

    [prose]
    plan = "県民と行政が力を合わせる三か年の計画。"
    work = { text = "働く場と住まいを支える。", place = "Ⅵ 行動7 イ", document = "plan-draft" }

A translation names its language and has up to three tables::

    language = "en"
    [titles]      # id = title or name
    work = "Better support for employment"
    [prose]       # id = description
    work = "Supports work and housing."
    [phrases]     # any other printed words = their translation
    "人" = "people"
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any, TypeAlias, cast

from planmodel.errors import DocumentError, Problem, did_you_mean
from planmodel.files import read_bytes
from planmodel.model.facts import Prose, Translation
from planmodel.model.ids import Citation, id_problem
from planmodel.model.origins import Origin
from planmodel.text import Text, say

__all__ = ["read_prose", "read_translation"]

_TABLES = ("titles", "prose", "phrases")
_PLACE = ("text", "place", "document", "url")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

_Table: TypeAlias = dict[str, Any]
_Pairs: TypeAlias = tuple[tuple[str, str], ...]


class _Reader:
    """One file: its content as tables, and everything that is wrong with it."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self.problems: list[Problem] = []
        self.content = _parse(self.path)

    def wrong(self, at: str, what: Text, expected: Text | str = "", hint: Text | str = "") -> None:
        """Note something that is wrong at the key *at*."""
        where = f"{self.path}: {at}" if at else self.path
        self.problems.append(Problem(what, where, expected, hint))

    def only(self, known: tuple[str, ...]) -> None:
        """Refuse every top-level key that is not *known*."""
        for name in self.content:
            if name not in known:
                self.wrong(
                    name,
                    say("there is no place for {name!r} here", "「{name}」は置けない", name=name),
                    ", ".join(known),
                    self._hint(name, known),
                )

    def _hint(self, name: str, known: tuple[str, ...]) -> Text | str:
        if name in ("language", "titles", "phrases"):
            return say(
                "this is a translation: read it with read_translation",
                "これは訳文のファイルである。read_translationで読む",
            )
        return did_you_mean(name, known)

    def table(self, name: str) -> _Table:
        """The table *name*; empty where it is absent or no table."""
        found: object = self.content.get(name, {})
        if isinstance(found, dict):
            return cast("_Table", found)
        self.wrong(
            name,
            say("{name!r} is no table", "「{name}」は表ではない", name=name),
            f"[{name}]",
        )
        return {}

    def words(self, at: str, value: object) -> str:
        """*value* as words; empty, and noted, where it is none."""
        if isinstance(value, str) and value.strip():
            return value.strip()
        dotted = isinstance(value, dict)
        self.wrong(
            at,
            say("{value!r} is no text", "{value!r}は文でないか空である", value=value),
            say("words in quotation marks", "引用符で囲んだ文"),
            say("an id with a dot in it stands in quotation marks", "点を含む識別子は引用符で囲む")
            if dotted
            else "",
        )
        return ""

    def check_id(self, table: str, key: str) -> None:
        """Note that *key* cannot be the id of anything."""
        problem = id_problem(key)
        if problem is not None:
            self.wrong(f"{table}.{key}", cast("Text", problem.what), problem.expected, problem.hint)

    def pairs(self, name: str, *, by_id: bool) -> _Pairs:
        """The table *name* as pairs of key and words."""
        return tuple(self._pairs(name, by_id=by_id))

    def _pairs(self, name: str, *, by_id: bool) -> Iterator[tuple[str, str]]:
        for key, value in self.table(name).items():
            if by_id:
                self.check_id(name, key)
            words = self.words(f"{name}.{key}", value)
            if words:
                yield key, words

    def place(self, at: str = "") -> Origin:
        """The key *at* in this file."""
        return Origin(self.path, path=at)

    def refuse(self) -> None:
        """Raise everything that was noted."""
        if self.problems:
            raise DocumentError(*self.problems)


def _parse(path: str) -> _Table:
    import tomllib

    content = read_bytes(path)
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DocumentError(
            Problem(
                say(
                    "the file is not UTF-8 (byte {at})",
                    "UTF-8のファイルではない（{at}バイト目）",
                    at=error.start + 1,
                ),
                where=path,
                hint=say("save it as UTF-8", "UTF-8で保存し直す"),
            )
        ) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise DocumentError(
            Problem(
                say("the file is not TOML: {why}", "TOMLとして読めない: {why}", why=error),
                where=path,
            )
        ) from error


def read_prose(path: str | os.PathLike[str]) -> tuple[Prose, ...]:
    """The descriptions in the TOML file at *path*, in the order in which they stand.

    Raises:
        DocumentError: the file is absent, too large, no UTF-8 or no TOML, or holds something
            that is no description; all problems at once.
    """
    reader = _Reader(path)
    reader.only(("prose",))
    if not reader.problems and "prose" not in reader.content:
        reader.wrong("", say("the table [prose] is missing", "表 [prose] がない"))
    texts = tuple(_descriptions(reader))
    reader.refuse()
    return texts


def _descriptions(reader: _Reader) -> Iterator[Prose]:
    for key, value in reader.table("prose").items():
        reader.check_id("prose", key)
        at = f"prose.{key}"
        if not isinstance(value, dict):
            yield Prose(key, reader.words(at, value), origin=reader.place(at))
            continue
        given = cast("_Table", value)
        if "text" not in given:
            reader.words(at, given)
            continue
        found: dict[str, str] = {}
        for name, words in given.items():
            if name in _PLACE:
                found[name] = reader.words(f"{at}.{name}", words)
            else:
                reader.wrong(
                    f"{at}.{name}",
                    say("there is no place for {name!r} here", "「{name}」は置けない", name=name),
                    ", ".join(_PLACE),
                    did_you_mean(name, _PLACE),
                )
        text = found.pop("text")
        if found and "place" not in found:
            reader.wrong(
                at,
                say("a source says the place", "出典には箇所が要る"),
                'place = "…"',
            )
            continue
        source = Citation(**found) if found else None
        yield Prose(key, text, source=source, origin=reader.place(at))


def read_translation(path: str | os.PathLike[str]) -> Translation:
    """The words of a plan in another language, from the TOML file at *path*.

    Raises:
        DocumentError: the file is absent, too large, no UTF-8 or no TOML, names no language, or
            holds something that is no translation; all problems at once.
    """
    reader = _Reader(path)
    reader.only(("language", *_TABLES))
    language: object = reader.content.get("language")
    if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
        reader.wrong(
            "language",
            say("{it!r} is no language tag", "{it!r}は言語タグではない", it=language),
            'language = "en"',
        )
        language = ""
    made = Translation(
        language,
        titles=reader.pairs("titles", by_id=True),
        prose=reader.pairs("prose", by_id=True),
        phrases=reader.pairs("phrases", by_id=False),
        origin=reader.place(),
    )
    reader.refuse()
    return made
