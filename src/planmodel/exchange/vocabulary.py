"""The words of a document: read, written, and found again as classes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.exchange.classes import plan_hooks
from planmodel.exchange.json_text import step
from planmodel.exchange.members import NODE_TAGS, members
from planmodel.exchange.refusals import RefusedError
from planmodel.exchange.writing import write
from planmodel.model.levels import Action, Measure, MeasureGroup, Pillar
from planmodel.model.outline import Node, Section, level_of
from planmodel.model.plan import Plan
from planmodel.model.words import Level, child_types
from planmodel.text import say

__all__ = ["Words", "check_levels", "read_levels", "ready_made", "words_of", "write_levels"]

READY: tuple[type[Node], ...] = (Action, Pillar, MeasureGroup, Measure)


@frozen
class Words:
    """The plan class and the node class of each word; no classes: the levels are data."""

    plan: type[Plan[Any]]
    nodes: tuple[tuple[str, type[Node]], ...] = ()

    @property
    def by_word(self) -> dict[str, type[Node]]:
        """The class of each word."""
        return dict(self.nodes)


def write_levels(levels: Iterable[Level]) -> list[Any]:
    """*levels* as JSON."""
    return [write(level) for level in levels]


def read_levels(value: object) -> tuple[Level, ...]:
    """The levels that a document declares, the plan's own first.

    Raises:
        RefusedError: something about them is wrong; places start at the list.
    """
    made = plan_hooks()
    kind = tuple[Level, ...]
    levels: tuple[Level, ...] = made.hook(kind)(value, kind)
    problems: list[Problem] = []
    if not levels or levels[0].form != "plan":
        problems.append(
            Problem(say("the first level is the plan itself", "最初の語は計画そのものである"))
        )
    seen: set[str] = set()
    for position, level in enumerate(levels):
        here = f"[{position}]"
        if position and level.form == "plan":
            problems.append(
                Problem(say("a plan has one plan level", "計画の語は一つだけである"), here)
            )
        if not level.word.strip() or level.word in seen:
            problems.append(
                Problem(
                    say("the word {word!r} stands twice", "語{word!r}が二つある", word=level.word)
                    if level.word in seen
                    else say("a level needs a word", "語が空である"),
                    f"{here}.word",
                )
            )
        seen.add(level.word)
        problems += _own_field_problems(level, here)
    if problems:
        raise RefusedError(problems)
    return levels


_SHIPPED: dict[str, type[Any]] = {"plan": Plan, "section": Section, "measure": Measure}


def _own_field_problems(level: Level, here: str) -> Iterable[Problem]:
    taken = {it.key for it in members(_SHIPPED[level.form])} | {*NODE_TAGS}
    for position, field in enumerate(level.own_fields):
        if field.name in taken or not field.name:
            yield Problem(
                say(
                    "{name!r} is no name for a field of its own",
                    "{name!r}は独自の項目の名前にできない",
                    name=field.name,
                ),
                f"{here}.own_fields[{position}].name",
            )
        taken.add(field.name)


def ready_made(levels: Sequence[Level]) -> Words | None:
    """The ready-made classes, if *levels* are exactly some of theirs."""
    ready = {it.class_word: it for it in READY}
    nodes = levels[1:]
    if levels[0] != Level(Plan.class_word, "plan") or not all(
        it.word in ready and it == level_of(ready[it.word]) for it in nodes
    ):
        return None
    return Words(Plan, tuple((it.word, ready[it.word]) for it in nodes))


def words_of(plan_class: type[Plan[Any]], words: tuple[type[Node], ...]) -> Words:
    """The classes that may stand in a *plan_class*: its levels, and *words* in their place.

    Raises:
        UsageError: something is no class of a plan or of a level.
    """
    problems = [
        Problem(
            say("{it!r} is no class of a level", "{it!r}は計画の語のクラスではない", it=it),
            where="words",
        )
        for it in words
        if not _is_class(it, Node) or not hasattr(it, "form")
    ]
    if not _is_class(plan_class, Plan):
        problems.append(
            Problem(
                say("{it!r} is no class of a plan", "{it!r}は計画のクラスではない", it=plan_class)
            )
        )
    if problems:
        raise UsageError(*problems)
    found: dict[str, type[Node]] = {}
    waiting: list[type[Any]] = list(child_types(plan_class) or READY)
    seen: set[type[Any]] = set()
    while waiting:
        cls = waiting.pop(0)
        if cls in seen or not issubclass(cls, Node):
            continue
        seen.add(cls)
        if hasattr(cls, "form") and cls is not Section:
            found.setdefault(cls.class_word, cls)
        waiting += child_types(cls)
    found.update((it.class_word, it) for it in words)
    return Words(plan_class, tuple(found.items()))


def _is_class(it: object, base: type[Any]) -> bool:
    return isinstance(it, type) and issubclass(it, base)


def check_levels(levels: Sequence[Level], words: Words) -> list[Problem]:
    """Why *levels* are not those of the classes: a word unknown, of another form or numbering."""
    problems: list[Problem] = []
    known = words.by_word
    if levels[0].word != words.plan.class_word:
        problems.append(
            Problem(
                say(
                    "the document is a {word}, the class {name} is a {other}",
                    "文書は「{word}」、クラス{name}は「{other}」である",
                    word=levels[0].word,
                    name=words.plan.__name__,
                    other=words.plan.class_word,
                ),
                "[0].word",
            )
        )
    for position, level in enumerate(levels[1:], start=1):
        cls = known.get(level.word)
        if cls is None:
            problems.append(
                Problem(
                    say(
                        "the classes given know no {word!r}",
                        "与えられたクラスに{word!r}という語はない",
                        word=level.word,
                    ),
                    step("", position) + ".word",
                    expected=", ".join(known),
                    hint=did_you_mean(level.word, known)
                    or say("name its class in words=[…]", "words=[…]にそのクラスを加える"),
                )
            )
            continue
        mine = level_of(cls)
        for key in ("form", "numbering"):
            theirs, ours = getattr(level, key), getattr(mine, key)
            if theirs != ours:
                problems.append(
                    Problem(
                        say(
                            "{word}: {theirs!r} in the document, {ours!r} in the class",
                            "{word}: 文書では{theirs!r}、クラスでは{ours!r}である",
                            word=level.word,
                            theirs=theirs,
                            ours=ours,
                        ),
                        step("", position) + f".{key}",
                        hint=say(
                            "read it without the class, or bring the two in line",
                            "クラスなしで読むか、両者をそろえる",
                        ),
                    )
                )
    return problems
