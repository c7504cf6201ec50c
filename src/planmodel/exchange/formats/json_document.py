"""The JSON document, as a file."""

from __future__ import annotations

from typing import Any

from planmodel.exchange.documents import to_json
from planmodel.model.plan import Plan

__all__ = ["render"]


def render(plan: Plan[Any], *, indent: int | None = 2) -> str:
    """*plan* as its JSON document, with a line end."""
    return to_json(plan, indent=indent) + "\n"
