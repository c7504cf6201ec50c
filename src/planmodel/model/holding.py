"""Converters that keep what a plan holds as tuples.

One named converter a kind: type checkers refuse generic ones.
That every item is of its kind is checked by the plan, which can name all that are not at once.
"""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.model.axes import Axis
from planmodel.model.facts import (
    Document,
    Figure,
    Gap,
    Ignore,
    Law,
    LegalBasis,
    Prose,
    Relation,
    Role,
    Translation,
)
from planmodel.model.ids import as_tuple
from planmodel.model.indicators import Indicator
from planmodel.model.organisations import Department, Partner

__all__ = ["KINDS"]

KINDS: dict[str, type[object]] = {
    "departments": Department,
    "partners": Partner,
    "indicators": Indicator,
    "axes": Axis,
    "laws": Law,
    "legal_bases": LegalBasis,
    "roles": Role,
    "relations": Relation,
    "figures": Figure,
    "documents": Document,
    "prose": Prose,
    "translations": Translation,
    "gaps": Gap,
    "ignores": Ignore,
}
"""The lists of a plan and the kind of thing each holds."""


def to_departments(value: Iterable[Department]) -> tuple[Department, ...]:
    """The plan's departments as a tuple."""
    return as_tuple(value, "departments")


def to_partners(value: Iterable[Partner]) -> tuple[Partner, ...]:
    """The plan's partners as a tuple."""
    return as_tuple(value, "partners")


def to_indicators(value: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """The plan's indicators as a tuple."""
    return as_tuple(value, "indicators")


def to_axes(value: Iterable[Axis]) -> tuple[Axis, ...]:
    """The plan's axes as a tuple."""
    return as_tuple(value, "axes")


def to_laws(value: Iterable[Law]) -> tuple[Law, ...]:
    """The plan's laws as a tuple."""
    return as_tuple(value, "laws")


def to_legal_bases(value: Iterable[LegalBasis]) -> tuple[LegalBasis, ...]:
    """The plan's legal bases as a tuple."""
    return as_tuple(value, "legal_bases")


def to_roles(value: Iterable[Role]) -> tuple[Role, ...]:
    """The plan's roles as a tuple."""
    return as_tuple(value, "roles")


def to_relations(value: Iterable[Relation]) -> tuple[Relation, ...]:
    """The plan's relations as a tuple."""
    return as_tuple(value, "relations")


def to_figures(value: Iterable[Figure]) -> tuple[Figure, ...]:
    """The plan's figures as a tuple."""
    return as_tuple(value, "figures")


def to_documents(value: Iterable[Document]) -> tuple[Document, ...]:
    """The plan's documents as a tuple."""
    return as_tuple(value, "documents")


def to_prose(value: Iterable[Prose]) -> tuple[Prose, ...]:
    """The plan's prose as a tuple."""
    return as_tuple(value, "prose")


def to_translations(value: Iterable[Translation]) -> tuple[Translation, ...]:
    """The plan's translations as a tuple."""
    return as_tuple(value, "translations")


def to_gaps(value: Iterable[Gap]) -> tuple[Gap, ...]:
    """The plan's gaps as a tuple."""
    return as_tuple(value, "gaps")


def to_ignores(value: Iterable[Ignore]) -> tuple[Ignore, ...]:
    """The plan's ignores as a tuple."""
    return as_tuple(value, "ignores")
