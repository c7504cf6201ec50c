"""Words said to people: one sentence in English and in Japanese, its facts kept apart."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, Protocol, TypeAlias, cast, runtime_checkable

from attrs import frozen

__all__ = ["Language", "Localized", "Text", "in_language", "say"]

Language: TypeAlias = Literal["en", "ja"]


@runtime_checkable
class Localized(Protocol):
    """Anything that can put itself into the words of a language."""

    def in_language(self, language: Language) -> str:
        """The words for *language*."""
        ...


@frozen(repr=False)
class Text:
    """A sentence in two languages, formatted only when somebody reads it.

    ``en`` and ``ja`` are `str.format` templates over the same ``facts``.
    A fact that is itself `Localized` (a period, another sentence) is put into the same language.
    """

    en: str
    ja: str
    facts: tuple[tuple[str, object], ...] = ()

    def in_language(self, language: Language) -> str:
        """The sentence in *language*."""
        template = self.ja if language == "ja" else self.en
        if not self.facts:
            return template
        return template.format(**{name: in_language(fact, language) for name, fact in self.facts})

    def __str__(self) -> str:
        return self.in_language("en")

    def __repr__(self) -> str:
        return f"Text({str(self)!r})"


def say(en: str, ja: str, /, **facts: object) -> Text:
    """A `Text` from its two templates and the facts both of them name.

    >>> from planmodel.text import say
    >>> note = say("{n} of {m} were judged", "{m}件中{n}件を評価した", n=1, m=15)
    >>> str(note), note.in_language("ja")
    ('1 of 15 were judged', '15件中1件を評価した')
    """
    if not facts:
        # Templates without facts are never formatted, so a literal brace needs no doubling.
        return Text(en, ja)
    return Text(en, ja, tuple(facts.items()))


def in_language(thing: object, language: Language) -> str:
    """*thing* as words of *language*; a number keeps its exact digits."""
    if isinstance(thing, str):
        return thing
    if isinstance(thing, Localized):
        return thing.in_language(language)
    if isinstance(thing, Decimal):
        return format(thing, "f")
    if isinstance(thing, (list, tuple)):
        separator = "、" if language == "ja" else ", "
        parts = cast("Iterable[object]", thing)
        return separator.join(in_language(part, language) for part in parts)
    return str(thing)
