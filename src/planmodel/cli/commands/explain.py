"""``planmodel explain``: what a check, a measure or a grading rule means."""

from __future__ import annotations

import argparse

from planmodel.cli.parsing import Adder
from planmodel.text import Language, say

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say(
            "explain a check, a measure, a grading rule or a published method",
            "点検の規則・指標の計算・評価ルール・公表手法を説明する",
        ),
        "  planmodel explain PM201\n  planmodel explain pace_ratio\n  planmodel explain ibaraki\n"
        "  planmodel explain eustat",
    )
    to.option(
        "name",
        nargs="?",
        metavar="NAME",
        en="a code or name (without one: everything that can be explained)",
        ja="番号または名前（省略時は説明できるものの一覧）",
    )
    to.json()
    to.output()


def run(options: argparse.Namespace) -> int:
    """Explain one name, or list what can be explained."""
    from planmodel.cli import explaining
    from planmodel.cli.output import emit, emit_json
    from planmodel.cli.tables import columns, room

    # What machines read is the same under every locale.
    language: Language = (options.asked_lang or "en") if options.json else options.lang
    if options.name is None:
        known = explaining.everything(language)
        if options.json:
            emit_json(options, known)
        else:
            emit(options, columns(known.items(), space=room(options)))
        return 0
    text = explaining.explained(options.name, language)
    if options.json:
        emit_json(options, {"name": options.name, "text": text})
    else:
        emit(options, text)
    return 0
