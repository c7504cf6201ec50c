"""PM403: a translation or description that was taken over with a title that has changed since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, or_ignored, rule
from planmodel.dsl.containers import contents
from planmodel.dsl.fingerprints import mark, marks
from planmodel.dsl.labels import field_label
from planmodel.model.origins import Origin
from planmodel.text import say

__all__ = ["text_of_former_title"]

_TEXT = re.compile(r"prose|(?:prose|title)\.(?!source$)[\w-]+")


@rule(
    "PM403",
    "text-of-former-title",
    "info",
    title=say("words that go with a former title", "変更前の名称に付いていた文"),
    does_ja="""
        ほかの計画をもとにした計画で、名称を引き継いだときから変えたのに、その訳や説明が
        引き継いだときのままの項目を知らせる。引き継いだときの語句の指紋（derived_from）と比べる。
        もとの計画での名称の変更を見送った項目は、こちらの名称が変わっていないため対象にしない。
        """,
    bad_ja="""
        名称と訳が別のことを言い、外国語の報告書には前の名称が載る。
        説明も、今の取組についてのものではなくなっていることがある。
        """,
)
def text_of_former_title(look: Look) -> Iterable[Hit]:
    """Report words that are as they were taken over, about things that have another title by now.

    ## What it does
    In a plan that was made from another one, compares titles, translated titles and descriptions
    with the fingerprints of that plan. Reports a thing whose title has changed since, and whose
    translated title or description has not.
    A thing whose title changed in the other plan alone, and was left as it is here, is passed over.

    ## Why it is bad
    Title and translation say different things, and a report in another language prints the former
    title. A description may be about something that the measure is no longer.

    ## Example
    ```python
    fifth = Plan(
        "plan-5", "第5期計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("patrol", "巡回")]],
        translations=[Translation("en", titles=(("patrol", "Patrols"),))],
    )
    plan = revise(fifth, Amend("patrol", {"title": "防犯カメラの設置"}), id="plan-6")
    ```

    ## Use instead
    ```python
    fifth = Plan(
        "plan-5", "第5期計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("patrol", "巡回")]],
        translations=[Translation("en", titles=(("patrol", "Patrols"),))],
    )
    plan = revise(
        fifth,
        Amend("patrol", {"title": "防犯カメラの設置", "title.en": "Security cameras"}),
        id="plan-6",
    )
    ```

    ## Reference
    `planmodel.Derivation`, `planmodel.Translation`
    """
    came = look.plan.derived_from
    if came is None:
        return
    then = {key: marks(written) for key, written in came.fingerprints}
    left = set(came.left)
    for key, thing, fields in contents(look.plan):
        name = "title" if "title" in fields else "name"
        was = then.get(key, {})
        now = mark(fields.get(name))
        if name not in was or was[name] == now or (key, f"{name}:{now}") in left:
            continue
        old = [it for it in was if _TEXT.fullmatch(it) and was[it] == mark(fields.get(it))]
        if old:
            message = say(
                "{title!r} was called otherwise when it was taken over from {plan!r}, "
                "and its {texts} {n:is|are} still as taken over",
                "「{title}」は「{plan}」から引き継いだときと名称が違うが、{texts}は"
                "引き継いだときのままである",
                title=look.own_title(thing),
                plan=came.title or came.plan,
                texts=[field_label(it) for it in old],
                n=len(old),
            )
            hint = say("make the words fit the title", "今の名称に合わせて書き直す")
            place = next(_places(look, key, old), thing.origin)
            yield Hit(thing.id, place, message, or_ignored(hint, "PM403", thing))


def _places(look: Look, key: str, names: Iterable[str]) -> Iterator[Origin]:
    """Where the texts *names* about the thing *key* were read from, as far as that is known."""
    for name in names:
        what, _, language = name.partition(".")
        if not language:
            yield from (it.origin for it in look.plan.prose if it.of == key and it.origin.file)
            continue
        table = "titles" if what == "title" else what
        for it in look.plan.translations:
            if it.language == language and it.origin.file:
                yield Origin(it.origin.file, path=f"{table}.{key}")
