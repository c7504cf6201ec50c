"""The HTML page: one file that asks the network for nothing and needs no script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from planmodel.errors import missing_extra
from planmodel.evaluation.results import Evaluation
from planmodel.model.ids import Ref
from planmodel.model.organisations import Department
from planmodel.model.plan import Plan
from planmodel.reports.building import build_report
from planmodel.reports.marking import printable
from planmodel.reports.view import Report
from planmodel.text import say

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["page", "render_html"]

_LONGEST_FOOTER = 110


def _finalize(value: object) -> object:
    if type(value) is str:
        return printable(value)
    return value


def _css_string(text: str) -> str:
    """*text* as a CSS string in which every sign but letters and digits is a number."""
    from markupsafe import Markup

    plain = " ".join(printable(text).split())
    signs = (it if it.isascii() and it.isalnum() else f"\\{ord(it):x} " for it in plain)
    return Markup('"{}"').format(Markup("".join(signs)))  # noqa: S704 - nothing but ASCII letters, digits and \


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        raise missing_extra(say("the HTML report", "HTML形式の報告書"), "report") from error
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
        auto_reload=False,
        keep_trailing_newline=True,
    )
    environment.filters["css_string"] = _css_string
    return environment


def page(template: str, labels: dict[str, str], **values: Any) -> str:  # noqa: ANN401 - a template takes anything
    """The page that *template* makes of *values*.

    Raises:
        MissingExtraError: the extra ``report`` is not installed.
    """
    environment = _environment()
    made: str = environment.get_template(template).render(L=SimpleNamespace(**labels), **values)
    lines = (line.rstrip() for line in made.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def render_html(  # noqa: PLR0913 - the choices of a report
    plan: Plan[Any],
    evaluation: Evaluation | None = None,
    *,
    language: str | None = None,
    department: Department | Ref[Department] | str | None = None,
    made: dt.date | None = None,
    earlier: Iterable[Plan[Any]] = (),
    view: Report | None = None,
) -> str:
    """A report as one HTML page (see `build_report` for the arguments).

    The page loads nothing, runs nothing, prints on A4, and reads on a telephone.

    Raises:
        MissingExtraError: the extra ``report`` is not installed.
        UsageError: the language is unknown, or the evaluation is of another plan.
        UnknownIdError: the plan has no such department.
    """
    report = view or build_report(
        plan, evaluation, language=language, department=department, made=made, earlier=earlier
    )
    labels = dict(report.labels)
    return page(
        "report.html",
        labels,
        r=report,
        language=report.language,
        synthetic=report.synthetic,
        made_with=report.made_with,
        page_title=_title(report),
        footer=_footer(report),
        contents=_contents(report, labels),
        has_expected=any(it.expected for it in report.indicators),
    )


def _title(report: Report) -> str:
    parts = [report.title.text, report.department.text, report.subtitle, report.period]
    return " – ".join(it for it in parts if it)


def _footer(report: Report) -> str:
    parts = [report.title.text, report.department.text, report.period, report.rule]
    text = " ｜ ".join(it for it in parts if it)
    return text if len(text) <= _LONGEST_FOOTER else f"{text[:_LONGEST_FOOTER]}…"


def _contents(report: Report, labels: dict[str, str]) -> list[tuple[str, str]]:
    """The parts that this report has, in their order."""
    shown = {
        "summary": True,
        "indicators": True,
        "unjudged": report.evaluated and bool(report.indicators),
        "outlook": bool(report.outlook_headline),
        "details": bool(report.indicators),
        "outline": True,
        "departments": bool(report.departments),
        "opinions": bool(report.opinions),
        "open_places": bool(report.open_places),
        "gaps": bool(report.gaps) or not (report.open_places or report.department),
        "context": bool(report.figures),
        "lineage": bool(report.descent or report.lineage),
        "governance": bool(report.governance or report.roles or report.relations),
        "sources": bool(report.legal or report.documents or report.data),
    }
    return [(name, labels[name]) for name, is_shown in shown.items() if is_shown]
