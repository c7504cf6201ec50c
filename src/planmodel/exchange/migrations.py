"""Documents of earlier format versions, brought up to the present one step at a time.

A step takes the whole document of its version, as JSON values, and gives back one of the next.
Steps are small, are never changed once released, and know nothing of the model's classes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from planmodel.errors import DocumentError, Problem
from planmodel.text import say

__all__ = ["FORMAT_VERSION", "MIGRATIONS", "Migration", "migrate"]

Document: TypeAlias = dict[str, Any]
"""A document as JSON values."""

Migration: TypeAlias = Callable[[Document], Document]
"""One step: a document of one version to one of the next."""

FORMAT_VERSION = 1
"""The version of the documents that this library writes."""

MIGRATIONS: dict[int, Migration] = {}
"""The step from each earlier version to the one after it."""


def migrate(
    document: Document,
    file: str = "",
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    current: int = FORMAT_VERSION,
) -> Document:
    """*document* in the *current* version.

    Raises:
        DocumentError: its version is no version, newer than this library, or no longer readable.
    """
    where = f"{file}:$.format_version" if file else "$.format_version"
    version: object = document.get("format_version")
    if type(version) is not int or version < 1:
        raise DocumentError(
            Problem(
                say("the format version is missing or no number", "形式の版が数で示されていない"),
                where=where,
                expected=str(current),
            )
        )
    while version < current and version in migrations:
        document = migrations[version](document)
        version += 1
    if version != current:
        newer = version > current
        raise DocumentError(
            Problem(
                say(
                    "this is format version {version}", "形式の版が{version}である", version=version
                ),
                where=where,
                expected=str(current),
                hint=say("install a newer planmodel", "新しいplanmodelを入れる")
                if newer
                else say(
                    "write it again with the planmodel that made it",
                    "元のplanmodelで書き出し直す",
                ),
            )
        )
    return {**document, "format_version": version}
