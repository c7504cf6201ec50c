"""Methods side by side (評価手法の比較): indicators down, methods across, and why they disagree."""

from __future__ import annotations

import string
from collections.abc import Iterator
from decimal import Decimal

from planmodel.evaluation.compared import Cell, Comparison, Method, Row
from planmodel.evaluation.grade_order import shown_grade
from planmodel.evaluation.method_words import VIEW_TITLES, View
from planmodel.reports.aiming import condition_words
from planmodel.reports.beside import safe_url
from planmodel.reports.describing import baseline_words
from planmodel.reports.method_labels import METHOD_LABELS
from planmodel.reports.methods_view import (
    ComparedRow,
    MethodsView,
    MethodView,
    SilenceView,
    VerdictView,
)
from planmodel.reports.speaking import Speaker, language_of
from planmodel.reports.view import Fact, Words
from planmodel.reports.words import labels, made_with
from planmodel.text import Language, filled, in_language

__all__ = ["build_methods", "render_methods"]

_UPPER, _LOWER = Decimal("0.66"), Decimal("0.34")
_SIGNS = {"upper": "▲", "middle": "◆", "lower": "▼"}


def build_methods(comparison: Comparison, *, language: str | None = None) -> MethodsView:
    """The view model of a comparison of methods; methods that see the same stand together.

    Raises:
        UsageError: reports are not written in that language.
    """
    chosen = language_of(comparison.plan, language)
    speaker = Speaker(comparison.plan, chosen)
    order = list(VIEW_TITLES)
    ranked = sorted(range(len(comparison.methods)), key=lambda at: _place(comparison, at, order))
    letters = _letters(comparison)
    rows = tuple(_row(speaker, comparison, row, ranked, letters) for row in comparison)
    compared = sum(row.agree is not None for row in comparison)
    apart = len(comparison.disagreements)
    return MethodsView(
        language=chosen,
        title=speaker.title(comparison.plan),
        period=speaker.say(comparison.period),
        synthetic=comparison.synthetic,
        facts=tuple(_facts(speaker, comparison)),
        headline=_headline(chosen, apart, compared),
        apart=apart,
        compared=compared,
        methods=tuple(_method(comparison, at, ranked, rows, chosen) for at in range(len(ranked))),
        rows=rows,
        silences=tuple(_silences(speaker, comparison, letters)),
        labels={
            **labels(comparison.plan, chosen),
            **{name: it.in_language(chosen) for name, it in METHOD_LABELS.items() if not _open(it)},
        },
    )


def _open(text: object) -> bool:
    return "{" in str(getattr(text, "en", ""))


def _place(comparison: Comparison, at: int, order: list[View]) -> tuple[int, int]:
    return order.index(comparison.methods[at].view), at


def _say(name: str, language: Language, **facts: object) -> str:
    return filled(METHOD_LABELS[name], **facts).in_language(language)


def _headline(language: Language, apart: int, compared: int) -> str:
    name = "headline" if apart else "headline_agree" if compared else "headline_none"
    return _say(name, language, n=apart, m=compared)


def _facts(speaker: Speaker, comparison: Comparison) -> Iterator[Fact]:
    yield Fact(speaker.label("judged_period"), Words(speaker.say(comparison.period)))
    known = speaker.label("all_facts")
    if comparison.known_by is not None:
        from planmodel.periods import Day

        known = speaker.label("until_day", day=speaker.say(Day(comparison.known_by)))
    yield Fact(speaker.label("known_by"), Words(known))
    language = speaker.language
    said = _say("n_methods", language, n=len(comparison.methods))
    yield Fact(METHOD_LABELS["methods"].in_language(language), Words(said))
    if comparison.synthetic:
        yield Fact(speaker.label("data_kind"), Words(speaker.label("synthetic_short")))


def _letters(comparison: Comparison) -> dict[object, str]:
    signs = string.ascii_lowercase
    reasons = dict.fromkeys(it.reason for it in comparison.silences)
    return {
        reason: signs[at] if at < len(signs) else str(at + 1) for at, reason in enumerate(reasons)
    }


def _method(
    comparison: Comparison,
    place: int,
    ranked: list[int],
    rows: tuple[ComparedRow, ...],
    language: Language,
) -> MethodView:
    method = comparison.methods[ranked[place]]
    views = [comparison.methods[at].view for at in ranked]
    is_first = place == 0 or views[place - 1] != method.view
    tones = [row.cells[place].tone for row in rows]
    return MethodView(
        anchor=f"method-{place + 1}",
        title=method.title.in_language(language),
        looks_at=_sentence(method.looks_at.in_language(language), language),
        number="" if method.number is None else method.number.in_language(language),
        grades=tuple(shown_grade(label, title, language) for label, title in method.grades),
        version=method.version,
        source=in_language(method.source, language),
        url=safe_url(method.url),
        view=VIEW_TITLES[method.view].in_language(language),
        opens_view=views.count(method.view) if is_first else 0,
        counts=tuple((sign, tones.count(tone)) for tone, sign in _SIGNS.items()),
        judged=sum(bool(row.cells[place].words) for row in rows),
    )


def _sentence(text: str, language: Language) -> str:
    return text[:1].upper() + text[1:] if language == "en" else text


def _row(
    speaker: Speaker,
    comparison: Comparison,
    row: Row,
    ranked: list[int],
    letters: dict[object, str],
) -> ComparedRow:
    views = [comparison.methods[at].view for at in ranked]
    cells = tuple(
        _verdict(
            row.cells[at],
            comparison.methods[at],
            letters,
            speaker.language,
            opens=place == 0 or views[place - 1] != views[place],
        )
        for place, at in enumerate(ranked)
    )
    state = {True: "agree", False: "apart", None: "alone"}[row.agree]
    assessment = row.assessment
    return ComparedRow(
        anchor=f"indicator-{row.indicator.id}",
        number=row.indicator.number,
        title=speaker.title(row.indicator),
        figures=tuple(_figures(speaker, row)),
        cells=cells,
        agreement=METHOD_LABELS[state].in_language(speaker.language),
        state=state,
        ranks=tuple(
            (tone, sign, held)
            for tone, sign in _SIGNS.items()
            for held in [tuple(it for it in cells if it.tone == tone)]
            if held
        ),
        because=tuple(_sentence(speaker.say(it), speaker.language) for it in row.because),
        synthetic=assessment is not None and assessment.synthetic,
        reason=_shared_reason(speaker, row),
    )


def _shared_reason(speaker: Speaker, row: Row) -> str:
    reasons = {it.reason for it in row.cells}
    if len(reasons) != 1 or not row.cells:
        return ""
    (reason,) = reasons
    return "" if reason is None else speaker.sentence(reason)


def _figures(speaker: Speaker, row: Row) -> Iterator[tuple[str, Words]]:
    """Baseline, actual and target: what every method starts from."""
    assessment, unit = row.assessment, row.indicator.unit
    if assessment is None:
        return
    if assessment.baseline is not None:
        yield speaker.label("baseline"), baseline_words(speaker, assessment.baseline, unit)
    if assessment.actual is not None:
        observed = assessment.observation
        text = speaker.quantity(assessment.actual, unit)
        made = observed is not None and observed.synthetic
        yield (
            speaker.label("actual"),
            Words(text, note=speaker.say(assessment.period), synthetic=made),
        )
    if assessment.target is not None:
        yield speaker.label("target"), condition_words(speaker, assessment.conditions, unit)


def _verdict(
    given: Cell, method: Method, letters: dict[object, str], language: Language, *, opens: bool
) -> VerdictView:
    title = method.title.in_language(language)
    if given.verdict is None:
        note = "" if given.reason is None else letters.get(given.reason, "")
        return VerdictView(title, note=note, opens_view=opens)
    tone = _tone(given.standing)
    return VerdictView(
        title,
        shown_grade(given.verdict, given.title, language),
        given.printed.replace("-", "−"),
        tone,
        _SIGNS.get(tone, ""),
        opens_view=opens,
    )


def _tone(standing: Decimal | None) -> str:
    if standing is None:
        return ""
    if standing >= _UPPER:
        return "upper"
    return "lower" if standing <= _LOWER else "middle"


def _silences(
    speaker: Speaker, comparison: Comparison, letters: dict[object, str]
) -> Iterator[SilenceView]:
    told: object = None
    for it in comparison.silences:
        names = tuple(f"{one.number} {speaker.title(one).text}".strip() for one in it.indicators)
        yield SilenceView(
            letters[it.reason],
            speaker.sentence(it.reason),
            tuple(one.title.in_language(speaker.language) for one in it.methods),
            names,
            everywhere=len(names) == len(comparison.rows) > 1,
            opens=it.reason != told,
        )
        told = it.reason


def render_methods(comparison: Comparison, language: str | None = None) -> str:
    """The comparison of methods as one HTML page.

    Raises:
        MissingExtraError: the extra ``report`` is not installed.
        UsageError: reports are not written in that language.
    """
    from planmodel.reports.html import page

    view = build_methods(comparison, language=language)
    names = dict(view.labels)
    title = f"{names['methods_title']} – {view.title.text} {view.period}"
    return page(
        "methods.html",
        names,
        v=view,
        language=view.language,
        synthetic=view.synthetic,
        made_with=made_with(view.language),
        page_title=title,
        footer=f"{names['methods_title']} ｜ {view.title.text} ｜ {view.period}",
    )
