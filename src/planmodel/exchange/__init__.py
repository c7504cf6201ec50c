"""Documents in and out: JSON, observation tables, plans found by what they are.

``documents`` holds the JSON, ``observations_csv`` the year's facts, ``loading`` finds and reads
plans, ``excel_form`` the workbook for officers whose plan is a table,
and ``exporting`` writes every format that is registered under ``planmodel.formats``.
Opening a document never runs code; opening a plan written in Python does.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planmodel.exchange.documents import from_json, to_json
    from planmodel.exchange.excel_form import read_form, write_form
    from planmodel.exchange.exporting import export, format_names
    from planmodel.exchange.loading import (
        load,
        observations_beside,
        template_names,
        template_path,
    )
    from planmodel.exchange.observations_csv import (
        append_observations,
        load_observations,
        read_observations,
        write_observations,
    )

__all__ = [
    "append_observations",
    "export",
    "format_names",
    "from_json",
    "load",
    "load_observations",
    "observations_beside",
    "read_form",
    "read_observations",
    "template_names",
    "template_path",
    "to_json",
    "write_form",
    "write_observations",
]

_HOMES = {
    "append_observations": "observations_csv",
    "export": "exporting",
    "format_names": "exporting",
    "from_json": "documents",
    "load": "loading",
    "load_observations": "observations_csv",
    "observations_beside": "loading",
    "read_form": "excel_form",
    "read_observations": "observations_csv",
    "template_names": "loading",
    "template_path": "loading",
    "to_json": "documents",
    "write_form": "excel_form",
    "write_observations": "observations_csv",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
