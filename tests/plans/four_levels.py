"""A plan of four levels, uneven, wholly made up: no figure and no name here is anybody's.

基本方針 > 重点課題 > 施策 > 取組. Under one 基本方針 施策 stand without a 重点課題, under
one 重点課題 取組 stand without a 施策, and one 取組 is listed again (再掲).
施策番号 run through the plan beside the tree, and a 施策 has a field of its own: its budget.
"""

from __future__ import annotations

from attrs import field

from planmodel import (
    AtLeast,
    Baseline,
    Cumulative,
    Department,
    FiscalYear,
    Issuer,
    Measure,
    NotStated,
    Observation,
    Observations,
    Plan,
    Relisted,
    Section,
    Stock,
    Window,
    frozen,
)


class Task(Measure, word="取組", numbering="ア"):
    """What is done."""


@frozen
class Policy(Section[Task | Relisted], word="施策", numbering="施策番号{running}"):
    """A policy; ``budget`` is its first year's, in thousands of yen (千円)."""

    budget: int = field(default=0, kw_only=True)


class Issue(Section[Policy | Task | Relisted], word="重点課題", numbering="{parent}-1"):
    """A priority issue: policies, or tasks without a policy."""


class Direction(Section[Issue | Policy], word="基本方針", numbering="Ⅰ"):
    """A basic direction: issues, or policies without an issue."""


class SupportPlan(Plan[Direction], word="支援計画"):
    """The plan."""


support = Department("support", "生活支援課")
labor = Department("labor", "しごと課")

seats = Cumulative(
    "seats",
    "講座の修了者数",
    number="指標1",
    unit="人",
    direction="increase",
    department=labor,
    baseline=Baseline("120人", FiscalYear(2020)),
    targets=[AtLeast("200人", FiscalYear(2022)), AtLeast("360人", FiscalYear(2025))],
    counted_from=FiscalYear(2018),
    path="linear",
)
rooms = Stock(
    "rooms",
    "住まいの確保数",
    number="指標2",
    unit="件",
    direction="increase",
    department=support,
    baseline=Baseline(40, FiscalYear(2020)),
    targets=[AtLeast(50, FiscalYear(2025), scope="keep")],
    path="linear",
)

counseling = Task("counseling", "しごとの相談", departments=[labor])

plan = SupportPlan(
    "four-levels",
    "立ち直りを支える計画",
    issuer=Issuer("架空県"),
    period=Window(FiscalYear(2021), FiscalYear(2025)),
    departments=[support, labor],
    indicators=[seats, rooms],
    sections=[
        Direction("living", "暮らしを支える")[
            Issue("work", "しごと", measured_by=[seats])[
                Policy("training", "学びの場", budget=12_500)[
                    Task("courses", "講座を開く", departments=[labor]),
                    counseling,
                ],
                Policy("hiring", "雇い手を増やす", budget=800)[
                    Task("employers", "協力する雇い手の登録", departments=[labor]),
                ],
            ],
            Issue("home", "住まい", measured_by=[rooms])[
                Task("guarantor", "保証人のあっせん", lead=support, departments=[labor]),
                Relisted(counseling),
            ],
        ],
        Direction("region", "地域で支える")[
            Policy("learning", "知ってもらう")[
                Task("lectures", "講演会", departments=[support]),
                Relisted(counseling, number="（再掲）"),
            ],
            Policy("watching", "見守る")[NotStated("取組は来年度に定める")],
        ],
    ],
)

observations = Observations(
    [
        Observation(seats, FiscalYear(2021), 41, reported_as="increment", synthetic=True),
        Observation(seats, FiscalYear(2022), 45, reported_as="increment", synthetic=True),
        Observation(rooms, FiscalYear(2021), 44, synthetic=True),
        Observation(rooms, FiscalYear(2022), "集計中", synthetic=True),
    ]
)
