"""The JSON Schema of plan documents: current, valid itself, and of one mind with the reader."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import write_schema
from hypothesis import HealthCheck, given, settings

import planmodel
from planmodel.errors import DocumentError
from planmodel.exchange.documents import from_json, to_json
from planmodel.model.plan import Plan
from planmodel.testing import plans

D = dict[str, Any]


@pytest.fixture(scope="module")
def validator() -> Any:
    """A validator of another project, over the schema as shipped."""
    schema = json.loads(write_schema.PATH.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture(scope="module")
def hyogo() -> D:
    """The document of the shipped example."""
    found: D = json.loads(to_json(planmodel.load("hyogo_5th")))
    return found


def test_the_schema_is_current(checkout: Path) -> None:
    """What is shipped is what the model gives; otherwise run tools/write_schema.py."""
    shipped = checkout / "src/planmodel/exchange/plan.schema.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == write_schema.schema()


def test_the_example_is_valid(validator: Any, hyogo: D) -> None:
    """The document of Hyogo's plan has no error."""
    assert list(validator.iter_errors(hyogo)) == []


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(plan=plans(hostile=True))
def test_every_document_is_valid(validator: Any, plan: Plan[Any]) -> None:
    """Whatever the plan and its vocabulary, the schema takes what is written."""
    assert list(validator.iter_errors(json.loads(to_json(plan)))) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda it: it.update(format_version=2),
        lambda it: it.update(extra=1),
        lambda it: it.pop("vocabulary"),
        lambda it: it["plan"].pop("title"),
        lambda it: it["plan"].update(id="兵庫"),
        lambda it: it["plan"].update(period="2019年度"),
        lambda it: it["plan"]["departments"][0].update(namae="x"),
        lambda it: it["plan"]["indicators"][0].update(kind="stok"),
        lambda it: it["plan"]["indicators"][0].update(is_new="true"),
        lambda it: it["plan"]["indicators"][0]["baseline"]["amount"].update(number=2329),
        lambda it: it["plan"]["indicators"][0]["targets"][0].pop("form"),
        lambda it: it["plan"]["sections"][0].pop("word"),
        lambda it: it["plan"]["sections"][0].update(title=None),
        lambda it: it["plan"]["sections"][0].update(children=[{"relisted": 3}]),
        lambda it: it["plan"]["sections"][0].update(children={"not_stated": ""}),
    ],
)
def test_a_broken_twin_is_refused_by_schema_and_reader(
    validator: Any, hyogo: D, spoil: Callable[[D], object]
) -> None:
    """One fault in a good document is an error to both."""
    broken = copy.deepcopy(hyogo)
    spoil(broken)
    assert list(validator.iter_errors(broken)) != []
    with pytest.raises(DocumentError):
        from_json(json.dumps(broken))
