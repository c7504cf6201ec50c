"""What a judgement consists of: a value or why there is none, and the steps that led there."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from attrs import field, frozen

from planmodel.text import Language, Text, in_language

__all__ = ["NotAssessable", "Number", "Step", "Trace"]

Number: TypeAlias = Decimal | float
"""Exact decimals; floats only where a published method needs them (growth rates, logits)."""


@frozen
class NotAssessable:
    """Why something cannot be judged: a stable ``code`` and a sentence for people."""

    code: str
    reason: Text

    def in_language(self, language: Language) -> str:
        """The sentence in *language*."""
        return self.reason.in_language(language)

    def __str__(self) -> str:
        return self.in_language("en")


def _pairs(
    inputs: Mapping[str, object] | tuple[tuple[str, object], ...],
) -> tuple[tuple[str, object], ...]:
    return inputs if isinstance(inputs, tuple) else tuple(inputs.items())


@frozen
class Step:
    """One step of a judgement: what was computed, by which formula, from what, giving what."""

    name: Text
    formula: str = ""
    inputs: tuple[tuple[str, object], ...] = field(default=(), converter=_pairs)
    value: object = None
    note: Text | None = None

    def in_language(self, language: Language) -> str:
        """The step as one line of *language*."""
        line = self.name.in_language(language)
        if self.inputs:
            given = ", ".join(f"{name} = {in_language(it, language)}" for name, it in self.inputs)
            line += f" [{given}]"
        if self.formula:
            line += f": {self.formula}"
        if self.value is not None:
            line += f" = {in_language(self.value, language)}"
        if self.note is not None:
            line += f" — {self.note.in_language(language)}"
        return line


@frozen
class Trace:
    """The steps of a judgement in the order they were taken."""

    steps: tuple[Step, ...] = ()

    def __add__(self, more: Trace | Step) -> Trace:
        return Trace(self.steps + (more.steps if isinstance(more, Trace) else (more,)))

    def in_language(self, language: Language) -> str:
        """The steps, numbered, one a line."""
        return "\n".join(
            f"{position}. {step.in_language(language)}"
            for position, step in enumerate(self.steps, start=1)
        )

    def __str__(self) -> str:
        return self.in_language("en")
