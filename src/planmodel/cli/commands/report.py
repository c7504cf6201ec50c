"""``planmodel report``: a report for the council."""

from __future__ import annotations

import argparse

from planmodel.cli.parsing import Adder
from planmodel.text import say

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say("write a report for the council", "審議会などに出せる報告書を書き出す"),
        "  planmodel report examples/hyogo_5th --period FY2020 -o report.html\n"
        "  planmodel report examples/hyogo_5th --period FY2020 -o report.md --lang ja",
    )
    to.plan()
    to.clocks()
    to.observations()
    to.option(
        "--format",
        choices=("html", "markdown"),
        default=None,
        en="html or markdown (default: by the file's name, .html or .md)",
        ja="html か markdown（省略時はファイル名の .html か .md による）",
    )
    to.option(
        "--department",
        metavar="NAME",
        en="only what this department (id or name) answers for",
        ja="この部署（識別子または名称）の担当分だけ",
    )
    to.option(
        "--earlier",
        metavar="PLAN",
        action="append",
        default=[],
        en="an earlier edition, to tell what indicators took the place of (repeatable)",
        ja="置き換えられた指標を示すための前の計画（複数指定可）",
    )
    to.output(required=True)


def run(options: argparse.Namespace) -> int:
    """Judge the year and write the report."""
    import datetime as dt

    from planmodel.cli.inputs import (
        read_date,
        read_department,
        read_observations,
        read_period,
        read_plan,
    )
    from planmodel.cli.noticing import notice
    from planmodel.cli.output import emit, written
    from planmodel.evaluation.assess import DEFAULT_RULE, evaluate
    from planmodel.exchange.loading import load
    from planmodel.reports import render_html, render_markdown, report

    format = options.format or _format_of(options.output)  # noqa: A001 - the word everybody uses
    plan, facts = read_plan(options), read_observations(options)
    period, known_by = read_period(options), read_date(options)
    evaluation = evaluate(
        plan,
        facts,
        period=period,
        known_by=known_by,
        rules=options.rules or DEFAULT_RULE,
    )
    notice(options, plan, facts, period, known_by, judged=evaluation, notes=evaluation.notes)
    department = read_department(plan, options.department) if options.department else None
    earlier = [load(it) for it in options.earlier]
    made = dt.date.today()  # noqa: DTZ011 - the day on the officer's own desk
    if options.output == "-":
        render = render_html if format == "html" else render_markdown
        page = render(
            plan,
            evaluation,
            language=options.lang,
            department=department,
            made=made,
            earlier=earlier,
        )
        emit(options, page, verbatim=True)
        return 0
    path = report(
        plan,
        evaluation,
        to=options.output,
        language=options.lang,
        format=format,
        department=department,
        made=made,
        earlier=earlier,
    )
    written(options, str(path))
    return 0


_ENDINGS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}


def _format_of(path: str) -> str:
    """The format that the ending of *path* stands for.

    Raises:
        UsageError: it stands for none.
    """
    for ending, name in _ENDINGS.items():
        if path.lower().endswith(ending):
            return name
    from planmodel.errors import Problem, UsageError

    raise UsageError(
        Problem(
            say(
                "the name of the file does not tell the format of the report",
                "ファイル名から報告書の形式が分からない",
            ),
            where=path,
            expected=", ".join(_ENDINGS),
            hint=say("or say --format html", "または --format html と指定する"),
        )
    )
