"""All rules: the library's own, and those that other distributions add.

A distribution adds rules by an entry point of the group ``planmodel.rules``
that is a `Rule` or a list of them. They are looked for when rules are first needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Final, cast

from planmodel._plugins import entry_points
from planmodel.checks.rule import Rule
from planmodel.checks.rules import MODULES
from planmodel.errors import Problem, UsageError, did_you_mean, need_text
from planmodel.text import Language, say

__all__ = ["GROUP", "all_rules", "explain", "own_rules", "rule_of"]

GROUP: Final = "planmodel.rules"
"""The group of entry points that add rules."""

RESERVED: Final = "PM"
"""The letters of the library's own codes."""


@cache
def own_rules() -> tuple[Rule, ...]:
    """The library's own rules, by code."""
    found: list[Rule] = []
    for name in MODULES:
        module = import_module(f"planmodel.checks.rules.{name}")
        found.extend(it for it in vars(module).values() if isinstance(it, Rule))
    return tuple(sorted(found, key=lambda it: it.code))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule: the library's own, then those of installed distributions.

    Raises:
        UsageError: an entry point cannot be loaded or is no rule, or a code or name stands twice;
            all of it at once.
    """
    found: list[tuple[str, Rule]] = []
    problems: list[Problem] = []
    for point in entry_points(GROUP):
        label = f"{GROUP}: {point.name} = {point.value}"
        try:
            loaded: object = point.load()
        except Exception as error:  # noqa: BLE001 - whatever a stranger's module raises
            why = f"{type(error).__name__}: {error}"
            problems.append(
                Problem(say("cannot be loaded: {why}", "読み込めない: {why}", why=why), label)
            )
            continue
        found.extend((label, it) for it in _rules_in(loaded, label, problems))
    return _joined(found, problems)


def _rules_in(loaded: object, label: str, problems: list[Problem]) -> list[Rule]:
    given = [loaded] if isinstance(loaded, Rule) else loaded
    items = list(cast("Iterable[object]", given)) if isinstance(given, Iterable) else [given]
    rules = [it for it in items if isinstance(it, Rule)]
    if len(rules) < len(items) or not rules:
        problems.append(
            Problem(
                say("it is no rule", "規則ではない"),
                label,
                expected=say("a Rule or a list of them", "Ruleまたはその並び"),
            )
        )
    return rules


def _joined(found: list[tuple[str, Rule]], problems: list[Problem]) -> tuple[Rule, ...]:
    owners = {key: "planmodel" for it in own_rules() for key in (it.code, it.name)}
    for label, it in found:
        if it.code.startswith(RESERVED):
            problems.append(
                Problem(
                    say(
                        "codes with {letters} are the library's own: {code}",
                        "{letters}で始まる符号は本体のもの: {code}",
                        letters=RESERVED,
                        code=it.code,
                    ),
                    label,
                )
            )
        for key in (it.code, it.name):
            if key in owners:
                problems.append(
                    Problem(
                        say(
                            "{key} is already a rule of {owner}",
                            "{key}はすでに{owner}の規則である",
                            key=key,
                            owner=owners[key],
                        ),
                        label,
                    )
                )
            owners.setdefault(key, label)
    if problems:
        raise UsageError(*problems)
    return (*own_rules(), *sorted((it for _, it in found), key=lambda it: it.code))


def rule_of(code_or_name: str) -> Rule:
    """The rule with this code or name, in any case of letters.

    Raises:
        UsageError: there is none; the nearest is named.
    """
    wanted = code_or_name.strip().casefold()
    for it in all_rules():
        if wanted in (it.code.casefold(), it.name):
            return it
    known = [word for it in all_rules() for word in (it.name, it.code)]
    raise UsageError(
        Problem(
            say("there is no rule {it!r}", "「{it}」という規則はない", it=code_or_name),
            hint=did_you_mean(code_or_name, known)
            or did_you_mean(wanted, known)
            or did_you_mean(wanted.upper(), known),
        )
    )


def explain(code_or_name: str, language: Language = "en") -> str:
    """What a rule looks for, why that is bad, an example, and what to write instead.

    Raises:
        UsageError: there is no such rule; the nearest is named.
    """
    need_text(code_or_name, "code_or_name", "PM201")
    return rule_of(code_or_name).explained(language)
