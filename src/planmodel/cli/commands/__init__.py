"""One module a command: its options, and what it does; nothing heavy is loaded for help."""

from __future__ import annotations

__all__ = ["COMMANDS"]

COMMANDS = (
    "new",
    "check",
    "show",
    "evaluate",
    "compare-methods",
    "coverage",
    "changes",
    "drift",
    "form",
    "source",
    "report",
    "export",
    "explain",
)
"""The commands in the order in which help lists them."""
