"""The classes of a vocabulary as code."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Iterator

from planmodel.dsl.source.enums import write_enum
from planmodel.dsl.source.layout import Atom, Bracketed, Call, Expression, Item, laid, text
from planmodel.dsl.source.naming import is_name
from planmodel.dsl.source.pages import Page
from planmodel.dsl.source.public import PUBLIC
from planmodel.dsl.source.values import Writer
from planmodel.dsl.source.words import NEEDED, Key, Vocabulary, Word
from planmodel.errors import ModelError, Problem
from planmodel.model.outline import Relisted
from planmodel.text import say

__all__ = ["write_words"]

_TYPE_WORD = re.compile(r"[\w\[\]., |]+")
_LONGEST_UNION = 80
_MODULES = {
    "Decimal": "decimal",
    "date": "datetime",
    "Any": "typing",
    "Literal": "typing",
    "Optional": "typing",
    "Union": "typing",
}


def write_words(found: Vocabulary, writer: Writer) -> None:
    """Put the classes that have to be written on the vocabulary's page, children first.

    Raises:
        ModelError: an own field has a name that code cannot have.
    """
    _refuse_names(found.written.values())
    for it, name in found.enums.items():
        write_enum(it, name, writer)
    done: set[Key] = set()

    def visit(key: Key, above: frozenset[Key]) -> None:
        word = found.written.get(key)
        if word is None or key in done or key in above:
            return
        inner = above | {key}
        for other in found.written.values():
            if other.name == word.base and isinstance(key, type):
                visit(other.key, inner)
        for child in word.children:
            visit(child, inner)
        done.add(key)
        _write_word(word, found, writer, done)

    for key in reversed(list(found.written)):
        visit(key, frozenset())


def _refuse_names(words: Iterable[Word]) -> None:
    problems = [
        Problem(
            say(
                "{name!r} cannot be the name of a field", "「{name}」は項目名にならない", name=name
            ),
            where=word.word,
            expected=say("a name that code can have", "コードで使える名前"),
        )
        for word in words
        for name, _, _ in word.own
        if not is_name(name) or name.startswith("_")
    ]
    if problems:
        raise ModelError(*problems)


def _write_word(word: Word, found: Vocabulary, writer: Writer, done: set[Key]) -> None:
    page = found.page
    base: Expression = Atom(_base(word, found, writer))
    if word.base in ("Section", "Plan") and (word.children or word.takes_relisted):
        base = Bracketed(base, [Atom(_union(word, found, writer, done))])
    items = [Item(base)]
    if word.word != word.name:
        items.append(Item(text(word.word), "word="))
    if word.numbering is not None:
        items.append(Item(text(word.numbering), "numbering="))
    head = Call(f"class {word.name}", items)
    if not word.own:
        page.body.append(f"{laid(head, 0, 0, 5)}: ...")
        return
    page.use("attrs", "frozen")
    lines = [f"@frozen\n{laid(head, 0, 0, 1)}:"]
    for name, types, default in word.own:
        annotation = _annotation(types, page, found)
        items = list(_default(default, writer))
        made = Call(page.use("attrs", "field"), [*items, Item(Atom("True"), "kw_only=")])
        target = f"    {name}: {annotation} = "
        lines.append(target + laid(made, 4, len(target.encode("utf-8"))))
    page.body.append("\n".join(lines))


def _default(default: object, writer: Writer) -> Iterator[Item]:
    # What can be changed is made for each thing anew, not once for all of them.
    made = next((it for it in ("dict", "list", "set") if type(default).__name__ == it), "")
    if made and not default:
        yield Item(Atom(made), "factory=")
    elif default is not NEEDED:
        yield Item(writer.value(default), "factory=lambda: " if made else "default=")


def _base(word: Word, found: Vocabulary, writer: Writer) -> str:
    if isinstance(word.key, type) and any(
        it.name == word.base and it.key in word.key.__mro__[1:] for it in found.written.values()
    ):
        return word.base
    return writer.known(PUBLIC[word.base])


def _union(word: Word, found: Vocabulary, writer: Writer, done: set[Key]) -> str:
    names: list[str] = []
    early = False
    for key in word.children:
        if key in found.written:
            names.append(found.written[key].name)
            early = early or key not in done or key == word.key
        elif key in found.ready:
            names.append(writer.known(found.ready[key]))
    if word.takes_relisted:
        names.append(writer.known(Relisted))
    union = " | ".join(dict.fromkeys(names))
    # A name that comes later, or a line that a formatter would take apart, stands in quotes.
    if early or len(union.encode("utf-8")) > _LONGEST_UNION:
        return f'"{union}"'
    return union


def _annotation(types: str, page: Page, found: Vocabulary) -> str:
    """*types* as an annotation; names that nobody here knows stand for any object."""
    try:
        tree = ast.parse(types, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "object"
    if not _TYPE_WORD.fullmatch(types) or ast.unparse(tree) != types:
        return "object"
    for name in sorted({it.id for it in ast.walk(tree) if isinstance(it, ast.Name)}):
        if found.shadowed(name):
            continue
        if name in _MODULES:
            page.use(_MODULES[name], name)
        elif name in PUBLIC:
            page.use("planmodel", name)
        elif not hasattr(builtins, name):
            page.use("typing", "TypeAlias")
            alias = f"{name}: TypeAlias = object"
            if alias not in page.body:
                page.body.append(alias)
    return types
