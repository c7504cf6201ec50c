"""Organisations: the departments of the issuer and the partners outside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import field, frozen

from planmodel.errors import ModelError, Problem
from planmodel.model.absence import NotStated
from planmodel.model.codes import local_government_code, local_government_code_of
from planmodel.model.ids import Entity, Ref, RefKind, ref_to, refs_to, text_problem
from planmodel.model.prefectures import PREFECTURES
from planmodel.model.typing_checks import Checked
from planmodel.periods import Day
from planmodel.text import say

__all__ = [
    "Department",
    "Issuer",
    "Partner",
    "to_department",
    "to_department_or_absence",
    "to_departments",
    "to_departments_or_absence",
    "to_partners",
]


@frozen
class Issuer(Checked):
    """Who issues a plan: its full name and, if known, its 全国地方公共団体コード (6 digits).

    Raises:
        ModelError: the code has not six digits or a wrong check digit, or a prefecture is named
            and the code is not its own.
    """

    name: str
    code: str = field(default="", converter=local_government_code)

    def __attrs_post_init__(self) -> None:
        Checked.__attrs_post_init__(self)
        number = PREFECTURES.get(self.name)
        if number is None or not self.code or self.code.startswith(f"{number}000"):
            return
        whose = next((it for it, two in PREFECTURES.items() if self.code.startswith(two)), "")
        what = say(
            "{code} is not the code of {name}; {two} stands for {whose}",
            "{code}は{name}のコードではない（{two}は{whose}）",
            code=self.code,
            name=self.name,
            two=self.code[:2],
            whose=whose or "-",
        )
        expected = local_government_code_of(f"{number}000")
        raise ModelError(Problem(what, "code", expected))


def to_department(value: Department | Ref[Department]) -> Ref[Department]:
    """A department or a pointer at one, as a pointer."""
    return ref_to(value, "department", "department")


def to_department_or_absence(
    value: Department | Ref[Department] | NotStated | None,
) -> Ref[Department] | NotStated | None:
    """A department as a pointer; an absence stays what it is."""
    return value if value is None or isinstance(value, NotStated) else to_department(value)


def to_departments(value: Iterable[Department | Ref[Department]]) -> tuple[Ref[Department], ...]:
    """Departments as pointers."""
    return refs_to(value, "department", "departments")


def to_departments_or_absence(
    value: Iterable[Department | Ref[Department]] | NotStated,
) -> tuple[Ref[Department], ...] | NotStated:
    """Departments as pointers; an absence stays what it is."""
    return value if isinstance(value, NotStated) else to_departments(value)


def to_partners(value: Iterable[Partner | Ref[Partner]]) -> tuple[Ref[Partner], ...]:
    """Partners as pointers."""
    return refs_to(value, "partner", "partners")


@frozen(slots=False)
class Department(Entity):
    """A part of the issuer: a 部, a 課, a board, the police headquarters.

    Attributes:
        name: as printed.
        parent: the department it belongs to; `NotStated` where the document does not say.
        category: the word for its rank as printed (部, 課, …), if any.
        valid_from: first day it existed under this name, if known.
        valid_to: last day it existed under this name, if known.
        succeeds: the departments it was renamed or merged from.
    """

    ref_kind: ClassVar[RefKind] = "department"

    name: str
    parent: Ref[Department] | NotStated | None = field(
        default=None, kw_only=True, repr=False, converter=to_department_or_absence
    )
    category: str = field(default="", kw_only=True, repr=False)
    valid_from: Day | None = field(default=None, kw_only=True, repr=False)
    valid_to: Day | None = field(default=None, kw_only=True, repr=False)
    succeeds: tuple[Ref[Department], ...] = field(
        default=(), kw_only=True, repr=False, converter=to_departments
    )

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this department in itself."""
        yield from Entity.problems(self)
        problem = text_problem(self.name, "name")
        if problem is not None:
            yield problem
        if isinstance(self.parent, Ref) and self.parent.id == self.id:
            yield Problem(
                say("a department cannot be its own parent", "自らを親にはできない"), where="parent"
            )
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            yield Problem(
                say("it ends before it begins", "終わりが始まりより前である"), where="valid_to"
            )


@frozen(slots=False)
class Partner(Entity):
    """An organisation outside the issuer that takes part in the plan.

    Attributes:
        name: as printed.
        category: its kind as the plan words it (国の機関, 市町, 警察, 民間団体, …).
        role: what the plan says it does, if anything.
        generic: whether it stands for many bodies (関係団体) rather than for one.
    """

    ref_kind: ClassVar[RefKind] = "partner"

    name: str
    category: str = field(default="", kw_only=True, repr=False)
    role: str = field(default="", kw_only=True, repr=False)
    generic: bool = field(default=False, kw_only=True, repr=False)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this partner in itself."""
        yield from Entity.problems(self)
        problem = text_problem(self.name, "name")
        if problem is not None:
            yield problem
