"""PM104: departments that stand under each other."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.ids import Ref
from planmodel.text import say

__all__ = ["cyclic_departments"]


@rule(
    "PM104",
    "cyclic-departments",
    "error",
    title=say("departments that stand under each other", "互いの下に置かれた部署"),
    does_ja="""
        部署の上位をたどり、元の部署に戻ってくる輪を一つにつき一度知らせる。
        """,
    bad_ja="""
        輪になった部署には最上位がなく、部ごとの集計も一覧も作れない。
        """,
)
def cyclic_departments(look: Look) -> Iterable[Hit]:
    """Report cycles in the tree of departments.

    ## What it does
    Follows the parents of every department, and reports each cycle once.

    ## Why it is bad
    Departments in a cycle have no top: nothing can be added up or listed by division.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        departments=[
            Department("bureau", "総務部", parent=Ref("department", "section")),
            Department("section", "防犯課", parent=Ref("department", "bureau")),
        ],
        sections=[
            Action("a", "見守り", departments=[Ref("department", "section")])[Measure("m", "巡回")],
        ],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        departments=[
            Department("bureau", "総務部"),
            Department("section", "防犯課", parent=Ref("department", "bureau")),
        ],
        sections=[
            Action("a", "見守り", departments=[Ref("department", "section")])[Measure("m", "巡回")],
        ],
    )
    ```

    ## Reference
    `planmodel.Department`
    """
    done: set[str] = set()
    for start in look.departments:
        way: dict[str, int] = {}
        here: str | None = start
        while here is not None and here not in done and here not in way:
            way[here] = len(way)
            department = look.departments.get(here)
            parent = department.parent if department is not None else None
            here = parent.id if isinstance(parent, Ref) else None
        if here is not None and here in way:
            cycle = [look.departments[it] for it in list(way)[way[here] :]]
            shown = [*cycle, cycle[0]] if len(cycle) < _MANY else [*cycle[:_MANY], cycle[0]]
            message = say(
                "{count} departments stand under each other: {way}",
                "{count}部署が互いの下に置かれている: {way}",
                count=len(cycle),
                way=" > ".join(it.name for it in reversed(shown)),
            )
            hint = say("take one of the parents away", "いずれかの上位を外す")
            yield hit(cycle[0], message, hint)
        done.update(way)


_MANY = 6
