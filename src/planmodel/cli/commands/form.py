"""``planmodel form``: the Excel form from which a plan can be made."""

from __future__ import annotations

import argparse

from planmodel.cli.parsing import Adder
from planmodel.text import say

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say(
            "write the Excel form for a plan, empty or filled",
            "計画を書き込むExcel様式を、空または記入済みで書き出す",
        ),
        "  planmodel form -o plan.xlsx --lang ja\n"
        "  planmodel form -o three_levels.xlsx --levels "
        + to.words("Issue,Field,Measure", "重点課題,施策,取組")
        + "\n"
        "  planmodel form -o hyogo.xlsx --plan examples/hyogo_5th",
    )
    to.option(
        "--levels",
        metavar="WORDS",
        en="the words of the levels, from the top down, with commas; the last is the measure",
        ja="階層の呼び名を上から順にコンマ区切りで（最後が取組）",
    )
    to.option(
        "--plan",
        metavar="PLAN",
        en="fill the form with this plan",
        ja="この計画の内容を記入する",
    )
    to.output(required=True)


def run(options: argparse.Namespace) -> int:
    """Write the form; a file that is there already is left as it is."""
    from planmodel.cli.inputs import read_levels
    from planmodel.cli.output import to_a_path, written
    from planmodel.exchange.excel_form import write_form
    from planmodel.exchange.loading import load

    path = write_form(
        to_a_path(options),
        language=options.lang,
        levels=None if options.levels is None else read_levels(options.levels),
        plan=None if options.plan is None else load(options.plan),
    )
    written(options, str(path))
    return 0
