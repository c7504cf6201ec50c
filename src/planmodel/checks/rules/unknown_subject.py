"""PM306: a judgement, an opinion or a reporting department that the plan does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.model.origins import Origin
from planmodel.text import Text, say

__all__ = ["unknown_subject"]

_JUDGEMENT = say("a judgement", "評価")
_OPINION = say("an opinion", "意見")
_RECORD = say("an implementation record", "実施状況の記録")


@rule(
    "PM306",
    "unknown-subject",
    "error",
    title=say("judgement or opinion about something unknown", "計画にないものについての評価・意見"),
    needs_observations=True,
    does_ja="""
        人による評価と審議会の意見の対象、実施状況を報告した部署が、計画にないときに知らせる。
        部署は識別子でも名称でもよい。計画全体についての評価は、計画の識別子または plan と書く。
        """,
    bad_ja="""
        審議会の意見がどこにも表示されず、翌年度の施策への反映が漏れる。
        """,
)
def unknown_subject(look: Look) -> Iterable[Hit]:
    """Report what people said about things that are not in the plan.

    ## What it does
    Looks up what each judgement and opinion is about, and the department of each implementation
    record, which may be an id or a name. `plan` and the plan's id mean the whole plan.

    ## Why it is bad
    The council's opinion is shown nowhere, and nobody answers it in the next year.

    ## Example
    ```python
    plan = Plan(
        "plan-5", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("patrol", "巡回")]],
    )
    observations = Observations(judgements=[
        Judgement(
            "b", FiscalYear(2020), "A", by="審議会", because="目標を上回った", synthetic=True
        ),
    ])
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan-5", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("patrol", "巡回")]],
    )
    observations = Observations(judgements=[
        Judgement(
            "a", FiscalYear(2020), "A", by="審議会", because="目標を上回った", synthetic=True
        ),
    ])
    ```

    ## Reference
    `planmodel.Judgement`, `planmodel.Opinion`
    """
    known = look.plan.index.entities
    for what, subject, origin in _subjects(look):
        if subject and subject != "plan" and subject not in known:
            message = say(
                "{what} is about {id!r}, which the plan does not have",
                "計画にない「{id}」についての{what}がある",
                what=what,
                id=subject,
            )
            hint = look.suggestion(subject, "any", known)
            yield Hit(subject, look.place_of(subject, origin), message, hint)
    names = {it.name for it in look.plan.departments}
    for row in look.observations.implementations:
        wanted = row.department
        if wanted and wanted not in look.departments and wanted not in names:
            message = say(
                "{what} of {measure!r} is from {id!r}, which is no department of the plan",
                "「{measure}」の{what}の部署「{id}」は、計画の部署ではない",
                what=_RECORD,
                measure=look.title(row.measure),
                id=wanted,
            )
            hint = look.suggestion(wanted, "department", (*look.departments, *names))
            yield Hit(row.measure, look.place_of(row.measure, row.origin), message, hint)


def _subjects(look: Look) -> Iterator[tuple[Text, str, Origin]]:
    for judgement in look.observations.judgements:
        yield _JUDGEMENT, judgement.about, judgement.origin
    for opinion in look.observations.opinions:
        yield _OPINION, opinion.about, opinion.origin
