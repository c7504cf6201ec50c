"""The units a reader knows: the library's own, and those that a plan brings along."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from attrs import field, frozen

from planmodel.errors import DocumentError, Problem, UnitError, did_you_mean
from planmodel.files import read_bytes
from planmodel.text import Text, say
from planmodel.units.figures import shown
from planmodel.units.records import Unit, rate, unit_key
from planmodel.units.unit_file import read_units

__all__ = ["Units", "default_units", "unit", "units_with"]

_MAX_UNITS_FILE = 1024 * 1024


@frozen(repr=False)
class Units:
    """A collection of units, found by any of their spellings. Made by `extended` or `read_file`.

    ``by_spelling`` is for looking up only; nobody changes it.
    """

    units: tuple[Unit, ...]
    by_spelling: dict[str, Unit] = field(hash=False)

    def find(self, text: str) -> Unit | None:
        """The unit spelled *text*, or None. A rate of two known units needs no definition."""
        key = unit_key(text)
        found = self.by_spelling.get(key)
        if found is None and "/" in key:
            return rate(key, self.by_spelling.get)
        return found

    def get(self, text: str) -> Unit:
        """The unit spelled *text*, full width or half, in any of its variants.

        Raises:
            UnitError: no unit is spelled so; the nearest one is named.

        >>> from planmodel.units import default_units
        >>> default_units().get("箇所"), default_units().get("人／１０万人")
        (Unit('カ所'), Unit('人/10万人'))
        """
        found = self.find(text)
        if found is None:
            raise UnitError(
                Problem(
                    say("{unit} is no known unit", "「{unit}」という単位はない", unit=shown(text)),
                    hint=self.suggestion(text)
                    or say(
                        "a plan can define it in its own units file",
                        "計画の単位ファイルで定義できる",
                    ),
                )
            )
        return found

    def suggestion(self, text: str) -> Text | str:
        """A hint that names the unit spelled most like *text*, or an empty string."""
        return did_you_mean(unit_key(text)[:50], self.by_spelling)

    def same(self, one: str, other: str) -> bool:
        """Whether two spellings mean one unit; an unknown unit equals only its own spelling."""
        first, second = self.find(one), self.find(other)
        if first is None or second is None:
            return unit_key(one) == unit_key(other)
        return first.symbol == second.symbol

    def known(self, text: str) -> bool:
        """Whether a unit is spelled *text*."""
        return self.find(text) is not None

    def extended(self, text: str, source: str = "units") -> Units:
        """These units and those of a units file's *text*; *source* names it in messages.

        Raises:
            DocumentError: with every line that is wrong: unreadable, built on an unknown unit,
                or taking a symbol or spelling that already stands for something else.
        """
        by_symbol, by_spelling = read_units(text, source, self.by_spelling)
        return Units(tuple(by_symbol.values()), by_spelling)

    def read_file(self, path: str | os.PathLike[str]) -> Units:
        """These units and those of the units file at *path* (UTF-8).

        Raises:
            DocumentError: as for `extended`, or the file cannot be read.
        """
        content = read_bytes(path, limit=_MAX_UNITS_FILE)
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise DocumentError(
                Problem(
                    say("the file is not UTF-8", "ファイルがUTF-8でない"),
                    where=str(Path(path)),
                    hint=say("save it as UTF-8", "UTF-8で保存する"),
                )
            ) from error
        return self.extended(text, source=str(Path(path)))

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units)

    def __len__(self) -> int:
        return len(self.units)

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and self.known(text)

    def __repr__(self) -> str:
        return f"Units({len(self.units)} units)"


@cache
def default_units() -> Units:
    """The units of the library, read once from its ``units.txt``."""
    text = Path(__file__).with_name("units.txt").read_text(encoding="utf-8")
    return Units((), {}).extended(text, source="units.txt")


@lru_cache(maxsize=16)
def units_with(own: str) -> Units:
    """The library's units and those of a units file's text, such as the own units of a plan.

    Raises:
        DocumentError: as for `Units.extended`.
    """
    return default_units().extended(own, source="own_units") if own.strip() else default_units()


def unit(text: str) -> Unit:
    """The unit spelled *text* among the library's own (`Units.get`).

    Raises:
        UnitError: no unit is spelled so.
    """
    return default_units().get(text)
