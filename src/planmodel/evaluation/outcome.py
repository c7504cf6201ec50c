"""What a judgement consists of: a value or why there is none, and the steps that led there."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from attrs import field, frozen

from planmodel.text import Language, Text, in_language, say

__all__ = ["INPUT_WORDS", "NotAssessable", "Number", "Step", "Trace"]

INPUT_WORDS: Final[dict[str, Text]] = {
    "indicator": say("indicator", "指標"),
    "period": say("period", "時期"),
    "known by": say("known by", "判明時点"),
    "in the plan": say("in the plan", "計画の記載"),
    "year": say("year", "年"),
    "values": say("values", "値の数"),
    "missing": say("missing", "欠測"),
    "lowest": say("lowest", "下限"),
    "highest": say("highest", "上限"),
    "high": say("high", "しきい値（高）"),
    "med": say("med", "しきい値（中）"),
    "low": say("low", "しきい値（低）"),
    "number": say("number", "数値"),
    "score": say("score", "点数"),
    "scores": say("scores", "点数"),
    "weight": say("weight", "重み"),
    "prior": say("prior", "事前分布"),
}
"""The inputs of steps that have a word for a name; the others have the letter of the formula."""

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
    """One step of a judgement: what was computed, by which formula, from what, giving what.

    An input is named by the letter of the formula, or by one of `INPUT_WORDS`.
    """

    name: Text
    formula: str = ""
    inputs: tuple[tuple[str, object], ...] = field(default=(), converter=_pairs)
    value: object = None
    note: Text | None = None

    def in_language(self, language: Language) -> str:
        """The step as one line of *language*."""
        line = self.name.in_language(language)
        if self.inputs:
            separator = "、" if language == "ja" else ", "
            named = ((INPUT_WORDS.get(name, name), it) for name, it in self.inputs)
            given = separator.join(
                f"{in_language(name, language)} = {in_language(it, language)}" for name, it in named
            )
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
