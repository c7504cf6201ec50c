"""The grades of a scale from the best to the worst, each once, and as people read them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planmodel.evaluation.rules.steps import Band, Case
from planmodel.text import Language, Text

__all__ = ["best_first", "grade_text", "shown_grade"]

_LETTER = re.compile(r"(?P<letter>[A-FSa-fs])(?P<sign>[+-]?)")
_SIGNS = "+-"
_LONGEST_LETTERS = 3


def best_first(steps: Iterable[Band | Case]) -> tuple[Band | Case, ...]:
    """One step a grade: in the order of the file, but letters in their own (S, A, B+, B, C).

    The cases of a scale are asked in the order in which they apply, and that need not be the
    order of their worth: a town asks for B before it asks for A.
    """
    unique: dict[str, Band | Case] = {}
    for step in steps:
        unique.setdefault(step.label, step)
    places = {label: _place(label) for label in unique}
    if all(place is not None for place in places.values()):
        return tuple(unique[label] for label in sorted(unique, key=lambda it: places[it] or (0, 0)))
    return tuple(unique.values())


def _place(label: str) -> tuple[int, int] | None:
    found = _LETTER.fullmatch(label)
    if found is None:
        return None
    letter, sign = found["letter"].upper(), found["sign"]
    rank = 0 if letter == "S" else 1 + ord(letter) - ord("A")
    return rank, 1 if not sign else 2 * _SIGNS.index(sign)


def grade_text(label: str, title: Text | None) -> Text:
    """`shown_grade` in both languages."""
    return Text(shown_grade(label, title, "en"), shown_grade(label, title, "ja"))


def shown_grade(label: str, title: Text | None, language: Language) -> str:
    """A grade as people read it: its title where the label is a mere code, else both.

    >>> from planmodel.text import say
    >>> shown_grade("B+", say("mostly on course", "概ね順調"), "ja")
    'B+ 概ね順調'
    >>> shown_grade("on-pace", say("on the expected path", "想定どおり"), "ja")
    '想定どおり'
    """
    if title is None:
        return label
    words = title.in_language(language)
    is_code = label.isascii() and len(label) > _LONGEST_LETTERS and not label.isdigit()
    return words if is_code or words == label else f"{label} {words}"
