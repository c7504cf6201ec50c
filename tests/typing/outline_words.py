"""What a type checker knows of an outline: the right child, and above all the wrong one.

Every line that must be refused says so, for mypy and for pyright;
a refusal that does not come is an unused comment, and that is an error for both.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from typing import assert_type

import attrs

from planmodel import (
    Action,
    Department,
    FiscalYear,
    Indicator,
    Measure,
    MeasureGroup,
    NotStated,
    Partner,
    Pillar,
    Plan,
    Ref,
    Relisted,
    Section,
    Stock,
    frozen,
)

DESK = Department("desk", "地域安全課")
POLICE = Partner("police", "県警")
RATE = Stock("rate", "解消率", unit="%", department=DESK)
PATROL = Measure("patrol", "巡回", departments=[DESK], partners=[POLICE], measured_by=[RATE])
OPEN = NotStated("抜粋に記載なし")


@frozen
class CostedMeasure(Measure, word="予算付き取組"):
    """A measure with a field of its own."""

    budget: int = attrs.field(default=0, kw_only=True)


class Policy(Section[CostedMeasure | Relisted], word="施策"):
    """A level that takes costed measures only."""


class Goal(Section[Policy], word="目標"):
    """A level above it."""


class GoalPlan(Plan[Goal], word="戦略"):
    """A plan of goals."""


COSTED = CostedMeasure("costed", "補助", budget=5)

# Right children, one or several, listed again, or not stated.
GROUP = MeasureGroup("group", "見出し")[PATROL, Relisted(PATROL), COSTED]
PILLAR = Pillar("pillar", "柱")[GROUP, PATROL]
ACTION = Action("action", "行動")[PILLAR, GROUP, PATROL]
SILENT = Action("silent", "行動")[OPEN]
POLICY = Policy("policy", "施策")[COSTED]
PLAN = GoalPlan("p", "戦略", period=FiscalYear(2021), sections=[Goal("goal", "目標")[POLICY]])
READY = Plan("q", "計画", period=FiscalYear(2021), sections=[ACTION, SILENT])

# Wrong children.
Pillar("x", "柱")[ACTION]  # type: ignore[index]
Action("x", "行動")[SILENT]  # type: ignore[index]
MeasureGroup("x", "見出し")[GROUP]  # type: ignore[index]
Policy("x", "施策")[PATROL]  # type: ignore[index]
Policy("x", "施策")[COSTED, PATROL]  # type: ignore[index]
Goal("x", "目標")[COSTED]  # type: ignore[index]
Pillar("x", "柱")[[PATROL]]  # type: ignore[index]
Pillar("x", "柱")["巡回"]  # type: ignore[index]
Measure("x", "取組")[PATROL]  # type: ignore[index]

# Wrong things in fields.
Measure("x", "巡回", departments=[POLICE])  # type: ignore[list-item]
Measure("x", "巡回", partners=[DESK])  # type: ignore[list-item]
Measure("x", "巡回", lead=POLICE)  # type: ignore[arg-type]
Measure("x", "巡回", departments=["地域安全課"])  # type: ignore[list-item]
Stock("x", "数", unit="件", direction="up")  # type: ignore[arg-type]
Measure("x", "巡回", budget=5)  # type: ignore[call-arg]
CostedMeasure("x", "巡回", budget="5")  # type: ignore[arg-type]
PATROL.title = "声かけ"  # type: ignore[misc]

# What comes back is typed.
assert_type(PLAN[DESK.ref], Department)
assert_type(PLAN[RATE.ref], Stock)
assert_type(PLAN[COSTED], CostedMeasure)
assert_type(PLAN[PATROL.departments[0]], Department)
assert_type(PLAN[Ref[Partner]("partner", "police")], Partner)
assert_type(PLAN.sections, tuple[Goal, ...])
assert_type(PLAN.sections[0].children, tuple[Policy, ...])
assert_type(POLICY.children, tuple[CostedMeasure | Relisted, ...])
assert_type(PLAN.indicators_of("goal"), tuple[Indicator, ...])
assert_type(PLAN[COSTED].budget, int)
