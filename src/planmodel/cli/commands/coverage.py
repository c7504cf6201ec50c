"""``planmodel coverage``: which topics of an axis a plan covers, and with what."""

from __future__ import annotations

import argparse

from planmodel.cli.parsing import Adder
from planmodel.text import say

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say(
            "show what of a plan is tagged with which topic of an axis",
            "分類軸の各項目に、計画のどの取組・部署・指標が当たるかを示す",
        ),
        "  planmodel coverage examples/hyogo_5th --axis national-2017\n"
        "  planmodel coverage examples/hyogo_5th --axis national-2017 -o coverage.html\n"
        "  planmodel coverage examples/hyogo_5th --axis national-2017 -o coverage.csv --lang ja",
    )
    to.plan()
    to.option(
        "--axis",
        metavar="AXIS",
        required=True,
        en="an axis of the plan, or one that planmodel ships (national-2017)",
        ja="計画の分類軸、または同梱の分類軸（national-2017: 国の7つの重点課題）",
    )
    to.json()
    to.output(
        en="write to this .html, .md, .csv, .json or text file instead of the terminal",
        ja="画面の代わりにこのファイルへ書き出す（.html、.md、.csv、.json、テキスト）",
    )


def run(options: argparse.Namespace) -> int:
    """Gather what the plan holds for each topic, and print or write it."""
    from planmodel.cli import covering
    from planmodel.cli.inputs import read_plan
    from planmodel.cli.output import data_language, emit, emit_json
    from planmodel.cli.tables import room
    from planmodel.reports.coverage import coverage

    found = coverage(read_plan(options), options.axis)
    name = (options.output or "").lower()
    if options.json or name.endswith(".json"):
        emit_json(options, covering.as_data(found, data_language(options, found.plan)))
    elif name.endswith(".csv"):
        emit(options, covering.as_csv(found, options.lang))
    elif name.endswith((".html", ".htm")):
        from planmodel.reports import render_coverage

        emit(options, render_coverage(found, options.lang))
    elif name.endswith((".md", ".markdown")):
        from planmodel.reports import render_coverage_markdown

        emit(options, render_coverage_markdown(found, options.lang))
    else:
        emit(options, covering.as_text(found, options.lang, room(options)))
    return 0
