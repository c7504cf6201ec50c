"""PM101: a pointer at something that the plan does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.dsl.labels import KINDS, field_label
from planmodel.model.ids import Citation, Entity, Ref, RefKind
from planmodel.model.indicators import Indicator
from planmodel.model.organisations import Department
from planmodel.model.outline import Node
from planmodel.model.targets import AgainstBenchmark, AllOf
from planmodel.text import Text, say

__all__ = ["dangling_reference"]

_Pointer = tuple[Entity, str, RefKind, str]


@rule(
    "PM101",
    "dangling-reference",
    "error",
    title=say("pointer at something that the plan does not have", "計画にないものを指している箇所"),
    does_ja="""
        部署、連携先、指標、比較対象、法令、文書などへの参照をすべて調べ、
        その識別子が計画にないもの、または別の種類のものを知らせる。
        綴りの近い識別子があれば示す。
        再掲は PM108、分類項目は PM109 が見る。
        """,
    bad_ja="""
        行き先のない参照は、集計からも報告書からも黙って抜け落ちる。
        部署を計画の departments に入れ忘れた場合も、取組の担当が空欄になる。
        """,
)
def dangling_reference(look: Look) -> Iterable[Hit]:
    """Report pointers that lead nowhere.

    ## What it does
    Follows every pointer at a department, partner, indicator, benchmark, law or document,
    and reports those whose id is not in the plan, or means something of another kind.
    The nearest id is named.
    Re-listed nodes are the matter of PM108, topics that of PM109.

    ## Why it is bad
    What points nowhere drops out of tables and reports without a word.
    A department that was never put into the plan's departments leaves its measures without one.

    ## Example
    ```python
    safety = Department("community-safety", "地域安全課")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        departments=[safety],
        sections=[
            Action("a", "見守り", departments=[safety])[
                Measure("m", "巡回", departments=[Ref("department", "comunity-safety")]),
            ],
        ],
    )
    ```

    ## Use instead
    ```python
    safety = Department("community-safety", "地域安全課")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        departments=[safety],
        sections=[
            Action("a", "見守り", departments=[safety])[
                Measure("m", "巡回", departments=[safety]),
            ],
        ],
    )
    ```

    ## Reference
    `planmodel.Ref`
    """
    entities = look.plan.index.entities
    for owner, name, kind, wanted in _pointers(look):
        found = entities.get(wanted)
        if found is not None and found.ref_kind == kind:
            continue
        facts = {
            "owner": look.title(owner),
            "field": field_label(name),
            "kind": KINDS[kind],
            "id": wanted,
        }
        if found is not None:
            message = say(
                "{owner!r} names {id!r} in its {field}: that is no {kind} but a {other}",
                "「{owner}」の{field}には{kind}を書くが、「{id}」は{other}である",
                other=KINDS[found.ref_kind],
                **facts,
            )
            yield Hit(owner.id, owner.origin, message)
            continue
        message = say(
            "{owner!r} names the {kind} {id!r} in its {field}, and the plan has none such",
            "「{owner}」の{field}が指す{kind}「{id}」は計画にない",
            **facts,
        )
        yield Hit(owner.id, owner.origin, message, look.suggestion(wanted, kind) or _add(kind))


def _add(kind: RefKind) -> Text:
    return say(
        "add the {kind} to the plan, or mend the id",
        "{kind}を計画に加えるか、識別子を直す",
        kind=KINDS[kind],
    )


def _pointers(look: Look) -> Iterator[_Pointer]:
    plan = look.plan
    for department in plan.departments:
        yield from _of_department(department)
    for indicator in look.indicators:
        yield from _of_indicator(indicator)
    for node in look.nodes:
        yield from _of_node(node)
    for ref in plan.measured_by:
        yield plan, "measured_by", "indicator", ref.id
    for basis in plan.legal_bases:
        yield plan, "law", "law", basis.law.id
    for relation in plan.relations:
        if relation.of and relation.of not in ("plan", plan.id):
            yield plan, "of", "node", relation.of
    yield from _sources(look)


def _of_department(department: Department) -> Iterator[_Pointer]:
    if isinstance(department.parent, Ref):
        yield department, "parent", "department", department.parent.id
    for ref in department.succeeds:
        yield department, "succeeds", "department", ref.id


def _of_indicator(indicator: Indicator) -> Iterator[_Pointer]:
    if isinstance(indicator.department, Ref):
        yield indicator, "department", "department", indicator.department.id
    for ref in indicator.co_departments:
        yield indicator, "co_departments", "department", ref.id
    for name in ("numerator", "denominator"):
        pointer: object = getattr(indicator, name)
        if isinstance(pointer, Ref):
            yield indicator, name, "indicator", pointer.id
    for newest in indicator.targets:
        for target in newest.versions():
            if isinstance(target, AgainstBenchmark):
                yield indicator, "benchmark", "benchmark", target.benchmark.id
            elif isinstance(target, AllOf):
                yield indicator, "whole", "benchmark", target.whole.id


def _of_node(node: Node) -> Iterator[_Pointer]:
    if isinstance(node.lead, Ref):
        yield node, "lead", "department", node.lead.id
    for department in node.departments:
        yield node, "departments", "department", department.id
    for partner in node.partners:
        yield node, "partners", "partner", partner.id
    for indicator in node.measured_by:
        yield node, "measured_by", "indicator", indicator.id


def _sources(look: Look) -> Iterator[_Pointer]:
    plan = look.plan
    cited: list[tuple[Entity, Citation | None]] = [(it, it.source) for it in look.entities]
    for held in (plan.legal_bases, plan.roles, plan.relations, plan.prose):
        cited.extend((plan, it.source) for it in held)
    if plan.governance is not None:
        cited.append((plan, plan.governance.source))
    for owner, source in cited:
        if source is not None and source.document:
            yield owner, "source", "document", source.document
