"""PM214: a benchmark that has no value anywhere."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.dsl.absences import absences_in, is_undecided
from planmodel.model.indicators import Benchmark
from planmodel.model.targets import AgainstBenchmark, AllOf
from planmodel.text import say

__all__ = ["benchmark_without_series"]


@rule(
    "PM214",
    "benchmark-without-series",
    "warning",
    title=say("benchmark without a series", "値の一つもない比較対象"),
    does_ja="""
        「全国平均以上」や「全市町村」のような目標の比較対象に、
        計画の中の基準値も、渡された実績の値も一つもないときに知らせる。
        基準値が未定と書かれているときは、PM112だけが知らせる。
        """,
    bad_ja="""
        比べる相手の値がない目標は、達成したかどうかを永久に評価できない。
        """,
)
def benchmark_without_series(look: Look) -> Iterable[Hit]:
    """Report targets against a series of which nothing at all is known.

    ## What it does
    For each target against a benchmark (`AgainstBenchmark`, `AllOf`), looks for a baseline of the
    benchmark in the plan and for observations of it among those that were given.
    A baseline that is still to be decided is listed by `PM112` instead.

    ## Why it is bad
    Where the other side of a comparison has no values, nobody will ever know the result.

    ## Example
    ```python
    national = Benchmark("national", "全国平均", unit="%")
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
    ```

    ## Reference
    `planmodel.Benchmark`
    """
    for indicator in look.indicators:
        for target in look.targets(indicator):
            if not isinstance(target, (AgainstBenchmark, AllOf)):
                continue
            pointer = target.whole if isinstance(target, AllOf) else target.benchmark
            series = look.series.get(pointer.id)
            if not isinstance(series, Benchmark) or _is_open(series):
                continue
            if not look.has_values(series):
                message = say(
                    "{title!r} is held against {benchmark!r}, which has no value anywhere",
                    "「{title}」の比較対象「{benchmark}」には、基準値も実績値も一つもない",
                    title=look.title(indicator),
                    benchmark=look.title(series),
                )
                hint = say(
                    "give the benchmark a baseline, or add observations of {id!r}",
                    "比較対象に基準値を書くか、「{id}」の実績値を加える",
                    id=series.id,
                )
                yield hit(indicator, message, hint)


def _is_open(series: Benchmark) -> bool:
    return any(is_undecided(it.reason) for it in absences_in(series.baseline))
