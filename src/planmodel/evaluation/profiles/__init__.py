"""Published methods, one file each: their numbers as data, their formulas as small pure functions.

A profile judges a series of yearly values without a plan. It is asked for by its name.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from planmodel.errors import Problem, UsageError, did_you_mean
from planmodel.evaluation.points import unreadable
from planmodel.evaluation.profiles.base import Profile, ProfileDefaults
from planmodel.text import say

__all__ = ["profile_defaults", "profile_named", "profile_names"]

_MODULES = {"escap": "escap", "eustat": "eustat", "open-sdg-2.4": "open_sdg"}


def profile_names() -> tuple[str, ...]:
    """The names of all profiles, sorted."""
    return tuple(_MODULES)


@cache
def _load(module: str) -> Profile:
    profile: Profile = import_module(f"{__name__}.{module}").PROFILE
    return profile


def _word(given: object) -> str:
    return given if isinstance(given, str) else ""


def profile_named(name: str) -> Profile:
    """The profile called *name*.

    Raises:
        UsageError: No profile has that name; the nearest name is suggested.

    >>> from planmodel.evaluation.profiles import profile_named
    >>> profile_named("eustat").version
    '2026'
    """
    module = _MODULES.get(word := _word(name))
    if module is None:
        raise UsageError(
            Problem(
                say("there is no profile {name}", "{name}という手法はない", name=unreadable(name)),
                "profile",
                say("one of {names}", "{names}のいずれか", names=profile_names()),
                did_you_mean(word, _MODULES),
            )
        )
    return _load(module)


def profile_defaults(name: str) -> ProfileDefaults:
    """What the published method *name* assumes where nothing is said, as keyword arguments.

    They are never used unless they are passed. Only the text of ``open-sdg-2.4`` has any.

    Raises:
        UsageError: No profile has that name.

    >>> from planmodel.evaluation import profile_defaults
    >>> profile_defaults("open-sdg-2.4")
    {'direction': 'decrease', 'base_year': 2015, 'target_year': 2030}
    """
    return profile_named(name).defaults.copy()
