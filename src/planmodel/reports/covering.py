"""Coverage as a page and as Markdown: topics down, departments across."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from planmodel.model.outline import Measure, Node
from planmodel.reports.coverage import Coverage, TopicCoverage
from planmodel.reports.indicating import number_and_title
from planmodel.reports.marking import cell, escape, series, table
from planmodel.reports.speaking import Speaker, language_of
from planmodel.reports.view import Words
from planmodel.reports.words import labels, made_with
from planmodel.text import Language, Text, filled, say

__all__ = ["CoverageView", "build_coverage", "render_coverage", "render_coverage_markdown"]

_LABELS: dict[str, Text] = {
    "coverage_title": say("Coverage", "分類軸からみた計画"),
    "coverage_lead": say(
        "Which measures, departments and indicators are tagged with which topic; and with which "
        "topics nothing is tagged. What nobody tagged is counted nowhere.",
        "各項目を付けた{measure}・担当部署・指標と、何にも付けていない項目を示す。"
        "項目を付けていないものは、いずれにも数えていない。",
    ),
    "matrix": say("Topics and departments", "項目と担当部署"),
    "matrix_note": say(
        "Numbers are numbers of measures; a measure of several departments counts in each.",
        "数字は{measure}の件数。複数の部署が担当する{measure}は、それぞれの部署に数える。",
    ),
    "topic": say("Topic", "項目"),
    "axis": say("Axis", "分類軸"),
    "all_measures": say("Measures", "{measure}"),
    "basis": say("Basis", "付与の根拠"),
    "nothing_short": say("nothing tagged", "付けたものなし"),
    "by_topic": say("Topic by topic", "項目ごとの内容"),
    "untagged": say("Measures of no topic", "項目を付けていない{measure}"),
    "untagged_note": say(
        "They count under no topic.",
        "次の{measure}は、いずれの項目にも数えていない。",
    ),
    "all_tagged": say("Every measure has a topic.", "すべての{measure}に項目を付けている。"),
}
_NOTHING = say("no measure or indicator is tagged with it", "この項目を付けた{measure}・指標はない")
_NO_MEASURE = say(
    "no measure is tagged with it ({n} {n:measure carries|measures carry} no tag of this axis)",
    "この項目を付けた{measure}はない（この分類軸の項目が付いていない{measure}が{n}件ある）",
)
_HEADLINE = say(
    "{n} of {m} {m:topic has|topics have} tagged measures or indicators; "
    "nothing is tagged with {rest}.",
    "{m}項目中{n}項目に、それを付けた{measure}または指標がある。{rest}項目は何にも付けていない。",
)
_HEADLINE_ALL = say(
    "{m:The only topic has|All {m} topics have} tagged measures or indicators.",
    "{m}項目のすべてに、それを付けた{measure}または指標がある。",
)


@frozen
class TopicRow:
    """One topic: its counts by department, and what it holds."""

    anchor: str
    number: str
    title: Words
    counts: tuple[int, ...]
    """Measures of each department of the view, in their order."""
    total: int
    measures: tuple[tuple[Words, tuple[Words, ...], Words], ...]
    """Title, departments and the section above it."""
    indicators: tuple[Words, ...]
    basis: str
    is_empty: bool


@frozen
class CoverageView:
    """Coverage in the words of one language."""

    language: Language
    plan: Words
    axis: Words
    headline: str
    covered: int
    departments: tuple[Words, ...]
    rows: tuple[TopicRow, ...]
    untagged: tuple[tuple[Words, Words], ...]
    measures: int
    labels: Mapping[str, str] = field(hash=False)


def build_coverage(coverage: Coverage, *, language: str | None = None) -> CoverageView:
    """The view model of a plan by the topics of an axis.

    Raises:
        UsageError: reports are not written in that language.
    """
    chosen = language_of(coverage.plan, language)
    speaker = Speaker(coverage.plan, chosen)
    named = {it.id for row in coverage for it in row.departments}
    departments = tuple(it for it in coverage.plan.departments if it.id in named)
    keys = tuple(it.id for it in departments)
    rest, total = len(coverage.empty), len(coverage.rows)
    headline = _HEADLINE if rest else _HEADLINE_ALL
    nothing = _NO_MEASURE if coverage.untagged else _NOTHING
    return CoverageView(
        language=chosen,
        plan=speaker.title(coverage.plan),
        axis=_words(speaker, coverage.axis.title, coverage.title_of(coverage.axis, chosen)),
        headline=filled(headline, **speaker.words, n=total - rest, m=total, rest=rest).in_language(
            chosen
        ),
        covered=total - rest,
        departments=tuple(speaker.title(it) for it in departments),
        rows=tuple(_row(speaker, coverage, row, keys) for row in coverage),
        untagged=tuple((speaker.title(it), _above(speaker, it)) for it in coverage.untagged),
        measures=len(coverage.plan.measures()),
        labels={
            **labels(coverage.plan, chosen),
            **{
                name: filled(text, **speaker.words, n=len(coverage.untagged)).in_language(chosen)
                for name, text in {**_LABELS, "nothing": nothing}.items()
            },
        },
    )


def _words(speaker: Speaker, own: str, said: str) -> Words:
    return speaker.own(own, said)


def _row(
    speaker: Speaker, coverage: Coverage, row: TopicCoverage, departments: tuple[str, ...]
) -> TopicRow:
    answering = [{ref.id for ref in it.departments} for it in row.measures]
    return TopicRow(
        anchor=f"topic-{row.topic.id}",
        number=row.topic.number,
        title=_words(speaker, row.topic.title, coverage.title_of(row.topic, speaker.language)),
        counts=tuple(sum(key in held for held in answering) for key in departments),
        total=len(row.measures),
        measures=tuple(_measure(speaker, it) for it in row.measures),
        indicators=tuple(number_and_title(speaker, it) for it in row.indicators),
        basis=coverage.basis_of(row, speaker.language),
        is_empty=row.is_empty,
    )


def _measure(speaker: Speaker, measure: Measure) -> tuple[Words, tuple[Words, ...], Words]:
    names = tuple(speaker.title(ref) for ref in measure.departments)
    absence = measure.not_stated("departments")
    if absence is not None:
        names = (speaker.absence(absence),)
    return speaker.title(measure), names, _above(speaker, measure)


def _above(speaker: Speaker, measure: Measure) -> Words:
    way = speaker.plan.path(measure)
    above = [it for it in way[:-1] if isinstance(it, Node)]
    return speaker.heading(above[-1]) if above else Words("")


def render_coverage(coverage: Coverage, language: str | None = None) -> str:
    """A plan by the topics of an axis as one HTML page.

    Raises:
        MissingExtraError: the extra ``report`` is not installed.
        UsageError: reports are not written in that language.
    """
    from planmodel.reports.html import page

    view = build_coverage(coverage, language=language)
    names = dict(view.labels)
    return page(
        "coverage.html",
        names,
        v=view,
        language=view.language,
        synthetic=False,
        made_with=made_with(view.language),
        page_title=f"{names['coverage_title']} – {view.plan.text}",
        footer=f"{names['coverage_title']} ｜ {view.plan.text} ｜ {view.axis.text}",
    )


def render_coverage_markdown(coverage: Coverage, language: str | None = None) -> str:
    """A plan by the topics of an axis as Markdown.

    Raises:
        UsageError: reports are not written in that language.
    """
    return "\n".join(_markdown(build_coverage(coverage, language=language))) + "\n"


def _markdown(v: CoverageView) -> Iterator[str]:
    L = v.labels  # noqa: N806 - the name that the templates use
    yield from (f"# {L['coverage_title']}", "", f"**{cell(v.plan)}**", "", cell(v.axis), "")
    yield from (escape(v.headline), "", f"## {L['matrix']}", "", escape(L["matrix_note"]), "")
    head = [L["topic"], *(cell(it) for it in v.departments)]
    yield from table(
        [*head, L["all_measures"], L["indicator"], L["basis"]],
        (
            [
                _name(row),
                *(str(n) if n else "" for n in row.counts),
                f"**{L['nothing_short']}**" if row.is_empty else str(row.total),
                str(len(row.indicators)) if row.indicators else "",
                escape(row.basis),
            ]
            for row in v.rows
        ),
        right=range(1, len(head)),
    )
    yield from ("", f"## {L['by_topic']}")
    for row in v.rows:
        yield from ("", f"### {_name(row)}", "")
        if row.is_empty:
            yield f"*{L['nothing']}*"
        for title, names, _ in row.measures:
            who = series(map(cell, names), v.language)
            yield f"- {cell(title)} — {who}" if who else f"- {cell(title)}"
        yield from (f"- {L['indicator']}: {cell(it)}" for it in row.indicators)
    yield from ("", f"## {L['untagged']}", "")
    if not v.untagged:
        yield escape(L["all_tagged"])
        return
    yield from (escape(L["untagged_note"]), "")
    yield from (f"- {cell(title)}" for title, _ in v.untagged)


def _name(row: TopicRow) -> str:
    return f"{escape(row.number)} {cell(row.title)}".strip()
