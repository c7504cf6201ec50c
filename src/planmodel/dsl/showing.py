"""Values of fields as JSON, for tables that put an old one beside a new one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, cast

import attrs

from planmodel.model.absence import Missing, NotStated
from planmodel.model.ids import Ref
from planmodel.periods import CalendarYear, Cohort, Day, FiscalYear, Window

__all__ = ["plain"]

_PERIODS = (CalendarYear, Cohort, Day, FiscalYear, Window)


def plain(value: object) -> Any:  # noqa: ANN401, C901, PLR0911 - JSON; one case a kind
    """*value* as JSON: exact numbers and periods as text, pointers as ids, objects by field.

    An absence is ``{"not_stated": reason}`` or ``{"missing": reason}``; an object names its class
    under ``type`` and leaves out what it does not say.
    """
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (dt.date, *_PERIODS)):
        return str(value)
    if isinstance(value, Ref):
        return value.id
    if isinstance(value, NotStated):
        return {"not_stated": value.reason}
    if isinstance(value, Missing):
        return {"missing": value.reason}
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value).items()
        return {str(key): plain(it) for key, it in pairs}
    if isinstance(value, (tuple, list)):
        return [plain(it) for it in cast("tuple[object, ...]", value)]
    if isinstance(value, (set, frozenset)):
        return sorted((plain(it) for it in cast("set[object]", value)), key=repr)
    if attrs.has(type(value)):
        return {"type": type(value).__name__} | _plain_fields(value)
    return str(value)


def _plain_fields(value: object) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for attribute in attrs.fields(cast("Any", type(value))):
        it: object = getattr(value, attribute.name)
        if attribute.eq and attribute.init and it != attribute.default:
            found[attribute.alias or attribute.name] = plain(it)
    return found
