"""Rules known by name: the shipped ones, and those that installed packages bring.

A package brings a rule by an entry point of the group ``planmodel.scales``: its name is the name
of the rule, its object is the path of the rule file.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planmodel._plugins import entry_points
from planmodel.errors import DocumentError, Problem, did_you_mean
from planmodel.text import say

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "rule_names", "rule_path"]

GROUP: Final = "planmodel.scales"
"""The entry points of rules that other packages bring."""

_PRESETS = Path(__file__).with_name("presets")


@cache
def _known() -> dict[str, Path | EntryPoint]:
    known: dict[str, Path | EntryPoint] = {
        path.stem: path for path in sorted(_PRESETS.glob("*.toml"))
    }
    for point in entry_points(GROUP):
        if point.name in known:
            what = say(
                "two rules are called {name}; one comes from {value}",
                "{name}という評価ルールが二つある（一つは{value}）",
                name=point.name,
                value=point.value,
            )
            raise DocumentError(Problem(what, GROUP))
        known[point.name] = point
    return known


def rule_names() -> tuple[str, ...]:
    """The names of the rules that ship with the library or come with installed packages.

    Raises:
        DocumentError: two packages bring a rule of the same name.
    """
    return tuple(sorted(_known()))


def rule_path(name: str, where: str) -> Path:
    """The file of the rule called *name*; *where* is the place that asks for it.

    Raises:
        DocumentError: there is no such rule, or its package does not give a path.
    """
    found = _known().get(name)
    if found is None:
        raise DocumentError(_unknown(name, where))
    if isinstance(found, Path):
        return found
    return _path_of(found, where or GROUP)


def _unknown(name: str, where: str) -> Problem:
    from planmodel.evaluation.profiles import profile_names

    if name in profile_names():
        what = say(
            "{name} is a published method for series of years, and no grading rule",
            "{name}は年ごとの系列を評価する公表手法で、評価ルールではない",
            name=name,
        )
        hint = say(
            "compare it with rules by compare_methods (planmodel compare-methods --methods {name})",
            "compare_methods（planmodel compare-methods --methods {name}）で評価ルールと比べる",
            name=name,
        )
        return Problem(what, where, hint=hint)
    what = say("there is no rule called {name}", "{name}という評価ルールはない", name=name)
    near = did_you_mean(name, _known())
    expected = "" if near else say("one of {names}", "{names}のいずれか", names=list(rule_names()))
    return Problem(what, where, expected, near)


def _path_of(point: EntryPoint, where: str) -> Path:
    try:
        given: object = point.load()
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        what = say(
            "{value} cannot be loaded: {why}",
            "{value}を読み込めない: {why}",
            value=point.value,
            why=why,
        )
        raise DocumentError(Problem(what, where)) from error
    if isinstance(given, (str, Path)):
        return Path(given)
    what = say(
        "{value} gives no path of a rule file",
        "{value}が評価ルールのファイルの場所を示していない",
        value=point.value,
    )
    raise DocumentError(Problem(what, where))
