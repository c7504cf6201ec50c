"""Quantities as documents print them: numbers, bounds, ranges, and the words for no number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, TypeAlias
from unicodedata import normalize

from attrs import frozen

from planmodel.errors import ParseError, need_text
from planmodel.text import say
from planmodel.units.figures import (
    DIGITS,
    MAX_CHARACTERS,
    MISLEADING,
    SIGN,
    fold,
    no_number,
    place_in,
    plain_number,
    readings,
    unreadable,
)
from planmodel.units.known_units import Units, default_units
from planmodel.units.missing_words import missing_word
from planmodel.units.records import Unit

__all__ = ["PrintedQuantity", "Qualifier", "read_quantity"]

Qualifier: TypeAlias = Literal[
    "exact",
    "about",
    "range",
    "at_least",
    "at_most",
    "more_than",
    "less_than",
    "missing",
]


@frozen
class PrintedQuantity:
    """What a cell of a document says.

    ``number`` is None for a range (``low`` and ``high``) and for a missing value.
    ``unit`` is None, and ``unit_text`` empty, where none is printed.
    ``unit_text`` is the unit as printed, in half width; ``mark`` the trailing footnote marks;
    ``printed`` the whole text as given; ``missing_reason`` the word that stands for no number,
    with every dash as ``―``.
    """

    number: Decimal | None
    unit: Unit | None
    unit_text: str
    mark: str
    qualifier: Qualifier
    low: Decimal | None
    high: Decimal | None
    printed: str
    missing_reason: str


_SIMPLE = re.compile(rf"\s*({SIGN})\s*({DIGITS})\s*(.*?)\s*", re.DOTALL)
_BEFORE = re.compile(
    r"\s*(約|およそ|おおよそ|おおむね|概ね|ほぼ|≒|≧|≥|>=|≦|≤|<=|>|<|少なくとも)\s*(?!\s)"
)
_AFTER = re.compile(
    r"(以上|以下|以内|未満|超え?|を超える|を上回る|を下回る|程度|前後|くらい|ぐらい|弱|強|余り?)$"
)
_BETWEEN = re.compile(r"\s*(?:[~〜∼–]|-(?![-−‐△▲])|から|ないし|乃至)\s*")
_BOUNDS = re.compile(r"\s*以上[、,]?\s*")

_QUALIFIERS: dict[str, Qualifier] = {
    **dict.fromkeys(("≧", "≥", ">=", "少なくとも", "以上"), "at_least"),
    **dict.fromkeys(("≦", "≤", "<=", "以下", "以内"), "at_most"),
    **dict.fromkeys((">", "超", "超え", "を超える", "を上回る"), "more_than"),
    **dict.fromkeys(("<", "未満", "を下回る"), "less_than"),
}

# Superscripts directly after a digit may be a power or a footnote: those are refused, not guessed.
_MARK = re.compile(
    r"(?:\s*(?:(?<![0-9０-９])[*＊][0-9０-９]{1,2}[)）]?|[*＊※†‡]+|※[0-9０-９]{1,2}[)）]?"
    r"|[(（]?注\s*[0-9０-９]{0,2}[)）]?|[①-⑳]|(?<![A-Za-zＡ-Ｚａ-ｚ0-9０-９])[¹²³⁰⁴-⁹]+[⁾)）]?"
    r"|[(（](?:速報|暫定|確定|見込み?|推計|推定|改[定訂]|概数)値?[)）]))+\s*$"
)


def read_quantity(text: str, units: Units | None = None) -> PrintedQuantity:
    """What *text* says, with the units of *units* (by default the library's own).

    A number with or without a unit, ``約20%``, ``5〜10人``, ``2,500グループ以上``, ``93%超``,
    a trailing mark (``2,329グループ*``), or a word for no number (``集計中``), which is never 0.

    Raises:
        ParseError: anything else; the message names the place.
        UsageError: *text* is no text.

    >>> from planmodel.units import read_quantity
    >>> read_quantity("５３％").number, read_quantity("2,329グループ*").mark
    (Decimal('53'), '*')
    >>> read_quantity("5〜10人").qualifier, read_quantity("集計中").number
    ('range', None)
    """
    if type(text) is not str:
        need_text(text, "text", "95.1%")
    chosen = default_units() if units is None else units
    if len(text) <= MAX_CHARACTERS and (text.isascii() or not MISLEADING.search(text)):
        simple = _SIMPLE.fullmatch(text if text.isascii() else normalize("NFKC", text))
        if simple is not None:
            sign, digits, unit_text = simple.groups()
            unit = chosen.by_spelling.get(unit_text)
            if unit is not None or not unit_text:
                number = plain_number(sign, digits)
                return PrintedQuantity(number, unit, unit_text, "", "exact", None, None, text, "")
    return _read_more(text, chosen)


def _read_more(text: str, units: Units) -> PrintedQuantity:
    """The longer road, for everything that is more than a number and a unit."""
    if len(text) > MAX_CHARACTERS:
        fold(text)
    marked = _MARK.search(text)
    body = text[: marked.start()] if marked else text
    mark = marked.group().strip() if marked else ""
    missing = missing_word(body)
    if missing is not None:
        return PrintedQuantity(None, None, "", mark, "missing", None, None, text, missing)
    folded = fold(body)
    before = _BEFORE.match(folded)
    start = before.end() if before else 0
    reader = _Reader(text, folded, units, before[1] if before else "", mark)
    end = start
    for number, end, _ in readings(folded, start):
        quantity = reader.single(number, end) or reader.range(number, start, end)
        if quantity is not None:
            return quantity
    raise reader.unread(start, end)


@frozen
class _Reader:
    """One text on the longer road: as given and folded, and what stands at its two ends."""

    text: str
    folded: str
    units: Units
    word: str
    mark: str

    def unit(self, text: str) -> tuple[Unit | None, str] | None:
        """The unit printed as *text* (None where nothing is printed), or None if unknown."""
        printed = text.strip()
        found = self.units.find(printed) if printed else None
        return (found, printed) if found is not None or not printed else None

    def single(self, number: Decimal, end: int) -> PrintedQuantity | None:
        """The quantity of one *number* that ends at *end*, or None."""
        rest = self.folded[end:].strip()
        words = [self.word] if self.word else []
        unit = self.unit(rest)
        after = _AFTER.search(rest) if unit is None else None
        if after is not None:
            unit = self.unit(rest[: after.start()])
            words.append(after[1])
        if unit is None:
            return None
        if len(words) > 1:
            raise self._two_words(words)
        qualifier = _QUALIFIERS.get(words[0], "about") if words else "exact"
        return PrintedQuantity(number, *unit, self.mark, qualifier, None, None, self.text, "")

    def range(self, low: Decimal, start: int, end: int) -> PrintedQuantity | None:
        """The range that begins with *low*, printed from *start* to *end*, or None."""
        rest = self.folded[end:].rstrip()
        for separator, last in _separators(rest):
            first = self.unit(rest[: separator.start()])
            beyond = rest[separator.end() :].removesuffix(last)
            if first is None:
                continue
            for high, stop, scaled in readings(beyond):
                second = self.unit(beyond[stop:])
                if second is None or (first[1] and first[0] != second[0]):
                    continue
                printed = self.folded[start:end].strip()
                if scaled and not first[1] and printed[-1].isdigit():
                    raise self._unclear(printed, beyond[:stop])
                return self._bounded(low, high, second, separator.group().strip())
        return None

    def _bounded(
        self, low: Decimal, high: Decimal, unit: tuple[Unit | None, str], separator: str
    ) -> PrintedQuantity:
        if self.word:
            raise self._two_words([self.word, separator])
        if low > high:
            why = say("the range runs backwards", "範囲の上限が下限より小さい")
            raise unreadable(self.text, why)
        return PrintedQuantity(None, *unit, self.mark, "range", low, high, self.text, "")

    def _two_words(self, words: list[str]) -> ParseError:
        return unreadable(
            self.text,
            say(
                "it is qualified twice ({words}), and only one of these can be kept",
                "限定の語が二つあり（{words}）、一つしか表せない",
                words=words,
            ),
        )

    def _unclear(self, low: str, high: str) -> ParseError:
        return unreadable(
            self.text,
            say(
                "it is not clear whether {low} is counted like {high}",
                "「{low}」に「{high}」と同じ桁の語が付くのか分からない",
                low=low,
                high=high,
            ),
            say("write the multiplier at both ends: 5万〜10万人", "両端に書く: 5万〜10万人"),
        )

    def unread(self, start: int, end: int) -> ParseError:
        """The error for a text whose number, from *start* to *end*, has an unknown neighbor."""
        if end == start:
            return unreadable(self.text, no_number(self.text, self.folded, start))
        place, rest = place_in(self.text, self.folded, end)
        return unreadable(
            self.text,
            say(
                "{rest} (character {place}) is no known unit, mark or qualifier",
                "{place}文字目からの「{rest}」は、単位・印・限定の語のいずれでもない",
                rest=rest,
                place=place,
            ),
            self.units.suggestion(rest)
            or say(
                "a plan can bring a units file of its own", "計画に固有の単位ファイルを添えられる"
            ),
        )


def _separators(rest: str) -> list[tuple[re.Match[str], str]]:
    """Where the low end of a range may stop in *rest*, and what must then end it."""
    bounded = _BOUNDS.search(rest)
    if bounded is not None:
        return [(bounded, "以下")] if rest.endswith("以下") else []
    return [(separator, "") for separator in _BETWEEN.finditer(rest)]
