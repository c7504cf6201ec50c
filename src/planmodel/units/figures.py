"""Numbers, exactly: read as Japanese documents print them, taken from literals, written back."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from typing import SupportsIndex
from unicodedata import normalize

from planmodel.errors import ModelError, ParseError, Problem, need_text
from planmodel.text import Text, say

__all__ = [
    "EXACT",
    "MAX_CHARACTERS",
    "MISLEADING",
    "exact",
    "fold",
    "format_number",
    "no_number",
    "parse_number",
    "place_in",
    "plain_number",
    "readings",
    "shown",
    "unreadable",
    "written_out",
]

EXACT = Context(prec=4000, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])
"""Arithmetic that is exact or raises `decimal.Inexact`; never rounds in silence."""

MAX_CHARACTERS = 200
"""A printed quantity longer than this is refused unread."""

_MAX_PLACES = 400
_SHOWN = 40

MISLEADING = re.compile(
    "(?<![A-Za-zＡ-Ｚａ-ｚ])"
    "[²³¹¼-¾⁰⁴-⁹₀-₉⅐-⅟↉①-⑳⒈-⒛⓪㉑-㉟㊱-㊿㋀-㋋㍘-㍰㏠-㏾"
    "\U0001ccf0-\U0001ccf9\U0001d7ce-\U0001d7ff\U0001f100-\U0001f10a\U0001fbf0-\U0001fbf9]"
)
"""Signs such as ``①`` or ``²`` that NFKC would melt into the digits beside them.

After a Latin letter they belong to a unit (``m²``, ``t-CO₂``).
"""

MINUS_SIGNS = "-\u2212\u2010△▲"
SIGN = rf"[{MINUS_SIGNS}+]?"
DIGITS = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?![0-9]|[.,][0-9])"
_PLAIN = re.compile(rf"\s*({SIGN})\s*({DIGITS})")
_PART = re.compile(rf"({DIGITS})(?:\s*([十百千]?[万億兆]|[百千]))?")
_ZEROS = {"十": 1, "百": 2, "千": 3, "万": 4, "億": 8, "兆": 12}


def fold(text: str) -> str:
    """*text* in the NFKC form, after refusing signs that this form would turn into digits.

    Raises:
        ParseError: the text is too long, or holds a sign such as ``①`` or ``²``.
    """
    need_text(text, "text", "2,329")
    if len(text) > MAX_CHARACTERS:
        raise unreadable(
            text,
            say(
                "{length} characters are too many for a quantity (at most {limit})",
                "{length}文字は数量としては長すぎる（{limit}文字まで）",
                length=len(text),
                limit=MAX_CHARACTERS,
            ),
        )
    if text.isascii():
        return text
    sign = MISLEADING.search(text)
    if sign is not None:
        raise unreadable(
            text,
            say(
                "{sign} (character {place}) is not a digit of a number",
                "{place}文字目の「{sign}」は数字として読めない",
                sign=sign.group(),
                place=sign.start() + 1,
            ),
        )
    return normalize("NFKC", text)


def unreadable(text: str, why: Text, hint: Text | str = "") -> ParseError:
    """The error for a printed *text* that cannot be read because of *why*."""
    if not text.strip():
        why = say("an empty text is not a number", "空の文字列は数値でない")
        return ParseError(Problem(why))
    what = say(
        "'{text}' cannot be read: {why}", "「{text}」は読めない: {why}", text=shown(text), why=why
    )
    return ParseError(Problem(what, hint=hint))


def shown(text: str) -> str:
    """*text* fit for a message: short, and with invisible characters spelled out."""
    short = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return short if short.isprintable() else repr(short)[1:-1]


def place_in(text: str, folded: str, position: int) -> tuple[int, str]:
    """Where *position* of the *folded* text lies in *text*: the character, from 1, and the rest."""
    while folded[position : position + 1].isspace():
        position += 1
    start = next(
        (at for at in range(len(text)) if len(normalize("NFKC", text[: at + 1])) > position),
        len(text),
    )
    return start + 1, shown(folded[position:].strip())


def plain_number(sign: str, digits: str) -> Decimal:
    """The number of a matched *sign* and *digits* (thousands commas already checked)."""
    number = Decimal(digits.replace(",", ""))
    return number.copy_negate() if sign and sign in MINUS_SIGNS else number


def readings(folded: str, start: int = 0) -> Iterator[tuple[Decimal, int, bool]]:
    """The ways to read a number at *start*: the number, where it ends, whether 万 and so on count.

    ``3億円`` is 3 (of 億円) or 300,000,000 (of 円): the plain reading comes first.
    """
    plain = _PLAIN.match(folded, start)
    if plain is None:
        return
    yield plain_number(plain[1], plain[2]), plain.end(), False
    total, end, ceiling = Decimal(0), plain.start(2), None
    while (part := _PART.match(folded, end)) is not None:
        amount = _multiplied(plain_number("", part[1]), part[2])
        if ceiling is not None and amount >= ceiling:
            break
        total, end = EXACT.add(total, amount), part.end()
        if part[2] is None or "." in part[1]:
            break
        ceiling = _multiplied(Decimal(1), part[2])
    if end > plain.end():
        yield (total.copy_negate() if plain[1] and plain[1] in MINUS_SIGNS else total), end, True


def _multiplied(amount: Decimal, multiplier: str | None) -> Decimal:
    if multiplier is None:
        return amount
    places = sum(_ZEROS[character] for character in multiplier)
    return written_out(EXACT.scaleb(amount, places))


def written_out(number: Decimal) -> Decimal:
    """*number* with its digits written out: a whole number has no exponent and no ``.0``."""
    return EXACT.quantize(number, Decimal(1)) if number == number.to_integral_value() else number


def parse_number(text: str) -> Decimal:
    """The number printed as *text*, exactly, with the digits it was printed with.

    Full-width digits, △ ▲ − － for minus, thousands commas in their places,
    and 百 千 万 億 兆 as multipliers are read. Nothing is dropped or guessed.

    Raises:
        ParseError: anything else; the message names the place.

    >>> from planmodel.units import parse_number
    >>> parse_number("２，３２９"), parse_number("△3.2"), parse_number("17.5万")
    (Decimal('2329'), Decimal('-3.2'), Decimal('175000'))
    """
    folded = fold(text)
    number, end = None, 0
    for number, end, _ in readings(folded):
        if not folded[end:].strip():
            return number
    if number is None:
        raise unreadable(text, no_number(text, folded, 0))
    place, rest = place_in(text, folded, end)
    raise unreadable(
        text,
        say(
            "after the number, {rest} (character {place}) is left over",
            "数値の後（{place}文字目）に「{rest}」が残る",
            rest=rest,
            place=place,
        ),
    )


def no_number(text: str, folded: str, start: int) -> Text:
    """Why no number begins at *start* of the *folded* text."""
    place, rest = place_in(text, folded, start)
    if not rest:
        return say("there is no number", "数値がない")
    if rest[0] in "0123456789":
        return say(
            "the digits from character {place} ({rest}) are no number (commas every 3 digits)",
            "{place}文字目からの「{rest}」は数値でない（桁区切りは3桁ごと）",
            rest=rest,
            place=place,
        )
    return say(
        "no number begins at character {place} ({rest})",
        "{place}文字目からの「{rest}」は数値で始まっていない",
        rest=rest,
        place=place,
    )


def exact(value: Decimal | float | str) -> Decimal:
    """The number a literal means: a float by its shortest digits, so 95.1 is 95.1.

    Integers and decimals are taken as they are, strings are read by `parse_number`.

    Raises:
        ModelError: *value* is a truth value, not finite, of another type, or beyond 400 places.

    >>> from planmodel.units import exact
    >>> exact(95.1), exact("2,329"), exact(0)
    (Decimal('95.1'), Decimal('2329'), Decimal('0'))
    """
    number = _literal(value)
    if number is None or not number.is_finite():
        raise ModelError(
            Problem(
                say(
                    "{value} is not a number that a plan can hold",
                    "「{value}」は計画に使える数値でない",
                    value=shown(repr(value)),
                ),
                expected=say("a finite number", "有限の数値"),
            )
        )
    if number.adjusted() > _MAX_PLACES or int(number.as_tuple().exponent) < -_MAX_PLACES:
        raise ModelError(
            Problem(
                say(
                    "a number with more than {limit} places is no figure of a plan",
                    "{limit}桁を超える数値は計画の値として扱えない",
                    limit=_MAX_PLACES,
                )
            )
        )
    return number


def _literal(value: object) -> Decimal | None:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        # A float of another library (numpy) has its own repr.
        return Decimal(float.__repr__(value))
    if isinstance(value, str):
        try:
            return parse_number(value)
        except ParseError as error:
            raise ModelError(*error.problems) from error
    if isinstance(value, SupportsIndex):
        return Decimal(operator.index(value))
    return None


def format_number(number: Decimal) -> str:
    """*number* with all its digits and thousands commas: the reverse of `parse_number`."""
    return format(number, ",f")
