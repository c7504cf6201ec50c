"""PM402: words about something that the plan does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.text import Text, say

__all__ = ["orphaned_text"]

_PROSE = say("a description", "説明")
_GAP = say("a gap", "記載のない事項")


@rule(
    "PM402",
    "orphaned-text",
    "warning",
    title=say("words about something the plan does not have", "計画にないものについての文"),
    does_ja="""
        説明（prose）、訳（translations）、記載のない事項（gaps）の対象が計画にないときに知らせる。
        計画自身は plan と書く。
        """,
    bad_ja="""
        項目の識別子を変えたときに取り残された文であり、どこにも表示されない。
        """,
)
def orphaned_text(look: Look) -> Iterable[Hit]:
    """Report descriptions, translations and gaps of things that are not there.

    ## What it does
    Looks up the ids that the plan's prose, translations and gaps hang on.
    The plan itself is `plan`.

    ## Why it is bad
    They were left behind when an id changed, and are shown nowhere.

    ## Example
    ```python
    plan = Plan(
        "plan-5", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("patrol", "巡回")]],
        prose=[Prose("patrols", "地域の団体が通学路を巡回する。")],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan-5", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("patrol", "巡回")]],
        prose=[Prose("patrol", "地域の団体が通学路を巡回する。")],
    )
    ```

    ## Reference
    `planmodel.Prose`, `planmodel.Translation`, `planmodel.Gap`
    """
    known = look.plan.index.entities
    for what, about in dict.fromkeys(_texts(look)):
        if about != "plan" and about not in known:
            message = say(
                "there is {what} of {id!r}, which the plan does not have",
                "計画にない「{id}」についての{what}がある",
                what=what,
                id=about,
            )
            hint = look.suggestion(about, "any", known)
            yield Hit(about, look.plan.origin, message, hint)


def _texts(look: Look) -> Iterator[tuple[Text, str]]:
    for text in look.plan.prose:
        yield _PROSE, text.of
    for translation in look.plan.translations:
        what = say(
            "a translation into {language!r}",
            "「{language}」の訳",
            language=translation.language,
        )
        for key, _ in (*translation.titles, *translation.prose):
            yield what, key
    for gap in look.plan.gaps:
        yield _GAP, gap.about
