"""PM111: a department that begins before the one it succeeds has ended."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.text import say

__all__ = ["succession_order"]


@rule(
    "PM111",
    "succession-order",
    "warning",
    title=say(
        "department that begins before its predecessor has ended",
        "前身の廃止より前に始まる部署",
    ),
    does_ja="""
        前身（succeeds）として挙げた部署が、後身の設置日になってもまだ存在しているとき、
        および互いに前身となっているときに知らせる。日付が書かれていないものは対象にしない。
        """,
    bad_ja="""
        ある日の担当がどちらの部署か決まらず、年度をまたぐ照会先を誤る。
        """,
)
def succession_order(look: Look) -> Iterable[Hit]:
    """Report predecessors that still exist when their successor begins.

    ## What it does
    Compares the first day of a department with the last day of each one it succeeds,
    and reports departments that succeed each other. Days that are not given are not compared.

    ## Why it is bad
    On the days between, nobody can say which of the two is responsible.

    ## Example
    ```python
    old = Department("old", "青少年課", valid_to=Day("2021-03-31"))
    new = Department("new", "青少年安全課", valid_from=Day("2020-04-01"), succeeds=[old])
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        departments=[old, new],
        sections=[Action("a", "見守り")[Measure("m", "巡回", departments=[new])]],
    )
    ```

    ## Use instead
    ```python
    old = Department("old", "青少年課", valid_to=Day("2020-03-31"))
    new = Department("new", "青少年安全課", valid_from=Day("2020-04-01"), succeeds=[old])
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        departments=[old, new],
        sections=[Action("a", "見守り")[Measure("m", "巡回", departments=[new])]],
    )
    ```

    ## Reference
    `planmodel.Department`
    """
    after = {it.id: {ref.id for ref in it.succeeds} for it in look.departments.values()}
    for new in look.departments.values():
        for pointer in new.succeeds:
            old = look.departments.get(pointer.id)
            if old is None:
                continue
            facts = {"new": look.title(new), "old": look.title(old)}
            mutual = new.id in after[old.id] and new.id <= old.id
            if mutual:
                message = say(
                    "{new!r} and {old!r} succeed each other",
                    "「{new}」と「{old}」が互いに前身となっている",
                    **facts,
                )
                yield hit(new, message)
            elif new.valid_from and old.valid_to and new.valid_from <= old.valid_to:
                message = say(
                    "{new!r} begins on {begins}, and {old!r}, which it succeeds, ends on {ends}",
                    "「{new}」は{begins}に始まるが、前身の「{old}」は{ends}まで続いている",
                    begins=new.valid_from,
                    ends=old.valid_to,
                    **facts,
                )
                yield hit(new, message, say("mend one of the two days", "いずれかの日付を直す"))
