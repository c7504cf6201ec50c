"""``planmodel export``: a plan in another format."""

from __future__ import annotations

import argparse
import sys

from planmodel.cli.parsing import Adder
from planmodel.text import say

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say("write a plan in another format", "計画を別の形式で書き出す"),
        "  planmodel export examples/hyogo_5th --format json -o hyogo.json\n"
        "  planmodel export examples/hyogo_5th --format csv -o tables/\n"
        "  planmodel export examples/hyogo_5th --format mermaid",
    )
    to.plan()
    to.option(
        "--format",
        required=True,
        metavar="FORMAT",
        en="json, csv, mermaid, or one that another package adds",
        ja="json、csv、mermaid、または他のパッケージが加えた形式",
    )
    to.output()


def run(options: argparse.Namespace) -> int:
    """Write the plan in the format."""
    from planmodel.cli.inputs import read_plan
    from planmodel.cli.output import written
    from planmodel.exchange import export

    plan = read_plan(options)
    to = None if options.output == "-" else options.output
    made = export(plan, options.format, to)
    if to is None:
        sys.stdout.write(str(made))
    else:
        written(options, to)
    return 0
