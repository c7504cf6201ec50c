"""What stands beside indicators and outline: the cover, sources, figures, roles, opinions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterator

from attrs import evolve

from planmodel.dsl.labels import VALUES
from planmodel.evaluation.results import Evaluation
from planmodel.model.absence import NotStated
from planmodel.model.facts import LegalBasis
from planmodel.model.ids import Citation
from planmodel.model.organisations import Department
from planmodel.periods import Period
from planmodel.reports.lineages import LINEAGE_KINDS
from planmodel.reports.speaking import Speaker
from planmodel.reports.view import NOTHING, Fact, Link, OpinionRow, Words

__all__ = [
    "cover_facts",
    "data_sources",
    "documents",
    "figure_rows",
    "governance_facts",
    "legal_links",
    "opinion_rows",
    "relation_facts",
    "role_facts",
    "safe_url",
]


def safe_url(url: str) -> str:
    """*url* if it leads to the web, else nothing: no other scheme becomes a link."""
    return url if url.lower().startswith(("https://", "http://")) else ""


def _fact(speaker: Speaker, label: str, text: str, note: str = "", url: str = "") -> Fact:
    return Fact(speaker.label(label), Words(text, note=note), url)


def _when(speaker: Speaker, label: str, period: Period | NotStated | None) -> Iterator[Fact]:
    if isinstance(period, NotStated):
        yield Fact(speaker.label(label), speaker.absence(period))
    elif period is not None:
        yield _fact(speaker, label, speaker.say(period))


def cover_facts(  # noqa: PLR0913 - everything that a cover tells
    speaker: Speaker,
    evaluation: Evaluation | None,
    department: Department | None,
    made: dt.date | None,
    library: str,
    *,
    made_up: bool,
) -> Iterator[Fact]:
    """What stands on the cover."""
    plan = speaker.plan
    if department is not None:
        name = speaker.title(department)
        text = speaker.label("scope_department", name=name.text)
        yield Fact(speaker.label("scope"), evolve(name, text=text))
    if plan.status:
        yield Fact(speaker.label("status"), speaker.phrase(plan.status))
    if plan.issuer is not None:
        yield Fact(speaker.label("issuer"), speaker.phrase(plan.issuer.name))
    yield from _when(speaker, "plan_period", plan.period)
    yield from _when(speaker, "published", plan.published)
    if evaluation is not None:
        yield _fact(speaker, "judged_period", speaker.say(evaluation.period))
        day = evaluation.known_by
        known = speaker.label("all_facts")
        if day is not None:
            known = speaker.label("until_day", day=_day(speaker, day))
        yield _fact(speaker, "known_by", known)
        version = speaker.label("rule_version", version=evaluation.rule_version)
        yield _fact(speaker, "rule", speaker.say(evaluation.rule_title), version)
        if evaluation.rule_source:
            yield _fact(speaker, "rule_source", evaluation.rule_source)
        if made_up:
            yield _fact(speaker, "data_kind", speaker.label("synthetic_short"))
    yield _fact(speaker, "library", f"planmodel {library}")
    if plan.version:
        yield _fact(speaker, "edition", plan.version)
    if made is not None:
        yield _fact(speaker, "made", _day(speaker, made))


def _day(speaker: Speaker, day: dt.date) -> str:
    from planmodel.periods import Day

    return speaker.say(Day(day))


def opinion_rows(speaker: Speaker, evaluation: Evaluation | None) -> Iterator[OpinionRow]:
    """The opinions on the period judged, and the answers to them."""
    if evaluation is None:
        return
    for row in evaluation.observations.known_by(evaluation.known_by).opinions:
        if row.period != evaluation.period:
            continue
        answer = speaker.free(row.answer) if row.answer else NOTHING
        yield OpinionRow(
            by=speaker.free(row.by),
            text=speaker.free(row.text),
            answer=answer or Words(speaker.label("no_answer"), absent=True),
            synthetic=row.synthetic,
        )


def figure_rows(speaker: Speaker) -> Iterator[tuple[Words, Words, Words]]:
    """The context figures: group, title with its period, amount."""
    for figure in speaker.plan.figures:
        title = evolve(speaker.title(figure), note=speaker.period(figure.period))
        yield speaker.phrase(figure.group), title, speaker.amount(figure.amount, "")


def governance_facts(speaker: Speaker) -> Iterator[Fact]:
    """Who looks after the plan, how often, and what follows."""
    governance = speaker.plan.governance
    if governance is not None:
        for name in ("council", "review", "follow_up"):
            words = speaker.phrase(getattr(governance, name))
            if words:
                yield Fact(speaker.label(name), words)


def role_facts(speaker: Speaker) -> Iterator[Fact]:
    """Who does what."""
    for role in speaker.plan.roles:
        yield Fact(speaker.phrase(role.actor).text, speaker.phrase(role.text))


def relation_facts(speaker: Speaker, *, descent: bool) -> Iterator[Fact]:
    """How the plan stands to others: those before and after it (``descent``), or those beside."""
    for relation in speaker.plan.relations:
        if (relation.kind in LINEAGE_KINDS) is not descent:
            continue
        words = speaker.phrase(relation.title)
        notes: list[str] = []
        if relation.of and relation.of in speaker.plan:
            thing = speaker.plan[relation.of]
            notes.append(speaker.title(thing).text)
        if relation.period is not None:
            notes.append(speaker.period(relation.period))
        if relation.because:
            notes.append(speaker.phrase(relation.because).text)
        kind = VALUES["kind"][relation.kind].in_language(speaker.language)
        yield Fact(kind, evolve(words, note="; ".join(notes)))


def legal_links(speaker: Speaker) -> Iterator[Link]:
    """The articles that the plan rests on."""
    for basis in speaker.plan.legal_bases:
        yield Link(_basis(speaker, basis), url=_url(basis.source))


def _basis(speaker: Speaker, basis: LegalBasis) -> Words:
    law = speaker.title(basis.law)
    article = speaker.phrase(basis.article)
    glue = "" if speaker.language == "ja" else ", "
    note = speaker.phrase(basis.because).text if basis.because else ""
    text = f"{law.text}{glue}{article.text}" if article else law.text
    original = law.original and f"{law.original}{basis.article}"
    return evolve(law, text=text, original=original, note=note)


def _url(citation: Citation | None) -> str:
    return "" if citation is None else safe_url(citation.url)


def documents(speaker: Speaker) -> Iterator[Link]:
    """The documents that words and figures come from."""
    for document in speaker.plan.documents:
        words = speaker.title(document)
        beside = [speaker.phrase(it).text for it in (document.publisher, document.date) if it]
        separator = "、" if speaker.language == "ja" else ", "
        yield Link(evolve(words, note=separator.join(beside)), url=safe_url(document.url))


def data_sources(
    speaker: Speaker, evaluation: Evaluation, series: Container[str]
) -> Iterator[Link]:
    """Where the values of *series* come from that were known, each source once."""
    seen: set[str] = set()
    for row in evaluation.observations.known_by(evaluation.known_by):
        if row.series in series and row.source and row.source not in seen:
            seen.add(row.source)
            words = speaker.free(row.source)
            yield Link(evolve(words, synthetic=row.synthetic), url=safe_url(row.source))
