"""Methods side by side: as text for a terminal, as CSV, as data and as a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planmodel.cli.tables import columns, shortened
from planmodel.evaluation.methods import Cell, Comparison, Row
from planmodel.model.indicators import Indicator
from planmodel.text import Language, say

__all__ = ["as_csv", "as_data", "as_html", "as_markdown", "as_text"]

_TITLE_WIDTH = 26
_VERDICT_WIDTH = 14


def as_text(comparison: Comparison, language: Language, space: int | None = None) -> str:
    """Indicators down, methods across; below it where they disagree, and why."""
    rows = [
        (
            row.indicator.number,
            shortened(comparison.plan.title_of(row.indicator, language), _TITLE_WIDTH),
            *(_short(cell, language) for cell in row.cells),
        )
        for row in comparison
    ]
    word = say("indicator", "指標").in_language(language)
    head = ("", word, *(it.name for it in comparison.methods))
    lines = [
        *_head_lines(comparison, language),
        "",
        columns(rows, head, layout="kt", space=space),
        "",
    ]
    lines += [*_method_lines(comparison, language, space), ""]
    lines += _disagreement_lines(comparison, language)
    lines += _silence_lines(comparison, language)
    return "\n".join([*lines, *_silent_lines(comparison, language)])


def _head_lines(comparison: Comparison, language: Language) -> list[str]:
    known = comparison.known_by
    clock = (
        say("everything known", "判明しているすべての事実による")
        if known is None
        else say("as known on {day}", "{day}時点", day=known.isoformat())
    )
    line = say("{period}, {clock}", "{period}、{clock}", period=comparison.period, clock=clock)
    title = comparison.plan.title_of(comparison.plan, language)
    lines = [title, line.in_language(language)]
    if comparison.synthetic:
        mark = say("SYNTHETIC DATA: not observed", "合成データによる例示（実測値ではない）")
        lines.insert(0, mark.in_language(language))
    return lines


def _short(cell: Cell, language: Language) -> str:
    """The verdict in few letters: the printed label, or what it means where it is a word."""
    if cell.verdict is None:
        return "-"
    is_word = len(cell.verdict) > len("B+")
    words = cell.verdict if cell.title is None or not is_word else cell.title.in_language(language)
    return shortened(words, _VERDICT_WIDTH)


def _method_lines(comparison: Comparison, language: Language, space: int | None) -> list[str]:
    rows = [
        (it.name, it.title.in_language(language), it.looks_at.in_language(language))
        for it in comparison.methods
    ]
    head = (say("method", "手法"), say("by", "名称"), say("looks at", "何を見るか"))
    return [columns(rows, [it.in_language(language) for it in head], space=space)] if rows else []


def _name(comparison: Comparison, row: Row, language: Language) -> str:
    return f"{row.indicator.number} {comparison.plan.title_of(row.indicator, language)}".strip()


def _disagreement_lines(comparison: Comparison, language: Language) -> list[str]:
    compared = sum(row.agree is not None for row in comparison)
    apart = comparison.disagreements
    if not compared:
        none = say(
            "No indicator has verdicts of two methods.",
            "二つ以上の手法で評価できた指標はない。",
        )
        return [none.in_language(language)]
    count = say(
        "The methods disagree on {n} of {m} {m:indicator|indicators}.",
        "{m}件中{n}件の指標で、手法により評価が分かれた。",
        n=len(apart),
        m=compared,
    )
    lines = [count.in_language(language)]
    for row in apart:
        lines += ["", f"  {_name(comparison, row, language)}"]
        lines += [f"    {why.in_language(language)}" for why in row.because]
    return lines


def _silence_lines(comparison: Comparison, language: Language) -> list[str]:
    """Why methods say nothing where others do: every reason once."""
    if not comparison.silences:
        return []
    separator = "、" if language == "ja" else ", "
    lines = ["", say("No verdict, because", "評価しない手法とその理由").in_language(language) + ":"]
    told = None
    for it in comparison.silences:
        if it.reason != told:
            lines.append(f"  {it.reason.in_language(language)}")
            told = it.reason
        names = separator.join(method.name for method in it.methods)
        where = _together(comparison, it.indicators, language)
        lines.append(f"    {names} ({where})")
    return lines


def _together(comparison: Comparison, those: Iterable[Indicator], language: Language) -> str:
    """The numbers of indicators, one after the other; titles with commas where one has none."""
    chosen = tuple(those)
    names = [it.number or comparison.plan.title_of(it, language) for it in chosen]
    if all(it.number for it in chosen):
        return ("" if language == "ja" else " ").join(names)
    return ("、" if language == "ja" else ", ").join(names)


def _silent_lines(comparison: Comparison, language: Language) -> list[str]:
    """Indicators on which no method says anything, those with one reason on one line."""
    reasons: dict[str, list[Indicator]] = {}
    for row in comparison:
        first = next((it.reason for it in row.cells if it.reason is not None), None)
        if first is not None and all(it.verdict is None for it in row.cells):
            reasons.setdefault(first.in_language(language), []).append(row.indicator)
    if not reasons:
        return []
    head = say("No method can judge, because", "どの手法でも評価できない理由").in_language(language)
    told = ((why, _together(comparison, it, language)) for why, it in reasons.items())
    return ["", f"{head}:", *(f"  {names}: {why}" for why, names in told)]


def as_csv(comparison: Comparison, language: Language) -> str:
    """One line an indicator and method; a title that looks like a formula stays text."""
    from planmodel.exchange.csv_lines import csv_records

    return csv_records(comparison.records(language))


def as_data(comparison: Comparison, language: Language) -> dict[str, Any]:
    """The comparison as plain data."""
    return {
        "plan": comparison.plan.id,
        "period": str(comparison.period),
        "known_by": None if comparison.known_by is None else comparison.known_by.isoformat(),
        "synthetic": comparison.synthetic,
        "methods": [
            {
                "name": it.name,
                "kind": it.kind,
                "version": it.version,
                "title": it.title,
                "looks_at": it.looks_at,
            }
            for it in comparison.methods
        ],
        "rows": [
            {
                "indicator": row.indicator.id,
                "number": row.indicator.number,
                "title": comparison.plan.title_of(row.indicator, language),
                "agree": row.agree,
                "because": list(row.because),
                "cells": [_cell_data(cell) for cell in row.cells],
            }
            for row in comparison
        ],
    }


def _cell_data(cell: Cell) -> dict[str, Any]:
    return {
        "method": cell.method,
        "verdict": cell.verdict,
        "meaning": cell.title,
        "number_behind": cell.number,
        "number_behind_unit": cell.unit or None,
        "reason_code": None if cell.reason is None else cell.reason.code,
        "reason": None if cell.reason is None else cell.reason.reason,
    }


def as_html(comparison: Comparison, language: Language) -> str:
    """The comparison as a page.

    Raises:
        MissingExtraError: the extra ``report`` is not installed.
    """
    from planmodel.reports import render_methods

    return render_methods(comparison, language)


def as_markdown(comparison: Comparison, language: Language) -> str:
    """The comparison as Markdown."""
    from planmodel.reports import render_methods_markdown

    return render_methods_markdown(comparison, language)
