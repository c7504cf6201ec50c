"""Code laid out in lines of at most 100 columns, as common formatters leave it alone.

What fits stands on one line. What does not is taken apart at its outermost bracket, one item a
line with a comma behind each, which formatters take as the wish to keep it so.
That comma is missing in two places, where a formatter therefore decides by width alone:
around a single child in square brackets, and around a tuple of one.
There the layout makes sure that both ways of measuring agree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import field, frozen

from planmodel.dsl.source.strings import python_string

__all__ = ["LINE", "Atom", "Bracketed", "Call", "Expression", "Item", "Row", "laid", "text"]

LINE = 100
"""The longest line."""

_STEP = 4


def _most(code: str) -> int:
    """The columns that *code* may take: wide where Unicode does not clearly say narrow."""
    return len(code) if code.isascii() else sum(1 if _is_narrow(it) else 2 for it in code)


def _least(code: str) -> int:
    """The columns that *code* surely takes: none where signs may join to one."""
    if code.isascii():
        return len(code)
    return sum(1 if _is_narrow(it) else 2 if _is_wide(it) else 0 for it in code)


_LAST_SIMPLE = "\u058f"
_SIGNS = ("\u2010", "\u2e7f")
_PICTURES = ("\U0001f000", "\U0001ffff")


def _is_narrow(char: str) -> bool:
    return (
        (char <= _LAST_SIMPLE or _SIGNS[0] <= char <= _SIGNS[1])
        and unicodedata.east_asian_width(char) not in "WF"
        and unicodedata.category(char)[0] not in "MC"
    )


def _is_wide(char: str) -> bool:
    pictures = _PICTURES[0] <= char <= _PICTURES[1]
    joins = unicodedata.category(char)[0] == "M"
    return unicodedata.east_asian_width(char) in "WF" and not pictures and not joins


@frozen
class Atom:
    """Code that is never taken apart: a name, a number, a string."""

    flat: str
    breaks: bool = False


@frozen
class Item:
    """An item in brackets, with what stands before it: a keyword and ``=``, a key and a colon."""

    value: Expression
    before: str = ""

    @property
    def flat(self) -> str:
        """The item on one line."""
        return self.before + self.value.flat


def _items(value: Iterable[Item | Expression]) -> tuple[Item, ...]:
    return tuple(it if isinstance(it, Item) else Item(it) for it in value)


@frozen
class Call:
    """A call: ``head(item, name=item)``."""

    head: str
    items: tuple[Item, ...] = field(converter=_items, default=())

    @cached_property
    def flat(self) -> str:
        """The code on one line."""
        return f"{self.head}({', '.join(it.flat for it in self.items)})"

    @cached_property
    def breaks(self) -> bool:
        """Whether something in it never stands on one line."""
        return any(it.value.breaks for it in self.items)


_CLOSING = {"[": "]", "(": ")", "{": "}"}


@frozen
class Row:
    """A list, a tuple ``(`` or a dictionary ``{``."""

    items: tuple[Item, ...] = field(converter=_items)
    opening: str = "["

    @property
    def closing(self) -> str:
        """The bracket at the end."""
        return _CLOSING[self.opening]

    @property
    def is_tuple_of_one(self) -> bool:
        """Whether it needs a comma that is not a wish."""
        return self.opening == "(" and len(self.items) == 1

    @cached_property
    def flat(self) -> str:
        """The code on one line."""
        comma = "," if self.is_tuple_of_one else ""
        return f"{self.opening}{', '.join(it.flat for it in self.items)}{comma}{self.closing}"

    @cached_property
    def breaks(self) -> bool:
        """Whether something in it never stands on one line."""
        return any(it.value.breaks for it in self.items)


@frozen
class Bracketed:
    """What stands in square brackets behind something: ``head[child, child]``.

    Several children always stand on lines of their own.
    """

    head: Expression
    items: tuple[Item, ...] = field(converter=_items)

    @cached_property
    def flat(self) -> str:
        """The code on one line."""
        return f"{self.head.flat}[{', '.join(it.flat for it in self.items)}]"

    @cached_property
    def breaks(self) -> bool:
        """Whether something in it never stands on one line."""
        many = len(self.items) > 1
        return many or self.head.breaks or any(it.value.breaks for it in self.items)


Expression: TypeAlias = Atom | Call | Row | Bracketed


def text(words: str) -> Atom:
    """*words* as a string."""
    return Atom(python_string(words))


def laid(it: Expression, indent: int, before: int, after: int = 0, *, apart: bool = False) -> str:
    """*it* as code that begins behind *before* columns of a line indented by *indent*.

    ``after`` columns follow on its last line; ``apart`` takes it apart even where it would fit.
    """
    if not it.breaks and not apart and before + _most(it.flat) + after <= LINE:
        return it.flat
    match it:
        case Atom():
            return it.flat
        case Call():
            return f"{it.head}({_lines(it.items, indent)})" if it.items else it.flat
        case Row():
            inside = ""
            if it.is_tuple_of_one:
                surely = it.breaks or before + _least(it.flat) + after > LINE
                inside = _alone(it.items[0], indent, ",", surely=surely)
            elif it.items:
                inside = _lines(it.items, indent)
            return f"{it.opening}{inside}{it.closing}"
        case Bracketed():
            head = laid(it.head, indent, before, 1)
            if len(it.items) == 1:
                if _only_head_can_break(it, before, after):
                    head = laid(it.head, indent, before, 1, apart=True)
                return f"{head}[{_one_child(it, head, indent, before, after)}]"
            return f"{head}[{_lines(it.items, indent)}]"


def _lines(items: Sequence[Item], indent: int) -> str:
    inner = indent + _STEP
    lines = [f"{' ' * inner}{_item(it, inner, 1)},\n" for it in items]
    return f"\n{''.join(lines)}{' ' * indent}"


def _item(it: Item, indent: int, after: int, *, apart: bool = False) -> str:
    return it.before + laid(it.value, indent, indent + _most(it.before), after, apart=apart)


def _only_head_can_break(whole: Bracketed, before: int, after: int) -> bool:
    """Whether the line may be too long, and the only child is a name that cannot make sure."""
    only = whole.items[0].value
    solid = isinstance(only, Atom) or (isinstance(only, Call) and not only.items)
    return solid and before + _least(whole.flat) + after <= LINE


def _one_child(whole: Bracketed, head: str, indent: int, before: int, after: int) -> str:
    only = whole.items[0]
    # What follows a head taken apart begins behind the bracket on its last line.
    apart = "\n" in head
    most = indent + 2 if apart else before + _most(head) + 1
    least = indent + 2 if apart else before + _least(head) + 1
    if not only.value.breaks and most + _most(only.flat) + after < LINE:
        return only.flat
    surely = only.value.breaks or least + _least(only.flat) + after >= LINE
    return _alone(only, indent, "", surely=surely)


def _alone(it: Item, indent: int, comma: str, *, surely: bool) -> str:
    """The only item of brackets whose comma, if any, says nothing about lines."""
    inner = indent + _STEP
    inside = _item(it, inner, len(comma), apart=not surely)
    return f"\n{' ' * inner}{inside}{comma}\n{' ' * indent}"
