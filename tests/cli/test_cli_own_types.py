"""Types that a fork has of its own in the fields of its words: written along, or refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import planmodel as pm
from cli_running import Terminal
from planmodel.exchange.loading import load

VOCABULARY = """
import enum
from attrs import field, frozen
from planmodel import Measure, Plan, Section


class Stage(enum.StrEnum):
    PLAN = "計画"
    DO = "実施"


class Rank(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Color(enum.Enum):
    RED = "red"


class Old(str, enum.Enum):
    A = "a"


@frozen
class Costed(Measure, word="事業", numbering="(1)"):
    stage: Stage = field(default=Stage.PLAN, kw_only=True)
    rank: Rank | None = field(default=None, kw_only=True)
    stages: tuple[Stage, ...] = field(default=(), kw_only=True)
    color: "Color | None" = field(default=None, kw_only=True)
    old: Old = field(default=Old.A, kw_only=True)


class Goal(Section[Costed], word="目標", numbering="1"): ...
class OurPlan(Plan[Goal], word="計画"): ...
"""
PLAN = """
from planmodel import FiscalYear
from .vocabulary import *

plan = OurPlan("made-up", "作例", period=FiscalYear(2024), note="synthetic", sections=[
    Goal("g", "目標")[
        Costed("m", "事業", stage=Stage.PLAN, rank=Rank.HIGH, stages=(Stage.DO,), color=Color.RED)
    ]
])
"""


@pytest.fixture
def here(planmodel: Terminal, tmp_path: Path) -> Terminal:
    """A terminal in a folder that holds the package ``base``."""
    planmodel.patch.chdir(tmp_path)
    base = tmp_path / "base" / "base_plan"
    base.mkdir(parents=True)
    (base.parent / "pyproject.toml").touch()
    (base / "__init__.py").write_text("from .plan import plan\n", encoding="utf-8")
    (base / "vocabulary.py").write_text(VOCABULARY, encoding="utf-8")
    (base / "plan.py").write_text(PLAN, encoding="utf-8")
    return planmodel


def change(file: Path, old: str, new: str) -> None:
    """Put *new* for *old* in *file*."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_enumerations_are_written_into_the_new_vocabulary(here: Terminal, tmp_path: Path) -> None:
    """``new`` and ``source`` write a fork's enumerations, also one called as a library's class."""
    assert here("source", "base", "-o", "copy", "--name", "copy_plan").status == 0
    assert here("new", "fork", "--from", "base", "--issuer", "鳥取県").status == 0
    (tmp_path / "base").rename(tmp_path / "elsewhere")
    copy = load("copy")
    m = copy["m"]
    assert [type(it).__module__ for it in (m.stage, m.rank, m.color, m.old)] == [
        "copy_plan.vocabulary"
    ] * 4
    assert (m.stage, m.rank, m.stages, m.color.value) == ("計画", 2, ("実施",), "red")
    assert isinstance(m.old, str)
    fork = load("fork")
    assert fork["m"].stage == "計画"
    assert {it.name for it in type(fork["m"].stage)} == {"PLAN", "DO"}
    for folder in ("copy", "fork"):
        assert "base_plan" not in "".join(
            it.read_text(encoding="utf-8") for it in (tmp_path / folder).rglob("*.py")
        )


def test_a_copy_of_a_copy_says_the_same(here: Terminal) -> None:
    """What was written is a fork with types of its own again."""
    assert here("source", "base", "-o", "one", "--name", "one_plan").status == 0
    assert here("source", "one", "-o", "two", "--name", "two_plan").status == 0
    assert not pm.changes(load("base"), load("two"))


def test_a_type_that_cannot_be_written_is_refused_by_class_and_field(
    here: Terminal, tmp_path: Path
) -> None:
    """A class with code of its own in a field is named, and no folder is made."""
    vocabulary = tmp_path / "base" / "base_plan" / "vocabulary.py"
    change(vocabulary, "class Rank", "@frozen\nclass Money:\n    yen: int\n\n\nclass Rank")
    change(vocabulary, "    old: Old", "    cost: Money | None = field(default=None)\n    old: Old")
    new, source = "new fork --from base --issuer 鳥取県", "source base -o fork"
    for words in (new.split(), source.split()):
        run = here(*words)
        assert run.status != 0
        assert "Costed.cost" in run.err
        assert "Money" in run.err
        assert not (tmp_path / "fork").exists()


@pytest.mark.parametrize("types", ["str", "tuple[str, ...]", "int", "Unknown | None"])
def test_an_own_field_of_a_document_that_is_left_open_loads(
    here: Terminal, tmp_path: Path, types: str
) -> None:
    """A new plan from a document has a value that its field may hold."""
    document = json.loads(pm.to_json(load("base")))
    document["vocabulary"][-1]["own_fields"] = [{"name": "memo", "type": types}]
    measure = document["plan"]["sections"][0]["children"][0]
    for name in ("stage", "rank", "stages", "color", "old"):
        measure.pop(name, None)
    (tmp_path / "base.json").write_text(json.dumps(document), encoding="utf-8")
    assert here("new", "fork", "--from", "base.json", "--issuer", "鳥取県").status == 0
    assert here("check", "fork").status == 0


def test_an_accepted_member_is_imported_from_the_own_vocabulary(
    here: Terminal, tmp_path: Path
) -> None:
    """``drift --accept`` writes a member as the fork's own vocabulary has it."""
    assert here("new", "fork", "--from", "base", "--issuer", "鳥取県").status == 0
    plan = tmp_path / "base" / "base_plan" / "plan.py"
    change(plan, "Color.RED)", 'Color.RED), Costed("n", "新事業", stage=Stage.DO, rank=Rank.LOW)')
    run = here("drift", "fork", "--accept", "n")
    assert run.status == 0, run.err
    adopted = (tmp_path / "fork" / "fork" / "adopted.py").read_text(encoding="utf-8")
    assert "base_plan" not in adopted
    fork = load("fork")
    assert (fork["n"].stage, fork["n"].rank) == ("実施", 1)
    assert type(fork["n"].rank).__module__ == "fork.vocabulary"


def test_a_member_that_the_own_vocabulary_does_not_have_is_refused(
    here: Terminal, tmp_path: Path
) -> None:
    """A member that only the other plan has is no value here; nothing is written."""
    assert here("new", "fork", "--from", "base", "--issuer", "鳥取県").status == 0
    base = tmp_path / "base" / "base_plan"
    change(base / "vocabulary.py", '    DO = "実施"', '    DO = "実施"\n    END = "完了"')
    change(base / "plan.py", "Color.RED)", 'Color.RED), Costed("n", "新事業", stage=Stage.END)')
    adopted = tmp_path / "fork" / "fork" / "adopted.py"
    before = adopted.read_text(encoding="utf-8")
    run = here("drift", "fork", "--accept", "n")
    assert run.status != 0
    assert "n.stage: this value of the type Stage" in run.err
    assert adopted.read_text(encoding="utf-8") == before
    assert here("check", "fork").status == 0


def test_a_default_that_is_made_anew_stays_so(here: Terminal, tmp_path: Path) -> None:
    """``field(factory=dict)`` is written as a factory, so that no two things share one table."""
    vocabulary = tmp_path / "base" / "base_plan" / "vocabulary.py"
    more = [
        "    by: dict[str, int] = field(factory=dict, kw_only=True)",
        '    of: list[str] = field(factory=lambda: ["a"], kw_only=True)',
        "    old: Old",
    ]
    change(vocabulary, "    old: Old", "\n".join(more))
    assert here("source", "base", "-o", "copy", "--name", "copy_plan").status == 0
    text = (tmp_path / "copy" / "copy_plan" / "vocabulary.py").read_text(encoding="utf-8")
    assert "factory=dict" in text
    made = type(load("copy")["m"])
    assert made("a", "A").by is not made("b", "B").by
    assert made("a", "A").of == ["a"]
    assert made("a", "A").of is not made("b", "B").of
