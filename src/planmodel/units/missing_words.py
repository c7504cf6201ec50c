"""The words that documents print where there is no number. None of them is ever 0."""

from __future__ import annotations

import re

from planmodel.errors import need_text
from planmodel.text import Text, say
from planmodel.units.figures import MAX_CHARACTERS
from planmodel.units.records import unit_key

__all__ = ["missing_reason", "missing_word"]

_DASHES = re.compile(r"[-‐‑‒–—―−─━ー]{1,3}")
_MISSING = {
    "なし": "none",
    "無し": "none",
    "該当なし": "not applicable",
    "該当せず": "not applicable",
    "対象なし": "not applicable",
    "データなし": "no data",
    "実績なし": "no result",
    "調査なし": "not surveyed",
    "調査せず": "not surveyed",
    "未調査": "not surveyed",
    "調査未実施": "not surveyed",
    "未実施": "not carried out",
    "集計中": "being compiled",
    "未集計": "not compiled yet",
    "調査中": "being surveyed",
    "未公表": "not published",
    "非公表": "not made public",
    "公表前": "not published yet",
    "未確定": "not final yet",
    "未定": "not decided yet",
    "未把握": "not known",
    "不明": "unknown",
    "不詳": "unknown",
    "秘匿": "withheld",
    "x": "withheld",
    "X": "withheld",
    "―": "no figure is printed",
    "...": "not available",
    "N/A": "not available",
    "n/a": "not available",
    "NA": "not available",
}


def missing_reason(text: str) -> Text | None:
    """The sentence for a printed word that stands for no number (集計中, ―), or None.

    >>> from planmodel.units import missing_reason
    >>> str(missing_reason("集計中"))
    'being compiled'
    """
    word = missing_word(text)
    return None if word is None else say(_MISSING[word], word)


def missing_word(text: str) -> str | None:
    """The word for no number that *text* is, every dash as ``―``, or None."""
    need_text(text, "text", "集計中")
    if len(text) > MAX_CHARACTERS:
        return None
    key = unit_key(text)
    if _DASHES.fullmatch(key):
        return "―"
    if key not in _MISSING and key[:1] == "(" and key[-1:] == ")":
        key = key[1:-1]
    return key if key in _MISSING else None
