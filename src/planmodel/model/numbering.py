"""Numbering: how a level prints its numbers, learned from one sample of it.

A style is a sample of the first number: ``"行動1"``, ``"ア"``, ``"(1)"``, ``"第1"``, ``"①"``,
``"Ⅰ"``, ``"A"``, ``"一"``; where several signs could count, the last one does.
A style without a counter is a bullet (``"■"``); ``"（）"`` puts the title in brackets;
``"{parent}-1"`` repeats the number of the level above; ``"施策{running}"`` counts through the plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from attrs import frozen

__all__ = ["Numbering", "numbering"]

_KATAKANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_HIRAGANA = (
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_KANJI = "一二三四五六七八九"
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_SAMPLE = re.compile(
    r"\{running\}|[0-9０-９]+|[①⑴⒈Ⅰⅰ一]"
    r"|(?<![ァ-ヶー])[アイ](?![ァ-ヶー])|(?<![ぁ-ん])あ(?![ぁ-ん])"
    r"|(?<![A-Za-z])[AaIi](?![A-Za-z])"
)


def _letters(position: int, alphabet: str) -> str:
    letters = ""
    while position > 0:
        position, rest = divmod(position - 1, len(alphabet))
        letters = alphabet[rest] + letters
    return letters


def _roman(position: int) -> str:
    digits = ""
    for size, sign in _ROMAN:
        count, position = divmod(position, size)
        digits += sign * count
    return digits


def _kanji(position: int) -> str:
    if position > 99:  # noqa: PLR2004 - the two-place form ends here
        return str(position)
    tens, ones = divmod(position, 10)
    ten = "" if not tens else ("十" if tens == 1 else _KANJI[tens - 1] + "十")
    return ten + (_KANJI[ones - 1] if ones else "")


def _from_block(position: int, first: str, length: int) -> str:
    return chr(ord(first) + position - 1) if position <= length else f"({position})"


def _circled(position: int) -> str:
    for start, first, length in ((0, "①", 20), (20, "㉑", 15), (35, "㊱", 15)):
        if start < position <= start + length:
            return chr(ord(first) + position - start - 1)
    return f"({position})"


def _small_roman(position: int) -> str:
    return _from_block(position, "ⅰ", 12) if position <= 12 else _roman(position).lower()  # noqa: PLR2004 - Unicode has twelve


def _big_roman(position: int) -> str:
    return _from_block(position, "Ⅰ", 12) if position <= 12 else _roman(position)  # noqa: PLR2004 - Unicode has twelve


_COUNTERS: dict[str, Callable[[int], str]] = {
    "①": _circled,
    "⑴": lambda n: _from_block(n, "⑴", 20),
    "⒈": lambda n: _from_block(n, "⒈", 20),
    "Ⅰ": _big_roman,
    "ⅰ": _small_roman,
    "I": _roman,
    "i": lambda n: _roman(n).lower(),
    "A": lambda n: _letters(n, _LATIN),
    "a": lambda n: _letters(n, _LATIN).lower(),
    "ア": lambda n: _letters(n, _KATAKANA),
    "あ": lambda n: _letters(n, _HIRAGANA),
    "イ": lambda n: _letters(n, _IROHA),
    "一": _kanji,
    "{running}": str,
}


@frozen
class Numbering:
    """A numbering style, taken apart: what stands before the counter, the counter, what follows."""

    style: str
    before: str = ""
    sample: str = ""
    after: str = ""

    @property
    def counts(self) -> bool:
        """Whether the style has a counter at all."""
        return bool(self.sample)

    @property
    def runs_through(self) -> bool:
        """Whether the counter runs through the whole plan."""
        return self.sample == "{running}"

    def number(self, position: int, parent: str = "") -> str:
        """The printed number of the child at *position* (from 1) under the number *parent*."""
        before = self.before.replace("{parent}", parent)
        after = self.after.replace("{parent}", parent)
        if not self.sample:
            return "" if self.is_bracket else before
        if self.sample.isdecimal():
            width = len(self.sample)
            counter = str(position + int(self.sample) - 1).zfill(width)
            if not self.sample.isascii():
                counter = counter.translate(_FULL)
        else:
            counter = _COUNTERS[self.sample](position)
        return f"{before}{counter}{after}"

    @property
    def is_bracket(self) -> bool:
        """Whether the style puts the title in brackets instead of counting."""
        return self.style in (
            "（）",
            "()",
            "【】",
            "〔〕",
            "「」",
            "＜＞",
            "<>",
            "〈〉",
            "[]",
            "［］",
        )

    def heading(self, number: str, title: str) -> str:
        """*title* as the plan prints it, with its *number* or in its brackets."""
        if self.is_bracket:
            return f"{self.style[0]}{title}{self.style[-1]}"
        if not self.sample:
            return f"{number}{title}"
        return f"{number} {title}" if number else title


@cache
def numbering(style: str) -> Numbering:
    """The `Numbering` of a sample such as ``"行動1"``; an empty style prints no number."""
    found = None
    for found in _SAMPLE.finditer(style):  # noqa: B007 - the last one is wanted
        pass
    if found is None:
        return Numbering(style, before=style)
    return Numbering(style, style[: found.start()], found[0], style[found.end() :])
