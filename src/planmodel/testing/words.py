"""Vocabularies: classes of levels and plans made up for tests."""

from __future__ import annotations

import datetime as dt
import enum
import types
from decimal import Decimal
from functools import cache
from typing import Any, Union

from attrs import field, frozen

from planmodel.model.ids import Ref
from planmodel.model.levels import Action, Measure, MeasureGroup, Pillar
from planmodel.model.organisations import Department
from planmodel.model.outline import Relisted, Section
from planmodel.model.plan import Plan
from planmodel.periods import Period

__all__ = ["Importance", "Money", "Shape", "shape", "shape_names"]

_WORDS = ("基本方針", "重点課題", "施策の柱", "Program")
_STYLES = ("第1", "Ⅰ", "({parent}-1)", "（）")


class Importance(enum.Enum):
    """The type of a made-up field."""

    HIGH = "高"
    LOW = "低"


@frozen
class Money:
    """The type of a made-up field: an amount in thousands of yen (千円)."""

    amount: Decimal
    note: str = ""


@frozen
class Shape:
    """A vocabulary: the plan's class, the sections from the top down, the measure.

    ``own`` says whether measures and sections have fields of their own.
    """

    plan: type[Plan[Any]]
    sections: tuple[type[Section[Any]], ...]
    measure: type[Measure]
    own: bool


def shape_names() -> tuple[str, ...]:
    """The names of all shapes: ``ready``, or the count of levels (with own fields: ``+``)."""
    return ("ready", *(f"{n}{own}" for n in range(1, 6) for own in ("", "+")))


@cache
def shape(name: str) -> Shape:
    """The vocabulary of this *name*; its classes are made once."""
    if name == "ready":
        return Shape(Plan, (Action, Pillar, MeasureGroup), Measure, own=False)
    depth, own = int(name[0]), name.endswith("+")
    measure = _made(f"Measure{depth}", Measure, {"word": "事業", "numbering": "■"}, own=own)
    below: list[Any] = [measure]
    sections: list[Any] = []
    for level in range(depth - 1, 0, -1):
        words = {"word": _WORDS[level - 1], "numbering": _STYLES[level - 1]}
        # Every deeper level may stand here: outlines are of uneven depth.
        base: Any = Section
        children = _any_of(*below, Relisted)
        section = _made(f"Level{level}of{depth}", base[children], words, own=own and level == 1)
        below.insert(0, section)
        sections.insert(0, section)
    plan_base: Any = Plan
    plan = _made(f"Plan{depth}", plan_base[_any_of(*below)], {"word": "基本計画"}, own=False)
    return Shape(plan, tuple(sections), measure, own=own)


def _any_of(*classes: Any) -> Any:  # noqa: ANN401 - a union made at run time
    return Union[classes]  # noqa: UP007 - there is no other way for a list of classes


def _made(name: str, base: Any, keywords: dict[str, Any], *, own: bool) -> Any:  # noqa: ANN401 - a class made at run time
    def fill(namespace: dict[str, Any]) -> None:
        namespace["__module__"] = __name__
        if not own:
            return
        fields: dict[str, Any] = {
            "budget": Decimal | None,
            "starts": dt.date | None,
            "season": Period | None,
            "keywords": tuple[str, ...],
            "importance": Importance | None,
            "money": Money | None,
            "helper": Ref[Department] | None,
            "weight": float | None,
            "extras": dict[str, int] | None,
            "fund": str,
            "staff": int,
        }
        defaults: dict[str, Any] = {"keywords": (), "fund": "一般会計", "staff": 0}
        namespace["__annotations__"] = fields
        for field_name in fields:
            default = defaults.get(field_name)
            namespace[field_name] = field(default=default, kw_only=True, repr=False)

    cls = types.new_class(name, (base,), keywords, fill)
    return frozen(slots=False)(cls) if own else cls
