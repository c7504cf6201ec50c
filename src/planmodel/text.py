"""Words said to people: one sentence in English and in Japanese, its facts kept apart."""

from __future__ import annotations

from abc import ABCMeta, abstractmethod

# Type checkers take this name as true. Importing typing would cost the command line more than all
# of its own sentences, so `Localized` is a protocol for checkers and asks the same at run time.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal, Protocol, Self, TypeAlias, runtime_checkable

    Language: TypeAlias = Literal["en", "ja"]

    @runtime_checkable
    class Localized(Protocol):
        """Anything that can put itself into the words of a language."""

        def in_language(self, language: Language) -> str:
            """The words for *language*."""
            ...

else:
    Language = str
    """A language in which the library speaks: ``en`` or ``ja``."""

    class Localized(metaclass=ABCMeta):
        """Anything that can put itself into the words of a language."""

        @abstractmethod
        def in_language(self, language: Language) -> str:
            """The words for *language*."""
            raise NotImplementedError

        @classmethod
        def __subclasshook__(cls, other: type) -> bool:
            return any("in_language" in vars(base) for base in other.__mro__)


__all__ = [
    "Language",
    "Localized",
    "Text",
    "filled",
    "form_of",
    "in_language",
    "one_or_many",
    "say",
    "true_minus",
]


class Text:
    """A sentence in two languages, formatted only when somebody reads it.

    ``en`` and ``ja`` are `str.format` templates over the same ``facts``.
    A fact that is itself `Localized` (a period, another sentence) is put into the same language.
    A place with two words chooses between them by its number: ``{n:was|were}`` (`one_or_many`).
    """

    # Written by hand: the command line needs sentences before it may spend the time to load attrs.
    __slots__ = ("en", "facts", "ja")
    __match_args__ = ("en", "ja", "facts")

    en: str
    ja: str
    facts: tuple[tuple[str, object], ...]

    def __init__(self, en: str, ja: str, facts: tuple[tuple[str, object], ...] = ()) -> None:
        object.__setattr__(self, "en", en)
        object.__setattr__(self, "ja", ja)
        object.__setattr__(self, "facts", facts)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Text is frozen; {name!r} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a Text is frozen; {name!r} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Text):
            return NotImplemented
        return (self.en, self.ja, self.facts) == (other.en, other.ja, other.facts)

    def __hash__(self) -> int:
        return hash((self.en, self.ja, self.facts))

    def __reduce__(self) -> tuple[type[Text], tuple[object, ...]]:
        return Text, (self.en, self.ja, self.facts)

    def in_language(self, language: Language) -> str:
        """The sentence in *language*."""
        template = self.ja if language == "ja" else self.en
        if not self.facts:
            return template
        return template.format(**{name: _Said(fact, language) for name, fact in self.facts})

    def __str__(self) -> str:
        return self.in_language("en")

    def __repr__(self) -> str:
        return f"Text({str(self)!r})"


def true_minus(printed: str) -> str:
    """A *printed* number with a minus instead of a hyphen.

    >>> from planmodel.text import true_minus
    >>> true_minus("-12.1%")
    '−12.1%'
    """
    return printed.replace("-", "−")


def say(en: str, ja: str, /, **facts: object) -> Text:
    """A `Text` from its two templates and the facts both of them name.

    >>> from planmodel.text import say
    >>> note = say("{n} of {m} were judged", "{m}件中{n}件を評価した", n=1, m=15)
    >>> str(note), note.in_language("ja")
    ('1 of 15 were judged', '15件中1件を評価した')

    >>> str(say("{n} {n:plan|plans} {n:was|were} read", "{n}件の計画を読んだ", n=1))
    '1 plan was read'
    """
    if not facts:
        # Templates without facts are never formatted, so a literal brace needs no doubling.
        return Text(en, ja)
    return Text(en, ja, tuple(facts.items()))


def filled(template: Text, /, **facts: object) -> Text:
    """*template* with the *facts* that its places name."""
    return Text(template.en, template.ja, tuple(facts.items()))


def in_language(thing: object, language: Language) -> str:
    """*thing* as words of *language*; a number keeps its exact digits."""
    if isinstance(thing, str):
        return thing
    if isinstance(thing, Localized):
        return thing.in_language(language)
    from decimal import Decimal

    if isinstance(thing, Decimal):
        return format(thing, "f")
    if isinstance(thing, (list, tuple)):
        separator = "、" if language == "ja" else ", "
        from typing import cast

        parts = cast("Iterable[object]", thing)
        return separator.join(in_language(part, language) for part in parts)
    return str(thing)


def one_or_many(number: object, one: str, many: str) -> str:
    """*one* where *number* is printed as 1 or -1, else *many*; a list counts its entries.

    >>> from decimal import Decimal
    >>> [one_or_many(n, "point", "points") for n in (0, 1, -1, Decimal("1.0"), "+1", ["a"])]
    ['points', 'point', 'point', 'points', 'point', 'point']
    """
    if isinstance(number, (list, tuple)):
        from typing import cast

        number = len(cast("list[object]", number))
    return one if str(number).lstrip("+-−") == "1" else many


def form_of(words: str, number: object = None) -> str:
    """The form of ``one|many`` for *number*; without a number, many are meant.

    >>> form_of("municipality|municipalities", 1), form_of("town|towns"), form_of("a | b")
    ('municipality', 'towns', 'a | b')
    """
    one, bar, many = words.partition("|")
    is_pair = bar and one.rstrip() == one != "" and many.lstrip() == many != "" and "|" not in many
    if not is_pair:
        return words
    return many if number is None else one_or_many(number, one, many)


class _Said(str):
    """A fact put into words, which still knows its number."""

    __slots__ = ("fact",)

    fact: object

    def __new__(cls, fact: object, language: Language) -> Self:
        said = super().__new__(cls, in_language(fact, language))
        said.fact = fact
        return said

    def __format__(self, spec: str) -> str:
        one, between, many = spec.partition("|")
        return one_or_many(self.fact, one, many) if between else super().__format__(spec)
