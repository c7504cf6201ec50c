"""PM106: a department that is named but does nothing."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.model.ids import Ref
from planmodel.text import say

__all__ = ["idle_department"]


@rule(
    "PM106",
    "idle-department",
    "warning",
    title=say("department that does nothing", "何も担っていない部署"),
    does_ja="""
        他の部署の上位や前身としては名が出るのに、その部署も、その下位や後身の部署も、
        項目や指標を一つも担っていないものを知らせる。
        どこにも名が出ない部署は PM105 が見る。
        """,
    bad_ja="""
        部の名だけが残り、実際に動く課がどこにもない状態である。担当の書き漏れが疑われる。
        """,
)
def idle_department(look: Look) -> Iterable[Hit]:
    """Report departments that are named only by other departments.

    ## What it does
    Reports a department that another one names as parent or predecessor, while neither it
    nor any department below it or after it answers for a node or an indicator.
    A department that nothing names at all is the matter of PM105.

    ## Why it is bad
    A division stands there without anybody who acts: somewhere a responsibility is missing.

    ## Example
    ```python
    bureau = Department("bureau", "土木部")
    section = Department("section", "道路課", parent=bureau)
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        departments=[bureau, section],
        sections=[Action("a", "見守り")[Measure("m", "街路灯の点検")]],
        ignores=[Ignore("unused-organization", "担当を確認している", at="section")],
    )
    ```

    ## Use instead
    ```python
    bureau = Department("bureau", "土木部")
    section = Department("section", "道路課", parent=bureau)
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        departments=[bureau, section],
        sections=[Action("a", "見守り")[Measure("m", "街路灯の点検", departments=[section])]],
    )
    ```

    ## Reference
    `planmodel.Department`
    """
    behind: dict[str, list[str]] = {}
    named: set[str] = set()
    for department in look.plan.departments:
        for pointer in (department.parent, *department.succeeds):
            if isinstance(pointer, Ref):
                behind.setdefault(department.id, []).append(pointer.id)
                named.add(pointer.id)
    busy = _busy(look)
    waiting = list(busy)
    while waiting:
        for above in behind.get(waiting.pop(), ()):
            if above not in busy:
                busy.add(above)
                waiting.append(above)
    for department in look.plan.departments:
        if department.id in named and department.id not in busy and department.name not in busy:
            message = say(
                "{title!r} is named by other departments, and answers for nothing, "
                "nor does any department below or after it",
                "「{title}」は他の部署から指されるだけで、"
                "下位や後身の部署を含め、担う項目も指標もない",
                title=look.title(department),
            )
            hint = say("name it where it acts, or take it away", "担う項目に書くか、一覧から外す")
            yield hit(department, message, hint)


def _busy(look: Look) -> set[str]:
    busy = {role.actor for role in look.plan.roles}
    for node in look.nodes:
        busy.update(it.id for it in (*node.departments, node.lead) if isinstance(it, Ref))
    for indicator in look.indicators:
        pointers = (indicator.department, *indicator.co_departments)
        busy.update(it.id for it in pointers if isinstance(it, Ref))
    busy.update(it.department for it in look.observations.implementations)
    return busy
