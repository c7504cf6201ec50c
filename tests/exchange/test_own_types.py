"""Types of a fork's own fields that the library does not know: read strictly all the same."""

from __future__ import annotations

import enum
import json
from collections.abc import Mapping
from typing import Any

import attrs
import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from planmodel.dsl.fingerprints import fingerprints
from planmodel.errors import DocumentError, ModelError
from planmodel.exchange.documents import from_json, to_json
from planmodel.model.levels import Measure
from planmodel.model.plan import Plan
from planmodel.periods import FiscalYear


class Season(enum.StrEnum):
    """An enumeration that is text as well."""

    SPRING = "春"
    AUTUMN = "秋"


class Grade(enum.IntEnum):
    """An enumeration that is a number as well."""

    LOW = 1
    HIGH = 2


@frozen(slots=False)
class Patrol(Measure, word="巡回"):
    """A measure with fields of its own."""

    season: Season | None = field(default=None, kw_only=True)
    grade: Grade = field(default=Grade.LOW, kw_only=True)
    # A mapping is one of the types that are left to cattrs.
    visits: Mapping[str, tuple[FiscalYear, Season]] = field(factory=dict, kw_only=True)


class WatchPlan(Plan[Patrol], word="見守り計画"):
    """A plan of such measures."""


def plan(**own: Any) -> WatchPlan:
    """A plan of one measure with these values of its own; synthetic."""
    return WatchPlan("p", "計画", period=FiscalYear(2021), sections=[Patrol("m", "巡回", **own)])


def refused(**own: Any) -> set[tuple[str, str]]:
    """Where a document with these own values is wrong, and what is expected there."""
    document: dict[str, Any] = json.loads(to_json(plan()))
    document["plan"]["sections"][0].update(own)
    with pytest.raises(DocumentError) as caught:
        from_json(json.dumps(document), WatchPlan)
    return {(it.where, str(it.expected)) for it in caught.value.problems}


seasons = st.sampled_from(Season)
visits = st.dictionaries(
    st.text(max_size=3), st.tuples(st.integers(2000, 2040).map(FiscalYear), seasons), max_size=3
)


@given(
    season=st.none() | seasons,
    grade=st.sampled_from(Grade),
    all_visits=visits,
)
def test_own_types_survive_a_document(
    season: Season | None, grade: Grade, all_visits: dict[str, tuple[FiscalYear, Season]]
) -> None:
    """Members of enumerations and what cattrs reads come back as what they were."""
    written = plan(season=season, grade=grade, visits=all_visits)
    read = from_json(to_json(written), WatchPlan)
    assert read == written
    (measure,) = read.walk()
    assert isinstance(measure, Patrol)
    assert type(measure.grade) is Grade
    assert season is None or type(measure.season) is Season
    assert all(type(it) is Season for _, it in measure.visits.values())


def test_a_word_of_no_enumeration_is_refused() -> None:
    """An enumeration that is text or a number as well takes its own members only."""
    here = "$.plan.sections[0]"
    assert refused(season="夏") == {(f"{here}.season", "春, 秋")}
    assert refused(grade=3, season="冬") == {
        (f"{here}.grade", "1, 2"),
        (f"{here}.season", "春, 秋"),
    }


def test_what_is_wrong_inside_a_type_of_others_has_its_place() -> None:
    """What cattrs reads is strict inside, and its problems are told with their paths."""
    here = "$.plan.sections[0].visits"
    wrong = {"a": ["FY2020", "夏"], "b": ["2020年", "春"], "c": ["FY2021", "秋"]}
    assert {it[0] for it in refused(visits=wrong)} == {f"{here}.a[1]", f"{here}.b[0]"}


def test_a_member_has_the_fingerprint_of_its_value() -> None:
    """A plan and its document, read without the plan's classes, have the same fingerprints."""
    made = plan(season=Season.AUTUMN, grade=Grade.HIGH)
    assert fingerprints(from_json(to_json(made))) == fingerprints(made)


@pytest.mark.parametrize("name", ["level", "origin", "form", "heading", "word"])
def test_a_field_that_hides_something_of_its_base_is_refused(name: str) -> None:
    """The name is told before anything fails on it."""
    cls = attrs.make_class(
        "Named",
        {name: attrs.field(default="高", kw_only=True)},
        bases=(Measure,),
        frozen=True,
        slots=False,
    )
    with pytest.raises(ModelError, match=f"Named cannot have a field '{name}'"):
        _ = cls("m", "M").level
