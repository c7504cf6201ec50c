"""Rules: a function that looks at a plan, with a code, a name, a severity and its own page."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from attrs import frozen

from planmodel.checks.finding import SEVERITIES, SEVERITY_WORDS, Severity
from planmodel.checks.look import Look
from planmodel.errors import Problem, UsageError
from planmodel.model.ids import Entity
from planmodel.model.origins import Origin
from planmodel.text import Language, Text, say

__all__ = ["HEADINGS", "Hit", "Rule", "hit", "or_ignored", "rule"]

HEADINGS: Final[dict[str, Text]] = {
    "What it does": say("What it does", "何を見るか"),
    "Why it is bad": say("Why it is bad", "なぜ問題か"),
    "Example": say("Example", "例"),
    "Use instead": say("Use instead", "直し方"),
    "Reference": say("Reference", "参考"),
}
"""The headings of every rule's docstring, in this order."""

_CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")


@frozen
class Hit:
    """What a rule's function yields: the id concerned, the place, the message and a hint."""

    about: str
    place: Origin
    message: Text
    hint: Text | str = ""


def hit(about: Entity, message: Text, hint: Text | str = "") -> Hit:
    """A `Hit` about a thing of the plan, at the place where it was written."""
    return Hit(about.id, about.origin, message, hint)


def or_ignored(hint: Text, code: str, about: Entity) -> Text:
    """*hint*, and how a plan says that what the rule *code* found is as it should be."""
    return say(
        "{hint}; where it is right as it is, say why: "
        'ignores=[Ignore("{code}", "…", at="{id}")] in the plan',
        '{hint}。このままでよければ、計画の ignores に Ignore("{code}", "理由", at="{id}") を書く',
        hint=hint,
        code=code,
        id=about.id,
    )


Scan: TypeAlias = Callable[[Look], Iterable[Hit]]
"""A rule's function: it looks at a plan and yields what it finds."""


@frozen(repr=False, eq=False)
class Rule:
    """A rule of the checks; made by `rule`.

    Attributes:
        code: PM101; never used for another rule.
        name: dangling-reference, so that "allow dangling-reference" reads well.
        severity: of everything it finds.
        title: what it finds, in a few words.
        scan: the function.
        english: its explanation, by heading.
        japanese: what it does and why it is bad, by heading.
        opt_in: whether it runs only when it is asked for.
        needs_observations: whether there is nothing to do without observations.
    """

    code: str
    name: str
    severity: Severity
    title: Text
    scan: Scan
    english: dict[str, str]
    japanese: dict[str, str]
    opt_in: bool = False
    needs_observations: bool = False

    def section(self, heading: str, language: Language) -> str:
        """What the explanation says under an English *heading*; examples are in no language."""
        if language == "ja":
            return self.japanese.get(heading, self.english[heading])
        return self.english[heading]

    def explained(self, language: Language) -> str:
        """The whole explanation, one heading after the other."""
        severity = SEVERITY_WORDS[self.severity].in_language(language)
        parts = [f"{self.code} {self.name} ({severity})", self.title.in_language(language)]
        for heading, words in HEADINGS.items():
            parts.append(f"## {words.in_language(language)}\n\n{self.section(heading, language)}")
        return "\n\n".join(parts) + "\n"

    def __repr__(self) -> str:
        return f"Rule({self.code} {self.name})"


def rule(  # noqa: PLR0913 - what a rule says of itself, all by keyword
    code: str,
    name: str,
    severity: Severity,
    *,
    title: Text,
    does_ja: str,
    bad_ja: str,
    opt_in: bool = False,
    needs_observations: bool = False,
) -> Callable[[Scan], Rule]:
    """Make a `Rule` of a function whose docstring has the `HEADINGS` as ``## What it does``, ….

    ``does_ja`` and ``bad_ja`` say in Japanese what stands under the first two of them.

    Raises:
        UsageError: the code, the name, the severity or the docstring has not the form of one.
    """

    def make(scan: Scan) -> Rule:
        english = _sections(inspect.getdoc(scan) or "")
        problems: list[Problem] = []
        if not _CODE.fullmatch(code):
            expected = say("letters and three digits, as AB123", "AB123のような英字と3桁の数字")
            problems.append(Problem(_no("code", code), where=code, expected=expected))
        if not _NAME.fullmatch(name):
            expected = say("words with hyphens, as late-target", "late-targetのような語の並び")
            problems.append(Problem(_no("name", name), where=code, expected=expected))
        if severity not in SEVERITIES:
            problems.append(
                Problem(_no("severity", severity), where=code, expected=", ".join(SEVERITIES))
            )
        if list(english) != list(HEADINGS) or not all(english.values()):
            problems.append(
                Problem(
                    say("the docstring lacks headings", "説明文に見出しが足りない"),
                    where=code,
                    expected=", ".join(f"## {heading}" for heading in HEADINGS),
                )
            )
        if problems:
            raise UsageError(*problems)
        japanese = {
            "What it does": inspect.cleandoc(does_ja),
            "Why it is bad": inspect.cleandoc(bad_ja),
        }
        return Rule(
            code, name, severity, title, scan, english, japanese, opt_in, needs_observations
        )

    return make


def _no(what: str, given: object) -> Text:
    return say(
        "{given!r} is no {what} of a rule",
        "{given!r}は規則の{what}にならない",
        given=str(given),
        what=what,
    )


def _sections(doc: str) -> dict[str, str]:
    """The text under each ``## `` heading of a docstring."""
    parts = re.split(r"^## (.+)$", doc, flags=re.MULTILINE)
    pairs = zip(parts[1::2], parts[2::2], strict=True)
    return {heading.strip(): body.strip() for heading, body in pairs}
