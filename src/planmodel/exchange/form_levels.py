"""The levels of a form: the plan's words from the top down."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from planmodel.exchange.form_tables import Complaints, Row, choose, folded
from planmodel.exchange.form_words import LEVEL_FORMS
from planmodel.model.words import Level, LevelForm
from planmodel.text import say

__all__ = ["MAX_LEVELS", "Levels", "ranked", "read_levels"]

MAX_LEVELS = 12
"""The most levels below the plan."""


@frozen
class Levels:
    """The plan's own level, and those below it from the top down."""

    plan: Level
    below: tuple[Level, ...]

    @property
    def all(self) -> tuple[Level, ...]:
        """The levels as a plan declares them."""
        return (self.plan, *self.below)

    @property
    def rank_of(self) -> dict[str, int]:
        """The place of each word in the order of levels, from 0."""
        return {folded(it.word): rank for rank, it in enumerate(self.below)}


def ranked(words: Sequence[tuple[str, LevelForm, str]]) -> tuple[Level, ...]:
    """Levels of *words* (with form and numbering, the plan first): under each any lower one."""
    names = [word for word, _, _ in words]
    return tuple(
        Level(word, form, numbering, () if form == "measure" else tuple(names[at + 1 :]))
        for at, (word, form, numbering) in enumerate(words)
    )


def read_levels(sheet: str, rows: Sequence[Row], told: Complaints) -> Levels:
    """The levels in *rows*, in their order."""
    words: list[tuple[str, LevelForm, str]] = []
    seen: dict[str, str] = {}
    for row in rows:
        word = row["word"]
        if not word:
            told.add(row.place("word"), say("the word is missing", "語が空欄である"))
            continue
        if folded(word) in seen:
            what = say("the word {word} stands twice", "語「{word}」が二度書かれている", word=word)
            told.add(row.place("word"), what)
            continue
        seen[folded(word)] = word
        form = choose(row, "form", LEVEL_FORMS, told, needed=True)
        is_first = not words
        if form and (form == "plan") != is_first:
            told.add(
                row.place("form"),
                say("the plan itself comes first, and once", "計画そのものは先頭に一度だけ書く"),
            )
        kind: LevelForm = "measure" if form == "measure" else "section"
        words.append((word, "plan" if is_first else kind, row["numbering"]))
    if not words:
        told.add(sheet, say("no level is named", "階層が一つも書かれていない"))
        words.append(("計画", "plan", ""))
    if len(words) > MAX_LEVELS + 1:
        what = say(
            "there are {n} levels; a form holds {most}",
            "階層が{n}ある。この様式では{most}まで",
            n=len(words) - 1,
            most=MAX_LEVELS,
        )
        told.add(sheet, what)
        words = words[: MAX_LEVELS + 1]
    first = words[0]
    levels = ranked([(first[0], "plan", ""), *words[1:]])
    return Levels(levels[0], levels[1:])
