"""Markdown's signs: words escaped so that nothing in them is read as markup, tables, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planmodel.reports.view import Link, Words
from planmodel.text import Language

__all__ = ["bullet", "cell", "escape", "link", "printable", "series", "table"]

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SIGNS = re.compile(r"([\\`*_\[\]<>|~$&@])")
_AT_START = re.compile(r"^([#=]|[+-](?=\s|-|$))")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|www)([:.])")


def printable(text: str) -> str:
    """*text* without what no page may hold: control characters, and marks that turn text around."""
    return _TURNING.sub("", _UNPRINTABLE.sub("\ufffd", text))


def escape(text: str) -> str:
    r"""*text* on one line, as itself in Markdown, in a table cell too.

    >>> print(escape("<script>|`x`"))
    \<script\>\|\`x\`
    """
    line = _SIGNS.sub(r"\\\1", " ".join(printable(text).split()))
    line = _NUMBERED.sub(r"\1\\\2", _AT_START.sub(r"\\\1", line))
    return _ADDRESS.sub(r"\1\\\2", line)


def cell(words: Words, labels: Mapping[str, str] | None = None) -> str:
    """Words with what stands beside them, in brackets: the note, the original, the mark."""
    text = escape(words.text)
    if words.note:
        text += f" ({escape(words.note)})"
    if words.original:
        text += f" 〔{escape(words.original)}〕"
    if words.synthetic and labels is not None:
        text += f" **\\[{labels['synthetic_mark']}\\]**"
    return text


def link(it: Link) -> str:
    """Words, leading out where they have an address; places inside are not linked."""
    text = cell(it.words)
    if not it.url:
        return text
    address = re.sub(r"[^A-Za-z0-9:/?#@!$&'*+,;=%._~-]", _percent, it.url)
    return f"[{text}](<{address}>)"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def series(parts: Iterable[str], language: Language) -> str:
    """Several names one after the other, as *language* sets them apart."""
    return ("、" if language == "ja" else ", ").join(parts)


def bullet(text: str) -> str:
    """An item of a list."""
    return f"- {text}"


def table(
    head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()
) -> Iterator[str]:
    """A table; the columns *right* are flush right."""
    flush = set(right)
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---:' if n in flush else '---' for n in range(len(head)))} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"
