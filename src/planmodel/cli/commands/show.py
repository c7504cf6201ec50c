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
        "  planmodel show examples/hyogo_5th rehabilitation",
    )
    to.plan()
    to.option("id", nargs="?", metavar="ID", en="show only this thing", ja="これだけを表示する")
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
    from planmodel.cli.inputs import read_department, read_plan
    from planmodel.cli.output import emit, emit_json
    from planmodel.cli.showing import department_text, plan_data, plan_text, thing_data, thing_text

    plan = read_plan(options)
    if options.department:
        department = read_department(plan, options.department)
        if options.json:
            emit_json(options, thing_data(plan, department, options.lang))
        else:
            emit(options, department_text(plan, department, options.lang))
    elif options.id:
        thing = plan[options.id]
        if options.json:
            emit_json(options, thing_data(plan, thing, options.lang))
        else:
            emit(options, thing_text(plan, thing, options.lang))
    elif options.json:
        emit_json(options, plan_data(plan, options.lang))
    else:
        emit(options, plan_text(plan, options.lang))
    return 0
