"""Descriptions of the plan one started from, for whoever writes those of the new plan.

They are that plan's own sentences. A new plan begins without any; its package shows them as lines
that are commented out, and what somebody writes or takes up there is the new plan's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from planmodel.dsl.undecided import whose
from planmodel.model.facts import Prose
from planmodel.model.plan import Plan

__all__ = ["Offer", "issuer_names", "offered"]

_AREA = re.compile("[都道府県市区町村]$")
_FACT = re.compile(r"[0-9０-９]|第[一二三四五六七八九十]+[期次]|平成|令和")


@frozen
class Offer:
    """Descriptions that a new plan might take up: in its language, and by other languages."""

    prose: tuple[Prose, ...] = ()
    translated: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()

    def into(self, language: str) -> tuple[tuple[str, str], ...]:
        """Id and description in another *language*."""
        return tuple(pair for key, pairs in self.translated if key == language for pair in pairs)


def offered(template: Plan[Any], plan: Plan[Any]) -> Offer:
    """What *template* says about the things that *plan* took over from it.

    A description that names something of the template's issuer, or a figure, is left out:
    it cannot be true of another plan.
    """
    names = tuple(_local_names(template, plan))
    prose = tuple(
        Prose(it.of, it.text)
        for it in template.prose
        if it.of in plan and it.of != plan.id and not _says_too_much(it.text, names)
    )
    described = {it.of for it in prose}
    translated = tuple(
        (it.language, tuple(pair for pair in it.prose if pair[0] in described))
        for it in template.translations
    )
    return Offer(prose, translated)


def issuer_names(plan: Plan[Any]) -> list[str]:
    """How sentences may name the issuer of *plan*: with and without what kind of area it is."""
    names = [whose(plan, language) for language in ("ja", "en")]
    return [it for name in names for it in (name, _AREA.sub("", name)) if len(it) > 1]


def _says_too_much(words: str, names: tuple[str, ...]) -> bool:
    return _FACT.search(words) is not None or any(it in words for it in names)


def _local_names(template: Plan[Any], plan: Plan[Any]) -> Iterator[str]:
    """The names of the template's issuer, and of all its bodies and laws that *plan* left out."""
    yield from issuer_names(template)
    for thing in (*template.departments, *template.partners, *template.laws):
        if thing.id not in plan:
            yield template.title_of(thing)
            yield template.title_of(thing, "en")
    if template.governance is not None:
        yield template.governance.council
