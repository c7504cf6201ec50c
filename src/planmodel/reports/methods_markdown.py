"""Methods side by side as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planmodel.evaluation.compared import Comparison
from planmodel.reports.marking import cell, escape, table
from planmodel.reports.methods import build_methods
from planmodel.reports.methods_view import ComparedRow, MethodsView, MethodView, VerdictView

__all__ = ["render_methods_markdown"]


def render_methods_markdown(comparison: Comparison, language: str | None = None) -> str:
    """The comparison of methods as Markdown.

    Raises:
        UsageError: reports are not written in that language.
    """
    return "\n".join(_markdown(build_methods(comparison, language=language))) + "\n"


def _markdown(v: MethodsView) -> Iterator[str]:
    L = v.labels  # noqa: N806 - the name that the templates use
    if v.synthetic:
        yield from (f"> **{L['synthetic']}** — {escape(L['synthetic_banner'])}", "")
    yield from (f"# {L['methods_title']}", "", f"**{cell(v.title)} — {escape(v.period)}**", "")
    yield from (f"- **{escape(it.label)}**: {cell(it.value)}" for it in v.facts)
    yield from ("", escape(v.headline), "", escape(L["signs_note"]), "")
    head = [L["indicator"], L["agreement"], *(escape(it.title) for it in v.methods)]
    rows = (
        [
            f"{escape(row.number)} {cell(row.title)}".strip(),
            f"**{row.agreement}**" if row.state == "apart" else row.agreement,
            *(escape(row.reason) or _markdown_cell(it) for it in row.cells[:1]),
            *("" if row.reason else _markdown_cell(it) for it in row.cells[1:]),
        ]
        for row in v.rows
    )
    yield from table(head, rows)
    apart = [row for row in v.rows if row.state == "apart"]
    if apart:
        yield from ("", f"## {L['why_apart']}")
        for row in apart:
            yield from _markdown_reasons(row)
    if v.silences:
        yield from ("", f"## {L['silences']}", "", escape(L["silences_note"]), "")
        for it in v.silences:
            where = L["every_indicator"] if it.everywhere else "; ".join(it.indicators)
            yield f"- **{it.letter}** {escape(it.reason)} — {escape('; '.join(it.methods))} "
            yield f"  ({escape(where)})"
    yield from ("", f"## {L['about_methods']}", "")
    yield from table(
        [L["method"], L["looks_at"], L["verdicts"], L["version"], L["source"]],
        ([escape(text) for text in _about(it)] for it in v.methods),
    )
    if v.synthetic:
        yield from ("", f"**{escape(L['synthetic_short'])}**")


def _about(it: MethodView) -> Iterable[str]:
    return it.title, it.looks_at, " > ".join(it.grades), it.version, it.source


def _markdown_cell(it: VerdictView) -> str:
    if not it.words:
        return f"— {it.note}".strip()
    number = f" ({escape(it.number)})" if it.number else ""
    return f"{it.sign} {escape(it.words)}{number}".strip()


def _markdown_reasons(row: ComparedRow) -> Iterator[str]:
    yield from ("", f"### {escape(row.number)} {cell(row.title)}".replace("###  ", "### "), "")
    figures = "; ".join(f"{escape(name)}: {cell(words)}" for name, words in row.figures)
    if figures:
        yield from (figures, "")
    yield from (f"- {escape(it)}" for it in row.because)
