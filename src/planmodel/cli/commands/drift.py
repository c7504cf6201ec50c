"""``planmodel drift``: what changed in the plan that a plan was made from."""

from __future__ import annotations

import argparse

from planmodel.cli.parsing import Adder
from planmodel.text import say

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say(
            "see what changed in the plan that this one was made from, and take it over",
            "もとにした計画の変更を調べ、取り入れる",
        ),
        "  planmodel new tottori_2nd --from examples/hyogo_5th --code 310000 --issuer "
        + to.words("Tottori", "鳥取県")
        + "\n"
        "  planmodel drift tottori_2nd\n"
        "  planmodel drift tottori_2nd --upstream examples/hyogo_5th --accept-all",
    )
    to.plan()
    to.option(
        "--upstream",
        metavar="PLAN",
        en="the plan it was made from, as it is now (default: the shipped plan of that id)",
        ja="もとにした計画の現在の版（省略時: 同梱されている計画）",
    )
    to.option(
        "--accept",
        metavar="ID",
        action="append",
        default=[],
        nargs="+",
        en="take these changes over: an id, or id.field",
        ja="この変更を取り入れる（識別子 または 識別子.項目）",
    )
    to.option(
        "--accept-all",
        action="store_true",
        en="take over everything proposed that was not changed here as well",
        ja="提案のうち、こちらでも変えたものを除くすべてを取り入れる",
    )
    to.option(
        "--reject",
        metavar="ID",
        action="append",
        default=[],
        nargs="+",
        en="leave these changes; they come back only when they change again",
        ja="この変更を見送る（もとの計画で再び変わるまで提案しない）",
    )
    to.option("--because", metavar="TEXT", default="", en="the reason, for the record",
              ja="記録に残す理由")  # fmt: skip
    to.option(
        "--field-rule",
        metavar="FILE",
        en="which fields follow the other plan (TOML; default: the shipped rule)",
        ja="どの項目がもとの計画に従うか（TOML。省略時: 付属の規則）",
    )
    to.json()
    to.output()


_OTHERS = (".html", ".htm", ".md", ".markdown", ".csv", ".xlsx", ".docx", ".pdf")


def _is_json(path: str) -> bool:
    """Whether the file at *path* shall be JSON, by its ending.

    Raises:
        UsageError: its ending means a format that this command does not write.
    """
    name = path.lower()
    if name.endswith(_OTHERS):
        from planmodel.errors import Problem, UsageError

        what = say("drift is not written in this format", "driftはこの形式では書き出せない")
        hint = say(
            "a table of old and new is written by: planmodel changes OLD NEW -o FILE",
            "新旧対照表は planmodel changes 旧 新 -o ファイル で書き出せる",
        )
        expected = say(".json or a text file", ".json またはテキストファイル")
        raise UsageError(Problem(what, f"--output {path}", expected, hint))
    return name.endswith(".json")


def run(options: argparse.Namespace) -> int:
    """List the changes, or record and apply what was decided about them."""
    from planmodel.cli import drifting
    from planmodel.cli.output import emit, emit_json

    as_json = options.json or _is_json(options.output or "")
    link = drifting.open_link(options.plan, options.upstream, options.field_rule)
    accept = [word for row in options.accept for word in row]
    reject = [word for row in options.reject for word in row]
    if not (accept or reject or options.accept_all):
        if as_json:
            emit_json(options, link.found.to_dict())
        else:
            emit(options, drifting.as_text(link.found, options.lang))
        return 0
    done = drifting.settle(
        link, accept, reject, because=options.because, accept_all=options.accept_all
    )
    if as_json:
        emit_json(options, drifting.done_data(done))
    else:
        emit(options, drifting.done_text(link, done, options.lang))
    return 0
