"""The outlook in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from planmodel.reports.marking import cell, escape, link, table
from planmodel.reports.view import IndicatorView, OutlookView, Report

__all__ = ["outlook_line", "outlook_lines"]


def outlook_lines(r: Report) -> Iterator[str]:
    """The part on all indicators: a sentence, counts, a row each, and who has none."""
    L = r.labels  # noqa: N806 - the name that the templates use
    yield escape(r.outlook_headline)
    if r.arrivals:
        yield from ("", escape(L["outlook_note"]), "")
        counts = ((escape(it.label), str(it.count)) for it in r.arrivals)
        yield from table((L["at_this_pace"], L["indicators_count"]), counts, right=(1,))
        yield ""
        head = (
            L["indicator"],
            L["target"],
            L["band_year"],
            L["pace"],
            L["at_this_pace"],
            L["chance"],
        )
        yield from table(head, _rows(r))
    if r.no_outlook:
        yield from ("", f"### {L['no_outlook']}", "")
        for group in r.no_outlook:
            yield f"- {escape(group.reason)}: {'; '.join(link(it) for it in group.indicators)}"


def _rows(r: Report) -> Iterator[tuple[str, ...]]:
    for it in r.indicators:
        if it.outlook is not None and not it.outlook.reason:
            yield _row(r, it, it.outlook)


def _row(r: Report, it: IndicatorView, o: OutlookView) -> tuple[str, ...]:
    mark = f"{escape(it.number)} " if it.number else ""
    return (
        mark + cell(it.title),
        cell(it.target),
        cell(o.band),
        _paces(r, o),
        escape(o.arrival),
        escape(o.chance),
    )


def _paces(r: Report, o: OutlookView) -> str:
    so_far, needed = r.labels["pace_observed"], r.labels["pace_required"]
    return f"{so_far} {escape(o.observed)} / {needed} {escape(o.required)}"


def outlook_line(r: Report, o: OutlookView) -> str:
    """The outlook of one indicator, on one line."""
    L = r.labels  # noqa: N806 - the name that the templates use
    if o.reason:
        return f"**{L['outlook']}**: {L['no_outlook_short']} — {escape(o.reason)}"
    parts = (
        f"{escape(o.year)} {cell(o.band)}",
        f"{L['pace']}: {_paces(r, o)}",
        escape(o.arrival),
        f"{L['chance']}: {escape(o.chance)}",
    )
    return f"**{L['outlook']}**: {' — '.join(parts)}"
