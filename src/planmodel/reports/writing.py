"""`report`: a report written to a file, whole or not at all."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.evaluation.results import Evaluation
from planmodel.files import write_text
from planmodel.model.ids import Ref
from planmodel.model.organisations import Department
from planmodel.model.plan import Plan
from planmodel.text import say

__all__ = ["FORMATS", "report"]

FORMATS = ("html", "markdown")
"""The formats of reports."""


def report(  # noqa: PLR0913 - the choices of a report
    plan: Plan[Any],
    evaluation: Evaluation | None = None,
    *,
    to: str | os.PathLike[str],
    language: str | None = None,
    format: str = "html",  # noqa: A002 - the word everybody uses
    department: Department | Ref[Department] | str | None = None,
    made: dt.date | None = None,
    earlier: Iterable[Plan[Any]] = (),
) -> Path:
    """Write a report on *plan*, judged or not, to the file *to*, and return its path.

    Args:
        plan: the plan; where it was judged, the plan that was judged.
        evaluation: its judgement; without one the report tells the plan alone.
        to: the file; an existing one is replaced.
        language: ``ja`` or ``en``; by default the plan's own, English for any other.
        format: ``html`` (one file, no network; needs the extra ``report``) or ``markdown``.
        department: only what this department (or its id) answers for.
        made: the date to print; none by default, so that the same input gives the same bytes.
        earlier: earlier editions at hand, to tell what indicators took the place of.

    Raises:
        UsageError: the format or the language is unknown, or the evaluation is of another plan.
        UnknownIdError: the plan has no such department.
        MissingExtraError: the extra ``report`` is not installed.
        DocumentError: the file cannot be written; nothing was changed then.
    """
    if format == "html":
        from planmodel.reports.html import render_html as render
    elif format == "markdown":
        from planmodel.reports.markdown import render_markdown as render
    else:
        raise UsageError(
            Problem(
                say(
                    "there is no report format {format!r}",
                    "報告書の形式{format!r}はない",
                    format=format,
                ),
                where="format",
                expected=", ".join(FORMATS),
                hint=did_you_mean(format, FORMATS),
            )
        )
    text = render(
        plan, evaluation, language=language, department=department, made=made, earlier=earlier
    )
    return write_text(to, text)
