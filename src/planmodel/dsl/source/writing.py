"""`to_source`: one plan as one module."""

from __future__ import annotations

from typing import Any

from planmodel.dsl.source.book import Book
from planmodel.dsl.source.words import WordsFrom
from planmodel.model.plan import Plan

__all__ = ["to_source"]


def to_source(plan: Plan[Any], *, words: WordsFrom = "import") -> str:
    """*plan* as the text of a module that makes it and calls it ``plan``.

    A fork's classes are imported where they can be (and the plan read back is equal to this one),
    or written anew with ``words="write"`` or where the plan's words are data (then what is read
    back says the same in the same words: `planmodel.dsl.generalizing.generalize` gives equal
    plans). Methods and checks of a fork's classes are not written.

    The module is laid out in lines of 100 columns. It has to be imported, not just executed:
    classes that may stand under themselves look up their names in their module.

    Raises:
        ModelError: a value is of a class that no module makes, or a field of a word's own has a
            name that code cannot have.
    """
    book = Book(plan, lambda _kind, _name: "", words)
    page = book.page("")
    page.let("plan", book.plan_call({}))
    return page.code()
