"""The outlook as a report shows it: a band, paces, a year of arrival, a chance; or why not.

Everything here is approximate and is called so wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal

from planmodel.evaluation.outcome import NotAssessable
from planmodel.evaluation.outlook import Outlook
from planmodel.evaluation.projection import Band
from planmodel.evaluation.prospects import prospect
from planmodel.evaluation.results import Assessment, Evaluation
from planmodel.evaluation.serial import PERCENT
from planmodel.model.indicators import Indicator
from planmodel.reports.numbers import places_of, text_of_number
from planmodel.reports.outlook_words import OUTLOOK_LABELS, REASONS
from planmodel.reports.speaking import PLACE, Speaker
from planmodel.reports.view import Count, OutlookView, UnjudgedGroup, Words
from planmodel.text import filled

__all__ = ["arrivals", "outlook_headline", "outlook_view", "without_outlook"]

_CONTEXT = Context(prec=60)
_WHOLE = Decimal(100)
_KINDS = ("reached", "in_time", "late", "never", "unknown")


def outlook_view(
    speaker: Speaker, indicator: Indicator, evaluation: Evaluation | None
) -> OutlookView | None:
    """The outlook of *indicator*; ``None`` where nothing was judged."""
    if evaluation is None:
        return None
    assessment = evaluation[indicator]
    found = prospect(evaluation, indicator)
    if isinstance(found, NotAssessable):
        return _none(speaker, found, said=found == assessment.reason)
    is_over = found.year is not None and found.target_year <= found.year
    is_still = isinstance(found.observed_pace, NotAssessable)
    if isinstance(found.band, NotAssessable) and (is_over or is_still):
        return _none(speaker, found.band)
    return OutlookView(
        kind=_kind(found),
        year=_year(speaker, found, found.target_year),
        band=_band(speaker, assessment, found.band),
        observed=_pace(speaker, assessment, found.observed_pace),
        required=_pace(speaker, assessment, found.required_pace),
        arrival=_arrival(speaker, found),
        chance=_chance(speaker, found),
        synthetic=assessment.synthetic,
    )


def _none(speaker: Speaker, reason: NotAssessable, *, said: bool = False) -> OutlookView:
    text = REASONS.get(reason.code, reason.reason)
    return OutlookView(kind="unknown", reason=speaker.sentence(text), said=said)


def _kind(found: Outlook) -> str:
    if isinstance(found.arrival, NotAssessable):
        if found.arrival.code == "reached_already":
            return "reached"
        never = ("not_moving", "moving_away", "too_far")
        return "never" if found.arrival.code in never else "unknown"
    return "in_time" if found.arrival <= found.target_year else "late"


def _year(speaker: Speaker, found: Outlook, year: int) -> str:
    return speaker.say(found.named(year))


def _arrival(speaker: Speaker, found: Outlook) -> str:
    if isinstance(found.arrival, NotAssessable):
        return speaker.sentence(REASONS.get(found.arrival.code, found.arrival.reason))
    return _say(speaker, "arrives", year=_year(speaker, found, found.arrival))


def _band(speaker: Speaker, assessment: Assessment, band: Band | NotAssessable) -> Words:
    """From the lowest to the highest projection, rounded outwards to the digits of the values."""
    if isinstance(band, NotAssessable):
        return Words(speaker.sentence(REASONS.get(band.code, band.reason)), absent=True)
    unit, places = assessment.indicator.unit, _places(assessment)
    low = _rounded(band.low, places, ROUND_FLOOR)
    high = _rounded(band.high, places, ROUND_CEILING)
    if unit == PLACE:
        low, high = max(low, Decimal(1)), max(high, Decimal(1))
    highest = speaker.quantity(high, unit)
    if low == high:
        return Words(_say(speaker, "unchanged", value=highest))
    if unit == PLACE and speaker.language == "en":
        text = _say(speaker, "from_to", low=speaker.quantity(low, unit), high=text_of_number(high))
    else:
        text = _say(speaker, "from_to", low=text_of_number(low), high=highest)
    is_share = unit in PERCENT
    values = [point.value for point in assessment.points]
    impossible = (is_share and high > _WHOLE) or (low < 0 <= min(values, default=Decimal(0)))
    return Words(text, note=_say(speaker, "impossible") if impossible else "")


def _pace(speaker: Speaker, assessment: Assessment, pace: Decimal | float | NotAssessable) -> str:
    if isinstance(pace, NotAssessable):
        return speaker.say(REASONS.get(pace.code, pace.reason))
    number = _rounded(Decimal(pace), _places(assessment) + 1, ROUND_HALF_UP)
    return speaker.difference(number, assessment.indicator.unit, sign=True)


def _chance(speaker: Speaker, found: Outlook) -> str:
    if isinstance(found.probability, NotAssessable):
        reason = REASONS.get(found.probability.code, found.probability.reason)
        return _say(speaker, "no_chance", why=reason)
    return speaker.say(found.probability.percent)


def _rounded(number: Decimal, places: int, rounding: str) -> Decimal:
    whole = number.quantize(Decimal(1).scaleb(-places), rounding, _CONTEXT)
    return whole.normalize(_CONTEXT) if whole else Decimal(0)


def _places(assessment: Assessment) -> int:
    """The decimal places of what was observed."""
    known = [point.value for point in assessment.points if point.kind in ("baseline", "actual")]
    return places_of(known)


def _say(speaker: Speaker, name: str, **facts: object) -> str:
    return filled(OUTLOOK_LABELS[name], **facts).in_language(speaker.language)


def arrivals(speaker: Speaker, views: Iterable[OutlookView]) -> tuple[Count, ...]:
    """How many indicators arrive in time, late or never at their observed pace."""
    kinds = [it.kind for it in views]
    if all(kind == "unknown" for kind in kinds):
        return ()
    return tuple(
        Count(
            _say(speaker, kind),
            kinds.count(kind),
            f"{100 * kinds.count(kind) / len(kinds):.1f}".removesuffix(".0"),
            judged=kind != "unknown",
        )
        for kind in _KINDS
        if kind != "reached" or kind in kinds
    )


def outlook_headline(speaker: Speaker, views: Iterable[OutlookView]) -> str:
    """How many would be at their target in time, in one sentence that pretends nothing."""
    kinds = [it.kind for it in views]
    shown = len(kinds) - kinds.count("unknown")
    if not shown:
        return _say(speaker, "headline_nothing") if kinds else ""
    return _say(
        speaker,
        "headline",
        n=kinds.count("in_time") + kinds.count("reached"),
        shown=shown,
        m=len(kinds),
    )


def without_outlook(
    speaker: Speaker, held: Iterable[tuple[Words, str, OutlookView]]
) -> Iterator[UnjudgedGroup]:
    """The reasons for which indicators have no outlook: title, anchor and view of each."""
    groups: dict[str, list[tuple[Words, str]]] = {}
    for title, anchor, view in held:
        if view.reason:
            groups.setdefault(view.reason, []).append((title, anchor))
    for reason, things in groups.items():
        links = tuple(speaker.link(title, anchor) for title, anchor in things)
        yield UnjudgedGroup(reason, links)
