"""Numbering: how a level prints its numbers, learned from one sample of it.

A style is a sample of the first number: ``"行動1"``, ``"ア"``, ``"(1)"``, ``"第1"``, ``"①"``,
``"Ⅰ"``, ``"A"``, ``"一"``, ``"甲"``; where several signs could count, the last one does, and those
before it count the levels above: under ``"Ⅰ"``, ``"Ⅰ-1"`` and ``"1-1"`` are numbered by both.
A style without a counter is a bullet (``"■"``); ``"（）"`` puts the title in brackets;
``"{parent}-1"`` repeats the number of the level above; ``"施策{running}"`` counts through the plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from attrs import field, frozen

__all__ = ["Above", "Numbering", "numbering"]

_KATAKANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_HIRAGANA = (
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_IROHA_SMALL = (
    "いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす"
)
_HALF_KATAKANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_ROUND_KATAKANA = (
    "㋐㋑㋒㋓㋔㋕㋖㋗㋘㋙㋚㋛㋜㋝㋞㋟㋠㋡㋢㋣㋤㋥㋦㋧㋨㋩㋪㋫㋬㋭㋮㋯㋰㋱㋲㋳㋴㋵㋶㋷㋸㋹㋺㋻㋾"
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_WIDE_LATIN = "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_KANJI = "一二三四五六七八九"
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_SAMPLE = re.compile(
    r"\{running\}|[0-9]+|[０-９]+|[①⑴⒈❶ⒶⓐⅠⅰ一㈠㊀㋐⒜]"
    r"|(?<![ァ-ヶー])[アイ](?![ァ-ヶー])|(?<![ぁ-ん])[あい](?![ぁ-ん])|(?<![ｦ-ﾟ])ｱ(?![ｦ-ﾟ])"
    r"|(?<![A-Za-zＡ-Ｚａ-ｚ])[AaIiＡａ](?![A-Za-zＡ-Ｚａ-ｚ])|(?<![一-鿿])甲(?![一-鿿])"
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


def _of(signs: str) -> Callable[[int], str]:
    """Counts with *signs*, and beyond them with digits in brackets."""
    return lambda position: signs[position - 1] if position <= len(signs) else f"({position})"


def _signs(*blocks: tuple[str, int]) -> str:
    return "".join(chr(ord(first) + n) for first, length in blocks for n in range(length))


def _roman_sign(first: str) -> Callable[[int], str]:
    """Counts with the twelve signs that Unicode has, and beyond them with letters."""
    signs = _signs((first, 12))
    letters = str.lower if first == "ⅰ" else str
    return lambda n: signs[n - 1] if n <= len(signs) else letters(_roman(n))


_COUNTERS: dict[str, Callable[[int], str]] = {
    "①": _of(_signs(("①", 20), ("㉑", 15), ("㊱", 15))),
    "❶": _of(_signs(("❶", 10), ("⓫", 10))),
    "⑴": _of(_signs(("⑴", 20))),
    "⒈": _of(_signs(("⒈", 20))),
    "㈠": _of(_signs(("㈠", 10))),
    "㊀": _of(_signs(("㊀", 10))),
    "㋐": _of(_signs(("㋐", 44), ("㋾", 1))),
    "Ⓐ": _of(_signs(("Ⓐ", 26))),
    "ⓐ": _of(_signs(("ⓐ", 26))),
    "⒜": _of(_signs(("⒜", 26))),
    "甲": _of(_STEMS),
    "Ⅰ": _roman_sign("Ⅰ"),
    "ⅰ": _roman_sign("ⅰ"),
    "I": _roman,
    "i": lambda n: _roman(n).lower(),
    "A": lambda n: _letters(n, _LATIN),
    "a": lambda n: _letters(n, _LATIN).lower(),
    "Ａ": lambda n: _letters(n, _WIDE_LATIN),
    "ａ": lambda n: _letters(n, _WIDE_LATIN).lower(),
    "ア": lambda n: _letters(n, _KATAKANA),
    "あ": lambda n: _letters(n, _HIRAGANA),
    "ｱ": lambda n: _letters(n, _HALF_KATAKANA),
    "イ": lambda n: _letters(n, _IROHA),
    "い": lambda n: _letters(n, _IROHA_SMALL),
    "一": _kanji,
    "{running}": str,
}


def _counter(sample: str, position: int) -> str:
    if not sample.isdecimal():
        return _COUNTERS[sample](position)
    counter = str(position + int(sample) - 1).zfill(len(sample))
    return counter if sample.isascii() else counter.translate(_FULL)


@frozen
class Above:
    """An item above that has a number: its position, the sample of its style, what it prints."""

    position: int
    sample: str
    text: str

    def like(self, sample: str) -> str:
        """The counter of the item in the style of *sample*."""
        return self.text if sample == self.sample else _counter(sample, self.position)


@frozen
class Numbering:
    """A numbering style, taken apart: what stands before the counter, the counter, what follows.

    ``higher`` are the counters of levels above that stand before its own: where, and the sample.
    """

    style: str
    before: str = ""
    sample: str = ""
    after: str = ""
    higher: tuple[tuple[int, str], ...] = field(default=(), repr=False)

    @property
    def counts(self) -> bool:
        """Whether the style has a counter at all."""
        return bool(self.sample)

    @property
    def runs_through(self) -> bool:
        """Whether the counter runs through the whole plan."""
        return self.sample == "{running}"

    def number(self, position: int, parent: str = "", above: Sequence[Above] = ()) -> str:
        """The printed number of the child at *position* (from 1).

        Args:
            position: its place among its siblings.
            parent: the number of what it stands under.
            above: the items above it that have numbers, the nearest first.
        """
        before = self._before(above) if self.higher else self.before
        before = before.replace("{parent}", parent)
        after = self.after.replace("{parent}", parent)
        if not self.sample:
            return "" if self.is_bracket else before
        return f"{before}{_counter(self.sample, position)}{after}"

    def _before(self, above: Sequence[Above]) -> str:
        text = self.before
        # From the right: the counter nearest to its own is that of the nearest item above.
        for (start, sample), item in zip(reversed(self.higher), above, strict=False):
            text = f"{text[:start]}{item.like(sample)}{text[start + len(sample) :]}"
        return text

    def as_above(self, position: int, shown: str, over: Sequence[Above]) -> tuple[Above, ...]:
        """The items above the children of the one at *position*, whose number is *shown*."""
        if not self.counts:
            return tuple(over)
        counter = _counter(self.sample, position)
        before = self._before(over)
        inner = shown.removeprefix(before).removesuffix(self.after)
        if inner and shown == f"{before}{inner}{self.after}":
            # By hand or not: what stands where the counter stands.
            counter = inner
        return (Above(position, self.sample, counter), *over)

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
    found = list(_SAMPLE.finditer(style))
    if not found:
        return Numbering(style, before=style)
    last = found.pop()
    higher = tuple((it.start(), it[0]) for it in found if _is_first(it[0]))
    return Numbering(
        style,
        style[: last.start()],
        last[0],
        style[last.end() :],
        () if "{parent}" in style else higher,
    )


def _is_first(sample: str) -> bool:
    """Whether *sample* is a first number, not a year or the like."""
    return int(sample) == 1 if sample.isdecimal() else sample != "{running}"
