"""PM215: a benchmark that has no value for the year of the target."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look, stated
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.indicators import Benchmark
from planmodel.model.targets import AgainstBenchmark, AllOf
from planmodel.text import say

__all__ = ["benchmark_value_missing"]


@rule(
    "PM215",
    "benchmark-value-missing",
    "info",
    title=say("benchmark without a value for the target's year", "目標年の値がまだない比較対象"),
    does_ja="""
        比較対象に値はあるものの、目標の時期の値がまだないときに知らせる。
        値が一つもない場合は PM214 が見る。
        """,
    bad_ja="""
        動く比較対象とは同じ年どうしで比べる。その年の値が得られるまで、達成は評価できない。
        """,
)
def benchmark_value_missing(look: Look) -> Iterable[Hit]:
    """Report targets against a series whose value for the target's year is not known.

    ## What it does
    For each target against a benchmark that has some value, looks for the one of the period
    in which the target is due. A benchmark without any value is the matter of PM214.

    ## Why it is bad
    What moves is compared in one and the same year.
    Until that value is known, the target cannot be judged.

    ## Example
    ```python
    national = Benchmark(
        "national", "全国平均", unit="%", baseline=Baseline("85.8%", FiscalYear(2017))
    )
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            Stock(
                "rate", "解消率", unit="%", department=NotStated("資料に記載なし"),
                benchmarks=(national,),
                targets=[AgainstBenchmark(national, FiscalYear(2021))],
            ),
        ],
    )
    ```

    ## Use instead
    ```python
    national = Benchmark(
        "national", "全国平均", unit="%", baseline=Baseline("85.8%", FiscalYear(2017))
    )
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            Stock(
                "rate", "解消率", unit="%", department=NotStated("資料に記載なし"),
                benchmarks=(national,),
                targets=[AgainstBenchmark(national, FiscalYear(2021))],
            ),
        ],
    )
    observations = Observations([
        Observation("national", FiscalYear(2021), "80%", synthetic=True),
    ])
    ```

    ## Reference
    `planmodel.Benchmark`
    """
    for indicator in look.indicators:
        for target in look.targets(indicator):
            if not isinstance(target, (AgainstBenchmark, AllOf)):
                continue
            pointer = target.whole if isinstance(target, AllOf) else target.benchmark
            series, due = look.series.get(pointer.id), stated(target.period)
            if not isinstance(series, Benchmark) or due is None or not look.has_values(series):
                continue
            if not look.has_values(series, due):
                message = say(
                    "{benchmark!r}, which {title!r} is held against, has no value for {due}",
                    "「{title}」の比較対象「{benchmark}」には、{due}の値がまだない",
                    benchmark=look.title(series),
                    title=look.title(indicator),
                    due=due,
                )
                hint = say(
                    "until it is known, the target cannot be judged",
                    "値が得られるまで、この目標は評価できない",
                )
                yield hit(indicator, message, hint)
