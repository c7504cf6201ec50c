"""Printed text made plain, and a reader that walks along it."""

from __future__ import annotations

import re
import unicodedata

from attrs import define

__all__ = ["Scanner", "plain", "shown"]

_LONGEST_SHOWN = 60

_FULL_WIDTH_DIGITS = range(ord("０"), ord("９") + 1)
_KANJI_DIGITS = {kanji: digit for digit, kanji in enumerate("〇一二三四五六七八九")} | {"零": 0}
_KANJI_UNITS = {"十": 10, "百": 100}
_SPACE = re.compile(r" *")
_NUMBER = re.compile(r"[0-9]+|[〇零一二三四五六七八九十百]+")


def plain(text: str) -> str:
    """*text* in half width, with single spaces and none at the ends.

    Compatibility characters are replaced (NFKC: ㋿ is 令和, Ｈ２９ is H29), but a raised or
    encircled digit stays what it is: a footnote mark must not become part of a year.

    >>> plain("　㍻２９ 年度"), plain("2017¹")
    ('平成29 年度', '2017¹')
    """
    if text.isascii():
        return " ".join(text.split())
    folded = "".join(map(_fold, text))
    return " ".join(unicodedata.normalize("NFC", folded).split())


def _fold(char: str) -> str:
    if char < "\x80":
        return char
    folded = unicodedata.normalize("NFKC", char)
    is_mark = ord(char) not in _FULL_WIDTH_DIGITS and any("0" <= c <= "9" for c in folded)
    return char if is_mark else folded


def shown(text: str) -> str:
    """*text* as it can stand in a message: shortened, and without what a terminal would obey."""
    short = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return "".join(char if char.isprintable() else "\ufffd" for char in short)


@define
class Scanner:
    """A place in a plain text, moved on by what is recognized there.

    Attributes:
        text: the plain text.
        at: the index of the next character.
    """

    text: str
    at: int = 0

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.text)

    @property
    def rest(self) -> str:
        """What is left."""
        return self.text[self.at :].strip()

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What *pattern* finds right here, after a space; on success the place moves on."""
        space = _SPACE.match(self.text, self.at)
        found = pattern.match(self.text, space.end() if space else self.at)
        if found is not None:
            self.at = found.end()
        return found

    def take(self, pattern: re.Pattern[str]) -> bool:
        """Whether *pattern* stands right here; the place moves past it."""
        return self.match(pattern) is not None

    def number(self) -> str | None:
        """The digits that stand right here, in ASCII; kanji numerals are read as what they say."""
        found = self.match(_NUMBER)
        if found is None:
            return None
        digits = found.group()
        return digits if digits.isascii() else _kanji_number(digits)


def _kanji_number(kanji: str) -> str:
    if not any(char in _KANJI_UNITS for char in kanji):
        return "".join(str(_KANJI_DIGITS[char]) for char in kanji)
    total = count = 0
    for char in kanji:
        if char in _KANJI_UNITS:
            total += max(count, 1) * _KANJI_UNITS[char]
            count = 0
        else:
            count = count * 10 + _KANJI_DIGITS[char]
    return str(total + count)
