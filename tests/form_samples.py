"""A plan with a target of every form, told in English or in Japanese; its figures are made up."""

from __future__ import annotations

from typing import Any

from planmodel import (
    AgainstBenchmark,
    AllOf,
    AtLeast,
    AtMost,
    Baseline,
    Benchmark,
    Between,
    Department,
    FiscalYear,
    Measure,
    Milestone,
    Missing,
    NoNumber,
    Observation,
    Observations,
    Plan,
    Rank,
    Relative,
    Section,
    Stock,
    Window,
)
from planmodel.evaluation.assess import evaluate
from planmodel.evaluation.results import Evaluation

START, NOW, END = FiscalYear(2017), FiscalYear(2020), FiscalYear(2021)


class Aim(Section[Measure], word="Aim", numbering="1"):
    """The one level of the English plan and of the Japanese one."""


def every_form(language: str) -> Evaluation:
    """The plan in *language* without translations, judged in FY2020."""
    is_japanese = language == "ja"

    def words(english: str, japanese: str) -> str:
        return japanese if is_japanese else english

    care = Department("care", words("Welfare Division", "福祉課"))
    nation = Benchmark(
        "nation", words("nation", "全国平均"), unit="%", baseline=Baseline("85.8%", START)
    )
    whole = Benchmark(
        "whole", words("towns", "全市町村"), unit="市町村", baseline=Baseline("41市町村", START)
    )

    def level(key: str, unit: str, base: Any, target: Any, **more: Any) -> Stock:
        title = words(key, f"指標{len(key)}")
        baseline = None if base is None else Baseline(base, START)
        return Stock(
            key, title, unit=unit, baseline=baseline, targets=[target], department=care, **more
        )

    down: dict[str, Any] = {"direction": "decrease"}
    indicators = [
        level("strict", "%", "90%", AtLeast("93%", END, strict=True)),
        level("at-most", "%", "20%", AtMost("16%", END), **down),
        level("between", "%", "30%", Between("40%", "60%", END), direction="maintain"),
        level("every-year", "%", "20%", AtLeast("30%", END, scope="every_year")),
        level("kept", "件", 5000, AtMost(4500, END, scope="keep"), **down),
        level("relative", "人", 947, Relative("20%減", END), **down),
        level("in-tenths", "人", 1124, Relative("3割減", END, stated=750), **down),
        level("in-points", "%", "20%", Relative("5ポイント増", END)),
        level("in-units", "人", 20, Relative("5人増", END)),
        level("in-times", "人", 20, Relative("1.6倍", END)),
        level("than-before", "人", 947, Relative("増", END, of="previous_year")),
        level("compared", "%", "89%", AgainstBenchmark(nation, END), benchmarks=(nation,)),
        level("all-of-them", "市町村", "30市町村", AllOf(whole, END), benchmarks=(whole,)),
        level("ranked", "位", 3, Rank(1, words("the region", "東北"), END), **down),
        level("no-number", "人", None, NoNumber(words("to be watched", "動向を見る"), END)),
        level("milestone", "カ所", None, Milestone(words("set up", "設置"), END)),
    ]
    values: dict[str, Any] = {"ranked": "未公表", "no-number": Missing("集計中")}
    visits = Measure("visits", words("Visits", "訪問"), departments=[care])
    plan: Plan[Any] = Plan(
        "forms",
        words("Plan of every form", "全形式の計画"),
        language=language,
        period=Window(FiscalYear(2018), END),
        departments=[care],
        indicators=indicators,
        sections=[Aim("watch", words("Watch", "見守る"), measured_by=indicators)[visits]],
    )
    rows = [
        Observation(it, NOW, values.get(it.id, 91)) for it in indicators if it.id != "milestone"
    ]
    return evaluate(plan, Observations(rows), period=NOW)
