"""Words as string literals of Python and TOML that give the same words back, whatever they are."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["python_string", "toml_key", "toml_string"]

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
_TOML_SHORT = {**_SHORT, '"': '\\"', "\b": "\\b", "\f": "\\f"}
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ASCII_END = 0x7F
_TWO_DIGITS = 0xFF
_FOUR_DIGITS = 0xFFFF


def _visible(char: str) -> bool:
    """Whether *char* is seen as itself: no control, no mark of direction, nothing unassigned."""
    return char == "\u3000" or char.isprintable()


def _escaped(char: str) -> str:
    code = ord(char)
    if code <= _TWO_DIGITS:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _FOUR_DIGITS else f"\\U{code:08x}"


def python_string(text: str) -> str:
    """*text* as a Python literal: double quotes unless single ones save escapes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    shown: list[str] = []
    for char in text:
        if char == quote:
            shown.append("\\" + char)
        elif char in _SHORT:
            shown.append(_SHORT[char])
        else:
            shown.append(char if _visible(char) else _escaped(char))
    return f"{quote}{''.join(shown)}{quote}"


def toml_string(text: str) -> str:
    """*text* as a TOML basic string on one line.

    A lone surrogate is no Unicode and has no form in TOML: it becomes U+FFFD.
    """
    shown: list[str] = []
    for char in text:
        if char in _TOML_SHORT:
            shown.append(_TOML_SHORT[char])
        elif unicodedata.category(char) == "Cs":
            shown.append("\ufffd")
        elif _visible(char):
            shown.append(char)
        else:
            code = ord(char)
            shown.append(f"\\u{code:04X}" if code <= _FOUR_DIGITS else f"\\U{code:08X}")
    return f'"{"".join(shown)}"'


def toml_key(text: str) -> str:
    """*text* as a TOML key: bare where it may be."""
    return text if _BARE_KEY.fullmatch(text) else toml_string(text)
