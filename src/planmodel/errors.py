"""What can go wrong, said so that a person can mend it.

Every error of the library is a `PlanmodelError`.
It carries one or more `Problem` records (what happened, where, what was expected, what to do),
so that a reader of documents can report everything that is wrong at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from planmodel.text import Language, Text, in_language, say

__all__ = [
    "DocumentError",
    "MissingExtraError",
    "ModelError",
    "NotComparableError",
    "ParseError",
    "PlanmodelError",
    "Problem",
    "UnitError",
    "UnknownIdError",
    "UsageError",
    "did_you_mean",
    "missing_extra",
    "need_text",
]


_PLACE_WORDS = re.compile(r"(?:^|, )(?:(line|row) (\d+)\b|column (?=\w))")


def _in_japanese(where: str) -> str:
    """*where* with the few words that places hold (line 3, row 3, column value) in Japanese."""

    def word(found: re.Match[str]) -> str:
        comma = "、" if found[0].startswith(",") else ""
        return f"{comma}{found[2]}行目" if found[1] else f"{comma}列 "

    return _PLACE_WORDS.sub(word, where)


@frozen
class Problem:
    """One thing that is wrong: what happened, where, what was expected, what to do.

    ``where`` is a file and line, a JSON path, a CSV row or the name of an argument.
    """

    what: Text | str
    where: str = ""
    expected: Text | str = ""
    hint: Text | str = ""

    def in_language(self, language: Language) -> str:
        """The problem as one line of *language*."""
        what = in_language(self.what, language)
        where = _in_japanese(self.where) if language == "ja" else self.where
        line = f"{where}: {what}" if where else what
        if self.expected:
            label = "期待: " if language == "ja" else "expected "
            opening, closing = ("（", "）") if language == "ja" else (" (", ")")
            line += f"{opening}{label}{in_language(self.expected, language)}{closing}"
        if self.hint:
            separator = "。" if language == "ja" else ". "
            line = f"{line.rstrip('。.')}{separator}{in_language(self.hint, language)}"
        return line

    def __str__(self) -> str:
        return self.in_language("en")

    def at(self, where: str) -> Problem:
        """The same problem inside *where*, which goes in front of the place it already has."""
        return Problem(self.what, f"{where}{self.where}".rstrip("."), self.expected, self.hint)


class PlanmodelError(Exception):
    """The base of every error of the library.

    ``problems`` holds all of them; ``str()`` is one line a problem, in English.
    """

    def __init__(self, *problems: Problem | Text | str) -> None:
        self.problems: tuple[Problem, ...] = tuple(
            problem if isinstance(problem, Problem) else Problem(problem) for problem in problems
        )
        super().__init__(*self.problems)

    def in_language(self, language: Language) -> str:
        """All problems, one a line, in *language*."""
        return "\n".join(problem.in_language(language) for problem in self.problems)

    def __str__(self) -> str:
        return self.in_language("en")


class ModelError(PlanmodelError, ValueError):
    """An object of the model was given something it cannot be made of."""


class ParseError(PlanmodelError, ValueError):
    """A printed period, quantity or number cannot be read."""


class NotComparableError(PlanmodelError, TypeError):
    """Two values were compared or combined that have no common measure."""


class UnitError(PlanmodelError, ValueError):
    """A unit is unknown, or two units do not go together."""


class UnknownIdError(PlanmodelError, KeyError):
    """An id names nothing in the plan."""


class DocumentError(PlanmodelError, ValueError):
    """A document (JSON, CSV, workbook, rule file) cannot be read as what it should be."""


class UsageError(PlanmodelError, ValueError):
    """A function or a command was called in a way that has no meaning."""


class MissingExtraError(PlanmodelError, ImportError):
    """A feature needs a package that is not installed."""


def missing_extra(feature: Text | str, extra: str) -> MissingExtraError:
    """The error for a *feature* whose *extra* is not installed, with the line that installs it."""
    return MissingExtraError(
        Problem(
            say(
                "{feature} needs the extra {extra!r}, which is not installed",
                "{feature}には追加機能「{extra}」が必要だが、入っていない",
                feature=feature,
                extra=extra,
            ),
            hint=say(
                "install it with: pip install 'planmodel[{extra}]'",
                "次で導入する: pip install 'planmodel[{extra}]'",
                extra=extra,
            ),
        )
    )


def need_text(value: object, where: str, example: str) -> None:
    """Refuse a *value* of the argument *where* that is no text; *example* shows what is meant.

    Raises:
        UsageError: it is none.
    """
    if not isinstance(value, str):
        what = say("{it!r} is no text", "{it!r}は文字列ではない", it=value)
        hint = say("write it in quotes", "引用符で囲む")
        raise UsageError(Problem(what, where, f"str: {example!r}", hint))


def did_you_mean(word: str, known: Iterable[str]) -> Text | str:
    """A hint that names the nearest of the *known* words, or an empty string.

    Upper and lower case are one; *word* itself is never what was meant.
    """
    from difflib import get_close_matches  # only who errs waits for it

    folded = {it.casefold(): it for it in known if it != word}
    near = get_close_matches(str(word).casefold(), folded, n=1)
    if not near:
        return ""
    return say("did you mean {near}?", "「{near}」のことか", near=folded[near[0]])
