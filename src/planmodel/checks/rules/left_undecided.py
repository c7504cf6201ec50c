"""PM112: something that is still to be decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.dsl.absences import absences_in, is_undecided
from planmodel.dsl.labels import field_label
from planmodel.model.absence import NotStated
from planmodel.model.ids import Entity
from planmodel.text import say

__all__ = ["left_undecided"]


@rule(
    "PM112",
    "left-undecided",
    "info",
    title=say("something still to be decided", "未定のまま残っている箇所"),
    does_ja="""
        理由が「未定」または to be decided で始まる NotStated と Gap を集めて知らせる。
        """,
    bad_ja="""
        他県の計画を土台に作り始めると、自県で決めるべき箇所が未定のまま残る。
        公表の前に、残りを一覧できる必要がある。
        """,
)
def left_undecided(look: Look) -> Iterable[Hit]:
    """List what is not stated because nobody has decided it yet.

    ## What it does
    Collects every `NotStated` and every `Gap` whose reason begins with "to be decided" or 未定.

    ## Why it is bad
    Who starts from another prefecture's plan leaves open what is still to be decided at home.
    Before the plan is published, there should be a list of what is left.

    ## Example
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[NotStated("未定: 9月の審議会で決める")]],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("m", "巡回")]],
    )
    ```

    ## Reference
    `planmodel.NotStated`
    """
    for entity in look.entities:
        # A baseline that is open has neither amount nor time: one decision, one finding.
        for name, absence in dict.fromkeys(_absences(entity)):
            if is_undecided(absence.reason):
                message = say(
                    "the {field} of {title!r}: {reason}",
                    "「{title}」の{field}: {reason}",
                    field=field_label(name),
                    title=look.title(entity),
                    reason=look.phrase(absence.reason),
                )
                yield hit(entity, message)
    for gap in look.plan.gaps:
        if is_undecided(gap.reason):
            about = look.plan.index.entities.get(gap.about, look.plan)
            yield hit(
                about,
                say(
                    "the {field} of {title!r}: {reason}",
                    "「{title}」の{field}: {reason}",
                    field=look.phrase(gap.what),
                    title=look.title(about),
                    reason=look.phrase(gap.reason),
                ),
            )


def _absences(thing: Entity) -> Iterator[tuple[str, NotStated]]:
    """Every absence that *thing* holds, with the field it stands in."""
    for attribute in attrs.fields(type(thing)):
        for absence in absences_in(getattr(thing, attribute.name)):
            yield attribute.name, absence
