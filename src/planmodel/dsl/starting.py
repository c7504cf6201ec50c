"""`start_from` and `start_blank`: a plan of one's own, with everything still to be decided open.

What is taken from the other plan is its build: the outline with its titles, the indicators with
their units and directions, national laws, generic partners, axes that all plans share.
What only its issuer could say is not taken: figures, dates, departments, single bodies, its own
ordinances, documents, roles and council, descriptions, printed numbers and marks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any, TypeVar

import attrs

from planmodel.dsl.fingerprints import fingerprints
from planmodel.dsl.ready_axes import ready_axis_names
from planmodel.dsl.selecting import part_of
from planmodel.dsl.taking_over import TakeOver
from planmodel.dsl.undecided import with_open_places
from planmodel.errors import ModelError, PlanmodelError, Problem
from planmodel.model.facts import Derivation
from planmodel.model.ids import id_problem
from planmodel.model.organisations import Issuer
from planmodel.model.plan import Plan
from planmodel.text import Language, say

__all__ = ["start_from"]

P = TypeVar("P", bound=Plan[Any])


def start_from(  # noqa: PLR0913 - what a plan is called, and by whom
    template: P,
    *,
    id: str,  # noqa: A002 - as everywhere in the model
    issuer: str,
    code: str = "",
    title: str | None = None,
    only: Collection[str] = (),
    keep_axes: Collection[str] | None = None,
    made: dt.date | None = None,
) -> P:
    """A plan of *issuer* that has the build of *template* and none of its figures.

    Baselines, targets, departments, dates and whatever else only the new issuer can say stand as
    `NotStated` whose reason begins with 未定 (or "to be decided") and shows what the template
    says there; where no field can hold that, a `Gap` does. Sources, notes, context figures,
    printed numbers, 【新】, ordinances, roles, council and single bodies are left behind,
    as are all descriptions: they are the template's own sentences (see
    `planmodel.dsl.source.package.write_package`, which shows them).
    The result remembers the template as what it was derived from.

    Args:
        template: the plan to start from.
        id: the id of the new plan.
        issuer: who issues it, by full name (鳥取県).
        code: its 全国地方公共団体コード.
        title: its title; without one it is open too.
        only: ids of items of the outline to take over, with what stands above and below them and
            what belongs to them; by default all.
        keep_axes: ids of axes to take over; by default those that the library ships.
        made: the day of the start.

    Raises:
        ModelError: the id, the issuer or the code cannot be used; all problems at once.
        UsageError: the outline has no item of an id in *only*; all such ids are named.
    """
    made_by = _issuer(template, id, issuer, code)
    language: Language = "ja" if template.language == "ja" else "en"
    shared = ready_axis_names() if keep_axes is None else keep_axes
    whole, template = template, part_of(template, only) if only else template
    start = TakeOver(template, language, frozenset(shared))
    named = title or (f"{issuer}の計画（名称未定）" if language == "ja" else f"Plan of {issuer}")
    fields: dict[str, Any] = {
        "departments": (),
        "partners": start.partners(),
        "indicators": tuple(start.indicator(it) for it in template.indicators),
        "axes": start.axes(),
        "tags": start.tags(template.tags),
        "laws": start.laws(),
        "legal_bases": start.legal_bases(),
        "sections": start.sections(),
        "relations": (),
        "published": None if template.published is None else start.open(template.published),
        "period": start.open(template.period),
        "governance": None,
        "principle": "",
        "roles": (),
        "figures": (),
        "documents": (),
        "ignores": (),
        "status": "",
        "note": "",
        "source": None,
        "version": "1",
    }
    fields |= start.own_fields(template)
    start.plan_gaps()
    plan = attrs.evolve(
        template,
        id=id,
        title=named,
        issuer=made_by,
        gaps=(),
        prose=(),
        translations=(),
        derived_from=Derivation(whole.id, whole.version, whole.title, fingerprints(whole), made),
        **fields,
    )
    plan = with_open_places(attrs.evolve(plan, gaps=start.all_gaps(plan, titled=bool(title))))
    return attrs.evolve(plan, translations=start.translations(plan))


def _issuer(template: Plan[Any], key: str, name: str, code: str) -> Issuer:
    problems: list[Problem] = []
    problem = id_problem(key)
    if problem is not None:
        problems.append(problem)
    elif key in template.index.entities and key != template.id:
        what = say("{id} is an id inside the plan", "{id}は計画の中で使われている", id=key)
        problems.append(Problem(what, where="id"))
    if not name.strip():
        problems.append(
            Problem(say("an issuer has a name", "策定主体の名称が要る"), where="issuer")
        )
    try:
        made = Issuer(name, code)
    except PlanmodelError as error:
        problems += error.problems
        made = Issuer(name)
    if problems:
        raise ModelError(*problems)
    return made
