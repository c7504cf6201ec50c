"""The outlook in a report: a band, never one number; always approximate; or the reason why not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel import (
    AtLeast,
    Baseline,
    FiscalYear,
    Flow,
    Indicator,
    Observation,
    Observations,
    Plan,
    Rank,
    Stock,
    Window,
)
from planmodel.evaluation.assess import evaluate
from planmodel.evaluation.results import Evaluation
from planmodel.reports import build_report, render_html, render_markdown
from planmodel.reports.view import OutlookView, Report
from report_samples import judged, small_plan

TERM = Window(FiscalYear(2018), FiscalYear(2021))


def level(*, unit: str = "件", target: int = 100, key: str = "level") -> Indicator:
    """A level of 60 in FY2017 that shall be at *target* in FY2021."""
    return Stock(
        key,
        "水準",
        unit=unit,
        direction="increase",
        baseline=Baseline(Decimal(60), FiscalYear(2017)),
        targets=[AtLeast(target, FiscalYear(2021))],
        path="linear",
    )


def seen(
    *values: Decimal | int, indicator: Indicator | None = None, first: int = 2018
) -> Evaluation:
    """An indicator judged in the last of the years from *first* on."""
    thing = level() if indicator is None else indicator
    rows = [Observation(thing, FiscalYear(first + at), it) for at, it in enumerate(values)]
    plan: Plan[Any] = Plan("outlook", "見通しの計画", period=TERM, indicators=[thing])
    year = FiscalYear(first + len(values) - 1)
    return evaluate(plan, Observations(rows), period=year)


def report_of(evaluation: Evaluation, language: str = "ja") -> Report:
    """The view model of a report."""
    return build_report(evaluation.plan, evaluation, language=language)


def outlook_of(evaluation: Evaluation, language: str = "ja") -> OutlookView:
    """The outlook of the first indicator in a report."""
    view = report_of(evaluation, language).indicators[0].outlook
    assert view is not None
    return view


def test_a_band_two_paces_an_arrival_and_a_chance() -> None:
    """60, 68, 79, 88: from no further change to the same pace; 100 is reached in FY2022."""
    view = outlook_of(seen(68, 79, 88))
    assert (view.year, view.band.text) == ("2021年度", "88〜98件")
    assert (view.observed, view.required) == ("+9.3件", "+12件")
    assert view.arrival == "このままのペースで2022年度に到達"
    assert view.chance.startswith("約")
    assert (view.kind, view.reason) == ("late", "")


def test_both_languages_say_the_same() -> None:
    """English has the same figures in its own words."""
    view = outlook_of(seen(68, 79, 88), "en")
    assert "88 to 98" in view.band.text
    assert view.arrival == "At this pace reached in FY2022"
    assert view.year == "FY2021"


def test_everything_is_called_approximate() -> None:
    """Wherever an outlook stands, its heading says so; the note says what it is not."""
    evaluation = seen(68, 79, 88)
    for made in (
        render_html(evaluation.plan, evaluation, language="ja"),
        render_markdown(evaluation.plan, evaluation, language="ja"),
    ):
        assert made.count("見通し（概算）") >= 2
        assert "予測ではない" in made
        assert "確実なものではない" in made
    english = render_markdown(evaluation.plan, evaluation, language="en")
    assert english.count("Outlook (approximate)") >= 2
    assert "no forecast" in english


def test_few_values_give_no_chance_and_say_why() -> None:
    """Three values carry a band, but no probability."""
    view = outlook_of(seen(68, 79))
    assert "〜" in view.band.text
    assert view.chance == "示さない（4つ以上の値が必要）"


def test_one_value_gives_nothing_but_the_reason() -> None:
    """The year of the baseline alone tells nothing of a change."""
    view = outlook_of(seen(61, first=2017))
    assert view.kind == "unknown"
    assert view.reason
    assert (view.band.text, view.observed, view.chance) == ("", "", "")


def test_after_the_target_year_there_is_no_outlook() -> None:
    """In the target year itself the reason is that it has come."""
    view = outlook_of(seen(68, 79, 88, 95))
    assert view.reason == "目標年度に達している"


def test_a_target_that_is_met_says_so() -> None:
    """At the target before its year: reached, and kept for the band."""
    view = outlook_of(seen(80, 99, 104))
    assert (view.kind, view.arrival) == ("reached", "すでに目標に達している")


def test_a_wrong_way_never_arrives() -> None:
    """Falling where more is wanted: not reached at this pace."""
    view = outlook_of(seen(58, 55, 52))
    assert view.kind == "never"
    assert "到達しない" in view.arrival
    assert view.observed.startswith("−")


def test_a_projection_beyond_what_is_possible_is_named() -> None:
    """A percentage beyond 100 is not clamped; it is told for what it is."""
    view = outlook_of(seen(80, 90, 98, indicator=level(unit="%")))
    assert view.band.text == "98〜114%"
    assert "取り得ない" in view.band.note


def test_an_unchanged_value_is_called_unchanged() -> None:
    """Where all projections are one number, it is said that nothing changed."""
    view = outlook_of(seen(60, 60, 60))
    assert view.band.text == "60件のまま"


def test_the_reason_of_the_judgement_is_not_said_twice() -> None:
    """A value that is still being compiled has its reason in the judgement already."""
    report = report_of(judged())
    pending = next(it for it in report.indicators if it.id == "cases")
    assert pending.outlook is not None
    assert pending.outlook.said
    assert pending.outlook.reason == pending.reason
    moving = next(it for it in report.indicators if it.id == "rate")
    assert moving.outlook is not None
    assert not moving.outlook.said
    assert "変動する" in moving.outlook.reason


def test_the_summary_counts_every_indicator_once() -> None:
    """In time, later, never and unknown add up to all; reasons name the rest."""
    report = report_of(judged())
    assert sum(it.count for it in report.arrivals) == len(report.indicators) == 3
    assert sum(len(it.indicators) for it in report.no_outlook) == 2
    assert "3件の指標のうち1件" in report.outlook_headline


def test_without_any_outlook_only_the_reasons_stand() -> None:
    """No table and no bars where there is nothing to show."""
    evaluation = evaluate(small_plan(), Observations(), period="FY2020")
    report = report_of(evaluation)
    assert report.arrivals == ()
    assert report.outlook_headline == "見通しを示せる指標はない。"
    assert report.no_outlook
    text = render_html(evaluation.plan, evaluation, language="ja")
    assert "予測ではない" not in text


def test_a_plan_that_was_not_judged_has_no_outlook() -> None:
    """Without an evaluation nothing is said of what is to come."""
    assert "見通し" not in render_html(small_plan())
    assert all(it.outlook is None for it in build_report(small_plan()).indicators)


def test_the_clock_is_that_of_the_evaluation() -> None:
    """A value that was published later is no part of the outlook."""
    thing = level()
    rows = [
        Observation(thing, FiscalYear(2018), 68, known_on=dt.date(2019, 8, 1)),
        Observation(thing, FiscalYear(2019), 79, known_on=dt.date(2020, 8, 1)),
        Observation(thing, FiscalYear(2019), 90, known_on=dt.date(2021, 8, 1), state="revised"),
    ]
    plan: Plan[Any] = Plan("outlook", "見通しの計画", period=TERM, indicators=[thing])
    before, after = (
        evaluate(plan, Observations(rows), period="FY2019", known_by=dt.date(year, 12, 31))
        for year in (2020, 2021)
    )
    assert outlook_of(before).band != outlook_of(after).band


@given(
    st.lists(st.decimals(-500, 500, places=1), min_size=1, max_size=4),
    st.sampled_from(["件", "%"]),
    st.decimals(-500, 500, places=1),
)
def test_every_series_has_an_outlook_or_a_reason(
    values: list[Decimal], unit: str, target: Decimal
) -> None:
    """Whatever the figures: all parts in words, or nothing but a reason."""
    thing = Flow(
        "flow",
        "量",
        unit=unit,
        direction="increase",
        baseline=Baseline(Decimal(10), FiscalYear(2017)),
        targets=[AtLeast(target, FiscalYear(2021))],
    )
    view = outlook_of(seen(*values, indicator=thing))
    parts = (view.band.text, view.observed, view.required, view.arrival, view.chance)
    assert all(parts) is not bool(view.reason)
    assert any(parts) is not bool(view.reason)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_markdown_and_page_say_the_same(language: str) -> None:
    """The band, the arrival and the chance of an indicator stand in both."""
    evaluation = seen(68, 79, 88)
    view = outlook_of(evaluation, language)
    for made in (
        render_html(evaluation.plan, evaluation, language=language),
        render_markdown(evaluation.plan, evaluation, language=language),
    ):
        for words in (view.band.text, view.arrival, view.chance):
            assert made.count(words) >= 2


def test_there_is_no_place_before_the_first() -> None:
    """The band of a rank that falls from 7 to 2 ends at 1, and English calls 2 a place."""
    rank = Stock(
        "rank",
        "順位",
        unit="位",
        direction="decrease",
        baseline=Baseline(7, FiscalYear(2017)),
        targets=[Rank(1, "東北", FiscalYear(2021))],
        path="linear",
    )
    evaluation = seen(4, 3, 2, indicator=rank)
    assert outlook_of(evaluation).band.text == "1〜2位"
    assert outlook_of(evaluation, "en").band.text == "place 1 to 2"
    english = report_of(evaluation, "en").indicators[0]
    assert english.actual.text == "place 2"
    page = render_markdown(evaluation.plan, evaluation, language="en")
    assert "−1 place" in page
    assert "places" in page
    assert "ranks" not in page
