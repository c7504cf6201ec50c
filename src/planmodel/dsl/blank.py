"""`start_blank`: a plan with nothing in it but the levels asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias, cast

from planmodel.errors import ModelError, PlanmodelError, Problem
from planmodel.model.absence import NotStated
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection
from planmodel.model.organisations import Issuer
from planmodel.model.plan import Plan
from planmodel.model.words import Level
from planmodel.text import Language, say

__all__ = ["LevelWord", "start_blank"]

LevelWord: TypeAlias = str | tuple[str, str]
"""A word for a level, or the word and a sample of its numbering: ``("行動の柱", "ア")``."""

_STYLES = ("1", "(1)", "①", "ア", "a", "i")
_BULLET = "■"


def start_blank(  # noqa: PLR0913 - what a plan is called, and by whom
    levels: Sequence[LevelWord],
    *,
    id: str,  # noqa: A002 - as everywhere in the model
    issuer: str,
    code: str = "",
    title: str | None = None,
    language: Language = "ja",
) -> GenericPlan:
    """A plan of *issuer* whose outline shows each of *levels* once, everything in it open.

    The last level is the measure; at least that one is needed. Written with
    `planmodel.dsl.source.package.write_package`, each level becomes a class of its word.

    Raises:
        ModelError: no level, a word that is empty or stands twice, or an id, issuer or code that
            cannot be used; all problems at once.
    """
    words = [(it, "") if isinstance(it, str) else it for it in levels]
    problems = list(_word_problems([word for word, _ in words]))
    if not issuer.strip():
        problems.append(
            Problem(say("an issuer has a name", "策定主体の名称が要る"), where="issuer")
        )
    made_by = None
    try:
        made_by = Issuer(issuer, code)
    except PlanmodelError as error:
        problems += error.problems
    undecided = NotStated("未定" if language == "ja" else "to be decided")
    named = title or (f"{issuer}の計画（名称未定）" if language == "ja" else f"Plan of {issuer}")
    given = _levels(words) if not problems else (Level(Plan.class_word, "plan"),)
    try:
        plan = GenericPlan(
            id,
            named,
            period=undecided,
            issuer=made_by,
            sections=_outline(given, undecided, language),
            given_levels=given,
            language=language,
            version="1",
        )
    except PlanmodelError as error:
        raise ModelError(*problems, *error.problems) from error
    if problems:
        raise ModelError(*problems)
    return plan


def _word_problems(words: Sequence[str]) -> list[Problem]:
    found: list[Problem] = []
    if not words:
        what = say("a plan has at least one level", "階層が一つは要る")
        found.append(Problem(what, where="levels"))
    for position, word in enumerate(words, start=1):
        where = f"levels[{position}]"
        if not word.strip():
            found.append(Problem(say("a level has a word", "階層には語が要る"), where))
        elif word in words[: position - 1] or word == Plan.class_word:
            found.append(
                Problem(
                    say("the word {word} stands twice", "「{word}」が重なっている", word=word),
                    where,
                )
            )
    return found


def _levels(words: Sequence[tuple[str, str]]) -> tuple[Level, ...]:
    found = [Level(Plan.class_word, "plan", "", (words[0][0],))]
    for position, (word, style) in enumerate(words):
        if position == len(words) - 1:
            found.append(Level(word, "measure", style or _BULLET))
        else:
            usual = _STYLES[min(position, len(_STYLES) - 1)]
            found.append(Level(word, "section", style or usual, (words[position + 1][0],)))
    return tuple(found)


def _outline(levels: tuple[Level, ...], undecided: NotStated, language: Language) -> Any:  # noqa: ANN401 - nodes of any level
    """One node of each level, one inside the other."""
    inner: Any = None
    for position in range(len(levels) - 1, 0, -1):
        level = levels[position]
        title = f"{level.word}（名称未定）" if language == "ja" else f"{level.word} (to be named)"
        if level.form == "measure":
            inner = GenericMeasure("measure-1", title, given_level=level, departments=undecided)
        else:
            inner = GenericSection(
                f"level{position}-1", title, given_level=level, children=(inner,)
            )
    return () if inner is None else (cast("object", inner),)
