"""PM204: a unit that nobody has defined."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.amounts import amounts_of
from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.errors import DocumentError
from planmodel.model.indicators import Benchmark, Indicator
from planmodel.text import say
from planmodel.units import missing_reason

__all__ = ["unknown_unit"]


@rule(
    "PM204",
    "unknown-unit",
    "warning",
    title=say("unit that nobody has defined", "定義のない単位"),
    does_ja="""
        指標・比較対象・値の単位が、ライブラリの単位表にも計画の own_units にもないときに知らせる。
        own_units が読めないときも知らせる。「―」のような、単位がないことを示す語は対象にしない。
        """,
    bad_ja="""
        定義のない単位は換算も比較もできず、単位の取り違えを見つけられない。
        """,
)
def unknown_unit(look: Look) -> Iterable[Hit]:
    """Report units that neither the library nor the plan defines.

    ## What it does
    Looks up the unit of every indicator, benchmark and value among the library's units and
    the plan's `own_units`, and reports `own_units` that cannot be read.
    Words for no unit, such as ―, are passed over.

    ## Why it is bad
    What is counted in an unknown unit can be neither converted nor compared,
    and a mistaken unit beside it goes unnoticed.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            Stock("kits", "防犯用品", unit="防犯セット", department=NotStated("資料に記載なし")),
        ],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[
            Stock("kits", "防犯用品", unit="防犯セット", department=NotStated("資料に記載なし")),
        ],
        own_units="防犯セット | safety kit / safety kits",
    )
    ```

    ## Reference
    `planmodel.units`
    """
    yield from _unreadable(look)
    for indicator in look.indicators:
        things: tuple[Indicator | Benchmark, ...] = (indicator, *indicator.benchmarks)
        for thing in things:
            spellings = [thing.unit, *(amount.unit for _, amount in amounts_of(look, thing))]
            for spelling in dict.fromkeys(spellings):
                if spelling and not look.units.known(spelling) and missing_reason(spelling) is None:
                    message = say(
                        "the unit {unit!r} of {title!r} is not known",
                        "「{title}」の単位「{unit}」は定義されていない",
                        unit=spelling,
                        title=look.title(thing),
                    )
                    hint = look.suggestion(spelling, "unit", look.units.by_spelling) or say(
                        "define it in the plan's own_units", "計画のown_unitsで定義する"
                    )
                    yield hit(thing, message, hint)


def _unreadable(look: Look) -> Iterable[Hit]:
    try:
        look.own_units()
    except DocumentError as error:
        for problem in error.problems:
            message = say(
                "the plan's own units cannot be read: {problem}",
                "計画の単位の定義（own_units）を読めない: {problem}",
                problem=problem,
            )
            yield hit(look.plan, message)
