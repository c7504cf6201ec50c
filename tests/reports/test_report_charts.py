"""Charts: everything in its place, told in words too."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from planmodel import CalendarYear, Day, FiscalYear, Window
from planmodel.evaluation.background import Point
from planmodel.reports import build_report
from planmodel.reports.charting import KINDS, draw
from planmodel.reports.speaking import Speaker
from report_samples import judged, small_plan

PERIODS = st.one_of(
    st.integers(2000, 2030).map(FiscalYear),
    st.integers(2000, 2030).map(CalendarYear),
    st.dates().filter(lambda it: 1990 < it.year < 2040).map(Day),
    st.integers(2000, 2030).map(lambda it: Window(CalendarYear(it), CalendarYear(it + 4))),
)
POINTS = st.lists(
    st.builds(
        Point,
        PERIODS,
        st.decimals(-(10**6), 10**6, places=2),
        st.sampled_from(KINDS),
        st.booleans(),
    ),
    max_size=12,
)


@given(POINTS)
def test_every_mark_stands_inside(points: list[Point]) -> None:
    """Whatever the points are, marks and ticks lie in the frame, and the words name each mark."""
    chart = draw(points, speaker=Speaker(small_plan(), "ja"), key="x", title="題", unit="件")
    if chart is None:
        return
    for mark in chart.marks:
        assert chart.left <= float(mark.x) <= chart.right
        assert chart.top - 0.1 <= float(mark.y) <= chart.bottom + 0.1
    assert len(chart.marks) == sum(it.kind != "expected" for it in points)
    assert all(0 <= float(it.at) <= chart.width for it in chart.columns)
    assert len(chart.columns) >= 1


@given(POINTS)
def test_the_order_of_points_does_not_matter(points: list[Point]) -> None:
    """A chart of the same points is described alike however they are ordered."""
    speaker = Speaker(small_plan(), "en")
    charts = [
        draw(them, speaker=speaker, key="x", title="t", unit="%") for them in (points, points[::-1])
    ]
    assert (charts[0] is None) == (charts[1] is None)
    for one in charts:
        assert one is None or one.rows == (charts[0] and charts[0].rows)


def test_one_point_is_no_chart() -> None:
    """A single number is told by the table alone."""
    speaker = Speaker(small_plan(), "ja")
    point = Point(FiscalYear(2017), Decimal(5), "baseline")
    assert draw([point], speaker=speaker, key="x", title="題", unit="件") is None


def test_the_chart_is_told_in_words() -> None:
    """Title and description carry the numbers and their years for those who hear the page."""
    evaluation = judged(synthetic=True)
    chart = build_report(evaluation.plan, evaluation).indicators[0].chart
    assert chart is not None
    assert chart.title == "① 雇用の件数"
    for part in ("基準値: 2017年度 20件", "2020年度 52件（合成）", "目標: 2021年度 60件"):
        assert part in chart.description


def test_the_value_judged_is_printed() -> None:
    """The number of the year judged stands in the chart, beside baseline and target."""
    evaluation = judged()
    chart = build_report(evaluation.plan, evaluation).indicators[0].chart
    assert chart is not None
    assert {it.text for it in chart.labels} >= {"20", "52", "60"}


def test_made_up_values_look_different() -> None:
    """Marks of synthetic values are marked as such; others are not."""
    for synthetic in (True, False):
        evaluation = judged(synthetic=synthetic)
        chart = build_report(evaluation.plan, evaluation).indicators[0].chart
        assert chart is not None
        made = {it.synthetic for it in chart.marks if it.kind == "actual"}
        assert made == {synthetic}
        assert not any(it.synthetic for it in chart.marks if it.kind == "target")
