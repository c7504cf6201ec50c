"""Judging: all plans in a loop against the same arithmetic written by hand, and growth with size.

1,788 plans of Hyogo's size are as many as Japan has prefectures and municipalities.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from unittest import mock

from timing import Pair, paired, table

import planmodel
from planmodel import Cumulative, Evaluation, FiscalYear, Observation, Observations, Plan, Window
from planmodel.evaluation.facts import Facts
from planmodel.evaluation.grading import grade_facts
from planmodel.evaluation.rules.loading import load_rule
from planmodel.reports import render_html, render_markdown

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "examples" / "hyogo_5th"
PLANS = 1788
HUNDRED, FOUR, THREE = Decimal(100), Decimal(4), Decimal(3)
GOOD, FAIR = Decimal(80), Decimal(50)


def _by_hand(rows: list[tuple[Decimal, Decimal, Decimal]]) -> list[str]:
    """The ibaraki rule on a straight line in year 3 of 4, with nothing checked or explained."""
    grades: list[str] = []
    for value, baseline, target in rows:
        expected = baseline + (target - baseline) * THREE / FOUR
        ratio = (value / expected * HUNDRED).quantize(Decimal("0.1"))
        if ratio >= HUNDRED:
            grades.append("A")
        elif ratio >= GOOD:
            grades.append("B+")
        elif ratio >= FAIR:
            grades.append("B")
        else:
            grades.append("C")
    return grades


def _one_rule() -> list[Pair]:
    rule = load_rule("ibaraki")
    rows = [(Decimal(80 + n % 40), Decimal(60), Decimal(100 + n % 7)) for n in range(20_000)]
    facts = [
        Facts(
            value=v, baseline=b, target=t, elapsed=THREE, duration=FOUR,
            direction="increase", path="linear", kind="stock",
        )
        for v, b, t in rows
    ]  # fmt: skip

    def ours() -> list[str | None]:
        return [grade_facts(rule, it).label for it in facts]

    def traced() -> int:
        return sum(len(grade_facts(rule, it).trace.steps) for it in facts[:2000])

    assert ours() == _by_hand(rows)
    return [
        paired(
            "one indicator under one rule, its trace at hand",
            ours,
            "by hand",
            lambda: _by_hand(rows),
            goal=3,
            rounds=25,
        ),
        paired(
            "the same, every trace read",
            traced,
            "by hand",
            lambda: _by_hand(rows[:2000]),
            rounds=5,
        ),
    ]


def _whole_plans() -> list[Pair]:
    plan = planmodel.load(EXAMPLE)
    ledger = planmodel.load_observations(EXAMPLE / "hyogo_5th" / "observations" / "synthetic.csv")
    figures = [
        (row.value, it.baseline.value, it.targets[0].value)
        for it in plan.indicators
        if it.baseline and (row := ledger.at(it, FiscalYear(2020))) and row.value
        and it.baseline.value and it.targets[0].value
    ]  # fmt: skip

    def ours() -> None:
        for _ in range(PLANS):
            planmodel.evaluate(plan, ledger, period=FiscalYear(2020), rules="ibaraki")

    def hand() -> None:
        for _ in range(PLANS):
            _by_hand(figures)

    return [
        paired(
            f"{PLANS:,} plans, gathered, judged and rolled up",
            ours,
            "arithmetic alone, by hand",
            hand,
            rounds=2,
        )
    ]


def _made(count: int) -> tuple[Plan, Observations]:
    indicators = [
        Cumulative(
            f"i{n}", f"指標{n}", unit="人", direction="increase",
            baseline=planmodel.Baseline(100, FiscalYear(2017)),
            targets=[planmodel.AtLeast(200, FiscalYear(2021))],
        )
        for n in range(count)
    ]  # fmt: skip
    plan = Plan(
        "made", "作成した計画",
        period=Window(FiscalYear(2019), FiscalYear(2021)), indicators=indicators,
    )  # fmt: skip
    rows = [Observation(it, FiscalYear(2020), 170) for it in indicators]
    return plan, Observations(rows)


def _growth() -> list[Pair]:
    small, large = _made(500), _made(5000)

    def judge(made: tuple[Plan, Observations]) -> None:
        planmodel.evaluate(made[0], made[1], period=FiscalYear(2020))

    def check(made: tuple[Plan, Observations]) -> None:
        planmodel.check(made[0], made[1])

    return [
        paired(
            "judging 5,000 indicators",
            lambda: judge(large),
            "500 of them",
            lambda: judge(small),
            goal=12,
            rounds=4,
        ),
        paired(
            "checking 5,000 indicators",
            lambda: check(large),
            "500 of them",
            lambda: check(small),
            goal=12,
            rounds=4,
        ),
    ]


def _report(name: str, render: Callable[[Plan, Evaluation], str]) -> Pair:
    small, large = (
        planmodel.evaluate(*_made(count), period=FiscalYear(2020)) for count in (150, 1500)
    )
    return paired(
        f"a report of 1,500 indicators in {name}",
        lambda: render(large.plan, large),
        "150 of them",
        lambda: render(small.plan, small),
        goal=12,
        rounds=4,
    )


def _reports() -> list[Pair]:
    return [_report("HTML", render_html), _report("Markdown", render_markdown)]


def _quantities() -> int:
    """How many pint quantities are built while reading, checking and judging."""
    import pint

    made = 0
    real = pint.Quantity.__new__

    def counting(cls: type, *given: object, **more: object) -> object:
        nonlocal made
        made += 1
        return real(cls, *given, **more)

    text = planmodel.to_json(planmodel.load(EXAMPLE))
    with mock.patch.object(pint.Quantity, "__new__", counting):
        plan = planmodel.from_json(text)
        ledger = planmodel.load_observations(
            EXAMPLE / "hyogo_5th" / "observations" / "synthetic.csv"
        )
        planmodel.check(plan, ledger)
        planmodel.evaluate(plan, ledger, period=FiscalYear(2020), rules="ibaraki")
    return made


def main() -> None:
    """Measure and print."""
    table("Judging", [*_one_rule(), *_whole_plans()])
    table("Growth with size (linear is 10)", [*_growth(), *_reports()])
    print(f"\nQuantities built while reading, checking and judging: {_quantities()}")


if __name__ == "__main__":
    main()
