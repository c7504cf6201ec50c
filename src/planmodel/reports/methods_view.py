"""What the page of methods side by side shows, in the words of one language."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from planmodel.reports.view import Fact, Words
from planmodel.text import Language

__all__ = ["ComparedRow", "MethodView", "MethodsView", "SilenceView", "VerdictView"]


@frozen
class MethodView:
    """A method: its column, and what stands of it below the table."""

    anchor: str
    title: str
    looks_at: str
    number: str
    grades: tuple[str, ...]
    version: str
    source: str
    url: str
    view: str
    opens_view: int
    """How many columns its view has, where it is the first of them; else 0."""
    counts: tuple[tuple[str, int], ...]
    """Sign of a third of its order, and how many indicators stand there."""
    judged: int


@frozen
class VerdictView:
    """A verdict: the method's own word and number, and where it stands in the method's order."""

    method: str
    words: str = ""
    number: str = ""
    tone: str = ""
    sign: str = ""
    note: str = ""
    """The letter of the reason why there is none."""
    opens_view: bool = False


@frozen
class ComparedRow:
    """An indicator under every method."""

    anchor: str
    number: str
    title: Words
    figures: tuple[tuple[str, Words], ...]
    cells: tuple[VerdictView, ...]
    agreement: str
    state: str
    """``apart``, ``agree`` or ``alone``."""
    ranks: tuple[tuple[str, str, tuple[VerdictView, ...]], ...]
    """Tone, sign and verdicts of each third, where there are any."""
    because: tuple[str, ...]
    synthetic: bool
    reason: str = ""
    """Why no method gives a verdict, where that is one and the same for all."""


@frozen
class SilenceView:
    """A reason why methods give no verdict, with its letter, and who gives it where."""

    letter: str
    reason: str
    methods: tuple[str, ...]
    indicators: tuple[str, ...]
    everywhere: bool
    opens: bool
    """Whether the reason has not been told yet: others may give it elsewhere."""


@frozen
class MethodsView:
    """The comparison in the words of one language."""

    language: Language
    title: Words
    period: str
    synthetic: bool
    facts: tuple[Fact, ...]
    headline: str
    apart: int
    compared: int
    methods: tuple[MethodView, ...]
    rows: tuple[ComparedRow, ...]
    silences: tuple[SilenceView, ...]
    labels: Mapping[str, str] = field(hash=False)
