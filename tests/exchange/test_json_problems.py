"""What a document says wrong: all of it at once, each thing with its path; never another error."""

from __future__ import annotations

import enum
import json
import re
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pytest
from attrs import field, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planmodel.errors import DocumentError, ModelError, UsageError
from planmodel.exchange.documents import from_json, to_json
from planmodel.exchange.loading import load
from planmodel.exchange.migrations import migrate
from planmodel.model.absence import NotStated
from planmodel.model.amounts import Amount
from planmodel.model.generic import GenericPlan
from planmodel.model.ids import Ref
from planmodel.model.indicators import Baseline, Stock
from planmodel.model.levels import Action, Measure, MeasureGroup, Pillar
from planmodel.model.organisations import Department
from planmodel.model.outline import Relisted, Section
from planmodel.model.plan import Plan
from planmodel.model.targets import AtLeast, Rank
from planmodel.periods import FiscalYear, Period

D, Change = dict[str, Any], Callable[[dict[str, Any]], object]


class Season(enum.Enum):
    """A type of an own field."""

    SPRING = "春"


@frozen(slots=False)
class CostedMeasure(Measure, word="取組"):
    """A measure with fields of its own."""

    budget: Decimal | None = field(default=None, kw_only=True)
    season: Season | None = field(default=None, kw_only=True)
    rank: Literal["high", "low"] = field(default="low", kw_only=True)
    years: tuple[Period, ...] = field(default=(), kw_only=True)
    shares: dict[str, float] = field(factory=dict[str, float], kw_only=True)
    helper: Ref[Department] | NotStated | None = field(default=None, kw_only=True)
    pair: tuple[int, str] | None = field(default=None, kw_only=True)
    people: int = field(default=0, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.people < 0:
            raise ValueError("fewer than nobody")


class SafetyPlan(Plan[Action], word="計画"):
    """A plan with a vocabulary of its own."""


def example() -> Plan[Any]:
    """A small plan of the ready-made words."""
    department = Department("industry", "産業政策課")
    indicator = Stock(
        "employment",
        "就職率",
        unit="%",
        department=department,
        baseline=Baseline("53.0%", FiscalYear(2017)),
        targets=[AtLeast("60%", FiscalYear(2021)), Rank(1, "近畿", FiscalYear(2021))],
    )
    kept = Measure("retention", "定着", departments=[department])
    return Plan(
        "p",
        "計画",
        period=FiscalYear(2020),
        departments=[department],
        indicators=[indicator],
        sections=[
            Action("rehab", "更生", measured_by=[indicator])[
                Pillar("work", "就労")[
                    MeasureGroup("group", "保護")[kept], Measure("second", "二")
                ],
                Pillar("again", "再掲")[Relisted(kept)],
                Pillar("silent", "略")[NotStated("an extract")],
            ]
        ],
    )


def document() -> D:
    """The example as JSON values."""
    value: D = json.loads(to_json(example()))
    return value


def refused(text: str | bytes, *more: Any, **keywords: Any) -> list[str]:
    """The problems of a document, one line each."""
    with pytest.raises(DocumentError) as caught:
        from_json(text, *more, **keywords)
    assert caught.value.problems
    assert all(problem.in_language("ja") for problem in caught.value.problems)
    return [str(problem) for problem in caught.value.problems]


def refused_after(change: Change, *more: Any, **keywords: Any) -> list[str]:
    """The problems of the example after a *change*."""
    value = document()
    change(value)
    return refused(json.dumps(value), *more, **keywords)


def node(value: D, *steps: int) -> D:
    """The node at these positions of the outline."""
    found: D = value["plan"]["sections"][steps[0]]
    for step in steps[1:]:
        found = found["children"][step]
    return found


@pytest.mark.parametrize("plan_class", [None, Plan, GenericPlan])
def test_every_problem_is_named_with_its_path(plan_class: type[Plan[Any]] | None) -> None:
    """Wrong types, unknown and missing keys, bad ids and words, in one error."""

    def change(value: D) -> None:
        value["plan"]["title"] = None
        value["plan"]["departments"][0]["namae"] = "x"
        indicator = value["plan"]["indicators"][0]
        indicator["is_new"] = "true"
        indicator["baseline"]["period"] = "2017年度"
        indicator["targets"][0]["amount"]["number"] = 60
        indicator["targets"][1]["position"] = True
        node(value, 0)["id"] = "更生"
        node(value, 0, 0)["word"] = "行動の注"
        node(value, 0, 1, 0)["relisted"] = 3
        node(value, 0, 2)["children"] = {"not_stated": " "}

    problems = refused_after(change, plan_class, file="plan.json")
    assert sorted(problem.split(": ")[0] for problem in problems) == sorted(
        [
            "plan.json:$.plan.title",
            "plan.json:$.plan.departments[0].namae",
            "plan.json:$.plan.indicators[0].baseline.period",
            "plan.json:$.plan.indicators[0].targets[0].amount.number",
            "plan.json:$.plan.indicators[0].targets[1].position",
            "plan.json:$.plan.indicators[0].is_new",
            "plan.json:$.plan.sections[0].children[0].word",
            "plan.json:$.plan.sections[0].children[1].children[0].relisted",
            "plan.json:$.plan.sections[0].children[2].children.not_stated",
            "plan.json:$.plan.sections[0].id",
        ]
    )
    text = "\n".join(problems)
    assert "did you mean name?" in text
    assert "write FY2017" in text
    assert "did you mean 行動の柱?" in text


@pytest.mark.parametrize(
    ("change", "path", "complaint"),
    [
        (lambda v: v["plan"].pop("title"), "$.plan", "title is missing"),
        (lambda v: v["plan"].pop("word"), "", ""),
        (lambda v: v["plan"].update(period="2020年度"), "$.plan.period", "write FY2020"),
        (lambda v: v["plan"].update(period={"missing": "x"}), "$.plan.period", "expected"),
        (lambda v: v["plan"].update(period=2020), "$.plan.period", "whole number"),
        (lambda v: v["plan"].update(departments={}), "$.plan.departments", "a list"),
        (lambda v: v["plan"].update(sections=[3]), "$.plan.sections[0]", "an object"),
        (lambda v: v["plan"].update(sections=[{"relisted": "x"}]), "$.plan.sections[0]", "word"),
        (lambda v: v["plan"].update(sectoins=[]), "$.plan.sectoins", "did you mean sections"),
        (lambda v: v["plan"].update(prose=[{"text": ""}]), "$.plan.prose[0]", "of is missing"),
        (lambda v: v.update(plan=[]), "$.plan", "an object"),
        (lambda v: v.update(extra=1), "$.extra", "unknown"),
        (lambda v: v.pop("vocabulary"), "$", "vocabulary is missing"),
        (lambda v: v.update(vocabulary=[]), "$.vocabulary", "first level"),
        (lambda v: v["vocabulary"].pop(0), "$.vocabulary", "first level"),
        (lambda v: v["vocabulary"][1].update(form="leaf"), "$.vocabulary[1].form", "section"),
        (lambda v: v["vocabulary"][2].update(word="行動"), "$.vocabulary[2].word", "twice"),
        (
            lambda v: v["vocabulary"][4].update(own_fields=[{"name": "title", "type": "str"}]),
            "$.vocabulary[4].own_fields[0].name",
            "no name",
        ),
        (lambda v: node(v, 0).update(children=3), "$.plan.sections[0].children", "a list"),
        (lambda v: node(v, 0).update(word=None), "$.plan.sections[0].word", "says its word"),
        (lambda v: node(v, 0).update(measured_by=[None]), ".sections[0].measured_by[0]", "id of a"),
        (
            lambda v: v["plan"]["indicators"][0].update(kind="stok"),
            "[0].kind",
            "did you mean stock",
        ),
        (lambda v: v["plan"]["indicators"][0].pop("kind"), "indicators[0]", "kind is missing"),
        (
            lambda v: v["plan"]["indicators"][0]["targets"][0].update(form=[1]),
            "targets[0].form",
            "at_least",
        ),
        (
            lambda v: v["plan"]["indicators"][0]["targets"][0].update(scope="ever"),
            "targets[0].scope",
            "every_year",
        ),
        (
            lambda v: v["plan"]["indicators"][0]["targets"][0].update(amount={}),
            "targets[0].amount",
            "an amount is one of",
        ),
        (
            lambda v: v["plan"]["indicators"][0]["baseline"].update(decided="2020-02-30"),
            "baseline.decided",
            "no day",
        ),
        (lambda v: v["plan"].update(issuer={"name": "県", "code": "280001"}), ".issuer", "check"),
        (
            lambda v: v["plan"].update(tags=[{"topic": "x", "basis": "assigned"}]),
            "$.plan.tags[0].by",
            "who assigned",
        ),
    ],
)
def test_one_problem_has_its_path(change: Change, path: str, complaint: str) -> None:
    """Each kind of fault is said in one line, at its place."""
    if not path:
        value = document()
        change(value)
        assert from_json(json.dumps(value)) == example()
        return
    (problem,) = refused_after(change)
    assert path in problem.split(": ")[0]
    assert complaint in problem


def test_a_child_of_the_wrong_level_is_refused() -> None:
    """The words that may stand there are named, with classes and without."""

    def change(value: D) -> None:
        node(value, 0)["children"] = [node(value, 0) | {"id": "inner", "children": []}]

    for plan_class in (None, GenericPlan, Plan):
        (problem,) = refused_after(change, plan_class)
        assert problem.startswith("$.plan.sections[0].children[0].word: 行動 cannot stand here")
        assert "行動の柱" in problem


@pytest.mark.parametrize(
    ("key", "value", "path", "complaint"),
    [
        ("budget", 1200, ".budget", "digits as text"),
        ("budget", "1e5", ".budget", "no exact number"),
        ("season", "夏", ".season", "春"),
        ("rank", "hihg", ".rank", "did you mean high"),
        ("years", ["FY2020", 3], ".years[1]", "a period"),
        ("shares", {"a b": "1"}, '.shares["a b"]', "a number"),
        ("shares", {"a": True}, ".shares.a", "true or false"),
        ("helper", "", ".helper", "id of a department"),
        ("pair", [1], ".pair", "2 items"),
        ("pair", ["1", "2"], ".pair[0]", "a whole number"),
        ("people", -1, "", "fewer than nobody"),
        ("people", "3", ".people", "a whole number"),
    ],
)
def test_own_fields_are_read_by_their_types(
    key: str, value: object, path: str, complaint: str
) -> None:
    """Nothing is coerced, and the constructor's own words come with the place."""

    def change(it: D) -> None:
        node(it, 0, 0, 1)[key] = value

    (problem,) = refused_after(change, Plan, words=[CostedMeasure])
    assert problem.startswith(f"$.plan.sections[0].children[0].children[1]{path}: ")
    assert complaint in problem
    assert "unknown" in refused_after(change, Plan)[0]


def test_own_fields_become_what_they_are() -> None:
    """A word's own fields are decimals, enums, periods and pointers again."""
    value = document()
    node(value, 0, 0, 1).update(
        budget="1200.50", season="春", rank="high", years=["FY2020"], shares={"a": 1, "b": 0.5},
        helper="industry", pair=[1, "x"], people=3,
    )  # fmt: skip
    plan = from_json(json.dumps(value), Plan, words=[CostedMeasure])
    found = plan["second"]
    assert isinstance(found, CostedMeasure)
    assert (found.budget, found.season, found.rank) == (Decimal("1200.50"), Season.SPRING, "high")
    assert (found.years, found.shares) == ((FiscalYear(2020),), {"a": 1.0, "b": 0.5})
    assert (found.helper, found.pair) == (Ref("department", "industry"), (1, "x"))
    assert from_json(to_json(plan), Plan, words=[CostedMeasure]) == plan


def test_a_document_of_other_words_is_refused_by_classes() -> None:
    """A class with another word, numbering or form is another vocabulary."""

    def change(value: D) -> None:
        value["vocabulary"][0]["word"] = value["plan"]["word"] = "基本計画"
        value["vocabulary"][1]["numbering"] = "施策1"
        value["vocabulary"].append({"word": "事業", "form": "measure"})

    problems = refused_after(change, SafetyPlan)
    assert "a 基本計画, the class SafetyPlan is a 計画" in problems[0]
    assert "'施策1' in the document, '行動1' in the class" in problems[1]
    assert "know no '事業'" in problems[2]
    assert from_json(to_json(example()), SafetyPlan).title == "計画"


def test_what_is_no_class_is_bad_usage() -> None:
    """The caller's mistake is not the document's."""
    wrong: Any = int
    with pytest.raises(UsageError, match="no class of a level"):
        from_json(to_json(example()), Plan, words=[wrong])
    with pytest.raises(UsageError, match="no class of a plan"):
        from_json(to_json(example()), wrong)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "no JSON"),
        ("   ", "no JSON"),
        ("nonsense", "no JSON"),
        ("[]", "no document of a plan"),
        ("3", "no document of a plan"),
        ("null", "no document of a plan"),
        ('{"format": "geojson"}', "no document of a plan"),
        ("[" * 10_000 + "]" * 10_000, "nested"),
        ('{"a":' * 10_000, "nested"),
        ("[" * 10_000_000, "nested"),
        ('["' + "[" * 10_000 + '"]', "no document of a plan"),
        ('{"a": "\\ud800"}', r"\$\.a: a lone surrogate"),
        ('{"\\udfff": 1}', "lone surrogate"),
        ('{"a": "' + "\ud800" + '"}', "lone surrogate"),
        ('{"a": [1, NaN]}', r"\$\.a\[1\]: NaN is no number"),
        ('{"a": -Infinity}', "no number"),
        ('{"a": 1e400}', r"\$\.a: 1e400 is no number"),
        ('{"a": ' + "9" * 5000 + "}", "no number"),
        ('{"a": 0.' + "9" * 5000 + "}", "no number"),
        ('{"a": {"b": 1, "b": 2}}', r"\$\.a\.b: the key stands twice"),
        ('{"format": "planmodel/plan"}', "format version is missing"),
        ('{"format": "planmodel/plan", "format_version": true}', "format version is missing"),
        ('{"format": "planmodel/plan", "format_version": "1"}', "format version is missing"),
        ('{"format": "planmodel/plan", "format_version": 99}', "99.*install a newer planmodel"),
        ('{"format": "planmodel/plan", "format_version": 1}', "vocabulary is missing"),
        (b'{"a": "\xff"}', "no UTF-8"),
        (b"\xff\xfe{\x00", "no UTF-8"),
    ],
)  # fmt: skip
def test_hostile_text_is_refused(text: str | bytes, complaint: str) -> None:
    """Depth, size, odd numbers and characters, other formats: one clear error."""
    assert re.search(complaint, "\n".join(refused(text)))


def test_a_fault_far_down_is_found_at_once() -> None:
    """Reading takes one pass, however deep the fault lies; deeper documents are refused."""
    value = document()
    value["vocabulary"][1] = {"word": "行動", "form": "section"}
    value["plan"]["sections"] = [{"word": "行動", "id": "n0", "title": 3}]
    for level in range(1, 150):
        deeper = {"word": "行動", "id": f"n{level}", "title": "t"}
        value["plan"]["sections"] = [deeper | {"children": value["plan"]["sections"]}]
    (problem,) = refused(json.dumps(value))
    assert problem.endswith(".children[0].title: 3 is a whole number (expected text)")
    for _ in range(12):
        value["plan"]["sections"] = [deeper | {"children": value["plan"]["sections"]}]
    assert "nested" in refused(json.dumps(value))[0]


class Layer(Section["Layer"], word="段"):
    """A level that may stand under itself."""


def nested(levels: int) -> Plan[Any]:
    """A plan whose outline has so many levels."""
    sections: tuple[Layer, ...] = ()
    for level in range(levels):
        sections = (Layer(f"n{level}", "t", children=sections),)
    return Plan("deep", "深い計画", period=FiscalYear(2020), sections=sections)


def test_what_can_be_written_can_be_read_back() -> None:
    """An outline of 150 levels is read back; one too deep to be read is not written either."""
    before = sys.getrecursionlimit()
    plan = nested(150)
    assert to_json(from_json(to_json(plan))) == to_json(plan)
    for levels in (170, 400):
        with pytest.raises(ModelError, match="nested more than 320 levels deep"):
            to_json(nested(levels))
    assert "nested more than 320" in refused("[" * 10_000 + "]" * 10_000)[0]
    assert sys.getrecursionlimit() == before


def test_a_wrong_key_at_the_top_hides_nothing_inside() -> None:
    """Problems of the document, its vocabulary and its plan are named together."""
    value = document()
    value["plna"] = 1
    value["plan"]["title"] = 3
    found = refused(json.dumps(value))
    assert any(it.startswith("$.plna: ") for it in found)
    assert any(it.startswith("$.plan.title: ") for it in found)
    value["vocabulary"][0]["word"] = 3
    assert any(it.startswith("$.vocabulary[0].word") for it in refused(json.dumps(value)))
    del value["vocabulary"]
    assert {it.split(":")[0] for it in refused(json.dumps(value))} == {"$.plna", "$"}


@pytest.mark.parametrize("kind", ["stok", "?", 3, None])
def test_a_wrong_kind_hides_nothing_of_the_indicator(kind: object) -> None:
    """What else is wrong with an indicator is named although its kind is none."""
    value = document()
    value["plan"]["indicators"] = [
        {"kind": kind, "id": "i", "title": 3, "unit": 4, "targets": [{"form": "?"}], "colour": 1}
    ]
    found = {it.split(": ")[0] for it in refused(json.dumps(value))}
    here = "$.plan.indicators[0]"
    names = (".kind", ".title", ".unit", ".targets[0].form", ".colour")
    assert {f"{here}{name}" for name in names} <= found


def test_a_truncated_document_breaks_off() -> None:
    """Wherever it ends, the place of the end is named."""
    text = to_json(example())
    for end in range(1, len(text) - 1, 97):
        (problem,) = refused(text[:end], file="plan.json")
        assert problem.startswith("plan.json:")


def test_a_document_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    """A file of 100 MB costs no parsing; text given directly is measured too."""
    file = tmp_path / "plan.json"
    with file.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    with pytest.raises(DocumentError, match="larger than"):
        load(file)
    assert "larger than 10 bytes" in refused("[1, 2, 3, 4]", limit=10)[0]


def test_a_byte_order_mark_is_passed_over() -> None:
    """Editors on Windows write one."""
    text = to_json(example())
    assert from_json("\ufeff" + text) == from_json(text.encode("utf-8-sig")) == example()


def test_pointers_at_nothing_are_left_for_checks() -> None:
    """An unknown id is a finding, not an unreadable document; its place is known."""
    value = document()
    node(value, 0, 0, 1)["departments"] = ["nobody"]
    plan = from_json(json.dumps(value))
    assert str(plan["second"].origin) == "$.plan.sections[0].children[0].children[1]"


def test_older_versions_are_brought_up_to_date() -> None:
    """Steps are applied one after the other; a gap in them is said."""
    steps: dict[int, Callable[[D], D]] = {
        1: lambda it: it | {"one": True},
        2: lambda it: it | {"two": it["one"]},
    }
    found = migrate({"format_version": 1}, migrations=steps, current=3)
    assert found == {"format_version": 3, "one": True, "two": True}
    with pytest.raises(DocumentError, match="write it again"):
        migrate({"format_version": 1}, migrations={2: steps[2]}, current=3)


def test_what_a_document_cannot_hold_is_not_written() -> None:
    """Own classes beside levels, numbers that are none and lone surrogates are refused."""

    class Bureau(Department):
        """No level of an outline."""

    def plan(**more: Any) -> Plan[Any]:
        return Plan("p", "t", period=FiscalYear(2020), **more)

    for bad in (
        plan(departments=[Bureau("b", "局")]),
        plan(note="\ud800"),
        plan(sections=[CostedMeasure("m", "M", shares={"a": float("nan")})]),
        plan(sections=[CostedMeasure("m", "M", shares={"a": 1j})]),  # type: ignore[dict-item]
    ):
        with pytest.raises(ModelError):
            to_json(bad)


def test_a_class_whose_types_cannot_be_found_is_named() -> None:
    """The author's class is at fault, and is told what to do."""

    @frozen(slots=False)
    class Odd(Measure, word="取組"):
        """Its field has a type that exists nowhere."""

        thing: "NoSuchType | None" = field(default=None, kw_only=True)  # type: ignore[name-defined]  # noqa: F821, UP037

    with pytest.raises(ModelError, match="Odd names a type that cannot be found"):
        from_json(to_json(example()), Plan, words=[Odd])


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=50)
    | st.binary(max_size=50)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
        max_leaves=8,
    ).map(json.dumps)
)
def test_arbitrary_text_is_a_document_error(text: str | bytes) -> None:
    """Whatever the text, it is refused with problems and never with another error."""
    refused(text)


_JUNK = st.sampled_from(
    [None, True, 0, -1, 1.5, "", "x", "FY2020", "\u202e", [], [[]], [None], {}, {"not_stated": "r"},
     {"not_stated": 1}, {"missing": "r"}, {"word": "取組"}, {"relisted": "x"}, {"id": "x"},
     "9" * 999]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_spoiled_document_is_read_or_refused(data: st.DataObject) -> None:
    """Any one value replaced, dropped or renamed gives a plan or a `DocumentError` with a path."""
    value = document()
    spots: list[tuple[Any, Any]] = []
    stack: list[Any] = [value]
    while stack:
        it = stack.pop()
        keys: list[Any] = list(it) if isinstance(it, dict) else list(range(len(it)))
        spots += ((it, key) for key in keys)
        stack += (it[key] for key in keys if isinstance(it[key], (dict, list)))
    holder, key = data.draw(st.sampled_from(spots))
    way = data.draw(st.sampled_from(("replace", "drop", "rename")))
    if way == "drop":
        del holder[key]
    elif way == "rename" and isinstance(holder, dict):
        holder[data.draw(st.sampled_from(("x", "id", "title", "children", "own")))] = holder.pop(
            key
        )
    else:
        holder[key] = data.draw(_JUNK)
    text = json.dumps(value)
    for plan_class in (None, Plan, GenericPlan, SafetyPlan):
        places = _read_again_or_refused(text, plan_class)
        assert all("$" in place for place in places)


def _read_again_or_refused(text: str, plan_class: type[Plan[Any]] | None) -> list[str]:
    """The places of the problems; none where the text is a plan that is written and read again."""
    try:
        plan = from_json(text, plan_class)
    except DocumentError as error:
        return [problem.where for problem in error.problems] or ["no place"]
    again: Plan[Any] = from_json(to_json(plan), plan_class)
    return [] if again == plan else ["read again, it is another plan"]


def test_amounts_keep_every_part() -> None:
    """Number, unit, mark, printed words and about survive apart."""
    amount = Amount(
        Decimal(2329), unit="グループ", mark="*", printed="約2,329グループ*", about=True
    )
    plan = Plan(
        "p",
        "t",
        period=FiscalYear(2020),
        indicators=[Stock("s", "S", unit="人", baseline=Baseline(amount, NotStated("x")))],
    )
    read = from_json(to_json(plan)).indicators[0].baseline
    assert read is not None
    assert read.amount == amount


class Group(Section[Measure], word="群"):
    """A level with one word below."""


def test_a_measure_only_plan_of_ready_words_is_a_plan() -> None:
    """Words that are exactly the ready-made ones become the ready-made classes."""
    plan = Plan("p", "t", period=FiscalYear(2020), sections=[Measure("m", "M")])
    assert type(from_json(to_json(plan))) is Plan
    foreign = Plan("p", "t", period=FiscalYear(2020), sections=[Group("g", "G")])
    assert type(from_json(to_json(foreign))) is GenericPlan
    assert from_json(to_json(foreign), Plan, words=[Group]) == foreign
