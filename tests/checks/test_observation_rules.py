"""Rules about the year's facts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planmodel import (
    Action,
    Baseline,
    Benchmark,
    CalendarYear,
    Cumulative,
    Day,
    Department,
    FiscalYear,
    Implementation,
    Judgement,
    Measure,
    NotStated,
    Observation,
    Observations,
    Opinion,
    Plan,
    Stock,
    check,
)
from planmodel.model.origins import Origin

NOBODY = NotStated("資料に記載なし")
Y19, Y20, Y21 = FiscalYear(2019), FiscalYear(2020), FiscalYear(2021)


def total(**more: Any) -> Cumulative:
    """A running total of 100 in fiscal 2017."""
    start = Baseline("100人", FiscalYear(2017))
    return Cumulative("c", "養成数", unit="人", department=NOBODY, baseline=start, **more)


def plan() -> Plan:
    """A plan with a total, a stock with a part and a benchmark, and a measure."""
    part = Stock("part", "内訳", unit="件")
    series = Benchmark("bench", "全国", unit="件")
    stock = Stock("s", "数", unit="件", department=NOBODY, parts=(part,), benchmarks=(series,))
    return Plan(
        "plan-5",
        "計画",
        period=Y21,
        departments=[Department("desk", "窓口課")],
        indicators=[total(), stock],
        sections=[Action("a", "行動")[Measure("m", "取組")]],
    )


def found(code: str, *rows: Any, of: Plan | None = None) -> list[str]:
    """What one rule finds about in these rows, and that no rule fails."""
    findings = check(of or plan(), Observations().append(*rows), select=[code, "PM003"])
    assert [it for it in findings if it.code != code] == []
    return [it.about for it in findings]


def test_parts_and_benchmarks_can_be_observed() -> None:
    """Everything that has values is a series; a measure is none, and each is told once."""
    rows = [
        Observation(key, year, 1)
        for key in ("c", "s", "part", "bench", "m", "x")
        for year in (Y19, Y20)
    ]
    assert found("PM301", *rows) == ["m", "x"]


def test_a_row_says_where_it_was_written() -> None:
    """The line of the CSV is the place of the finding."""
    row = Observation("x", Y19, 1, origin=Origin("actual.csv", 7))
    (finding,) = check(plan(), Observations([row]), select="PM301")
    assert str(finding).startswith("actual.csv:7: error PM301")


class TestFallingTotals:
    """PM302 follows a total through its years."""

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            ([120, 150], []),
            ([120, 120], []),
            ([120, 110], ["c"]),
            ([90, 150], ["c"]),
            ([90, 80], ["c", "c"]),
            (["集計中", 110], []),
        ],
    )
    def test_totals(self, values: list[Any], expected: list[str]) -> None:
        """Every fall is told, the one below the baseline too."""
        rows = [Observation("c", year, it) for year, it in zip((Y19, Y20), values, strict=True)]
        assert found("PM302", *rows) == expected
        assert found("PM302", *reversed(rows)) == expected

    def test_increments(self) -> None:
        """Kanagawa reports 41, 56, 38 and 40: none of these is a falling total."""
        years = [FiscalYear(2018 + n) for n in range(4)]
        rows = [
            Observation("c", year, value, reported_as="increment")
            for year, value in zip(years, (41, 56, 38, 40), strict=True)
        ]
        assert found("PM302", *rows) == []
        assert found("PM302", Observation("c", Y19, -1, reported_as="increment")) == ["c"]

    def test_a_revision_mends_it(self) -> None:
        """What holds is compared, not what was replaced."""
        rows = [
            Observation("c", Y19, 500, known_on=dt.date(2020, 6, 1)),
            Observation("c", Y19, 110, known_on=dt.date(2021, 6, 1)),
            Observation("c", Y20, 120, known_on=dt.date(2021, 6, 1)),
        ]
        assert found("PM302", *rows) == []

    def test_a_count_that_starts_anew(self) -> None:
        """The baseline of another count is not compared; years of another kind neither."""
        anew = Plan("p", "計画", period=Y21, indicators=[total(counted_from=Day("2019-04-01"))])
        assert found("PM302", Observation("c", Y19, 5), of=anew) == []
        assert found("PM302", Observation("c", CalendarYear(2019), 5)) == []

    def test_stocks_may_fall(self) -> None:
        """Only totals cannot."""
        assert found("PM302", Observation("s", Y19, 5), Observation("s", Y20, 4)) == []


def test_units_of_rows() -> None:
    """Every row in another unit is told; one without a unit is in the indicator's."""
    rows = [
        Observation("s", Y19, "5人"),
        Observation("s", Y20, 5),
        Observation("bench", Y20, "5人"),
    ]
    assert found("PM303", *rows) == ["bench", "s"]


@pytest.mark.parametrize(
    ("day", "more", "expected"),
    [
        ("2021-03-30", {}, ["s"]),
        ("2021-03-31", {}, []),
        ("2021-10-14", {}, []),
        ("2020-10-14", {"state": "revised"}, ["s"]),
        ("2020-10-14", {"state": "provisional"}, []),
        ("2020-10-14", {"state": "forecast"}, []),
    ],
)
def test_values_known_before_the_end(day: str, more: dict[str, Any], expected: list[str]) -> None:
    """A final value of a year is known on its last day at the earliest."""
    row = Observation("s", Y20, 5, known_on=dt.date.fromisoformat(day), **more)
    assert found("PM304", row) == expected


def test_a_missing_value_may_be_known_early() -> None:
    """That nothing will be surveyed can be said before the year ends."""
    assert found("PM304", Observation("s", Y20, "調査せず", known_on=dt.date(2020, 5, 1))) == []


def test_records_of_unknown_measures() -> None:
    """Each unknown measure is told once; a section may have records too."""
    rows = [Implementation(key, year) for key in ("m", "a", "x") for year in (Y19, Y20)]
    assert found("PM305", *rows) == ["x"]


def test_judgements_opinions_and_departments() -> None:
    """What people say is about things of the plan, or about the plan."""
    judged = [
        Judgement(about, Y20, "A", by="審議会", because="理由")
        for about in ("s", "plan", "plan-5", "x")
    ]
    said = [Opinion(Y20, "意見", by="審議会", about=about) for about in ("", "m", "y")]
    done = [Implementation("m", Y20, department=key) for key in ("", "desk", "窓口課", "総務課")]
    assert sorted(found("PM306", *judged, *said, *done)) == ["m", "x", "y"]


def test_made_up_and_real_rows() -> None:
    """Either alone is fine, of whatever sort the rows are."""
    real = Observation("s", Y19, 5)
    made_up = Implementation("m", Y19, synthetic=True)
    assert found("PM307", real) == found("PM307", made_up) == []
    assert found("PM307", real, made_up) == ["plan-5"]


def test_rows_of_one_day() -> None:
    """The same said twice is no conflict; a later day is a revision."""
    first = Observation("s", Y19, "5件", known_on=dt.date(2020, 6, 1))
    same = Observation("s", Y19, "5件", known_on=dt.date(2020, 6, 1), source="別の表")
    later = Observation("s", Y19, "6件", known_on=dt.date(2020, 7, 1))
    other = Observation("s", Y19, "未公表", known_on=dt.date(2020, 6, 1))
    assert found("PM308", first, same, later) == []
    assert found("PM308", first, other) == ["s"]
