"""What changes between two plans are called, and how their values stand in a table."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias, cast

from planmodel.dsl.wording import shown
from planmodel.model.ids import Entity, Ref
from planmodel.model.plan import Plan
from planmodel.text import Language, Text, say

__all__ = [
    "CHANGE_WORDS",
    "ChangeKind",
    "change_word",
    "entry_lines",
    "has_entries",
    "has_two_issuers",
    "omission",
    "sides",
]

ChangeKind: TypeAlias = Literal["added", "removed", "changed", "moved", "reordered"]
"""What happened to a thing; one that was both moved and changed is ``moved`` and has fields."""

CHANGE_WORDS: Final[dict[ChangeKind, Text]] = {
    "added": say("added", "追加"),
    "removed": say("removed", "削除"),
    "changed": say("changed", "変更"),
    "moved": say("moved", "移動"),
    "reordered": say("order changed", "順序変更"),
}
"""What happened, in words."""

_APART: Final[dict[ChangeKind, Text]] = {
    "added": say("only in {new}", "{new}のみ"),
    "removed": say("only in {old}", "{old}のみ"),
    "changed": say("differs", "相違"),
    "moved": say("stands elsewhere", "位置の相違"),
    "reordered": say("other order", "順序の相違"),
}
"""The same of the plans of two issuers, neither of which comes after the other."""


def has_two_issuers(old: Plan[Any], new: Plan[Any]) -> bool:
    """Whether these are plans of two issuers, not editions of one plan."""
    issuers = (old.issuer, new.issuer)
    one, other = (None if it is None else it.code or it.name for it in issuers)
    return None not in (one, other) and one != other


def change_word(kind: ChangeKind, old: Plan[Any], new: Plan[Any]) -> Text:
    """What happened; between the plans of two issuers, who alone has it."""
    if not has_two_issuers(old, new):
        return CHANGE_WORDS[kind]
    text = _APART[kind]
    return Text(text.en, text.ja, (("old", _issuer(old)), ("new", _issuer(new))))


def sides(old: Plan[Any], new: Plan[Any]) -> tuple[Text, Text]:
    """What the columns of a table are called: before and after, or the two issuers."""
    if has_two_issuers(old, new):
        return _issuer(old), _issuer(new)
    return say("before", "変更前"), say("after", "変更後")


def _issuer(plan: Plan[Any]) -> Text:
    name = "" if plan.issuer is None else plan.issuer.name
    return say("{en}", "{ja}", en=plan.phrase(name, "en"), ja=plan.phrase(name, "ja"))


def omission(count: int) -> Text:
    """That *count* changes are not shown in a table, and where they are."""
    return say(
        "Not shown: {n} {n:change|changes} of translated wordings and of places in the source "
        "document (--all shows them; --json and -o c.json have them all).",
        "語句の訳と記載箇所の変更{n}件は省略した"
        "（--all で表示。--json と -o c.json にはすべて含まれる）。",
        n=count,
    )


def has_entries(value: object) -> bool:
    """Whether *value* lists several things, of which each says more than a name."""
    if not isinstance(value, (tuple, list)):
        return False
    row = cast("tuple[object, ...]", value)
    return len(row) > 1 and any(not isinstance(it, (str, Ref, Entity)) for it in row)


def entry_lines(value: object, plan: Plan[Any], language: Language, name: str) -> str:
    """*value* of the field *name* in words, an entry a line where `has_entries`."""
    if not has_entries(value):
        return shown(value, plan, language, name)
    entries = cast("tuple[object, ...]", value)
    return "\n".join(shown(it, plan, language, name) for it in entries)
