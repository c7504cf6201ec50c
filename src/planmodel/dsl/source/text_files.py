"""Descriptions and translations as the TOML files that are read back by `planmodel.dsl.texts`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from planmodel.dsl.source.strings import toml_key, toml_string
from planmodel.model.facts import Prose, Translation
from planmodel.model.ids import Citation, id_problem

__all__ = ["is_language", "offer_lines", "prose_file", "translation_file"]

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def is_language(tag: str) -> bool:
    """Whether *tag* is a language tag, and so may name a file."""
    return _LANGUAGE.fullmatch(tag) is not None


def _kept(*texts: str) -> bool:
    """Whether a file gives back *texts* as they are: it takes spaces at the ends away."""
    return all(it == it.strip() and it and not re.search("[\ud800-\udfff]", it) for it in texts)


def _keyed(keys: Sequence[str]) -> bool:
    return len(set(keys)) == len(keys) and all(id_problem(it) is None for it in keys)


def _place(source: Citation) -> str:
    parts = {"place": source.place, "document": source.document, "url": source.url}
    return "".join(f", {name} = {toml_string(it)}" for name, it in parts.items() if it)


def prose_file(texts: Iterable[Prose], head: str, offer: Sequence[str] = ()) -> str | None:
    """*texts* as a file, or nothing where a file cannot hold them exactly as they are.

    The lines of *offer* (see `offer_lines`) stand below them.
    """
    given = tuple(texts)
    words = [it.text for it in given]
    for it in given:
        if it.source is not None:
            words += [it.source.place, *filter(None, (it.source.document, it.source.url))]
    if not _keyed([it.of for it in given]) or not _kept(*words):
        return None
    lines = [f"# {head}", "", "[prose]"]
    for it in given:
        value = toml_string(it.text)
        if it.source is not None:
            value = f"{{ text = {value}{_place(it.source)} }}"
        lines.append(f"{toml_key(it.of)} = {value}")
    return "\n".join([*lines, *offer]) + "\n"


def offer_lines(pairs: Iterable[tuple[str, str]], head: str) -> list[str]:
    """Descriptions of another plan by id, commented out under *head*; none where there are none."""
    lines = [f"# {toml_key(key)} = {toml_string(words)}" for key, words in pairs if _kept(words)]
    if not lines:
        return []
    plain = ("".join(it if it.isprintable() else " " for it in one) for one in head.split("\n"))
    return [*(f"# {one}" for one in plain), *lines]


def translation_file(translation: Translation, head: str, offer: Sequence[str] = ()) -> str | None:
    """*translation* as a file, or nothing where a file cannot hold it exactly as it is.

    The lines of *offer* (see `offer_lines`) stand below the descriptions.
    """
    tables = {
        "titles": translation.titles,
        "prose": translation.prose,
        "phrases": translation.phrases,
    }
    for name, pairs in tables.items():
        keys = [key for key, _ in pairs]
        fit = len(set(keys)) == len(keys) if name == "phrases" else _keyed(keys)
        surrogates = any(re.search("[\ud800-\udfff]", key) for key in keys)
        if not fit or surrogates or not _kept(*(words for _, words in pairs)):
            return None
    if not is_language(translation.language):
        return None
    lines = [f"# {head}", "", f"language = {toml_string(translation.language)}"]
    for name, pairs in tables.items():
        lines += ["", f"[{name}]"]
        lines += [f"{toml_key(key)} = {toml_string(words)}" for key, words in pairs]
        lines += offer if name == "prose" else ()
    return "\n".join(lines) + "\n"
