"""The view model: what a report says, in the words of one language, before any layout.

Every renderer reads these values and adds nothing to them.
Lists are tuples; an empty string or tuple means that there is nothing to show.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from planmodel.reports.chart import Chart
from planmodel.text import Language

__all__ = [
    "AbsenceRow",
    "Count",
    "DepartmentView",
    "Fact",
    "IndicatorView",
    "LineageRow",
    "Link",
    "MeasureRow",
    "OpinionRow",
    "OutlineItem",
    "OutlookView",
    "Report",
    "SectionRow",
    "StepView",
    "UnjudgedGroup",
    "ValueTable",
    "Words",
]


@frozen
class Words:
    """Words to show.

    Attributes:
        text: the words.
        language: their language, where it is not that of the report.
        original: the plan's own words, where ``text`` is a translation of them.
        original_language: the language of ``original``.
        note: a remark in the language of the report.
        absent: whether the words say that nothing is there.
        synthetic: whether they are of a made-up value.
    """

    text: str
    language: str = ""
    original: str = ""
    original_language: str = ""
    note: str = ""
    absent: bool = False
    synthetic: bool = False

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Words("")


@frozen
class Link:
    """Words that lead to another place of the report, or (``url``) out of it."""

    words: Words
    anchor: str = ""
    url: str = ""


@frozen
class Fact:
    """A name and what it is."""

    label: str
    value: Words
    url: str = ""


@frozen
class Count:
    """How many indicators have a grade; ``share`` is in per cent of all, for a bar."""

    label: str
    count: int
    share: str
    judged: bool = True


@frozen
class SectionRow:
    """A section's summary: how many of how many were judged, and what follows."""

    heading: Words
    anchor: str
    coverage: str
    grade: str
    reason: str
    depth: int
    pips: str
    """One sign an indicator: filled where it was judged; empty where they are too many."""


@frozen
class ValueTable:
    """The numbers of a chart: one row a period, one column a kind (with its mark's outline)."""

    kinds: tuple[tuple[str, str, str], ...]
    """Kind, label and outline of the mark."""
    rows: tuple[tuple[str, tuple[Words, ...], bool], ...]
    """Period, cells, and whether it is the period judged."""


@frozen
class StepView:
    """One step of a judgement."""

    name: str
    formula: str
    inputs: tuple[tuple[str, str], ...]
    value: str
    note: str


@frozen
class OutlookView:
    """Where an indicator is heading, approximately; or (``reason``) why nothing can be said.

    Attributes:
        kind: ``reached``, ``in_time``, ``late``, ``never`` or ``unknown``, at the pace so far.
        year: the target year, and ``band`` where the value may lie then.
        observed, required: the change a year so far, and the one needed from now on.
        arrival: when the target is reached at the pace so far.
        chance: how likely the target is to be met, or why no number is given.
        reason: why there is no outlook.
        said: whether the reason is that of the judgement, which stands beside it.
    """

    kind: str
    year: str = ""
    band: Words = NOTHING
    observed: str = ""
    required: str = ""
    arrival: str = ""
    chance: str = ""
    reason: str = ""
    said: bool = False
    synthetic: bool = False


@frozen
class IndicatorView:
    """One indicator with everything a report says about it."""

    id: str
    anchor: str
    number: str
    title: Words
    is_new: bool
    unit: Words
    departments: tuple[Link, ...]
    nodes: tuple[Link, ...]
    baseline: Words
    actual: Words
    expected: Words
    target: Words
    judged: bool
    grade: str
    printed: str
    reason: str
    facts: tuple[Fact, ...]
    outcome: tuple[Fact, ...]
    steps: tuple[StepView, ...]
    notes: tuple[str, ...]
    by_hand: Words
    prose: Words
    chart: Chart | None
    table: ValueTable
    parts: tuple[tuple[Words, Words, Words, Words], ...]
    """Title, baseline, actual and target of each sub-series."""
    synthetic: bool
    outlook: OutlookView | None = None


@frozen
class MeasureRow:
    """A measure, owned or listed again."""

    id: str
    title: Words
    anchor: str = ""
    bullet: str = ""
    is_new: bool = False
    relisted: bool = False
    departments: tuple[Link, ...] = ()
    departments_absent: Words = NOTHING
    partners: tuple[Words, ...] = ()
    indicators: tuple[Link, ...] = ()
    prose: Words = NOTHING
    done: tuple[Words, ...] = ()


@frozen
class OutlineItem:
    """One section of the outline with the measures right under it.

    ``depth`` counts from 1; ``opens`` is false where measures follow that belong to a section
    further up, whose heading is not printed again.
    """

    depth: int
    word: Words
    heading: Words
    anchor: str = ""
    is_new: bool = False
    relisted: bool = False
    departments: tuple[Link, ...] = ()
    partners: tuple[Words, ...] = ()
    indicators: tuple[Link, ...] = ()
    prose: Words = NOTHING
    absent: Words = NOTHING
    measures: tuple[MeasureRow, ...] = ()
    opens: bool = True


@frozen
class DepartmentView:
    """One department: its indicators and its measures, each with the way to it."""

    id: str
    anchor: str
    name: Words
    parent: Words
    summary: str
    indicators: tuple[IndicatorView, ...]
    measures: tuple[tuple[Words, tuple[MeasureRow, ...]], ...]
    """The way to a section, and the measures under it."""


@frozen
class UnjudgedGroup:
    """A reason, and the indicators that could not be judged for it."""

    reason: str
    indicators: tuple[Link, ...]


@frozen
class AbsenceRow:
    """Something the document does not state or has not decided, why, and of which things."""

    what: Words
    reason: Words
    things: tuple[Link, ...]


@frozen
class OpinionRow:
    """An opinion and the answer to it."""

    by: Words
    text: Words
    answer: Words
    synthetic: bool


@frozen
class LineageRow:
    """An indicator, the one it took the place of, why, and whether the series go on."""

    indicator: Link
    before: Words
    because: Words
    fate: str


@frozen
class Report:
    """A whole report."""

    language: Language
    title: Words
    subtitle: str
    period: str
    rule: str
    synthetic: bool
    labels: Mapping[str, str] = field(hash=False)
    cover: tuple[Fact, ...] = ()
    principle: Words = NOTHING
    prose: Words = NOTHING
    evaluated: bool = False
    headline: str = ""
    assessed: int = 0
    total: int = 0
    coverage: str = ""
    counts: tuple[Count, ...] = ()
    sections: tuple[SectionRow, ...] = ()
    sections_note: str = ""
    """Why no section has a grade, where that is so for one and the same reason."""
    indicators: tuple[IndicatorView, ...] = ()
    outline_line: str = ""
    outline: tuple[OutlineItem, ...] = ()
    departments: tuple[DepartmentView, ...] = ()
    department: Words = NOTHING
    unjudged: tuple[UnjudgedGroup, ...] = ()
    outlook_headline: str = ""
    arrivals: tuple[Count, ...] = ()
    no_outlook: tuple[UnjudgedGroup, ...] = ()
    gaps: tuple[AbsenceRow, ...] = ()
    """What the document does not state."""
    open_places: tuple[AbsenceRow, ...] = ()
    """What is still to be decided."""
    opinions: tuple[OpinionRow, ...] = ()
    figures: tuple[tuple[Words, Words, Words], ...] = ()
    """Group, title (with its period as note) and amount."""
    governance: tuple[Fact, ...] = ()
    roles: tuple[Fact, ...] = ()
    relations: tuple[Fact, ...] = ()
    descent: tuple[Fact, ...] = ()
    """The plans before and after this one."""
    lineage: tuple[LineageRow, ...] = ()
    legal: tuple[Link, ...] = ()
    documents: tuple[Link, ...] = ()
    data: tuple[Link, ...] = ()
    made_with: str = ""
