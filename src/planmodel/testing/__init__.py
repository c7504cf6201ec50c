"""Hypothesis strategies and assertions for plans of any vocabulary; needs the extra ``testing``.

Nothing is imported before it is used, so that this package can be looked at without Hypothesis.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planmodel.testing.assertions import assert_round_trip
    from planmodel.testing.outlines import Shape, plans, shapes
    from planmodel.testing.parts import amounts, indicators, targets, titles
    from planmodel.testing.rows import ledgers, observations
    from planmodel.testing.times import periods

__all__ = [
    "Shape",
    "amounts",
    "assert_round_trip",
    "indicators",
    "ledgers",
    "observations",
    "periods",
    "plans",
    "shapes",
    "targets",
    "titles",
]

_HOMES = {
    "Shape": "outlines",
    "amounts": "parts",
    "assert_round_trip": "assertions",
    "indicators": "parts",
    "ledgers": "rows",
    "observations": "rows",
    "periods": "times",
    "plans": "outlines",
    "shapes": "outlines",
    "targets": "parts",
    "titles": "parts",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        room = import_module(f"{__name__}.{home}")
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        from planmodel.errors import missing_extra

        raise missing_extra("planmodel.testing", "testing") from error
    value: object = getattr(room, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
