"""Shapes of data: each reads a value, names what is wrong with it, and can print its JSON Schema.

The loader and the schema are made from the same shapes, so they cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final, Protocol, TypeAlias, cast

from attrs import field, frozen

from planmodel.errors import Problem, did_you_mean
from planmodel.text import Text, say

__all__ = [
    "REFUSED",
    "Choice",
    "Either",
    "Entry",
    "Flag",
    "Later",
    "ListOf",
    "MapOf",
    "Number",
    "Schema",
    "Shape",
    "Table",
    "Words",
    "Yes",
]

Schema: TypeAlias = dict[str, object]


class _Refused:
    """Stands for a value that could not be read (what is wrong was told)."""

    def __bool__(self) -> bool:
        return False


REFUSED: Final = _Refused()
_SHOWN = 40


class Shape(Protocol):
    """What a value must look like."""

    def read(self, given: object, where: str, problems: list[Problem]) -> object:
        """The value, or `REFUSED` after telling *problems* what is wrong at *where*."""
        ...

    def schema(self) -> Schema:
        """The shape as a JSON Schema."""
        ...


def _refuse(
    given: object, where: str, expected: Text | str, problems: list[Problem], hint: Text | str = ""
) -> _Refused:
    shown = repr(given)
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    what = say("{given} does not fit here", "{given}はここに書けない", given=shown)
    problems.append(Problem(what, where, expected, hint))
    return REFUSED


@frozen
class Words:
    """Text that is not empty."""

    def read(self, given: object, where: str, problems: list[Problem]) -> object:
        """The text."""
        if isinstance(given, str) and given.strip():
            return given
        return _refuse(given, where, say("text", "文字列"), problems)

    def schema(self) -> Schema:
        """Text with something else than spaces in it."""
        return {"type": "string", "pattern": r"\S"}


@frozen
class Flag:
    """True or false."""

    def read(self, given: object, where: str, problems: list[Problem]) -> object:
        """The truth value."""
        if isinstance(given, bool):
            return given
        return _refuse(given, where, "true, false", problems)

    def schema(self) -> Schema:
        """A truth value."""
        return {"type": "boolean"}


@frozen
class Yes:
    """Nothing but true."""

    def read(self, given: object, where: str, problems: list[Problem]) -> object:
        """True."""
        return True if given is True else _refuse(given, where, "true", problems)

    def schema(self) -> Schema:
        """The constant."""
        return {"const": True}


@frozen
class Number:
    """A finite number, exact; from *least* to *most*, and whole where *whole* says so."""

    least: int | None = None
    most: int | None = None
    whole: bool = False

    def read(self, given: object, where: str, problems: list[Problem]) -> object:
        """The number as a decimal (as an ``int`` where it is whole)."""
        if isinstance(given, (int, Decimal, float)) and not isinstance(given, bool):
            number = Decimal(float.__repr__(given)) if isinstance(given, float) else Decimal(given)
            if (
                number.is_finite()
                and (self.least is None or number >= self.least)
                and (self.most is None or number <= self.most)
                and not (self.whole and number != number.to_integral_value())
            ):
                return int(number) if self.whole else number
        return _refuse(given, where, self._expected(), problems)

    def _expected(self) -> Text:
        what = say("a whole number", "整数") if self.whole else say("a number", "数値")
        if self.least is None and self.most is None:
            return what
        return say(
            "{what} from {least} to {most}",
            "{least}から{most}までの{what}",
            what=what,
            least="−∞" if self.least is None else self.least,
            most="∞" if self.most is None else self.most,
        )

    def schema(self) -> Schema:
        """A number between the two ends."""
        ends = {"minimum": self.least, "maximum": self.most}
        kind = "integer" if self.whole else "number"
        return {"type": kind, **{name: end for name, end in ends.items() if end is not None}}


@frozen
class Choice:
    """One of some words."""

    words: tuple[str, ...] = field(converter=tuple[str, ...])

    def read(self, given: object, where: str, problems: list[Problem]) -> object:
        """The word."""
        if isinstance(given, str) and given in self.words:
            return given
        hint = did_you_mean(given, self.words) if isinstance(given, str) else ""
        return _refuse(given, where, ", ".join(self.words), problems, hint)

    def schema(self) -> Schema:
        """The words."""
        return {"enum": list(self.words)}


@frozen
class ListOf:
    """A list of at least *least* values of one shape."""

    item: Shape
    least: int = 1

    def read(self, given: object, where: str, problems: list[Problem]) -> object:
        """The values that could be read."""
        shown = given
        if (
            not isinstance(given, (list, tuple))
            or len(cast("Sequence[object]", given)) < self.least
        ):
            expected = say("a list of at least {least}", "{least}件以上の一覧", least=self.least)
            return _refuse(shown, where, expected, problems)
        entries = cast("Sequence[object]", given)
        read = [self.item.read(it, f"{where}[{at}]", problems) for at, it in enumerate(entries)]
        return REFUSED if any(it is REFUSED for it in read) else tuple(read)

    def schema(self) -> Schema:
        """An array."""
        return {"type": "array", "items": self.item.schema(), "minItems": self.least}


@frozen
class MapOf:
    """A table whose keys are free and whose values have one shape."""

    item: Shape

    def read(self, given: object, where: str, problems: list[Problem]) -> object:
        """The table."""
        if not isinstance(given, Mapping):
            return _refuse(given, where, say("a table", "表"), problems)
        table = cast("Mapping[str, object]", given)
        read = {key: self.item.read(it, f"{where}.{key}", problems) for key, it in table.items()}
        return REFUSED if any(it is REFUSED for it in read.values()) else read

    def schema(self) -> Schema:
        """An object with free keys."""
        return {"type": "object", "additionalProperties": self.item.schema()}


_NEEDED = {
    "name": "評価ルールの名前",
    "version": "ルールの版（変更のたびに新しくする）",
    "title": "文書名",
    "en": "英語の語句",
    "ja": "日本語の語句",
    "label": "印刷する評価の記号",
    "mode": "端数の処理方法",
    "digits": "小数点以下の桁数",
    "method": "まとめ方",
    "minimum_coverage": "評価に必要な割合（%）",
    "when": "適用の条件",
    "reasons": "印刷する理由の一覧",
}
"""Japanese for what a required key is for, where its name does not tell it."""


@frozen
class Entry:
    """One key of a table: its shape, whether it must be there, and what it is for."""

    shape: Shape
    about: str
    required: bool = False


@frozen
class Table:
    """A table with known keys.

    Attributes:
        entries: the keys.
        apart: pairs of keys of which only one may be there.
        one_of: keys of which at least one must be there.
        ref: the name of a shape that is used inside itself.
    """

    entries: Mapping[str, Entry]
    apart: tuple[tuple[str, str], ...] = ()
    one_of: tuple[str, ...] = ()
    ref: str = ""

    def read(self, given: object, where: str, problems: list[Problem]) -> object:
        """The table with its values read."""
        if not isinstance(given, Mapping):
            return _refuse(given, where, say("a table", "表"), problems)
        table = cast("Mapping[str, object]", given)
        before = len(problems)
        dot = f"{where}." if where else ""
        read: dict[str, object] = {}
        for key, it in table.items():
            entry = self.entries.get(key)
            if entry is None:
                what = say("there is no such entry", "そのような項目はない")
                hint = did_you_mean(str(key), self.entries)
                expected = "" if hint else ", ".join(self.entries)
                problems.append(Problem(what, f"{dot}{key}", expected, hint))
            else:
                read[key] = entry.shape.read(it, f"{dot}{key}", problems)
        for key, entry in self.entries.items():
            if entry.required and key not in table:
                what = say("{key} is missing", "{key}がない", key=key)
                problems.append(
                    Problem(what, where, say(entry.about, _NEEDED.get(key, "必須の項目")))
                )
        for one, other in self.apart:
            if one in table and other in table:
                what = say(
                    "{one} and {other} exclude each other",
                    "{one}と{other}は同時に書けない",
                    one=one,
                    other=other,
                )
                problems.append(Problem(what, where))
        is_known = all(key in self.entries for key in table)
        if is_known and self.one_of and not any(key in table for key in self.one_of):
            what = say("one of {keys} is missing", "{keys}のいずれかがない", keys=list(self.one_of))
            problems.append(Problem(what, where))
        return read if len(problems) == before else REFUSED

    def schema(self) -> Schema:
        """The object, or a pointer at it where it is used inside itself."""
        return {"$ref": f"#/$defs/{self.ref}"} if self.ref else self.definition()

    def definition(self) -> Schema:
        """The object, written out."""
        schema: Schema = {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                key: {**entry.shape.schema(), "description": entry.about}
                for key, entry in self.entries.items()
            },
        }
        required = [key for key, entry in self.entries.items() if entry.required]
        if required:
            schema["required"] = required
        limits: list[Schema] = [{"not": {"required": list(pair)}} for pair in self.apart]
        if self.one_of:
            limits.append({"anyOf": [{"required": [key]} for key in self.one_of]})
        if limits:
            schema["allOf"] = limits
        return schema


@frozen
class Either:
    """A list, or a table that says more."""

    short: ListOf
    full: Table

    def read(self, given: object, where: str, problems: list[Problem]) -> object:
        """The list or the table, whichever was given."""
        is_table = isinstance(given, Mapping)
        return (self.full if is_table else self.short).read(given, where, problems)

    def schema(self) -> Schema:
        """Either of them."""
        return {"anyOf": [self.short.schema(), self.full.schema()]}


@frozen
class Later:
    """A shape that is made after the one that uses it."""

    make: Callable[[], Shape]

    def read(self, given: object, where: str, problems: list[Problem]) -> object:
        """Read by the shape."""
        return self.make().read(given, where, problems)

    def schema(self) -> Schema:
        """The schema of the shape."""
        return self.make().schema()
