"""PM401: a title without a translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, hit, rule
from planmodel.dsl.labels import KINDS
from planmodel.model.ids import Entity
from planmodel.text import say

__all__ = ["missing_translation"]

_NOT_TRANSLATED = ("document",)


@rule(
    "PM401",
    "missing-translation",
    "warning",
    title=say("title without a translation", "訳のない題名"),
    opt_in=True,
    does_ja="""
        計画の訳（translations）の各言語について、題名や名称の訳がないものを知らせる。
        訳が一つもない計画については、英語の訳がないことを一度だけ知らせる。
        説明文（prose）のあるものは、その訳も見る。指定したときだけ実行する。
        """,
    bad_ja="""
        外国語の報告書の中に、訳のない題名が日本語のまま混ざる。
        """,
)
def missing_translation(look: Look) -> Iterable[Hit]:
    """Report titles, names and descriptions that have no words in another language.

    ## What it does
    For every language of the plan's translations, reports titles, names and descriptions
    without words in it. A plan without any translation is reported once.
    It runs only when it is asked for.

    ## Why it is bad
    A report in that language shows those titles in the plan's own.

    ## Example
    ```python
    plan = Plan(
        "plan-5", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("patrol", "巡回")]],
        translations=[Translation("en", titles=(("plan", "Plan"), ("a", "Watching over")))],
    )
    ```

    ## Use instead
    ```python
    plan = Plan(
        "plan-5", "計画", period=FiscalYear(2021),
        sections=[Action("a", "見守り")[Measure("patrol", "巡回")]],
        translations=[
            Translation(
                "en", titles=(("plan", "Plan"), ("a", "Watching over"), ("patrol", "Patrols"))
            ),
        ],
    )
    ```

    ## Reference
    `planmodel.Translation`
    """
    plan = look.plan
    languages = dict.fromkeys(it.language for it in plan.translations)
    if not languages and plan.language != "en":
        message = say("the plan has no translation", "計画に訳が一つもない")
        yield hit(plan, message, say("add a Translation('en', …)", "Translation('en', …)を加える"))
    described = {text.of for text in plan.prose}
    for language in languages:
        if language == plan.language:
            continue
        given = [it for it in plan.translations if it.language == language]
        titles = {key for it in given for key, words in it.titles if words.strip()}
        proses = {key for it in given for key, words in it.prose if words.strip()}
        for key, thing in _named(look):
            facts = {
                "kind": KINDS[thing.ref_kind],
                "title": look.title(thing),
                "language": language,
            }
            if key not in titles:
                message = say(
                    "the {kind} {title!r} has no title in {language!r}",
                    "{kind}「{title}」の題名に「{language}」の訳がない",
                    **facts,
                )
                yield hit(thing, message)
            if key in described and key not in proses:
                message = say(
                    "the description of the {kind} {title!r} has no words in {language!r}",
                    "{kind}「{title}」の説明に「{language}」の訳がない",
                    **facts,
                )
                yield hit(thing, message)


def _named(look: Look) -> Iterator[tuple[str, Entity]]:
    for entity in look.plan.index.entities.values():
        if entity.ref_kind not in _NOT_TRANSLATED:
            yield ("plan" if entity is look.plan else entity.id), entity
