"""PM110: a department that does not exist while the plan runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.absence import NotStated
from planmodel.model.ids import Ref
from planmodel.model.indicators import Indicator
from planmodel.model.organisations import Department
from planmodel.model.outline import Node
from planmodel.periods import Day
from planmodel.text import Text, say

__all__ = ["department_not_valid"]


@rule(
    "PM110",
    "department-not-valid",
    "warning",
    title=say(
        "department that does not exist while the plan runs", "計画期間中に存在しない担当部署"
    ),
    does_ja="""
        項目や指標の担当部署が、計画期間の始まる前に廃止されているか、
        終わった後に設置されるとき、その項目や指標について知らせる。
        後身の部署が分かれば示す。
        """,
    bad_ja="""
        改組前の課名が残っていると、照会も評価も宛先を失う。
        """,
)
def department_not_valid(look: Look) -> Iterable[Hit]:
    """Report responsibilities of departments that end before the plan begins, or begin after it.

    ## What it does
    Compares the days on which a named department existed with those of the plan's period,
    and reports each node and indicator that names one which existed on none of them.
    The department that succeeded it is named.

    ## Why it is bad
    After a reorganization, questions that go to the old name reach nobody.

    ## Example
    ```python
    old = Department("old", "青少年課", valid_to=Day("2018-03-31"))
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2019), FiscalYear(2021)),
        departments=[old],
        sections=[Action("a", "見守り")[Measure("m", "巡回", departments=[old])]],
    )
    ```

    ## Use instead
    ```python
    old = Department("old", "青少年課", valid_to=Day("2018-03-31"))
    new = Department("new", "青少年安全課", valid_from=Day("2018-04-01"), succeeds=[old])
    plan = Plan(
        "plan", "計画", period=Window(FiscalYear(2019), FiscalYear(2021)),
        departments=[old, new],
        sections=[Action("a", "見守り")[Measure("m", "巡回", departments=[new])]],
    )
    ```

    ## Reference
    `planmodel.Department`
    """
    period = look.plan.period
    if isinstance(period, NotStated):
        return
    outside: dict[str, tuple[Department, Text]] = {}
    for department in look.departments.values():
        if department.valid_to and department.valid_to.date < period.first_day:
            outside[department.id] = (department, _ended(department.valid_to))
        elif department.valid_from and department.valid_from.date > period.last_day:
            outside[department.id] = (department, _begins(department.valid_from))
    if not outside:
        return
    things: tuple[Node | Indicator, ...] = (*look.nodes, *look.indicators)
    for thing in things:
        for wanted in dict.fromkeys(_departments_of(thing)):
            if wanted in outside:
                department, why = outside[wanted]
                message = say(
                    "{thing!r} names {name!r}, which {why}; the plan covers {period}",
                    "「{thing}」の担当「{name}」は{why}。計画期間は{period}である",
                    thing=look.title(thing),
                    name=look.title(department),
                    why=why,
                    period=period,
                )
                yield hit(thing, message, _successors(look, wanted))


def _ended(day: Day) -> Text:
    return say("ended on {day}", "{day}に廃止されている", day=day)


def _begins(day: Day) -> Text:
    return say("begins on {day}", "{day}に設置される", day=day)


def _departments_of(thing: Node | Indicator) -> Iterator[str]:
    if isinstance(thing, Indicator):
        pointers = (thing.department, *thing.co_departments)
    else:
        pointers = (thing.lead, *thing.departments)
    for pointer in pointers:
        if isinstance(pointer, Ref):
            yield pointer.id


def _successors(look: Look, of: str) -> Text | str:
    after = [
        it.name
        for it in look.departments.values()
        if any(pointer.id == of for pointer in it.succeeds)
    ]
    if not after:
        return ""
    return say("it was succeeded by {names}", "後身は{names}", names=tuple(after))
