"""Starting: importing the package, printing help, checking one document, against bare Python."""

from __future__ import annotations

import tempfile
from pathlib import Path

from timing import children_time, paired, process, table

import planmodel

HERE = Path(__file__).parent
CLI = "import sys; from planmodel.cli import main; sys.exit(main(sys.argv[1:]))"


def main() -> None:
    """Measure and print."""
    bare = process(["-c", "pass"])
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "hyogo.json"
        plan.write_text(
            planmodel.to_json(planmodel.load(HERE.parent / "examples" / "hyogo_5th")), "utf-8"
        )
        pairs = [
            paired(
                "`import planmodel`",
                process(["-c", "import planmodel"]),
                "bare Python",
                bare,
                goal=1.3,
                rounds=25,
                clock=children_time,
            ),
            paired(
                "`planmodel --help`",
                process(["-c", CLI, "--help"]),
                "bare Python",
                bare,
                goal=2.6,
                rounds=25,
                clock=children_time,
            ),
            paired(
                "`planmodel check one.json`, with units",
                process(["-c", CLI, "check", str(plan), "--fail-on", "never"]),
                "bare Python",
                bare,
                goal=18,
                rounds=25,
                clock=children_time,
            ),
        ]
    table("Start", pairs)


if __name__ == "__main__":
    main()
