"""The scales of a rule: bands that take every number once, and cases that end in an else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from planmodel.errors import Problem
from planmodel.evaluation.interval import Interval
from planmodel.evaluation.rules.comparing import faults, percent_problems
from planmodel.evaluation.rules.steps import Band, Bands, Case, Condition, FirstMatch, Scale
from planmodel.text import Text, say

__all__ = ["condition_of", "interval_of", "scale_of", "text_of", "uses_own_measure"]

_Data = Mapping[str, Any]


def text_of(given: _Data | None) -> Text | None:
    """The text in two languages, if there is one."""
    return None if given is None else Text(given["en"], given["ja"])


def interval_of(data: _Data) -> Interval | None:
    """The numbers between the ends that *data* states, if it states any."""
    if "equals" in data:
        return Interval(data["equals"], data["equals"], has_low=True, has_high=True)
    if not any(end in data for end in ("at_least", "above", "at_most", "below")):
        return None
    return Interval(
        data.get("at_least", data.get("above")),
        data.get("at_most", data.get("below")),
        has_low="at_least" in data,
        has_high="at_most" in data,
    )


def _set(data: _Data, key: str) -> frozenset[Any] | None:
    return frozenset(data[key]) if key in data else None


def condition_of(data: _Data) -> Condition:
    """The condition that *data*, which has the right shape, states."""
    return Condition(
        measure=data.get("measure"),
        interval=interval_of(data),
        not_assessable=_set(data, "not_assessable"),
        target=data.get("target"),
        percent_of=data.get("percent_of"),
        reached=data.get("reached"),
        final_year=data.get("final_year"),
        due=data.get("due"),
        kinds=_set(data, "kind"),
        target_kinds=_set(data, "target_kind"),
        target_scopes=_set(data, "target_scope"),
        has_path=data.get("has_path"),
        direction=data.get("direction"),
        tags=_set(data, "tags"),
        every=_set(data, "every"),
        some=_set(data, "some"),
        share=_set(data, "share"),
        count=_set(data, "count"),
        among=data.get("among"),
        all_of=tuple(condition_of(it) for it in data.get("all", ())),
        any_of=tuple(condition_of(it) for it in data.get("any", ())),
        negated=condition_of(data["not"]) if "not" in data else None,
    )


def uses_own_measure(case: Case) -> bool:
    """Whether *case* compares the rule's own measure with something."""
    return case.condition is not None and any(
        part.measure is None and not (part.interval is None and part.not_assessable is None)
        for part in case.condition.parts()
    )


def scale_of(
    data: _Data,
    place: str,
    problems: list[Problem],
    *,
    own: str | None = None,
) -> Scale:
    """The scale of *data*; gaps, overlaps and empty conditions go to *problems*.

    *own* is the measure of the rule, if it names one.
    """
    kind = data["kind"]
    key = "bands" if kind == "bands" else "cases"
    if key not in data:
        what = say(
            "a scale of the kind {kind} has {key}",
            "{kind}の段階には{key}が要る",
            kind=kind,
            key=key,
        )
        problems.append(Problem(what, place))
        return Bands(())
    if kind == "bands":
        bands = _bands(data["bands"], f"{place}.bands", problems)
        problems += percent_problems(data, bands, own, place)
        return bands
    scale = _cases(data["cases"], f"{place}.cases", problems, own)
    problems += percent_problems(data, scale, own, place)
    return scale


def _bands(data: Sequence[_Data], place: str, problems: list[Problem]) -> Bands:
    bands = tuple(
        Band(it["label"], interval_of(it) or Interval(), it.get("score"), text_of(it.get("title")))
        for it in data
    )
    told = len(problems)
    for at, band in enumerate(bands):
        if band.interval.is_empty:
            problems.append(
                Problem(
                    say(
                        "no number lies in the band {label}",
                        "{label}に入る数がない",
                        label=band.label,
                    ),
                    f"{place}[{at}]",
                )
            )
    if len(problems) == told:
        problems += _partition_problems(bands, place)
    return Bands(bands)


def _partition_problems(bands: tuple[Band, ...], place: str) -> list[Problem]:
    """Gaps and overlaps between the *bands*, which must take every number exactly once."""
    lowest = Decimal("-Infinity")
    rising = sorted(
        bands,
        key=lambda band: (
            lowest if band.interval.low is None else band.interval.low,
            not band.interval.has_low,
            *_reach(band),
        ),
    )
    first, under = rising[0].interval, rising[0]
    problems: list[Problem] = []
    if first.low is not None:
        what = say(
            "the numbers below {low} have no band", "{low}を下回る数の段階がない", low=first.low
        )
        problems.append(Problem(what, place))
    for over in rising[1:]:
        high, low = under.interval.high, over.interval.low
        facts = {"under": under.label, "over": over.label}
        if high is None or low is None or high > low:
            what = say("the bands {under} and {over} overlap", "{under}と{over}が重なる", **facts)
            problems.append(Problem(what, place))
        elif high < low or not (under.interval.has_high or over.interval.has_low):
            what = say(
                "there is a gap between the bands {under} and {over}",
                "{under}と{over}の間に隙間がある",
                **facts,
            )
            problems.append(Problem(what, place, hint=_closing(under, over, high, low)))
        elif under.interval.has_high and over.interval.has_low:
            what = say(
                "{number} lies in both bands {under} and {over}",
                "{number}が{under}と{over}の両方に入る",
                number=high,
                **facts,
            )
            problems.append(Problem(what, place))
        under = max(under, over, key=_reach)
    high = under.interval.high
    if high is not None:
        what = say(
            "the numbers above {high} have no band", "{high}を上回る数の段階がない", high=high
        )
        problems.append(Problem(what, place))
    return problems


def _reach(band: Band) -> tuple[Decimal, bool]:
    """How far up *band* goes; a band may lie within another one below it."""
    high = band.interval.high
    return Decimal("Infinity") if high is None else high, band.interval.has_high


def _closing(under: Band, over: Band, high: Decimal, low: Decimal) -> Text:
    """How the gap between two bands, from *high* to *low*, is closed."""
    end = "below" if over.interval.has_low else "at_most"
    if high == low:
        return say(
            "write at_least = {low} in {over}, or at_most = {low} in {under}",
            "{over}にat_least = {low}、または{under}にat_most = {low}と書く",
            over=over.label,
            under=under.label,
            low=low,
        )
    return say(
        "write {end} = {low} in {under}, also where whole numbers are printed",
        "整数で表示する場合も、{under}に{end} = {low}と書く",
        end=end,
        low=low,
        under=under.label,
    )


def _cases(
    data: Sequence[_Data], place: str, problems: list[Problem], own: str | None
) -> FirstMatch:
    cases = tuple(
        Case(
            it["label"],
            None if "otherwise" in it else condition_of(it),
            it.get("score"),
            text_of(it.get("title")),
        )
        for it in data
    )
    for at, case in enumerate(cases):
        is_last = at == len(cases) - 1
        if case.condition is None and not is_last:
            what = say("only the last case is an else", "「その他」は最後の場合だけに書ける")
            problems.append(Problem(what, f"{place}[{at}].otherwise"))
        if case.condition is not None:
            if is_last:
                what = say(
                    "the last case must be an else", "最後の場合は「その他」でなければならない"
                )
                problems.append(Problem(what, f"{place}[{at}]", "otherwise = true"))
            problems += [
                Problem(what, f"{place}[{at}]")
                for part in case.condition.parts()
                for what in faults(part, own)
            ]
    return FirstMatch(cases)
