"""One chapter of a city's welfare plan, with a target for every year; wholly made up.

No figure and no name here is anybody's.
"""

from __future__ import annotations

from planmodel import (
    AtLeast,
    AtMost,
    Baseline,
    Department,
    FiscalYear,
    Flow,
    Issuer,
    Measure,
    Observation,
    Observations,
    Plan,
    Relation,
    Section,
    Stock,
    Window,
)


class Service(Measure, word="事業", numbering="①"):
    """What is done."""


class Item(Section[Service], word="項目", numbering="(1)"):
    """An item of the section."""


class Part(Section[Item], word="節", numbering="第1節"):
    """A section of the chapter."""


class Chapter(Plan[Part], word="章"):
    """The chapter, a plan of its own by law."""


welfare = Department("welfare", "地域福祉課")

visits = Flow(
    "visits",
    "訪問相談の件数",
    unit="件",
    direction="increase",
    department=welfare,
    baseline=Baseline(300, FiscalYear(2020)),
    # Printed for every year of the plan.
    targets=[
        AtLeast(number, FiscalYear(year))
        for year, number in ((2021, 320), (2022, 340), (2023, 350), (2024, 400))
    ],
)
complaints = Stock(
    "unanswered",
    "未回答の相談の割合",
    unit="%",
    direction="decrease",
    department=welfare,
    baseline=Baseline("12%", FiscalYear(2020)),
    targets=[AtMost("10%", FiscalYear(2024), scope="every_year")],
)

plan = Chapter(
    "city-chapter",
    "架空市地域福祉計画 第5章 再犯の防止",
    issuer=Issuer("架空市"),
    period=Window(FiscalYear(2021), FiscalYear(2024)),
    departments=[welfare],
    indicators=[visits, complaints],
    measured_by=[complaints],
    relations=[
        Relation("chapter_of", "架空市地域福祉計画", plan="city-welfare"),
        Relation("parent", "架空市総合計画"),
        Relation("split_from", "架空市安全計画", of="counsel", because="福祉の視点で進めるため"),
        Relation("merged_from", "架空市更生支援指針"),
    ],
    sections=[
        Part("counsel", "相談の充実", measured_by=[visits])[
            Item("window", "窓口の整備")[
                Service("desk", "総合窓口", departments=[welfare]),
                Service("visit", "訪問相談", departments=[welfare]),
            ],
        ],
        Part("circle", "支え合いの輪", measured_by=[complaints])[
            Item("people", "担い手づくり")[Service("school", "養成講座", departments=[welfare]),],
        ],
    ],
)

observations = Observations(
    [
        Observation(visits, FiscalYear(2021), 330, synthetic=True),
        Observation(visits, FiscalYear(2022), 336, synthetic=True),
        Observation(visits, FiscalYear(2023), 371, synthetic=True),
        Observation(complaints, FiscalYear(2021), "9.5%", synthetic=True),
        Observation(complaints, FiscalYear(2022), "10.5%", synthetic=True),
    ]
)
