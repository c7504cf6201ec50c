"""Reports for people: one view model of a judged plan, rendered as HTML and as Markdown.

`build_report` puts everything into the words of one language; the renderers only lay it out.
The same plan, evaluation, language and date give the same bytes, on any machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planmodel.reports.building import build_report as build_report
    from planmodel.reports.changes import render_changes_html as render_changes_html
    from planmodel.reports.changes import render_changes_markdown as render_changes_markdown
    from planmodel.reports.covering import render_coverage as render_coverage
    from planmodel.reports.covering import render_coverage_markdown as render_coverage_markdown
    from planmodel.reports.html import render_html as render_html
    from planmodel.reports.markdown import render_markdown as render_markdown
    from planmodel.reports.methods import render_methods as render_methods
    from planmodel.reports.methods_markdown import (
        render_methods_markdown as render_methods_markdown,
    )
    from planmodel.reports.view import Report as Report
    from planmodel.reports.writing import report as report

_PUBLIC = {
    "Report": "view",
    "build_report": "building",
    "render_changes_html": "changes",
    "render_changes_markdown": "changes",
    "render_coverage": "covering",
    "render_coverage_markdown": "covering",
    "render_html": "html",
    "render_markdown": "markdown",
    "render_methods": "methods",
    "render_methods_markdown": "methods_markdown",
    "report": "writing",
}


def __getattr__(name: str) -> object:
    module = _PUBLIC.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_PUBLIC})
