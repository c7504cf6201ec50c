"""Plans written as code and read back."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
import types
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import planmodel as pm
from dsl.plan_makers import HOSTILE, SLOW, plans
from planmodel.dsl.generalizing import generalize
from planmodel.dsl.source.layout import LINE, Atom, Bracketed, Call, Expression, Item, Row, laid
from planmodel.dsl.source.strings import python_string, toml_key, toml_string
from planmodel.dsl.source.writing import to_source
from planmodel.errors import ModelError
from planmodel.model.generic import GenericMeasure, GenericPlan, GenericSection
from planmodel.model.words import Level, OwnField

COUNT = itertools.count()


def read_back(code: str) -> pm.Plan[Any]:
    """The plan that a module with this *code* makes."""
    module = types.ModuleType(f"written_{next(COUNT)}")
    sys.modules[module.__name__] = module
    exec(compile(code, module.__name__, "exec"), vars(module))  # noqa: S102 - our own code
    plan: pm.Plan[Any] = module.plan
    return plan


def settled(plan: pm.Plan[Any]) -> GenericPlan:
    """*plan* generalized, its levels in one order and its own types told by name only."""
    general = generalize(plan)
    levels = sorted(
        (
            attrs.evolve(
                it,
                children=tuple(sorted(it.children)),
                # A type that nobody knows is read back as what stands for it.
                own_fields=tuple(
                    attrs.evolve(own, type=own.type.replace("Money", "object"))
                    for own in sorted(it.own_fields, key=lambda own: own.name)
                ),
            )
            for it in general.given_levels
        ),
        key=lambda it: (it.form != "plan", it.word),
    )
    by_word = {it.word: it for it in levels}

    def node(it: Any) -> Any:
        if isinstance(it, pm.Relisted):
            return it
        changed: dict[str, Any] = {"given_level": by_word[it.word]}
        if it.children:
            changed["children"] = tuple(node(child) for child in it.children)
        return pm.evolve(it, **changed)

    return pm.evolve(
        general,
        given_levels=tuple(levels),
        sections=general.not_stated("sections") or tuple(node(it) for it in general.sections),
    )


def ruff(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The formatter, run with the line length of plan packages."""
    program = shutil.which("ruff", path=str(Path(sys.executable).parent)) or "ruff"
    return subprocess.run(
        [program, "format", "--isolated", "--line-length", "100", "--diff", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("kind", ["ready", "fork", "generic"])
def test_a_plan_written_and_read_back_is_the_same_plan(kind: str, tmp_path: Path) -> None:
    """Equal where its classes are imported; the same words and things where they are written.

    The formatter leaves every one of the files as it is.
    """

    @SLOW
    @given(plans(kind))
    def law(plan: pm.Plan[Any]) -> None:
        codes = {words: to_source(plan, words=words) for words in ("import", "write")}  # type: ignore[arg-type]
        if kind != "generic":
            assert read_back(codes["import"]) == plan
        for words, code in codes.items():
            (tmp_path / f"p{next(COUNT)}_{words}.py").write_text(code, encoding="utf-8")
            assert settled(read_back(code)) == settled(plan)

    law()
    formatted = ruff(str(tmp_path))
    assert formatted.stdout == ""
    assert formatted.returncode == 0, formatted.stderr


@given(st.one_of(st.sampled_from(HOSTILE), st.text(), st.text("\"'\\\n\r\t{}\u202e")))
@example("長" * 10_000)
@example("\ud800")
def test_every_string_survives(words: str) -> None:
    """A literal gives back exactly the words it was made of, on one line."""
    import tomllib

    literal = python_string(words)
    assert "\n" not in literal
    assert eval(literal) == words  # noqa: S307 - our own literal
    if not any("\ud800" <= char <= "\udfff" for char in words):
        assert tomllib.loads(f"{toml_key(words)} = {toml_string(words)}") == {words: words}


def expressions() -> st.SearchStrategy[Expression]:
    """Code of any shape."""
    atoms = st.one_of(
        st.integers(0, 120).map(lambda n: Atom(f'"{"a" * n}"')),
        st.integers(0, 60).map(lambda n: Atom(f'"{"長" * n}"')),
        st.sampled_from(["①…─Ω", "か\u3099", "🏠", "ｱ", "→é"])
        .flatmap(lambda it: st.integers(1, 30).map(lambda n: it * n))
        .map(lambda it: Atom(f'"{it}"')),
        st.sampled_from(["x", "name", "1"]).map(Atom),
    )

    def larger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        items = st.lists(st.builds(Item, inner), max_size=3)
        named = st.lists(st.builds(Item, inner, st.sampled_from(["key=", "other="])), max_size=1)
        calls = st.builds(
            lambda one, two: Call("Head", [*one, *two]),
            st.lists(st.builds(Item, inner), max_size=2),
            named,
        )
        return st.one_of(
            calls,
            st.builds(Row, items, st.sampled_from(["[", "("])).filter(
                lambda row: not (row.is_tuple_of_one and isinstance(row.items[0].value, Atom))
            ),
            # A child is never a bare string.
            st.builds(Bracketed, calls, st.lists(st.builds(Item, calls), min_size=1, max_size=2)),
            st.builds(Bracketed, calls, st.just([Item(Atom("retention"))])),
        )

    return st.recursive(atoms, larger, max_leaves=8)


# Nested expressions may print long where Hypothesis keeps their repr, which nobody reads here.
@pytest.mark.filterwarnings("ignore:Generating overly large repr")
def test_the_layout_is_left_alone_by_the_formatter(tmp_path: Path) -> None:
    """Whatever the nesting and the width of its words, code is laid out for good."""
    made: list[str] = []

    @SLOW
    @given(expressions())
    def collect(it: Expression) -> None:
        if not isinstance(it, Atom):
            code = laid(it, 0, 7)
            assert "\n" in code or len(code) + 7 <= LINE
            made.append(f"name = {code}\n")

    for _ in range(4):
        collect()
    file = tmp_path / "made.py"
    file.write_text("\n".join(dict.fromkeys(made)), encoding="utf-8")
    assert len(made) > 20
    formatted = ruff(str(file))
    assert formatted.stdout == ""
    assert formatted.returncode == 0, formatted.stderr


def test_what_is_written_reads_like_a_plan() -> None:
    """Departments, then indicators, then the outline in brackets, then the plan."""
    industry = pm.Department("industry", "産業労働部")
    jobs = pm.Flow(
        "jobs",
        "支援件数",
        unit="件",
        department=industry,
        baseline=pm.Baseline("23件", pm.FiscalYear(2017)),
        targets=[pm.AtLeast("62件", pm.FiscalYear(2021))],
    )
    retention = pm.Measure("retention", "職場定着", departments=[industry])
    plan = pm.Plan(
        "small",
        "小さな計画",
        period=pm.Window(pm.FiscalYear(2019), pm.FiscalYear(2021)),
        departments=[industry],
        indicators=[jobs],
        sections=[
            pm.Action("work", "就労支援", measured_by=[jobs])[
                pm.Pillar("stay", "定着")[retention, pm.Measure("match", "マッチング")],
                pm.Pillar("again", "再掲")[pm.Relisted(retention)],
                pm.Pillar("open", "記載なし")[pm.NotStated("抜粋にない")],
            ]
        ],
    )
    assert (
        to_source(plan)
        == """\
from __future__ import annotations

from planmodel import (
    Action,
    AtLeast,
    Baseline,
    Department,
    FiscalYear,
    Flow,
    Measure,
    NotStated,
    Pillar,
    Plan,
    Relisted,
    Window,
)

industry = Department("industry", "産業労働部")

jobs = Flow(
    "jobs",
    "支援件数",
    unit="件",
    department=industry,
    baseline=Baseline("23件", FiscalYear(2017)),
    targets=[AtLeast("62件", FiscalYear(2021))],
)

retention = Measure("retention", "職場定着", departments=[industry])

work = Action("work", "就労支援", measured_by=[jobs])[
    Pillar("stay", "定着")[
        retention,
        Measure("match", "マッチング"),
    ],
    Pillar("again", "再掲")[Relisted(retention)],
    Pillar("open", "記載なし")[NotStated("抜粋にない")],
]

plan = Plan(
    "small",
    "小さな計画",
    period=Window(FiscalYear(2019), FiscalYear(2021)),
    departments=[industry],
    indicators=[jobs],
    sections=[work],
)
"""
    )


def generic(words: tuple[str, str, str], own: tuple[OwnField, ...] = ()) -> GenericPlan:
    """A plan of three levels whose words are data."""
    whole = Level(words[0], "plan", "", (words[1],))
    top = Level(words[1], "section", "第1", (words[2], words[1]))
    leaf = Level(words[2], "measure", "①", (), own)
    values = tuple((it.name, '"1"') for it in own)
    measure = GenericMeasure("m", "取組", given_level=leaf, own=values)
    inner = GenericSection("i", "内", given_level=top, children=(measure,))
    return GenericPlan(
        "g",
        "計画",
        period=pm.FiscalYear(2019),
        sections=[GenericSection("s", "節", given_level=top, children=(inner,))],
        given_levels=(whole, top, leaf),
    )


def test_words_that_are_no_names_get_safe_classes() -> None:
    """A word stays what it is, whatever its class is called."""
    plan = generic(("計画（案）", "1. 節", "class"))
    code = to_source(plan)
    back = read_back(code)
    assert [it.word for it in back.vocabulary] == ["計画（案）", "1. 節", "class"]
    assert [type(it).__name__ for it in (back, *back.walk())] == [
        "計画案",
        "Level1",
        "Level1",
        "Level2",
    ]
    assert settled(back) == settled(plan)


def test_words_that_are_names_are_the_classes() -> None:
    """Japanese words make Japanese classes, whose errors then speak of them."""
    code = to_source(generic(("推進計画", "重点課題", "施策")))
    assert 'class 重点課題(Section["施策 | 重点課題"], numbering="第1"): ...' in code


def test_types_that_nobody_knows_are_any_object() -> None:
    """A field of a fork's own type is kept, under the name of the type."""
    own = (OwnField("budget", "Decimal"), OwnField("law", "Article | None"))
    code = to_source(generic(("計画", "節", "取組"), own))
    assert "    budget: Decimal = field(kw_only=True)" in code
    assert "Article: TypeAlias = object" in code
    back = read_back(code)
    measure: Any = back["m"]
    assert measure.budget == Decimal(1)
    assert back.vocabulary[-1].own_fields == own


def test_the_librarys_own_words_are_not_written_again() -> None:
    """A document in the ready-made words becomes a plan of the ready-made classes."""
    plan = pm.Plan(
        "p",
        "計画",
        period=pm.FiscalYear(2019),
        sections=[pm.Action("a", "行動")[pm.Pillar("b", "柱")[pm.Measure("m", "取組")]]],
    )
    code = to_source(generalize(plan))
    assert "class " not in code
    assert read_back(code) == plan


def test_names_that_no_field_can_have_are_refused_together() -> None:
    """Own fields that code cannot name are told, all of them."""
    own = (OwnField("class", "str"), OwnField("two words", "str"), OwnField("fine", "str"))
    with pytest.raises(ModelError) as caught:
        to_source(generic(("計画", "節", "取組"), own))
    assert [str(it).split("'")[1] for it in caught.value.problems] == ["class", "two words"]


def test_a_value_of_a_class_without_a_module_is_refused() -> None:
    """What cannot be imported cannot be written."""

    @attrs.frozen
    class Secret:
        """Known here only."""

    @pm.frozen
    class Odd(pm.Measure):
        """A measure with a value that no module makes."""

        secret: object = attrs.field(default=None, kw_only=True)

    plan = pm.Plan(
        "p", "計画", period=pm.FiscalYear(2019), sections=[Odd("m", "取組", secret=Secret())]
    )
    with pytest.raises(ModelError, match="Secret"):
        to_source(plan)


def test_deep_outlines_are_taken_apart() -> None:
    """A hundred levels in brackets are more than Python reads: names stand in between."""
    node: Any = pm.Measure("leaf", "取組")

    class Nest(pm.Section["Nest | pm.Measure"]):
        """A level under itself."""

    globals()["Nest"] = Nest
    for depth in range(150):
        node = Nest(f"n{depth}", "段")[node]
    plan = pm.Plan("deep", "計画", period=pm.FiscalYear(2019), sections=[node])
    assert generalize(read_back(to_source(plan, words="write"))) == generalize(plan)


def test_long_chains_and_circles_end_in_pointers_by_id() -> None:
    """Departments that name each other for ever are written all the same."""
    chain = [
        pm.Department(f"d{n}", f"部{n}", parent=pm.Ref("department", f"d{(n - 1) % 300}"))
        for n in range(300)
    ]
    plan = pm.Plan("chain", "計画", period=pm.FiscalYear(2019), departments=chain[::-1])
    assert read_back(to_source(plan)) == plan


def test_dangling_pointers_are_kept() -> None:
    """What a pointer means is for checks; it is written as it is."""
    nowhere: pm.Ref[Any] = pm.Ref("department", "gone")
    plan = pm.Plan(
        "p", "計画", period=pm.FiscalYear(2019), sections=[pm.Measure("m", "取組", lead=nowhere)]
    )
    assert 'lead=Ref("department", "gone")' in to_source(plan)
    assert read_back(to_source(plan)) == plan
