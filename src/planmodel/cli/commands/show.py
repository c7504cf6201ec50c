"""``planmodel show``: a plan, or one thing in it."""

from __future__ import annotations

import argparse

from planmodel.cli.parsing import Adder
from planmodel.text import say

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say("show a plan, or one thing in it", "計画、またはその中の一つを表示する"),
        "  planmodel show examples/hyogo_5th\n"
        "  planmodel show examples/hyogo_5th --department 産業労働部\n"
        "  planmodel show examples/hyogo_5th rehabilitation\n"
        "  planmodel show examples/hyogo_5th ⑩",
    )
    to.plan()
    to.option(
        "id",
        nargs="?",
        metavar="ID",
        en="show only this thing (id, printed number or title)",
        ja="これだけを表示する（識別子、印刷された番号、名称）",
    )
    to.option(
        "--department",
        metavar="NAME",
        en="only what this department (id or name) answers for",
        ja="この部署（識別子または名称）の担当分だけ",
    )
    to.json()
    to.output()


def run(options: argparse.Namespace) -> int:
    """Show the plan, one department's part of it, or one thing."""
    from planmodel.cli.inputs import read_department, read_plan, read_thing
    from planmodel.cli.output import data_language, emit, emit_json
    from planmodel.cli.showing import department_text, plan_data, plan_text, thing_data, thing_text
    from planmodel.cli.tables import room

    plan = read_plan(options)
    if options.department:
        department = read_department(plan, options.department)
        if options.json:
            emit_json(options, thing_data(plan, department, data_language(options, plan)))
        else:
            emit(options, department_text(plan, department, options.lang, room(options)))
    elif options.id:
        thing = read_thing(plan, options.id)
        if options.json:
            emit_json(options, thing_data(plan, thing, data_language(options, plan)))
        else:
            emit(options, thing_text(plan, thing, options.lang, room(options)))
    elif options.json:
        emit_json(options, plan_data(plan, data_language(options, plan)))
    else:
        emit(options, plan_text(plan, options.lang, room(options)))
    return 0
