"""PM105: a department or partner that nothing names."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.dsl.labels import KINDS
from planmodel.model.ids import Ref
from planmodel.model.organisations import Department, Partner
from planmodel.text import say

__all__ = ["unused_organization"]


@rule(
    "PM105",
    "unused-organization",
    "warning",
    title=say("organization that nothing names", "どこからも指されていない組織"),
    does_ja="""
        計画に載せた部署と連携先のうち、項目・指標・他の部署・役割・実施状況の
        どこからも指されていないものを知らせる。役割（role）が書かれた連携先は対象にしない。
        """,
    bad_ja="""
        担当の書き漏れか、名簿の消し忘れのいずれかである。
        照会の宛先を名簿から作ると、関係のない課にも届いてしまう。
        """,
)
def unused_organization(look: Look) -> Iterable[Hit]:
    """Report departments and partners that nothing in the plan names.

    ## What it does
    Reports a department or partner that no node, indicator, other department, role or
    implementation record names. A partner whose own `role` is given has its place.

    ## Why it is bad
    Either it was forgotten where it should be named, or left behind where it should go.
    Letters that are sent to every department of the plan would reach one that has no part in it.

    ## Example
    ```python
    safety = Department("safety", "地域安全課")
    sports = Department("sports", "スポーツ課")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        departments=[safety, sports],
        sections=[Action("a", "見守り", departments=[safety])[Measure("m", "巡回")]],
    )
    ```

    ## Use instead
    ```python
    safety = Department("safety", "地域安全課")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        departments=[safety],
        sections=[Action("a", "見守り", departments=[safety])[Measure("m", "巡回")]],
    )
    ```

    ## Reference
    `planmodel.Department`, `planmodel.Partner`
    """
    named = _named(look)
    for department in look.plan.departments:
        if department.id not in named and department.name not in named:
            yield _hit(look, department)
    for partner in look.plan.partners:
        if not partner.role and partner.id not in named and partner.name not in named:
            yield _hit(look, partner)


def _hit(look: Look, it: Department | Partner) -> Hit:
    message = say(
        "nothing in the plan names the {kind} {title!r}",
        "{kind}「{title}」は計画のどこからも指されていない",
        kind=KINDS[it.ref_kind],
        title=look.title(it),
    )
    hint = say("name it where it acts, or take it away", "担う項目に書くか、一覧から外す")
    return hit(it, message, hint)


def _named(look: Look) -> set[str]:
    named = {role.actor for role in look.plan.roles}
    for node in look.nodes:
        pointers = (*node.departments, *node.partners, node.lead)
        named.update(it.id for it in pointers if isinstance(it, Ref))
    for indicator in look.indicators:
        pointers = (indicator.department, *indicator.co_departments)
        named.update(it.id for it in pointers if isinstance(it, Ref))
    for department in look.plan.departments:
        pointers = (department.parent, *department.succeeds)
        named.update(it.id for it in pointers if isinstance(it, Ref))
    named.update(it.department for it in look.observations.implementations)
    return named
