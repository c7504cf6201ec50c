"""What a document says again is read as one object, and reading leaves nothing behind."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planmodel.errors import DocumentError
from planmodel.exchange.documents import from_json, to_json
from planmodel.exchange.leaves import shared
from planmodel.model.absence import NotStated
from planmodel.model.ids import Citation
from planmodel.model.organisations import Department
from planmodel.model.outline import Measure
from planmodel.model.plan import Plan
from planmodel.model.targets import AtLeast, Rank
from planmodel.periods import FiscalYear
from planmodel.testing import plans


@frozen
class RankedMeasure(Measure, word="取組"):
    """A measure with fields of single classes that have a tag in documents."""

    place: Rank | None = field(default=None, kw_only=True)
    least: AtLeast | None = field(default=None, kw_only=True)


def example() -> Plan[Any]:
    """Departments that stand at the same place and whose parent is not stated."""
    silent = NotStated("not printed")
    place = Citation("IV 1", document="draft")
    departments = [Department(f"d{n}", "課", parent=silent, source=place) for n in range(3)]
    kept = Measure("m", "定着", departments=departments, lead=departments[0])
    return Plan("p", "計画", period=FiscalYear(2020), departments=departments, sections=[kept])


def test_what_is_said_again_is_one_object() -> None:
    """Citations, absences and pointers that are alike are made once in a document."""
    read = from_json(to_json(example()))
    (measure,) = read.measures()
    assert len({id(it.source) for it in read.departments}) == 1
    assert len({id(it.parent) for it in read.departments}) == 1
    assert measure.lead is measure.departments[0]
    assert read == example()


@pytest.mark.parametrize("good", [True, False])
def test_no_text_is_kept_alive(good: bool) -> None:  # noqa: FBT001 - a case
    """What was shared while a document was read is forgotten, also after an error."""
    text = to_json(example())
    if good:
        from_json(text)
    else:
        with pytest.raises(DocumentError):
            from_json(text.replace('"m"', '"M"'))
    assert shared.cache_info().currsize == 0


@pytest.mark.parametrize(
    ("source", "where"),
    [
        ({"place": "x", "document": 1}, ".document: 1 is a whole number"),
        ({"place": ["x"]}, ".place: this is a list"),
        ({"place": "x", "pace": "y"}, ".pace: the key is unknown"),
        ({"document": "draft"}, ": place is missing"),
        ("IV 1", ": 'IV 1' is text"),
        ([], ": this is a list"),
    ],
)
def test_a_wrong_citation_is_wrong_each_time(source: Any, where: str) -> None:
    """A refusal is not remembered: every place that has the fault is named."""
    document = json.loads(to_json(example()))
    for department in document["plan"]["departments"]:
        department["source"] = source
    with pytest.raises(DocumentError) as caught:
        from_json(json.dumps(document))
    found = [str(it) for it in caught.value.problems]
    for n in range(3):
        assert any(it.startswith(f"$.plan.departments[{n}].source{where}") for it in found)


def test_a_field_of_one_tagged_class() -> None:
    """An own field of a class that says its form is read, and its tag is no unknown key."""
    due = FiscalYear(2021)
    costed = RankedMeasure("m", "定着", place=Rank(1, "近畿", due), least=AtLeast("60%", due))
    plan = Plan("p", "計画", period=due, sections=[costed])
    assert from_json(to_json(plan), Plan, words=[RankedMeasure]) == plan


@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(plans(hostile=True), st.booleans(), st.sampled_from(("", "\ufeff")))
def test_bytes_are_read_as_text(plan: Plan[Any], escaped: bool, mark: str) -> None:  # noqa: FBT001 - a case
    """A document as UTF-8 says what it says as text, with and without a byte order mark."""
    text = mark + json.dumps(json.loads(to_json(plan)), ensure_ascii=escaped)
    assert from_json(text.encode()) == from_json(text)


@pytest.mark.parametrize("text", ['{"a": "\\ud800"}', '{"a": "\\n", "b": "\\uDfff"}'])
def test_bytes_with_a_lone_surrogate(text: str) -> None:
    """Escaped surrogates are found in bytes as in text."""
    for given_text in (text, text.encode()):
        with pytest.raises(DocumentError, match="lone surrogate"):
            from_json(given_text)
