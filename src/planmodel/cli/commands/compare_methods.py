"""``planmodel compare-methods``: the same year judged by several methods, side by side."""

from __future__ import annotations

import argparse

from planmodel.cli.parsing import Adder
from planmodel.text import say

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say(
            "judge a year by several methods, and say where they disagree",
            "同じ年度を複数の手法で評価し、結果の違いとその理由を示す",
        ),
        "  planmodel compare-methods examples/hyogo_5th --synthetic --period FY2020\n"
        "  planmodel compare-methods examples/hyogo_5th --synthetic --period R2"
        " --methods on-pace,ibaraki,eustat\n"
        "  planmodel compare-methods examples/hyogo_5th --synthetic --period FY2020"
        " -o methods.html\n"
        "  planmodel compare-methods examples/hyogo_5th --synthetic --period FY2020"
        " -o methods.csv",
    )
    to.plan()
    to.clocks(rules=False)
    to.observations()
    to.option(
        "--methods",
        metavar="NAMES",
        en="rules, rule files and profiles, with commas between them (default: every shipped one)",
        ja="評価ルール・ルールファイル・公表手法をコンマ区切りで（省略時: 同梱のすべて）",
    )
    to.json()
    to.output(
        en="write to this .html, .md, .csv, .json or text file instead of the terminal",
        ja="画面の代わりにこのファイルへ書き出す（.html、.md、.csv、.json、テキスト）",
    )


def run(options: argparse.Namespace) -> int:
    """Judge the year by each method and print or write the comparison."""
    from planmodel.cli import comparing
    from planmodel.cli.inputs import read_date, read_observations, read_period, read_plan
    from planmodel.cli.noticing import notice
    from planmodel.cli.output import data_language, emit, emit_json
    from planmodel.cli.tables import room
    from planmodel.errors import Problem, UsageError
    from planmodel.evaluation.methods import DEFAULT_METHODS, compare_methods

    methods = DEFAULT_METHODS
    if options.methods is not None:
        methods = tuple(it.strip() for it in options.methods.split(",") if it.strip())
        if not methods:
            what = say("no method is named", "手法が一つも指定されていない")
            raise UsageError(Problem(what, "--methods", ", ".join(DEFAULT_METHODS)))
    plan, facts = read_plan(options), read_observations(options)
    period, known_by = read_period(options), read_date(options)
    comparison = compare_methods(
        plan,
        facts,
        period=period,
        known_by=known_by,
        methods=methods,
    )
    judged = (it.assessment for it in comparison)
    told = notice(options, plan, facts, period, known_by, judged=judged)
    name = (options.output or "").lower()
    if options.json or name.endswith(".json"):
        data = comparing.as_data(comparison, data_language(options, plan))
        emit_json(options, data | told.to_dict())
    elif name.endswith(".csv"):
        emit(options, comparing.as_csv(comparison, options.lang))
    elif name.endswith((".html", ".htm")):
        emit(options, comparing.as_html(comparison, options.lang))
    elif name.endswith((".md", ".markdown")):
        emit(options, comparing.as_markdown(comparison, options.lang))
    else:
        emit(options, comparing.as_text(comparison, options.lang, room(options)))
    return 0
