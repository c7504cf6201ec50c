"""The table of old and new for a terminal: long cells go on in the next line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planmodel.cli.tables import columns
from planmodel.cli.wording import wrapped
from planmodel.dsl.comparing import ChangeRow, Changes
from planmodel.text import Language, Text, in_language, say

__all__ = ["changes_csv", "changes_text"]

_WIDTHS = (8, 10, 26, 14, 30, 30)
_HEAD = (
    say("change", "区分"),
    say("kind", "種類"),
    say("title", "名称"),
    say("field", "項目"),
)


def changes_text(changes: Changes, language: Language) -> str:
    """Both plans, a row a field, and how many changes there are."""
    head = [
        f"{side}: {plan.title_of(plan, language)}{f' ({plan.version})' if plan.version else ''}"
        for side, plan in zip(changes.sides(language), (changes.old, changes.new), strict=True)
    ]
    omission = changes.omission(language)
    if not changes and omission:
        return "\n".join([*head, "", omission])
    if not changes:
        same = say("The two plans say the same.", "二つの計画に違いはない。")
        return "\n".join([*head, "", same.in_language(language)])
    lines = [line for cells in _rows(changes, language) for line in _folded(cells)]
    names = [*(it.in_language(language) for it in _HEAD), *changes.sides(language)]
    total = _total(len(changes)).in_language(language)
    return "\n".join([*head, "", columns(lines, names), "", total, *filter(None, [omission])])


def changes_csv(changes: Changes, language: Language) -> str:
    """One line a field; a title that looks like a formula stays text."""
    import attrs

    from planmodel.exchange.csv_lines import csv_records

    return csv_records([attrs.asdict(row) for row in changes.rows(language)])


def _total(count: int) -> Text:
    if count == 1:
        return say("1 change", "変更は1件")
    return say("{n} changes", "変更は{n}件", n=count)


def _rows(changes: Changes, language: Language) -> Iterator[tuple[str, ...]]:
    """One row a field; what a thing's first row says is not said again."""
    before: tuple[str, str] | None = None
    for row in changes.rows(language):
        first: tuple[str, ...] = ("", "", "")
        if (row.id, row.change) != before:
            first = (row.change, row.what, _name(row))
        before = (row.id, row.change)
        yield (*first, row.field, in_language(row.old, language), in_language(row.new, language))


def _name(row: ChangeRow) -> str:
    return f"{row.number} {row.title}".strip()


def _folded(cells: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The lines that a row takes where its cells are long."""
    folded = [
        [line for part in cell.split("\n") for line in wrapped(part, most) or [""]]
        for cell, most in zip(cells, _WIDTHS, strict=True)
    ]
    for at in range(max(len(lines) for lines in folded)):
        yield tuple(lines[at] if at < len(lines) else "" for lines in folded)
