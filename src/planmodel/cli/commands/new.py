"""``planmodel new``: a package for a plan of one's own."""

from __future__ import annotations

import argparse

from planmodel.cli.parsing import Adder
from planmodel.text import say

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say("start a plan of your own, as a package", "自分の計画をパッケージとして始める"),
        to.words(
            "  planmodel new tottori_2nd --from hyogo_5th --issuer Tottori --code 310000\n"
            "  planmodel new tottori --from hyogo_5th --only rehabilitation --issuer Tottori\n"
            "  planmodel new our_plan --blank --levels Issue,Field,Measure --issuer Tottori\n",
            "  planmodel new tottori_2nd --from hyogo_5th --issuer 鳥取県 --code 310000\n"
            "  planmodel new tottori --from hyogo_5th --only rehabilitation --issuer 鳥取県\n"
            "  planmodel new our_plan --blank --levels 重点課題,施策,取組 --issuer 鳥取県\n",
        )
        + "  planmodel form -o plan.xlsx --plan examples/hyogo_5th\n"
        "  planmodel new from_table --from-excel plan.xlsx",
    )
    to.option(
        "name",
        metavar="NAME",
        en="name of the package: lower-case letters, digits and _",
        ja="パッケージの名前（半角の英小文字・数字・_）",
    )
    to.option(
        "--from",
        metavar="PLAN",
        dest="template",
        en="start from this plan: its outline and indicators, none of its figures",
        ja="この計画をもとにする（体系と指標を引き継ぎ、数値は引き継がない）",
    )
    to.option(
        "--blank",
        action="store_true",
        en="start from nothing but levels",
        ja="階層だけの空の計画から始める",
    )
    to.option(
        "--from-excel",
        metavar="FILE",
        en="start from a filled form (planmodel form writes an empty one)",
        ja="記入したExcel様式から始める（空の様式は planmodel form で書き出す）",
    )
    to.option("--issuer", metavar="NAME", en="who issues the plan",
              ja="策定主体（例: 鳥取県）")  # fmt: skip
    to.option(
        "--code",
        metavar="CODE",
        default="",
        en="its local government code, 6 digits",
        ja="策定主体の全国地方公共団体コード（6桁）",
    )
    to.option(
        "--only",
        metavar="ID",
        nargs="+",
        action="extend",
        default=[],
        en="with --from: take only these items of the outline, with what belongs to them",
        ja="--from で引き継ぐ体系の項目を絞る（その下の項目と指標を含む）",
    )
    to.option("--title", metavar="TITLE", en="the title of the plan", ja="計画の名称")
    to.option(
        "--levels",
        metavar="WORDS",
        en="with --blank: the words of the levels from the top down; the last is the measure",
        ja="--blank で使う階層の呼び名（上から順にコンマ区切り、最後が取組）",
    )
    to.option("--to", metavar="FOLDER", en="the new folder (default: NAME, here)",
              ja="作成するフォルダ（省略時: ここに NAME）")  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Write the package into a new folder, whole or not at all.

    The exit status is 1 where what it was made from has something that a check objects to.
    """
    import sys
    from unicodedata import normalize

    from planmodel.cli.beginning import Wish, begin, told

    wish = Wish(
        name=options.name,
        template=options.template,
        blank=options.blank,
        form=options.from_excel,
        issuer=options.issuer,
        code=normalize("NFKC", options.code).strip(),
        title=options.title,
        levels=options.levels,
        only=tuple(options.only),
        folder=options.to or options.name,
        language=options.lang,
    )
    words, clean = told(begin(wish), wish, options.lang)
    sys.stdout.write(words)
    return 0 if clean else 1
