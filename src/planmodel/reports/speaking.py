"""The plan's words in the language of the report, with the original where they are translated."""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal
from functools import cached_property
from typing import Any

from attrs import define, evolve, field

from planmodel.dsl.absences import besides, is_undecided
from planmodel.dsl.labels import plan_words
from planmodel.errors import Problem, UnitError, UsageError
from planmodel.model.absence import Missing, NotStated
from planmodel.model.amounts import Amount
from planmodel.model.ids import Entity, Ref
from planmodel.model.outline import Node
from planmodel.model.plan import Plan
from planmodel.periods import Period
from planmodel.reports.numbers import signed, text_of_number
from planmodel.reports.view import NOTHING, Link, Words
from planmodel.reports.words import LABELS
from planmodel.text import Language, Text, filled, in_language, one_or_many, say

__all__ = ["PLACE", "Speaker", "language_of"]

PLACE = "位"
"""The unit of places in an order, which begins with 1 and is no amount."""

_DEGREES = frozenset("%％‰℃°")
_JAPANESE = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]")


def language_of(plan: Plan[Any], language: str | None) -> Language:
    """The language of a report: the one asked for, else the plan's own, else English.

    Raises:
        UsageError: reports are not written in that language.
    """
    if language is None:
        return "ja" if plan.language == "ja" else "en"
    if language == "ja":
        return "ja"
    if language == "en":
        return "en"
    raise UsageError(
        Problem(
            say(
                "reports are not written in {language!r}",
                "言語{language!r}の報告書は作れない",
                language=language,
            ),
            where="language",
            expected="ja, en",
        )
    )


@define(slots=False)
class Speaker:
    """Says things of one *plan* in one *language*."""

    plan: Plan[Any]
    language: Language
    here: set[str] = field(factory=set[str])
    """Anchors that the report has; a link to another place is plain words."""
    earlier: tuple[Plan[Any], ...] = ()
    """Earlier editions at hand, for what indicators took the place of."""

    @cached_property
    def words(self) -> dict[str, Text]:
        """What the plan calls its measures and sections."""
        return plan_words(self.plan)

    @property
    def is_foreign(self) -> bool:
        """Whether the report is written in another language than the plan."""
        return self.plan.language != self.language

    def reads(self, words: Words) -> bool:
        """Whether readers of the report can read *words*: they are in its language."""
        if words.language:
            return False
        return self.language == "ja" or not _JAPANESE.search(words.text)

    def label(self, name: str, /, **facts: object) -> str:
        """A fixed label, filled in with *facts*."""
        return filled(LABELS[name], **{**self.words, **facts}).in_language(self.language)

    def say(self, thing: object) -> str:
        """Anything that can say itself (a text, a period, a reason); numbers as readers want."""
        return in_language(_shown(thing), self.language)

    def own(self, words: str, translated: str | None = None, note: str = "") -> Words:
        """The plan's own *words*, or what they were *translated* to."""
        if not words:
            return NOTHING
        if not self.is_foreign or words.isascii():
            return Words(words, note=note)
        if translated is None or translated == words:
            return Words(words, self.plan.language, note=note)
        return Words(translated, "", words, self.plan.language, note)

    def phrase(self, words: str) -> Words:
        """Printed words that have no id: a unit, a level, a reason."""
        return self.own(words, self.plan.phrase(words, self.language))

    def free(self, words: str) -> Words:
        """Words of people that nobody translates, such as a note on a value."""
        return self.phrase(words)

    def title(self, of: Entity | Ref[Any]) -> Words:
        """The title or name of a thing; its id where the plan does not have it."""
        if of.id != self.plan.id and of not in self.plan:
            return Words(of.id)
        return self.own(self.plan.title_of(of.id), self.plan.title_of(of.id, self.language))

    def heading(self, node: Node) -> Words:
        """A node's number and title as printed, or in brackets."""
        words = self.title(node)
        if not words.original:
            return evolve(words, text=node.heading)
        style = node.numbering
        if style.is_bracket or not style.counts:
            return evolve(words, original=style.heading(node.number, node.title))
        number = self.number(node)
        text = f"{number} {words.text}" if number else words.text
        return evolve(words, text=text, original=node.heading)

    def number(self, node: Node) -> str:
        """A node's number; in another language its word is translated (行動7 → Action 7)."""
        style = node.numbering
        if not self.is_foreign or not node.number or node.number.isascii():
            return node.number
        if style.before and node.number.startswith(style.before):
            before = self.plan.phrase(style.before, self.language)
            if before != style.before:
                return f"{before} {node.number.removeprefix(style.before)}"
        return self.plan.phrase(node.number, self.language)

    def prose(self, of: Entity) -> Words:
        """The description of a thing in the report's language, else in the plan's own."""
        text = self.plan.prose_of(of, self.language)
        if text:
            return Words(text)
        own = self.plan.prose_of(of)
        return Words(own, self.plan.language) if own else NOTHING

    def absence(self, absence: Missing | NotStated) -> Words:
        """Why nothing is there; *not stated* and *not yet decided* are said to be so."""
        reason = self.phrase(absence.reason)
        if isinstance(absence, Missing):
            return evolve(self._reason(reason), absent=True)
        return Words(self._open(absence), note=besides(reason.text), absent=True)

    def _open(self, absence: NotStated) -> str:
        return self.label("undecided" if is_undecided(absence.reason) else "not_stated")

    def _reason(self, reason: Words) -> Words:
        """*reason*, or the library's English for it where nobody translated it."""
        if self.language == "ja" or reason.original or reason.text.isascii():
            return reason
        from planmodel.units import missing_reason

        known = missing_reason(reason.text)
        if known is None:
            return reason
        return self.own(reason.text, self.say(known)) if self.is_foreign else Words(str(known))

    def department(self, ref: Ref[Any]) -> Link:
        """A department, leading to its own part of the report."""
        return self.link(self.title(ref), f"department-{ref.id}")

    def link(self, words: Words, anchor: str) -> Link:
        """*words* that lead to *anchor*, where the report has it."""
        return Link(words, anchor if anchor in self.here else "")

    def sentence(self, thing: object) -> str:
        """Something said as the start of a line: in English its first letter is a capital."""
        said = self.say(thing)
        return said[:1].upper() + said[1:] if self.language == "en" else said

    # --- figures -----------------------------------------------------------------------------

    def period(self, period: Period | NotStated | None) -> str:
        """A period, *not stated*, *not yet decided*, or nothing."""
        if period is None:
            return ""
        return self._open(period) if isinstance(period, NotStated) else self.say(period)

    def unit(self, unit: str, number: Decimal | None = None) -> Words:
        """A unit in the report's language: from the plan's phrases, else from the library.

        A phrase may tell one from many: ``municipality|municipalities``.
        Without a *number* many are meant.
        """
        words = self.own(unit, self.plan.phrase(unit, self.language, number))
        if self.language == "ja" or unit.isascii() or words.text != unit:
            return words
        from planmodel.units import unit as known_unit

        try:
            found = known_unit(unit)
        except UnitError:
            return words
        one, many = found.singular, found.plural
        english = many if number is None else one_or_many(number, one, many)
        if not english:
            return words
        return self.own(unit, english) if self.is_foreign else Words(english)

    def quantity(self, number: Decimal, unit: str) -> str:
        """A number with its unit: ``2,329グループ``, ``2,329 groups``, ``95.1%``, ``place 2``."""
        if unit == PLACE and self.language == "en":
            return f"place {text_of_number(number)}"
        return self._joined(text_of_number(number), number, unit)

    def difference(self, number: Decimal, unit: str, *, sign: bool = False) -> str:
        """A difference with the unit of differences: ポイント for %."""
        from planmodel.units import difference_unit
        from planmodel.units import unit as known_unit

        if unit in _DEGREES:
            with suppress(UnitError):
                unit = difference_unit(known_unit(unit)).symbol
        return self._joined(signed(number) if sign else text_of_number(number), number, unit)

    def _joined(self, printed: str, number: Decimal, unit: str) -> str:
        words = self.unit(unit, number).text
        glue = "" if self.language == "ja" or words in _DEGREES or not words else " "
        return f"{printed}{glue}{words}"

    def _keeps(self, amount: Amount) -> bool:
        return not self.is_foreign and self.reads(Words(amount.printed))

    def amount(self, amount: Amount | None, unit: str, note: str = "") -> Words:
        """An amount as printed in the plan's language, or built anew in another one."""
        if amount is None:
            return NOTHING
        if amount.absence is not None:
            words = self.absence(amount.absence)
            if amount.printed and self._keeps(amount):
                why = words.text if words.text != amount.printed else ""
                words = Words(amount.printed, note=why, absent=True)
            return evolve(words, note="; ".join(it for it in (words.note, note) if it))
        if amount.number is None:
            return evolve(self.phrase(amount.words), note=note)
        if amount.printed and self._keeps(amount):
            return Words(amount.printed, note=note)
        text = self.quantity(amount.number, amount.unit or unit) + amount.mark
        if amount.about:
            text = f"約{text}" if self.language == "ja" else f"about {text}"
        if not amount.printed or amount.printed.isascii() or not self.is_foreign:
            return Words(text, note=note)
        return Words(text, "", amount.printed, self.plan.language, note)


def _shown(thing: object) -> object:
    """*thing* with its numbers, also those inside a sentence, as readers want them."""
    if isinstance(thing, Decimal):
        return text_of_number(thing)
    if isinstance(thing, Text):
        return Text(thing.en, thing.ja, tuple((name, _shown(it)) for name, it in thing.facts))
    return thing
