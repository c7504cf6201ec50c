"""The one published series of Kagoshima's plan (2019 to 2023), and nothing else: no outline.

Real, as published: 再犯者数 947 (2017), 881, 845, 851, 784 (2018 to 2021), target 757 (2023),
which the plan prints for 「20%減」. Not given, and so not stated here: the outline, the
department and the exact title of the plan.
"""

from __future__ import annotations

from planmodel import (
    Baseline,
    CalendarYear,
    FiscalYear,
    Flow,
    Issuer,
    NotStated,
    Observation,
    Observations,
    Plan,
    Relative,
    Window,
)

reoffenders = Flow(
    "reoffenders",
    "再犯者数",
    unit="人",
    direction="decrease",
    department=NotStated("公表された系列に記載がない"),
    baseline=Baseline(947, CalendarYear(2017)),
    targets=[Relative("20%減", CalendarYear(2023), stated=757)],
    path="linear",
)

plan = Plan(
    "kagoshima",
    "鹿児島県の再犯防止の計画",
    issuer=Issuer("鹿児島県", code="460001"),
    period=Window(FiscalYear(2019), FiscalYear(2023)),
    indicators=[reoffenders],
    measured_by=[reoffenders],
    sections=NotStated("系列だけを扱うため、体系は示さない"),
)

observations = Observations(
    Observation(reoffenders, CalendarYear(year), value)
    for year, value in ((2018, 881), (2019, 845), (2020, 851), (2021, 784))
)
