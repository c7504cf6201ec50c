"""Every field of the model has a label, and every value words, in both languages."""

from __future__ import annotations

import importlib
import pkgutil
import re
import types
import typing
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given

import planmodel as pm
import planmodel.model
from dsl.plan_makers import SLOW, plans
from planmodel.dsl.comparing import changes
from planmodel.dsl.containers import contents
from planmodel.dsl.labels import FIELDS, VALUES, field_label, value_label
from planmodel.dsl.wording import shown
from planmodel.model.change import Change
from planmodel.reports.changes import build_changes
from planmodel.text import Text

NOT_SAID = {"origin", "placed_number", "fingerprints", "given_level", "given_levels"}
"""Fields that no table shows: where a thing was written, and what carries its level."""

INNER = {"Lookups", "PlanIndex", "TextIndex", "_Table", "Origin"}
"""Classes that hold nothing a document says."""

REPR = re.compile(r"[A-Za-z_]\w*\([a-z_]+=|<[a-z]\w* |\bRef\(|\bDecimal\(|datetime\.")


def classes() -> Iterator[type[Any]]:
    """Every class of the model whose objects say something."""
    for module in pkgutil.iter_modules(planmodel.model.__path__):
        found = importlib.import_module(f"planmodel.model.{module.name}")
        for name, cls in vars(found).items():
            is_class = isinstance(cls, type) and attrs.has(cls)
            if is_class and cls.__module__ == found.__name__ and name not in INNER:
                yield cls


def literals(annotation: object) -> Iterator[str]:
    """The names that *annotation* allows."""
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
    elif typing.get_origin(annotation) in (typing.Union, types.UnionType, tuple):
        for part in typing.get_args(annotation):
            yield from literals(part)


ALL = sorted(classes(), key=lambda it: it.__qualname__)


@pytest.mark.parametrize("cls", ALL, ids=[it.__name__ for it in ALL])
def test_every_field_of_every_class_has_a_label(cls: type[Any]) -> None:
    """A field of the model never stands in a table under its Python name."""
    for attribute in attrs.fields(cls):
        name = attribute.alias or attribute.name
        if name in NOT_SAID:
            continue
        label = field_label(name, cls)
        assert isinstance(label, Text), f"{cls.__name__}.{name}"
        assert not label.in_language("ja").isascii() or name == "url"


@pytest.mark.parametrize("cls", ALL, ids=[it.__name__ for it in ALL])
def test_every_fixed_value_has_words(cls: type[Any]) -> None:
    """A value that code writes as one of a few names is said in words."""
    hints = typing.get_type_hints(cls)
    for attribute in attrs.fields(cls):
        name = attribute.alias or attribute.name
        if (cls, name) == (Change, "unit"):
            continue  # said by the change as a whole
        for value in literals(hints[attribute.name]):
            assert value_label(name, value) is not None, f"{cls.__name__}.{name}: {value}"


def test_labels_are_said_in_both_languages() -> None:
    """No Japanese label is left in English, and no English one in Japanese."""
    tables = [FIELDS, *VALUES.values()]
    for text in (it for table in tables for it in table.values()):
        assert text.en.isascii()
        assert text.ja == "URL" or not text.ja.isascii()


@SLOW
@given(plans(largest=5))
def test_no_value_is_shown_as_code(plan: pm.Plan[Any]) -> None:
    """Whatever a plan says stands in a table of changes in words, in every format."""
    bare = pm.Plan("bare", "計画", period=pm.FiscalYear(2000))
    found = changes(bare, plan)
    for language in ("en", "ja"):
        for row in found.rows(language):
            assert not REPR.search(f"{row.field} {row.old} {row.new}")
        for line in (
            it for row in build_changes(found, language=language).rows for it in row.lines
        ):
            assert not REPR.search(f"{line.name} {line.old.text} {line.new.text}")
        for _, _, fields in contents(plan):
            for name, value in fields.items():
                assert not REPR.search(shown(value, plan, language, name))


def test_objects_say_everything_they_hold() -> None:
    """Two values that differ in one field do not look alike."""
    law = pm.Law("law", "条例")
    plan = pm.Plan("p", "計画", period=pm.FiscalYear(2019), laws=[law])
    pairs: list[tuple[Any, str, object]] = [
        (pm.LegalBasis(law, "第1条"), "because", "根拠"),
        (pm.Gap("plan", "年", "空欄"), "reason", "記載なし"),
        (pm.Relation("predecessor", "前計画"), "kind", "split_into"),
        (pm.Baseline("5件", pm.FiscalYear(2017)), "state", "provisional"),
        (pm.Baseline("5件", pm.FiscalYear(2017)), "note", "注"),
        (pm.AtLeast("5件", pm.FiscalYear(2021)), "scope", "keep"),
        (pm.Tag(pm.Topic("t", "一"), "assigned", by="甲"), "by", "乙"),
        (pm.Governance("審議会"), "review", "毎年度"),
        (pm.Lineage("old", because="定義を変更"), "joinable", True),
    ]
    for value, name, other in pairs:
        changed = attrs.evolve(value, **{name: other})
        for language in ("en", "ja"):
            assert shown(value, plan, language) != shown(changed, plan, language), name


def test_a_relation_is_told_in_japanese() -> None:
    """No English name of a kind stands in a Japanese table."""
    plan = pm.Plan("p", "計画", period=pm.FiscalYear(2019))
    relation = pm.Relation("split_into", "分離した計画")
    assert shown((relation,), plan, "ja", "relations") == "分離した計画（分離先）"


def test_a_fork_names_its_own_fields() -> None:
    """A field that only a fork has keeps its name, or the translation that the plan gives."""
    assert field_label("budget") == "budget"
    assert isinstance(field_label("title.en"), Text)
    assert str(field_label("title.en")) == "title (English)"
    label = field_label("phrase.en[計画]")
    assert isinstance(label, Text)
    assert label.in_language("ja") == "語句の訳（計画、英語）"
