"""``planmodel check``: what is wrong or doubtful in a plan."""

from __future__ import annotations

import argparse

from planmodel.cli.parsing import Adder
from planmodel.text import Language, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planmodel.checks.finding import Finding

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say("find what is wrong or doubtful in a plan", "計画の誤りや疑わしい点を見つける"),
        "  planmodel check examples/hyogo_5th\n"
        "  planmodel check plan.json --fail-on error --ignore PM203\n"
        "  planmodel check examples/hyogo_5th --select PM305 --json",
    )
    to.plan()
    to.observations()
    to.option(
        "--select",
        metavar="CODE",
        action="append",
        default=[],
        en="only these rules (or switch an opt-in rule on); repeatable",
        ja="この規則だけを使う（任意の規則を有効にする）。複数指定可",
    )
    to.option(
        "--ignore",
        metavar="CODE",
        action="append",
        default=[],
        en="leave these rules out; repeatable",
        ja="この規則を除く。複数指定可",
    )
    to.option(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="warning",
        en="exit with 1 from this severity on (default: warning)",
        ja="この重さ以上の指摘で終了コードを1にする（省略時: warning）",
    )
    to.json()
    to.output()


def run(options: argparse.Namespace) -> int:
    """Check the plan: 1 where a finding is at least as grave as ``--fail-on``, else 0."""
    from planmodel.checks.finding import SEVERITIES, summary
    from planmodel.checks.run import check
    from planmodel.cli.inputs import read_observations, read_plan
    from planmodel.cli.output import emit, emit_json

    plan = read_plan(options)
    findings = check(
        plan,
        read_observations(options),
        select=options.select or None,
        ignore=options.ignore or None,
    )
    counts = summary(findings)
    if options.json:
        emit_json(
            options,
            {"plan": plan.id, "counts": counts, "findings": [it.to_dict() for it in findings]},
        )
    else:
        lines = [_line(it, options.lang) for it in findings]
        total = say(
            "{error} {error:error|errors}, {warning} {warning:warning|warnings}, "
            "{info} {info:info|infos}",
            "誤り{error}件、警告{warning}件、情報{info}件",
            **counts,
        )
        emit(options, "\n".join([*lines, total.in_language(options.lang)]))
    if options.fail_on == "never":
        return 0
    grave = SEVERITIES[: SEVERITIES.index(options.fail_on) + 1]
    return 1 if any(counts[it] for it in grave) else 0


def _line(finding: Finding, language: Language) -> str:
    """The finding, with its file named from the folder one stands in."""
    line = finding.in_language(language)
    file = finding.place.file
    if not file:
        return line
    from pathlib import Path

    here, there = Path.cwd(), Path(file).resolve()
    return (
        line.replace(file, str(there.relative_to(here)), 1) if there.is_relative_to(here) else line
    )
