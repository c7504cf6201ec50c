"""Rules about figures: what they must find, and above all what they must let through."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planmodel import (
    AgainstBenchmark,
    AllOf,
    Amount,
    AtLeast,
    AtMost,
    Baseline,
    Benchmark,
    Between,
    CalendarYear,
    Cumulative,
    Day,
    FiscalYear,
    Flow,
    Indicator,
    NotStated,
    Observation,
    Observations,
    Plan,
    Relative,
    Stock,
    Target,
    Window,
    check,
)
from planmodel.checks.amounts import last_place
from planmodel.units import default_units

OLD, YEAR = FiscalYear(2017), FiscalYear(2021)
NOBODY = NotStated("資料に記載なし")


def of(*indicators: Indicator, **more: Any) -> Plan:
    """A plan of indicators alone."""
    period = Window(FiscalYear(2019), FiscalYear(2023))
    return Plan("plan", "計画", period=period, indicators=indicators, **more)


def found(
    code: str, *indicators: Indicator, rows: Iterable[Observation] | None = None, **more: Any
) -> list[str]:
    """What one rule finds about, and nothing else: no rule fails."""
    ledger = None if rows is None else Observations(rows)
    findings = check(of(*indicators, **more), ledger, select=[code, "PM003"])
    assert [it for it in findings if it.code != code] == []
    return [it.about for it in findings]


def stock(unit: str = "件", baseline: object = None, *targets: Target, **more: Any) -> Stock:
    """A stock with a baseline of fiscal 2017."""
    start = None if baseline is None else Baseline(baseline, OLD)  # type: ignore[arg-type]
    return Stock("i", "数", unit=unit, department=NOBODY, baseline=start, targets=targets, **more)


class TestTargetAlreadyMet:
    """PM207 looks at the side on which good values lie."""

    @pytest.mark.parametrize(
        ("target", "met"),
        [
            (AtLeast("100件", YEAR), True),
            (AtLeast("101件", YEAR), False),
            (AtLeast("100件", YEAR, strict=True), False),
            (AtLeast("99件", YEAR, strict=True), True),
            (AtMost("100件", YEAR), True),
            (AtMost("99件", YEAR), False),
            (AtMost("100件", YEAR, strict=True), False),
            (Between(40, 160, YEAR), True),
            (Between(120, 160, YEAR), False),
            (Between(20, 60, YEAR), False),
            (Relative("20%減", YEAR, stated="80件"), False),
            (Relative("20%減", YEAR, stated="120件"), True),
            (Relative("20%減", YEAR), False),
            (Relative("20%増", YEAR), False),
            (Relative("前年度比増", YEAR, of="previous_year"), False),
            (AtLeast("90件", YEAR, scope="keep"), False),
            (AtLeast("90件", YEAR, scope="every_year"), False),
            (AtLeast("90人", YEAR), False),
            (AtLeast(Amount(words="設置済"), YEAR), False),
        ],
    )
    def test_forms(self, target: Target, *, met: bool) -> None:
        """A baseline of 100 meets what lies on its own side."""
        assert bool(found("PM207", stock("件", "100件", target))) is met

    @pytest.mark.parametrize(("start", "met"), [(40, False), (60, True), (75, False)])
    def test_two_bounds_due_together_are_one_range(self, start: int, *, met: bool) -> None:
        """50以上 and 70以下 are met together or not at all, and are told of once."""
        ends = AtLeast("50%", YEAR), AtMost("70%", YEAR)
        for targets in (ends, ends[::-1]):
            two = stock("%", start, *targets, direction="increase")
            assert found("PM207", two) == (["i"] if met else [])
            assert found("PM213", two) == []

    def test_bounds_that_no_value_meets_are_no_range(self) -> None:
        """70以上 and 50以下 are looked at one by one."""
        two = stock("%", 40, AtLeast("70%", YEAR), AtMost("50%", YEAR), direction="increase")
        assert found("PM213", two) == ["i"]
        assert found("PM207", two) == ["i"]

    def test_units_of_one_kind_are_converted(self) -> None:
        """1,500千円 lies below 2百万円."""
        assert found("PM207", stock("千円", "1,500千円", AtLeast("2百万円", YEAR))) == []
        assert found("PM207", stock("千円", "2,500千円", AtLeast("2百万円", YEAR))) == ["i"]

    def test_a_level_to_keep_is_let_through(self) -> None:
        """Where the direction is to maintain, a baseline should meet the target."""
        assert found("PM207", stock("件", 100, AtLeast(90, YEAR), direction="maintain")) == []

    def test_a_moving_benchmark_is_let_through(self) -> None:
        """Hyogo's rate lay above the national one in 2017; that says nothing about 2021."""
        national = Benchmark("n", "全国", unit="%", baseline=Baseline("85.8%", OLD))
        rate = stock("%", "89.0%", AgainstBenchmark(national, YEAR), benchmarks=(national,))
        assert found("PM207", rate) == []

    def test_a_missing_baseline_meets_nothing(self) -> None:
        """集計中 is not 0."""
        assert found("PM207", stock("件", "集計中", AtMost(10, YEAR))) == []

    @given(st.integers(-1000, 1000), st.integers(-1000, 1000))
    def test_never_on_both_sides(self, start: int, goal: int) -> None:
        """A strict bound on one side and the plain one on the other are never both met."""
        up = found("PM207", stock("件", start, AtLeast(goal, YEAR, strict=True)))
        down = found("PM207", stock("件", start, AtMost(goal, YEAR)))
        assert bool(up) is not bool(down)


class TestCumulativeTargets:
    """PM208 knows that a total never falls, and that a count can start anew."""

    def total(self, goal: object, **more: Any) -> Cumulative:
        """A total of 3,816 in 2017."""
        return Cumulative(
            "i",
            "養成数",
            unit="人",
            department=NOBODY,
            baseline=Baseline("3,816人", OLD),
            targets=[AtLeast(goal, YEAR)],  # type: ignore[arg-type]
            **more,
        )

    def test_below_and_at_the_baseline(self) -> None:
        """Below is PM208, at the baseline is PM207, above is fine; never both."""
        for goal, expected in (("3,815人", [208]), ("3,816人", [207]), ("3,817人", [])):
            codes = [code for code in (207, 208) if found(f"PM{code}", self.total(goal))]
            assert codes == expected

    def test_a_count_that_starts_anew(self) -> None:
        """From 2019 on, 1,200 is a target; a start in 2010 or not stated changes nothing."""
        assert found("PM208", self.total(1200, counted_from=Day("2019-04-01"))) == []
        assert found("PM208", self.total(1200, counted_from=FiscalYear(2010))) == ["i"]
        assert found("PM208", self.total(1200, counted_from=NotStated("記載なし"))) == ["i"]


class TestRelativeArithmetic:
    """PM209 lets through what any way of rounding explains."""

    @pytest.mark.parametrize(
        ("start", "change", "printed", "differs"),
        [
            ("947人", "20%減", "757人", False),
            ("947人", "20%減", "758人", False),
            ("947人", "20%減", "756人", True),
            ("892人", "20%減", "714人", False),
            ("1,124人", "3割減", "750人", True),
            ("1,124人", "3割減", "約790人", False),
            ("1,124人", "3割減", "約750人", True),
            ("95.1人", "10%減", "85.5人", False),
            ("95.1人", "10%減", "85.4人", True),
            ("100人", "1.6倍", "160人", False),
            ("100人", "7人減", "93人", False),
            ("17.5万人", "20%減", "14万人", False),
            ("17.5万人", "20%減", "14.5万人", True),
        ],
    )
    def test_real_and_made_up_cases(
        self, start: str, change: str, printed: str, *, differs: bool
    ) -> None:
        """Kagoshima prints 757 for 757.6; 750 for 786.8 is no rounding."""
        it = stock("人", start, Relative(change, YEAR, stated=printed))
        assert bool(found("PM209", it)) is differs

    def test_points(self) -> None:
        """7ポイント向上 on 60% is 67%."""
        good = stock("%", "60%", Relative("7ポイント向上", YEAR, stated="67%"))
        bad = stock("%", "60%", Relative("7ポイント向上", YEAR, stated="64.2%"))
        assert (found("PM209", good), found("PM209", bad)) == ([], ["i"])

    def test_the_year_before_is_not_known(self) -> None:
        """A change against the year before has no reference in the plan."""
        it = stock("件", 100, Relative("20%減", YEAR, stated=10, of="previous_year"))
        assert found("PM209", it) == []

    @given(st.integers(1, 10**6), st.integers(1, 99))
    def test_every_way_of_rounding_is_let_through(self, start: int, size: int) -> None:
        """Down and up from the exact result, nothing is reported; two units off, it is."""
        exact = Decimal(start) * (100 - size) / 100
        floor = int(exact)
        rounded = {floor, floor if exact == floor else floor + 1}
        for printed in rounded:
            it = stock("件", start, Relative(f"{size}%減", YEAR, stated=printed))
            assert found("PM209", it) == []
        off = stock("件", start, Relative(f"{size}%減", YEAR, stated=floor + 2))
        assert found("PM209", off) == ["i"]


@pytest.mark.parametrize(
    ("amount", "unit", "place"),
    [
        (Amount(Decimal("95.1")), "%", "0.1"),
        (Amount(Decimal(757)), "人", "1"),
        (Amount(Decimal(175000), printed="17.5万戸"), "戸", "1000"),
        (Amount(Decimal(14), unit="億円", printed="14億円"), "千円", "100000"),
        (Amount(Decimal(750), about=True, printed="約750人"), "人", "10"),
        (Amount(Decimal(0), about=True), "人", "1"),
    ],
)
def test_the_last_printed_place(amount: Amount, unit: str, place: str) -> None:
    """How finely an amount is printed, told in the indicator's unit."""
    assert last_place(amount, unit, default_units()) == Decimal(place)


class TestShares:
    """PM210 looks only where a whole is declared."""

    def share(self, value: str, **more: Any) -> list[str]:
        """What is found about a declared share with this baseline."""
        over = Stock("over", "一部", unit=more.pop("over", "校"), department=NOBODY)
        under = Stock("under", "全体", unit="校", department=NOBODY)
        it = stock("%", value, numerator=over, denominator=under, **more)
        return found("PM210", it, over, under)

    def test_a_declared_share(self) -> None:
        """100% is the whole, more is too much."""
        assert self.share("100%") == []
        assert self.share("100.1%") == ["i"]

    def test_a_rate_that_declares_nothing(self) -> None:
        """A comparison with the year before may be 120%."""
        assert found("PM210", stock("%", "120%", AtLeast("130%", YEAR))) == []

    def test_a_rate_of_two_units_is_no_share(self) -> None:
        """Cases per school may be more than one each."""
        assert self.share("250%", over="件") == []

    def test_a_base(self) -> None:
        """10 of 179 is a share, 180 of 179 is not; a percentage has 100 as its whole."""
        for value, base, expected in ((10, 179, []), (180, 179, ["i"])):
            start = Baseline(value, OLD, base=Decimal(base))
            assert found(
                "PM210", Stock("i", "数", unit="件", department=NOBODY, baseline=start)
            ) == (expected)
        row = Observation("i", FiscalYear(2019), "101%", base=Decimal(300))
        assert found("PM210", stock("%"), rows=[row]) == ["i"]

    def test_everything_of_a_whole(self) -> None:
        """More municipalities than there are, in one and the same year."""
        whole = Benchmark("w", "全市町", unit="市町")
        it = stock("市町", None, AllOf(whole, YEAR), benchmarks=(whole,))
        y19, y20 = FiscalYear(2019), FiscalYear(2020)
        size = Observation("w", y19, "41市町")
        assert found("PM210", it, rows=[size, Observation("i", y19, "42市町")]) == ["i"]
        assert found("PM210", it, rows=[size, Observation("i", y19, "41市町")]) == []
        assert found("PM210", it, rows=[size, Observation("i", y20, "42市町")]) == []


class TestRatios:
    """PM211 divides, in whatever unit the rate is told."""

    def rate(self, printed: str, unit: str, over: str, under: str) -> list[str]:
        """What is found about a printed rate and its two counts."""
        counts = [
            Flow(name, name, unit=value[-1], department=NOBODY, baseline=Baseline(value, OLD))
            for name, value in (("over", over), ("under", under))
        ]
        it = stock(unit, printed, numerator=counts[0], denominator=counts[1])
        return found("PM211", it, *counts)

    @pytest.mark.parametrize(
        ("printed", "unit", "over", "under", "expected"),
        [
            ("27.8%", "%", "131人", "470人", []),
            ("27.9%", "%", "131人", "470人", []),
            ("28.0%", "%", "131人", "470人", ["i"]),
            ("93%", "%", "37件", "40件", []),
            ("92%", "%", "37件", "40件", []),
            ("91%", "%", "37件", "40件", ["i"]),
            ("5人/10万人", "人/10万人", "270人", "540万人", []),
            ("6人/10万人", "人/10万人", "270人", "540万人", ["i"]),
            ("1.5倍", "倍", "3件", "2件", []),
            ("1.7倍", "倍", "3件", "2件", ["i"]),
            ("50%", "%", "3件", "2人", []),
            ("50%", "%", "3件", "0件", []),
        ],
    )
    def test_printed_and_counted(
        self, printed: str, unit: str, over: str, under: str, expected: list[str]
    ) -> None:
        """Real reports truncate 131/470 to 27.8 and round 37/40 up to 93: both are let through."""
        assert self.rate(printed, unit, over, under) == expected

    def test_observations_are_compared_year_by_year(self) -> None:
        """A rate of 2019 is not held against the counts of 2020."""
        counts = [Flow(name, name, unit="件", department=NOBODY) for name in ("over", "under")]
        it = stock("%", None, numerator=counts[0], denominator=counts[1])
        y19, y20 = FiscalYear(2019), FiscalYear(2020)
        rows = [
            Observation("i", y19, "50%"),
            Observation("over", y20, 1),
            Observation("under", y20, 4),
        ]
        assert found("PM211", it, *counts, rows=rows) == []
        assert found("PM211", it, *counts, rows=[*rows, Observation("i", y20, "50%")]) == ["i"]


class TestParts:
    """PM212 adds up only what declares that it adds up."""

    def whole(self, total: str, *parts: str, unit: str = "人", declared: bool = True) -> Flow:
        """A whole and its parts, all of 2017."""
        return Flow(
            "i",
            "被害者",
            unit=unit,
            department=NOBODY,
            baseline=Baseline(total, OLD),
            parts_add_up=declared,
            parts=tuple(
                Flow(f"p{n}", "内訳", unit=unit, baseline=Baseline(value, OLD))
                for n, value in enumerate(parts)
            ),
        )

    @pytest.mark.parametrize(
        ("total", "parts", "unit", "expected"),
        [
            ("110人", ("40人", "70人"), "人", []),
            ("111人", ("40人", "70人"), "人", ["i"]),
            ("100%", ("33.3%", "33.3%", "33.3%"), "%", []),
            ("100.0%", ("33.3%", "33.3%", "33.9%"), "%", ["i"]),
            ("3億円", ("1億円", "1億円"), "億円", []),
            ("9億円", ("1億円", "1億円"), "億円", ["i"]),
            ("100人", ("40人", "集計中"), "人", []),
        ],
    )
    def test_sums(self, total: str, parts: tuple[str, ...], unit: str, expected: list[str]) -> None:
        """Counts agree exactly, rounded figures within their rounding, missing is not zero."""
        assert found("PM212", self.whole(total, *parts, unit=unit)) == expected

    def test_overlapping_parts(self) -> None:
        """重複計上 is allowed where nothing is declared."""
        assert found("PM212", self.whole("100人", "70人", "70人", declared=False)) == []

    def test_observations(self) -> None:
        """The same holds for each observed year in which every part has a value."""
        it = self.whole("110人", "40人", "70人")
        rows = [Observation("i", FiscalYear(2019), 100), Observation("p0", FiscalYear(2019), 20)]
        assert found("PM212", it, rows=rows) == []
        assert found("PM212", it, rows=[*rows, Observation("p1", FiscalYear(2019), 70)]) == ["i"]


class TestUnits:
    """PM203 and PM204 know spellings, scales and points."""

    def test_spellings_of_one_unit(self) -> None:
        """か所 and カ所 are the same."""
        assert found("PM203", stock("か所", "2,478カ所", AtLeast("3,891箇所", YEAR))) == []

    def test_another_scale_is_another_unit(self) -> None:
        """億円 where 千円 is declared would be read as thousands."""
        assert found("PM203", stock("千円", "3億円")) == ["i"]

    def test_every_version_of_a_form(self) -> None:
        """Both ends of a range are looked at."""
        assert found("PM203", stock("件", None, Between("4人", "5人", YEAR))) == ["i", "i"]

    def test_points_need_a_share(self) -> None:
        """7ポイント向上 of people means nothing."""
        assert found("PM203", stock("人", 60, Relative("7ポイント向上", YEAR))) == ["i"]
        assert found("PM203", stock("%", 60, Relative("7ポイント向上", YEAR))) == []
        assert found("PM203", stock("ポイント", 60, Relative("7ポイント向上", YEAR))) == []

    def test_a_benchmark_in_another_unit(self) -> None:
        """人/10万人 is not held against 人/千人."""
        other = Benchmark("n", "全国", unit="人/千人")
        it = stock("人/10万人", None, AgainstBenchmark(other, YEAR), benchmarks=(other,))
        assert found("PM203", it) == ["i"]

    def test_an_unknown_unit_equals_itself(self) -> None:
        """What nobody has defined is one finding, and no mismatch."""
        it = stock("防犯セット", Amount(Decimal(3), unit="防犯セット"))
        assert found("PM203", it) == []
        assert found("PM204", it) == ["i"]

    def test_a_dash_is_no_unit(self) -> None:
        """― says that there is none."""
        assert found("PM204", stock("―")) == []

    def test_own_units_that_cannot_be_read(self) -> None:
        """The plan is told, and nothing fails."""
        assert found("PM204", stock("件"), own_units="箱 = 3 ほげ") == ["plan"]


class TestTimes:
    """PM205 and PM206 compare what can be compared."""

    def test_kinds_of_years(self) -> None:
        """A calendar year that overlaps the fiscal baseline is not before it."""
        assert found("PM205", stock("件", 100, AtLeast(200, CalendarYear(2017)))) == []
        assert found("PM205", stock("件", 100, AtLeast(200, CalendarYear(2016)))) == ["i"]
        assert found("PM205", stock("件", 100, AtLeast(200, OLD))) == []

    def test_windows(self) -> None:
        """Tottori's target is a mean of 2022–2026 in a plan from fiscal 2023 on."""
        target = AtMost("354人", Window(CalendarYear(2022), CalendarYear(2026)))
        start = Baseline("443人", Window(CalendarYear(2017), CalendarYear(2021)))
        it = Flow("i", "再犯者数", unit="人", department=NOBODY, baseline=start, targets=[target])
        whole = Plan(
            "plan", "計画", period=Window(FiscalYear(2023), FiscalYear(2027)), indicators=[it]
        )
        assert check(whole) == ()

    def test_what_is_not_stated_is_not_compared(self) -> None:
        """Neither an open plan nor an open target is outside of anything."""
        assert found("PM206", stock("件", 100, AtLeast(200, NotStated("未記載")))) == []
        assert found("PM205", stock("件", 100, AtLeast(200, NotStated("未記載")))) == []


class TestDirections:
    """PM213 compares declared with declared."""

    @pytest.mark.parametrize(
        ("direction", "target", "expected"),
        [
            ("increase", AtLeast(1, YEAR), []),
            ("increase", AtMost(1, YEAR), ["i"]),
            ("decrease", Relative("20%減", YEAR), []),
            ("decrease", Relative("1.6倍", YEAR), ["i"]),
            ("maintain", AtMost(1, YEAR, scope="keep"), []),
            ("maintain", Relative("前年度比増", YEAR, of="previous_year"), ["i"]),
            ("decrease", Between(1, 2, YEAR), []),
            (None, AtMost(1, YEAR), []),
            (NotStated("記載なし"), AtMost(1, YEAR), []),
        ],
    )
    def test_forms(self, direction: Any, target: Target, expected: list[str]) -> None:
        """Nothing is guessed where nothing is declared."""
        assert found("PM213", stock("件", 5, target, direction=direction)) == expected

    def test_a_benchmark(self) -> None:
        """全国平均以上 of something that should fall."""
        national = Benchmark("n", "全国", unit="件")
        target = AgainstBenchmark(national, YEAR)
        it = stock("件", 5, target, direction="decrease", benchmarks=(national,))
        assert found("PM213", it) == ["i"]


class TestBenchmarks:
    """PM214 and PM215 share one matter and never report it together."""

    @pytest.mark.parametrize(
        ("start", "rows", "expected"),
        [
            (None, [], ["PM214"]),
            (None, [("n", 2019)], ["PM215"]),
            (None, [("n", 2021)], []),
            ("85.8%", [], ["PM215"]),
            ("85.8%", [("n", 2021)], []),
        ],
    )
    def test_values_known(
        self, start: str | None, rows: list[tuple[str, int]], expected: list[str]
    ) -> None:
        """No value at all, none for the year of the target, or one."""
        baseline = None if start is None else Baseline(start, OLD)
        national = Benchmark("n", "全国", unit="%", baseline=baseline)
        it = stock("%", None, AgainstBenchmark(national, YEAR), benchmarks=(national,))
        ledger = Observations([Observation(key, FiscalYear(year), "1%") for key, year in rows])
        assert [f.code for f in check(of(it), ledger, select=["PM214", "PM215"])] == expected
