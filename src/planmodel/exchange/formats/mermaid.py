"""The outline as a Mermaid flowchart.

Every label stands in quotes with its markup characters as entity codes, so no title can end a
label, open a comment or give a directive.
"""

from __future__ import annotations

import re
from typing import Any

from planmodel.errors import Problem, UsageError
from planmodel.model.outline import Node, Relisted
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["render"]

_DIRECTIONS = ("LR", "TB", "RL", "BT")
_LONGEST = 120
_BREAKS = re.compile(r"\s+")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MARKUP = re.compile(r"""["'#<>&%`\\{}\[\]|;*_~^$@!]""")


def label(text: str) -> str:
    """*text* as a quoted Mermaid label: one line, at most 120 characters, markup as codes."""
    plain = _UNSEEN.sub("", _BREAKS.sub(" ", text)).strip()
    short = plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
    return '"' + _MARKUP.sub(lambda sign: f"#{ord(sign[0])};", short) + '"'


def render(plan: Plan[Any], *, direction: str = "LR", measures: bool = True) -> str:
    """The outline of *plan* from the top down; a re-listing is a dotted line.

    Without *measures* only the sections are drawn.

    Raises:
        UsageError: Mermaid has no such *direction*.
    """
    if direction not in _DIRECTIONS:
        raise UsageError(
            Problem(
                say("{it!r} is no direction", "{it!r}という向きはない", it=direction),
                where="direction",
                expected=", ".join(_DIRECTIONS),
            )
        )
    names = {plan.id: "n0"}
    lines = [f"flowchart {direction}", f"  n0[{label(plan.title)}]"]
    again: list[tuple[str, str]] = []
    stack = [("n0", child) for child in reversed(plan.sections)]
    while stack:
        above, node = stack.pop()
        if node.form == "measure" and not measures:
            continue
        name = names.setdefault(node.id, f"n{len(names)}")
        lines += (f"  {name}[{label(node.heading)}]", f"  {above} --> {name}")
        stack += ((name, it) for it in reversed(node.children) if isinstance(it, Node))
        again += ((name, it.id) for it in node.children if isinstance(it, Relisted))
    lines += (f"  {above} -.-> {names[other]}" for above, other in again if other in names)
    return "\n".join(lines) + "\n"
