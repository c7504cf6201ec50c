"""Tottori's second plan (FY2023 to FY2027), written with public names only.

Real, as published: the period, the five 重点課題 and their order, that there are no pillars,
the headline indicator 再犯者数 with its baseline (443人, the mean of the calendar years 2017 to
2021) and its target (354人, the mean of 2022 to 2026, due at the end of FY2027), what it took the
place of, and why.

Made up: the title, the wording of every 取組, the departments, the numbering, and every row
of `observations` (all marked synthetic).
"""

# ruff: noqa: N801, PLC2401 - words of plans are Japanese

from __future__ import annotations

from planmodel import (
    AtMost,
    Baseline,
    CalendarYear,
    Department,
    Document,
    FiscalYear,
    Flow,
    Issuer,
    Lineage,
    Measure,
    NotStated,
    Observation,
    Observations,
    Plan,
    Relation,
    Section,
    Window,
)

MADE_UP = "made up for this test"
START = Window(CalendarYear(2017), CalendarYear(2021))
END = Window(CalendarYear(2022), CalendarYear(2026))


class 取組(Measure, numbering="・"):
    """What is done."""


class 重点課題(Section[取組], numbering="1"):
    """A priority issue; 取組 stand right under it."""


class 再犯防止推進計画(Plan[重点課題]):
    """The plan."""


welfare = Department("welfare", "福祉監査指導課", note=MADE_UP)
work = Department("work", "雇用政策課", note=MADE_UP)
schools = Department("schools", "教育総務課", note=MADE_UP)

reoffenders = Flow(
    "reoffenders",
    "再犯者数",
    unit="人",
    role="成果指標",
    direction="decrease",
    department=welfare,
    baseline=Baseline("443人", START, method="2017年から2021年までの平均"),
    targets=[AtMost("354人", END, note="2022年から2026年までの平均。2027年度末が期限")],
    path=NotStated("途中の値は示されていない"),
    replaces=[
        Lineage(
            "recidivism-rate",
            "取組との因果関係が明確でなく、率は分母も動くため",
            plan="tottori-1st",
            title="再犯者率",
        )
    ],
)

plan = 再犯防止推進計画(
    "tottori-2nd",
    "鳥取県の再犯防止の計画（第2期）",
    issuer=Issuer("鳥取県", code="310000"),
    period=Window(FiscalYear(2023), FiscalYear(2027)),
    documents=[Document("made-up", "本テストのための創作")],
    departments=[welfare, work, schools],
    indicators=[reoffenders],
    measured_by=[reoffenders],
    relations=[Relation("predecessor", "鳥取県の再犯防止の計画（第1期）", plan="tottori-1st")],
    sections=[
        重点課題("work-and-housing", "就労・住居の確保等")[
            取組("job-search", "求職の相談", departments=[work], note=MADE_UP),
            取組("housing-search", "住まい探しの手伝い", departments=[welfare], note=MADE_UP),
        ],
        重点課題("welfare-and-health", "福祉サービス・保健医療の利用の促進等")[
            取組("settlement", "出所後の福祉へのつなぎ", departments=[welfare], note=MADE_UP),
        ],
        重点課題("schooling", "学校等と連携した修学支援の実施等")[
            取組("back-to-school", "学び直しの相談", departments=[schools], note=MADE_UP),
        ],
        重点課題("citizens", "民間協力者の活動の促進等")[
            取組("volunteers", "保護司の活動の場の確保", departments=[welfare], note=MADE_UP),
        ],
        重点課題("inclusion", "地域による包摂の推進")[
            取組("network", "地域の支援者の集まり", departments=[welfare], note=MADE_UP),
        ],
    ],
    language="ja",
    version="1",
)

observations = Observations(
    [
        Observation(
            reoffenders,
            Window(CalendarYear(2018), CalendarYear(2022)),
            421,
            source=MADE_UP,
            synthetic=True,
        ),
        Observation(reoffenders, END, 350, source=MADE_UP, synthetic=True),
    ]
)
