"""Values of fields as words for people: every value of a plan, none of it left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias, cast

import attrs
from attrs import frozen

from planmodel.dsl.aims import change_words, target_words
from planmodel.dsl.labels import field_label, value_label
from planmodel.model.absence import Missing, NotStated
from planmodel.model.amounts import Amount
from planmodel.model.axes import Tag
from planmodel.model.change import Change
from planmodel.model.facts import Gap, Governance, Ignore, LegalBasis, Prose, Relation, Role
from planmodel.model.ids import Citation, Entity, Ref
from planmodel.model.indicators import Baseline, Lineage
from planmodel.model.numbering import Numbering
from planmodel.model.organisations import Issuer
from planmodel.model.outline import Relisted
from planmodel.model.plan import Plan
from planmodel.model.targets import Target
from planmodel.model.words import Level, OwnField
from planmodel.text import Language, Localized, Text, in_language, say

__all__ = ["in_short", "label_in", "shown"]

_BRACKETS = say("{it} ({more})", "{it}（{more}）")


def shown(value: object, plan: Plan[Any], language: Language, name: str = "") -> str:
    """*value* of the field *name* as words of *language*; pointers as their names in *plan*.

    Printed words are translated where the plan has a translation. An object says first what it is
    about, and in brackets everything else it says.
    """
    return _Wording(plan, language).words(value, name)


def in_short(
    value: object, plan: Plan[Any], language: Language, skip: Callable[[str], bool]
) -> str:
    """*value* as `shown` says it, without what needs a label, and without some absences.

    Absences whose reason *skip* says so of are left out.
    """
    return _Wording(plan, language, brief=True, skip=skip).words(value)


def label_in(plan: Plan[Any], name: str, language: Language, of: type[Any] | None = None) -> str:
    """The label of the field *name*; a fork's own field as its author calls or translates it."""
    label = field_label(name, of)
    return plan.phrase(label, language) if isinstance(label, str) else label.in_language(language)


@frozen
class _Wording:
    """Says values of one plan in one language."""

    plan: Plan[Any]
    language: Language
    brief: bool = False
    skip: Callable[[str], bool] | None = None

    def words(self, value: object, name: str = "") -> str:  # noqa: PLR0911 - one way a kind
        if value is None or value in ("", ()):
            return ""
        if isinstance(value, bool):
            return self.say(say("yes", "はい") if value else say("no", "いいえ"))
        if isinstance(value, Enum):
            return self.words(value.value, name)
        if isinstance(value, str):
            known = value_label(name, value)
            if known is not None:
                return self.say(known)
            return self.plan.phrase(value, self.language)
        if isinstance(value, (tuple, list)):
            return self.row([self.words(it, name) for it in cast("tuple[object, ...]", value)])
        if isinstance(value, (set, frozenset)):
            return self.row(sorted(self.words(it, name) for it in cast("set[object]", value)))
        if isinstance(value, Mapping):
            return self.data(cast("Mapping[str, object]", value))
        return self.thing(value)

    def say(self, it: object) -> str:
        return in_language(it, self.language)

    def row(self, parts: list[str]) -> str:
        """Several values, told apart from what each of them lists."""
        comma, stop = ("、", "；") if self.language == "ja" else (", ", "; ")
        mark = stop if len(parts) > 1 and any(comma in it for it in parts) else comma
        return mark.join(it for it in parts if it)

    def listed(self, parts: Iterator[str] | list[str]) -> str:
        return ("、" if self.language == "ja" else ", ").join(it for it in parts if it)

    def title(self, key: str) -> str:
        if key == "plan":
            return self.plan.title_of(self.plan, self.language)
        return self.plan.title_of(key, self.language) if key in self.plan else key

    def labeled(self, name: str, words: str, of: type[Any] | None = None) -> str:
        return f"{label_in(self.plan, name, self.language, of)}: {words}" if words else ""

    def data(self, value: Mapping[str, object]) -> str:
        """JSON of a field that only a fork's class knows."""
        for absent in ("not_stated", "missing"):
            if list(value) == [absent]:
                return self.words(value[absent])
        return self.listed(self.labeled(name, self.words(it, name)) for name, it in value.items())

    def thing(self, value: object) -> str:  # noqa: PLR0911 - one way a kind
        if isinstance(value, (NotStated, Missing)):
            skipped = self.skip is not None and self.skip(value.reason)
            return "" if skipped else self.plan.phrase(value.reason, self.language)
        if isinstance(value, Amount):
            if isinstance(value.absence, NotStated):
                return self.words(value.absence)
            return self.plan.phrase(str(value), self.language)
        if isinstance(value, (Ref, Entity)):
            return self.title(cast("Entity", value).id)
        if isinstance(value, Change):
            return change_words(value, self.plan, self.language)
        if isinstance(value, (Localized, Decimal)) or not attrs.has(type(value)):
            return self.say(value)
        head, used = self.head(value)
        rest = self.listed(self.rest(value, used))
        if not head or not rest:
            return head or rest
        return self.say(Text(_BRACKETS.en, _BRACKETS.ja, (("it", head), ("more", rest))))

    def head(self, value: object) -> tuple[str, frozenset[str]]:
        """What an object says first, and the fields that are told with it."""
        if isinstance(value, Target):
            return target_words(value, self.plan, self.language), _AIM
        for cls, (make, used) in _HEADS.items():
            if isinstance(value, cls):
                return make(self, value), used
        return "", frozenset()

    def rest(self, value: object, used: frozenset[str]) -> Iterator[str]:
        """What else an object says, with labels where they are needed."""
        cls: Any = type(value)
        # A baseline that is open is so for one reason, which its time need not say again.
        told = (value.absence,) if isinstance(value, Baseline) and value.absence else ()
        fields = ((it, it.alias or it.name) for it in attrs.fields(cls))
        for attribute, name in sorted(fields, key=lambda it: it[1] not in _SELF_EVIDENT):
            it: object = getattr(value, attribute.name)
            plain = name in _SELF_EVIDENT
            skipped = name in used or not attribute.eq or (self.brief and not plain)
            if skipped or it == attribute.default or it in told:
                continue
            named = name in _POINTING and isinstance(it, str)
            # Of a place inside a value, its document would only be said over and over again.
            it = it.place or it if isinstance(it, Citation) else it
            words = self.title(str(it)) if named else self.words(it, name)
            if words:
                yield words if plain else self.labeled(name, words, cls)


_AIM = frozenset(
    {
        "printed", "amount", "strict", "low", "high", "change", "stated", "of", "benchmark",
        "side", "whole", "text", "position", "among", "reason",
    }
)  # fmt: skip
"""The fields of targets that say what is aimed at."""

_SELF_EVIDENT = frozenset(
    {
        "period", "state", "method", "by", "basis", "kind", "review", "follow_up", "code",
        "document", "url", "scope", "form",
    }
)  # fmt: skip
"""Fields whose value needs no label beside it."""

_POINTING = frozenset(("of", "at", "document", "about", "indicator"))
"""Fields that name something by its id, as text."""

_Head: TypeAlias = Callable[[_Wording, Any], str]


def _parts(*names: str, between: str = " ") -> tuple[_Head, frozenset[str]]:
    """An object that begins with these fields, one after the other."""

    def make(wording: _Wording, value: object) -> str:
        said = (wording.words(getattr(value, name), name) for name in names)
        return between.join(it for it in said if it)

    return make, frozenset(names)


def _gap(wording: _Wording, gap: Gap) -> str:
    what = wording.plan.phrase(gap.what, wording.language)
    if gap.about in ("", "plan"):
        return what
    title = wording.title(gap.about)
    return f"{title}の{what}" if wording.language == "ja" else f"{title}: {what}"


def _reason(wording: _Wording, gap: Gap) -> str:
    return f"{_gap(wording, gap)}: {wording.plan.phrase(gap.reason, wording.language)}"


def _lineage(wording: _Wording, it: Lineage) -> str:
    return wording.words(it.title) or wording.title(it.indicator)


def _relisted(wording: _Wording, it: Relisted) -> str:
    return wording.title(it.id)


_HEADS: dict[type[Any], tuple[_Head, frozenset[str]]] = {
    Baseline: _parts("amount"),
    Citation: _parts("place"),
    Gap: (_reason, frozenset(("about", "what", "reason"))),
    Governance: _parts("council"),
    Ignore: _parts("code"),
    Issuer: _parts("name"),
    LegalBasis: _parts("law", "article"),
    Level: _parts("word"),
    Lineage: (_lineage, frozenset(("title", "indicator"))),
    Numbering: _parts("sample"),
    OwnField: _parts("name"),
    Prose: _parts("text"),
    Relation: _parts("title"),
    Relisted: (_relisted, frozenset(("of",))),
    Role: _parts("actor", "text", between=": "),
    Tag: _parts("topic"),
}
"""What values begin with, and which of their fields that tells."""
