"""The outline in Markdown: sections, and the measures under them."""

from __future__ import annotations

from collections.abc import Iterator

from planmodel.reports.marking import bullet, cell, escape, link, series
from planmodel.reports.view import MeasureRow, OutlineItem, Report

__all__ = ["measure_lines", "outline_item"]

_DEEPEST = 6


def outline_item(r: Report, it: OutlineItem) -> Iterator[str]:
    """A section with the measures right under it."""
    L = r.labels  # noqa: N806
    if it.opens:
        again = f" ({L['relisted']})" if it.relisted else ""
        new = f" **{L['is_new']}**" if it.is_new else ""
        yield from ("", f"{'#' * min(it.depth + 2, _DEEPEST)} {cell(it.heading)}{new}{again}", "")
        if it.prose:
            yield from (escape(it.prose.text), "")
        if it.indicators:
            yield from (f"{L['measured_by']}: {'; '.join(link(x) for x in it.indicators)}", "")
        if it.departments:
            yield from (f"{L['department']}: {series(map(link, it.departments), r.language)}", "")
        if it.partners:
            yield from (f"{L['partners']}: {series(map(cell, it.partners), r.language)}", "")
        if it.absent:
            yield from (f"*{cell(it.absent)}*", "")
    elif it.measures:
        yield ""
    for row in it.measures:
        yield from measure_lines(r, row)


def measure_lines(r: Report, row: MeasureRow, *, short: bool = False) -> Iterator[str]:
    """A measure with who answers for it; unless *short*, with everything else too."""
    L = r.labels  # noqa: N806
    mark = f"{escape(row.bullet)} " if row.bullet else ""
    new = f" **{L['is_new']}**" if row.is_new else ""
    again = f" ({L['relisted']})" if row.relisted else ""
    who = series(map(link, row.departments), r.language)
    if row.departments_absent:
        who = cell(row.departments_absent)
    line = f"{mark}{cell(row.title)}{new}{again}"
    yield bullet(line if short or not who else f"{line} — {who}")
    if short:
        return
    if row.prose:
        yield f"  {escape(row.prose.text)}"
    if row.partners:
        yield f"  - {L['partners']}: {series(map(cell, row.partners), r.language)}"
    if row.indicators:
        yield f"  - {L['measured_by']}: {'; '.join(link(x) for x in row.indicators)}"
    for done in row.done:
        yield f"  - {L['implementation']}: {cell(done, L)}"
