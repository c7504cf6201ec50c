"""``planmodel changes``: what differs between two plans, as a 新旧対照表."""

from __future__ import annotations

import argparse
import sys

from planmodel.cli.parsing import Adder
from planmodel.text import say

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say(
            "show what differs between two plans, or two editions of one",
            "二つの計画（または一つの計画の新旧）の違いを新旧対照表で示す",
        ),
        "  planmodel changes plan.json examples/hyogo_5th\n"
        "  planmodel changes plan.json examples/hyogo_5th -o changes.html --lang ja\n"
        "  planmodel changes plan.json examples/hyogo_5th --json",
    )
    for name, metavar, en, ja in (
        ("old", "OLD", "the plan before: a folder, a .py or .json file, a module", "変更前の計画"),
        ("new", "NEW", "the plan after, given in the same way", "変更後の計画"),
    ):
        to.option(
            name,
            metavar=metavar,
            en=en,
            ja=f"{ja}（フォルダ、.py か .json のファイル、モジュール）",
        )
    to.option(
        "--all",
        action="store_true",
        en="show translated wordings and places in the source document as well",
        ja="語句の訳と記載箇所の変更も表示する",
    )
    to.json()
    to.output(
        en="write to this .html, .md, .csv, .json or text file instead of the terminal",
        ja="画面の代わりにこのファイルへ書き出す（.html、.md、.csv、.json、テキスト）",
    )


def run(options: argparse.Namespace) -> int:
    """Compare the two plans and print or write the table."""
    from planmodel.cli.output import emit, emit_json
    from planmodel.dsl.comparing import changes
    from planmodel.exchange.loading import load

    found = changes(load(options.old), load(options.new))
    name = (options.output or "").lower()
    if options.json or name.endswith(".json"):
        emit_json(options, found.to_dict())
        return 0
    found = found if options.all else found.in_short()
    if name.endswith(".csv"):
        from planmodel.cli.changing import changes_csv

        emit(options, changes_csv(found, options.lang))
        # A sentence among the records would be read as one of them.
        sys.stderr.write("".join(f"{it}\n" for it in [found.omission(options.lang)] if it))
    elif name.endswith((".html", ".htm")):
        from planmodel.reports import render_changes_html

        emit(options, render_changes_html(found, language=options.lang))
    elif name.endswith((".md", ".markdown")):
        from planmodel.reports import render_changes_markdown

        emit(options, render_changes_markdown(found, language=options.lang))
    else:
        from planmodel.cli.changing import changes_text

        emit(options, changes_text(found, options.lang))
    return 0
