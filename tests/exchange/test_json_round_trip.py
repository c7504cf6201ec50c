"""Any plan of any vocabulary survives its document, with its classes and without them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planmodel.dsl.comparing import changes
from planmodel.dsl.fingerprints import fingerprints
from planmodel.exchange.documents import from_json, to_json
from planmodel.exchange.observations_csv import load_observations, write_observations
from planmodel.model.generic import GenericPlan, own_values
from planmodel.model.plan import Plan
from planmodel.observations.ledger import Observations
from planmodel.testing import assert_round_trip, ledgers, plans, shapes

quick = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@quick
@given(plans(hostile=True))
def test_a_plan_survives_its_document(plan: Plan[Any]) -> None:
    """Equal with its classes; without them the text written again is the same; numbers stay."""
    assert_round_trip(plan)


@quick
@given(plans(words=shapes(ready_made=False)))
def test_a_foreign_plan_is_read_as_data(plan: Plan[Any]) -> None:
    """Levels and own fields of a vocabulary that nobody knows are kept as data."""
    read = from_json(to_json(plan))
    assert isinstance(read, GenericPlan)
    assert read.vocabulary == plan.vocabulary
    assert [it.title for it in read.walk()] == [it.title for it in plan.walk()]
    for mine, theirs in zip(read.walk(), plan.walk(), strict=True):
        own = own_values(getattr(mine, "own"))  # noqa: B009 - generic nodes have it
        assert set(own) == {it.name for it in theirs.level.own_fields}
        if getattr(theirs, "budget", None) is not None:
            assert own["budget"] == f"{getattr(theirs, 'budget'):f}"  # noqa: B009 - an own field


@quick
@given(plans(words=shapes(ready_made=False)))
def test_a_foreign_plan_says_the_same_without_its_classes(plan: Plan[Any]) -> None:
    """No own field is lost or changed, also where it has the default that only its class knows."""
    read = from_json(to_json(plan))
    assert not changes(plan, read)
    assert not changes(read, plan)
    assert dict(fingerprints(read)) == dict(fingerprints(plan))


@quick
@given(plans(), st.sampled_from((None, 1, 2, 4)))
def test_indent_is_only_layout(plan: Plan[Any], indent: int | None) -> None:
    """However it is laid out, a document says the same."""
    text = to_json(plan, indent=indent)
    assert json.loads(text) == json.loads(to_json(plan))
    assert from_json(text, type(plan)) == plan


@quick
@given(plans())
def test_everything_knows_its_place(plan: Plan[Any]) -> None:
    """The origin of each entity is the path at which it stands in the document."""
    text = to_json(plan)
    read = from_json(text, file="a.json")
    document = json.loads(text)
    for entity in [*read.walk(), *read.indicators, *read.departments, *read.axes]:
        value = document
        for key in (
            entity.origin.path.removeprefix("$.").replace("[", ".").replace("]", "").split(".")
        ):
            value = value[int(key)] if key.isdigit() else value[key]
        assert value["id"] == entity.id
        assert entity.origin.file == "a.json"


@settings(quick, suppress_health_check=[*HealthCheck])
@given(ledger=ledgers())
def test_facts_survive_their_tables(
    tmp_path_factory: pytest.TempPathFactory, ledger: Observations
) -> None:
    """A ledger written as one file a kind is read back from its folder."""
    folder: Path = tmp_path_factory.mktemp("facts")
    groups = (ledger.rows, ledger.implementations, ledger.judgements, ledger.opinions)
    for number, rows in enumerate(groups):
        if rows:
            write_observations(folder / f"{number}.csv", rows)
    assert load_observations(folder) == ledger
