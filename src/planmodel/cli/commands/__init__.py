"""One module a command: its options, and what it does; nothing heavy is loaded for help."""

from __future__ import annotations

__all__ = ["COMMANDS"]

COMMANDS = (
    "check",
    "show",
    "evaluate",
    "compare-methods",
    "coverage",
    "changes",
    "drift",
    "report",
    "export",
    "explain",
)
"""The commands in the order in which help lists them."""
