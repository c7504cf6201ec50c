"""Words by id and language, looked up."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from planmodel.model.facts import Prose, Translation

__all__ = ["TextIndex", "build_texts"]


@define
class TextIndex:
    """Titles, prose and phrases of one plan by language."""

    titles: dict[tuple[str, str], str] = field(factory=dict[tuple[str, str], str])
    proses: dict[tuple[str | None, str], str] = field(factory=dict[tuple[str | None, str], str])
    phrases: dict[tuple[str, str], str] = field(factory=dict[tuple[str, str], str])

    def title(self, key: str, language: str) -> str:
        """The translated title, or an empty string."""
        return self.titles.get((language, key), "")

    def prose(self, key: str, language: str | None) -> str:
        """The description (``None``: in the plan's own language), or an empty string."""
        return self.proses.get((language, key), "")

    def phrase(self, words: str, language: str) -> str:
        """The translated phrase, or the words themselves."""
        return self.phrases.get((language, words), words)


def build_texts(prose: Iterable[Prose], translations: Iterable[Translation]) -> TextIndex:
    """An index over a plan's *prose* and *translations*."""
    index = TextIndex()
    for text in prose:
        index.proses.setdefault((None, text.of), text.text)
    for translation in translations:
        language = translation.language
        index.titles.update({(language, key): words for key, words in translation.titles})
        index.proses.update({(language, key): words for key, words in translation.prose})
        index.phrases.update({(language, key): words for key, words in translation.phrases})
    return index
