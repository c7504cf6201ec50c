"""Grading rules as data: a file names the measure, the rounding, the scale and the roll-up.

`load_rule` reads a shipped rule by its name or a file by its path; `read_rule` takes the data
itself. A bad rule is refused with everything that is wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planmodel.evaluation.rules.loading import load_rule as load_rule
    from planmodel.evaluation.rules.loading import read_rule as read_rule
    from planmodel.evaluation.rules.loading import rule_names as rule_names
    from planmodel.evaluation.rules.model import Rule as Rule
    from planmodel.evaluation.rules.shape import rule_schema as rule_schema

_PUBLIC = {
    "Rule": "model",
    "load_rule": "loading",
    "read_rule": "loading",
    "rule_names": "loading",
    "rule_schema": "shape",
}


def __getattr__(name: str) -> object:
    module = _PUBLIC.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_PUBLIC})
