"""The command line: ``planmodel check``, ``show``, ``evaluate``, ``report`` and more.

Exit status: 0 fine, 1 findings, 2 bad usage or input.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on *arguments* (``None``: those of the process); the exit status."""
    from planmodel.cli.running import run

    return run(list(sys.argv[1:] if arguments is None else arguments))
