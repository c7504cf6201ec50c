"""``planmodel source``: any plan as a package of Python that a person goes on writing in."""

from __future__ import annotations

import argparse

from planmodel.cli.parsing import Adder
from planmodel.text import say

__all__ = ["add", "run"]


def add(to: Adder) -> None:
    """The options of the command."""
    to.start(
        say("write a plan as a package of its own", "計画をPythonのパッケージとして書き出す"),
        "  planmodel source plan.json -o hyogo_copy\n"
        "  planmodel source examples/hyogo_5th -o hyogo_again --name hyogo_again",
    )
    to.plan()
    to.option(
        "--name",
        metavar="NAME",
        default="",
        en="the name of the package (default: by the plan's id)",
        ja="パッケージ名（省略時: 計画の識別子から）",
    )
    to.output(
        required=True,
        en="write to this new folder",
        ja="この新しいフォルダへ書き出す",
    )


def run(options: argparse.Namespace) -> int:
    """Write the package into a new folder, whole or not at all."""
    from planmodel.cli.inputs import read_plan
    from planmodel.cli.output import to_a_path, written
    from planmodel.cli.proving import refuse_unloadable
    from planmodel.dsl.source.folders import write_folder
    from planmodel.dsl.source.package import write_package

    folder = to_a_path(options)
    files = write_package(read_plan(options), name=options.name)
    refuse_unloadable(files)
    written(options, str(write_folder(folder, files)))
    return 0
